"""Building a diagram: numbers for the points of a statement.

Constructive statements are followed clause by clause: loci are intersected, free choices made at random, and the whole
repeated until the figure is well spread, all premises hold and, where some choice of intersections makes it hold, the
goal as well. Statements with coordinates start from these. In the end the coordinates are polished to double precision
and turned so that no direction is near 0, where its lift would be ambiguous.
"""

from __future__ import annotations

import cmath
import math
import time
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from solver.diagram.diagram import Diagram
from solver.diagram.geometry import intersections
from solver.diagram.loci import Circle, Degenerate, Line, Locus, Places, Plane
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, System, compile_system
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement
from solver.language.problem import Clause, Problem

#: Least distance of two points over the figure's diameter, by attempt: choosy first, then less so.
SPREADS = ((40, 0.04), (120, 0.015), (300, 0.004), (1000, 2e-4))
#: A goal that fails in this many well-built figures, and holds in none, is false.
ENOUGH_COUNTEREXAMPLES = 60
#: Premises must hold this well after polishing; goals, as a test of truth.
PREMISES, GOAL = 1e-10, 1e-7


@dataclass(frozen=True)
class _Clock:
    deadline: float | None

    def check(self) -> None:
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise DeadlineExceeded("timeout: the time limit ran out while the diagram was being built")


def build_diagram(problem: Problem, seed: int = 0, deadline: float | None = None) -> Diagram:
    """A diagram of the problem; the same seed gives the same one.

    deadline: on time.monotonic(). Raises ConstructionError (it can't be built), FalseStatement (the goal fails),
    DeadlineExceeded.
    """
    rng = np.random.default_rng(seed)
    clock = _Clock(deadline)
    if problem.coordinates:
        return _from_coordinates(problem, rng, seed)
    failures: Counter[tuple[int, str]] = Counter()
    wrong: Diagram | None = None
    counterexamples = 0
    for attempt in range(SPREADS[-1][0]):
        clock.check()
        least = next(spread for limit, spread in SPREADS if attempt < limit)
        try:
            places = _sketch(problem, rng, least)
        except _Failed as failure:
            failures[failure.clause, failure.reason] += 1
            continue
        xy = np.array([(z.real, z.imag) for z in places])
        if not _is_spread(xy, least):
            failures[-1, "points come too close to each other"] += 1
            continue
        diagram = _finish(problem, xy, rng, seed)
        if diagram is None:
            failures[-1, "the premises can't be met together"] += 1
            continue
        if _error(problem, diagram) < GOAL:
            return diagram
        wrong = wrong or diagram
        counterexamples += 1
        if counterexamples >= ENOUGH_COUNTEREXAMPLES:
            break
    if wrong is not None:
        raise _false(problem, wrong)
    raise _unbuildable(problem, failures)


class _Failed(Exception):
    def __init__(self, clause: int, reason: str) -> None:
        self.clause = clause
        self.reason = reason


def _sketch(problem: Problem, rng: Generator, least: float) -> list[complex]:
    """Places of all points in order. Raises _Failed."""
    at: dict[str, complex] = {}
    for number, clause in enumerate(problem.clauses):
        try:
            placed = _place(clause, at, rng, least)
        except (Degenerate, ZeroDivisionError, OverflowError) as error:
            reason = str(error) if isinstance(error, Degenerate) else "the construction degenerates"
            raise _Failed(number, reason) from None
        at.update(zip(clause.points, placed, strict=True))
    return [at[p] for p in problem.points]


def _place(clause: Clause, at: dict[str, complex], rng: Generator, least: float) -> tuple[complex, ...]:
    if len(clause.coordinates) == len(clause.points):
        return tuple(complex(*clause.coordinates[p]) for p in clause.points)
    loci = [
        call.construction.sketch(rng, *(at[a] for a in call.arguments), *(float(c) for c in call.constants))
        for call in clause.calls
    ]
    options = _options(loci, at, rng)
    for z in (z for option in options for z in option):
        if not (math.isfinite(z.real) and math.isfinite(z.imag) and abs(z) < 1e4):
            raise Degenerate("a point lies too far away")
    if len(clause.calls) > 1 and len(options) == 2:
        # Nearly tangent loci: the two branches are too close to be told apart in another diagram.
        size = max(abs(p - q) for p in at.values() for q in at.values())
        if abs(options[0][0] - options[1][0]) < 3 * least * size:
            raise Degenerate("the loci are nearly tangent")
    fresh = [o for o in options if all(abs(z - p) > 1e-6 for z in o for p in at.values())]
    choice = fresh or options  # a second intersection is meant, unless there is only the known one
    return choice[int(rng.integers(len(choice)))]


def _options(loci: list[Locus], at: dict[str, complex], rng: Generator) -> list[tuple[complex, ...]]:
    """Where the new points of a clause may be."""
    for locus in loci:
        if isinstance(locus, Places):
            if not locus.options:
                raise Degenerate("there is no such point")
            return list(locus.options)
    curves = [locus for locus in loci if not isinstance(locus, Plane)]
    if len(curves) < 2:
        return [(_sample(curves[0] if curves else Plane(), at, rng),)]
    return [(z,) for z in intersections(curves[0], curves[1])]  # more loci are premises for the polish to check


def _sample(locus: Locus, at: dict[str, complex], rng: Generator) -> complex:
    """A random point of the locus, near the rest of the figure."""
    centre = sum(at.values()) / len(at) if at else 0j
    scale = max((abs(p - centre) for p in at.values()), default=1.0) or 1.0
    if isinstance(locus, Circle):
        return locus.centre + cmath.rect(locus.radius, rng.uniform(0, 2 * math.pi))
    if isinstance(locus, Line):
        middle = ((centre - locus.point) * locus.direction.conjugate()).real
        low, high = max(locus.low, middle - 1.5 * scale), min(locus.high, middle + 1.5 * scale)
        if low >= high:
            low, high = (locus.low, locus.low + scale) if math.isfinite(locus.low) else (locus.high - scale, locus.high)
        return locus.point + locus.direction * rng.uniform(low, high)
    return centre + scale * complex(rng.uniform(-1.3, 1.3), rng.uniform(-1.3, 1.3))


def _is_spread(xy: Array, least: float) -> bool:
    """No two points nearly coincide; exact coincidence passes only once choosiness has gone."""
    gaps = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    largest = float(gaps.max(initial=0.0))
    if largest == 0.0:
        return len(xy) < 2
    close = gaps[np.triu_indices(len(xy), 1)] / largest
    if least < 0.01:
        close = close[close > 1e-9]
    return bool(np.all(close > least)) and largest > 1e-6


def _finish(problem: Problem, xy: Array, rng: Generator, seed: int) -> Diagram | None:
    """Polished, normalised and turned; None if the premises don't hold."""
    system = compile_system(problem.premises, problem.points, xy)
    if float(np.max(np.abs(system.residuals(xy)), initial=0.0)) > 1e-5 and not _more_loci_than_two(problem):
        return None
    solved = refine(system, xy)
    if solved.residual > PREMISES or not np.all(np.isfinite(solved.xy)):
        return None
    xy = solved.xy - solved.xy.mean(axis=0)
    xy = xy / (float(np.max(np.hypot(xy[:, 0], xy[:, 1]))) or 1.0)
    return Diagram(problem.points, xy @ turning(xy, rng), seed)


def _more_loci_than_two(problem: Problem) -> bool:
    return any(
        len(c.calls) > 2
        or (len(c.points) == 1 and len(c.calls) > 1 and any(k.construction.name == "free" for k in c.calls))
        for c in problem.clauses
    )


def turning(xy: Array, rng: Generator) -> Array:
    """The rotation (2, 2), `xy @ rotation`, that keeps directions away from 0, where they would jump between 0 and 1."""
    i, j = np.triu_indices(len(xy), 1)
    v = xy[j] - xy[i]
    v = v[np.hypot(v[:, 0], v[:, 1]) > 1e-9]
    directions = np.sort(np.arctan2(v[:, 1], v[:, 0]) / math.pi % 1.0)
    if not len(directions):
        return np.eye(2)
    gaps = np.diff(np.concatenate([directions, [directions[0] + 1.0]]))
    # The middle of one of the widest gaps between directions becomes direction 0.
    widest = np.argsort(gaps, kind="stable")[::-1][: max(1, len(gaps) // 8)]
    k = int(widest[int(rng.integers(len(widest)))])
    angle = -math.pi * (directions[k] + gaps[k] / 2)
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, s], [-s, c]])


def _error(problem: Problem, diagram: Diagram) -> float:
    if problem.goal.predicate.is_question:
        return 0.0
    system: System = compile_system([problem.goal], problem.points, diagram.xy)
    return float(np.max(np.abs(system.residuals(diagram.xy)), initial=0.0))


def _from_coordinates(problem: Problem, rng: Generator, seed: int) -> Diagram:
    xy = np.array([problem.coordinates[p] for p in problem.points], dtype=np.float64)
    spread = float(np.max(np.hypot(*(xy - xy.mean(axis=0)).T), initial=0.0))
    if spread == 0.0 and len(xy) > 1:
        raise ConstructionError("all points are at one place", None, "give the points different coordinates")
    for premise in problem.premises:
        off = float(np.max(np.abs(compile_system([premise], problem.points, xy).residuals(xy)), initial=0.0))
        if off > 1e-3:
            raise ConstructionError(
                f"the coordinates contradict the premise {premise} (off by {off:.3g})", None, "correct one of the two"
            )
    diagram = _finish(problem, xy, rng, seed)
    if diagram is None:
        raise ConstructionError(
            "no coordinates near the given ones meet all premises", None, "give more exact coordinates"
        )
    if _error(problem, diagram) > GOAL:
        raise _false(problem, diagram)
    return diagram


def _false(problem: Problem, diagram: Diagram) -> FalseStatement:
    return FalseStatement(
        f"the goal {problem.goal} is false: it is off by {_error(problem, diagram):.3g} in a diagram that meets all premises",
        diagram.as_dict(),
    )


def _unbuildable(problem: Problem, failures: Counter[tuple[int, str]]) -> ConstructionError:
    if not failures:
        return ConstructionError("the statement has no diagram")
    (number, reason), _ = failures.most_common(1)[0]
    if number < 0:
        return ConstructionError(
            f"no diagram could be built: {reason}", None, "is the figure degenerate or over-determined?"
        )
    clause = problem.clauses[number]
    names = ", ".join(call.construction.name for call in clause.calls)
    return ConstructionError(
        f"{' '.join(clause.points)} = {names} can't be constructed: {reason}",
        clause.span,
        "check the points it is given",
    )
