"""A journal made ready for many tracebacks: what doesn't change from one to the next is found out once.

A traceback chooses how each question (a claim, entailed before some time) is answered: by entries of a theory that add
up to it, or by circles that are one. What such an answer consists of depends on nothing else, so it is kept: the
conclusions that it takes and, circle by circle, the equations that its arcs come to (`Piece`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal, OverlapEntry
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.errors import PorismError
from solver.proof.circles import covering_entries, possible_entries
from solver.proof.explain import Factors, Row, Rows, row_of
from solver.proof.steps import same_claim_key
from solver.statements.equation import Equation, Quantity, Theory, linear_combination, ratio, segment
from solver.statements.lines import collinear_points
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP, SIMTRI, SIMTRIR, Claim, Statement
from solver.statements.rules import RULES

#: What an entry costs that a reader hardly notices.
LIGHT = 0.3
#: Rules whose rows have arc variables.
_ARC_RULES = tuple(rule.name for rule in RULES if rule.logged is not None and rule.logged.has_arcs)


class Unexplained(PorismError):
    """The exact traceback can't follow the closure: a coincidence modulo the core's prime, or a defect."""


@dataclass(frozen=True, eq=False)
class Question:
    """A claim to be explained; one object for each claim of a journal.

    number: equal for claims that say the same. is_line: whether it says that points are collinear.
    """

    claim: Claim
    number: int
    is_line: bool


@dataclass(frozen=True)
class Asked:
    """A question and the time before which it is entailed."""

    question: Question
    time: int


@dataclass(frozen=True)
class Piece:
    """What a combination takes from one circle: factor · terms, the equation of one step by a rule from other claims."""

    factor: Fraction
    terms: Mapping[Quantity, Fraction]
    said: Question
    rule: str
    points: tuple[str, ...]
    rests_on: tuple[Asked, ...]


@dataclass(frozen=True, eq=False)
class Answer:
    """An equation as a combination. factors: by the number of the entry in its theory; entries: those without arcs."""

    factors: Mapping[int, Fraction]
    entries: tuple[tuple[Fraction, EquationEntry], ...]
    pieces: tuple[Piece, ...]
    used: tuple[EquationEntry, ...]


class Questions:
    """The questions about one diagram, one for each claim; they may be shared by journals of the same closure."""

    def __init__(self, diagram: Diagram) -> None:
        self.lifter = Lifter(diagram)
        self.places = self.lifter.places()
        self._numbers: dict[Hashable, int] = {}
        self._known: dict[Claim, Question] = {}

    def of(self, claim: Claim) -> Question:
        known = self._known.get(claim)
        if known is None:
            number = self._numbers.setdefault(self._key(claim), len(self._numbers))
            known = self._known[claim] = Question(claim, number, collinear_points(claim) is not None)
        return known

    def _key(self, claim: Claim) -> Hashable:
        """As `same_claim_key`; a predicate that is one equation counts as that equation."""
        if isinstance(claim, Statement) and claim.predicate not in (CYCLIC, CIRCLE, OVERLAP):
            equations = claim.equations()
            if len(equations) == 1:
                return same_claim_key(self.lifter.lift(equations[0]))
        return same_claim_key(claim)


class Evidence:
    """work: how much was done so far, in explanations taken over; a linear program counts for four."""

    def __init__(
        self,
        diagram: Diagram,
        journal: Journal,
        light: frozenset[int] = frozenset(),
        questions: Questions | None = None,
    ) -> None:
        """light: the times of entries that a reader hardly notices. questions: those of another journal, to be shared."""
        self._light = light
        self.questions = Questions(diagram) if questions is None else questions
        self.question = self.questions.of
        self.lifter, self.places = self.questions.lifter, self.questions.places
        entries = journal.entries
        self.end = len(entries)
        self.circles = [e for e in entries if isinstance(e, CircleEntry)]
        self.overlaps = {frozenset(e.claim.points): e for e in entries if isinstance(e, OverlapEntry)}
        equations = [e for e in entries if isinstance(e, EquationEntry)]
        self.equations = {t: [e for e in equations if e.theory is t] for t in Theory}
        self.work = 0
        self._times = {t: [e.time for e in some] for t, some in self.equations.items()}
        self._number_of = {t: {e.time: i for i, e in enumerate(some)} for t, some in self.equations.items()}
        self._rows: dict[Theory, Rows] = {}
        self._targets: dict[Question, Row] = {}
        self._premises: dict[int, tuple[Question, ...]] = {}
        self._claims: dict[int, Question] = {}
        self._similar: dict[int, Question] = {}
        self._explained: dict[tuple[Question, int, bytes], Answer | None] = {}
        self._answers: dict[tuple[Question, int, Factors], Answer] = {}
        self._circles_through: dict[tuple[Question, int], list[CircleEntry]] = {}
        self._unions: dict[tuple[Question, int, tuple[float, ...]], list[CircleEntry] | None] = {}

    # -- questions --------------------------------------------------------------------------------------------------

    def premises(self, entry: Entry) -> tuple[Question, ...]:
        """What an entry was concluded from, without what says nothing."""
        found = self._premises.get(entry.time)
        if found is None:
            said = [p for p in entry.premises if not (isinstance(p, Equation) and p.is_trivial)]
            found = self._premises[entry.time] = tuple(self.question(p) for p in said)
        return found

    def claim(self, entry: Entry) -> Question:
        """What an entry without arcs says."""
        found = self._claims.get(entry.time)
        if found is None:
            assert entry.claim is not None
            found = self._claims[entry.time] = self.question(entry.claim)
        return found

    def similar(self, entry: Entry) -> Question:
        """The similarity from which an entry's equation follows."""
        found = self._similar.get(entry.time)
        if found is None:
            a, b, c, x, y, z = entry.points
            same = self.lifter.orientation(a, b, c) == self.lifter.orientation(x, y, z)
            found = self._similar[entry.time] = self.question(Statement(SIMTRI if same else SIMTRIR, entry.points))
        return found

    # -- theories ---------------------------------------------------------------------------------------------------

    def rows(self, theory: Theory) -> Rows:
        found = self._rows.get(theory)
        if found is None:
            found = self._rows[theory] = Rows([row_of(e.row, e.constants) for e in self.equations[theory]])
        return found

    def _target(self, question: Question) -> Row:
        found = self._targets.get(question)
        if found is None:
            assert isinstance(question.claim, Equation)
            found = self._targets[question] = row_of(dict(question.claim.terms), dict(question.claim.constants))
        return found

    def before(self, theory: Theory, time: int) -> int:
        """How many equations of a theory are concluded before a time."""
        return bisect_left(self._times[theory], time)

    def numbers(self, theory: Theory, times: Iterable[int]) -> list[int]:
        """The numbers of a theory's entries at these times."""
        known = self._number_of[theory]
        return [known[t] for t in times if t in known]

    def explained(self, question: Question, time: int, costs: NDArray[np.float64]) -> Answer:
        """The equation as a combination of entries of small total cost. Raises Unexplained."""
        assert isinstance(question.claim, Equation)
        self.work += 3
        key = (question, time, costs.tobytes())
        if key not in self._explained:
            factors = self.rows(question.claim.theory).combine(costs, self._target(question))
            self._explained[key] = None if factors is None else self.answer(question, time, factors)
        found = self._explained[key]
        if found is None:
            raise Unexplained(f"an equation of {question.claim.theory.value} can't be explained")
        return found

    @cached_property
    def base_costs(self) -> Mapping[Theory, NDArray[np.float64]]:
        """What each entry costs in an explanation if the proof doesn't have it: later conclusions rest on more."""
        return {t: np.array([self.cost(e) for e in some]) for t, some in self.equations.items()}

    def cost(self, entry: Entry) -> float:
        """What an entry costs in an explanation if the proof doesn't have it."""
        return LIGHT if entry.time in self._light else base_cost(entry, entry.time / self.end)

    def answer(self, question: Question, time: int, factors: Factors) -> Answer:
        """What a combination of entries consists of. Raises Unexplained."""
        assert isinstance(question.claim, Equation)
        key = (question, time, factors)
        found = self._answers.get(key)
        if found is None:
            entries = self.equations[question.claim.theory]
            of_circle: dict[str, list[tuple[Fraction, EquationEntry]]] = {}
            plain: list[tuple[Fraction, EquationEntry]] = []
            used = []
            of_number = {index: ratio(numerator, denominator) for index, numerator, denominator in factors}
            for index, factor in of_number.items():
                entry = entries[index]
                used.append(entry)
                if entry.rule in _ARC_RULES:
                    of_circle.setdefault(entry.circle, []).append((factor, entry))
                else:
                    plain.append((factor, entry))
            pieces = [p for circle, some in of_circle.items() for p in self._without_arcs(circle, some, time)]
            found = self._answers[key] = Answer(of_number, tuple(plain), tuple(pieces), tuple(used))
        return found

    # -- circles ----------------------------------------------------------------------------------------------------

    def circles_of(self, asked: Question, time: int, cost: Callable[[CircleEntry], float]) -> list[CircleEntry] | None:
        """Few and cheap circles known before a time that make up the circle asked for; None if they don't."""
        claim = asked.claim
        assert isinstance(claim, Statement)
        center = claim.points[0] if claim.predicate is CIRCLE else None
        on = set(claim.points if center is None else claim.points[1:])
        known = self._circles_through.get((asked, time))
        if known is None:
            before = [e for e in self.circles if e.time < time]
            known = self._circles_through[asked, time] = possible_entries(before, on, center, self.places)
        costs = tuple([cost(e) for e in known])
        if (asked, time, costs) not in self._unions:
            of_time = {e.time: c for e, c in zip(known, costs, strict=True)}
            found = covering_entries(known, on, center, lambda e: of_time[e.time], self.places)
            self._unions[asked, time, costs] = found
        return self._unions[asked, time, costs]

    def _without_arcs(self, circle: str, members: list[tuple[Fraction, EquationEntry]], time: int) -> Iterator[Piece]:
        """The rows of one circle, whose arcs cancel: equal arcs as equal inscribed angles, the rest as one equation."""
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
            equation, piece = self._equal_arcs(circle, factor, entry)
            yield piece
            for key, c in equation.terms:
                terms[key] = terms.get(key, Fraction(0)) - factor * c
            constant -= factor * sum((c for _, c in equation.constants), Fraction(0))
        rest = Equation.of(Theory.DIRECTION, terms.items(), {1: constant})
        if rest.is_trivial:
            return
        centers = sorted({e.points[0] for _, e in members if e.rule == "radial"} & rest.points())
        for o in centers[1:]:
            rest, piece = self._without_center(circle, rest, o, time)
            yield piece
        if not rest.is_trivial:
            center = centers[0] if centers else None
            yield self._inscribed(circle, rest, center, time)

    def _inscribed(self, circle: str, equation: Equation, center: str | None, time: int) -> Piece:
        claim = self._circle_claim(circle, sorted(equation.points() - {center}), center, time)
        return Piece(
            Fraction(1),
            dict(equation.terms),
            self.question(equation),
            "inscribed",
            (),
            (Asked(self.question(claim), time),),
        )

    def _without_center(self, circle: str, rest: Equation, o: str, time: int) -> tuple[Equation, Piece]:
        """What remains without the directions from o, one of several points that are the center, and the step for those.

        A step knows a circle by one center. d(ox) is half a turn from the tangent, whose direction the chords give.
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
        piece = self._inscribed(circle, equation, o, time)
        return linear_combination(((1, rest), (-1, equation)), Theory.DIRECTION), piece

    def _equal_arcs(self, circle: str, factor: Fraction, entry: EquationEntry) -> tuple[Equation, Piece]:
        """Equal chords xy, zw are seen under equal angles: from a point s the one, from t the other."""
        x, y, z, w = entry.points
        claim = self._circle_claim(circle, list(dict.fromkeys(entry.points)), None, entry.time)
        on = claim.points if claim.predicate is CYCLIC else claim.points[1:]
        s = next((p for p in on if p not in (x, y, z, w)), next(p for p in on if p not in (x, y)))
        t = s if s not in (z, w) else next(p for p in on if p not in (z, w))
        terms = [(segment(x, s), 1), (segment(y, s), -1), (segment(z, t), -1), (segment(w, t), 1)]
        equation = self.lifter.lift(Equation.of(Theory.DIRECTION, terms))
        rests_on = (Asked(self.question(claim), entry.time), Asked(self.premises(entry)[0], entry.time))
        said = self.question(equation)
        return equation, Piece(factor, dict(equation.terms), said, "equal_arcs", (x, y, z, w), rests_on)

    def _circle_claim(self, circle: str, on: list[str], center: str | None, time: int) -> Statement:
        """`cyclic on` or `circle center on`, with further points of the circle where on has too few."""
        least = 3 if center else 4
        if len(on) < least:
            on += [p for p in self._known_points(circle, time) if p not in on][: least - len(on)]
        if len(on) >= least:
            return Statement(CIRCLE, (center, *on)) if center else Statement(CYCLIC, tuple(on))
        # A circle of three points is a matter of its center.
        about = next(
            (e.claim.points[0] for e in self.circles
             if e.time < time and e.claim.predicate is CIRCLE and set(on) <= set(e.claim.points[1:])), None,
        )  # fmt: skip
        if about is None:
            raise Unexplained(f"no circle through {' '.join(on)} is known")
        return Statement(CIRCLE, (about, *on))

    def _known_points(self, circle: str, time: int) -> list[str]:
        """Points known to be on a circle by a time."""
        entries = self.equations[Theory.DIRECTION]
        of_circle = [e for e in entries if e.circle == circle and e.rule == "inscribed" and e.time < time]
        return list(dict.fromkeys(p for e in of_circle for p in e.points))


def is_past(deadline: float | None) -> bool:
    """Whether a time on time.monotonic() is over; None never is."""
    return deadline is not None and monotonic() > deadline


def base_cost(entry: Entry, age: float) -> float:
    """What an entry costs in an explanation; age: from 0, the first entry, to 1."""
    if entry.rule in ("premise", "meaning"):
        return 1.0
    if entry.rule in ("inscribed", "radial"):
        return 0.7 + 2 * age
    return 1.5 + 6 * age
