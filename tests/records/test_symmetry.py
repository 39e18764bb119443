"""Symmetries of statements: found however the statement is told, and told apart from what only looks alike."""

from __future__ import annotations

import time

import pytest

from solver.deduction.closure import close
from solver.diagram.pair import draw_pair
from solver.knowledge.library import run_by_default
from solver.language.read import parse_statement
from solver.records.symmetry import symmetry_of


def exchanged(text: str) -> tuple[set[frozenset[str]], bool] | None:
    """Which points change places, and whether triangles are turned over."""
    problem = parse_statement(text)
    drawn = draw_pair(problem, 0, time.monotonic() + 60.0)
    assert drawn.goal is not None
    found = symmetry_of(close(drawn.problem, drawn.diagrams, theorems=run_by_default()), drawn.goal)
    if found is None:
        return None
    names = drawn.problem.points
    assert all(found.image[found.image[i]] == i for i in range(len(names)))
    return {frozenset((p, names[q])) for p, q in zip(names, found.image, strict=True) if p != names[q]}, found.reverses


def pairs(text: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in text.split()}


@pytest.mark.parametrize(
    ("text", "expected", "reverses"),
    [
        ("a b c = triangle a b c; d = foot d b a c; e = foot e c a b; m = midpoint m b c ? cong m d m e", "bc de", True),
        # The same: one foot by its right angle, the other on the circle over BC, and another order of points.
        ("b c a = triangle b c a; e = on_line e a b, on_tline e c a b; d = on_line d a c, on_dia d b c; "
         "m = midpoint m b c ? cong m d m e", "bc de", True),
        # Half a turn of a quadrilateral whose sides' midpoints are named.
        ("a b c d = quadrangle a b c d; k = midpoint k a b; l = midpoint l b c; m = midpoint m c d; n = midpoint n d a; "
         "o = intersection_ll o k m l n ? cong k o m o", None, None),
    ],
)  # fmt: skip
def test_points_that_a_statement_treats_alike_change_places(
    text: str, expected: str | None, reverses: bool | None
) -> None:
    found = exchanged(text)
    assert found is not None
    if expected is not None:
        assert found == (pairs(expected), reverses)


@pytest.mark.parametrize(
    "text",
    [
        "a b c = triangle a b c; d = foot d b a c; m = midpoint m a b ? cong m a m d",
        # What is given is symmetric, what is asked for is not.
        "a b c = triangle a b c; d = foot d b a c; e = foot e c a b; m = midpoint m b c ? cong m b m d",
        "a b c d = quadrangle a b c d; e = midpoint e a b; f = midpoint f a c ? cong a e e b",
    ],
)
def test_where_the_goal_or_what_is_given_tells_points_apart_there_is_none(text: str) -> None:
    assert exchanged(text) is None
