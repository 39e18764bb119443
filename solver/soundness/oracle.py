"""Is a statement true? Looked at in figures of its own, which neither a verdict nor a certificate has seen."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from solver.checker.conditions import exists
from solver.diagram.diagram import Diagram
from solver.diagram.solve import Rejected, solved_from
from solver.diagram.truth import answer, error_of
from solver.errors import DeadlineExceeded
from solver.language.configuration import disagreement
from solver.language.order import introduction
from solver.language.orientation import as_in_figure
from solver.language.problem import Problem
from solver.plane.loci import Degenerate
from solver.statements.conditions import CLEAR
from solver.statements.predicates import OVERLAP, Statement
from solver.verdict.components import meant, piece_of
from solver.verdict.sample import samples

#: The numbers of figures, far from those that the verdict looks at.
FIRST = 1_000_000
#: A goal that is off by more than FALSE fails in a figure, by less than TRUE it holds.
TRUE, FALSE = 1e-7, 1e-5
#: Figures wanted, and attempts for each; how much longer than the processor's time they may take.
FIGURES, ATTEMPTS, PATIENCE = 20, 6, 20.0
#: How far points are pushed, over the extent; how near they come to each other, where they are apart.
PUSHES, APART = (0.5, 0.2, 0.05), 5e-4


@dataclass(frozen=True)
class Seen:
    """Figures of a statement in which its goal holds, and in which it fails; those in which it can't be told are left out."""

    holding: tuple[Diagram, ...]
    failing: tuple[Diagram, ...]

    @property
    def count(self) -> int:
        return len(self.holding) + len(self.failing)


def figures_of(problem: Problem, seconds: float, count: int = FIGURES, first: int = FIRST) -> list[Diagram]:
    """Generic figures of what a problem gives, on pieces that are meant; as many as were found in the time, of the processor."""
    order = introduction(problem)
    found = []
    begun = time.thread_time()
    try:
        for attempt, figure in enumerate(samples(problem, time.monotonic() + PATIENCE * seconds, first)):
            piece = piece_of(problem, figure, order) if figure is not None else None
            if figure is not None and piece is not None:
                found.append((piece, figure))
            if len(found) == count or attempt == ATTEMPTS * count or time.thread_time() - begun > seconds:
                break
    except DeadlineExceeded:
        pass
    pieces = meant(piece for piece, _ in found)
    return [figure for piece, figure in found if piece in pieces]


def figures_from(
    problem: Problem, beginnings: Sequence[Diagram], seconds: float, rng: np.random.Generator
) -> Iterator[Diagram]:
    """Figures that others lead to: all points of one are pushed at random, far or not so far, and what is given is solved
    again from there; what is found is a beginning, too. Until the time, of the processor, is up.

    They lie on pieces before which no beginning's is meant.
    """
    order = introduction(problem)
    pieces = {piece_of(problem, figure, order) for figure in beginnings} - {None}
    known, begun = list(beginnings), time.thread_time()
    while known and time.thread_time() - begun < seconds:
        start = known[int(rng.integers(len(known)))]
        push = float(rng.choice(PUSHES)) * rng.standard_normal(start.xy.shape)
        at = {p: complex(x, y) for p, (x, y) in zip(start.points, start.xy + push, strict=True)}
        try:
            figure = solved_from(problem, at, APART, rng, 0, None)
        except (Rejected, Degenerate, ZeroDivisionError, OverflowError):
            continue
        piece = piece_of(problem, figure, order)
        is_meant = piece is not None and not any(p is not None and p.is_meant_before(piece) for p in pieces)
        if is_meant and disagreement(problem, figure.places()) == "":
            known.append(figure)
            yield figure


def looked_at(problem: Problem, figures: Sequence[Diagram]) -> Seen:
    """In which of the figures the goal holds, all that it says beyond its equation included."""
    judged = [(figure, goal_holds(problem, figure)) for figure in figures]
    return Seen(tuple(f for f, told in judged if told is True), tuple(f for f, told in judged if told is False))


def goal_holds(problem: Problem, figure: Diagram) -> bool | None:
    """Whether it does, in a figure; None where that can't be told. A question has to be answered before."""
    at = figure.places()
    goal = as_in_figure(problem.goal, problem.goal_senses.get(problem.goal), at)
    if goal.predicate.is_question:
        return None if answer(goal, (figure,)) is None else True
    if not _speaks(goal, at):
        return None
    error = error_of(goal, figure)
    margins = [c.margin(at) for c in problem.goal_conditions]
    if error >= FALSE or any(m < -CLEAR for m in margins):
        return False
    return True if error < TRUE and all(m > CLEAR for m in margins) else None


def _speaks(goal: Statement, at: Mapping[str, complex]) -> bool:
    """Whether all segments of which a goal names the direction or compares the length have one."""
    if goal.predicate is OVERLAP:
        return True
    return all(exists(at, q) for e in goal.equations() for q, _ in e.terms)


def constructed(problem: Problem) -> Problem:
    """A problem whose auxiliary points are among those that it constructs itself."""
    if not problem.clauses:
        return problem
    return replace(problem, clauses=(*problem.clauses, *problem.auxiliary), auxiliary=())
