"""Trials in the core: the same result as a closure from scratch, undone without a trace, whatever the number of threads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from solver._core import Node as CoreNode
from solver.deduction.closure import close
from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.search.extend import extend
from solver.search.node import Node, as_arrays
from solver.search.placement import Placement
from tests.search.statements import FIGURES, opened

SECONDS = 60.0


def assert_grown_is_as_from_scratch(
    problem: Problem, diagrams: Sequence[Diagram], root: CoreNode, added: Sequence[Placement]
) -> None:
    from_scratch = close(*extend(problem, diagrams, root, added))
    grown = root.extended(*as_arrays(added), SECONDS)
    assert grown.fingerprint() == from_scratch.core.fingerprint(), added


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("stage", [0, 2])
def test_a_point_added_to_a_closure_gives_what_a_closure_from_scratch_gives(name: str, stage: int) -> None:
    problem, diagrams, closure = opened(FIGURES[name])
    root = closure.root(problem.goal)
    candidates = Node(root, (), SECONDS).candidates(stage)
    for i in range(0, len(candidates), max(1, len(candidates) // 40)):
        added = (candidates.placement(i),)
        assert_grown_is_as_from_scratch(problem, diagrams, root, added)


@pytest.mark.parametrize("name", FIGURES)
def test_two_points_added_one_after_the_other_too(name: str) -> None:
    problem, diagrams, closure = opened(FIGURES[name])
    root = closure.root(problem.goal)
    first = Node(root, (), SECONDS).candidates(0)
    for i in range(0, len(first), max(1, len(first) // 6)):
        path = (first.placement(i),)
        second = Node(root, path, SECONDS).candidates(0, fresh_from=len(problem.points))
        for j in range(0, len(second), max(1, len(second) // 6)):
            added = (*path, second.placement(j))
            assert_grown_is_as_from_scratch(problem, diagrams, root, added)


@pytest.mark.parametrize("name", FIGURES)
def test_trials_leave_no_trace_and_do_not_depend_on_threads(name: str) -> None:
    problem, _, closure = opened(FIGURES[name])
    root = closure.root(problem.goal)
    node = Node(root, (), SECONDS)
    candidates = node.candidates(0)
    before = root.fingerprint()
    once = node.tried(candidates, 1, SECONDS)
    assert np.all(once["done"] == 1)
    assert np.array_equal(once, node.tried(candidates, 2, SECONDS))
    backwards = candidates.chosen(np.arange(len(candidates))[::-1])
    assert np.array_equal(once[::-1], node.tried(backwards, 1, SECONDS))
    assert root.fingerprint() == before


@pytest.mark.parametrize("name", FIGURES)
def test_trials_at_a_node_with_more_points_leave_no_trace_either(name: str) -> None:
    problem, _, closure = opened(FIGURES[name])
    root = closure.root(problem.goal)
    first = Node(root, (), SECONDS).candidates(0)
    for i in (0, len(first) // 2, len(first) - 1):
        node = Node(root, (first.placement(i),), SECONDS)
        candidates = node.candidates(0)
        before = node.core.fingerprint()
        once = node.tried(candidates, 1, SECONDS)
        backwards = candidates.chosen(np.arange(len(candidates))[::-1])
        assert np.array_equal(once[::-1], node.tried(backwards, 2, SECONDS))
        assert node.core.fingerprint() == before


def test_trials_stop_at_the_deadline() -> None:
    problem, _, closure = opened(FIGURES["altitudes"])
    node = Node(closure.root(problem.goal), (), SECONDS)
    assert not np.any(node.tried(node.candidates(1), 1, 0.0)["done"])


def test_absorbed_facts_are_those_that_the_trial_announced() -> None:
    absorbed = 0
    for text in FIGURES.values():
        problem, _, closure = opened(text)
        node = Node(closure.root(problem.goal), (), SECONDS)
        candidates = node.candidates(0)
        trials = node.tried(candidates, 1, SECONDS)
        for i in np.nonzero(trials["statement_news"])[0][:5]:
            placement = candidates.placement(int(i))
            root = closure.root(problem.goal)
            assert root.absorb(*as_arrays([placement]), SECONDS) == trials["statement_news"][i]
            assert root.absorb(*as_arrays([placement]), SECONDS) == 0
            absorbed += 1
    assert absorbed > 0
