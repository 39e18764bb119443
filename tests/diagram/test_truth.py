"""Truth in a diagram, and the answers to questions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.truth import answer, holds
from solver.language.read import parse_statement


def asked(text: str) -> tuple[object, ...]:
    problem = parse_statement(text)
    diagrams = [build_diagram(problem, seed) for seed in range(2)]
    found = answer(problem.goal, diagrams)
    assert found is None or all(holds(found, d) for d in diagrams)
    return found.constants if found is not None else ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a b = segment a b; c = s_angle a b c 75/2 ? acompute b a b c", Fraction(75, 2)),
        ("a b = segment a b; c = s_angle a b c 30 ? acompute b c b a", 150),
        ("a b = segment a b; c = mirror c a b ? acompute a b b c", 0),
        ("a b c = r_triangle a b c ? acompute a b a c", 90),
        ("a b = segment a b; c d = trisegment c d a b ? rcompute a d a b", Fraction(2, 3)),
    ],
)
def test_a_simple_value_is_found(text: str, value: Fraction) -> None:
    assert asked(text) == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "a b c = triangle a b c ? acompute a b a c",
        "a b c = triangle a b c ? rcompute a b a c",
        "a b c d = isquare a b c d ? rcompute a c a b",
    ],
)
def test_what_varies_or_is_irrational_has_no_simple_value(text: str) -> None:
    assert asked(text) == ()
