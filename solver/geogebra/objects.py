"""What a construction is made of: points by name, lines, circles, polygons, quantities and claims.

A line or circle knows how it says that a point is on it (`put`), which named points are on it, and where it lies. A
quantity is kept as the plain language writes it, so that equations between quantities are read there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from solver.plane import loci
from solver.statements.predicates import Statement

#: What says that a point is on a line or circle.
Put = Callable[[str], tuple[Statement, ...]]


@dataclass(frozen=True)
class Point:
    name: str


@dataclass(eq=False)
class Line:
    """points: known to be on it. ends: the two that define it, of a segment or a line through two points.

    direction: a, b and whether the line is perpendicular to ab, else parallel. contacts: of a tangent, for each
    circle that it touches, where; None until that has a name. legs: of an angle bisector, the angle's points.
    """

    put: Put
    at: loci.Line
    points: list[str]
    ends: tuple[str, str] | None = None
    direction: tuple[str, str, bool] | None = None
    is_segment: bool = False
    contacts: dict[Circle, str | None] = field(default_factory=dict)
    legs: tuple[str, str, str] | None = None


@dataclass(eq=False)
class Circle:
    """points: known to be on it; given: three points that define it, or two ends of a diameter. center: once it has a
    name, or `make_center` gives it one. sides: lines that an inscribed circle touches."""

    put: Put
    at: loci.Circle
    points: list[str]
    center: str | None = None
    given: tuple[str, ...] = ()
    make_center: Callable[[], str] | None = None
    sides: list[Line] = field(default_factory=list)


@dataclass(eq=False)
class Polygon:
    corners: tuple[str, ...]


@dataclass(frozen=True)
class Vector:
    """From a to b."""

    a: str
    b: str


@dataclass(frozen=True)
class Quantity:
    """text: in the plain language. turned: of an angle, as one between lines. value: of a constant (degrees if it is
    an angle). is_sine: the sine of the text's angle is meant."""

    text: str
    turned: str = ""
    value: Fraction | None = None
    is_angle: bool = False
    is_sine: bool = False


@dataclass(frozen=True)
class Claim:
    """parts: sentences of the plain language and statements, all of them meant."""

    parts: tuple[str | Statement, ...]


@dataclass(frozen=True)
class Unread:
    """What nothing in the problem needs, or else an error: why it can't be read, what to write instead."""

    message: str
    hint: str


Curve = Line | Circle
Value = Point | Line | Circle | Polygon | Vector | Quantity | Claim | Unread
