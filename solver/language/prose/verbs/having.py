"""Things that exist, and what a thing has: a center, a right angle, a common point with another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from solver.language.atoms import Length
from solver.language.prose.amounts import measured_of
from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, meet, on, set_center
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.measures import QUANTITIES, state_chain, values
from solver.language.prose.nouns.images import antipodal
from solver.language.prose.objects import Circle, Line, Part, Polygon, Value
from solver.language.prose.of_sort import pairs
from solver.language.prose.polygon_lengths import are_equal, sides_in_order
from solver.language.prose.regions import place
from solver.language.prose.registry import VERBS, verb
from solver.language.prose.syntax import SELF, Clause, Many, Modified, Named, Noun, Number, Run, Thing
from solver.language.prose.things import curves, denote, flat, noun_values, point_names, points, state_mods
from solver.language.prose.verbs.corners import polygon_has
from solver.language.prose.verbs.incidence import concurrent, concurrent_elsewhere, curve_of
from solver.language.prose.verbs.roles import subject_of
from solver.language.prose.verbs.sharing import is_shared, share_one
from solver.language.sums import Sum, atom


@verb("exist")
def exist(ctx: Context, clause: Clause) -> None:
    """`triangle ABC`, `Consider a circle ω with center O`."""
    thing = subject_of(ctx, clause)
    for item in flat([thing]):
        if isinstance(item, Modified):
            inner = item.thing
        else:
            inner = item
        is_point = isinstance(inner, Noun) and inner.head == "point" and bool(inner.names)
        if ctx.is_goal and (
            is_point or (isinstance(item, Modified) and isinstance(inner, Run) and len(inner.points) == 1)
        ):
            raise ctx.fail(
                "that there is such a point can't be proved", "say where it is, and what is to be proved of it"
            )
        if isinstance(inner, Noun) and (inner.head in COUNTS or inner.head == "polygon") and not ctx.is_goal:
            for name in flat(inner.names):
                if isinstance(name, Run) and len(name.points) >= 3:
                    ctx.add_polygon(Polygon(name.points), True)
        if ctx.is_goal and isinstance(item, Noun):
            if item.names:
                noun_values(ctx, item, item.names)
            else:
                state_mods(ctx, None, denote(ctx, replace(item, mods=())), item.mods)
            continue
        values_ = denote(ctx, item)
        if isinstance(inner, Run) and len(inner.points) == 1:
            ctx.declare(inner.points[0])
        ctx.mention(values_)


@verb("mention")
def _mention(ctx: Context, clause: Clause) -> None:
    denote(ctx, subject_of(ctx, clause))


@verb("have")
def _have(ctx: Context, clause: Clause) -> None:
    """`triangle ABC has incenter I`, `a circle with center O and radius OA`."""
    owner, owned, value_ = subject_of(ctx, clause), clause.role("object"), clause.role("value")
    assert owned is not None
    if isinstance(owner, Many) and SELF in owner.items and (bearer := ctx.selves[-1]).thing is not None:
        ctx.visited.add(id(owner))
        bearer.is_used = True
        owner = Many(tuple(bearer.thing if item is SELF else item for item in owner.items))
    if value_ is not None and isinstance(owned, Noun):
        given = values(ctx, value_)
        owners = denote(ctx, owner)
        found = measured_of(ctx, owners, owned)
        if len(given) > 1 and len(owners) == 1 and owned.head in ("side", "side_length"):
            found = _all_sides(ctx, owners[0], len(given))
        if len(given) > len(found):
            raise ctx.fail("one thing has several values here", "give each its own: AB = 3, BC = 4")
        if len(given) == len(found) == 2 and given[0] != given[1]:
            given = _in_order(ctx, owners, owned, given)
        for measured, one in zipped(ctx, found, given * len(found) if len(given) == 1 else given):
            state_chain(ctx, measured, "=", one)
        return
    if isinstance(owned, Modified):
        inner = owned.thing
        _have_one(ctx, owner, inner)
        state_mods(
            ctx, inner, denote(ctx, Many(inner.names) if isinstance(inner, Noun) and inner.names else inner), owned.mods
        )
        return
    for item in flat([owned]):
        _have_one(ctx, owner, item)


def _in_order(ctx: Context, owners: Sequence[Value], owned: Noun, given: list[Sum]) -> list[Sum]:
    """`legs 3 and 4`: where the vertices have names, it is open which of the two is meant by the first number."""
    owner = owners[0]
    if len(owners) != 1 or not isinstance(owner, Polygon) or set(owner.points) <= ctx.invented:
        return given
    ways = [
        f"the {owned.head}s of {''.join(owner.points)} have these lengths in the order {n}"
        for n in ("given", "reversed")
    ]
    return given[::-1] if ctx.choose((owned.head, owner.points), ways) else given


def _all_sides(ctx: Context, owner: Value, count: int) -> list[Sum]:
    """The sides of a polygon: of triangle ABC a, b, c, opposite to the vertices; two adjacent ones of a parallelogram; else nothing."""
    if not isinstance(owner, Polygon):
        return []
    p = owner.points
    if (
        len(p) == 4
        and count == 2
        and all(are_equal(ctx, pair) for pair in ((p[:2], p[2:]), ((p[1], p[2]), (p[0], p[3]))))
    ):
        return [atom(Length.of(p[0], p[1])), atom(Length.of(p[1], p[2]))]
    if len(p) != count:
        return []
    return [atom(Length.of(a, b)) for a, b in sides_in_order(p)]


def _have_one(ctx: Context, owner: Thing, item: Thing) -> None:
    found = denote(ctx, owner)
    if isinstance(item, Noun) and is_shared(found, item):
        ctx.visit(item)
        share_one(ctx, found, owner, item)
        return
    if (
        isinstance(item, Noun) and item.head in ("point", "intersection") and not item.names
        and all(isinstance(v, Circle | Line | Part) for v in found)
    ):  # fmt: skip
        others_than = [m.role("object") for m in item.mods if isinstance(m, Clause) and m.verb == "different"]
        if ctx.is_goal and len(others_than) == len(item.mods) == 1 and others_than[0] is not None:
            ctx.visit(item.mods)
            concurrent_elsewhere(ctx, [curve_of(ctx, v) for v in found], points(ctx, others_than[0]))
            return
        wheres = [m.role("on") for m in item.mods if isinstance(m, Clause) and m.verb == "lie"]
        if len(wheres) != len(item.mods):
            raise ctx.fail("a common point that is said to be more can't be stated", "name it")
        ctx.visit(item.mods)
        others = [both for w in wheres if w is not None for both in curves(ctx, w)]
        concurrent(ctx, [*(curve_of(ctx, v) for v in found), *(c for c, _ in others)], [v for _, v in others])
        return
    if isinstance(item, Noun) and item.head == "point" and item.names:
        denote(ctx, item)
        for circle in (
            found if not item.mods else ()
        ):  # `a circle with center O and a point P outside of it`: where P is, is said
            if isinstance(circle, Circle | Line | Part):
                for x in point_names(ctx, item):
                    place(ctx, x, circle)
        return
    if isinstance(item, Run | Named) or not isinstance(item, Noun):
        if all(isinstance(v, Polygon) for v in found) or isinstance(item, Run):
            denote(ctx, item)
            return
        raise ctx.fail("it isn't clear what this has to do with it", "say what it is: with center O")
    if item.head == "radius" and "equal" in item.adjectives and not item.names and len(found) > 1:
        ctx.visit(item)
        VERBS["equal_radii"](ctx, Clause("equal_radii", (("subject", owner),)))
        return
    if any(isinstance(v, Circle) for v in found) and item.head in ("center", "diameter", "radius", "chord"):
        _of_circles(ctx, found, item)
        return
    roles = item.roles if item.role("of") is not None else (("of", owner), *item.roles)
    if item.head in QUANTITIES and {"same", "equal"} & set(item.adjectives):  # have the same area
        kept = tuple(role for role in item.roles if role[0] != "of")
        amounts = values(ctx, replace(item, adjectives=(), roles=(("of", owner), *kept)))
        for one, two in pairwise(amounts):
            state_chain(ctx, one, "=", two)
        return
    if item.head == "angle" and item.names and all(isinstance(n, Named) for n in flat(item.names)):
        VERBS["be"](
            ctx, Clause("be", (("subject", Many(item.names)), ("object", replace(item, names=(), roles=roles))))
        )
        return
    if item.head == "foot" and item.names and all(isinstance(v, Line | Part) for v in found):
        for name, value in zipped(ctx, flat(item.names), found):  # the altitude from C has foot H
            if isinstance(value, Line) and value.dropped_to is not None:
                for x in point_names(ctx, name):
                    meet(ctx, [x], value, value.dropped_to)
                continue
            _end_on_opposite_side(ctx, exactly(ctx, 1, point_names(ctx, name))[0], curve_of(ctx, value))
        return
    if polygon_has(ctx, found, item):
        return
    if item.head in ("side", "angle", "base", "diagonal", "segment", "line", "hypotenuse") and item.names:
        denote(ctx, replace(item, roles=roles) if item.head not in ("angle", "line", "segment") else item)
        return
    noun_values(ctx, replace(item, roles=roles), item.names)


def _end_on_opposite_side(ctx: Context, x: str, line: Curve) -> None:
    """x is where a line from a vertex of a triangle meets the opposite side."""
    corner = next((p for p in line.points if any(p in t.points for t in (*ctx.polygons, *ctx.triangles_seen))), "")
    if not corner:
        raise ctx.unresolved("it isn't clear where this line ends", "write: it meets BC at D")
    b, c = (p for p in ctx.triangle(corner) if p != corner)
    meet(ctx, [x], line, ctx.line(b, c))


def _of_circles(ctx: Context, found: Sequence[Value], item: Noun) -> None:
    """The center, a diameter, a radius of each circle; one name goes with all."""
    names = flat(item.names)
    for i, value in enumerate(found):
        assert isinstance(value, Circle)
        name = names[i if len(names) == len(found) else 0] if names else None
        _of_circle(ctx, value, item, name)
    if item.mods:
        of_names = Many(tuple(names))
        want = "line" if item.head in ("chord", "diameter") else "point"
        state_mods(ctx, of_names, denote(ctx, of_names, want), item.mods)


def _of_circle(ctx: Context, circle: Circle, item: Noun, name: Thing | None) -> None:
    if item.head == "center":
        if name is None:
            raise ctx.fail("the center needs a name", "write with center O")
        for x in point_names(ctx, name):
            if circle.called and circle.called == circle.center != x and not circle.points:
                # `the circle S has center O`: S is its name
                ctx.names[circle.called], circle.center = circle, None
                ctx.points.remove(circle.called)
                ctx.declared.discard(circle.called)
            set_center(ctx, circle, x)
    elif item.head == "diameter":
        if name is None:
            return
        if isinstance(name, Noun):  # the altitude AD as diameter: D is a foot
            ((a, b),) = exactly(ctx, 1, pairs(ctx, name))
        else:
            a, b = exactly(ctx, 2, point_names(ctx, name))
        circle.over = (a, b)
        if circle.center is None and not circle.points and circle.diameter is None:
            circle.diameter, circle.points = (a, b), [a, b]
        else:
            antipodal(ctx, b, a, circle)
        if not ctx.is_goal:
            ctx.declare(a)
            ctx.declare(b)
    elif item.head == "radius":
        if name is None:
            return
        if isinstance(name, Named | Number) or len(point_names(ctx, name)) == 1:
            for measured in measured_of(ctx, [circle], item):
                state_chain(ctx, measured, "=", values(ctx, name)[0])
            return
        a, b = exactly(ctx, 2, point_names(ctx, name))
        if circle.center in (a, b):
            on(ctx, b if circle.center == a else a, circle)
        elif circle.center is None and not circle.points:
            circle.center = a
            on(ctx, b, circle)
        else:
            circle.radius = (a, b)
    elif name is not None:
        for x in point_names(ctx, name):
            on(ctx, x, circle)


@verb("given")
def _given(ctx: Context, clause: Clause) -> None:
    """Marks what follows as given."""


@verb("nothing", "satisfy", "subtend")
def _nothing(ctx: Context, clause: Clause) -> None:
    raise ctx.fail("this can't be stated")
