"""Points that only stand for a radius give way to others of their circle."""

from __future__ import annotations

import pytest

from solver.language.convert import understood
from solver.language.read import parse_statement
from solver.proving import prove


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A circle with center O and radius 5 is inscribed in a rhombus ABCD with AC = 20. Find [ABCD].", "OT = 5"),
        ("A circle with radius 2 and center O touches the legs CA and CB of right triangle ABC with right angle at C. AB = 9. "
         "Find CO.", "OT = 2"),
        ("From P outside a circle with center O and radius 5 a tangent is drawn. OP = 13. Find the length of the tangent from P to "
         "the circle.", "OT = 5"),
    ],
)  # fmt: skip
def test_a_point_of_contact_is_as_good_as_a_point_that_was_made_up(text: str, line: str) -> None:
    problem = parse_statement(text)
    assert line in understood(problem).split("\n")
    assert not any(p.startswith("X") for p in problem.points)


@pytest.mark.parametrize(
    "text",
    [
        "A circle has center O and radius 5. OP = 13. Find OP / 13.",
        "Two circles with centers O and P have radii 3 and 4. OP = 5. Prove that the circles are orthogonal.",
    ],
)
def test_where_a_circle_has_no_other_point_it_stays(text: str) -> None:
    assert any(p.startswith("X") for p in parse_statement(text).points)


def test_figures_are_found_and_values_proved_without_them() -> None:
    text = "A circle with center O and radius 5 is inscribed in a rhombus ABCD with AC = 20. Find the area of ABCD."
    result = prove(text, timeout=20)
    assert result.is_proved, result.reason
    assert result.answer is not None
    assert result.answer.text == "200*sqrt(3)/3"
