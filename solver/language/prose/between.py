"""Angles between lines: which of the two is meant, and where the lines meet.

`The angle between AB and CD` turns from one line to the other, whichever way; so it is as a goal of its own. One that is given,
added to others or taken a function of is an angle where the lines meet, or its supplement: whichever of these it is in the
figure.
"""

from __future__ import annotations

from fractions import Fraction

from solver.language.atoms import Angle, AngleKind
from solver.language.prose.context import Context
from solver.language.prose.curves import crossing, ends
from solver.language.prose.objects import Between, Corner, Line
from solver.language.prose.syntax import Many, Run, Thing
from solver.language.sums import Atom, Sum, atom, atoms, plus, times

HALF_TURN: Sum = {(): Fraction(180)}


def between(ctx: Context, of: Between) -> Sum:
    """What an angle between lines is worth. Raises ParseError."""
    return atom(Angle(*ends(ctx, of.first), *ends(ctx, of.second), of.kind))


def of_rays(between: Thing) -> Corner | None:
    """`The angle between AB and AC`, of segments from one point, is that of the two rays."""
    match between:
        case Many((Run((a, b)), Run((c, d)))) if len({a, b, c, d}) == 3:
            (v,) = {a, b} & {c, d}
            return Corner(b if v == a else a, v, d if v == c else c)
    return None


def met(ctx: Context, of: Sum) -> Sum:
    """A sum with its angles between lines as ones where the lines meet. Raises ParseError."""
    total: Sum = {}
    for product, c in of.items():
        match product:
            case ((Angle(a, b, p, q, AngleKind.EITHER_WAY), 1),):
                here = _where_they_meet(ctx, ctx.line(a, b), ctx.line(p, q))
                total = plus(total, times(here, {(): c}))
            case _:
                total = plus(total, {product: c})
    return total


def compared(ctx: Context, left: Sum, sign: str, right: Sum) -> tuple[Sum, Sum]:
    """Two sides, with angles between lines where they meet unless it can be said otherwise what these are. Raises ParseError."""
    total = plus(left, times(right, {(): Fraction(-1)}))
    if not any(map(_turns_either_way, atoms(total))):
        return left, right
    can_be_said = _is_goal(total) if ctx.is_goal else _is_given(total)
    return (left, right) if sign == "=" and can_be_said else (met(ctx, left), met(ctx, right))


def _turns_either_way(of: Atom) -> bool:
    return isinstance(of, Angle) and of.kind is AngleKind.EITHER_WAY


def _is_goal(total: Sum) -> bool:
    """Whether it says the value of an angle, or that two are equal or supplements."""
    mine = [c for product, c in total.items() if product]
    return len(mine) == 1 or (len(mine) == 2 and abs(mine[0]) == abs(mine[1]))


def _is_given(total: Sum) -> bool:
    """Whether it is about two angles between lines, as the lines are named, or about a right angle."""
    mine = [c for product, c in total.items() if product]
    size = -total.get((), Fraction(0)) / mine[0]
    return all(map(_turns_either_way, atoms(total))) and _is_goal(total) and (len(mine) > 1 or size == 90)


def _where_they_meet(ctx: Context, first: Line, second: Line) -> Sum:
    """The angle at their common point, or its supplement."""
    x = crossing(ctx, first, second, "X")
    a, b = (next(end for end in ends(ctx, line) if end != x) for line in (first, second))
    seen = atom(Angle(x, a, x, b, AngleKind.SIZE))
    ways = [f"the angle between the lines is ∠{a}{x}{b}", f"the angle between the lines is 180° − ∠{a}{x}{b}"]
    if ctx.choose(("acute", a, x, b), ways):
        return plus(HALF_TURN, times(seen, {(): Fraction(-1)}))
    return seen
