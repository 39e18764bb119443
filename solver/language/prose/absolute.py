"""Absolute values of differences in claims, `∠HAO = |∠B − ∠C|`: where it isn't given which is the greater, a claim is one for each case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import permutations

from solver.language.prose.context import Context
from solver.language.prose.differences import is_given, is_greater
from solver.language.prose.measures import value
from solver.language.prose.syntax import Operation, Said, nodes, rebuilt
from solver.statements.conditions import Condition


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
    sides = [(side, value(ctx, side)) for side in difference.sides]
    for (greater, x), (smaller, y) in permutations(sides):
        if is_given(ctx, is_greater(ctx, y, x)):
            continue
        condition = is_greater(ctx, x, y)
        signed = replace(difference, sides=(greater, smaller))
        claim = rebuilt(said, partial(_in_place, found[0], signed))
        yield Case(claim, None if is_given(ctx, condition) else condition)


def _in_place(old: object, new: object, node: object) -> object:
    return new if node is old else node
