"""Constructions that give a point where two lines or circles meet."""

from __future__ import annotations

from numpy.random import Generator

from solver.language.constructions.construction import Construction, at, define
from solver.plane import geometry as g
from solver.plane.loci import Places

Point = complex


def _second_on_line(_: Generator, a: Point, o: Point, b: Point) -> Places:
    """The line ab meets the circle about o through b again."""
    return at(2 * g.foot(o, a, b) - b)


def _second_on_circles(_: Generator, o: Point, w: Point, a: Point) -> Places:
    return at(g.reflect(a, o, w))


CROSSINGS: tuple[Construction, ...] = (
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
)
