"""The rule `bound`: an expression isn't negative, or is positive, as an identity between polynomials shows.

Quantities are variables: lengths, areas and square roots, none of them negative. What relates them is true of all points
(Heron's formula, the law of cosines, the definition of a root) or a claim that the step uses. The step says that a sum of
products of facts, times the expression, is another such sum; the difference is reduced modulo the relations, exactly. It
proves nothing where that isn't 0. A side is positive where one of its terms is: where its points are apart, or aren't in
line. `solver.checker.check` sees that this is so in every figure of the statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from solver.checker.uses import Uses, checks
from solver.statements.bound import Bound, Fact, Term
from solver.statements.equation import Equation, Theory
from solver.statements.expression import (
    ONE,
    ZERO,
    Area,
    Expression,
    Length,
    Number,
    Power,
    Product,
    Size,
    Sum,
    Trigonometric,
    difference,
    quotient,
    sizes_of,
)
from solver.statements.meaning import NotLinear, terms_of
from solver.statements.predicates import GREATER, QUANTITY, Claim, Statement, is_inequality

#: Sizes beyond which a polynomial isn't computed; rounds of reduction.
LARGEST_DEGREE, MOST_MONOMIALS, ROUNDS = 60, 20_000, 12
HALF = Fraction(1, 2)
#: The cosines of some angles in degrees.
_COSINES: Mapping[Fraction | int, Expression] = {
    0: ONE, 30: Power(Number(Fraction(3, 4)), HALF), 45: Power(Number(HALF), HALF), 60: Number(HALF), 90: ZERO
}  # fmt: skip

Polynomial = Any


class Unfit(ValueError):
    """What has no polynomial, or too large a one."""


def canonical(e: Expression) -> Expression:
    """The same quantity by one name: ends and corners in order, functions of angles in sides and area."""
    match e:
        case Length(a, b):
            return Length(min(a, b), max(a, b))
        case Area(corners):
            ways = [c[k:] + c[:k] for c in (corners, corners[::-1]) for k in range(len(corners))]
            return Area(min(ways))
        case Trigonometric(function, a, v, b):
            area = Product((Number(Fraction(2)), Area((a, v, b))))
            along, arms = _along(a, v, b), Product((Length(v, a), Length(v, b)))
            ratios = {"sin": (area, arms), "cos": (along, arms), "tan": (area, along), "cot": (along, area)}
            return canonical(quotient(*ratios[function]))
        case Sum(parts):
            return Sum(tuple(map(canonical, parts)))
        case Product(parts):
            return Product(tuple(map(canonical, parts)))
        case Power(base, exponent):
            return Power(canonical(base), exponent)
        case Size():
            raise Unfit("the size of an angle is no polynomial in lengths")
        case Number():
            return e


def _along(a: str, v: str, b: str) -> Expression:
    """|va| |vb| cos ∠avb, by the law of cosines."""
    va, vb, ab = (Power(Length(*ends), Fraction(2)) for ends in ((v, a), (v, b), (a, b)))
    return Product((Number(HALF), Sum((va, vb, Product((Number(Fraction(-1)), ab))))))


def _variables(e: Expression) -> Iterator[Expression]:
    """The quantities of a canonical expression, a root before what is under it."""
    match e:
        case Length():
            yield e
        case Area(corners):
            yield e
            if len(corners) == 3:
                a, b, c = corners
                yield from map(canonical, (Length(a, b), Length(b, c), Length(c, a)))
        case Sum(parts) | Product(parts):
            for part in parts:
                yield from _variables(part)
        case Power(base, exponent):
            if exponent.denominator == 2:
                yield Power(base, HALF)
            yield from _variables(base)


class Ring:
    """Polynomials in the quantities of some expressions, those first mentioned before others: they are expressed by these.

    unsure: roots that need not exist, as what is under them may be negative.
    """

    def __init__(self, expressions: Sequence[Expression]) -> None:
        said = [canonical(e) for e in expressions]
        keys = list(dict.fromkeys(k for e in said for k in _variables(e)))
        keys.sort(key=lambda k: (not isinstance(k, Power), not isinstance(k, Area)))
        names = tuple(f"v{i}" for i in range(len(keys) or 1))
        import flint  # a proof without inequalities doesn't wait for it

        self.context = flint.fmpq_mpoly_ctx.get(names, "lex")
        self._rational = flint.fmpq
        self.keys = tuple(keys)
        self._of = dict(zip(keys, self.context.gens(), strict=False))
        self.relations: list[Polynomial] = []
        unsure: list[Expression] = []
        for key in keys:
            if isinstance(key, Power):
                above, below = self.fraction(key.base)
                if not (is_plainly_positive(above) and is_plainly_positive(below)):
                    unsure.append(key)
                self.relations.append(self._of[key] ** 2 - above * below)
            elif isinstance(key, Area) and len(key.corners) == 3:
                self.relations.append(16 * self._of[key] ** 2 - self.heron(key.corners))
        self.unsure = frozenset(unsure)

    def heron(self, corners: Sequence[str]) -> Polynomial:
        """16 times the square of a triangle's area."""
        a, b, c = corners
        x, y, z = (self.of(Length(*ends)) ** 2 for ends in ((a, b), (b, c), (c, a)))
        return 2 * (x * y + y * z + z * x) - x**2 - y**2 - z**2

    def number(self, value: Fraction) -> Polynomial:
        return self.context.constant(self._rational(value.numerator, value.denominator))

    def of(self, key: Expression) -> Polynomial:
        """The variable of a quantity. Raises Unfit where it isn't one of the ring's."""
        try:
            return self._of[canonical(key)]
        except KeyError:
            raise Unfit("a quantity isn't one of those of the claim") from None

    def fraction(self, e: Expression) -> tuple[Polynomial, Polynomial]:
        """Numerator and denominator of a canonical expression. Raises Unfit."""
        match e:
            case Number(value):
                return self.number(value), self.number(Fraction(1))
            case Length() | Area():
                return self.of(e), self.number(Fraction(1))
            case Sum(parts):
                above, below = self.number(Fraction(0)), self.number(Fraction(1))
                for part in parts:
                    n, d = self.fraction(part)
                    above, below = (above + n, below) if d == below else (above * d + n * below, below * d)
                return self._bounded(above), self._bounded(below)
            case Product(parts):
                above = below = self.number(Fraction(1))
                for part in parts:
                    n, d = self.fraction(part)
                    above, below = self._bounded(above * n), self._bounded(below * d)
                return above, below
            case Power(base, exponent):
                n, d = self.fraction(base)
                whole = exponent.numerator // exponent.denominator
                n, d = (n, d) if whole >= 0 else (d, n)
                if max(n.total_degree(), d.total_degree()) * abs(whole) > LARGEST_DEGREE:
                    raise Unfit("a polynomial is too large")
                above, below = n ** abs(whole), d ** abs(whole)
                if exponent.denominator == 2:
                    base_below = self.fraction(base)[1]
                    if not is_plainly_positive(base_below):
                        raise Unfit("the sign of a denominator under a root isn't clear")
                    above, below = above * self._of[Power(base, HALF)], below * base_below
                return self._bounded(above), self._bounded(below)
        raise Unfit("this is no polynomial in lengths")

    def signed(self, e: Expression) -> Polynomial:
        """A polynomial of the sign of an expression that exists. Raises Unfit."""
        above, below = self.fraction(canonical(e))
        return above if is_plainly_positive(below) else self._bounded(above * below)

    def numerator(self, e: Expression) -> Polynomial:
        return self.fraction(canonical(e))[0]

    def reduced(self, p: Polynomial) -> Polynomial:
        """What is left of a polynomial modulo the relations."""
        for _ in range(ROUNDS):
            before = p
            for relation in self.relations:
                p = divmod(p, relation)[1]
            if p == before:
                break
        return p

    def _bounded(self, p: Polynomial) -> Polynomial:
        if len(p) > MOST_MONOMIALS or (len(p) and p.total_degree() > LARGEST_DEGREE):
            raise Unfit("a polynomial is too large")
        return p


def is_plainly_positive(p: Polynomial) -> bool:
    """Whether all coefficients are positive: so is its value where it isn't 0, the variables not being negative."""
    return len(p) > 0 and all(c > 0 for c in p.coeffs())


# -- angles -----------------------------------------------------------------------------------------------------------


def without_angles(e: Expression, sums: Sequence[tuple[Fraction, tuple[str, str, str]]]) -> Expression:
    """An expression of the same sign that speaks of no sizes of angles: between 0° and 180°, the greater angle has the smaller
    cosine. sums: multiples of 180° less the angles of a triangle, which are added first. Raises Unfit.
    """
    if not sizes_of(e) and not sums:
        return e
    terms = _multiples(e)
    for c, (p, q, r) in sums:
        terms[None] = terms.get(None, Fraction(0)) + 180 * c
        for a, v, b in ((p, q, r), (q, r, p), (r, p, q)):
            size = Size(min(a, b), v, max(a, b))
            terms[size] = terms.get(size, Fraction(0)) - c
    degrees = terms.pop(None, Fraction(0))
    match sorted(((s, c) for s, c in terms.items() if c and s is not None), key=lambda sc: -sc[1]):
        case [(one, c), (other, d)] if c == -d and not degrees:
            return difference(_cosine(other), _cosine(one))
        case [(one, c)] if 0 <= -degrees / c <= 180:
            of, given = _cosine(one), _cosine_of(-degrees / c)
            return difference(given, of) if c > 0 else difference(of, given)
    raise Unfit("this comparison of angles isn't one of two angles, or of an angle and a number of degrees")


def _multiples(e: Expression) -> dict[Size | None, Fraction]:
    """A sum of multiples of angles and a number. Raises Unfit for anything else."""
    total: dict[Size | None, Fraction] = {}
    try:
        for monomial, c in terms_of(e).items():
            match monomial:
                case ():
                    of = None
                case ((Size(a, v, b), 1),):
                    of = Size(min(a, b), v, max(a, b))
                case _:
                    raise NotLinear
            total[of] = total.get(of, Fraction(0)) + c
    except NotLinear as error:
        raise Unfit("angles can be compared with angles and numbers of degrees only") from error
    return total


def _cosine(size: Size) -> Expression:
    return Trigonometric("cos", size.a, size.v, size.b)


def _cosine_of(degrees: Fraction) -> Expression:
    exact = _COSINES.get(min(degrees, 180 - degrees))
    if exact is None:
        raise Unfit("the cosine of this angle isn't in the table")
    return exact if degrees <= 90 else Product((Number(Fraction(-1)), exact))


# -- facts ------------------------------------------------------------------------------------------------------------


def expression_of(fact: Fact) -> Expression:
    """What isn't negative, by a fact that names it. Raises Unfit."""
    p = fact.points
    match fact.kind:
        case "length":
            return Length(*p)
        case "area":
            return Area(p)
        case "triangle":
            return _signed_sum((1, Length(p[0], p[1])), (1, Length(p[1], p[2])), (-1, Length(p[0], p[2])))
        case "ptolemy":
            a, b, c, d = p
            ways = ((1, (a, b), (c, d)), (1, (b, c), (d, a)), (-1, (a, c), (b, d)))
            return _signed_sum(*((s, Product((Length(*x), Length(*y)))) for s, x, y in ways))
        case "vectors":
            pairs = [(i, j) for j in range(len(p)) for i in range(j)]
            factors = fact.factors
            return _signed_sum(*((-factors[i] * factors[j], Power(Length(p[i], p[j]), Fraction(2))) for i, j in pairs))
    if fact.expression is not None:
        return Power(fact.expression, {"square": Fraction(2), "root": HALF}[fact.kind])
    raise Unfit(f"there is no fact {fact.kind!r:.40}")


def _signed_sum(*terms: tuple[Fraction | int, Expression]) -> Expression:
    return Sum(tuple(e if s == 1 else Product((Number(Fraction(s)), e)) for s, e in terms))


#: What makes a fact strict: a side condition of its points.
_STRICT = {"length": "distinct", "area": "noncollinear", "triangle": "noncollinear"}


def equations_of(claim: Claim) -> list[Expression]:
    """What a claim says is 0, as far as it is about products and sums of lengths."""
    if isinstance(claim, Statement) and claim.predicate is QUANTITY and claim.expression is not None:
        return [claim.expression]
    found: list[Expression] = []
    for e in (claim,) if isinstance(claim, Equation) else claim.equations():
        if e.theory is Theory.LENGTH or e.theory is Theory.SQUARE:
            power = Fraction(1 if e.theory is Theory.LENGTH else 2)
            found.append(Sum(tuple(Product((Number(c), Power(Length(*q), power))) for q, c in e.terms)))
        elif e.theory is Theory.LOG and all(len(q) == 2 for q, _ in e.terms):
            _, terms, constants = e.whole
            above = [Power(Length(*q), Fraction(k)) for q, k in terms if k > 0]
            below = [Power(Length(*q), Fraction(-k)) for q, k in terms if k < 0]
            above += [Power(Number(Fraction(b)), Fraction(k)) for b, k in constants if k > 0]
            below += [Power(Number(Fraction(b)), Fraction(-k)) for b, k in constants if k < 0]
            found.append(difference(Product(tuple(above)), Product(tuple(below))))
    return found


@checks("bound")
def bound(u: Uses) -> None:
    """See the module."""
    claim, said = u.step.claim, u.step.bound
    assert said is not None and is_inequality(claim) and claim.expression is not None
    named = dict(zip(u.step.uses, u.claims, strict=True))
    _check_identity(u, said, without_angles(claim.expression, said.sums), named)
    u.mark(*range(len(u.claims)))
    side = said.terms if claim.predicate is GREATER else said.times
    strict = next((needs for t in side if (needs := _strictness(t, named)) is not None), None)
    for kind, points in u.found(strict, "it isn't clear that one of its terms is positive"):
        u.need(kind, *points)
    for _, corners in said.sums:
        u.need("apart", *corners)


def _check_identity(u: Uses, said: Bound, goal: Expression, named: dict[str, Claim]) -> None:
    """Raises Unfit where there are no polynomials."""
    relations = [e for c in named.values() if not is_inequality(c) for e in equations_of(c)]
    expressions = {f: _expression(f, named) for f in said.facts}
    ring = Ring([*relations, goal, *expressions.values()])
    is_sure = ring.unsure <= Ring([goal]).unsure
    u.refuse_unless(is_sure, "it takes the root of what may be negative, which isn't in its claim")
    ring.relations += [ring.numerator(e) for e in relations]
    u.refuse_unless(all(map(len, ring.relations)), "a relation says nothing")
    values = {f: ring.signed(e) for f, e in expressions.items()}
    times, terms = (_total(ring, side, values) for side in (said.times, said.terms))
    rest = ring.reduced(times * ring.signed(goal) - terms)
    u.refuse_unless(len(rest) == 0, "its two sides aren't the same polynomial")


def _expression(fact: Fact, named: dict[str, Claim]) -> Expression:
    if fact.kind != "use":
        return expression_of(fact)
    claim = named.get(fact.id)
    if claim is None or not is_inequality(claim) or claim.expression is None:
        raise Unfit(f"{fact.id} is no inequality that the step uses")
    return without_angles(claim.expression, ())


def _total(ring: Ring, side: Sequence[Term], values: dict[Fact, Polynomial]) -> Polynomial:
    total = ring.number(Fraction(0))
    for term in side:
        product = ring.number(term.factor)
        for fact in term.facts:
            product = ring._bounded(product * values[fact])
        total = ring._bounded(total + product)
    return total


def _strictness(term: Term, named: dict[str, Claim]) -> list[tuple[str, tuple[str, ...]]] | None:
    """The side conditions under which a term is positive; None where none makes it so."""
    needs: list[tuple[str, tuple[str, ...]]] = []
    for fact in term.facts:
        claim = named.get(fact.id)
        if fact.kind == "use" and isinstance(claim, Statement) and claim.predicate is GREATER:
            continue
        if fact.kind in ("square", "root") and isinstance(fact.expression, Number) and fact.expression.value > 0:
            continue
        if fact.kind not in _STRICT:
            return None
        needs.append((_STRICT[fact.kind], fact.points))
    return needs
