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
from dataclasses import replace
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.random import Generator

from solver.deadline import check_deadline
from solver.diagram.arrange import arrange, grow, moved_to_fit
from solver.diagram.diagram import Diagram
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.diagram.sketch import Branches
from solver.diagram.turned import finished
from solver.language.order import Step, ordered
from solver.language.orientation import adds_up, oriented
from solver.language.problem import Problem
from solver.plane.loci import Degenerate
from solver.statements.conditions import CONVEX, NONCOLLINEAR

#: Least distance of two points, and least margin of a condition, while so great a part of the patience is spent.
SPREADS = ((0.25, 0.05), (0.5, 0.02), (0.75, 5e-3), (1.0, 5e-4))
#: Combinations of intersections tried with one choice of all that is free.
BRANCHES = 16
#: The number of figures that fail, with none that is one, which is enough.
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
#: One beginning in LOOSE is a loose one; the largest number of orders that are made from the front.
LOOSE, MOST_ORDERS = 5, 10
#: Where an order has led to a figure, one beginning in this many is of another kind.
RARE = 6
#: A beginning that takes repairs costs as much patience as this many that don't.
HARD = 4
#: The patience that is spent on the branches of one beginning, as long as none of them leads to a figure.
BARREN = 16
#: Figures in which points fall together, before one of them counts.
MOST_TOGETHER = 24


class Rejected(Exception):
    """A figure that isn't one of the statement: `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Coincident(Rejected):
    """A figure in which points are at one place."""


def figures(
    problem: Problem, seed: int, deadline: float | None, reasons: Counter[str], patience: int = HOPELESS
) -> Iterator[Diagram]:
    """Diagrams of the premises and conditions, whatever the goal, one after the other, until it isn't worth going on.

    reasons: counts what failed. patience: the number of failures without a figure that end it. Raises DeadlineExceeded.
    """
    found = failed = together = 0
    may_coincide = False
    beginnings = Beginnings(problem, seed, deadline)
    for number in range(CHOICES):
        branches = Branches(np.random.default_rng([seed, number, 1]))
        # The same for all branches: what is free must be chosen in the same way.
        spent = min(1.0, failed / patience)
        least = next(spread for limit, spread in SPREADS if spent <= limit)
        failed_before, found_before = failed, found
        for _ in range(BRANCHES):
            check_deadline(deadline, "the diagram was being solved")
            if not found:
                may_coincide = spent >= DESPERATE or together >= MOST_TOGETHER
            try:
                at = beginnings.begin(number, branches, least)
                diagram = solved_from(problem, at, least, np.random.default_rng([seed, number, 2]), seed, deadline)
                _check_spread(problem, diagram.xy, least, may_coincide)
            except (Degenerate, Rejected) as error:
                reasons[str(error)] += 1
                failed += 1 if number == 0 else HARD
                together += isinstance(error, Coincident)
            except (ZeroDivisionError, OverflowError):
                reasons["a construction degenerates"] += 1
                failed += 1
            else:
                found += 1
                beginnings.led_to_a_figure(number)
                yield diagram
            if not found and failed >= patience:
                return
            is_barren = found == found_before and failed - failed_before >= BARREN
            if is_barren or not branches.advance():
                break


class Beginnings:
    """Sketches that the solver begins with: in the order that `ordered` finds, in orders from the front, and loose ones,
    in which nothing holds yet.

    Once an order has led to a figure, most beginnings are in that order.
    """

    def __init__(self, problem: Problem, seed: int, deadline: float | None) -> None:
        self._problem = problem
        self._seed = seed
        self._deadline = deadline
        self._made: list[tuple[int, int, tuple[Step, ...]]] = []
        self._orders: dict[int, tuple[Step, ...]] = {}
        self._good: int | None = None

    def led_to_a_figure(self, number: int) -> None:
        self._good = number if self._good is None and number % LOOSE != LOOSE - 1 else self._good

    def begin(self, number: int, branches: Branches, least: float) -> dict[str, complex]:
        """Raises Degenerate and DeadlineExceeded."""
        rng = np.random.default_rng([self._seed, number])
        kind = number
        if self._good is not None and number % RARE != RARE - 1:
            kind = self._good
        if kind == 0:
            return arrange(self._problem, self._first_order(number), rng, branches, least)
        if kind % LOOSE == LOOSE - 1:
            return self._loose(rng)
        return grow(self._said, self._order(kind), rng, branches, least, self._deadline)

    @cached_property
    def _said(self) -> Problem:
        from solver.diagram.implied import implied

        return replace(self._problem, premises=self._problem.premises + implied(self._problem))

    def _first_order(self, number: int) -> tuple[Step, ...]:
        return ordered(self._problem, np.random.default_rng([self._seed, number, 3]) if number % 4 == 3 else None)

    def _order(self, number: int) -> tuple[Step, ...]:
        if number not in self._orders:
            self._orders[number] = self._new_order(number)
        return self._orders[number]

    def _new_order(self, number: int) -> tuple[Step, ...]:
        rng = np.random.default_rng([self._seed, number, 3])
        if number % LOOSE == 0:
            return ordered(self._said, rng)
        if len(self._made) < MOST_ORDERS:
            from solver.diagram.orders import forward_order

            steps, free = forward_order(self._said, rng)
            self._made.append((free, number, steps))
            return steps
        chosen: list[int] = rng.integers(len(self._made), size=3).tolist()
        _, _, steps = min((self._made[k] for k in chosen), key=lambda made: made[:2])
        return steps

    def _loose(self, rng: Generator) -> dict[str, complex]:
        spread = rng.standard_normal((len(self._problem.points), 2)).tolist()
        at = {p: complex(x, y) for p, (x, y) in zip(self._problem.points, spread, strict=True)}
        moved = moved_to_fit(self._problem, at, self._deadline, are_apart=True)
        if moved is None:
            raise Degenerate("the premises can't be met together")
        return moved


def configurations(problem: Problem, seed: int, deadline: float | None, count: int) -> list[Diagram]:
    """Figures that differ in how triples of points lie, mirror images aside; at most `count`. Raises DeadlineExceeded."""
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
    corners = np.zeros_like(together)  # of one triangle or polygon: they never fall together
    for condition in problem.conditions:
        if condition.kind in (NONCOLLINEAR, CONVEX):
            ids = [problem.points.index(p) for p in condition.points]
            corners[np.ix_(ids, ids)] = True
    for close, rejected in (
        ((gaps < least) & ~together, Rejected),
        (together & (not may_coincide), Coincident),
        (together & corners, Rejected),
    ):
        if np.tril(close, -1).any():
            later, earlier = (int(k) for k in np.argwhere(np.tril(close, -1))[0])
            raise rejected(f"{problem.points[later]} and {problem.points[earlier]} fall together")
