"""The figures for a proof: by the user's seed, where the goal holds and, as far as they are found, on a piece that is meant."""

from __future__ import annotations

from solver.diagram.diagram import Diagram
from solver.diagram.pair import Drawn, draw_pair, pair_of
from solver.errors import ConstructionError, FalseStatement
from solver.language.problem import Problem
from solver.statements.conditions import Condition
from solver.verdict.survey import Survey

#: Seeds that are tried; each leads elsewhere.
TRIES, STRIDE = 3, 1_000_003


def draw_meant(problem: Problem, survey: Survey, seed: int, deadline: float) -> Drawn:
    """As `draw_pair`, from which it takes the first figures that will do; else from a figure of the survey.

    Raises ConstructionError, FalseStatement and DeadlineExceeded.
    """
    where = next((case for case in survey.cases if case.goal is not None), None)
    wanted = where.condition if where is not None else ()
    for number in range(TRIES):
        try:
            drawn = draw_pair(problem, seed + STRIDE * number, deadline)
        except (FalseStatement, ConstructionError):
            if where is None:
                raise
            break
        if _are_meant(problem, survey, wanted, drawn):
            return drawn
    if where is None:
        return drawn
    drawn = pair_of(problem, where.figure, seed, deadline)
    for number in range(1, TRIES):
        if _are_meant(problem, survey, wanted, drawn):
            break
        drawn = pair_of(problem, where.figure, seed + STRIDE * number, deadline)
    return drawn


def _are_meant(problem: Problem, survey: Survey, conditions: tuple[Condition, ...], drawn: Drawn) -> bool:
    """Whether both diagrams are: the second one may have crossed into another piece."""
    return all(_meets(conditions, d) and survey.is_meant(problem, d) for d in drawn.diagrams)


def _meets(conditions: tuple[Condition, ...], diagram: Diagram) -> bool:
    at = diagram.places()
    return all(c.holds(at) for c in conditions)
