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
        ("triangle ABC; AB = 3; AB = 4; find ∠A", "AB is said to be 3 and 4"),
        ("triangle ABC; AB + [ABC] = 3; find AB", "different dimensions"),
        ("triangle ABC; find [ABC]", "figures have no scale"),
        ("triangle ABC; AB = 2x + y; find AC / BC", "it isn't said what"),
        ("triangle ABC; AB = π; find AC", "π has a meaning in angles only"),
    ],
)
def test_values_that_can_not_be_are_refused(text: str, why: str) -> None:
    with pytest.raises(ParseError, match=why):
        read(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Let ABC be a triangle with AB = 5, BC = 6, CA = 7. How long is the median from A?", "find 5·AM/AB"),
        ("Let ABC be a triangle with sides AB = 5, BC = 6 and CA = 7. Find the area of triangle ABC.", "find 25·[ABC]/AB^2"),
        ("In triangle ABC, AB : BC : CA = 3 : 4 : 5. Find sin A.", "find sin ∠CAB"),
        ("Let ABCD be a square with side length 6. Find all possible values of AC.", "find 6·AC/AB"),
        ("In triangle ABC, a = 7, b = 8, c = 9. Find the circumradius of triangle ABC.", "find 7·OA/BC"),
        ("The area of triangle ABC is m√n, where m and n are integers. Given AB = 4, BC = 5, CA = 6, find m + n.",
         "find 16·[ABC]/AB^2"),
        ("在△ABC中，S△ABC=30，M是BC的中点。求S△ABM。", "find [ABM]/(√([ABC]/30))^2"),
    ],
)  # fmt: skip
def test_papers_ask_for_values_in_words(text: str, asked: str) -> None:
    assert str(read(text).goal) == asked


def test_what_is_on_a_line_without_ends_has_no_length() -> None:
    with pytest.raises(ParseError, match="ℓ"):
        read("Let ABC be a triangle with AB = 5. Let ℓ be the perpendicular bisector of AB. Find the length of ℓ.")
