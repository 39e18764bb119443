"""Is a statement true? Looked at in figures of its own, which neither a verdict nor a certificate has seen."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from solver.checker.conditions import exists
from solver.diagram.diagram import Diagram
from solver.diagram.truth import answer, error_of
from solver.errors import DeadlineExceeded
from solver.language.order import introduction
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.conditions import CLEAR
from solver.statements.predicates import OVERLAP, Statement
from solver.verdict.components import meant, piece_of
from solver.verdict.sample import samples

#: The numbers of figures, far from those that the verdict looks at.
FIRST = 1_000_000
#: A goal that is off by more than FALSE fails in a figure, by less than TRUE it holds.
TRUE, FALSE = 1e-7, 1e-5
#: Figures wanted, and attempts for each.
FIGURES, ATTEMPTS = 20, 6


@dataclass(frozen=True)
class Seen:
    """Figures of a statement in which its goal holds, and in which it fails; those in which it can't be told are left out."""

    holding: tuple[Diagram, ...]
    failing: tuple[Diagram, ...]

    @property
    def count(self) -> int:
        return len(self.holding) + len(self.failing)


def figures_of(problem: Problem, seconds: float, count: int = FIGURES, first: int = FIRST) -> list[Diagram]:
    """Generic figures of what a problem gives, on pieces that are meant; as many as were found in the time."""
    order = introduction(problem)
    found = []
    try:
        for attempt, figure in enumerate(samples(problem, time.monotonic() + seconds, first)):
            piece = piece_of(problem, figure, order) if figure is not None else None
            if figure is not None and piece is not None:
                found.append((piece, figure))
            if len(found) == count or attempt == ATTEMPTS * count:
                break
    except DeadlineExceeded:
        pass
    pieces = meant(piece for piece, _ in found)
    return [figure for piece, figure in found if piece in pieces]


def looked_at(problem: Problem, figures: Sequence[Diagram]) -> Seen:
    """In which of the figures the goal holds, all that it says beyond its equation included."""
    judged = [(figure, goal_holds(problem, figure)) for figure in figures]
    return Seen(tuple(f for f, told in judged if told is True), tuple(f for f, told in judged if told is False))


def goal_holds(problem: Problem, figure: Diagram) -> bool | None:
    """Whether it does, in a figure; None where that can't be told. A question has to be answered before."""
    at = figure.places()
    goal = oriented(problem, at).goal
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
