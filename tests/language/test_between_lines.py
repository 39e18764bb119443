"""Angles between lines: as goals they turn either way, and are 90° at most where they are asked for; else where the lines meet."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.orientation import EITHER_WAY
from solver.language.plain_write import goal_sentence
from solver.language.read import parse_statement
from solver.proving import Status, prove
from tests.language.said import all_said

TRIANGLES = "Equilateral triangles ABD and ACE are constructed outside triangle ABC. "
SIDES = "Points D and E lie on the sides AB and AC of an equilateral triangle ABC, and AD = CE. "


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (SIDES + "Find the angle between the lines BE and CD.", "find angle between B E and C D"),
        (SIDES + "What is the acute angle between BE and CD?", "find angle between B E and C D"),
        (SIDES + "Prove that the angle between BE and CD is 60°.", "prove angle between B E and C D = 60°"),
        (SIDES + "Prove that BE and CD intersect at an angle of 60°.", "prove angle between B E and C D = 60°"),
        (SIDES + "Prove that the lines BE and CD meet at 60°.", "prove angle between B E and C D = 60°"),
        (SIDES + "Prove that BE makes an angle of 60° with CD.", "prove angle between B E and C D = 60°"),
        ("已知△ABC是等边三角形，D、E分别在AB、AC上，且AD=CE。求直线BE与CD的夹角。", "find angle between B E and C D"),
        ("已知△ABC是等边三角形，D、E分别在AB、AC上，且AD=CE。求证：BE与CD所成的角为60°。", "prove angle between B E and C D = 60°"),
        (
            "In quadrilateral ABCD, AB = CD. M and N are the midpoints of AD and BC. Prove that the angle between MN and AB "
            "equals the angle between MN and CD.",
            "prove angle between M N and A B = angle between M N and C D",
        ),
    ],
)  # fmt: skip
def test_as_a_goal_it_turns_either_way(text: str, goal: str) -> None:
    problem = parse_statement(text)
    senses = problem.goal_senses[problem.goal]
    assert set(senses) == {EITHER_WAY}
    assert goal_sentence(problem.goal, senses) == goal
    # What is shown is read as it was meant.
    again = parse_statement(f"triangle A B C; points D, E, M, N; {goal}")
    assert (again.goal, again.goal_senses[again.goal]) == (problem.goal, senses)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The angle between the medians AD and BE of triangle ABC is 60°. Prove that AB = BC.", {"coll X A D", "coll X B E"}),
        ("Let ABC be a triangle. The angle between AB and AC is 50°. Prove that AB = BC.", {"aconst A C A B 50"}),
        ("The medians AD and BE of triangle ABC form an angle of 60°. Prove that AB = BC.", {"coll X A D", "aconst X B X A 60"}),
        ("The diagonals of parallelogram ABCD meet at an angle of 120°. Prove that AB = BC.", {"coll X A C", "aconst X B X A 120"}),
        ("Let D be on side BC of triangle ABC. The line AD makes with BC an angle of 70°. Prove that AB = BC.", {"aconst D B D A 70"}),
        ("Let D be on side BC of triangle ABC. The line AD makes a right angle with BC. Prove that AB = BC.", {"perp A D B C"}),
        ("Let D be on side BC of triangle ABC. The line AD makes equal angles with AB and AC. Prove that AB = BC.",
         {"eqangle A B A D A D A C"}),
        ("Let ABC be a triangle with a 60° angle at A. Prove that AB = BC.", {"aconst A B A C 60"}),
        (SIDES + "Find the angle between AB and AC.", {"? acompute A C A B"}),
        (SIDES + "Prove that the angle between BE and CD is twice the angle BEC.", {"coll X B E", "coll X C D"}),
    ],
)  # fmt: skip
def test_else_it_is_one_where_the_lines_meet(text: str, facts: set[str]) -> None:
    assert facts <= all_said(parse_statement(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SIDES + "Prove that the acute angle between BE and CD is 120°.", "an acute angle isn't 120°"),
        (SIDES + "Find the obtuse angle between BE and CD.", "greater angle between lines"),
    ],
)
def test_what_it_cant_be_is_refused(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse_statement(text)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("given", [TRIANGLES, SIDES])
def test_it_is_found_and_proved_in_figures_of_both_orientations(given: str, seed: int) -> None:
    found = prove(given + "Find the angle between the lines BE and CD.", seed=seed)
    assert (found.status, found.answer and found.answer.text) == (Status.PROVED, "60")
    assert prove(given + "Prove that the angle between the lines BE and CD is 60°.", seed=seed).is_proved
    assert prove(given + "Prove that the angle between the lines BE and CD is 50°.", seed=seed).status is Status.FALSE


def test_an_angle_without_a_simple_value_isnt_false() -> None:
    given = "Let M be the midpoint of side AB of triangle ABC"
    found = prove(f"{given} with angle A = 50° and angle B = 60°. Find the angle between CM and BC.")
    assert found.status is Status.UNPROVED and "has no simple closed form" in found.reason
    found = prove(f"{given}. Find the angle between the lines CM and BC.")
    assert found.status is Status.UNPROVED and "isn't the same in all figures" in found.reason
