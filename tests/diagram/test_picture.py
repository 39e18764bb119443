"""What a figure shows, by names."""

from __future__ import annotations

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.picture import Picture, Role, picture_of
from solver.language.orientation import oriented
from solver.language.read import parse_statement


def picture(text: str) -> Picture:
    problem = parse_statement(text)
    at = build_diagram(problem).places()
    read = oriented(problem, at)
    return picture_of(read, at, read.goal)


def test_an_incircle_is_drawn_about_its_center_through_a_point_of_contact() -> None:
    shown = picture("triangle A B C; I incenter of A B C; D foot of perpendicular from I to B C; prove |I D| = |I D|")
    assert [(r.center, r.on) for r in shown.rings] == [("I", ("D",))]


@pytest.mark.parametrize(
    "text",
    [
        "triangle A B C; A B perpendicular to A C; D midpoint of B C; prove |D A| = |D B|",
        "square A B C D; M midpoint of B C; prove |M A| = |M D|",
        "right triangle A B C with right angle at A; square A B K L, L and C on opposite sides of A B; prove |A B| = |A L|",
    ],
)
def test_no_circle_is_drawn_about_the_vertex_of_a_right_angle(text: str) -> None:
    assert not picture(text).rings


@pytest.mark.parametrize(
    ("goal", "strokes"),
    [
        ("|A B| + |A C| = |B C| + |A D|", {"AB", "AC", "BC", "AD"}),
        ("∠ D A B = ∠ C A D", {"AB", "AC", "AD"}),
        ("|A B| * |D C| = |A C| * |D B|", {"AB", "AC", "BD", "CD"}),
        ("D, B, C collinear", {"DBC"}),
        ("|A B|^2 = |A D|^2 + |B D|^2", {"AB", "AD", "BD"}),
    ],
)
def test_goals_of_every_kind_are_marked(goal: str, strokes: set[str]) -> None:
    problem = parse_statement(f"triangle A B C; D on segment B C; prove {goal}")
    at = {"A": 0.3 + 1j, "B": -1 + 0j, "C": 1 + 0j, "D": 0.1 + 0j}
    read = oriented(problem, at)
    shown = picture_of(read, at, read.goal)
    assert {"".join(sorted(s.points)) for s in shown.strokes if s.role is Role.GOAL} == {
        "".join(sorted(s)) for s in strokes
    }


def test_equal_angles_of_the_premises_are_marked_where_they_are_equal_as_drawn() -> None:
    shown = picture("triangle A B C; A D bisects angle B A C; D on B C; prove |A B| * |D C| = |A C| * |D B|")
    ((first, second),) = shown.equal_angles
    assert first[1] == second[1] == "A"
