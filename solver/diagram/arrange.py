"""A first figure of a statement that gives no order of construction.

The points are placed one by one, in an order that was found for them (`solver.language.order`), where loci of two
premises cross, on one locus, or freely. What more the premises ask is left to the solver (`solver.diagram.solve`); where
two loci cross in several points, the one that fits the rest best is taken, of equal ones each in turn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import combinations

import numpy as np
from numpy.random import Generator

from solver.deadline import check_deadline
from solver.diagram.premise_loci import error_at, loci_of
from solver.diagram.refine import refine
from solver.diagram.residuals import compile_system
from solver.diagram.sketch import Branches, draw_point
from solver.language.order import Step
from solver.language.orientation import as_in_figure, oriented, readings
from solver.language.problem import Problem
from solver.plane.geometry import intersections
from solver.plane.loci import Circle, Degenerate, Line, Locus, Places, Plane
from solver.statements.conditions import APART, BETWEEN, NONCOLLINEAR
from solver.statements.predicates import EXPLORE, Statement

#: A point fits a premise that is off by less than this.
FITS = 1e-6
#: How often a point with freedom is drawn to find one that meets the conditions.
DRAWS = 24
#: Margins of conditions that a good figure has, over the distance that points keep; 1 for the others.
WANTED = {NONCOLLINEAR: 6.0, BETWEEN: 2.0, APART: 0.0}
#: How many equally good places are tried where everything drawn so far must move, and how many ways for angles to turn.
REPAIRS = 3
#: How often in one figure a free point is placed anew, since one after it has no place.
REDRAWN = 20
#: Places nearer than this are one.
SAME = 1e-6


def arrange(
    problem: Problem, steps: Sequence[Step], rng: Generator, branches: Branches, least: float
) -> dict[str, complex]:
    """Places of all points. Raises Degenerate, with what failed.

    least: the distance that points should keep.
    """
    at: dict[str, complex] = {}
    for step in steps:
        options = _options(problem, step, at, rng, least).places
        at[step.point] = options[branches.choose(len(options))] if len(options) > 1 else options[0]
    return at


def grow(
    problem: Problem, steps: Sequence[Step], rng: Generator, branches: Branches, least: float, deadline: float | None
) -> dict[str, complex]:
    """The same, but where a point doesn't fit all that is said about it, what is there moves until it does: what comes
    after is built on it. Raises Degenerate and DeadlineExceeded."""
    growth = _Growth(problem, rng, least, deadline)
    number, luck = 0, REDRAWN
    while number < len(steps):
        check_deadline(deadline, "the diagram was being solved")
        try:
            growth.add(steps[number], branches)
        except Unlucky as unlucky:
            number = growth.back_before(unlucky.choice)
            luck -= 1
            if luck == 0:
                raise Degenerate(str(unlucky)) from None
        else:
            number += 1
    return growth.at


class Unlucky(Degenerate):
    """A point has no place, but might have one if another one, that was placed with some freedom, were elsewhere."""

    def __init__(self, point: str, choice: str) -> None:
        super().__init__(f"{point} has no place")
        self.choice = choice


class _Growth:
    """A figure to which points are added.

    at: their places. parents: what each was placed by; free: those that had a choice.
    """

    def __init__(self, problem: Problem, rng: Generator, least: float, deadline: float | None) -> None:
        self.at: dict[str, complex] = {}
        self._problem = replace(
            problem, points=(), premises=(), conditions=(), goal=Statement(EXPLORE, ()), others=(), spans={}
        )
        self._rng = rng
        self._least = least
        self._deadline = deadline
        self._parents: dict[str, set[str]] = {}
        self._free: list[str] = []
        self._steps: list[Step] = []

    def add(self, step: Step, branches: Branches) -> None:
        """Raises Unlucky and Degenerate."""
        point = step.point
        self._parents[point] = {p for s in step.premises for p in s.points} - {point}
        try:
            options = _options(self._problem, step, self.at, self._rng, self._least)
            fit = _fit(self._problem, step, {**self.at, point: options.places[0]})
        except Degenerate:
            options, fit = _Options([self._anywhere()], is_free=False), Fit.BROKEN
        first = branches.choose(len(options.places)) if len(options.places) > 1 else 0
        if fit is Fit.BROKEN and self._free:
            choice = self._last_choice(point)
            if choice != point:
                del self._parents[point]
                raise Unlucky(point, choice)
        self._steps.append(step)
        self._problem = self._of(self._steps)
        self.at[point] = options.places[first]
        if options.is_free:
            self._free.append(point)
        if fit is Fit.EXACT:
            return
        tried = [options.places[(first + k) % len(options.places)] for k in range(min(len(options.places), REPAIRS))]
        some = self._since_last_choice(point)
        if len(some) < len(self.at) and any(self._repaired(point, place, some) for place in tried):
            return
        if not self._repaired(point, tried[0], None):
            raise Degenerate(f"{point} has no place")

    def back_before(self, choice: str) -> int:
        """Take away that point and all after it; how many are left."""
        left = [step.point for step in self._steps].index(choice)
        for step in self._steps[left:]:
            del self.at[step.point], self._parents[step.point]
        self._steps = self._steps[:left]
        self._free = [p for p in self._free if p in self.at]
        self._problem = self._of(self._steps)
        return left

    def _of(self, steps: Sequence[Step]) -> Problem:
        return replace(
            self._problem,
            points=tuple(step.point for step in steps),
            premises=tuple(s for step in steps for s in step.premises),
            conditions=tuple(c for step in steps for c in step.conditions),
        )

    def _anywhere(self) -> complex:
        z = list(self.at.values())
        center = sum(z) / len(z) if z else 0j
        scale = sum(abs(w - center) for w in z) / len(z) if z else 1.0
        return draw_point(Plane(), center, scale or 1.0, self._rng)

    def _repaired(self, point: str, place: complex, movable: Sequence[str] | None) -> bool:
        """Whether it fits, once these points have moved."""
        moved = moved_to_fit(self._problem, {**self.at, point: place}, self._deadline, movable)
        if moved is not None:
            self.at = moved
        return moved is not None

    def _last_choice(self, point: str) -> str:
        """The last free one of the points that it depends on; itself where there is none."""
        ancestors = {point} | self._parents[point]
        for p in reversed(list(self.at)):
            if p in ancestors:
                ancestors |= self._parents[p] & self.at.keys()
        return next((p for p in reversed(self._free) if p in ancestors), point)

    def _since_last_choice(self, point: str) -> list[str]:
        """The point, the last free one of those that it depends on, and what depends on that."""
        last = self._last_choice(point)
        moving: dict[str, None] = {last: None}
        for p in list(self.at)[list(self.at).index(last) :]:
            if p == point or self._parents[p] & moving.keys():
                moving[p] = None
        return list(moving)


def moved_to_fit(
    problem: Problem,
    at: Mapping[str, complex],
    deadline: float | None,
    movable: Sequence[str] | None = None,
    are_apart: bool = False,
) -> dict[str, complex] | None:
    """The places moved until the premises hold, with respect for conditions; None where that fails.

    movable: those that may move, None for all. are_apart: whether points are kept from falling together.
    """
    from solver.diagram.relax import relax

    if movable is not None:
        about = tuple(s for s in problem.premises if not set(movable).isdisjoint(s.points))
        named = {p for s in about for p in s.points}.union(movable)
        problem = replace(
            problem,
            points=tuple(p for p in problem.points if p in named),
            premises=about,
            conditions=tuple(
                c for c in problem.conditions if named.issuperset(c.points) and not set(movable).isdisjoint(c.points)
            ),
        )
    ids = None if movable is None else [problem.points.index(p) for p in movable]
    here = dict(at)
    for _ in range(REPAIRS):
        read = oriented(problem, here)
        xy = np.array([(here[p].real, here[p].imag) for p in problem.points])
        system = compile_system(read.premises, problem.points, xy)
        relaxed = relax(system, xy, problem.points, problem.conditions, deadline, ids, are_apart)
        solved = relaxed if ids is not None else refine(system, relaxed.xy, deadline=deadline)
        here.update((p, complex(x, y)) for p, (x, y) in zip(problem.points, solved.xy.tolist(), strict=True))
        if oriented(problem, here).premises == read.premises:
            fits = solved.residual < FITS and all(c.margin(here) > 0 for c in problem.conditions)
            return here if fits else None
    return None


class Fit(Enum):
    """EXACT: a place meets all that is said about the point; it may be another point's. LOOSE: premises are left over.
    BROKEN: a condition fails."""

    EXACT = "exact"
    LOOSE = "loose"
    BROKEN = "broken"


@dataclass(frozen=True)
class _Options:
    """Places for a point, all of them equally good. is_free: they were chosen from many."""

    places: list[complex]
    is_free: bool


def _options(problem: Problem, step: Step, at: Mapping[str, complex], rng: Generator, least: float) -> _Options:
    """Places that fit as much as can be had. Raises Degenerate."""
    loci = _loci(problem, step, at)
    if len(loci) >= 2:
        own = [at[p] for premise in step.premises for p in premise.points if p in at]
        scored = [(_score(problem, step, {**at, step.point: z}, least), z) for z in _crossings(loci, own)]
        least_bad = min(score for score, _ in scored)
        places = [z for score, z in scored if score == least_bad]
        return _Options(places, is_free=False)
    curves: Sequence[Locus] = loci[0] if loci else (Plane(),)
    center = sum(at.values()) / len(at) if at else 0j
    scale = sum(abs(z - center) for z in at.values()) / len(at) if at else 0.0
    best: tuple[int, int, int, int] | None = None
    found = center
    for _ in range(DRAWS):
        z = draw_point(curves[int(rng.integers(len(curves)))], center, scale or 1.0, rng)
        score = _score(problem, step, {**at, step.point: z}, least)
        if best is None or score < best:
            best, found = score, z
        if sum(score) == 0:
            break
    return _Options([found], is_free=True)


def _fit(problem: Problem, step: Step, at: Mapping[str, complex]) -> Fit:
    if not all(c.margin(at) > 0 for c in step.conditions):
        return Fit.BROKEN
    is_met = all(error_at(as_in_figure(s, problem.senses.get(s), at), at) < FITS for s in step.premises)
    return Fit.EXACT if is_met else Fit.LOOSE


def _loci(problem: Problem, step: Step, at: Mapping[str, complex]) -> list[Sequence[Locus]]:
    """One entry for each condition on the point; lines first, since they cross in one place."""
    found: list[Sequence[Locus]] = []
    for premise in step.premises:
        alternatives = [loci_of(reading, step.point, at) for reading in readings(premise, problem.senses.get(premise))]
        for number in range(min(map(len, alternatives))):
            found.append([locus for loci in alternatives for locus in loci[number]])
    found.sort(key=lambda loci: (len(loci), any(isinstance(locus, Circle) for locus in loci)))
    return [loci for i, loci in enumerate(found) if not any(_are_same(loci, other) for other in found[:i])]


def _are_same(first: Sequence[Locus], second: Sequence[Locus]) -> bool:
    """Whether two entries are one line, or one circle."""
    if len(first) != 1 or len(second) != 1:
        return False
    match first[0], second[0]:
        case Line(p, u), Line(q, v):
            return max(abs((u.conjugate() * v).imag), abs((u.conjugate() * (q - p)).imag)) < SAME
        case Circle(o, r), Circle(c, s):
            return abs(o - c) + abs(r - s) < SAME * r
    return False


def _crossings(loci: Sequence[Sequence[Locus]], own: Sequence[complex]) -> list[complex]:
    """Where curves of two of the entries cross, of the first two that do elsewhere than in a point that they are given
    by (own), or if there are no such two, anywhere."""
    reason = Degenerate("its lines and circles don't meet")
    others: list[complex] = []
    for first, second in combinations(loci, 2):
        places: list[complex] = []
        for one in first:
            for other in second:
                try:
                    places += _common(one, other)
                except Degenerate as error:
                    reason = error
        distinct = [z for i, z in enumerate(places) if all(abs(z - w) > SAME for w in places[:i])]
        new = [z for z in distinct if all(abs(z - w) > SAME for w in own)]
        if new:
            return new
        others = others or distinct
    if others:
        return others
    raise reason


def _common(one: Locus, other: Locus) -> list[complex]:
    for locus in (one, other):
        if isinstance(locus, Places):
            return [option[0] for option in locus.options]
    return intersections(one, other)


def _score(problem: Problem, step: Step, at: Mapping[str, complex], least: float) -> tuple[int, int, int, int]:
    """Smaller is better. A condition that fails is worse than a place that is another point's and fits: two names of one
    point may be what the statement says."""
    z = at[step.point]
    if not (math.isfinite(z.real) and math.isfinite(z.imag)):
        return (1 << 30, 0, 0, 0)
    gaps = [abs(z - w) for p, w in at.items() if p != step.point]
    together, near = sum(gap <= SAME for gap in gaps), sum(gap <= least for gap in gaps)
    misfits = sum(not error_at(as_in_figure(s, problem.senses.get(s), at), at) < FITS for s in step.premises)
    margins = [(c.margin(at), WANTED.get(c.kind, 1.0) * least) for c in step.conditions]
    weak = sum(not margin > wanted for margin, wanted in margins)
    lost = sum(margin <= 0 for margin, _ in margins) + (together > 0 and misfits > 0)
    return lost, weak + together, misfits, near
