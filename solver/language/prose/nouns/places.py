"""Points by where they are: on something, in the middle, where curves meet or touch, vertices and ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, circle_key, common_points, curve_of, meet, on, segment_of, touch_at
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.centers import middle
from solver.language.prose.nouns.images import foot_of
from solver.language.prose.objects import Arc, Circle, Corner, Line, Part, Value
from solver.language.prose.of_sort import angles, pairs, polygons
from solver.language.prose.regions import arc_condition, part_condition, place, within
from solver.language.prose.registry import Definition, point_noun
from solver.language.prose.rounds import touch_circles
from solver.language.prose.spoken_of import latest_vertices, spoken_last
from solver.language.prose.syntax import Noun, Pronoun
from solver.language.prose.things import curves, denote, point_names
from solver.statements.predicates import CONG


@point_noun("point")
def _point(ctx: Context, noun: Noun) -> Sequence[Definition]:
    """A point of which only its name and modifiers say anything."""
    if not noun.names and noun.article in ("the", "this") and not noun.mods:
        last = spoken_last(ctx, "point")
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
    values = denote(ctx, of or Pronoun("it"), "line")
    if len(values) == 2 and all(isinstance(value, str) for value in values):  # of the centers of two circles
        return [middle(ctx, *map(str, values))]
    for value in values:
        if isinstance(value, Arc):
            found.append(arc_midpoint(ctx, value))
        else:
            a, b = (
                (value.a, value.b)
                if isinstance(value, Part)
                else segment_of(ctx, value)
                if isinstance(value, Line)
                else ("", "")
            )
            if not a:
                raise ctx.fail("only a segment or an arc has a midpoint", "write midpoint of AB")
            found.append(middle(ctx, a, b))
    return found


def arc_midpoint(ctx: Context, arc: Arc) -> Definition:
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
        return _contacts_of_tangents(ctx)
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
        if not rounds:  # of the tangents from P to ω
            couples = [((c.touches, c.touches), (c, v)) for c, v in straight if isinstance(c, Line) and c.touches]
    if not couples:
        raise ctx.fail("a circle and a line are needed", "write tangency point of ω with BC")
    return [_contact(ctx, first, second) for (first, _), (second, _) in couples]


def _contacts_of_tangents(ctx: Context) -> list[Definition]:
    """`(The tangents PA and PB are drawn, where) A and B are the points of tangency`: as the names of the tangents say. Raises ParseError."""
    for values in reversed(ctx.mentioned):
        parts = [v for v in values if isinstance(v, Part)]
        known = [p for v in parts for p in (v.a, v.b) if any(p in c.points for c in ctx.circles)]
        if parts and len(parts) == len(values) == len(known):
            return [Definition(("contact of", p), "T", partial(_is_that, ctx, p)) for p in known]
    raise ctx.unresolved("it isn't said where what touches", "write tangency point of ω with BC")


def _is_that(ctx: Context, known: str, x: str) -> None:
    if x != known:
        raise ctx.fail(f"the point of tangency is {known}", "name each point by what it is")


def _contact(ctx: Context, first: Curve, second: Curve) -> Definition:

    if isinstance(first, Line) and isinstance(second, Circle):
        first, second = second, first
    if isinstance(first, Circle) and isinstance(second, Line):
        circle, line = first, second
        if circle.center is not None and line.touches is not circle:
            return foot_of(ctx, circle.center, line)
        return Definition(("touch", id(circle), id(line)), "T", lambda x: touch_at(ctx, line, circle, x))
    assert isinstance(first, Circle) and isinstance(second, Circle)
    one, two = first, second
    return Definition(("touch", id(one), id(two)), "T", lambda x: touch_circles(ctx, one, two, x))


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


@point_noun("endpoint")
def _endpoint(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    if of is None:
        raise ctx.fail("it isn't said of what these are the ends", "write ends of AB")
    ((a, b),) = exactly(ctx, 1, pairs(ctx, of))
    for p in (a, b):
        ctx.known.setdefault(("vertex", p), p)
    return [Definition(("vertex", p), p, ctx.declare) for p in (a, b)]
