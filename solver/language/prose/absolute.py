"""Absolute values of differences: `∠HAO = |∠B − ∠C|`, `the difference of AB and AC`.

Where it is given which is the greater, that is the sign. Else a claim is one claim for each case; of lengths, the value is the
root of a square.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from typing import cast

from solver.language.atoms import Angle
from solver.language.equated import state_greater
from solver.language.prose.context import Context
from solver.language.prose.equations import root
from solver.language.prose.measures import value
from solver.language.prose.syntax import Operation, Said, Thing, nodes
from solver.language.sums import Sum, atoms, power, times
from solver.statements.conditions import LONGER, WIDER, Condition


@dataclass(frozen=True)
class Case:
    """What is claimed where a condition holds; None: in all figures."""

    said: Said
    condition: Condition | None = None


def cases(ctx: Context, said: Said) -> Iterator[Case]:
    """A claim for each sign of the difference in it whose sign isn't known. Raises ParseError where there are several."""
    found = [n for n in nodes(said) if isinstance(n, Operation) and n.sign == "abs"]
    if not found:
        yield Case(said)
        return
    if len(found) > 1:
        raise ctx.fail("of several absolute values the signs can't be told", "write a statement for each case")
    ctx.visited.update(map(id, nodes(said)))
    (difference,) = found[0].sides
    assert isinstance(difference, Operation)
    a, b = difference.sides
    for greater, smaller in ((a, b), (b, a)):
        condition = _greater(ctx, greater, smaller)
        opposite = _greater(ctx, smaller, greater)
        if _is_given(ctx, opposite):
            continue
        claim = cast(Said, _with(said, found[0], replace(difference, sides=(greater, smaller))))
        yield Case(claim, None if _is_given(ctx, condition) else condition)


def absolute(ctx: Context, of: Operation) -> Sum:
    """The value of a difference without its sign, outside of claims. Raises ParseError where that isn't known."""
    (difference,) = of.sides
    assert isinstance(difference, Operation)
    found = value(ctx, difference)
    a, b = difference.sides
    if _is_given(ctx, _greater(ctx, a, b)):
        return found
    if _is_given(ctx, _greater(ctx, b, a)):
        return times(found, {(): Fraction(-1)})
    if any(isinstance(part, Angle) for part in atoms(found)):
        raise ctx.fail("it isn't said which is the greater", "say it: ∠B > ∠C, or AC > AB")
    return root(ctx, power(found, 2))


def _greater(ctx: Context, greater: Thing, smaller: Thing) -> Condition:
    """Raises ParseError where the two can't be compared."""
    with ctx.as_goal() as said:
        state_greater(ctx, value(ctx, greater), value(ctx, smaller))
    (condition,) = said.conditions
    return condition


def _is_given(ctx: Context, condition: Condition) -> bool:
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


def _with(tree: object, old: Operation, new: Operation) -> object:
    """A tree with one of its parts replaced; parts that don't have it stay what they are."""
    if tree is old:
        return new
    if isinstance(tree, tuple):
        parts = tuple(_with(part, old, new) for part in tree)
        return tree if all(a is b for a, b in zip(parts, tree, strict=True)) else parts
    if not is_dataclass(tree) or isinstance(tree, type):
        return tree
    changed: Mapping[str, object] = {
        f.name: part
        for f in fields(tree)
        if (part := _with(getattr(tree, f.name), old, new)) is not getattr(tree, f.name)
    }
    return replace(tree, **changed) if changed else tree
