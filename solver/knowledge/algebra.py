"""Proofs by algebra: is a conclusion in the radical of the ideal of the premises?

Coordinates of two points are fixed (statements are about figures up to similarity), claims become polynomials in the
others: a direction equation the imaginary or real part of a product of complex numbers, an equation of logarithms one
between products of squared lengths. A conclusion f follows over the complex numbers, degenerate figures (noncollinear
points that are collinear, different points that are at distance 0) being excluded, exactly where
1 ∈ (premises, 1 − t·g, 1 − s·f) (Rabinowitsch's trick; Kapur, "Using Gröbner bases to reason about geometry problems",
J. Symbolic Computation 2, 1986). What depends on order, as many converses do, isn't provable so, true as it is.

The bases are computed by FLINT (python-flint). Without it, or beyond its limits, the outcome says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction
from itertools import combinations
from math import lcm
from multiprocessing.connection import Connection
from typing import Any

from solver.checker import TheoremStatement
from solver.runtime.executors import forking_context
from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import MIDP, Claim, named_in


class Algebra(Enum):
    """How the attempt came out."""

    PROVED = "proved by a Gröbner basis"
    NOT_IMPLIED = "not implied over the complex numbers: it needs order or real points"
    TOO_LARGE = "the Gröbner basis is too large"
    TIMEOUT = "no Gröbner basis within the time limit"
    NOT_POLYNOMIAL = "not polynomial with rational coefficients"
    UNAVAILABLE = "python-flint is not installed"


#: Limits of a basis: elements, terms of one, bits of a coefficient.
LIMITS = (250, 3000, 5000)
#: Seconds that a process may take to start.
START = 3.0


class _NotPolynomial(Exception):
    pass


def prove_by_algebra(statement: TheoremStatement, seconds: float) -> Algebra:
    """Try to prove all conclusions, in a process of its own: FLINT can't be interrupted."""
    context = forking_context([__name__])
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, statement), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds + START):
            return Algebra.TIMEOUT
        outcome: Algebra = receiver.recv()
        return outcome
    except EOFError:  # out of memory
        return Algebra.TOO_LARGE
    finally:
        process.kill()
        process.join()
        receiver.close()


def _answer(sender: Connection, statement: TheoremStatement) -> None:
    sender.send(try_algebra(statement))


def try_algebra(statement: TheoremStatement) -> Algebra:
    """The attempt itself, however long it takes."""
    try:
        import flint
    except ImportError:
        return Algebra.UNAVAILABLE
    try:
        ring = _Ring(flint, statement.points)
        premises = [f for claim in statement.premises for f in ring.polynomials(claim)]
        goals = [f for claim in statement.conclusions for f in ring.polynomials(claim)]
    except _NotPolynomial:
        return Algebra.NOT_POLYNOMIAL
    outcome = Algebra.TOO_LARGE
    for guards in (ring.guards(statement), [*ring.guards(statement), *ring.distances(statement)]):
        for goal in goals:
            outcome = ring.implies(premises, guards, goal)
            if outcome is not Algebra.PROVED:
                break
        else:
            return Algebra.PROVED
    return outcome


class _Ring:
    """Polynomials in the coordinates of the points, all but two of which are free, and in t and s."""

    def __init__(self, flint: Any, points: Sequence[str]) -> None:
        pairs = [f"t{i}" for i in range(len(points) * (len(points) - 1) // 2)]
        names = ["s", "t", *pairs, *(f"{axis}{i}" for i in reversed(range(2, len(points))) for axis in "yx")]
        self._flint = flint
        self.context = flint.fmpz_mpoly_ctx.get(names, "degrevlex")
        generators = dict(zip(names, self.context.gens(), strict=True))
        zero, one = self.context.from_dict({}), self.context.constant(1)
        self.one = one
        self._s, self._t = generators["s"], generators["t"]
        self._pair_variables = [generators[name] for name in pairs]
        self._at: Mapping[str, tuple[Any, Any]] = {
            p: (zero, zero) if i == 0 else (one, zero) if i == 1 else (generators[f"x{i}"], generators[f"y{i}"])
            for i, p in enumerate(points)
        }

    def implies(self, premises: Sequence[Any], guards: Sequence[Any], goal: Any) -> Algebra:
        ideal = [f for f in premises if f != 0]
        ideal += [self.one - self._s * goal, *guards]
        vector = self._flint.fmpz_mpoly_vec(ideal, self.context)
        basis, is_complete = vector.buchberger_naive(limits=LIMITS)
        if any(f != 0 and f.is_constant() for f in basis):
            return Algebra.PROVED
        return Algebra.NOT_IMPLIED if is_complete else Algebra.TOO_LARGE

    def distances(self, statement: TheoremStatement) -> list[Any]:
        """That no two points of one claim are at distance 0."""
        on = [sorted(named_in(c)) for c in (*statement.premises, *statement.conclusions)]
        pairs = sorted({pair for points in on for pair in combinations(points, 2)})
        squares = [self._square(q) for q in pairs]
        return [self.one - t * f for t, f in zip(self._pair_variables, squares, strict=False) if not f.is_constant()]

    def guards(self, statement: TheoremStatement) -> list[Any]:
        """That what the conditions say isn't zero isn't."""
        product = self.one
        for condition in statement.conditions:
            p = condition.points
            if condition.kind == "noncollinear":
                product = product * self._cross(self._vector(p[0], p[1]), self._vector(p[0], p[2]))
            elif condition.kind == "unparallel":
                product = product * self._cross(self._vector(p[0], p[1]), self._vector(p[2], p[3]))
        return [self.one - self._t * product]

    def polynomials(self, claim: Claim) -> list[Any]:
        if isinstance(claim, Equation):
            return [self._polynomial(claim)]
        if claim.predicate is MIDP:  # linear, unlike its equations
            m, a, b = (self._at[p] for p in claim.points)
            return [2 * m[k] - a[k] - b[k] for k in (0, 1)]
        return [self._polynomial(e) for e in claim.equations()]

    def _polynomial(self, e: Equation) -> Any:
        if e.theory is Theory.DIRECTION:
            return self._direction(e)
        if e.theory is Theory.LOG:
            return self._products(e)
        if e.theory is Theory.SQUARE:
            scale = lcm(*(c.denominator for _, c in e.terms))
            return sum((int(c * scale) * self._square(q) for q, c in e.terms), 0 * self.one)
        raise _NotPolynomial

    def _direction(self, e: Equation) -> Any:
        """Im (i^k · Π w^c), w̄ for negative exponents."""
        quarter = 2 * sum((c for _, c in e.constants), Fraction(0))
        if quarter.denominator != 1 or any(c.denominator != 1 for _, c in e.terms):
            raise _NotPolynomial
        real, imaginary = self.one, 0 * self.one
        for q, c in e.terms:
            u, v = self._vector(q[0], q[1])
            v = v if c > 0 else -v
            for _ in range(abs(int(c))):
                real, imaginary = real * u - imaginary * v, real * v + imaginary * u
        return real if int(quarter) % 2 else imaginary

    def _products(self, e: Equation) -> Any:
        """Π |w|^2c of the positive exponents less that of the negative ones, constants included."""
        scale = lcm(1, *(c.denominator for _, c in e.terms), *((2 * c).denominator for _, c in e.constants))
        sides = [self.one, self.one]
        for q, c in e.terms:
            exponent = int(c * scale)
            top, bottom = self._squared(q)
            for _ in range(abs(exponent)):
                sides[exponent < 0] = sides[exponent < 0] * top
                sides[exponent > 0] = sides[exponent > 0] * bottom
        for base, c in e.constants:
            exponent = int(2 * c * scale)
            sides[exponent < 0] = sides[exponent < 0] * base ** abs(exponent)
        return sides[0] - sides[1]

    def _squared(self, q: Quantity) -> tuple[Any, Any]:
        """The square of a length, or of a sine, as numerator and denominator."""
        if len(q) == 2:
            return self._square(q), self.one
        u, v = self._vector(q[1], q[0]), self._vector(q[1], q[2])
        cross = self._cross(u, v)
        return cross * cross, self._square((q[1], q[0])) * self._square((q[1], q[2]))

    def _square(self, q: Quantity) -> Any:
        u, v = self._vector(q[0], q[1])
        return u * u + v * v

    def _vector(self, a: str, b: str) -> tuple[Any, Any]:
        (ax, ay), (bx, by) = self._at[a], self._at[b]
        return bx - ax, by - ay

    @staticmethod
    def _cross(u: tuple[Any, Any], v: tuple[Any, Any]) -> Any:
        return u[0] * v[1] - u[1] * v[0]
