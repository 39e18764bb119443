"""Random instances of a theorem: many pictures at once in which its premises and conditions hold.

First each point in turn starts anywhere and is moved to where the premises about it and the points before it hold
(`solver.knowledge.sketch`); then all points are moved together by Gauss–Newton steps until all premises hold exactly.
What comes out degenerate is thrown away. All pictures of a batch are solved together in one array: a library of a
hundred theorems, each also without each of its premises, needs some 10⁵ solved pictures, for which the solver of one
diagram at a time takes minutes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver.checker.conditions import holds
from solver.knowledge.sketch import sketch
from solver.statements.equation import Quantity, Theory
from solver.statements.predicates import CYCLIC, OVERLAP, Claim, Statement, equations_of
from solver.statements.theorem import Need

Array = NDArray[np.float64]

#: Gauss–Newton steps; residuals that count as solved; damping, relative to the largest row.
STEPS, SOLVED, DAMPING = 40, 1e-12, 1e-11
#: Pictures solved together.
BATCH = 256
#: Points are apart by this much of the picture's extent, and no further out than this many times its mean distance.
APART, OUTLIER = 0.02, 6.0


@dataclass(frozen=True)
class Equations:
    """Equations compiled for pictures in batches: residual e is Σ matrix[e, k] · quantity k + constant[e].

    ends: (quantities, 3) the points a, b of a segment (third: b again), or a, v, b of an angle. kind: 0 direction,
    1 log, 2 length, 3 square, 4 log sine.
    """

    matrix: Array
    constant: Array
    wrap: NDArray[np.bool_]
    ends: NDArray[np.int64]
    kind: NDArray[np.int64]

    def residuals(self, xy: Array) -> Array:
        """(pictures, equations) for xy of shape (pictures, points, 2); directions modulo 1."""
        return self._wrapped(self._values(xy) @ self.matrix.T + self.constant)

    def _wrapped(self, residual: Array) -> Array:
        return np.where(self.wrap, residual - np.round(residual), residual)

    def _values(self, xy: Array) -> Array:
        first = xy[:, self.ends[:, 1]] - xy[:, self.ends[:, 0]]
        second = xy[:, self.ends[:, 1]] - xy[:, self.ends[:, 2]]
        square = np.maximum(np.sum(first**2, axis=2), 1e-300)
        cross = np.abs(first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0])
        other = np.maximum(np.sum(second**2, axis=2), 1e-300)
        by_kind = [
            np.arctan2(first[..., 1], first[..., 0]) / math.pi,
            0.5 * np.log(square),
            np.sqrt(square),
            square,
            np.log(np.maximum(cross, 1e-300)) - 0.5 * (np.log(square) + np.log(other)),
        ]
        return np.asarray(np.choose(self.kind, by_kind))

    def jacobian(self, xy: Array) -> Array:
        """(pictures, equations, 2·points)."""
        pictures, points, _ = xy.shape
        u = xy[:, self.ends[:, 1]] - xy[:, self.ends[:, 0]]
        w = xy[:, self.ends[:, 1]] - xy[:, self.ends[:, 2]]
        square = np.maximum(np.sum(u**2, axis=2), 1e-300)[..., None]
        other = np.maximum(np.sum(w**2, axis=2), 1e-300)[..., None]
        turned_u, turned_w = np.stack([-u[..., 1], u[..., 0]], 2), np.stack([-w[..., 1], w[..., 0]], 2)
        cross = (u[..., 0] * w[..., 1] - u[..., 1] * w[..., 0])[..., None]
        cross = np.where(np.abs(cross) < 1e-300, 1e-300, cross)
        kind = self.kind[:, None]
        by_u = np.choose(
            kind,
            [turned_u / (math.pi * square), u / square, u / np.sqrt(square), 2 * u, -turned_w / cross - u / square],
        )
        by_w = np.where(kind == 4, turned_u / cross - w / other, 0.0)
        gradient = np.zeros((len(self.kind), pictures, points, 2))
        rows = np.arange(len(self.kind))
        for sign, column, slope in ((-1, 0, by_u), (1, 1, by_u + by_w), (-1, 2, by_w)):
            gradient[rows, :, self.ends[:, column]] += sign * slope.transpose(1, 0, 2)
        flat = gradient.reshape(len(self.kind), pictures * points * 2)
        return (self.matrix @ flat).reshape(-1, pictures, 2 * points).transpose(1, 0, 2)


def compile_equations(claims: Sequence[Claim], points: Sequence[str]) -> Equations:
    """The equations of claims over these points."""
    equations = [e for c in claims for e in equations_of(c)]
    keys: dict[tuple[Theory, Quantity], int] = {}
    for e in equations:
        for q, _ in e.terms:
            keys.setdefault((e.theory, q), len(keys))
    matrix = np.zeros((len(equations), len(keys)))
    for row, e in enumerate(equations):
        for q, c in e.terms:
            matrix[row, keys[e.theory, q]] = float(c)
    index = {p: i for i, p in enumerate(points)}
    ends = [(index[q[0]], index[q[1]], index[q[-1]]) for _, q in keys]
    kinds = [4 if len(q) == 3 else list(Theory).index(t) for t, q in keys]
    return Equations(
        matrix,
        np.array([sum(float(c) * (1 if b == 1 else math.log(b)) for b, c in e.constants) for e in equations]),
        np.array([e.theory is Theory.DIRECTION for e in equations], dtype=bool),
        np.array(ends, dtype=np.int64).reshape(-1, 3),
        np.array(kinds, dtype=np.int64),
    )


def errors_of(claim: Claim, points: Sequence[str], xy: Array) -> Array:
    """How far a claim is from true in each picture, (pictures,)."""
    if isinstance(claim, Statement) and claim.predicate is OVERLAP:
        a, b = (points.index(p) for p in claim.points)
        return np.asarray(np.max(np.abs(xy[:, a] - xy[:, b]), axis=1))
    return np.asarray(np.max(np.abs(compile_equations([claim], points).residuals(xy)), axis=1, initial=0.0))


def random_pictures(
    claims: Sequence[Claim],
    conditions: Sequence[Need],
    points: Sequence[str],
    rng: Generator,
    batch: int = BATCH,
    shown_equal: Sequence[tuple[str, ...]] = (),
) -> Array:
    """What a batch of random starts gives: (pictures ≤ batch, points, 2), of extent about 1, premises exact to 1e-12.

    Points are apart, but for those that are going to be `shown_equal`.
    """
    equations = compile_equations(claims, points)
    conditions = [*conditions, *proper_circles(claims)]
    with np.errstate(all="ignore"):  # pictures that run away are thrown out below
        xy = sketch(claims, points, rng, batch)
        if len(equations.constant):
            xy = _solve(equations, xy)
    xy = xy - xy.mean(axis=1, keepdims=True)
    distance = np.sqrt(np.sum(xy**2, axis=2))
    extent = distance.max(axis=1)
    xy = xy / extent[:, None, None]
    gaps = np.sqrt(np.sum((xy[:, :, None] - xy[:, None]) ** 2, axis=3))
    gaps[:, np.arange(len(points)), np.arange(len(points))] = np.inf
    index = {p: i for i, p in enumerate(points)}
    for a, b in shown_equal:
        gaps[:, index[a], index[b]] = gaps[:, index[b], index[a]] = np.inf
    good = (gaps.min(axis=(1, 2)) > APART) & (extent < OUTLIER * distance.mean(axis=1)) & np.isfinite(extent)
    if len(equations.constant):
        good &= np.max(np.abs(equations.residuals(xy)), axis=1) < SOLVED
    kept = [int(k) for k in np.flatnonzero(good) if satisfies(xy[k], conditions, points)]
    return np.asarray(xy[np.array(kept, dtype=np.int64)])


def proper_circles(claims: Sequence[Claim]) -> list[Need]:
    """That concyclic points aren't on a line, which satisfies the equations of `cyclic` as well."""
    return [Need("noncollinear", c.points[:3]) for c in claims if isinstance(c, Statement) and c.predicate is CYCLIC]


def satisfies(xy: Array, conditions: Sequence[Need], points: Sequence[str]) -> bool:
    """Whether the conditions hold in one picture, (points, 2)."""
    at = {p: complex(x, y) for p, (x, y) in zip(points, xy, strict=True)}
    return all(holds(c, at) for c in conditions)


def _solve(equations: Equations, xy: Array) -> Array:
    """Damped Gauss–Newton with minimum-norm steps, no longer than the picture is wide; pictures that fail stay wild."""
    pictures, points, _ = xy.shape
    active = np.arange(pictures)
    for _ in range(STEPS):
        residual = equations.residuals(xy[active])
        active = active[np.max(np.abs(residual), axis=1) > 1e-15]
        if not len(active):
            break
        residual = equations.residuals(xy[active])
        slope = equations.jacobian(xy[active])
        normal = slope @ slope.transpose(0, 2, 1)
        largest = np.maximum(np.max(np.abs(normal), axis=(1, 2)), 1e-12)
        normal += (DAMPING * largest)[:, None, None] * np.eye(normal.shape[1])
        try:
            multiplier = np.linalg.solve(normal, residual[..., None])
        except np.linalg.LinAlgError:
            break
        step = (slope.transpose(0, 2, 1) @ multiplier)[..., 0]
        size = np.sqrt(np.sum(step**2, axis=1))
        scale = np.sqrt(np.sum(xy[active] ** 2, axis=(1, 2)))
        step *= np.minimum(1.0, 0.5 * scale / np.maximum(size, 1e-300))[:, None]
        moved = xy[active] - step.reshape(-1, points, 2)
        xy[active] = np.where(np.isfinite(moved), moved, xy[active])
    return xy
