"""Constructions that give the points of a triangle or segment: centers, feet, reflections, parts."""

from __future__ import annotations

import cmath

from numpy.random import Generator

from solver.language.constructions.construction import Construction, at, define
from solver.plane import geometry as g
from solver.plane.loci import Line, Places

Point = complex


def _touch_points(center: Point, a: Point, b: Point, c: Point) -> Places:
    return at(g.foot(center, b, c), g.foot(center, c, a), g.foot(center, a, b), center)


def _midpoints(center: Point, a: Point, b: Point, c: Point) -> Places:
    return at((b + c) / 2, (c + a) / 2, (a + b) / 2, center)


def _nine_point(_: Generator, a: Point, b: Point, c: Point) -> Places:
    return _midpoints(g.circumcenter((b + c) / 2, (c + a) / 2, (a + b) / 2), a, b, c)


def _trisect(_: Generator, a: Point, b: Point, c: Point) -> Places:
    third = cmath.phase(g.unit(c - b) / g.unit(a - b)) / 3
    base = g.line(a, c)
    rays = [Line(b, g.unit(a - b) * cmath.exp(1j * k * third)) for k in (1, 2)]
    return at(*(g.meet(ray, base) for ray in rays))


_BISECT = "eqangle a b a {0} a {0} a c, eqangle c a c {0} c {0} c b, eqangle b c b {0} b {0} b a"
_TOUCH = f"coll x b c, coll y c a, coll z a b, perp i x b c, perp i y c a, perp i z a b, cong i x i y, cong i y i z, {_BISECT.format('i')}"
_MIDDLES = "coll x b c, cong x b x c, coll y c a, cong y c y a, coll z a b, cong z a z b"

POINTS: tuple[Construction, ...] = (
    define("midpoint", "x a b", "coll x a b, cong x a x b", "the midpoint of ab", lambda r, a, b: at((a + b) / 2)),
    define("mirror", "x a b", "coll x a b, cong b a b x", "the reflection of a in b", lambda r, a, b: at(2 * b - a)),
    define(
        "reflect",
        "x a b c",
        "cong b a b x, cong c a c x, perp b c a x",
        "the reflection of a in line bc",
        lambda r, a, b, c: at(g.reflect(a, b, c)),
    ),
    define(
        "foot",
        "x a b c",
        "perp x a b c, coll x b c",
        "the foot of the perpendicular from a to bc",
        lambda r, a, b, c: at(g.foot(a, b, c)),
    ),
    define(
        "circle",
        "x a b c",
        "cong x a x b, cong x b x c",
        "the center of the circle through a, b, c",
        lambda r, a, b, c: at(g.circumcenter(a, b, c)),
    ),
    define(
        "circumcenter",
        "x a b c",
        "cong x a x b, cong x b x c",
        "the circumcenter of abc",
        lambda r, a, b, c: at(g.circumcenter(a, b, c)),
    ),
    define(
        "orthocenter",
        "x a b c",
        "perp x a b c, perp x b c a, perp x c a b",
        "the orthocenter of abc",
        lambda r, a, b, c: at(g.orthocenter(a, b, c)),
    ),
    define(
        "incenter", "x a b c", _BISECT.format("x"), "the incenter of abc", lambda r, a, b, c: at(g.incenter(a, b, c))
    ),
    define(
        "incenter2",
        "x y z i a b c",
        _TOUCH,
        "the incenter i and its touch points on bc, ca, ab",
        lambda r, a, b, c: _touch_points(g.incenter(a, b, c), a, b, c),
        new="x y z i",
    ),
    define(
        "excenter",
        "x a b c",
        _BISECT.format("x"),
        "the excenter of abc opposite a",
        lambda r, a, b, c: at(g.excenter(a, b, c)),
    ),
    define(
        "excenter2",
        "x y z i a b c",
        _TOUCH,
        "the excenter i opposite a and its touch points on bc, ca, ab",
        lambda r, a, b, c: _touch_points(g.excenter(a, b, c), a, b, c),
        new="x y z i",
    ),
    define(
        "centroid",
        "x y z i a b c",
        f"{_MIDDLES}, coll a x i, coll b y i, coll c z i",
        "the centroid i and the midpoints of bc, ca, ab",
        lambda r, a, b, c: _midpoints((a + b + c) / 3, a, b, c),
        new="x y z i",
    ),
    define(
        "ninepoints",
        "x y z i a b c",
        f"{_MIDDLES}, cong i x i y, cong i y i z",
        "the nine-point center i and the midpoints of bc, ca, ab",
        _nine_point,
        new="x y z i",
    ),
    define(
        "trisegment",
        "x y a b",
        "coll x a b, coll y a b, cong x a x y, cong x y y b",
        "x, y cut ab in three equal parts",
        lambda r, a, b: at((2 * a + b) / 3, (a + 2 * b) / 3),
        new="x y",
    ),
    define(
        "trisect",
        "x y a b c",
        "coll x a c, coll y a c, eqangle b a b x b x b y, eqangle b x b y b y b c",
        "x, y on ac: bx and by trisect ∠abc",
        _trisect,
        new="x y",
    ),
)
