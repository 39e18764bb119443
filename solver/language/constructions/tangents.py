"""Constructions of tangents, and of circles that touch."""

from __future__ import annotations

import math

from numpy.random import Generator

from solver.language.constructions.construction import Construction, at, define, either
from solver.plane import geometry as g
from solver.plane.loci import Circle, Degenerate, Places

Point = complex

_APART = "o a = segment o a; c = mirror c o a; w = mirror w a c; b = midpoint b w c"
_CIRCLES = "o w = segment o w; a = on_circle a o w; b = on_bline b o w"


def _tangents(_: Generator, a: Point, o: Point, b: Point) -> Places:
    r = abs(b - o)
    if abs(a - o) <= r * (1 + 1e-6):
        raise Degenerate("the point lies inside the circle")
    x, y = g.circle_circle(Circle(o, r), g.circle((a + o) / 2, a))
    return either((x, y), (y, x))


def _outer(_: Generator, o: Point, a: Point, w: Point, b: Point) -> Places:
    (x, y), (z, i) = g.outer_tangents(o, abs(a - o), w, abs(b - w))
    return either((x, y, z, i), (z, i, x, y))


def _inner(_: Generator, o: Point, a: Point, w: Point, b: Point) -> Places:
    (x, y), (z, i) = g.inner_tangents(o, abs(a - o), w, abs(b - w))
    return either((x, y, z, i), (z, i, x, y))


def _inscribed_circle(_: Generator, a: Point, b: Point, c: Point, o: Point) -> Places:
    """The circle that touches ca, cb and, from inside, the circle about o through a."""
    radius = abs(a - o)
    u, v = g.unit(a - c), g.unit(b - c)
    along = g.unit(u + v)
    sine = abs(g.cross(along, u))
    w = c - o
    # |c + t·along − o| = radius − t·sine
    p, q, r = 1 - sine**2, g.dot(along, w) + radius * sine, abs(w) ** 2 - radius**2
    root = q * q - p * r
    if root < 0 or p < g.TINY:
        raise Degenerate("no circle touches the three")
    t = (-q + math.sqrt(root)) / p
    if t <= g.TINY or radius - t * sine <= 0:
        raise Degenerate("no circle touches the three")
    i = c + t * along
    return at(g.foot(i, a, c), g.foot(i, b, c), o + radius * g.unit(i - o), i)


_OUTER = "cong o x o a, cong w y w b, perp x o x y, perp y w y x"
_TWO_TANGENTS = f"{_OUTER}, cong o z o a, cong w i w b, perp z o z i, perp i w i z"

TANGENTS: tuple[Construction, ...] = (
    define(
        "tangent",
        "x y a o b",
        "cong o x o b, perp a x o x, cong o y o b, perp a y o y",
        "the touch points of the tangents from a to the circle about o through b",
        _tangents,
        new="x y",
        setting="o b = segment o b; a = on_opline a o b",
    ),
    define(
        "cc_tangent",
        "x y z i o a w b",
        _TWO_TANGENTS,
        "the outer common tangents xy, zi of the circles about o through a and w through b",
        _outer,
        new="x y z i",
        setting=_CIRCLES,
    ),
    define(
        "cc_tangent0",
        "x y o a w b",
        _OUTER,
        "an outer common tangent xy of the circles about o through a and w through b",
        lambda r, o, a, w, b: either(*g.outer_tangents(o, abs(a - o), w, abs(b - w))),
        new="x y",
        setting=_CIRCLES,
    ),
    define(
        "cc_itangent",
        "x y z i o a w b",
        _TWO_TANGENTS,
        "the inner common tangents xy, zi of the circles about o through a and w through b",
        _inner,
        new="x y z i",
        setting=_APART,
    ),
    define(
        "cc_itangent0",
        "x y o a w b",
        _OUTER,
        "an inner common tangent xy of the circles about o through a and w through b",
        lambda r, o, a, w, b: either(*g.inner_tangents(o, abs(a - o), w, abs(b - w))),
        new="x y",
        setting=_APART,
    ),
    define(
        "2l1c",
        "x y z i a b c o",
        "coll x a c, coll y b c, cong o z o a, coll i o z, cong i x i y, cong i y i z, perp i x a c, perp i y b c",
        "the circle about i that touches ca at x, cb at y and the circle about o through a at z",
        _inscribed_circle,
        new="x y z i",
        setting="a b d = triangle a b d; o = circle o a b d; c = between_bound c b d",
    ),
)
