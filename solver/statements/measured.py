"""What equations come to at places of points, to many digits, without angles and logarithms.

A direction equation says that a product of unit vectors is real, one of logarithms that a product of lengths is 1: there is
nothing to compute but products, of integers. Here x stands for x / 2^bits. Only of equations that are far from true is it told
in floating point how far they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import atan, inf, isqrt, log, pi, prod

from solver.statements.equation import Equation, Quantity, Theory

Vector = tuple[int, int]
#: A positive number as mantissa · 2^exponent.
_Scaled = tuple[int, int]

#: Where t is below 2^-26, arctan t is t, and log (1 + t) - log (1 - t) is 2t, as exactly as floating point tells.
_SMALL = 26
_WORD = 53
#: How many times the digits of a vector are kept of a product of vectors: angles don't need all.
_LONG = 6
_OVER_PI = int(2**_WORD / pi)


class Measured:
    """Equations at places of points."""

    def __init__(self, bits: int, at: Mapping[str, Vector]) -> None:
        self._bits = bits
        self._at = at
        self._squares_of: dict[Quantity, int] = {}

    def value(self, e: Equation) -> int:
        """The left side; of directions modulo 1, denominators of coefficients cleared."""
        if e.theory is Theory.DIRECTION:
            return self._turn(e)
        if e.theory is Theory.LOG:
            return self._logarithm(e)
        scale, terms, _ = e.whole
        squares = [(c, self._square(q)) for q, c in terms]
        if e.theory is Theory.SQUARE:
            return (sum(c * square for c, square in squares) >> self._bits) // scale
        return sum(c * isqrt(square) for c, square in squares) // scale

    def distance(self, a: str, b: str) -> int:
        return isqrt(self._square((a, b)))

    def _along(self, a: str, b: str) -> Vector:
        (ax, ay), (bx, by) = self._at[a], self._at[b]
        return bx - ax, by - ay

    def _square(self, q: Quantity) -> int:
        """The square of a length, to twice as many bits."""
        found = self._squares_of.get(q)
        if found is None:
            x, y = self._along(*q)
            found = self._squares_of[q] = x * x + y * y
        return found

    def _turn(self, e: Equation) -> int:
        scale, terms, _ = e.whole
        factors = [_turned(scale * c.numerator % c.denominator, c.denominator, self._bits) for _, c in e.constants]
        for q, k in terms:
            u, v = self._along(*q) if abs(k) == 1 else self._power(self._along(*q), abs(k))
            factors.append((u, v) if k > 0 else (u, -v))
        x, y = factors[0] if factors else (1, 0)
        for u, v in factors[1:]:
            x, y = self._rotated(x, y, u, v)
        if abs(y) << _SMALL < abs(x):
            return (y << self._bits) // x * _OVER_PI >> _WORD
        return self._from_float(atan(y / x) / pi if abs(y) < abs(x) << _WORD else 0.5)

    def _rotated(self, x: int, y: int, u: int, v: int) -> Vector:
        """The direction of a product of two complex numbers: its size doesn't matter, but that it has digits enough."""
        x, y = x * u - y * v, x * v + y * u
        spare = max(x.bit_length(), y.bit_length()) - _LONG * self._bits
        return (x >> spare, y >> spare) if spare > 0 else (x, y)

    def _power(self, unit: Vector, k: int) -> Vector:
        x, y = unit
        u, v = 1 << self._bits, 0
        while k:
            if k % 2:
                u, v = self._rotated(x, y, u, v)
            x, y = self._rotated(x, y, x, y)
            k //= 2
        return u, v

    def _logarithm(self, e: Equation) -> int:
        scale, terms, constants = e.whole
        if e.is_of_products:
            x = prod([self._square(q) for q, k in terms if k > 0])
            y = prod([self._square(q) for q, k in terms if k < 0])
            if abs(x - y) << _SMALL < x + y:
                return ((x - y) << self._bits) // (x + y) // scale
        sides: tuple[_Scaled, _Scaled] = (1, 0), (1, 0)
        factors: tuple[tuple[int | Quantity, int], ...] = (*terms, *constants)
        for base, k in factors:
            for number, times in self._squares(base):
                upper, lower = sides
                if k * times > 0:
                    sides = self._product(upper, self._raised(number, k * times)), lower
                else:
                    sides = upper, self._product(lower, self._raised(number, -k * times))
        (a, i), (b, j) = sides
        if abs(i - j) <= 4 * self._bits:
            x, y = a << max(i - j, 0), b << max(j - i, 0)
            if abs(x - y) << _SMALL < x + y:
                return ((x - y) << self._bits) // (x + y) // scale
        return self._from_float((log(a) - log(b) + (i - j) * log(2)) / 2 / scale if a and b else inf)

    def _squares(self, base: int | Quantity) -> tuple[tuple[_Scaled, int], ...]:
        """Numbers with exponents, the product of which is the square of an integer, a length or a sine."""
        if isinstance(base, int):
            return (((base, 0), 2),)
        if len(base) == 2:
            return (((self._square(base), -2 * self._bits), 1),)
        a, v, b = base
        (ax, ay), (bx, by) = self._along(v, a), self._along(v, b)
        area = ax * by - ay * bx
        return ((area * area, 0), 1), ((self._square((v, a)), 0), -1), ((self._square((v, b)), 0), -1)

    def _product(self, a: _Scaled, b: _Scaled) -> _Scaled:
        mantissa = a[0] * b[0]
        spare = max(0, mantissa.bit_length() - 2 * self._bits)
        return mantissa >> spare, a[1] + b[1] + spare

    def _raised(self, a: _Scaled, k: int) -> _Scaled:
        found: _Scaled = (1, 0)
        while k > 1:
            if k % 2:
                found = self._product(found, a)
            a = self._product(a, a)
            k //= 2
        return self._product(found, a)

    def _from_float(self, x: float) -> int:
        return int(x * 2**_WORD) << self._bits >> _WORD if abs(x) < inf else 1 << self._bits + 60


@lru_cache(maxsize=1000)
def _turned(k: int, of: int, bits: int) -> Vector:
    """The unit vector k / `of` of half a turn from (1, 0)."""
    quarters, rest = divmod(2 * k, of)
    if rest == 0:  # right angles: most statements have no others
        x, y = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarters % 4]
        return x << bits, y << bits
    import mpmath

    context = mpmath.MPContext()
    context.prec = bits + 10
    half = context.mpf(k) / of
    return int(context.ldexp(context.cospi(half), bits)), int(context.ldexp(context.sinpi(half), bits))
