"""Statements that are a single sentence, as somebody types them who has no more to say."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement

READ = {
    "In triangle ABC, prove that AB + AC > BC.": "greater",
    "In an acute triangle ABC prove that the altitudes are concurrent": "perp",
    "For a parallelogram ABCD, prove that AB = CD.": "cong A B C D",
    "Show that the medians of a triangle ABC meet at one point": "coll",
    "ABC is a right triangle with right angle at C, find the angle between AC and BC": "acompute",
    "Find the angle between the diagonals of a square ABCD": "acompute",
    "If D is the midpoint of BC in triangle ABC and AD = BD, then prove that angle BAC is right": "perp A B A C",
    "If D is the midpoint of BC in triangle ABC and AD = BD, then angle BAC is right.": "perp A B A C",
    "For all points P inside a triangle ABC, prove that PA + PB > AB.": "greater",
}


@pytest.mark.parametrize("text", READ)
def test_a_single_sentence_is_read(text: str) -> None:
    assert str(parse_statement(text).goal).startswith(READ[text])


@pytest.mark.parametrize("what", ["all points P inside", "every point P inside", "any point P inside"])
def test_what_is_said_of_all_points_is_said_of_one(what: str) -> None:
    assert parse_statement(f"For {what} a triangle ABC, prove that PA + PB > AB.").points == ("P", "A", "B", "C")


@pytest.mark.parametrize(
    ("text", "goal", "premises"),
    [
        ("Let ABC be a triangle. If AB = AC, then ∠ABC = ∠ACB.", "eqangle", 1),
        ("Let M be the midpoint of BC in triangle ABC. If MA = MB, then AB ⟂ AC.", "perp A B A C", 3),
        ("If ABCD is a parallelogram and M is the midpoint of AC, then B, M, D are collinear.", "coll B M D", 6),
    ],
)
def test_a_theorem_told_with_if_and_then_is_to_be_proved(text: str, goal: str, premises: int) -> None:
    problem = parse_statement(text)
    assert str(problem.goal).startswith(goal)
    assert len(problem.premises) == premises


def test_a_condition_without_a_claim_is_no_goal() -> None:
    with pytest.raises(ParseError, match="the goal is missing"):
        parse_statement("Let ABC be a triangle with AB = AC. If D is the midpoint of BC.")
