"""A journal made ready for many tracebacks, which are made by the core (solver/core/tracing).

The core knows claims by number and asks here for what it can't know: from what a conclusion was drawn, what it says, and what the arcs of
circles come to. It asks once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from solver import _core
from solver.deduction.closure import CORE_THEORY
from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal, OverlapEntry
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.proof.arcs import Arcs, Piece, Unexplained
from solver.proof.explain import exact_combination, row_of
from solver.proof.questions import Questions, Terms
from solver.statements.equation import Equation, Theory, ratio
from solver.statements.predicates import CIRCLE, SIMTRI, SIMTRIR, Statement
from solver.statements.rules import RULES

#: By name the number of a rule in the core.
RULE_NUMBERS = {rule.name: number for number, rule in enumerate(RULES)}
#: How many points a step takes at most (None: any number), by rule; the journal's entries may have more.
_MOST_POINTS = {rule.name: rule.step.count[1] for rule in RULES if rule.step is not None}


class Record:
    """A journal as the core has it. questions: those of another journal of the same closure, to be shared."""

    def __init__(self, diagram: Diagram, journal: Journal, questions: Questions | None = None) -> None:
        self.journal = journal
        self.entries = journal.entries
        self.questions = Questions(diagram) if questions is None else questions
        self.source = _Source(self.questions, journal.entries)
        self.core = _core.TracedJournal(self.questions.core, self.source)
        for entry in journal.entries:
            self._add(entry)

    def first_entailing(self, equation: Equation) -> int | None:
        """How many of a theory's entries it takes until they make an equation; None if all of them don't."""
        return self.core.first_entailing(CORE_THEORY[equation.theory], self.questions.target(equation))

    def _add(self, entry: Entry) -> None:
        questions = self.questions
        rule, points = RULE_NUMBERS[entry.rule], questions.of_points(_applied_to(entry))
        if isinstance(entry, EquationEntry):
            row = questions.row(entry.theory, entry.row, entry.constants)
            self.core.add_equation(rule, points, CORE_THEORY[entry.theory], row)
            return
        named = [questions.index[p] for p in entry.claim.points]
        if isinstance(entry, OverlapEntry):
            self.core.add_overlap(rule, points, *named)
        elif entry.claim.predicate is CIRCLE:
            self.core.add_circle(rule, points, entry.place, named[1:], named[0])
        else:
            self.core.add_circle(rule, points, entry.place, named, None)


def _applied_to(entry: Entry) -> tuple[str, ...]:
    """The points of a step that concludes what an entry does."""
    if entry.rule == "centre" and isinstance(entry, CircleEntry) and len(entry.claim.points) > 4:
        return entry.points[:1]
    return entry.points[: _MOST_POINTS.get(entry.rule)]


class _Source:
    """What the core asks for. pieces_made: by number."""

    def __init__(self, questions: Questions, entries: Sequence[Entry]) -> None:
        self.pieces_made: list[Piece] = []
        self._questions = questions
        self._entries = entries
        equations = [e for e in entries if isinstance(e, EquationEntry)]
        self._equations = {t: [e for e in equations if e.theory is t] for t in Theory}
        circles = [e for e in entries if isinstance(e, CircleEntry)]
        self._arcs = Arcs(questions.lifter, self._equations[Theory.DIRECTION], circles)

    def premises(self, time: int) -> list[int]:
        entry = self._entries[time]
        said = entry.concluded_from() if isinstance(entry, EquationEntry) else entry.premises
        return self._questions.of_premises(said)

    def claim(self, time: int) -> int:
        claim = self._entries[time].claim
        assert claim is not None
        return self._questions.of(claim)

    def similar(self, time: int) -> int:
        points = self._entries[time].points
        a, b, c, x, y, z = points
        lifter = self._questions.lifter
        same = lifter.orientation(a, b, c) == lifter.orientation(x, y, z)
        return self._questions.of(Statement(SIMTRI if same else SIMTRIR, points))

    def pieces(self, time: int, factors: Terms) -> list[tuple[int, int, int, int, list[tuple[int, int]]]] | None:
        of = self._questions.of
        try:
            made = self._arcs.pieces({i: ratio(numerator, denominator) for i, numerator, denominator in factors}, time)
        except Unexplained:
            return None
        found = []
        for piece in made:
            rests_on = [(of(claim), before) for claim, before in piece.rests_on]
            said, points = of(piece.said), self._questions.of_points(piece.points)
            found.append((said, RULE_NUMBERS[piece.rule], points, len(self.pieces_made), rests_on))
            self.pieces_made.append(piece)
        return found

    def exact(self, question: int, rows: Sequence[int]) -> Terms | None:
        """The combination of some rows of a theory, exactly: the core's own is in floating point."""
        claim = self._questions.claims[question]
        assert isinstance(claim, Equation)
        entries = [self._equations[claim.theory][i] for i in rows]
        target = row_of(dict(claim.terms), dict(claim.constants))
        found = exact_combination([row_of(e.row, e.constants) for e in entries], target)
        return None if found is None else sorted((rows[i], *c.as_integer_ratio()) for i, c in found.items())


@dataclass(frozen=True)
class Evidence:
    """A journal with what its entries cost in an explanation."""

    record: Record
    core: _core.Evidence

    @classmethod
    def of(cls, record: Record, light: frozenset[int] = frozenset()) -> Evidence:
        """Later conclusions cost more, as they rest on more. light: the times of entries that a reader hardly notices."""
        return cls(record, _core.Evidence(record.core, sorted(light)))

    @classmethod
    def estimated(cls, record: Record, deadline: float | None = None) -> Evidence:
        """Each entry costs what a proof of it takes (solver/core/tracing/estimate.cpp). deadline: on time.monotonic().

        Raises DeadlineExceeded if that takes longer than allowed.
        """
        found = _core.Evidence.estimated(record.core, seconds_left(deadline))
        if found is None:
            raise DeadlineExceeded("timeout: the time limit ran out while steps were being counted")
        return cls(record, found)

    @property
    def work(self) -> int:
        """How much was done so far, in explanations taken over; a linear program counts for four."""
        return self.core.work


def is_past(deadline: float | None) -> bool:
    """Whether a time on time.monotonic() is over; None never is."""
    return deadline is not None and monotonic() > deadline


def seconds_left(deadline: float | None) -> float | None:
    """Until a time on time.monotonic(); None never comes."""
    return None if deadline is None else deadline - monotonic()
