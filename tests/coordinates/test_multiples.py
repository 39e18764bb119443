"""Angles that are multiples of each other: one of the two lines through a point may be chosen."""

from __future__ import annotations

import pytest

from solver.proving import prove
from solver.result import Method, Status


@pytest.mark.parametrize(
    ("given", "claim"),
    [
        ("∠ABC = 2∠ACB", "AC^2 = AB^2 + AB·BC"),
        ("∠BAC = 2∠ABC", "BC^2 = AC^2 + AC·AB"),
        ("∠ABC = 2∠ACB, D is the foot of the altitude from A and M is the midpoint of BC", "2DM = AB"),
    ],
)
def test_a_double_angle_is_an_identity(given: str, claim: str) -> None:
    assert prove(f"In triangle ABC, {given}. Prove that {claim}.", method=Method.ALGEBRAIC, timeout=20).is_proved


def test_what_a_double_angle_does_not_say_is_false() -> None:
    found = prove("In triangle ABC, ∠ABC = 2∠ACB. Prove that AC^2 = AB^2 + AB·AC.", method=Method.ALGEBRAIC, timeout=20)
    assert found.status is Status.FALSE


@pytest.mark.parametrize(
    "claim",
    ["∠AMB > 90", "∠AMC < 90", "AB^2 > AM^2 + BM^2"],
)
def test_an_inequality_may_rest_on_a_figure_with_nothing_free(claim: str) -> None:
    assert prove(f"triangle ABC; AB > AC; M midpoint of BC; prove {claim}", timeout=20).is_proved
