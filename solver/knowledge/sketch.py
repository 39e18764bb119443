"""First guesses for random pictures: point by point, many pictures at once.

Each point is moved to where the premises about it and the points before it hold, the points before it being fixed. The
premises are written as polynomials for this, a line as a cross product and equal lengths as a difference of squares:
these are linear in the new point, so that intersections, feet, midpoints and centers are found in one step from
anywhere. (For all points together the polynomials are no good: they also vanish where points coincide.)
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver.statements.equation import Equation, Theory
from solver.statements.predicates import Claim, equations_of

Array = NDArray[np.float64]
Complex = NDArray[np.complex128]

#: Newton steps for a point; the step of the central differences; damping; what counts as the place of another point.
STEPS, DIFFERENCE, DAMPING, COINCIDENT = 12, 1e-4, 1e-9, 1e-3


def sketch(claims: Sequence[Claim], points: Sequence[str], rng: Generator, batch: int) -> Array:
    """(batch, points, 2): pictures in which many of the premises nearly hold."""
    index = {p: i for i, p in enumerate(points)}
    z = rng.standard_normal((batch, len(points))) + 1j * rng.standard_normal((batch, len(points)))
    equations = [e for c in claims for e in equations_of(c)]
    last = [max(index[p] for p in e.points()) for e in equations]
    for k in range(len(points)):
        mine = [e for e, number in zip(equations, last, strict=True) if number == k]
        if mine:
            z[:, k] = _moved(mine, z, k, index)
    return np.stack([z.real, z.imag], axis=2)


def _moved(equations: Sequence[Equation], z: Complex, k: int, index: dict[str, int]) -> Complex:
    start = z[:, k].copy()
    for _ in range(STEPS):
        value = np.stack([_polynomial(e, z, k, index) for e in equations], axis=1)
        slopes = []
        for step in (DIFFERENCE, DIFFERENCE * 1j):
            here = z[:, k].copy()
            z[:, k] = here + step
            above = np.stack([_polynomial(e, z, k, index) for e in equations], axis=1)
            z[:, k] = here - step
            below = np.stack([_polynomial(e, z, k, index) for e in equations], axis=1)
            z[:, k] = here
            slopes.append((above - below) / (2 * DIFFERENCE))
        slope = np.stack(slopes, axis=2)
        normal = slope.transpose(0, 2, 1) @ slope
        largest = np.maximum(np.max(np.abs(normal), axis=(1, 2)), 1e-12)
        normal += (DAMPING * largest)[:, None, None] * np.eye(2)
        step_xy = np.linalg.solve(normal, (slope.transpose(0, 2, 1) @ value[..., None]))[..., 0]
        moved = z[:, k] - (step_xy[:, 0] + 1j * step_xy[:, 1])
        z[:, k] = np.where(np.isfinite(moved) & (np.abs(moved) < 1e3), moved, start)
    # A point that went to another one only made the polynomials vanish; the joint solution starts better from anywhere.
    gap = np.min(np.abs(z[:, :k] - z[:, k : k + 1]), axis=1, initial=np.inf)
    return np.where(gap < COINCIDENT, start, z[:, k])


def _polynomial(e: Equation, z: Complex, k: int, index: dict[str, int]) -> Array:
    """Zero where the equation holds, for point k moving; factors that are fixed have unit size."""
    segments = [(c, z[:, index[q[-1]]] - z[:, index[q[0]]], k in (index[q[0]], index[q[-1]])) for q, c in e.terms]
    if any(len(q) == 3 for q, _ in e.terms):
        return np.zeros(len(z))  # an angle's sine: left to the joint solution
    constant = sum(float(c) * (1 if b == 1 else math.log(b)) for b, c in e.constants)
    if e.theory is Theory.DIRECTION:
        product = np.full(len(z), np.exp(1j * math.pi * constant))
        for c, w, moves in segments:
            base = w if moves else w / np.maximum(np.abs(w), 1e-12)
            product = product * (base if c > 0 else np.conj(base)) ** float(abs(c))
        return np.asarray(product.imag)
    if e.theory is Theory.LOG:
        fixed = sum((float(c) * _log(w) for c, w, moves in segments if not moves), np.full(len(z), constant))
        plus, minus = np.exp(np.clip(2 * fixed, -20, 20)), np.ones(len(z))
        for c, w, moves in segments:
            if moves and c > 0:
                plus = plus * np.abs(w) ** float(2 * c)
            elif moves:
                minus = minus * np.abs(w) ** float(-2 * c)
        return np.asarray(plus - minus)
    power = 1 if e.theory is Theory.LENGTH else 2
    return np.asarray(sum((float(c) * np.abs(w) ** power for c, w, _ in segments), np.zeros(len(z))))


def _log(w: Complex) -> Array:
    return np.asarray(np.log(np.maximum(np.abs(w), 1e-12)))
