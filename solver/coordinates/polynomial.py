"""Premises and claims as polynomial equations, evaluated in any ring: floats with derivatives, many digits, a number field.

The unknowns are the real coordinates of points, two of which are at 0 and 1, and the lengths that are added in equations.
A direction's equation says that a product of vectors is real: Π v^k · e^(iπc), with the conjugate of a vector for its
inverse; one of logarithms that two products of squared lengths are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Any

from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.expression import (
    Area,
    Expression,
    Length,
    Number,
    Power,
    Product,
    Size,
    Sum,
    Trigonometric,
)
from solver.statements.predicates import OVERLAP, Claim, Statement, equations_of

#: Points nearer to each other than this have no direction.
APART = 1e-7


class Vanishing(ArithmeticError):
    """A segment without length where its direction or logarithm is spoken of, or an angle's size in a sum of numbers."""


def scale_of(e: Equation) -> int:
    """By what an equation is multiplied to have whole exponents."""
    terms = [c.denominator for _, c in e.terms]
    if e.theory is Theory.LOG:
        return lcm(1, *terms, *((2 * c).denominator for _, c in e.constants))
    return lcm(1, *terms)


def phase_of(e: Equation) -> Fraction:
    """The angle, in units of π, that the constants of an equation of directions add."""
    return sum((c for _, c in e.constants), Fraction(0)) * scale_of(e)


def _equations(claims: Sequence[Claim]) -> Iterator[Equation]:
    for claim in claims:
        yield from equations_of(claim)


@dataclass
class Ring:
    """What an evaluation needs. number: rationals. places: of points. roots: lengths of segments. phases: e^(iπ/q) by q."""

    number: Callable[[Fraction], Any]
    places: Mapping[str, tuple[Any, Any]]
    roots: Mapping[Quantity, Any]
    phases: Mapping[int, tuple[Any, Any]]


@dataclass(frozen=True)
class Unknown:
    """columns: of the coordinates of points, by number. roots: segments whose lengths are unknowns after these.

    orders: of the roots of unity that premises and claim speak of.
    """

    base: tuple[str, str]
    columns: Mapping[str, tuple[int, int]]
    roots: tuple[Quantity, ...]
    orders: tuple[int, ...]

    @staticmethod
    def of(premises: Sequence[Statement], claim: Claim | None, points: Sequence[str], base: tuple[str, str]) -> Unknown:
        free = [p for p in points if p not in base]
        columns = {p: (2 * i, 2 * i + 1) for i, p in enumerate(free)}
        lengths = {q for e in _equations(premises) if e.theory is Theory.LENGTH for q, _ in e.terms}
        said = [*premises, claim] if claim is not None else list(premises)
        orders = {phase_of(e).denominator for e in _equations(said) if e.theory is Theory.DIRECTION}
        return Unknown(base, columns, tuple(sorted(lengths)), tuple(sorted(orders - {1, 2})))

    def start(self, at: Mapping[str, complex]) -> list[float]:
        found = [c for p in self.columns for c in (at[p].real, at[p].imag)]
        return found + [abs(at[b] - at[a]) for a, b in self.roots]

    def ring(
        self,
        values: Sequence[Any],
        number: Callable[[Fraction], Any],
        phases: Mapping[int, tuple[Any, Any]],
    ) -> Ring:
        zero, one = number(Fraction(0)), number(Fraction(1))
        places = {self.base[0]: (zero, zero), self.base[1]: (one, zero)}
        places |= {p: (values[i], values[j]) for p, (i, j) in self.columns.items()}
        first = 2 * len(self.columns)
        roots = {q: values[first + k] for k, q in enumerate(self.roots)}
        return Ring(number, places, roots, phases)


@dataclass
class Evaluation:
    """One evaluation of equations in a ring. given: roots and inverses to be used, in order; where there are none, they are
    computed by `root` and `inverse` and kept in `made`. residuals: what must be 0.
    """

    ring: Ring
    given: Iterator[Any] | None = None
    made: list[Any] = field(default_factory=list)
    residuals: list[Any] = field(default_factory=list)

    def vector(self, a: str, b: str) -> tuple[Any, Any]:
        (x, y), (u, v) = self.ring.places[a], self.ring.places[b]
        return u - x, v - y

    def square(self, q: Sequence[str]) -> Any:
        x, y = self.vector(q[0], q[1])
        return x * x + y * y

    def say(self, claim: Claim) -> None:
        """The residuals of a claim. Raises Vanishing."""
        if isinstance(claim, Statement) and claim.predicate is OVERLAP:
            self.residuals += self.vector(*claim.points)
            return
        equations = list(_equations([claim]))
        for e in equations:
            self._equation(e)
        if not equations and isinstance(claim, Statement) and claim.expression is not None:
            self.residuals.append(self.value(claim.expression))

    def roots(self) -> None:
        """The residuals of the lengths that are unknowns."""
        self.residuals += [r * r - self.square(q) for q, r in self.ring.roots.items()]

    def unity(self) -> None:
        """(C + iS)^q = −1, for each root of unity."""
        for q, (c, s) in self.ring.phases.items():
            x, y = c, s
            for _ in range(q - 1):
                x, y = x * c - y * s, x * s + y * c
            self.residuals += [x + self.ring.number(Fraction(1)), y]

    def _equation(self, e: Equation) -> None:
        number = self.ring.number
        if e.theory is Theory.DIRECTION:
            self.residuals.append(self._direction(e))
        elif e.theory is Theory.SQUARE:
            terms = [number(c) * self.square(q) for q, c in e.terms]
            self.residuals.append(sum(terms[1:], terms[0]))
        elif e.theory is Theory.LENGTH:
            terms = [number(c) * self.length(q) for q, c in e.terms]
            self.residuals.append(sum(terms[1:], terms[0]))
        else:
            scale = scale_of(e)
            above = below = number(Fraction(1))
            for q, c in e.terms:
                if len(q) != 2:
                    raise Vanishing
                square = self.square(q)
                for _ in range(abs(int(c * scale))):
                    above, below = (above * square, below) if c > 0 else (above, below * square)
            for base, c in e.constants:
                factor = number(Fraction(base) ** abs(int(2 * c * scale)))
                above, below = (above * factor, below) if c > 0 else (above, below * factor)
            self.residuals.append(above - below)

    def _direction(self, e: Equation) -> Any:
        scale, number = scale_of(e), self.ring.number
        x, y = number(Fraction(1)), number(Fraction(0))
        for q, c in e.terms:
            u, v = self.vector(q[0], q[1])
            v = v if c > 0 else number(Fraction(0)) - v
            for _ in range(abs(int(c * scale))):
                x, y = x * u - y * v, x * v + y * u
        phase = phase_of(e)
        order = phase.denominator
        if order == 1:
            return y
        if order == 2:
            return x
        c_, s_ = self.ring.phases[order]
        for _ in range(phase.numerator % (2 * order)):
            x, y = x * c_ - y * s_, x * s_ + y * c_
        return y

    def length(self, q: Sequence[str]) -> Any:
        key = (q[0], q[1]) if q[0] < q[1] else (q[1], q[0])
        known = self.ring.roots.get(key)
        return self.root(self.square(q)) if known is None else known

    def root(self, x: Any) -> Any:
        """The positive square root."""
        if self.given is not None:
            found = next(self.given)
        else:
            found = x.context.sqrt(x)
            self.made.append(found)
        self.residuals.append(found * found - x)
        return found

    def size(self, x: Any) -> Any:
        """The absolute value: x or −x, by its sign in the figure."""
        if self.given is not None:
            sign = next(self.given)
        else:
            sign = Fraction(1 if x > 0 else -1)
            self.made.append(sign)
        return self.ring.number(sign) * x

    def inverse(self, x: Any) -> Any:
        if self.given is not None:
            found = next(self.given)
        else:
            found = 1 / x
            self.made.append(found)
        self.residuals.append(found * x - self.ring.number(Fraction(1)))
        return found

    def value(self, e: Expression) -> Any:
        """Raises Vanishing."""
        match e:
            case Number(value):
                return self.ring.number(value)
            case Length(a, b):
                return self.length((a, b))
            case Area(corners):
                return self._area(corners)
            case Trigonometric():
                return self._trigonometric(e)
            case Size():
                raise Vanishing
            case Sum(parts):
                values = [self.value(p) for p in parts]
                return sum(values[1:], values[0])
            case Product(parts):
                total = self.ring.number(Fraction(1))
                for p in parts:
                    total = total * self.value(p)
                return total
            case Power(base, exponent):
                value = self.value(base)
                if exponent.denominator == 2:
                    value = self.root(value)
                if exponent < 0:
                    value = self.inverse(value)
                total = value
                for _ in range(abs(exponent.numerator) - 1):
                    total = total * value
                return total if exponent else self.ring.number(Fraction(1))

    def _area(self, corners: Sequence[str]) -> Any:
        total = self.ring.number(Fraction(0))
        for p, q in zip(corners, (*corners[1:], corners[0]), strict=True):
            (x, y), (u, v) = self.ring.places[p], self.ring.places[q]
            total = total + (x * v - u * y)
        return self.size(total * self.ring.number(Fraction(1, 2)))

    def _trigonometric(self, e: Trigonometric) -> Any:
        (x, y), (u, v) = self.vector(e.v, e.a), self.vector(e.v, e.b)
        along = x * u + y * v
        if e.function == "cos":
            return along * self.inverse(self.root((x * x + y * y) * (u * u + v * v)))
        across = self.size(x * v - u * y)
        if e.function == "sin":
            return across * self.inverse(self.root((x * x + y * y) * (u * u + v * v)))
        return across * self.inverse(along) if e.function == "tan" else along * self.inverse(across)
