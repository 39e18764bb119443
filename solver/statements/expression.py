"""What a question may ask for: an expression in lengths, areas, angles and trigonometric functions of angles.

Figures have no scale. Where a statement gives a length its value (`AB = 13`), the unit of length is an expression, too:
|AB| / 13; so an expression that is to have a value is one of dimension 0, a multiple of a power of the unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

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
    """The area of the polygon with these corners, positive whichever way it runs around."""

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


@dataclass(frozen=True)
class Size:
    """The size of the angle avb in degrees, between 0 and 180.

    In a figure (see `solver.language.orientation`) the arms stand in the order in which the angle turns counterclockwise.
    """

    a: str
    v: str
    b: str


Expression = Number | Length | Area | Trigonometric | Size | Sum | Product | Power

ZERO, ONE = Number(Fraction(0)), Number(Fraction(1))


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
        case Trigonometric(_, a, v, b) | Size(a, v, b):
            return tuple(dict.fromkeys((a, v, b)))
        case Sum(parts) | Product(parts):
            return tuple(dict.fromkeys(p for part in parts for p in points_of(part)))
        case Power(base, _):
            return points_of(base)


def measures(e: Expression) -> Iterator[Length | Area | Trigonometric | Size]:
    """The lengths, areas and angles that an expression is made of."""
    match e:
        case Length() | Area() | Trigonometric() | Size():
            yield e
        case Sum(parts) | Product(parts):
            for part in parts:
                yield from measures(part)
        case Power(base, _):
            yield from measures(base)
        case Number():
            return


def dimension(e: Expression) -> Fraction:
    """The power of a length that it is: 1 of a length, 2 of an area, 0 of a ratio. Raises DimensionError."""
    match e:
        case Number() | Trigonometric() | Size():
            return Fraction(0)
        case Length():
            return Fraction(1)
        case Area():
            return Fraction(2)
        case Sum(terms):
            found = {dimension(t) for t in terms if t != ZERO}
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


def exradius(a: str, b: str, c: str) -> Expression:
    """The radius of the excircle opposite a: 2[ABC] / (|CA| + |AB| − |BC|)."""
    rest = Sum((Length(c, a), Length(a, b), Product((Number(Fraction(-1)), Length(b, c)))))
    return Product((Number(Fraction(2)), Area((a, b, c)), Power(rest, Fraction(-1))))


def perimeter(corners: Sequence[str]) -> Expression:
    return Sum(tuple(Length(p, q) for p, q in zip(corners, (*corners[1:], corners[0]), strict=True)))


def distance(p: str, a: str, b: str) -> Expression:
    """From a point to a line: 2[PAB] / |AB|."""
    return Product((Number(Fraction(2)), Area((p, a, b)), Power(Length(a, b), Fraction(-1))))


def difference(first: Expression, second: Expression) -> Expression:
    """first − second."""
    return Sum((first, Product((Number(Fraction(-1)), second))))


def quotient(first: Expression, second: Expression) -> Expression:
    return Product((first, Power(second, Fraction(-1))))


def in_units(e: Expression, unit: Expression) -> Expression:
    """An expression of dimension 0: divided by a power of the unit of length. Raises DimensionError."""
    power = dimension(e)
    return e if not power else Product((e, Power(unit, -power)))


def without_unit(e: Expression, unit: Expression | None) -> Expression:
    """The expression as people say it who have a unit of length: what `in_units` divides by is left out."""
    if unit is None:
        return e
    match e:
        case Product((inner, Power(base, _))) if base == unit:
            return inner
        case Sum(parts):
            return Sum(tuple(without_unit(p, unit) for p in parts))
        case Product(parts):
            return Product(tuple(without_unit(p, unit) for p in parts))
        case _:
            return e


def sizes_of(e: Expression) -> frozenset[Size]:
    """The sizes of angles that an expression speaks of."""
    match e:
        case Size():
            return frozenset([e])
        case Sum(parts) | Product(parts):
            return frozenset(s for part in parts for s in sizes_of(part))
        case Power(base, _):
            return sizes_of(base)
        case _:
            return frozenset()


def is_even(e: Expression) -> bool:
    """Whether lengths and areas stand in it in even powers only: then their signs don't matter."""
    match e:
        case Number():
            return True
        case Sum(parts) | Product(parts):
            return all(map(is_even, parts))
        case Power(Length() | Area(), exponent):
            return exponent.denominator == 1 and exponent.numerator % 2 == 0
        case Power(base, exponent):
            return exponent.denominator == 1 and is_even(base)
        case _:
            return False


def replaced(e: Expression, by: Mapping[Expression, Expression]) -> Expression:
    """The expression with others in the place of some of its parts."""
    if e in by:
        return by[e]
    match e:
        case Sum(parts):
            return Sum(tuple(replaced(p, by) for p in parts))
        case Product(parts):
            return Product(tuple(replaced(p, by) for p in parts))
        case Power(base, exponent):
            return Power(replaced(base, by), exponent)
        case _:
            return e


def renamed(e: Expression, names: Mapping[str, str]) -> Expression:
    """The expression with other names for its points."""
    match e:
        case Length(a, b):
            return Length(names[a], names[b])
        case Area(corners):
            return Area(tuple(names[p] for p in corners))
        case Trigonometric(function, a, v, b):
            return Trigonometric(function, names[a], names[v], names[b])
        case Size(a, v, b):
            return Size(names[a], names[v], names[b])
        case Sum(parts):
            return Sum(tuple(renamed(p, names) for p in parts))
        case Product(parts):
            return Product(tuple(renamed(p, names) for p in parts))
        case Power(base, exponent):
            return Power(renamed(base, names), exponent)
        case Number():
            return e


def evaluate(mp: Any, e: Expression, at: Mapping[str, Any]) -> Any:
    """The value in a figure: a real number of an mpmath context (`mpmath.fp` for floats), places being complex ones.

    Raises ZeroDivisionError, and ValueError where a root has no real value.
    """
    match e:
        case Number(value):
            return mp.mpf(value.numerator) / value.denominator
        case Length(a, b):
            return abs(at[b] - at[a])
        case Area(corners):
            ends = zip(corners, (*corners[1:], corners[0]), strict=True)
            return abs(sum((at[p].conjugate() * at[q]).imag for p, q in ends)) / 2
        case Trigonometric(function, a, v, b):
            ray = (at[b] - at[v]) * (at[a] - at[v]).conjugate()
            above, below = {
                "sin": (abs(ray.imag), abs(ray)), "cos": (ray.real, abs(ray)),
                "tan": (abs(ray.imag), ray.real), "cot": (ray.real, abs(ray.imag)),
            }[function]  # fmt: skip
            return above / below
        case Size(a, v, b):
            return abs(mp.arg((at[b] - at[v]) * (at[a] - at[v]).conjugate())) * 180 / mp.pi
        case Sum(terms):
            return sum((evaluate(mp, t, at) for t in terms), mp.zero)
        case Product(factors):
            total = mp.one
            for f in factors:
                total = total * evaluate(mp, f, at)
            return total
        case Power(base, exponent):
            value = evaluate(mp, base, at)
            if exponent.denominator == 1:
                return value ** int(exponent)
            if value < 0:
                raise ValueError("a root of a negative number")
            return value ** (mp.mpf(exponent.numerator) / exponent.denominator)


def value_of(mp: Any, e: Expression, at: Mapping[str, Any]) -> Any:
    """The value as of `evaluate`; None where it has none."""
    try:
        return evaluate(mp, e, at)
    except (ZeroDivisionError, ValueError, OverflowError):
        return None


def balance(mp: Any, e: Expression, at: Mapping[str, Any]) -> Any:
    """How far from 0 the value is, whatever it is multiplied by or raised to: of a product, as far as the factor which is nearest.

    Its sign is that of the value. Raises as `evaluate` does.
    """
    match e:
        case Number(value):
            return mp.mpf((value > 0) - (value < 0))
        case Product(factors):
            found = [balance(mp, f, at) for f in factors]
            return min(map(abs, found)) * (-1) ** sum(x < 0 for x in found)
        case Power(base, exponent):
            evaluate(mp, e, at)
            found = balance(mp, base, at) if exponent else mp.one
            return found if exponent.numerator % 2 else abs(found)
        case _:
            return evaluate(mp, e, at)


def balance_of(mp: Any, e: Expression, at: Mapping[str, Any]) -> Any:
    """That of `balance`; None where there is no value."""
    try:
        return balance(mp, e, at)
    except (ZeroDivisionError, ValueError, OverflowError):
        return None


#: How tightly what is written holds together: a sum, a product, a power, one thing.
_LOOSE, _TIGHT, _POWER, _ONE = range(4)


def written(e: Expression, names: Mapping[Expression, str] | None = None) -> str:
    """The expression as people write it. names: of what has a symbol in the statement."""
    return _written(e, names or {})[0]


def sides(e: Expression) -> tuple[Expression, Expression]:
    """The sides of a difference; any other expression and 0."""
    match e:
        case Sum((first, Product((Number(value), second)))) if value == -1:
            return first, second
    return e, ZERO


def related(e: Expression, sign: str) -> str:
    """`e = 0`, `e > 0` as people write it: a difference as a relation of its sides."""
    first, second = sides(e)
    return f"{written(first)} {sign} {written(second)}"


def _written(e: Expression, names: Mapping[Expression, str]) -> tuple[str, int]:
    if e in names:
        return names[e], _ONE

    def inner(part: Expression, least: int) -> str:
        text, binding = _written(part, names)
        return text if binding >= least else f"({text})"

    match e:
        case Number(value):
            return str(value).replace(
                "-", "−"
            ), _ONE if value >= 0 and value.denominator == 1 else _TIGHT if value >= 0 else _LOOSE
        case Length(a, b):
            return _run(a, b), _ONE
        case Area(corners):
            return f"[{_run(*corners)}]", _ONE
        case Trigonometric(function, a, v, b):
            return f"{function} ∠{_run(a, v, b)}", _POWER
        case Size(a, v, b):
            return f"∠{_run(a, v, b)}", _ONE
        case Sum(terms):
            parts = [
                _written(t, names)[0] if i == 0 or not isinstance(t, Sum) else inner(t, _TIGHT)
                for i, t in enumerate(terms)
            ]
            signs = [(" − ", p[1:]) if p.startswith("−") else (" + ", p) for p in parts[1:]]
            return parts[0] + "".join(sign + p for sign, p in signs), _LOOSE if len(terms) > 1 else _TIGHT
        case Product(factors):
            return _product(factors, inner, names)
        case Power(base, exponent):
            if exponent < 0:
                return _product((e,), inner, names)
            if exponent == Fraction(1, 2):
                return f"√{inner(base, _ONE)}", _POWER
            return f"{inner(base, _ONE)}^{exponent if exponent.denominator == 1 else f'({exponent})'}", _POWER


def _product(
    factors: Sequence[Expression], inner: Callable[[Expression, int], str], names: Mapping[Expression, str]
) -> tuple[str, int]:
    number = Fraction(1)
    above, below = list[str](), list[str]()
    for f, exponent in _flat(factors, Fraction(1), names):
        if isinstance(f, Number) and exponent.denominator == 1 and (f.value or exponent > 0):
            number *= f.value ** int(exponent)
        else:
            size = abs(exponent)
            (above if exponent > 0 else below).append(inner(f if size == 1 else Power(f, size), _POWER))
    sign = "−" if number < 0 else ""
    number = abs(number)
    if number.numerator != 1 or not above:
        above.insert(0, str(number.numerator))
    if number.denominator != 1:
        below.insert(0, str(number.denominator))
    under = "·".join(below)
    text = "·".join(above) + (f"/{under}" if len(below) == 1 else f"/({under})" if below else "")
    return sign + text, _TIGHT if not sign else _LOOSE


def _flat(
    factors: Sequence[Expression], exponent: Fraction, names: Mapping[Expression, str]
) -> Iterator[tuple[Expression, Fraction]]:
    """The factors of products in products and powers, each with its exponent."""
    for f in factors:
        match f:
            case _ if f in names:
                yield f, exponent
            case Product(inner):
                yield from _flat(inner, exponent, names)
            case Power(base, power) if power.denominator == 1 or (exponent == 1 and not isinstance(base, Product)):
                yield from _flat((base,), exponent * power, names)
            case _:
                yield f, exponent


def _run(*points: str) -> str:
    return ("" if all(len(p) == 1 for p in points) else " ").join(points)
