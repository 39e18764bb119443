"""What several things have in common: `triangles ABC and DEF have the same centroid`, `AB and CD share their midpoint`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.context import Context
from solver.language.prose.curves import midpoint
from solver.language.prose.objects import Circle, Part, Value
from solver.language.prose.registry import POINT_NOUNS, VERBS
from solver.language.prose.syntax import SELF, Clause, Noun, Run, Thing
from solver.language.prose.things import about, denote, flat, noun_values
from solver.language.prose.verbs.being import state_same
from solver.statements.predicates import CONG, PARA

#: Nouns of which each thing has one: two things that have a common one have the same.
_ONE_OF_EACH = frozenset(
    [
        "midpoint",
        "circumcenter",
        "incenter",
        "orthocenter",
        "centroid",
        "ninepoint_center",
        "circumcircle",
        "incircle",
        "ninepoint_circle",
        "perpendicular_bisector",
        "bisector",
        "euler_line",
        "medial_triangle",
        "orthic_triangle",
    ]
)


def is_shared(owners: Sequence[Value], owned: Thing) -> bool:
    """Whether several things are said to have one that is the same for all."""
    if not isinstance(owned, Noun) or len(owners) < 2 or owned.roles or owned.mods:
        return False
    if owned.head == "center":
        is_one = not owned.names and all(isinstance(v, Circle) for v in owners)
    else:
        is_one = owned.head in _ONE_OF_EACH and len(flat(owned.names)) < 2
    return is_one and owned.count == 1 and bool({"same", "common"} & set(owned.adjectives))


def share_one(ctx: Context, owners: Sequence[Value], owner: Thing, owned: Noun) -> None:
    """States that what the noun says of the first of several things is that of the others, too."""
    if owned.head == "center":
        ctx.visit(owned)
        VERBS["concentric"](ctx, Clause("concentric", (("subject", owner),)))
        return
    if owned.head == "perpendicular_bisector" and not owned.names and all(isinstance(v, Part) for v in owners):
        ctx.visit(owned)
        _share_bisector(ctx, [v for v in owners if isinstance(v, Part)])
        return
    adjectives = tuple(a for a in owned.adjectives if a not in ("same", "common"))
    alike = replace(owned, adjectives=adjectives, article="the", roles=(("of", SELF),))
    is_point = alike.head in POINT_NOUNS
    first: list[Value] = []
    for value in owners:
        with about(ctx, None, [value]):
            if not first:
                first = denote(ctx, alike)
            elif is_point:
                noun_values(ctx, replace(alike, names=()), [Run((str(first[0]),))])
            else:
                state_same(ctx, first[0], denote(ctx, replace(alike, names=()))[0])
    ctx.mention(first)


def _share_bisector(ctx: Context, owners: Sequence[Part]) -> None:
    """Segments have the same perpendicular bisector: they are parallel, and the midpoint of one is as far from the other's ends."""
    first, *others = owners
    with ctx.as_given():
        m = midpoint(ctx, first.a, first.b)
    for other in others:
        ctx.say(PARA, first.a, first.b, other.a, other.b)
        ctx.say(CONG, m, other.a, m, other.b)
