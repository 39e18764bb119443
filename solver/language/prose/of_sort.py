"""What a thing denotes where it must be of one sort: circles, segments, polygons, angles. They raise ParseError where it isn't."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context
from solver.language.prose.curves import segment_of
from solver.language.prose.objects import Arc, Between, Circle, Corner, Line, Part, Polygon
from solver.language.prose.syntax import Thing
from solver.language.prose.things import denote, whole


def circles(ctx: Context, thing: Thing) -> list[Circle]:
    why = "this is a line, where a circle is needed"
    return whole(ctx, thing, Circle, "circle", why, "name a circle by three points: circle (ABC)")


def pairs(ctx: Context, thing: Thing) -> list[tuple[str, str]]:
    """The ends of segments."""
    found = []
    for value in denote(ctx, thing, "line"):
        match value:
            case Part(_, _, a, b):
                found.append((a, b))
            case Line():
                found.append(segment_of(ctx, value))
            case Arc(_, a, b):
                found.append((a, b))
            case _:
                raise ctx.fail("a segment is needed here", "name it by its ends: AB")
    return found


def polygons(ctx: Context, thing: Thing) -> list[tuple[str, ...]]:
    found = []
    for value in denote(ctx, thing, "polygon"):
        if isinstance(value, Polygon):
            found.append(value.points)
        else:
            raise ctx.fail("a triangle is needed here", "name it by its vertices: triangle ABC")
    return found


def triangles(ctx: Context, thing: Thing | None, corner: str = "") -> list[tuple[str, str, str]]:
    """Triangles, or the one that is meant where none is named."""
    if thing is None:
        return [ctx.triangle(corner)]
    found = []
    for p in polygons(ctx, thing):
        if len(p) != 3:
            raise ctx.fail(f"“{''.join(p)}” is no triangle")
        found.append((p[0], p[1], p[2]))
    return found


def angles(ctx: Context, thing: Thing) -> list[Corner | Between]:
    found: list[Corner | Between] = []
    for value in denote(ctx, thing, "angle"):
        if isinstance(value, Corner | Between):
            found.append(value)
        else:
            raise ctx.fail("an angle is needed here", "write ∠ABC")
    return found


def corner_of(ctx: Context, polygon: Sequence[str], v: str) -> Corner:
    """The angle of a polygon at one of its vertices. Raises ParseError."""
    if v not in polygon:
        raise ctx.fail(f"{v} is no vertex of {''.join(polygon)}", "name one of its vertices")
    k = polygon.index(v)
    return Corner(polygon[k - 1], v, polygon[(k + 1) % len(polygon)])
