"""Triangles that are each other's mirror images in a common side: where a proof could say so, a journal is told.

Two points p and q that the figure shows to be images of each other in a line, and two points o and m on it: the triangles pom
and qom are congruent as soon as two angles and OM, two sides and the angle between, or three sides are known to be equal. A
closure that knows OP = OQ otherwise by then doesn't write the congruence down, though it may be what a reader expects.
So it is put into the journal where it first follows; whether that makes a proof shorter the traceback finds out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, islice

from solver.deduction.decode import Decoder
from solver.deduction.journal import Entry, EquationEntry, Journal
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.proof.evidence import Record
from solver.proof.instances import EQUAL, Instance, after_given, places_over_extent
from solver.statements.equation import Equation, Theory

#: Pairs of triangles that are looked at, at most.
MOST = 40


def with_mirrored(record: Record, diagram: Diagram) -> Journal | None:
    """A journal with these congruences; None where there are none."""
    entries = record.entries
    known = _Known(record)
    after: dict[int, list[Entry]] = {}
    for time, found in _first_known(known, diagram):
        mine = [found.entry(e) for e in found.news if not known.is_entry(e, time)]
        if mine:
            after.setdefault(time, []).extend(mine)
    if not after:
        return None
    whole = [e for time, entry in enumerate(entries) for e in (entry, *after.get(time, ()))]
    return Journal.of(whole)


def _first_known(known: _Known, diagram: Diagram) -> Iterator[tuple[int, Instance]]:
    """Congruences with the time of the entry after which their premises are known."""
    at = places_over_extent(diagram)
    decoder = Decoder(diagram.points, Lifter(diagram))
    for pair, ends in islice(_mirrored(at), MOST):
        for criterion in _criteria(pair, ends, at, decoder):
            time = known.since(criterion.premises)
            if time is not None:
                yield time, criterion


def _mirrored(at: Mapping[str, complex]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Two points, and two others on their perpendicular bisector."""
    for p, q in combinations(at, 2):
        if abs(at[p] - at[q]) < EQUAL:
            continue
        axis = [o for o in at if abs(abs(at[o] - at[p]) - abs(at[o] - at[q])) < EQUAL]
        for o, m in combinations(axis, 2):
            if abs(at[o] - at[m]) > EQUAL:
                yield (p, q), (o, m)


def _criteria(
    pair: tuple[str, str], ends: tuple[str, str], at: Mapping[str, complex], d: Decoder
) -> Iterator[Instance]:
    (p, q), (o, m) = pair, ends
    at_p, at_o, at_m = d.angle(p, o, m, q, o, m), d.angle(o, m, p, o, m, q), d.angle(m, p, o, m, q, o)
    op, mp = d.logs((1, o, p), (-1, o, q)), d.logs((1, m, p), (-1, m, q))
    concluded = (at_p, at_o, at_m, op, mp)

    def made(rule: str, corners: tuple[str, str, str], premises: tuple[Equation, ...]) -> Instance:
        return Instance(rule, (*corners, *(q if x == p else x for x in corners)), premises, concluded)

    yield made("similar_aa", (o, m, p), (at_o, at_m))
    yield made("similar_aa", (o, p, m), (at_o, at_p))
    yield made("similar_aa", (m, p, o), (at_m, at_p))
    yield made("similar_sas", (o, p, m), (at_o, op))
    yield made("similar_sas", (m, p, o), (at_m, mp))
    yield made("similar_sss", (o, p, m), (op, mp))
    if _is_right(at[o], at[p], at[m]):  # at p
        yield made("similar_ssa", (p, o, m), (at_p, op))
        yield made("similar_ssa", (p, m, o), (at_p, mp))
    elif _is_right(at[p], at[m], at[o]):
        yield made("similar_ssa", (m, o, p), (at_m, op))
    elif _is_right(at[p], at[o], at[m]):
        yield made("similar_ssa", (o, m, p), (at_o, mp))


def _is_right(a: complex, v: complex, b: complex) -> bool:
    return abs(((a - v).conjugate() * (b - v)).real) < EQUAL


class _Known:
    """What a journal entails after each of its entries."""

    def __init__(self, record: Record) -> None:
        self._record = record
        entries = record.entries
        self._equations = {t: [e for e in entries if isinstance(e, EquationEntry) and e.theory is t] for t in Theory}
        self._since: dict[Equation, int | None] = {}
        self._given = max(after_given(entries) - 1, 0)

    @cached_property
    def _first(self) -> Mapping[tuple[Theory, frozenset[tuple[int, int, int]]], int]:
        """By what an entry says, the time of the first one that does."""
        found: dict[tuple[Theory, frozenset[tuple[int, int, int]]], int] = {}
        for t, some in self._equations.items():
            for entry in some:
                row = self._record.questions.terms_of_row(t, entry.row, entry.constants)
                found.setdefault((t, frozenset(row)), entry.time)
        return found

    def is_entry(self, e: Equation, time: int) -> bool:
        """Whether an entry up to a time says just this."""
        return self._first.get((e.theory, frozenset(self._record.questions.target(e))), time + 1) <= time

    def since(self, premises: Sequence[Equation]) -> int | None:
        """The time after which all are entailed; None where they aren't."""
        latest = -1
        for e in premises:
            time = self._time(e)
            if time is None:
                return None
            latest = max(latest, time)
        return max(latest, self._given)

    def _time(self, e: Equation) -> int | None:
        if e not in self._since:
            self._since[e] = -1 if e.is_trivial else self._searched(e)
        return self._since[e]

    def _searched(self, e: Equation) -> int | None:
        count = self._record.first_entailing(e)
        return None if count is None else self._equations[e.theory][count - 1].time
