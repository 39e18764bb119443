"""Constructions that complete a shape on given points: squares, parallelograms, similar triangles, and rare ones."""

from __future__ import annotations

import cmath
import math

from numpy.random import Generator

from solver.language.constructions.construction import Construction, at, define, either
from solver.plane import geometry as g
from solver.plane.loci import Degenerate, Line, Places

Point = complex


def _square(_: Generator, a: Point, b: Point) -> Places:
    side = 1j * (b - a)
    if abs(side) < g.TINY:
        raise Degenerate("two of its points coincide")
    return at(b + side, a + side)


def _equilateral(_: Generator, b: Point, c: Point) -> Places:
    side = c - b
    if abs(side) < g.TINY:
        raise Degenerate("two of its points coincide")
    turn = cmath.exp(1j * math.pi / 3)
    return either(b + side * turn, b + side / turn)


def _shift(_: Generator, b: Point, c: Point, d: Point) -> Places:
    return at(b + c - d)


def _eqangle2(rng: Generator, a: Point, b: Point, c: Point) -> Places:
    """∠bax = ∠xcb: the locus is a hyperbola through a and c; a random point of it."""
    turn = cmath.exp(1j * rng.uniform(-1.2, 1.2))
    from_a = Line(a, g.unit(b - a) * turn)
    from_c = Line(c, g.unit(b - c) / turn)
    return at(g.meet(from_a, from_c))


def _three_equal(rng: Generator, a: Point, b: Point, c: Point) -> Places:
    """z on bc; the line through z that ab and ca cut in x and y with z in the middle."""
    z = b + (c - b) * (rng.uniform(0.2, 0.8) if rng.random() < 0.5 else rng.uniform(1.1, 1.4))
    x = g.meet(Line(2 * z - c, g.unit(a - c)), g.line(a, b))
    return at(x, 2 * z - x, z)


def _e5128(_: Generator, a: Point, b: Point, c: Point, d: Point) -> Places:
    """y on ab and x on the circle about c through b, in line with d, with ∠(ab, ad) = ∠(xa, xy)."""
    if abs(g.dot(g.unit(b - a), g.unit(c - b))) > 1e-6:
        raise Degenerate("ab doesn't touch the circle about c at b")
    y = (a + b) / 2
    found = g.line_circle(g.line(d, y), g.circle(c, b))
    return either(*((x, y) for x in found if abs(x - d) > 1e-6))


def _isosceles_trapezoid(_: Generator, a: Point, b: Point, c: Point) -> Places:
    return at(c + a + b - 2 * g.foot(c, a, b))


def _turn_and_stretch(a: Point, b: Point, p: Point, q: Point) -> complex:
    """What takes vector ab to pq."""
    if min(abs(b - a), abs(q - p)) < g.TINY:
        raise Degenerate("two of its points coincide")
    return (q - p) / (b - a)


def _similar(_: Generator, a: Point, b: Point, c: Point, p: Point, q: Point) -> Places:
    return at(p + (c - a) * _turn_and_stretch(a, b, p, q))


def _similar_mirrored(_: Generator, a: Point, b: Point, c: Point, p: Point, q: Point) -> Places:
    a, b, c = (z.conjugate() for z in (a, b, c))
    return at(p + (c - a) * _turn_and_stretch(a, b, p, q))


def _congruent(rng: Generator, a: Point, b: Point, c: Point, p: Point) -> Places:
    turn = cmath.exp(1j * rng.uniform(0.3, 2 * math.pi - 0.3))
    return at(p + (b - a) * turn, p + (c - a) * turn)


def _congruent_mirrored(rng: Generator, a: Point, b: Point, c: Point, p: Point) -> Places:
    return _congruent(rng, a.conjugate(), b.conjugate(), c.conjugate(), p)


_SQUARE = (
    "perp a b b x, cong a b b x, para a b x y, perp a y y x, cong b x x y, cong x y y a, perp a x b y, para a y b x"
)

SHAPES: tuple[Construction, ...] = (
    define(
        "parallelogram",
        "a b c x",
        "para a b c x, para a x b c, cong a b c x, cong a x b c",
        "the parallelogram abcx",
        lambda r, a, b, c: at(a + c - b),
    ),
    define(
        "shift",
        "x b c d",
        "cong x b c d, cong x c b d, para x b c d, para x c b d",
        "the parallelogram with xb = cd, xc = bd",
        _shift,
    ),
    define("eq_triangle", "x b c", "cong x b b c, cong b c c x", "an equilateral triangle on bc", _equilateral),
    define("square", "a b x y", _SQUARE, "the square abxy, counterclockwise", _square, new="x y"),
    define(
        "psquare",
        "x a b",
        "cong x a a b, perp x a a b",
        "b turned about a by 90°, counterclockwise",
        lambda r, a, b: at(a + 1j * (b - a)),
    ),
    define(
        "nsquare",
        "x a b",
        "cong x a a b, perp x a a b",
        "b turned about a by 90°, clockwise",
        lambda r, a, b: at(a - 1j * (b - a)),
    ),
    define(
        "iso_trapezoid2",
        "x a b c",
        "para a b c x, cong x b a c, cong x a b c",
        "the isosceles trapezoid with ab ∥ cx and xb = ac",
        _isosceles_trapezoid,
    ),
    define("simtri", "x a b c p q", "simtri a b c p q x", "△pqx similar to △abc", _similar),
    define(
        "simtrir", "x a b c p q", "simtrir a b c p q x", "△pqx similar to △abc, the other way round", _similar_mirrored
    ),
    define("contri", "x y a b c p", "contri a b c p x y", "△pxy congruent to △abc", _congruent, new="x y"),
    define(
        "contrir",
        "x y a b c p",
        "contrir a b c p x y",
        "△pxy congruent to △abc, the other way round",
        _congruent_mirrored,
        new="x y",
    ),
    define("eqangle2", "x a b c", "eqangle a b a x c x c b", "∠bax = ∠xcb", _eqangle2),
    define(
        "3peq",
        "x y z a b c",
        "coll z b c, coll x a b, coll y c a, coll x y z, cong z x z y",
        "x on ab, y on ca, and their midpoint z on bc",
        _three_equal,
        new="x y z",
    ),
    define(
        "e5128",
        "x y a b c d",
        "cong c b c x, coll y a b, coll x y d, eqangle a b a d x a x y",
        "ab touches the circle about c at b, d is on it: y on ab and x on the circle, in line with d, ∠(ab, ad) = ∠(xa, xy)",
        _e5128,
        new="x y",
        setting="b c = segment b c; a = on_tline a b b c; d = on_circle d c b",
    ),
)
