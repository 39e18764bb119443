"""Traceback: from the journal of a closure to the steps of a proof.

The journal says what was concluded when, not from what. To explain a claim that was entailed at time t, it is written
as a combination of what was concluded before t (solver.proof.explain), or as a union of circles known before t
(solver.proof.circles); the premises of each of these are explained in turn. Time strictly decreases, so the result is a
directed acyclic graph.

Arc variables of circles cancel in each combination, circle by circle: what remains of a circle's rows is one equation
between directions, an instance of the inscribed angle theorem.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic

from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal, OverlapEntry
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded, PorismError
from solver.knowledge.theorem import Theorem
from solver.proof.circles import covering_entries
from solver.proof.explain import combine
from solver.proof.steps import Step, needed_for, same_claim_key
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP, SIMTRI, SIMTRIR, Claim, Statement

#: Rules whose rows have arc variables.
_ARC_RULES = ("inscribed", "radial", "equal_arcs")

#: How many of an entry's points belong to the certificate's rule, where the journal has more.
_POINTS_OF_RULE = {"radii": 3, "equal_chords": 4, "transfer": 0, "substitute": 2}


class Unexplained(PorismError):
    """The exact traceback can't follow the closure: a coincidence modulo the core's prime, or a defect."""


@dataclass(frozen=True)
class Weights:
    """What an entry costs in an explanation: later conclusions rest on more, those of `favoured` times are paid for."""

    favoured: frozenset[int] = frozenset()

    def of(self, entry: Entry, last: int) -> float:
        if entry.time in self.favoured:
            return 0.3
        age = entry.time / max(1, last)
        if entry.rule in ("premise", "meaning"):
            return 1.0
        if entry.rule in ("inscribed", "radial"):
            return 0.7 + 2 * age
        return 1.5 + 6 * age


@dataclass(frozen=True)
class Trace:
    """Steps in order, premises among them; the last one is the goal. entries: the times of the conclusions used."""

    steps: tuple[Step, ...]
    entries: frozenset[int]

    def __len__(self) -> int:
        return sum(step.rule != "premise" for step in self.steps)


def trace(
    diagram: Diagram,
    journal: Journal,
    goal: Statement,
    weights: Weights | None = None,
    deadline: float | None = None,
) -> Trace:
    """The steps that lead to an entailed goal; deadline on time.monotonic(). Raises Unexplained, DeadlineExceeded."""
    tracer = _Tracer(diagram, journal, weights or Weights(), deadline)
    last = tracer.explain_goal(goal)
    steps = needed_for(tracer.steps, last)
    ids = {s.id for s in steps}
    return Trace(tuple(steps), frozenset(t for t, i in tracer.of_entry.items() if i in ids))


def trace_all(diagram: Diagram, journal: Journal, claims: Sequence[Claim]) -> tuple[Step, ...]:
    """The steps that lead to claims which the journal entails, each a predicate or an equation. Raises Unexplained."""
    tracer = _Tracer(diagram, journal, Weights(), None)
    wanted: dict[str, Step] = {}
    for claim in claims:
        if isinstance(claim, Equation):
            last = tracer.explain(tracer.lifter.lift(claim), tracer.end)
        else:
            last = tracer.explain_goal(claim)
        wanted |= {s.id: s for s in needed_for(tracer.steps, last)}
    return tuple(s for s in tracer.steps if s.id in wanted)


def _row(equation: Equation) -> dict[Hashable, Fraction]:
    row: dict[Hashable, Fraction] = dict(equation.terms)
    row.update({("constant", base): c for base, c in equation.constants})
    return row


def _row_of(entry: EquationEntry) -> Iterator[tuple[Hashable, Fraction]]:
    yield from entry.row.items()
    yield from ((("constant", base), c) for base, c in entry.constants.items())


class _Tracer:
    """The steps found so far and what they claim; one for each traceback."""

    def __init__(self, diagram: Diagram, journal: Journal, weights: Weights, deadline: float | None) -> None:
        self.lifter = Lifter(diagram)
        self.deadline = deadline
        self.weights = weights
        self.end = len(journal.entries)
        self.steps: list[Step] = []
        self.of_entry: dict[int, str] = {}
        self._time: dict[str, int] = {}
        self._of_claim: dict[Hashable, str] = {}
        self.circles = [e for e in journal.entries if isinstance(e, CircleEntry)]
        self.overlaps = {frozenset(e.claim.points): e for e in journal.entries if isinstance(e, OverlapEntry)}
        self.equations: dict[Theory, list[EquationEntry]] = {t: journal.equations(t, self.end) for t in Theory}
        self.rows: dict[Theory, list[Mapping[Hashable, Fraction]]] = {
            theory: [dict(_row_of(e)) for e in entries] for theory, entries in self.equations.items()
        }

    # -- steps ------------------------------------------------------------------------------------------------------

    def add(
        self,
        claim: Claim,
        rule: str,
        time: int,
        points: tuple[str, ...] = (),
        uses: tuple[str, ...] = (),
        coefficients: tuple[Fraction, ...] = (),
        theorem: Theorem | None = None,
    ) -> str:
        """A new step, unless the claim was proved before by that time."""
        key = same_claim_key(claim)
        known = self._of_claim.get(key)
        if known is not None and self._time[known] <= time:
            return known
        step = Step(f"n{len(self.steps)}", claim, rule, points, uses, coefficients, theorem)
        self.steps.append(step)
        self._time[step.id] = time
        self._of_claim[key] = step.id
        return step.id

    def claim_of(self, step: str) -> Claim:
        return self.steps[int(step[1:])].claim

    def explain_goal(self, goal: Statement) -> str:
        if goal.predicate in (CYCLIC, OVERLAP):
            return self.explain(goal, self.end)
        parts = tuple(self.explain(self.lifter.lift(e), self.end) for e in goal.equations())
        if len(parts) == 1 and self.claim_of(parts[0]) == goal:
            return parts[0]
        return self.add(goal, "meaning", self.end + 1, uses=tuple(dict.fromkeys(parts)))

    def explain(self, claim: Claim, time: int) -> str:
        """The step that proves a claim which was entailed before `time`. Raises Unexplained."""
        known = self._of_claim.get(same_claim_key(claim))
        if known is not None and self._time[known] <= time:
            return known
        if isinstance(claim, Equation):
            return self._explain_equation(claim, time)
        if claim.predicate in (CYCLIC, CIRCLE):
            return self._explain_circle(claim, time)
        if claim.predicate is OVERLAP:
            entry = self.overlaps.get(frozenset(claim.points))
            if entry is None or entry.time >= time:
                raise Unexplained(f"{claim} can't be explained")
            return self._explain_entry(entry)
        return self.add(claim, "premise", 0)

    # -- entries ----------------------------------------------------------------------------------------------------

    def _explain_entry(self, entry: Entry) -> str:
        known = self.of_entry.get(entry.time)
        if known is None:
            known = self.of_entry[entry.time] = self._step_of_entry(entry)
        return known

    def _step_of_entry(self, entry: Entry) -> str:
        claim = entry.claim
        assert claim is not None
        if entry.rule == "premise":
            return self.add(claim, "premise", 0)
        if entry.rule == "meaning":
            return self.add(claim, "meaning", entry.time + 1, uses=(self.add(entry.premises[0], "premise", 0),))
        premises = [p for p in entry.premises if not (isinstance(p, Equation) and p.is_trivial)]
        uses = tuple(dict.fromkeys(self.explain(p, entry.time) for p in premises))
        if entry.rule.startswith("similar"):
            a, b, c, x, y, z = entry.points
            same = self.lifter.orientation(a, b, c) == self.lifter.orientation(x, y, z)
            similar = Statement(SIMTRI if same else SIMTRIR, entry.points)
            triangles = self.add(similar, entry.rule, entry.time, entry.points, uses)
            return self.add(claim, "meaning", entry.time + 1, uses=(triangles,))
        points = entry.points[: _POINTS_OF_RULE.get(entry.rule, len(entry.points))]
        if entry.rule == "centre" and isinstance(claim, Statement) and len(claim.points) > 4:
            points = points[:1]
        theorem = None if isinstance(entry, OverlapEntry) else entry.theorem
        return self.add(claim, entry.rule, entry.time + 1, points, uses, theorem=theorem)

    # -- circles ----------------------------------------------------------------------------------------------------

    def _explain_circle(self, claim: Statement, time: int) -> str:
        centre = claim.points[0] if claim.predicate is CIRCLE else None
        on = set(claim.points if centre is None else claim.points[1:])
        entries = covering_entries(self.circles, on, centre, time)
        if entries is None:
            raise Unexplained(f"{claim} can't be explained")
        parts = tuple(self._explain_entry(e) for e in entries)
        if len(entries) == 1 and same_claim_key(entries[0].claim) == same_claim_key(claim):
            return parts[0]
        return self.add(claim, "concyclic_merge", max(e.time for e in entries) + 1, uses=parts)

    def _circle_claim(self, circle: str, on: list[str], centre: str | None, time: int) -> Statement:
        """`cyclic on` or `circle centre on`, with further points of the circle where on has too few."""
        least = 3 if centre else 4
        for entry in self.equations[Theory.DIRECTION]:
            if len(on) >= least:
                break
            if entry.circle == circle and entry.rule == "inscribed" and entry.time < time:
                on += [p for p in entry.points if p not in on][: least - len(on)]
        if len(on) >= least:
            return Statement(CIRCLE, (centre, *on)) if centre else Statement(CYCLIC, tuple(on))
        # A circle of three points is a matter of its centre.
        about = next(
            (e.claim.points[0] for e in self.circles
             if e.time < time and e.claim.predicate is CIRCLE and set(on) <= set(e.claim.points[1:])), None,
        )  # fmt: skip
        if about is None:
            raise Unexplained(f"no circle through {' '.join(on)} is known")
        return Statement(CIRCLE, (about, *on))

    # -- equations --------------------------------------------------------------------------------------------------

    def _explain_equation(self, equation: Equation, time: int) -> str:
        if self.deadline is not None and monotonic() > self.deadline:
            raise DeadlineExceeded("timeout: the time limit ran out while the proof was being written")
        entries = self.equations[equation.theory]
        count = sum(1 for e in entries if e.time < time)
        costs = [0.3 if e.time in self.of_entry else self.weights.of(e, self.end) for e in entries[:count]]
        found = combine(self.rows[equation.theory][:count], costs, _row(equation))
        if found is None:
            raise Unexplained(f"an equation of {equation.theory.value} can't be explained")
        parts: list[tuple[Fraction, str]] = []
        of_circle: dict[str, list[tuple[Fraction, EquationEntry]]] = {}
        for index, factor in sorted(found.items()):
            entry = entries[index]
            if entry.rule in _ARC_RULES:
                of_circle.setdefault(entry.circle, []).append((factor, entry))
            else:
                step = self._explain_entry(entry)
                parts.append((factor * self._ratio(entry.row, step), step))
        for circle, members in of_circle.items():
            parts += self._without_arcs(circle, members, time)
        if len(parts) == 1 and same_claim_key(self.claim_of(parts[0][1])) == same_claim_key(equation):
            return parts[0][1]
        if len(parts) == 1 and abs(parts[0][0]) == 1 and isinstance(self.claim_of(parts[0][1]), Statement):
            return parts[0][1]  # the predicate says it
        total: dict[str, Fraction] = {}
        for factor, step in parts:
            total[step] = total.get(step, Fraction(0)) + factor
        total = {step: factor for step, factor in total.items() if factor}
        latest = max((entries[i].time for i in found), default=0) + 1
        return self.add(equation, "linear", latest, uses=tuple(total), coefficients=tuple(total.values()))

    def _ratio(self, row: Mapping[Quantity, Fraction], step: str) -> Fraction:
        """The factor by which a row is the equation that a step claims: claims are kept up to a factor."""
        claim = self.claim_of(step)
        (quantity, c), *_ = (claim if isinstance(claim, Equation) else claim.equations()[0]).terms
        return row[quantity] / c

    def _without_arcs(
        self, circle: str, members: list[tuple[Fraction, EquationEntry]], time: int
    ) -> list[tuple[Fraction, str]]:
        """The rows of one circle, whose arcs cancel: equal arcs as equal inscribed angles, the rest as one equation."""
        parts: list[tuple[Fraction, str]] = []
        terms: dict[Quantity, Fraction] = {}
        constant = Fraction(0)
        for factor, entry in members:
            for key, c in entry.row.items():
                if key[0] != circle:
                    terms[key] = terms.get(key, Fraction(0)) + factor * c
            constant += factor * entry.constants.get(1, Fraction(0))
        for factor, entry in members:
            if entry.rule != "equal_arcs":
                continue
            equation, step = self._equal_arcs(circle, entry)
            parts.append((factor * self._ratio(dict(equation.terms), step), step))
            for key, c in equation.terms:
                terms[key] = terms.get(key, Fraction(0)) - factor * c
            constant -= factor * sum((c for _, c in equation.constants), Fraction(0))
        rest = Equation.of(Theory.DIRECTION, terms.items(), {1: constant})
        if rest.is_trivial:
            return parts
        centres = {e.points[0] for _, e in members if e.rule == "radial"} & rest.points()
        on = sorted(rest.points() - centres)
        claim_ = self._circle_claim(circle, on, next(iter(centres), None), time)
        step = self.add(rest, "inscribed", max(e.time for _, e in members) + 1, uses=(self.explain(claim_, time),))
        parts.append((self._ratio(dict(rest.terms), step), step))
        return parts

    def _equal_arcs(self, circle: str, entry: EquationEntry) -> tuple[Equation, str]:
        """Equal chords xy, zw are seen under equal angles: from a point s the one, from t the other."""
        x, y, z, w = entry.points
        claim_ = self._circle_claim(circle, list(dict.fromkeys(entry.points)), None, entry.time)
        on = claim_.points if claim_.predicate is CYCLIC else claim_.points[1:]
        s = next((p for p in on if p not in (x, y, z, w)), next(p for p in on if p not in (x, y)))
        t = s if s not in (z, w) else next(p for p in on if p not in (z, w))
        equation = self.lifter.lift(
            Equation.of(
                Theory.DIRECTION,
                [(segment(x, s), 1), (segment(y, s), -1), (segment(z, t), -1), (segment(w, t), 1)],
            )
        )
        uses = (self.explain(claim_, entry.time), self.explain(entry.premises[0], entry.time))
        return equation, self.add(equation, "equal_arcs", entry.time + 1, (x, y, z, w), uses)
