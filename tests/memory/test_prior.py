from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("duckdb", reason="the memory needs duckdb: pip install 'porism[memory]'")

from solver.language.problem import Problem
from solver.memory.loci import LocusKeys
from solver.memory.prior import MemoryPolicy
from solver.memory.store import Store
from solver.search.node import Candidates, Node
from solver.search.scores import Scores
from solver.statements.predicates import Statement
from tests.memory.figures import ONE, TWO, figure, permuted, solved


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Both problems, with their points in another order."""
    with Store.for_writing(tmp_path / "m") as store:
        store.add([permuted(solved(n), list(reversed(range(solved(n).known.size)))) for n in (ONE, TWO)])
        yield store


@dataclass(frozen=True)
class _Ones:
    def prior(self, problem: Problem, goal: Statement) -> _Ones:
        return self

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        return np.ones(len(candidates))


def _is(candidates: Candidates, keys: LocusKeys, i: int, construction: tuple[object, ...]) -> bool:
    p = candidates.placement(i)
    return sorted(keys.of_loci((p.first, p.second))) == sorted(keys.of_loci(construction))  # type: ignore[arg-type]


def test_the_construction_of_the_same_figure_comes_first(store: Store) -> None:
    for name in (ONE, TWO):
        f = figure(name)
        node = Node(f.root, (), 1.0)
        candidates = node.candidates(0)
        scores = MemoryPolicy(store, exclude_same=False).prior(f.problem, f.goal).scores(node, candidates)
        needed = solved(name).added[0]
        keys = LocusKeys(f.configuration().known)
        which = [i for i in range(len(candidates)) if _is(candidates, keys, i, needed)]
        assert which
        assert scores[which].max() == scores.max() > 3


def test_the_second_point_is_suggested_once_the_first_is_there(store: Store) -> None:
    f = figure(TWO)
    prior = MemoryPolicy(store, exclude_same=False).prior(f.problem, f.goal)
    root = Node(f.root, (), 1.0)
    candidates = root.candidates(0)
    best = candidates.placement(int(np.argmax(prior.scores(root, candidates))))
    node = Node(f.root, (best,), 1.0)
    stages = [node.candidates(s) for s in range(3)]
    scores = [prior.scores(node, c) for c in stages]
    assert max(s.max(initial=0) for s in scores) > 3
    proving = [c.placement(i) for c, s in zip(stages, scores, strict=True) for i in np.nonzero(s > 3)[0].tolist()]
    assert any(Node(f.root, (best, p), 5.0).is_proved for p in proving)
    other = Node(f.root, (candidates.placement(int(np.argmin(prior.scores(root, candidates)))),), 1.0)
    assert not prior.scores(other, other.candidates(0)).any()


def test_a_problem_does_not_find_itself_unless_that_is_asked_for(tmp_path: Path) -> None:
    f = figure(ONE)
    node = Node(f.root, (), 1.0)
    candidates = node.candidates(0)
    with Store.for_writing(tmp_path / "m") as store:
        store.add([solved(ONE)])
        assert not MemoryPolicy(store).prior(f.problem, f.goal).scores(node, candidates).any()
        assert MemoryPolicy(store, exclude_same=False).prior(f.problem, f.goal).scores(node, candidates).any()


def test_the_bonus_is_added_to_the_scores_of_the_base(store: Store) -> None:
    f = figure(ONE)
    node = Node(f.root, (), 1.0)
    candidates = node.candidates(0)
    alone = MemoryPolicy(store, exclude_same=False).prior(f.problem, f.goal).scores(node, candidates)
    both = MemoryPolicy(store, _Ones(), exclude_same=False).prior(f.problem, f.goal).scores(node, candidates)
    assert alone.any() and np.allclose(both, alone + 1)
