"""Goals about sizes: inequalities and extremes are refuted by a figure, or proved by facts about signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from solver.diagram.pair import draw_pair
from solver.errors import CertificateError, DeadlineExceeded
from solver.proving.attempt import REFUSED, Attempt
from solver.result import Result, Status

if TYPE_CHECKING:
    from solver.proof.inequalities import Judged

#: What looking at figures came to.
T = TypeVar("T")


def inequality(attempt: Attempt) -> Result:
    """Refuted by a figure, or proved."""
    from solver.proof.inequalities import judge

    problem = attempt.problem
    return _verdict(attempt, lambda: judge(problem, problem.goal, attempt.seed, attempt.clock.deadline))


def inequality_seen(attempt: Attempt) -> Result:
    """Refuted by a figure, or not; nothing is proved."""
    from solver.inequalities.lowest import figures_of
    from solver.proof.inequalities import seen_in

    problem = attempt.problem
    return _verdict(attempt, lambda: seen_in(problem, problem.goal, figures_of(problem, attempt.clock.deadline)))


def extreme(attempt: Attempt) -> Result:
    """The greatest or least value: a bound that a figure attains."""
    from solver.proof.extremes import extreme as judge

    found = _looked(attempt, lambda: judge(attempt.problem, attempt.seed, attempt.clock.deadline))
    if isinstance(found, Result):
        return found
    status = Status.UNPROVED if found.proof is None else Status.PROVED
    return replace(attempt.ended(status, found.reason, found.figure, found.proof), answer=found.answer)


def _verdict(attempt: Attempt, judge: Callable[[], Judged | None]) -> Result:
    found = _looked(attempt, judge)
    if isinstance(found, Result):
        return found
    if found.is_false:
        return attempt.false(found.reason, found.figure)
    status = Status.UNPROVED if found.proof is None else Status.PROVED
    return attempt.ended(status, found.reason, found.figure, found.proof)


def _looked(attempt: Attempt, look: Callable[[], T | None]) -> T | Result:
    """What looking at figures and proving what they show came to; a result where it came to nothing."""
    try:
        with attempt.clock.noting("proof"):
            found = look()
    except DeadlineExceeded as late:
        return attempt.ended(Status.TIMEOUT, late.message)
    except CertificateError as error:
        attempt.refusals.append(str(error))
        return attempt.ended(Status.INVALID, REFUSED)
    if found is None:
        draw_pair(
            attempt.problem, attempt.seed, attempt.clock.deadline
        )  # says which sentences are at odds, if they are
        return attempt.ended(Status.UNPROVED, "no figures of what is given were found to look at")
    return found
