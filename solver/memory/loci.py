"""Which loci are one and the same, as far as it is known.

A line by any two of its points, a parallel that is a line of the figure, a circle by its center or by any three points:
each has one number. So the constructions of a stored figure are found among a node's candidates however these are told.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from solver._core import LOCUS
from solver.memory.known import Known
from solver.search.node import Rows
from solver.search.placement import Locus
from solver.statements.locus_kinds import LOCUS_KINDS

Keys = NDArray[np.int64]

_LINE, _PERPENDICULAR, _BISECTOR, _INNER, _OUTER, _CIRCLE, _CIRCUMCIRCLE, _DIAMETER = range(8)


class LocusKeys:
    """Keys of a figure's loci, from tables over its points, so that thousands of candidates are looked up at once."""

    def __init__(self, known: Known) -> None:
        n = known.size
        self.size = n
        self.direction = _table(n, known.directions)
        self.length = _table(n, known.lengths)
        pairs = len(known.directions)
        # By direction and point: the first point of that line through it; the point itself where there is no such line.
        self.first = np.tile(np.arange(n, dtype=np.int64), (pairs, 1))
        for direction, lines in known.lines.items():
            for line in lines:
                self.first[direction, list(line)] = min(line)
        self.right = np.full(pairs, -1, dtype=np.int64)
        for a, b in known.right:
            self.right[a], self.right[b] = b, a
        self.circle = _triples(n)
        self.center = np.full((n, n, n), -1, dtype=np.int64)
        for center, points in known.circles_and_centers:
            on = np.array(sorted(points))
            which = np.ix_(on, on, on)
            self.circle[which] = self.circle[on[0], on[1], on[2]]
            if center >= 0:
                self.center[which] = center

    def of(self, rows: Rows) -> Keys:
        """rows: of type `_core.LOCUS`. Returns (n,)."""
        kind = rows["kind"]
        a, b, c = rows["parents"].astype(np.int64).T
        found = np.zeros(len(rows), dtype=np.int64)
        for k in np.unique(kind).tolist():
            which = kind == k
            found[which] = self._of_kind(LOCUS_KINDS[k].name, a[which], b[which], c[which])
        return found

    def of_loci(self, loci: Sequence[Locus]) -> Keys:
        """(n,): of some loci."""
        return self.of(np.array([locus.row() for locus in loci], dtype=LOCUS))

    def _of_kind(self, kind: str, a: Keys, b: Keys, c: Keys) -> Keys:
        """kind: a name of `solver.statements.locus_kinds`."""
        match kind:
            case "line":
                return self._line(self.direction[a, b], a)
            case "parallel":
                return self._line(self.direction[b, c], a)
            case "perpendicular":
                along = self.direction[b, c]
                right = self.right[along]
                return np.where(right >= 0, self._line(right, a), _key(_PERPENDICULAR, along, a))
            case "bisector":
                return _key(_BISECTOR, np.minimum(a, b), np.maximum(a, b))
            case "angle_bisector" | "outer_bisector":
                arms = np.minimum(a, c) * self.size + np.maximum(a, c)
                return _key(_INNER if kind == "angle_bisector" else _OUTER, b, arms)
            case "circle":
                return _key(_CIRCLE, a, self.length[a, b])
            case "circumcircle":
                center = self.center[a, b, c]
                by_center = _key(_CIRCLE, center, self.length[center, a])
                return np.where(center >= 0, by_center, _key(_CIRCUMCIRCLE, self.circle[a, b, c], 0 * a))
            case _:  # the circle on a diameter
                return _key(_DIAMETER, np.minimum(a, b), np.maximum(a, b))

    def _line(self, direction: Keys, through: Keys) -> Keys:
        return _key(_LINE, direction, self.first[direction, through])


def _key(kind: int, first: Keys, second: Keys) -> Keys:
    return (np.int64(kind) << np.int64(40)) + (first << np.int64(20)) + second


def _table(size: int, classes: tuple[int, ...]) -> Keys:
    """(size, size): the class of each pair, in the core's order of pairs."""
    found = np.zeros((size, size), dtype=np.int64)
    b, a = np.tril_indices(size, -1)
    found[a, b] = found[b, a] = classes
    return found


def _triples(size: int) -> Keys:
    """(size, size, size): a number for each three points, whatever their order."""
    a, b, c = np.sort(np.indices((size, size, size)).reshape(3, -1), axis=0)
    found: Keys = ((a * size + b) * size + c).reshape(size, size, size)
    return found
