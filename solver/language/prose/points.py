"""Points by what they are: midpoints, centers, feet, reflections, intersections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import (
    Curve,
    arc_condition,
    center,
    circle_key,
    common_points,
    crossing,
    curve_of,
    ends,
    foot,
    meet,
    midpoint,
    on,
    part_condition,
    place,
    power,
    put_between,
    set_center,
    touch_at,
    within,
)
from solver.language.prose.objects import Arc, Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.registry import POINT_NOUNS, Definition, PointNoun, point_noun
from solver.language.prose.syntax import Noun, Pronoun, Run, Thing
from solver.language.prose.things import (
    angles,
    circle_through,
    circles,
    curves,
    denote,
    exactly,
    latest,
    lines,
    pairs,
    point_names,
    points,
    polygons,
    triangles,
    zipped,
)
from solver.statements.conditions import APART, INSIDE, OPPOSITE_SIDES, SAME_SIDE
from solver.statements.predicates import CIRCLE, COLL, CONG, EQANGLE, EQRATIO, MIDP, PERP

Triangle = tuple[str, str, str]


@point_noun("point")
def _point(ctx: Context, noun: Noun) -> Sequence[Definition]:
    """A point of which only its name and modifiers say anything."""
    if not noun.names and noun.article in ("the", "this") and not noun.mods:
        last = latest(ctx, "point")
        assert isinstance(last, str)
        ctx.known["same", last] = last
        return [Definition(("same", last), last, ctx.declare)]
    of = noun.role("of")
    if of is not None and ("internal" in noun.adjectives or "external" in noun.adjectives):
        is_inside = "internal" in noun.adjectives
        return _points_in(ctx, noun, denote(ctx, of), partial(_within_part, ctx, is_inside))
    if of is not None:
        found = denote(ctx, of, "curve")
        if any(curve_of(value) is None for value in found):
            raise ctx.fail("it isn't clear what a point of this is", "say where it is: on BC, inside ABC")
        return _points_in(ctx, noun, found, partial(_on_part, ctx))
    return [Definition(("point", ctx.count(), i), "P", ctx.declare) for i in range(max(noun.count, 1))]


def _points_in(
    ctx: Context, noun: Noun, places: Sequence[Value], put: Callable[[Value, str], None]
) -> Sequence[Definition]:
    """Points of one thing, or one of each."""
    rows = zipped(ctx, range(max(noun.count, len(places), 1)), places)
    return [Definition(("point", ctx.count(), i), "P", partial(put, value)) for i, value in rows]


def _within_part(ctx: Context, is_inside: bool, region: Value, x: str) -> None:
    ctx.declare(x)
    if isinstance(region, Part):
        place(ctx, x, Part(region.line, "segment", region.a, region.b))
    else:
        within(ctx, x, region, is_inside)


def _on_part(ctx: Context, curve: Value, x: str) -> None:
    place(ctx, x, curve)


@point_noun("midpoint")
def _midpoint(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if of is None and noun.article != "its":
        raise ctx.fail("it isn't said what this is the midpoint of", "write midpoint of AB")
    found: list[Definition] = []
    for value in denote(ctx, of or Pronoun("it"), "line"):
        if isinstance(value, Arc):
            found.append(_arc_midpoint(ctx, value))
        else:
            a, b = (
                (value.a, value.b)
                if isinstance(value, Part)
                else ends(ctx, value)
                if isinstance(value, Line)
                else ("", "")
            )
            if not a:
                raise ctx.fail("only a segment or an arc has a midpoint", "write midpoint of AB")
            found.append(_middle(ctx, a, b))
    return found


def _middle(ctx: Context, a: str, b: str) -> Definition:
    def define(x: str) -> None:
        put_between(ctx, x, a, b)

    return Definition(("midpoint", frozenset((a, b))), "M", define, lambda x: ctx.say(MIDP, x, a, b))


def _arc_midpoint(ctx: Context, arc: Arc) -> Definition:
    def define(x: str) -> None:
        on(ctx, x, arc.circle)
        ctx.say(CONG, x, arc.a, x, arc.b)
        arc_condition(ctx, x, arc)

    side = arc.containing or arc.without or arc.size
    key = (
        "arc midpoint",
        frozenset((arc.a, arc.b)),
        circle_key(ctx, arc.circle),
        "in" if arc.containing else "out",
        side,
    )
    return Definition(key, "M", define)


Said = Callable[[Context, str, Triangle], None]


def _of_triangle(letter: str, say: Said, claim: Said | None = None) -> PointNoun:
    """A center of triangles, by what it says of the point and the triangle."""

    def make(ctx: Context, noun: Noun) -> Sequence[Definition]:
        if noun.head in _CIRCLES and (many := _many_sided(ctx, noun)):
            wanted = Noun("center", roles=(("of", Noun(_CIRCLES[noun.head], roles=(("of", Run(many)),))),))
            return POINT_NOUNS["center"](ctx, replace(wanted, names=noun.names))

        def center_of(t: Triangle) -> Definition:
            key = (noun.head, frozenset(t))
            claimed = None if claim is None else lambda x: claim(ctx, x, t)
            return Definition(key, letter, lambda x: say(ctx, x, t), claimed)

        return [center_of(t) for t in triangles(ctx, noun.role("of"))]

    return make


#: Centers that polygons have, too, and the circles that they are the centers of.
_CIRCLES = {"incenter": "incircle", "circumcenter": "circumcircle"}


def _many_sided(ctx: Context, noun: Noun) -> tuple[str, ...]:
    """The vertices of what a center is of, where it is no triangle."""
    of = noun.role("of")
    found = polygons(ctx, of) if of is not None else []
    return found[0] if len(found) == 1 and len(found[0]) > 3 else ()


def _incenter(ctx: Context, x: str, t: Triangle) -> None:
    _bisected(ctx, x, t)
    ctx.demand(INSIDE, x, *t)


def _bisected(ctx: Context, x: str, t: Triangle) -> None:
    a, b, c = t
    ctx.say(EQANGLE, a, b, a, x, a, x, a, c)
    ctx.say(EQANGLE, c, a, c, x, c, x, c, b)
    ctx.say(EQANGLE, b, c, b, x, b, x, b, a)


def _orthocenter(ctx: Context, x: str, t: Triangle) -> None:
    a, b, c = t
    ctx.say(PERP, x, a, b, c)
    ctx.say(PERP, x, b, c, a)
    ctx.say(PERP, x, c, a, b)


def define_orthocenter(ctx: Context, t: Triangle, x: str) -> None:
    _orthocenter(ctx, x, t)


def _is_orthocenter(ctx: Context, x: str, t: Triangle) -> None:
    a, b, c = t
    ctx.say(PERP, x, a, b, c)
    ctx.say(PERP, x, b, c, a)


def _circumcenter(ctx: Context, x: str, t: Triangle) -> None:
    a, b, c = t
    ctx.say(CONG, x, a, x, b)
    ctx.say(CONG, x, b, x, c)


def _centroid(ctx: Context, x: str, t: Triangle) -> None:
    a, b, c = t
    for v, p, q in ((a, b, c), (b, c, a), (c, a, b)):
        with ctx.as_given():
            m = midpoint(ctx, p, q)
        ctx.say(COLL, x, v, m)


def _middles(ctx: Context, t: Triangle) -> tuple[str, str, str]:
    a, b, c = t
    return midpoint(ctx, b, c), midpoint(ctx, c, a), midpoint(ctx, a, b)


def _ninepoint(ctx: Context, x: str, t: Triangle) -> None:
    with ctx.as_given():
        d, e, f = _middles(ctx, t)
    ctx.say(CONG, x, d, x, e)
    ctx.say(CONG, x, e, x, f)


def define_incenter(ctx: Context, t: Triangle, x: str) -> None:
    _incenter(ctx, x, t)


def incenter(ctx: Context, t: Triangle) -> str:
    return ctx.point(("incenter", frozenset(t)), "I", lambda x: _incenter(ctx, x, t))


def excenter(ctx: Context, v: str, t: Triangle) -> str:
    return ctx.point(("excenter", v, frozenset(t)), "J", lambda x: _excenter(ctx, x, v, t))


def define_excenter(ctx: Context, v: str, t: Triangle, x: str) -> None:
    _excenter(ctx, x, v, t)


def _excenter(ctx: Context, x: str, v: str, t: Triangle) -> None:
    a, b, c = turned(ctx, t, v)
    _bisected(ctx, x, t)
    ctx.demand(OPPOSITE_SIDES, x, a, b, c)
    ctx.demand(SAME_SIDE, x, b, a, c)
    ctx.demand(SAME_SIDE, x, c, a, b)


def turned(ctx: Context, t: Triangle, v: str) -> Triangle:
    if v not in t:
        raise ctx.fail(f"{v} is no vertex of {''.join(t)}", "name one of its vertices")
    k = t.index(v)
    return t[k], t[(k + 1) % 3], t[(k + 2) % 3]


def _gergonne(ctx: Context, x: str, t: Triangle) -> None:
    with ctx.as_given():
        i = incenter(ctx, t)
        touches = [foot(ctx, i, ctx.line(p, q)) for p, q in ((t[1], t[2]), (t[2], t[0]), (t[0], t[1]))]
    for v, d in zip(t, touches, strict=True):
        ctx.say(COLL, x, v, d)


def _nagel(ctx: Context, x: str, t: Triangle) -> None:
    for v in t:
        a, b, c = turned(ctx, t, v)
        with ctx.as_given():
            d = foot(ctx, excenter(ctx, a, t), ctx.line(b, c))
        ctx.say(COLL, x, a, d)


def _lemoine(ctx: Context, x: str, t: Triangle) -> None:
    for v in t:
        a, b, c = turned(ctx, t, v)
        with ctx.as_given():
            m = midpoint(ctx, b, c)
        ctx.say(EQANGLE, a, b, a, m, a, x, a, c)


def _feuerbach(ctx: Context, x: str, t: Triangle) -> None:
    """Where the nine-point circle touches the incircle: on both, and on the line of their centers."""
    with ctx.as_given():
        m, *_ = _middles(ctx, t)
        i = incenter(ctx, t)
        o = ctx.point(("ninepoint_center", frozenset(t)), "N", lambda y: _ninepoint(ctx, y, t))
        d = foot(ctx, i, ctx.line(t[1], t[2]))
    ctx.say(COLL, x, i, o)
    ctx.say(CONG, i, x, i, d)
    ctx.say(CONG, o, x, o, m)


def _fermat(ctx: Context, x: str, t: Triangle) -> None:
    raise ctx.fail("the Fermat point can't be said yet", "write ∠APB = ∠BPC = ∠CPA = 120°")


point_noun("circumcenter")(_of_triangle("O", _circumcenter, lambda ctx, x, t: ctx.say(CIRCLE, x, *t)))
point_noun("incenter")(_of_triangle("I", _incenter))
point_noun("orthocenter")(_of_triangle("H", _orthocenter, _is_orthocenter))
point_noun("centroid")(_of_triangle("G", _centroid))
point_noun("ninepoint_center")(_of_triangle("N", _ninepoint))
point_noun("gergonne")(_of_triangle("G", _gergonne))
point_noun("nagel")(_of_triangle("N", _nagel))
point_noun("lemoine")(_of_triangle("L", _lemoine))
point_noun("feuerbach")(_of_triangle("F", _feuerbach))
point_noun("fermat")(_of_triangle("F", _fermat))


@point_noun("excenter")
def _excenters(ctx: Context, noun: Noun) -> Sequence[Definition]:
    vertex = noun.role("vertex")
    of = triangles(ctx, noun.role("of"), "")
    if vertex is not None:
        corners = vertices(ctx, vertex)
    elif noun.count in (0, 3):
        corners = list(of[0])
    else:
        raise ctx.fail("it isn't said which excenter", "write A-excenter of triangle ABC")
    found = []
    for v, t in zipped(ctx, corners, of):
        found.append(Definition(("excenter", v, frozenset(t)), "J", partial(define_excenter, ctx, v, t)))
    return found


def vertices(ctx: Context, thing: Thing) -> list[str]:
    return points(ctx, thing)


@point_noun("foot")
def _foot(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, source, to = noun.role("of"), noun.role("from"), noun.role("to")
    if (
        isinstance(of, Noun)
        and of.head == "perpendicular"
        and of.article in ("the", "this")
        and not of.roles
        and not to
    ):
        drawn = [v for v in denote(ctx, of, "line") if isinstance(v, Line) and v.points and v.dropped_to is not None]
        if drawn:
            return [_foot_of(ctx, v.points[0], v.dropped_to) for v in drawn if v.dropped_to is not None]
    if isinstance(of, Noun) and of.head in ("altitude", "perpendicular"):
        source = source or of.role("from") or of.role("through")
        to = to or of.role("to")
        vertex = of.role("vertex")
        if of.head == "altitude" or (to is None and of.role("of") is not None):
            named = [p for n in of.names for p in point_names(ctx, n)]
            corners = (
                points(ctx, source)
                if source is not None
                else vertices(ctx, vertex)
                if vertex is not None
                else named[:1]
            )
            if not corners:
                corners = list(exactly(ctx, 1, triangles(ctx, of.role("of")))[0])
            if to is None:
                found = []
                for v, t in zipped(ctx, corners, triangles(ctx, of.role("of"), corners[0])):
                    a, b, c = turned(ctx, t, v)
                    found.append(_foot_of(ctx, a, ctx.line(b, c)))
                return found
            return [_foot_of(ctx, v, line) for v, line in zipped(ctx, corners, lines(ctx, to))]
    if of is not None and (source is None) and not (isinstance(of, Noun) and of.head in ("perpendicular", "altitude")):
        if isinstance(of, Noun) and of.head in ("bisector", "median", "symmedian", "cevian"):
            found = []
            for value in denote(ctx, of, "line"):
                line = value.line if isinstance(value, Part) else value
                assert isinstance(line, Line)
                v = line.points[0]
                side = exactly(ctx, 1, lines(ctx, to))[0] if to is not None else _opposite(ctx, v)
                found.append(_crossing_of(ctx, line, side))
            return found
        source = of
    if source is None or to is None:
        raise ctx.fail("it isn't said what this is the foot of", "write foot of the perpendicular from A to BC")
    return _feet(ctx, points(ctx, source), lines(ctx, to))


def _feet(ctx: Context, starts: Sequence[str], straight: Sequence[Line]) -> list[Definition]:
    """Side by side; `from P and Q to the sides` are from each to each."""
    if 1 < len(starts) != len(straight) > 1:
        return [_foot_of(ctx, a, line) for a in starts for line in straight]
    return [_foot_of(ctx, a, line) for a, line in zipped(ctx, starts, straight)]


def _opposite(ctx: Context, v: str) -> Line:
    _, b, c = turned(ctx, ctx.triangle(v), v)
    return ctx.line(b, c)


def _foot_of(ctx: Context, a: str, line: Line) -> Definition:
    p, q = ends(ctx, line)

    def define(x: str) -> None:
        on(ctx, x, line)
        if x != a:
            ctx.say(PERP, x, a, p, q)

    return Definition(("foot", a, frozenset((p, q))), "D", define)


def _crossing_of(ctx: Context, first: Curve, second: Curve) -> Definition:
    return Definition(("crossing", *sorted((id(first), id(second)))), "P", lambda x: meet(ctx, [x], first, second))


def _own(noun: Noun) -> Thing | None:
    """What the noun is of: `its projections` are of the point that was spoken of."""
    return Pronoun("it") if noun.article == "its" and noun.role("of") is None else noun.role("of")


@point_noun("reflection")
def _reflection(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, mirror = _own(noun), noun.role("in")
    if of is None or mirror is None:
        raise ctx.fail("a reflection is of a point, in a point or a line", "write reflection of A in BC")
    xs, mirrors = points(ctx, of), denote(ctx, mirror)
    if 1 < len(xs) != len(mirrors) > 1:
        return [reflect(ctx, a, m) for a in xs for m in mirrors]
    return [reflect(ctx, a, m) for a, m in zipped(ctx, xs, mirrors)]


@point_noun("projection")
def _projection(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, to = _own(noun), noun.role("to")
    if of is None or to is None:
        raise ctx.fail("it isn't said of what and onto what this is the projection", "write projection of A onto BC")
    return _feet(ctx, points(ctx, of), lines(ctx, to))


def reflect(ctx: Context, a: str, mirror: Value) -> Definition:
    """The reflection of a point in a point or line."""
    if isinstance(mirror, str):
        m = mirror

        def through(x: str) -> None:
            ctx.say(COLL, x, a, m)
            ctx.say(CONG, m, a, m, x)

        return Definition(("reflection", a, m), f"{a[0]}", through)
    line = mirror.line if isinstance(mirror, Part) else mirror
    if not isinstance(line, Line):
        raise ctx.fail("a reflection is in a point or a line", "write reflection of A in BC")
    p, q = ends(ctx, line)

    def across(x: str) -> None:
        ctx.say(CONG, p, a, p, x)
        ctx.say(CONG, q, a, q, x)
        ctx.say(PERP, p, q, a, x)

    return Definition(("reflection", a, frozenset((p, q))), f"{a[0]}", across)


@point_noun("intersection")
def _intersection(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, other = noun.role("of"), noun.role("with")
    if of is None:
        firsts = _latest_curves(ctx)
    else:
        firsts = curves(ctx, of)
    if other is None and len(firsts) == 1 and isinstance(of, Noun) and of.head in ("triangle",):
        raise ctx.fail("it isn't said of what this is the intersection", "write intersection of AB and CD")
    if other is not None:
        couples = zipped(ctx, firsts, curves(ctx, other))
    elif len(firsts) >= 2 and len(firsts) % 2 == 0:
        couples = (
            [(firsts[0], firsts[1])]
            if len(firsts) == 2
            else [(firsts[i], firsts[i + 1]) for i in range(0, len(firsts), 2)]
        )
    elif len(firsts) == 3:
        couples = [(firsts[0], firsts[1])]
        ctx.note("the three lines are taken to meet in one point")
    else:
        raise ctx.fail("two things are needed for an intersection", "write intersection of AB and CD")
    found: list[Definition] = []
    for (first, one), (second, two) in couples:
        found.append(_meeting(ctx, first, one, second, two))
    is_plural = noun.count == 0 and not all(isinstance(c, Line) for c, _ in couples[0])
    if len(couples) == 1 and (noun.count == 2 or is_plural):
        (first, one), (second, two) = couples[0]
        again = _meeting(ctx, first, one, second, two)
        found.append(Definition((*again.key, "other"), again.letter, again.define))
    return found


def _latest_curves(ctx: Context) -> list[tuple[Curve, Value]]:
    """The two lines or circles, or more, that were spoken of last: `their intersection`."""
    for values in reversed(ctx.mentioned):
        found = [(c, v) for v in values if (c := curve_of(v)) is not None]
        if len(found) >= 2:
            return found
    raise ctx.unresolved("it isn't said of what this is the intersection", "write intersection of AB and CD")


def _meeting(ctx: Context, first: Curve, one: Value, second: Curve, two: Value) -> Definition:
    def define(x: str) -> None:
        meet(ctx, [x], first, second)
        for part in (one, two):
            if isinstance(part, Part):
                part_condition(ctx, x, part)
            elif isinstance(part, Arc):
                arc_condition(ctx, x, part)

    def names(curve: Curve) -> object:
        if isinstance(curve, Line) and len(curve.points) >= 2:
            return frozenset(curve.points[:2])
        return id(curve)

    is_one = isinstance(first, Line) and isinstance(second, Line)
    shared = common_points(first, second)
    key: tuple[object, ...] = ("crossing", frozenset((names(first), names(second))))
    if not is_one:
        key = (*key, len(shared))
    return Definition(key, "P", define)


@point_noun("touchpoint")
def _touchpoint(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, other = noun.role("of"), noun.role("with")
    if of is None:
        raise ctx.fail("it isn't said where what touches", "write tangency point of ω with BC")
    found = curves(ctx, of)
    if other is not None:
        couples = zipped(ctx, found, curves(ctx, other))
    else:
        rounds = [c for c in found if isinstance(c[0], Circle)]
        straight = [c for c in found if isinstance(c[0], Line)]
        if len(rounds) == 2 and not straight:
            couples = [(rounds[0], rounds[1])]
        else:
            couples = zipped(ctx, rounds, straight) if straight and rounds else []
    if not couples:
        raise ctx.fail("a circle and a line are needed", "write tangency point of ω with BC")
    return [_contact(ctx, first, second) for (first, _), (second, _) in couples]


def _contact(ctx: Context, first: Curve, second: Curve) -> Definition:
    from solver.language.prose.curves import touch_circles

    if isinstance(first, Line) and isinstance(second, Circle):
        first, second = second, first
    if isinstance(first, Circle) and isinstance(second, Line):
        circle, line = first, second
        if circle.center is not None:
            return _foot_of(ctx, circle.center, line)
        return Definition(("touch", id(circle), id(line)), "T", lambda x: touch_at(ctx, line, circle, x))
    assert isinstance(first, Circle) and isinstance(second, Circle)
    one, two = first, second
    return Definition(("touch", id(one), id(two)), "T", lambda x: touch_circles(ctx, one, two, x))


@point_noun("antipode")
def _antipode(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, where = noun.role("of"), noun.role("in")
    if of is None:
        raise ctx.fail("it isn't said of which point this is the antipode", "write antipode of A in ω")
    rounds = circles(ctx, where) if where is not None else None
    found = []
    for i, a in enumerate(points(ctx, of)):
        if rounds is not None:
            circle = rounds[i if len(rounds) > 1 else 0]
        else:
            circle = circle_through(ctx, a) or ctx.circle(ctx.triangle(a))
        found.append(Definition(("antipode", a, id(circle)), a[0], partial(_define_antipode, ctx, a, circle)))
    return found


def _define_antipode(ctx: Context, a: str, circle: Circle, x: str) -> None:
    antipodal(ctx, x, a, circle)


def antipodal(ctx: Context, x: str, a: str, circle: Circle) -> None:
    """x and a are ends of a diameter."""
    if not (ctx.is_goal and a in circle.points):
        on(ctx, a, circle)
    others = [p for p in circle.points if p not in (a, x)]
    if not circle.points and not ctx.is_goal:
        circle.points.append(a)
    if circle.center is None and circle.diameter is None and len(others) >= 2:
        for p in others[:2]:
            ctx.say(PERP, p, x, p, a)
        if not ctx.is_goal and x not in circle.points:
            circle.points.append(x)
        return
    o = center(ctx, circle)
    if x not in circle.points:
        ctx.say(COLL, x, o, a)
        ctx.say(CONG, o, x, o, a)
        if not ctx.is_goal:
            circle.points.append(x)
    else:
        ctx.say(COLL, x, o, a)


#: The centers of circles that are known by what they are.
_CENTERS = {
    "incircle": "incenter",
    "circumcircle": "circumcenter",
    "excircle": "excenter",
    "ninepoint_circle": "ninepoint_center",
}


@point_noun("center")
def _center(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if isinstance(of, Noun) and not of.names and not of.mods and of.head in _CENTERS and not _many_sided(ctx, of):
        head = _CENTERS[of.head]
        return POINT_NOUNS[head](ctx, replace(of, head=head, mods=()))
    found = []
    if of is None and noun.article == "its" and (shapes := _latest_shapes(ctx)):
        values: list[Value] = shapes
    elif of is None:
        last = latest(ctx, "circle")
        values = [last]
    else:
        values = denote(ctx, of, "circle")
    for value in values:
        if isinstance(value, Polygon) and len(value.points) >= 4:
            p = value.points
            if len(p) == 4 and not any(set(p) <= set(c.points) for c in ctx.circles):
                found.append(
                    Definition(
                        ("crossing", frozenset((frozenset(p[::2]), frozenset(p[1::2])))),
                        "O",
                        partial(_diagonals_meet, ctx, p),
                    )
                )
                continue
            circle = ctx.circle(p)
        elif isinstance(value, Polygon) and _is_equilateral(ctx, value.points):
            circle = ctx.circle(value.points)
        elif isinstance(value, Polygon):
            raise ctx.fail(
                "a triangle has several centers",
                "write circumcenter, incenter, centroid or orthocenter of the triangle",
            )
        elif isinstance(value, Arc):
            circle = value.circle
        elif isinstance(value, Part) and value.kind == "segment":
            found.append(_middle(ctx, value.a, value.b))
            continue
        elif isinstance(value, Circle):
            circle = value
        else:
            raise ctx.fail("only a circle has a center", "write center of circle (ABC)")
        if circle.center is not None:
            key: tuple[object, ...] = ("center", circle.center)
            ctx.known.setdefault(key, circle.center)
        elif len(circle.points) >= 3 and circle.diameter is None:
            key = ("circumcenter", frozenset(circle.points[:3]))
        elif circle.diameter is not None:
            key = ("midpoint", frozenset(circle.diameter))
        else:
            key = ("center of", id(circle))
        found.append(Definition(key, "O", partial(set_center, ctx, circle)))
    return found


def _latest_shapes(ctx: Context) -> list[Value]:
    """The polygons or circles that were spoken of last."""
    for values in reversed(ctx.mentioned):
        if values and all(isinstance(v, Polygon | Circle) for v in values):
            return values
    return []


def _is_equilateral(ctx: Context, p: Sequence[str]) -> bool:
    """Whether a triangle was said to be so."""
    a, b, c = p
    said = {
        frozenset((frozenset(s.points[:2]), frozenset(s.points[2:]))) for s in ctx.given.premises if s.predicate is CONG
    }
    sides = (frozenset((a, b)), frozenset((b, c)), frozenset((c, a)))
    return sum(frozenset((sides[k], sides[k - 1])) in said for k in range(3)) >= 2


def _diagonals_meet(ctx: Context, p: Sequence[str], x: str) -> None:
    meet(ctx, [x], ctx.line(p[0], p[2]), ctx.line(p[1], p[3]))


@point_noun("vertex")
def _vertex(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if noun.names:
        if of is not None:
            denote(ctx, of)
        return [Definition(("vertex", p), p, ctx.declare) for p in point_names(ctx, noun)]
    if isinstance(of, Noun) and of.head == "angle":
        found: tuple[str, ...] = tuple(c.v for c in angles(ctx, of) if isinstance(c, Corner))
    elif of is not None:
        (found,) = exactly(ctx, 1, polygons(ctx, of))
    elif noun.article in ("its", "whose"):
        found = latest_vertices(ctx)
    else:
        found = ctx.triangle()
    for p in found:
        ctx.known.setdefault(("vertex", p), p)
    return [Definition(("vertex", p), p, ctx.declare) for p in found]


def latest_vertices(ctx: Context) -> tuple[str, ...]:
    """The vertices of the polygon that was spoken of last. Raises ParseError."""
    value = latest(ctx, "polygon")
    assert isinstance(value, Polygon)
    return value.points


@point_noun("isogonal_conjugate")
def _isogonal(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = _own(noun)
    if of is None:
        raise ctx.fail("it isn't said of which point", "write isogonal conjugate of P in triangle ABC")
    found = []
    for p, t in zipped(ctx, points(ctx, of), triangles(ctx, noun.role("in"))):

        def define(x: str, p: str = p, t: Triangle = t) -> None:
            a, b, c = t
            ctx.say(EQANGLE, a, b, a, p, a, x, a, c)
            ctx.say(EQANGLE, b, c, b, p, b, x, b, a)
            ctx.say(EQANGLE, c, a, c, p, c, x, c, b)

        found.append(Definition(("isogonal", p, frozenset(t)), "Q", define))
    return found


@point_noun("inverse")
def _inverse(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, where = noun.role("of"), noun.role("in")
    if of is None or where is None:
        raise ctx.fail("an inverse is of a point in a circle", "write inverse of P in ω")
    found = []
    for p, circle in zipped(ctx, points(ctx, of), circles(ctx, where)):
        assert isinstance(circle, Circle) and isinstance(p, str)
        found.append(Definition(("inverse", p, id(circle)), p[0], partial(define_inverse, ctx, p, circle)))
    return found


def define_inverse(ctx: Context, p: str, circle: Circle, x: str) -> None:
    inverse(ctx, x, p, circle)


def inverse(ctx: Context, x: str, p: str, circle: Circle) -> None:

    from solver.statements.conditions import ON_RAY

    o = center(ctx, circle)
    a = circle.points[0]
    ctx.say(COLL, x, o, p)
    ctx.say(EQRATIO, o, x, o, a, o, a, o, p)
    ctx.demand(ON_RAY, x, o, p)


@point_noun("radical_center")
def _radical_center(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if of is None:
        raise ctx.fail("it isn't said of which circles", "write radical center of ω1, ω2 and ω3")
    three = circles(ctx, of)
    if len(three) % 3:
        raise ctx.fail("a radical center is of three circles", "name three circles")
    found = []
    for i in range(0, len(three), 3):
        first, second, third = three[i : i + 3]

        def define(x: str, first: Circle = first, second: Circle = second, third: Circle = third) -> None:
            power(ctx, x, first, second)
            power(ctx, x, second, third)

        found.append(Definition(("radical", id(first), id(second), id(third)), "R", define))
    return found


@point_noun("pole")
def _pole(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, where = noun.role("of"), noun.role("in")
    if of is None or where is None:
        raise ctx.fail("a pole is of a line in a circle", "write pole of AB in ω")
    found = []
    for line, circle in zipped(ctx, lines(ctx, of), circles(ctx, where)):
        assert isinstance(line, Line) and isinstance(circle, Circle)

        def define(x: str, line: Line = line, circle: Circle = circle) -> None:
            touching = common_points(line, circle)
            if len(touching) >= 2:
                for t in touching[:2]:
                    ctx.say(PERP, center(ctx, circle), t, t, x)
                return
            with ctx.as_given():
                f = foot(ctx, center(ctx, circle), line)
            inverse(ctx, x, f, circle)

        found.append(Definition(("pole", id(line), id(circle)), "P", define))
    return found


@point_noun("endpoint")
def _endpoint(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if of is None:
        raise ctx.fail("it isn't said of what these are the ends", "write ends of AB")
    ((a, b),) = exactly(ctx, 1, pairs(ctx, of))
    for p in (a, b):
        ctx.known.setdefault(("vertex", p), p)
    return [Definition(("vertex", p), p, ctx.declare) for p in (a, b)]


@point_noun("miquel")
def _miquel(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if of is None:
        raise ctx.fail("it isn't said of which quadrilateral", "write Miquel point of quadrilateral ABCD")
    p = exactly(ctx, 1, polygons(ctx, of))[0]
    if len(p) != 4:
        raise ctx.fail("a Miquel point is of a quadrilateral", "write Miquel point of quadrilateral ABCD")
    a, b, c, d = p

    def define(x: str) -> None:
        with ctx.as_given():
            e, f = (
                crossing(ctx, ctx.line(a, b), ctx.line(c, d), "E"),
                crossing(ctx, ctx.line(b, c), ctx.line(d, a), "F"),
            )
        for t in ((e, b, c), (f, a, b)):
            on(ctx, x, ctx.circle(t))
        ctx.demand(APART, x, b)

    return [Definition(("miquel", frozenset(p)), "M", define)]
