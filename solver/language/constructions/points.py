"""Constructions that give points outright: centres, feet, intersections, reflections."""

from __future__ import annotations

import cmath
import math

from numpy.random import Generator

from solver.diagram import geometry as g
from solver.diagram.loci import Circle, Degenerate, Line, Places
from solver.language.constructions.construction import Construction, at, define, either

Point = complex

_CIRCLES = "o w = segment o w; a = on_circle a o w; b = on_bline b o w"


def _touch_points(centre: Point, a: Point, b: Point, c: Point) -> Places:
    return at(g.foot(centre, b, c), g.foot(centre, c, a), g.foot(centre, a, b), centre)


def _midpoints(centre: Point, a: Point, b: Point, c: Point) -> Places:
    return at((b + c) / 2, (c + a) / 2, (a + b) / 2, centre)


def _nine_point(_: Generator, a: Point, b: Point, c: Point) -> Places:
    return _midpoints(g.circumcentre((b + c) / 2, (c + a) / 2, (a + b) / 2), a, b, c)


def _second_on_line(_: Generator, a: Point, o: Point, b: Point) -> Places:
    """The line ab meets the circle about o through b again."""
    return at(2 * g.foot(o, a, b) - b)


def _second_on_circles(_: Generator, o: Point, w: Point, a: Point) -> Places:
    return at(g.reflect(a, o, w))


def _tangents(_: Generator, a: Point, o: Point, b: Point) -> Places:
    r = abs(b - o)
    if abs(a - o) <= r * (1 + 1e-6):
        raise Degenerate("the point lies inside the circle")
    x, y = g.circle_circle(Circle(o, r), g.circle((a + o) / 2, a))
    return either((x, y), (y, x))


def _square(_: Generator, a: Point, b: Point) -> Places:
    side = 1j * (b - a)
    if abs(side) < g.TINY:
        raise Degenerate("two of its points coincide")
    return either((b + side, a + side), (b - side, a - side))


def _equilateral(_: Generator, b: Point, c: Point) -> Places:
    side = c - b
    if abs(side) < g.TINY:
        raise Degenerate("two of its points coincide")
    turn = cmath.exp(1j * math.pi / 3)
    return either(b + side * turn, b + side / turn)


def _eqangle2(rng: Generator, a: Point, b: Point, c: Point) -> Places:
    """∠bax = ∠xcb: the locus is a hyperbola through a and c; a random point of it."""
    turn = cmath.exp(1j * rng.uniform(-1.2, 1.2))
    from_a = Line(a, g.unit(b - a) * turn)
    from_c = Line(c, g.unit(b - c) / turn)
    return at(g.meet(from_a, from_c))


def _trisect(_: Generator, a: Point, b: Point, c: Point) -> Places:
    third = cmath.phase(g.unit(c - b) / g.unit(a - b)) / 3
    base = g.line(a, c)
    rays = [Line(b, g.unit(a - b) * cmath.exp(1j * k * third)) for k in (1, 2)]
    return at(*(g.meet(ray, base) for ray in rays))


def _three_equal(rng: Generator, a: Point, b: Point, c: Point) -> Places:
    """z on bc; the line through z that ab and ca cut in x and y with z in the middle."""
    z = b + (c - b) * (rng.uniform(0.2, 0.8) if rng.random() < 0.5 else rng.uniform(1.1, 1.4))
    x = g.meet(Line(2 * z - c, g.unit(a - c)), g.line(a, b))
    return at(x, 2 * z - x, z)


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


def _e5128(_: Generator, a: Point, b: Point, c: Point, d: Point) -> Places:
    """y on ab and x on the circle about c through b, in line with d, with ∠(ab, ad) = ∠(xa, xy)."""
    y = (a + b) / 2
    found = g.line_circle(g.line(d, y), g.circle(c, b))
    return either(*((x, y) for x in found if abs(x - d) > 1e-6))


def _outer(_: Generator, o: Point, a: Point, w: Point, b: Point) -> Places:
    (x, y), (z, i) = g.outer_tangents(o, abs(a - o), w, abs(b - w))
    return either((x, y, z, i), (z, i, x, y))


def _inner(_: Generator, o: Point, a: Point, w: Point, b: Point) -> Places:
    (x, y), (z, i) = g.inner_tangents(o, abs(a - o), w, abs(b - w))
    return either((x, y, z, i), (z, i, x, y))


def _shift(_: Generator, b: Point, c: Point, d: Point) -> Places:
    return at(b + c - d)


_BISECT = "eqangle a b a {0} a {0} a c, eqangle c a c {0} c {0} c b, eqangle b c b {0} b {0} b a"
_TOUCH = f"coll x b c, coll y c a, coll z a b, perp i x b c, perp i y c a, perp i z a b, cong i x i y, cong i y i z, {_BISECT.format('i')}"
_MIDDLES = "coll x b c, cong x b x c, coll y c a, cong y c y a, coll z a b, cong z a z b"
_OUTER = "cong o x o a, cong w y w b, perp x o x y, perp y w y x"
_TWO_TANGENTS = f"{_OUTER}, cong o z o a, cong w i w b, perp z o z i, perp i w i z"
_SQUARE = (
    "perp a b b x, cong a b b x, para a b x y, perp a y y x, cong b x x y, cong x y y a, perp a x b y, para a y b x"
)

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
        "the centre of the circle through a, b, c",
        lambda r, a, b, c: at(g.circumcentre(a, b, c)),
    ),
    define(
        "circumcenter",
        "x a b c",
        "cong x a x b, cong x b x c",
        "the circumcentre of abc",
        lambda r, a, b, c: at(g.circumcentre(a, b, c)),
    ),
    define(
        "orthocenter",
        "x a b c",
        "perp x a b c, perp x b c a, perp x c a b",
        "the orthocentre of abc",
        lambda r, a, b, c: at(g.orthocentre(a, b, c)),
    ),
    define(
        "incenter", "x a b c", _BISECT.format("x"), "the incentre of abc", lambda r, a, b, c: at(g.incentre(a, b, c))
    ),
    define(
        "incenter2",
        "x y z i a b c",
        _TOUCH,
        "the incentre i and its touch points on bc, ca, ab",
        lambda r, a, b, c: _touch_points(g.incentre(a, b, c), a, b, c),
        new="x y z i",
    ),
    define(
        "excenter",
        "x a b c",
        _BISECT.format("x"),
        "the excentre of abc opposite a",
        lambda r, a, b, c: at(g.excentre(a, b, c)),
    ),
    define(
        "excenter2",
        "x y z i a b c",
        _TOUCH,
        "the excentre i opposite a and its touch points on bc, ca, ab",
        lambda r, a, b, c: _touch_points(g.excentre(a, b, c), a, b, c),
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
        "the nine-point centre i and the midpoints of bc, ca, ab",
        _nine_point,
        new="x y z i",
    ),
    define(
        "intersection_ll",
        "x a b c d",
        "coll x a b, coll x c d",
        "where lines ab and cd meet",
        lambda r, a, b, c, d: at(g.meet(g.line(a, b), g.line(c, d))),
    ),
    define(
        "intersection_lp",
        "x a b c m n",
        "coll x a b, para c x m n",
        "where line ab meets the parallel to mn through c",
        lambda r, a, b, c, m, n: at(g.meet(g.line(a, b), g.parallel(c, m, n))),
    ),
    define(
        "intersection_lt",
        "x a b c d e",
        "coll x a b, perp x c d e",
        "where line ab meets the perpendicular to de through c",
        lambda r, a, b, c, d, e: at(g.meet(g.line(a, b), g.perpendicular(c, d, e))),
    ),
    define(
        "intersection_pp",
        "x a b c d e f",
        "para x a b c, para x d e f",
        "where the parallels to bc through a and to ef through d meet",
        lambda r, a, b, c, d, e, f: at(g.meet(g.parallel(a, b, c), g.parallel(d, e, f))),
    ),
    define(
        "intersection_tt",
        "x a b c d e f",
        "perp x a b c, perp x d e f",
        "where the perpendiculars to bc through a and to ef through d meet",
        lambda r, a, b, c, d, e, f: at(g.meet(g.perpendicular(a, b, c), g.perpendicular(d, e, f))),
    ),
    define(
        "intersection_lc",
        "x a o b",
        "coll x a b, cong o b o x",
        "where line ab meets the circle about o through b again",
        _second_on_line,
    ),
    define(
        "intersection_cc",
        "x o w a",
        "cong o a o x, cong w a w x",
        "where the circles about o and w through a meet again",
        _second_on_circles,
    ),
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
    define("square", "a b x y", _SQUARE, "the square abxy", _square, new="x y"),
    define(
        "psquare",
        "x a b",
        "cong x a a b, perp x a a b",
        "b turned about a by −90°",
        lambda r, a, b: at(a - 1j * (b - a)),
    ),
    define(
        "nsquare",
        "x a b",
        "cong x a a b, perp x a a b",
        "b turned about a by 90°",
        lambda r, a, b: at(a + 1j * (b - a)),
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
        setting="o a = segment o a; w = mirror w o a; m = mirror m o w; b = midpoint b w m",
    ),
    define(
        "cc_itangent0",
        "x y o a w b",
        _OUTER,
        "an inner common tangent xy of the circles about o through a and w through b",
        lambda r, o, a, w, b: either(*g.inner_tangents(o, abs(a - o), w, abs(b - w))),
        new="x y",
        setting="o a = segment o a; w = mirror w o a; m = mirror m o w; b = midpoint b w m",
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
        "2l1c",
        "x y z i a b c o",
        "coll x a c, coll y b c, cong o z o a, coll i o z, cong i x i y, cong i y i z, perp i x a c, perp i y b c",
        "the circle about i that touches ca at x, cb at y and the circle about o through a at z",
        _inscribed_circle,
        new="x y z i",
        setting="a b d = triangle a b d; o = circle o a b d; c = between_bound c b d",
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
