"""How far a set of equations is from true at given coordinates, and how that changes as points move.

Every equation is linear in directions, logarithms, lengths or squares of segments (`solver.statements.equation`), so
residuals and Jacobian are sums over segments. Direction residuals are taken modulo 1; lengths and squares are divided
by the figure's scale, so that all residuals are comparable. A segment whose ends coincide says nothing of directions:
its equation is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.statements.equation import Equation, Theory
from solver.statements.predicates import COLL, OVERLAP, Statement

Array = NDArray[np.float64]

#: Segments shorter than this, relative to the figure, have no direction.
POINTLIKE = 1e-9


@dataclass(frozen=True)
class System:
    """Equations compiled to arrays: one row per segment term, grouped by equation.

    equation, first, second, kind: (terms,) int; coefficient: (terms,); constant, wrap: (equations,).
    overlaps: (k, 2) pairs of points that must coincide, two residuals each after those of the equations.
    """

    size: int
    equation: NDArray[np.int64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    kind: NDArray[np.int64]
    coefficient: Array
    constant: Array
    wrap: NDArray[np.bool_]
    overlaps: NDArray[np.int64]

    def residuals(self, xy: Array) -> Array:
        """(equations + 2·overlaps,)"""
        return self._evaluate(xy)[0]

    def _evaluate(self, xy: Array) -> tuple[Array, Array, Array, Array]:
        v = xy[self.second] - xy[self.first]
        square = np.einsum("ij,ij->i", v, v)
        scale = float(np.mean(np.sum((xy - xy.mean(axis=0)) ** 2, axis=1))) or 1.0
        pointlike = square < POINTLIKE**2 * scale
        safe = np.where(pointlike, 1.0, square)
        value = np.choose(
            self.kind,
            [np.arctan2(v[:, 1], v[:, 0]) / math.pi, 0.5 * np.log(safe), np.sqrt(square / scale), square / scale],
        )
        count = len(self.constant)
        total = np.bincount(self.equation, self.coefficient * value, minlength=count) + self.constant
        total = np.where(self.wrap, total - np.round(total), total)
        silent = np.zeros(count, dtype=bool)
        silent[self.equation[pointlike & (self.kind < 2)]] = True
        total[silent] = 0.0
        gap = (xy[self.overlaps[:, 0]] - xy[self.overlaps[:, 1]]).ravel() / math.sqrt(scale)
        return (
            np.concatenate([total, gap]),
            v,
            np.where(pointlike | silent[self.equation], np.inf, square),
            np.array([scale]),
        )

    def jacobian(self, xy: Array) -> tuple[Array, Array]:
        """Residuals and their derivatives, (rows,) and (rows, 2·size); the scale counts as constant."""
        residuals, v, square, scale_ = self._evaluate(xy)
        scale = float(scale_[0])
        x, y = v[:, 0], v[:, 1]
        safe = np.where(np.isfinite(square), square, 1.0)
        by_kind = (
            np.stack([-y, x], axis=1) / (math.pi * safe)[:, None],
            v / safe[:, None],
            v / (np.sqrt(safe) * math.sqrt(scale))[:, None],  # their product may be too large for a double
            2 * v / scale,
        )
        slope = np.choose(self.kind[:, None], list(by_kind)) * self.coefficient[:, None]
        slope = np.where(np.isfinite(square)[:, None], slope, 0.0)
        rows = len(self.constant) + 2 * len(self.overlaps)
        matrix = np.zeros((rows, 2 * self.size))
        for axis in (0, 1):
            np.add.at(matrix, (self.equation, 2 * self.second + axis), slope[:, axis])
            np.add.at(matrix, (self.equation, 2 * self.first + axis), -slope[:, axis])
        for k, (a, b) in enumerate(self.overlaps):
            for axis in (0, 1):
                matrix[len(self.constant) + 2 * k + axis, 2 * a + axis] += 1 / math.sqrt(scale)
                matrix[len(self.constant) + 2 * k + axis, 2 * b + axis] -= 1 / math.sqrt(scale)
        return residuals, matrix


_KINDS = {Theory.DIRECTION: 0, Theory.LOG: 1, Theory.LENGTH: 2, Theory.SQUARE: 3}


def compile_system(claims: Iterable[Statement | Equation], points: Sequence[str], xy: Array | None = None) -> System:
    """Compile statements and equations over these points. Sines (three-point quantities) aren't supported: ValueError.

    xy: where given, a collinearity is written with its most spread points first, so that coincident points don't
    silence it.
    """
    index = {p: i for i, p in enumerate(points)}
    equations: list[Equation] = []
    overlaps: list[tuple[int, int]] = []
    for claim in claims:
        if isinstance(claim, Equation):
            equations.append(claim)
        elif claim.predicate is OVERLAP:
            overlaps.append((index[claim.points[0]], index[claim.points[1]]))
        elif claim.predicate is COLL and xy is not None:
            equations.extend(_spread(claim, index, xy).equations())
        else:
            equations.extend(claim.equations())
    number: list[int] = []
    first: list[int] = []
    second: list[int] = []
    kind: list[int] = []
    coefficient: list[float] = []
    constant = np.zeros(len(equations))
    wrap = np.zeros(len(equations), dtype=bool)
    for k, equation in enumerate(equations):
        wrap[k] = equation.theory is Theory.DIRECTION
        constant[k] = sum(float(c) * (1.0 if base == 1 else math.log(base)) for base, c in equation.constants)
        for quantity, c in equation.terms:
            if len(quantity) != 2:
                raise ValueError("residuals of sines aren't supported")
            number.append(k)
            first.append(index[quantity[0]])
            second.append(index[quantity[1]])
            kind.append(_KINDS[equation.theory])
            coefficient.append(float(c))
    return System(
        len(points), _ints(number), _ints(first), _ints(second), _ints(kind), np.array(coefficient),
        constant, wrap, _ints(overlaps).reshape(-1, 2),
    )  # fmt: skip


def _ints(values: Sequence[int] | Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def _spread(statement: Statement, index: dict[str, int], xy: Array) -> Statement:
    at = {p: xy[index[p]] for p in statement.points}
    first = max(at, key=lambda p: min(math.dist(at[p], at[q]) for q in at if q != p))
    return Statement(COLL, (first, *(p for p in statement.points if p != first)))
