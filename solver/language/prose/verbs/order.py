"""Order and sides: points in order on a line or a circle, on the same side of a line, different from each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from solver.language.atoms import Angle, AngleKind, Length
from solver.language.problem import NOT_STATED
from solver.language.prose.apart import lines_differ
from solver.language.prose.context import Context
from solver.language.prose.curves import crossing, curve_of, ends, on
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.measures import state_chain, values
from solver.language.prose.objects import Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.of_sort import angles
from solver.language.prose.regions import part_condition, place
from solver.language.prose.registry import verb
from solver.language.prose.syntax import AngleSize, Clause, Named, Noun, Run, Thing
from solver.language.prose.things import denote, lines, points
from solver.language.prose.verbs.roles import angle_like, other_of, subject_of
from solver.language.sums import Sum, atom
from solver.statements.conditions import APART, BETWEEN, CONVEX, NONCOLLINEAR, ON_RAY, OPPOSITE_SIDES, SAME_SIDE
from solver.statements.predicates import COLL, CONG, CYCLIC


def in_order(ctx: Context, xs: Sequence[str], where: Thing | None) -> None:
    """Points on a line or a circle that come in this order."""
    on_circle = where is not None and (
        (isinstance(where, Noun) and where.head in ("circle", "circumcircle"))
        or (isinstance(where, Named) and isinstance(ctx.names.get(where.name), Circle))
    )  # fmt: skip
    if isinstance(where, Noun) and where.head in ("boundary", "perimeter"):
        return  # around a polygon: see `_around`
    if where is None and not any(set(xs) <= set(line.points) for line in ctx.lines):
        on_circle = any(set(xs) <= set(circle.points) for circle in ctx.circles)
    if on_circle:
        if len(xs) >= 4:
            ctx.demand(CONVEX, *xs)
        return
    for a, b, c in zip(xs, xs[1:], xs[2:], strict=False):
        ctx.demand(BETWEEN, b, a, c)


@verb("ordered")
def _ordered(ctx: Context, clause: Clause) -> None:
    """Points on a line or a circle, in this order."""
    thing = clause.role("object") or clause.role("subject")
    assert thing is not None
    in_order(ctx, points(ctx, thing), None)


def together(ctx: Context, xs: Sequence[str], head: str) -> None:
    if head == "line":
        if len(xs) < 3:
            raise ctx.fail("two points are always on a line", "name three points")
        ctx.say(COLL, *xs)
        if not ctx.is_goal:
            ctx.mention([ctx.line(xs[0], xs[1])])
    else:
        if len(xs) < 4 and ctx.is_goal:
            raise ctx.fail("three points are always on a circle", "name four points")
        if len(xs) < 4:
            known = ctx.circle(xs) if len(xs) == 3 else Circle(None, list(xs))
            if known not in ctx.circles:
                ctx.circles.append(known)
            for x in xs:
                ctx.declare(x)
            ctx.mention([known])
            return
        ctx.say(CYCLIC, *xs)
        if not ctx.is_goal:
            circle = ctx.circle(xs)
            circle.points += [x for x in xs if x not in circle.points]
            ctx.mention([circle])


@verb("same_side", "opposite_sides", "opposite_side_of")
def _sides(ctx: Context, clause: Clause) -> None:
    of = clause.role("of")
    assert of is not None
    found = denote(ctx, subject_of(ctx, clause))
    if found and all(isinstance(v, Polygon) for v in found):  # squares on the same side of AB
        shapes = [v.points for v in found if isinstance(v, Polygon)]
        line = lines(ctx, of)[0]
        in_line = (s.points for s in ctx.given.premises if s.predicate is COLL)
        aligned = {p for some in in_line if len(set(some) & set(line.points)) > 1 for p in some}
        on_it = {*line.points, *aligned, *(p for k, one in enumerate(shapes) for p in one if p in shapes[k - 1])}
        xs = [next(p for p in one if p not in on_it or len(shapes) == 1) for one in shapes]
    else:
        xs = points(ctx, subject_of(ctx, clause))
    other = clause.role("as")
    is_same = (clause.verb == "same_side") != ("not" in clause.flags)  # not on the same side: on opposite ones
    if "not" in clause.flags and other is None and len(xs) > 2:
        ctx.visit(of)
        ctx.note(NOT_STATED)
        return
    if (
        isinstance(of, Run) and len(of.points) == 1 and of.points[0] not in ctx.names
    ):  # B and C on ℓ on opposite sides of A
        a, b = (xs[0], points(ctx, other)[0]) if other is not None and len(xs) == 1 else exactly(ctx, 2, xs)
        v = points(ctx, of)[0]
        ctx.demand(*((ON_RAY, b, v, a) if is_same else (BETWEEN, v, a, b)))
        return
    line = exactly(ctx, 1, lines(ctx, of))[0]
    ctx.mention([line])
    a, b = ends(ctx, line)
    kind = SAME_SIDE if is_same else OPPOSITE_SIDES
    if other is not None:
        for x, y in zipped(ctx, xs, points(ctx, other)):
            ctx.demand(kind, x, y, a, b)
        return
    if len(xs) < 2:
        raise ctx.fail("it isn't said which other point is meant", "write on the same side of BC as A")
    for x, y in pairwise(xs):
        ctx.demand(kind, x, y, a, b)


@verb("separate")
def _separate(ctx: Context, clause: Clause) -> None:
    """`Line CD separates P and Q`, `separates P from Q`: they are on its two sides."""
    thing, source = other_of(ctx, clause), clause.role("from")
    xs = [p for t in (thing, source) if t is not None for p in points(ctx, t)]
    line = exactly(ctx, 1, lines(ctx, subject_of(ctx, clause)))[0]
    ctx.demand(OPPOSITE_SIDES, *exactly(ctx, 2, xs), *ends(ctx, line))


@verb("divide_into")
def _divide_into(ctx: Context, clause: Clause) -> None:
    """`D divides BC into segments …`: a point is between the ends; of a line it is told elsewhere where it meets the segment."""
    thing = clause.role("object")
    assert thing is not None
    subject = denote(ctx, subject_of(ctx, clause))
    with ctx.other_than(subject):
        parts = denote(ctx, thing, "line")
    given = clause.role("value")
    if given is not None:
        (divider,), (part,) = exactly(ctx, 1, subject), exactly(ctx, 1, parts)
        if not isinstance(part, Part):
            raise ctx.fail("only a segment can be divided here", "name it by its ends: BC")
        _have_lengths(ctx, divider, part, values(ctx, given))
        return
    for x in subject:
        if isinstance(x, str):
            (part,) = exactly(ctx, 1, parts)
            if not isinstance(part, Part):
                raise ctx.fail("only a segment can be divided here", "name it by its ends: BC")
            on(ctx, x, part.line)
            ctx.demand(BETWEEN, x, part.a, part.b)


def _have_lengths(ctx: Context, divider: Value, part: Part, given: Sequence[Sum]) -> None:
    """`(the altitude divides AB) into segments of lengths 4 and 9`: where the ends have names, it is open which comes first."""
    curve = curve_of(divider)
    if isinstance(divider, str):
        x = divider
        place(ctx, x, part)
    elif isinstance(curve, Line):
        x = crossing(ctx, curve, part.line, "D")
        part_condition(ctx, x, part)
    else:
        raise ctx.fail("only a point or a line can divide a segment", "name the point")
    ways = [f"{part.a}{x} and {x}{part.b} have these lengths in the order {n}" for n in ("given", "reversed")]
    is_reversed = not {part.a, part.b} <= ctx.invented and ctx.choose((x, part.a, part.b), ways) == 1
    first, second = exactly(ctx, 2, given)
    for end, length in zip((part.a, part.b), (second, first) if is_reversed else (first, second), strict=True):
        state_chain(ctx, atom(Length.of(end, x)), "=", length)


def _line_of(ctx: Context, value: Value) -> Line:
    curve = curve_of(value)
    if not isinstance(curve, Line):
        raise ctx.fail("only points and lines trisect a segment", "write: D and E trisect BC")
    return curve


@verb("trisect")
def _trisect(ctx: Context, clause: Clause) -> None:
    """`Points D and E trisect BC`: in this order from B to C."""
    thing = other_of(ctx, clause)
    if thing is None:
        raise ctx.fail("it isn't said what is divided", "write: D and E trisect BC")
    if angle_like(thing):
        _trisect_angle(ctx, thing, denote(ctx, subject_of(ctx, clause), "line"))
        return
    (part,) = exactly(ctx, 1, denote(ctx, thing, "line"))
    if not isinstance(part, Part):
        raise ctx.fail("only a segment can be trisected here", "say which angles are equal: ∠BAD = ∠DAE = ∠EAC")
    found = denote(ctx, subject_of(ctx, clause))
    with ctx.as_given():  # DE and BF trisect AC, where they meet it
        x, y = exactly(ctx, 2, [v if isinstance(v, str) else crossing(ctx, _line_of(ctx, v), part.line) for v in found])
    ctx.mention([x, y])
    for p, (a, b) in ((x, (part.a, y)), (y, (x, part.b))):
        on(ctx, p, part.line)
        ctx.say(CONG, a, p, p, b)
        ctx.demand(BETWEEN, p, a, b)


def _trisect_angle(ctx: Context, thing: Thing, dividers: Sequence[Value]) -> None:
    """`Rays AD and AE trisect ∠BAC`, in this order from B to C; of ∠A the order may be the other one."""
    (corner,) = exactly(ctx, 1, angles(ctx, thing))
    if not isinstance(corner, Corner):
        raise ctx.fail("an angle between lines can't be trisected here", "say which angles are equal")
    a, v, b = corner.a, corner.v, corner.b
    d, e = (_beyond(ctx, v, _line_of(ctx, divider)) for divider in exactly(ctx, 2, dividers))
    is_in_full = isinstance(thing, AngleSize) and isinstance(thing.things[0], Run) and len(thing.things[0].points) == 3
    if not is_in_full:
        ways = [f"{v}{first} is the one of the trisectors that is closer to {v}{a}" for first in (d, e)]
        d, e = (d, e) if ctx.choose(("trisect", a, v, b), ways) == 0 else (e, d)
    sizes = [atom(Angle(v, one, v, other, AngleKind.SIZE)) for one, other in pairwise((a, d, e, b))]
    for one, other in pairwise(sizes):
        state_chain(ctx, one, "=", other)
    for x in (d, e):
        ctx.demand(SAME_SIDE, x, a, v, b)
        ctx.demand(SAME_SIDE, x, b, v, a)


def _beyond(ctx: Context, v: str, line: Line) -> str:
    """A point of a line through v besides it. Raises ParseError."""
    x, y = ends(ctx, line)
    if v not in line.points:
        raise ctx.fail(f"this line doesn't pass through {v}", f"name lines through {v}")
    return next(p for p in (x, y) if p != v)


@verb("collinear", "concyclic")
def _aligned(ctx: Context, clause: Clause) -> None:
    other = other_of(ctx, clause)
    xs = points(ctx, subject_of(ctx, clause)) + (points(ctx, other) if other is not None else [])
    if "not" in clause.flags:
        if clause.verb == "collinear" and len(xs) == 3:
            ctx.demand(NONCOLLINEAR, *xs)
        return
    half = len(xs) // 2
    if len(xs) == 2 * half and (
        "both" in clause.flags or len(set(xs)) < len(xs)
    ):  # A, B, C, D and A, E, F, G are both concyclic
        groups = [xs[:half], xs[half:]]
    else:
        groups = [xs]
    for group in groups:
        together(ctx, group, "line" if clause.verb == "collinear" else "circle")
        if "ordered" in clause.flags and clause.verb == "collinear":
            in_order(ctx, group, None)
        elif "ordered" in clause.flags:
            ctx.demand(CONVEX, *group)


@verb("different")
def _different(ctx: Context, clause: Clause) -> None:
    thing = other_of(ctx, clause)
    if "not" in clause.flags:
        raise ctx.fail("that things aren't different can't be said", "say that they are the same: P = Q")
    first = denote(ctx, subject_of(ctx, clause), "any")
    if thing is None:
        pairs_ = [(a, b) for i, b in enumerate(first) for a in first[:i]]
    else:
        others = denote(ctx, thing, "any")
        pairs_ = (
            [(a, b) for a in first for b in others]
            if 1 in (len(first), len(others)) or len(first) != len(others)
            else list(zip(first, others, strict=True))
        )
    for a, b in pairs_:
        if isinstance(a, str) != isinstance(b, str):
            raise ctx.fail("a point and a line or circle are always different", "say which points are different")
        if isinstance(a, str) and isinstance(b, str) and a != b:
            ctx.demand(APART, a, b)
        if not isinstance(a, str) and curve_of(a) is None:
            ctx.note(NOT_STATED)  # the angles at B and C are unequal
        if {type(curve_of(a)), type(curve_of(b))} == {Line, Circle}:
            raise ctx.fail("a line and a circle are always different", "say which lines are different")
        if isinstance(one := curve_of(a), Line) and isinstance(other := curve_of(b), Line) and one is not other:
            ctx.later(partial(lines_differ, ctx, one, other))
