"""What letters mean by custom: the incenter of the triangle is I, also where a statement forgets to say so."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context
from solver.language.prose.registry import POINT_NOUNS
from solver.language.prose.syntax import Noun, Run
from solver.statements.predicates import (
    COLL,
    CONG,
    DISTMEQ,
    DISTSEQ,
    EQRATIO,
    OVERLAP,
    PERP,
    RCONST,
    SQDISTSEQ,
    Statement,
)

#: Points of a triangle by their letters: nouns of the table of meanings, and how they are called.
CUSTOMS = {
    "I": ("incenter", "incenter"),
    "H": ("orthocenter", "orthocenter"),
    "O": ("circumcenter", "circumcenter"),
    "G": ("centroid", "centroid"),
}

#: What is said of lengths only.
_OF_LENGTHS = frozenset([CONG, EQRATIO, RCONST, DISTSEQ, SQDISTSEQ, DISTMEQ])


def take_conventions(ctx: Context, named: Sequence[str]) -> None:
    """Points that are named, and of which nothing is said, are what their letter means by custom; this is noted."""
    for letter, (head, called) in CUSTOMS.items():
        if letter not in named or letter in ctx.declared:
            continue
        triangles = {
            frozenset(p.points): p.points for p in ctx.polygons or ctx.triangles_seen if letter not in p.points
        }
        if len(triangles) != 1 or any(len(p) != 3 for p in triangles.values()):
            continue
        if any(kind in ("midpoint", "foot", "crossing") for (kind, *_), name in ctx.known.items() if name == letter):
            continue
        ((a, b, c),) = triangles.values()
        (definition,) = POINT_NOUNS[head](ctx, Noun(head, names=(Run((letter,)),), roles=(("of", Run((a, b, c))),)))
        if ctx.is_named(definition.key, letter):
            ctx.say(OVERLAP, letter, ctx.known[definition.key])
        else:
            definition.define(letter)
        ctx.declare(letter)
        ctx.note(f"{letter}, of which nothing is said, is taken to be the {called} of {a}{b}{c}")


def take_feet(ctx: Context) -> None:
    """In `triangle ABC, AD is perpendicular to BC and AD² = BD·CD` D is on BC: of it only that line is said, and lengths."""
    triangles = {frozenset(p.points) for p in (*ctx.polygons, *ctx.triangles_seen) if len(p.points) == 3}
    for said in tuple(ctx.given.premises):
        if said.predicate is not PERP:
            continue
        first, second = said.points[:2], said.points[2:]
        for (x, y), (b, c) in ((first, second), (first[::-1], second), (second, first), (second[::-1], first)):
            if frozenset((x, b, c)) in triangles and _is_only_dropped(ctx, y, said):
                ctx.say(COLL, y, b, c)
                ctx.note(f"{y}, of which nothing else is said, is taken to be on {b}{c}")


def _is_only_dropped(ctx: Context, y: str, dropped: Statement) -> bool:
    about = [s for s in ctx.given.premises if y in s.points and s != dropped]
    is_told = y in ctx.declared or y in ctx.invented or any(y in p.points for p in ctx.polygons)
    return (
        not is_told
        and all(s.predicate in _OF_LENGTHS for s in about)
        and not any(y in c.points for c in ctx.given.conditions)
    )
