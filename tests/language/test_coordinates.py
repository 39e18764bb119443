"""The coordinate language."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.written import written
from tests.suites import suite

POINTS = "a@0_0 = ; b@4_0 = ; m@2_0 ="


def test_points_premises_and_goal() -> None:
    problem = parse_statement(f"{POINTS} coll m a b, cong m a m b ? rconst m a a b 1/2")
    assert problem.coordinates == {"a": (0.0, 0.0), "b": (4.0, 0.0), "m": (2.0, 0.0)}
    assert [str(p) for p in problem.premises] == ["coll m a b", "cong m a m b"]
    assert str(problem.goal) == "rconst m a a b 1/2"


def test_there_may_be_no_premises() -> None:
    assert parse_statement(f"{POINTS} ? coll a b m").premises == ()


def test_a_goal_may_be_a_question() -> None:
    assert parse_statement("a@0_0 = ; b@1_0 = ; c@0_1 = perp a b a c ? acompute a b a c").goal.predicate.is_question


def test_an_aconst_turns_from_its_second_line_to_its_first() -> None:
    assert str(parse_statement("a@0_0 = ; b@1_0 = ; c@0_1 = ? aconst a b a c 90").goal) == "aconst a b a c 90"


def test_lengths_may_be_added() -> None:
    problem = parse_statement(f"{POINTS} ? distseq a m m b a b 1 1 -1")
    assert len(problem.goal.constants) == 3


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        (f"{POINTS} acompute a b a m ? coll a b m", "acompute is a question", 29),
        (f"{POINTS} coll a b q ? coll a b m", "“q” is not defined", 38),
        ("a@0_0 = ; a@1_0 = ; c@0_1 = ? coll a b c", "point a is defined twice", 11),
        ("a@0_0 = ; b = ; c@0_1 = ? coll a b c", "point b has no coordinates", 11),
        ("a@0_inf = ; b@1_0 = ; c@0_1 = ? coll a b c", "“0_inf” are not usable", 3),
        ("a@0_1e7 = ; b@1_0 = ; c@0_1 = ? coll a b c", "“0_1e7” are not usable", 3),
        ("a@0_ = ; b@1_0 = ; c@0_1 = ? coll a b c", "“0_” is no pair", 3),
        ("a@0_0_0 = ; b@1_0 = ; c@0_1 = ? coll a b c", "“0_0_0” is no pair", 3),
        (f"{POINTS} distseq a m m b 1 ? coll a b m", "distseq takes pairs of points", 29),
    ],
)
def test_a_wrong_statement_gets_one_clear_message(text: str, message: str, column: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_statement(text)
    assert message in caught.value.message
    assert caught.value.span is not None
    assert caught.value.span.column == column


@pytest.mark.parametrize("name", ["ag2_imo_without_aux.txt", "ag2_imo_with_aux.txt", "examples.txt"])
def test_the_suites_survive_a_round_trip(name: str) -> None:
    for statement in suite(name):
        problem = statement.parse()
        again = parse_statement(written(problem))
        assert (again.coordinates, again.premises, again.goal) == (problem.coordinates, problem.premises, problem.goal)
