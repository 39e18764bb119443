"""What polygons have: an apex, bases and legs, an angle at a vertex."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.adjectives import describe
from solver.language.prose.context import Context
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.objects import Polygon, Value
from solver.language.prose.of_sort import corner_of, pairs
from solver.language.prose.syntax import Many, Noun, Run
from solver.language.prose.things import denote, point_names, points, state_mods
from solver.language.prose.verbs.shaping import right_angle
from solver.statements.predicates import CONG, PARA


def polygon_has(ctx: Context, found: Sequence[Value], item: Noun) -> bool:
    """States what polygons have; whether it is of this kind. Raises ParseError."""
    polygons = [v for v in found if isinstance(v, Polygon)]
    count = len(polygons[0].points) if polygons and len(polygons) == len(found) else 0
    at = item.role("at")
    match item.head:
        case "apex":
            for polygon in polygons:
                if len(polygon.points) == 3:
                    (x,) = exactly(ctx, 1, [p for name in item.names for p in point_names(ctx, name)])
                    apex = corner_of(ctx, polygon.points, x)
                    ctx.say(CONG, x, apex.a, x, apex.b)
        case "angle" if "right" in item.adjectives:
            for polygon in polygons:
                for v in points(ctx, at) if at is not None else point_names(ctx, item):
                    right_angle(ctx, corner_of(ctx, polygon.points, v))
        case "base" if item.names and count == 3:
            _have_base(ctx, polygons, item)
        case "base" | "leg" if item.names and count == 4:
            _have_bases(ctx, polygons, item)
            if item.mods:  # with bases AB and CD such that AB > CD
                named = Many(item.names)
                state_mods(ctx, named, denote(ctx, named, "line"), item.mods)
        case "side" | "diagonal" | "hypotenuse" if _is_of_segments(item):
            for polygon in polygons:
                _have_sides(ctx, polygon, item)
        case "angle" if item.adjectives and at is not None:
            for polygon in polygons:
                (v,) = exactly(ctx, 1, points(ctx, at))
                describe(ctx, item, [corner_of(ctx, polygon.points, v)])
        case _:
            return False
    return True


def _have_base(ctx: Context, polygons: Sequence[Polygon], item: Noun) -> None:
    """`an isosceles triangle with base BC`: the other two sides are equal."""
    for triangle, (a, b) in zipped(ctx, polygons, pairs(ctx, Many(item.names))):
        apexes = [p for p in triangle.points if p not in (a, b)]
        if len(apexes) != 1:
            raise ctx.fail(f"{a}{b} is no side of {''.join(triangle.points)}", "name two of its vertices")
        ctx.say(CONG, apexes[0], a, apexes[0], b)


def _have_bases(ctx: Context, polygons: Sequence[Polygon], item: Noun) -> None:
    """`a trapezoid ABCD with bases AD and BC`, or with legs AB and CD: which of its sides are parallel."""
    for polygon in polygons:
        p = polygon.points
        sides = [frozenset((p[k - 1], p[k])) for k in range(4)]
        for pair in pairs(ctx, Many(item.names)):
            if frozenset(pair) not in sides:
                raise ctx.fail(f"{''.join(pair)} is no side of {''.join(p)}", "name two vertices side by side")
            k = (sides.index(frozenset(pair)) + (item.head == "leg")) % 2
            ctx.say(PARA, p[k - 1], p[k], p[k + 1], p[(k + 2) % 4])


def _is_of_segments(item: Noun) -> bool:
    return bool(item.names) and all(isinstance(name, Run) and len(name.points) == 2 for name in item.names)


def _have_sides(ctx: Context, polygon: Polygon, item: Noun) -> None:
    """`a square with side AB`; `a triangle with sides AD, BE and CF`, which are moved to where they make one."""
    p = polygon.points
    named = pairs(ctx, Many(item.names))
    if all({*pair} <= {*p} for pair in named):
        denote(ctx, item)  # who calls a side the hypotenuse says where the right angle is
        return
    if item.head != "side" or len(named) != len(p) or any({*pair} & {*p} for pair in named):
        segments = ", ".join("".join(pair) for pair in named)
        raise ctx.fail(f"{''.join(p)} has no {item.head} {segments}", "name its own vertices")
    for k, (a, b) in enumerate(named):
        ctx.say(CONG, p[k - 1], p[k], a, b)
