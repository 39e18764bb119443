"""Symmetries of statements: found however the statement is told, and told apart from what only looks alike."""

from __future__ import annotations

import time

import pytest

from solver.deduction.closure import close
from solver.diagram.pair import draw_pair
from solver.knowledge.library import run_by_default
from solver.language.read import parse_statement
from solver.records.symmetry import symmetry_of


def found(text: str) -> tuple[set[frozenset[str]], bool] | None:
    """Which points change places, and whether triangles are turned over."""
    problem = parse_statement(text)
    drawn = draw_pair(problem, 0, time.monotonic() + 60.0)
    assert drawn.goal is not None
    symmetry = symmetry_of(close(drawn.problem, drawn.diagrams, theorems=run_by_default()), drawn.goal)
    if symmetry is None:
        return None
    turned = set()
    for i in range(len(symmetry.image)):
        cycle = [i]
        while (following := symmetry.image[cycle[-1]]) != i:
            cycle.append(following)
        assert len(cycle) in (1, symmetry.order)
        if len(cycle) > 1:
            turned.add(frozenset(drawn.problem.points[j] for j in cycle))
    return turned, symmetry.reverses


def cycles(text: str) -> set[frozenset[str]]:
    return {frozenset(cycle) for cycle in text.split()}


FEET = "a b c = triangle a b c; d = foot d b a c; e = foot e c a b; m = midpoint m b c ? cong m d m e"
#: The same: one foot by its right angle, the other on the circle over BC, and another order of points.
FEET_OTHERWISE = (
    "b c a = triangle b c a; e = on_line e a b, on_tline e c a b; d = on_line d a c, on_dia d b c; m = midpoint m c b "
    "? cong m d m e"
)


@pytest.mark.parametrize("text", [FEET, FEET_OTHERWISE])
def test_points_that_a_statement_treats_alike_change_places(text: str) -> None:
    assert found(text) == (cycles("bc de"), True)


def test_of_three_corners_that_are_alike_two_change_places() -> None:
    feet = "a b c = triangle a b c; d = foot d b c a; e = foot e c a b; f = foot f a b c; o = circumcenter o a b c; "
    assert found(feet + "h = orthocenter h a b c ? perp c h a b") == (cycles("ab df"), True)
    alike = found(feet + "h = on_line h a f, on_line h b d; n = midpoint n o h ? coll o n h")
    assert alike is not None
    assert alike[1] and len(alike[0]) == 2


def test_where_no_two_change_places_three_do_in_turn() -> None:
    text = (
        "a b c = triangle a b c; d = on_tline d b a b, on_bline d b c; e = on_tline e c b c, on_bline e c a; "
        "f = on_tline f a c a, on_bline f a b; o = circumcenter o a b c; h = orthocenter h a b c; n = midpoint n o h ? coll o n h"
    )
    assert found(text) == (cycles("abc def"), False)


def test_half_a_turn_turns_no_triangle_over() -> None:
    text = "a b c = triangle a b c; d = parallelogram a b c d; k = midpoint k a b; l = midpoint l c d ? para a l k c"
    assert found(text) == (cycles("ac bd kl"), False)


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
    assert found(text) is None
