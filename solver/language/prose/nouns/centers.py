"""Centers of triangles, of circles and of other figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import foot, meet, midpoint, put_between, set_center
from solver.language.prose.lists import zipped
from solver.language.prose.objects import Arc, Circle, Part, Polygon, Value
from solver.language.prose.of_sort import circles, pairs, polygons, triangles
from solver.language.prose.registry import POINT_NOUNS, Definition, PointNoun, point_noun
from solver.language.prose.rounds import power
from solver.language.prose.spoken_of import latest
from solver.language.prose.syntax import Many, Noun, Run, Thing
from solver.language.prose.things import denote, points
from solver.statements.conditions import INSIDE, OPPOSITE_SIDES, SAME_SIDE
from solver.statements.predicates import CIRCLE, COLL, CONG, EQANGLE, MIDP, PERP

Triangle = tuple[str, str, str]


def middle(ctx: Context, a: str, b: str) -> Definition:
    def define(x: str) -> None:
        put_between(ctx, x, a, b)

    return Definition(("midpoint", frozenset((a, b))), "M", define, lambda x: ctx.say(MIDP, x, a, b))


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
    if of is None and noun.article == "its" and ctx.polygons and len(ctx.polygons[-1].points) > 3:
        return ctx.polygons[-1].points  # let ABCD be a cyclic quadrilateral and O its circumcenter
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
    return ctx.point(("excenter", v, frozenset(t)), "J", lambda x: say_excenter(ctx, x, v, t))


def define_excenter(ctx: Context, v: str, t: Triangle, x: str) -> None:
    say_excenter(ctx, x, v, t)


def say_excenter(ctx: Context, x: str, v: str, t: Triangle) -> None:
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
        corners = vertices(ctx, vertex, of)
    elif noun.count in (0, 3):
        corners = list(of[0])
    else:
        raise ctx.fail("it isn't said which excenter", "write A-excenter of triangle ABC")
    found = []
    for v, t in zipped(ctx, corners, of):
        found.append(Definition(("excenter", v, frozenset(t)), "J", partial(define_excenter, ctx, v, t)))
    return found


def vertices(ctx: Context, thing: Thing, shapes: Sequence[Triangle] = ()) -> list[str]:
    """Vertices, by their names or by the sides of triangles that are opposite: `the excenter relative to BC`."""
    if not (shapes and _are_sides(thing)):
        return points(ctx, thing)
    found: list[str] = []
    for (a, b), shape in zipped(ctx, pairs(ctx, thing), shapes):
        if not {a, b} < set(shape):
            raise ctx.fail(f"{a}{b} is no side of triangle {''.join(shape)}", "name the vertex: A-excenter")
        found += [v for v in shape if v not in (a, b)]
    return found


def _are_sides(thing: Thing) -> bool:
    match thing:
        case Run(names):
            return len(names) == 2
        case Noun(head="side" | "segment" | "line", names=names):
            return bool(names)
        case Many(items):
            return all(map(_are_sides, items))
    return False


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
            found.append(middle(ctx, value.a, value.b))
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
