"""A question for a value: what is recognized is claimed, and the claim is proved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from solver.deadline import deadline_in
from solver.diagram.pair import draw_pair
from solver.diagram.truth import value_of
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement, ParseError
from solver.language.orientation import as_in_figure
from solver.language.problem import Asking, Over, Problem
from solver.result import Result, Status, Timings
from solver.statements.conditions import BETWEEN, CONVEX, NONCOLLINEAR, Condition
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    COLL,
    EXTREMES,
    FIND,
    Statement,
)
from solver.verdict.survey import SURVEY_SHARE, Case, Holds, survey

if TYPE_CHECKING:
    from solver.answers.find import Answer, NoValue, Recognized

#: Beyond the limit, for the figures in which an unproved answer is seen.
SEEN_SECONDS = 0.5
#: How near two values of one angle are, in degrees.
SAME = 1e-6


def answered(problem: Problem, timeout: float, seed: int, attempt: Callable[[Problem, float], Result]) -> Result:
    """What an attempt leads to; of a question for a value, one at the claim that it is the value that was recognized.

    Where the answer depends on the figure and points are said to be on sides of a triangle or another polygon, the answer is that
    with these between the ends, as who asks for one value means it; the verdict is still that it depends.
    """
    deadline = deadline_in(timeout)
    found = _answered(problem, timeout, seed, attempt)
    over = problem.asking.get(problem.goal, Asking()).over
    if over is not None and found.status is Status.DEPENDS:
        return _over_cases(problem, found, over)
    is_open = (
        found.status in (Status.DEPENDS, Status.UNPROVED)
        and found.answer is None
        and problem.goal.predicate.is_question
    )
    inner = _on_sides(problem) if is_open and problem.is_plain else ()
    if not inner:
        return found
    try:
        from solver.verdict.assume import with_conditions

        usual = with_conditions(problem, inner)
        answer = _answered(usual, max(0.0, deadline - time.monotonic()), seed, attempt).answer
    except (ParseError, ConstructionError):  # no figure has all of them between
        return found
    if answer is None:
        return found
    said = f"{answer.sentence} where {', '.join(map(str, inner))}"
    return replace(found, answer=answer, reason=f"{said}; {found.reason}")


def _over_cases(problem: Problem, found: Result, over: Over) -> Result:
    """With what is asked of the values that were seen in different figures: that there are no others isn't proved."""
    from solver.answers.find import NoValue, asking_of, find
    from solver.answers.over import taken_over

    try:
        answers = [find(asking_of(problem), (case.figure,)).answer for case in found.cases]
    except NoValue:
        return found
    answer = taken_over(answers, over)
    return replace(found, answer=answer, reason=f"{answer.sentence}, as seen in figures; {found.reason}")


def _answered(problem: Problem, timeout: float, seed: int, attempt: Callable[[Problem, float], Result]) -> Result:
    if not problem.goal.predicate.is_question or problem.goal.predicate in EXTREMES:
        return attempt(problem, timeout)
    from solver.answers.find import NoValue, asking_of, find

    deadline = deadline_in(timeout)
    begun = time.perf_counter()
    asking = problem
    if problem.goal.predicate is not FIND:
        found = attempt(problem, timeout)
        if found.is_proved and found.proof is not None:
            return replace(found, answer=_simple(found.proof.goal))
        if found.status is Status.DEPENDS:
            return found
        if (seen := _seen(problem, found, seed, deadline)) is not None:
            return replace(found, answer=seen, reason=f"{seen.sentence}, seen in two figures; {found.reason}")
        if found.status is Status.TIMEOUT:
            return found
        asked = asking_of(problem)
        if asked is problem:
            return _without_value(problem, found, seed, deadline)
        problem = asked
    try:
        drawn = draw_pair(problem, seed, deadline)
        value = find(problem, drawn.diagrams)
    except DeadlineExceeded as late:
        return Result(problem, Status.TIMEOUT, late.message)
    except NoValue as none:
        return _by_configuration(problem, none, deadline)
    spent = Timings(diagram=time.perf_counter() - begun)
    if value.claim is None:
        return Result(
            problem, Status.UNPROVED, _only_recognized(value), None, drawn.diagrams[0], spent, answer=value.answer
        )
    claimed = _of_angle(asking, value) or problem.asking_for(value.claim)
    result = attempt(claimed, max(0.0, deadline - time.monotonic()))
    timings = replace(result.timings, diagram=result.timings.diagram + spent.diagram)
    if result.status in (Status.DEPENDS, Status.FALSE):
        other = _by_configuration(problem, NoValue(result.reason), deadline)
        return replace(other, timings=timings)
    reason = value.answer.sentence if result.is_proved else _only_recognized(value)
    if result.status is Status.INVALID:
        reason = f"{result.reason}; {reason}"
    return replace(result, reason=reason, timings=timings, answer=value.answer)


def _of_angle(asking: Problem, found: Recognized) -> Problem | None:
    """The claim that an angle has the number of degrees that was recognized, which deduction knows; None of other questions."""
    if asking.goal.predicate is not ACOMPUTE:
        return None
    try:
        degrees = Fraction(found.answer.text)
    except ValueError:
        return None
    return asking.asking_for(Statement(ACONST, asking.goal.points, (degrees,)))


def _simple(goal: Statement | None) -> Answer | None:
    """The answer that a claim gives to a question for an angle or a ratio."""
    if goal is None or not goal.constants:
        return None
    from solver.answers.find import Answer

    value = goal.constants[0]
    return Answer(str(value), f"{value}{'°' if goal.predicate is ACONST else ''}")


def _seen(problem: Problem, found: Result, seed: int, deadline: float) -> Answer | None:
    """The simple value that a question has in two figures, where it couldn't be proved; None where it is no simple one."""
    if found.status is Status.FALSE or found.diagram is None:
        return None
    try:
        return _simple(draw_pair(problem, seed, deadline + SEEN_SECONDS).goal)
    except (DeadlineExceeded, FalseStatement, ConstructionError):
        return None


def _without_value(problem: Problem, found: Result, seed: int, deadline: float) -> Result:
    """A question that no simple value answers isn't false: what is asked for has another value, or several."""
    if found.status is not Status.FALSE:
        return found
    try:
        diagrams = draw_pair(problem, seed, deadline).diagrams
    except (DeadlineExceeded, FalseStatement, ConstructionError):
        return found
    senses = problem.goal_senses.get(problem.goal)
    values = [value_of(as_in_figure(problem.goal, senses, d.places()), d) for d in diagrams]
    shown = [f"{v:.6g}°" for v in values]
    if abs(values[0] - values[1]) < SAME:
        reason = f"it is {shown[0]}, which has no simple closed form"
    else:
        reason = f"there is no one value: it isn't the same in all figures of what is given: {' or '.join(shown)}"
    return replace(found, status=Status.UNPROVED, reason=reason, diagram=diagrams[0], counterexample={}, cases=())


def _only_recognized(found: Recognized) -> str:
    return f"{found.answer.sentence}, recognized from {found.digits} digits in two figures, not proved"


def _by_configuration(problem: Problem, why: NoValue, deadline: float) -> Result:
    """The values that a question has in figures of different kinds, if these are few."""
    from solver.answers.find import NoValue, find

    seen = survey(problem, deadline, SURVEY_SHARE * max(0.0, deadline - time.monotonic()))
    if seen.holds is not Holds.SOMEWHERE:
        figure = seen.cases[0].figure if seen.cases else None
        return Result(
            problem, Status.UNPROVED, f"there is no one value: {why}" if why.values else str(why), None, figure
        )
    said: list[tuple[Case, Answer | None]] = []
    for case in seen.cases:
        try:
            said.append((case, find(problem, (case.figure,)).answer))
        except NoValue:
            said.append((case, None))
    reason = "the answer depends on the figure: it is " + ", or ".join(
        f"{'no simple number' if answer is None else answer.shown}"
        f"{' where ' + ', '.join(map(str, case.condition)) if case.condition else ''}"
        for case, answer in said
    )
    return Result(problem, Status.DEPENDS, reason, None, seen.cases[0].figure, cases=seen.cases)


def _on_sides(problem: Problem) -> tuple[Condition, ...]:
    """That points which are said to be on the sides of triangles and other polygons lie between their ends."""
    polygons = [frozenset(c.points) for c in problem.conditions if c.kind in (NONCOLLINEAR, CONVEX)]
    lines = [s.points for s in problem.premises if s.predicate is COLL and len(s.points) == 3]
    inner = [found for points in lines if (found := _between_vertices(points, polygons)) is not None]
    return tuple(c for c in inner if c not in problem.conditions)


def _between_vertices(points: Sequence[str], polygons: Sequence[frozenset[str]]) -> Condition | None:
    """That the one of three points in a line which is no vertex lies between the two that are: of the first polygon that has two.

    Of D on side BC of triangle ABC, triangle ADC, which is spoken of later, doesn't tell that B is between D and C.
    """
    for polygon in polygons:
        if len(ends := [p for p in points if p in polygon]) == 2:
            (inner,) = (p for p in points if p not in ends)
            return Condition(BETWEEN, (inner, *ends))
    return None
