"""What a question may ask for beyond an angle: an expression in lengths, areas and trigonometric functions of angles.

Lengths with a value are multiples of a unit segment, two points of their own; so figures stay scale-free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Function = Literal["sin", "cos", "tan", "cot"]


@dataclass(frozen=True)
class Number:
    value: Fraction


@dataclass(frozen=True)
class Length:
    """|ab|."""

    a: str
    b: str


@dataclass(frozen=True)
class Area:
    """Of the polygon with these corners, positive whichever way it runs around."""

    corners: tuple[str, ...]


@dataclass(frozen=True)
class Trigonometric:
    """A function of the angle avb, a size between 0° and 180°."""

    function: Function
    a: str
    v: str
    b: str


@dataclass(frozen=True)
class Sum:
    terms: tuple[Expression, ...]


@dataclass(frozen=True)
class Product:
    factors: tuple[Expression, ...]


@dataclass(frozen=True)
class Power:
    base: Expression
    exponent: Fraction


Expression = Number | Length | Area | Trigonometric | Sum | Product | Power


class DimensionError(ValueError):
    """Terms of a sum that can't be added, such as a length and an area."""


def points_of(e: Expression) -> tuple[str, ...]:
    """The points that an expression names, in order of first mention."""
    match e:
        case Number():
            return ()
        case Length(a, b):
            return (a, b)
        case Area(corners):
            return corners
        case Trigonometric(_, a, v, b):
            return (a, v, b)
        case Sum(parts) | Product(parts):
            return tuple(dict.fromkeys(p for part in parts for p in points_of(part)))
        case Power(base, _):
            return points_of(base)


def dimension(e: Expression) -> Fraction:
    """The power of a length that it is: 1 of a length, 2 of an area, 0 of a ratio. Raises DimensionError."""
    match e:
        case Number() | Trigonometric():
            return Fraction(0)
        case Length():
            return Fraction(1)
        case Area():
            return Fraction(2)
        case Sum(terms):
            found = {dimension(t) for t in terms if t != Number(Fraction(0))}
            if len(found) > 1:
                raise DimensionError("a sum of quantities of different dimensions")
            return next(iter(found), Fraction(0))
        case Product(factors):
            return sum((dimension(f) for f in factors), Fraction(0))
        case Power(base, exponent):
            return dimension(base) * exponent


def circumradius(a: str, b: str, c: str) -> Expression:
    """abc / 4[ABC]."""
    sides = (Length(a, b), Length(b, c), Length(c, a))
    return Product((*sides, Power(Area((a, b, c)), Fraction(-1)), Number(Fraction(1, 4))))


def inradius(a: str, b: str, c: str) -> Expression:
    """2[ABC] over the perimeter."""
    return Product((Number(Fraction(2)), Area((a, b, c)), Power(perimeter((a, b, c)), Fraction(-1))))


def perimeter(corners: Sequence[str]) -> Expression:
    return Sum(tuple(Length(p, q) for p, q in zip(corners, (*corners[1:], corners[0]), strict=True)))


def distance(p: str, a: str, b: str) -> Expression:
    """From a point to a line: 2[PAB] / |AB|."""
    return Product((Number(Fraction(2)), Area((p, a, b)), Power(Length(a, b), Fraction(-1))))


def in_units(e: Expression, unit: Callable[[], Length]) -> Expression:
    """An expression of dimension 0: divided by a power of the unit segment. Raises DimensionError."""
    power = dimension(e)
    return e if not power else Product((e, Power(unit(), -power)))
