"""What a sentence says, written down: statements and conditions, as given or as what is to be proved.

Both languages that people write say it here, the terse one and prose; they differ in what they know besides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from solver.errors import ParseError, Refusal, Span
from solver.language.syntax import MOST_POINTS, shown
from solver.statements.conditions import (
    BETWEEN,
    CONVEX,
    INSIDE,
    INSIDE_CIRCLE,
    NONCOLLINEAR,
    Condition,
    ConditionKind,
)
from solver.statements.predicates import Predicate, Statement

#: Conditions that no figure meets where a point is named twice.
_OF_DIFFERENT_POINTS = frozenset((NONCOLLINEAR, CONVEX, BETWEEN, INSIDE, INSIDE_CIRCLE))

LARGEST_NUMBER = 10**6


@dataclass
class Said:
    """Premises and conditions with their places in the text, and the senses of those that the figure decides."""

    premises: dict[Statement, Span] = field(default_factory=dict)
    conditions: dict[Condition, Span] = field(default_factory=dict)
    senses: dict[Statement, tuple[int, ...]] = field(default_factory=dict)


class Telling:
    """A statement while it is read.

    points: all that it has. given: what is said in all, but for goals; said: what is being said now, in a goal the goal's.
    span: the sentence that is being read.
    """

    def __init__(self, points: Iterable[str]) -> None:
        """Raises Refusal where there are too many points."""
        self.points = list(dict.fromkeys(points))
        if len(self.points) > MOST_POINTS:
            raise Refusal(f"the statement has more than {MOST_POINTS} points", Span(1, 1), "split it")
        self.given = Said()
        self.said = self.given
        self.is_goal = False
        self.span = Span(1, 1)
        self.declared: set[str] = set()

    def say(
        self,
        predicate: Predicate,
        *points: str,
        constants: tuple[Fraction, ...] = (),
        senses: tuple[int, ...] | None = None,
    ) -> None:
        """A statement is given, or is a goal. Raises ParseError where it speaks of a segment from a point to itself."""
        statement = Statement(predicate, points, constants)
        bad = statement.repeated_point()
        if bad is not None:
            raise self.fail(
                f"point {bad} is named twice where two different points are needed", "name different points"
            )
        self.said.premises.setdefault(statement, self.span)
        if senses is not None:
            self.said.senses[statement] = senses

    def demand(self, kind: ConditionKind, *points: str) -> None:
        """A condition is given, or belongs to a goal. Raises ParseError where it can't hold of these points."""
        least, most = kind.points
        if len(points) < least or len(set(points)) < 2 or (most is not None and len(points) > most):
            raise self.fail("not enough different points are named here", self.sample(kind))
        twice = next((p for i, p in enumerate(points) if p in points[:i]), None)
        if twice is not None and kind in _OF_DIFFERENT_POINTS:
            raise self.fail(f"point {twice} is named twice where different points are needed", "name different points")
        self.said.conditions.setdefault(Condition(kind, points), self.span)

    def sample(self, kind: ConditionKind) -> str:
        """How a condition of this kind is written, as the hint of an error; nothing where that depends on the sentence."""
        return ""

    def declare(self, point: str) -> None:
        """The point has its place in the statement, even if nothing more is said of it."""
        self.declared.add(point)

    def fail(self, message: str, hint: str = "") -> ParseError:
        """An error in the sentence that is being read."""
        return ParseError(message, self.span, hint)

    def fresh(self, letter: str) -> str:
        """A new point, with a name that the statement doesn't use."""
        names = (letter, *(f"{letter}_{k}" for k in range(1, MOST_POINTS + 2)))
        name = next(n for n in names if n not in self.points)
        self.points.append(name)
        return name

    def number(self, above: object, below: object = "1") -> Fraction:
        """A number as it is written, 1.5 or 2/3. Raises ParseError where it divides by 0 or is too large."""
        divisor = Fraction(str(below))
        if not divisor:
            raise self.fail(f"{above}/{below} divides by 0", "write e.g. 2/3")
        value = Fraction(str(above)) / divisor
        if abs(value) > LARGEST_NUMBER or value.denominator > LARGEST_NUMBER:
            raise self.fail(f"the number {shown(str(above))} is too large", "at most 1,000,000, and so its denominator")
        return value
