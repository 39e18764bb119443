"""Expressions as sympy reads them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from solver.statements.expression import Expression, Number, Power, Product, Sum, written


def in_sympy(e: Expression, names: Mapping[Expression, str]) -> str:
    """names: of the quantities that have one."""
    if e in names:
        return names[e]
    match e:
        case Number(value):
            return f"({value})" if value < 0 or value.denominator != 1 else str(value)
        case Sum(parts):
            return "(" + " + ".join(in_sympy(p, names) for p in parts) + ")"
        case Product(parts):
            return "*".join(in_sympy(p, names) for p in parts)
        case Power(base, exponent):
            inner = in_sympy(base, names)
            return f"sqrt({inner})" if exponent == Fraction(1, 2) else f"({inner})**({exponent})"
    return written(e)
