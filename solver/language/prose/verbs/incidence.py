"""Lines and circles through points, and lines through one point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, common_points, ends, meet, on
from solver.language.prose.lists import zipped
from solver.language.prose.nouns.axes import radical_axis
from solver.language.prose.objects import Arc, Circle, Line, Part, Polygon, Value
from solver.language.prose.of_sort import circles
from solver.language.prose.regions import arc_condition, part_condition, within
from solver.language.prose.registry import VERBS, verb
from solver.language.prose.rounds import power
from solver.language.prose.syntax import Clause, Noun
from solver.language.prose.things import curves, denote, points
from solver.language.prose.verbs.being import state_same
from solver.language.prose.verbs.roles import indefinite, other_of, subject_of
from solver.statements.conditions import APART


@verb("contain")
def _contain(ctx: Context, clause: Clause) -> None:
    """`DE contains the incenter`, `triangle ABC contains P`: a line passes through a point, a polygon has it inside."""
    found = denote(ctx, subject_of(ctx, clause))
    if any(isinstance(v, Circle) for v in found):
        raise ctx.fail("it isn't said whether it is on the circle or inside", "write P lies on ω, or P lies inside ω")
    thing = clause.role("object")
    if thing is not None and found and all(isinstance(v, Polygon) for v in found):
        for x in points(ctx, thing):
            for polygon in found:
                within(ctx, x, polygon, True)
        return
    VERBS["pass"](ctx, replace(clause, verb="pass"))


@verb("pass")
def _pass(ctx: Context, clause: Clause) -> None:
    subject, thing = subject_of(ctx, clause), other_of(ctx, clause)
    if thing is None:
        raise ctx.fail("it isn't said through what")
    found = denote(ctx, subject, "curve")
    if (
        ctx.is_goal
        and isinstance(thing, Noun)
        and not thing.names
        and thing.count in (0, 2)
        and thing.head in ("point", "intersection")
    ):
        _have_axis(ctx, [c for v in found for c in [curve_of(ctx, v)] if isinstance(c, Circle)])
        return
    if ctx.is_goal and indefinite(thing, ("point", "intersection")):
        concurrent(ctx, [c for v in found for c in [curve_of(ctx, v)]])
        return
    xs = points(ctx, thing)
    both = len(found) == 2 and all(isinstance(v, Circle) for v in found) and "respectively" not in clause.flags
    if len(found) == len(xs) and len(found) > 1 and not both:
        for value, x in zip(found, xs, strict=True):
            pass_one(ctx, value, x)
        return
    if len(xs) == len(found) + 1 and len(found) > 1 and all(isinstance(v, Line | Part) for v in found):
        for value, x in zip(found, xs, strict=False):  # AD, BE and CF through the vertices of ABC and a point P
            pass_one(ctx, value, x)
            pass_one(ctx, value, xs[-1])
        ctx.mention(found)
        return
    most = 1 if all(isinstance(v, Line | Part) for v in found) else 2  # more points are on one line or circle only
    if len(found) > 1 and len(xs) > most:
        share, rest = divmod(len(xs), len(found))
        if rest:
            raise ctx.fail(f"here are {len(xs)} points for {len(found)} lines or circles", "name each with its points")
        for i, value in enumerate(found):  # circles through A and C, and B and C, respectively
            for x in xs[i * share : (i + 1) * share]:
                pass_one(ctx, value, x)
        return
    for value in found:
        for x in xs:
            pass_one(ctx, value, x)
    ctx.mention(found)


def pass_one(ctx: Context, value: Value, x: str) -> None:
    if isinstance(value, Polygon):
        within(ctx, x, value, True)
        return
    on(ctx, x, curve_of(ctx, value))
    if isinstance(value, Part):
        part_condition(ctx, x, value)
    elif isinstance(value, Arc):
        arc_condition(ctx, x, value)


def curve_of(ctx: Context, value: Value) -> Curve:
    match value:
        case Line() | Circle():
            return value
        case Part(line=line):
            return line
        case Arc(circle=circle):
            return circle
    raise ctx.fail("a line or a circle is needed here")


@verb("joined", "join")
def _join(ctx: Context, clause: Clause) -> None:
    """`the line joining A and B`; `connect PE and PF`, which are mentioned then."""
    if clause.role("subject") is None:
        for thing in (other_of(ctx, clause), clause.role("to")):
            if thing is not None:
                ctx.mention(denote(ctx, thing))
        return
    subject, thing, to = subject_of(ctx, clause), other_of(ctx, clause), clause.role("to")
    firsts = points(ctx, thing) if thing is not None else []
    values = denote(ctx, subject, "line")
    joined: Sequence[Sequence[str]] = [firsts]
    if to is not None:
        joined = zipped(ctx, firsts, points(ctx, to))
    elif len(values) > 1:
        joined = _by_twos(ctx, firsts)
    for value, through in zipped(ctx, values, joined):
        for x in through:
            pass_one(ctx, value, x)


def _by_twos(ctx: Context, listed: Sequence[str]) -> Sequence[tuple[str, str]]:
    """`the segments joining the midpoints of opposite sides`: which points belong together. Raises ParseError."""
    if len(listed) % 2:
        raise ctx.fail(f"{len(listed)} points don't go in pairs", "name each line by two points: AB")
    return list(zip(listed[::2], listed[1::2], strict=True))


@verb("concurrent", "concur")
def _concur(ctx: Context, clause: Clause) -> None:
    found = [c for c, _ in curves(ctx, subject_of(ctx, clause))]
    other, where, at = other_of(ctx, clause), clause.role("on"), clause.role("at")
    if where is None and isinstance(at, Noun) and at.head == "point" and not at.names and len(at.mods) == 1:
        (mod,) = at.mods
        where = mod.role("on") if isinstance(mod, Clause) and mod.verb == "lie" else None  # at a point on BC
        if where is not None:
            ctx.visit(mod)
            at = None
    if other is not None:
        found += [c for c, _ in curves(ctx, other)]
    parts = [v for _, v in curves(ctx, where)] if where is not None else []
    found += [curve_of(ctx, v) for v in parts]
    if at is not None and not indefinite(at, ("point",)):
        for x in points(ctx, at):
            for curve in found:
                on(ctx, x, curve)
        return
    concurrent(ctx, found, parts)


def concurrent(ctx: Context, found: list[Curve], parts: Sequence[Value] = ()) -> None:
    """Their common point gets a name; that the first two meet in it is given. parts: segments, rays and arcs on which it is, too."""
    straight = [c for c in found if isinstance(c, Line)]
    rounds = [c for c in found if isinstance(c, Circle)]
    ordered: list[Curve] = [*straight, *rounds]
    if len(ordered) < 3:
        if ctx.is_goal:
            raise ctx.fail("two lines always meet or are parallel", "name three lines: AD, BE, CF are concurrent")
        return
    first, second, *rest = ordered
    x = ""
    for i, one in enumerate(ordered):
        for two in ordered[:i]:
            shared = common_points(one, two)
            if shared and isinstance(one, Line) and isinstance(two, Line):
                x, rest = shared[0], [c for c in ordered if c is not one and c is not two]
    if not x and not straight:
        shared = common_points(first, second)
        if len(shared) == 1:
            with ctx.as_given():
                x = ctx.fresh("X")
                meet(ctx, [x], first, second)
        elif len(shared) >= 2:
            x = next((p for p in shared if all(p in c.points for c in rest)), shared[0])
    if not x:
        x = ctx.fresh("X")
        with ctx.as_given():
            meet(ctx, [x], first, second)
    for curve in rest:
        on(ctx, x, curve)
    for part in parts:
        if isinstance(part, Part):
            part_condition(ctx, x, part)
        elif isinstance(part, Arc):
            arc_condition(ctx, x, part)
    ctx.mention([x])


def concurrent_elsewhere(ctx: Context, found: Sequence[Curve], known: Sequence[str]) -> None:
    """Circles, and lines perhaps, have a common point other than those that are known: the other one of two of the circles."""
    rounds = [c for c in found if isinstance(c, Circle)]
    if len(rounds) < 2 or len(found) < 3:
        raise ctx.fail(
            "two circles are needed, and something else", "say where the point is: the second intersection of …"
        )
    first, second = rounds[:2]
    x = next((p for p in common_points(first, second) if p not in known), "")
    if not x:
        x = ctx.fresh("X")
        with ctx.as_given():
            meet(ctx, [x], first, second)
            for p in known:
                ctx.demand(APART, x, p)
    for curve in found:
        if curve is not first and curve is not second:
            on(ctx, x, curve)
    ctx.mention([x])


@verb("coaxal")
def _coaxal(ctx: Context, clause: Clause) -> None:
    """All have the radical axis of the first two."""
    other = other_of(ctx, clause)
    _have_axis(ctx, circles(ctx, subject_of(ctx, clause)) + (circles(ctx, other) if other is not None else []))


def _have_axis(ctx: Context, found: Sequence[Circle]) -> None:
    """All have the radical axis of the first two."""
    if len(found) < 3:
        raise ctx.fail("two circles always have a radical axis", "name three circles")
    first, second, *rest = found
    with ctx.as_given():
        axis = radical_axis(ctx, first, second)
        a, b = ends(ctx, axis)

    for circle in rest:
        shared = common_points(first, circle)
        if shared and shared[0] in (a, b):
            on(ctx, a if shared[0] == b else b, circle)
            continue
        power(ctx, a, first, circle)
        power(ctx, b, first, circle)


@verb("coincide")
def _coincide(ctx: Context, clause: Clause) -> None:
    other = other_of(ctx, clause)
    ones = denote(ctx, subject_of(ctx, clause))
    twos = denote(ctx, other) if other is not None else []
    if other is None:
        ones, twos = ones[:1] * (len(ones) - 1), ones[1:]
    for one, two in zipped(ctx, ones, twos):
        state_same(ctx, one, two)


@verb("share")
def _share(ctx: Context, clause: Clause) -> None:
    """`the circles have a common point`."""
    thing = clause.role("object")
    if isinstance(thing, Noun) and thing.head not in ("point", "intersection"):
        VERBS["have"](ctx, replace(clause, verb="have"))
        return
    found = curves(ctx, subject_of(ctx, clause))
    if indefinite(thing, ("point", "intersection")):
        concurrent(ctx, [c for c, _ in found])
        return
    raise ctx.fail("it isn't clear what they share")
