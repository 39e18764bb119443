"""The shortest condition that tells two kinds of figures of one statement apart.

A decision list over the conditions that a user can write: each is evaluated in all figures, and the first one is taken
that holds in every figure of one kind and in none of the other; where there is none, the first two that do so together,
or else one or two that hold in a good part of the one kind and in none of the other. They come in the order in which a reader would try them: points apart, angles of the triangles that are given, the order
on lines, then sides of lines and the longer of two lengths; among conditions of one kind, that of the points named first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

import numpy as np
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.language.order import introduction
from solver.language.problem import Problem
from solver.statements.conditions import (
    ACUTE,
    APART,
    BETWEEN,
    CONVEX,
    INSIDE,
    LONGER,
    NONCOLLINEAR,
    OBTUSE,
    ON_RAY,
    OPPOSITE_SIDES,
    OUTSIDE,
    SAME_SIDE,
    Condition,
    margins,
)

Places = Mapping[str, complex]

#: Points that conditions are about, at most; those of the goal first.
MOST_POINTS = 9
#: The least part of the figures in which the goal holds that meet a condition, if not all of them do.
PART = 0.25
#: Figures of each kind by which conditions are chosen; they are tried in all.
MOST_FIGURES = 24
#: Conditions of which pairs are tried, at most.
MOST_PAIRED = 400
#: A condition counts as true, or as false, where its margin is at least so far from 0.
DISTINCT = 1e-6
#: Three points are on a line where twice their area over the square of their extent is below this.
FLAT = 1e-6


def separating(problem: Problem, holds: Sequence[Diagram], fails: Sequence[Diagram]) -> tuple[Condition, ...]:
    """One or two conditions that no figure of the second kind meets, and all of the first kind do or, where there are none
    such, at least a good part of them; () where there are none at all."""
    if not holds or not fails:
        return ()
    ranked = sorted(_candidates(problem, [*holds, *fails]), key=lambda candidate: candidate[0])
    table = _Table(holds[:MOST_FIGURES], fails[:MOST_FIGURES])
    for share in (1.0, PART):
        useful: list[_Useful] = []
        for one in table.useful(ranked, share):  # one that does it alone ends the search: most aren't looked at then
            if one.outside.all() and _tell_apart((one.condition,), holds, fails, share):
                return (one.condition,)
            useful.append(one)
        pairs = sorted(combinations(useful[:MOST_PAIRED], 2), key=lambda pair: pair[0].late + pair[1].late)
        for a, b in pairs:
            if np.all(a.outside | b.outside) and np.mean(a.inside & b.inside) >= share:
                if _tell_apart((a.condition, b.condition), holds, fails, share):
                    return a.condition, b.condition
    return ()


@dataclass(frozen=True)
class _Useful:
    """A condition that holds in part of the first figures and fails in some of the others: in which it clearly does so."""

    late: int
    condition: Condition
    inside: NDArray[np.bool_]
    outside: NDArray[np.bool_]


class _Table:
    """The first figures of both kinds, and in which of them conditions clearly hold or fail: some at a time."""

    def __init__(self, holds: Sequence[Diagram], fails: Sequence[Diagram]) -> None:
        self._holding = len(holds)
        self._column = {p: i for i, p in enumerate(holds[0].points)}
        self._places = np.stack([figure.vertices() for figure in (*holds, *fails)])
        self._known: dict[int, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}

    def useful(self, ranked: Sequence[tuple[int, Condition]], share: float) -> Iterator[_Useful]:
        """Those that hold in so great a share of the figures of the first kind, and fail in one of the second, in order."""
        start = 0
        for _, group in groupby(ranked, key=lambda candidate: (candidate[0], len(candidate[1].points))):
            some = list(group)
            if start not in self._known:
                self._known[start] = self._looked_at([condition for _, condition in some])
            inside, outside = self._known[start]
            start += len(some)
            for k in np.flatnonzero((inside.mean(axis=1) >= share) & outside.any(axis=1)).tolist():
                yield _Useful(*some[k], inside[k], outside[k])

    def _looked_at(self, conditions: Sequence[Condition]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Where conditions of as many points hold, (conditions, figures of the first kind), and fail, (…, of the second)."""
        found = np.empty((len(conditions), len(self._places)))
        least = np.array([_least(condition) for condition in conditions])
        for kind in dict.fromkeys(condition.kind for condition in conditions):
            mine = [k for k, condition in enumerate(conditions) if condition.kind is kind]
            ids = np.array([[self._column[p] for p in conditions[k].points] for k in mine])
            found[mine] = margins(kind, [self._places[:, column].T for column in ids.T])
        return found[:, : self._holding] > DISTINCT, found[:, self._holding :] < least[:, None]


def _tell_apart(
    conditions: Sequence[Condition], holds: Sequence[Diagram], fails: Sequence[Diagram], share: float
) -> bool:
    """Whether they do so in all figures."""
    inside = np.array([[c.margin(at) > DISTINCT for c in conditions] for at in _places(holds)])
    outside = np.array([[c.margin(at) < _least(c) for c in conditions] for at in _places(fails)])
    return bool(np.mean(inside.all(axis=1)) >= share and np.all(outside.any(axis=1)))


def _places(figures: Sequence[Diagram]) -> list[Places]:
    return [figure.places() for figure in figures]


def _least(condition: Condition) -> float:
    """A condition clearly fails where its margin is below this."""
    return DISTINCT if condition.kind is APART else -DISTINCT


def nameable(problem: Problem) -> list[str]:
    """Points that the text names, those of the goal first, at most MOST_POINTS, in order of introduction."""
    named = re.sub(r"[\W_]", "", problem.text)
    order = [p for p in introduction(problem) if re.sub(r"[\W_]", "", p) in named]
    shaped = {p for shape in _shapes(problem) for p in shape}
    wanted = set(problem.goal.points) | {p for c in problem.goal_conditions for p in c.points}
    near = {p for s in problem.premises if wanted & set(s.points) for p in s.points}
    kept = sorted(order, key=lambda p: (p not in wanted, p not in shaped, p not in near))[:MOST_POINTS]
    return [p for p in order if p in kept]


def _shapes(problem: Problem) -> list[tuple[str, ...]]:
    """The triangles and polygons that are given."""
    return [c.points for c in problem.conditions if c.kind in (NONCOLLINEAR, CONVEX)]


def _candidates(problem: Problem, figures: Sequence[Diagram]) -> Iterator[tuple[int, Condition]]:
    """Conditions, and how late each is tried."""
    points = nameable(problem)
    flat = _flat_triples(points, figures)
    shapes = [shape for shape in _shapes(problem) if set(shape) <= set(points)]
    sides = {frozenset(side) for shape in shapes for side in zip(shape, (*shape[1:], shape[0]), strict=True)}
    for pair in combinations(points, 2):
        if any(abs(complex(*d[pair[0]]) - complex(*d[pair[1]])) < DISTINCT for d in figures):
            yield 0, Condition(APART, pair)
    for v in points:
        for a, b in combinations([p for p in points if p != v], 2):
            if frozenset((a, v, b)) not in flat:
                late = 1 if {frozenset((a, v)), frozenset((v, b))} <= sides else 5
                yield from ((late, Condition(ACUTE, (a, v, b))), (late, Condition(OBTUSE, (a, v, b))))
    for triple in combinations(points, 3):
        if frozenset(triple) in flat:
            for x in triple:
                a, b = (p for p in triple if p != x)
                yield from ((2, Condition(BETWEEN, (x, a, b))), (2, Condition(ON_RAY, (a, x, b))))
    triangles = [t for t in combinations(points, 3) if frozenset(t) not in flat and t not in shapes]
    for late, corners in [*((3, shape) for shape in shapes), *((6, triangle) for triangle in triangles)]:
        for x in (p for p in points if p not in corners):
            around = zip(corners, (*corners[1:], corners[0]), strict=True)
            if all(frozenset((x, *side)) not in flat for side in around):
                yield from ((late, Condition(INSIDE, (x, *corners))), (late, Condition(OUTSIDE, (x, *corners))))
    for a, b in combinations(points, 2):
        for x, y in combinations([p for p in points if p not in (a, b)], 2):
            if frozenset((a, b, x)) not in flat and frozenset((a, b, y)) not in flat:
                late = 4 if frozenset((a, b)) in sides else 5
                yield from ((late, Condition(SAME_SIDE, (x, y, a, b))), (late, Condition(OPPOSITE_SIDES, (x, y, a, b))))
    for first, second in combinations(list(combinations(points, 2)), 2):
        yield from ((7, Condition(LONGER, (*first, *second))), (7, Condition(LONGER, (*second, *first))))
    for a, b, c, d in combinations(points, 4):
        yield from ((8, Condition(CONVEX, corners)) for corners in ((a, b, c, d), (a, b, d, c), (a, c, b, d)))


def _flat_triples(points: Sequence[str], figures: Sequence[Diagram]) -> set[frozenset[str]]:
    """Triples that are on a line in all figures, or hardly aren't in one: a side of such a line means nothing."""
    triples = list(combinations(points, 3))
    if not triples:
        return set()
    places = np.stack([figure.vertices() for figure in figures])
    column = {p: i for i, p in enumerate(figures[0].points)}
    a, b, c = (places[:, [column[triple[k]] for triple in triples]] for k in range(3))
    extent = np.maximum(np.maximum(abs(a - b), abs(b - c)), abs(c - a))
    area = abs(((b - a).conjugate() * (c - a)).imag)
    is_flat = np.any(area < FLAT * np.where(extent > 0, extent, 1.0) ** 2, axis=0)
    return {frozenset(triples[k]) for k in np.flatnonzero(is_flat).tolist()}
