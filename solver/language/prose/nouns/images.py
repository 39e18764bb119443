"""Images of points: feet, projections, reflections, antipodes, inverses, conjugates, poles, Miquel points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, center, common_points, crossing, ends, foot, meet, on
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.centers import Triangle, turned, vertices
from solver.language.prose.objects import Circle, Direction, Line, Part, Value
from solver.language.prose.of_sort import circles, polygons, triangles
from solver.language.prose.registry import Definition, point_noun
from solver.language.prose.spoken_of import circle_through, latest
from solver.language.prose.syntax import Many, Noun, Pronoun, Thing
from solver.language.prose.things import denote, lines, point_names, points
from solver.statements.conditions import APART, ON_RAY
from solver.statements.predicates import COLL, CONG, EQANGLE, EQRATIO, PERP


@point_noun("foot")
def _foot(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, source, to = noun.role("of"), noun.role("from"), noun.role("to")
    if isinstance(of, Many) and source is None and to is None and all(isinstance(item, Noun) for item in of.items):
        ctx.visited.add(id(of))  # the feet of the perpendiculars from A to BC and from B to AC
        return [d for item in of.items for d in _foot(ctx, replace(noun, roles=(("of", item),)))]
    if noun.article == "its" and of is None and source is None and to is None:
        return [_foot_of_cevian(ctx)]
    if (
        isinstance(of, Noun)
        and of.head == "perpendicular"
        and of.article in ("the", "this")
        and not of.roles
        and not to
    ):
        drawn = [v for v in denote(ctx, of, "line") if isinstance(v, Line) and v.points and v.dropped_to is not None]
        if drawn:
            return [foot_of(ctx, v.points[0], v.dropped_to) for v in drawn if v.dropped_to is not None]
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
                    found.append(foot_of(ctx, a, ctx.line(b, c)))
                return found
            return [foot_of(ctx, v, line) for v, line in zipped(ctx, corners, _lines_to(ctx, corners, to))]
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
    if (
        source is not None
        and to is None
        and any(v in p.points for p in (*ctx.polygons, *ctx.triangles_seen) for v in point_names(ctx, source))
    ):
        ctx.note("a perpendicular from a vertex is taken to be to the opposite side")
        return [foot_of(ctx, v, _opposite(ctx, v)) for v in points(ctx, source)]
    if source is None or to is None:
        raise ctx.fail("it isn't said what this is the foot of", "write foot of the perpendicular from A to BC")
    starts = points(ctx, source)
    return _feet(ctx, starts, _lines_to(ctx, starts, to))


def _lines_to(ctx: Context, starts: Sequence[str], to: Thing) -> list[Line]:
    """The lines on which feet of perpendiculars are: `the opposite sides` are those of the vertices from which these are drawn."""
    if not (isinstance(to, Noun) and to.head == "side" and "opposite" in to.adjectives and not to.names):
        return lines(ctx, to)
    ctx.visited.add(id(to))
    of = to.role("of")
    return [ctx.line(*turned(ctx, t, v)[1:]) for v in starts for t in triangles(ctx, of, v)]


def _feet(ctx: Context, starts: Sequence[str], straight: Sequence[Line]) -> list[Definition]:
    """Side by side; `from P and Q to the sides` are from each to each."""
    if 1 < len(starts) != len(straight) > 1:
        return [foot_of(ctx, a, line) for a in starts for line in straight]
    return [foot_of(ctx, a, line) for a, line in zipped(ctx, starts, straight)]


def _opposite(ctx: Context, v: str) -> Line:
    _, b, c = turned(ctx, ctx.triangle(v), v)
    return ctx.line(b, c)


def foot_of(ctx: Context, a: str, line: Line) -> Definition:
    p, q = ends(ctx, line)

    def define(x: str) -> None:
        on(ctx, x, line)
        if x != a:
            ctx.say(PERP, x, a, p, q)

    return Definition(("foot", a, frozenset((p, q))), "D", define)


def _foot_of_cevian(ctx: Context) -> Definition:
    """`(the altitude from A and) its foot`: where the line that was spoken of last meets the opposite side."""
    line = latest(ctx, "line")
    straight = line.line if isinstance(line, Part) else line
    assert isinstance(straight, Line)
    corner = next((p for p in straight.points if any(p in t.points for t in ctx.polygons)), "")
    if not corner:
        raise ctx.unresolved("it isn't clear of what this is the foot", "write foot of the perpendicular from A to BC")
    b, c = (p for p in ctx.triangle(corner) if p != corner)
    if straight.direction == Direction(b, c, True):
        return foot_of(ctx, corner, ctx.line(b, c))
    return _crossing_of(ctx, straight, ctx.line(b, c))


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
    starts = points(ctx, of)
    return _feet(ctx, starts, _lines_to(ctx, starts, to))


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


@point_noun("antipode")
def _antipode(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of, where = noun.role("of"), noun.role("in")
    if of is None and noun.article == "its":
        of = Pronoun("it" if noun.count == 1 else "they")
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
            ctx.demand(APART, x, a)
            circle.points.append(x)
    else:
        ctx.say(COLL, x, o, a)


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
    """Say that X is the inverse of P in the circle: on ray OP, with OX · OP = r²."""
    o = center(ctx, circle)
    a = circle.points[0]
    ctx.say(COLL, x, o, p)
    ctx.say(EQRATIO, o, x, o, a, o, a, o, p)
    ctx.demand(ON_RAY, x, o, p)


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
