"""The core's loci and the language's table say the same of a point, and put it at the same place."""

from __future__ import annotations

import numpy as np
import pytest

from solver._core import Core
from solver.deduction.closure import close
from solver.plane.loci import Circle, Line
from solver.search.extend import extend
from solver.search.node import Node, as_arrays
from solver.search.placement import LOCI
from solver.statements.locus_kinds import LOCUS_KINDS
from tests.search.statements import FIGURES, opened

SECONDS = 60.0


@pytest.fixture(scope="module")
def candidates_of_each_kind() -> dict[int, list[tuple[str, int, int]]]:
    """Some candidates with a locus of each kind: (figure, stage, number)."""
    found: dict[int, list[tuple[str, int, int]]] = {kind: [] for kind in range(len(LOCI))}
    for name, text in FIGURES.items():
        problem, _, closure = opened(text)
        for stage in range(3):
            candidates = Node(closure.root(problem.goal), (), SECONDS).candidates(stage)
            for i in range(len(candidates)):
                placement = candidates.placement(i)
                for kind in {placement.first.kind, placement.second.kind}:
                    if len(found[kind]) < 6 or i % 97 == 0:
                        found[kind].append((name, stage, i))
    return found


@pytest.mark.parametrize("kind", range(len(LOCI)), ids=[f"{i} {c.name}" for i, c in enumerate(LOCI)])
def test_a_candidate_is_where_the_constructions_of_the_language_put_it(
    kind: int, candidates_of_each_kind: dict[int, list[tuple[str, int, int]]]
) -> None:
    assert candidates_of_each_kind[kind]
    for name, stage, number in candidates_of_each_kind[kind][:20]:
        problem, diagrams, closure = opened(FIGURES[name])
        root = closure.root(problem.goal)
        placement = Node(root, (), SECONDS).candidates(stage).placement(number)
        at = complex(*root.given(0, placement.place[0], placement.place[1]))
        points = [complex(*diagrams[0][p]) for p in problem.points]
        for locus in (placement.first, placement.second):
            curve = locus.construction.sketch(np.random.default_rng(0), *(points[i] for i in locus.parents))
            if isinstance(curve, Line):
                off = abs(((at - curve.point) / curve.direction).imag)
            else:
                assert isinstance(curve, Circle)
                off = abs(abs(at - curve.center) - curve.radius)
            outer = (
                LOCUS_KINDS[locus.kind].name == "outer_bisector"
            )  # the language's bisector is the inner one, its statement true of both
            assert off < 1e-9 or outer


@pytest.mark.parametrize("kind", range(len(LOCI)), ids=[f"{i} {c.name}" for i, c in enumerate(LOCI)])
def test_the_core_assumes_what_the_language_asserts(
    kind: int, candidates_of_each_kind: dict[int, list[tuple[str, int, int]]]
) -> None:
    """Each way: the language's statements are entailed where the core has assumed its own, and add nothing to them."""
    for name, stage, number in candidates_of_each_kind[kind][:6]:
        problem, diagrams, closure = opened(FIGURES[name])
        root = closure.root(problem.goal)
        added = (Node(root, (), SECONDS).candidates(stage).placement(number),)
        extended, placed = extend(problem, diagrams, root, added)
        from_language = close(extended, placed)
        assert not from_language.ignored
        assert isinstance(from_language.core, Core)
        grown = root.extended(*as_arrays(added), SECONDS)
        assert grown.fingerprint() == from_language.core.fingerprint()
