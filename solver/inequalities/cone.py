"""Is a polynomial a sum of given ones with coefficients that aren't negative?

Non-negative least squares in floating point (Lawson and Hanson 1974) says which of them take part; what they add up to is then
solved exactly, over the rationals. The active ones are independent, so that the exact solution is unique, if there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import flint
import numpy as np
from numpy.typing import NDArray

#: A residual below this, over the target's size, counts as none; a gradient below it doesn't call for another column.
TOLERANCE, GAIN = 1e-9, 1e-10
#: Rounds, for each row.
ROUNDS = 6

Matrix = NDArray[np.float64]
Monomials = dict[tuple[int, ...], Fraction]


def monomials_of(p: Any) -> Monomials:
    """The coefficients of a polynomial of flint, by exponents."""
    return {tuple(int(k) for k in m): Fraction(int(c.p), int(c.q)) for m, c in zip(p.monoms(), p.coeffs(), strict=True)}


@dataclass(frozen=True)
class Fitted:
    """coefficients: that aren't negative, by the numbers of the polynomials; None where none were found. residual: then, what is
    left of the target, by its monomials; another polynomial is of use if its product with it is positive."""

    coefficients: dict[int, Fraction] | None
    residual: dict[tuple[int, ...], float]


def combination(target: Monomials, of: Sequence[Monomials]) -> dict[int, Fraction] | None:
    """Coefficients that aren't negative, by the numbers of the polynomials; None where none were found."""
    return fitted(target, of).coefficients


def fitted(target: Monomials, of: Sequence[Monomials]) -> Fitted:
    """The best coefficients, if they are exact, and what is missing."""
    if not target:
        return Fitted({}, {})
    rows = {m: i for i, m in enumerate(dict.fromkeys([*target, *(m for p in of for m in p)]))}
    a = np.zeros((len(rows), len(of)))
    for j, p in enumerate(of):
        for m, c in p.items():
            a[rows[m], j] = float(c)
    b = np.zeros(len(rows))
    for m, c in target.items():
        b[rows[m]] = float(c)
    scale = np.linalg.norm(a, axis=0)
    scale[scale == 0] = 1
    x, residual = _nnls(a / scale, b / np.linalg.norm(b))
    if float(np.linalg.norm(residual)) < TOLERANCE:
        return Fitted(_exactly(target, of, rows, [int(j) for j in np.flatnonzero(x > 0)]), {})
    return Fitted(None, {m: float(residual[i]) for m, i in rows.items()})


def _nnls(a: Matrix, b: Matrix) -> tuple[Matrix, Matrix]:
    """x ≥ 0 with a x as near to b as can be, and b − a x."""
    m, n = a.shape
    x, active = np.zeros(n), np.zeros(n, dtype=bool)
    residual = b - a @ x
    for _ in range(ROUNDS * m):
        if float(np.linalg.norm(residual)) < TOLERANCE:
            return x, residual
        gain = a.T @ residual
        gain[active] = -np.inf
        j = int(np.argmax(gain))
        if not gain[j] > GAIN:
            break
        active[j] = True
        while True:
            some = np.flatnonzero(active)
            solved = np.linalg.lstsq(a[:, some], b, rcond=None)[0]
            if np.all(solved > 1e-13):
                x[:] = 0
                x[some] = solved
                break
            low = solved <= 1e-13
            steps = x[some][low] / (x[some][low] - solved[low] + 1e-300)
            x[some] += float(np.min(steps)) * (solved - x[some])
            gone = some[(x[some] <= 1e-13)]
            x[gone] = 0
            active[gone] = False
            if not np.any(active):
                break
        residual = b - a @ x
    return x, residual


def _exactly(
    target: Monomials, of: Sequence[Monomials], rows: dict[tuple[int, ...], int], some: Sequence[int]
) -> dict[int, Fraction] | None:
    """The exact coefficients of these polynomials."""
    if not some:
        return None
    table = [[flint.fmpq(0)] * (len(some) + 1) for _ in rows]
    for k, p in enumerate([*(of[j] for j in some), target]):
        for m, c in p.items():
            table[rows[m]][k] = flint.fmpq(c.numerator, c.denominator)
    reduced, rank = flint.fmpq_mat(table).rref()
    found: dict[int, Fraction] = {}
    for i in range(rank):
        lead = next(k for k in range(len(some) + 1) if reduced[i, k] != 0)
        if lead == len(some):
            return None
        value: Any = reduced[i, len(some)]
        if value < 0:
            return None
        found[some[lead]] = Fraction(int(value.p), int(value.q))
    return {j: c for j, c in found.items() if c}
