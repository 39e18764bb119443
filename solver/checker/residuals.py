"""How far equations are from true as a function of the places of points, with derivatives: in floats and to many digits.

Unknowns are all x, then all y. Each equation is a linear combination of quantities of segments; the value of each is a
function of the vector v along its segment, and gradients are written as complex numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import pi
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.statements.equation import Equation, Theory
from solver.statements.measured import Measured

Array = NDArray[np.float64]
#: By theory: the value of a quantity, and its gradient, from the vector along its segment and its length.
_MEASURES: Mapping[Theory, Callable[[NDArray[np.complex128], Array], tuple[Any, Any]]] = {
    Theory.DIRECTION: lambda v, size: (np.arctan2(v.imag, v.real) / pi, 1j * v / (pi * size**2)),
    Theory.LOG: lambda v, size: (np.log(size), v / size**2),
    Theory.LENGTH: lambda v, size: (size, v / size),
    Theory.SQUARE: lambda v, size: (size**2, 2 * v),
}


class Residuals:
    """The residuals of equations over points, those of directions modulo 1. Sines aren't supported (premises have none)."""

    def __init__(self, equations: Sequence[Equation], points: Sequence[str]) -> None:
        self._equations = equations
        self._points = points
        column = {p: i for i, p in enumerate(points)}
        self._keys = sorted({(e.theory, q) for e in equations for q, _ in e.terms}, key=lambda k: (k[0].value, k[1]))
        place = {k: i for i, k in enumerate(self._keys)}
        self._matrix = np.zeros((len(equations), len(self._keys)))
        for row, e in enumerate(equations):
            for q, c in e.terms:
                self._matrix[row, place[e.theory, q]] = float(c)
        self._first = np.array([column[q[0]] for _, q in self._keys], dtype=np.int64)
        self._second = np.array([column[q[1]] for _, q in self._keys], dtype=np.int64)
        of = {t: np.array([i for i, k in enumerate(self._keys) if k[0] is t], dtype=np.int64) for t in Theory}
        self._of = {t: mine for t, mine in of.items() if len(mine)}
        self._ends = np.eye(len(points))[self._second] - np.eye(len(points))[self._first]
        self._wrap = np.array([e.theory is Theory.DIRECTION for e in equations], dtype=bool)
        self._points_of = [e.points() for e in equations]
        self._constant = np.array(
            [sum(float(c) * (1 if b == 1 else np.log(b)) for b, c in e.constants) for e in equations]
        )

    def linearized(self, u: Array) -> tuple[Array, Array]:
        """(equations,), and their derivatives (equations, unknowns)."""
        z = u[: len(self._points)] + 1j * u[len(self._points) :]
        v = z[self._second] - z[self._first]
        size = np.where(v == 0, 1.0, np.abs(v))
        value, slope = np.zeros(len(v)), np.zeros(len(v), dtype=np.complex128)
        for theory, mine in self._of.items():
            value[mine], slope[mine] = _MEASURES[theory](v[mine], size[mine])
        residual = self._matrix @ value + self._constant
        residual[self._wrap] -= np.round(residual[self._wrap])
        slopes = (self._matrix * slope.real) @ self._ends, (self._matrix * slope.imag) @ self._ends
        return residual, np.concatenate(slopes, axis=1)

    def exact(self, bits: int, u: Sequence[int], about: int | None = None) -> Sequence[int]:
        """The residuals to many digits (see `solver.statements.measured`); 0 for equations that don't speak of a point.

        about: the number of that point; None: all are wanted.
        """
        measured = Measured(bits, dict(zip(self._points, zip(u, u[len(self._points) :], strict=False), strict=True)))
        point = None if about is None else self._points[about]
        return [
            0 if point is not None and point not in points else measured.value(e) // (e.whole[0] if wraps else 1)
            for e, wraps, points in zip(self._equations, self._wrap, self._points_of, strict=True)
        ]
