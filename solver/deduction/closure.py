"""The Python face of the core: closes a problem's premises over its diagrams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import partial
from math import dist
from typing import NamedTuple

import numpy as np

from solver import _core
from solver._core import Assumed, Core, EntryKind, Node, VariableKind
from solver.deduction.decode import CORE_RULES, CoreRule, Decoder, sine_law_points, theory_of
from solver.deduction.journal import CircleEntry, Entry, EquationEntry, Journal, OverlapEntry
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.knowledge.compile import compile_library
from solver.knowledge.pattern import equations_of
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.statements.equation import Equation, Quantity, Theory, ratio, segment, sine
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Claim, Statement
from solver.statements.rules import CenterLocus, CommonLocus

#: The points of a quantity, or the base of a constant, and its coefficient as a fraction.
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
        self.core.assume(*_encoded(equation, index), premise=len(self.problem.premises), part=0)
        self.outcome = _run(self.core, None)

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
            assumed = core.assume_cyclic([index[p] for p in premise.points], premise=number)
            if assumed is Assumed.REFUSED:
                ignored.append(premise)
            continue
        if premise.predicate is OVERLAP:
            core.assume_overlap(*(index[p] for p in premise.points), premise=number)
            continue
        for part, equation in enumerate(_spread(premise, at).equations()):
            if (
                not _has_extent(equation, at)
                or core.assume(*_encoded(equation, index), premise=number, part=part) is Assumed.REFUSED
            ):
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
    outcome = Outcome.PROVED if says_nothing else _run(core, timeout)
    return Closure(problem, reference, outcome, core, tuple(dict.fromkeys(ignored)), theorems)


def _run(core: Core, seconds: float | None) -> Outcome:
    """seconds: None: as long as it takes."""
    return Outcome[core.run(-1.0 if seconds is None else seconds).name]


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


def _encoded(equation: Equation, index: dict[str, int]) -> tuple[_core.Theory, _Terms, _Constants]:
    terms = [([index[p] for p in q], c.numerator, c.denominator) for q, c in equation.terms]
    constants = [(base, c.numerator, c.denominator) for base, c in equation.constants]
    return CORE_THEORY[equation.theory], terms, constants


#: The core's name for each theory.
CORE_THEORY = {theory: _core.Theory[theory.name] for theory in Theory}


class _Logged(NamedTuple):
    """An entry of the core's journal: the fields of `_core.ENTRY`.

    circle: the tag of a known circle, for rules with arcs; the number of the circle's place, for entries of circles.
    """

    kind: int
    rule: int
    theory: int
    circle: int
    terms: int
    term_count: int
    arguments: int
    argument_count: int


def _read_journal(problem: Problem, diagram: Diagram, core: Core, theorems: tuple[Theorem, ...]) -> Journal:
    logged, terms, arguments = core.journal()
    reader = _Reader(problem, diagram, core, theorems, terms.tolist(), arguments.ravel().tolist())
    entries = (_Logged._make(entry) for entry in logged.tolist())
    return Journal(tuple(reader.entry(time, entry) for time, entry in enumerate(entries)))


class _Reader:
    """Gives names to a journal's entries."""

    def __init__(
        self,
        problem: Problem,
        diagram: Diagram,
        core: Core,
        theorems: tuple[Theorem, ...],
        terms: list[_Term],
        arguments: list[int],
    ) -> None:
        self.problem = problem
        self.theorems = theorems
        self.decoder = Decoder(diagram.points, Lifter(diagram))
        self.variables = _Variables(core, diagram.points)
        self._terms = terms
        self._arguments = arguments

    def entry(self, time: int, logged: _Logged) -> Entry:
        kind, number, of_theory, circle, term, term_count, argument, argument_count = logged
        rule, theory = CORE_RULES[number], theory_of(of_theory)
        terms = self._terms[term : term + term_count]
        arguments = self._arguments[argument : argument + argument_count]
        if rule.name == "theorem":
            said = self.variables.row(theory, terms)
            which, *points = arguments
            return _theorem_entry(time, self.decoder, self.theorems[which], theory, said, circle, points)
        if kind == _CIRCLE:
            return _circle_entry(time, self.problem, self.decoder, rule, circle, arguments)
        if kind == _OVERLAP:
            return _overlap_entry(time, self.problem, self.decoder, rule, arguments)
        row, constants = self.variables.row(theory, terms)
        return _equation_entry(time, self.problem, self.decoder, rule, theory, row, constants, arguments, circle)


_CIRCLE, _OVERLAP = (list(EntryKind).index(kind) for kind in (EntryKind.CIRCLE, EntryKind.OVERLAP))
#: Variable, numerator and denominator of its coefficient: the fields of `_core.TERM`.
_Term = tuple[int, int, int]


class _Variables:
    """What the variables of the core's theories stand for, each asked once."""

    def __init__(self, core: Core, names: tuple[str, ...]) -> None:
        self._core = core
        self._names = names
        self._known: dict[Theory, dict[int, Quantity | int]] = {theory: {} for theory in Theory}

    def row(self, theory: Theory, terms: Sequence[_Term]) -> tuple[dict[Quantity, Fraction], dict[int, Fraction]]:
        """Coefficients by quantity and by base of a constant."""
        known = self._known[theory]
        row: dict[Quantity, Fraction] = {}
        constants: dict[int, Fraction] = {}
        for variable, numerator, denominator in terms:
            coefficient = ratio(numerator, denominator)
            key = known.get(variable)
            if key is None:
                key = known[variable] = self._meaning(theory, variable)
            if isinstance(key, int):
                constants[key] = constants[key] + coefficient if key in constants else coefficient
            else:
                row[key] = row[key] + coefficient if key in row else coefficient
        return {k: c for k, c in row.items() if c}, {b: c for b, c in constants.items() if c}

    def _meaning(self, theory: Theory, variable: int) -> Quantity | int:
        """A quantity, or the base of a constant."""
        found = self._core.variable(CORE_THEORY[theory], variable)
        kind, names = found.kind, [self._names[p] for p in found.points]
        if kind is _PAIR:
            return segment(names[0], names[1])
        if kind is _CONSTANT:
            return found.base
        return (f"°{found.base}", names[0]) if kind is _ARC else sine(names[0], names[1], names[2])


#: Looked up once: most variables of a journal are asked for.
_PAIR, _CONSTANT, _ARC = VariableKind.PAIR, VariableKind.CONSTANT, VariableKind.ARC


def _equation_entry(
    time: int,
    problem: Problem,
    decoder: Decoder,
    rule: CoreRule,
    theory: Theory,
    row: dict[Quantity, Fraction],
    constants: dict[int, Fraction],
    arguments: Sequence[int],
    circle: int,
) -> EquationEntry:
    if rule.name == "premise":
        statement = problem.premises[arguments[0]]
        equation = Equation.of(theory, row.items(), constants)
        meant = statement.equations()
        if len(meant) == 1 and meant[0].terms == equation.terms:
            return EquationEntry(time, theory, row, constants, "premise", (), tuple, stated=statement)
        return EquationEntry(time, theory, row, constants, "meaning", (), lambda: (statement,))
    count = rule.count
    points = tuple(decoder.names[i] for i in arguments[:count])
    concluded_from = partial(decoder.premises, rule, points, tuple(arguments[len(points) :]))
    named = sine_law_points(points) if rule.name == "sine_law" else points
    tag = f"°{circle}" if rule.has_arcs else ""
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
    time: int, problem: Problem, decoder: Decoder, rule: CoreRule, place: int, arguments: Sequence[int]
) -> CircleEntry:
    if rule.name == "premise":
        statement = problem.premises[arguments[0]]
        return CircleEntry(time, place, "premise", (), (), statement)
    if rule.name == "centre":
        return _center_entry(time, place, decoder, arguments)
    points = tuple(decoder.names[i] for i in arguments)
    if rule.name == "substitute_circle":
        x, y, *rest = points
        before = Statement(CYCLIC, (x, *(p for p in rest if p != y)))
        return CircleEntry(
            time, place, "substitute", (x, y), (Statement(OVERLAP, (x, y)), before), Statement(CYCLIC, tuple(rest))
        )
    predicate = CIRCLE if rule.name == "concyclic_radii" else CYCLIC
    return CircleEntry(time, place, rule.name, points, rule.premises(decoder, points, ()), Statement(predicate, points))


#: Ends the loci of a center in the journal.
_END = -1


def _center_entry(time: int, place: int, decoder: Decoder, arguments: Sequence[int]) -> CircleEntry:
    """o, two loci with their points, the end, points of the circle."""
    names = decoder.names
    o = names[arguments[0]]
    premises: list[Claim] = []
    at = 1
    while arguments[at] != _END:
        if CenterLocus(arguments[at]) is CenterLocus.BISECTOR:
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


#: How many points describe a locus that two points share.
_LOCUS_POINTS = {
    CommonLocus.LINE: 1,
    CommonLocus.CIRCLE: 1,
    CommonLocus.CIRCUMCIRCLE: 3,
    CommonLocus.EQUAL_ANGLES: 2,
    CommonLocus.EQUAL_RATIOS: 2,
}


def _overlap_entry(
    time: int, problem: Problem, decoder: Decoder, rule: CoreRule, arguments: Sequence[int]
) -> OverlapEntry:
    if rule.name == "premise":
        return OverlapEntry(time, "premise", (), (), problem.premises[arguments[0]])
    points = tuple(decoder.names[i] for i in arguments[: rule.count])
    x, y, *_ = points
    rest = arguments[len(points) :]
    premises = _common_loci(decoder, x, y, rest) if rule.name == "coincide" else rule.premises(decoder, points, rest)
    return OverlapEntry(time, rule.name, points, premises, Statement(OVERLAP, (x, y)))


def _common_loci(decoder: Decoder, x: str, y: str, rest: Sequence[int]) -> tuple[Claim, ...]:
    """That x and y are on the same loci, each of which stands in `rest` with its points."""
    premises: list[Claim] = []
    at = 0
    while at < len(rest):
        kind = CommonLocus(rest[at])
        count = _LOCUS_POINTS[kind]
        a, b, c, *_ = (*(decoder.names[i] for i in rest[at + 1 : at + 1 + count]), "", "")
        match kind:
            case CommonLocus.LINE:
                premises.append(decoder.directions((1, a, x), (-1, a, y)))
            case CommonLocus.CIRCLE:
                premises.append(decoder.logs((1, a, x), (-1, a, y)))
            case CommonLocus.CIRCUMCIRCLE:
                premises.append(Statement(CYCLIC, (a, b, c, x)))
                premises.append(Statement(CYCLIC, (a, b, c, y)))
            case CommonLocus.EQUAL_ANGLES:
                premises.append(decoder.directions((1, a, x), (-1, b, x), (-1, a, y), (1, b, y)))
            case CommonLocus.EQUAL_RATIOS:
                premises.append(decoder.logs((1, a, x), (-1, b, x), (-1, a, y), (1, b, y)))
        at += 1 + count
    return tuple(premises)
