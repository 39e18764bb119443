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
from solver.statements.equation import Theory
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Statement

#: Points looked at for each free choice.
LOOKED_AT = 8


@dataclass(frozen=True)
class _Restriction:
    """As soon as `needed` of the others have a place, the point is on so many curves more."""

    point: str
    others: frozenset[str]
    needed: int
    curves: int


def forward_order(problem: Problem, rng: Generator) -> tuple[tuple[Step, ...], int]:
    """The steps, and how many free choices there are."""
    return _Orders(problem).make(rng)


class _Orders:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._restrictions = [r for s in problem.premises for r in _restrictions(s)]
        self._about: dict[str, list[int]] = {p: [] for p in problem.points}
        for number, r in enumerate(self._restrictions):
            for p in r.others:
                self._about[p].append(number)

    def make(self, rng: Generator) -> tuple[tuple[Step, ...], int]:
        state = _State(self._problem.points, self._restrictions, self._about)
        rank = dict(zip(self._problem.points, rng.permutation(len(self._problem.points)).tolist(), strict=True))
        free = 0
        while len(state.order) < len(self._problem.points):
            state.follow(rank)
            left = [p for p in self._problem.points if p not in state.placed]
            if not left:
                break
            left.sort(key=lambda p: (-state.curves[p], rank[p]))
            best, most = left[0], (-1, 0)
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

    def copy(self) -> _State:
        other = _State((), self._restrictions, self._about)
        other.order, other.placed, other.curves = list(self.order), set(self.placed), dict(self.curves)
        other._missing = list(self._missing)
        return other

    def place(self, point: str) -> None:
        self.order.append(point)
        self.placed.add(point)
        for number in self._about[point]:
            self._missing[number] -= 1
            if self._missing[number] == 0:
                r = self._restrictions[number]
                if r.point not in self.placed:
                    self.curves[r.point] = min(2, self.curves[r.point] + r.curves)

    def follow(self, rank: dict[str, int]) -> None:
        """Place all that is where two curves cross."""
        while ready := [p for p, count in self.curves.items() if count >= 2 and p not in self.placed]:
            self.place(min(ready, key=rank.__getitem__))

    def half(self) -> int:
        return sum(count for p, count in self.curves.items() if p not in self.placed)


@lru_cache(maxsize=4096)
def _restrictions(premise: Statement) -> tuple[_Restriction, ...]:
    points = tuple(dict.fromkeys(premise.points))
    if premise.predicate in (COLL, CYCLIC):
        known = 2 if premise.predicate is COLL else 3
        everyone = frozenset(points)
        return tuple(_Restriction(p, everyone - {p}, known, 1) for p in points)
    if premise.predicate is OVERLAP:
        a, b = premise.points
        return (_Restriction(a, frozenset((b,)), 1, 2), _Restriction(b, frozenset((a,)), 1, 2))
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
                others = e.points() - {p}
                found.append(_Restriction(p, others, len(others), 1))
    return tuple(found)
