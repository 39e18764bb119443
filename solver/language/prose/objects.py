"""The things that a statement speaks of: points by their names, lines, circles, polygons, arcs and angles.

A line or circle is known by what has been said of it so far, and by more as the statement goes on: points on it, a
direction, a center. What is first said of it fixes it and needs no premise; what comes after that is stated
(`solver.language.prose.curves`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from solver.language.atoms import AngleKind


@dataclass(frozen=True)
class Direction:
    """The direction of line ab, or the one perpendicular to it."""

    a: str
    b: str
    is_turned: bool = False

    def turned(self) -> Direction:
        return Direction(self.a, self.b, not self.is_turned)


@dataclass(eq=False)
class Line:
    """points: known to be on it. direction: where it is known. put: states that a point is on it.

    touches, also: circles that it is tangent to, at points that aren't known yet. dropped_to: of a perpendicular, the other line.
    side: of a bisector of a triangle's angle, the ends of the side on which it ends.
    twins: of a common tangent of two circles, it and the other one of its kind. begins: of a bisector, the vertex, where it begins as a ray.
    """

    points: list[str] = field(default_factory=list)
    direction: Direction | None = None
    put: Callable[[str], None] | None = None
    touches: Circle | None = None
    also: Circle | None = None
    dropped_to: Line | None = None
    side: tuple[str, str] | None = None
    twins: Twins | None = None
    name: str = ""
    begins: str = ""


@dataclass(frozen=True, eq=False)
class Twins:
    """Two lines of which one is as good as the other. meet_at: states that they meet at a point, as long as none is known of them."""

    lines: tuple[Line, Line]
    meet_at: Callable[[str], None]

    @property
    def are_bare(self) -> bool:
        return not any(line.points for line in self.lines)


@dataclass(frozen=True, eq=False)
class Origin:
    """The words that introduced a thing, the same in each reading of a text. index: which of the things that they introduced."""

    thing: object
    index: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin) and self.thing is other.thing and self.index == other.index

    def __hash__(self) -> int:
        return hash((id(self.thing), self.index))


@dataclass(eq=False)
class Circle:
    """called: the point by which it was spoken of first, its center or else only a name.

    size: `major` for the larger one of two, `minor` for the smaller one. inside: a circle that it is inside of; touching: those that it touches, each with the point; tangents: lines that touch it. is_half: a semicircle. over: ends of a diameter that has a name.
    center, points on it, ends of a diameter, two points whose distance is the radius: as far as they are known."""

    center: str | None = None
    points: list[str] = field(default_factory=list)
    diameter: tuple[str, str] | None = None
    radius: tuple[str, str] | None = None
    name: str = ""
    called: str = ""
    is_half: bool = False
    over: tuple[str, str] | None = None
    size: str = ""
    origin: Origin | None = None
    inside: Circle | None = None
    touching: list[tuple[Circle, str]] = field(default_factory=list)
    tangents: list[Line] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Part:
    """A line as it was mentioned: all of it (`line`), or the part from a to b (`segment`), or beyond (`ray`, `extension`).

    A `cevian` is all of it, where lines meet, and the part from a to b, where a point is put on it.
    """

    line: Line
    kind: str
    a: str
    b: str


@dataclass(frozen=True)
class Polygon:
    points: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Arc:
    """Arc ab of a circle: the one that contains a point, or doesn't (`without`), or is `minor` or `major`.

    is_taken: whether it isn't said which one, and was taken to be the one without the vertex of a triangle.
    """

    circle: Circle
    a: str
    b: str
    containing: str = ""
    without: str = ""
    size: str = ""
    is_taken: bool = False


@dataclass(frozen=True)
class Corner:
    """The angle at v between va and vb."""

    a: str
    v: str
    b: str


@dataclass(frozen=True, eq=False)
class Between:
    """An angle between two lines. kind: whether it is from the first to the second."""

    first: Line
    second: Line
    kind: AngleKind


@dataclass(frozen=True)
class Length:
    a: str
    b: str


@dataclass(frozen=True)
class Region:
    """The inside or outside of something."""

    of: Value
    is_inside: bool = True


Value = str | Line | Part | Circle | Polygon | Arc | Corner | Between | Length | Region
