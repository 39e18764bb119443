"""Which sentences of a statement can't hold together.

Ever smaller parts are left out (`solver.smaller`); where the rest still has no figure, what was left out isn't needed for
the contradiction and stays out. What is left in the end contradicts itself, and doesn't any more when any sentence of it is left out.

"No figure" means that the solver finds none in a few attempts, so that this is help, not proof; what is named in the
end is tried more often. A part's figures have only the points that it is about.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.diagram.solve import SOLVED, figures
from solver.errors import ConstructionError, DeadlineExceeded, Span
from solver.language.problem import Problem
from solver.smaller import ever_smaller
from solver.statements.predicates import EXPLORE, Statement

T = TypeVar("T")

#: Figures that may fail before a part of a statement counts as contradictory: at first, and to be sure in the end.
PATIENCE, SURE = 40, 150
#: For so long (seconds) the contradiction is made smaller.
LONGEST = 4.0
#: At most so many sentences are quoted, and so many characters of each.
MOST_NAMED, LONGEST_QUOTE = 5, 40


@dataclass(frozen=True)
class Conflict:
    """Where sentences stand that can't hold together, in order.

    is_least: without any one of them the others have a figure; else time ran out before that was known.
    """

    spans: tuple[Span, ...]
    is_least: bool


def conflict(problem: Problem, seed: int, deadline: float | None) -> Conflict:
    """Of a problem without a figure. The same seed gives the same one, as long as time doesn't run out."""

    def has_figure(kept: Sequence[Span], patience: int, end: float) -> bool:
        return next(figures(_part(problem, kept), seed, end, Counter(), patience), None) is not None

    def smaller(spans: Sequence[Span], end: float) -> Iterator[tuple[Span, ...]]:
        inner = _without_additions(problem, spans)
        least = inner if inner and not has_figure(inner, PATIENCE, end) else tuple(spans)
        for least in contradictions(least, lambda kept: has_figure(kept, PATIENCE, end)):  # noqa: B020
            yield least
        if has_figure(least, SURE, end):  # it was too hasty
            yield from contradictions(spans, lambda kept: has_figure(kept, SURE, end))

    return _least((*problem.spans.values(), *problem.condition_spans.values()), smaller, deadline)


def conflict_near(problem: Problem, xy: Array, deadline: float | None) -> Conflict:
    """Of premises that no places near these ones, (points, 2), meet together."""

    def has_figure(kept: Sequence[Span], end: float) -> bool:
        premises = [s for s in problem.premises if problem.spans.get(s) in kept]
        return refine(compile_system(premises, problem.points, xy), xy, deadline=end).residual <= SOLVED

    def smaller(spans: Sequence[Span], end: float) -> Iterator[tuple[Span, ...]]:
        return contradictions(spans, lambda kept: has_figure(kept, end))

    return _least(problem.spans.values(), smaller, deadline)


def _least(
    spans: Iterable[Span],
    smaller: Callable[[Sequence[Span], float], Iterator[tuple[Span, ...]]],
    deadline: float | None,
) -> Conflict:
    """The last of the ever smaller conflicts, found by the deadline and within `LONGEST`."""
    found = [tuple(sorted(set(spans), key=lambda s: (s.line, s.column)))]
    end = time.monotonic() + LONGEST
    try:
        found.extend(smaller(found[0], end if deadline is None else min(end, deadline)))
    except DeadlineExceeded:
        return Conflict(found[-1], is_least=False)
    return Conflict(found[-1], is_least=True)


def contradictions(whole: Sequence[T], is_possible: Callable[[Sequence[T]], bool]) -> Iterator[tuple[T, ...]]:
    """Ever smaller parts of what isn't possible that aren't, either; of the last one every element is needed."""
    parts = ever_smaller(
        tuple(whole),
        lambda part: len(part) > 0 and not is_possible(part),
        lambda part, numbers: (*part[: numbers.start], *part[numbers.stop :]),
    )
    return map(tuple, parts)


def _part(problem: Problem, kept: Sequence[Span]) -> Problem:
    premises = tuple(s for s in problem.premises if problem.spans.get(s) in kept)
    conditions = tuple(c for c in problem.conditions if problem.condition_spans.get(c) in kept)
    named = {p for s in premises for p in s.points} | {p for c in conditions for p in c.points}
    return replace(
        problem,
        points=tuple(p for p in problem.points if p in named),
        premises=premises,
        conditions=conditions,
        goal=Statement(EXPLORE, ()),
    )


def _without_additions(problem: Problem, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without sentences that have a point of their own, one after the other: most such only add to a figure."""
    about: dict[Span, set[str]] = {span: set() for span in spans}
    for statement, span in problem.spans.items():
        about[span].update(statement.points)
    for condition, span in problem.condition_spans.items():
        about[span].update(condition.points)
    while True:
        count = Counter(p for points in about.values() for p in points)
        added = [span for span, points in about.items() if any(count[p] == 1 for p in points)]
        if not added:
            return tuple(about)
        for span in added:
            del about[span]


def in_words(problem: Problem, found: Conflict, figure: str, hint: str) -> ConstructionError:
    """What can't hold together, each with its place. figure: what was looked for, "figure"; hint: what else can be done."""
    spans = found.spans
    shown = spans[:MOST_NAMED] if len(spans) > MOST_NAMED + 1 else spans
    named = [f"“{_quoted(problem, s)}” (line {s.line}, column {s.column})" for s in shown]
    if len(spans) > len(shown):
        named.append(f"{len(spans) - len(shown)} more sentences")
    listed = " and ".join([", ".join(named[:-1])] * (len(named) > 1) + named[-1:])
    if not found.is_least:
        message = f"no {figure} was found; what can't hold together is among {listed}"
    elif len(spans) > 1:
        message = f"no {figure} was found in which {listed} hold together"
    else:
        message = f"no {figure} was found in which “{_quoted(problem, spans[0])}” holds"
    return ConstructionError(message, spans[-1], hint)


def _quoted(problem: Problem, span: Span) -> str:
    """What is said there: in the statement's own words, if these are words."""
    if problem.is_plain:
        said = problem.quote(span)
    else:
        said = ", ".join(str(s) for s, where in problem.spans.items() if where == span)
    return said if len(said) <= LONGEST_QUOTE else f"{said[:LONGEST_QUOTE]}…"
