"""Formulas of lengths, sines and directions as linear equations.

A product on each side is an equation of logarithms, `|a f|*|b d| = 2*|f b|*|d c|`; a sum of lengths, of squares of
lengths or of directions is one in the theory of these, `|p a|^2 + |p b|^2 = 2*|p m|^2 + 2*|m a|^2`. In sums of
directions numbers are degrees. What mixes them, `|a b|*|c d| + |a d|*|b c| = …`, is linear in none of the theories.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import CONG, EQRATIO, RCONST, Claim, Statement, prime_exponents


@dataclass(frozen=True)
class Factor:
    """A quantity (None: the number `value`), its theory where it stands alone, and its exponent."""

    quantity: Quantity | None
    theory: Theory | None
    exponent: Fraction = Fraction(1)
    value: Fraction = Fraction(1)


#: A product: factors with exponents, after its sign.
Product = tuple[int, tuple[Factor, ...]]


class NotLinear(ValueError):
    """The formula is linear in none of the theories."""


def equation_of(left: Sequence[Product], right: Sequence[Product]) -> Equation:
    """The equation that says left = right. Raises NotLinear."""
    if len(left) == len(right) == 1 and left[0][0] == right[0][0] and _is_product(left[0]) and _is_product(right[0]):
        return _logarithms(left[0][1], right[0][1])
    return _sums(left, right)


def simplest_claim(equation: Equation) -> Claim:
    """The predicate that says the same as an equation of logarithms, if there is one: `cong`, `rconst` or `eqratio`."""
    plus = [q for q, c in equation.terms if c == 1]
    minus = [q for q, c in equation.terms if c == -1]
    whole = all(c.denominator == 1 for _, c in equation.constants)
    if equation.theory is not Theory.LOG or len(plus) != len(minus) or len(plus) + len(minus) != len(equation.terms):
        return equation
    if any(len(q) != 2 for q in (*plus, *minus)) or not whole:
        return equation
    if len(plus) == 1:
        points = (*plus[0], *minus[0])
        ratio = Fraction(1)
        for base, c in equation.constants:
            ratio *= Fraction(base) ** int(-c)
        return Statement(CONG, points) if ratio == 1 else Statement(RCONST, points, (ratio,))
    if len(plus) == 2 and not equation.constants:
        return Statement(EQRATIO, (*plus[0], *minus[0], *minus[1], *plus[1]))
    return equation


def _is_product(product: Product) -> bool:
    """Whether it has a logarithm that is linear: lengths and sines, no directions."""
    return all(f.theory is not Theory.DIRECTION for f in product[1]) and any(f.quantity for f in product[1])


def _logarithms(left: Sequence[Factor], right: Sequence[Factor]) -> Equation:
    terms: list[tuple[Quantity, Fraction]] = []
    constants: dict[int, Fraction | int] = {}
    for sign, factors in ((1, left), (-1, right)):
        for f in factors:
            if f.quantity is not None:
                terms.append((f.quantity, sign * f.exponent))
                continue
            for prime, k in prime_exponents(f.value).items():
                constants[prime] = constants.get(prime, 0) + sign * k * f.exponent
    equation = Equation.of(Theory.LOG, terms, constants)
    if not equation.terms:
        raise NotLinear("it says nothing of any length")
    return equation


def _sums(left: Sequence[Product], right: Sequence[Product]) -> Equation:
    terms: list[tuple[Quantity, Fraction]] = []
    theories: set[Theory] = set()
    number = Fraction(0)
    for side, products in ((1, left), (-1, right)):
        for sign, factors in products:
            coefficient = Fraction(side * sign)
            quantities = [f for f in factors if f.quantity is not None]
            for f in factors:
                if f.quantity is None:
                    if f.exponent.denominator != 1:
                        raise NotLinear("a root can't stand in a sum")
                    coefficient *= f.value ** int(f.exponent)
            if not quantities:
                number += coefficient
                continue
            theories.add(_theory_of(quantities))
            assert quantities[0].quantity is not None
            terms.append((quantities[0].quantity, coefficient))
    if len(theories) != 1:
        raise NotLinear("a sum is of lengths, of squares of lengths, or of directions, not of several of them")
    theory = theories.pop()
    if number and theory is not Theory.DIRECTION:
        raise NotLinear("lengths have no unit, so a number can't be added to them")
    equation = Equation.of(theory, terms, {1: number / 180} if number else {})
    if not equation.terms:
        raise NotLinear("its two sides are the same")
    return equation


def _theory_of(quantities: Sequence[Factor]) -> Theory:
    if len(quantities) > 1:
        raise NotLinear("a product of lengths can't stand in a sum")
    only = quantities[0]
    if only.theory is Theory.DIRECTION and only.exponent == 1:
        return Theory.DIRECTION
    if only.theory is Theory.LENGTH and only.exponent in (1, 2):
        return Theory.LENGTH if only.exponent == 1 else Theory.SQUARE
    raise NotLinear("a sum is of lengths, of squares of lengths, or of directions")
