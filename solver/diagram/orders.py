"""Orders of construction found from the front: what is known decides what comes next.

`solver.language.order` takes points away from the end, those that few premises restrict. Where sentences say the same
thing twice it counts too much, and leaves a core that nothing constructs. Here a point is next as soon as two of its
premises give it a line or a circle each; where no point is, one gets its place freely, or freely on a curve: the one
after which most others follow. What more a point's premises say makes no difference, so that saying it twice doesn't,
either. Several orders are made, with other beginnings; the one with the fewest free choices is best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from numpy.random import Generator

from solver.diagram.premise_loci import MOST_LINES
from solver.language.order import Step, steps_of
from solver.language.problem import Problem
from solver.statements.conditions import CONVEX, NONCOLLINEAR
from solver.statements.equation import Theory
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Statement

#: Points looked at for each free choice.
LOOKED_AT = 8


@dataclass(frozen=True)
class _Restriction:
    """As soon as `needed` of the others have a place, the point is on a curve.

    known_by: what tells the curve: points that a line is through, the center of a circle, the ends of a segment that it
    is seen from or compared with. Two curves that have something in common are one. An empty one is a place.
    """

    point: str
    others: frozenset[str]
    needed: int
    known_by: frozenset[tuple[str, ...]]


def forward_order(problem: Problem, rng: Generator) -> tuple[tuple[Step, ...], int]:
    """The steps, and how many free choices there are. One of two orders begins with the triangles and polygons that the
    statement names: they are what it gives freely."""
    corners = {p for c in problem.conditions if c.kind in (NONCOLLINEAR, CONVEX) for p in c.points}
    return _Orders(problem).make(rng, corners if rng.integers(2) else set())


class _Orders:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._restrictions = [r for s in problem.premises for r in _restrictions(s)]
        self._about: dict[str, list[int]] = {p: [] for p in problem.points}
        for number, r in enumerate(self._restrictions):
            for p in r.others:
                self._about[p].append(number)

    def make(self, rng: Generator, first: set[str]) -> tuple[tuple[Step, ...], int]:
        """first: points that come before others where no point is known to be anywhere."""
        state = _State(self._problem.points, self._restrictions, self._about)
        rank = dict(zip(self._problem.points, rng.permutation(len(self._problem.points)).tolist(), strict=True))
        free = 0
        while len(state.order) < len(self._problem.points):
            state.follow(rank)
            left = [p for p in self._problem.points if p not in state.placed]
            if not left:
                break
            left.sort(key=lambda p: (p not in first, -state.curves[p], rank[p]))
            if left[0] in first:
                left = [p for p in left if p in first]
            best, most = left[0], (-3, 0)
            for p in left[:LOOKED_AT]:
                after = state.copy()
                after.place(p)
                after.follow(rank)
                gain = (len(after.order) - len(state.order) - 2 * (state.curves[p] == 0), after.half())
                if gain > most:
                    best, most = p, gain
            free += 2 - state.curves[best]
            state.place(best)
        return steps_of(self._problem, state.order), free


class _State:
    """What has a place, in which order, and on how many curves each other point is."""

    def __init__(
        self, points: Sequence[str], restrictions: Sequence[_Restriction], about: dict[str, list[int]]
    ) -> None:
        self.order: list[str] = []
        self.placed: set[str] = set()
        self.curves = dict.fromkeys(points, 0)
        self._restrictions = restrictions
        self._about = about
        self._missing = [r.needed for r in restrictions]
        self._found: dict[str, tuple[_Curve, ...]] = {}

    def copy(self) -> _State:
        other = _State((), self._restrictions, self._about)
        other.order, other.placed, other.curves = list(self.order), set(self.placed), dict(self.curves)
        other._missing, other._found = list(self._missing), dict(self._found)
        return other

    def place(self, point: str) -> None:
        self.order.append(point)
        self.placed.add(point)
        for number in self._about[point]:
            self._missing[number] -= 1
            if self._missing[number] == 0:
                r = self._restrictions[number]
                if r.point not in self.placed:
                    self._found[r.point] = _joined(self._found.get(r.point, ()), r.known_by)
                    is_place = any(not curve for curve in self._found[r.point])
                    self.curves[r.point] = 2 if is_place else min(2, len(self._found[r.point]))

    def follow(self, rank: dict[str, int]) -> None:
        """Place all that is where two curves cross."""
        while ready := [p for p, count in self.curves.items() if count >= 2 and p not in self.placed]:
            self.place(min(ready, key=rank.__getitem__))

    def half(self) -> int:
        return sum(count for p, count in self.curves.items() if p not in self.placed)


_Curve = frozenset[tuple[str, ...]]


def _joined(curves: Sequence[_Curve], one: _Curve) -> tuple[_Curve, ...]:
    same = [c for c in curves if c & one]
    return (*(c for c in curves if not c & one), one.union(*same))


@lru_cache(maxsize=4096)
def _restrictions(premise: Statement) -> tuple[_Restriction, ...]:
    points = tuple(dict.fromkeys(premise.points))
    if premise.predicate in (COLL, CYCLIC):
        known = 2 if premise.predicate is COLL else 3
        everyone = frozenset(points)
        is_line = premise.predicate is COLL
        return tuple(
            _Restriction(
                p,
                everyone - {p},
                known,
                frozenset(("line", q) for q in points if q != p and is_line) or frozenset((points,)),
            )
            for p in points
        )
    if premise.predicate is OVERLAP:
        a, b = premise.points
        return (_Restriction(a, frozenset((b,)), 1, frozenset()), _Restriction(b, frozenset((a,)), 1, frozenset()))
    found = []
    for p in points:
        for e in premise.equations():
            mine = [(q, c) for q, c in e.terms if p in q]
            if not mine:
                continue
            is_curve = len(mine) == 1 or (
                len(mine) == 2
                and mine[0][1] == -mine[1][1]
                and (e.theory is Theory.LOG or (e.theory is Theory.DIRECTION and abs(mine[0][1]) == 1))
            )
            if e.theory is Theory.DIRECTION and len(mine) == 1 and abs(mine[0][1]) > MOST_LINES:
                is_curve = False
            if is_curve:
                ends = sorted(q[0] if q[1] == p else q[1] for q, _ in mine)
                kind = "line" if e.theory is Theory.DIRECTION else "circle"
                others = e.points() - {p}
                found.append(_Restriction(p, others, len(others), frozenset(((kind, *ends),))))
    return tuple(found)
