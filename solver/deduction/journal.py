"""The journal of a closure: what was concluded, in order, and from what.

The core writes it while it runs, without provenance: each entry names its theorem, and its premises are statements
that were entailed by earlier entries, not pointers to them. The traceback (`solver.proof.traceback`) finds out how.

Row keys are quantities (tuples of point names, see `solver.statements.equation`) or, in DIRECTION only, arc variables
`(circle tag, point)` with a tag such as "°3": on the circle °3, d(xy) = t(x) + t(y) for all its points, d(ox) =
2t(x) + ½ for its center o. They never leave the journal: a proof speaks of directions only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from solver.knowledge.theorem import Theorem
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import Claim, Statement


@dataclass(frozen=True)
class EquationEntry:
    """An equation that the core added to a theory.

    time: position in the journal. row/constants: Σ c·key + Σ c·base = 0 (lifted), keys may be arc variables.
    rule, points: the theorem and what it was applied to (names of docs/certificate.md).
    concluded_from: makes the premises; a proof asks for those of few entries.
    circle: the tag, for the rules "inscribed", "radial", "equal_arcs", whose rows have arc variables.
    stated: the problem's own words, for the rule "premise". theorem: the library's, for the rule "theorem".
    """

    time: int
    theory: Theory
    row: Mapping[Quantity, Fraction]
    constants: Mapping[int, Fraction]
    rule: str
    points: tuple[str, ...]
    concluded_from: Callable[[], tuple[Claim, ...]]
    circle: str = ""
    stated: Statement | None = None
    theorem: Theorem | None = None

    @cached_property
    def premises(self) -> tuple[Claim, ...]:
        """What it was concluded from, entailed before `time`; lifted equations, `cyclic`, `circle` or `overlap`."""
        return self.concluded_from()

    @cached_property
    def claim(self) -> Claim | None:
        """The conclusion in directions and lengths; None where the row has arc variables."""
        if self.circle:
            return None
        return self.stated or Equation.of(self.theory, self.row.items(), self.constants)


@dataclass(frozen=True)
class CircleEntry:
    """Points that became known to lie on one circle: `claim` is `cyclic S` (4 or more) or `circle o S` (3 or more).

    place: number of the numeric circle; two entries of one place are about the same circle of the diagram.
    """

    time: int
    place: int
    rule: str
    points: tuple[str, ...]
    premises: tuple[Claim, ...]
    claim: Statement
    theorem: Theorem | None = None


@dataclass(frozen=True)
class OverlapEntry:
    """Two points that became known to be the same: `claim` is `overlap x y`."""

    time: int
    rule: str
    points: tuple[str, ...]
    premises: tuple[Claim, ...]
    claim: Statement


Entry = EquationEntry | CircleEntry | OverlapEntry


def _at(time: int, entry: Entry) -> Entry:
    """The entry at another time, with what has been made of it: `replace` would forget its premises and its claim."""
    if entry.time == time:
        return entry
    moved: Entry = object.__new__(type(entry))
    moved.__dict__.update(entry.__dict__, time=time)
    return moved


@dataclass(frozen=True)
class Journal:
    """Entries in order of time. premises: the problem's, those of time 0 first, as entries with the rule "premise"."""

    entries: tuple[Entry, ...]

    @staticmethod
    def of(entries: Sequence[Entry]) -> Journal:
        """Entries of other journals, each at the time of its place here."""
        return Journal(tuple([_at(time, entry) for time, entry in enumerate(entries)]))

    def equations(self, theory: Theory, before: int) -> list[EquationEntry]:
        return [e for e in self.entries if isinstance(e, EquationEntry) and e.theory is theory and e.time < before]


__all__ = ["CircleEntry", "Entry", "Equation", "EquationEntry", "Journal", "OverlapEntry"]
