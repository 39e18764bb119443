"""Statements that are worth asking a closure about: those that are true in its diagram, and a few at random."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.statements.predicates import (
    ACONST,
    COLL,
    CONG,
    CONTRI,
    CONTRIR,
    CYCLIC,
    EQANGLE,
    EQRATIO,
    MIDP,
    OVERLAP,
    PARA,
    PERP,
    RCONST,
    SIMTRI,
    SIMTRIR,
    Predicate,
    Statement,
)

#: Equal in a diagram: directions and logarithms of lengths. More than the core's own tolerance.
ALIKE = 1e-6
#: The largest numbers of statements of a kind with more than two segments, and of those that needn't be true.
MOST, AT_RANDOM = 400, 300
#: Angles in degrees and ratios that a closure may know.
ANGLES = tuple(Fraction(15 * k) for k in range(12))
RATIOS = tuple(Fraction(p, q) for p in range(1, 5) for q in range(1, 5) if Fraction(p, q).denominator == q)

Array = NDArray[np.float64]
Segment = tuple[str, str]


def candidates(diagram: Diagram, rng: Generator) -> Iterator[Statement]:
    """Without repetition; points that coincide have no segment."""
    seen: set[Statement] = set()
    for statement in _all(_View(diagram), rng):
        if statement not in seen:
            seen.add(statement)
            yield statement


class _View:
    """Segments of a diagram between points that are apart, with directions in units of π and logarithms of lengths."""

    def __init__(self, diagram: Diagram) -> None:
        self.z = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
        size = max(abs(v - w) for v in self.z.values() for w in self.z.values())
        pairs = list(combinations(diagram.points, 2))
        self.coincident = [(a, b) for a, b in pairs if abs(self.z[a] - self.z[b]) < ALIKE * size]
        self.segments: list[Segment] = [pair for pair in pairs if pair not in set(self.coincident)]
        along = np.array([self.z[b] - self.z[a] for a, b in self.segments])
        self.direction: Array = np.angle(along) / np.pi % 1.0
        self.length: Array = np.log(np.abs(along))
        self.at = {s: i for i, s in enumerate(self.segments)}

    def index(self, a: str, b: str) -> int | None:
        return self.at.get((a, b), self.at.get((b, a)))


def _all(view: _View, rng: Generator) -> Iterator[Statement]:
    for pair in view.coincident:
        yield Statement(OVERLAP, pair)
    yield from _lines_and_circles(view)
    i, j = np.triu_indices(len(view.segments), 1)
    turn = (view.direction[i] - view.direction[j]) % 1.0
    ratio = view.length[i] - view.length[j]
    for predicate, value, wanted in ((PARA, turn, 0.0), (PERP, turn, 0.5), (CONG, ratio, 0.0)):
        for k in np.flatnonzero(_gap(value - wanted, predicate is not CONG) < ALIKE):
            yield _on(view, predicate, i[k], j[k])
    for angle in ANGLES:
        for k in np.flatnonzero(_gap(turn - float(angle) / 180, True) < ALIKE):
            yield _on(view, ACONST, i[k], j[k], constants=(angle,))
    for r in RATIOS:
        for k in np.flatnonzero(np.abs(ratio - np.log(float(r))) < ALIKE):
            yield _on(view, RCONST, i[k], j[k], constants=(r,))
    for predicate, value in ((EQANGLE, turn), (EQRATIO, ratio)):
        both = np.concatenate([value, -value % 1.0 if predicate is EQANGLE else -value])
        for two in _alike(both, rng):
            first, second = ((i[x], j[x]) if x < len(i) else (j[x - len(i)], i[x - len(i)]) for x in two)
            yield _on(view, predicate, *first, *second)
    yield from _triangles(view, rng)
    yield from _at_random(view, rng)


def _gap(value: Array, modulo_one: bool) -> Array:
    return np.abs(value - np.round(value)) if modulo_one else np.abs(value)


def _on(view: _View, predicate: Predicate, *segments: int, constants: tuple[Fraction, ...] = ()) -> Statement:
    return Statement(predicate, tuple(p for s in segments for p in view.segments[s]), constants)


def _lines_and_circles(view: _View) -> Iterator[Statement]:
    points = list(view.z)
    for a, b, c in combinations(points, 3):
        sides = [view.index(*pair) for pair in ((a, b), (a, c), (b, c))]
        if None in sides:
            continue
        ab, ac, bc = (view.direction[s] for s in sides if s is not None)
        if max(_gap(np.array([ab - ac, ab - bc]), True)) < ALIKE:
            yield Statement(COLL, (a, b, c))
            for m, p, q in ((a, b, c), (b, a, c), (c, a, b)):
                if abs(2 * view.z[m] - view.z[p] - view.z[q]) < ALIKE * abs(view.z[p] - view.z[q]):
                    yield Statement(MIDP, (m, p, q))
    for four in combinations(points, 4):
        if any(view.index(p, q) is None for p, q in combinations(four, 2)):
            continue
        w, x, y, z = (view.z[p] for p in four)
        cross = (w - y) * (x - z) / ((x - y) * (w - z))
        flat = abs(((x - w).conjugate() * (y - w)).imag) < 1e-4 * abs(x - w) * abs(y - w)
        if abs(cross.imag) < ALIKE * abs(cross) and not flat:
            yield Statement(CYCLIC, four)


def _alike(values: Array, rng: Generator) -> Iterator[tuple[int, int]]:
    """Pairs of equal values, some of them where there are many."""
    order = np.argsort(values)
    starts = np.flatnonzero(np.diff(values[order], prepend=-np.inf) > ALIKE)
    groups = [g for g in np.split(order, starts[1:]) if len(g) > 1]
    for _ in range(MOST if groups else 0):
        group = groups[int(rng.integers(len(groups)))]
        k, m = rng.choice(group, 2, replace=False)
        yield int(k), int(m)


def _triangles(view: _View, rng: Generator) -> Iterator[Statement]:
    """Similar triangles, each as its vertices in the order of its sides (in every such order where sides tie)."""
    keys: list[tuple[float, float]] = []
    corners: list[tuple[str, str, str]] = []
    for triple in combinations(view.z, 3):
        for p, q, r in permutations(triple):
            found = [view.index(*pair) for pair in ((p, q), (p, r), (q, r))]
            if None in found:
                continue
            pq, pr, qr = (float(view.length[s]) for s in found if s is not None)
            if pq <= pr + ALIKE and pr <= qr + ALIKE:
                keys.append((pr - pq, qr - pq))
                corners.append((p, q, r))
    table = np.array(keys).reshape(-1, 2)
    order = np.lexsort((table[:, 1], np.round(table[:, 0] / ALIKE))) if keys else np.array([], dtype=int)
    alike = [(int(k), int(m)) for k, m in pairwise(order) if np.max(np.abs(table[k] - table[m])) < ALIKE]
    for n in rng.permutation(len(alike))[:MOST]:
        k, m = alike[n]
        for predicate in (SIMTRI, SIMTRIR, CONTRI, CONTRIR):
            yield Statement(predicate, (*corners[k], *corners[m]))


def _at_random(view: _View, rng: Generator) -> Iterator[Statement]:
    points: Sequence[str] = list(view.z)
    for _ in range(AT_RANDOM):
        predicate = (PARA, PERP, CONG, EQANGLE, EQRATIO)[int(rng.integers(5))]
        yield _on(view, predicate, *rng.integers(len(view.segments), size=predicate.points[0] // 2))
    for _ in range(AT_RANDOM // 10 if len(points) > 3 else 0):
        yield Statement(CYCLIC, tuple(points[k] for k in rng.choice(len(points), 4, replace=False)))
        yield Statement(COLL, tuple(points[k] for k in rng.choice(len(points), 3, replace=False)))
