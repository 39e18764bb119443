"""From statements back to phrases: what a reader would call them, by the table of phrases read backwards.

`cong M B M C` and `coll M B C` are “M midpoint of B C”. A phrase is recognized where all that it asserts is among what is
said, so that to say it instead says neither more nor less.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import permutations

from solver.language.orientation import Senses
from solver.language.plain_phrase import Phrase, Sort
from solver.language.plain_words import FACTS, LINES, POINTS
from solver.language.plain_write import sentence
from solver.statements.conditions import CONDITIONS, CONVEX, NONCOLLINEAR, Condition
from solver.statements.predicates import COLL, CONG, CYCLIC, PARA, PERP, PREDICATES, Statement

Said = Statement | Condition

_PIECE = re.compile(r"\[(\w+)\]|\{([\w ]+),?\}|(\S+)")
#: The words in brackets that a written sentence keeps.
_KEPT = frozenset(("to",))


@dataclass(frozen=True)
class _Row:
    """A phrase whose meaning is in predicates and conditions alone, each with the slots that it is about."""

    words: tuple[str, ...]
    slots: frozenset[str]
    premises: tuple[tuple[str, tuple[str, ...]], ...]
    conditions: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def size(self) -> int:
        return len(self.premises) + len(self.conditions)

    @cached_property
    def names(self) -> frozenset[str]:
        """The kinds of the predicates and conditions that it asks for."""
        return frozenset(name for name, _ in (*self.premises, *self.conditions))

    def written(self, bound: Mapping[str, str]) -> str:
        return " ".join(bound[word] if word in self.slots else word for word in self.words)

    def said(self, bound: Mapping[str, str]) -> list[Said]:
        premises = [Statement(PREDICATES[name], tuple(bound[s] for s in slots)) for name, slots in self.premises]
        return [*premises, *(Condition(CONDITIONS[n], tuple(bound[s] for s in slots)) for n, slots in self.conditions)]


@cache
def _rows() -> tuple[_Row, ...]:
    """The largest first, so that a parallelogram isn't two pairs of parallels."""
    found = [row for phrase in (*POINTS, *LINES, *FACTS) if (row := _row(phrase)) is not None]
    return tuple(sorted(found, key=lambda row: -row.size))


def _row(phrase: Phrase) -> _Row | None:
    premises, conditions = (
        tuple((name, tuple(slots)) for name, *slots in (template.split() for template in templates))
        for templates in (phrase.asserts, phrase.conditions)
    )
    slots = {slot for _, some in (*premises, *conditions) for slot in some}
    is_plain = all(name in PREDICATES for name, _ in premises) and all(len(slot) == 1 for slot in slots)
    if phrase.hidden or not is_plain or ":" in phrase.pattern or len(premises) + len(conditions) < 2:
        return None
    words: list[str] = {Sort.POINT: ["x"], Sort.LINE: ["x", "on"]}.get(phrase.sort, [])
    for kept, listed, word in _PIECE.findall(phrase.pattern):
        words += [kept] if kept in _KEPT else listed.split() if listed else [word] if word else []
    turned = ["a" if word == phrase.corner else word for word in words]
    return _Row(tuple(turned), frozenset(slots), premises, conditions)


def _name(said: Said) -> str:
    return said.kind.name if isinstance(said, Condition) else said.predicate.name


def _key(said: Said) -> object:
    """The same for all orders of points that mean the same."""
    p = said.points
    if isinstance(said, Condition):
        match said.kind.name:
            case "between" | "acute" | "obtuse":
                odd = 0 if said.kind.name == "between" else 1
                return said.kind, p[odd], frozenset(p) - {p[odd]}
            case "same_side" | "opposite_sides" | "apart" | "noncollinear" | "crossing":
                return said.kind, frozenset(p[:2]), frozenset(p[2:])
            case _:
                return said
    if said.predicate in (COLL, CYCLIC):
        return said.predicate, frozenset(p)
    if said.predicate in (CONG, PARA, PERP):
        return said.predicate, frozenset((frozenset(p[:2]), frozenset(p[2:])))
    return said


def _orders(said: Said) -> Iterator[tuple[str, ...]]:
    """Its points in the orders that mean the same, its own first."""
    p = said.points
    yield p
    if isinstance(said, Statement) and said.predicate in (CONG, PARA, PERP):
        for first, second in ((p[:2], p[2:]), (p[2:], p[:2])):
            yield from ((*a, *b) for a in (first, first[::-1]) for b in (second, second[::-1]))
    elif _is_symmetric(said) and len(p) <= 4:
        yield from permutations(p)


def _is_symmetric(said: Said) -> bool:
    return said.kind is NONCOLLINEAR if isinstance(said, Condition) else said.predicate in (COLL, CYCLIC)


@dataclass(frozen=True)
class Recognized:
    """words: a sentence. covers: what it says, as it was said.

    pattern: the phrase of the table, its slots single letters; bound: their points. Empty where no phrase was recognized.
    """

    words: str
    covers: tuple[Said, ...]
    pattern: str = ""
    bound: Mapping[str, str] = field(default_factory=dict)


def recognized(said: Collection[Said], senses: Mapping[Statement, Senses]) -> list[Recognized]:
    """All that is said in sentences: shapes first, then facts in their order, then what only a figure shows.

    A statement with senses is about sizes of angles, of which no phrase of the table speaks.
    """
    known: dict[object, Said] = {_key(one): one for one in said if one not in senses}
    left = dict(known)
    found: list[Recognized] = []
    names = {_name(one) for one in known.values()}
    for row in (row for row in _rows() if row.names <= names):
        while (bound := _found(row, known, left)) is not None:
            covers = tuple(known[_key(one)] for one in row.said(bound))
            found.append(Recognized(row.written(bound), covers, " ".join(row.words), bound))
            for one in covers:
                left.pop(_key(one), None)
    rest = [one for one in said if one in senses or _key(one) in left]
    found += [Recognized(in_words(one, senses), (one,)) for one in rest]
    place = {one: (_rank(one), i) for i, one in enumerate(said)}
    return sorted(found, key=lambda r: min(place[one] for one in r.covers if _key(one) in known or one in senses))


def in_words(said: Said, senses: Mapping[Statement, Senses]) -> str:
    return str(said) if isinstance(said, Condition) else sentence(said, senses.get(said))


def _rank(said: Said) -> int:
    if isinstance(said, Statement):
        return 1
    return 0 if said.kind in (NONCOLLINEAR, CONVEX) else 2


def _found(row: _Row, known: Mapping[object, Said], left: Mapping[object, Said]) -> dict[str, str] | None:
    """Points for the slots of a row, so that all of its premises are left, and its conditions known."""
    name, slots = (row.premises or row.conditions)[0]
    for one in left.values():
        if _name(one) != name:
            continue
        if isinstance(one, Statement) and one.constants:
            continue
        for order in _orders(one):
            if (bound := _bound(slots, order, {})) is None:
                continue
            whole = _completed(row, bound, known, left)
            if whole is not None:
                return whole
    return None


def _completed(
    row: _Row, bound: dict[str, str], known: Mapping[object, Said], left: Mapping[object, Said]
) -> dict[str, str] | None:
    """The binding with what the other templates of the row ask for, by trying all that is said."""
    open_ = [(n, s) for n, s in (*row.premises, *row.conditions) if not set(s) <= bound.keys()]
    if not open_:
        items = row.said(bound)
        needs = items if not row.premises else items[: len(row.premises)]
        fits = all(_key(one) in left for one in needs) and all(_key(one) in known for one in items)
        return bound if fits else None
    name, slots = open_[0]
    for one in known.values():
        if _name(one) == name:
            for order in _orders(one):
                more = _bound(slots, order, bound)
                if more is not None and (whole := _completed(row, more, known, left)) is not None:
                    return whole
    return None


def _bound(slots: Sequence[str], points: Sequence[str], bound: Mapping[str, str]) -> dict[str, str] | None:
    """The binding with these points in these slots; None where a slot has another point, or a point another slot."""
    if len(slots) != len(points):
        return None
    found = dict(bound)
    for slot, point in zip(slots, points, strict=True):
        if found.setdefault(slot, point) != point:
            return None
    return found if len(set(found.values())) == len(found) else None
