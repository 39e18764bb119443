"""What is another thing than one that is known: where curves meet again, the other tangent."""

from __future__ import annotations

from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, common_points, ends, touches_side
from solver.language.prose.objects import Circle, Line
from solver.statements.conditions import APART, NONCOLLINEAR


def other_than_known(ctx: Context, x: str, first: Curve, second: Curve) -> None:
    """Where curves meet again isn't where they are known to meet, even if that is said later."""
    known = [p for p in common_points(first, second) if p != x]
    if len(known) == 1 and not ctx.is_goal:
        ctx.demand(APART, x, known[0])


def lines_differ(ctx: Context, one: Line, other: Line) -> None:
    """A point of the one isn't on the other; where no point of it is known but common ones, there is another."""
    known = next((p for p in one.points if p not in other.points), "") or next(
        (p for p in ends(ctx, one) if p not in other.points), ""
    )
    if known:
        ctx.demand(NONCOLLINEAR, known, *ends(ctx, other))
    else:
        ctx.note("that these lines differ is left to the figure")


def tangents_from(ctx: Context, p: str, circle: Circle) -> list[Line]:
    """The lines through a point that are known to touch a circle."""
    through = [line for line in ctx.lines if p in line.points]
    return [line for line in through if line in circle.tangents or touches_side(ctx, line, circle)]
