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


@dataclass(frozen=True)
class SentenceRead:
    """A sentence, where it stands, and what it says: predicates and conditions; the same in the plain language."""

    text: str
    place: Place
    says: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatementRead:
    """How a statement is understood.

    understood: all of it in the plain language, a fact a line. sentences: what each says, where that is known. goals: in the
    plain language. notes: what was left out or taken otherwise.
    """

    name: str
    points: tuple[str, ...]
    understood: str
    sentences: tuple[SentenceRead, ...]
    goals: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class GoalProved:
    """What came of one goal. status: proved, unproved, timeout, false, depends or invalid; reason: why there is no proof, or
    the value that was asked for.

    proof: in words. certificate: JSON for the independent checker, or the address of a resource that has it. auxiliary: how
    points that the statement doesn't name are constructed. answer: the exact value that was asked for. hypotheses: in which figures the proof holds, where not in all.
    """

    goal: str
    status: str
    reason: str
    proof: str = ""
    steps: int = 0
    auxiliary: tuple[str, ...] = ()
    certificate: str = ""
    hypotheses: tuple[str, ...] = ()
    note: str = ""
    answer: str = ""
    counterexample: Places = field(default_factory=dict)
    configurations: tuple[Configuration, ...] = ()


@dataclass(frozen=True)
class StatementProved:
    """What came of a statement: status and reason of the whole, and each of its goals."""

    name: str
    status: str
    reason: str
    understood: str
    goals: tuple[GoalProved, ...]
    seconds: float


@dataclass(frozen=True)
class Progress:
    """How far a search is. trials: sets of auxiliary points that were tried; by_depth: of one point, of two, and so on;
    one_point: how many of one point there are."""

    trials: int
    seconds: float
    by_depth: tuple[int, ...] = ()
    one_point: int = 0


@dataclass(frozen=True)
class Fact:
    """Something that follows. predicate: as the certificate writes it."""

    words: str
    predicate: str
    steps: int = 0


@dataclass(frozen=True)
class FactsFound:
    """Facts that follow from what is given, the most interesting first. is_complete: whether there was time for all."""

    facts: tuple[Fact, ...]
    is_complete: bool
    seconds: float


@dataclass(frozen=True)
class PointsTried:
    """What a caller's own points do. goal_follows: whether all goals follow with them, without any search; alone: whether they
    do without them. new_facts: about the statement's own points, that follow with them only."""

    goal_follows: bool
    alone: bool
    new_facts: tuple[Fact, ...]
    statement: str
    seconds: float


@dataclass(frozen=True)
class CertificateChecked:
    """The independent checker's verdict. message: why it refuses, and at which step. proved: what an accepted one proves."""

    is_accepted: bool
    message: str
    step: str = ""
    name: str = ""
    given: tuple[str, ...] = ()
    proved: str = ""
    conditions: tuple[str, ...] = ()
    steps: int = 0
    theorems: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProblemFound:
    """A problem of the collection, or an entry of the user's store; what isn't known is null.

    auxiliary: how many points its proof adds; points_added: these, as clauses. difficulty: in bits of choice. distance: of its
    figure, 0 the same and 2 the most. constructions_here: what its proof constructs, with the points of the statement at hand.
    """

    name: str
    title: str
    statement: str
    source: str = ""
    year: int | None = None
    tags: tuple[str, ...] = ()
    english: str = ""
    chinese: str = ""
    kind: str = ""
    suite: str = ""
    goal: str = ""
    points: int | None = None
    auxiliary: int | None = None
    points_added: str = ""
    proof_length: int | None = None
    theorems: tuple[str, ...] = ()
    difficulty: float | None = None
    distance: float | None = None
    constructions_here: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProblemsFound:
    """Those asked for, the best first. total: how many there are in all, counted up to 1,000."""

    problems: tuple[ProblemFound, ...]
    total: int


@dataclass(frozen=True)
class FigureDrawn:
    """A figure of a statement. goal_holds: whether its goal is true there; message: why not. svg: the picture."""

    points: Places
    goal_holds: bool
    message: str
    svg: str
