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
from functools import cached_property, lru_cache

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

    def _evaluate(self, xy: Array) -> tuple[Array, Array, Array, float]:
        """Residuals; the segments and their squares, (terms, 2) and (terms,), infinite where a term says nothing; the scale."""
        v = xy[self.second] - xy[self.first]
        square = np.einsum("ij,ij->i", v, v)
        centered = xy - xy.sum(axis=0) / len(xy)
        scale = float(np.vdot(centered, centered)) / len(xy) or 1.0
        pointlike = square < POINTLIKE**2 * scale
        has_silent = bool(pointlike.any())
        value = np.empty(len(square))
        directions, logs, lengths, squares = self._of_kind
        value[directions] = np.arctan2(v[directions, 1], v[directions, 0]) / math.pi
        if len(logs):
            value[logs] = 0.5 * np.log(np.where(pointlike[logs], 1.0, square[logs]))
        if len(lengths):
            value[lengths] = np.sqrt(square[lengths] / scale)
        if len(squares):
            value[squares] = square[squares] / scale
        total = np.bincount(self.equation, self.coefficient * value, minlength=len(self.constant)) + self.constant
        total -= self.wrap * np.round(total)
        if has_silent:
            silent = np.zeros(len(self.constant), dtype=bool)
            silent[self.equation[pointlike & (self.kind < _KINDS[Theory.LENGTH])]] = True
            total[silent] = 0.0
            square = np.where(pointlike | silent[self.equation], np.inf, square)
        if len(self.overlaps):
            gap = (xy[self.overlaps[:, 0]] - xy[self.overlaps[:, 1]]).ravel() / math.sqrt(scale)
            total = np.concatenate([total, gap])
        return total, v, square, scale

    def jacobian(self, xy: Array) -> tuple[Array, Array]:
        """Residuals and their derivatives, (rows,) and (rows, 2·size); the scale counts as constant."""
        residuals, v, square, scale = self._evaluate(xy)
        safe = np.where(np.isfinite(square), square, 1.0)[:, None]
        slope = np.empty_like(v)
        directions, logs, lengths, squares = self._of_kind
        slope[directions, 0] = -v[directions, 1]
        slope[directions, 1] = v[directions, 0]
        slope[directions] /= math.pi * safe[directions]
        slope[logs] = v[logs] / safe[logs]
        if len(lengths):
            slope[lengths] = v[lengths] / (np.sqrt(safe[lengths]) * math.sqrt(scale))
        if len(squares):
            slope[squares] = 2 * v[squares] / scale
        slope *= self.coefficient[:, None]
        slope[~np.isfinite(square)] = 0.0
        weights = [slope.ravel(), -slope.ravel()]
        if len(self.overlaps):
            gap = np.full(2 * len(self.overlaps), 1 / math.sqrt(scale))
            weights += [gap, -gap]
        rows = len(self.constant) + 2 * len(self.overlaps)
        matrix: Array = np.bincount(self._cells, np.concatenate(weights), minlength=rows * 2 * self.size).astype(float)
        return residuals, matrix.reshape(rows, 2 * self.size)

    @cached_property
    def _of_kind(self) -> tuple[NDArray[np.int64], ...]:
        """The numbers of the terms of each theory."""
        return tuple(np.flatnonzero(self.kind == kind) for kind in range(len(_KINDS)))

    @cached_property
    def _cells(self) -> NDArray[np.int64]:
        """Where in the Jacobian's cells each derivative belongs: of both ends of the terms, then of the overlaps."""
        width, axes = 2 * self.size, np.arange(2)
        row = self.equation[:, None] * width
        ends = [row + 2 * end[:, None] + axes for end in (self.second, self.first)]
        own = (len(self.constant) + np.arange(2 * len(self.overlaps)).reshape(-1, 2)) * width
        ends += [own + 2 * self.overlaps[:, k][:, None] + axes for k in (0, 1)]
        return np.concatenate([cells.ravel() for cells in ends])


_KINDS = {Theory.DIRECTION: 0, Theory.LOG: 1, Theory.LENGTH: 2, Theory.SQUARE: 3}


def compile_system(claims: Iterable[Statement | Equation], points: Sequence[str], xy: Array | None = None) -> System:
    """Compile statements and equations over these points. Sines (three-point quantities) aren't supported: ValueError.

    xy: where given, a collinearity is written with its most spread points first, so that coincident points don't
    silence it.
    """
    if xy is None:
        return _compiled(tuple(claims), tuple(points))
    index = {p: i for i, p in enumerate(points)}
    return _compiled(tuple(_spread(c, index, xy) for c in claims), tuple(points))


@lru_cache(maxsize=256)
def _compiled(claims: tuple[Statement | Equation, ...], points: tuple[str, ...]) -> System:
    """Kept: the same premises are solved again and again, from figure to figure."""
    index = {p: i for i, p in enumerate(points)}
    equations: list[Equation] = []
    overlaps: list[tuple[int, int]] = []
    for claim in claims:
        if isinstance(claim, Equation):
            equations.append(claim)
        elif claim.predicate is OVERLAP:
            overlaps.append((index[claim.points[0]], index[claim.points[1]]))
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


def _spread(statement: Statement | Equation, index: dict[str, int], xy: Array) -> Statement | Equation:
    if isinstance(statement, Equation) or statement.predicate is not COLL:
        return statement
    at = {p: xy[index[p]] for p in statement.points}
    first = max(at, key=lambda p: min(math.dist(at[p], at[q]) for q in at if q != p))
    return Statement(COLL, (first, *(p for p in statement.points if p != first)))
