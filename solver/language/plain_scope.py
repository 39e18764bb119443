"""What is known while a statement of the plain language is read: its points, its named lines and circles, what is said.

Names may be used before the sentence that explains them, so the sentences are looked through first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lark import Token, Tree

from solver.errors import Span
from solver.language.plain_objects import Line, Round
from solver.language.problem import NamedCircle
from solver.language.syntax import nearest, shown
from solver.language.telling import Said, Telling
from solver.statements.conditions import (
    Condition,
    ConditionKind,
)

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


class Scope(Telling):
    """See the module. `read` turns a tree of the grammar into a line or circle; `define` states what a noun means.

    places: coordinates that the statement gives. vague: shapes that need something else to be said, by the verb of their phrase.
    """

    def __init__(
        self,
        points: Iterable[str],
        read: Callable[[Scope, Tree[Token]], Line | Round],
        define: Callable[[Scope, str, str, Sequence[str]], None],
    ) -> None:
        super().__init__(points)
        self.nouns: dict[NounKey, str] = {}
        self.polygons: list[tuple[str, ...]] = []
        self._names: dict[str, Callable[[], Line | Round]] = {}
        self.places: dict[str, tuple[float, float]] = {}
        self.vague: list[tuple[str, tuple[str, ...], Span]] = []
        self._objects: dict[str, Line | Round] = {}
        self._read = read
        self._define = define

    # What the verbs and equations say.

    def sample(self, kind: ConditionKind) -> str:
        return f"write e.g. {_sample(kind)}"

    def give(self, verb: Callable[[], None]) -> None:
        """What the verb says is given, even where the goal is being read."""
        said, is_goal = self.said, self.is_goal
        self.said, self.is_goal = self.given, False
        verb()
        self.said, self.is_goal = said, is_goal

    def goal(self, verb: Callable[[], None]) -> Said:
        """What the verb says is the goal."""
        self.said, self.is_goal = Said(), True
        verb()
        said, self.said, self.is_goal = self.said, self.given, False
        return said

    # Points, lines, circles and numbers.

    def add_polygon(self, points: tuple[str, ...]) -> None:
        """A triangle or polygon that `angle A` or `the orthocenter` may be about."""
        if set(points) not in map(set, self.polygons):
            self.polygons.append(points)

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

    @property
    def circles(self) -> tuple[NamedCircle, ...]:
        """Those that have names."""
        return tuple(
            NamedCircle(name, tuple(dict.fromkeys(c.points)), c.center, c.diameter)
            for name, c in self._objects.items()
            if isinstance(c, Round)
        )

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
