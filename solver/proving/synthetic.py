"""A proof by the closure, or by the closure with the auxiliary points that a search finds."""

from __future__ import annotations

from dataclasses import replace

from solver.deduction.closure import Closure, Outcome
from solver.errors import CertificateError, DeadlineExceeded
from solver.knowledge.theorem import SCHOOL
from solver.proof.arcs import Unexplained
from solver.proof.checked import checked_proof
from solver.proof.proof import Proof
from solver.proof.told import cited_for_itself
from solver.proving.attempt import REFUSED, Attempt, Means, Meant
from solver.proving.meant import in_other_figures
from solver.proving.searching import Interruption, searched
from solver.result import Result, Status
from solver.statements.predicates import Statement

#: Trials of auxiliary points for a proof in the place of one that only cites the theorem itself, and of the time that is
#: left the share that they may take.
INSTEAD_CLOSURES, INSTEAD_SHARE = 10_000, 0.2


def synthetic(attempt: Attempt, means: Means, goal: Meant, interruption: Interruption | None = None) -> Result:
    """By the closure, or with auxiliary points. A theorem that was only cited to prove itself is left out, where that goes.

    interruption: what else is tried once a search has gone on for long.
    """
    first = best = _proved(attempt, means, goal, interruption)
    kept = list(attempt.refusals)
    while best.proof is not None and (cited := cited_for_itself(best.proof.steps)) is not None:
        well_known = (t for t in means.theorems if t.level == SCHOOL or t.is_own)
        means = replace(means, theorems=tuple(t for t in well_known if t.id != cited.id))
        if means.search is not None:
            seconds = min(means.search.seconds, INSTEAD_SHARE * attempt.clock.left())
            means = replace(means, search=replace(means.search, closures=INSTEAD_CLOSURES, seconds=seconds))
        best = _proved(attempt, means, goal, None)
    if best.proof is not None:
        return best
    attempt.refusals = kept
    return replace(first, timings=attempt.clock.timings())


def _proved(attempt: Attempt, means: Means, goal: Meant, interruption: Interruption | None) -> Result:
    clock = attempt.clock
    room = means.search.room if means.search else 0
    with clock.noting("closure"):
        closure = goal.drawing(means.theorems).closed(clock.left(), room)
    attempt.closures = 1
    if closure.outcome is Outcome.TIMEOUT:
        return attempt.ended(Status.TIMEOUT, "timeout: the closure was not complete", goal.diagrams[0])
    if closure.outcome is Outcome.SATURATED:
        if means.search is None:
            reason = "saturated: the goal is not among what follows"
            return attempt.ended(Status.UNPROVED, reason, goal.diagrams[0])
        return searched(attempt, means, means.search, goal, closure, interruption)
    try:
        with clock.noting("proof"):
            proof = _accepted(attempt, closure, goal.goal) or _from_other_diagrams(attempt, means)
    except DeadlineExceeded as late:
        return attempt.ended(Status.TIMEOUT, late.message, goal.diagrams[0])
    if proof is None:
        return attempt.ended(Status.INVALID, REFUSED, goal.diagrams[0])
    return attempt.proved(proof, goal.solution)


def _accepted(attempt: Attempt, closure: Closure, goal: Statement) -> Proof | None:
    """The checked proof; None where it can't be written or is refused, which is kept. Raises DeadlineExceeded."""
    try:
        return checked_proof(closure, goal, attempt.clock.writing_by())
    except (CertificateError, Unexplained) as error:
        attempt.refusals.append(str(error))
        return None


def _from_other_diagrams(attempt: Attempt, means: Means) -> Proof | None:
    """A proof from the closure over other diagrams of the problem. Raises DeadlineExceeded."""
    for other in in_other_figures(attempt):
        closure = other.drawing(means.theorems).closed(attempt.clock.left())
        if closure.outcome is Outcome.PROVED and (proof := _accepted(attempt, closure, other.goal)) is not None:
            return proof
    return None
