"""Circles that meet at right angles: at a common point the tangent to one goes through the center of the other."""

from __future__ import annotations

from fractions import Fraction

from solver.language.prose.context import Context
from solver.language.prose.curves import center, common_points
from solver.language.prose.objects import Circle
from solver.language.prose.rounds import point_of
from solver.statements.predicates import PERP, SQDISTSEQ


def orthogonal(ctx: Context, first: Circle, second: Circle) -> None:
    """Two circles are orthogonal: by a right angle where a common point is known, by the distance of their centers else."""
    o, p = center(ctx, first), center(ctx, second)
    shared = common_points(first, second)
    if shared:
        ctx.say(PERP, shared[0], o, shared[0], p)
        return
    points = (o, p, o, point_of(ctx, first), p, point_of(ctx, second))
    ctx.say(SQDISTSEQ, *points, constants=(Fraction(1), Fraction(-1), Fraction(-1)))
