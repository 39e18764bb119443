"""Many figures of what is given, found independently of each other, whatever the goal.

Not by the user's seed: the same statement is looked at in the same figures every time, so that its verdict is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from solver.deadline import check_deadline
from solver.diagram.arrange import arrange
from solver.diagram.diagram import Diagram
from solver.diagram.loci import Degenerate
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.diagram.sketch import Branches, Unplaced, sketch
from solver.diagram.solve import Rejected, solved_from
from solver.diagram.turned import finished
from solver.language.order import Step, ordered
from solver.language.problem import Problem
from solver.verdict.components import TOGETHER

#: Of all random choices.
SEED = 20_131
#: Combinations of intersections taken of one choice of all that is free: in the plain language one at random, since
#: neighbors differ in their last choices only, so that five choices of all that is free, with four combinations each, would
#: miss one side of an early choice in 6 of 100 statements; in a statement by constructions, of which one is meant, all.
ONE, ALL = 1, 64
#: Least distance of points that are apart: after so many figures that failed in a row, less.
SPREADS = ((8, 0.02), (24, 5e-3), (10**9, 5e-4))
#: Premises must hold this well.
SOLVED = 1e-10


def samples(problem: Problem, deadline: float | None, first: int = 0) -> Iterator[Diagram | None]:
    """Figures of the premises and conditions without end; None for an attempt that failed. Raises DeadlineExceeded.

    first: the number of the first choice of all that is free; other numbers give other figures.
    """
    failed, number = 0, first
    usual = () if problem.clauses else ordered(problem)
    while True:
        branches = Branches(np.random.default_rng([SEED, number, 1]))
        order = _order(problem, number, usual)
        least = next(spread for limit, spread in SPREADS if failed <= limit)
        for _ in range(ALL if problem.clauses else ONE):
            check_deadline(deadline, "figures of what is given were looked at")
            diagram = _attempt(problem, order, number, branches, least, deadline)
            failed = 0 if diagram is not None else failed + 1
            yield diagram
            if not branches.advance():
                break
        number += 1


def _order(problem: Problem, number: int, usual: tuple[Step, ...]) -> tuple[Step, ...]:
    """In which the points of a statement without constructions are placed: every fourth time another one."""
    return ordered(problem, np.random.default_rng([SEED, number, 3])) if usual and number % 4 == 3 else usual


def _attempt(
    problem: Problem, order: tuple[Step, ...], number: int, branches: Branches, least: float, deadline: float | None
) -> Diagram | None:
    free, turn = np.random.default_rng([SEED, number]), np.random.default_rng([SEED, number, 2])
    try:
        if problem.clauses:
            places = sketch(problem, free, branches, least)
            xy = np.array([(z.real, z.imag) for z in places])
            solved = refine(compile_system(problem.premises, problem.points, xy), xy, deadline=deadline)
            diagram = finished(problem.points, solved.xy, turn, SEED)
            is_figure = solved.residual <= SOLVED
        else:
            at = arrange(problem, order, free, branches, least)
            if number % 2:
                at = _parted(at, free)
            diagram = solved_from(problem, at, least, turn, SEED, deadline)
            is_figure = True
    except (Degenerate, Rejected, Unplaced, ZeroDivisionError, OverflowError):
        return None
    return diagram if is_figure and _is_spread(diagram.xy, least) else None


def _parted(at: dict[str, complex], rng: Generator) -> dict[str, complex]:
    """Points that have been put onto others are moved away every other time: the solver then changes the rest of the figure,
    so that they can stay apart, if it can."""
    parted: dict[str, complex] = {}
    for point, z in at.items():
        is_apart = all(abs(z - w) > TOGETHER for w in parted.values())
        parted[point] = z if is_apart else z + complex(*rng.uniform(-0.5, 0.5, 2))
    return parted


def _is_spread(xy: Array, least: float) -> bool:
    """Whether points are apart, or exactly at one place."""
    gaps = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    return bool(np.all(np.isfinite(gaps)) and not np.any((gaps < least) & (gaps >= TOGETHER)))
