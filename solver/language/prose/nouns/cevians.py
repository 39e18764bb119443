"""Lines of a triangle: altitudes, medians, bisectors, symmedians, midlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import common_points, crossing, ends, foot, midpoint, on
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.centers import Triangle, turned
from solver.language.prose.nouns.lines import name_line, name_lines
from solver.language.prose.nouns.outer_angles import is_outer, outer_corners
from solver.language.prose.nouns.superlatives import is_superlative, superlative
from solver.language.prose.objects import Between, Corner, Direction, Line, Part, Value
from solver.language.prose.of_sort import pairs, polygons, triangles
from solver.language.prose.polygon_lengths import are_equal
from solver.language.prose.registry import thing_noun
from solver.language.prose.spoken_of import latest_vertices
from solver.language.prose.syntax import Clause, Many, Named, Noun, Run, Thing
from solver.language.prose.things import denote, flat, point_names, points
from solver.statements.conditions import OPPOSITE_SIDES, SAME_SIDE
from solver.statements.predicates import COLL, CONG, EQANGLE, MIDP


def _cornered(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> list[Triangle]:
    """Triangles turned so that the vertex that a noun tells comes first; they are noted as those spoken of last."""
    found = _turned(ctx, noun, targets)
    if found:
        ctx.cevians[noun.head] = found
    return found


def _turned(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> list[Triangle]:
    """Triangles turned so that the vertex that a noun tells comes first: `the altitude from A of ABC`, `altitude AD`."""
    source = noun.role("from") or noun.role("vertex")
    of = noun.role("of")
    if isinstance(of, Noun) and of.head == "vertex" and of.names and source is None:
        source, of = of, of.role("of")  # the altitude of the vertex B
    across = noun.role("to")
    if of is None and isinstance(across, Noun):
        of = across.role("of")  # the altitude on the side BC of triangle ABC
        ctx.visit(across)
    if source is not None:
        corners = points(ctx, source)
        if across is not None:
            return [_standing_on(ctx, noun, v, side) for v, side in zipped(ctx, corners, pairs(ctx, across))]
        return [turned(ctx, t, v) for v, t in zipped(ctx, corners, triangles(ctx, of, corners[0]))]
    if source is None and of is not None and not targets and (through := _passed_through(noun)):
        return [turned(ctx, exactly(ctx, 1, triangles(ctx, of))[0], through)]
    to = noun.role("to")
    if to is not None and not targets:
        found = []
        for a, b in pairs(ctx, to):
            t = exactly(ctx, 1, triangles(ctx, of))[0]
            (v,) = (p for p in t if p not in (a, b))
            found.append(turned(ctx, t, v))
        return found
    runs = [point_names(ctx, t) for t in targets if not isinstance(t, Named)]
    if runs:
        found = []
        if to is not None:
            pairs(ctx, to)  # the altitudes AD and BE to the sides BC and CA: the vertices tell it
        shapes = triangles(ctx, of) if of is not None else []
        for i, p in enumerate(runs):
            if of is not None:  # BL and CN are the bisectors in triangles ABD and ACD
                t = shapes[i] if len(shapes) == len(runs) else exactly(ctx, 1, shapes)[0]
            else:
                t = (
                    ctx.triangle(p[0])
                    if any(p[0] in g.points for g in (*ctx.polygons, *ctx.triangles_seen))
                    else ctx.triangle(p[-1])
                )
            corner = next((q for q in p if q in t), None)
            if corner is None:
                raise ctx.unresolved(
                    "it isn't said from which vertex this line is drawn", "name the vertex: the median from A"
                )
            found.append(turned(ctx, t, corner))
        return found
    told = ctx.cevians.get(noun.head, [])
    if of is None and noun.count == 1 == len(told) and noun.article in ("the", "this"):
        return told  # the altitude that was spoken of
    if of is None and noun.count != 1 < len(told) and noun.article == "this" and noun.count in (0, len(told)):
        return told  # these altitudes
    (t,) = exactly(ctx, 1, triangles(ctx, of))
    if noun.count == 1 and len(targets) < 3 and not (noun.article == "a" and ctx.asks):
        if _is_equilateral(ctx, t):
            return [t]  # the altitudes of an equilateral triangle are all alike
        raise ctx.fail(
            f"it isn't said from which vertex the {noun.head} is", f"name the vertex: the {noun.head} from A"
        )
    return [turned(ctx, t, v) for v in t]


def _is_equilateral(ctx: Context, t: tuple[str, str, str]) -> bool:
    a, b, c = t
    pairs_ = (((a, b), (b, c)), ((b, c), (c, a)), ((c, a), (a, b)))
    return sum(are_equal(ctx, pair) for pair in pairs_) > 1


def _standing_on(ctx: Context, noun: Noun, v: str, side: tuple[str, str]) -> Triangle:
    """The triangle of `the altitude from A to BC`. Raises ParseError."""
    if v in side:
        raise ctx.fail(f"{v} is an end of {''.join(side)}", f"name another point: the {noun.head} from A to BC")
    return v, *side


def _passed_through(noun: Noun) -> str:
    """The vertex of `the altitude of ABC that passes through A`."""
    for mod in noun.mods:
        if isinstance(mod, Clause) and mod.verb == "pass" and "not" not in mod.flags:
            through = mod.role("object")
            if isinstance(through, Run) and len(through.points) == 1:
                return through.points[0]
    return ""


@thing_noun("altitude")
def _altitude(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if is_superlative(noun):
        return superlative(ctx, noun)
    found: list[Value] = []
    made = _cornered(ctx, noun, targets)
    for i, (a, b, c) in enumerate(made):
        target = targets[i] if i < len(targets) else None
        if target is not None and not isinstance(target, Named):
            p = point_names(ctx, target)
            x = p[1] if p[0] == a else p[0]
            foot(ctx, a, ctx.line(b, c), x)
            found.append(Part(ctx.line(a, x), "cevian", a, x))
        else:
            line = Line([a], Direction(b, c, True), dropped_to=ctx.line(b, c))
            found.append(name_line(ctx, line, target) if target is not None else line)
    return found


@thing_noun("median")
def _median(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if _is_of_trapezoid(ctx, noun, targets):
        return _midline(ctx, replace(noun, head="midline"), targets)
    found: list[Value] = []
    for i, (a, b, c) in enumerate(_cornered(ctx, noun, targets)):
        target = targets[i] if i < len(targets) else None
        if target is not None and not isinstance(target, Named):
            p = point_names(ctx, target)
            x = p[1] if p[0] == a else p[0]
            ctx.is_named(("midpoint", frozenset((b, c))), x)
            ctx.say(COLL, x, b, c)
            ctx.say(CONG, x, b, x, c)
            ctx.declare(x)
            found.append(Part(ctx.line(a, x), "cevian", a, x))
        else:
            m = midpoint(ctx, b, c)
            line = ctx.line(a, m)
            found.append(name_line(ctx, line, target) if target is not None else Part(line, "cevian", a, m))
    return found


def _is_of_trapezoid(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> bool:
    """Whether a median is what American schools call so: the midline of a trapezoid."""
    if noun.role("from") is not None or noun.role("to") is not None or noun.count != 1:
        return False
    of = noun.role("of")
    if of is None and (not targets or not (ctx.polygons or ctx.triangles_seen)):
        return False
    p = (
        polygons(ctx, of)[0]
        if isinstance(of, Noun) and of.head == "trapezoid"
        else ctx.polygons[-1].points
        if of is None and ctx.polygons
        else ()
    )
    ends_ = {x for t in targets if isinstance(t, Run) for x in t.points}
    return len(p) == 4 and not ends_ & {x for q in (*ctx.polygons, *ctx.triangles_seen) for x in q.points}


def bisector(ctx: Context, corner: Corner | Between, external: bool) -> Line:
    if isinstance(corner, Between):
        p, q = ends(ctx, corner.first)
        r, s = ends(ctx, corner.second)
        shared = common_points(corner.first, corner.second)
        v = shared[0] if shared else crossing(ctx, corner.first, corner.second)
        if v not in (p, q, r, s):  # the lines cross, and have two bisectors
            ways = [f"the bisector of angle {p}{v}{r}", "the bisector of the other angle between the lines"]
            external ^= ctx.choose(("bisector", p, q, r, s), ways) == 1
        corner = Corner(p if q == v else q, v, r if s == v else s)
    a, v, b = corner.a, corner.v, corner.b

    def put(x: str) -> None:
        ctx.say(EQANGLE, v, a, v, x, v, x, v, b)
        ctx.demand(SAME_SIDE if external else OPPOSITE_SIDES, a, b, v, x)
        if not external and ctx.takes_closer():
            ctx.demand(SAME_SIDE, x, a, v, b)

    return Line([v], None, put, begins="" if external else v)


@thing_noun("bisector")
def _bisector(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    external = "external" in noun.adjectives
    of = noun.role("of")
    outer = outer_corners(ctx, of) if isinstance(of, Noun) and is_outer(of) else []
    if outer and len({is_own for _, is_own in outer}) == 1:  # the bisector of the outer angle A
        external, of = outer[0][1], None
    if noun.count != 1 and isinstance(of, Run) and len(of.points) == 3:  # the bisectors of ABC: not of one angle
        of = Noun("triangle", names=(of,), place=of.place)
    source = noun.role("from") or noun.role("vertex")
    found: list[Value] = []
    corners: list[Corner | Between] = [corner for corner, _ in outer]
    if of is not None:
        if source is None and is_segments(of):
            return _perpendicular_bisector(ctx, noun, targets)
        values = denote(ctx, of, "point" if isinstance(of, Noun) and of.head == "vertex" else "angle")
        if all(isinstance(v, str) for v in values):
            for v in values:
                assert isinstance(v, str)
                a, b, c = turned(ctx, ctx.triangle(v), v)
                corners.append(Corner(b, a, c))
        if all(isinstance(v, Corner | Between) for v in values):
            corners = [v for v in values if isinstance(v, Corner | Between)]
    if any(
        isinstance(c, Corner) and isinstance(t, Run) and c.v not in t.points
        for c, t in zip(corners, targets, strict=False)
    ):
        corners = []  # the bisector AD of triangle ABC: not of angle ABC
    if not corners and of is None and source is None and not targets and isinstance(ctx.last_corner, Corner):
        corners = [ctx.last_corner]
    if not corners:
        for a, b, c in _cornered(ctx, noun, targets):
            corners.append(Corner(b, a, c))
    kinds = [external] * len(corners)
    if external and "internal" in noun.adjectives and len(corners) == 1:
        corners, kinds = corners * 2, [False, True]
        if noun.adjectives.index("external") < noun.adjectives.index("internal"):
            kinds.reverse()
    for i, corner in enumerate(corners):
        ctx.last_corner = corner
        target = targets[i] if i < len(targets) else None
        line = bisector(ctx, corner, kinds[i])
        if isinstance(corner, Corner) and (t := _triangle_with(ctx, corner)) is not None:
            b, c = (p for p in t if p != corner.v)
            line.side = (b, c)
        if target is None:
            found.append(line)
            continue
        if not isinstance(target, Named) and isinstance(corner, Corner):
            p = point_names(ctx, target)
            x = p[1] if p[0] == corner.v else p[0]
            if all(isinstance(item, Noun) and item.head == "triangle" for item in flat([of] if of is not None else [])):
                on(ctx, x, ctx.line(corner.a, corner.b))
            named = name_line(ctx, line, target)
            found.append(replace(named, kind="cevian") if isinstance(named, Part) else named)
            end_on_side(ctx, x, corner)
            continue
        found.append(name_line(ctx, line, target))
    return found


def _triangle_with(ctx: Context, corner: Corner) -> Triangle | None:
    """The triangle of which this is an angle, if one was spoken of."""
    for polygon in (*ctx.polygons, *ctx.triangles_seen):
        if len(polygon.points) == 3 and set(polygon.points) == {corner.a, corner.v, corner.b}:
            a, b, c = polygon.points
            return a, b, c
    return None


def end_on_side(ctx: Context, x: str, corner: Corner) -> None:
    """The bisector AD of angle BAC ends on BC, if nothing else is said of D."""
    if ctx.is_goal:
        return

    known = {corner.a, corner.v, corner.b, x}.union(*(p.points for p in (*ctx.polygons, *ctx.triangles_seen)))
    later = {*ctx.points[ctx.points.index(x) :]} - known

    def end() -> None:
        # what defines a point that comes later, the midpoint of AD, says nothing of D
        about = [s.points for s in ctx.given.premises if x in s.points and not later & {*s.points}]
        also = [c for c in ctx.given.conditions if x in c.points and not later & {*c.points}]
        if len(about) == len(also) == 1 and about[0][:4] == (corner.v, corner.a, corner.v, x) and x not in ctx.invented:
            on(ctx, x, ctx.line(corner.a, corner.b))
            ctx.note(f"{x}, of which nothing else is said, is taken to be on {corner.a}{corner.b}")

    ctx.later(end)


def is_segments(of: Thing) -> bool:
    if isinstance(of, Many):
        return all(map(is_segments, of.items))
    return (isinstance(of, Run) and len(of.points) == 2) or (isinstance(of, Noun) and of.head in ("segment", "side"))


@thing_noun("perpendicular_bisector")
def _perpendicular_bisector(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of")
    if of is None:
        raise ctx.fail("it isn't said of what this is the perpendicular bisector", "write perpendicular bisector of AB")
    made = []
    for a, b in pairs(ctx, of):
        line = Line([], Direction(a, b, True), partial(_equidistant, ctx, a, b))
        made.append(line)
    return name_lines(ctx, made, targets)


def _equidistant(ctx: Context, a: str, b: str, x: str) -> None:
    ctx.say(CONG, x, a, x, b)


@thing_noun("symmedian")
def _symmedian(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    found: list[Line] = []
    for a, b, c in _cornered(ctx, noun, targets):
        with ctx.as_given():
            m = midpoint(ctx, b, c)

        def put(x: str, a: str = a, b: str = b, c: str = c, m: str = m) -> None:
            ctx.say(EQANGLE, a, b, a, m, a, x, a, c)

        found.append(Line([a], None, put, side=(b, c)))
    return name_lines(ctx, found, targets)


def _legs(ctx: Context, noun: Noun) -> list[tuple[str, str]] | None:
    """The legs of the trapezoid whose midline is meant; None where it is one of a triangle."""
    of = noun.role("of")
    p = polygons(ctx, of)[0] if of is not None else latest_vertices(ctx)
    if len(p) != 4 or noun.mods or noun.role("parallel") is not None:
        return None
    return list(exactly(ctx, 2, pairs(ctx, Noun("leg", (), "the", 2, (), (("of", Run(p)),)))))


def _between_legs(ctx: Context, legs: Sequence[tuple[str, str]], m: str, n: str) -> Part:
    """The midline MN of a trapezoid, of which it isn't said which end is on which leg."""
    first, second = legs
    if latest_vertices(ctx)[0] not in first:
        first, second = second, first
    for x, side in ((m, first), (n, second)):
        ctx.is_named(("midpoint", frozenset(side)), x)
        ctx.say(MIDP, x, *side)
        ctx.declare(x)
    ctx.note(f"{m} and {n} are taken to be the midpoints of {''.join(first)} and {''.join(second)}")
    return Part(ctx.line(m, n), "segment", m, n)


@thing_noun("midline")
def _midline(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    ends_ = [tuple(point_names(ctx, t)) for t in targets if isinstance(t, Run) and len(t.points) == 2]
    if targets and len(ends_) == len(targets) and noun.role("of") is None:
        middles = {name for key, name in ctx.known.items() if key[0] == "midpoint"}
        if len(ends_) == 1 and not middles & set(ends_[0]) and (sides := _legs(ctx, noun)) is not None:
            return [_between_legs(ctx, sides, *ends_[0])]
        if not all(set(pair) <= middles for pair in ends_):
            raise ctx.unresolved(
                "it isn't said of which sides these are the midpoints", "say it: M is the midpoint of AB"
            )
        return [Part(ctx.line(a, b), "segment", a, b) for a, b in ends_]
    if (legs := _legs(ctx, noun)) is not None:
        middles = {name for key, name in ctx.known.items() if key[0] == "midpoint"}
        if len(ends_) == 1 == len(targets) and not middles & set(ends_[0]) and not ctx.is_goal:
            return [_between_legs(ctx, legs, *ends_[0])]
        (a, b), (c, d) = legs
        return name_lines(ctx, [ctx.line(midpoint(ctx, a, b), midpoint(ctx, c, d))], targets)
    said = (mod for mod in noun.mods if isinstance(mod, Clause) and mod.verb == "parallel")
    para = noun.role("parallel") or next((mod.role("object") for mod in said), None)
    (t,) = exactly(ctx, 1, triangles(ctx, noun.role("of")))
    if para is None:
        raise ctx.fail("it isn't said which midline", "write midline parallel to BC")
    ((b, c),) = exactly(ctx, 1, pairs(ctx, para))
    (a,) = (p for p in t if p not in (b, c))
    return name_lines(ctx, [ctx.line(midpoint(ctx, a, b), midpoint(ctx, a, c))], targets)
