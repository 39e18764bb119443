"""What figures say of a statement before anything is proved: false, it depends, or what is to be proved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.diagram.diagram import Diagram
from solver.diagram.truth import error_of
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement
from solver.language.plain_write import sentence
from solver.language.problem import Problem
from solver.proving.attempt import Attempt, Meant
from solver.result import Result, Status
from solver.statements.conditions import Condition
from solver.statements.predicates import Statement
from solver.verdict.draw import draw_meant
from solver.verdict.survey import SURVEY_SHARE, Case, Holds, survey
from solver.verdict.words import asked_in_words, dependence, falsehood

#: A goal that is off by more than this in a fresh diagram holds in the first by accident. Near a double root of the
#: premises a true goal is exact to 1e-6 only.
ACCIDENT = 1e-5
#: How many other figures are drawn where a proof for the first ones is refused.
OTHER_FIGURES = 2
#: Why nothing is proved where the goal holds on pieces only that aren't meant.
DEGENERATE = "it was found to hold in degenerate figures only"


def meant(attempt: Attempt) -> Result | Meant:
    """The verdict, where figures give it; else what is to be proved."""
    problem, clock = attempt.problem, attempt.clock
    with clock.noting("diagram"):
        seen = attempt.survey = survey(problem, clock.deadline, SURVEY_SHARE * clock.left(), attempt.figures)
    if problem.is_plain and not problem.coordinates:
        if seen.holds is Holds.SOMEWHERE:
            return attempt.ended(Status.DEPENDS, dependence(problem, seen), seen.cases[0].figure)
        if seen.holds is Holds.NOWHERE:
            return attempt.false(falsehood(problem, seen), seen.cases[0].figure)
    try:
        with clock.noting("diagram"):
            drawn = draw_meant(problem, seen, attempt.seed, clock.deadline)
    except FalseStatement as false:
        return attempt.ended(Status.FALSE, false.message, counterexample=false.counterexample)
    except DeadlineExceeded as late:
        return attempt.ended(Status.TIMEOUT, late.message)
    problem = attempt.problem = drawn.problem
    diagram, other = drawn.diagrams
    if drawn.goal is None:
        return attempt.ended(Status.UNPROVED, "the value asked for is no simple number", diagram)
    if (error := error_of(drawn.goal, other)) > ACCIDENT:
        if seen.holds is Holds.EVERYWHERE and problem.is_plain:  # a piece that the survey didn't come upon
            attempt.survey = replace(seen, holds=Holds.SOMEWHERE, cases=(*seen.cases, Case(None, other)))
            return attempt.ended(Status.DEPENDS, dependence(problem, attempt.survey), seen.cases[0].figure)
        said = _said(attempt.stated, drawn.goal)
        reason = f"the goal {said} is false: it is off by {error:.3g} in a diagram that meets all premises"
        return attempt.false(reason, other)
    if (unmet := _unmet(problem, drawn.diagrams)) is not None:
        condition, at = unmet
        reason = f"“{condition}”, which the goal says, is false in a figure that meets all that is given"
        return attempt.false(reason, at)
    if not seen.is_meant(problem, diagram):
        if seen.holds is Holds.NOWHERE:
            return attempt.false(falsehood(problem, seen), seen.cases[0].figure)
        return attempt.ended(Status.UNPROVED, DEGENERATE, diagram)
    return Meant(problem, drawn.diagrams, drawn.goal)


def in_other_figures(attempt: Attempt) -> Iterator[Meant]:
    """The same in other figures of the statement, where a proof for the first ones is refused. Raises DeadlineExceeded."""
    for seed in range(attempt.seed + 1, attempt.seed + 1 + OTHER_FIGURES):
        try:
            drawn = draw_meant(attempt.stated, attempt.survey, seed, attempt.clock.deadline)
        except (FalseStatement, ConstructionError):  # of another choice than the statement means, or not found
            continue
        if drawn.goal is None or error_of(drawn.goal, drawn.diagrams[1]) > ACCIDENT:
            continue
        if attempt.survey.is_meant(drawn.problem, drawn.diagrams[0]):
            yield Meant(drawn.problem, drawn.diagrams, drawn.goal)


def _said(stated: Problem, goal: Statement) -> str:
    """A goal in the language of the statement."""
    if not stated.is_plain:
        return str(goal)
    return f"“{sentence(goal) if stated.goal.predicate.is_question else asked_in_words(stated)}”"


def _unmet(problem: Problem, diagrams: Sequence[Diagram]) -> tuple[Condition, Diagram] | None:
    """What the goal says beyond its equation and a figure contradicts."""
    return next(((c, d) for c in problem.goal_conditions for d in diagrams if not c.holds(d.places())), None)
