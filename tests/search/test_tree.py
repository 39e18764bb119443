"""The tree search: it finds points, reports what it tried, and does the same whatever the number of threads."""

from __future__ import annotations

import pytest

from solver.deduction.closure import Outcome, close
from solver.search.budget import Budget, SearchReport
from solver.search.extend import extend
from solver.search.node import Node
from solver.search.prune import merged, smallest
from solver.search.strategy import STANDARD, Strategy
from solver.search.tree import Found, Search
from tests.search.statements import NEEDS_A_POINT, opened


def search(text: str, budget: Budget, threads: int = 1) -> tuple[tuple[Found, ...], SearchReport]:
    problem, diagrams, _closure = opened(text)
    with_goal = close(problem, diagrams, goal=problem.goal, room=budget.depth)
    run = Search(with_goal.root(problem.goal), Strategy(), budget, threads=threads)
    return next(run.found(), ()), run.report


def test_finds_a_point_with_which_the_goal_follows_from_scratch() -> None:
    found, report = search(NEEDS_A_POINT, Budget(60.0))
    problem, diagrams, closure = opened(NEEDS_A_POINT)
    assert closure.outcome is Outcome.SATURATED and not closure.is_entailed(problem.goal)
    assert found and report.closures > 0
    for one in found:
        added = merged((*one.lemmas, one.path), len(problem.points))
        extended, placed = extend(problem, diagrams, closure.root(problem.goal), added)
        assert close(extended, placed, goal=problem.goal).outcome is Outcome.PROVED


def test_threads_change_nothing_but_the_time() -> None:
    alone, report = search(NEEDS_A_POINT, Budget(60.0))
    together, other = search(NEEDS_A_POINT, Budget(60.0), threads=2)
    assert alone == together
    assert (report.closures, report.by_depth, report.lemmas) == (other.closures, other.by_depth, other.lemmas)


#: Newton's line: true, and out of reach of a few thousand trials.
HOPELESS = (
    "a b c d = quadrangle a b c d; m = midpoint m a c; n = midpoint n b d; e = on_line e a b, on_line e c d; "
    "f = on_line f a d, on_line f b c; p = midpoint p e f ? coll m n p"
)


#: The touch chord's mirror image of the midpoint between a corner and the orthocenter: proved by facts of several points.
NEEDS_FACTS = (
    "a b c = triangle a b c; h = orthocenter h a b c; e = midpoint e a h; i = incenter i a b c; k = foot k i a b; "
    "l = foot l i a c; f = reflect f e k l; o = circumcenter o a b c ? coll f o i"
)


@pytest.mark.parametrize("depth", [1, 2])
def test_a_budget_of_closures_ends_the_search_and_the_report_says_what_was_tried(depth: int) -> None:
    found, report = search(HOPELESS, Budget(60.0, depth=depth, closures=3000))
    assert not found
    assert sum(report.by_depth) <= report.closures < 3000 + 4096
    assert f"{report.by_depth[0]:,} of {report.one_point:,} one-point constructions" in report.in_words()


def test_the_search_of_depth_one_is_exhausted() -> None:
    found, report = search(HOPELESS, Budget(60.0, depth=1))
    assert not found
    assert len(report.by_depth) == 1


def test_a_deadline_ends_the_search() -> None:
    found, report = search(HOPELESS, Budget(0.2))
    assert not found
    assert report.seconds < 1.5


def test_observers_hear_of_the_progress() -> None:
    problem, _, closure = opened(HOPELESS)
    heard: list[int] = []
    run = Search(
        closure.root(problem.goal),
        Strategy(),
        Budget(60.0, closures=2000),
        observe=lambda r: heard.append(r.closures),
    )
    assert list(run.found()) == []
    assert heard == sorted(heard) and heard[-1] == run.report.closures


def test_facts_are_absorbed_long_before_all_points_have_been_tried() -> None:
    problem, diagrams, closure = opened(NEEDS_FACTS)
    first_stage = len(Node(closure.root(problem.goal), (), 60.0).candidates(0))
    root = close(problem, diagrams, goal=problem.goal, room=4).root(problem.goal)
    budget = Budget(60.0, closures=first_stage)
    run = Search(root, STANDARD, budget, prior=STANDARD.prior(problem, problem.goal))
    found = next(run.found(), ())
    assert found and found[0].lemmas and run.report.beginnings > 1
    assert run.report.closures < first_stage / 3


def test_points_to_spare_are_dropped() -> None:
    found, _ = search(NEEDS_A_POINT, Budget(60.0))
    size = len(opened(NEEDS_A_POINT)[0].points)
    needed = found[0].path
    points = merged([f.path for f in found], size)
    assert len(points) > 1
    assert smallest(points, size, lambda some: set(needed) <= set(some)) == needed
