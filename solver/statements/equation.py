"""Linear equations over the quantities of a figure.

Every metric fact of plane geometry that porism uses is one exact linear equation in one of four theories:

    DIRECTION   d(ab), direction of line ab in units of π; constants are rational multiples of 1 (= π)
    LOG         log|ab| and log|sin ∠avb|; constants are rational multiples of logarithms of primes
    LENGTH      |ab|
    SQUARE      |ab|²

An equation says: Σ coefficient · quantity + Σ coefficient · constant = 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from math import lcm

from solver.statements.theories import Theory as Theory  # noqa: PLC0414 (its readers import it from here)

#: Names of the points of a quantity, in canonical order: `(a, b)` with a < b is a segment or its line;
#: `(a, v, b)` with a < b is the angle at v between va and vb (LOG only: the logarithm of its sine).
Quantity = tuple[str, ...]


def segment(a: str, b: str) -> Quantity:
    """The quantity of segment ab. Raises ValueError when a is b."""
    if a == b:
        raise ValueError(f"segment {a}{b} has no direction")
    return (a, b) if a < b else (b, a)


def sine(a: str, v: str, b: str) -> Quantity:
    """The quantity log|sin ∠avb|."""
    return (a, v, b) if a < b else (b, v, a)


@lru_cache(maxsize=1000)
def ratio(numerator: int, denominator: int = 1) -> Fraction:
    """Making a fraction takes as long as adding two, and nearly all that occur are the same few."""
    return Fraction(numerator, denominator)


def as_fraction(c: Fraction | int) -> Fraction:
    """The same number, of the type that equations have."""
    return c if type(c) is Fraction else ratio(c)


def _product(a: Fraction | int, b: Fraction | int) -> Fraction:
    return ratio(a.numerator * b.numerator) if a.denominator == 1 == b.denominator else as_fraction(a * b)


def _sum(a: Fraction, b: Fraction | int) -> Fraction:
    return ratio(a.numerator + b.numerator) if a.denominator == 1 == b.denominator else a + b


@dataclass(frozen=True)
class Equation:
    """Σ coefficient · quantity + Σ coefficient · constant = 0, exactly.

    terms: sorted by quantity, no zero coefficient, no repeated quantity.
    constants: sorted (base, coefficient), no zero; base 1 stands for the number 1 (π as an angle) in DIRECTION,
        a prime p for log p in LOG; empty in LENGTH and SQUARE (scale-free).

    In DIRECTION an equation with integer coefficients is meant modulo 1 when it states a predicate. In proofs it is
    *lifted*: d(ab) is then the real number in [0, 1) that the proof's diagram gives, and the equation an ordinary one.
    """

    theory: Theory
    terms: tuple[tuple[Quantity, Fraction], ...]
    constants: tuple[tuple[int, Fraction], ...] = ()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # The hash is of the quantities alone: equations are looked up again and again, and hashing fractions is slow.
        return hash((self.theory.value, tuple([q for q, _ in self.terms])))

    def __getstate__(self) -> dict[str, object]:
        """Without what is kept: strings have other hashes in another process."""
        return {"theory": self.theory, "terms": self.terms, "constants": self.constants}

    @staticmethod
    def of(
        theory: Theory,
        terms: Iterable[tuple[Quantity, Fraction | int]],
        constants: Mapping[int, Fraction | int] | None = None,
    ) -> Equation:
        """Collect like terms and sort: the canonical form (not scaled)."""
        total: dict[Quantity, Fraction] = {}
        for quantity, coefficient in terms:
            if quantity in total:
                total[quantity] = _sum(total[quantity], coefficient)
            else:
                total[quantity] = coefficient if type(coefficient) is Fraction else ratio(coefficient)
        return Equation(
            theory,
            tuple(sorted([(q, c) for q, c in total.items() if c])),
            tuple(sorted([(base, as_fraction(c)) for base, c in constants.items() if c])) if constants else (),
        )

    @property
    def is_trivial(self) -> bool:
        """Whether it reads 0 = 0."""
        return not self.terms and not self.constants

    @cached_property
    def whole(self) -> tuple[int, tuple[tuple[Quantity, int], ...], tuple[tuple[int, int], ...]]:
        """The least factor that makes the coefficients integers (in DIRECTION not that of the constant), and these."""
        bare = self.theory is Theory.DIRECTION
        factor = lcm(*[c.denominator for _, c in (self.terms if bare else (*self.terms, *self.constants))])
        terms = tuple([(q, c.numerator * (factor // c.denominator)) for q, c in self.terms])
        constants = () if bare else tuple([(b, c.numerator * (factor // c.denominator)) for b, c in self.constants])
        return factor, terms, constants

    @cached_property
    def is_of_products(self) -> bool:
        """Whether it says, as one of logarithms, that two products of as many lengths are equal."""
        _, terms, constants = self.whole
        return not constants and all(abs(k) == 1 and len(q) == 2 for q, k in terms) and not sum(k for _, k in terms)

    def points(self) -> frozenset[str]:
        return frozenset(p for quantity, _ in self.terms for p in quantity)

    def scaled(self, factor: Fraction | int) -> Equation:
        """The equation times a non-zero factor."""
        if factor == 1:
            return self
        return Equation(
            self.theory,
            tuple([(q, _product(c, factor)) for q, c in self.terms]),
            tuple([(b, _product(c, factor)) for b, c in self.constants]),
        )


def linear_combination(parts: Iterable[tuple[Fraction | int, Equation]], theory: Theory) -> Equation:
    """Σ factor · equation, all of one theory. Raises ValueError where they are not."""
    terms: list[tuple[Quantity, Fraction | int]] = []
    constants: dict[int, Fraction | int] = {}
    for factor, equation in parts:
        if equation.theory is not theory:
            raise ValueError(f"{equation.theory.value} equation in a combination of {theory.value} equations")
        if factor == 1:
            terms += equation.terms
        else:
            terms += [(q, _product(c, factor)) for q, c in equation.terms]
        for base, c in equation.constants:
            constants[base] = constants.get(base, 0) + c * factor
    return Equation.of(theory, terms, constants)
