"""Figures in which the premises hold: the certificate's own to many digits, and fresh ones.

The equations of the premises are solved by Gauss–Newton in floating point, then by chord–Newton: residuals to all the
digits that are asked for, steps by the pseudo-inverse of the floating-point Jacobian. Each such step gains about twelve
digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

import mpmath
import numpy as np
from numpy.typing import NDArray

from solver.checker.conditions import MARGIN, Places, exists
from solver.checker.double_roots import Deflation
from solver.checker.figures import Figure, plain_equations
from solver.checker.residuals import Residuals
from solver.statements.equation import Equation, Quantity
from solver.statements.predicates import OVERLAP, Statement

#: How far points are pushed for a fresh figure, its extent being about 1.
AMOUNTS = (1e-2, 3e-3, 1e-3, 1e-4, 1e-5, 1e-6)
#: Sine of the angle of a triangle whose orientation is kept.
PROPER = 1e-3
#: Digits beyond those asked for: in the arithmetic, and in the premises that are solved.
GUARD_DIGITS, SOLVED_DIGITS = 25, 15

Vector = NDArray[np.float64]


class PremiseSystem:
    """The equations of premises over some points, ready to be solved. Points said to overlap move as one."""

    def __init__(self, premises: Sequence[Statement], at: Places) -> None:
        self.points = tuple(at)
        leader = {p: p for p in at}
        for statement in premises:
            if statement.predicate is OVERLAP:
                a, b = (leader[p] for p in statement.points)
                leader = {p: a if q == b else q for p, q in leader.items()}
        equations = [
            e
            for statement in premises
            for e in (_renamed(e, leader) for e in plain_equations(statement, at))
            if e is not None and all(exists(at, q) for q, _ in e.terms)
        ]
        self._leaders = sorted(set(leader.values()))
        column = {p: i for i, p in enumerate(self._leaders)}
        self._group = np.array([column[leader[p]] for p in self.points], dtype=np.int64)
        self._residuals = Residuals(equations, self._leaders)

    def solve(self, start: NDArray[np.complex128]) -> NDArray[np.complex128] | None:
        """Places near `start`, one for each of `points`, where the premises hold to floating-point accuracy."""
        try:
            return self._solve(start)
        except np.linalg.LinAlgError:
            return None

    def _solve(self, start: NDArray[np.complex128]) -> NDArray[np.complex128] | None:
        u = self._unknowns(start)
        residual, jacobian = self._residuals.linearised(u)
        worst = np.max(np.abs(residual), initial=0.0)
        for _ in range(40):
            if not worst > 1e-15:
                break
            moved = u + np.linalg.lstsq(jacobian, -residual, rcond=1e-9)[0]
            residual, jacobian = self._residuals.linearised(moved)
            now = np.max(np.abs(residual), initial=0.0)
            if not now < worst:
                break
            u, worst = moved, now
        if not worst < 1e-9:
            return None
        n = len(self._leaders)
        return np.asarray((u[:n] + 1j * u[n:])[self._group])

    def polish(self, start: NDArray[np.complex128], digits: int) -> Figure | None:
        """A figure near `start`, a solution in floating point, in which the premises hold to more than `digits` digits."""
        try:
            return self._polish(start, digits)
        except np.linalg.LinAlgError:
            return None

    def _polish(self, start: NDArray[np.complex128], digits: int) -> Figure | None:
        mp = mpmath.MPContext()
        mp.dps = digits + GUARD_DIGITS
        u = self._unknowns(start)
        inverse = np.asarray(np.linalg.pinv(self._residuals.linearised(u)[1], rcond=1e-9), dtype=np.float64)
        goal = mp.mpf(10) ** -(digits + SOLVED_DIGITS)
        found = _chord_newton(mp, u, lambda v: self._residuals.exact(mp, v), inverse, goal)
        if found is None:
            deflation = Deflation(self._residuals, u)
            found = _chord_newton(mp, deflation.start, lambda v: deflation.exact(mp, v), deflation.inverse, goal)
        if found is None:
            return None
        n = len(self._leaders)
        return Figure(mp, {p: mp.mpc(found[g], found[n + g]) for p, g in zip(self.points, self._group, strict=True)})

    def _unknowns(self, places: NDArray[np.complex128]) -> Vector:
        """All x, then all y, of the points that move on their own."""
        z = np.zeros(len(self._leaders), dtype=np.complex128)
        z[self._group] = places
        return np.concatenate([z.real, z.imag])


def _chord_newton(
    mp: Any, start: Vector, residuals: Callable[[Sequence[Any]], Sequence[Any]], inverse: Vector, goal: Any
) -> Sequence[Any] | None:
    """Unknowns for which all residuals are below the goal; None where the steps don't lead there."""
    u = [mp.mpf(x) for x in start]
    before = mp.inf
    while True:
        values = residuals(u)
        worst = max(map(abs, values), default=mp.zero)
        if worst < goal:
            return u
        if not worst < before / 10:
            return None
        before = worst
        step = inverse @ np.array([float(r / worst) for r in values])
        u = [x - worst * mp.mpf(s) for x, s in zip(u, step, strict=True)]


def _renamed(e: Equation, leader: Mapping[str, str]) -> Equation | None:
    """The equation with each point's leader for it; None where a segment shrinks to a point."""
    terms: list[tuple[Quantity, Fraction]] = []
    for q, c in e.terms:
        a, b = (leader[p] for p in q)
        if a == b:
            return None
        terms.append(((a, b) if a < b else (b, a), c))
    renamed = Equation.of(e.theory, terms, dict(e.constants))
    return renamed if renamed.terms else None


def fresh_figure(
    system: PremiseSystem,
    reference: Figure,
    is_like: Callable[[Places], bool],
    rng: np.random.Generator,
    digits: int,
) -> Figure | None:
    """Another figure of the premises for which `is_like` holds, as far from the reference as can be had.

    It has the reference's shape: a push as large as a triangle might turn it over, into another configuration.
    """
    base = np.array([complex(reference.places[p]) for p in system.points], dtype=np.complex128)
    shape = _Shape(base)
    for amount in AMOUNTS:
        push = rng.standard_normal(len(base)) + 1j * rng.standard_normal(len(base))
        z = system.solve(np.asarray(base + amount * push, dtype=np.complex128))
        if z is None or float(np.max(np.abs(z - base))) > 20 * amount or not shape.is_kept_by(z):
            continue
        if is_like(dict(zip(system.points, map(complex, z), strict=True))):
            figure = system.polish(z, digits)
            if figure is not None:
                return figure
    return None


class _Shape:
    """What a fresh figure has in common with its reference: which points are apart, and how proper triangles turn."""

    def __init__(self, z: NDArray[np.complex128]) -> None:
        gaps = _gaps(z)
        self._apart = gaps > MARGIN
        self._places, self._room = z, np.min(np.where(self._apart, gaps, np.inf), axis=1, initial=1.0) / 2
        turns = _turns(z)
        self._proper = np.abs(turns) > PROPER
        self._signs = np.sign(turns[self._proper])

    def is_kept_by(self, z: NDArray[np.complex128]) -> bool:
        """No point has moved as far as half the way to the next one."""
        return bool(
            np.all(np.abs(z - self._places) < self._room)
            and np.all(_gaps(z)[self._apart] > MARGIN)
            and np.all(np.sign(_turns(z)[self._proper]) == self._signs)
        )


def _gaps(z: NDArray[np.complex128]) -> NDArray[np.float64]:
    """Distances of all pairs."""
    return np.abs(z[:, None] - z[None, :])


def _turns(z: NDArray[np.complex128]) -> NDArray[np.float64]:
    """Sine of the angle at the first of each three points; 0 where it coincides with another."""
    i, j, k = np.array(list(combinations(range(len(z)), 3)), dtype=np.int64).reshape(-1, 3).T
    u, v = z[j] - z[i], z[k] - z[i]
    size = np.abs(u) * np.abs(v)
    return np.asarray((u.conj() * v).imag / np.where(size > MARGIN**2, size, np.inf))
