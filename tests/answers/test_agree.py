"""Answers beside keys, written as papers print them."""

from __future__ import annotations

import pytest

from solver.answers.agree import agrees


@pytest.mark.parametrize(
    ("answer", "key", "same"),
    [
        ("3*sqrt(15)/10", r"$\frac{3\sqrt{3}}{2\sqrt{5}}$", True),
        ("R - 2*r", "$R-2r$", True),
        ("-(3*XY - 3*XZ)/2", r"$\frac{3}{2}(XZ-XY)$", True),
        ("sqrt(y/z)", r"$\sqrt{\frac{y}{z}}$", True),
        ("45", r"$45^\circ$", True),
        ("7", "8", False),
        ("R - r", "$R-2r$", False),
        ("", "8", False),
        ("8", "it can't be said", None),
    ],
)
def test_an_answer_agrees_by_its_value(answer: str, key: str, same: bool | None) -> None:
    assert agrees(answer, key) is same
