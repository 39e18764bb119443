"""Inequalities in the sides of one triangle, its area, and lengths whose squares are rational in the sides.

An area or another root u stands in a polynomial P + uQ at most once. Where P and −Q aren't negative, it has the sign of
P² − u²Q², which has one root less; so have three further cases. Sums of several roots are bounded by linear forms in the
sides first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np

from solver.checker.inequality.bounds import Ring, Unfit, equations_of, expression_of, without_angles
from solver.inequalities.cone import combination, monomials_of
from solver.inequalities.derived import Derived
from solver.inequalities.positive import Given, Triangle
from solver.inequalities.reasons import Argument, Bounded
from solver.statements.bound import MOST_TERMS, Bound, Fact, Term
from solver.statements.expression import (
    Area,
    Expression,
    Length,
    Number,
    Power,
    Product,
    Sum,
    difference,
    evaluate,
)  # fmt: skip
from solver.statements.predicates import Statement

_ONE = (Term(Fraction(1)),)
#: Nested roots that are taken away.
DEPTH = 3
#: Triangles in which linear bounds of roots are looked at.
SHAPES = 60

Sums = tuple[tuple[Fraction, tuple[str, str, str]], ...]
#: times · p = terms.
Proof = tuple[tuple[Term, ...], tuple[Term, ...]]
Polynomial = Any


class Sides:
    """See the module. known: further lengths. given: inequalities in the sides that the statement gives; equal: equations."""

    def __init__(
        self,
        corners: tuple[str, str, str],
        known: Sequence[Derived] = (),
        given: Sequence[Statement] = (),
        equal: Sequence[Statement] = (),
    ) -> None:
        self._corners = corners
        self._known = tuple(known)
        self._given = tuple(given)
        self._equal = tuple(equal)

    def _attempt(self, e: Expression) -> _Attempt:
        return _Attempt(self._corners, self._known, self._given, self._equal, e)

    def argument(self, goal: Statement, e: Expression, sums: Sums) -> Argument | None:
        """Why an expression is positive, or not negative. Raises Unfit."""
        found = self._attempt(e).proof()
        if found is not None:
            return self._concluded((), goal, sums, found)
        return self._by_linear_bounds(goal, e, sums)

    def _concluded(self, before: tuple[Bounded, ...], goal: Statement, sums: Sums, found: Proof) -> Argument | None:
        times, terms = found
        if max(len(times), len(terms)) > MOST_TERMS:
            return None
        claims = tuple(d.claim for d in self._known)
        lemmas = tuple(b.claim for b in before)
        always = (*claims, *self._equal)
        uses, bound = _fewest((*always, *self._given, *lemmas), Bound(terms, times, sums), len(always))
        return Argument((*before, Bounded(goal, bound, uses)), always)

    def _by_linear_bounds(self, goal: Statement, e: Expression, sums: Sums) -> Argument | None:
        """A sum of roots, each bounded by a linear form in the sides."""
        attempt = self._attempt(e)
        ring, p = attempt.ring, attempt.goal
        if not len(p) or p.total_degree() != 1:
            return None
        roots = [
            (k, key) for k, key in enumerate(ring.keys)
            if k not in attempt.triangle.columns and any(m[k] for m in p.monoms())
        ]  # fmt: skip
        if not roots:
            return None
        lemmas: list[tuple[Expression, Polynomial]] = []
        shapes = list(_shapes(self._corners))
        for k, key in roots:
            c = next(c for m, c in zip(p.monoms(), p.coeffs(), strict=True) if m[k])
            for form in self._forms():
                sign = -1 if c < 0 else 1
                bound = difference(form, key) if sign < 0 else difference(key, form)
                if all(v >= -1e-12 for v in attempt.values(bound, shapes)):
                    lemmas.append((bound, ring.numerator(bound)))
        sides = [(f, ring.numerator(expression_of(f))) for f in attempt.triangle.facts]
        columns = [*(v for _, v in lemmas), *(v for _, v in sides)]
        found = combination(monomials_of(p), [monomials_of(v) for v in columns])
        if found is None:
            return None
        before: list[Bounded] = []
        terms: list[Term] = []
        first = len(self._known) + len(self._equal) + len(self._given)
        for j, c in found.items():
            if j >= len(lemmas):
                terms.append(Term(c, (sides[j - len(lemmas)][0],)))
                continue
            claim = Statement.about(goal.predicate, lemmas[j][0])
            inner = self._attempt(lemmas[j][0]).proof()
            if inner is None:
                return None
            said = self._concluded((), claim, (), inner)
            if said is None:
                return None
            terms.append(Term(c, (Fact("use", id=str(first + len(before))),)))
            before.append(said.bounds[-1])
        return self._concluded(tuple(before), goal, sums, (_ONE, tuple(terms)))

    def _forms(self) -> Iterator[Expression]:
        a, b, c = self._corners
        sides = (Length(b, c), Length(c, a), Length(a, b))
        half = Fraction(1, 2)
        for factors in product((-half, Fraction(0), half, Fraction(1)), repeat=3):
            terms = tuple(Product((Number(f), s)) for f, s in zip(factors, sides, strict=True) if f)
            if terms:
                yield Sum(terms)


def _fewest(uses: Sequence[Statement], bound: Bound, always: int) -> tuple[tuple[Statement, ...], Bound]:
    """What a bound uses of what it may, the first ones always, with its facts' numbers changed accordingly."""
    named = {int(f.id) for f in bound.facts if f.kind == "use"}
    kept = [k for k in range(len(uses)) if k < always or k in named]
    number = {str(k): str(i) for i, k in enumerate(kept)}
    from solver.statements.bound import renumbered

    return tuple(uses[k] for k in kept), renumbered(bound, number)


def _shapes(corners: tuple[str, str, str]) -> Iterator[dict[str, complex]]:
    rng = np.random.default_rng(7)
    for _ in range(SHAPES):
        x, y, z = np.exp(rng.uniform(-3, 3, 3))
        a, b, c = y + z, z + x, x + y
        p = (b * b + c * c - a * a) / (2 * c)
        at = (0j, complex(c), complex(p, max(b * b - p * p, 0.0) ** 0.5))
        yield dict(zip(corners, at, strict=True))


class _Attempt:
    """One expression, as a polynomial in the sides and in roots."""

    def __init__(
        self,
        corners: tuple[str, str, str],
        known: Sequence[Derived],
        given: Sequence[Statement],
        equal: Sequence[Statement],
        e: Expression,
    ) -> None:
        equations = [x for d in known for x in equations_of(d.claim)]
        a, b, c = corners
        said = [
            (k, without_angles(s.expression, ()))
            for k, s in enumerate(given, len(known) + len(equal))
            if s.expression is not None
        ]
        same = [x for s in equal for x in equations_of(s)]
        ring = Ring([*equations, *same, e, Length(a, b), Length(b, c), Length(c, a), *(x for _, x in said)])
        ring.relations += [ring.numerator(x) for x in equations]
        self.ring = ring
        others = [Given(Fact("use", id=str(k)), ring.reduced(ring.signed(x))) for k, x in said]
        self.triangle = Triangle(ring, corners, others, [ring.reduced(ring.numerator(x)) for x in same])
        self._known = known
        self.times: tuple[Term, ...] = _ONE
        p = ring.signed(e)
        for d in known:  # so that the relation can take the place of the square
            power = (
                max((int(m[ring.keys.index(_key(d.length))]) for m in p.monoms()), default=0)
                if _key(d.length) in ring.keys
                else 0
            )
            for _ in range((power + 1) // 2 if d.times != _ONE else 0):
                p, self.times = p * _value(ring, d.times), _times(self.times, d.times)
        self.goal = ring.reduced(p)

    def values(self, e: Expression, shapes: Sequence[dict[str, complex]]) -> list[float]:
        """An expression in random triangles, further lengths by their squares."""
        found: list[float] = []
        import mpmath

        for at in shapes:
            value = _evaluated(e, at, self._known)
            found.append(float(value if value is not None else mpmath.nan))
        return found

    def proof(self) -> Proof | None:
        found = self._of(self.goal, DEPTH)
        return None if found is None else (_times(found[0], self.times), found[1])

    def _of(self, p: Polynomial, depth: int) -> Proof | None:
        classes = self._classes(p)
        if set(classes) <= {()}:
            return self.triangle.proof(p)
        whole = self._each(classes)
        if whole is not None or depth == 0:
            return whole
        for u in sorted(classes, key=len):
            if u:
                found = self._without(p, u, classes, depth)
                if found is not None:
                    return found
        return None

    def _classes(self, p: Polynomial) -> dict[tuple[int, ...], Polynomial]:
        """A polynomial by the product of roots in its monomials."""
        sides = set(self.triangle.columns)
        parts: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
        for m, c in zip(p.monoms(), p.coeffs(), strict=True):
            u = tuple(k for k in range(len(m)) if m[k] and k not in sides)
            key = tuple(k for k in u for _ in range(int(m[k])))
            rest = tuple(0 if k in u else int(m[k]) for k in range(len(m)))
            parts.setdefault(key, {})[rest] = c
        return {u: self.ring.context.from_dict(of) for u, of in parts.items()}

    def _each(self, classes: dict[tuple[int, ...], Polynomial]) -> Proof | None:
        """Where all parts have a sign of their own."""
        found: list[Term] = []
        for u, q in classes.items():
            proof = self.triangle.proof(q)
            if proof is None or proof[0] != _ONE:
                return None
            found += [Term(t.factor, (*self._facts(u), *t.facts)) for t in proof[1]]
        return _ONE, tuple(found)

    def _facts(self, u: Sequence[int]) -> tuple[Fact, ...]:
        return tuple(_fact(self.ring.keys[k]) for k in u)

    def _without(
        self, p: Polynomial, u: tuple[int, ...], classes: dict[tuple[int, ...], Polynomial], depth: int
    ) -> Proof | None:
        """P + uQ by (P − uQ)(P + uQ), where P and −Q, or −P and Q, have a sign."""
        if set(classes) - {(), u}:
            return self._raised(p, classes, depth)
        zero = self.ring.number(Fraction(0))
        free: Polynomial = classes.get((), zero)
        q: Polynomial = classes[u]
        root = self.ring.number(Fraction(1))
        for k in u:
            root = root * self.ring.context.gens()[k]
        for sign in (1, -1):
            first, second = self.triangle.proof(sign * free), self.triangle.proof(-sign * q)
            if first is None or second is None:
                continue
            conjugate = self.ring.reduced(sign * (free * free - root * root * q * q))
            square = self._cleared(conjugate)
            inner = None if square is None else self._of(square[1], depth - 1)
            if inner is None or square is None:
                continue
            (t1, p1), (t2, p2) = first, second
            common = _times(t1, t2)
            with_root = tuple(Term(t.factor, (*self._facts(u), *t.facts)) for t in _times(t1, p2))
            other = (*_times(t2, p1), *with_root)
            return _times(_times(inner[0], square[0]), other), _times(common, inner[1])
        return None

    def _cleared(self, reduced: Polynomial) -> tuple[tuple[Term, ...], Polynomial] | None:
        """Multiplied by the denominators of further lengths that are left in it."""
        times: tuple[Term, ...] = _ONE
        for d in self._known:
            if d.times != _ONE and _key(d.length) in self.ring.keys:
                k = self.ring.keys.index(_key(d.length))
                for _ in range(max((int(m[k]) for m in reduced.monoms()), default=0) // 2):
                    reduced = self.ring.reduced(reduced * _value(self.ring, d.times))
                    times = _times(times, d.times)
        return times, reduced

    def _raised(self, p: Polynomial, classes: dict[tuple[int, ...], Polynomial], depth: int) -> Proof | None:
        """Multiplied by a root of a number, so that two roots become one."""
        if () in classes or len(classes) != 2:
            return None
        for u in classes:
            if len(u) == 1 and (isinstance(self.ring.keys[u[0]], Area) or _is_number(self.ring.keys[u[0]])):
                moved = self.ring.reduced(p * self.ring.context.gens()[u[0]])
                inner = self._of(moved, depth - 1)
                if inner is not None:
                    return _times(inner[0], (Term(Fraction(1), self._facts(u)),)), inner[1]
        return None


def _evaluated(e: Expression, at: dict[str, complex], known: Sequence[Derived]) -> float | None:
    import mpmath

    from solver.statements.expression import replaced, sides

    by: dict[Expression, Expression] = {}
    for d in known:
        assert d.claim.expression is not None
        left, right = sides(d.claim.expression)
        square: Expression = right
        if isinstance(left, Product):
            square = Product((right, Power(left.factors[1], Fraction(-1))))
        root = Power(square, Fraction(1, 2))
        by[d.length] = root
    try:
        return float(evaluate(mpmath.fp, replaced(e, by), at))
    except (ZeroDivisionError, ValueError):
        return None


def _key(x: Length) -> Length:
    return Length(min(x.a, x.b), max(x.a, x.b))


def _fact(key: Expression) -> Fact:
    match key:
        case Length(a, b):
            return Fact("length", (a, b))
        case Area(corners) if len(corners) == 3:
            return Fact("area", corners)
        case Power(base, _):
            return Fact("root", expression=base)
    raise Unfit("the sign of a quantity isn't known")


def _is_number(key: Expression) -> bool:
    return isinstance(key, Power) and isinstance(key.base, Number)


def _value(ring: Ring, terms: Sequence[Term]) -> Polynomial:
    total = ring.number(Fraction(0))
    for t in terms:
        value = ring.number(t.factor)
        for f in t.facts:
            value = value * ring.numerator(expression_of(f))
        total = total + value
    return total


def _times(first: Sequence[Term], second: Sequence[Term]) -> tuple[Term, ...]:
    if len(first) * len(second) > 4 * MOST_TERMS:
        raise Unfit("too many terms")
    return tuple(Term(s.factor * t.factor, (*s.facts, *t.facts)) for s in first for t in second)
