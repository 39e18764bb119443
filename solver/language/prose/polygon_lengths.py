"""Lengths in polygons: of their sides, which of them are equal, the height of a trapezoid, how far parallel sides are apart."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.atoms import Length
from solver.language.prose.context import Context
from solver.language.prose.curves import ends, foot
from solver.language.prose.lists import exactly
from solver.language.prose.objects import Line, Polygon
from solver.language.prose.of_sort import pairs
from solver.language.prose.spoken_of import latest_vertices
from solver.language.prose.syntax import Noun, Run, Thing
from solver.language.prose.things import denote, flat, lines
from solver.language.sums import Sum, atom
from solver.statements import expression as ex
from solver.statements.predicates import CONG, PARA

#: Lines that may have a distance from each other.
_LINES = frozenset(["side", "base", "line", "segment", "chord"])


def side_lengths(ctx: Context, p: tuple[str, ...], count: int) -> list[Sum]:
    """The length of the sides, where all are equal; of others, all of them (`a, b, c are the side lengths of ABC`). Raises ParseError."""
    sides = sides_in_order(p)
    same = {frozenset(sides[0])}
    for _ in sides:
        for s in ctx.given.premises:
            pair = {frozenset(s.points[:2]), frozenset(s.points[2:])}
            if s.predicate is CONG and pair & same:
                same |= pair
    lengths = [atom(Length.of(a, b)) for a, b in sides]
    if same.issuperset(map(frozenset, sides)):
        return lengths[:1]
    if count == 1 and not set(p) <= ctx.invented:
        raise ctx.fail("it isn't said which side", "name it by its ends: AB = 5")
    return lengths[:1] if count == 1 else lengths


def sides_in_order(p: tuple[str, ...]) -> list[tuple[str, str]]:
    """The sides of a polygon; of triangle ABC a, b, c, opposite to the vertices."""
    if len(p) == 3:
        return [(p[k - 2], p[k - 1]) for k in range(3)]
    return [(p[k], p[(k + 1) % len(p)]) for k in range(len(p))]


def are_equal(ctx: Context, segments: Sequence[tuple[str, str]]) -> bool:
    """Whether two segments are said to be as long as each other."""
    wanted = {frozenset(s) for s in segments}
    said = ({frozenset(s.points[:2]), frozenset(s.points[2:])} for s in ctx.given.premises if s.predicate is CONG)
    return any(pair == wanted for pair in said)


def height(ctx: Context, noun: Noun) -> list[Sum]:
    """The distance of the parallel sides of a trapezoid; nothing where it is no height of a quadrilateral."""
    of = noun.role("of")
    if len(noun.roles) > 1 or noun.names or (of is None and noun.roles):
        return []
    found = []
    for shape in denote(ctx, of) if of is not None else [Polygon(latest_vertices(ctx))]:
        if not isinstance(shape, Polygon) or len(shape.points) != 4:
            return []
        with ctx.as_given():
            (a, _), (b, c) = pairs(ctx, Noun("base", roles=(("of", Run(shape.points)),)))
            length = Length.of(a, foot(ctx, a, ctx.line(b, c)))
            ctx.quantities.meanings[length] = ex.distance(a, b, c)
            found.append(atom(length))
    return found


def between_parallels(ctx: Context, thing: Thing) -> list[Sum]:
    """How far two parallel lines are apart: from a point of one to the other; nothing of what are no lines. Raises ParseError."""
    if not all(
        len(item.points) == 2 if isinstance(item, Run) else isinstance(item, Noun) and item.head in _LINES
        for item in flat([thing])
    ):
        return []
    one, other = exactly(ctx, 2, lines(ctx, thing))
    if not _are_parallel(ctx, one, other):
        raise ctx.unresolved("lines are a distance apart where they are parallel", "say that these lines are parallel")
    with ctx.as_given():
        a, (b, c) = ends(ctx, one)[0], ends(ctx, other)
        length = Length.of(a, foot(ctx, a, other))
        ctx.quantities.meanings[length] = ex.distance(a, b, c)
    return [atom(length)]


def _are_parallel(ctx: Context, one: Line, other: Line) -> bool:
    """Whether two lines are said to be parallel."""
    on_one, on_other = set(one.points), set(other.points)
    return any(
        s.predicate is PARA
        and ((first := set(s.points[:2])) <= on_one or first <= on_other)
        and (set(s.points[2:]) <= (on_other if first <= on_one else on_one))
        for s in ctx.given.premises
    )
