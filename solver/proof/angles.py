"""Angles on a circle: an equation between many of them as the sum of theorems that have a name.

A proof takes whatever a circle means as one equation. A reader knows four theorems: inscribed angles over one chord are
equal; the angle at the centre is twice that; a triangle at the centre is isosceles; the tangent (a right angle from the
radius) makes the inscribed angle with a chord. Every equation on a circle is a sum of these; here short sums are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, permutations

from solver.statements.equation import Equation, Quantity, Theory, segment

#: Theorems in a sum at most, and points that an equation may speak of: beyond that it stays one.
MOST_THEOREMS, MOST_POINTS = 3, 7

_Terms = Mapping[Quantity, Fraction]


def theorems_on_circle(e: Equation, centre: str | None) -> list[Equation]:
    """Equations of single theorems whose sum is e (modulo 180°); [e] where no short sum is found.

    e: with integer coefficients, about directions between points of a circle and perhaps its centre.
    """
    points = sorted(e.points() - {centre})
    if len(points) > MOST_POINTS:
        return [e]
    known = list(_theorems(points, centre if centre in e.points() else None))
    sums = (_sum(dict(e.terms), known, most) for most in range(1, MOST_THEOREMS + 1))
    found = next((some for some in sums if some is not None), None)
    if found is None or len(found) < 2:
        return [e]
    return [Equation.of(Theory.DIRECTION, terms.items(), {1: constant}) for terms, constant in found]


def _theorems(points: list[str], o: str | None) -> Iterator[tuple[_Terms, Fraction]]:
    for four in combinations(points, 4):
        for order in ((0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 1, 3)):  # three ways of going round
            w, x, y, z = (four[i] for i in order)
            yield _terms((1, w, x), (-1, x, y), (1, y, z), (-1, z, w)), Fraction(0)
    if o is None:
        return
    for a, b in combinations(points, 2):
        yield _terms((1, o, a), (1, o, b), (-2, a, b)), Fraction(0)
    for a, b, c in permutations(points, 3):
        if a < b:
            yield _terms((1, o, a), (-1, o, b), (-2, a, c), (2, b, c)), Fraction(0)
        if b < c:
            yield _terms((1, o, a), (-1, a, b), (-1, a, c), (1, b, c)), Fraction(1, 2)


def _terms(*terms: tuple[int, str, str]) -> _Terms:
    return {segment(a, b): Fraction(c) for c, a, b in terms}


def _sum(rest: _Terms, known: list[tuple[_Terms, Fraction]], most: int) -> list[tuple[_Terms, Fraction]] | None:
    """Theorems, each of which makes what is left shorter."""
    if not rest:
        return []
    if not most:
        return None
    size = sum(map(abs, rest.values()))
    for terms, constant in known:
        for sign in (1, -1):
            left = _minus(rest, terms, sign)
            if sum(map(abs, left.values())) < size:
                found = _sum(left, known, most - 1)
                if found is not None:
                    return [({q: sign * c for q, c in terms.items()}, sign * constant), *found]
    return None


def _minus(rest: _Terms, terms: _Terms, sign: int) -> _Terms:
    total = dict(rest)
    for q, c in terms.items():
        total[q] = total.get(q, Fraction(0)) - sign * c
    return {q: c for q, c in total.items() if c}
