"""Expressions in the form of JSON, as certificates have them, and the limits of those that are read."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from solver.statements.expression import Area, Expression, Length, Number, Power, Product, Size, Sum, Trigonometric


def as_data(e: Expression) -> list[Any] | str:
    """The expression in the form of JSON: numbers as strings, everything else as a list that begins with its name."""
    match e:
        case Number(value):
            return str(value)
        case Length(a, b):
            return ["length", a, b]
        case Area(corners):
            return ["area", *corners]
        case Trigonometric(function, a, v, b):
            return [function, a, v, b]
        case Size(a, v, b):
            return ["angle", a, v, b]
        case Sum(terms):
            return ["+", *map(as_data, terms)]
        case Product(factors):
            return ["*", *map(as_data, factors)]
        case Power(base, exponent):
            return ["^", as_data(base), str(exponent)]


#: How deep the parts of an expression that is read may be nested, how many terms one part may have, and to which power one is
#: taken, powers of powers multiplied.
DEEPEST, WIDEST, HIGHEST = 12, 60, 48
#: The digits of its numbers, at most: what is false should be so by more than what is computed may be off.
MOST_DIGITS = 40
_NUMBER = re.compile(r"-?\d{1,400}(/\d{1,400})?")


def from_data(data: object, depth: int = 0, power: Fraction = Fraction(1)) -> Expression:
    """What `as_data` made. Raises ValueError where it is nothing such."""
    if isinstance(data, str):
        return Number(rational(data))
    if not isinstance(data, list) or not 2 <= len(data) <= WIDEST or depth > DEEPEST:
        raise ValueError("it isn't an expression")
    kind, *parts = data
    if kind in ("+", "*"):
        inner = tuple(from_data(p, depth + 1, power) for p in parts)
        return Sum(inner) if kind == "+" else Product(inner)
    if kind == "^" and len(parts) == 2:
        exponent = rational(parts[1])
        power *= max(abs(exponent), Fraction(1))
        if exponent.denominator > 2 or power > HIGHEST:
            raise ValueError("the exponent is too large, or another root than a square root")
        return Power(from_data(parts[0], depth + 1, power), exponent)
    if not all(isinstance(p, str) for p in parts) or len(set(parts)) != len(parts):
        raise ValueError("its points aren't different names")
    if kind == "length" and len(parts) == 2:
        return Length(*parts)
    if kind == "area" and len(parts) >= 3:
        return Area(tuple(parts))
    if kind in ("sin", "cos", "tan", "cot") and len(parts) == 3:
        return Trigonometric(kind, *parts)
    if kind == "angle" and len(parts) == 3:
        return Size(*parts)
    raise ValueError("it isn't an expression")


def height(e: Expression) -> Fraction:
    """How many digits its numbers have together, one each aside."""
    match e:
        case Number(value):
            return Fraction(sum(len(str(abs(n))) - 1 for n in value.as_integer_ratio()))
        case Sum(parts) | Product(parts):
            return sum(map(height, parts), Fraction(0))
        case Power(base, exponent):
            return height(base) * max(abs(exponent), Fraction(1))
        case _:
            return Fraction(0)


def rational(data: object) -> Fraction:
    """The number that a text is. Raises ValueError where it is none."""
    if not isinstance(data, str) or not _NUMBER.fullmatch(data):
        raise ValueError("it isn't a rational number")
    try:
        return Fraction(data)
    except ZeroDivisionError:
        raise ValueError("it divides by zero") from None
