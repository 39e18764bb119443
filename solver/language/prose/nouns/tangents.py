"""Tangents: at a point, from a point, common ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from solver.language.prose.apart import lines_differ, tangents_from
from solver.language.prose.context import Context
from solver.language.prose.curves import (
    center,
    common_points,
    curve_of,
    direction,
    ends,
    touch_at,
    touch_line,
)
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.lines import latest_lines, name_line, name_lines
from solver.language.prose.nouns.similitude import define_common_point
from solver.language.prose.objects import Circle, Line, Part, Twins, Value
from solver.language.prose.of_sort import circles
from solver.language.prose.registry import thing_noun
from solver.language.prose.spoken_of import circle_through, latest, latest_circles
from solver.language.prose.syntax import Clause, Modified, Noun, Run, Thing
from solver.language.prose.things import denote, lines, point_names, points
from solver.statements.conditions import NONCOLLINEAR, OPPOSITE_SIDES, SAME_SIDE, ConditionKind


def _is_nearer(noun: Noun) -> bool:
    """`The tangent line closer to Q`, which is one of two circles."""
    return any(isinstance(mod, Clause) and mod.verb == "closer" for mod in noun.mods)


@thing_noun("common_tangent")
def _common_tangent(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    """A line that touches two circles; with a name AB, it does so at A and at B."""
    of = noun.role("of")
    if of is not None:
        found = circles(ctx, of)
    else:
        found = [v for v in latest_circles(ctx, 2) if isinstance(v, Circle)]
        found = found or _only_two(ctx)
    if len(found) != 2:
        raise ctx.unresolved("a common tangent is of two circles", "write common tangent of ω1 and ω2")
    first, second = found
    ctx.mention(found)
    if len(targets) > 1 and all(isinstance(t, Run) and len(t.points) == 2 for t in targets):
        each = [_common_tangent(ctx, replace(noun, count=1), [target])[0] for target in targets]
        if len(each) == 2 and "external" in noun.adjectives:
            a, b = (point_names(ctx, t)[0] for t in targets)
            ctx.demand(OPPOSITE_SIDES, a, b, center(ctx, first), center(ctx, second))
        return each
    if not targets and noun.count in (0, 2):
        kind = OPPOSITE_SIDES if "internal" in noun.adjectives else SAME_SIDE
        known = _other_tangents(ctx, noun)
        if len(known) > 1:
            raise ctx.fail("two circles have two such common tangents, and here are two others", "name the tangent")
        return ctx.made(noun, lambda: _two_tangents(ctx, first, second, known, kind))
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
        ctx.later(lambda: ctx.demand(kind, center(ctx, first), center(ctx, second), *ends(ctx, line)))
    return [made]


def _only_two(ctx: Context) -> list[Circle]:
    """The two circles of a statement that has no others."""
    known = list(dict.fromkeys([*(c for c in ctx.names.values() if isinstance(c, Circle)), *ctx.circles]))
    return known if len(known) == 2 else ctx.circles[:2]


def _other_tangents(ctx: Context, noun: Noun) -> list[Line]:
    """Those that are known: `the common external tangents other than DA`."""
    found: list[Line] = []
    for mod in noun.mods:
        if isinstance(mod, Clause) and mod.verb == "different" and (thing := mod.role("object")) is not None:
            found += lines(ctx, thing)
    return found


def _two_tangents(
    ctx: Context, first: Circle, second: Circle, known: Sequence[Line], kind: ConditionKind
) -> list[Value]:
    """The external common tangents or the internal ones, of which two circles have two, or the one that isn't known yet."""
    made = [Line(touches=first, also=second) for _ in range(2 - len(known))]
    if not known:
        one, other = made
        one.twins = other.twins = Twins(
            (one, other), partial(define_common_point, ctx, first, second, kind is SAME_SIDE)
        )

    def tell_apart() -> None:
        if all(line.also is not None for line in made):
            return  # of both nothing is said but where they meet
        for line in made:
            a, b = ends(ctx, line)
            ctx.demand(kind, center(ctx, first), center(ctx, second), a, b)
        contacts = [common_points(line, first)[0] for line in made]
        for line in known:
            ctx.demand(NONCOLLINEAR, contacts[0], *ends(ctx, line))
        if len(contacts) == 2:
            ctx.demand(OPPOSITE_SIDES, *contacts, center(ctx, first), center(ctx, second))

    ctx.later(tell_apart)
    return list(made)


def _circumcircle_at(ctx: Context, where: Sequence[str]) -> Circle | None:
    """Where no circle was spoken of, `the tangents at B and C` are those of the triangle's circumcircle."""
    if ctx.circles or not where or not ctx.may_invent:
        return None
    corners = ctx.triangle(where[0])
    if not {*where} <= {*corners}:
        return None
    ctx.note(f"the circle is taken to be the circumcircle of {''.join(corners)}")
    return ctx.circle(corners)


@thing_noun("tangent")
def _tangent(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    to, at, source = noun.role("to"), noun.role("at"), noun.role("from")
    if to is None and at is None and source is None and not targets and _is_nearer(noun):
        return _common_tangent(ctx, noun, targets)
    if to is None and at is None and source is None and noun.article in ("the", "this", "one") and not targets:
        return latest_lines(ctx, noun.count) if noun.count > 1 else [latest(ctx, "line")]
    if isinstance(source, Modified) or (isinstance(source, Noun) and source.mods):
        denote(ctx, source, "point")  # a point P outside circle O, and then the tangents to the circle
    rounds = circles(ctx, to) if to is not None else []
    if len(rounds) > 1:
        ctx.mention(rounds)
    where = points(ctx, at) if at is not None else []
    starts = points(ctx, source) if source is not None else []
    if not rounds:
        through = [circle_through(ctx, p) for p in where or starts[:1]]
        rounds = [c for c in through if c is not None] if all(c is not None for c in through) else []
    if not rounds and (around := _circumcircle_at(ctx, where)) is not None:
        rounds = [around]
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
    known = tangents_from(ctx, starts[0], rounds[0]) if len(made) == 1 and starts and not ctx.is_goal else []
    if targets and all(isinstance(t, Run) for t in targets):
        found = _tangents_by_points(ctx, made, targets)
    else:
        found = list(name_lines(ctx, made, targets))
    for line in known if {"second", "other"} & {*noun.adjectives} else ():
        if isinstance(new := curve_of(found[0]), Line) and new is not line:
            ctx.later(partial(lines_differ, ctx, new, line))
    return found


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
