"""Arcs and angles by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.atoms import AngleKind
from solver.language.prose.between import of_rays
from solver.language.prose.context import Context
from solver.language.prose.curves import on
from solver.language.prose.lists import exactly
from solver.language.prose.nouns.cevians import is_segments
from solver.language.prose.nouns.sides import bases_or_legs
from solver.language.prose.nouns.superlatives import is_superlative, superlative
from solver.language.prose.objects import Arc, Between, Circle, Corner, Value
from solver.language.prose.of_sort import angles, circles, corner_of, polygons
from solver.language.prose.regions import taken_without
from solver.language.prose.registry import thing_noun
from solver.language.prose.spoken_of import latest, latest_vertices
from solver.language.prose.syntax import Clause, Many, Noun, Run, Thing
from solver.language.prose.things import denote, lines, point_names, points
from solver.statements.conditions import SAME_SIDE


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
    if not ends_ and of is not None and is_segments(of):
        ends_, of = list(of.items) if isinstance(of, Many) else [of], None
    if not ends_ and noun.role("between") is not None:
        between = noun.role("between")
        assert between is not None
        ends_ = [Run(tuple(point_names(ctx, between)))]
    if not ends_:
        raise ctx.fail("it isn't said which arc", "write arc BC not containing A")
    rounds = circles(ctx, of) if of is not None else []
    if len(rounds) > 1 and len(rounds) != len(ends_):
        raise ctx.fail(f"here are {len(ends_)} arcs of {len(rounds)} circles", "say of each arc of which circle it is")
    without, containing = noun.role("without"), noun.role("containing")
    if isinstance(without, Many) and without.is_choice:  # not containing C or D: none of them
        ctx.visited.add(id(without))
        without = replace(without, is_choice=False)
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
        if len(ends_) == 1:
            _check_listed(ctx, (without, avoided), (containing, held), (a, b))
        chosen = [x for x in avoided if x not in (a, b)]
        kept = [x for x in held if x not in (a, b)]
        avoid = _for_arc(avoided, i, (a, b)) if chosen else ""
        keep = _for_arc(held, i, (a, b)) if kept else ""
        if without is not None and not avoid and not size:
            others = [x for x in circle.points if x not in (a, b)]
            avoid = others[0] if others else ""
        is_open = not (middle or keep or avoid or size)
        if is_open:
            avoid = _third_vertex(ctx, circle, a, b)
        found.append(Arc(circle, a, b, middle or keep, avoid, size, is_open))
    return found


def _check_listed(
    ctx: Context,
    without: tuple[Thing | None, list[str]],
    containing: tuple[Thing | None, list[str]],
    ends_: tuple[str, str],
) -> None:
    """All points that one arc contains, or doesn't, are on one side of its ends, and none is an end. Raises ParseError."""
    for thing, listed in (without, containing):
        if isinstance(thing, Noun) and not thing.names:
            continue  # `not containing the other vertices`
        for x in listed:
            if x in ends_:
                raise ctx.fail(
                    f"{x} is an end of arc {''.join(ends_)}", "name a point between its ends, or beyond them"
                )
        if listed and not ctx.is_goal:
            for x in listed[1:]:
                ctx.demand(SAME_SIDE, listed[0], x, *ends_)


def _third_vertex(ctx: Context, circle: Circle, a: str, b: str) -> str:
    """Arc BC over a side of an inscribed polygon is the one without its other vertices, where nothing else is said."""
    for polygon in (*ctx.polygons, *ctx.triangles_seen):
        p = polygon.points
        if a in p and b in p and set(p) <= set(circle.points) and (p.index(a) - p.index(b)) % len(p) in (1, len(p) - 1):
            others = [x for x in p if x not in (a, b)]
            ctx.note(taken_without(a, b, others[0]))
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
        a, b = bases_or_legs(ctx, p, "hypotenuse")[0]
        (v,) = (x for x in p if x not in (a, b))
        return Corner(a, v, b)
    raise ctx.unresolved("it isn't said which angle", "write ∠ABC")


@thing_noun("angle")
def _angle(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> Sequence[Value]:
    if "external" in noun.adjectives:
        raise ctx.fail("an exterior angle can't be said", "say it by the angle of the triangle: 180° - ∠A")
    if is_superlative(noun):
        return superlative(ctx, noun)
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
        if (corner := of_rays(between)) is not None:
            return [corner]
        if "obtuse" in noun.adjectives:
            raise ctx.fail("the greater angle between lines can't be said", "say which angle it is: ∠ABC")
        return [Between(first, second, AngleKind.EITHER_WAY)]
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
    its_own = of is None and noun.count != 1 and (noun.article == "its" or noun.count == 3)
    if of is not None or its_own:
        p = exactly(ctx, 1, polygons(ctx, of))[0] if of is not None else latest_vertices(ctx)
        if noun.count not in (0, len(p)):
            raise ctx.unresolved(f"{''.join(p)} has {len(p)} angles", "name the angles: ∠ABC")
        corners = [Corner(p[i - 1], p[i], p[(i + 1) % len(p)]) for i in range(len(p))]
        if "opposite" in noun.adjectives and len(p) % 2 == 0:
            corners = [c for pair in zip(corners, corners[len(p) // 2 :], strict=False) for c in pair]
        if "acute" in noun.adjectives and noun.count != 1 and len(p) == 3:  # those of a right triangle
            right = _right_corner(ctx, p).v
            return [c for c in corners if c.v != right]
        return corners
    raise ctx.fail("it isn't said which angle", "write ∠ABC")
