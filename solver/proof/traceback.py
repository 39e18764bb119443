"""Traceback: from the journal of a closure to the steps of a proof.

The core finds them (solver/core/tracing/tracer.hpp): a proof is traced some two dozen times while it is shortened, and written once. So
a trace consists of nodes only: which claim by which rule from which nodes. Coefficients are worked out when it is written as steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver import _core
from solver.deduction.journal import EquationEntry, Journal, OverlapEntry
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.proof.arcs import Unexplained
from solver.proof.evidence import Evidence, Record, seconds_left
from solver.proof.questions import Questions
from solver.proof.steps import Step
from solver.statements.equation import Equation, ratio
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Claim, Statement, equations_of
from solver.statements.rules import RULES


@dataclass(frozen=True)
class Guide:
    """What a traceback should prefer.

    used: times of entries that the proof has anyway, cheap. banned: those that it must do without.
    kept: a trace whose explanations are kept, where they rest on nothing banned.
    """

    used: Sequence[int] = ()
    banned: Sequence[int] = ()
    kept: Trace | None = None


@dataclass(frozen=True)
class Trace:
    """What a traceback found. weight: how long it will look: 1 for each visible step, and a little for every use."""

    record: Record
    core: _core.Trace
    weight: float

    @property
    def times(self) -> list[int]:
        """Those of the conclusions that it rests on."""
        return self.core.times

    @property
    def said(self) -> bytes:
        """What it says, by which rules and from what: equal for traces whose proofs are the same but for their order."""
        return self.core.said

    def detours(self) -> list[tuple[int, float]]:
        """The entries that it can be tried without, and how long what it has only for them looks, the longest first."""
        return self.core.detours()

    def without(self, spare: int) -> list[int]:
        """The times of the conclusions that it doesn't have only for one of them."""
        return self.core.without(spare)

    def steps(self) -> tuple[Step, ...]:
        """Written out, premises among them; coefficients that cancel are left out. The last one is the goal."""
        wanted = set(self.core.goals)
        found: list[Step] = []
        for i in range(max(wanted, default=-1), -1, -1):
            if i in wanted:
                step = self._written(i)
                wanted.update(int(u[1:]) for u in step.uses)
                found.append(step)
        return tuple(reversed(found))

    def _written(self, number: int) -> Step:
        questions = self.record.questions
        said, rule, points, time, uses = self.core.node(number)
        claim = questions.claims[said]
        if RULES[rule].name == "linear":
            total: dict[int, Fraction] = {}
            for is_piece, which, numerator, denominator, node in self.core.parts(number):
                factor = self._factor(is_piece, which, ratio(numerator, denominator), node)
                total[node] = total.get(node, Fraction(0)) + factor
            total = {use: factor for use, factor in total.items() if factor}
            return Step(f"n{number}", claim, "linear", (), tuple(f"n{u}" for u in total), tuple(total.values()))
        entry = None if time is None else self.record.entries[time]
        theorem = None if entry is None or isinstance(entry, OverlapEntry) else entry.theorem
        named = tuple(f"n{u}" for u in uses)
        return Step(f"n{number}", claim, RULES[rule].name, questions.points[points], named, theorem=theorem)

    def _factor(self, is_piece: bool, which: int, factor: Fraction, node: int) -> Fraction:
        """A part of a combination, by what its node claims: claims are kept up to a factor."""
        if is_piece:
            piece = self.record.source.pieces_made[which]
            factor, terms = piece.factor, piece.terms
        else:
            entry = self.record.entries[which]
            assert isinstance(entry, EquationEntry)
            terms = entry.row
        claim = self.record.questions.claims[self.core.node(node)[0]]
        (quantity, c), *_ = equations_of(claim)[0].terms
        return factor * terms[quantity] / c


def trace(evidence: Evidence, goal: Statement, guide: Guide | None = None, deadline: float | None = None) -> Trace:
    """What leads to an entailed goal; deadline on time.monotonic(). Raises Unexplained, DeadlineExceeded."""
    return _traced(evidence, [goal], guide or Guide(), deadline)


def trace_all(diagram: Diagram, journal: Journal, claims: Sequence[Claim]) -> tuple[Step, ...]:
    """The steps that lead to claims which the journal entails, each a predicate or an equation. Raises Unexplained."""
    return _traced(Evidence.of(Record(diagram, journal)), claims, Guide(), None).steps()


def _traced(evidence: Evidence, goals: Sequence[Claim], guide: Guide, deadline: float | None) -> Trace:
    record = evidence.record
    asked = [_asked(goal, record.questions) for goal in goals]
    kept = None if guide.kept is None else guide.kept.core
    found = evidence.core.trace(asked, guide.used, guide.banned, kept, seconds_left(deadline))
    if found is None:
        raise DeadlineExceeded("timeout: the time limit ran out while the proof was being written")
    if isinstance(found, int):
        raise Unexplained(f"{_named(record.questions.claims[found])} can't be explained")
    return Trace(record, found, found.weight)


def _named(claim: Claim) -> str:
    return f"an equation of {claim.theory.value}" if isinstance(claim, Equation) else str(claim)


def _asked(goal: Claim, questions: Questions) -> tuple[int, list[tuple[int, list[int]]]]:
    """A goal as the core is asked for it: a question, and how equations may mean it, unless it can be explained itself."""
    of, lift = questions.of, questions.lifter.lift
    if isinstance(goal, Equation):
        return of(lift(goal)), []
    if goal.predicate in (CYCLIC, OVERLAP):
        return of(goal), []
    meant = _in_all_orders(goal) if goal.predicate is COLL else [goal]
    return of(goal), [(of(s), [of(lift(e)) for e in s.equations()]) for s in meant]


def _in_all_orders(goal: Statement) -> list[Statement]:
    """Collinear points with each of them first, as the one from which the others are seen in one direction."""
    firsts = [Statement(COLL, (p, *(q for q in goal.points if q != p))) for p in goal.points]
    return [s for s in firsts if len(s.equations()) == len(goal.points) - 2] or [goal]
