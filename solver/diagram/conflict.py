"""Which sentences of a statement can't hold together.

Ever smaller parts are left out (`solver.smaller`); where the rest still has no figure, what was left out isn't needed for
the contradiction and stays out. What is left in the end contradicts itself, and doesn't any more when any sentence of it is left out.

"No figure" means there that the solver finds none in a few attempts. What is left in the end counts as a contradiction only
if least squares, begun anywhere, come to rest with something left over every time (`is_certified`): a minimum that isn't
0, or a condition that fails. Else nothing is known but that no figure was found. A part's figures have only the points that
it is about.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import TypeVar

import numpy as np

from solver.diagram.refine import refine
from solver.diagram.relax import relax
from solver.diagram.residuals import Array, compile_system
from solver.diagram.solve import SOLVED, figures
from solver.errors import ConstructionError, DeadlineExceeded, Span
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.smaller import ever_smaller
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, EXPLORE, OVERLAP, Statement

T = TypeVar("T")

#: Figures that may fail before a part of a statement counts as contradictory: at first, and to be sure in the end.
PATIENCE, SURE = 40, 150
#: A contradiction is certain after BEGINNINGS beginnings, if something was left over in ENOUGH_LEFT of them and the rest shrank;
#: in figures of few points, as only there any figure would have been met.
BEGINNINGS, ENOUGH_LEFT, MOST_POINTS = 40, 30, 10
#: Margin of a condition that holds in a figure, and residual of a premise.
LEAST, MET = 5e-5, 1e-9
#: Points this near, over the figure's size, have fallen together.
TOGETHER = 2e-3
#: Figures of a part that are looked at for one in which no segment is shorter than this.
FIGURES, SHRUNK = 4, 1e-6
#: Premises about points, not about segments.
_OF_POINTS = (COLL, CYCLIC, CIRCLE, OVERLAP)
#: How often angles may turn on the way.
TURNS = 3
#: How long the contradiction is made smaller (seconds).
LONGEST = 4.0
#: The largest numbers of sentences that are quoted, and of characters of each.
MOST_NAMED, LONGEST_QUOTE = 5, 40


@dataclass(frozen=True)
class Conflict:
    """Where sentences stand that can't hold together, in order.

    is_least: without any one of them the others have a figure; else time ran out before that was known.
    is_certain: whether all beginnings end at rest with something left over.
    """

    spans: tuple[Span, ...]
    is_least: bool
    is_certain: bool


def conflict(problem: Problem, seed: int, deadline: float | None) -> Conflict:
    """The conflict of a problem without a figure. The same seed gives the same one, as long as time doesn't run out."""

    def has_figure(kept: Sequence[Span], patience: int, end: float) -> bool:
        less = part(problem, kept)
        found = islice(figures(less, seed, end, Counter(), patience), FIGURES)
        return any(_says_all(less, diagram.places()) for diagram in found)

    def smaller(spans: Sequence[Span], end: float) -> Iterator[tuple[Span, ...]]:
        inner = _without_additions(problem, spans)
        least = inner if inner and not has_figure(inner, PATIENCE, end) else tuple(spans)
        for least in contradictions(least, lambda kept: has_figure(kept, PATIENCE, end)):  # noqa: B020
            yield least
        if has_figure(least, SURE, end):  # it was too hasty
            yield from contradictions(spans, lambda kept: has_figure(kept, SURE, end))

    found = _least((*problem.spans.values(), *problem.condition_spans.values()), smaller, deadline)
    return replace(found, is_certain=is_certified(part(problem, found.spans), seed, deadline))


def is_certified(problem: Problem, seed: int, deadline: float | None) -> bool:
    """Whether least squares, from many beginnings, come to rest each time where something is left over."""
    if len(problem.points) > MOST_POINTS:
        return False
    rng = np.random.default_rng([seed, 17])
    left_over = 0
    for _ in range(BEGINNINGS):
        at = dict(zip(problem.points, rng.standard_normal((len(problem.points), 2)) @ (1, 1j), strict=True))
        for _ in range(TURNS):
            read = oriented(problem, at)
            xy = np.array([(at[p].real, at[p].imag) for p in problem.points])
            system = compile_system(read.premises, problem.points, xy)
            relaxed = relax(system, xy, problem.points, problem.conditions, deadline)
            # What conditions pressed for may have been more than there can be: without them, is there a figure here?
            solved = refine(system, relaxed.xy, deadline=deadline)
            at = _places(problem, solved.xy)
            if oriented(problem, at).premises == read.premises:
                break
        if solved.residual > MET:
            left_over += relaxed.is_at_rest
        elif not all(c.margin(at) > LEAST for c in problem.conditions):
            left_over += 1
        elif not _has_shrunk(at):
            return False
    return left_over >= ENOUGH_LEFT


def _places(problem: Problem, xy: Array) -> dict[str, complex]:
    return {p: complex(x, y) for p, (x, y) in zip(problem.points, xy.tolist(), strict=True)}


def _says_all(problem: Problem, at: dict[str, complex]) -> bool:
    """Whether no segment that a premise speaks of has shrunk to a point: it would say nothing."""
    segments = {q for s in problem.premises if s.predicate not in _OF_POINTS for e in s.equations() for q, _ in e.terms}
    return all(abs(at[q[0]] - at[q[-1]]) > SHRUNK for q in segments)


def _has_shrunk(at: dict[str, complex]) -> bool:
    """Whether points have fallen together: conditions and premises mean little there."""
    size = max((abs(z - w) for z, w in combinations(at.values(), 2)), default=0.0)
    return any(abs(z - w) < TOGETHER * size for z, w in combinations(at.values(), 2))


def conflict_near(problem: Problem, xy: Array, deadline: float | None) -> Conflict:
    """The conflict of premises that no places near these, (points, 2), meet together."""

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
        return Conflict(found[-1], is_least=False, is_certain=False)
    return Conflict(found[-1], is_least=True, is_certain=True)


def contradictions(whole: Sequence[T], is_possible: Callable[[Sequence[T]], bool]) -> Iterator[tuple[T, ...]]:
    """Ever smaller parts of what isn't possible that aren't, either; of the last one every element is needed."""
    parts = ever_smaller(
        tuple(whole),
        lambda part: len(part) > 0 and not is_possible(part),
        lambda part, numbers: (*part[: numbers.start], *part[numbers.stop :]),
    )
    return map(tuple, parts)


def part(problem: Problem, kept: Sequence[Span]) -> Problem:
    """What these sentences say, of the points that they are about."""
    premises = tuple(s for s in problem.premises if problem.spans.get(s) in kept)
    conditions = tuple(c for c in problem.conditions if problem.condition_spans.get(c) in kept)
    named = {p for s in premises for p in s.points} | {p for c in conditions for p in c.points}
    return replace(
        problem,
        points=tuple(p for p in problem.points if p in named),
        premises=premises,
        conditions=conditions,
        spans={s: problem.spans[s] for s in premises},
        goal=Statement(EXPLORE, ()),
        others=(),
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
    listed = in_row(problem, found)
    if not found.is_least and not found.is_certain:
        message = f"no {figure} was found; what can't hold together is among {listed}"
    elif len(found.spans) > 1:
        message = f"no {figure} was found in which {listed} hold together"
    else:
        message = f"no {figure} was found in which {listed} holds"
    return ConstructionError(message, found.spans[-1], hint)


def in_row(problem: Problem, found: Conflict) -> str:
    """The sentences, each with its place."""
    spans = found.spans
    shown = spans[:MOST_NAMED] if len(spans) > MOST_NAMED + 1 else spans
    named = [f"“{_quoted(problem, s)}” (line {s.line}, column {s.column})" for s in shown]
    if len(spans) > len(shown):
        named.append(f"{len(spans) - len(shown)} more sentences")
    return " and ".join([", ".join(named[:-1])] * (len(named) > 1) + named[-1:])


def _quoted(problem: Problem, span: Span) -> str:
    """What is said there: in the statement's own words, if these are words."""
    if problem.is_plain:
        said = problem.quote(span)
    else:
        said = ", ".join(str(s) for s, where in problem.spans.items() if where == span)
    return said if len(said) <= LONGEST_QUOTE else f"{said[:LONGEST_QUOTE]}…"
