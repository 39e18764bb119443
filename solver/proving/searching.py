"""A search for auxiliary points, until a proof with some of them is accepted."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from solver._core import Node
from solver.deduction.closure import Closure
from solver.errors import DeadlineExceeded
from solver.pipeline import Drawing
from solver.proof.checked import shortest_proof
from solver.proving.attempt import REFUSED, Attempt, Means, Meant
from solver.result import Result, Status
from solver.runtime.processors import processors
from solver.search.budget import Budget

if TYPE_CHECKING:  # most problems need no search: it is loaded once one does
    from solver.search.tree import Found, Search

#: What is tried once a search has gone on for long, and seconds that it may take; None: it came to nothing.
Interruption: TypeAlias = Callable[[float], Result | None]

#: Seconds that the search leaves for writing and checking the proof, for each point of the statement: what 95 of 100
#: proofs of contest problems take on a busy machine; of the time that is left, at most a share of it.
PROOF_SECONDS, PROOF_SHARE = 0.05, 0.25
#: When a search is interrupted, and for how long at most, as parts of its time; it then goes on.
INTERRUPTED_AT, INTERRUPTION_SHARE = 0.5, 0.4


def searched(
    attempt: Attempt, means: Means, budget: Budget, goal: Meant, closure: Closure, interruption: Interruption | None
) -> Result:
    """The result of a search from a closure that doesn't reach the goal; of the proofs found together, the shortest."""
    clock, figure = attempt.clock, goal.diagrams[0]
    drawing = goal.drawing(means.theorems)
    reserved = min(PROOF_SECONDS * len(goal.problem.points), PROOF_SHARE * clock.left())
    seconds = min(budget.seconds, clock.left() - reserved)
    root = closure.root(goal.goal)
    search = _search(means, replace(budget, seconds=seconds), goal, closure, root)
    for found in search.found(math.inf if interruption is None else INTERRUPTED_AT * seconds):
        clock.note("search")
        attempt.closures = 1 + search.report.closures
        if not found:
            assert interruption is not None
            if (result := interruption(INTERRUPTION_SHARE * seconds)) is not None:
                return result
            continue
        closures = (c for added in found if (c := _closed_with(added, attempt, drawing, root)) is not None)
        try:
            with clock.noting("proof"):
                proof = shortest_proof(closures, goal.goal, clock.writing_by(), reserved, attempt.refusals.append)
        except DeadlineExceeded as late:
            return attempt.ended(Status.TIMEOUT, late.message, figure)
        if proof is not None:
            return attempt.proved(proof, goal.solution)
    clock.note("search")
    attempt.closures = 1 + search.report.closures
    words = search.report.in_words()
    if attempt.refusals:
        return attempt.ended(Status.INVALID, f"{REFUSED}; {words}", figure)
    if clock.left() <= reserved:
        return attempt.ended(Status.TIMEOUT, f"timeout: {words}", figure)
    return attempt.ended(Status.UNPROVED, f"not proved: {words}", figure)


def _search(means: Means, budget: Budget, goal: Meant, closure: Closure, root: Node) -> Search:
    from solver.policy.default import default_strategy
    from solver.records.symmetry import symmetry_of
    from solver.search.tree import Search

    strategy = default_strategy() if means.strategy is None else means.strategy
    return Search(
        root,
        strategy,
        budget,
        prior=strategy.prior(goal.problem, goal.goal),
        symmetry=symmetry_of(closure, goal.goal) if strategy.images else None,
        threads=min(means.threads, processors()),  # more would only take memory
        observe=means.observe,
    )


def _closed_with(found: Found, attempt: Attempt, drawing: Drawing, root: Node) -> Closure | None:
    """The closure from scratch with the auxiliary points, as few as do; None where it doesn't reach the goal."""
    fewest = drawing.fewest(found, root, attempt.clock.left_for_writing)
    if fewest is None:
        attempt.refusals.append("the closure from scratch doesn't reach the goal")
        return None
    return fewest[1]
