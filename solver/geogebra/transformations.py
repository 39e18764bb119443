"""Images of points: reflections, rotations, dilations, translations, inversion."""

from __future__ import annotations

import cmath
import math

from solver.errors import ParseError
from solver.geogebra.figure import Figure
from solver.geogebra.objects import Circle, Line, Quantity, Vector
from solver.geogebra.quantities import arms, constant
from solver.plane import geometry as g
from solver.statements.predicates import ACONST, COLL, CONG, EQANGLE, EQRATIO, RCONST, Statement


def mirrored(figure: Figure, label: str, p: str, o: str) -> str:
    return figure.construct(label, "mirror", p, o)


def reflected(figure: Figure, label: str, p: str, line: Line) -> str:
    if p in figure.on(line):
        return figure.alias(label, p)
    return figure.construct(label, "reflect", p, *figure.ends(line))


def inverted(figure: Figure, label: str, p: str, circle: Circle) -> str:
    """The image of p in the circle: op · ox = r²."""
    if p in figure.on(circle):
        return figure.alias(label, p)
    o = figure.center(circle)
    if not figure.on(circle):
        raise ParseError("no point of the circle has a name, which an inversion needs", None, "put a point on it")
    r, at = figure.on(circle)[0], figure.at
    x = figure.point(label, at[o] + circle.at.radius**2 / (at[p] - at[o]).conjugate())
    figure.say([Statement(COLL, (o, p, x)), Statement(EQRATIO, (o, p, o, r, o, r, o, x))])
    return x


def translated(figure: Figure, label: str, p: str, vector: Vector) -> str:
    if p == vector.a:
        return figure.alias(label, vector.b)
    if p == vector.b:
        return figure.construct(label, "mirror", vector.a, p)
    return figure.construct(label, "parallelogram", p, vector.a, vector.b)


def dilated(figure: Figure, label: str, p: str, o: str, ratio: Quantity) -> str:
    if ratio.value is None:
        raise ParseError("porism reads dilations with a constant ratio", None, "use a number such as 2 or 1/2")
    k = ratio.value
    if k in (0, 1):
        return figure.alias(label, o if k == 0 else p)
    if k == -1:
        return figure.construct(label, "mirror", p, o)
    if k == 2:
        return figure.construct(label, "mirror", o, p)
    if k.numerator == 1 and k.denominator == 2:
        return figure.construct(label, "midpoint", p, o)
    x = figure.point(label, figure.at[o] + float(k) * (figure.at[p] - figure.at[o]))
    figure.say([Statement(COLL, (o, p, x)), Statement(RCONST, (o, x, o, p), (abs(k),))])
    return x


def rotated(figure: Figure, label: str, p: str, o: str, angle: Quantity) -> str:
    """p turned about o; counterclockwise by a constant angle, or by one of the figure."""
    at = figure.at
    if angle.value is None:
        return _rotated_as(figure, label, p, o, angle)
    degrees = constant(angle) % 360
    if degrees == 0:
        return figure.alias(label, p)
    if degrees == 180:
        return figure.construct(label, "mirror", p, o)
    if degrees in (90, 270):
        return figure.construct(label, "psquare" if degrees == 90 else "nsquare", o, p)
    if degrees in (60, 300) and figure.place_of(label) is not None:  # else a triangle on either side
        return figure.construct(label, "eq_triangle", o, p)
    x = figure.point(label, at[o] + (at[p] - at[o]) * cmath.exp(1j * math.pi * float(degrees) / 180))
    # The angle of an aconst turns from its second line to its first.
    figure.say([Statement(CONG, (o, x, o, p)), Statement(ACONST, (o, x, o, p), (degrees % 180,))])
    return x


def _rotated_as(figure: Figure, label: str, p: str, o: str, angle: Quantity) -> str:
    at = figure.at
    a, b, c, d = arms(angle)
    turn = g.unit(at[d] - at[c]) / g.unit(at[b] - at[a])
    x = figure.point(label, at[o] + (at[p] - at[o]) * turn)
    figure.say([Statement(CONG, (o, x, o, p)), Statement(EQANGLE, (o, p, o, x, a, b, c, d))])
    return x
