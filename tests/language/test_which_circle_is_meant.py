"""Circles that are spoken of without a name: the same one, those that a triangle has, those that a tangent is common to."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.convert import understood
from solver.language.read import parse_statement


def said(text: str) -> set[str]:
    return set(understood(parse_statement(text)).split("\n"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A circle passes through A and B. Points C and D lie on the same circle. Prove that AB = CD.", {"A B C D concyclic"}),
        ("Let ω be a circle with center O. Points C and D lie on the same circle. Prove that OC = OD.", {"|O D| = |O C|"}),
        ("A square ABCD is inscribed in a circle. A triangle PQR is inscribed in the same circle. Find AB/PQ.",
         {"A B C P concyclic", "A B C Q concyclic", "A B C R concyclic"}),
        ("Points A, B, C, D lie on the same circle. Prove that AB = CD.", {"A B C D concyclic"}),
        ("Let D be a point on line BC of triangle ABC. Points E and F lie on the same line. Prove that DE = DF.",
         {"E B C collinear", "F B C collinear"}),
    ],
)  # fmt: skip
def test_the_same_circle_is_the_one_that_was_spoken_of(text: str, lines: set[str]) -> None:
    assert lines <= said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Triangle ABC has an inscribed circle of radius 1 and a circumscribed circle of radius 3. Find AB.",
        "Let ABC be a triangle with an incircle of radius 1 and a circumcircle of radius 3. Find AB.",
        "A triangle ABC has a circumscribed circle of radius 3, and an inscribed circle of radius 1. Find AB.",
    ],
)
def test_both_circles_are_the_triangles(text: str) -> None:
    assert {"O circumcenter of A B C", "OA = 3", "I incenter of A B C", "ID = 1"} <= said(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Circle ω_1 with radius 3 is externally tangent to circle ω_2 with radius 5. A common external tangent touches ω_1 at A and "
         "ω_2 at B. Find AB.", {"OA = 3", "O_1 B = 5", "B A ⟂ O A", "O_1 B ⟂ B A"}),
        ("Two circles of radii 3 and 4 are externally tangent. Find the length of their common external tangent.",
         {"find T_1 T_2"}),
        ("Two circles with centers O and P have radii 3 and 4 and OP = 12. Find the length of a common internal tangent.",
         {"O and P on opposite sides of T T_1", "find T T_1"}),
    ],
)  # fmt: skip
def test_a_common_tangent_is_of_the_two_circles(text: str, lines: set[str]) -> None:
    assert lines <= said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two tangents from a point P touch a circle with centre O at A and B. Prove that PA = PB.",
        "The tangents from P touch the circle with center O at A and B. Prove that PA = PB.",
        "Let ω be a circle with center O. Tangents from P touch ω at A and B. Prove that PA = PB.",
    ],
)
def test_what_tangents_from_a_point_touch_is_what_they_are_tangents_to(text: str) -> None:
    assert {"O A ⟂ A P", "O B ⟂ B P"} <= said(text)


def test_two_points_on_the_same_line_as_no_other_are_refused() -> None:
    with pytest.raises(ParseError):
        parse_statement("Points A and B are on a line. Points C and D are on the same line. Prove that AB = CD.")
