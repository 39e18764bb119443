"""Exterior angles: `the exterior angle at C`, which is what is left of 180°, and `the exterior angle ACD`, with D beyond C."""

from __future__ import annotations

from dataclasses import replace

from solver.language.prose.context import Context
from solver.language.prose.curves import on
from solver.language.prose.objects import Corner, Value
from solver.language.prose.of_sort import polygons
from solver.language.prose.syntax import AngleSize, Noun, Run
from solver.language.prose.things import denote
from solver.statements.conditions import BETWEEN


def is_outer(noun: Noun) -> bool:
    return noun.head == "angle" and "external" in noun.adjectives


def outer_corners(ctx: Context, noun: Noun) -> list[tuple[Corner, bool]]:
    """The angles that are meant, and of each whether it is the polygon's own one, beside the exterior angle. Raises ParseError."""
    ctx.visited.add(id(noun))
    of = noun.role("of")
    plain = replace(noun, adjectives=tuple(a for a in noun.adjectives if a != "external"))
    found = []
    for corner in denote(ctx, of if isinstance(of, AngleSize) and not noun.names else plain, "angle"):
        if not isinstance(corner, Corner):
            raise _unclear(ctx)
        beyond = _beyond(ctx, corner, noun) if noun.names and _is_by_three(noun) else None
        if beyond is not None:
            _put(ctx, corner, *beyond)
        found.append((corner, beyond is None))
    return found


def put_outside(ctx: Context, corner: Value, outer: Noun) -> None:
    """`∠ACD is an exterior angle of triangle ABC`: D is beyond C on the line of a side. Raises ParseError."""
    beyond = _beyond(ctx, corner, outer) if isinstance(corner, Corner) else None
    if not isinstance(corner, Corner) or beyond is None:
        raise _unclear(ctx)
    _put(ctx, corner, *beyond)
    ctx.visit(outer)


def _beyond(ctx: Context, corner: Corner, outer: Noun) -> tuple[str, str] | None:
    """The vertex B and the point D of the exterior angle ACD of a triangle ABC, on the line of which D lies beyond C."""
    of = outer.role("of")
    told = [polygons(ctx, of)[0]] if of is not None else [p.points for p in (*ctx.polygons, *ctx.triangles_seen)]
    for corners in told:
        new = [p for p in (corner.a, corner.b) if p not in corners]
        beside = [p for p in corners if p not in (corner.v, corner.a, corner.b)]
        if corner.v in corners and len(corners) == 3 and len(new) == 1 and len(beside) == 1:
            return beside[0], new[0]
    return None


def _put(ctx: Context, corner: Corner, beside: str, new: str) -> None:
    on(ctx, new, ctx.line(beside, corner.v))
    ctx.demand(BETWEEN, corner.v, beside, new)


def _unclear(ctx: Context) -> Exception:
    return ctx.fail(
        "an exterior angle is one between a side and the extension of another", "write it by its points: ∠ACD"
    )


def _is_by_three(noun: Noun) -> bool:
    name = noun.names[0].things[0] if isinstance(noun.names[0], AngleSize) else noun.names[0]
    return isinstance(name, Run) and len(name.points) == 3
