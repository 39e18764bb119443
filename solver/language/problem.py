"""A parsed problem: what every input language produces and everything downstream reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from solver.errors import ParseError, Span
from solver.statements.conditions import Condition
from solver.statements.expression import Expression
from solver.statements.predicates import Statement

if TYPE_CHECKING:
    from numpy.random import Generator

    from solver.language.constructions import Construction
    from solver.plane.loci import Locus


@dataclass(frozen=True)
class Call:
    """One construction applied: `on_line x a b`; `arguments` are the known points, the new ones stand in the clause."""

    construction: Construction
    arguments: tuple[str, ...]
    constants: tuple[Fraction, ...] = ()
    span: Span | None = None

    def text(self, new: tuple[str, ...]) -> str:
        """In the constructive language, its new points named: `on_line x a b`."""
        named = dict(zip(self.construction.new, new, strict=True))
        named |= dict(zip(self.construction.arguments, self.arguments, strict=True))
        words = (named[w] for w in self.construction.signature)
        return " ".join((self.construction.name, *words, *map(str, self.constants)))

    def locus(self, rng: Generator | None, at: Mapping[str, complex]) -> Locus:
        """Where it allows its new points to be, the known ones being at these places. Raises Degenerate.

        rng: for what it leaves to chance; None where that is nothing.
        """
        return self.construction.sketch(rng, *(at[a] for a in self.arguments), *map(float, self.constants))


@dataclass(frozen=True)
class Clause:
    """`x y = call, call`: new points placed by one construction, or one point on several loci.

    coordinates: where the statement itself places the points (`x@1.5_2 = …`), a hint for the diagram.
    """

    points: tuple[str, ...]
    calls: tuple[Call, ...]
    coordinates: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    span: Span | None = None

    @property
    def arguments(self) -> tuple[str, ...]:
        """The known points that its constructions name."""
        return tuple(a for call in self.calls for a in call.arguments)

    def text(self) -> str:
        """In the constructive language: `x = on_line x a b, on_circle x o c`."""
        return f"{' '.join(self.points)} = {', '.join(call.text(self.points) for call in self.calls)}"


@dataclass(frozen=True)
class Goal:
    """One thing to prove, or to find.

    statement: an equation, or a question. conditions: what it says beyond the equation, to be seen in every figure of what
    is given (that D lies on the segment, not only on the line); they are seen, never proved.
    given, given_conditions, unit: what is given for this goal only, as one side of an “if and only if” is for the other.
    """

    statement: Statement
    conditions: tuple[Condition, ...] = ()
    span: Span | None = None
    given: tuple[Statement, ...] = ()
    given_conditions: tuple[Condition, ...] = ()
    unit: Unit | None = None

    @property
    def given_points(self) -> frozenset[str]:
        """The points of which something is given for this goal only."""
        return frozenset(p for s in self.given for p in s.points) | {p for c in self.given_conditions for p in c.points}


class Over(Enum):
    """What is asked of the values that a question has in different figures; the value is how it is said."""

    EACH = "all values of"
    SUM = "the sum of all values of"
    PRODUCT = "the product of all values of"


@dataclass(frozen=True)
class Asking:
    """How an answer is to be given. names: in terms of which quantities; none where it is a number.

    unit: of length, where the statement gives one. form: `m√n/p` and `m + n + p`, as sympy reads them: how the value is
    written, and what is asked of that. over: where all values are asked for that there are in figures, or their sum.
    """

    names: tuple[tuple[str, Expression], ...] = ()
    unit: Expression | None = None
    form: tuple[str, str] | None = None
    over: Over | None = None


@dataclass(frozen=True)
class NamedCircle:
    """A circle to which the statement gives a name that is no point's: its points, its center and ends of a diameter, as far as it says."""

    name: str
    points: tuple[str, ...]
    center: str | None = None
    diameter: tuple[str, str] | None = None


@dataclass(frozen=True)
class Sides:
    """An equation as the statement has it, its numbers in the statement's unit of length: `[ABC] = 31`."""

    left: Expression
    right: Expression


@dataclass(frozen=True)
class Unit:
    """What a statement takes for the unit of length: AB/13, by AB = 13."""

    value: Expression
    said: Sides


#: The name of a statement that has none.
UNNAMED = "statement"
#: The note of a statement that excludes special figures (`that isn't cyclic`): no premise says so.
NOT_STATED = "what is said not to be so is taken for granted"


@dataclass(frozen=True)
class Problem:
    """Points, premises and goals.

    points: in order of introduction. premises: everything that the statement asserts.
    clauses: how to construct the points; empty in the coordinate language.
    coordinates: given positions of all points (coordinate language), else empty.
    spans, condition_spans: where in its file a premise or condition comes from; line: where the text begins there.
    is_plain: whether it is in the plain language, to be spoken of in its words.
    notes: what of its source was left out or taken otherwise, in words.
    auxiliary: clauses of points that the statement doesn't name, added to prove it; points and premises include theirs.
    conditions: which of the figures of the premises are meant. senses, goal_senses: premises and goals that the figure decides
    how to write (see `solver.language.orientation`); an equation may be given of lines and asked for of sizes, or the other way.
    goal: the goal at hand; goal_conditions: what it says beyond its equation; goal_given, goal_given_conditions, goal_unit: see `Goal`.
    others: the statement's further goals, in order; `parts` gives a problem for each. asking: how the answers to its questions are given.
    unit: of length, by an equation of the statement. measured: by premises and goals, which are ratios, what the statement says with numbers.
    circles: those with names. tangents: premises and goals that say by an angle that a line touches a circle.
    called: quantities of a triangle that goals have letters for, which the statement doesn't define: R, r.
    alternatives: other ways to read the text, where it leaves open what is meant; reading: which of them this one is, 0
    for the one that comes first (`solver.diagram.readings` lets the figure decide). closer: the same with points on
    the segment or the smaller arc that are said to be on AB, for where the goals aren't true of all points of the line or circle.
    """

    name: str
    text: str
    points: tuple[str, ...]
    premises: tuple[Statement, ...]
    goal: Statement
    clauses: tuple[Clause, ...] = ()
    coordinates: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    spans: Mapping[Statement, Span] = field(default_factory=dict)
    auxiliary: tuple[Clause, ...] = ()
    conditions: tuple[Condition, ...] = ()
    senses: Mapping[Statement, tuple[int, ...]] = field(default_factory=dict)
    goal_senses: Mapping[Statement, tuple[int, ...]] = field(default_factory=dict)
    condition_spans: Mapping[Condition, Span] = field(default_factory=dict)
    line: int = 1
    is_plain: bool = False
    notes: tuple[str, ...] = ()
    goal_conditions: tuple[Condition, ...] = ()
    goal_given: tuple[Statement, ...] = ()
    goal_given_conditions: tuple[Condition, ...] = ()
    goal_unit: Unit | None = None
    others: tuple[Goal, ...] = ()
    alternatives: tuple[Problem, ...] = ()
    reading: int = 0
    closer: Problem | None = None
    asking: Mapping[Statement, Asking] = field(default_factory=dict)
    unit: Unit | None = None
    measured: Mapping[Statement, Sides] = field(default_factory=dict)
    circles: tuple[NamedCircle, ...] = ()
    tangents: frozenset[Statement] = frozenset()
    called: Mapping[Expression, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Problem {self.name}: {len(self.points)} points, {len(self.premises)} premises, to prove {self.goal}>"

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All that the statement asks, in order."""
        alone = self.goal_given, self.goal_given_conditions, self.goal_unit
        return (Goal(self.goal, self.goal_conditions, None, *alone), *self.others)

    @property
    def given_places(self) -> dict[str, complex]:
        """Where the statement itself puts points."""
        given = {p: complex(*xy) for c in self.clauses for p, xy in c.coordinates.items()}
        return given | {p: complex(*xy) for p, xy in self.coordinates.items()}

    def parts(self) -> tuple[Problem, ...]:
        """The same premises with one goal each, and what is given for this one only."""
        told = {p for s in self.premises for p in s.points} | {p for c in self.conditions for p in c.points}
        elsewhere = {p for g in self.goals for p in g.given_points} - told
        return tuple(
            replace(
                self,
                points=tuple(
                    p for p in self.points if p not in elsewhere or p in {*g.given_points, *g.statement.points}
                ),
                premises=(*self.premises, *g.given),
                conditions=(*self.conditions, *g.given_conditions),
                senses={**self.senses, **{s: self.goal_senses[s] for s in g.given if s in self.goal_senses}},
                goal=g.statement,
                goal_conditions=g.conditions,
                goal_given=(),
                goal_given_conditions=(),
                goal_unit=None,
                others=(),
                unit=self.unit or g.unit,
            )
            for g in self.goals
        )

    def read_as(self, reading: int) -> Problem:
        """This problem, or the alternative of that number. Raises ParseError."""
        readings = [q for p in (self, *self.alternatives) for q in (p, p.closer) if q is not None]
        found = next((p for p in readings if p.reading == reading), None)
        if found is None:
            raise ParseError(f"the statement has no reading {reading}")
        return found

    def asking_for(self, asked: Statement) -> Problem:
        """The same problem with another goal, which is asked for or claimed as the one before."""
        asking = {asked: self.asking[self.goal]} if self.goal in self.asking else {}
        senses = {asked: self.goal_senses[self.goal]} if self.goal in self.goal_senses else {}
        return replace(self, goal=asked, asking={**self.asking, **asking}, goal_senses={**self.goal_senses, **senses})

    def quote(self, span: Span) -> str:
        """What stands in the text there."""
        return self.text.split("\n")[span.line - self.line][span.column - 1 :][: span.length]

    def extended(
        self, auxiliary: tuple[Clause, ...], points: tuple[str, ...], premises: tuple[Statement, ...]
    ) -> Problem:
        """The same problem with auxiliary points; `points` and `premises` are all of them."""
        return replace(self, auxiliary=auxiliary, points=points, premises=premises)


def unit_of(problem: Problem) -> Expression | None:
    """The unit of length, where the statement gives a length its value."""
    if problem.unit is not None:
        return problem.unit.value
    return next((asking.unit for asking in problem.asking.values() if asking.unit is not None), None)
