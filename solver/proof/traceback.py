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
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import inf
from time import monotonic

from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal, OverlapEntry
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded, PorismError
from solver.knowledge.theorem import Theorem
from solver.proof.circles import covering_entries
from solver.proof.explain import Rows
from solver.proof.steps import Step, needed_for, same_claim_key
from solver.statements.equation import Equation, Quantity, Theory, linear_combination, segment
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, SIMTRI, SIMTRIR, Claim, Statement

#: Rules whose rows have arc variables.
_ARC_RULES = ("inscribed", "radial", "equal_arcs")

#: The cost in an explanation of what the proof has anyway.
AT_HAND = 0.3

#: How many of an entry's points belong to the certificate's rule, where the journal has more.
_POINTS_OF_RULE = {"radii": 3, "equal_chords": 4, "transfer": 0, "substitute": 2}


class Unexplained(PorismError):
    """The exact traceback can't follow the closure: a coincidence modulo the core's prime, or a defect."""


@dataclass(frozen=True)
class Guide:
    """What a traceback should prefer.

    used: times of entries that the proof has anyway, cheap. banned: those that it must do without.
    chosen: explanations to keep, by equation and time, where they rest on nothing banned: factor by number of the entry
    among those of its theory.
    """

    used: frozenset[int] = frozenset()
    banned: frozenset[int] = frozenset()
    chosen: Mapping[tuple[Equation, int], Mapping[int, Fraction]] = field(default_factory=dict)

    def cost(self, entry: Entry, age: float) -> float:
        """Of an entry in an explanation: later conclusions rest on more. age: from 0, the first entry, to 1."""
        if entry.time in self.banned:
            return inf
        if entry.time in self.used:
            return AT_HAND
        if entry.rule in ("premise", "meaning"):
            return 1.0
        if entry.rule in ("inscribed", "radial"):
            return 0.7 + 2 * age
        return 1.5 + 6 * age


@dataclass(frozen=True)
class Trace:
    """Steps in order, premises among them; the last one is the goal.

    entries: the times of the conclusions used, each with its step. chosen: how each equation was explained.
    """

    steps: tuple[Step, ...]
    entries: Mapping[int, str]
    chosen: Mapping[tuple[Equation, int], Mapping[int, Fraction]]


class Evidence:
    """A journal made ready for many tracebacks. work: how much was done so far, in explanations taken over; a
    linear program counts for four."""

    def __init__(self, diagram: Diagram, journal: Journal) -> None:
        self.lifter = Lifter(diagram)
        entries = journal.entries
        self.end = len(entries)
        self.circles = [e for e in entries if isinstance(e, CircleEntry)]
        self.overlaps = {frozenset(e.claim.points): e for e in entries if isinstance(e, OverlapEntry)}
        equations = [e for e in entries if isinstance(e, EquationEntry)]
        self.equations = {t: [e for e in equations if e.theory is t] for t in Theory}
        self.rows = {t: Rows([dict(_row_of(e)) for e in some]) for t, some in self.equations.items()}
        self.places = self.lifter.places()
        self.work = 0


def trace(evidence: Evidence, goal: Statement, guide: Guide | None = None, deadline: float | None = None) -> Trace:
    """The steps that lead to an entailed goal; deadline on time.monotonic(). Raises Unexplained, DeadlineExceeded."""
    tracer = _Tracer(evidence, guide or Guide(), deadline)
    last = tracer.explain_goal(goal)
    steps = needed_for(tracer.steps, last)
    ids = {s.id for s in steps}
    return Trace(tuple(steps), {t: i for t, i in tracer.of_entry.items() if i in ids}, tracer.chosen)


def trace_all(diagram: Diagram, journal: Journal, claims: Sequence[Claim]) -> tuple[Step, ...]:
    """The steps that lead to claims which the journal entails, each a predicate or an equation. Raises Unexplained."""
    tracer = _Tracer(Evidence(diagram, journal), Guide(), None)
    wanted: dict[str, Step] = {}
    for claim in claims:
        if isinstance(claim, Equation):
            last = tracer.explain(tracer.lifter.lift(claim), tracer.evidence.end)
        else:
            last = tracer.explain_goal(claim)
        wanted |= {s.id: s for s in needed_for(tracer.steps, last)}
    return tuple(s for s in tracer.steps if s.id in wanted)


def is_past(deadline: float | None) -> bool:
    """Whether a time on time.monotonic() is over; None never is."""
    return deadline is not None and monotonic() > deadline


def _row(equation: Equation) -> dict[Hashable, Fraction]:
    row: dict[Hashable, Fraction] = dict(equation.terms)
    row.update({("constant", base): c for base, c in equation.constants})
    return row


def _row_of(entry: EquationEntry) -> Iterator[tuple[Hashable, Fraction]]:
    yield from entry.row.items()
    yield from ((("constant", base), c) for base, c in entry.constants.items())


class _Tracer:
    """The steps found so far and what they claim; one for each traceback."""

    def __init__(self, evidence: Evidence, guide: Guide, deadline: float | None) -> None:
        self.evidence = evidence
        self.lifter = evidence.lifter
        self.guide = guide
        self.deadline = deadline
        self.steps: list[Step] = []
        self.of_entry: dict[int, str] = {}
        self.chosen: dict[tuple[Equation, int], Mapping[int, Fraction]] = {}
        self._of_claim: dict[Hashable, str] = {}

    # -- steps ------------------------------------------------------------------------------------------------------

    def _key(self, claim: Claim) -> Hashable:
        """As `same_claim_key`; a predicate that is one equation counts as that equation."""
        if isinstance(claim, Statement) and claim.predicate not in (CYCLIC, CIRCLE, OVERLAP):
            equations = claim.equations()
            if len(equations) == 1:
                return same_claim_key(self.lifter.lift(equations[0]))
        return same_claim_key(claim)

    def add(
        self,
        claim: Claim,
        rule: str,
        points: tuple[str, ...] = (),
        uses: tuple[str, ...] = (),
        coefficients: tuple[Fraction, ...] = (),
        theorem: Theorem | None = None,
    ) -> str:
        """A new step, unless the claim was proved before."""
        known = self._of_claim.get(self._key(claim))
        if known is not None:
            return known
        return self._append(Step(f"n{len(self.steps)}", claim, rule, points, uses, coefficients, theorem=theorem))

    def _append(self, step: Step) -> str:
        self.steps.append(step)
        self._of_claim[self._key(step.claim)] = step.id
        return step.id

    def claim_of(self, step: str) -> Claim:
        return self.steps[int(step[1:])].claim

    def explain_goal(self, goal: Statement) -> str:
        if goal.predicate is CYCLIC:
            return self._explain_circle(goal, self.evidence.end, is_exact=True)
        if goal.predicate is OVERLAP:
            return self.explain(goal, self.evidence.end)
        if goal.predicate is COLL:
            goal = self._as_explained_best(goal)
        parts = tuple(self.explain(self.lifter.lift(e), self.evidence.end) for e in goal.equations())
        if len(parts) == 1 and self.claim_of(parts[0]) == goal:
            return parts[0]
        # Not `add`: what is known may say the same in other words, and the last step says exactly the goal.
        uses = tuple(dict.fromkeys(parts))
        return self._append(Step(f"n{len(self.steps)}", goal, "meaning", uses=uses))

    def _as_explained_best(self, goal: Statement) -> Statement:
        """Collinear points with that one first from which the others are seen in one direction at the least cost."""

        entries = self.evidence.equations[Theory.DIRECTION]

        def cost(statement: Statement) -> float:
            try:
                found = [self._combination(self.lifter.lift(e), self.evidence.end) for e in statement.equations()]
            except Unexplained:
                return inf
            return sum(self._cost(entries[i]) * float(abs(c)) for some in found for i, c in some.items())

        firsts = [Statement(COLL, (p, *(q for q in goal.points if q != p))) for p in goal.points]
        return min((s for s in firsts if len(s.equations()) == len(goal.points) - 2), key=cost, default=goal)

    def explain(self, claim: Claim, time: int) -> str:
        """The step that proves a claim which was entailed before `time`. Raises Unexplained."""
        known = self._of_claim.get(self._key(claim))
        if known is not None:
            return known
        if isinstance(claim, Equation):
            return self._explain_equation(claim, time)
        if claim.predicate in (CYCLIC, CIRCLE):
            return self._explain_circle(claim, time)
        if claim.predicate is OVERLAP:
            entry = self.evidence.overlaps.get(frozenset(claim.points))
            if entry is None or entry.time >= time:
                raise Unexplained(f"{claim} can't be explained")
            return self._explain_entry(entry)
        return self.add(claim, "premise")

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
            return self.add(claim, "premise")
        if entry.rule == "meaning":
            return self.add(claim, "meaning", uses=(self.add(entry.premises[0], "premise"),))
        premises = [p for p in entry.premises if not (isinstance(p, Equation) and p.is_trivial)]
        uses = tuple(dict.fromkeys(self.explain(p, entry.time) for p in premises))
        if entry.rule.startswith("similar"):
            a, b, c, x, y, z = entry.points
            same = self.lifter.orientation(a, b, c) == self.lifter.orientation(x, y, z)
            similar = Statement(SIMTRI if same else SIMTRIR, entry.points)
            triangles = self.add(similar, entry.rule, entry.points, uses)
            return self.add(claim, "meaning", uses=(triangles,))
        points = entry.points[: _POINTS_OF_RULE.get(entry.rule, len(entry.points))]
        if entry.rule == "centre" and isinstance(claim, Statement) and len(claim.points) > 4:
            points = points[:1]
        theorem = None if isinstance(entry, OverlapEntry) else entry.theorem
        return self.add(claim, entry.rule, points, uses, theorem=theorem)

    # -- circles ----------------------------------------------------------------------------------------------------

    def _explain_circle(self, claim: Statement, time: int, is_exact: bool = False) -> str:
        """A circle through the claim's points; for those alone if exact."""
        centre = claim.points[0] if claim.predicate is CIRCLE else None
        on = set(claim.points if centre is None else claim.points[1:])
        known = [e for e in self.evidence.circles if e.time < time]
        joined = covering_entries(known, on, centre, self._cost, self.evidence.places)
        if joined is None:
            raise Unexplained(f"{claim} can't be explained")
        parts = tuple(self._explain_entry(entry) for entry in joined)
        if len(parts) == 1 and (not is_exact or self._key(self.claim_of(parts[0])) == self._key(claim)):
            return parts[0]
        return self.add(claim, "concyclic_merge", uses=parts)

    def _circle_claim(self, circle: str, on: list[str], centre: str | None, time: int) -> Statement:
        """`cyclic on` or `circle centre on`, with further points of the circle where on has too few."""
        least = 3 if centre else 4
        if len(on) < least:
            on += [p for p in self._known_points(circle, time) if p not in on][: least - len(on)]
        if len(on) >= least:
            return Statement(CIRCLE, (centre, *on)) if centre else Statement(CYCLIC, tuple(on))
        # A circle of three points is a matter of its centre.
        about = next(
            (e.claim.points[0] for e in self.evidence.circles
             if e.time < time and e.claim.predicate is CIRCLE and set(on) <= set(e.claim.points[1:])), None,
        )  # fmt: skip
        if about is None:
            raise Unexplained(f"no circle through {' '.join(on)} is known")
        return Statement(CIRCLE, (about, *on))

    # -- equations --------------------------------------------------------------------------------------------------

    def _explain_equation(self, equation: Equation, time: int) -> str:
        if is_past(self.deadline):
            raise DeadlineExceeded("timeout: the time limit ran out while the proof was being written")
        entries = self.evidence.equations[equation.theory]
        found = self._combination(equation, time)
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
        if len(parts) == 1 and self._key(self.claim_of(parts[0][1])) == self._key(equation):
            return parts[0][1]
        total: dict[str, Fraction] = {}
        for factor, step in parts:
            total[step] = total.get(step, Fraction(0)) + factor
        total = {step: factor for step, factor in total.items() if factor}
        return self.add(equation, "linear", uses=tuple(total), coefficients=tuple(total.values()))

    def _combination(self, equation: Equation, time: int) -> dict[int, Fraction]:
        """Factor by number of the entry. Raises Unexplained."""
        entries = self.evidence.equations[equation.theory]
        kept = self.guide.chosen.get((equation, time))
        if kept is None or any(not self._may_use(entries[i], time) for i in kept):
            costs = [self._cost(e) if self._may_use(e, time) else inf for e in entries]
            while costs and costs[-1] == inf:
                costs.pop()
            kept = self.evidence.rows[equation.theory].combine(costs, _row(equation))
            self.evidence.work += 3
        if kept is None:
            raise Unexplained(f"an equation of {equation.theory.value} can't be explained")
        self.evidence.work += 1
        self.chosen[equation, time] = kept
        return dict(kept)

    def _may_use(self, entry: Entry, time: int) -> bool:
        """Whether it stands before a time, or among the steps; unless it is to be avoided."""
        return entry.time in self.of_entry or (entry.time < time and entry.time not in self.guide.banned)

    def _cost(self, entry: Entry) -> float:
        return AT_HAND if entry.time in self.of_entry else self.guide.cost(entry, entry.time / self.evidence.end)

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
        centres = sorted({e.points[0] for _, e in members if e.rule == "radial"} & rest.points())
        for o in centres[1:]:
            rest, part = self._without_centre(circle, rest, o, time)
            parts.append(part)
        if rest.is_trivial:
            return parts
        centre = centres[0] if centres else None
        claim_ = self._circle_claim(circle, sorted(rest.points() - {centre}), centre, time)
        step = self.add(rest, "inscribed", uses=(self.explain(claim_, time),))
        parts.append((self._ratio(dict(rest.terms), step), step))
        return parts

    def _without_centre(self, circle: str, rest: Equation, o: str, time: int) -> tuple[Equation, tuple[Fraction, str]]:
        """What remains without the directions from o, one of several points that are the centre, and the step for those.

        A step knows a circle by one centre. d(ox) is half a turn from the tangent, whose direction the chords give.
        """
        known = self._known_points(circle, time)
        own: list[tuple[Fraction | int, Equation]] = []
        for q, c in rest.terms:
            if o in q:
                x = q[0] if q[1] == o else q[1]
                y, z = next(pair for pair in combinations(known, 2) if self.lifter.are_apart((x, *pair)))
                terms = [(segment(o, x), 1), (segment(x, y), -1), (segment(x, z), -1), (segment(y, z), 1)]
                own.append((c, self.lifter.lift(Equation.of(Theory.DIRECTION, terms))))
        equation = linear_combination(own, Theory.DIRECTION)
        claim_ = self._circle_claim(circle, sorted(equation.points() - {o}), o, time)
        step = self.add(equation, "inscribed", uses=(self.explain(claim_, time),))
        remaining = linear_combination(((1, rest), (-1, equation)), Theory.DIRECTION)
        return remaining, (self._ratio(dict(equation.terms), step), step)

    def _known_points(self, circle: str, time: int) -> list[str]:
        """Points known to be on a circle by a time."""
        entries = self.evidence.equations[Theory.DIRECTION]
        of_circle = [e for e in entries if e.circle == circle and e.rule == "inscribed" and e.time < time]
        return list(dict.fromkeys(p for e in of_circle for p in e.points))

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
        return equation, self.add(equation, "equal_arcs", (x, y, z, w), uses)
