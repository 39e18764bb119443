"""Figures to many digits: the certificate's own diagram and fresh ones in which the premises hold.

The equations of the premises are solved by Gauss–Newton in floating point, then by chord–Newton: residuals to all the
digits that are asked for, steps by the pseudo-inverse of the floating-point Jacobian. Each such step gains about twelve
digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import pi
from typing import Any

import mpmath
import numpy as np
from numpy.typing import NDArray

from solver.proof.checker.conditions import MARGIN, Places, exists, is_triangle
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Statement

#: How far points are pushed for a fresh figure, its extent being about 1.
AMOUNTS = (1e-2, 3e-3, 1e-3, 1e-4, 1e-5, 1e-6)
#: Digits beyond those asked for: in the arithmetic, and in the premises that are solved.
GUARD_DIGITS, SOLVED_DIGITS = 25, 15
#: Directions this close to 0 have no clear representative in [0, 1).
LIFT_MARGIN = 1e-9


class Figure:
    """Places of points as complex numbers of many digits, and what is measured there."""

    def __init__(self, context: Any, places: Mapping[str, Any]) -> None:
        self.context = context
        self.places = dict(places)
        self._measured: dict[tuple[Theory, Quantity], Any] = {}

    def floats(self) -> dict[str, complex]:
        return {p: complex(z) for p, z in self.places.items()}

    def exists(self, quantity: Quantity) -> bool:
        """See `solver.proof.checker.conditions.exists`."""
        return exists({p: complex(self.places[p]) for p in quantity}, quantity)

    def measure(self, theory: Theory, quantity: Quantity) -> Any:
        """A quantity of `solver.statements.equation`; directions in [0, 1)."""
        key = theory, quantity
        if key not in self._measured:
            self._measured[key] = self._measure(theory, quantity)
        return self._measured[key]

    def _measure(self, theory: Theory, quantity: Quantity) -> Any:
        mp = self.context
        z = [self.places[p] for p in quantity]
        if len(z) == 3:
            u, v = z[0] - z[1], z[2] - z[1]
            area = u.real * v.imag - u.imag * v.real
            return mp.log(abs(area)) - (mp.log(_square(u)) + mp.log(_square(v))) / 2
        w = z[1] - z[0]
        if theory is Theory.DIRECTION:
            d = mp.atan2(w.imag, w.real) / mp.pi
            return d + 1 if d < 0 else d - 1 if d >= 1 else d
        square = _square(w)
        return mp.log(square) / 2 if theory is Theory.LOG else mp.sqrt(square) if theory is Theory.LENGTH else square

    def value(self, equation: Equation, lifts: Figure | None = None) -> Any:
        """The left side. lifts: the figure whose directions in [0, 1) those of this figure continue."""
        mp = self.context
        total = mp.zero
        for base, c in equation.constants:
            total += _number(mp, c) * (1 if base == 1 else mp.log(base))
        for quantity, c in equation.terms:
            q = self.measure(equation.theory, quantity)
            if lifts is not None and equation.theory is Theory.DIRECTION:
                q += round(float(lifts.measure(equation.theory, quantity) - q))
            total += _number(mp, c) * q
        return total

    def error(self, claim: Statement | Equation, lifts: Figure) -> Any:
        """How far a claim is from true; None where one of its quantities doesn't exist here."""
        if isinstance(claim, Equation):
            return abs(self.value(claim, lifts)) if all(self.exists(q) for q, _ in claim.terms) else None
        if claim.predicate is OVERLAP:
            return abs(self.places[claim.points[0]] - self.places[claim.points[1]])
        if claim.predicate is CYCLIC and _is_line(claim.points, self.floats()):
            return self.context.inf  # its equations hold on a line, too
        worst = self.context.zero
        for e in plain_equations(claim, self.floats()):
            if not all(self.exists(q) for q, _ in e.terms):
                return None
            value = self.value(e)
            worst = max(worst, abs(value - round(float(value)) if e.theory is Theory.DIRECTION else value))
        return worst


def _square(w: Any) -> Any:
    return w.real * w.real + w.imag * w.imag


def _number(mp: Any, c: Fraction) -> Any:
    return c.numerator if c.denominator == 1 else mp.mpf(c.numerator) / c.denominator


def _is_line(points: tuple[str, ...], at: Places) -> bool:
    """Whether three points or more at different places are all in line."""
    spread = _most_spread(points, at)
    return all(exists(at, pair) for pair in combinations(spread, 2)) and not is_triangle(at, *spread)


def _most_spread(points: tuple[str, ...], at: Places) -> tuple[str, str, str]:
    """The two points that are farthest apart, and the one that is farthest from these."""
    a, b = max(combinations(points, 2), key=lambda pair: abs(at[pair[0]] - at[pair[1]]))
    rest = [p for p in points if p not in (a, b)]
    return a, b, max(rest, key=lambda p: min(abs(at[p] - at[a]), abs(at[p] - at[b])))


def plain_equations(statement: Statement, at: Places) -> tuple[Equation, ...]:
    """Equations of a predicate whose segments have as much extent in the figure as can be had.

    Each further point of a line or a circle is seen from those of two or three fixed points that are far from it.
    """
    if statement.predicate is COLL:
        a, b = max(combinations(statement.points, 2), key=lambda pair: abs(at[pair[0]] - at[pair[1]]))
        rest = [p for p in statement.points if p not in (a, b)]
        ends = [(a, b) if abs(at[p] - at[a]) > abs(at[p] - at[b]) else (b, a) for p in rest]
        return tuple(
            e for p, (far, near) in zip(rest, ends, strict=True) for e in Statement(COLL, (far, near, p)).equations()
        )
    if statement.predicate is CYCLIC:
        fixed = _most_spread(statement.points, at)
        found: list[Equation] = []
        for p in statement.points:
            if p not in fixed:
                z, x, y = sorted(fixed, key=lambda q: abs(at[p] - at[q]))
                found.extend(Statement(CYCLIC, (x, y, z, p)).equations())
        return tuple(found)
    return statement.equations()


class PremiseSystem:
    """The equations of premises over some points, ready to be solved. Points said to overlap move as one."""

    def __init__(self, premises: Sequence[Statement], at: Places) -> None:
        self.points = tuple(at)
        leader = {p: p for p in at}
        for statement in premises:
            if statement.predicate is OVERLAP:
                a, b = (leader[p] for p in statement.points)
                leader = {p: a if q == b else q for p, q in leader.items()}
        self._equations = [
            e
            for statement in premises
            for e in (_renamed(e, leader) for e in plain_equations(statement, at))
            if e is not None and all(exists(at, q) for q, _ in e.terms)
        ]
        leaders = sorted(set(leader.values()))
        column = {p: i for i, p in enumerate(leaders)}
        self._leaders = leaders
        self._group = np.array([column[leader[p]] for p in self.points], dtype=np.int64)
        self._keys = sorted(
            {(e.theory, q) for e in self._equations for q, _ in e.terms}, key=lambda k: (k[0].value, k[1])
        )
        place = {k: i for i, k in enumerate(self._keys)}
        self._matrix = np.zeros((len(self._equations), len(self._keys)))
        for row, e in enumerate(self._equations):
            for q, c in e.terms:
                self._matrix[row, place[e.theory, q]] = float(c)
        self._first = np.array([column[q[0]] for _, q in self._keys], dtype=np.int64)
        self._second = np.array([column[q[1]] for _, q in self._keys], dtype=np.int64)
        self._of = {t: np.array([k[0] is t for k in self._keys], dtype=bool) for t in Theory}
        self._wrap = np.array([e.theory is Theory.DIRECTION for e in self._equations], dtype=bool)
        self._constant = np.array(
            [sum(float(c) * (1 if b == 1 else np.log(b)) for b, c in e.constants) for e in self._equations]
        )

    def solve(self, start: NDArray[np.complex128]) -> NDArray[np.complex128] | None:
        """Places near `start`, one for each of `points`, where the premises hold to floating-point accuracy."""
        z = np.zeros(len(self._leaders), dtype=np.complex128)
        z[self._group] = start
        residual, jacobian = self._linearised(z)
        worst = np.max(np.abs(residual), initial=0.0)
        for _ in range(30):
            if not worst > 1e-14:
                break
            step = np.linalg.lstsq(jacobian, -residual, rcond=1e-9)[0]
            moved = z + step[: len(z)] + 1j * step[len(z) :]
            residual, jacobian = self._linearised(moved)
            now = np.max(np.abs(residual), initial=0.0)
            if not now < worst:
                break
            z, worst = moved, now
        return z[self._group] if worst < 1e-9 else None

    def _linearised(self, z: NDArray[np.complex128]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Residuals, and their derivatives by all x, then all y."""
        v = z[self._second] - z[self._first]
        size = np.where(v == 0, 1.0, np.abs(v))
        shapes = {
            Theory.DIRECTION: (np.angle(v) / pi, 1j * v / (pi * size**2)),
            Theory.LOG: (np.log(size), v / size**2),
            Theory.LENGTH: (size, v / size),
            Theory.SQUARE: (size**2, 2 * v),
        }
        value = np.zeros(len(v))
        slope = np.zeros(len(v), dtype=np.complex128)
        for theory, (values, slopes) in shapes.items():
            mask = self._of[theory]
            value[mask], slope[mask] = values[mask], slopes[mask]
        gradient = np.zeros((len(v), len(z)), dtype=np.complex128)
        rows = np.arange(len(v))
        gradient[rows, self._second] += slope
        gradient[rows, self._first] -= slope
        product = self._matrix @ gradient
        residual = self._matrix @ value + self._constant
        residual[self._wrap] -= np.round(residual[self._wrap])
        return residual, np.hstack([product.real, product.imag])

    def polish(self, start: NDArray[np.complex128], digits: int) -> Figure | None:
        """A figure near `start`, a solution in floating point, in which the premises hold to more than `digits` digits."""
        mp = mpmath.MPContext()
        mp.dps = digits + GUARD_DIGITS
        z = np.zeros(len(self._leaders), dtype=np.complex128)
        z[self._group] = start
        inverse = np.linalg.pinv(self._linearised(z)[1], rcond=1e-9)
        places = [mp.mpc(w) for w in z]
        before = mp.inf
        while True:
            figure = Figure(mp, dict(zip(self._leaders, places, strict=True)))
            residuals = [self._residual(figure, e) for e in self._equations]
            worst = max(map(abs, residuals), default=mp.zero)
            if worst < mp.mpf(10) ** -(digits + SOLVED_DIGITS):
                return Figure(mp, {p: places[g] for p, g in zip(self.points, self._group, strict=True)})
            if not worst < before / 10:
                return None
            before = worst
            step = inverse @ np.array([float(r / worst) for r in residuals])
            places = [w - worst * mp.mpc(step[i], step[len(z) + i]) for i, w in enumerate(places)]

    @staticmethod
    def _residual(figure: Figure, e: Equation) -> Any:
        value = figure.value(e)
        return value - round(float(value)) if e.theory is Theory.DIRECTION else value


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

    Points that are apart in the reference are apart in it.
    """
    base = np.array([complex(reference.places[p]) for p in system.points], dtype=np.complex128)
    apart = _gaps(base) > MARGIN
    for amount in AMOUNTS:
        push = rng.standard_normal(len(base)) + 1j * rng.standard_normal(len(base))
        z = system.solve(base + amount * push)
        if z is None or float(np.max(np.abs(z - base))) > 20 * amount:
            continue
        if np.all(_gaps(z)[apart] > MARGIN) and is_like(dict(zip(system.points, map(complex, z), strict=True))):
            figure = system.polish(z, digits)
            if figure is not None:
                return figure
    return None


def _gaps(z: NDArray[np.complex128]) -> NDArray[np.float64]:
    """Distances of all pairs."""
    return np.abs(z[:, None] - z[None, :])
