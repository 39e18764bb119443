"""Where points are put: on a part of a line or circle, inside or outside of something."""

from __future__ import annotations

from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import center, ends, on
from solver.language.prose.objects import Arc, Circle, Line, Part, Polygon, Region, Value
from solver.language.prose.rounds import point_of
from solver.statements.conditions import (
    BETWEEN,
    INSIDE,
    INSIDE_CIRCLE,
    LONGER,
    NONCOLLINEAR,
    OBTUSE,
    ON_RAY,
    OPPOSITE_SIDES,
    OUTSIDE,
    OUTSIDE_CIRCLE,
    SAME_SIDE,
)


def place(ctx: Context, x: str, where: Value) -> None:
    """x lies on a line, circle, segment, ray or arc, or in a region; inequalities included."""
    match where:
        case Line() | Circle():
            on(ctx, x, where)
        case Part(line, _, a, b):
            if x not in (a, b):
                is_new = not ctx.is_goal and not any(x in s.points for s in ctx.given.premises)
                on(ctx, x, line)
                part_condition(ctx, x, where)
                if where.kind == "bare" and ctx.takes_closer():  # on AB
                    ctx.demand(BETWEEN, x, a, b)
                if is_new and where.kind == "cevian":  # a point on the altitude AD; the orthocenter may be beyond D
                    ctx.demand(BETWEEN, x, a, b)
        case Arc():
            on(ctx, x, where.circle)
            arc_condition(ctx, x, where)
        case Region(of, is_inside):
            if isinstance(of, Part):
                place(ctx, x, Part(of.line, "segment", of.a, of.b))
            else:
                within(ctx, x, of, is_inside)
        case Polygon():
            raise ctx.fail("a point on the sides of a polygon can't be said", "say on which side it is")
        case _:
            raise ctx.fail("no point can be there")


def part_condition(ctx: Context, x: str, part: Part) -> None:
    if x in (part.a, part.b):
        return
    if part.kind in ("segment", "side"):
        ctx.demand(BETWEEN, x, part.a, part.b)
    elif part.kind == "ray":
        ctx.demand(ON_RAY, x, part.a, part.b)
    elif part.kind == "extension":
        ctx.demand(BETWEEN, part.b, part.a, x)


def taken_without(a: str, b: str, x: str) -> str:
    """What is noted of an arc over a side of an inscribed triangle."""
    return f"arc {a}{b} is taken to be the one without {x}"


def arc_condition(ctx: Context, x: str, arc: Arc) -> None:
    a, b = arc.a, arc.b
    if x in (a, b):
        return
    if x == arc.without and arc.is_taken:  # A is the midpoint of arc BC: the one with A
        ctx.notes.pop(taken_without(a, b, x), None)
        return
    if arc.containing:
        ctx.demand(SAME_SIDE, x, arc.containing, a, b)
    elif arc.without:
        ctx.demand(OPPOSITE_SIDES, x, arc.without, a, b)
    elif arc.size == "minor" or (not arc.size and ctx.takes_closer()):
        ctx.demand(OPPOSITE_SIDES, x, center(ctx, arc.circle), a, b)
    elif arc.size == "major":
        ctx.demand(SAME_SIDE, x, center(ctx, arc.circle), a, b)
    elif arc.size != "half":
        ctx.note(f"which of the two arcs {a}{b} is meant is left to the figure")


def _by_radius(ctx: Context, x: str, circle: Circle, is_inside: bool) -> None:
    """The distance to the center is less than the radius, or greater."""
    o, a = center(ctx, circle), point_of(ctx, circle)
    radius, distance = (o, a), (o, x)
    ctx.demand(LONGER, *(radius + distance if is_inside else distance + radius))


def within(ctx: Context, x: str, of: Value, is_inside: bool) -> None:
    match of:
        case Polygon(points):
            ctx.demand(INSIDE if is_inside else OUTSIDE, x, *points)
        case Circle() if of.diameter is not None and is_inside:
            ctx.demand(OBTUSE, of.diameter[0], x, of.diameter[1])
        case Circle() if of.center is not None and not of.points and not ctx.is_goal:
            ctx.later(partial(_by_radius, ctx, x, of, is_inside))  # its points may be named later
        case Circle() if of.center is not None:
            _by_radius(ctx, x, of, is_inside)
        case Circle() if len(of.points) >= 3:
            ctx.demand(INSIDE_CIRCLE if is_inside else OUTSIDE_CIRCLE, x, *of.points[:3])
        case Circle():
            _by_radius(ctx, x, of, is_inside)
        case Part(line, _, a, b) if is_inside:
            place(ctx, x, Part(line, "segment", a, b))
        case Part(line=line) if not is_inside and x in line.points:
            ctx.note(f"on which side of the segment {x} is is left to the figure")
        case Part(line=line) if not is_inside:
            ctx.demand(NONCOLLINEAR, x, *ends(ctx, line))
        case Line() if not is_inside:
            ctx.demand(NONCOLLINEAR, x, *ends(ctx, of))
        case Arc() if is_inside:
            place(ctx, x, of)
        case _:
            raise ctx.fail("nothing can be inside of this" if is_inside else "nothing can be outside of this")
