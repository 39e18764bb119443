"""What a textbook would conclude first from what is given: midlines, equal tangents, feet on the arms of a bisected angle.

A closure writes down what is news to it. Where it has found by a circle that two sides of two triangles are equal, it no longer
writes that right triangles with a common hypotenuse and equal legs are congruent; and that a midpoint halves its side it finds
late. A traceback can only choose among what is written. So such steps, each by one theorem from premises alone, are put into the
journal right after these; whether they make the proof shorter the traceback finds out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import combinations, islice

from solver.deduction.decode import Decoder
from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.proof.explain import Row, Rows, row_of
from solver.proof.instances import EQUAL, Instance, after_given, places_over_extent
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.predicates import CIRCLE, Claim, Statement

#: Steps of each kind at most.
MOST = 12

_Triangles = tuple[str, str, str, str, str, str]
_Places = Mapping[str, complex]


@dataclass(frozen=True)
class Begun:
    """A journal with these steps after its premises. light: the times of these, and of lines by other points."""

    journal: Journal
    light: frozenset[int]


def with_first_steps(journal: Journal, diagram: Diagram) -> Begun | None:
    """The journal with these steps; None where there are none."""
    entries = journal.entries
    begin = after_given(entries)
    added = _Steps(entries[:begin], entries[begin:], diagram).found()
    if not added:
        return None
    whole = (*entries[:begin], *added, *entries[begin:])
    timed = Journal.of(whole)
    lines = (time for time, entry in enumerate(entries[:begin]) if entry.rule == "line")
    return Begun(timed, frozenset((*lines, *range(begin, begin + len(added)))))


class _Steps:
    """The steps found so far, each from premises and those before it."""

    def __init__(self, given: Sequence[Entry], later: Sequence[Entry], diagram: Diagram) -> None:
        self._at = places_over_extent(diagram)
        self._later = later
        self._decoder = Decoder(diagram.points, Lifter(diagram))
        self._rows: dict[Theory, list[Row]] = {theory: [] for theory in Theory}
        self._added: list[Entry] = []
        self._systems: dict[Theory, tuple[int, Rows]] = {}
        self._halved: dict[tuple[str, str, str], bool] = {}
        for entry in given:
            if isinstance(entry, EquationEntry) and not entry.circle:
                self._rows[entry.theory].append(row_of(entry.row, entry.constants))

    def found(self) -> list[Entry]:
        halves = list(_midpoints(self._at))
        for first, second in _midlines(halves):
            self._midline(first, second)
        for m, a, c in halves[:MOST]:
            if self._halves(m, a, c):
                self._hypotenuse(m, a, c)
        for ends, middles in islice(_kites(self._at), MOST):
            (b, c), (o, m) = ends, middles
            self._similar("similar_sss", (o, b, m, o, c, m))
        for hypotenuse, feet in islice(_right_triangles(self._at), MOST):
            self._congruent(hypotenuse, feet)
        for center in dict.fromkeys(p for e in self._added for p in e.points if e.rule.startswith("similar")):
            self._circle(center)
        return self._added

    # -- the kinds --------------------------------------------------------------------------------------------------

    def _midline(self, first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
        """m halves xa and n halves xb: triangles xmn and xab are similar."""
        (m, x, a), (n, _, b) = first, second
        if not (self._halves(m, x, a) and self._halves(n, x, b)):
            return
        self._similar("similar_sas", (x, a, b, x, m, n))

    def _halves(self, m: str, a: str, b: str) -> bool:
        """Whether it is given that m is the midpoint of ab; then that ab = 2·am is said."""
        if (m, a, b) not in self._halved:
            self._halved[m, a, b] = self._is_given_half(m, a, b)
        return self._halved[m, a, b]

    def _is_given_half(self, m: str, a: str, b: str) -> bool:
        d = self._decoder
        equal, on_line = d.logs((1, m, a), (-1, m, b)), d.directions((1, a, m), (-1, a, b))
        if not self._is_known(equal) or not self._is_known(on_line):
            return False
        whole = Equation.of(Theory.LENGTH, [(segment(a, m), 1), (segment(m, b), 1), (segment(a, b), -1)])
        twice = Equation.of(Theory.LENGTH, [(segment(a, b), 1), (segment(a, m), -2)])
        ratio = Equation.of(Theory.LOG, [(segment(a, b), 1), (segment(a, m), -1)], {2: Fraction(-1)})
        same = Equation.of(Theory.LENGTH, [(segment(a, m), 1), (segment(m, b), -1)])
        self._conclude(Instance("between", (a, m, b), (on_line,), (whole,)))
        self._conclude(Instance("transfer", (a, m, m, b), (equal,), (same,)))
        self._conclude(Instance("transfer", (a, b, a, m), (twice,), (ratio,)))
        return True

    def _congruent(self, hypotenuse: tuple[str, str], feet: tuple[str, str]) -> None:
        """Right triangles with one hypotenuse, and equal legs or equal angles."""
        (a, b), (s, t) = hypotenuse, feet
        for o, p in ((a, b), (b, a)):
            if self._similar("similar_ssa", (s, o, p, t, o, p)) or self._similar("similar_aa", (s, o, p, t, o, p)):
                return

    def _similar(self, rule: str, points: _Triangles) -> bool:
        d = self._decoder
        a, b, c, x, y, z = points
        angles = [
            d.angle(a, b, c, x, y, z),
            d.angle(b, c, a, y, z, x),
            d.angle(c, a, b, z, x, y),
        ]
        first = d.logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z))
        second = d.logs((1, a, b), (-1, b, c), (-1, x, y), (1, y, z))
        asked = {
            "similar_sas": (angles[0], first),
            "similar_ssa": (angles[0], second),
            "similar_aa": (angles[0], angles[1]),
            "similar_sss": (first, second),
        }[rule]
        if not all(map(self._is_known, asked)):
            return False
        third = d.logs((1, a, c), (-1, b, c), (-1, x, z), (1, y, z))
        self._conclude(Instance(rule, points, asked, (*angles, first, second, third)))
        return True

    def _hypotenuse(self, m: str, a: str, c: str) -> None:
        """The midpoint of a hypotenuse is as far from the right angle as from the ends."""
        d, at = self._decoder, self._at
        for b in at:
            arms = at[b] - at[a], at[b] - at[c]
            if min(map(abs, arms)) < EQUAL or abs((arms[0].conjugate() * arms[1]).real) > EQUAL:
                continue
            premises = d.logs((1, m, a), (-1, m, c)), d.directions((1, m, a), (-1, a, b), (-1, a, c), (1, b, c))
            place = self._place({a, b, c}) if all(map(self._is_known, premises)) else None
            if place is not None:
                claim = Statement(CIRCLE, (m, *sorted((a, b, c))))
                self._added.append(CircleEntry(0, place, "centre", claim.points, premises, claim))
                e = d.logs((1, m, a), (-1, m, b))
                row: dict[Quantity, Fraction] = dict(e.terms)
                self._rows[e.theory].append(row_of(row, {}))
                self._added.append(EquationEntry(0, e.theory, row, {}, "radii", (m, a, b, c), partial(tuple, (claim,))))

    def _circle(self, o: str) -> None:
        """The points that these steps have shown to be equally far from one."""
        on = [p for p in self._at if p != o and abs(self._at[p] - self._at[o]) > EQUAL]
        left = dict.fromkeys(on)
        while left:
            first, *others = left
            same = [
                p for p in others if abs(abs(self._at[p] - self._at[o]) - abs(self._at[first] - self._at[o])) < EQUAL
            ]
            same = [p for p in same if self._is_known(self._decoder.logs((1, o, first), (-1, o, p)))]
            for p in (first, *same):
                del left[p]
            place = self._place({first, *same}) if len(same) > 1 else None
            if place is not None:
                claim = Statement(CIRCLE, (o, first, *same))
                premises: tuple[Claim, ...] = tuple(self._decoder.logs((1, o, first), (-1, o, p)) for p in same)
                self._added.append(CircleEntry(0, place, "concyclic_radii", claim.points, premises, claim))

    def _place(self, on: set[str]) -> int | None:
        """The number of the circle that the closure has through some points."""
        for entry in self._later:
            if isinstance(entry, CircleEntry):
                points = set(entry.claim.points[entry.claim.predicate is CIRCLE :])
                if len(points & on) > 2:
                    return entry.place
        return None

    # -- what is known ----------------------------------------------------------------------------------------------

    def _is_known(self, e: Equation) -> bool:
        if e.is_trivial:
            return True
        rows = self._rows[e.theory]
        count, system = self._systems.get(e.theory, (-1, Rows(())))
        if count != len(rows):
            system = Rows(rows)
            self._systems[e.theory] = len(rows), system
        return system.first_entailing(row_of(dict(e.terms), dict(e.constants))) is not None

    def _conclude(self, step: Instance) -> None:
        for e in step.news:
            if not self._has(e):
                self._rows[e.theory].append(row_of(dict(e.terms), dict(e.constants)))
                self._added.append(step.entry(e))

    def _has(self, e: Equation) -> bool:
        return row_of(dict(e.terms), dict(e.constants)) in self._rows[e.theory]


def _midpoints(at: _Places) -> Iterator[tuple[str, str, str]]:
    """m, a, b where m looks like the midpoint of ab."""
    for a, b in combinations(at, 2):
        if abs(at[a] - at[b]) < EQUAL:
            continue
        for m in at:
            if m not in (a, b) and abs(at[a] + at[b] - 2 * at[m]) < EQUAL:
                yield m, a, b


def _midlines(halves: Sequence[tuple[str, str, str]]) -> Iterator[tuple[tuple[str, str, str], tuple[str, str, str]]]:
    """Two midpoints of segments with a common end, which comes second."""
    for (m, *first), (n, *second) in combinations(halves[: 2 * MOST], 2):
        common = set(first) & set(second)
        if m != n and len(common) == 1:
            (x,) = common
            (a,), (b,) = set(first) - common, set(second) - common
            yield (m, x, a), (n, x, b)


def _kites(at: _Places) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Two points, and another two on their perpendicular bisector, of which the second is their midpoint."""
    for m, b, c in _midpoints(at):
        for o in at:
            if o != m and abs(abs(at[o] - at[b]) - abs(at[o] - at[c])) < EQUAL and abs(at[o] - at[m]) > EQUAL:
                yield (b, c), (o, m)


def _right_triangles(at: _Places) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Two points that see a segment under right angles and are each other's images in it."""
    for a, b in combinations(at, 2):
        size = abs(at[a] - at[b])
        if size < EQUAL:
            continue
        right = [
            p
            for p in at
            if abs(((at[p] - at[a]).conjugate() * (at[p] - at[b])).real) < EQUAL
            and min(abs(at[p] - at[a]), abs(at[p] - at[b])) > EQUAL
        ]
        for s, t in combinations(right, 2):
            mirrored = abs(abs(at[s] - at[a]) - abs(at[t] - at[a])) < EQUAL and abs(at[s] - at[t]) > EQUAL
            if mirrored:
                yield (a, b), (s, t)
