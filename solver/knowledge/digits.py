"""Pictures to many digits: points moved until the premises hold to them, and the conclusions judged there.

Equations are evaluated as products, a direction as the tangent of the argument of a product of complex numbers, a logarithm as a
quotient of products of squared lengths, in the decimal arithmetic of the standard library: ten times as fast as arc
tangents and logarithms in mpmath, and a library's test needs 10⁵ of them. Steps are taken by the pseudo-inverse of the
floating-point Jacobian (chord–Newton): each gains about twelve digits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from math import lcm

import mpmath
import numpy as np

from solver.knowledge.sample import Array, compile_equations
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import OVERLAP, Claim, Statement, equations_of

#: Digits beyond those asked for: in the premises that are solved, and in the arithmetic.
SOLVED, GUARD = 12, 25

#: Accurate enough for steps that gain twelve digits.
_PI = Decimal(math.pi)

Place = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class _Form:
    """An equation ready to be evaluated.

    factors: points of a quantity and its exponent (of the square, in LOG) or coefficient. turn: e^(iπ·constant), or the
    constant factor (LOG). scale: what the form's value is divided by to be the equation's residual.
    """

    theory: Theory
    factors: tuple[tuple[tuple[int, ...], int], ...]
    turn: Place
    scale: int

    def value(self, at: Sequence[Place]) -> Decimal:
        if self.theory is Theory.DIRECTION:
            return self._direction(at)
        if self.theory is Theory.LOG:
            return self._logarithm(at)
        total = Decimal(0)
        for points, c in self.factors:
            square = _square(at, points[0], points[1])
            total += c * (square.sqrt() if self.theory is Theory.LENGTH else square)
        return total / self.scale

    def _direction(self, at: Sequence[Place]) -> Decimal:
        x, y = self.turn
        for points, c in self.factors:
            u, v = at[points[1]][0] - at[points[0]][0], at[points[1]][1] - at[points[0]][1]
            if c < 0:
                v = -v
            for _ in range(abs(c)):
                x, y = x * u - y * v, x * v + y * u
        return y / x / (_PI * self.scale)  # a tangent: the same modulo half turns

    def _logarithm(self, at: Sequence[Place]) -> Decimal:
        above, below = self.turn
        for points, c in self.factors:
            square, unit = _squared(at, points)
            for _ in range(abs(c)):
                if c > 0:
                    above, below = above * square, below * unit
                else:
                    above, below = above * unit, below * square
        return (above / below - 1) / (2 * self.scale)


def _square(at: Sequence[Place], i: int, j: int) -> Decimal:
    u, v = at[j][0] - at[i][0], at[j][1] - at[i][1]
    return u * u + v * v


def _squared(at: Sequence[Place], points: tuple[int, ...]) -> Place:
    """The square of a length, or of an angle's sine as a quotient."""
    if len(points) == 2:
        return _square(at, points[0], points[1]), Decimal(1)
    a, v, b = points
    u, w = (
        (at[a][0] - at[v][0], at[a][1] - at[v][1]),
        (at[b][0] - at[v][0], at[b][1] - at[v][1]),
    )
    cross = u[0] * w[1] - u[1] * w[0]
    return cross * cross, _square(at, v, a) * _square(at, v, b)


def _form(e: Equation, index: dict[str, int], digits: int) -> _Form:
    scale = lcm(1, *(c.denominator for _, c in e.terms))
    if e.theory is Theory.LOG:
        scale = lcm(scale, *((2 * c).denominator for _, c in e.constants))
    factors = tuple((tuple(index[p] for p in q), int(c * scale)) for q, c in e.terms)
    one, zero = Decimal(1), Decimal(0)
    if e.theory is Theory.DIRECTION:
        angle = scale * sum((c for _, c in e.constants), Fraction(0))
        with mpmath.workdps(digits + SOLVED + GUARD):
            x, y = (
                mpmath.nstr(f(mpmath.mpf(angle.numerator) / angle.denominator), mpmath.mp.dps)
                for f in (mpmath.cospi, mpmath.sinpi)
            )
        return _Form(e.theory, factors, (Decimal(x), Decimal(y)), scale)
    if e.theory is Theory.LOG:
        ratio = Fraction(1)
        for base, c in e.constants:
            ratio *= Fraction(base) ** int(2 * scale * c)
        return _Form(e.theory, factors, (Decimal(ratio.numerator), Decimal(ratio.denominator)), scale)
    return _Form(e.theory, factors, (one, zero), scale)


class Digits:
    """The premises and conclusions of a theorem, for pictures to many digits."""

    def __init__(
        self, premises: Sequence[Claim], conclusions: Sequence[Claim], points: Sequence[str], digits: int
    ) -> None:
        index = {p: i for i, p in enumerate(points)}
        self._digits = digits
        self._equations = compile_equations(premises, points)
        self._premises = [_form(e, index, digits) for e in _equations(premises)]
        self._conclusions = [_form(e, index, digits) for e in _equations(conclusions)]
        overlaps = [c for c in conclusions if isinstance(c, Statement) and c.predicate is OVERLAP]
        self._equal = [(index[c.points[0]], index[c.points[1]]) for c in overlaps]

    def errors(self, pictures: Array) -> list[Decimal | None]:
        """How far the conclusions are from true in each picture, made exact; None where that can't be done."""
        if not len(pictures):
            return []
        inverse = np.linalg.pinv(self._equations.jacobian(pictures), rcond=1e-9)
        with localcontext(Context(prec=self._digits + SOLVED + GUARD)):
            return [self._error(xy, step) for xy, step in zip(pictures, inverse, strict=True)]

    def _error(self, xy: Array, inverse: Array) -> Decimal | None:
        at = [(Decimal(float(x)), Decimal(float(y))) for x, y in xy]
        wanted = Decimal(10) ** -(self._digits + SOLVED)
        before = Decimal(1)
        while True:
            residuals = [form.value(at) for form in self._premises]
            worst = max(map(abs, residuals), default=Decimal(0))
            if worst < wanted:
                break
            if not worst < before / 10:
                return None
            before = worst
            step = inverse @ np.array([float(r / worst) for r in residuals])
            moves = [worst * Decimal(float(s)) for s in step]
            at = [(x - moves[2 * i], y - moves[2 * i + 1]) for i, (x, y) in enumerate(at)]
        gaps = [abs(p - q) for i, j in self._equal for p, q in zip(at[i], at[j], strict=True)]
        return max((*(abs(form.value(at)) for form in self._conclusions), *gaps), default=Decimal(0))


def _equations(claims: Sequence[Claim]) -> list[Equation]:
    return [e for c in claims for e in equations_of(c)]
