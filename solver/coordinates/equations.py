"""Equations in isotropic coordinates.

A point has two coordinates, z and w; in a real figure w is the conjugate of z. The direction of a line ab is the ratio
(z_b − z_a)/(w_b − w_a) = e^(2iθ), the square of a length the product (z_b − z_a)(w_b − w_a): so all that porism's
equations speak of are products and sums of such, and an equation that is about one unknown point is a curve

    α·z·w + β·z + γ·w + δ = 0,

a line (α = 0) or a circle, or a few of them where it speaks of a multiple of an angle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from math import lcm
from typing import Any

from solver.coordinates.fields import ComplexField, Field
from solver.statements.equation import Equation, Quantity, Theory

Point = tuple[Any, Any]
Places = Mapping[str, Point]
#: α, β, γ, δ.
Curve = tuple[Any, Any, Any, Any]

#: More curves than this for one equation are too many.
MOST_CURVES = 6


class Unsupported(Exception):
    """An equation that isn't a line or circle of the point, or not an algebraic one."""


def is_about(e: Equation, x: str) -> str | None:
    """Why the curves of x can't be had from an equation, by its form alone; None where they can."""
    mine = [c for q, c in e.terms if x in q]
    if e.theory is Theory.SQUARE:
        return None
    if len(mine) == 1 or (len(mine) == 2 and mine[0] == -mine[1] and e.theory is not Theory.LENGTH):
        return None if abs(_whole(e, mine[0])) <= MOST_CURVES else "too large a multiple"
    return "it is of a higher degree"


def _whole(e: Equation, c: Fraction) -> int:
    return int(c * _scale(e))


@cache
def _scale(e: Equation) -> int:
    """By what an equation is multiplied to have whole exponents."""
    if e.theory is Theory.DIRECTION:
        return lcm(*(c.denominator for _, c in e.terms))
    if e.theory is Theory.LOG:
        halves = lcm(1, *((2 * c).denominator for _, c in e.constants))
        return lcm(halves, *(c.denominator for _, c in e.terms))
    return 1


@cache
def _exponents(e: Equation) -> tuple[tuple[Quantity, int], ...]:
    return tuple((q, int(c * _scale(e))) for q, c in e.terms)


def curves(field: Field, e: Equation, x: str, at: Places) -> list[Curve]:
    """The curves on one of which x must be, its other points being known. Raises Unsupported, ZeroDivisionError."""
    if reason := is_about(e, x):
        raise Unsupported(reason)
    mine = [(q[0] if q[1] == x else q[1], c) for q, c in e.terms if x in q]
    if e.theory is Theory.SQUARE:
        return [_sum_of_squares(field, e, x, at)]
    if e.theory is Theory.LENGTH:
        ((o, c),) = mine
        return [_circle(field, at[o], v * v) for v in _lengths(field, e, at, skip=x, scale=-1 / c)]
    k = abs(_whole(e, mine[0][1]))
    known = _product(field, e, at, skip=x)
    wanted = field.number(1) / known if mine[0][1] > 0 else known
    ratios = field.roots(wanted, k)
    a = at[mine[0][0]]
    if e.theory is Theory.DIRECTION:
        if len(mine) == 1:
            one, zero = field.number(1), field.number(0)
            return [(zero, one, -r, r * a[1] - a[0]) for r in ratios]
        b = at[mine[1][0]]
        return [_seen(field, a, b, r) for r in ratios]
    if len(mine) == 1:
        return [_circle(field, a, r) for r in ratios]
    return [
        _difference(_circle(field, a, field.number(0)), _circle(field, at[mine[1][0]], field.number(0)), r)
        for r in ratios
    ]


def _seen(field: Field, a: Point, b: Point, r: Any) -> Curve:
    """(z − a)(w − b̄) = r (w − ā)(z − b)."""
    return field.number(1) - r, r * a[1] - b[1], r * b[0] - a[0], a[0] * b[1] - r * a[1] * b[0]


def _circle(field: Field, o: Point, square: Any) -> Curve:
    """(z − o)(w − ō) = square."""
    return field.number(1), -o[1], -o[0], o[0] * o[1] - square


def _difference(first: Curve, second: Curve, r: Any) -> Curve:
    """first − r·second."""
    a, b, c, d = (u - r * v for u, v in zip(first, second, strict=True))
    return a, b, c, d


def _sum_of_squares(field: Field, e: Equation, x: str, at: Places) -> Curve:
    total = (field.number(0),) * 4
    for q, c in e.terms:
        factor = field.number(c)
        if x in q:
            curve = _circle(field, at[q[0] if q[1] == x else q[1]], field.number(0))
            total = tuple(t + factor * v for t, v in zip(total, curve, strict=True))
        else:
            total = (*total[:3], total[3] + factor * _square(at, q))
    return total


def _square(at: Places, q: Quantity) -> Any:
    a, b = at[q[0]], at[q[1]]
    return (b[0] - a[0]) * (b[1] - a[1])


def _product(field: Field, e: Equation, at: Places, skip: str = "") -> Any:
    """Π of the powers of directions or squared lengths, constants included; 1 where the equation holds."""
    above = below = field.number(1)
    for q, k in _exponents(e):
        if skip and skip in q:
            continue
        a, b = at[q[0]], at[q[1]]
        z, w = b[0] - a[0], b[1] - a[1]
        if field.is_zero(z) or field.is_zero(w):
            raise ZeroDivisionError
        top, bottom = (z, w) if e.theory is Theory.DIRECTION else (z * w, field.number(1))
        if k < 0:
            top, bottom = bottom, top
        for _ in range(abs(k)):
            above, below = above * top, below * bottom
    total = above / below
    scale = _scale(e)
    for base, c in e.constants:
        if e.theory is Theory.DIRECTION:
            total = total * field.root_of_unity(c * scale)
        else:
            total = total * field.number(base) ** int(2 * c * scale)
    return total


def _lengths(field: Field, e: Equation, at: Places, skip: str, scale: Fraction) -> list[Any]:
    """The values of scale·Σ c·|q| over the known quantities, for every choice of the signs of the roots."""
    known = [(q, c * scale) for q, c in e.terms if skip not in q]
    if len(known) > 3:
        raise Unsupported("a sum of too many lengths")
    roots = [[field.number(c) * r for r in field.roots(_square(at, q), 2)] for q, c in known]
    sums = [sum(choice[1:], choice[0]) for choice in product(*roots)]
    distinct: list[Any] = []
    for s in sums:
        if not any(field.is_zero(s - t) or field.is_zero(s + t) for t in distinct):
            distinct.append(s)
    return distinct


def holds(field: Field, equations: Sequence[Equation], at: Places) -> bool:
    """Whether equations hold, up to the signs of lengths that are added. Raises ZeroDivisionError where lines don't exist."""
    return all(field.is_zero(residual(field, e, at)) for e in equations)


def residual(field: Field, e: Equation, at: Places) -> Any:
    """0 where an equation holds: of lengths, where it holds for some choice of their signs."""
    if any(len(q) != 2 for q, _ in e.terms):
        raise Unsupported("the sine of an angle")
    if e.theory is Theory.SQUARE:
        return sum((field.number(c) * _square(at, q) for q, c in e.terms), field.number(0))
    if e.theory is Theory.LENGTH:
        return _norm(field, [(field.number(c), _square(at, q)) for q, c in e.terms])
    return _product(field, e, at) - field.number(1)


def _norm(field: Field, terms: Sequence[tuple[Any, Any]]) -> Any:
    """Π over the signs of Σ ±c·√s, the first sign being +: a polynomial in the s.

    Elements of the ring with √s₁, √s₂, … adjoined are kept as coefficients by sets of roots (bit masks).
    """
    if len(terms) > 5:
        raise Unsupported("a sum of too many lengths")
    factors = product(*([1] if i == 0 else [1, -1] for i in range(len(terms))))
    total: dict[int, Any] = {0: field.number(1)}
    for signs in factors:
        new: dict[int, Any] = {}
        for mask, value in total.items():
            for i, (c, s) in enumerate(terms):
                bit = 1 << i
                part = value * c * field.number(signs[i])
                if mask & bit:
                    part = part * s
                new[mask ^ bit] = new[mask ^ bit] + part if mask ^ bit in new else part
        total = new
    # What is left is a polynomial in the squares, or one times a root where there is one length only.
    return next((v for v in total.values() if not field.is_zero(v)), field.number(0))


def length_signs(field: ComplexField, equations: Sequence[Equation], at: Places) -> bool:
    """Whether sums of lengths are right with all lengths positive, and with no other signs: then they are identically so."""
    for e in equations:
        if e.theory is not Theory.LENGTH:
            continue
        roots = [field.number(c) * field.context.sqrt(_square(at, q)) for q, c in e.terms]
        sums = [
            sum((s * r for s, r in zip(signs, roots, strict=True)), field.number(0))
            for signs in product((1, -1), repeat=len(roots))
        ]
        if not field.is_zero(sums[0]) or any(field.is_zero(s) for s in sums[1:-1]):
            return False
    return True
