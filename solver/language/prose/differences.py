"""Which of two lengths or angles is the greater, as far as it is given, and so the value of their difference without its sign."""

from __future__ import annotations

from fractions import Fraction

from solver.language.atoms import Angle
from solver.language.equated import state_greater
from solver.language.prose.context import Context
from solver.language.prose.equations import root
from solver.language.sums import Sum, atoms, plus, power, times
from solver.statements.conditions import LONGER, WIDER, Condition

MINUS: Sum = {(): Fraction(-1)}


def unsigned(ctx: Context, a: Sum, b: Sum) -> Sum:
    """|a − b|, of lengths the root of a square where its sign isn't given. Raises ParseError for angles then."""
    if is_given(ctx, is_greater(ctx, a, b)):
        return plus(a, times(b, MINUS))
    if is_given(ctx, is_greater(ctx, b, a)):
        return plus(b, times(a, MINUS))
    difference = plus(a, times(b, MINUS))
    if any(isinstance(part, Angle) for part in atoms(difference)):
        raise ctx.fail("it isn't said which is the greater", "say it: ∠B > ∠C, or AC > AB")
    return root(ctx, power(difference, 2))


def is_greater(ctx: Context, a: Sum, b: Sum) -> Condition:
    """The condition that a is greater than b. Raises ParseError where the two can't be compared."""
    with ctx.as_goal() as said:
        state_greater(ctx, a, b)
    (condition,) = said.conditions
    return condition


def is_given(ctx: Context, condition: Condition) -> bool:
    return bool({condition, _of_sides(condition)} & {*ctx.given.conditions, *map(_of_sides, ctx.given.conditions)})


def _of_sides(condition: Condition) -> Condition:
    """The angle opposite the longer side of a triangle is the greater: such a condition by sides, their ends in order."""
    p = condition.points
    if condition.kind is WIDER and set(p[:3]) == set(p[3:]):
        # The vertex comes in the middle.
        p = (p[0], p[2], p[3], p[5])
    elif condition.kind is not LONGER:
        return condition
    return Condition(LONGER, (*sorted(p[:2]), *sorted(p[2:])))
