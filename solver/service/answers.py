"""What the calls of the service answer: plain data, every number finite, every place counted from 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from solver.errors import Span

#: By the name of a point, its (x, y).
Places = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Place:
    """Where something stands in the text: line and column count from 1, length in characters."""

    line: int
    column: int
    length: int

    @staticmethod
    def of(span: Span | None) -> Place | None:
        return None if span is None else Place(span.line, span.column, span.length)


class Verdict(str, Enum):
    """TRUE: the goal holds in all figures that were tried. FALSE: in none. DEPENDS: in some of them.

    NO_FIGURE: no figure of what is given was found. DEGENERATE: points that the goal speaks of coincide in every figure.
    TRIVIAL: the goal is given, or holds for any points. UNREAD: the text isn't understood. UNDECIDED: too few figures were
    found.
    """

    TRUE = "true"
    FALSE = "false"
    DEPENDS = "depends"
    NO_FIGURE = "no-figure"
    DEGENERATE = "degenerate"
    TRIVIAL = "trivial"
    UNREAD = "unread"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Configuration:
    """One kind of figures that meet what is given.

    holds: what holds there: the goal, or the value that is asked for; empty where the goal fails. condition: what tells such
    figures from the others, in words that can be added to the statement. figures: how many were seen. points: of one of them.
    """

    holds: str
    condition: tuple[str, ...]
    figures: int
    points: Places


@dataclass(frozen=True)
class Remark:
    """Something to look at in a statement that isn't wrong by it. rule: its kind, such as superfluous-premise."""

    rule: str
    message: str
    place: Place | None = None


@dataclass(frozen=True)
class GoalChecked:
    """The verdict on one goal. figures: how many were looked at. counterexample: points of a figure in which it fails."""

    goal: str
    verdict: Verdict
    message: str
    hint: str = ""
    place: Place | None = None
    figures: int = 0
    counterexample: Places = field(default_factory=dict)
    configurations: tuple[Configuration, ...] = ()


@dataclass(frozen=True)
class StatementChecked:
    """The verdict on a statement, that of its gravest goal; its message, and what to write instead.

    is_faulty: whether it is wrong as it stands: false, without a figure, degenerate or not understood.
    goals: of each goal. remarks: what else there is to look at.
    """

    name: str
    verdict: Verdict
    message: str
    hint: str = ""
    place: Place | None = None
    is_faulty: bool = False
    goals: tuple[GoalChecked, ...] = ()
    remarks: tuple[Remark, ...] = ()
    seconds: float = 0.0
