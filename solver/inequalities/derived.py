"""Lengths of a figure in those of its free points: found in figures, to be proved as identities.

The square of a length from a midpoint, a foot or a center is a rational function of the squares of the sides; its form is
guessed, and its coefficients solved for in random figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from math import prod

import numpy as np
from numpy.typing import NDArray

from solver.coordinates.figure import greedy_order, plan
from solver.language.problem import Problem
from solver.statements.bound import Fact, Term
from solver.statements.conditions import NONCOLLINEAR
from solver.statements.expression import Area, Expression, Length, Number, Power, Product, Sum, difference
from solver.statements.predicates import QUANTITY, Statement

#: Denominators of coefficients, and how exact a solution is.
LARGEST_DENOMINATOR, EXACT = 144, 1e-7
_TWO, _ONE = Fraction(2), Fraction(1)

Places = Mapping[str, complex]


@dataclass(frozen=True)
class Derived:
    """A length whose square, times `times`, is an expression of free points. claim: says so."""

    length: Length
    times: tuple[Term, ...]
    claim: Statement


def free_points(problem: Problem, wanted: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Sets of points that can be anywhere and give the wanted ones: first those of the triangles that the statement names."""
    triangles = [c.points for c in problem.conditions if c.kind is NONCOLLINEAR]
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for first in (*triangles, ()):
        rest = tuple(p for p in problem.points if p not in first)
        begun = replace(problem, points=(*first, *rest))
        made = plan(problem.premises, greedy_order(begun), wanted)
        free = tuple(s.point for s in made.steps if s.freedom == 2)
        found.setdefault(frozenset(free), free)
    yield from found.values()


def related(corners: Sequence[str], figures: Sequence[Places]) -> list[Statement]:
    """What relates the squares of the sides of a triangle in all figures: a right angle, sides with values; simple factors only."""
    pairs = list(combinations(corners, 2))
    rows = np.array([[_square(a, b, at) for a, b in pairs] for at in figures])
    rows /= np.max(np.abs(rows), axis=1, keepdims=True)
    _, sizes, right = np.linalg.svd(rows)
    kernel = right[int(np.sum(sizes > EXACT)) :]
    if not 0 < len(kernel) < len(pairs):
        return []
    claims: list[Statement] = []
    for vector in _reduced(kernel):
        exact = [Fraction(float(c)).limit_denominator(LARGEST_DENOMINATOR) for c in vector]
        if float(np.max(np.abs(rows @ np.array([float(c) for c in exact])))) > EXACT:
            return []
        terms = [(c, Power(Length(*pair), _TWO)) for c, pair in zip(exact, pairs, strict=True) if c]
        left = Sum(tuple(Product((Number(c), e)) for c, e in terms if c > 0))
        other = Sum(tuple(Product((Number(-c), e)) for c, e in terms if c < 0))
        claims.append(Statement.about(QUANTITY, difference(left, other)))
    return claims


def _reduced(kernel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows that span the same, each with a 1 where the others have 0."""
    rows = kernel.copy()
    for k in range(len(rows)):
        j = int(np.argmax(np.abs(rows[k])))
        rows[k] /= rows[k, j]
        for i in range(len(rows)):
            if i != k:
                rows[i] -= rows[i, j] * rows[k]
    return rows


def derived(length: Length, free: Sequence[str], figures: Sequence[Places]) -> Derived | None:
    """The square of a length in those between free points; None where no simple form fits."""
    for factor, times, degree in _denominators(free):
        basis = list(_basis(free, degree + 1))
        if len(figures) < len(basis) + 3:
            continue
        rows = np.array([[_value(b, at) for b in basis] for at in figures])
        right = np.array([_square(length.a, length.b, at) * _factor_at(factor, at) for at in figures])
        found, _, rank, _ = np.linalg.lstsq(rows, right, rcond=None)
        exact = [Fraction(float(c)).limit_denominator(LARGEST_DENOMINATOR) for c in found]
        off = rows @ np.array([float(c) for c in exact]) - right
        if rank < len(basis) or float(np.max(np.abs(off))) > EXACT * float(np.max(np.abs(right))):
            continue
        value = Sum(tuple(
            Product((Number(c), *(Power(Length(*pair), _TWO) for pair in pairs)))
            for c, pairs in zip(exact, basis, strict=True) if c
        ))  # fmt: skip
        left: Expression = Power(length, _TWO)
        claim = Statement.about(QUANTITY, difference(left if factor is None else Product((left, factor)), value))
        return Derived(length, times, claim)
    return None


def _denominators(free: Sequence[str]) -> Iterator[tuple[Expression | None, tuple[Term, ...], int]]:
    """What the square is multiplied by, the same as terms, and its degree in squares of lengths."""
    yield None, (Term(_ONE),), 0
    if len(free) == 3:
        for pair in combinations(free, 2):
            fact = Fact("length", pair)
            yield Power(Length(*pair), _TWO), (Term(_ONE, (fact, fact)),), 1
        area = Fact("area", tuple(free))
        yield Power(Area(tuple(free)), _TWO), (Term(_ONE, (area, area)),), 2


Pairs = tuple[tuple[str, str], ...]


def _basis(free: Sequence[str], degree: int) -> Iterator[Pairs]:
    yield from combinations_with_replacement(list(combinations(free, 2)), degree)


def _value(pairs: Pairs, at: Places) -> float:
    return prod(_square(a, b, at) for a, b in pairs)


def _square(a: str, b: str, at: Places) -> float:
    return abs(at[b] - at[a]) ** 2


def _factor_at(factor: Expression | None, at: Places) -> float:
    match factor:
        case Power(Length(a, b), _):
            return _square(a, b, at)
        case Power(Area((a, b, c)), _):
            return (((at[b] - at[a]).conjugate() * (at[c] - at[a])).imag / 2) ** 2
    return 1.0
