"""Quantities with values and names: what `AB = 13`, `BC = 3a`, `[ABC] = 84` and `R = 2r` say.

A figure has no scale, so the first of the equations that give a number for a length defines the unit: |AB| / 13; all
others are ratios to it. A name is defined by an equation in which all else is known, as an expression of the figure; what
is then left of the equations are premises. One that the predicates can't say is said with points of its own: an area by a
foot of a perpendicular, a cosine by a right triangle, a sum of products by segments as long as the products.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from solver.language.atoms import Angle, Length
from solver.language.equated import state_angles, state_equal
from solver.language.prose.context import Context
from solver.language.prose.customary import name_by_custom
from solver.language.prose.equations import expression_of
from solver.language.prose.products import settled, state_premise
from solver.language.prose.values import sides
from solver.language.sums import (
    UNIT,
    Atom,
    Other,
    Sum,
    Symbol,
    Unpowered,
    atoms,
    dimension,
    expression,
    plus,
    power,
    times,
)
from solver.statements import expression as ex
from solver.statements.predicates import DISTMEQ, EQRATIO, QUANTITY, SQDISTSEQ, Statement

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
        known = set(ctx.said.premises)
        state_equal(ctx, left, right)
        new = [s for s in ctx.said.premises if s not in known and s.predicate in (EQRATIO, DISTMEQ, SQDISTSEQ)]
        if ctx.is_goal and len(new) == 1 and (said := sides(left, right)) is not None:
            ctx.quantities.measured[new[0]] = said  # PA·PB = PC·PD, not as a proportion
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
        statement = Statement.about(QUANTITY, ex.difference(expression_of(ctx, greater), expression_of(ctx, less)))
        ctx.say_quantity(statement)
        said = sides(left, right)
        if said is not None:
            ctx.quantities.measured[statement] = said


def with_value(of: Sum, symbol: Symbol, value: Fraction) -> Sum:
    """A sum with a number in the place of a name."""
    total: Sum = {}
    for product, c in of.items():
        e = dict(product).get(symbol, 0)
        total = plus(total, {tuple((a, k) for a, k in product if a != symbol): c * value**e})
    return total


def define(ctx: Context) -> None:
    """Names get their values, and the unit its own, as far as the equations tell. Raises ParseError."""
    name_by_custom(ctx)
    while _define_symbol(ctx, 1) or _define_unit(ctx) or _define_symbol(ctx, 2):
        pass


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
    q.unit = sides(*q.pending[i][:2])
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
    totals = [(total, q.pending[i]) for i, total in _totals(ctx)]
    q.pending = []
    with ctx.as_given():
        for total, (left, right, span) in totals:
            ctx.span = span
            unknown = sorted(a.name for a in atoms(total) if isinstance(a, Symbol) and a is not UNIT)
            if unknown:
                raise ctx.misvalued(f"it isn't said what {unknown[0]} is", f"define it, as in AB = {unknown[0]}")
            known = set(ctx.given.premises)
            state_premise(ctx, total)
            new = [s for s in ctx.given.premises if s not in known]
            said = sides(left, right)
            if new and said is not None:
                q.measured[new[-1]] = said


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
                            f"{length.a}{length.b} is said to be {lengths[ends_]} and {value}",
                            "give each length one value",
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


# What is asked.


def is_of_names(ctx: Context) -> bool:
    """Whether the statement has names for lengths."""
    return any(s is not UNIT for s in ctx.quantities.values)
