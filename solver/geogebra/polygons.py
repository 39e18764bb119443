"""Polygons: their sides; regular ones; the centroid of a triangle."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from fractions import Fraction

from solver.errors import ParseError
from solver.geogebra import curves
from solver.geogebra.figure import Figure
from solver.geogebra.objects import Line, Point, Polygon, Value
from solver.language.constructions import CONSTRUCTIONS
from solver.plane import geometry as g
from solver.statements.predicates import ACONST, COLL, CONG, CYCLIC, PARA, PERP, Statement

#: Corners of a regular polygon at most.
MOST_CORNERS = 40


def _sides(figure: Figure, corners: Sequence[str]) -> list[Line]:
    around = zip(corners, (*corners[1:], corners[0]), strict=True)
    return [curves.through(figure, a, b, is_segment=True) for a, b in around]


def polygon(figure: Figure, corners: Sequence[str]) -> list[Value]:
    return [Polygon(tuple(corners)), *_sides(figure, corners)]


def regular(figure: Figure, labels: Sequence[str], a: str, b: str, count: Fraction) -> list[Value]:
    """labels: of the polygon, its sides and its corners from the third on, these two in any mixture."""
    if count.denominator != 1 or not 3 <= count <= MOST_CORNERS:
        raise ParseError(f"a regular polygon can't have {count} corners", None, f"3 to {MOST_CORNERS} can be read")
    n = int(count)
    turn = cmath.exp(2j * math.pi / n)
    corners = [a, b]
    side = figure.at[b] - figure.at[a]
    of_points = [label for label in labels[1:] if figure.names_point(label)]
    if len(of_points) != n - 2:
        raise ParseError(f"a regular polygon of {n} corners makes {n - 2} points", None, "draw it again")
    for label in of_points:
        side *= turn
        corners.append(figure.point(label, figure.at[corners[-1]] + side))
    figure.say(_regularity(corners))
    whole, *sides = polygon(figure, corners)
    if len(labels) > 2 * n - 1:
        raise ParseError(f"a regular polygon of {n} corners has {n} sides", None, "draw it again")
    points, rest = iter([Point(c) for c in corners[2:]]), iter(sides)
    return [whole, *(next(points if label in of_points else rest) for label in labels[1:])]


def _regularity(corners: Sequence[str]) -> list[Statement]:
    n = len(corners)
    if n in (3, 4):
        row = CONSTRUCTIONS["ieq_triangle" if n == 3 else "isquare"]
        return list(row.statements(tuple(corners), (), ()))
    around = [*corners, *corners]
    said = []
    for p, q, r in zip(around[: n - 1], around[1:n], around[2 : n + 1], strict=True):
        said += [Statement(CONG, (p, q, q, r)), _turn((q, r), (p, q), Fraction(360, n))]
    return [*said, Statement(CYCLIC, tuple(corners))]


def _turn(to: tuple[str, str], of: tuple[str, str], degrees: Fraction) -> Statement:
    """The angle from line `of` to line `to`."""
    if degrees % 180 == 90:
        return Statement(PERP, (*to, *of))
    return Statement(ACONST, (*to, *of), (degrees % 180,)) if degrees % 180 else Statement(PARA, (*to, *of))


def side_at(figure: Figure, area: Polygon, place: complex) -> Line:
    """The side on whose line the place is, as nearly as can be had."""

    def off(side: Line) -> float:
        return abs(g.cross(side.at.direction, place - side.at.point))

    def from_middle(side: Line) -> float:
        a, b = figure.ends(side)
        return abs(place - (figure.at[a] + figure.at[b]) / 2)

    sides = _sides(figure, area.corners)
    least = min(map(off, sides))
    return min((side for side in sides if off(side) < least + 1e-7), key=from_middle)


def centroid(figure: Figure, label: str, a: str, b: str, c: str) -> str:
    """By the midpoints of the sides, which get names if they have none."""
    key = ("centroid", frozenset((a, b, c)))
    known = figure.made(key)
    if known is not None:
        return figure.alias(label, known)
    middles = [figure.construct("", "midpoint", *pair) for pair in ((b, c), (c, a), (a, b))]
    x = figure.point(label, (figure.at[a] + figure.at[b] + figure.at[c]) / 3)
    figure.say([Statement(COLL, (corner, middle, x)) for corner, middle in zip((a, b, c), middles, strict=True)])
    figure.note(key, x)
    return x
