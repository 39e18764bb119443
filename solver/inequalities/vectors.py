"""Quadratic forms in points that are sums of squares of vectors.

Σ k |PQ|² is the form of a symmetric matrix with rows that add up to 0; it is never negative exactly if the matrix is positive
semidefinite, and its LDLᵀ decomposition, which is rational, says as which sum of squares |Σ λ P|² it can be written.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from solver.checker.inequality.bounds import Ring
from solver.statements.bound import Fact, Term
from solver.statements.expression import Length


def squares_of_vectors(ring: Ring, p: Any, points: Sequence[str]) -> tuple[Term, ...] | None:
    """Terms that add up to a polynomial in squares of lengths between the points; None where it is no such sum."""
    index = {q: i for i, q in enumerate(points)}
    matrix = [[Fraction(0)] * len(points) for _ in points]
    for monomial, c in zip(p.monoms(), p.coeffs(), strict=True):
        used = [(key, int(k)) for key, k in zip(ring.keys, monomial, strict=False) if k]
        match used:
            case [(Length(a, b), 2)] if a in index and b in index:
                i, j = index[a], index[b]
                value = Fraction(int(c.p), int(c.q))
                matrix[i][j] -= value
                matrix[j][i] -= value
                matrix[i][i] += value
                matrix[j][j] += value
            case _:
                return None
    return _decomposed(matrix, points)


def _decomposed(matrix: list[list[Fraction]], points: Sequence[str]) -> tuple[Term, ...] | None:
    terms: list[Term] = []
    n = len(points)
    for k in range(n):
        pivot = matrix[k][k]
        if pivot < 0 or (pivot == 0 and any(matrix[k][j] for j in range(n))):
            return None
        if pivot == 0:
            continue
        row = [x / pivot for x in matrix[k]]
        named = [(q, x) for q, x in zip(points, row, strict=True) if x]
        terms.append(Term(pivot, (Fact("vectors", tuple(q for q, _ in named), tuple(x for _, x in named)),)))
        for i in range(n):
            for j in range(n):
                if i != k or j != k:
                    matrix[i][j] -= pivot * row[i] * row[j]
        matrix[k][k] = Fraction(0)
        for j in range(n):
            matrix[k][j] = matrix[j][k] = Fraction(0)
    return tuple(terms)
