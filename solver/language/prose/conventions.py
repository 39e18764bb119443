"""What letters mean by custom: the incenter of the triangle is I, also where a statement forgets to say so."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context
from solver.language.prose.registry import POINT_NOUNS
from solver.language.prose.syntax import Noun, Run
from solver.statements.predicates import OVERLAP

#: Points of a triangle by their letters: nouns of the table of meanings, and how they are called.
CUSTOMS = {
    "I": ("incenter", "incenter"),
    "H": ("orthocenter", "orthocenter"),
    "O": ("circumcenter", "circumcenter"),
    "G": ("centroid", "centroid"),
}


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
