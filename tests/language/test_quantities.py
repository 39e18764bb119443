"""Values and names of lengths, areas and angles: what is given, and what is asked for."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.statements.predicates import FIND, QUANTITY


def read(text: str) -> Problem:
    return parse_statement(text)


def premises(text: str) -> set[str]:
    return set(map(str, read(text).premises))


def test_lengths_with_values_are_ratios_to_the_first() -> None:
    assert premises("triangle ABC; AB = 13; BC = 14; find BC + CA") == {"rconst B C A B 14/13"}


def test_a_name_is_what_it_was_first_said_to_be() -> None:
    assert premises("triangle ABC; AB = 3a; AC = 4a; find BC") == {"rconst A C A B 4/3"}
    problem = read("triangle ABC; AB = 3a; AC = 4a; find BC")
    assert [name for name, _ in problem.asking[problem.goal].names] == ["a"]


def test_areas_are_said_by_the_foot_of_a_perpendicular() -> None:
    said = premises("triangle ABC; [ABC] = 2 [ABD]; D inside ABC; find AB / AC")
    assert any(s.startswith("distmeq") for s in said)


def test_a_cosine_tells_whether_its_angle_is_acute() -> None:
    problem = read("triangle ABC; cos A = -3/5; find AB / AC")
    assert any(str(c) == "angle C A B > 90" or str(c) == "angle B A C > 90" for c in problem.conditions)


def test_what_no_predicate_says_is_asked_and_claimed_as_an_expression() -> None:
    assert read("triangle ABC; AB = 2; find [ABC]").goal.predicate is FIND
    assert read("triangle ABC; M midpoint of BC; prove [ABM] = [ACM]").goal.predicate is QUANTITY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("triangle ABC; AB = 3; BC = 4; CA = 10; find ∠A", "triangle inequality"),
        ("triangle ABC; AB = 3; AB = 4; find ∠A", "AB is 3 and 4"),
        ("triangle ABC; AB + [ABC] = 3; find AB", "different dimensions"),
        ("triangle ABC; find [ABC]", "figures have no scale"),
        ("triangle ABC; AB = 2x + y; find AC / BC", "it isn't said what"),
        ("triangle ABC; AB = π; find AC", "π has a meaning in angles only"),
    ],
)
def test_values_that_can_not_be_are_refused(text: str, why: str) -> None:
    with pytest.raises(ParseError, match=why):
        read(text)
