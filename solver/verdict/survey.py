"""Where the goal holds: many figures of what is given are looked at before anything is proved.

Figures are drawn (`solver.verdict.sample`) until no new kind of figure has turned up for long enough: kinds differ in
whether the goal holds, in the value asked for, and in the piece that the figure lies on (`solver.verdict.components`).
Degenerate ones are left out. Then the goal holds in all, in none, or in some of those that are meant; for the last case
more figures are drawn, and a condition is looked for that tells them apart (`solver.verdict.separators`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import Enum

from solver.diagram.diagram import Diagram
from solver.diagram.truth import answer, error_of
from solver.errors import DeadlineExceeded
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.conditions import CLEAR, Condition
from solver.statements.equation import Theory
from solver.statements.predicates import Statement
from solver.verdict.components import Piece, introduction, meant, piece_of
from solver.verdict.sample import samples
from solver.verdict.separators import separating

#: A goal whose error is below this holds in a figure; above FALSE it fails; in between it can't be told.
TRUE, FALSE = 1e-7, 1e-5
#: Figures looked at where the goal holds in all: of an equation, which holds on all of a piece or nearly nowhere on it;
#: of sizes, order and sums of lengths, which hold in regions.
EQUATION, REGION = 20, 60
#: Figures looked at where it fails in one, and attempts in all.
DISAGREED, ATTEMPTS = 160, 400
#: Attempts that failed after the last figure of a new kind.
PATIENCE = 80
#: A value that is another one in so many figures isn't one of a few.
MOST_VALUES = 4
#: Figures that have to be looked at before it is said that the goal fails.
FEWEST = 12
#: Seconds of the processor, at most: on a busy machine no less is seen.
LONGEST = 2.0


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
    """What was seen. cases: of all kinds, those in which the goal holds first; pieces: those that are meant.

    apart: points that are taken to be different, as they can be. figures: how many were looked at. is_complete: whether
    the time was enough to look as long as it should be.
    """

    holds: Holds
    cases: tuple[Case, ...] = ()
    pieces: frozenset[Piece] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    figures: int = 0
    is_complete: bool = True

    def is_meant(self, problem: Problem, diagram: Diagram) -> bool:
        """Whether a figure lies on a piece that is meant; so does any where none was seen."""
        if not self.pieces:
            return True
        piece = piece_of(problem, diagram, introduction(problem))
        return piece is None or not any(known.is_meant_before(piece) for known in self.pieces)


@dataclass(frozen=True)
class _Seen:
    """value: what tells kinds of figures apart: the answer to a question, or whether the goal holds (None where not)."""

    figure: Diagram
    piece: Piece
    goal: Statement | None
    value: object


def survey(problem: Problem, deadline: float | None = None) -> Survey:
    """Look at figures of what is given; the same for every seed. deadline: on time.monotonic()."""
    if problem.coordinates:
        return Survey(Holds.UNKNOWN)  # the coordinates say which figure is meant
    order = introduction(problem)
    begun = time.thread_time()
    seen: list[_Seen] = []
    kinds: dict[tuple[Piece, object], int] = {}
    enough = REGION if _is_of_regions(problem) else EQUATION
    is_complete, since = True, 0
    try:
        for attempts, figure in enumerate(samples(problem, deadline), start=1):
            since += 1
            piece = piece_of(problem, figure, order) if figure is not None else None
            if figure is not None and piece is not None:
                truth, goal = _judged(problem, figure)
                if truth is not None:
                    value = goal.constants if goal and problem.goal.predicate.is_question else truth or None
                    seen.append(_Seen(figure, piece, goal, value))
                    kind = (piece, seen[-1].value)
                    since = since if kind in kinds else 0
                    kinds[kind] = kinds.get(kind, 0) + 1
            wanted = enough if _holds_in_all(kinds) else DISAGREED
            if len(seen) >= wanted or attempts >= ATTEMPTS or since >= PATIENCE + len(seen):
                break
            if time.thread_time() - begun > LONGEST:
                is_complete = False
                break
    except DeadlineExceeded:
        is_complete = False
    return _concluded(problem, seen, is_complete)


def _is_of_regions(problem: Problem) -> bool:
    """Whether the goal may hold on a part of a piece: sizes of angles, order, sums of lengths."""
    return (
        bool(problem.goal_conditions)
        or problem.goal in problem.senses
        or any(e.theory is Theory.LENGTH for e in problem.goal.equations())
    )


def _judged(problem: Problem, figure: Diagram) -> tuple[bool | None, Statement | None]:
    """Whether the goal holds in a figure, None where that can't be told; and what holds."""
    goal = oriented(problem, figure.places()).goal
    if goal.predicate.is_question:
        found = answer(goal, (figure,))
        return found is not None, found
    error = error_of(goal, figure)
    margins = [c.margin(figure.places()) for c in problem.goal_conditions]
    if error >= FALSE or any(m < -CLEAR for m in margins):
        return False, None
    if error < TRUE and all(m > CLEAR for m in margins):
        return True, goal
    return None, None


def _holds_in_all(kinds: dict[tuple[Piece, object], int]) -> bool:
    """Whether the goal holds, with one answer, on all pieces that are meant."""
    pieces = meant(piece for piece, _ in kinds)
    values = {value for piece, value in kinds if piece in pieces}
    return len(values) <= 1 and None not in values


def _concluded(problem: Problem, seen: list[_Seen], is_complete: bool) -> Survey:
    pieces = meant(s.piece for s in seen)
    kept = [s for s in seen if s.piece in pieces]
    base = Survey(
        Holds.UNKNOWN, pieces=pieces, figures=len(seen), is_complete=is_complete,
        apart=_apart(frozenset(s.piece for s in seen), pieces),
    )  # fmt: skip
    groups: dict[object, list[_Seen]] = {}
    for s in kept:
        groups.setdefault(s.value, []).append(s)
    is_thin = len(kept) < FEWEST and None in groups
    if not groups or len(groups) > MOST_VALUES or is_thin:
        return base
    if len(groups) == 1:
        first = kept[0]
        holds = Holds.NOWHERE if first.goal is None else Holds.EVERYWHERE
        return replace(base, holds=holds, cases=(Case(first.goal, first.figure, count=len(kept)),))
    cases = []
    for value in sorted(groups, key=lambda v: v is None):
        mine = groups[value]
        others = [s.figure for s in kept if s.value != value]
        condition = separating(problem, [s.figure for s in mine], others)
        cases.append(Case(mine[0].goal, mine[0].figure, condition, len(mine)))
    return replace(base, holds=Holds.SOMEWHERE, cases=tuple(cases))


def _apart(found: frozenset[Piece], pieces: frozenset[Piece]) -> frozenset[tuple[str, str]]:
    """Pairs of points that coincide in a degenerate figure in which nothing else does."""
    return frozenset(p for piece in found - pieces if len(piece.together) == 1 for p in piece.together) - frozenset(
        p for piece in pieces for p in piece.together
    )
