"""The tables of meanings: what nouns and verbs mean, entered by the modules that say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.language.prose.context import Context, Key
from solver.language.prose.objects import Value
from solver.language.prose.syntax import Clause, Noun, Thing


@dataclass(frozen=True)
class Definition:
    """A point by what it is. key: the same for each way of saying it. letter: for its name, where it has none.

    define: states it of a point. claim: states it where that is the goal, if this is said otherwise.
    """

    key: Key
    letter: str
    define: Callable[[str], None]
    claim: Callable[[str], None] | None = None


PointNoun = Callable[[Context, Noun], Sequence[Definition]]
ThingNoun = Callable[[Context, Noun, Sequence[Thing]], Sequence[Value]]
Verb = Callable[[Context, Clause], None]

POINT_NOUNS: dict[str, PointNoun] = {}
THING_NOUNS: dict[str, ThingNoun] = {}
VERBS: dict[str, Verb] = {}


def point_noun(*heads: str) -> Callable[[PointNoun], PointNoun]:
    def enter(make: PointNoun) -> PointNoun:
        POINT_NOUNS.update(dict.fromkeys(heads, make))
        return make

    return enter


def thing_noun(*heads: str) -> Callable[[ThingNoun], ThingNoun]:
    def enter(make: ThingNoun) -> ThingNoun:
        THING_NOUNS.update(dict.fromkeys(heads, make))
        return make

    return enter


def verb(*names: str) -> Callable[[Verb], Verb]:
    def enter(make: Verb) -> Verb:
        VERBS.update(dict.fromkeys(names, make))
        return make

    return enter
