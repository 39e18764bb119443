"""What is known while a statement is read: points, names, what has been said, what was spoken of last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass

from solver.errors import Misvalued, ParseError, Span
from solver.language.problem import NamedCircle
from solver.language.prose.objects import Circle, Line, Polygon, Value
from solver.language.prose.syntax import Thing
from solver.language.prose.values import Quantities
from solver.language.telling import Said, Telling
from solver.statements.predicates import CONG, Statement

#: A point that is known by what it is: the noun and what it is of.
Key = tuple[object, ...]


#: That points on AB are between A and B, among what is decided.
CLOSER = "closer"


class Unresolved(ParseError):
    """A name, or a thing spoken of, that isn't known yet: what says so is read again after the rest."""


class Context(Telling):
    """See the module.

    excluded: what `it` isn't, as it is the subject of the clause.
    reserved: names of points by what they are, where the statement gives them somewhere. notes: what was taken for granted.
    open: what can be read in several ways, each in words; decided: which of them is taken, the first one unless it says so.
    is_closer: whether points on AB are taken to be between A and B, or on the smaller arc; may_be_closer: whether that is open.
    asks: whether a goal is being read, also where what it speaks of is given.
    introduced: names of lines and circles of which it is said somewhere what they are; of others nothing more will be known.
    late: what is stated once all that is given has been read, when points have their names; reads_given: whether that is yet to come.
    counterpart: what `the other` is, where something is said of each of two.
    counted: the things of which the first or the second was spoken of last.
    cevians: the triangles whose altitudes, medians … were spoken of last, each with its vertex first.
    first_mentions: `the circle` where no circle was spoken of before, by its tree, and the circle once it is needed.
    """

    def __init__(
        self, points: Iterable[str], reserved: dict[Key, str], decided: Mapping[object, int] | None = None
    ) -> None:
        super().__init__(points)
        self.known: dict[Key, str] = {}
        self.explicit: dict[Key, str] = {}
        self.reserved = reserved
        self.names: dict[str, Value] = {}
        self.lines: list[Line] = []
        self.circles: list[Circle] = []
        self.polygons: list[Polygon] = []
        self.mentioned: list[list[Value]] = []
        self.triangles_seen: list[Polygon] = []
        self.shapes: dict[frozenset[str], set[str]] = {}
        self.invented: set[str] = set()
        self.vague: list[tuple[str, tuple[str, ...], Span]] = []
        self.notes: dict[str, Span] = {}
        self.selves: list[Bearer] = []
        self._made: dict[int, tuple[Thing, list[Value]]] = {}
        self.excluded: list[Value] = []
        self.last_noun: object = None
        self.last_drawn: object = None
        self.visited: set[int] = set()
        self.late: list[Callable[[], None]] = []
        self.reads_given = True
        self.first_mentions: dict[int, Circle | None] = {}
        self.may_invent = False
        self.introduced: frozenset[str] = frozenset()
        self.last_corner: Value | None = None
        self.cevians: dict[str, list[tuple[str, str, str]]] = {}
        self.counterpart: Value | None = None
        self.counted: Sequence[Value] = ()
        self.pending: dict[Key, Callable[[str], None]] = {}
        self.decided = decided or {}
        self.open: dict[object, tuple[str, ...]] = {}
        self.is_closer, self.may_be_closer = CLOSER in self.decided, False
        self.asks = False
        self.quantities = Quantities()
        self._counted = 0

    @property
    def bearer(self) -> Bearer:
        """The thing that a property is told of. Raises ParseError where it is told of nothing: `AB = 4, height 6`."""
        if not self.selves:
            raise self.fail("it isn't said of what this is told", "name it: the height of ABCD is 6")
        return self.selves[-1]

    def visit(self, node: object) -> None:
        """Everything in a tree has been looked at, though nothing is stated of it."""
        if isinstance(node, tuple):
            for part in node:
                self.visit(part)
        elif is_dataclass(node):
            self.visited.add(id(node))
            for f in fields(node):
                self.visit(getattr(node, f.name))

    def choose(self, about: object, ways: Sequence[str]) -> int:
        """Which of several ways to read something is taken. about: what it is, the same in each reading."""
        self.open[about] = tuple(ways)
        return self.decided.get(about, 0)

    def may_name(self, name: str) -> bool:
        """Whether a name that isn't known may be taken for what it must be where it is used."""
        return self.may_invent or name not in self.introduced

    def takes_closer(self) -> bool:
        """Whether what is on AB, on an arc or on a bisector is taken to be on the segment, the smaller arc, the ray, if that is open."""
        self.may_be_closer |= not self.is_goal
        return self.is_closer and not self.is_goal

    def count(self) -> int:
        """A number that wasn't given before, the same in each reading of a statement."""
        self._counted += 1
        return self._counted

    def later(self, say: Callable[[], None]) -> None:
        """What is given is stated once all that is given has been read; what a goal says, or what it speaks of, at once."""
        if self.is_goal or not self.reads_given:
            say()
        else:
            self.late.append(say)

    def state_late(self) -> None:
        """States what waited for the rest of what is given."""
        self.reads_given = False
        while self.late:
            self.late.pop(0)()

    # What is said.

    @property
    def named_circles(self) -> dict[str, NamedCircle]:
        """Circles with names that are no points', as far as they are known."""
        return {
            name: NamedCircle(name, tuple(dict.fromkeys(c.points)), c.center, c.diameter)
            for name, c in self.names.items()
            if isinstance(c, Circle) and name not in self.points
        }

    def say_quantity(self, statement: Statement) -> None:
        """A goal about quantities."""
        self.said.premises.setdefault(statement, self.span)

    def is_told(self, point: str) -> bool:
        """Whether anything is given about the point."""
        return point in self.declared or any(point in s.points for s in self.given.premises)

    def note(self, text: str) -> None:
        self.notes.setdefault(text, self.span)

    def misvalued(self, message: str, hint: str = "") -> Misvalued:
        return Misvalued(message, self.span, hint)

    def unresolved(self, message: str, hint: str = "") -> Unresolved:
        return Unresolved(message, self.span, hint)

    @contextmanager
    def as_given(self) -> Iterator[None]:
        """What is said in this block is given, even where a goal is being read."""
        said, is_goal = self.said, self.is_goal
        self.said, self.is_goal = self.given, False
        try:
            yield
        finally:
            self.said, self.is_goal = said, is_goal

    @contextmanager
    def as_goal(self) -> Iterator[Said]:
        said, is_goal = self.said, self.is_goal
        self.said, self.is_goal, self.asks = Said(), True, True
        try:
            yield self.said
        finally:
            self.said, self.is_goal, self.asks = said, is_goal, False

    # Points.

    def add_points(self, names: Iterable[str]) -> None:
        """Points of clauses that the text only implies."""
        self.points += [n for n in dict.fromkeys(names) if n not in self.points and n[0].isascii() and n[0].isupper()]

    def fresh(self, letter: str) -> str:
        name = super().fresh(letter)
        self.declared.add(name)
        self.invented.add(name)
        return name

    def point(self, key: Key, letter: str, define: Callable[[str], None]) -> str:
        """The point that is known by what it is, say the midpoint of A and B: one that has a name, or a new one."""
        if key not in self.known:
            if key in self.reserved:
                self.known[key] = self.explicit[key] = self.reserved[key]
                self.pending[key] = define
            else:
                name = self.known[key] = self.fresh(letter)
                with self.as_given():
                    define(name)
        return self.known[key]

    def is_named(self, key: Key, name: str) -> bool:
        """Notes that the point is what the key says; whether that point has another name already."""
        if self.is_goal:
            return False
        if name not in self.invented and not any(
            isinstance(part, int) for part in key
        ):  # numbers are good for one reading only
            self.explicit.setdefault(key, name)
        if self.known.setdefault(key, name) != name:
            return True
        self.pending.pop(key, None)
        return False

    def rename(self, old: str, name: str) -> None:
        """A point that got a name of its own is called by the one that the statement gives it, where it is read once more."""
        if old in self.invented and name not in self.invented and not self.is_goal:
            for key in [key for key, known in self.known.items() if known == old]:
                self.explicit.setdefault(key, name)

    def define_pending(self) -> None:
        """What a name stands for is stated, if it is used but the sentence that gives it didn't need to."""
        while self.pending:
            key, define = self.pending.popitem()
            with self.as_given():
                define(self.known[key])

    # Lines and circles.

    def line(self, a: str, b: str) -> Line:
        """The line through two points."""
        if a == b:
            raise self.fail(f"the line {a}{b} needs two different points", "name another point")
        for line in self.lines:
            if a in line.points and b in line.points:
                return line
        line = Line([a, b])
        self.lines.append(line)
        return line

    def circle(self, points: Sequence[str]) -> Circle:
        """The circle through three points or more."""
        for circle in self.circles:
            if set(points[:3]) <= set(circle.points):
                return circle
        circle = Circle(None, list(points[:3]))
        self.circles.append(circle)
        return circle

    # What was spoken of.

    @contextmanager
    def other_than(self, values: Sequence[Value]) -> Iterator[None]:
        """In this block `it` and `these lines` are none of the values: the object of a clause isn't its subject."""
        excluded, self.excluded = self.excluded, list(values)
        try:
            yield
        finally:
            self.excluded = excluded

    def mention(self, values: Sequence[Value]) -> None:
        if values:
            self.mentioned.append(list(values))

    def made_of(self, thing: Thing) -> list[Value] | None:
        """What `a circle` was made before, if it was."""
        return self._made[id(thing)][1] if id(thing) in self._made else None

    def made(self, thing: Thing, make: Callable[[], list[Value]]) -> list[Value]:
        """What `a circle` is, which is the same one when the clause is read again."""
        if id(thing) not in self._made:
            self._made[id(thing)] = (thing, make())
        return self._made[id(thing)][1]

    def add_polygon(self, polygon: Polygon, is_declared: bool) -> None:
        twice = next((p for i, p in enumerate(polygon.points) if p in polygon.points[:i]), None)
        if twice is not None:
            raise self.fail(f"{''.join(polygon.points)} names {twice} twice", "name different points")
        target = self.polygons if is_declared else self.triangles_seen
        if polygon not in target:
            target.append(polygon)

    def triangle(self, corner: str = "") -> tuple[str, str, str]:
        """The triangle that is meant where none is named: the one that was introduced, with that corner."""
        for group in (self.polygons, self.triangles_seen):
            found = [p.points for p in group if len(p.points) == 3 and (not corner or corner in p.points)]
            if found:
                if len({frozenset(p) for p in found}) > 1:
                    self.note(f"taken to be about triangle {''.join(found[0])}")
                a, b, c = found[0]
                return a, b, c
        raise self.unresolved("it isn't said of which triangle", "add: of triangle ABC")

    def corner(self, v: str) -> tuple[str, str, str]:
        """Angle v of the one triangle or polygon with that corner, as three points."""
        for group in (self.polygons, self.triangles_seen):
            for polygon in group:
                p = polygon.points
                if v in p:
                    k = p.index(v)
                    return p[k - 1], v, p[(k + 1) % len(p)]
        through = [[p for p in line.points if p != v] for line in self.lines if v in line.points]
        longer = [others for others in through if len(others) >= 2]
        through = longer if len(longer) == 2 else [others for others in through if others]
        if len(through) < 2:
            through = self._measured_from(v) or through
        if len(through) == 2 and (self.may_invent or self.is_goal):
            self.note(f"∠{v} is taken to be ∠{through[0][0]}{v}{through[1][0]}")
            return through[0][0], v, through[1][0]
        a, c = [p for p in "BCA" if p != v][:2]
        raise self.unresolved(f"angle {v} could be more than one angle, or none", f"name its arms: ∠{a}{v}{c}")

    def _measured_from(self, v: str) -> list[list[str]]:
        """The other ends of the segments from a point that are said to be equal to others, if these are two: AB = CD, AD = BC."""
        equal = [s.points for s in self.given.premises if s.predicate is CONG]
        found = dict.fromkeys(q for p in equal for pair in (p[:2], p[2:]) for q in pair if v in pair and q != v)
        return [[q] for q in found] if len(found) == 2 else []


@dataclass
class Bearer:
    """What a clause is about: as it was said, and what it means once that has been found out."""

    thing: Thing | None
    values: list[Value] | None = None
    is_used: bool = False
