"""Polygons that have no name: any one, the one that was spoken of and is such, or a new one."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement

ANY = {
    "Prove that the diagonals of a rhombus are perpendicular.": "perp A C B D",
    "Prove that the angle bisectors of a triangle are concurrent.": "eqangle C A C X C X C B",
    "Show that in any triangle the sum of the medians is less than the perimeter.": "greater",
    "Prove that in a right triangle the median to the hypotenuse equals half of the hypotenuse.": "rconst C M A B 1/2",
    "Prove that the circumcenter of a right triangle is the midpoint of its hypotenuse.": "midp O A B",
    "Prove that the orthocenter, the centroid and the circumcenter of a triangle are collinear.": "coll H G O",
    "Prove that in a rectangle the diagonals are equal.": "cong A C B D",
}

#: What form polygons, or bisect each other, and one of the goals.
FORMED = {
    "Prove that the midpoints of the sides of a quadrilateral form a parallelogram.": "para M M_1 M_2 M_3",
    "Prove that the midpoints of the sides of a quadrilateral are the vertices of a parallelogram.": "para M M_1 M_2 M_3",
    "ABCD is a square. K, L, M, N are the midpoints of AB, BC, CD, DA. Prove that K, L, M, N form a square.": "cong K L L M",
    "Prove that the diagonals of a parallelogram bisect each other.": "midp M B D",
    "Let ABCD be a quadrilateral. Prove that the segments joining the midpoints of opposite sides bisect each other.": "midp M_4 M_2 M_3",
}

#: A statement, a premise that is about a new polygon, and the vertices of which the goal speaks.
NEW = {
    "Let ABC be a triangle with AB = 2. Prove that the area of a square with side AB is 4.": (
        "cong A B B C_1",
        "ABC_1D",
    ),
    "Let ABC be a triangle with AB = 2. Find the area of an equilateral triangle with side AB.": (
        "cong A B B C_1",
        "ABC_1",
    ),
    "Let ABC be a triangle with medians AD, BE and CF. Find the ratio of the area of a triangle with sides AD, BE and CF to the "
    "area of triangle ABC.": ("cong A_1 B_1 B E", "A_1B_1C_1ABC"),
}

MISTAKEN = {
    "Let ABCD be a rectangle. Prove that the diagonals of the square are perpendicular.": "polygon",
    "Let ABC be a triangle. Let D be the circumcenter of the isosceles triangle. Prove that DA = DB.": "which triangle",
    "Let ABC be a triangle. Let O be the center of the square. Prove that OA = OB.": "polygon",
}


@pytest.mark.parametrize("text", [*ANY, *FORMED])
def test_what_is_said_of_a_polygon_is_to_be_proved_of_any(text: str) -> None:
    problem = parse_statement(text)
    wanted = {**ANY, **FORMED}[text]
    assert any(str(goal.statement).startswith(wanted) for goal in problem.goals)
    assert not problem.goal_given and all(goal.statement not in problem.premises for goal in problem.goals)


@pytest.mark.parametrize("text", NEW)
def test_a_polygon_that_is_described_is_a_new_one(text: str) -> None:
    premise, vertices = NEW[text]
    problem = parse_statement(text)
    assert premise in map(str, problem.premises)
    assert vertices in str(problem.goal).replace(" ", "").replace("]/[", "")


@pytest.mark.parametrize("text", MISTAKEN)
def test_a_polygon_is_not_taken_for_another_shape(text: str) -> None:
    with pytest.raises(ParseError, match=MISTAKEN[text]):
        parse_statement(text)


@pytest.mark.parametrize("said", ["AB = AC", "AC = BC", "∠ABC = ∠ACB and AB = AC"])
def test_a_triangle_with_equal_sides_may_be_called_isosceles(said: str) -> None:
    text = (
        f"Let ABC be a triangle with {said}. Let D be the circumcenter of the isosceles triangle. Prove that DA = DB."
    )
    assert "cong D A D B" in map(str, parse_statement(text).premises)


@pytest.mark.parametrize(
    ("joined", "lines"),
    [
        ("the lines joining the midpoints of opposite sides are perpendicular", "perp M M_1 M_2 M_3"),
        ("the segments joining the midpoints of opposite sides are equal", "cong M M_1 M_2 M_3"),
        ("the line joining the midpoints of the diagonals is parallel to AB", "para M M_1 A B"),
    ],
)
def test_lines_join_points_two_by_two(joined: str, lines: str) -> None:
    problem = parse_statement(f"Let ABCD be a convex quadrilateral. Prove that {joined}.")
    assert str(problem.goal) == lines
    assert not any("M M_1" in str(s) for s in problem.premises)


def test_squares_on_sides_of_others_are_not_taken_for_these() -> None:
    text = "Let ABC be a triangle with area 6 and AB = 2. Prove that a square with side BE has area 4."
    with pytest.raises(ParseError):
        parse_statement(text)
