"""A value in terms of other quantities: which simple formula agrees with many digits in several figures?

In a generic figure the quantities are as good as independent transcendental numbers; so an integer relation between
monomials in them, found by lattice reduction in one figure, is the formula if it holds in the others. Tried in order: a product of
powers, a sum of the quantities, a quotient of forms, roots of these, and roots of a quadratic equation, (a + b − √(a² + b²))/2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import gcd, isqrt
from typing import Any

from solver.answers.recognize import recognize
from solver.coordinates.relations import integer_relation
from solver.statements.expression import ONE, Expression, Number, Power, Product, Sum, evaluate

#: The largest coefficient of a relation, and the digits that must agree beyond those that the coefficients take.
LARGEST, SURPLUS = 10**4, 20
#: Digits of the numbers that rounding may have spoiled, and terms of a relation, at most.
GUARD, MOST_TERMS = 12, 16
#: Square roots that a formula may have beside the quantities.
ROOTS = (1, 3, 2)
#: Products of the quantities of which a surd's multiple is looked for.
FEW_MONOMIALS = 4
#: The largest degree of forms.
DEGREE = 3

#: A figure's context, its value, and the values of the quantities.
Figure = tuple[Any, Any, Sequence[Any]]


def in_terms(
    figures: Sequence[Figure], names: Sequence[Expression], dimension: Fraction, dimensions: Sequence[Fraction]
) -> Expression | None:
    """The formula for a value of a dimension by the quantities, whose values and dimensions these are, in all figures."""
    for candidate in _candidates(figures[0], names, dimension, dimensions):
        if all(_agrees(candidate, names, figure) for figure in figures):
            return candidate
    return None


def _agrees(e: Expression, names: Sequence[Expression], figure: Figure) -> bool:
    mp, value, given = figure
    found = _value(mp, e, dict(zip(names, given, strict=True)))
    return found is not None and abs(found - value) < mp.mpf(10) ** (15 - mp.dps) * (1 + abs(value))


def _value(mp: Any, e: Expression, given: dict[Expression, Any]) -> Any:
    """The value of a formula; None where it has none."""
    if e in given:
        return given[e]
    match e:
        case Sum(parts):
            values = [_value(mp, p, given) for p in parts]
            return None if None in values else sum(values, mp.zero)
        case Product(parts):
            total = mp.one
            for p in parts:
                v = _value(mp, p, given)
                if v is None:
                    return None
                total = total * v
            return total
        case Power(base, exponent):
            v = _value(mp, base, given)
            if v is None or (v == 0 and exponent < 0) or (v < 0 and exponent.denominator != 1):
                return None
            return v ** (mp.mpf(exponent.numerator) / exponent.denominator)
        case _:
            return evaluate(mp, e, {})


def _candidates(
    figure: Figure, names: Sequence[Expression], dimension: Fraction, dimensions: Sequence[Fraction]
) -> Iterator[Expression]:
    mp, value, given = figure
    if not value:
        yield Number(Fraction(0))
        return
    yield from _powers(figure, names)
    for power in (1, 2):  # the value, or its square
        for degree in range(DEGREE + 1):
            below = _monomials(names, given, dimensions, Fraction(degree))
            above = _monomials(names, given, dimensions, Fraction(degree) + power * dimension)
            if not below or not above or len(below) + len(above) > MOST_TERMS:
                continue
            for root in ROOTS:
                factor = mp.sqrt(root)
                found = _relation(mp, [v * value**power for _, v in below] + [v * factor for _, v in above])
                if found is None:
                    continue
                bottom = [Fraction(c) for c in found[: len(below)]]
                top = [-Fraction(c) for c in found[len(below) :]]
                lead = next((c for c in bottom if c), Fraction(0))
                if not lead or not any(top):
                    continue
                is_constant = sum(map(bool, bottom)) == 1 and below[[bool(c) for c in bottom].index(True)][0] == ONE
                unit = lead if is_constant else Fraction(1 if lead > 0 else -1)
                numerator = _form([c / unit for c in top], [m for m, _ in above], root)
                denominator = _form([c / unit for c in bottom], [m for m, _ in below], 1)
                if numerator is None or denominator is None:
                    continue
                e = numerator if denominator == ONE else Product((numerator, Power(denominator, Fraction(-1))))
                yield e if power == 1 else Power(e, Fraction(1, 2))
    yield from _multiples(figure, names, dimension, dimensions)
    yield from _quadratic(figure, names, dimension, dimensions)


def _powers(figure: Figure, names: Sequence[Expression]) -> Iterator[Expression]:
    """A product of powers: the logarithms are in a linear relation."""
    mp, value, given = figure
    if value <= 0 or any(v <= 0 for v in given):
        return
    primes = (2, 3)
    found = _relation(mp, [mp.log(value), *map(mp.log, given), *map(mp.log, primes)], 12)
    if found is None or not found[0]:
        return
    exponents = [Fraction(-c, found[0]) for c in found[1:]]
    if any(e.denominator > 2 for e in exponents):
        return
    factors: list[Expression] = []
    number = Fraction(1)
    for base, e in zip((*names, *(Number(Fraction(p)) for p in primes)), exponents, strict=True):
        if isinstance(base, Number) and e.denominator == 1:
            number *= base.value ** int(e)
        elif e:
            factors.append(base if e == 1 else Power(base, e))
    if number != 1 or not factors:
        factors.insert(0, Number(number))
    yield factors[0] if len(factors) == 1 else Product(tuple(factors))


def _multiples(
    figure: Figure, names: Sequence[Expression], dimension: Fraction, dimensions: Sequence[Fraction]
) -> Iterator[Expression]:
    """A surd times a product of quantities: (3 + √3)/4 · R²."""
    mp, value, given = figure
    for monomial, v in _monomials(names, given, dimensions, dimension)[:FEW_MONOMIALS]:
        closed = recognize(value / v, mp)
        if closed is not None and closed.expression is not None:
            yield closed.expression if monomial == ONE else Product((closed.expression, monomial))


def _quadratic(
    figure: Figure, names: Sequence[Expression], dimension: Fraction, dimensions: Sequence[Fraction]
) -> Iterator[Expression]:
    """The roots of c·x² + l·x + q = 0 with forms l and q: what is half of −l, beside the root of the discriminant."""
    mp, value, given = figure
    linear, square = (_products(dimensions, k * dimension, 2 * k) for k in (1, 2))
    if not linear or 1 + len(linear) + len(square) > MOST_TERMS:
        return
    values = {chosen: mp.fprod(given[i] for i in chosen) for chosen in (*linear, *square)}
    for root in ROOTS:
        x = value / mp.sqrt(root)
        found = _relation(mp, [x**2, *(x * values[m] for m in linear), *(values[m] for m in square)])
        if found is None or not found[0]:
            continue
        first, second, third = found[0], found[1 : 1 + len(linear)], found[1 + len(linear) :]
        outer = _form([Fraction(-k, 2 * first) for k in second], [_product(names, m) for m in linear], root)
        discriminant: dict[tuple[int, ...], int] = {m: -4 * first * k for m, k in zip(square, third, strict=True)}
        for (m, j), (n, k) in product(zip(linear, second, strict=True), repeat=2):
            both = tuple(sorted((*m, *n)))
            discriminant[both] = discriminant.get(both, 0) + j * k
        content = gcd(*discriminant.values())
        if outer is None or not content:
            continue
        taken = next(s for s in range(isqrt(content), 0, -1) if content % s**2 == 0)
        inner = _form(
            [Fraction(root * k, taken**2) for k in discriminant.values()], [_product(names, m) for m in discriminant], 1
        )
        assert inner is not None
        parts = outer.terms if isinstance(outer, Sum) else (outer,)
        for factor in (Fraction(taken, 2 * first), Fraction(-taken, 2 * first)):
            beside = Power(inner, Fraction(1, 2))
            last = beside if factor == 1 else Product((Number(factor), beside))
            yield Sum((last, *parts) if factor > 0 and max(second) > 0 else (*parts, last))


def _products(dimensions: Sequence[Fraction], dimension: Fraction, most: int) -> list[tuple[int, ...]]:
    """Which quantities, by their numbers, have products of a dimension: of up to so many of them, where they are numbers themselves."""
    counts = range(most + 1) if not any(dimensions) else range(5)
    chosen = (c for count in counts for c in combinations_with_replacement(range(len(dimensions)), count))
    return [c for c in chosen if sum((dimensions[i] for i in c), Fraction(0)) == dimension]


def _product(names: Sequence[Expression], chosen: Sequence[int]) -> Expression:
    parts = tuple(
        names[i] if (k := list(chosen).count(i)) == 1 else Power(names[i], Fraction(k)) for i in dict.fromkeys(chosen)
    )
    return parts[0] if len(parts) == 1 else Product(parts) if parts else ONE


def _monomials(
    names: Sequence[Expression], given: Sequence[Any], dimensions: Sequence[Fraction], degree: Fraction
) -> list[tuple[Expression, Any]]:
    """The products of quantities that have a dimension; where all quantities are numbers, those of degree up to 2."""
    found: list[tuple[Expression, Any]] = []
    most = 2 if not any(dimensions) else 4
    if any(dimensions) and degree == 0:
        return [(ONE, given[0] / given[0])]
    if degree < 0 or (not any(dimensions) and degree != 0):
        return []
    for count in range(most + 1):
        for chosen in combinations_with_replacement(range(len(names)), count):
            if sum((dimensions[i] for i in chosen), Fraction(0)) != degree:
                continue
            value = given[0] / given[0]
            for i in chosen:
                value = value * given[i]
            found.append((_product(names, chosen), value))
    return found


def _relation(mp: Any, values: Sequence[Any], largest: int = LARGEST) -> list[int] | None:
    found = integer_relation(mp, values, mp.dps - GUARD, SURPLUS)
    return found if found is not None and max(map(abs, found)) <= largest else None


def _form(coefficients: Sequence[Fraction], monomials: Sequence[Expression], root: int) -> Expression | None:
    """A sum of multiples of monomials, what is positive first; None where all are 0."""
    terms: list[tuple[bool, Expression]] = []
    for c, m in zip(coefficients, monomials, strict=True):
        if not c:
            continue
        parts: list[Expression] = []
        if root != 1:
            parts.append(Power(Number(Fraction(root)), Fraction(1, 2)))
        if m != ONE:
            parts.append(m)
        if c != 1 or not parts:
            parts.insert(0, Number(c))
        terms.append((c < 0, parts[0] if len(parts) == 1 else Product(tuple(parts))))
    ordered = [e for _, e in sorted(terms, key=lambda term: term[0])]
    return None if not ordered else ordered[0] if len(ordered) == 1 else Sum(tuple(ordered))
