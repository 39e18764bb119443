"""How far a set of equations is from true at given coordinates, and how that changes as points move.

Every equation is linear in directions, logarithms, lengths or squares of segments (`solver.statements.equation`), so
residuals and Jacobian are sums over segments. Direction residuals are taken modulo 1; lengths and squares are divided
by the figure's scale, so that all residuals are comparable. A segment whose ends coincide says nothing of directions:
its equation is left out. They are computed by the core (solver/core/numeric/residuals.cpp).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from solver import _core
from solver._core import Residuals
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import COLL, OVERLAP, Statement

Array = NDArray[np.float64]


@dataclass(frozen=True)
class System:
    """Equations over numbered points, compiled by the core.

    overlaps: (k, 2) pairs of points that must coincide, two residuals each after those of the equations.
    """

    core: Residuals
    overlaps: NDArray[np.int64]

    @property
    def rows(self) -> int:
        """How many residuals there are."""
        return self.core.rows

    def residuals(self, xy: Array) -> Array:
        """(equations + 2·overlaps,)"""
        return self.core.residuals(np.ascontiguousarray(xy))

    def largest(self, xy: Array) -> float:
        """The size of the largest residual; 0 where there are none."""
        return self.core.largest(np.ascontiguousarray(xy))

    def jacobian(self, xy: Array) -> tuple[Array, Array]:
        """Residuals and their derivatives, (rows,) and (rows, 2·points); the scale counts as constant."""
        return self.core.jacobian(np.ascontiguousarray(xy))


_THEORIES = {theory: _core.Theory[theory.name] for theory in Theory}


def compile_system(claims: Iterable[Statement | Equation], points: Sequence[str], xy: Array | None = None) -> System:
    """Compile statements and equations over these points. Sines (three-point quantities) aren't supported: ValueError.

    xy: where given, a collinearity is written with its most spread points first, so that coincident points don't
    silence it.
    """
    claims = tuple(claims)
    if xy is not None and any(not isinstance(c, Equation) and c.predicate is COLL for c in claims):
        at = dict(zip(points, xy.tolist(), strict=True))
        claims = tuple([_spread(c, at) for c in claims])
    return _compiled(claims, tuple(points))


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
    terms: list[tuple[int, int, int, float]] = []
    rows: list[tuple[_core.Theory, float]] = []
    for k, equation in enumerate(equations):
        constant = sum(float(c) * (1.0 if base == 1 else math.log(base)) for base, c in equation.constants)
        rows.append((_THEORIES[equation.theory], constant))
        for quantity, c in equation.terms:
            if len(quantity) != 2:
                raise ValueError("residuals of sines aren't supported")
            terms.append((k, index[quantity[0]], index[quantity[1]], float(c)))
    return System(Residuals(len(points), terms, rows, overlaps), np.array(overlaps, dtype=np.int64).reshape(-1, 2))


def _spread(statement: Statement | Equation, at: Mapping[str, Sequence[float]]) -> Statement | Equation:
    if isinstance(statement, Equation) or statement.predicate is not COLL:
        return statement
    points = statement.points
    nearest = [min([math.dist(at[p], at[q]) for q in points if q != p]) for p in points]
    first = points[nearest.index(max(nearest))]
    return statement if first == points[0] else Statement(COLL, (first, *(p for p in points if p != first)))
