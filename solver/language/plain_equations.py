"""Sides of equations and inequalities of the plain language: sums of products of lengths, angles and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from lark import Token, Tree

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.sums import Sum, atom, plus, power, times

if TYPE_CHECKING:
    from solver.language.plain_scope import Scope

LARGEST_POWER = 4


def read_side(tree: Tree[Token], scope: Scope) -> Sum:
    """One side of an equation. Raises ParseError."""
    kind, children = tree.data, tree.children
    match kind:
        case "number":
            value = scope.number(*children)
            return {(): value} if value else {}
        case "length":
            return atom(Length.of(*_apart(scope, [str(c) for c in children])))
        case "size":
            a, v, b = _apart(scope, [str(c) for c in children])
            return atom(Angle(v, a, v, b, AngleKind.SIZE))
        case "corner":
            a, v, b = scope.corner(str(children[0]))
            return atom(Angle(v, a, v, b, AngleKind.SIZE))
        case "turn":
            first, second = (scope.ends(scope.line(c)) for c in children if isinstance(c, Tree))
            return atom(Angle(*first, *second, AngleKind.DIRECTED))
        case "lines_angle":
            first, second = (scope.ends(scope.line(c)) for c in children if isinstance(c, Tree))
            return atom(Angle(*first, *second, AngleKind.EITHER_WAY))
    sides = [read_side(c, scope) for c in children if isinstance(c, Tree)]
    match kind:
        case "negative":
            return times(sides[0], {(): Fraction(-1)})
        case "plus":
            return plus(*sides)
        case "minus":
            return plus(sides[0], times(sides[1], {(): Fraction(-1)}))
        case "times":
            return times(*sides)
        case "over":
            return times(sides[0], _inverse(scope, sides[1]))
        case _:
            exponent = int(scope.number(children[-1]))
            if not 1 <= exponent <= LARGEST_POWER:
                raise scope.fail(f"the power {exponent} has no meaning here", "write |A B|^2")
            return power(sides[0], exponent)


def _apart(scope: Scope, points: Sequence[str]) -> Sequence[str]:
    for p, q in pairwise(points):
        if p == q:
            raise scope.fail(f"{' '.join(points)} names {p} twice", "name different points")
    return points


def _inverse(scope: Scope, of: Sum) -> Sum:
    if len(of) != 1:
        raise scope.fail("only a single product can stand under a division", "multiply both sides with it")
    return power(of, -1)
