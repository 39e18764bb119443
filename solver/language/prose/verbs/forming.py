"""What points and lines form: `the midpoints are the vertices of a square`, `the three lines form a triangle`."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.nouns.polygons import from_lines, shape
from solver.language.prose.objects import Line, Polygon
from solver.language.prose.registry import POINT_NOUNS, verb
from solver.language.prose.syntax import Clause, Many, Modified, Noun, Pronoun, Run, Thing
from solver.language.prose.things import flat, lines, points, state_mods
from solver.language.prose.verbs.roles import subject_of


@verb("form", "formed")
def _form(ctx: Context, clause: Clause) -> None:
    """What is formed by lines or points; of `the triangle formed by AB, BC and CD` the noun has taken care."""
    thing = clause.role("object")
    if clause.role("by") is not None:
        return
    subject = subject_of(ctx, clause)
    bearer = ctx.bearer.thing if isinstance(subject, Pronoun) and subject.word == "self" else subject
    if are_points(bearer) and isinstance(thing, Noun):
        be_vertices(ctx, subject, thing)
        return
    sides = lines(ctx, subject)
    targets = flat(thing.names) if isinstance(thing, Noun) else [thing] if thing is not None else []
    with ctx.as_given():
        polygon = _triangle_of(ctx, sides, targets[0] if targets else None)
    if isinstance(thing, Noun):
        state_mods(ctx, None, [polygon], thing.mods)


def are_points(thing: object) -> bool:
    match thing:
        case Run(points):
            return len(points) == 1
        case Noun(head=head):
            return head in POINT_NOUNS
        case Many(items):
            return all(map(are_points, items))
        case Modified(inner):
            return are_points(inner)
    return False


def be_vertices(ctx: Context, subject: Thing, polygon: Noun) -> None:
    """Points are the vertices of a polygon of a kind, which has no name of its own: in this order, but that it is open in which
    order four points of a goal are. Raises ParseError."""
    wanted = COUNTS.get(polygon.head)
    with ctx.as_given():
        corners = tuple(points(ctx, subject))
    if polygon.names or (wanted is not None and len(corners) != wanted):
        what = "one that has a name" if polygon.names else f"a {polygon.head}"
        raise ctx.fail(
            f"{len(corners)} points don't form {what}", "name as many points as it has vertices: ABCD is a square"
        )
    if ctx.is_goal and len(corners) == 4:
        corners = _in_some_order(ctx, corners)
    shape(ctx, polygon.head, polygon.adjectives, corners)
    state_mods(ctx, None, [Polygon(corners)], polygon.mods)
    ctx.visit(polygon)


def _in_some_order(ctx: Context, corners: tuple[str, ...]) -> tuple[str, ...]:
    a, b, c, d = corners
    orders = (corners, (a, b, d, c), (a, c, b, d))
    return orders[ctx.choose(("vertices", corners), [f"the vertices are in the order {', '.join(o)}" for o in orders])]


def _triangle_of(ctx: Context, sides: Sequence[Line], target: Thing | None) -> Polygon:
    if len(sides) != 3:
        raise ctx.fail(f"{len(sides)} lines don't make a triangle", "name three lines")
    return from_lines(ctx, sides, target)
