"""Many figures of what is given, found independently of each other, whatever the goal.

Not by the user's seed: the same statement is looked at in the same figures every time, so that its verdict is the same.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import numpy as np
from numpy.random import Generator

from solver.deadline import check_deadline
from solver.diagram.arrange import arrange, grow
from solver.diagram.diagram import Diagram
from solver.diagram.refine import refine
from solver.diagram.residuals import compile_system
from solver.diagram.sketch import Branches, Unplaced, sketch
from solver.diagram.solve import Rejected, solved_from
from solver.diagram.turned import finished
from solver.language.order import ordered
from solver.language.problem import Problem
from solver.plane.loci import Degenerate
from solver.verdict.components import TOGETHER

#: The seed of all random choices.
SEED = 20_131
#: Combinations of intersections taken of one choice of all that is free: in the plain language one at random, since
#: neighbors differ in their last choices only, so that five choices of all that is free, with four combinations each, would
#: miss one side of an early choice in 6 of 100 statements; in a statement by constructions, of which one is meant, all.
ONE, ALL = 1, 64
#: The least distance of points that are apart, by how many figures in a row have failed at most.
SPREADS = ((8, 0.02), (24, 5e-3), (10**9, 5e-4))
#: Part of the attempts that lead to a figure where an order of points is a good one.
OFTEN = 0.4
#: Premises must hold this well.
SOLVED = 1e-10


def samples(problem: Problem, deadline: float | None, first: int = 0) -> Iterator[Diagram | None]:
    """Figures of the premises and conditions without end; None for an attempt that failed. Raises DeadlineExceeded.

    first: the number of the first choice of all that is free; other numbers give other figures.
    """
    attempts = _Attempts(problem, first)
    while True:
        yield attempts.next(deadline)


class Figures:
    """What `samples` gives, drawn once for several goals about the same givens.

    seconds: of the processor, that drawing them took so far.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._attempts: _Attempts | None = None
        self._known: list[Diagram | None] = []
        self.seconds = 0.0

    def are_of(self, problem: Problem) -> bool:
        """Whether they are those of that problem."""
        return problem is self._problem or given_by(problem) == given_by(self._problem)

    def samples(self, deadline: float | None) -> Iterator[Diagram | None]:
        """From the first one on, without end. Raises DeadlineExceeded."""
        self._attempts = self._attempts or _Attempts(self._problem, 0)
        for number in count():
            if number == len(self._known):
                begun = time.thread_time()
                self._known.append(self._attempts.next(deadline))
                self.seconds += time.thread_time() - begun
            yield self._known[number]


def given_by(problem: Problem) -> tuple[object, ...]:
    """All that its figures are drawn from."""
    return problem.points, problem.premises, problem.conditions, problem.clauses, problem.senses


class _Attempts:
    """Attempts to draw a figure, each of which goes on from those before."""

    def __init__(self, problem: Problem, first: int) -> None:
        self._problem = problem
        self._draw = _constructed if problem.clauses else _Unordered(problem).draw
        self._most = ALL if problem.clauses else ONE
        self._failed = 0
        self._begin(first)

    def _begin(self, number: int) -> None:
        """Another choice of all that is free."""
        self._number, self._tried = number, 0
        self._branches = Branches(np.random.default_rng([SEED, number, 1]))
        self._least = next(spread for limit, spread in SPREADS if self._failed <= limit)

    def next(self, deadline: float | None) -> Diagram | None:
        """Raises DeadlineExceeded."""
        if self._tried == self._most or (self._tried and not self._branches.advance()):
            self._begin(self._number + 1)
        check_deadline(deadline, "figures of what is given were looked at")
        try:
            diagram = self._draw(self._problem, self._number, self._branches, self._least, deadline)
        except (Degenerate, Rejected, Unplaced, ZeroDivisionError, OverflowError):
            diagram = None
        self._tried += 1
        found = diagram if diagram is not None and _is_spread(diagram, self._least) else None
        self._failed = 0 if found is not None else self._failed + 1
        return found


def _constructed(
    problem: Problem, number: int, branches: Branches, least: float, deadline: float | None
) -> Diagram | None:
    """A figure of a statement by constructions."""
    free, turn = np.random.default_rng([SEED, number]), np.random.default_rng([SEED, number, 2])
    places = sketch(problem, free, branches, least)
    xy = np.array([(z.real, z.imag) for z in places])
    solved = refine(compile_system(problem.premises, problem.points, xy), xy, deadline=deadline)
    return finished(problem.points, solved.xy, turn, SEED) if solved.residual <= SOLVED else None


class _Unordered:
    """Figures of a statement without constructions.

    Its points are placed in the order that `ordered` finds while that leads to figures often enough, else in orders found
    from the front, in which what is there moves for what comes (`grow`); now and then in the first all the same, and in
    one that chance makes: what one order never reaches another may.
    """

    def __init__(self, problem: Problem) -> None:
        self._usual = ordered(problem)
        self._tried: Counter[bool] = Counter()
        self._found: Counter[bool] = Counter()

    def draw(self, problem: Problem, number: int, branches: Branches, least: float, deadline: float | None) -> Diagram:
        """Raises Degenerate and Rejected."""
        free, turn = np.random.default_rng([SEED, number]), np.random.default_rng([SEED, number, 2])
        ties = np.random.default_rng([SEED, number, 3])
        is_random = number % 4 == 3
        is_usual = number % 4 == 0 or self._share(True) >= min(OFTEN, self._share(False))
        self._tried[is_usual] += not is_random
        if is_random:
            at = arrange(problem, ordered(problem, ties), free, branches, least)
        elif is_usual:
            at = arrange(problem, self._usual, free, branches, least)
        else:
            from solver.diagram.implied import implied
            from solver.diagram.orders import forward_order

            said = replace(problem, premises=problem.premises + implied(problem))
            at = grow(said, forward_order(said, ties)[0], free, branches, least, deadline)
        if number % 2:
            at = _parted(at, free)
        diagram = solved_from(problem, at, least, turn, SEED, deadline)
        self._found[is_usual] += not is_random
        return diagram

    def _share(self, is_usual: bool) -> float:
        """Part of the attempts in that order, or in those from the front, that led to a figure; 1 as long as none failed."""
        return (self._found[is_usual] + 1) / (self._tried[is_usual] + 1)


def _parted(at: dict[str, complex], rng: Generator) -> dict[str, complex]:
    """Points that have been put onto others are moved away every other time: the solver then changes the rest of the figure,
    so that they can stay apart, if it can."""
    parted: dict[str, complex] = {}
    for point, z in at.items():
        is_apart = all(abs(z - w) > TOGETHER for w in parted.values())
        parted[point] = z if is_apart else z + complex(*rng.uniform(-0.5, 0.5, 2))
    return parted


def _is_spread(figure: Diagram, least: float) -> bool:
    """Whether points are apart, or exactly at one place."""
    z = figure.vertices()
    gaps = np.abs(z[:, None] - z)
    return bool(np.isfinite(gaps).all()) and np.count_nonzero(gaps < least) == np.count_nonzero(gaps < TOGETHER)
