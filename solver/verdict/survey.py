"""Where the goal holds: many figures of what is given are looked at before anything is proved.

Figures are drawn (`solver.verdict.sample`) until no new kind of figure has turned up for long enough: kinds differ in
whether the goal holds, in the value asked for, and in the piece that the figure lies on (`solver.verdict.components`).
Degenerate ones are left out. Then the goal holds in all, in none, or in some of those that are meant; for the last case
more figures are drawn, and a condition is looked for that tells them apart (`solver.verdict.separators`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from solver.diagram.diagram import Diagram
from solver.diagram.truth import answer, error_of
from solver.errors import DeadlineExceeded
from solver.language.order import introduction
from solver.language.orientation import as_in_figure
from solver.language.problem import Asking, Problem
from solver.statements.conditions import CLEAR, Condition
from solver.statements.equation import Theory
from solver.statements.expression import evaluate
from solver.statements.predicates import FIND, Statement
from solver.verdict.components import Piece, meant, piece_of, together
from solver.verdict.sample import Figures

#: A goal whose error is below this holds in a figure; above FALSE it fails; in between it can't be told.
TRUE, FALSE = 1e-7, 1e-5
#: Figures looked at where the goal holds in all: of an equation, which holds on all of a piece or nearly nowhere on it; of
#: one where premises speak of sizes, so that the figure decides how they read; of sizes, order and sums of lengths, which
#: hold in regions (one that has 5 of 100 figures is missed by 100 figures once in 170 times).
EQUATION, SIZES, REGION = 20, 40, 100
#: Figures of which the pieces are looked at where the goal holds in all.
AGREED = 4
#: Figures looked at where the goal fails in one: of a plain statement, and of one by constructions, where it is enough to find
#: a choice of intersections. Attempts in all.
DISAGREED, ATTEMPTS = (160, 48), 400
#: Attempts that failed after the last figure of a new kind.
PATIENCE = 80
#: A goal with more different values than this isn't one with a few values.
MOST_VALUES = 4
#: Figures that have to be looked at before anything is said of all of them.
FEWEST = 12
#: Seconds of the processor, at most.
LONGEST = 2.0
#: The largest part of the time left that goes into looking at figures of what is given, as the processor's time: a verdict
#: that came of fewer figures, since the machine was busy, would be another one.
SURVEY_SHARE = 0.25


class Holds(Enum):
    """Where the goal holds, of the figures that are meant."""

    EVERYWHERE = "everywhere"
    NOWHERE = "nowhere"
    SOMEWHERE = "somewhere"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Case:
    """One kind of figures: a figure of it, and what tells it from the others (nothing where no condition was found).

    goal: what holds there, the answer where a value is asked for; None where the goal fails. count: figures seen.
    """

    goal: Statement | None
    figure: Diagram
    condition: tuple[Condition, ...] = ()
    count: int = 1


@dataclass(frozen=True)
class Survey:
    """What was seen. cases: of all kinds, those in which the goal holds first; pieces: those that are meant. agreed: the
    first figures, where all agree: their pieces are looked at only where they are asked for.

    holds: UNKNOWN, too, where all figures agree that were looked at, but these are too few.
    apart: points that are taken to be different, as they can be. figures, attempts: how many were looked at, and how
    often one was tried to be found. is_complete: whether the time was enough to look as long as it should be.
    """

    holds: Holds
    cases: tuple[Case, ...] = ()
    pieces: frozenset[Piece] = frozenset()
    agreed: tuple[Diagram, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    figures: int = 0
    attempts: int = 0
    is_complete: bool = True

    def is_meant(self, problem: Problem, diagram: Diagram) -> bool:
        """Whether a figure lies on a piece that is meant; so does any where none was seen."""
        order = introduction(problem)
        piece = piece_of(problem, diagram, order)
        if piece is None or piece.is_plain:
            return True
        agreed = meant(known for figure in self.agreed if (known := piece_of(problem, figure, order)) is not None)
        return not any(known.is_meant_before(piece) for known in self.pieces | agreed)


@dataclass(frozen=True)
class _Seen:
    """value: what tells kinds of figures apart: the answer to a question, or whether the goal holds (None where not).

    together: points that coincide.
    """

    figure: Diagram
    goal: Statement | None
    value: object
    together: frozenset[tuple[str, str]]


def survey(
    problem: Problem, deadline: float | None = None, seconds: float = LONGEST, figures: Figures | None = None
) -> Survey:
    """Look at figures of what is given; the same for every seed. deadline: on time.monotonic().

    seconds: of the processor, at most, and never more than LONGEST: on a busy machine no less is seen.
    figures: those of what is given, if they are; they needn't be drawn again.
    """
    if problem.coordinates:
        return Survey(Holds.UNKNOWN)  # the coordinates say which figure is meant
    seconds = min(seconds, LONGEST)
    begun, started = time.thread_time(), time.monotonic()
    seen: list[_Seen] = []
    pieces = _Pieces(problem)
    kinds: set[tuple[object, object]] = set()
    enough = REGION if _is_of_regions(problem) else SIZES if problem.senses or problem.goal_senses else EQUATION
    is_complete, attempts, since = True, 0, 0
    mine = figures if figures is not None and figures.are_of(problem) else Figures(problem)
    try:
        for attempts, figure in enumerate(mine.samples(deadline), start=1):
            since += 1
            one = _judged(problem, figure) if figure is not None else None
            if one is not None:
                seen.append(one)
                kind = (one.value, one.together)
                since = since if kind in kinds else 0
                kinds.add(kind)
            agreed = _agreed(seen, pieces)
            wanted = DISAGREED[bool(problem.clauses)] if agreed is None else enough
            has_enough = len(seen) >= wanted and (agreed is None or agreed >= FEWEST)
            if has_enough or attempts >= ATTEMPTS or since >= PATIENCE + len(seen):
                break
            # The processor's clock is slow to read on some machines; it never runs ahead of the other one.
            if time.monotonic() - started > seconds and time.thread_time() - begun > seconds:
                is_complete = False
                break
    except DeadlineExceeded:
        is_complete = False
    return replace(_concluded(problem, seen, pieces, FEWEST if is_complete else enough, is_complete), attempts=attempts)


class _Pieces:
    """The pieces that figures lie on, found when they are asked for: where the goal holds in all figures it doesn't matter."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._order = introduction(problem)
        self._known: dict[int, Piece | None] = {}

    def of(self, seen: Sequence[_Seen]) -> list[tuple[_Seen, Piece]]:
        """Without figures at the boundary between pieces."""
        for number in range(len(self._known), len(seen)):
            self._known[number] = piece_of(self._problem, seen[number].figure, self._order)
        found = ((one, self._known[number]) for number, one in enumerate(seen))
        return [(one, piece) for one, piece in found if piece is not None]

    def meant_of(self, seen: Sequence[_Seen]) -> list[tuple[_Seen, Piece]]:
        """Those of the figures that are meant, with their pieces."""
        found = self.of(seen)
        known = meant(piece for _, piece in found)
        return [(one, piece) for one, piece in found if piece in known]


def _is_of_regions(problem: Problem) -> bool:
    """Whether the goal may hold on a part of a piece: sizes of angles, order, sums of lengths."""
    return (
        bool(problem.goal_conditions)
        or problem.goal in problem.goal_senses
        or any(e.theory is Theory.LENGTH for e in problem.goal.equations())
    )


def _judged(problem: Problem, figure: Diagram) -> _Seen | None:
    """Whether the goal holds in a figure; None where that can't be told."""
    goal = as_in_figure(problem.goal, problem.goal_senses.get(problem.goal), figure.places())
    if goal.predicate is FIND:
        return _Seen(figure, goal, _value(problem, goal, figure), together(figure))
    if goal.predicate.is_question:
        found = answer(goal, (figure,))
        return _Seen(figure, found, None if found is None else found.constants, together(figure))
    error = error_of(goal, figure)
    margins = [c.margin(figure.places()) for c in problem.goal_conditions]
    if error >= FALSE or any(m < -CLEAR for m in margins):
        return _Seen(figure, None, None, together(figure))
    if error < TRUE and all(m > CLEAR for m in margins):
        return _Seen(figure, goal, True, together(figure))
    return None


def _value(problem: Problem, goal: Statement, figure: Diagram) -> object:
    """What is asked for, as far as figures can differ in it; the same in all where it is asked for in terms of others."""
    if goal.expression is None or problem.asking.get(problem.goal, Asking()).names:
        return True
    import mpmath

    try:
        return f"{float(evaluate(mpmath.fp, goal.expression, figure.places())):.6g}"
    except (ZeroDivisionError, ValueError, OverflowError):
        return None


def _agreed(seen: Sequence[_Seen], pieces: _Pieces) -> int | None:
    """How many figures that are meant there are, if the goal holds in all of them, with one answer; else None."""
    kept = seen if _is_of_one_kind(seen) else [one for one, _ in pieces.meant_of(seen)]
    values = {one.value for one in kept}
    return len(kept) if len(values) <= 1 and None not in values else None


def _is_of_one_kind(seen: Sequence[_Seen]) -> bool:
    return len({one.value for one in seen}) == 1 and not any(one.together for one in seen)


def _concluded(problem: Problem, seen: list[_Seen], pieces: _Pieces, enough: int, is_complete: bool) -> Survey:
    """enough: figures that must agree before it is said that the goal holds everywhere."""
    if _is_of_one_kind(seen):
        kept, base = seen, Survey(Holds.UNKNOWN, agreed=tuple(one.figure for one in seen[:AGREED]))
    else:
        found = pieces.meant_of(seen)
        kept, known = [one for one, _ in found], frozenset(piece for _, piece in found)
        base = Survey(
            Holds.UNKNOWN, pieces=known, apart=_apart(frozenset(piece for _, piece in pieces.of(seen)), known)
        )
    base = replace(base, figures=len(seen), is_complete=is_complete)
    groups: dict[object, list[_Seen]] = {}
    for one in kept:
        groups.setdefault(one.value, []).append(one)
    if problem.goal.predicate.is_question:
        groups = _without_accidents(groups)
    if len(kept) < FEWEST and set(groups) == {None}:
        often = _often_seen(pieces.of(seen))
        if all(one.value is None for one in often):
            groups[None] = kept = [*kept, *often]
    is_thin = len(kept) < FEWEST and None in groups
    if not groups or len(groups) > MOST_VALUES or is_thin:
        return base
    if len(groups) == 1:
        first = kept[0]
        holds = Holds.NOWHERE if first.value is None else Holds.EVERYWHERE if len(kept) >= enough else Holds.UNKNOWN
        return replace(base, holds=holds, cases=(Case(first.goal, first.figure, count=len(kept)),))
    from solver.verdict.separators import separating

    cases = []
    for value in sorted(groups, key=lambda v: v is None):
        mine = groups[value]
        others = [one.figure for other, some in groups.items() if other != value for one in some]
        condition = separating(problem, [one.figure for one in mine], others)
        shown = next((one for one in mine if _meets(condition, one.figure)), mine[0])
        cases.append(Case(shown.goal, shown.figure, condition, len(mine)))
    return replace(base, holds=Holds.SOMEWHERE, cases=tuple(cases))


def _often_seen(found: Sequence[tuple[_Seen, Piece]]) -> list[_Seen]:
    """Figures of the pieces that would be meant if those didn't exist that few figures are of."""
    counts = Counter(piece for _, piece in found)
    known = meant(piece for piece, count in counts.items() if count >= FEWEST)
    return [one for one, piece in found if piece in known]


def _without_accidents(groups: dict[object, list[_Seen]]) -> dict[object, list[_Seen]]:
    """Where many figures have no simple value, one that a single figure has is none either: of the values between two numbers
    one in some hundreds is near a simple one."""
    none = groups.get(None, [])
    if len(none) < FEWEST:
        return groups
    common = {value: mine for value, mine in groups.items() if len(mine) > 1}
    rare = [one for mine in groups.values() if len(mine) == 1 for one in mine]
    return {**common, None: none + [replace(one, goal=None, value=None) for one in rare]}


def _meets(conditions: Sequence[Condition], figure: Diagram) -> bool:
    return all(c.holds(figure.places()) for c in conditions)


def _apart(found: frozenset[Piece], pieces: frozenset[Piece]) -> frozenset[tuple[str, str]]:
    """Pairs of points that coincide in a degenerate figure in which nothing else does."""
    return frozenset(p for piece in found - pieces if len(piece.together) == 1 for p in piece.together) - frozenset(
        p for piece in pieces for p in piece.together
    )
