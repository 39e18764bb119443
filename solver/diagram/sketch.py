"""Sketching a constructive statement: clause by clause, loci intersected, free choices made at random.

Where a clause leaves a few places to choose from (the two common points of a line and a circle, say), `Branches` walks
through all the combinations in turn, so that no choice is missed that a goal needs.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Collection

from numpy.random import Generator

from solver.language.problem import Clause, Problem
from solver.plane.geometry import common_places
from solver.plane.loci import Circle, Degenerate, Line, Locus, Plane

#: A free point is drawn this often to find a place apart from the others.
DRAWS = 6
#: Places closer than this are the same point; further than this are out of reach.
SAME, FAR = 1e-6, 1e4


class Unplaced(Exception):
    """A clause whose points find no place; `clause` is its number."""

    def __init__(self, clause: int, reason: str) -> None:
        super().__init__(reason)
        self.clause = clause
        self.reason = reason


class Branches:
    """All combinations of a sketch's choices, one after the other, the last choice changing fastest.

    A sketch calls `choose` at each choice; `advance` then moves on to the next combination. The order is random.
    """

    def __init__(self, rng: Generator) -> None:
        self._rng = rng
        self._path: list[tuple[int, int, int]] = []  # (number of the branch, branches, where they begin)
        self._depth = 0

    def choose(self, count: int) -> int:
        """One of range(count)."""
        if self._depth == len(self._path):
            self._path.append((0, count, int(self._rng.integers(count))))
        branch, count, start = self._path[self._depth]
        self._depth += 1
        return (start + branch) % count

    def advance(self) -> bool:
        """Whether there is a next combination; the one that ended is not taken up again where it broke off."""
        del self._path[self._depth :]
        self._depth = 0
        while self._path:
            branch, count, start = self._path.pop()
            if branch + 1 < count:
                self._path.append((branch + 1, count, start))
                return True
        return False


def sketch(problem: Problem, rng: Generator, branches: Branches, least: float) -> list[complex]:
    """Places of all points in order. Raises Unplaced.

    least: the distance that points should keep, over the figure's diameter.
    """
    at: dict[str, complex] = {}
    for number, clause in enumerate(problem.clauses):
        try:
            placed = _place(clause, at, rng, branches, least)
        except Degenerate as error:
            raise Unplaced(number, str(error)) from None
        except (ZeroDivisionError, OverflowError):
            raise Unplaced(number, "the construction degenerates") from None
        at.update(zip(clause.points, placed, strict=True))
    return [at[p] for p in problem.points]


def _place(
    clause: Clause, at: dict[str, complex], rng: Generator, branches: Branches, least: float
) -> tuple[complex, ...]:
    if len(clause.coordinates) == len(clause.points):
        return tuple(complex(*clause.coordinates[p]) for p in clause.points)
    loci = [call.locus(rng, at) for call in clause.calls]
    options = common_places(loci)  # more loci are premises for the polish to check
    if options is None:
        curve = next((locus for locus in loci if not isinstance(locus, Plane)), Plane())
        options = [(_sample(curve, at, rng, least * _diameter(at.values())),)]
    for z in (z for option in options for z in option):
        if not abs(z) < FAR:
            raise Degenerate("a point lies too far away")
    # Nearly tangent loci: the two branches are too close to be told apart in another diagram.
    if len(clause.calls) > 1 and len(options) == 2:
        if abs(options[0][0] - options[1][0]) < 3 * least * _diameter(at.values()):
            raise Degenerate("the loci are nearly tangent")
    options = _apart(options, clause, at)
    return options[branches.choose(len(options))] if len(options) > 1 else options[0]


def _apart(options: list[tuple[complex, ...]], clause: Clause, at: dict[str, complex]) -> list[tuple[complex, ...]]:
    """Options without those that fall on a known point: a second intersection is meant.

    On a point that has no part in the clause a new one may fall if there is no other place: that may be a theorem.
    """
    known = at.values()
    fresh = [o for o in options if all(abs(z - p) > SAME for z in o for p in known)]
    if fresh:
        return fresh
    own = set(clause.arguments)
    allowed = [o for o in options if all(abs(z - at[a]) > SAME for z in o for a in own)]
    if not allowed:
        where = next(a for a in sorted(own) if any(abs(z - at[a]) <= SAME for z in options[0]))
        raise Degenerate(f"it falls on {where}")
    return allowed


def _sample(locus: Locus, at: dict[str, complex], rng: Generator, gap: float) -> complex:
    """A random point of the locus, near the rest of the figure and, if that is easy, `gap` away from all of it."""
    center = sum(at.values()) / len(at) if at else 0j
    # The mean distance: with the largest, a figure of many points would grow without bound.
    scale = sum(abs(p - center) for p in at.values()) / len(at) if at else 0.0
    place = center
    for _ in range(DRAWS):
        place = draw_point(locus, center, scale or 1.0, rng)
        if all(abs(place - p) > gap for p in at.values()):
            break
    return place


def draw_point(locus: Locus, center: complex, scale: float, rng: Generator) -> complex:
    """A random point of the locus, near a figure of that scale about that center."""
    if isinstance(locus, Circle):
        return locus.center + cmath.rect(locus.radius, rng.uniform(0, 2 * math.pi))
    if isinstance(locus, Line):
        middle = ((center - locus.point) * locus.direction.conjugate()).real
        low, high = locus.low, locus.high
        if math.isinf(low):
            low = min(middle, high) - 1.8 * scale
        if math.isinf(high):
            high = max(middle, low) + 1.8 * scale
        return locus.point + locus.direction * rng.uniform(low, high)
    return center + scale * complex(rng.uniform(-1.6, 1.6), rng.uniform(-1.6, 1.6))


def _diameter(places: Collection[complex]) -> float:
    """The diameter of the box around the places."""
    x, y = [p.real for p in places], [p.imag for p in places]
    return math.hypot(max(x) - min(x), max(y) - min(y)) if x else 0.0
