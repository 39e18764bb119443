"""A figure with nothing free, computed exactly: its coordinates in a number field, its premises and a claim as equations there.

Where the premises determine a figure up to similarity, its coordinates are algebraic numbers. They are computed to many
digits, a number field that has them all is found by integer relations (LLL), and each is written in it. That is a guess;
what counts comes after: the field's polynomial is irreducible, the numbers written in it agree with the figure, each premise
is an equation that holds exactly, and so is the claim. The figure is isolated, as the derivatives of its premises have full
rank; so this is the figure that is meant, and the claim holds in it.

Every premise is a polynomial equation in coordinates, in lengths that are added (a square root each, positive) and in the
cosines and sines of given angles; one and the same evaluation of it serves for derivatives, for many digits and in the field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, pi, sin
from typing import Any

import mpmath
import numpy as np
from numpy.typing import NDArray

from solver.coordinates.polynomial import Evaluation, Unknown
from solver.coordinates.relations import integer_relation
from solver.statements.equation import Theory
from solver.statements.predicates import Claim, Statement

#: Digits of the coordinates; what must agree when a number is written in a field; beyond the digits of its coefficients.
DIGITS, AGREED, SURPLUS = 520, 480, 60
#: Degree of the number field, at most.
DEGREE = 16
#: Singular values above this aren't 0; points farther apart than this are different.
RANK, APART = 1e-7, 1e-6
#: Points of a figure that are computed.
MOST_POINTS = 40

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Rigid:
    """The points that the premises determine up to similarity, those that say so, and the two that are put at 0 and 1."""

    points: tuple[str, ...]
    premises: tuple[Statement, ...]
    base: tuple[str, str]


def holds_in_rigid_figure(rigid: Rigid, claim: Claim, at: Mapping[str, complex]) -> bool:
    """Whether a claim about its points holds exactly in the figure near these places."""
    try:
        return _Exact(rigid, claim, at).holds()
    except (ArithmeticError, Inexact):
        return False


def many_digits(rigid: Rigid, claim: Claim, at: Mapping[str, complex]) -> tuple[Any, Mapping[str, Any]] | None:
    """An mpmath context, and the figure's points as its complex numbers, the base at 0 and 1; None where they can't be computed."""
    try:
        found = _Exact(rigid, claim, at)
    except (ArithmeticError, Inexact):
        return None
    mp, values = found.context, found.values
    places = {p: mp.mpc(values[i], values[j]) for p, (i, j) in found.unknown.columns.items()}
    return mp, {rigid.base[0]: mp.mpc(0), rigid.base[1]: mp.mpc(1), **places}


class Inexact(Exception):
    """What can't be computed exactly: a number of too high a degree, or no algebraic one."""


def rigid_part(premises: Sequence[Statement], at: Mapping[str, complex], named: frozenset[str]) -> Rigid | None:
    """The points that can't move against each other, if those that are named are among them."""
    points = tuple(dict.fromkeys(p for s in premises for p in s.points))
    if not named <= set(points) or len(points) > MOST_POINTS:
        return None
    base = _base(premises, at, named)
    if base is None:
        return None
    moving = _moving(premises, points, base, at)
    if moving is None:
        return None
    kept = tuple(p for p in points if p not in moving)
    if not named <= set(kept):
        return None
    mine = tuple(s for s in premises if not moving & set(s.points))
    if moving and _moving(mine, kept, base, at) != frozenset():
        return None
    return Rigid(kept, mine, base)


def _base(premises: Sequence[Statement], at: Mapping[str, complex], named: frozenset[str]) -> tuple[str, str] | None:
    """A segment whose length is spoken of most."""
    counts: dict[tuple[str, ...], int] = {}
    for s in premises:
        for e in s.equations():
            for q, _ in e.terms:
                weight = 1 if e.theory is Theory.DIRECTION else 10
                counts[q] = counts.get(q, 0) + weight + named.issuperset(q)
    found = sorted((-n, q) for q, n in counts.items() if len(q) == 2 and abs(at[q[0]] - at[q[1]]) > APART)
    return (found[0][1][0], found[0][1][1]) if found else None


def _moving(
    premises: Sequence[Statement], points: Sequence[str], base: tuple[str, str], at: Mapping[str, complex]
) -> frozenset[str] | None:
    """The points that can move while two stay where they are; None where the derivatives can't be had."""
    if not set(base) <= set(points):
        return None
    try:
        unknown = Unknown.of(premises, None, points, base)
        values = np.array(unknown.start(_normalized(at, base)))
        _, jacobian = _linearized(premises, unknown, values)
    except (Inexact, ArithmeticError, ValueError):
        return None
    sizes = np.linalg.norm(jacobian, axis=1, keepdims=True)
    _, found, right = np.linalg.svd(jacobian / np.where(sizes > 0, sizes, 1.0))
    kept = right[int(np.sum(found > RANK)) :]
    if not len(kept):
        return frozenset()
    weight = np.max(np.abs(kept), axis=0)
    return frozenset(p for p, (i, j) in unknown.columns.items() if max(weight[i], weight[j]) > RANK)


def _normalized(at: Mapping[str, complex], base: tuple[str, str]) -> dict[str, complex]:
    a, b = (at[p] for p in base)
    return {p: (z - a) / (b - a) for p, z in at.items()}


class _Dual:
    """A number with its derivatives by the unknowns."""

    __slots__ = ("slope", "value")

    def __init__(self, value: float, slope: Array) -> None:
        self.value, self.slope = value, slope

    def __add__(self, other: _Dual) -> _Dual:
        return _Dual(self.value + other.value, self.slope + other.slope)

    def __sub__(self, other: _Dual) -> _Dual:
        return _Dual(self.value - other.value, self.slope - other.slope)

    def __mul__(self, other: _Dual) -> _Dual:
        return _Dual(self.value * other.value, self.value * other.slope + other.value * self.slope)


def _linearized(premises: Sequence[Statement], unknown: Unknown, values: Array) -> tuple[Array, Array]:
    count = len(values)
    rows, zero = np.eye(count), np.zeros(count)

    def number(q: Fraction) -> _Dual:
        return _Dual(float(q), zero)

    phases = {q: (_Dual(cos(pi / q), zero), _Dual(sin(pi / q), zero)) for q in unknown.orders}
    ring = unknown.ring([_Dual(float(v), rows[i]) for i, v in enumerate(values)], number, phases)
    found = _residuals(premises, Evaluation(ring))
    if not found:
        return np.zeros(0), np.zeros((0, count))
    return np.array([d.value for d in found]), np.array([d.slope for d in found])


def _residuals(premises: Sequence[Statement], evaluation: Evaluation) -> list[Any]:
    for s in premises:
        evaluation.say(s)
    evaluation.roots()
    return evaluation.residuals


class _Exact:
    """One figure, its field, and what holds there."""

    def __init__(self, rigid: Rigid, claim: Claim, at: Mapping[str, complex]) -> None:
        self.rigid, self.claim = rigid, claim
        self.context = mpmath.MPContext()
        self.context.dps = DIGITS
        self.unknown = Unknown.of(rigid.premises, claim, rigid.points, rigid.base)
        mp = self.context
        self.phases = {q: (mp.cos(mp.pi / q), mp.sin(mp.pi / q)) for q in self.unknown.orders}
        self.values = self._computed(np.array(self.unknown.start(_normalized(at, rigid.base))))

    def _number(self, q: Fraction) -> Any:
        return self.context.mpf(q.numerator) / q.denominator

    def _computed(self, start: Array) -> list[Any]:
        """The unknowns to many digits, by Newton's steps with the derivatives in floating point."""
        mp = self.context
        u = [mp.mpf(float(x)) for x in start]
        _, jacobian = _linearized(self.rigid.premises, self.unknown, start)
        sizes = np.linalg.norm(jacobian, axis=1, keepdims=True)
        if np.linalg.matrix_rank(jacobian / np.where(sizes > 0, sizes, 1.0), RANK) < len(start):
            raise Inexact
        inverse = np.linalg.pinv(jacobian, rcond=1e-12)
        goal = mp.mpf(10) ** (15 - DIGITS)
        before = mp.inf
        while True:
            ring = self.unknown.ring(u, self._number, self.phases)
            found = _residuals(self.rigid.premises, Evaluation(ring))
            worst = max(map(abs, found), default=mp.zero)
            if worst < goal:
                return u
            if not worst < before / 10:
                raise Inexact
            before = worst
            step = inverse @ np.array([float(r / worst) for r in found])
            u = [x - worst * mp.mpf(float(s)) for x, s in zip(u, step, strict=True)]

    def holds(self) -> bool:
        """Whether premises and claim hold exactly."""
        import flint

        guide = Evaluation(self.unknown.ring(self.values, self._number, self.phases))
        guide.say(self.claim)
        if max(map(abs, guide.residuals)) > self.context.mpf(10) ** -AGREED:
            return False
        flat = [c for pair in self.phases.values() for c in pair]
        numbers = [*self.values, *flat, *(m for m in guide.made if not isinstance(m, Fraction))]
        field = NumberField(self.context, numbers)
        elements = iter([Element(field, field.element(v)) for v in numbers])
        values = [next(elements) for _ in self.values]
        phases = {q: (next(elements), next(elements)) for q in self.phases}
        made = [m if isinstance(m, Fraction) else next(elements) for m in guide.made]

        def number(q: Fraction) -> Element:
            return Element(field, flint.fmpq_poly([flint.fmpq(q.numerator, q.denominator)]))

        exact = Evaluation(self.unknown.ring(values, number, phases), iter(made))
        exact.say(self.claim)
        exact.unity()
        found = _residuals(self.rigid.premises, exact)
        return all(r.value.degree() < 0 for r in found)


class NumberField:
    """The field that numbers generate, by one of them, θ: the root of an irreducible polynomial that is nearest to a decimal."""

    def __init__(self, context: Any, numbers: Sequence[Any]) -> None:
        import flint

        self.context = context
        self.theta = context.mpf(0)
        self.modulus = flint.fmpq_poly([0, 1])
        for x in numbers:
            if self._found(x) is None:
                self._extend(x)

    @property
    def degree(self) -> int:
        return int(self.modulus.degree())

    def _extend(self, x: Any) -> None:
        """So that the field has another number."""
        import flint

        for factor in (1, 2, 3):
            theta = x if self.degree == 1 else self.theta + factor * x
            for degree in (d for d in (2, 3, 4, 6, 8, 12, DEGREE) if d > self.degree or self.degree == 1):
                relation = integer_relation(self.context, [theta**k for k in range(degree + 1)], AGREED, SURPLUS)
                if relation is None:
                    continue
                _, factors = flint.fmpz_poly(relation).factor()
                chosen = min((f for f, _ in factors), key=lambda f: abs(self._at(f, theta)))
                old = self.theta
                self.theta, self.modulus = theta, flint.fmpq_poly(chosen)
                if self._found(x) is not None and self._found(old) is not None:
                    return
                raise Inexact
        raise Inexact

    def _at(self, polynomial: Any, x: Any) -> Any:
        total = self.context.mpf(0)
        for c in reversed(polynomial.coeffs()):
            c = Fraction(int(c.p), int(c.q)) if hasattr(c, "p") else Fraction(int(c))
            total = total * x + self.context.mpf(c.numerator) / c.denominator
        return total

    def _found(self, x: Any) -> Any | None:
        """A number as a polynomial in θ; None where it isn't found to be one."""
        import flint

        relation = integer_relation(self.context, [x, *(self.theta**k for k in range(self.degree))], AGREED, SURPLUS)
        if relation is None or not relation[0]:
            return None
        return flint.fmpq_poly([flint.fmpq(-c, relation[0]) for c in relation[1:]])

    def element(self, x: Any) -> Any:
        """Raises Inexact where a number isn't in the field, or doesn't agree with what it is written as."""
        found = self._found(x)
        if found is None or abs(self._at(found, self.theta) - x) > self.context.mpf(10) ** -AGREED * (1 + abs(x)):
            raise Inexact
        return found


class Element:
    """An element of a number field."""

    __slots__ = ("field", "value")

    def __init__(self, field: NumberField, value: Any) -> None:
        self.field, self.value = field, value

    def __add__(self, other: Element) -> Element:
        return Element(self.field, self.value + other.value)

    def __sub__(self, other: Element) -> Element:
        return Element(self.field, self.value - other.value)

    def __mul__(self, other: Element) -> Element:
        return Element(self.field, (self.value * other.value) % self.field.modulus)
