"""Figures in which premises touch: where |ab| = |cd| says that a chord is as long as a diameter, say.

At such a double root the Jacobian J of the premises loses rank, and Newton's method gains one digit in three steps, of
which floating point sees but half. Deflation adds what else is true there: J has a left null vector μ that it hasn't
elsewhere, Jᵀμ = 0. With μ as further unknowns the root is simple (Leykin, Verschelde and Zhao, "Newton's method with
deflation for isolated singularities of polynomial systems", 2006).
"""

from __future__ import annotations

from collections.abc import Sequence

import mpmath
import numpy as np

from solver.checker.residuals import Array, Residuals

#: Singular values below this, relative to the largest, are those that vanish at the root.
VANISHING = 1e-4


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
        self._vectors = _touching(residuals, u, null, kernel)
        count = self._vectors.shape[1]
        self.start = np.concatenate([u, np.zeros(rank * count)])
        slopes = jacobian.T @ self._range
        rows = [np.hstack([jacobian, np.zeros((len(jacobian), rank * count))])]
        for j in range(count):
            row = [np.zeros_like(slopes)] * count
            row[j] = slopes
            rows.append(np.hstack([residuals.curvature(u, self._vectors[:, j]), *row]))
        self.inverse = np.linalg.pinv(np.vstack(rows), rcond=VANISHING)

    def exact(self, bits: int, unknowns: Sequence[int]) -> Sequence[int]:
        """All residuals, to many digits (see `solver.statements.measured`)."""
        mp = mpmath.MPContext()
        mp.prec = bits
        numbers = [mp.ldexp(mp.mpf(x), -bits) for x in unknowns]
        equations, rank = self._range.shape
        n = len(unknowns) - rank * self._vectors.shape[1]
        found = list(self._residuals.exact(bits, unknowns[:n]))
        for j in range(self._vectors.shape[1]):
            factors = numbers[n + j * rank : n + (j + 1) * rank]
            weights = [
                mp.mpf(self._vectors[i, j]) + mp.fsum(mp.mpf(self._range[i, k]) * f for k, f in enumerate(factors))
                for i in range(equations)
            ]
            slopes = self._residuals.exact_slopes(mp, numbers[:n], weights)
            found.extend(int(mp.ldexp(s, bits)) for s in slopes)
        return found


def _touching(residuals: Residuals, u: Array, null: Array, kernel: Array) -> Array:
    """The left null vectors along which the premises bend within the kernel; others tell of redundant premises only."""
    bends = [kernel.T @ residuals.curvature(u, null[:, j]) @ kernel for j in range(null.shape[1])]
    if not bends or not kernel.size:
        return null[:, :0]
    combined, sizes, _ = np.linalg.svd(np.array([b.ravel() for b in bends]), full_matrices=False)
    return np.asarray(null @ combined[:, sizes > VANISHING * max(1.0, float(np.max(sizes)))])
