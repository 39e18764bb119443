"""Figures in which premises touch: where |ab| = |cd| says that a chord is as long as a diameter, say.

At such a double root the Jacobian J of the premises loses rank, and Newton's method gains one digit in three steps, of
which floating point sees but half. Deflation adds what else is true there: J has a left null vector μ that it hasn't
elsewhere, Jᵀμ = 0. With μ as further unknowns the root is simple (Leykin, Verschelde and Zhao, "Newton's method with
deflation for isolated singularities of polynomial systems", 2006). Derivatives of residuals to many digits, and second
ones, are differences of neighboring values.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from solver.checker.residuals import Array, Residuals

#: Singular values below this, relative to the largest, are those that vanish at the root.
VANISHING = 1e-4
#: How far apart the places are, to either side, at which two Jacobians are compared.
STEP = 1e-5


class Deflation:
    """The residuals together with Jᵀμ for every μ that matters; the unknowns are the old ones, then the μ.

    start: the unknowns near the root. inverse: of the Jacobian there, for Newton's method.
    Each μ is that found at the start plus a combination of the vectors of the range of J, whose factors are unknown.
    """

    def __init__(self, residuals: Residuals, u: Array) -> None:
        self._residuals = residuals
        jacobian = residuals.linearized(u)[1]
        left, sizes, right = np.linalg.svd(jacobian)
        rank = int(np.sum(sizes > VANISHING * np.max(sizes, initial=0.0)))
        self._range, null, kernel = left[:, :rank], left[:, rank:], right[rank:].T
        bend = _second_derivatives(residuals, u)
        self._vectors = _touching(bend, null, kernel)
        count = self._vectors.shape[1]
        self.start = np.concatenate([u, np.zeros(rank * count)])
        rows = [np.hstack([jacobian, np.zeros((len(jacobian), rank * count))])]
        for j in range(count):
            slopes = np.zeros((len(u), rank * count))
            slopes[:, j * rank : (j + 1) * rank] = jacobian.T @ self._range
            rows.append(np.hstack([bend @ self._vectors[:, j], slopes]))
        self.inverse = np.linalg.pinv(np.vstack(rows), rcond=VANISHING)

    def exact(self, bits: int, unknowns: Sequence[int]) -> Sequence[int]:
        """All residuals, to many digits (see `solver.statements.measured`)."""
        rank, count = self._range.shape[1], self._vectors.shape[1]
        n = len(unknowns) - rank * count
        found = list(self._residuals.exact(bits, unknowns[:n]))
        slopes = self._exact_jacobian(bits, unknowns[:n])
        for j in range(count):
            factors = unknowns[n + j * rank : n + (j + 1) * rank]
            weights = [
                _fixed(x, bits) + sum(_fixed(r, bits) * f >> bits for r, f in zip(row, factors, strict=True))
                for x, row in zip(self._vectors[:, j], self._range, strict=True)
            ]
            found.extend(sum(w * s for w, s in zip(weights, column, strict=True)) >> bits for column in slopes)
        return found

    def _exact_jacobian(self, bits: int, u: Sequence[int]) -> Sequence[Sequence[int]]:
        """The derivatives of all residuals by each unknown: differences of values of twice as many digits."""
        half = bits // 2
        fine = [x << bits for x in u]
        found = []
        for k in range(len(u)):
            moved = ([x + (sign << 2 * bits - half) * (i == k) for i, x in enumerate(fine)] for sign in (1, -1))
            # Only equations that speak of the point that moves change.
            upper, lower = (self._residuals.exact(2 * bits, places, k % (len(u) // 2)) for places in moved)
            found.append([a - b >> bits - half + 1 for a, b in zip(upper, lower, strict=True)])
        return found


def _fixed(x: float, bits: int) -> int:
    return int(x * 2**53) << bits >> 53


def _second_derivatives(residuals: Residuals, u: Array) -> Array:
    """The second derivatives of each residual by two unknowns: (unknowns, unknowns, equations)."""
    steps = STEP * np.eye(len(u))
    return np.array([(residuals.linearized(u + d)[1] - residuals.linearized(u - d)[1]).T for d in steps]) / (2 * STEP)


def _touching(bend: Array, null: Array, kernel: Array) -> Array:
    """The left null vectors along which the premises bend within the kernel; others tell of redundant premises only."""
    bends = [kernel.T @ (bend @ null[:, j]) @ kernel for j in range(null.shape[1])]
    if not bends or not kernel.size:
        return null[:, :0]
    combined, sizes, _ = np.linalg.svd(np.array([b.ravel() for b in bends]), full_matrices=False)
    return np.asarray(null @ combined[:, sizes > VANISHING * max(1.0, float(np.max(sizes)))])
