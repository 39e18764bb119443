"""Plane geometry in complex numbers: what the sketches of constructions are made of."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence

from solver.plane.loci import Circle, Degenerate, Line, Locus, Places, Plane

#: Sines and distances (relative to the figure) below this count as zero.
TINY = 1e-9


def unit(v: complex) -> complex:
    if abs(v) < TINY:
        raise Degenerate("two of its points coincide")
    return v / abs(v)


def cross(u: complex, v: complex) -> float:
    return (u.conjugate() * v).imag


def dot(u: complex, v: complex) -> float:
    return (u.conjugate() * v).real


def line(a: complex, b: complex) -> Line:
    return Line(a, unit(b - a))


def parallel(p: complex, a: complex, b: complex) -> Line:
    """Through p, parallel to ab."""
    return Line(p, unit(b - a))


def perpendicular(p: complex, a: complex, b: complex) -> Line:
    """Through p, perpendicular to ab."""
    return Line(p, 1j * unit(b - a))


def bisector(a: complex, b: complex) -> Line:
    """The perpendicular bisector of ab."""
    return Line((a + b) / 2, 1j * unit(b - a))


def angle_bisector(a: complex, b: complex, c: complex) -> Line:
    """The inner bisector of angle abc."""
    u, v = unit(a - b), unit(c - b)
    return Line(b, unit(u + v) if abs(u + v) > TINY else 1j * u)


def circle(o: complex, a: complex) -> Circle:
    """About o through a."""
    if abs(a - o) < TINY:
        raise Degenerate("the circle has radius 0")
    return Circle(o, abs(a - o))


def foot(p: complex, a: complex, b: complex) -> complex:
    u = unit(b - a)
    return a + u * dot(u, p - a)


def reflect(p: complex, a: complex, b: complex) -> complex:
    return 2 * foot(p, a, b) - p


def meet(first: Line, second: Line) -> complex:
    """Where two lines cross."""
    d = cross(first.direction, second.direction)
    if abs(d) < 1e-7:
        raise Degenerate("the lines are parallel")
    return first.point + first.direction * (cross(second.point - first.point, second.direction) / d)


def line_circle(line_: Line, circle_: Circle) -> list[complex]:
    """One or two common points, in no particular order."""
    middle = line_.point + line_.direction * dot(line_.direction, circle_.center - line_.point)
    square = circle_.radius**2 - abs(middle - circle_.center) ** 2
    if square < -1e-9 * circle_.radius**2:
        raise Degenerate("the line misses the circle")
    half = math.sqrt(max(square, 0.0))
    if half < 1e-5 * circle_.radius:
        return [middle]
    return [middle + half * line_.direction, middle - half * line_.direction]


def circle_circle(first: Circle, second: Circle) -> list[complex]:
    """One or two common points."""
    between = second.center - first.center
    d = abs(between)
    if d < TINY:
        raise Degenerate("the circles have the same center")
    along = (d * d + first.radius**2 - second.radius**2) / (2 * d)
    square = first.radius**2 - along * along
    if square < -1e-9 * first.radius**2:
        raise Degenerate("the circles don't meet")
    half = math.sqrt(max(square, 0.0))
    u = between / d
    if half < 1e-5 * first.radius:
        return [first.center + u * along]
    return [first.center + u * complex(along, half), first.center + u * complex(along, -half)]


def intersections(first: Locus, second: Locus) -> list[complex]:
    """Common points of two lines or circles, within the lines' allowed parts. Raises Degenerate if there are none."""
    if isinstance(first, Line) and isinstance(second, Line):
        found = [meet(first, second)]
    elif isinstance(first, Line) and isinstance(second, Circle):
        found = line_circle(first, second)
    elif isinstance(first, Circle) and isinstance(second, Line):
        found = line_circle(second, first)
    elif isinstance(first, Circle) and isinstance(second, Circle):
        found = circle_circle(first, second)
    else:
        raise TypeError("only lines and circles intersect")
    for locus in (first, second):
        if isinstance(locus, Line):
            found = [p for p in found if locus.low <= dot(locus.direction, p - locus.point) <= locus.high]
    if not found:
        raise Degenerate("the loci don't meet where they may")
    return found


def common_places(loci: Sequence[Locus]) -> list[tuple[complex, ...]] | None:
    """Where the new points of a construction may be, by two of its loci at most; None where these leave a curve or all of
    the plane. Raises Degenerate where there is no such place."""
    for locus in loci:
        if isinstance(locus, Places):
            if not locus.options:
                raise Degenerate("there is no such point")
            return list(locus.options)
    curves = [locus for locus in loci if not isinstance(locus, Plane)]
    return [(z,) for z in intersections(curves[0], curves[1])] if len(curves) > 1 else None


def circumcenter(a: complex, b: complex, c: complex) -> complex:
    if abs(cross(b - a, c - a)) < 1e-9 * max(abs(b - a), abs(c - a), TINY) ** 2:
        raise Degenerate("three points of the circle are collinear")
    return meet(bisector(a, b), bisector(a, c))


def incenter(a: complex, b: complex, c: complex) -> complex:
    p, q, r = abs(b - c), abs(c - a), abs(a - b)
    if p + q + r < TINY:
        raise Degenerate("the triangle is a point")
    return (p * a + q * b + r * c) / (p + q + r)


def excenter(a: complex, b: complex, c: complex) -> complex:
    """Opposite to a."""
    p, q, r = abs(b - c), abs(c - a), abs(a - b)
    if q + r - p < TINY:
        raise Degenerate("the triangle is flat")
    return (-p * a + q * b + r * c) / (q + r - p)


def orthocenter(a: complex, b: complex, c: complex) -> complex:
    return meet(perpendicular(a, b, c), perpendicular(b, c, a))


def turned(v: complex, degrees: float) -> complex:
    return v * cmath.exp(1j * math.radians(degrees))


def apollonius(a: complex, b: complex, ratio: float) -> Locus:
    """Points x with |xa| = ratio · |xb|."""
    if abs(ratio - 1) < 1e-9:
        return bisector(a, b)
    inner, outer = (a + ratio * b) / (1 + ratio), (a - ratio * b) / (1 - ratio)
    return Circle((inner + outer) / 2, abs(inner - outer) / 2)


def seen_under(a: complex, b: complex, turn: complex) -> Locus:
    """Points x from which the directed angle from xa to xb, modulo π, is that of `turn`: a circle through a and b."""
    if abs(turn.imag) < TINY * abs(turn):
        return line(a, b)
    center = (a + b) / 2 + 1j * (b - a) / 2 * (turn.real / turn.imag)
    return Circle(center, abs(a - center))


def outer_tangents(o: complex, r: float, w: complex, s: float) -> list[tuple[complex, complex]]:
    """The two common outer tangents of circles (o, r) and (w, s): pairs of touch points."""
    d = abs(w - o)
    if d <= abs(r - s) + TINY:
        raise Degenerate("one circle lies inside the other")
    u, along = (w - o) / d, (r - s) / d
    across = math.sqrt(1 - along * along)
    normals = (u * complex(along, across), u * complex(along, -across))
    return [(o + r * n, w + s * n) for n in normals]


def inner_tangents(o: complex, r: float, w: complex, s: float) -> list[tuple[complex, complex]]:
    """The two common inner tangents."""
    d = abs(w - o)
    if d <= r + s + TINY:
        raise Degenerate("the circles overlap")
    u, along = (w - o) / d, (r + s) / d
    across = math.sqrt(1 - along * along)
    normals = (u * complex(along, across), u * complex(along, -across))
    return [(o + r * n, w - s * n) for n in normals]
