"""What is asked for is asked for: nothing that follows prove or find is taken as given, and nothing of it is dropped."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.read import parse_statement

MEDIAN = "triangle A B C; D midpoint of B C; "


def goals(problem: Problem) -> list[str]:
    return [str(goal.statement) for goal in problem.goals]


@pytest.mark.parametrize(
    "asked",
    [
        "prove A B = A C and A D ⟂ B C",
        "prove both AB = AC and AD ⟂ BC",
        "show that AB = AC, and that AD ⟂ BC",
        "prove that AB = AC with AD ⟂ BC",
        "prove AB = AC such that AD ⟂ BC",
        "prove AB = AC, AD ⟂ BC",
        "prove AB = AC and\nAD ⟂ BC",
        "prove AB = AC\nand also AD ⟂ BC",
        "Prove AB = AC. Also AD ⟂ BC.",
        "prove that AB = AC satisfying AD ⟂ BC",
        "prove AB = AC and prove AD ⟂ BC",
        "prove AB = AC; show AD ⟂ BC",
        "demonstrate that we have AB = AC and (AD ⟂ BC)",
    ],
)
def test_all_that_follows_prove_is_a_goal(asked: str) -> None:
    problem = parse_statement(MEDIAN + asked)
    assert list(map(str, problem.premises)) == ["coll D B C", "cong D B D C"]
    assert goals(problem) == ["cong A B A C", "perp A D B C"]


@pytest.mark.parametrize(
    "asked",
    [
        "prove AB = AC if AD ⟂ BC",
        "prove AB = AC, when AD ⟂ BC",
        "prove AB = AC given that AD ⟂ BC",
        "prove AB = AC provided AD ⟂ BC",
        "prove that if AD ⟂ BC, then AB = AC",
        "AD ⟂ BC, prove AB = AC",
        "if AD ⟂ BC, then prove AB = AC",
        "prove AB = AC. Suppose AD ⟂ BC.",
    ],
)
def test_a_hypothesis_has_an_if_or_a_sentence_of_its_own(asked: str) -> None:
    problem = parse_statement(MEDIAN + asked)
    assert list(map(str, problem.premises)) == ["coll D B C", "cong D B D C", "perp A D B C"]
    assert goals(problem) == ["cong A B A C"]


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("find ∠ABC and AB = AC", "after if"),
        ("find ∠ABC with AB = AC", "after if"),
        ("find ∠ABC, D on segment AB", "after if"),
        ("what can be said?; prove AB = AC", "ask it alone"),
        ("prove D inside triangle ABC", "prove one relation"),
        ("prove D != A and D != B", "prove one relation"),
    ],
)
def test_what_is_neither_asked_nor_given_is_refused(asked: str, hint: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_statement(MEDIAN + asked)
    assert hint in caught.value.hint


def test_find_may_ask_for_several_things() -> None:
    problem = parse_statement("triangle ABC; AB = AC; ∠A = 40; find ∠B, ∠C and |AB| / |AC|; prove AC = AB")
    assert goals(problem) == ["acompute B C B A", "acompute C A C B", "rcompute A B A C", "cong A C A B"]


@pytest.mark.parametrize(
    ("given", "asked", "goal", "conditions"),
    [
        ("D on extension of B C", "D on segment B C", "coll D B C", ["D between B and C"]),
        ("D on line B C", "D on side B C", "coll D B C", ["D between B and C"]),
        ("D on line B C", "D between B and C", "coll D B C", ["D between B and C"]),
        ("D on side B C", "D on ray B C", "coll D B C", ["D on ray B C"]),
        ("D on line B C", "D on extension of B C beyond C", "coll D C B", ["C between B and D"]),
        ("D on line B C", "A D bisects angle B A C", "eqangle A B A D A D A C", ["B and C on opposite sides of A D"]),
        ("D on B C", "A D external bisector of angle B A C", "eqangle A B A D A D A C",
         ["B and C on the same side of A D"]),
        ("point D", "D on bisector of angle B A C", "eqangle A B A D A D A C", ["B and C on opposite sides of A D"]),
        ("D on line B C", "D on line B C and D between B and C", "coll D B C", ["D between B and C"]),
    ],
)  # fmt: skip
def test_what_a_goal_says_beyond_its_equation_belongs_to_it(
    given: str, asked: str, goal: str, conditions: list[str]
) -> None:
    problem = parse_statement(f"triangle A B C; {given}; prove {asked}")
    assert goals(problem)[0] == goal
    assert [str(c) for c in problem.goal_conditions] == conditions
    assert not {str(c) for c in problem.conditions} & set(conditions)


def test_circles_touch_as_the_goal_says() -> None:
    given = "triangle ABC; circle w with center O through A; circle v with center P through A; A, P, O collinear; "
    outside = parse_statement(given + "prove v externally tangent to w at A")
    inside = parse_statement(given + "prove v internally tangent to w at A")
    assert [str(c) for c in outside.goal_conditions] == ["A between P and O"]
    assert [str(c) for c in inside.goal_conditions] == ["P on ray A O"]


@pytest.mark.parametrize(
    ("shape", "goal_count"),
    [("K L M N parallelogram", 2), ("K L M N rectangle", 3), ("K L M N square", 4), ("K L M N rhombus", 3)],
)
def test_a_shape_is_as_many_goals_as_make_it(shape: str, goal_count: int) -> None:
    problem = parse_statement(f"quadrilateral A B C D; K, L, M, N midpoints of AB, BC, CD, DA; prove {shape}")
    assert len(problem.goals) == goal_count
    assert [str(c) for goal in problem.goals for c in goal.conditions] == ["convex polygon K L M N"]
