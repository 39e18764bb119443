"""A point with its image: what the core makes of both, and what a search does with them."""

from __future__ import annotations

import numpy as np
import pytest

from solver._core import Node as CoreNode
from solver.deduction.closure import Outcome, close
from solver.records.symmetry import symmetry_of
from solver.search.budget import Budget
from solver.search.extend import extend
from solver.search.node import ITSELF, OTHERS, Candidates, Node, as_arrays
from solver.search.prune import merged
from solver.search.strategy import STANDARD
from solver.search.symmetry import Symmetry
from solver.search.tree import Search
from tests.search.statements import opened

SECONDS, ROOM = 60.0, 12
#: Statements in which points are alike: with feet, with a circle and its center, with bisectors; and corners in turn.
ALIKE = {
    "feet": "a b c = triangle a b c; d = foot d b a c; e = foot e c a b ? cong b c b c",
    "circle": "a b c = triangle a b c; o = circumcenter o a b c; m = midpoint m b c ? cong b c b c",
    "bisectors": "a b c = triangle a b c; i = incenter i a b c; d = on_line d b i, on_line d a c; e = on_line e c i, on_line e a b ? cong b c b c",
    # Corners in turn: upright on a side and on the next one's bisector.
    "turns": "a b c = triangle a b c; d = on_tline d b a b, on_bline d b c; e = on_tline e c b c, on_bline e c a; "
    "f = on_tline f a c a, on_bline f a b; o = circumcenter o a b c; h = orthocenter h a b c; n = midpoint n o h ? coll o n h",
}


def symmetric(name: str, stage: int = 0) -> tuple[CoreNode, Node, Candidates, Symmetry]:
    problem, _, closure = opened(ALIKE[name], room=ROOM)
    symmetry = symmetry_of(closure, problem.goal)
    assert symmetry is not None and symmetry.order == (3 if name == "turns" else 2)
    root = closure.root(problem.goal)
    node = Node(root, (), SECONDS)
    return root, node, node.candidates(stage), symmetry


@pytest.mark.parametrize("name", ALIKE)
@pytest.mark.parametrize("stage", [0, 2])
def test_images_in_turn_come_back_to_the_point_itself(name: str, stage: int) -> None:
    _, node, candidates, symmetry = symmetric(name, stage)
    given = symmetry.image, symmetry.order, symmetry.reverses
    rows, places, kinds = node.core.images(candidates.rows, candidates.places, *given)
    kinds, count, k = kinds.ravel(), len(candidates), symmetry.order - 1
    there = kinds == OTHERS
    assert np.mean(there) > 0.6
    last, places = rows.reshape(count, k)[there, -1], places.reshape(count, k, -1)
    _, again, _ = node.core.images(last, places[there, -1].copy(), *given)
    assert np.abs(again.reshape(-1, k, again.shape[1])[:, 0] - candidates.places[there]).max() < 1e-6
    assert np.all(np.abs(places[kinds == ITSELF, 0] - candidates.places[kinds == ITSELF]) < 1e-6)


@pytest.mark.parametrize("name", ALIKE)
def test_of_a_point_and_its_image_one_is_tried_and_it_brings_both(name: str) -> None:
    _, node, candidates, symmetry = symmetric(name)
    both = node.with_images(candidates, symmetry)
    assert len(both) < 0.75 * len(candidates)
    tried = {spot for i in range(len(both)) for spot in (p.spot for p in both.step(i))}
    assert set(candidates.spots()) <= tried


@pytest.mark.parametrize("name", ALIKE)
def test_a_trial_of_both_gives_what_both_give_one_after_the_other(name: str) -> None:
    problem, diagrams, _ = opened(ALIKE[name], room=ROOM)
    root, node, candidates, symmetry = symmetric(name)
    both = node.with_images(candidates, symmetry)
    before = root.fingerprint()
    trials = node.tried(both, 1, SECONDS)
    assert np.array_equal(trials, node.tried(both, 2, SECONDS))
    assert root.fingerprint() == before
    for i in range(0, len(both), max(1, len(both) // 12)):
        step = both.step(i)
        grown = root.extended(*as_arrays(step), SECONDS)
        assert grown.fingerprint() == close(*extend(problem, diagrams, root, step)).core.fingerprint()
        assert grown.size == node.size + len(step)


#: Newton's line.
NEEDS_TWO = (
    "a b c d = quadrangle a b c d; m = midpoint m a c; n = midpoint n b d; e = on_line e a b, on_line e c d; "
    "f = on_line f a d, on_line f b c; p = midpoint p e f ? coll m n p"
)


@pytest.mark.parametrize("threads", [1, 2])
def test_two_points_that_are_images_of_each_other_are_found_in_one_step(threads: int) -> None:
    problem, diagrams, closure = opened(NEEDS_TWO, room=ROOM)
    symmetry = symmetry_of(closure, problem.goal)
    assert symmetry is not None and not closure.is_entailed(problem.goal)
    root = close(problem, diagrams, goal=problem.goal, room=ROOM).root(problem.goal)
    prior = STANDARD.prior(problem, problem.goal)
    run = Search(root, STANDARD, Budget(SECONDS, closures=1500), prior=prior, symmetry=symmetry, threads=threads)
    found = next(run.found(), ())
    assert found and len(found[0].path) == 2
    added = merged((*found[0].lemmas, found[0].path), len(problem.points))
    assert close(*extend(problem, diagrams, root, added), goal=problem.goal).outcome is Outcome.PROVED


def test_points_are_tried_with_their_images_and_alone() -> None:
    problem, _, closure = opened(ALIKE["circle"], room=ROOM)
    root = closure.root(problem.goal)
    run = Search(root, STANDARD, Budget(SECONDS, depth=1), symmetry=symmetry_of(closure, problem.goal))
    assert list(run.found()) == []
    alone = Search(closure.root(problem.goal), STANDARD, Budget(SECONDS, depth=1))
    assert list(alone.found()) == []
    # Each point alone, and each pair once.
    assert alone.report.closures < run.report.closures < 1.75 * alone.report.closures
    assert run.report.by_depth[0] >= 0.99 * alone.report.by_depth[0]
