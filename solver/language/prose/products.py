"""Equations between quantities as predicates: ratios and products of segments, some of them drawn for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from solver.language.atoms import Angle, Length
from solver.language.equated import state_angles, state_powers
from solver.language.prose.context import Context
from solver.language.prose.curves import foot
from solver.language.prose.customary import is_named_by_custom
from solver.language.prose.equations import expression_of
from solver.language.sums import UNIT, Atom, Other, Sum, Symbol, atoms
from solver.statements import expression as ex
from solver.statements.conditions import ACUTE, CONVEX, OBTUSE
from solver.statements.meaning import NotLinear, factors
from solver.statements.predicates import COLL, DISTSEQ, PARA, PERP, SQDISTSEQ

#: Powers of lengths that can be said, and the value of a product of such.
LARGEST_POWER, LARGEST_VALUE = 12, 10**9


def state_premise(ctx: Context, total: Sum) -> None:
    """State that a sum is 0. Raises ParseError."""
    if not total:
        return
    if not atoms(total):
        raise ctx.misvalued("this contradicts what is given before", "check the values")
    if any(isinstance(a, Angle) for a in atoms(total)):
        state_angles(ctx, total)
        return
    total = _signed(ctx, total)
    terms = [_plain(ctx, product, c) for product, c in total.items()]
    if len(terms) == 2:
        _state_ratio(ctx, *terms)
        return
    if len(terms) == 1:
        raise ctx.misvalued("this says that a product of lengths is 0", "name what it is equal to")
    if all(len(m.lengths) == 1 and not m.primes for m in terms):
        powers = {e for m in terms for e in m.lengths.values()}
        if powers in ({1}, {2}):
            points = [p for m in terms for length in m.lengths for p in (length.a, length.b)]
            ctx.say(DISTSEQ if powers == {1} else SQDISTSEQ, *points, constants=tuple(m.factor for m in terms))
            return
    unit = next(length for m in terms for length in m.lengths)
    lengths = [_segment(ctx, m, unit) for m in terms]
    points = [p for length in lengths for p in (length.a, length.b)]
    ctx.say(DISTSEQ, *points, constants=tuple(Fraction(1 if m.factor > 0 else -1) for m in terms))


def _signed(ctx: Context, total: Sum) -> Sum:
    """A cosine, tangent or cotangent that has a value tells whether its angle is acute; its size is what is left to say."""
    found = [
        (p, c, a.expression)
        for p, c in total.items()
        for a, e in p
        if isinstance(a, Other)
        and isinstance(a.expression, ex.Trigonometric)
        and a.expression.function != "sin"
        and e in (1, -1)
    ]
    if len(total) != 2 or len(found) != 1:
        return total
    ((product, c, of),) = found
    other = next(d for p, d in total.items() if p != product)
    ctx.demand(ACUTE if c * other < 0 else OBTUSE, of.a, of.v, of.b)
    return {p: (-d if p == product and c * other > 0 else d) for p, d in total.items()}


@dataclass
class _Term:
    """factor · Π length^e · Π prime^k."""

    factor: Fraction
    lengths: dict[Length, Fraction] = field(default_factory=dict)
    primes: dict[int, Fraction] = field(default_factory=dict)

    def multiply(self, other: Length | int, e: Fraction) -> None:
        if isinstance(other, int):
            self.primes[other] = self.primes.get(other, Fraction(0)) + e
            self.primes = {p: k for p, k in self.primes.items() if k}
        else:
            self.lengths[other] = self.lengths.get(other, Fraction(0)) + e
            self.lengths = {x: k for x, k in self.lengths.items() if k}


def _plain(ctx: Context, product: Sequence[tuple[Atom, int]], c: Fraction) -> _Term:
    """A product in lengths and primes only."""
    term = _Term(c)
    for part, e in product:
        if isinstance(part, Length):
            term.multiply(part, Fraction(e))
        elif isinstance(part, Other):
            _multiply(ctx, term, part.expression, Fraction(e))
        else:
            raise ctx.misvalued("this can't be said", "give lengths their values: AB = 13")
    return term


def _multiply(ctx: Context, term: _Term, e: ex.Expression, k: Fraction) -> None:
    match e:
        case ex.Number(value):
            if k.denominator == 1:
                term.factor *= value ** int(k)
                return
            try:
                for p, n in factors(value).items():
                    term.multiply(p, n * k)
            except NotLinear:
                raise ctx.misvalued("a number under a root is positive and not too large", "write √2") from None
        case ex.Length(a, b):
            term.multiply(Length.of(a, b), k)
        case ex.Product(parts):
            for part in parts:
                _multiply(ctx, term, part, k)
        case ex.Power(base, exponent):
            _multiply(ctx, term, base, k * exponent)
        case ex.Area(corners):
            side, height = _base_and_height(ctx, corners)
            _multiply(ctx, term, ex.Number(Fraction(1, 2)), k)
            term.multiply(side, k)
            term.multiply(height, k)
        case ex.Trigonometric(function, a, v, b):
            above, below = _ratio_of(ctx, function, a, v, b)
            term.multiply(above, k)
            term.multiply(below, -k)
        case ex.Sum(parts):
            # As a segment of its own.
            terms = [_Term(Fraction(1)) for _ in parts]
            for made, part in zip(terms, parts, strict=True):
                _multiply(ctx, made, part, Fraction(1))
            term.multiply(_sum_segment(ctx, terms), k)
        case _:
            raise ctx.misvalued("this can't be given", "give lengths, areas and angles their values")


def _base_and_height(ctx: Context, corners: Sequence[str]) -> tuple[Length, Length]:
    """Two lengths whose product is twice the area of a triangle; of a polygon, of a triangle as large."""
    if len(corners) > 3:
        *rest, c, d = corners
        a = rest[0]
        e = ctx.fresh("E")  # [ACD] = [ACE], as DE is parallel to AC
        ctx.demand(CONVEX, *corners)
        ctx.say(COLL, e, rest[-1], c)
        ctx.say(PARA, d, e, a, c)
        return _base_and_height(ctx, (*rest, e))
    known = {
        frozenset((frozenset(s.points[:2]), frozenset(s.points[2:]))) for s in ctx.given.premises if s.predicate is PERP
    }
    turns = [tuple(corners[(i + k) % 3] for k in range(3)) for i in range(3)]
    turns.sort(key=lambda turn: not ctx.quantities.has_value(turn[1], turn[2]))
    for v, a, b in turns:
        if frozenset((frozenset((v, a)), frozenset((v, b)))) in known:
            return Length.of(v, a), Length.of(v, b)
    for v, a, b in turns:
        if any(key[0] == "foot" and key[1] == v and {a, b} <= set(ctx.line(a, b).points) and key[2] <= set(ctx.line(a, b).points)
               for key in ctx.known if len(key) == 3 and isinstance(key[2], frozenset)):  # fmt: skip
            break
    else:
        v, a, b = turns[0]
    return Length.of(a, b), Length.of(v, foot(ctx, v, ctx.line(a, b)))


def _ratio_of(ctx: Context, function: str, a: str, v: str, b: str) -> tuple[Length, Length]:
    """Two sides of a right triangle with the angle avb whose ratio is the function of it, which is positive."""
    h = foot(ctx, a, ctx.line(v, b))
    opposite, near, far = Length.of(a, h), Length.of(v, h), Length.of(v, a)
    return {"sin": (opposite, far), "cos": (near, far), "tan": (opposite, near), "cot": (near, opposite)}[function]


def _state_ratio(ctx: Context, first: _Term, second: _Term) -> None:
    """State that two terms add up to 0."""
    if first.factor * second.factor > 0:
        raise ctx.misvalued("lengths and areas are positive", "check the signs")
    exponents = dict(first.lengths)
    for x, e in second.lengths.items():
        exponents[x] = exponents.get(x, Fraction(0)) - e
    exponents = {x: e for x, e in exponents.items() if e}
    primes = dict(first.primes)
    for p, k in second.primes.items():
        primes[p] = primes.get(p, Fraction(0)) - k
    if not exponents:
        raise ctx.misvalued("this says nothing about the figure", "give lengths, areas and angles their values")
    whole = lcm(*(e.denominator for e in exponents.values()), *(k.denominator for k in primes.values()))
    value = Fraction(-second.factor / first.factor) ** whole
    for p, k in primes.items():
        value *= Fraction(p) ** int(-k * whole)
    if (
        max(value.numerator, value.denominator) > LARGEST_VALUE
        or max(map(abs, exponents.values())) * whole > LARGEST_POWER
    ):
        raise ctx.misvalued("the numbers are too large", "simplify them")
    state_powers(ctx, {x: int(e * whole) for x, e in exponents.items()}, value)


def _segment(ctx: Context, term: _Term, unit: Length) -> Length:
    """A segment that is as long as a term, whatever its sign; where it isn't one already, on a line of its own."""
    if abs(term.factor) == 1 and not term.primes and list(term.lengths.values()) == [1]:
        return next(iter(term.lengths))
    made = Length.of(*_new_segment(ctx))
    dimension = sum(term.lengths.values(), Fraction(0))
    rest = _Term(Fraction(-1), {made: Fraction(1)})
    other = _Term(abs(term.factor), dict(term.lengths), dict(term.primes))
    other.multiply(unit, 1 - dimension)
    _state_ratio(ctx, rest, other)
    return made


def _sum_segment(ctx: Context, terms: Sequence[_Term]) -> Length:
    unit = next((length for m in terms for length in m.lengths), None)
    if unit is None:
        raise ctx.misvalued("a sum of roots of numbers can't be given", "write it as one root")
    lengths = [_segment(ctx, m, unit) for m in terms]
    made = Length.of(*_new_segment(ctx))
    points = [p for length in (made, *lengths) for p in (length.a, length.b)]
    ctx.say(DISTSEQ, *points, constants=(Fraction(-1), *(Fraction(1 if m.factor > 0 else -1) for m in terms)))
    return made


def _new_segment(ctx: Context) -> tuple[str, str]:
    return ctx.fresh("U"), ctx.fresh("V")


def settled(ctx: Context, of: Sum) -> Sum:
    """A sum with the values of its names and of the unit. Raises ParseError where one isn't known."""
    for symbol in sorted(a for a in atoms(ctx.quantities.known(of)) if isinstance(a, Symbol) and a is not UNIT):
        is_named_by_custom(ctx, symbol)
    found = ctx.quantities.known(of)
    for a in atoms(found):
        if isinstance(a, Symbol):
            raise ctx.misvalued(
                f"it isn't said what {a.name} is"
                if a is not UNIT
                else "no length is given its value, and figures have no scale",
                f"define it, as in AB = {a.name}"
                if a is not UNIT
                else "give one: AB = 13; or ask for a ratio: find AB/CD",
            )
    return found


def unit(ctx: Context) -> ex.Expression | None:
    value = ctx.quantities.values.get(UNIT)
    return None if value is None else expression_of(ctx, settled(ctx, value))
