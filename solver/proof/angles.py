"""Angles on a circle: an equation between many of them as the sum of theorems that have a name.

A proof takes whatever a circle means as one equation. A reader knows four theorems: inscribed angles over one chord are
equal; the angle at the center is twice that; a triangle at the center is isosceles; the tangent (a right angle from the
radius) makes the inscribed angle with a chord. Every equation on a circle is a sum of these; here short sums are found.

The instances of the theorems on n points are rows of one integer matrix, made once for each n. The search takes one
away at a time, all candidates at once; its last two are found together, by a hash of what they add up to. (Term by term
in rationals, the words of one proof about a regular octagon took 6.5 s.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from solver.statements.equation import Equation, Theory, segment

#: Theorems in a sum at most, and points that an equation may speak of: beyond that it stays one.
MOST_THEOREMS, MOST_POINTS = 3, 7
#: The coefficients of one theorem add up to this at most, signs aside.
LARGEST_THEOREM = 6

_Row = NDArray[np.int64]
#: Coefficient and the two ends, numbered.
_Term = tuple[int, int, int]


@dataclass(frozen=True)
class _Theorems:
    """Instances on points 0 … n − 1, and n for the center: each with both signs, one after the other.

    columns: the pairs whose coefficients the rows give. constants: in units of π. hashes: of the rows, additive; order:
    by which they are sorted.
    """

    columns: tuple[tuple[int, int], ...]
    rows: NDArray[np.int64]
    constants: tuple[Fraction, ...]
    weights: _Row
    hashes: _Row
    order: NDArray[np.intp]


def theorems_on_circle(e: Equation, center: str | None) -> list[Equation]:
    """Equations of single theorems whose sum is e (modulo 180°); [e] if no short sum is found.

    e: with integer coefficients, about directions between points of a circle and perhaps its center.
    """
    points = sorted(e.points() - {center})
    if len(points) > MOST_POINTS or sum(abs(c) for _, c in e.terms) > LARGEST_THEOREM * MOST_THEOREMS:
        return [e]
    with_center = center is not None and center in e.points()
    known = _theorems(len(points), with_center)
    names = [*points, *([center] if with_center and center is not None else [])]
    terms = dict(e.terms)
    chords = [segment(names[i], names[j]) for i, j in known.columns]
    whole = np.array([int(terms.get(chord, 0)) for chord in chords], dtype=np.int64)
    sums = (_sum(whole, known, most) for most in range(1, MOST_THEOREMS + 1))
    found = next((some for some in sums if some is not None), None)
    if found is None or len(found) < 2:
        return [e]
    return [
        Equation.of(
            Theory.DIRECTION,
            [(chords[k], int(known.rows[i, k])) for k in np.flatnonzero(known.rows[i])],
            {1: known.constants[i]},
        )
        for i in found
    ]


@lru_cache(maxsize=2 * (MOST_POINTS + 1))
def _theorems(n: int, with_center: bool) -> _Theorems:
    columns = tuple(combinations(range(n + with_center), 2))
    number = {pair: k for k, pair in enumerate(columns)}
    rows: list[list[int]] = []
    constants: list[Fraction] = []
    for terms, constant in _instances(n, with_center):
        row = [0] * len(columns)
        for c, a, b in terms:
            row[number[min(a, b), max(a, b)]] += c
        rows += [row, [-c for c in row]]
        constants += [constant, -constant]
    matrix = np.array(rows, dtype=np.int64).reshape(len(rows), len(columns))
    weights = np.random.default_rng(0).integers(1, 2**40, size=len(columns))
    hashes = matrix @ weights
    return _Theorems(columns, matrix, tuple(constants), weights, hashes, np.argsort(hashes, kind="stable"))


def _instances(n: int, with_center: bool) -> Iterator[tuple[Sequence[_Term], Fraction]]:
    for four in combinations(range(n), 4):
        for order in ((0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 1, 3)):  # three ways of going round
            w, x, y, z = (four[i] for i in order)
            yield ((1, w, x), (-1, x, y), (1, y, z), (-1, z, w)), Fraction(0)
    if not with_center:
        return
    o = n
    for a, b in combinations(range(n), 2):
        yield ((1, o, a), (1, o, b), (-2, a, b)), Fraction(0)
    for a, b, c in permutations(range(n), 3):
        if a < b:
            yield ((1, o, a), (-1, o, b), (-2, a, c), (2, b, c)), Fraction(0)
        if b < c:
            yield ((1, o, a), (-1, a, b), (-1, a, c), (1, b, c)), Fraction(1, 2)


def _sum(rest: _Row, known: _Theorems, most: int) -> list[int] | None:
    """Rows that add up to it, each of which makes what is left shorter; the first such rows, in their order."""
    size = int(np.abs(rest).sum())
    if size > LARGEST_THEOREM * most:
        return None
    if most == 1:
        return _row(rest, known)
    left = rest - known.rows
    shorter = np.abs(left).sum(axis=1) < size
    if most == 2:  # what is left must be a row itself
        shorter &= np.isin(left @ known.weights, known.hashes)
    for i in np.flatnonzero(shorter):
        found = _sum(left[i], known, most - 1)
        if found is not None:
            return [int(i), *found]
    return None


def _row(rest: _Row, known: _Theorems) -> list[int] | None:
    """The first row that is equal to it."""
    sought = int(rest @ known.weights)
    at = int(np.searchsorted(known.hashes, sought, sorter=known.order))
    while at < len(known.order) and known.hashes[known.order[at]] == sought:
        if np.array_equal(known.rows[known.order[at]], rest):
            return [int(known.order[at])]
        at += 1
    return None
