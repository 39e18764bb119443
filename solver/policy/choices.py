"""What the network sees of a node's candidates: the loci that cross, and hints of how each place lies in the figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver._core import HINTS as CORE_HINTS
from solver._core import STAGES as STAGE_COUNT
from solver.policy.graph import Graph, Ints
from solver.search.node import Candidates, Node
from solver.search.placement import LOCI
from solver.statements.locus_kinds import LOCUS_KINDS, NUMBER

Floats = NDArray[np.float32]

#: Columns of hints: the core's, then of what the candidate's row tells.
HINTS = (*CORE_HINTS, "reached", *(f"stage {stage}" for stage in range(STAGE_COUNT)))
_CORE = len(CORE_HINTS)
_COUNTS = slice(HINTS.index("known lines"), HINTS.index("nearest"))
REACHED, STAGES = HINTS.index("reached"), slice(HINTS.index("stage 0"), None)

_INNER, _OUTER, _CIRCLE, _CIRCUMCIRCLE = (
    NUMBER[name] for name in ("angle_bisector", "outer_bisector", "circle", "circumcircle")
)
_NONE = 3
#: Which parent of a locus is special, and which ones are alike, by kind.
_APEX = np.array([_NONE if kind.apex is None else kind.apex for kind in LOCUS_KINDS])
_ALIKE = np.array([(*kind.alike, _NONE, _NONE)[:3] for kind in LOCUS_KINDS])
#: Columns of a locus: kind, special parent, three that are alike, two vertices of what is known of its pairs or circle.
LOCUS_COLUMNS = 7


@dataclass(frozen=True)
class Choices:
    """loci (m, 7): kind, special parent, three parents that are alike, two vertices of the graph (-1: none) that say more
    of them. pairs (c, 2): the loci of each candidate. hints (c, 14)."""

    loci: Ints
    pairs: Ints
    hints: Floats


def choices_of(node: Node, graph: Graph, candidates: Candidates) -> Choices:
    """candidates: of the node. Raises DeadlineExceeded."""
    loci, pairs = _distinct(candidates, graph.points)
    return Choices(_described(loci, graph), pairs, _hints(node, candidates))


def _distinct(candidates: Candidates, points: int) -> tuple[Ints, Ints]:
    """Loci as kind and three parents (m, 4), each once, and those of each candidate (c, 2)."""
    weights = np.array([points**2, points, 1])
    codes = np.stack([rows["kind"] * points**3 + rows["parents"] @ weights for rows in candidates.loci()], axis=1)
    # By a table instead of sorting: there are few possible loci.
    number = np.zeros(len(LOCI) * points**3, dtype=np.int64)
    number[codes.ravel()] = 1
    found = np.flatnonzero(number)
    number[found] = np.arange(len(found))
    return np.stack(np.unravel_index(found, (len(LOCI), points, points, points)), axis=1), number[codes]


def _described(loci: Ints, graph: Graph) -> Ints:
    n = graph.points
    kind = loci[:, 0]
    parents = np.concatenate([loci[:, 1:], np.full((len(loci), 1), n)], axis=1)
    each = np.arange(len(loci))
    apex = parents[each, _APEX[kind]]
    alike = parents[each[:, None], _ALIKE[kind]]
    p, q, r = alike.T
    of_angle = (kind == _INNER) | (kind == _OUTER)
    sides = [np.where(graph.line[apex, s] >= 0, graph.line[apex, s], graph.pair[apex, s]) for s in (p, q)]
    circle = np.full(len(loci), -1)
    if len(graph.circles):
        through = np.where((kind == _CIRCLE)[:, None], graph.center.T[apex], graph.on.T[q] & graph.on.T[r])
        through &= graph.on.T[p] & ((kind == _CIRCLE) | (kind == _CIRCUMCIRCLE))[:, None]
        circle = np.where(through.any(axis=1), graph.circles[through.argmax(axis=1)], -1)
    near = np.where(kind == _CIRCLE, apex, q)
    first = np.where(of_angle, sides[0], np.where(kind == _CIRCUMCIRCLE, -1, graph.pair[p, near]))
    is_circle = (kind == _CIRCLE) | (kind == _CIRCUMCIRCLE)
    second = np.where(of_angle, sides[1], np.where(is_circle, circle, graph.line[p, q]))
    described = np.column_stack([kind, apex, alike, first, second])
    described[:, 1:5][described[:, 1:5] == n] = -1
    return described


def _hints(node: Node, candidates: Candidates) -> Floats:
    # Candidates of one place lie alike.
    _, first, inverse = np.unique(candidates.place, return_index=True, return_inverse=True)
    hints = np.zeros((len(candidates), len(HINTS)), dtype=np.float32)
    hints[:, :_CORE] = node.hints(candidates.places[first])[inverse]
    hints[:, _COUNTS] = np.log1p(hints[:, _COUNTS])
    hints[:, _CORE] = np.log1p(candidates.reached)
    hints[np.arange(len(hints)), _CORE + 1 + candidates.stage] = 1
    return hints
