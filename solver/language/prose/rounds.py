"""What can be said of whole circles, in predicates: that they touch, their radii, the power of a point."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.language.prose.context import Context
from solver.language.prose.curves import center, common_points, on, set_center
from solver.language.prose.objects import Circle
from solver.statements.conditions import BETWEEN, LONGER, ON_RAY
from solver.statements.predicates import COLL, CONG, PERP, SQDISTSEQ


def touch_circles(ctx: Context, first: Circle, second: Circle, at: str = "", how: str = "") -> None:
    """The circles touch. how: `inside`, `outside` or not said."""
    t = at
    if not t:
        shared = common_points(first, second)
        if shared:
            t = shared[0]
        elif ctx.is_goal:
            _tangent_goal(ctx, first, second)
            return
        else:
            t = ctx.fresh("T")
    for circle in (first, second):
        if not (ctx.is_goal and t in circle.points):
            on(ctx, t, circle)
    o, p = center(ctx, first), center(ctx, second)
    ctx.say(COLL, t, o, p)
    if how == "outside":
        ctx.demand(BETWEEN, t, o, p)
    elif how == "inside" or (not ctx.is_goal and (first.inside is second or second.inside is first)):
        ctx.demand(ON_RAY, o, t, p)
    if not ctx.is_goal:
        first.touching.append((second, t))
        second.touching.append((first, t))


def put_inside(ctx: Context, small: Circle, large: Circle) -> None:
    """A circle is inside of another; it touches it, if it does, from the inside."""
    ctx.demand(LONGER, center(ctx, large), point_of(ctx, large), center(ctx, small), point_of(ctx, small))
    if not ctx.is_goal:
        small.inside = large
        for other, t in small.touching:
            if other is large:
                ctx.demand(ON_RAY, center(ctx, small), t, center(ctx, large))


def _tangent_goal(ctx: Context, first: Circle, second: Circle) -> None:
    """That circles touch whose common point nobody knows: where their radical axis meets the line of centers is on them."""
    o, p = center(ctx, first), center(ctx, second)
    a = point_of(ctx, first)
    with ctx.as_given():
        x = ctx.fresh("T")
        ctx.say(COLL, x, o, p)
        power(ctx, x, first, second)
    ctx.say(CONG, o, x, o, a)


def point_of(ctx: Context, circle: Circle) -> str:
    if not circle.points:
        key = ("point of", circle.origin)
        if key in ctx.reserved:  # one that the statement puts on it later
            ctx.explicit[key] = ctx.reserved[key]
            with ctx.as_given():
                on(ctx, ctx.reserved[key], circle)
            return circle.points[0]
        if not ctx.may_invent:
            raise ctx.unresolved("no point of this circle is known", "name a point on it")
        with ctx.as_given():
            on(ctx, ctx.fresh("X"), circle)
    return circle.points[0]


def note_points(ctx: Context) -> None:
    """Where a point was made up to be on a circle and others are put on it later, one of these will do in the next reading."""
    for circle in ctx.circles:
        named = next((p for p in circle.points if p not in ctx.invented), None)
        if circle.origin is not None and named is not None and circle.points[0] in ctx.invented:
            ctx.explicit[("point of", circle.origin)] = named


def radius(ctx: Context, circle: Circle) -> tuple[str, str]:
    """Two points whose distance is the radius."""
    return circle.radius or (center(ctx, circle), point_of(ctx, circle))


def power(ctx: Context, x: str, first: Circle, second: Circle) -> None:
    """x has equal powers with respect to both circles."""
    shared = common_points(first, second)
    if len(shared) >= 2:
        ctx.say(COLL, x, *shared[:2])
        return
    o, p = center(ctx, first), center(ctx, second)
    if shared:
        ctx.say(PERP, x, shared[0], o, p)
        return
    a, b = point_of(ctx, first), point_of(ctx, second)
    points = (x, o, x, p, o, a, p, b)
    ctx.say(SQDISTSEQ, *points, constants=(Fraction(1), Fraction(-1), Fraction(-1), Fraction(1)))


# Places.


def share_center(ctx: Context, found: Sequence[Circle]) -> None:
    """Circles have one center, that of the first of them that has one."""
    o = next((circle.center for circle in found if circle.center is not None), None) or center(ctx, found[0])
    for circle in found:
        set_center(ctx, circle, o)
