"""Lines by what they are: altitudes, bisectors, tangents, axes; and arcs and angles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.curves import (
    center,
    circumcenter,
    common_points,
    direction,
    ends,
    foot,
    midpoint,
    on,
    parallel,
    perpendicular,
    power,
    touch_at,
    touch_line,
)
from solver.language.prose.objects import Arc, Between, Circle, Corner, Direction, Line, Part, Polygon, Region, Value
from solver.language.prose.points import Triangle, define_inverse, define_orthocenter, latest_vertices, reflect, turned
from solver.language.prose.registry import thing_noun
from solver.language.prose.syntax import Clause, Many, Named, Noun, Run, Thing
from solver.language.prose.things import (
    MIRROR,
    angles,
    circle_through,
    circles,
    corner_of,
    denote,
    exactly,
    latest,
    lines,
    pairs,
    point_names,
    points,
    polygons,
    triangles,
    width,
    zipped,
)
from solver.language.prose.vague import decide
from solver.statements.conditions import BETWEEN, NONCOLLINEAR, OPPOSITE_SIDES, SAME_SIDE
from solver.statements.predicates import COLL, CONG, EQANGLE, PARA, PERP


def name_lines(ctx: Context, made: Sequence[Line], targets: Sequence[Thing]) -> list[Value]:
    """Lines with their names: `ℓ`, or two points that are on them, `AD`."""
    if not targets:
        return list(made)
    if len(made) != len(targets):
        raise ctx.fail(f"here are {len(targets)} names for {len(made)} lines", "list as many names as there are lines")
    return [name_line(ctx, line, target) for line, target in zip(made, targets, strict=True)]


def name_line(ctx: Context, line: Line, target: Thing) -> Value:
    ctx.visited.add(id(target))
    if isinstance(target, Named):
        known = ctx.names.get(target.name)
        if isinstance(known, Line) and known is not line:
            # what has a name already is this line, too
            for x in known.points if len(known.points) >= 2 else ends(ctx, known):
                if len([p for p in known.points if p in line.points]) < 2:
                    on(ctx, x, line)
                    if ctx.is_goal and x not in line.points:
                        break
            return known
        if known is not None and known is not line:
            raise ctx.fail(f"{target.name} is named twice", "use another name")
        ctx.names[target.name] = line
        line.name = target.name
        return line
    p = point_names(ctx, target)
    if len(p) == 1 and p[0] not in ctx.declared and not ctx.is_goal:
        ctx.names[p[0]] = line  # `L a line tangent to ω`
        if p[0] in ctx.points:
            ctx.points.remove(p[0])
        return line
    if len(p) == 1:
        raise ctx.fail(f"“{p[0]}” is a point, where the name of a line is needed", "name a line by two points: AB")
    if len(p) != 2:
        raise ctx.fail("a line is named by two points", "write AB")
    for x in p:
        on(ctx, x, line)
    if not ctx.is_goal and line not in ctx.lines:
        ctx.lines.append(line)
    return Part(line, "bare", p[0], p[1])


_KINDS = {
    "line": "line",
    "ray": "ray",
    "segment": "segment",
    "side": "segment",
    "chord": "segment",
    "diagonal": "segment",
    "base": "segment",
    "hypotenuse": "segment",
    "cevian": "line",
}


@thing_noun("line", "ray", "segment", "cevian")
def _line(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if not targets:
        if (noun.article == "this" and noun.count != 1) or (noun.article == "the" and noun.count > 1 and not noun.mods):
            return _latest_lines(ctx, noun.count)
        if noun.article == "this" or (noun.article == "the" and not noun.mods):
            return [latest(ctx, "line")]
        count = noun.count or max([2, *(_listed(m) for m in noun.mods)])
        return ctx.made(noun, lambda: [Line() for _ in range(count)])
    found: list[Value] = []
    of = noun.role("of")
    if of is not None:
        denote(ctx, of)
    for target in targets:
        ctx.visited.add(id(target))
        if isinstance(target, Named):
            if target.name in ctx.names:
                found.append(ctx.names[target.name])
            else:
                line = Line(name=target.name)
                ctx.names[target.name] = line
                found.append(line)
        else:
            p = point_names(ctx, target)
            if len(p) == 1 and p[0] in ctx.names:
                found.append(ctx.names[p[0]])
                continue
            if len(p) == 1 and noun.article == "a" and p[0] not in ctx.declared and noun.head == "line":
                found.append(name_line(ctx, Line(), target))
                continue
            if len(p) < 2:
                raise ctx.fail(f"“{p[0]}” is a point, where a line is needed", "name a line by two points: AB")
            if len(p) > 2:
                ctx.say(COLL, *p)
            beyond = noun.role("beyond")
            if beyond is not None:
                if points(ctx, beyond) != [p[1]]:
                    raise ctx.fail(
                        f"{p[1]} is where the ray {p[0]}{p[1]} goes on", f"write ray {p[0]}{p[1]} beyond {p[1]}"
                    )
                found.append(Part(ctx.line(p[0], p[1]), "extension", p[0], p[1]))
                continue
            found.append(Part(ctx.line(p[0], p[1]), _KINDS[noun.head], p[0], p[1]))
    return found


@thing_noun("secant")
def _secant(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    """A line that meets a circle in two points; secant PCD from P meets it first at C, then at D."""
    to, source = noun.role("to"), noun.role("from")
    circle = circles(ctx, to)[0] if to is not None else latest(ctx, "circle")
    if not isinstance(circle, Circle):
        raise ctx.fail("it isn't said of which circle this is a secant", "write: a secant of ω")
    starts = points(ctx, source) if source is not None else []
    if not targets:
        return ctx.made(noun, lambda: [Line(list(starts[:1])) for _ in range(noun.count or 2)])
    found: list[Value] = []
    for target in targets:
        if isinstance(target, Named):
            found += name_lines(ctx, [Line(list(starts[:1]))], [target])
            continue
        p = point_names(ctx, target)
        if len(p) == 3:
            on(ctx, p[0], ctx.line(p[1], p[2]))
            ctx.demand(BETWEEN, p[1], p[0], p[2])
        for x in p[1:] if len(p) == 3 or p[0] in starts else p:
            on(ctx, x, circle)
        found.append(Part(ctx.line(p[0], p[1]), "line", p[0], p[1]))
    return found


def _latest_lines(ctx: Context, count: int) -> list[Value]:
    """The lines that were listed last, as many as are wanted (0: two or more)."""
    for values in reversed(ctx.mentioned):
        if any(v is x for v in values for x in ctx.excluded):
            continue
        if all(isinstance(v, Line | Part) for v in values) and len(values) == (count or max(2, len(values))):
            return values
    spoken = (v for values in reversed(ctx.mentioned) for v in reversed(values))
    drawn = list(dict.fromkeys(v for v in spoken if isinstance(v, Line) and (v.direction or v.put or v.touches)))
    if count and len(drawn) >= count:
        return list(reversed(drawn[:count]))  # `the two perpendiculars` that were drawn one after the other
    raise ctx.unresolved("it isn't clear which lines are meant", "name them")


@thing_noun("common_tangent")
def _common_tangent(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    """A line that touches two circles; with a name AB, it does so at A and at B."""
    of = noun.role("of")
    if of is not None:
        found = circles(ctx, of)
    else:
        found = next(
            (
                [v for v in values if isinstance(v, Circle)]
                for values in reversed(ctx.mentioned)
                if len(values) == 2 and all(isinstance(v, Circle) for v in values)
            ),
            [],
        )
        found = found or ctx.circles[:2]
    if len(found) != 2:
        raise ctx.fail("a common tangent is of two circles", "write common tangent of ω1 and ω2")
    first, second = found
    ctx.mention(found)
    if len(targets) > 1 and all(isinstance(t, Run) and len(t.points) == 2 for t in targets):
        each = [_common_tangent(ctx, replace(noun, count=1), [target])[0] for target in targets]
        if len(each) == 2 and "external" in noun.adjectives:
            a, b = (point_names(ctx, t)[0] for t in targets)
            ctx.demand(OPPOSITE_SIDES, a, b, center(ctx, first), center(ctx, second))
        return each
    if not targets and noun.count in (0, 2) and "internal" not in noun.adjectives:
        known = _other_tangents(ctx, noun)
        if len(known) > 1:
            raise ctx.fail("two circles have two external common tangents, and here are two others", "name the tangent")
        return ctx.made(noun, lambda: _outer_tangents(ctx, first, second, known))
    if len(targets) > 1 or noun.count != 1:
        raise ctx.fail("several common tangents can't be told apart", "name one after the other")
    if targets and isinstance(targets[0], Run):
        a, b = exactly(ctx, 2, point_names(ctx, targets[0]))
        line = ctx.line(a, b)
        touch_at(ctx, line, first, a)
        touch_at(ctx, line, second, b)
        made: Value = Part(line, "bare", a, b)
    else:
        line = Line(touches=first, also=second)
        made = name_line(ctx, line, targets[0]) if targets else line
    at = noun.role("at")
    if at is not None:
        for t in points(ctx, at):
            touch_at(ctx, line, first, t)
            touch_at(ctx, line, second, t)
    if "external" in noun.adjectives or "internal" in noun.adjectives:
        kind = SAME_SIDE if "external" in noun.adjectives else OPPOSITE_SIDES
        ctx.late.append(lambda: ctx.demand(kind, center(ctx, first), center(ctx, second), *ends(ctx, line)))
    return [made]


def _other_tangents(ctx: Context, noun: Noun) -> list[Line]:
    """Those that are known: `the common external tangents other than DA`."""
    found: list[Line] = []
    for mod in noun.mods:
        if isinstance(mod, Clause) and mod.verb == "different" and (thing := mod.role("object")) is not None:
            found += lines(ctx, thing)
    return found


def _outer_tangents(ctx: Context, first: Circle, second: Circle, known: Sequence[Line]) -> list[Value]:
    """The external common tangents, of which each circle has two, or the one that isn't known yet."""
    made = [Line(touches=first, also=second) for _ in range(2 - len(known))]

    def tell_apart() -> None:
        for line in made:
            a, b = ends(ctx, line)
            ctx.demand(SAME_SIDE, center(ctx, first), center(ctx, second), a, b)
        contacts = [p for line in made for p in line.points[:1]]
        for line in known:
            ctx.demand(NONCOLLINEAR, contacts[0], *ends(ctx, line))
        if len(contacts) == 2:
            ctx.demand(OPPOSITE_SIDES, *contacts, center(ctx, first), center(ctx, second))

    ctx.late.append(tell_apart)
    return list(made)


def _listed(said: object) -> int:
    """How many things a modifier lists, at most."""
    roles = getattr(said, "roles", None)
    if roles is not None:
        return max((width(t) for r, t in roles if r != "subject"), default=1)
    return 1


@thing_noun("side", "leg", "diagonal", "base", "hypotenuse", "chord")
def _side(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of")
    if targets and all(isinstance(t, Run) and len(t.points) == 2 for t in targets):
        found: list[Value] = []
        rounds = circles(ctx, of) if noun.head == "chord" and of is not None else []
        if noun.head == "chord" and of is None:
            last = latest(ctx, "circle")
            assert isinstance(last, Circle)
            rounds = [last]
        if of is not None and not rounds:
            denote(ctx, of)
        for i, target in enumerate(targets):
            a, b = exactly(ctx, 2, point_names(ctx, target))
            if rounds:
                for x in (a, b):
                    on(ctx, x, rounds[i if len(rounds) > 1 else 0])
            if noun.head == "hypotenuse" and not ctx.is_goal:
                _right_over(ctx, a, b)
            found.append(Part(ctx.line(a, b), "side" if noun.head in ("side", "leg") else "segment", a, b))
        return found
    if noun.head == "chord" and noun.article in ("this", "the") and not targets and of is None:
        return [latest(ctx, "line")]
    if noun.head == "chord":
        return name_lines(ctx, [Line()], targets)
    opposite = noun.role("opposite")
    p: tuple[str, ...]
    if of is not None:
        (p,) = exactly(ctx, 1, polygons(ctx, of))
    else:
        p = latest_vertices(ctx) if opposite is None else ctx.triangle(points(ctx, opposite)[0])
    if noun.head == "diagonal" and len(p) == 4:
        return [Part(ctx.line(p[0], p[2]), "segment", p[0], p[2]), Part(ctx.line(p[1], p[3]), "segment", p[1], p[3])]
    if opposite is not None and len(p) == 3:
        across = [turned(ctx, (p[0], p[1], p[2]), v)[1:] for v in points(ctx, opposite)]
        return [Part(ctx.line(b, c), "segment", b, c) for b, c in across]
    if noun.head in ("base", "leg", "hypotenuse") or (noun.head == "side" and "parallel" in noun.adjectives):
        return [Part(ctx.line(a, b), "side", a, b) for a, b in _bases_or_legs(ctx, p, noun.head)]
    if noun.head == "side":
        around = [(p[i], p[(i + 1) % len(p)]) for i in range(len(p))]
        sides = [*around[1:], around[0]] if len(p) == 3 else around
        if len(p) == 3 and set(p) <= ctx.invented and (noun.count == 2 or "third" in noun.adjectives):
            sides = sides[:2] if noun.count == 2 else sides[2:]  # of a triangle whose vertices have no names
        if "opposite" in noun.adjectives and len(p) % 2 == 0:
            half = len(p) // 2
            sides = [side for i in range(half) for side in (around[i], around[i + half])]
        return [Part(ctx.line(a, b), "segment", a, b) for a, b in sides]
    raise ctx.fail(f"it isn't said which {noun.head}", "name it by its ends: AB")


def _bases_or_legs(ctx: Context, p: Sequence[str], head: str) -> list[tuple[str, str]]:
    """The parallel sides of a trapezoid, or the others; of a triangle, the side opposite to the vertex where equal sides or a right
    angle meet, or the other ones. Raises ParseError where this isn't known."""
    sides = [(p[i], p[(i + 1) % len(p)]) for i in range(len(p))]
    wanted = {PARA} if len(p) == 4 else {PERP} if head == "hypotenuse" else {CONG, PERP}
    if ctx.may_invent or ctx.is_goal:
        for word in ("parallel",) if len(p) == 4 else ("right", "isosceles"):
            decide(ctx, word, p)
    for s in ctx.given.premises:
        two = [{*s.points[:2]}, {*s.points[2:]}]
        pair = [side for side in sides if set(side) in two]
        if s.predicate in wanted and len(pair) == 2:
            others = [side for side in sides if side not in pair]
            return pair if (head == "leg") == (len(p) == 3) else others
    raise ctx.unresolved(f"it isn't said which {head}", "name it by its ends: AB")


def _right_over(ctx: Context, a: str, b: str) -> None:
    """Who calls a side the hypotenuse says where the right angle is, if this wasn't said."""
    for c in (p for p in ctx.triangle(a) if p not in (a, b)):
        arms = {frozenset((c, a)), frozenset((c, b))}
        known = (s for s in ctx.given.premises if s.predicate is PERP)
        if not any({frozenset(s.points[:2]), frozenset(s.points[2:])} == arms for s in known):
            ctx.say(PERP, c, a, c, b)


def _cornered(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> list[Triangle]:
    """Triangles turned so that the vertex that a noun tells comes first: `the altitude from A of ABC`, `altitude AD`."""
    source = noun.role("from") or noun.role("vertex")
    of = noun.role("of")
    across = noun.role("to")
    if of is None and isinstance(across, Noun):
        of = across.role("of")  # the altitude on the side BC of triangle ABC
        ctx.visit(across)
    if source is not None:
        corners = points(ctx, source)
        return [turned(ctx, t, v) for v, t in zipped(ctx, corners, triangles(ctx, of, corners[0]))]
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
        for p in runs:
            if of is not None:
                (t,) = exactly(ctx, 1, triangles(ctx, of))
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
    (t,) = exactly(ctx, 1, triangles(ctx, of))
    return [turned(ctx, t, v) for v in t]


@thing_noun("altitude")
def _altitude(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    found: list[Value] = []
    made = _cornered(ctx, noun, targets)
    for i, (a, b, c) in enumerate(made):
        target = targets[i] if i < len(targets) else None
        if target is not None and not isinstance(target, Named):
            p = point_names(ctx, target)
            x = p[1] if p[0] == a else p[0]
            foot(ctx, a, ctx.line(b, c), x)
            found.append(Part(ctx.line(a, x), "bare", a, x))
        else:
            line = Line([a], Direction(b, c, True))
            found.append(name_line(ctx, line, target) if target is not None else line)
    return found


@thing_noun("median")
def _median(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
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
            found.append(Part(ctx.line(a, x), "bare", a, x))
        else:
            line = ctx.line(a, midpoint(ctx, b, c))
            found.append(name_line(ctx, line, target) if target is not None else line)
    return found


def bisector(ctx: Context, corner: Corner | Between, external: bool) -> Line:
    if isinstance(corner, Between):
        p, q = ends(ctx, corner.first)
        r, s = ends(ctx, corner.second)
        shared = [x for x in (p, q) if x in (r, s)]
        if not shared:
            raise ctx.fail("the two lines need a common point that is named")
        v = shared[0]
        corner = Corner(p if q == v else q, v, r if s == v else s)
    a, v, b = corner.a, corner.v, corner.b

    def put(x: str) -> None:
        ctx.say(EQANGLE, v, a, v, x, v, x, v, b)
        ctx.demand(SAME_SIDE if external else OPPOSITE_SIDES, a, b, v, x)

    return Line([v], None, put)


@thing_noun("bisector")
def _bisector(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    external = "external" in noun.adjectives
    of = noun.role("of")
    if isinstance(of, Noun) and of.head == "angle" and "external" in of.adjectives:  # the bisector of the outer angle A
        ctx.visited.add(id(of))
        external, of = True, replace(of, adjectives=())
    source = noun.role("from") or noun.role("vertex")
    found: list[Value] = []
    corners: list[Corner | Between] = []
    if of is not None:
        if source is None and _is_segments(of):
            return _perpendicular_bisector(ctx, noun, targets)
        values = denote(ctx, of, "point" if isinstance(of, Noun) and of.head == "vertex" else "angle")
        if all(isinstance(v, str) for v in values):
            for v in values:
                assert isinstance(v, str)
                a, b, c = turned(ctx, ctx.triangle(v), v)
                corners.append(Corner(b, a, c))
        if all(isinstance(v, Corner | Between) for v in values):
            corners = [v for v in values if isinstance(v, Corner | Between)]
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
        if target is None:
            found.append(line)
            continue
        if not isinstance(target, Named) and isinstance(corner, Corner):
            p = point_names(ctx, target)
            x = p[1] if p[0] == corner.v else p[0]
            if of is None or (isinstance(of, Noun) and of.head == "triangle"):
                on(ctx, x, ctx.line(corner.a, corner.b))
        found.append(name_line(ctx, line, target))
    return found


def _is_segments(of: Thing) -> bool:
    if isinstance(of, Many):
        return all(map(_is_segments, of.items))
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


@thing_noun("perpendicular", "parallel")
def _directed(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    to, through = noun.role("to"), noun.role("through")
    if to is None and through is None and noun.article in ("the", "this") and not targets:
        return _latest_lines(ctx, noun.count) if noun.count != 1 else [latest(ctx, "line")]
    is_new = bool(targets) or noun.article not in ("the", "this")
    if to is None and through is None and max(noun.count, len(targets)) == 2 and is_new:
        pair = [Line(), Line()]  # two perpendicular lines
        named = name_lines(ctx, pair, targets)
        ctx.late.append(lambda: (perpendicular if noun.head == "perpendicular" else parallel)(ctx, *pair))
        return named
    straight = lines(ctx, to) if to is not None else []
    ctx.mention(straight)
    starts = points(ctx, through) if through is not None else []
    made = []
    if straight and starts:
        for line, p in zipped(ctx, straight, starts):
            made.append(_line_to(ctx, line, p, noun.head))
    elif straight:
        made = [_line_to(ctx, line, "", noun.head) for line in straight]
    else:
        made = [Line([p]) for p in starts] or [Line()]
    return name_lines(ctx, made, targets)


def _line_to(ctx: Context, line: Line, p: str, head: str) -> Line:
    made = Line([p] if p else [])
    (perpendicular if head == "perpendicular" else parallel)(ctx, made, line)
    made.dropped_to = line if head == "perpendicular" else None
    return made


@thing_noun("tangent")
def _tangent(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if "common" in noun.adjectives:  # `common external tangents`
        roles = tuple(("of" if name == "to" else name, thing) for name, thing in noun.roles)
        return _common_tangent(ctx, replace(noun, roles=roles), targets)
    to, at, source = noun.role("to"), noun.role("at"), noun.role("from")
    if to is None and at is None and source is None and noun.article in ("the", "this") and not targets:
        return _latest_lines(ctx, noun.count) if noun.count > 1 else [latest(ctx, "line")]
    rounds = circles(ctx, to) if to is not None else []
    if len(rounds) > 1:
        ctx.mention(rounds)
    where = points(ctx, at) if at is not None else []
    starts = points(ctx, source) if source is not None else []
    if not rounds:
        through = [circle_through(ctx, p) for p in where or starts[:1]]
        rounds = [c for c in through if c is not None] if all(c is not None for c in through) else []
    if not rounds:
        value = latest(ctx, "circle")
        if not isinstance(value, Circle):
            raise ctx.fail("it isn't said to which circle", "write tangent to ω at A")
        rounds = [value]
    made: list[Line] = []
    if where:
        for circle, t in zipped(ctx, rounds, where):
            line = Line()
            touch_at(ctx, line, circle, t)
            made.append(line)
    elif starts:
        for circle, p in zipped(ctx, rounds, starts):
            assert isinstance(circle, Circle) and isinstance(p, str)
            if p in circle.points:
                line = Line()
                touch_at(ctx, line, circle, p)
                made.append(line)
                continue
            both = max(len(targets), 1) if noun.count == 1 else 2
            for _ in range(both if len(starts) == 1 and len(rounds) == 1 else noun.count or 1):
                made.append(Line([p], touches=circle))
    else:
        made = [
            Line(touches=c) for c in rounds for _ in range(max(noun.count, len(targets), 1) if len(rounds) == 1 else 1)
        ]
        target = noun.role("parallel")
        if target is not None:
            for line in made:
                line.direction = direction(ctx, exactly(ctx, 1, lines(ctx, target))[0])
    if targets and all(isinstance(t, Run) for t in targets):
        return _tangents_by_points(ctx, made, targets)
    return name_lines(ctx, made, targets)


def _tangents_by_points(ctx: Context, made: list[Line], targets: Sequence[Thing]) -> list[Value]:
    """`PA and PB tangents to ω`: the end on the circle is where it touches."""
    found: list[Value] = []
    for line, target in zip(made * (len(targets) if len(made) == 1 else 1), targets, strict=False):
        ends = point_names(ctx, target)
        if len(ends) != 2:
            raise ctx.fail("a tangent is named by two points", "write e.g. PA tangent to circle (ABC)")
        a, b = ends
        circle = line.touches
        if circle is not None and ctx.is_goal:
            touch_line(ctx, ctx.line(a, b), circle)
            found.append(Part(ctx.line(a, b), "bare", a, b))
        elif circle is not None:
            t = b if a in line.points else a if b in line.points else a if a in circle.points else b
            straight = ctx.line(a, b)
            touch_at(ctx, straight, circle, t)
            found.append(Part(straight, "bare", a, b))
        else:
            found.append(name_line(ctx, line, target))
    return found


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
        a, b = next(p for p in straight.points if p not in shared), ""
    for p in (a, b):
        if p:
            definition = reflect(ctx, p, axis if isinstance(axis, Line) else mirror)
            made.append(ctx.point(definition.key, definition.letter, definition.define))
    return ctx.line(made[0], made[1])


MIRROR.append(mirrored)


@thing_noun("symmedian")
def _symmedian(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    found: list[Line] = []
    for a, b, c in _cornered(ctx, noun, targets):
        with ctx.as_given():
            m = midpoint(ctx, b, c)

        def put(x: str, a: str = a, b: str = b, c: str = c, m: str = m) -> None:
            ctx.say(EQANGLE, a, b, a, m, a, x, a, c)

        found.append(Line([a], None, put))
    return name_lines(ctx, found, targets)


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


@thing_noun("midline")
def _midline(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    para = noun.role("parallel")
    (t,) = exactly(ctx, 1, triangles(ctx, noun.role("of")))
    if para is None:
        raise ctx.fail("it isn't said which midline", "write midline parallel to BC")
    ((b, c),) = exactly(ctx, 1, pairs(ctx, para))
    (a,) = (p for p in t if p not in (b, c))
    return name_lines(ctx, [ctx.line(midpoint(ctx, a, b), midpoint(ctx, a, c))], targets)


@thing_noun("diameter")
def _diameter(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    from solver.language.prose.points import antipodal

    of = noun.role("of")
    circle = exactly(ctx, 1, circles(ctx, of))[0] if of is not None else latest(ctx, "circle")
    assert isinstance(circle, Circle)
    if not targets:
        through = noun.role("through")
        if through is not None:
            return [ctx.line(exactly(ctx, 1, points(ctx, through))[0], center(ctx, circle))]
        return [Line([center(ctx, circle)])]
    found: list[Value] = []
    for target in targets:
        a, b = exactly(ctx, 2, point_names(ctx, target))
        spoken = [c for c in ctx.circles if c.center is None and len(c.points) >= 3 and {a, b} <= set(c.points)]
        if circle.called and not circle.points and len(spoken) == 1 and not ctx.is_goal:
            ctx.note(f"the circle {circle.called} is taken to be the one through {', '.join(spoken[0].points[:3])}")
            on(ctx, a, circle)
            for x in spoken[0].points:
                on(ctx, x, circle)
        circle.over = circle.over or (a, b)
        if circle.center is None and circle.diameter is None and not circle.points and not ctx.is_goal:
            circle.diameter, circle.points = (a, b), [a, b]
            ctx.declare(a)
            ctx.declare(b)
        elif a in circle.points or b not in circle.points:
            antipodal(ctx, b, a, circle)
        else:
            antipodal(ctx, a, b, circle)
        found.append(Part(ctx.line(a, b), "segment", a, b))
    return found


@thing_noun("extension")
def _extension(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of, beyond = noun.role("of"), noun.role("beyond")
    if of is None and noun.article in ("the", "this"):
        for values in reversed(ctx.mentioned):
            if all(isinstance(v, Part) and v.kind == "extension" for v in values):
                return values
    if of is None:
        raise ctx.fail("it isn't said of what", "write extension of AB beyond B")
    ends_ = pairs(ctx, of)
    if beyond is None:
        return [Part(ctx.line(a, b), "line" if noun.count == 0 else "extension", a, b) for a, b in ends_]
    found: list[Value] = []
    for (a, b), v in zipped(ctx, ends_, points(ctx, beyond)):
        if v not in (a, b):
            raise ctx.fail(f"{v} isn't an end of {a}{b}")
        p, q = (b, a) if v == a else (a, b)
        found.append(Part(ctx.line(p, q), "extension", p, q))
    return found


@thing_noun("interior", "exterior")
def _region(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of")
    values = denote(ctx, of, "any") if of is not None else _latest_with_inside(ctx)
    return [Region(v, noun.head == "interior") for v in values]


def _latest_with_inside(ctx: Context) -> list[Value]:
    """What `its interior` is of: the polygon, circle or angle that was spoken of last. Raises ParseError."""
    for values in reversed(ctx.mentioned):
        if len(values) == 1 and isinstance(values[0], Polygon | Circle | Corner):
            return values
    return [latest(ctx, "any")]


@thing_noun("boundary", "perimeter")
def _boundary(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of")
    return [Polygon(latest_vertices(ctx))] if of is None else denote(ctx, of, "any")


# Arcs and angles.


def formed_by(noun: Noun) -> Thing | None:
    """The lines of `the triangle formed by ℓ, m and n`, or of `the angle formed by ℓ and m`."""
    for mod in noun.mods:
        if isinstance(mod, Clause) and mod.verb == "formed":
            return mod.role("by")
    return None


@thing_noun("arc")
def _arc(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of = noun.role("of")
    ends_ = list(targets)
    if not ends_ and of is not None and _is_segments(of):
        ends_, of = list(of.items) if isinstance(of, Many) else [of], None
    if not ends_ and noun.role("between") is not None:
        between = noun.role("between")
        assert between is not None
        ends_ = [Run(tuple(point_names(ctx, between)))]
    if not ends_:
        raise ctx.fail("it isn't said which arc", "write arc BC not containing A")
    rounds = circles(ctx, of) if of is not None else []
    without, containing = noun.role("without"), noun.role("containing")
    avoided = _arc_points(ctx, without)
    held = _arc_points(ctx, containing)
    size = "minor" if "minor" in noun.adjectives else "major" if "major" in noun.adjectives else ""
    found: list[Value] = []
    for i, target in enumerate(ends_):
        p = point_names(ctx, target)
        a, b = p[0], p[-1]
        middle = p[1] if len(p) == 3 else ""
        if len(p) not in (2, 3):
            raise ctx.fail("an arc is named by its ends, and perhaps a point between", "write arc BC")
        circle = rounds[i if len(rounds) > 1 else 0] if rounds else _circle_with(ctx, p, avoided + held)
        for x in p:
            on(ctx, x, circle)
        chosen = [x for x in avoided if x not in (a, b)]
        kept = [x for x in held if x not in (a, b)]
        avoid = _for_arc(avoided, i, (a, b)) if chosen else ""
        keep = _for_arc(held, i, (a, b)) if kept else ""
        if without is not None and not avoid and not size:
            others = [x for x in circle.points if x not in (a, b)]
            avoid = others[0] if others else ""
        if not (middle or keep or avoid or size):
            avoid = _third_vertex(ctx, circle, a, b)
        found.append(Arc(circle, a, b, middle or keep, avoid, size))
    return found


def _third_vertex(ctx: Context, circle: Circle, a: str, b: str) -> str:
    """Arc BC over a side of an inscribed polygon is the one without its other vertices, where nothing else is said."""
    for polygon in (*ctx.polygons, *ctx.triangles_seen):
        p = polygon.points
        if a in p and b in p and set(p) <= set(circle.points) and (p.index(a) - p.index(b)) % len(p) in (1, len(p) - 1):
            others = [x for x in p if x not in (a, b)]
            ctx.note(f"arc {a}{b} is taken to be the one without {others[0]}")
            return others[0]
    return ""


def _for_arc(listed: Sequence[str], i: int, ends_: tuple[str, str]) -> str:
    """The one of the points listed for several arcs that belongs to the i-th."""
    if i < len(listed) and listed[i] not in ends_:
        return listed[i]
    return next(x for x in listed if x not in ends_)


def _arc_points(ctx: Context, thing: Thing | None) -> list[str]:
    if thing is None:
        return []
    if isinstance(thing, Noun) and thing.head in ("vertex", "point") and not thing.names:
        return (
            list(latest_vertices(ctx)) if thing.head == "vertex" or {"second", "other"} & set(thing.adjectives) else []
        )
    return points(ctx, thing)


def _circle_with(ctx: Context, ends_: Sequence[str], others: Sequence[str]) -> Circle:
    """The circle that an arc is of, where this isn't said: the one last spoken of that has its ends."""
    wanted = set(ends_)
    for values in reversed(ctx.mentioned):
        for value in reversed(values):
            if isinstance(value, Circle) and wanted <= set(value.points):
                return value
    for circle in ctx.circles:
        if wanted <= set(circle.points):
            return circle
    names = list(dict.fromkeys((*ends_, *others)))
    if len(names) >= 3:
        return ctx.circle(names[:3])
    for group in (ctx.polygons, ctx.triangles_seen):
        for polygon in group:
            if wanted <= set(polygon.points):
                return ctx.circle(polygon.points)
    value = latest(ctx, "circle")
    assert isinstance(value, Circle)
    return value


def _right_corner(ctx: Context, p: tuple[str, ...]) -> Corner:
    """The angle of a polygon that was said to be right. Raises ParseError."""
    if len(p) == 3:
        a, b = _bases_or_legs(ctx, p, "hypotenuse")[0]
        (v,) = (x for x in p if x not in (a, b))
        return Corner(a, v, b)
    raise ctx.unresolved("it isn't said which angle", "write ∠ABC")


@thing_noun("angle")
def _angle(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if "external" in noun.adjectives:
        raise ctx.fail("an exterior angle can't be said", "say it by the angle of the triangle: 180° - ∠A")
    of, between = noun.role("of"), noun.role("between")
    if targets:
        if of is not None:
            denote(ctx, of)
        found: list[Value] = []
        for target in targets:
            found += angles(ctx, target)
        return found
    if between is None and (formed := formed_by(noun)) is not None:
        between = formed
        ctx.visit(noun.mods)
    if between is not None:
        first, second = exactly(ctx, 2, lines(ctx, between))
        return [Between(first, second, "acute" in noun.adjectives)]
    at = noun.role("at") or noun.role("vertex")
    if at is not None:
        found = []
        for v in points(ctx, at):
            if of is not None:
                p = exactly(ctx, 1, polygons(ctx, of))[0]
                found.append(corner_of(ctx, p, v))
            else:
                found.append(Corner(*ctx.corner(v)))
        return found
    if "right" in noun.adjectives and noun.article in ("the", "its", "this"):
        return [_right_corner(ctx, exactly(ctx, 1, polygons(ctx, of))[0] if of is not None else latest_vertices(ctx))]
    if of is not None:
        p = exactly(ctx, 1, polygons(ctx, of))[0]
        return [Corner(p[i - 1], p[i], p[(i + 1) % len(p)]) for i in range(len(p))]
    raise ctx.fail("it isn't said which angle", "write ∠ABC")
