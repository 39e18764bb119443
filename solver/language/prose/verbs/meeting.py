"""Lines and circles that meet, and which of their common points is meant."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial

from solver.language.prose.apart import other_than_known
from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, ends, meet, on
from solver.language.prose.lists import width, zipped
from solver.language.prose.objects import Arc, Circle, Line, Part, Polygon, Region, Value
from solver.language.prose.regions import arc_condition, part_condition
from solver.language.prose.registry import verb
from solver.language.prose.syntax import Clause, Many, Modified, Noun, Pronoun, Run, Thing
from solver.language.prose.things import curves, denote, flat, point_names, points, state_mods
from solver.language.prose.verbs.incidence import concurrent
from solver.language.prose.verbs.placing import demand_within
from solver.language.prose.verbs.roles import indefinite, other_of, subject_of
from solver.statements.conditions import BETWEEN, OPPOSITE_SIDES


@verb("meet", "met")
def _meet(ctx: Context, clause: Clause) -> None:
    # AB and CD are cut by EF at G and H
    subject, thing, at = subject_of(ctx, clause), other_of(ctx, clause) or clause.role("by"), clause.role("at")
    if thing is None and isinstance(subject, Noun) and subject.head == "common_tangent" and not subject.names:
        subject = replace(subject, count=0)  # Chinese has no plural
    ones = curves(ctx, subject)
    ctx.mention([v for _, v in ones])
    if isinstance(thing, Noun) and thing.head == "interior" and at is None and not ctx.is_goal:
        for inside in denote(ctx, thing):
            ctx.later(partial(_cut_inside, ctx, [c for c, _ in ones], inside))
        return
    with ctx.other_than([v for _, v in ones]):
        others = _opposite_sides(ctx, thing, [c for c, _ in ones])
        if not others and thing is not None:
            straight = all(isinstance(c, Line) for c, _ in ones)
            twice = at is not None and width(at) == 2 * len(ones)
            is_round = isinstance(thing, Pronoun) and thing.word == "it" and straight and twice
            others = curves(ctx, thing, "circle" if is_round else "curve")  # only a circle meets a line twice
    where = clause.role("on") or _only_place(ctx, at)
    if at is not None and _only_two_points(at):
        if ctx.is_goal:
            raise ctx.fail("that there are such points can't be proved", "prove something of points that are given")
        return  # where they are is said when one of them is spoken of
    if at is not None and (indefinite(at, ("point", "intersection")) or _only_place(ctx, at) is not None):
        at = None
        if not ctx.is_goal and not others:
            concurrent(ctx, [c for c, _ in ones])
            return
    xs = meeting_points(ctx, at) if at is not None else []
    if not xs and where is not None:
        wheres = curves(ctx, where)
        concurrent(ctx, [c for c, _ in (*ones, *others, *wheres)], [v for _, v in wheres])
        return
    if not xs and ctx.is_goal:
        concurrent(ctx, [*(c for c, _ in ones), *(c for c, _ in others)])
        return
    if not xs or (not others and _meet_in_new(ctx, xs, [c for c, _ in ones], at)):
        return
    introduces = ctx.is_goal and _has_mods(at) and not any(ctx.is_told(x) and x not in ctx.invented for x in xs)
    with ctx.as_given() if introduces else nullcontext():  # prove that ω meets AM at Q such that MQ = MP
        for names, (first, one), (second, two) in _meetings(ctx, xs, ones, others):
            meet(ctx, names, first, second)
            if "again" in clause.flags and len(names) == 1:
                ctx.later(partial(other_than_known, ctx, names[0], first, second))
            # sides of a polygon meet outside of it, if they aren't side by side
            sides = isinstance(one, Part) and isinstance(two, Part) and one.kind == two.kind == "side"
            around = isinstance(one, Part) and isinstance(two, Part) and _go_around(ctx, one, two)
            for x in names if not (sides or around or "prolonged" in clause.flags) else []:
                for part in (one, two):
                    if isinstance(part, Part) and part is one and "extended" in clause.flags:
                        ctx.demand(BETWEEN, part.b, part.a, x)
                    elif isinstance(part, Part):
                        part_condition(ctx, x, part)
                    elif isinstance(part, Arc):
                        arc_condition(ctx, x, part)
    if at is not None:
        at_mods(ctx, at)
    ctx.mention(list(xs))
    if where is not None:
        for x, (curve, _) in zipped(ctx, xs, curves(ctx, where)):
            on(ctx, x, curve)
    for name in ("inside", "outside"):
        region = clause.role(name)
        if region is not None:
            for x, value in zipped(ctx, xs, denote(ctx, region)):
                demand_within(ctx, x, value, name == "inside")


def _meet_in_new(ctx: Context, xs: Sequence[str], found: Sequence[Curve], at: Thing | None) -> bool:
    """`(Prove that) AD, BE, CF meet at a point T ≠ P`, which is new: where the first two meet, and the others pass through it."""
    if not ctx.is_goal or len(found) < 3 or len(xs) != 1 or ctx.is_told(xs[0]):
        return False
    first, second, *rest = sorted(found, key=lambda curve: isinstance(curve, Circle))
    with ctx.as_given():
        meet(ctx, xs, first, second)
        if at is not None:
            at_mods(ctx, at)
    for curve in rest:
        on(ctx, xs[0], curve)
    return True


def _only_place(ctx: Context, at: Thing | None) -> Thing | None:
    """The line of `(prove that they meet at) a point of line AD`, which has no name."""
    if not (ctx.is_goal and isinstance(at, Noun) and at.head == "point" and at.count == 1 and len(at.roles) == 1):
        return None
    ((name, thing),) = at.roles
    if name not in ("of", "on") or at.names or at.mods:
        return None
    ctx.visited.add(id(at))
    return thing


def _only_two_points(at: Thing) -> bool:
    """`(meets ℓ at) two distinct points`, `in six points`, which get no names."""
    return isinstance(at, Noun) and at.head == "point" and at.count > 1 and not (at.names or at.mods or at.roles)


def _cut_inside(ctx: Context, cutting: Sequence[Curve], region: Value) -> None:
    """Lines go through the inside of a triangle: one that is parallel to a side, or through a vertex, has two vertices on its sides."""
    of = region.of if isinstance(region, Region) else region
    for line in cutting:
        if isinstance(line, Line) and isinstance(of, Polygon) and len(of.points) == 3:
            along = line.direction is not None and not line.direction.is_turned and line.direction
            on_it = {along.a, along.b} if along else set(line.points)
            apart = [p for p in of.points if p not in on_it]
            if along and len(apart) == 1:
                apart.append(along.a)
            if len(apart) == 2:
                ctx.demand(OPPOSITE_SIDES, *apart, *ends(ctx, line))
                continue
        ctx.note("that something is cut in its inside is left to the figure")


def _opposite_sides(ctx: Context, thing: Thing | None, cevians: Sequence[Curve]) -> list[tuple[Curve, Value]]:
    """`(the bisectors from A and B meet) the opposite sides`: of each line, that opposite to its vertex."""
    if not (isinstance(thing, Noun) and thing.head == "side" and "opposite" in thing.adjectives and not thing.names):
        return []
    ctx.visit(thing)
    found: list[tuple[Curve, Value]] = []
    for line in cevians:
        corner = next((p for p in line.points if any(p in t.points for t in (*ctx.polygons, *ctx.triangles_seen))), "")
        if not corner:
            raise ctx.unresolved("it isn't clear opposite to what these sides are", "name the sides")
        b, c = (p for p in ctx.triangle(corner) if p != corner)
        found.append((ctx.line(b, c), Part(ctx.line(b, c), "side", b, c)))
    return found


def meeting_points(ctx: Context, at: Thing) -> list[str]:
    """The names of the points in which curves meet."""
    found: list[str] = []
    for item in flat([at]):
        if (isinstance(item, Noun) and item.names and item.head in ("point", "intersection")) or (
            isinstance(item, Run | Modified) and not isinstance(getattr(item, "thing", None), Noun)
        ):
            found += point_names(ctx, item)
        elif isinstance(item, Noun) and item.head == "point" and item.mods:
            x = ctx.fresh("P")
            state_mods(ctx, Run((x,)), [x], item.mods)
            found.append(x)
        else:
            found += points(ctx, item)
    return found


def _has_mods(at: Thing | None) -> bool:
    """Whether more is said of the points in which things meet."""
    items = flat([at]) if at is not None else []
    return any(isinstance(item, Modified) or (isinstance(item, Noun) and bool(item.mods)) for item in items)


def at_mods(ctx: Context, at: Thing) -> None:
    for item in flat([at]):
        if isinstance(item, Noun) and item.names:
            state_mods(ctx, Many(item.names), list(point_names(ctx, item)), item.mods)
        if isinstance(item, Modified):
            state_mods(ctx, item.thing, list(point_names(ctx, item)), item.mods)
        for inner in item.names if isinstance(item, Noun) else ():
            if isinstance(inner, Modified):
                at_mods(ctx, inner)


def _go_around(ctx: Context, one: Part, two: Part) -> bool:
    """Whether AB and CD are extended that are named in the order of the vertices of ABCD: it isn't told where they meet."""
    if not one.kind == two.kind == "extension":
        return False
    for polygon in (*ctx.polygons, *ctx.triangles_seen):
        p = polygon.points
        turned = [p[k:] + p[:k] for k in range(len(p))] if len(p) == 4 else []
        if any((one.a, one.b, two.a, two.b) in (t, t[::-1]) for t in turned):
            ctx.note("on which side of the quadrilateral its sides meet is left to the figure")
            return True
    return False


Meeting = tuple[list[str], tuple[Curve, Value], tuple[Curve, Value]]


def _meetings(
    ctx: Context, xs: list[str], ones: list[tuple[Curve, Value]], others: list[tuple[Curve, Value]]
) -> list[Meeting]:
    """Which points are where which two curves meet."""
    if not others:
        if len(ones) == 2:
            return [(xs, ones[0], ones[1])]
        if len(ones) == 2 * len(xs):
            return [([x], ones[2 * i], ones[2 * i + 1]) for i, x in enumerate(xs)]
        if len(ones) > 2 and len(xs) == 1:
            return [(xs, ones[i], ones[i + 1]) for i in range(len(ones) - 1)]
        raise ctx.fail("it isn't clear what meets where", "write AB meets CD at P")
    count = max(len(ones), len(others))
    if len(ones) not in (1, count) or len(others) not in (1, count):
        raise ctx.fail(f"here are {len(ones)} things on one side and {len(others)} on the other", "list as many")
    share, rest = divmod(len(xs), count)
    if rest or not share:
        if len(xs) == 1:
            return [(xs, ones[i if len(ones) > 1 else 0], others[i if len(others) > 1 else 0]) for i in range(count)]
        raise ctx.fail(f"here are {len(xs)} points for {count} intersections", "list as many")
    return [
        (xs[i * share : (i + 1) * share], ones[i if len(ones) > 1 else 0], others[i if len(others) > 1 else 0])
        for i in range(count)
    ]
