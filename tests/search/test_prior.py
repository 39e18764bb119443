"""What is likely is tried first, and nothing is excluded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.deduction.closure import close
from solver.search.budget import Budget, SearchReport
from solver.search.node import Candidates, Node
from solver.search.prior import Coincidences, Prior
from solver.search.scores import Scores
from solver.search.strategy import STANDARD, variants
from solver.search.tree import FIRST_AT_ROOT, Search
from tests.search.statements import NEEDS_A_POINT, opened


@dataclass(frozen=True)
class Known:
    """Knows which candidates prove the goal: 1 puts them first, -1 last."""

    sign: int

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        return self.sign * node.tried(candidates, 1, 60.0)["proved"].astype(float)


def searched(prior: Prior | None) -> SearchReport:
    problem, diagrams, _ = opened(NEEDS_A_POINT)
    root = close(problem, diagrams, goal=problem.goal, room=1).root(problem.goal)
    run = Search(root, STANDARD, Budget(60.0, depth=1), prior=prior)
    assert next(run.found(), ())
    return run.report


def test_the_likely_come_first_and_the_unlikely_in_the_end() -> None:
    first, last, as_found = searched(Known(1)), searched(Known(-1)), searched(None)
    assert first.closures <= FIRST_AT_ROOT
    assert first.closures < last.closures
    assert as_found.closures > FIRST_AT_ROOT


def test_without_experience_places_that_many_constructions_reach_come_first() -> None:
    problem, _, closure = opened(NEEDS_A_POINT)
    node = Node(closure.root(problem.goal), (), 60.0)
    candidates = node.candidates(0)
    scores = Coincidences(outward=0.0).prior(problem, problem.goal).scores(node, candidates)
    assert np.array_equal(np.argsort(scores, kind="stable"), np.argsort(candidates.reached, kind="stable"))


def test_each_variant_of_a_strategy_is_another_one() -> None:
    kinds = variants(STANDARD)
    assert next(iter(kinds)) == "all" and "none" in kinds
    assert len({repr(strategy) for strategy in kinds.values()}) == len(kinds)
