"""Figures to many digits, and what is true in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import lcm
from typing import Any

from solver.checker.conditions import Places, exists, is_triangle
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.expression import size_of
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Claim, Statement


def cleared(of: Equation) -> int:
    """The least factor that makes the coefficients integers: how a direction equation is read modulo 1."""
    return lcm(*(c.denominator for _, c in of.terms))


class Figure:
    """Places of points as complex numbers of many digits, and what is measured there."""

    def __init__(self, context: Any, places: Mapping[str, Any]) -> None:
        self.context = context
        self.places = dict(places)
        self._measured: dict[tuple[Theory, Quantity], Any] = {}

    @cached_property
    def floats(self) -> Places:
        return {p: complex(z) for p, z in self.places.items()}

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

    def value(self, equation: Equation) -> Any:
        """The left side, directions in [0, 1)."""
        mp = self.context
        total = mp.zero
        for base, c in equation.constants:
            total += _number(mp, c) * (1 if base == 1 else mp.log(base))
        for quantity, c in equation.terms:
            total += _number(mp, c) * self.measure(equation.theory, quantity)
        return total

    def speaks_of(self, claim: Claim) -> bool:
        """Whether all quantities of a claim exist here."""
        return all(exists(self.floats, q) for e in self._said(claim) for q, _ in e.terms)

    def error(self, claim: Claim) -> Any:
        """How far a claim is from true, directions modulo 1; None where one of its quantities doesn't exist here."""
        if isinstance(claim, Statement) and claim.expression is not None:
            return size_of(self.context, claim.expression, self.places)
        if not isinstance(claim, Equation) and claim.predicate is OVERLAP:
            return abs(self.places[claim.points[0]] - self.places[claim.points[1]])
        if not isinstance(claim, Equation) and claim.predicate is CYCLIC and _is_line(claim.points, self.floats):
            return self.context.inf  # its equations hold on a line, too
        if not self.speaks_of(claim):
            return None
        return max((self._error_modulo_one(e) for e in self._said(claim)), default=self.context.zero)

    def _said(self, claim: Claim) -> Sequence[Equation]:
        return (claim,) if isinstance(claim, Equation) else plain_equations(claim, self.floats)

    def _error_modulo_one(self, e: Equation) -> Any:
        if e.theory is not Theory.DIRECTION:
            return abs(self.value(e))
        value = cleared(e) * self.value(e)
        return abs(value - round(float(value)))

    def lifted_error(self, claim: Claim) -> Any:
        """As `error`, but an equation of directions is one between real numbers, all of them in [0, 1)."""
        error = self.error(claim)
        return error if error is None or not isinstance(claim, Equation) else abs(self.value(claim))


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
