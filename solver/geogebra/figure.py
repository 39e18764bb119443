"""The figure while it is read: objects by label, points with their places, and the premises found so far.

A point that the problem needs and the file doesn't name (a circle's center, where a tangent touches) gets a name of its
own; if an object of the file later turns out to be this point, it is known by the file's name from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import numpy as np

from solver.errors import ParseError
from solver.geogebra.objects import Circle, Curve, Line, Point, Value
from solver.language.constructions import CONSTRUCTIONS
from solver.language.syntax import MOST_POINTS
from solver.plane import loci
from solver.statements.predicates import COLL, OVERLAP, PARA, PERP, Statement

#: Places nearer than this, over the size of the figure, are one.
SAME = 1e-7
#: Constructions whose last two points (three points) may be swapped.
_SYMMETRIC = frozenset(("midpoint", "circle", "incenter", "orthocenter"))
#: How points that have no name are called.
_LETTERS = {"midpoint": "M", "circle": "O", "incenter": "I", "orthocenter": "H", "foot": "F"}


class Figure:
    """names: of the points that the file places, by label. places: by label.

    inner: labels of what the file's tools make on their way, with the types of these objects; their points are hidden ones.
    choices: by such a label, which of several intersections it is; `open_choices` has how many there were.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        places: Mapping[str, complex],
        inner: Mapping[str, str] | None = None,
        choices: Mapping[str, int] | None = None,
    ) -> None:
        self.objects: dict[str, Value] = {}
        self.at: dict[str, complex] = {}
        self.premises: dict[Statement, None] = {}
        self.lengths: dict[Fraction, tuple[str, str]] = {}
        self.open_choices: dict[str, int] = {}
        self._names = names
        self._places = places
        self._inner = inner or {}
        self._choices = choices or {}
        self._made: dict[tuple[object, ...], str] = {}
        self._hidden: set[str] = set()
        self._renamed: dict[str, str] = {}
        self.size = max((abs(p - q) for p in places.values() for q in places.values()), default=1.0)

    # Points.

    def point(self, label: str, place: complex | None = None, letter: str = "P") -> str:
        """A new point: that of the file with the label, or a hidden one (no label) at the place, with this letter."""
        if not label or label in self._inner:
            assert place is not None
            name = self.hidden(letter, place)
            if label:
                self.objects[label] = Point(name)
            return name
        name = self._names[label]
        if label not in self._places:
            raise ParseError(f"{label} is undefined or too far away in this figure", None, "move the free points")
        self._check_count()
        self.at[name] = self._places[label]
        self.objects[label] = Point(name)
        return name

    def hidden(self, letter: str, place: complex) -> str:
        taken = {*self._names.values(), *self.at}
        name = next(n for k in range(10**6) if (n := f"{letter}_{k}" if k else letter) not in taken)
        self._check_count()
        self.at[name] = place
        self._hidden.add(name)
        return name

    def _check_count(self) -> None:
        if len(self.at) >= MOST_POINTS:
            raise ParseError(f"the figure has more than {MOST_POINTS} points", None, "leave only those of the problem")

    def name(self, point: str) -> str:
        """What a point that was hidden is called now."""
        return self._renamed.get(point, point)

    def is_known(self, label: str) -> bool:
        return label in self.objects

    def alias(self, label: str, name: str) -> str:
        """The label means a point that there is; a hidden one takes the label's name."""
        name = self.name(name)
        if name in self._hidden and label and label not in self._inner:
            own = self.point(label)
            self._hidden.discard(name)
            self._renamed = {old: own if new == name else new for old, new in self._renamed.items()} | {name: own}
            del self.at[name]
            return own
        if label:
            self.objects[label] = Point(name)
        return name

    def aliases(self) -> dict[str, str]:
        """Names of points that are known by other names: what these are."""
        points = [(label, thing.name) for label, thing in self.objects.items() if isinstance(thing, Point)]
        called = [(self._names[label], self.name(name)) for label, name in points if label in self._names]
        return {alias: name for alias, name in called if alias not in self.at}

    def place_of(self, label: str) -> complex | None:
        return self._places.get(label)

    def names_point(self, label: str) -> bool:
        """Whether the file, or a tool of it, has a point with this label."""
        return label in self._names or self._inner.get(label) == "point"

    def is_inner(self, label: str) -> bool:
        """Whether a tool made what has this label on its way, so that the file doesn't say where it is."""
        return label in self._inner

    def choose(self, label: str, count: int, first: int = 0) -> int:
        """Which of `count` things the label means, where the file doesn't say it; `first` unless something else is tried."""
        if count > 1:
            self.open_choices[label] = count
        return (first + self._choices.get(label, 0)) % count

    def is_at(self, point: str, place: complex) -> bool:
        return abs(self.at[self.name(point)] - place) < SAME * self.size

    # Premises.

    def say(self, statements: Iterable[Statement]) -> None:
        """Assert what isn't trivial."""
        for statement in statements:
            if says_something(statement):
                self.premises.setdefault(statement)

    def construct(self, label: str, construction: str, *arguments: str, constant: Fraction | None = None) -> str:
        """A point by a construction of the constructive language; what has been constructed before isn't again."""
        key = (construction, tuple(sorted(arguments)) if construction in _SYMMETRIC else arguments, constant)
        if key in self._made:
            return self.alias(label, self._made[key])
        row = CONSTRUCTIONS[construction]
        numbers = () if constant is None else (constant,)
        place = self.place_of(label)
        if place is None:
            sketched = row.sketch(np.random.default_rng(0), *(self.at[a] for a in arguments), *map(float, numbers))
            assert isinstance(sketched, loci.Places)
            place = sketched.options[0][0]
        name = self.point(label, place, _LETTERS.get(construction, "P"))
        self.say(row.statements((name,), arguments, numbers))
        self._made[key] = name
        return name

    def made(self, key: tuple[object, ...]) -> str | None:
        return self._made.get(key)

    def note(self, key: tuple[object, ...], name: str) -> None:
        """Remember what a point was made by."""
        self._made[key] = name

    # Lines and circles.

    def put(self, name: str, curve: Curve) -> None:
        """Say that a point is on the curve."""
        if name not in self.on(curve):
            self.say(curve.put(name))
            curve.points.append(name)

    def on(self, curve: Curve) -> list[str]:
        """Points known to be on it."""
        return list(dict.fromkeys(map(self.name, curve.points)))

    def ends(self, line: Line) -> tuple[str, str]:
        """Two points of the line; where the file names less than two, hidden ones are put on it."""
        if line.ends is not None:
            return self.name(line.ends[0]), self.name(line.ends[1])
        known = self.on(line)
        points = [p for i, p in enumerate(known) if not any(self.is_at(p, self.at[q]) for q in known[:i])]
        number = 0
        while len(points) < 2:
            number += 1
            origin = self.at[points[0]] if points else line.at.point
            new = self.hidden("L", origin + number * 0.37 * self.size * line.at.direction)
            self.put(new, line)
            points.append(new)
        return points[0], points[1]

    def direction(self, line: Line) -> tuple[str, str, bool]:
        """Two points, and whether the line is perpendicular to theirs, not parallel."""
        if line.direction is not None:
            a, b, is_perpendicular = line.direction
            return self.name(a), self.name(b), is_perpendicular
        return (*self.ends(line), False)

    def parallel(self, x: str, p: str, line: Line, turned: bool) -> tuple[Statement, ...]:
        """Xp is parallel to the line; or perpendicular, if turned."""
        a, b, is_perpendicular = self.direction(line)
        return (Statement(PERP if is_perpendicular != turned else PARA, (x, p, a, b)),)

    def center(self, circle: Circle) -> str:
        if circle.center is None:
            assert circle.make_center is not None
            circle.center = circle.make_center()
        return self.name(circle.center)

    def finished(self, statements: Iterable[Statement]) -> list[Statement]:
        """Statements with the points as they are called in the end."""
        return [Statement(s.predicate, tuple(map(self.name, s.points)), s.constants) for s in statements]


def says_something(statement: Statement) -> bool:
    """Whether it isn't true of any points, nor meaningless."""
    return statement.repeated_point() is None and bool(statement.equations() or statement.predicate in (COLL, OVERLAP))
