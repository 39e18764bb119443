"""Places: points on, inside and outside of something, figures erected on segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.context import Context
from solver.language.prose.curves import center, curve_of, ends, on
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.polygons import shape
from solver.language.prose.objects import Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.of_sort import circles, pairs
from solver.language.prose.regions import part_condition, place, within
from solver.language.prose.registry import VERBS, verb
from solver.language.prose.rounds import put_inside
from solver.language.prose.spoken_of import one_of
from solver.language.prose.syntax import Clause, Many, Modified, Noun, Pronoun, Run, Thing
from solver.language.prose.things import curves, denote, flat, noun_values, points, state_mods
from solver.language.prose.verbs.being import be
from solver.language.prose.verbs.having import exist
from solver.language.prose.verbs.incidence import pass_one
from solver.language.prose.verbs.order import in_order, together
from solver.language.prose.verbs.roles import indefinite, subject_of
from solver.statements.conditions import BETWEEN, NONCOLLINEAR, OPPOSITE_SIDES, SAME_SIDE, ConditionKind
from solver.statements.predicates import CIRCLE


@verb("lie")
def _lie(ctx: Context, clause: Clause) -> None:
    subject, where = subject_of(ctx, clause), clause.role("on")
    if "ordered" in clause.flags:
        in_order(ctx, points(ctx, subject), where)
    if isinstance(where, Noun) and _on_one(ctx, clause, where):
        return
    values_ = denote(ctx, subject, "point") if _point_like(subject) else denote(ctx, subject)
    region = clause.role("inside")
    if region is not None and values_ and all(isinstance(v, Circle) for v in values_):
        _circles_within(ctx, values_, denote(ctx, region, "circle"))
        return
    if clause.role("outside") is not None and values_ and all(isinstance(v, Polygon) for v in values_):
        VERBS["place"](ctx, replace(clause, verb="place"))  # squares lie outside the triangle
        return
    if any(not isinstance(v, str) for v in values_):
        raise ctx.fail("only points can be said to be somewhere")
    if ctx.is_goal and isinstance(where, Noun) and where.head == "circle" and len(values_) >= 3:
        around = [c for c in circles(ctx, where) if c.center is not None and not c.points]
        if around and around[0].center is not None:
            ctx.say(CIRCLE, around[0].center, *(v for v in values_ if isinstance(v, str)))
            return
    if "not" not in clause.flags:
        _located(ctx, clause, [v for v in values_ if isinstance(v, str)])
    elif where is None:
        turned = {"inside": "outside", "outside": "inside"}
        for name, region in clause.roles:
            if name in turned:
                _located(ctx, replace(clause, roles=((turned[name], region),)), [str(v) for v in values_])
            elif name == "between":
                ctx.visit(region)
                ctx.note("that a point isn't between others is left to the figure")
            elif name != "subject":
                raise ctx.fail("where a point isn't can't be stated here", "say where it is")
    elif where is not None:
        if isinstance(where, Many) and where.is_choice:  # not on AB or CD: on none of them
            ctx.visited.add(id(where))
            where = replace(where, is_choice=False)
        if (
            isinstance(where, Noun)
            and where.head in ("altitude", "median", "bisector")
            and not (where.names or where.roles)
        ):
            ctx.visit(where)
            ctx.note(f"that a point is on no {where.head} is left to the figure")
            return
        for curve, part in curves(ctx, where):
            for x in map(str, values_):
                is_beside = isinstance(part, Part) and part.kind in ("segment", "side") and x in part.line.points
                if isinstance(curve, Line) and not is_beside:
                    ctx.demand(NONCOLLINEAR, x, *ends(ctx, curve))
                else:
                    ctx.note(f"that {x} isn't there is left to the figure")


def _is_spoken_of(xs: Sequence[str], where: Noun) -> bool:
    """Whether `the same circle` is one that was spoken of, as any two or three points lie on some circle."""
    return "same" in where.adjectives and len(xs) < (3 if where.head == "line" else 4)


def _circles_within(ctx: Context, found: Sequence[Value], regions: Sequence[Value]) -> None:
    """Circles inside of polygons or of larger circles."""
    for small, large in zipped(ctx, found, regions):
        assert isinstance(small, Circle)
        if isinstance(large, Polygon):
            within(ctx, center(ctx, small), large, True)
            continue
        if not isinstance(large, Circle):
            raise ctx.fail("no circle can be inside of this", "say what it touches")
        put_inside(ctx, small, large)


@verb("nested")
def _nested(ctx: Context, clause: Clause) -> None:
    """`two circles, one inside the other`: as long as they are alike, it is all the same which."""
    first, second = exactly(ctx, 2, circles(ctx, subject_of(ctx, clause)))
    small = one_of(ctx, clause, (first, second))
    put_inside(ctx, *((first, second) if small is first else (second, first)))


def _on_one(ctx: Context, clause: Clause, where: Noun) -> bool:
    """`A, B, C lie on a line`, `P, B, A, Q lie on their line in this order`; whether it is that."""
    xs = points(ctx, subject_of(ctx, clause)) if _is_one(ctx, where) else []
    if _is_spoken_of(xs, where):
        return False
    if indefinite(where, ("line", "circle")):
        if "not" not in clause.flags:
            together(ctx, xs, where.head)
        elif where.head == "line" and len(xs) == 3:
            ctx.demand(NONCOLLINEAR, *xs)
    elif _is_their_own(where):
        ctx.visit(where)
        known = [set(line.points) for line in ctx.lines] + [set(circle.points) for circle in ctx.circles]
        if not any(set(xs) <= points_ for points_ in known):
            together(ctx, xs, where.head)
    elif ctx.is_goal and _is_any_line(where):
        if len(xs) > 2:
            together(ctx, xs, "line")
        state_mods(ctx, None, [ctx.line(*xs[:2])], where.mods)
    else:
        return False
    return True


def _is_one(ctx: Context, where: Noun) -> bool:
    return indefinite(where, ("line", "circle")) or _is_their_own(where) or (ctx.is_goal and _is_any_line(where))


def _is_their_own(where: Noun) -> bool:
    return where.head in ("line", "circle") and where.article == "its" and not where.roles


def _is_any_line(thing: Thing | None) -> bool:
    """`a line perpendicular to BC`, of which no more is known."""
    return (
        isinstance(thing, Noun) and thing.head == "line" and not thing.names and thing.count == 1
        and thing.article not in ("the", "this", "its") and bool(thing.mods)
    )  # fmt: skip


#: Lines that are drawn from a point or through it.
_DRAWN = ("tangent", "secant", "perpendicular", "parallel", "altitude", "median")


def _place_as(ctx: Context, clause: Clause, subject: Thing, as_what: Thing) -> None:
    """`take H as the reflection of D`, `a circle is drawn on AB as diameter`."""
    base = clause.role("on")
    if isinstance(as_what, Noun) and as_what.head == "diameter" and not as_what.names and base is not None:
        own = replace(as_what, names=(base,), article="its")
        VERBS["have"](ctx, Clause("have", (("subject", subject), ("object", own)), place=clause.place))
        ctx.visit((base, as_what))
        return
    be(ctx, subject, as_what)


@verb("place")
def _place(ctx: Context, clause: Clause) -> None:
    """`points E and F are given on BC`, `a line is drawn through D`."""
    subject, through, as_what = subject_of(ctx, clause), clause.role("through"), clause.role("as")
    outside = clause.role("outside")
    if as_what is not None:
        _place_as(ctx, clause, subject, as_what)
        return
    if len(clause.roles) == 1:
        exist(ctx, clause)
        return
    bearer = ctx.bearer if isinstance(subject, Pronoun) and subject.word == "self" else None
    lines_ = flat([bearer.thing if bearer is not None and bearer.thing is not None else subject])
    drawn = [item for item in lines_ if isinstance(item, Noun) and item.head in _DRAWN]
    is_told = clause.role("to") is not None
    if len(drawn) == len(lines_) and (bearer is None or len(drawn) > 1 or is_told):
        if bearer is not None:
            bearer.is_used = True
        for noun in drawn:
            start = "through" if noun.head in ("perpendicular", "parallel") else "from"
            wanted = {"through": start, "from": start, "to": "to"}
            roles = tuple((wanted[r], t) for r, t in clause.roles if r in wanted and noun.role(wanted[r]) is None)
            noun_values(ctx, replace(noun, roles=(*noun.roles, *roles)), noun.names)
            feet = clause.role("with")
            if isinstance(feet, Noun) and feet.head == "foot" and noun.head == "perpendicular":
                of = replace(noun, names=(), roles=(*noun.roles, *roles))
                noun_values(ctx, replace(feet, roles=(("of", of),)), feet.names)
        return
    starts = points(ctx, through) if through is not None else []
    if (made := _unnamed_on_sides(ctx, clause)) is not None:
        ctx.mention(made)
        return
    bases: list[Value] = []
    if outside is not None and (isinstance(subject, Pronoun) or not _point_like(subject)):
        if (where := clause.role("on")) is not None:
            denote(ctx, where)  # `on the sides of a triangle ABC, outside the triangle`
        bases = denote(ctx, outside)
    found = denote(ctx, subject, "point") if _point_like(subject) else denote(ctx, subject)
    ctx.mention(found)
    if through is not None:
        for value, x in zipped(ctx, found, starts):
            if isinstance(value, str):
                raise ctx.fail("a point passes through nothing")
            pass_one(ctx, value, x)
    elif found and all(isinstance(v, Polygon) for v in found) and clause.role("on") is not None:
        _erected_on(ctx, [v for v in found if isinstance(v, Polygon)], clause)
    elif all(isinstance(v, str) for v in found):
        _located(ctx, clause, [v for v in found if isinstance(v, str)])
    elif outside is not None:
        kind = SAME_SIDE if "inside" in clause.flags else OPPOSITE_SIDES
        for value, other in zipped(ctx, found, bases or denote(ctx, outside)):
            if not (isinstance(value, Polygon) and isinstance(other, Polygon)):
                raise ctx.fail("only points and polygons can be said to be outside")
            _erected(ctx, value, other, kind)
    elif (inside := clause.role("inside")) is not None:
        for value, other in zipped(ctx, found, _regions(ctx, inside)):
            if not isinstance(value, Polygon):
                raise ctx.fail("only points and polygons can be said to be inside")
            for x in value.points:
                if not (isinstance(other, Polygon) and x in other.points):
                    demand_within(ctx, x, other, True)


def _located(ctx: Context, clause: Clause, xs: list[str]) -> None:
    """Where points are: `on`, `inside`, `outside`, `between`."""
    ctx.mention(list(xs))
    if not ctx.is_goal:
        for x in xs:
            ctx.declare(x)
    where = clause.role("on")
    if isinstance(where, Noun) and where.head == "plane":
        of = where.role("of")
        if of is not None:
            denote(ctx, of)
        state_mods(ctx, None, [], where.mods)
    elif isinstance(where, Noun) and where.head == "side" and not where.names and len(xs) > 1:
        sides = [v for v in denote(ctx, where) if isinstance(v, Part)]
        known = [next((s for s in sides if x in s.line.points), None) for x in xs]
        if any(s is None for s in known):
            raise ctx.fail("it isn't said which point is on which side", "write e.g. D, E on sides BC, CA")
        for x, side in zip(xs, known, strict=True):
            if side is not None:
                part_condition(ctx, x, side)
    elif where is not None:
        named_circle = isinstance(where, Pronoun) or (isinstance(where, Run) and len(where.points) == 1)
        values_ = denote(ctx, where, "curve" if named_circle else "any")
        is_one = isinstance(where, Noun) and where.count == 1 and where.article not in ("each", "all")
        if isinstance(where, Noun) and is_one and len(values_) > 1 and len(values_) != len(xs):
            raise ctx.fail(f"it isn't said which {where.head.replace('_', ' ')}", "name it by its ends: AB")
        if len(values_) == 1 and isinstance(values_[0], Polygon):
            _around(ctx, xs, values_[0].points)
        else:
            for x, value in zipped(ctx, xs, values_):
                place(ctx, x, value)
    for name in ("inside", "outside"):
        region = clause.role(name)
        if region is not None:
            for x, value in zipped(ctx, xs, _regions(ctx, region)):
                demand_within(ctx, x, value, name == "inside")
    between = clause.role("between")
    borders = [curve_of(v) for v in denote(ctx, between)] if between is not None else []
    if borders and all(isinstance(c, Line) for c in borders):
        _in_strip(ctx, xs, exactly(ctx, 2, [c for c in borders if isinstance(c, Line)]))
    elif between is not None:
        couple = points(ctx, between)
        for i, x in enumerate(xs):
            a, b = couple if len(couple) == 2 else couple[2 * i : 2 * i + 2]
            line = ctx.line(a, b)
            if x not in line.points:
                on(ctx, x, line)
            ctx.demand(BETWEEN, x, a, b)


def _in_strip(ctx: Context, xs: Sequence[str], sides: Sequence[Line]) -> None:
    """`Between the parallel lines BC and AD`: on the side of each on which the other one is."""
    for one, other in (sides, sides[::-1]):
        shared = [p for p in one.points if p in other.points]
        if shared:
            raise ctx.fail("between lines that meet can't be said", "say inside which angle: inside ∠BAC")
        for x in xs:
            ctx.demand(SAME_SIDE, x, ends(ctx, other)[0], *ends(ctx, one))


def _regions(ctx: Context, thing: Thing) -> Sequence[Value]:
    """Things that something can be inside of; `it` is the last of these that was spoken of."""
    if isinstance(thing, Pronoun) and thing.word == "it":
        for values_ in reversed(ctx.mentioned):
            if len(values_) == 1 and isinstance(values_[0], Circle | Polygon | Corner):
                return values_
    return denote(ctx, thing)


def _erected_on(ctx: Context, found: Sequence[Polygon], clause: Clause) -> None:
    """Polygons on the sides of another one, which they name by their vertices, perhaps on its outside."""
    where, outside, inside = (clause.role(name) for name in ("on", "outside", "inside"))
    assert where is not None
    sides = denote(ctx, where)
    of = where.role("of") if isinstance(where, Noun) else None
    if outside is None and inside is None and not {"outside", "inside"} & clause.flags:
        return
    region = outside or inside
    bases = denote(ctx, region) if region is not None else denote(ctx, of) if of is not None else []
    if not bases:
        bases = [v for v in (latest_base(ctx, sides),) if v is not None]
    for polygon, base in zipped(ctx, found, bases):
        if not isinstance(base, Polygon):
            raise ctx.fail("it isn't clear outside of what this is erected", "write outside triangle ABC")
        is_outside = outside is not None or "outside" in clause.flags
        _erected(ctx, polygon, base, OPPOSITE_SIDES if is_outside else SAME_SIDE)


def _unnamed_on_sides(ctx: Context, clause: Clause) -> list[Value] | None:
    """`squares are erected on the sides AB and BC`: one on each, its vertices named by the reader."""
    subject, where = subject_of(ctx, clause), clause.role("on")
    bearer = ctx.bearer if isinstance(subject, Pronoun) and subject.word == "self" and ctx.selves else None
    noun = bearer.thing if bearer is not None else subject
    if not (isinstance(noun, Noun) and where is not None and not noun.names and noun.count != 1):
        return None
    corners = {"square": 2, "triangle": 1}.get(noun.head, 0)
    if not corners or (noun.head == "triangle" and "equilateral" not in noun.adjectives):
        return None
    if bearer is not None:
        bearer.is_used = True

    def make() -> list[Value]:
        found: list[Value] = []
        with ctx.as_given():
            for a, b in pairs(ctx, where):
                p = (a, b, *(ctx.fresh(letter) for letter in "XY"[:corners]))
                shape(ctx, noun.head, noun.adjectives, p)
                found.append(Polygon(p))
        return found

    made = ctx.made(noun, make)
    ctx.visit(noun)
    _erected_on(ctx, [v for v in made if isinstance(v, Polygon)], clause)
    state_mods(ctx, None, made, noun.mods)
    if bearer is not None:
        bearer.values = made
    return made


def latest_base(ctx: Context, sides: Sequence[Value]) -> Polygon | None:
    """The polygon that was introduced and has these sides."""
    ends_ = {p for v in sides if isinstance(v, Part) for p in (v.a, v.b)}
    return next((p for p in (*ctx.polygons, *ctx.triangles_seen) if ends_ <= set(p.points)), None)


def _erected(ctx: Context, erected: Polygon, base: Polygon, kind: ConditionKind) -> None:
    """A polygon on a side of another one, outside of it or on the same side."""
    side = [p for p in erected.points if p in base.points]
    if len(side) != 2:
        raise ctx.fail("it isn't clear on which side this is erected")
    across = next(p for p in base.points if p not in side)
    for x in erected.points:
        if x not in side:
            ctx.demand(kind, x, across, *side)


def _around(ctx: Context, xs: Sequence[str], polygon: Sequence[str]) -> None:
    """Points on the sides of a polygon, in order: those between two of its vertices are on the side there."""
    known = [i for i, x in enumerate(xs) if x in polygon]
    if not known:
        raise ctx.fail("it isn't said on which sides these points are", "name a side for each: D on BC")
    turned = [*xs[known[0] :], *xs[: known[0]]]
    last = turned[0]
    between: list[str] = []
    for x in (*turned[1:], turned[0]):
        if x not in polygon:
            between.append(x)
            continue
        side = ctx.line(last, x)
        for p in between:
            on(ctx, p, side)
        for a, b, c in zip((last, *between), between, (*between[1:], x), strict=False):
            ctx.demand(BETWEEN, b, a, c)
        last, between = x, []


def _point_like(thing: Thing) -> bool:
    match thing:
        case Run(p):
            return len(p) == 1
        case Many(items):
            return all(map(_point_like, items))
        case Modified(inner):
            return _point_like(inner)
        case Pronoun():
            return True
    return False


def demand_within(ctx: Context, x: str, where: Value, is_inside: bool) -> None:
    if isinstance(where, Corner):
        if is_inside:
            ctx.demand(SAME_SIDE, x, where.a, where.v, where.b)
            ctx.demand(SAME_SIDE, x, where.b, where.v, where.a)
        return
    if isinstance(where, str):
        raise ctx.fail("nothing is inside of a point")
    within(ctx, x, where, is_inside)
