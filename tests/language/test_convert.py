"""Problems from one language to another: premises and goal stay."""

from __future__ import annotations

import pytest

from solver.diagram.build import build_diagram
from solver.errors import ParseError
from solver.language.configuration import disagreement
from solver.language.constructions import CONSTRUCTIONS
from solver.language.constructions_in_words import PHRASES
from solver.language.convert import Language, capitals, converted
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from tests.language.meaning import goal_of, premises_of
from tests.language.plain_statements import TYPED

CONSTRUCTIVE = [c.example for c in CONSTRUCTIONS.values() if parse_statement(c.example).goal.equations()]
# A right angle of one of several triangles.
CONSTRUCTIVE.append("d a b = r_triangle d a b; c = midpoint c b a; e = circle e a c d ? cong e d e a")
COORDINATES = [
    "a@0_0 = ; b@4_0 = ; m@2_0 = coll m a b, cong m a m b ? rconst m a a b 1/2",
    "a@0_0 = ; b1@1_0 = ; c'@0_1 = perp a b1 a c', cong a b1 a c' ? acompute c' b1 c' a",
    "a@0_0 = ; b@3_0 = ; c@1_2 = ; d@1_0 = coll d a b, perp c d a b ? distseq a d d b a b 1 1 -1",
]


def _renamed(problem: Problem, source: Problem) -> Problem:
    """The translation with the names of its source."""
    names = dict(zip(problem.points, source.points, strict=True))
    text = problem
    return Problem(
        text.name, "", source.points,
        tuple(type(s)(s.predicate, tuple(names[p] for p in s.points), s.constants) for s in text.premises),
        type(text.goal)(text.goal.predicate, tuple(names[p] for p in text.goal.points), text.goal.constants),
    )  # fmt: skip


def _check(text: str, language: Language) -> None:
    problem = parse_statement(text)
    at = build_diagram(problem).places()
    translated = parse_statement(converted(problem, language, at))
    source = oriented(problem, at)
    by_name = dict(zip((capitals(problem.points)[p] for p in problem.points), problem.points, strict=True))
    names = by_name if language is Language.PLAIN and not problem.is_plain else {p: p for p in problem.points}
    again = oriented(translated, {q: at[names[q]] for q in translated.points})
    ordered = Problem(again.name, "", tuple(names), again.premises, again.goal)
    same = _renamed(ordered, source)
    assert premises_of(same) == premises_of(source)
    assert goal_of(same) == goal_of(source)


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("text", CONSTRUCTIVE)
def test_a_constructive_statement_keeps_premises_and_goal(text: str, language: Language) -> None:
    _check(text, language)


@pytest.mark.parametrize("language", [Language.PLAIN, Language.COORDINATES], ids=lambda language: language.value)
@pytest.mark.parametrize("text", COORDINATES)
def test_a_statement_with_coordinates_keeps_premises_and_goal(text: str, language: Language) -> None:
    _check(text, language)


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("name", TYPED)
def test_a_plain_statement_keeps_premises_and_goal(name: str, language: Language) -> None:
    _check(TYPED[name][0], language)


@pytest.mark.parametrize("name", PHRASES)
def test_figures_of_the_words_are_figures_of_the_construction(name: str) -> None:
    problem = parse_statement(CONSTRUCTIONS[name].example)
    words = parse_statement(converted(problem, Language.PLAIN, {}))
    at = build_diagram(words).places()
    names = capitals(problem.points)
    assert disagreement(problem, {p: at[names[p]] for p in problem.points}) == ""


def test_a_premise_without_a_construction_is_named() -> None:
    problem = parse_statement("triangle A B C; |A B| + |A C| = 2 |B C|; I incenter; prove |B I| = |C I|")
    with pytest.raises(ParseError, match=r"\|A B\|") as caught:
        converted(problem, Language.CONSTRUCTIVE, {})
    assert "coordinate language" in caught.value.hint
