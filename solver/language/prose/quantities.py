"""Quantities with values and names: what `AB = 13`, `BC = 3a`, `[ABC] = 84` and `R = 2r` say.

A figure has no scale, so the first of the equations that give a number for a length defines the unit: |AB| / 13; all
others are ratios to it. A name is defined by an equation in which all else is known, as an expression of the figure; what
is then left of the equations are premises. One that the predicates can't say is said with points of its own: an area by a
foot of a perpendicular, a cosine by a right triangle, a sum of products by segments as long as the products.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from math import lcm

from solver.language.atoms import Angle, Length
from solver.language.prose.context import Context
from solver.language.prose.curves import foot
from solver.language.prose.equations import expression_of, state_angles, state_equal, state_powers
from solver.language.prose.sums import (
    UNIT,
    Atom,
    Other,
    Sum,
    Symbol,
    Unpowered,
    atom,
    atoms,
    dimension,
    expression,
    plus,
    power,
    times,
)
from solver.statements import expression as ex
from solver.statements.conditions import ACUTE, CONVEX, OBTUSE
from solver.statements.meaning import NotLinear, factors
from solver.statements.predicates import COLL, DISTSEQ, PARA, PERP, QUANTITY, SQDISTSEQ, Statement

#: Powers of lengths that can be said, and the value of a product of such.
LARGEST_POWER, LARGEST_VALUE = 12, 10**9

#: Half a turn.
PI = Symbol("π")


def is_waiting(left: Sum, right: Sum) -> bool:
    """Whether an equation speaks of a name, of a number as a length, or of what no predicate says directly."""
    products = (*left, *right)
    if any(isinstance(a, Symbol | Other) for product in products for a, _ in product):
        return True
    if any(isinstance(a, Angle) for product in products for a, _ in product):
        return False
    return len({dimension(p) for p in products}) > 1 or (
        any(sum(abs(e) for _, e in p) > 1 or any(e < 0 for _, e in p) for p in products if len(left) + len(right) > 2)
        and not _is_of_squares(products)
    )


def _is_of_squares(products: Sequence[Sequence[tuple[Atom, int]]]) -> bool:
    return all(len(p) == 1 and p[0][1] == 2 for p in products)


def homogeneous(ctx: Context, total: Sum) -> Sum:
    """Numbers that are added to lengths are multiples of the unit, and so are those added to areas. Raises ParseError."""
    try:
        dimensions = {dimension(p) for p in total if p and not _is_number(p)}
    except ex.DimensionError:
        dimensions = {Fraction(0), Fraction(1)}
    known = {d for d in dimensions if d is not None}
    if len(known) > 1:
        raise ctx.misvalued(
            "the terms have different dimensions", "add lengths to lengths and areas to areas: AB + CD = 5, [ABC] = 6"
        )
    d = next(iter(known), Fraction(0))
    if not d:
        return total
    if d.denominator != 1:
        raise ctx.misvalued("a root of a length is compared with a number", "compare lengths with numbers: AB = 13")
    return {((*p, (UNIT, int(d))) if _is_number(p) else p): c for p, c in total.items()}


def _is_number(product: Sequence[tuple[Atom, int]]) -> bool:
    return all(isinstance(a, Other) and not ex.points_of(a.expression) for a, _ in product)


def state(ctx: Context, left: Sum, right: Sum) -> None:
    """That two sums are equal is given, or is a goal. Raises ParseError."""
    if PI in atoms(left) | atoms(right):
        if not any(isinstance(a, Angle) for a in atoms(left) | atoms(right)):
            raise ctx.misvalued("π has a meaning in angles only", "write ∠A = π/3")
        left, right = (with_value(side, PI, Fraction(180)) for side in (left, right))
    if not is_waiting(left, right):
        state_equal(ctx, left, right)
    elif not ctx.is_goal:
        ctx.quantities.wait(left, right, ctx.span)
    else:
        total = plus(settled(ctx, left), times(settled(ctx, right), {(): Fraction(-1)}))
        total = settled(ctx, homogeneous(ctx, total))
        if any(isinstance(a, Angle) for a in atoms(total)):
            state_angles(ctx, total)
            return
        if not atoms(total):
            raise ctx.misvalued("this is about numbers only", "name lengths: AB = 2 CD")
        greater = {p: c for p, c in total.items() if c > 0}
        less = {p: -c for p, c in total.items() if c < 0}
        ctx.say_quantity(
            Statement.about(QUANTITY, ex.difference(expression_of(ctx, greater), expression_of(ctx, less)))
        )


def with_value(of: Sum, symbol: Symbol, value: Fraction) -> Sum:
    """A sum with a number in the place of a name."""
    total: Sum = {}
    for product, c in of.items():
        e = dict(product).get(symbol, 0)
        total = plus(total, {tuple((a, k) for a, k in product if a != symbol): c * value**e})
    return total


def define(ctx: Context) -> None:
    """Names get their values, and the unit its own, as far as the equations tell. Raises ParseError."""
    _name_by_custom(ctx)
    while _define_symbol(ctx, 1) or _define_unit(ctx) or _define_symbol(ctx, 2):
        pass


def _name_by_custom(ctx: Context) -> None:
    """a, b, c are the sides of triangle ABC, and α, β, γ its angles, where the statement says nothing else of them."""
    q = ctx.quantities
    used = {a for left, right, _ in q.given for a in atoms(left) | atoms(right) if isinstance(a, Symbol)}
    for symbol in sorted(used - q.values.keys()):
        corner = _CUSTOM.get(symbol.name)
        told = [(left, right) for left, right, _ in q.given if symbol in atoms(left) | atoms(right)]
        if corner is None or any(
            isinstance(a, Length | Angle) for sides in told for side in sides for a in atoms(side)
        ):
            continue
        triangle = next((p.points for p in (*ctx.polygons, *ctx.triangles_seen) if set(p.points) == set("ABC")), None)
        if triangle is None:
            continue
        others = [p for p in "ABC" if p != corner]
        if symbol.name.isascii():
            q.values[symbol] = atom(Length.of(*others))
        else:
            q.values[symbol] = atom(Angle(corner, others[0], corner, others[1], False))
        ctx.note(
            f"{symbol.name} is taken for {''.join(others) if symbol.name.isascii() else f'∠{others[0]}{corner}{others[1]}'}"
        )


#: What is called so by custom: by the vertex, of the side opposite to it or of its angle.
_CUSTOM = {"a": "A", "b": "B", "c": "C", "α": "A", "β": "B", "γ": "C"}


def _totals(ctx: Context) -> Iterator[tuple[int, Sum]]:
    q = ctx.quantities
    for i, (left, right, span) in enumerate(q.pending):
        ctx.span = span
        total = plus(q.known(left), times(q.known(right), {(): Fraction(-1)}))
        yield i, q.known(homogeneous(ctx, total))


def _define_symbol(ctx: Context, most_unknown: int) -> bool:
    """Whether a name could be defined: by an equation that is linear in it and has at most `most_unknown` unknown names."""
    q = ctx.quantities
    for i, total in _totals(ctx):
        unknown = sorted((a for a in atoms(total) if isinstance(a, Symbol)), key=lambda a: (a is UNIT, a.name))
        if not 0 < len(unknown) <= most_unknown:
            continue
        for symbol in unknown:
            if symbol is UNIT and len(unknown) == 1:
                continue
            value = _solved(total, symbol)
            if value is not None:
                q.values[symbol] = value
                del q.pending[i]
                return True
    return False


def _solved(total: Sum, symbol: Symbol) -> Sum | None:
    """What a symbol is where a sum is 0, linear in it."""
    mine = [(p, c) for p, c in total.items() if any(a == symbol for a, _ in p)]
    if len(mine) != 1:
        return None
    ((product, c),) = mine
    if dict(product)[symbol] != 1:
        if len(total) != 2 or dict(product)[symbol] not in (2, -1):
            return None
    e = dict(product)[symbol]
    others = {tuple((a, -k) for a, k in product if a != symbol): -1 / c}
    value = times({p: d for p, d in total.items() if p != product}, others)
    if e == 1:
        return value
    try:
        return (
            power(value, -1) if e == -1 else {((Other(ex.Power(expression(value), Fraction(1, 2))), 1),): Fraction(1)}
        )
    except Unpowered:
        return None


def _define_unit(ctx: Context) -> bool:
    """Whether the unit could be defined, by the simplest equation that gives something a number."""
    q = ctx.quantities
    if UNIT in q.values:
        return False
    found: list[tuple[int, int, Sum]] = []
    for i, total in _totals(ctx):
        if {a for a in atoms(total) if isinstance(a, Symbol)} != {UNIT}:
            continue
        mine = [(p, c) for p, c in total.items() if any(a is UNIT for a, _ in p)]
        rest = {p: c for p, c in total.items() if not any(a is UNIT for a, _ in p)}
        degrees = {dict(p)[UNIT] for p, _ in mine}
        if len(degrees) != 1:
            continue
        d = degrees.pop()
        divisor = {tuple((a, k) for a, k in p if a is not UNIT): -c for p, c in mine}
        if len(divisor) > 1:
            continue
        value = times(rest, power(divisor, -1))
        is_simple = len(value) == 1 and d == 1 and all(isinstance(a, Length) for a in atoms(value))
        if d != 1:
            try:
                value = {((Other(ex.Power(expression(value), Fraction(1, d))), 1),): Fraction(1)} if d == 2 else {}
            except Unpowered:
                value = {}
        if value:
            found.append((0 if is_simple else len(value) + d, i, value))
    if not found:
        return False
    _, i, q.values[UNIT] = min(found, key=lambda f: f[:2])
    del q.pending[i]
    return True


def resolve(ctx: Context) -> None:
    """All equations that waited are stated as premises. Raises ParseError."""
    q = ctx.quantities
    define(ctx)
    _check_triangles(ctx)
    for value in q.values.values():
        for a in atoms(q.known(value)):
            if isinstance(a, Symbol):
                raise ctx.misvalued(f"it isn't said what {a.name or 'the unit'} is", f"define it, as in AB = {a.name}")
    totals = [(total, q.pending[i][2]) for i, total in _totals(ctx)]
    q.pending = []
    with ctx.as_given():
        for total, span in totals:
            ctx.span = span
            unknown = sorted(a.name for a in atoms(total) if isinstance(a, Symbol) and a is not UNIT)
            if unknown:
                raise ctx.misvalued(f"it isn't said what {unknown[0]} is", f"define it, as in AB = {unknown[0]}")
            state_premise(ctx, total)


def _check_triangles(ctx: Context) -> None:
    """Raises ParseError where three lengths that are given can't be sides of a triangle."""
    lengths: dict[frozenset[str], Fraction] = {}
    for left, right, span in ctx.quantities.given:
        ctx.span = span
        for one, other in ((left, right), (right, left)):
            if len(one) == 1 and list(one.values()) == [1] and set(other) == {()}:
                ((product, _),) = one.items()
                if len(product) == 1 and isinstance(product[0][0], Length) and product[0][1] == 1:
                    length, value = product[0][0], other[()]
                    ends_ = frozenset((length.a, length.b))
                    if value <= 0:
                        raise ctx.misvalued(
                            f"the length {length.a}{length.b} = {value} isn't positive", "write AB = 13"
                        )
                    if lengths.setdefault(ends_, value) != value:
                        raise ctx.misvalued(
                            f"{length.a}{length.b} is {lengths[ends_]} and {value}", "give each length one value"
                        )
    for points in combinations(sorted({p for ends_ in lengths for p in ends_}), 3):
        sides = [(lengths.get(frozenset(pair)), pair) for pair in combinations(points, 2)]
        if any(value is None for value, _ in sides):
            continue
        *two, (longest, pair) = sorted(((v, p) for v, p in sides if v is not None), key=lambda side: side[0])
        if sum(v for v, _ in two) < longest:
            raise ctx.misvalued(
                f"{' and '.join(f'{a}{b} = {v}' for v, (a, b) in two)} are together shorter than {pair[0]}{pair[1]} = {longest}: "
                "no triangle has such sides (the triangle inequality)",
                "check the lengths",
            )


# Premises.


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


# What is asked.


def settled(ctx: Context, of: Sum) -> Sum:
    """A sum with the values of its names and of the unit. Raises ParseError where one isn't known."""
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


def is_of_names(ctx: Context) -> bool:
    """Whether the statement has names for lengths."""
    return any(s is not UNIT for s in ctx.quantities.values)


def unit(ctx: Context) -> ex.Expression | None:
    value = ctx.quantities.values.get(UNIT)
    return None if value is None else expression_of(ctx, settled(ctx, value))
