"""Sums of products of facts for a polynomial in the sides of a triangle that isn't negative.

With x, y, z for the excesses of the triangle inequalities (Ravi's substitution, a = y + z), everything that is known of three
sides is that x, y, z are positive. Looked for is the polynomial, times a power of the perimeter (Pólya), among the sums of
products of monomials, squares of differences of monomials, and what else is given to be positive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from math import lcm
from typing import Any

import flint
import numpy as np

from solver.checker.inequality.bounds import Ring, expression_of
from solver.inequalities.cone import Monomials, fitted, monomials_of
from solver.statements.bound import Fact, Term
from solver.statements.expression import Expression, Length, Number, Power, Product, Sum

#: Powers of the perimeter that are tried; polynomials of larger degree aren't looked at.
LIFTS, LARGEST_DEGREE = 4, 12
#: Rounds in which squares of further polynomials are added, their coefficients' denominators, and what one must gain.
REFINED, ROUNDED, LEAST_GAIN = 6, (1, 2, 6), 1e-6
#: Products of other facts taken together.
MOST_OTHERS = 2

Polynomial = Any
Exponents = tuple[int, ...]


@dataclass(frozen=True)
class Given:
    """What else is positive: the fact, and its polynomial in the sides."""

    fact: Fact
    polynomial: Polynomial


class Triangle:
    """Polynomials in the sides of a triangle, in a ring that has them. corners: A, B, C; x is half of |AB| + |AC| − |BC|."""

    def __init__(
        self, ring: Ring, corners: tuple[str, str, str], given: Sequence[Given] = (), equal: Sequence[Polynomial] = ()
    ) -> None:
        """equal: polynomials in the sides that are 0."""
        self.ring = ring
        a, b, c = corners
        self.sides = (Length(b, c), Length(c, a), Length(a, b))
        self.facts = (Fact("triangle", (b, a, c)), Fact("triangle", (c, b, a)), Fact("triangle", (a, c, b)))
        self.columns = [ring.keys.index(k) for k in (Length(min(s.a, s.b), max(s.a, s.b)) for s in self.sides)]
        self._x = [ring.of(s) for s in self.sides]
        self.given = tuple(given)
        zero = [m for p in equal if (m := self.in_excesses(p))]
        linear = [m for m in zero if sum(next(iter(m))) == 1]
        self._solved = _solved(linear[0]) if linear else None
        self._equal = [m for p in zero if (m := self._plain(p))]

    def _plain(self, p: Monomials) -> Monomials:
        """A polynomial in x, y, z with one of them expressed by the others, where an equation does so."""
        if self._solved is None:
            return p
        k, value = self._solved
        total: Monomials = {}
        for m, c in p.items():
            part: Monomials = {tuple(0 if i == k else e for i, e in enumerate(m)): c}
            for _ in range(m[k]):
                part = _product(part, value)
            for n, d in part.items():
                total[n] = total.get(n, Fraction(0)) + d
        return {m: c for m, c in total.items() if c}

    def in_excesses(self, p: Polynomial) -> Monomials | None:
        """A polynomial in the sides as one in x, y, z; None where it has other variables."""
        others = [i for i in range(len(self.ring.keys)) if i not in self.columns]
        if any(m[i] for m in p.monoms() for i in others):
            return None
        images = list(self.ring.context.gens())
        x, y, z = self._x
        for i, image in zip(self.columns, (y + z, z + x, x + y), strict=True):
            images[i] = image
        moved = p.compose(*images, ctx=self.ring.context)
        return {
            tuple(int(m[i]) for i in self.columns): Fraction(int(c.p), int(c.q))
            for m, c in zip(moved.monoms(), moved.coeffs(), strict=True)
        }

    def is_negative_somewhere(self, p: Monomials) -> bool:
        """Whether it is at one of a few places: then there is no use in looking for a proof."""
        return any(
            sum(float(c) * x ** m[0] * y ** m[1] * z ** m[2] for m, c in p.items()) < -1e-9 * sum(abs(float(c)) for c in p.values())
            for x, y, z in product((0.0, 0.3, 1.0, 1.7, 4.0), repeat=3)
        ) and not self.given and not self._equal and self._solved is None  # fmt: skip

    def proof(self, p: Polynomial) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
        """`times` and `terms` with times · p = terms, times being positive; None where none were found."""
        target = self.in_excesses(p)
        if target is None:
            return None
        target = self._plain(target)
        if not target:
            return _ONE, ()
        degrees = {sum(m) for m in target}
        if len(degrees) > 1 or max(degrees) > LARGEST_DEGREE or self.is_negative_somewhere(target):
            return None
        target, squares, scale = self._without_squares(target)
        found = self._combined(target)
        if found is None or not squares:
            return found
        return found[0], tuple(Term(t.factor * scale, (*t.facts, *squares)) for t in found[1])

    def _without_squares(self, p: Monomials) -> tuple[Monomials, tuple[Fact, ...], Fraction]:
        """What is left of a polynomial when squares of its factors are taken out, these squares, and a number."""
        context = flint.fmpq_mpoly_ctx.get(("x", "y", "z"), "lex")
        content, factors = context.from_dict({m: flint.fmpq(c.numerator, c.denominator) for m, c in p.items()}).factor()
        rest = context.constant(content)
        squares: list[Fact] = []
        scale = Fraction(1)
        for f, k in factors:
            for _ in range(int(k) // 2):
                fact, number = self.square_of(tuple(monomials_of(f).items()))
                squares.append(fact)
                scale *= number
            if int(k) % 2:
                rest = rest * f
        return monomials_of(rest), tuple(squares), scale

    def _combined(self, target: Monomials) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
        """As `proof`, of a polynomial in x, y, z."""
        (degree,) = {sum(m) for m in target}
        for lift in range(LIFTS if not self.given else 2):
            lifted = self._plain(_times_perimeter(target, lift))
            nothing = list(self._nothing(degree + lift))
            generators = list(self._generators(degree + lift))
            for _ in range(REFINED + 1):
                found = fitted(lifted, [*nothing, *(self._plain(g.polynomial) for g in generators)])
                if found.coefficients is not None:
                    used = ((j - len(nothing), c) for j, c in found.coefficients.items())
                    return self._perimeter(lift), tuple(generators[j].term(c) for j, c in used if j >= 0)
                more = [g for g in self._refining(degree + lift, found.residual) if g not in generators]
                if not more:
                    break
                generators += more
        return None

    def _refining(self, degree: int, residual: dict[Exponents, float]) -> Iterator[_Generator]:
        """Squares of polynomials that would take more of what is missing: by the moment matrix's greatest eigenvalue."""
        for half in range(1, degree // 2 + 1):
            base = [u for u in _monomials(half) if self._solved is None or not u[self._solved[0]]]
            for m in _monomials(degree - 2 * half):
                if self._solved is not None and m[self._solved[0]]:
                    continue
                moments = np.array([[residual.get(_add(m, _add(u, v)), 0.0) for v in base] for u in base])
                values, vectors = np.linalg.eigh(moments)
                if values[-1] < LEAST_GAIN:
                    continue
                w = vectors[:, -1] / vectors[np.argmax(np.abs(vectors[:, -1])), -1]
                for largest in ROUNDED:
                    square = {
                        u: c
                        for u, x in zip(base, w, strict=True)
                        if (c := Fraction(float(x)).limit_denominator(largest))
                    }
                    if len(square) > 1:
                        yield _Generator(
                            self, _product(_product(square, square), {m: Fraction(1)}), (), m, tuple(square.items())
                        )

    def _nothing(self, degree: int) -> Iterator[Monomials]:
        """Multiples of what is 0, with both signs."""
        for p in self._equal:
            for m in _monomials(degree - sum(next(iter(p)))):
                for sign in (1, -1):
                    yield _product(p, {m: Fraction(sign)})

    def _perimeter(self, lift: int) -> tuple[Term, ...]:
        """(a + b + c)^lift, halved as often, as x + y + z is half the perimeter."""
        if not lift:
            return _ONE
        facts = [Fact("length", (s.a, s.b)) for s in self.sides]
        return tuple(Term(Fraction(1, 2**lift), some) for some in product(facts, repeat=lift))

    def monomial(self, m: Exponents) -> tuple[tuple[Fact, ...], Fraction]:
        """x^i y^j z^k as a product of facts, each of which is 2x, 2y or 2z, and the number that is left."""
        facts = tuple(f for f, k in zip(self.facts, m, strict=True) for _ in range(k))
        return facts, Fraction(1, 2 ** sum(m))

    def square_of(self, root: Sequence[tuple[Exponents, Fraction]]) -> tuple[Fact, Fraction]:
        """The square of a polynomial, and the number that is left, 2x, 2y and 2z being what facts are."""
        (first, c), *rest = root
        whole = lcm(*(x.denominator for _, x in root))
        terms = [self._multiple(c * whole, first), *(self._multiple(x * whole, m) for m, x in rest)]
        return Fact("square", expression=Sum(tuple(terms))), Fraction(1, 4 ** sum(first) * whole**2)

    def _multiple(self, c: Fraction, m: Exponents) -> Expression:
        e = self._expression(m)
        return e if c == 1 else Product((Number(c), e))

    def _expression(self, m: Exponents) -> Expression:
        """A monomial in 2x, 2y and 2z."""
        powers = [
            expression_of(f) if k == 1 else Power(expression_of(f), Fraction(k))
            for f, k in zip(self.facts, m, strict=True) if k
        ]  # fmt: skip
        return powers[0] if len(powers) == 1 else Product(tuple(powers))

    @cached_property
    def _others(self) -> list[tuple[tuple[Fact, ...], Monomials]]:
        """Products of what else is given, none of them among these."""
        found: list[tuple[tuple[Fact, ...], Monomials]] = [((), {(0, 0, 0): Fraction(1)})]
        for count in range(1, MOST_OTHERS + 1):
            for some in combinations(self.given, count):
                polynomial = self.ring.number(Fraction(1))
                for g in some:
                    polynomial = polynomial * g.polynomial
                moved = self.in_excesses(polynomial)
                if moved:
                    found.append((tuple(g.fact for g in some), moved))
        return found

    def _generators(self, degree: int) -> Iterator[_Generator]:
        for facts, other in self._others:
            left = degree - sum(next(iter(other)))
            for m in _monomials(left) if left >= 0 else ():
                yield _Generator(self, _product(other, {m: Fraction(1)}), facts, m)
            for half in range(1, left // 2 + 1):
                squares = [(u, v) for u, v in combinations(_monomials(half), 2) if not any(map(min, u, v))]
                for (u, v), m in product(squares, _monomials(left - 2 * half)):
                    root = {u: Fraction(1), v: Fraction(-1)}
                    square = _product(_product(root, root), {m: Fraction(1)})
                    yield _Generator(self, _product(other, square), facts, m, tuple(root.items()))


@dataclass(frozen=True)
class _Generator:
    """A product of facts: other ones, a monomial in x, y, z, and perhaps the square of a polynomial."""

    of: Triangle
    polynomial: Monomials
    others: tuple[Fact, ...]
    monomial: Exponents
    square: tuple[tuple[Exponents, Fraction], ...] = ()

    def term(self, c: Fraction) -> Term:
        facts, factor = self.of.monomial(self.monomial)
        if not self.square:
            return Term(c * factor, (*self.others, *facts))
        square, scale = self.of.square_of(self.square)
        return Term(c * factor * scale, (*self.others, *facts, square))


_ONE = (Term(Fraction(1)),)


def _solved(linear: Monomials) -> tuple[int, Monomials]:
    """Which variable a linear equation expresses by the others, and how."""
    lead = next(iter(linear))
    k = lead.index(1)
    return k, {m: -c / linear[lead] for m, c in linear.items() if m != lead}


def _monomials(degree: int) -> list[Exponents]:
    return [(i, j, degree - i - j) for i in range(degree, -1, -1) for j in range(degree - i, -1, -1)]


def _add(u: Exponents, v: Exponents) -> Exponents:
    return tuple(i + j for i, j in zip(u, v, strict=True))


def _product(p: Monomials, q: Monomials) -> Monomials:
    total: Monomials = {}
    for m, c in p.items():
        for n, d in q.items():
            key = _add(m, n)
            total[key] = total.get(key, Fraction(0)) + c * d
    return {m: c for m, c in total.items() if c}


def _times_perimeter(p: Monomials, times: int) -> Monomials:
    for _ in range(times):
        p = _product(p, {(1, 0, 0): Fraction(1), (0, 1, 0): Fraction(1), (0, 0, 1): Fraction(1)})
    return p
