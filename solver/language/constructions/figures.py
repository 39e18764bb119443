"""Constructions that start a figure: free points, triangles, quadrilaterals."""

from __future__ import annotations

import cmath
import math
from dataclasses import replace

from numpy.random import Generator

from solver.language.constructions.construction import Construction, Sketch, at, define
from solver.plane.loci import Locus, Places, Plane


def _triangle(rng: Generator) -> Places:
    """Scalene, neither flat nor nearly isosceles, rectangular or equilateral."""
    while True:
        x, y, z, u, v, w = rng.uniform(-1, 1, 6).tolist()
        a, b, c = complex(x, y), complex(z, u), complex(v, w)
        short, middle, long = sorted((abs(b - c), abs(c - a), abs(a - b)))
        area = abs(((b - a).conjugate() * (c - a)).imag)
        skew = abs(short**2 + middle**2 - long**2) / long**2
        if short > 0.6 and area > 0.35 * long**2 and middle > 1.08 * short and long > 1.08 * middle and skew > 0.06:
            return at(a, b, c)


def _acute_triangle(rng: Generator) -> Places:
    while True:
        places = _triangle(rng)
        ((a, b, c),) = places.options
        short, middle, long = sorted((abs(b - c), abs(c - a), abs(a - b)))
        if short**2 + middle**2 > long**2:
            return places


def _segment(rng: Generator) -> Places:
    return at(
        complex(rng.uniform(-1, -0.6), rng.uniform(-0.3, 0.3)), complex(rng.uniform(0.6, 1), rng.uniform(-0.3, 0.3))
    )


def _polygon(count: int) -> Sketch:
    def sketch(rng: Generator) -> Places:
        corners = [
            cmath.rect(rng.uniform(0.75, 1.2), 2 * math.pi * (i + rng.uniform(-0.2, 0.2)) / count) for i in range(count)
        ]
        return at(*corners)

    return sketch


def _free(rng: Generator) -> Locus:
    return Plane()


def _isosceles(rng: Generator) -> Places:
    return at(1j * rng.uniform(1.0, 1.5) * (1 if rng.random() < 0.5 else 1.9), -1 + 0j, 1 + 0j)


def _equilateral(rng: Generator) -> Places:
    return at(0j, 1 + 0j, cmath.exp(1j * math.pi / 3))


def _right(rng: Generator) -> Places:
    return at(0j, complex(rng.uniform(0.8, 1.1)), 1j * rng.uniform(1.3, 2.0))


def _right_isosceles(rng: Generator) -> Places:
    return at(0j, 1 + 0j, 1j)


def _one_to_two(rng: Generator) -> Places:
    return at(0j, 1 + 0j, cmath.rect(2, rng.uniform(0.6, 2.2)))


def _square(rng: Generator) -> Places:
    return at(0j, 1 + 0j, 1 + 1j, 1j)


def _rectangle(rng: Generator) -> Places:
    width = rng.uniform(1.3, 2.2)
    return at(0j, width + 0j, width + 1j, 1j)


def _trapezoid(rng: Generator) -> Places:
    low, left, right = rng.uniform(1.8, 2.6), rng.uniform(0.2, 0.5), rng.uniform(0.9, 1.3)
    return at(0j, low + 0j, left + right + 1j, left + 1j)


def _right_trapezoid(rng: Generator) -> Places:
    return at(0j, rng.uniform(1.6, 2.4) + 0j, rng.uniform(0.8, 1.2) + 1j, 1j)


def _isosceles_trapezoid(rng: Generator) -> Places:
    low, top, height = rng.uniform(1.0, 1.6), rng.uniform(0.4, 0.8), rng.uniform(0.7, 1.2)
    return at(-low + 0j, low + 0j, top + height * 1j, -top + height * 1j)


def _equal_opposite_sides(rng: Generator) -> Places:
    """ad = bc, otherwise general."""
    a, b, length = 0j, complex(rng.uniform(1.2, 1.6)), rng.uniform(0.8, 1.2)
    return at(a, b, b + cmath.rect(length, rng.uniform(1.1, 1.5)), a + cmath.rect(length, rng.uniform(1.7, 2.1)))


def _equal_diagonals(rng: Generator) -> Places:
    a, c = -1 + 0j, 1 + 0j
    middle, turn = complex(rng.uniform(-0.3, 0.3), rng.uniform(-0.3, 0.3)), rng.uniform(1.0, 1.9)
    return at(a, middle - cmath.rect(1, turn), c, middle + cmath.rect(1, turn))


def _between(rng: Generator) -> Places:
    return at(complex(rng.uniform(0.3, 0.45)), 0j, 1 + 0j)


#: Equal angles as well: a parallelogram has the rest too.
_ISOSCELES_TRAPEZOID = "para a b c d, cong a d b c, eqangle a b a d b c b a"
_SIDES = "para a b c d, para b c a d, cong a b c d, cong b c a d"


def _mirrored(sketch: Sketch) -> Sketch:
    """Either orientation, at random: a statement may turn by an angle from a figure that it doesn't orient."""

    def either_way(rng: Generator) -> Locus:
        locus = sketch(rng)
        if isinstance(locus, Places) and rng.random() < 0.5:
            return Places(tuple(tuple(z.conjugate() for z in option) for option in locus.options))
        return locus

    return either_way


_ROWS: tuple[Construction, ...] = (
    define("free", "x", "", "x anywhere", _free),
    define("segment", "a b", "", "two points", _segment, new="a b"),
    define("triangle", "a b c", "", "a scalene triangle", _triangle, new="a b c"),
    define("acute_triangle", "a b c", "", "a scalene triangle with acute angles", _acute_triangle, new="a b c"),
    define("triangle12", "a b c", "rconst a b a c 1/2", "a triangle with ab : ac = 1 : 2", _one_to_two, new="a b c"),
    define(
        "iso_triangle",
        "a b c",
        "cong a b a c, eqangle b a b c c b c a",
        "an isosceles triangle, ab = ac",
        _isosceles,
        new="a b c",
    ),
    define("iso_triangle0", "a b c", "cong a b a c", "an isosceles triangle, ab = ac", _isosceles, new="a b c"),
    define(
        "ieq_triangle",
        "a b c",
        "cong a b b c, cong b c c a, eqangle a b a c b c b a, eqangle b c b a c a c b",
        "an equilateral triangle",
        _equilateral,
        new="a b c",
    ),
    define("r_triangle", "a b c", "perp a b a c", "a triangle with a right angle at a", _right, new="a b c"),
    define(
        "risos",
        "a b c",
        "perp a b a c, cong a b a c, eqangle b a b c c b c a",
        "an isosceles triangle with a right angle at a",
        _right_isosceles,
        new="a b c",
    ),
    define(
        "isquare", "a b c d", f"perp a b b c, cong a b b c, perp a c b d, {_SIDES}", "a square", _square, new="a b c d"
    ),
    define("rectangle", "a b c d", f"perp a b b c, cong a c b d, {_SIDES}", "a rectangle", _rectangle, new="a b c d"),
    define("quadrangle", "a b c d", "", "a convex quadrilateral", _polygon(4), new="a b c d"),
    define("pentagon", "a b c d e", "", "a convex pentagon", _polygon(5), new="a b c d e"),
    define("trapezoid", "a b c d", "para a b c d", "a trapezoid, ab ∥ cd", _trapezoid, new="a b c d"),
    define(
        "r_trapezoid",
        "a b c d",
        "para a b c d, perp a b a d",
        "a trapezoid with a right angle at a",
        _right_trapezoid,
        new="a b c d",
    ),
    define(
        "eq_trapezoid",
        "a b c d",
        _ISOSCELES_TRAPEZOID,
        "an isosceles trapezoid, ab ∥ cd and ad = bc",
        _isosceles_trapezoid,
        new="a b c d",
    ),
    define(
        "iso_trapezoid",
        "a b c d",
        _ISOSCELES_TRAPEZOID,
        "an isosceles trapezoid, ab ∥ cd and ad = bc",
        _isosceles_trapezoid,
        new="a b c d",
    ),
    define(
        "eq_quadrangle", "a b c d", "cong a d b c", "a quadrilateral with ad = bc", _equal_opposite_sides, new="a b c d"
    ),
    define(
        "eqdia_quadrangle",
        "a b c d",
        "cong a c b d",
        "a quadrilateral with equal diagonals",
        _equal_diagonals,
        new="a b c d",
    ),
    define("between", "x a b", "coll x a b", "x between a and b, all new", _between, new="x a b"),
)

FIGURES: tuple[Construction, ...] = tuple(replace(row, sketch=_mirrored(row.sketch)) for row in _ROWS)
