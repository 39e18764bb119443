"""Figures in which premises hold: found near given places, and to many digits.

The equations of the premises are solved by Gauss–Newton in floating point, then by chord–Newton: residuals to all the
digits that are asked for, steps by the pseudo-inverse of the floating-point Jacobian. Each such step gains about twelve
digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, inf, log2

import numpy as np
from numpy.typing import NDArray

from solver.checker.conditions import Places, exists
from solver.checker.double_roots import Deflation
from solver.checker.figures import FineFigure, places_of, plain_equations
from solver.checker.residuals import Residuals
from solver.statements.predicates import OVERLAP, Statement
from solver.statements.theorem import renamed_equation

#: Singular values of the premises' derivatives (each of length 1) below this count as 0.
VANISHING = 1e-7
#: Digits beyond those asked for: in the arithmetic, and in the premises that are solved.
GUARD_DIGITS, SOLVED_DIGITS = 35, 15

#: The residual below which premises hold in floating point; how many steps may lead away before that.
SOLVED, PATIENCE = 1e-9, 3

Vector = NDArray[np.float64]
Vertices = NDArray[np.complex128]


class PremiseSystem:
    """The equations of premises over some points, ready to be solved. Points said to overlap move as one."""

    def __init__(self, premises: Sequence[Statement], at: Places) -> None:
        self.points = tuple(at)
        together = places_of([s for s in premises if s.predicate is OVERLAP])
        leader = {p: min(together.get(p, (p,))) for p in at}
        said = (e for s in premises for e in plain_equations(s, at))
        apart = (e for e in said if all(exists(at, q) and leader[q[0]] != leader[q[1]] for q, _ in e.terms))
        equations = [one for e in apart if (one := renamed_equation(e, leader)).terms]
        self._leaders = sorted(set(leader.values()))
        column = {p: i for i, p in enumerate(self._leaders)}
        self._group = np.array([column[leader[p]] for p in self.points], dtype=np.int64)
        self._residuals = Residuals(equations, self._leaders)

    def places(self, z: Vertices) -> dict[str, complex]:
        """The points by their names."""
        return dict(zip(self.points, map(complex, z), strict=True))

    def solved(self, start: Places | None) -> Vertices | None:
        """As `solve`, from places by name; None where there are none."""
        return None if start is None else self.solve(np.array([start[p] for p in self.points]))

    @np.errstate(over="ignore")  # steps that lead beyond all numbers lead nowhere
    def solve(self, start: Vertices) -> Vertices | None:
        """Places near `start`, one for each of `points`, where the premises hold to floating-point accuracy."""
        u = best = self._unknowns(start)
        residual, jacobian = self._residuals.linearized(u)
        worst, since = np.abs(residual).max(initial=0.0), 0
        for _ in range(40):
            if not worst > 1e-15 or since > (PATIENCE if worst > SOLVED else 0):
                break
            try:
                u = u + np.linalg.lstsq(jacobian, -residual, rcond=1e-9)[0]
            except np.linalg.LinAlgError:
                return None
            residual, jacobian = self._residuals.linearized(u)
            now = np.abs(residual).max(initial=0.0)
            best, worst, since = (u, now, 0) if now < worst else (best, worst, since + 1)
        return self._spread(best) if worst < SOLVED else None

    def polish(self, start: Vertices, digits: int) -> FineFigure | None:
        """A figure near `start`, a solution in floating point, in which the premises hold to more than `digits` digits."""
        bits = ceil((digits + GUARD_DIGITS) * log2(10))
        goal = (1 << bits) // 10 ** (digits + SOLVED_DIGITS)
        u = self._unknowns(start)
        try:
            inverse = np.asarray(np.linalg.pinv(self._residuals.linearized(u)[1], rcond=1e-9), dtype=np.float64)
            found = _chord_newton(bits, u, self._residuals, inverse, goal)
            if found is None:
                deflation = Deflation(self._residuals, u)
                found = _chord_newton(bits, deflation.start, deflation, deflation.inverse, goal)
        except (np.linalg.LinAlgError, ZeroDivisionError):
            return None
        if found is None:
            return None
        n = len(self._leaders)
        return FineFigure(bits, {p: (found[g], found[n + g]) for p, g in zip(self.points, self._group, strict=True)})

    def along(self, places: Vertices, heading: Vertices) -> Vertices:
        """The part of a motion of the points that keeps the premises true, to first order."""
        _, sizes, right = np.linalg.svd(self._rows(places), full_matrices=False)
        barred, u = right[: int(np.sum(sizes > VANISHING))], self._unknowns(heading)
        return self._spread(u - barred.T @ (barred @ u))

    def freedom(self, places: Vertices) -> int:
        """In how many ways the points can move by the premises, beyond turning, scaling and shifting all of them."""
        sizes = np.linalg.svd(self._rows(places), compute_uv=False)
        return max(0, 2 * len(self._leaders) - int(np.sum(sizes > VANISHING)) - 4)

    def _rows(self, places: Vertices) -> NDArray[np.float64]:
        jacobian = self._residuals.linearized(self._unknowns(places))[1]
        sizes = np.linalg.norm(jacobian, axis=1, keepdims=True)
        return np.asarray(jacobian / np.where(sizes > 0, sizes, 1.0))

    def _spread(self, u: Vector) -> Vertices:
        """Places of all points from the unknowns."""
        n = len(self._leaders)
        return np.asarray((u[:n] + 1j * u[n:])[self._group])

    def _unknowns(self, places: Vertices) -> Vector:
        """All x, then all y, of the points that move on their own."""
        z = np.zeros(len(self._leaders), dtype=np.complex128)
        z[self._group] = places
        return np.concatenate([z.real, z.imag])


def _chord_newton(
    bits: int, start: Vector, residuals: Residuals | Deflation, inverse: Vector, goal: int
) -> Sequence[int] | None:
    """Unknowns, times 2^bits, for which all residuals are below the goal; None where the steps don't lead there."""
    u = [int(Fraction(float(x)) * (1 << bits)) for x in start]
    before = inf
    while True:
        values = residuals.exact(bits, u)
        worst = max(map(abs, values), default=0)
        if worst < goal:
            return u
        if not 10 * worst < before:
            return None
        before = worst
        step = inverse @ np.array([r / worst for r in values])
        u = [x - (worst * int(s * 2**53) >> 53) for x, s in zip(u, step, strict=True)]
