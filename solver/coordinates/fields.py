"""Two fields to compute a figure in: the integers modulo a random prime, and complex numbers of many digits.

Both offer what a construction needs: arithmetic, all k-th roots of an element, roots of unity. Identities are tested in
the first, where zero is exact; the second tells the figure's own branch from the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Protocol

import mpmath
from numpy.random import Generator

#: Bits of the primes; orders of roots of unity that a prime may have to have.
BITS = 96
#: Below this a complex residual counts as zero, above the second it doesn't; in between nothing is decided.
ZERO_DIGITS, NONZERO_DIGITS = 30, 12


class Undecided(Exception):
    """A complex number that is neither clearly zero nor clearly not."""


class Field(Protocol):
    """A field that holds a figure; elements support + − × and division."""

    def number(self, value: Fraction | int) -> Any: ...

    def root_of_unity(self, turn: Fraction) -> Any:
        """The element for e^(2πi·turn)."""
        ...

    def roots(self, x: Any, k: int) -> Sequence[Any]:
        """All k-th roots of x in the field."""
        ...

    def is_zero(self, x: Any) -> bool: ...


class Residue:
    """An integer modulo a prime."""

    __slots__ = ("prime", "value")

    def __init__(self, value: int, prime: int) -> None:
        self.value = value
        self.prime = prime

    def __add__(self, other: Residue) -> Residue:
        return Residue((self.value + other.value) % self.prime, self.prime)

    def __sub__(self, other: Residue) -> Residue:
        return Residue((self.value - other.value) % self.prime, self.prime)

    def __mul__(self, other: Residue) -> Residue:
        return Residue(self.value * other.value % self.prime, self.prime)

    def __truediv__(self, other: Residue) -> Residue:
        if not other.value:
            raise ZeroDivisionError
        return Residue(self.value * pow(other.value, -1, self.prime) % self.prime, self.prime)

    def __neg__(self) -> Residue:
        return Residue(-self.value % self.prime, self.prime)

    def __pow__(self, exponent: int) -> Residue:
        if exponent < 0 and not self.value:
            raise ZeroDivisionError
        return Residue(pow(self.value, exponent, self.prime), self.prime)


class PrimeField:
    """The integers modulo a random prime p with `order` dividing p − 1."""

    def __init__(self, rng: Generator, order: int) -> None:
        self.order = order
        self.prime = _prime(rng, order)
        self._generators: dict[int, int] = {}
        self._rng = rng
        self._unit = self._root_of_unity_of(order)

    def number(self, value: Fraction | int) -> Residue:
        if isinstance(value, int):
            return Residue(value % self.prime, self.prime)
        return Residue(value.numerator * pow(value.denominator, -1, self.prime) % self.prime, self.prime)

    def random(self) -> Residue:
        return Residue(int.from_bytes(self._rng.bytes(BITS // 8 + 8)) % self.prime, self.prime)

    def root_of_unity(self, turn: Fraction) -> Residue:
        steps = turn * self.order
        assert steps.denominator == 1, "the prime was chosen for another order"
        return Residue(pow(self._unit, int(steps) % self.order, self.prime), self.prime)

    def is_zero(self, x: Residue) -> bool:
        return not x.value

    def roots(self, x: Residue, k: int) -> Sequence[Residue]:
        values = [x.value]
        for factor in _prime_factors(k):
            values = [r for v in values for r in self._prime_roots(v, factor)]
        return [Residue(v, self.prime) for v in values]

    def _prime_roots(self, x: int, k: int) -> list[int]:
        """All k-th roots for a prime k, by Adleman, Manders and Miller (Tonelli and Shanks for k = 2)."""
        p = self.prime
        if x == 0:
            return [0]
        if (p - 1) % k:
            return [pow(x, pow(k, -1, p - 1), p)]
        if pow(x, (p - 1) // k, p) != 1:
            return []
        rest, height = p - 1, 0
        while rest % k == 0:
            rest, height = rest // k, height + 1
        sylow = pow(self._nonresidue(k), rest, p)  # of order k^height
        inverse = pow(k, -1, rest) if rest > 1 else 0
        root = pow(x, inverse, p)
        error = pow(root, k, p) * pow(x, -1, p) % p  # in the subgroup of order k^height, a k-th power there
        exponent, base = 0, pow(sylow, k ** (height - 1), p)
        for level in range(height):  # its discrete logarithm, digit by digit
            power = pow(error * pow(sylow, -exponent, p) % p, k ** (height - 1 - level), p)
            digit, tried = 0, 1
            while tried != power:
                tried, digit = tried * base % p, digit + 1
            exponent += digit * k**level
        root = root * pow(sylow, -(exponent // k), p) % p
        return [root * pow(base, j, p) % p for j in range(k)]

    def _nonresidue(self, k: int) -> int:
        if k not in self._generators:
            x = 2
            while pow(x, (self.prime - 1) // k, self.prime) == 1:
                x += 1
            self._generators[k] = x
        return self._generators[k]

    def _root_of_unity_of(self, order: int) -> int:
        unit = 1
        for k in set(_prime_factors(order)):
            power = 1
            while order % (power * k) == 0:
                power *= k
            unit = unit * pow(self._nonresidue(k), (self.prime - 1) // power, self.prime) % self.prime
        return unit


class ComplexField:
    """Complex numbers of 50 digits."""

    def __init__(self, digits: int = 50) -> None:
        self.context = mpmath.MPContext()
        self.context.dps = digits

    def number(self, value: Fraction | int) -> Any:
        if isinstance(value, int):
            return self.context.mpf(value)
        return self.context.mpc(value.numerator) / value.denominator

    def root_of_unity(self, turn: Fraction) -> Any:
        return self.context.expjpi(2 * self.context.mpf(turn.numerator) / turn.denominator)

    def roots(self, x: Any, k: int) -> Sequence[Any]:
        if self.is_zero(x):  # a double root, as of a tangent
            return [self.number(0)]
        root = self.context.root(x, k)
        return [root * self.root_of_unity(Fraction(j, k)) for j in range(k)]

    def is_zero(self, x: Any) -> bool:
        size = abs(x)
        if size < self.context.mpf(10) ** -ZERO_DIGITS:
            return True
        if size < self.context.mpf(10) ** -NONZERO_DIGITS:
            raise Undecided
        return False


def _prime_factors(n: int) -> list[int]:
    found, k = [], 2
    while n > 1:
        while n % k == 0:
            found.append(k)
            n //= k
        k += 1
    return found


def _prime(rng: Generator, order: int) -> int:
    """A random prime of BITS bits that is 1 modulo `order`."""
    while True:
        k = int.from_bytes(rng.bytes(BITS // 8)) // order
        p = k * order + 1
        if p.bit_length() > BITS - 4 and _is_prime(p, rng):
            return p


def _is_prime(n: int, rng: Generator) -> bool:
    """The test of Miller and Rabin, wrong with probability below 4^-20."""
    if n % 2 == 0 or any(n % k == 0 for k in (3, 5, 7, 11, 13, 17, 19, 23)):
        return False
    odd, height = n - 1, 0
    while odd % 2 == 0:
        odd, height = odd // 2, height + 1
    for _ in range(20):
        x = pow(int.from_bytes(rng.bytes(BITS // 8)) % (n - 3) + 2, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(height - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True
