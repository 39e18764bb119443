"""The Python face of the core: closes a problem's premises over its diagrams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import partial
from math import dist

import numpy as np

from solver._core import Core, Node
from solver.deduction.decode import RULES, THEORIES, Decoder, sine_law_points
from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal, OverlapEntry
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.knowledge.compile import compile_library
from solver.knowledge.pattern import equations_of
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.statements.equation import Equation, Quantity, Theory, ratio, segment
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Claim, Statement

_Terms = list[tuple[list[int], int, int]]
_Constants = list[tuple[int, int, int]]


class Outcome(Enum):
    PROVED = "proved"
    SATURATED = "saturated"
    TIMEOUT = "timeout"


@dataclass
class Closure:
    """What the core concluded. `diagram` is the reference whose lifts the journal uses.

    ignored: premises that say nothing here: a circle of three different places, the direction of a segment of length 0.
    """

    problem: Problem
    diagram: Diagram
    outcome: Outcome
    core: Core = field(repr=False)
    ignored: tuple[Statement, ...] = ()
    theorems: tuple[Theorem, ...] = field(default=(), repr=False)

    @property
    def rounds(self) -> int:
        return int(self.core.statistics()["rounds"])

    def is_entailed(self, claim: Claim) -> bool:
        """Whether the statement (or lifted equation) follows from what is known."""
        index = {p: i for i, p in enumerate(self.diagram.points)}
        if isinstance(claim, Equation):
            return self.core.is_entailed(*_encoded(claim, index))
        if claim.predicate is CYCLIC:
            return self.core.are_concyclic([index[p] for p in claim.points])
        if claim.predicate is OVERLAP:
            return self.core.are_equal(*(index[p] for p in claim.points))
        equations = claim.equations()
        return bool(equations) and all(self.core.is_entailed(*_encoded(e, index)) for e in equations)

    def root(self, goal: Statement) -> Node:
        """The root of a search for auxiliary points. The segments that premises and goal name are its salient ones."""
        index = {p: i for i, p in enumerate(self.diagram.points)}
        named = {
            (index[q[0]], index[q[-1]])
            for statement in (*self.problem.premises, goal)
            for equation in statement.equations()
            for q, _ in equation.terms
        }
        return self.core.node(sorted(named))

    def assume(self, equation: Equation) -> None:
        """Assume an equation that is no predicate, and close again. Such a closure has no journal with names."""
        index = {p: i for i, p in enumerate(self.diagram.points)}
        self.core.assume(*_encoded(equation, index), len(self.problem.premises), 0)
        self.outcome = Outcome(self.core.run(-1.0))

    def journal(self) -> Journal:
        """The journal with names: see `solver.deduction.journal`."""
        return _read_journal(self.problem, self.diagram, self.core, self.theorems)


def close(
    problem: Problem,
    diagrams: Sequence[Diagram],
    *,
    goal: Statement | None = None,
    timeout: float | None = None,
    room: int = 0,
    theorems: tuple[Theorem, ...] = (),
) -> Closure:
    """Close the problem's premises; stop early once `goal` is entailed.

    diagrams: of the same configuration and in the same order of points; the first is the reference.
    timeout: seconds of the closure itself. room: how many auxiliary points a search may add to it (`Closure.root`).
    theorems: those to look for, beside the built-in inferences.
    """
    reference = diagrams[0]
    index = {p: i for i, p in enumerate(reference.points)}
    at = reference.as_dict()
    core = Core(np.ascontiguousarray([d.xy for d in diagrams], dtype=np.float64), room, compile_library(theorems))
    ignored: list[Statement] = []
    for number, premise in enumerate(problem.premises):
        if premise.predicate is CYCLIC:
            if core.assume_cyclic([index[p] for p in premise.points], number) < 0:
                ignored.append(premise)
            continue
        if premise.predicate is OVERLAP:
            core.assume_overlap(*(index[p] for p in premise.points))
            continue
        for part, equation in enumerate(_spread(premise, at).equations()):
            if not _has_extent(equation, at) or core.assume(*_encoded(equation, index), number, part) < 0:
                ignored.append(premise)
    if goal is not None:
        if goal.predicate is CYCLIC:
            core.add_goal_cyclic([index[p] for p in goal.points])
        elif goal.predicate is OVERLAP:
            core.add_goal_overlap(*(index[p] for p in goal.points))
        else:
            for equation in goal.equations():
                core.add_goal(*_encoded(equation, index))
    says_nothing = goal is not None and goal.predicate not in (CYCLIC, OVERLAP) and not goal.equations()
    outcome = Outcome.PROVED if says_nothing else Outcome(core.run(-1.0 if timeout is None else timeout))
    return Closure(problem, reference, outcome, core, tuple(dict.fromkeys(ignored)), theorems)


def _spread(statement: Statement, at: dict[str, tuple[float, float]]) -> Statement:
    """A collinearity with its points reordered so that the first is apart from all others, if one is."""
    if statement.predicate is not COLL:
        return statement

    def distance(p: str) -> float:
        """Rounded: of equal ones the last point's counts (an end of the segment, not its midpoint), not a rounding error."""
        return round(min(dist(at[p], at[q]) for q in statement.points if q != p), 9)

    first = max(reversed(statement.points), key=distance)
    return Statement(COLL, (first, *(p for p in statement.points if p != first)))


def _has_extent(equation: Equation, at: dict[str, tuple[float, float]]) -> bool:
    """Whether no segment of the equation has its ends at one place: such a premise says nothing of directions."""
    return all(dist(at[q[0]], at[q[-1]]) > 1e-9 for q, _ in equation.terms)


def _encoded(equation: Equation, index: dict[str, int]) -> tuple[int, _Terms, _Constants]:
    terms = [([index[p] for p in q], c.numerator, c.denominator) for q, c in equation.terms]
    constants = [(base, c.numerator, c.denominator) for base, c in equation.constants]
    return THEORIES.index(equation.theory), terms, constants


def _read_journal(problem: Problem, diagram: Diagram, core: Core, theorems: tuple[Theorem, ...]) -> Journal:
    names = diagram.points
    decoder = Decoder(names, Lifter(diagram))
    variables = _Variables(core, names)
    entries: list[Entry] = []
    for time, (kind, rule_number, theory_number, circle, arguments, terms) in enumerate(core.journal()):
        if RULES[rule_number].name == "theorem":
            theory = THEORIES[theory_number]
            said = variables.row(theory_number, terms)
            entries.append(_theorem_entry(time, decoder, theorems[arguments[0]], theory, said, circle, arguments[1:]))
        elif kind == 1:
            entries.append(_circle_entry(time, problem, decoder, rule_number, circle, arguments))
        elif kind == 2:
            entries.append(_overlap_entry(time, decoder, arguments))
        else:
            theory = THEORIES[theory_number]
            row, constants = variables.row(theory_number, terms)
            entries.append(
                _equation_entry(time, problem, decoder, rule_number, theory, row, constants, arguments, circle)
            )
    return Journal(tuple(entries))


class _Variables:
    """What the variables of the core's theories stand for, each asked once."""

    def __init__(self, core: Core, names: tuple[str, ...]) -> None:
        self._core = core
        self._names = names
        self._known: dict[tuple[int, int], Quantity | int] = {}

    def row(
        self, theory: int, terms: Sequence[tuple[int, int, int]]
    ) -> tuple[dict[Quantity, Fraction], dict[int, Fraction]]:
        """Coefficients by quantity and by base of a constant."""
        row: dict[Quantity, Fraction] = {}
        constants: dict[int, Fraction] = {}
        for variable, numerator, denominator in terms:
            coefficient = ratio(numerator, denominator)
            key = self._known.get((theory, variable))
            if key is None:
                key = self._known[theory, variable] = self._meaning(theory, variable)
            if isinstance(key, int):
                constants[key] = constants[key] + coefficient if key in constants else coefficient
            else:
                row[key] = row[key] + coefficient if key in row else coefficient
        return {k: c for k, c in row.items() if c}, {b: c for b, c in constants.items() if c}

    def _meaning(self, theory: int, variable: int) -> Quantity | int:
        """A quantity, or the base of a constant."""
        kind, base, points = self._core.variable(theory, variable)
        if kind == 1:
            return int(base)
        if kind == 2:
            return (f"°{base}", self._names[points[0]])
        if kind == 3:
            a, v, b = (self._names[p] for p in points)
            return (a, v, b) if a < b else (b, v, a)
        return segment(self._names[points[0]], self._names[points[1]])


def _equation_entry(
    time: int,
    problem: Problem,
    decoder: Decoder,
    rule_number: int,
    theory: Theory,
    row: dict[Quantity, Fraction],
    constants: dict[int, Fraction],
    arguments: Sequence[int],
    circle: int,
) -> EquationEntry:
    rule = RULES[rule_number]
    if rule.name == "premise":
        statement = problem.premises[arguments[0]]
        equation = Equation.of(theory, row.items(), constants)
        meant = statement.equations()
        if len(meant) == 1 and meant[0].terms == equation.terms:
            return EquationEntry(time, theory, row, constants, "premise", (), tuple, stated=statement)
        return EquationEntry(time, theory, row, constants, "meaning", (), lambda: (statement,))
    count = len(arguments) if rule.points is None else rule.points
    points = tuple(decoder.names[i] for i in arguments[:count])
    concluded_from = partial(rule.premises, decoder, points, arguments[count:])
    named = sine_law_points(points) if rule.name == "sine_law" else points
    tag = f"°{circle}" if rule.arcs else ""
    return EquationEntry(time, theory, row, constants, rule.name, named, concluded_from, tag)


def _theorem_entry(
    time: int,
    decoder: Decoder,
    theorem: Theorem,
    theory: Theory,
    row: tuple[dict[Quantity, Fraction], dict[int, Fraction]],
    place: int,
    arguments: Sequence[int],
) -> EquationEntry | CircleEntry:
    """The theorem's points; then those of a circle, where it concludes that they are concyclic."""
    count = len(theorem.statement.points)
    points = tuple(decoder.names[i] for i in arguments[:count])

    def premises() -> tuple[Claim, ...]:
        said = equations_of(theorem.statement.at(points).premises)
        return tuple(decoder.lifter.lift(p) if isinstance(p, Equation) else p for p in said)

    if len(arguments) > count:
        on = Statement(CYCLIC, tuple(decoder.names[i] for i in arguments[count:]))
        return CircleEntry(time, place, "theorem", points, premises(), on, theorem)
    return EquationEntry(time, theory, *row, "theorem", points, premises, theorem=theorem)


def _circle_entry(
    time: int, problem: Problem, decoder: Decoder, rule_number: int, place: int, arguments: Sequence[int]
) -> CircleEntry:
    rule = RULES[rule_number]
    if rule.name == "premise":
        statement = problem.premises[arguments[0]]
        return CircleEntry(time, place, "premise", (), (), statement)
    if rule.name == "centre":
        return _center_entry(time, place, decoder, arguments)
    points = tuple(decoder.names[i] for i in arguments)
    if rule.name == "substitute":
        x, y, *rest = points
        before = Statement(CYCLIC, (x, *(p for p in rest if p != y)))
        return CircleEntry(
            time, place, "substitute", (x, y), (Statement(OVERLAP, (x, y)), before), Statement(CYCLIC, tuple(rest))
        )
    predicate = CIRCLE if rule.name == "concyclic_radii" else CYCLIC
    return CircleEntry(time, place, rule.name, points, rule.premises(decoder, points, ()), Statement(predicate, points))


def _center_entry(time: int, place: int, decoder: Decoder, arguments: Sequence[int]) -> CircleEntry:
    """o, two loci (0 x y: |ox| = |oy|; 1 x y z: ox is a diameter), -1, points of the circle."""
    names = decoder.names
    o = names[arguments[0]]
    premises: list[Claim] = []
    at = 1
    while arguments[at] != -1:
        if arguments[at] == 0:
            x, y = (names[i] for i in arguments[at + 1 : at + 3])
            premises.append(decoder.logs((1, o, x), (-1, o, y)))
            at += 3
        else:
            x, y, z = (names[i] for i in arguments[at + 1 : at + 4])
            premises.append(decoder.directions((1, o, x), (-1, x, y), (-1, x, z), (1, y, z)))
            at += 4
    on = tuple(names[i] for i in arguments[at + 1 :])
    if len(on) > 3:
        premises.append(Statement(CYCLIC, on))
    return CircleEntry(time, place, "centre", (o, *on), tuple(premises), Statement(CIRCLE, (o, *on)))


#: Points that describe a locus, by its kind (see kCoincide in core/theories/state.hpp).
_LOCUS_POINTS = (1, 1, 3, 2, 2)


def _overlap_entry(time: int, decoder: Decoder, arguments: Sequence[int]) -> OverlapEntry:
    """x y, then loci with their points; none of them for a premise."""
    x, y = decoder.names[arguments[0]], decoder.names[arguments[1]]
    claim = Statement(OVERLAP, (x, y))
    if len(arguments) == 2:
        return OverlapEntry(time, "premise", (), (), claim)
    if arguments[2] == 5:
        a, b = decoder.names[arguments[3]], decoder.names[arguments[4]]
        touching: tuple[Claim, ...] = (
            decoder.logs((1, a, x), (-1, a, y)), decoder.logs((1, b, x), (-1, b, y)), decoder.directions((1, a, x), (-1, b, x)),
        )  # fmt: skip
        return OverlapEntry(time, "touch", (x, y, a, b), touching, claim)
    premises: list[Claim] = []
    at = 2
    while at < len(arguments):
        kind = arguments[at]
        a, b, c, *_ = (*(decoder.names[i] for i in arguments[at + 1 : at + 1 + _LOCUS_POINTS[kind]]), "", "")
        if kind == 0:
            premises.append(decoder.directions((1, a, x), (-1, a, y)))
        elif kind == 1:
            premises.append(decoder.logs((1, a, x), (-1, a, y)))
        elif kind == 2:
            premises.append(Statement(CYCLIC, (a, b, c, x)))
            premises.append(Statement(CYCLIC, (a, b, c, y)))
        elif kind == 3:
            premises.append(decoder.directions((1, a, x), (-1, b, x), (-1, a, y), (1, b, y)))
        else:
            premises.append(decoder.logs((1, a, x), (-1, b, x), (-1, a, y), (1, b, y)))
        at += 1 + _LOCUS_POINTS[kind]
    return OverlapEntry(time, "coincide", (x, y), tuple(premises), claim)
