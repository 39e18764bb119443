"""Statements whose sentences are shuffled say the same."""

from __future__ import annotations

from collections import Counter

import pytest

from solver import collection
from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.language.unordered import unordered


def facts(problem: Problem) -> Counter[str]:
    """How often each predicate is said; names of points that the statement doesn't name depend on the order."""
    return Counter(f"{s.predicate.name} {s.constants}" for s in problem.premises)


@pytest.mark.parametrize("entry", list(collection.entries())[::5], ids=lambda entry: entry.name)
def test_premises_and_goal_are_the_same(entry: collection.Entry) -> None:
    ordered, shuffled = entry.statement.parse(), unordered(entry.statement, 1).parse()
    assert facts(shuffled) == facts(ordered)
    assert shuffled.goal.predicate == ordered.goal.predicate
    assert len(shuffled.points) == len(ordered.points)


def test_sentences_of_one_line_remarks_and_empty_lines() -> None:
    text = "let ABC be a triangle; AB = AC. # equal\n\n   the point M is the midpoint of BC\nprove AM ⟂ BC"
    found = unordered(NamedStatement("x", text, 5), 0)
    assert sorted(found.text.split("\n")) == [
        "AB = AC",
        "ABC be a triangle",
        "M is the midpoint of BC",
        "prove AM ⟂ BC",
    ]
    assert found.line == 1


def test_orders_differ_by_seed_and_only_by_seed() -> None:
    statement = NamedStatement("x", "\n".join(f"D_{i} on AB" for i in range(9)) + "\nprove D_1 D_2 A collinear")
    first, second, other = (unordered(statement, seed).text for seed in (1, 1, 2))
    assert first == second != other
    assert sorted(first.split("\n")) == sorted(other.split("\n"))


def test_a_statement_of_constructions_loses_their_order() -> None:
    text = "a b c = triangle a b c; h = on_tline h b a c, on_tline h c a b ? perp a h b c"
    problem = unordered(NamedStatement("x", text), 0).parse()
    assert problem.is_plain and not problem.clauses
    assert set(problem.points) == {"A", "B", "C", "H"}
    assert problem.goal.predicate.name == "perp"


def test_a_wrong_statement_is_refused() -> None:
    with pytest.raises(ParseError):
        unordered(NamedStatement("x", "triangle a b c; prove AB = AC"), 0)
