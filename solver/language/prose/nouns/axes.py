"""Lines of circles and of triangles that have a name: radical axes, polars, the lines of Euler, Simson and Newton; mirrored lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import center, circumcenter, common_points, ends, foot, midpoint, on
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.centers import define_orthocenter
from solver.language.prose.nouns.images import define_inverse, reflect
from solver.language.prose.nouns.lines import name_lines
from solver.language.prose.objects import Circle, Direction, Line, Part, Value
from solver.language.prose.of_sort import circles, polygons, triangles
from solver.language.prose.registry import thing_noun
from solver.language.prose.rounds import power
from solver.language.prose.spoken_of import latest_vertices
from solver.language.prose.syntax import Noun, Run, Thing
from solver.language.prose.things import MIRROR, point_names, points


def mirrored(ctx: Context, line: Value, mirror: Value) -> Line:
    """The reflection of a line: through the reflections of two of its points, of which one may be on the mirror."""
    straight = line.line if isinstance(line, Part) else line
    assert isinstance(straight, Line)
    axis = mirror.line if isinstance(mirror, Part) else mirror
    a, b = ends(ctx, straight)
    made: list[str] = []
    shared = [p for p in straight.points if isinstance(axis, Line) and p in axis.points]
    if shared:
        made.append(shared[0])
        others = [p for p in straight.points if p not in shared]
        if not others:
            raise ctx.fail("a line's reflection in itself is itself", "say of which line this is the reflection")
        a, b = others[0], ""
    for p in (a, b):
        if p:
            definition = reflect(ctx, p, axis if isinstance(axis, Line) else mirror)
            made.append(ctx.point(definition.key, definition.letter, definition.define))
    return ctx.line(made[0], made[1])


MIRROR.append(mirrored)


@thing_noun("euler_line")
def _euler(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    made = []
    for t in triangles(ctx, noun.role("of")):
        with ctx.as_given():
            o = circumcenter(ctx, *t)
            h = ctx.point(("orthocenter", frozenset(t)), "H", partial(define_orthocenter, ctx, t))
            made.append(ctx.line(o, h))
    return name_lines(ctx, made, targets)


@thing_noun("simson_line")
def _simson(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("point")
    if of is None:
        raise ctx.fail("it isn't said of which point", "write Simson line of P with respect to ABC")
    made = []
    for p, t in zipped(ctx, points(ctx, of), triangles(ctx, noun.role("of"))):
        a, b, c = t
        with ctx.as_given():
            line = ctx.line(foot(ctx, p, ctx.line(b, c)), foot(ctx, p, ctx.line(c, a)))
        made.append(line)
    return name_lines(ctx, made, targets)


@thing_noun("newton_line")
def _newton(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of")
    made = []
    for p in polygons(ctx, of) if of is not None else [latest_vertices(ctx)]:
        if len(p) != 4:
            raise ctx.fail("a Newton line is of a quadrilateral", "name four points")
        with ctx.as_given():
            made.append(ctx.line(midpoint(ctx, p[0], p[2]), midpoint(ctx, p[1], p[3])))
    return name_lines(ctx, made, targets)


@thing_noun("radical_axis", "common_chord")
def _radical_axis(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of") or Noun("circle", (), "the", 2)
    first, second = exactly(ctx, 2, circles(ctx, of))
    if noun.head == "common_chord":
        for x in (p for target in targets if isinstance(target, Run) for p in point_names(ctx, target)):
            on(ctx, x, first)
            on(ctx, x, second)
    return name_lines(ctx, [radical_axis(ctx, first, second)], targets)


def radical_axis(ctx: Context, first: Circle, second: Circle) -> Line:
    shared = common_points(first, second)
    if len(shared) >= 2:
        return ctx.line(shared[0], shared[1])
    with ctx.as_given():
        o, p = center(ctx, first), center(ctx, second)
    if shared:
        return Line([shared[0]], Direction(o, p, True))
    return Line([], Direction(o, p, True), lambda x: power(ctx, x, first, second))


@thing_noun("line_of_centers")
def _line_of_centers(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    first, second = exactly(ctx, 2, circles(ctx, noun.role("of") or Noun("circle", (), "the", 2)))
    return name_lines(ctx, [ctx.line(center(ctx, first), center(ctx, second))], targets)


@thing_noun("polar")
def _polar(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of, where = noun.role("of"), noun.role("in")
    if of is None or where is None:
        raise ctx.fail("a polar is of a point in a circle", "write polar of P in ω")
    made = []
    for p, circle in zipped(ctx, points(ctx, of), circles(ctx, where)):
        assert isinstance(circle, Circle) and isinstance(p, str)
        with ctx.as_given():
            x = ctx.point(("inverse", p, id(circle)), p[0], partial(define_inverse, ctx, p, circle))
        made.append(Line([x], Direction(center(ctx, circle), p, True)))
    return name_lines(ctx, made, targets)
