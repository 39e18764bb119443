"""Who a verb speaks of: its subject and its object."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from solver.language.prose.context import Context
from solver.language.prose.syntax import SELF, AngleSize, Clause, Many, Modified, Noun, Pronoun, Thing
from solver.language.prose.things import flat

T = TypeVar("T")


def subject_of(ctx: Context, clause: Clause) -> Thing:
    thing = clause.role("subject")
    if thing is None:
        raise ctx.fail("it isn't said of what this is so", "write a whole sentence: AD meets BC at E")
    return thing


def couples(ctx: Context, clause: Clause, found: Sequence[T]) -> list[tuple[T, T]]:
    """The pairs of which something without an object is said: each and the next one, or those that are opposite to each other."""
    thing = ctx.bearer.thing if clause.role("subject") is SELF else clause.role("subject")
    if isinstance(thing, Noun) and thing.head == "side" and "opposite" in thing.adjectives and not thing.names:
        return list(zip(found[::2], found[1::2], strict=True))
    return list(pairwise(found))


def other_of(ctx: Context, clause: Clause, name: str = "object") -> Thing | None:
    thing = clause.role(name)
    return None if isinstance(thing, Pronoun) and thing.word == "each_other" else thing


def indefinite(thing: Thing | None, heads: Sequence[str]) -> bool:
    """`a circle`, `one line`: not a certain one."""
    return (
        isinstance(thing, Noun) and thing.head in heads and not thing.names and not thing.roles and not thing.mods
        and thing.article not in ("the", "this", "its") and thing.count == 1
    ) or (isinstance(thing, Noun) and thing.head in heads and ("same" in thing.adjectives or "common" in thing.adjectives) and not thing.names)  # fmt: skip


#: Circles by what they are.
_CIRCLES = frozenset(["circle", "circumcircle", "incircle", "excircle"])


def circle_like(*things: Thing | None) -> Thing | None:
    """All of several things, where they are circles by their nouns."""
    found = [item for thing in things if thing is not None for item in flat([thing])]
    is_round = all(isinstance(item, Noun) and item.head in _CIRCLES for item in found)
    return Many(tuple(found)) if found and is_round else None


def angle_like(thing: Thing) -> bool:
    if isinstance(thing, Many):
        return all(map(angle_like, thing.items))
    if isinstance(thing, Modified):
        return angle_like(thing.thing)
    return isinstance(thing, AngleSize) or (isinstance(thing, Noun) and thing.head == "angle")
