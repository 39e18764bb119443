"""A first figure of a statement that gives no order of construction.

The points are placed one by one, in an order that was found for them (`solver.language.order`), where loci of two
premises cross, on one locus, or freely. What more the premises ask is left to the solver (`solver.diagram.solve`); where
two loci cross in several points, the one that fits the rest best is taken, of equal ones each in turn.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

from numpy.random import Generator

from solver.diagram.geometry import intersections
from solver.diagram.loci import Circle, Degenerate, Line, Locus, Places, Plane
from solver.diagram.premise_loci import error_at, loci_of
from solver.diagram.sketch import Branches, draw_point
from solver.language.order import Step
from solver.language.orientation import as_in_figure, readings
from solver.language.problem import Problem
from solver.statements.conditions import APART, BETWEEN, NONCOLLINEAR

#: A point fits a premise that is off by less than this.
FITS = 1e-6
#: How often a point with freedom is drawn to find one that meets the conditions.
DRAWS = 24
#: Margins of conditions that a good figure has, over the distance that points keep; 1 for the others.
WANTED = {NONCOLLINEAR: 6.0, BETWEEN: 2.0, APART: 0.0}
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
        options = _options(problem, step, at, rng, least)
        at[step.point] = options[branches.choose(len(options))] if len(options) > 1 else options[0]
    return at


def _options(problem: Problem, step: Step, at: Mapping[str, complex], rng: Generator, least: float) -> list[complex]:
    """Places for the point that fit as much as can be had, all of them equally well."""
    loci = _loci(problem, step, at)
    if len(loci) >= 2:
        own = [at[p] for premise in step.premises for p in premise.points if p in at]
        scored = [(_score(problem, step, {**at, step.point: z}, least), z) for z in _crossings(loci, own)]
        least_bad = min(score for score, _ in scored)
        return [z for score, z in scored if score == least_bad]
    curves: Sequence[Locus] = loci[0] if loci else (Plane(),)
    centre = sum(at.values()) / len(at) if at else 0j
    scale = sum(abs(z - centre) for z in at.values()) / len(at) if at else 0.0
    best: tuple[int, int, int] | None = None
    found = centre
    for _ in range(DRAWS):
        z = draw_point(curves[int(rng.integers(len(curves)))], centre, scale or 1.0, rng)
        score = _score(problem, step, {**at, step.point: z}, least)
        if best is None or score < best:
            best, found = score, z
        if sum(score) == 0:
            break
    return [found]


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


def _score(problem: Problem, step: Step, at: Mapping[str, complex], least: float) -> tuple[int, int, int]:
    z = at[step.point]
    if not (math.isfinite(z.real) and math.isfinite(z.imag)):
        return (1 << 30, 0, 0)
    together = sum(abs(z - w) <= SAME for p, w in at.items() if p != step.point)
    near = sum(abs(z - w) <= least for p, w in at.items() if p != step.point)
    broken = sum(not c.margin(at) > WANTED.get(c.kind, 1.0) * least for c in step.conditions)
    misfits = sum(not error_at(as_in_figure(s, problem.senses.get(s), at), at) < FITS for s in step.premises)
    return broken + together, misfits, near
