"""Which sentences of a statement can't hold together.

Sentences are left out one by one. Where the rest still has no figure, one isn't needed for the contradiction and stays
out; what is left in the end contradicts itself, and does no more when any of it is left out. "No figure" means that the
solver finds none in a few attempts, so that this is help, not proof.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from solver.diagram.solve import figures
from solver.errors import DeadlineExceeded, Span
from solver.language.problem import Problem

#: Figures that may fail before a part of a statement counts as contradictory.
PATIENCE = 40


def conflict(problem: Problem, seed: int, deadline: float | None) -> tuple[Span, ...]:
    """Where the sentences stand that contradict each other; empty where time runs out. In order."""
    spans = sorted(set(problem.spans.values()), key=lambda s: (s.line, s.column))
    kept = list(spans)
    try:
        for span in spans:
            rest = [s for s in kept if s != span]
            if not _has_figure(_part(problem, rest), seed, deadline):
                kept = rest
    except DeadlineExceeded:
        return ()
    return tuple(kept)


def _part(problem: Problem, spans: list[Span]) -> Problem:
    return replace(
        problem,
        premises=tuple(s for s in problem.premises if problem.spans.get(s) in spans),
        conditions=tuple(c for c in problem.conditions if problem.condition_spans.get(c) in spans),
    )


def _has_figure(problem: Problem, seed: int, deadline: float | None) -> bool:
    return next(figures(problem, seed, deadline, Counter(), PATIENCE), None) is not None
