"""Lines, rays and segments by their names, parallels and perpendiculars, secants; extensions and regions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from solver.language.prose.context import Context
from solver.language.prose.curves import ends, on, parallel, perpendicular
from solver.language.prose.lists import width, zipped
from solver.language.prose.objects import Circle, Corner, Line, Part, Polygon, Region, Value
from solver.language.prose.of_sort import circles, pairs
from solver.language.prose.registry import thing_noun
from solver.language.prose.spoken_of import latest, latest_vertices, spoken_last
from solver.language.prose.syntax import Named, Noun, Run, Thing
from solver.language.prose.things import denote, lines, point_names, points
from solver.statements.conditions import BETWEEN
from solver.statements.predicates import COLL, PERP


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
            return latest_lines(ctx, noun.count)
        if noun.article == "this" or (noun.article == "the" and not noun.mods):
            return [spoken_last(ctx, "line")]
        if noun.article == "its" and not noun.mods:
            raise ctx.fail(f"it isn't said which {noun.head} this is", "name it by two points: AB")
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


def latest_lines(ctx: Context, count: int) -> list[Value]:
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


def _listed(said: object) -> int:
    """How many things a modifier lists, at most."""
    roles = getattr(said, "roles", None)
    if roles is not None:
        return max((width(t) for r, t in roles if r != "subject"), default=1)
    return 1


@thing_noun("perpendicular", "parallel")
def _directed(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    to, through = noun.role("to"), noun.role("through")
    if to is None and through is None and noun.article in ("the", "this") and not targets:
        return latest_lines(ctx, noun.count) if noun.count != 1 else [latest(ctx, "line")]
    is_new = bool(targets) or noun.article not in ("the", "this")
    count = max(noun.count, len(targets))
    if to is None and through is None and is_new and (count == 2 or (count > 2 and noun.head == "parallel")):
        several = [Line() for _ in range(count)]  # two perpendicular lines
        named = name_lines(ctx, several, targets)
        for pair in pairwise(several):
            ctx.later(partial(perpendicular if noun.head == "perpendicular" else parallel, ctx, *pair))
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
    named_lines = name_lines(ctx, made, targets)
    for line, target in zip(made, targets, strict=False):
        if line.dropped_to is not None and isinstance(target, Run) and len(target.points) == 2 and not ctx.is_goal:
            ctx.later(partial(_end_at, ctx, target.points[1], line, line.dropped_to))
    return named_lines


def _end_at(ctx: Context, x: str, line: Line, dropped_to: Line) -> None:
    """The perpendicular PD to BC ends on BC, if nothing else is said of D."""
    about = [s for s in ctx.given.premises if x in s.points]
    also = [c for c in ctx.given.conditions if x in c.points]
    if len(about) == 1 and about[0].predicate is PERP and not also and len(dropped_to.points) >= 2:
        on(ctx, x, dropped_to)
        ctx.note(f"{x}, of which nothing else is said, is taken to be on {''.join(dropped_to.points[:2])}")


def _line_to(ctx: Context, line: Line, p: str, head: str) -> Line:
    made = Line([p] if p else [])
    (perpendicular if head == "perpendicular" else parallel)(ctx, made, line)
    made.dropped_to = line if head == "perpendicular" else None
    return made


@thing_noun("extension")
def _extension(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    of, beyond = noun.role("of"), noun.role("beyond")
    is_its = of is None and noun.article == "its"
    if is_its and beyond is None:  # `altitude CC' and its extension`: beyond which end isn't said
        return [Part(ctx.line(a, b), "line", a, b) for a, b in [_latest_segment(ctx)]]
    if of is None and beyond is None and noun.article in ("the", "this"):
        for values in reversed(ctx.mentioned):
            if all(isinstance(v, Part) and v.kind == "extension" for v in values):
                return values
    if of is None and not is_its:
        raise ctx.fail("it isn't said of what", "write extension of AB beyond B")
    ends_ = pairs(ctx, of) if of is not None else [_latest_segment(ctx)]
    if beyond is None:
        return [Part(ctx.line(a, b), "line" if noun.count == 0 else "extension", a, b) for a, b in ends_]
    found: list[Value] = []
    for (a, b), v in zipped(ctx, ends_, points(ctx, beyond)):
        if v not in (a, b):
            raise ctx.fail(f"{v} isn't an end of {a}{b}")
        p, q = (b, a) if v == a else (a, b)
        found.append(Part(ctx.line(p, q), "extension", p, q))
    return found


def _latest_segment(ctx: Context) -> tuple[str, str]:
    value = latest(ctx, "line")
    if isinstance(value, Part):
        return value.a, value.b
    assert isinstance(value, Line)
    return ends(ctx, value)


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
