"""What the words of a statement say, before anything is known of what they mean: things, and clauses about them.

This is the border between languages and meaning: the grammars of English (`english`) and of other languages produce
these trees; `solver.language.prose.meaning` says what they mean. Heads of nouns and verbs are words of the table of
meanings (`midpoint`, `meet`), roles are named by what they are (`of`, `at`, `from`), never by a word of one language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from operator import is_
from typing import Any

#: Where something is said: from this token to before that one.
Place = tuple[int, int]


@dataclass(frozen=True)
class Run:
    """Points side by side: a point, a segment, a triangle, an angle, as the place where it stands wants it."""

    points: tuple[str, ...]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Named:
    """The name of a line, a circle or a triangle."""

    name: str
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Noun:
    """`the circumcircle ω of triangle ABC passing through D`.

    head: what it is. adjectives: `acute`, `external`. article: `the`, `a`, `""`, or `its` and other words that refer to
    what was spoken of. count: how many are meant, 0 where there may be any number of them. names: what it is called.
    roles: what belongs to the noun (`of` triangle ABC). mods: what else is said of it, clauses about SELF.
    """

    head: str
    adjectives: tuple[str, ...] = ()
    article: str = ""
    count: int = 1
    names: tuple[Thing, ...] = ()
    roles: tuple[tuple[str, Thing], ...] = ()
    mods: tuple[Said, ...] = ()
    place: Place = field(default=(0, 0), compare=False)

    def role(self, name: str) -> Thing | None:
        return next((thing for role, thing in self.roles if role == name), None)


@dataclass(frozen=True)
class Pronoun:
    """SELF is what a modifying clause is about; `it`, `they`, `which` refer to what was spoken of."""

    word: str
    place: Place = field(default=(0, 0), compare=False)


SELF = Pronoun("self")


@dataclass(frozen=True)
class Many:
    """A list; with `or`, one of it."""

    items: tuple[Thing, ...]
    place: Place = field(default=(0, 0), compare=False)
    is_choice: bool = False


@dataclass(frozen=True)
class Modified:
    """A named thing of which more is said: `P ≠ A`, `D on BC`."""

    thing: Thing
    mods: tuple[Said, ...]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Number:
    value: str
    is_degrees: bool = False
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class AngleSize:
    """∠ABC, ∠A, ∠(AB, CD)."""

    things: tuple[Thing, ...]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Operation:
    """sign: + - * / ^ √, `neg`, `squares` (their sum), `area`, a function of an angle (`sin`), `ratio` (a : b) or `ratios` (a : b : c)."""

    sign: str
    sides: tuple[Expression, ...]
    place: Place = field(default=(0, 0), compare=False)


Thing = Run | Named | Noun | Pronoun | Many | Modified | Number | AngleSize | Operation
Expression = Thing


@dataclass(frozen=True)
class Clause:
    """`AI meets ω again at M`: a verb of the table of meanings, with what fills its roles (`subject`, `object`, `at` …)."""

    verb: str
    roles: tuple[tuple[str, Thing], ...] = ()
    flags: frozenset[str] = frozenset()
    place: Place = field(default=(0, 0), compare=False)

    def role(self, name: str) -> Thing | None:
        return next((thing for role, thing in self.roles if role == name), None)


@dataclass(frozen=True)
class About:
    """What is said of a thing: `said` with this thing for SELF."""

    thing: Thing
    said: Said
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Relation:
    """A chain of equations or inequalities, `AB = CD < EF`; signs: = ≠ < > <= >= ∥ ⟂ ∼ ≅ ∈."""

    sides: tuple[Expression, ...]
    signs: tuple[str, ...]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Together:
    """Several clauses, one after the other."""

    clauses: tuple[Said, ...]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Whether:
    """`either … or …`."""

    clauses: tuple[Said, ...]
    place: Place = field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Likewise:
    """`similarly, define …`, `ℓ_B and ℓ_C are defined similarly`: things, if any are named, made as the last ones were."""

    things: tuple[Thing, ...]
    place: Place = field(default=(0, 0), compare=False)


Said = Clause | About | Relation | Together | Whether | Likewise


@dataclass(frozen=True)
class Goal:
    """kind: `prove`, `find`, `greatest`, `least`, `iff` (first the one, then the other), `explore`. terms: in which something is
    to be found. over: of all its values, `EACH`, their `SUM` or `PRODUCT`."""

    kind: str
    clauses: tuple[Said, ...] = ()
    asked: Thing | None = None
    place: Place = field(default=(0, 0), compare=False)
    terms: tuple[Thing, ...] = ()
    over: str = ""


Sentence = Said | Goal


def nodes(node: object) -> Iterator[object]:
    """All parts of a tree, itself first, in order; places in the text aside."""
    yield node
    if isinstance(node, tuple):
        for part in node:
            yield from nodes(part)
    elif is_dataclass(node):
        for f in fields(node):
            if f.name != "place":
                yield from nodes(getattr(node, f.name))


#: What `rebuilt` leaves out of the lists in which it stands.
LEFT_OUT = object()


def rebuilt(node: Any, change: Callable[[object], object]) -> Any:
    """A tree with what `change` gives in the place of its parts; parts in which nothing changes stay the same objects."""
    changed = change(node)
    if changed is not node:
        return changed
    if isinstance(node, tuple):
        parts = tuple(part for old in node if (part := rebuilt(old, change)) is not LEFT_OUT)
        return node if len(parts) == len(node) and all(map(is_, parts, node)) else parts
    if not is_dataclass(node) or isinstance(node, type):
        return node
    parts_ = {f.name: rebuilt(getattr(node, f.name), change) for f in fields(node) if f.name != "place"}
    new = {name: part for name, part in parts_.items() if part is not getattr(node, name)}
    return replace(node, **new) if new else node
