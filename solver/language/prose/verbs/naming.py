"""Naming: a name, new or known, gets what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.context import Context
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.lists import zipped
from solver.language.prose.nouns.arcs import formed_by
from solver.language.prose.nouns.circles import name_circle
from solver.language.prose.nouns.lines import name_lines
from solver.language.prose.objects import Circle, Line, Part, Polygon, Value
from solver.language.prose.registry import THING_NOUNS
from solver.language.prose.syntax import Many, Modified, Named, Noun, Pronoun, Run, Thing
from solver.language.prose.things import (
    curves,
    denote,
    flat,
    like_last,
    mirror_images,
    noun_values,
    point_names,
    state_mods,
)
from solver.statements.predicates import OVERLAP


def is_names(thing: Thing) -> bool:
    match thing:
        case Run() | Named():
            return True
        case Many(items):
            return all(map(is_names, items))
        case Modified(inner):
            return is_names(inner)
        case Noun(head="point" | "line" | "circle" | "triangle" | "segment" | "ray", names=names) if names:
            return True
    return False


def define_names(ctx: Context, subject: Thing, other: Thing) -> None:
    """Names get what they stand for."""
    targets = names_of(ctx, subject)
    if isinstance(other, Pronoun):
        for target, value in zipped(ctx, targets, denote(ctx, other)):
            named(ctx, target, value)
        return
    nouns = flat([other])
    if len(nouns) > 1 and all(isinstance(n, Noun | Modified) for n in nouns):
        # `O, I be the circumcenter and incenter of ABC`: what the last one is of holds for all.
        last = nouns[-1]
        of = last.role("of") if isinstance(last, Noun) else None
        if isinstance(last, Noun) and of is not None:
            nouns = [
                replace(n, roles=last.roles) if isinstance(n, Noun) and not n.roles and _may_be_of(n, of) else n
                for n in nouns
            ]
        if len(targets) % len(nouns):
            raise ctx.fail(f"here are {len(targets)} names for {len(nouns)} things", "list as many names as things")
        share = len(targets) // len(nouns)
        for i, noun in enumerate(nouns):
            _define_one(ctx, targets[i * share : (i + 1) * share], noun)
    else:
        _define_one(ctx, targets, nouns[0] if len(nouns) == 1 else other)
    if isinstance(subject, Modified):
        state_mods(ctx, subject.thing, denote(ctx, subject.thing), subject.mods)
    for item in flat([subject]):
        if isinstance(item, Modified) and item is not subject:
            state_mods(ctx, item.thing, denote(ctx, item.thing), item.mods)
        if isinstance(item, Noun) and item.mods:
            state_mods(ctx, item, denote(ctx, Many(item.names)), item.mods)


def _may_be_of(noun: Noun, of: Thing) -> bool:
    """Whether a noun in a list is of what the last one is of: `the center and radius of ω`, not `H and the midpoint of BC`."""
    is_polygon = isinstance(of, Run | Named) or (isinstance(of, Noun) and of.head in COUNTS)
    return is_polygon or noun.head in ("center", "radius", "diameter")


def names_of(ctx: Context, thing: Thing) -> list[Thing]:
    found: list[Thing] = []
    for item in flat([thing]):
        match item:
            case Modified(inner):
                found += names_of(ctx, inner)
            case Noun(names=names):
                found += flat(names)
            case _:
                found.append(item)
    return found


def _define_one(ctx: Context, targets: Sequence[Thing], noun: Thing) -> None:
    if isinstance(noun, Modified):
        _define_one(ctx, targets, noun.thing)
        subject: Thing = Many(tuple(targets)) if len(targets) > 1 else targets[0]
        state_mods(ctx, subject, denote(ctx, subject), noun.mods)
        return
    if isinstance(noun, Noun) and noun.head == "that":
        noun = like_last(ctx, noun)
    if isinstance(noun, Noun) and noun.role("of") is not None:
        ctx.last_noun = noun
    if isinstance(noun, Noun) and noun.head == "reflection" and (found := mirror_images(ctx, noun)):
        for target, value in zipped(ctx, targets, found):
            named(ctx, target, value)
        return
    if isinstance(noun, Noun) and noun.names and noun.head not in COUNTS:
        found = denote(ctx, noun)
        for target, value in zipped(ctx, targets, found):
            named(ctx, target, value)
        return
    if isinstance(noun, Noun):
        if (noun.head in COUNTS or noun.head == "polygon") and formed_by(noun) is None:
            for target in targets:
                p = tuple(point_names(ctx, target))
                if not ctx.is_goal and len(p) >= 3:
                    ctx.add_polygon(Polygon(p), True)
        runs = all(isinstance(t, Run) and len(t.points) == 2 for t in targets)
        if noun.head in THING_NOUNS and runs and noun.head not in COUNTS:
            made = noun_values(ctx, noun, targets) if noun.head in _TAKES_RUNS else None
            if made is None:
                made_lines = [c for c, _ in curves(ctx, noun, "line")]
                name_lines(ctx, [c for c in made_lines if isinstance(c, Line)], targets)
            return
        noun_values(ctx, noun, targets)
        return
    for target, value in zipped(ctx, targets, denote(ctx, noun)):
        named(ctx, target, value)


#: Nouns that take two points as the name of what they make.
_TAKES_RUNS = frozenset(
    [
        "altitude",
        "median",
        "bisector",
        "perpendicular_bisector",
        "perpendicular",
        "parallel",
        "tangent",
        "common_tangent",
        "symmedian",
        "euler_line",
        "simson_line",
        "newton_line",
        "radical_axis",
        "common_chord",
        "polar",
        "midline",
        "diameter",
        "line_of_centers",
        "chord",
    ]
)


def named(ctx: Context, target: Thing, value: Value) -> None:
    """The name stands for the value; a point that has a name already is the same point."""
    ctx.visited.add(id(target))
    match target, value:
        case Named(name), Line() | Circle() | Polygon():
            if ctx.names.get(name, value) is not value:
                raise ctx.fail(f"{name} is named twice", "use another name")
            ctx.names[name] = value
        case Named(name), Part(line=line):
            ctx.names[name] = line
        case Run((x,)), str():
            ctx.say(OVERLAP, x, value)
        case Run(), Line() | Part():
            line = value if isinstance(value, Line) else value.line
            name_lines(ctx, [line], [target])
        case Run(), Circle():
            name_circle(ctx, value, target)
        case _:
            raise ctx.fail("this name doesn't fit")
