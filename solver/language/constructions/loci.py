"""Constructions that put a point on a line or a circle; two of them in one clause fix it."""

from __future__ import annotations

import math

from numpy.random import Generator

from solver.language.constructions.construction import Construction, define
from solver.plane import geometry as g
from solver.plane.loci import Circle, Degenerate, Line, Locus

_CIRCLE_SETTING = "o a = segment o a"


def _segment_part(_: Generator, a: complex, b: complex) -> Locus:
    return Line(a, g.unit(b - a), 0.12 * abs(b - a), 0.88 * abs(b - a))


def _on_dia(_: Generator, a: complex, b: complex) -> Locus:
    return g.circle((a + b) / 2, a)


def _on_circum(_: Generator, a: complex, b: complex, c: complex) -> Locus:
    return g.circle(g.circumcenter(a, b, c), a)


def _eqdistance(_: Generator, a: complex, b: complex, c: complex) -> Locus:
    if abs(b - c) < g.TINY:
        raise Degenerate("the distance is 0")
    return Circle(a, abs(b - c))


def _angle_mirror(_: Generator, a: complex, b: complex, c: complex) -> Locus:
    return Line(b, g.unit(c - b) ** 2 / g.unit(a - b))


def _on_aline(_: Generator, a: complex, b: complex, c: complex, d: complex, e: complex) -> Locus:
    """∠(ax, ab) = ∠(dc, de)."""
    return Line(a, g.unit(b - a) * g.unit(c - d) / g.unit(e - d))


def _on_aline0(
    _: Generator, a: complex, b: complex, c: complex, d: complex, e: complex, f: complex, w: complex
) -> Locus:
    """∠(ab, cd) = ∠(ef, wx)."""
    return Line(w, g.unit(f - e) * g.unit(d - c) / g.unit(b - a))


def _eqangle3(_: Generator, a: complex, b: complex, d: complex, e: complex, f: complex) -> Locus:
    """∠(xa, xb) = ∠(de, df)."""
    return g.seen_under(a, b, g.unit(f - d) / g.unit(e - d))


def _eqratio(_: Generator, a: complex, b: complex, c: complex, d: complex, e: complex, f: complex, w: complex) -> Locus:
    """ab : cd = ef : wx."""
    return Circle(w, abs(e - f) * abs(c - d) / abs(g.unit(b - a) * (b - a)))


def _eqratio6(_: Generator, a: complex, c: complex, e: complex, f: complex, p: complex, q: complex) -> Locus:
    """xa : xc = ef : pq."""
    if abs(p - q) < g.TINY or abs(e - f) < g.TINY or abs(a - c) < g.TINY:
        raise Degenerate("the ratio has a length 0")
    return g.apollonius(a, c, abs(e - f) / abs(p - q))


def _s_angle(_: Generator, a: complex, b: complex, degrees: float) -> Locus:
    return Line(b, g.turned(g.unit(a - b), degrees))


def _aconst(_: Generator, a: complex, b: complex, c: complex, degrees: float) -> Locus:
    return Line(c, g.turned(g.unit(b - a), degrees))


def _rconst(_: Generator, a: complex, b: complex, c: complex, ratio: float) -> Locus:
    if ratio <= 0 or abs(a - b) < g.TINY:
        raise Degenerate("the ratio is not positive, or a length is 0")
    return Circle(c, abs(a - b) / ratio)


def _apollonius(_: Generator, a: complex, b: complex, ratio: float) -> Locus:
    if ratio <= 0 or abs(a - b) < g.TINY:
        raise Degenerate("the ratio is not positive, or a length is 0")
    return g.apollonius(a, b, ratio)


def _tangent_line(_: Generator, a: complex, o: complex) -> Locus:
    return g.perpendicular(a, a, o)


def _opposite_ray(_: Generator, a: complex, b: complex) -> Locus:
    return Line(a, g.unit(a - b), 0.2 * abs(b - a), math.inf)


LOCI: tuple[Construction, ...] = (
    define("on_line", "x a b", "coll x a b", "x on line ab", lambda r, a, b: g.line(a, b)),
    define("between_bound", "x a b", "coll x a b", "x on line ab, between a and b", _segment_part),
    define("on_opline", "x a b", "coll x a b", "x on line ab, beyond a", _opposite_ray),
    define(
        "on_circle",
        "x o a",
        "cong o x o a",
        "x on the circle about o through a",
        lambda r, o, a: g.circle(o, a),
        setting=_CIRCLE_SETTING,
    ),
    define(
        "on_pline",
        "x a b c",
        "para x a b c",
        "x on the parallel to bc through a",
        lambda r, a, b, c: g.parallel(a, b, c),
    ),
    define(
        "on_pline0",
        "x a b c",
        "para x a b c",
        "x on the parallel to bc through a",
        lambda r, a, b, c: g.parallel(a, b, c),
    ),
    define(
        "on_tline",
        "x a b c",
        "perp x a b c",
        "x on the perpendicular to bc through a",
        lambda r, a, b, c: g.perpendicular(a, b, c),
    ),
    define(
        "on_bline",
        "x a b",
        "cong x a x b, eqangle a x a b b a b x",
        "x on the perpendicular bisector of ab",
        lambda r, a, b: g.bisector(a, b),
    ),
    define("iso_triangle_vertex", "x b c", "cong x b x c", "xb = xc", lambda r, b, c: g.bisector(b, c)),
    define(
        "iso_triangle_vertex_angle",
        "x b c",
        "eqangle x b b c b c x c",
        "∠(xb, bc) = ∠(bc, xc)",
        lambda r, b, c: g.bisector(b, c),
    ),
    define("on_dia", "x a b", "perp x a x b", "x on the circle with diameter ab", _on_dia),
    define("on_circum", "x a b c", "cyclic a b c x", "x on the circle through a, b, c", _on_circum),
    define("eqdistance", "x a b c", "cong x a b c", "xa = bc", _eqdistance),
    define(
        "angle_bisector",
        "x a b c",
        "eqangle b a b x b x b c",
        "x on the bisector of ∠abc",
        lambda r, a, b, c: g.angle_bisector(a, b, c),
    ),
    define(
        "angle_mirror",
        "x a b c",
        "eqangle b a b c b c b x",
        "x on the mirror image of line ba in line bc",
        _angle_mirror,
    ),
    define("on_aline", "x a b c d e", "eqangle a x a b d c d e", "∠xab = ∠cde", _on_aline),
    define("on_aline0", "x a b c d e f g", "eqangle a b c d e f g x", "∠(ab, cd) = ∠(ef, gx)", _on_aline0),
    define(
        "on_aline2",
        "x a b c d e",
        "eqangle x a x b d c d e",
        "∠axb = ∠cde",
        lambda r, a, b, c, d, e: g.seen_under(a, b, g.unit(e - d) / g.unit(c - d)),
    ),
    define("eqangle3", "x a b d e f", "eqangle x a x b d e d f", "∠axb = ∠edf", _eqangle3),
    define("eqratio", "x a b c d e f g", "eqratio a b c d e f g x", "ab : cd = ef : gx", _eqratio),
    define("eqratio6", "x a c e f g h", "eqratio x a x c e f g h", "xa : xc = ef : gh", _eqratio6),
    define(
        "s_angle",
        "a b x",
        "aconst b a b x y",
        "the directed angle from ba to bx is y degrees",
        _s_angle,
        constants="y",
        sample="37",
    ),
    define(
        "aconst",
        "a b c x",
        "aconst a b c x r",
        "the directed angle from ab to cx is r degrees",
        _aconst,
        constants="r",
        sample="37",
    ),
    define(
        "rconst2",
        "x a b",
        "rconst x a x b r",
        "xa : xb = r",
        _apollonius,
        constants="r",
        sample="3/4",
    ),
    define("rconst", "a b c x", "rconst a b c x r", "ab : cx = r", _rconst, constants="r", sample="3/4"),
    define(
        "lc_tangent",
        "x a o",
        "perp a x a o",
        "x on the tangent at a of the circle about o",
        _tangent_line,
        setting="a o = segment a o",
    ),
)
