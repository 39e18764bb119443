"""What is known while a statement of the plain language is read: its points, its named lines and circles, what is said.

Names may be used before the sentence that explains them, so the sentences are looked through first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lark import Token, Tree

from solver.errors import ParseError, Refusal, Span
from solver.language.plain_objects import Line, Round
from solver.language.syntax import MOST_POINTS, nearest, shown
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


@dataclass
class Said:
    """Premises and conditions with their places in the text, and the senses of those that the figure decides."""

    premises: dict[Statement, Span] = field(default_factory=dict)
    conditions: dict[Condition, Span] = field(default_factory=dict)
    senses: dict[Statement, tuple[int, ...]] = field(default_factory=dict)


#: A point that has a name by what it is: the noun and what it is of.
NounKey = tuple[str, str, frozenset[str]]

#: Nouns whose first argument is of another kind than the rest.
_ORDERED = frozenset(("foot",))


def noun_key(noun: str, arguments: Sequence[str]) -> NounKey:
    """The same for all orders of writing it."""
    if noun == "excenter":
        return noun, arguments[-1], frozenset(arguments[:-1])
    if noun in _ORDERED:
        return noun, arguments[0], frozenset(arguments[1:])
    return noun, "", frozenset(arguments)


class Scope:
    """See the module. `read` turns a tree of the grammar into a line or circle; `define` states what a noun means.

    places: coordinates that the statement gives. vague: shapes that need something else to be said, by the verb of their phrase.
    """

    def __init__(
        self,
        points: Iterable[str],
        read: Callable[[Scope, Tree[Token]], Line | Round],
        define: Callable[[Scope, str, str, Sequence[str]], None],
    ) -> None:
        self.points = list(dict.fromkeys(points))
        if len(self.points) > MOST_POINTS:
            raise Refusal(f"the statement has more than {MOST_POINTS} points", Span(1, 1), "split it")
        self.said = Said()
        self.nouns: dict[NounKey, str] = {}
        self.polygons: list[tuple[str, ...]] = []
        self.declared: set[str] = set()
        self._names: dict[str, Callable[[], Line | Round]] = {}
        self.places: dict[str, tuple[float, float]] = {}
        self.vague: list[tuple[str, tuple[str, ...], Span]] = []
        self.span = Span(1, 1)
        self.is_goal = False
        self._given = self.said
        self._objects: dict[str, Line | Round] = {}
        self._read = read
        self._define = define

    # What the verbs and equations say.

    def say(
        self,
        predicate: Predicate,
        *points: str,
        constants: tuple[Fraction, ...] = (),
        senses: tuple[int, ...] | None = None,
    ) -> None:
        """A statement is given, or is the goal. Raises ParseError where it speaks of a segment from a point to itself."""
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
        """A condition is given."""
        least, most = kind.points
        if len(points) < least or len(set(points)) < 2 or (most is not None and len(points) > most):
            raise self.fail("not enough different points are named here", f"write e.g. {_sample(kind)}")
        twice = next((p for i, p in enumerate(points) if p in points[:i]), None)
        if twice is not None and kind in (NONCOLLINEAR, CONVEX, BETWEEN, INSIDE, INSIDE_CIRCLE):
            raise self.fail(f"point {twice} is named twice where different points are needed", "name different points")
        self.said.conditions.setdefault(Condition(kind, points), self.span)

    def declare(self, point: str) -> None:
        """The point has its place in the statement, even if nothing more is said of it."""
        self.declared.add(point)

    def give(self, verb: Callable[[], None]) -> None:
        """What the verb says is given, even where the goal is being read."""
        said, is_goal = self.said, self.is_goal
        self.said, self.is_goal = self._given, False
        verb()
        self.said, self.is_goal = said, is_goal

    def goal(self, verb: Callable[[], None]) -> Said:
        """What the verb says is the goal."""
        self.said, self.is_goal = Said(), True
        verb()
        said, self.said, self.is_goal = self.said, self._given, False
        return said

    def fail(self, message: str, hint: str = "") -> ParseError:
        """An error in the sentence that is being read."""
        return ParseError(message, self.span, hint)

    # Points, lines, circles and numbers.

    def add_polygon(self, points: tuple[str, ...]) -> None:
        """A triangle or polygon that `angle A` or `the orthocenter` may be about."""
        if set(points) not in map(set, self.polygons):
            self.polygons.append(points)

    def fresh(self, letter: str) -> str:
        """A new point, with a name that the statement doesn't use."""
        names = (letter, *(f"{letter}_{k}" for k in range(1, MOST_POINTS + 2)))
        name = next(n for n in names if n not in self.points)
        self.points.append(name)
        return name

    def known(self, noun: str, *arguments: str) -> str:
        """The midpoint, say, of these points: one that the statement names, or a new one."""
        key = noun_key(noun, arguments)
        if key not in self.nouns:
            letter = {"midpoint": "M", "circumcenter": "O", "incenter": "I", "excenter": "J"}.get(noun, "D")
            name = self.nouns[key] = self.fresh(letter)
            self.give(lambda: self._define(self, noun, name, arguments))
        return self.nouns[key]

    def add_name(self, name: str, read: Callable[[], Line | Round]) -> None:
        """A name for what `read` gives. Raises ParseError where it is taken."""
        if name in self._names:
            raise self.fail(f"{name} is named twice", "use another name")
        self._names[name] = read

    def named(self, name: str) -> Line | Round:
        """The line or circle of that name."""
        if name not in self._objects:
            if name not in self._names:
                raise self.fail(
                    f"{shown(name)} is no point, and no line or circle has this name",
                    nearest(name, self._names, f"points are capitals; a circle is named by {name} circle (A B C)"),
                )
            self._objects[name] = self._names.pop(name)()
        return self._objects[name]

    def line(self, tree: Tree[Token]) -> Line:
        value = self._read(self, tree)
        if isinstance(value, Round):
            raise self.fail("this is a circle, where a line is needed", "name a line by two points: A B")
        return value

    def circle(self, tree: Tree[Token]) -> Round:
        value = self._read(self, tree)
        if isinstance(value, Line):
            raise self.fail("this is a line, where a circle is needed", "name a circle by three points: circle (A B C)")
        return value

    def ends(self, line: Line) -> tuple[str, str]:
        """The two points that name a line. Raises ParseError."""
        if line.ends is None:
            raise self.fail(
                "this line is needed by two of its points", "name a point on it: T on tangent at A to circle (A B C)"
            )
        return line.ends

    def number(self, above: object, below: object = "1") -> Fraction:
        """A number as it is written, 1.5 or 2/3. Raises ParseError."""
        divisor = Fraction(str(below))
        if not divisor:
            raise self.fail(f"{above}/{below} divides by 0", "write e.g. 2/3")
        value = Fraction(str(above)) / divisor
        if value > 10**6 or value.denominator > 10**6:
            raise self.fail(f"the number {shown(str(above))} is too large", "at most 1,000,000, and so its denominator")
        return value

    def triangle(self, corner: str = "") -> tuple[str, ...]:
        """The one triangle of the statement, or the one with that corner. Raises ParseError."""
        found = [p for p in self.polygons if len(p) == 3 and (not corner or corner in p)]
        if len({frozenset(p) for p in found}) != 1:
            what = "no triangle" if not found else "more than one triangle"
            raise self.fail(
                f"it isn't said of which triangle, and the statement has {what} here", "add: of triangle A B C"
            )
        return found[0]

    def corner(self, v: str) -> tuple[str, str, str]:
        """Angle v of the one triangle or polygon with that corner, as three points."""
        found = [p for p in self.polygons if v in p]
        neighbors = {
            frozenset((p[p.index(v) - 1], p[(p.index(v) + 1) % len(p)])): (
                p[p.index(v) - 1],
                p[(p.index(v) + 1) % len(p)],
            )
            for p in found
        }
        if len(neighbors) != 1:
            raise self.fail(f"angle {v} could be more than one angle, or none", f"name its arms: ∠ B {v} C")
        ((a, b),) = neighbors.values()
        return a, v, b


def _sample(kind: ConditionKind) -> str:
    count = kind.points[0]
    letters = "PABCDEF"[:count]
    return str(Condition(kind, tuple(letters)))
