"""A search in bounded memory: what is dropped can be made anew, and what is left does the same in the same order."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import numpy as np
import pytest

from solver._core import CANDIDATE, PlaceSets
from solver.deduction.closure import close
from solver.errors import DeadlineExceeded
from solver.policy.default import default_strategy
from solver.search.budget import Budget, Memory, SearchReport
from solver.search.frontier import Children, Frontier, Rest, Task
from solver.search.node import Candidates, Node
from solver.search.nodes import Nodes
from solver.search.strategy import STANDARD
from solver.search.symmetry import Position
from solver.search.tree import Search
from tests.search.statements import FIGURES, NEEDS_A_POINT, opened


def rows(*spots: tuple[int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.array(spots, dtype=np.int64).reshape(-1, 2)


def test_sets_of_places_are_new_once_in_whatever_order_they_come() -> None:
    rng = random.Random(1)
    known: set[frozenset[tuple[int, int]]] = set()
    sets = PlaceSets(10**6)
    for _ in range(400):
        path = tuple({(rng.randrange(-3, 3), rng.randrange(3)) for _ in range(rng.randrange(3))})
        spots = [(rng.randrange(-3, 3), rng.randrange(3)) for _ in range(5)]
        keys = [frozenset((*path, spot)) for spot in spots]
        expected = [len(key) > len(path) and key not in known for key in keys]
        assert sets.add(rows(*path), rows(*spots), 1).tolist() == expected
        known |= {key for key, is_new in zip(keys, expected, strict=True) if is_new}
    assert len(sets) == len(known)


def test_what_is_not_remembered_counts_as_new() -> None:
    sets = PlaceSets(2)
    spots = rows((1, 1), (2, 2), (3, 3))
    assert sets.add(rows(), spots, 1).all()
    assert len(sets) == 2 and sets.add(rows(), spots, 1).tolist() == [False, False, True]
    sets.clear()
    assert len(sets) == 0 and sets.footprint == 0 and sets.add(rows(), spots, 1).all()


def test_a_place_and_what_comes_with_it_are_one_set_whichever_is_named_first() -> None:
    sets = PlaceSets(10**6)
    assert sets.add(rows((5, 5)), rows((1, 1), (2, 2), (3, 3), (3, 3)), 2).all()
    assert not sets.add(rows((5, 5)), rows((2, 2), (1, 1)), 2).any()
    assert not sets.add(rows((5, 5)), rows((3, 3)), 1).any()
    assert not sets.add(rows((1, 1), (2, 2)), rows((5, 5)), 1).any()
    assert sets.add(rows((5, 5)), rows((1, 1), (2, 2)), 1).all()  # without what came with it


def candidates(count: int) -> Candidates:
    rows = np.zeros(count, dtype=CANDIDATE)
    rows["place"] = range(count)
    return Candidates(rows, np.zeros((count, 4)))


def test_the_dearest_work_becomes_lighter_first_and_the_order_stays() -> None:
    size = candidates(100).nbytes
    frontier = Frontier(10 * size)
    task = Task(Position(), 0, False)
    for cost in range(5):
        frontier.push(cost, Rest(task, candidates(100), 7))
        frontier.push(cost, Children(Position(), candidates(100)))
    assert frontier.held == 10 * size and frontier.dropped == 0
    frontier.push(9.0, Rest(task, candidates(100), 7))
    assert frontier.held <= 5 * size
    popped = [frontier.pop() for _ in range(len(frontier))]
    assert frontier.held == 0
    assert all(a[0] <= b[0] for a, b in pairwise(popped))
    rests = [w for _, w in popped if isinstance(w, Rest)]
    children = [w for _, w in popped if isinstance(w, Children)]
    is_whole = [w.candidates is not None for w in rests]
    assert is_whole == sorted(is_whole, reverse=True) and not is_whole[-1]
    assert all(w.tried == 7 for w in rests)
    left = [w.left for w in children]
    assert left == sorted(left, reverse=True) and left[-1] < 100
    assert frontier.dropped == 500 - sum(left)
    assert all(w.candidates.place[0] == 0 for w in children)  # the best are kept


def test_what_is_dropped_from_the_queue_leaves_the_rest_in_order() -> None:
    frontier = Frontier(10**9)
    at_root, deeper = Task(Position(), 0, False), Children(Position(), candidates(3))
    for cost in (3.0, 1.0, 2.0):
        frontier.push(cost, Rest(at_root, candidates(5), 7))
        frontier.push(cost, deeper)
    frontier.drop(lambda work: work.is_at_root)
    assert frontier.held == 3 * deeper.held
    assert [frontier.pop() for _ in range(len(frontier))] == [(cost, deeper) for cost in (1.0, 2.0, 3.0)]


def test_children_count_their_ranks_on_when_the_last_of_them_are_dropped() -> None:
    children = Children(Position(), candidates(9)).after_first().after_first()
    lighter = children.lighter()
    assert (lighter.rank, lighter.left) == (2, 4)
    assert lighter.candidates.place.tolist() == [2, 3, 4, 5]
    last = Children(Position(), candidates(1))
    assert last.lighter().left == 1


def test_a_node_made_anew_is_the_same() -> None:
    problem, _, closure = opened(FIGURES["circle"])
    nodes = Nodes(closure.root(problem.goal), time.monotonic() + 60.0, most=0)
    first = nodes.at(()).candidates(0)
    paths = [(first.placement(i),) for i in (0, 5, 9)]
    once = [nodes.at(path).core.fingerprint() for path in paths]
    assert [nodes.at(path).core.fingerprint() for path in paths] == once
    assert all(nodes.at(path) is nodes.at(path) for path in paths)  # the one in use is kept


def test_nodes_that_are_not_in_use_hold_no_copies_for_trials() -> None:
    problem, _, closure = opened(FIGURES["circle"])
    nodes = Nodes(closure.root(problem.goal), time.monotonic() + 60.0, most=10**9)
    root = nodes.at(())
    alone = root.core.footprint
    root.tried(root.candidates(0), 2, 60.0)
    assert root.core.footprint > 1.5 * alone
    nodes.at((root.candidates(0).placement(0),))
    assert root.core.footprint <= alone


def searched(text: str, budget: Budget, threads: int = 1) -> tuple[object, SearchReport]:
    problem, diagrams, _ = opened(text)
    root = close(problem, diagrams, goal=problem.goal, room=budget.depth).root(problem.goal)
    run = Search(root, STANDARD, budget, prior=STANDARD.prior(problem, problem.goal), threads=threads)
    return next(run.found(), ()), run.report


@pytest.mark.parametrize("threads", [1, 2])
def test_a_search_in_little_memory_finds_the_same(threads: int) -> None:
    ample, little = Budget(60.0), Budget(60.0, memory=Memory(10_000, 0, 10**6))
    assert searched(NEEDS_A_POINT, little, threads)[0] == searched(NEEDS_A_POINT, ample)[0]


#: Newton's line: out of reach of a few thousand trials.
HOPELESS = (
    "a b c d = quadrangle a b c d; m = midpoint m a c; n = midpoint n b d; e = on_line e a b, on_line e c d; "
    "f = on_line f a d, on_line f b c; p = midpoint p e f ? coll m n p"
)


def test_candidates_that_were_forgotten_are_listed_again() -> None:
    budget = Budget(60.0, depth=1, memory=Memory(waiting=10_000, at_hand=0, sets=10**6))
    _, report = searched(HOPELESS, budget)
    _, ample = searched(HOPELESS, Budget(60.0, depth=1))
    assert (report.by_depth, report.one_point, report.dropped) == (ample.by_depth, ample.one_point, 0)


def test_sets_that_are_not_extended_for_want_of_memory_are_counted() -> None:
    _, report = searched(HOPELESS, Budget(60.0, closures=3000, memory=Memory(50_000, 10**6, 10**6)))
    assert report.dropped > 0
    assert f"{report.dropped:,} not extended for want of memory" in report.in_words()


def test_whatever_is_done_at_a_node_ends_at_its_deadline() -> None:
    problem, _, closure = opened(FIGURES["circle"])
    root = closure.root(problem.goal)
    listed = Node(root, (), 60.0).candidates(1)
    late = Node(root, (), -1.0)
    with pytest.raises(DeadlineExceeded):
        late.candidates(1)
    with pytest.raises(DeadlineExceeded):
        late.hints(listed.places)
    prior = default_strategy().prior(problem, problem.goal)
    assert prior is not None
    with pytest.raises(DeadlineExceeded):
        prior.scores(late, listed)


def test_a_search_without_time_lists_nothing() -> None:
    found, report = searched(HOPELESS, Budget(0.0))
    assert not found and report.closures == 0
