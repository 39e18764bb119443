"""The value of an expression in a figure over a field, for every choice of the signs of its square roots."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from solver.coordinates.equations import Places, Unsupported
from solver.coordinates.fields import ComplexField, Field
from solver.statements.expression import Area, Expression, Length, Number, Power, Product, Size, Sum, Trigonometric


class RootPicker:
    """Square roots of elements of a field, each in every sign in turn; the same element has the same root throughout."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._signs: list[int] = []
        self._next = 0
        self.is_complete = True

    def start(self) -> None:
        self._next = 0

    def root(self, x: Any) -> Any:
        """A root of x in the sign at hand. Raises NoRoot."""
        found = self._field.roots(x, 2)
        if not found:
            raise NoRoot
        if self._next == len(self._signs):
            self._signs.append(0)
        sign = self._signs[self._next]
        self._next += 1
        return found[sign % len(found)]

    def size(self, x: Any) -> Any:
        """x or −x: its absolute value, whose sign only a real figure tells."""
        if self._next == len(self._signs):
            self._signs.append(0)
        sign = self._signs[self._next]
        self._next += 1
        return -x if sign else x

    def advance(self) -> bool:
        """To the next choice of signs; False after the last one."""
        for i in range(len(self._signs)):
            self._signs[i] ^= 1
            if self._signs[i]:
                return True
        return False


class NoRoot(Exception):
    """An element that has no square root in the field."""


def values(field: Field, e: Expression, at: Places) -> Iterator[Any]:
    """All values of an expression, by the signs of its square roots. Raises NoRoot, ZeroDivisionError."""
    picker = RootPicker(field)
    while True:
        picker.start()
        yield _value(field, e, at, picker)
        if not picker.advance():
            return


def real_value(field: ComplexField, e: Expression, at: Places) -> Any:
    """The value in which lengths and areas are positive: the figure's own."""
    return _value(field, e, at, _Positive(field))


class _Positive:
    """Lengths and areas are positive."""

    def __init__(self, field: ComplexField) -> None:
        self.root = field.context.sqrt

    def size(self, x: Any) -> Any:
        return self.root(x**2)


def _value(field: Field, e: Expression, at: Places, signs: RootPicker | _Positive) -> Any:
    match e:
        case Number(value):
            return field.number(value)
        case Length(a, b):
            return signs.root(_square(at, a, b))
        case Area(corners):
            return signs.size(_area(field, corners, at))
        case Size():
            raise Unsupported("the size of an angle isn't an algebraic number")
        case Trigonometric(function, a, v, b):
            return _trigonometric(field, function, (a, v, b), at, signs)
        case Sum(terms):
            return sum((_value(field, t, at, signs) for t in terms), field.number(0))
        case Product(factors):
            total = field.number(1)
            for f in factors:
                total = total * _value(field, f, at, signs)
            return total
        case Power(Length(a, b), exponent) if exponent.denominator == 1 and exponent.numerator % 2 == 0:
            return _square(at, a, b) ** (exponent.numerator // 2)  # no root to take
        case Power(base, exponent):
            value = _value(field, base, at, signs)
            if exponent.denominator == 2:
                value = signs.root(value)
            if field.is_zero(value) and exponent < 0:
                raise ZeroDivisionError
            return value**exponent.numerator


def _square(at: Places, a: str, b: str) -> Any:
    p, q = at[a], at[b]
    return (q[0] - p[0]) * (q[1] - p[1])


def _area(field: Field, corners: tuple[str, ...], at: Places) -> Any:
    """Signed: Σ (z w' − z' w) / 4i."""
    total = field.number(0)
    for p, q in zip(corners, (*corners[1:], corners[0]), strict=True):
        (z1, w1), (z2, w2) = at[p], at[q]
        total = total + (w1 * z2 - z1 * w2)
    return total / (field.number(4) * field.root_of_unity(Fraction(1, 4)))


def _trigonometric(
    field: Field, function: str, points: tuple[str, str, str], at: Places, signs: RootPicker | _Positive
) -> Any:
    a, v, b = points
    u = at[a][0] - at[v][0], at[a][1] - at[v][1]
    w = at[b][0] - at[v][0], at[b][1] - at[v][1]
    cosine = (u[0] * w[1] + u[1] * w[0]) / field.number(2)  # times both lengths
    sine = signs.size((u[0] * w[1] - u[1] * w[0]) / (field.number(2) * field.root_of_unity(Fraction(1, 4))))
    if function == "tan":
        return sine / cosine
    if function == "cot":
        return cosine / sine
    size = signs.root(u[0] * u[1] * w[0] * w[1])
    return (cosine if function == "cos" else sine) / size
