"""Shortening a proof without losing what it proves.

The traceback's linear programs each see one claim; a conclusion that several claims share is dearer to each of them
than it is to the whole. So the traceback is repeated with what it has used as good as free, as long as that shortens
the proof. Then a combination that is used once, by another combination, is multiplied out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from solver.deduction.journal import Journal
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.proof.fold import fold
from solver.proof.steps import Step, needed_for
from solver.proof.traceback import Trace, Unexplained, Weights, trace
from solver.statements.equation import Equation
from solver.statements.predicates import Statement

#: Tracebacks after the first, and the seconds after which no further one starts.
MOST_ROUNDS, ENOUGH_SECONDS = 3, 0.25
#: A combination of more than this many facts isn't multiplied into another: nobody could follow it.
LONGEST_COMBINATION = 6


def shortest_trace(
    diagram: Diagram, journal: Journal, goal: Statement, deadline: float | None = None
) -> tuple[Step, ...]:
    """The steps of a short proof of an entailed goal; the last one is the goal.

    deadline: on time.monotonic(). Raises Unexplained, and DeadlineExceeded where not even one proof is ready by then.
    """
    started = time.monotonic()
    best = trace(diagram, journal, goal, deadline=deadline)
    for _ in range(MOST_ROUNDS):
        if time.monotonic() - started > ENOUGH_SECONDS:
            break
        try:
            again = trace(diagram, journal, goal, Weights(best.entries), deadline)
        except (Unexplained, DeadlineExceeded):
            break
        if len(again) >= len(best):
            break
        best = again
    return _simplified(best, diagram)


def _simplified(found: Trace, diagram: Diagram) -> tuple[Step, ...]:
    steps = _multiplied_out(found.steps)
    steps = _concluding(needed_for(steps, steps[-1].id))
    return tuple(fold(needed_for(steps, steps[-1].id), diagram))


def _concluding(steps: list[Step]) -> list[Step]:
    """Where the last step only puts the equation before it into the goal's words, that one claims the goal itself."""
    *before, last = steps
    if last.rule != "meaning" or len(last.uses) != 1 or not isinstance(last.claim, Statement):
        return steps
    inner = next(s for s in before if s.id == last.uses[0])
    meant = last.claim.equations()
    if not isinstance(inner.claim, Equation) or len(meant) != 1:
        return steps
    factor = dict(meant[0].terms)[inner.claim.terms[0][0]] / inner.claim.terms[0][1]
    if abs(factor) != 1:
        return steps
    coefficients = tuple(factor * c for c in inner.coefficients)
    return [*(s for s in before if s is not inner), replace(inner, claim=last.claim, coefficients=coefficients)]


def _multiplied_out(steps: Sequence[Step]) -> list[Step]:
    """Each linear step used once only, by a linear step, is put into that one."""
    used = Counter(u for s in steps for u in s.uses)
    done: dict[str, Step] = {}
    for step in steps:
        if step.rule == "linear":
            for use in step.uses:
                inner = done[use]
                if inner.rule == "linear" and used[use] == 1:
                    step = _with_inner(step, inner)
        done[step.id] = step
    return list(done.values())


def _with_inner(step: Step, inner: Step) -> Step:
    """The combination with an inner one put in; unchanged if it would be too long."""
    parts = dict(zip(step.uses, step.coefficients, strict=True))
    factor = parts.pop(inner.id)
    for use, c in zip(inner.uses, inner.coefficients, strict=True):
        parts[use] = parts.get(use, Fraction(0)) + factor * c
    parts = {use: c for use, c in parts.items() if c}
    if len(parts) > LONGEST_COMBINATION:
        return step
    return replace(step, uses=tuple(parts), coefficients=tuple(parts.values()))
