"""Diagrams of statements that give no order of construction: a numeric constraint solver.

From a first figure (`solver.diagram.arrange`) all points are moved until all premises hold, by Gauss–Newton with
minimum-norm steps. What comes out is rejected where points fall together, where a condition of the statement fails, or
where angles turn otherwise than in the figure that their equations were written for. That is repeated with other free
choices, other intersections and other orders, each of them seeded, until a figure is found in which the goal holds, or
it fails in enough of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.random import Generator

from solver.deadline import check_deadline
from solver.diagram.arrange import arrange
from solver.diagram.diagram import Diagram
from solver.diagram.loci import Degenerate
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.diagram.sketch import Branches
from solver.diagram.turned import finished
from solver.language.order import ordered
from solver.language.orientation import adds_up, oriented
from solver.language.problem import Problem

#: Least distance of two points, and least margin of a condition, while so great a part of the patience is spent.
SPREADS = ((0.25, 0.05), (0.5, 0.02), (0.75, 5e-3), (1.0, 5e-4))
#: Combinations of intersections tried with one choice of all that is free.
BRANCHES = 16
#: So many figures that fail, and none that is one, are enough.
HOPELESS = 400
#: Premises must hold this well.
SOLVED = 1e-10
#: Steps of the solver; from a figure that is far off it takes longer than one that only polishes.
STEPS = 60
#: Figures looked at for different configurations, and twice the area of a triangle below which it is flat.
MOST_FIGURES, FLAT = 60, 1e-7
#: Points this near are at one place.
TOGETHER = 1e-8
#: From here on a figure in which points fall together counts, as nothing else has been found.
DESPERATE = 0.5
#: Choices of all that is free, in all.
CHOICES = 400


class Rejected(Exception):
    """A figure that isn't one of the statement: `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def figures(
    problem: Problem, seed: int, deadline: float | None, reasons: Counter[str], patience: int = HOPELESS
) -> Iterator[Diagram]:
    """Diagrams of the premises and conditions, whatever the goal, one after the other, until it isn't worth going on.

    reasons: counts what failed. patience: so many failures without a figure end it. Raises DeadlineExceeded.
    """
    found = failed = 0
    for number in range(CHOICES):
        order = ordered(problem, np.random.default_rng([seed, number, 3]) if number % 4 == 3 else None)
        branches = Branches(np.random.default_rng([seed, number, 1]))
        # The same for all branches: what is free must be chosen in the same way.
        spent = min(1.0, failed / patience)
        least = next(spread for limit, spread in SPREADS if spent <= limit)
        for _ in range(BRANCHES):
            check_deadline(deadline, "the diagram was being solved")
            try:
                at = arrange(problem, order, np.random.default_rng([seed, number]), branches, least)
                diagram = solved_from(problem, at, least, np.random.default_rng([seed, number, 2]), seed, deadline)
                _check_spread(problem, diagram.xy, least, not found and spent >= DESPERATE)
            except (Degenerate, Rejected) as error:
                reasons[str(error)] += 1
                failed += 1
            except (ZeroDivisionError, OverflowError):
                reasons["a construction degenerates"] += 1
                failed += 1
            else:
                found += 1
                yield diagram
            if not found and failed >= patience:
                return
            if not branches.advance():
                break


def configurations(problem: Problem, seed: int, deadline: float | None, count: int) -> list[Diagram]:
    """Figures that differ in how triples of points lie, mirror images aside; up to so many. Raises DeadlineExceeded."""
    found: dict[tuple[int, ...], Diagram] = {}
    for tried, diagram in enumerate(figures(problem, seed, deadline, Counter()), start=1):
        found.setdefault(_lie(diagram.xy), diagram)
        if len(found) == count or tried == MOST_FIGURES:
            break
    return list(found.values())


def _lie(xy: Array) -> tuple[int, ...]:
    """The orientation of each triple, 0 for flat ones; turned over so that the first proper one is positive."""
    i, j, k = (np.array(t, dtype=np.int64) for t in zip(*combinations(range(len(xy)), 3), strict=True))
    u, v = xy[j] - xy[i], xy[k] - xy[i]
    area = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    signs = np.where(np.abs(area) > FLAT, np.sign(area), 0).astype(int)
    proper = signs[signs != 0]
    return tuple((signs * (proper[0] if len(proper) else 1)).tolist())


def solved_from(
    problem: Problem, at: dict[str, complex], least: float, rng: Generator, seed: int, deadline: float | None
) -> Diagram:
    """The figure moved until all premises hold. Raises Rejected."""
    xy = np.array([(at[p].real, at[p].imag) for p in problem.points])
    read = oriented(problem, at)
    system = compile_system(read.premises, problem.points, xy)
    solved = refine(system, xy, steps=STEPS, deadline=deadline)
    if not solved.residual < SOLVED:
        raise Rejected("the premises can't be met together")
    diagram = finished(problem.points, solved.xy, rng, seed)
    places = diagram.places()
    for condition in problem.conditions:
        if not condition.margin(places) > least / 10:
            raise Rejected(f"“{condition}” and the rest can't hold together")
    if not adds_up(problem, places) or oriented(problem, places).premises != read.premises:
        raise Rejected("angles turn otherwise than they should")
    return diagram


def _check_spread(problem: Problem, xy: Array, least: float, may_coincide: bool) -> None:
    """Points are apart, or exactly at one place where that is allowed. Raises Rejected."""
    gaps = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    if not np.all(np.isfinite(gaps)):
        raise Rejected("a point lies too far away")
    together = gaps < TOGETHER
    close = np.tril((gaps < least) & ~together, -1)
    if not may_coincide:
        close |= np.tril(together, -1)
    if close.any():
        later, earlier = (int(k) for k in np.argwhere(close)[0])
        raise Rejected(f"{problem.points[later]} and {problem.points[earlier]} fall together")
