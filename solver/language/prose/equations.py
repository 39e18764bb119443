"""Quotients, roots and expressions of sums as prose writes them, with names whose values the statement gives."""

from __future__ import annotations

from fractions import Fraction

from solver.language.prose.context import Context
from solver.language.sums import Other, Sum, Symbol, Unpowered, expression
from solver.statements.expression import Expression, Power


def inverse(ctx: Context, of: Sum) -> Sum:
    if not of:
        raise ctx.fail("this divides by 0", "write e.g. 2/3")
    if len(of) != 1:
        return {((power_of(ctx, of, Fraction(-1)), 1),): Fraction(1)}
    ((product, c),) = of.items()
    return {tuple((atom, -e) for atom, e in product): 1 / c}


def power_of(ctx: Context, of: Sum, exponent: Fraction) -> Other:
    """A power of a sum as one factor. Raises ParseError."""
    return Other(Power(expression_of(ctx, of), exponent))


def root(ctx: Context, of: Sum) -> Sum:
    """The square root. Raises ParseError."""
    return {((power_of(ctx, of, Fraction(1, 2)), 1),): Fraction(1)}


def expression_of(ctx: Context, of: Sum) -> Expression:
    """A sum as an expression. Raises ParseError where it speaks of an angle between lines, or of a name without a value."""
    try:
        return expression(of)
    except Unpowered as error:
        if isinstance(error.part, Symbol):
            name = error.part.name
            raise ctx.unresolved(f"it isn't said what {name} is" if name else "no length has a value") from None
        raise ctx.fail("an angle between lines can't stand here", "name it by three points: ∠ABC") from None
