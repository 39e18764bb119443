"""What is “defined similarly”: the clause that introduced its model, told of the other vertices.

ℓ_B and ℓ_C are made as ℓ_A was: with A, B, C turned around in all names, A → B → C → A, also where they are indices, small
or capital. A name without such a letter (D, then E and F similarly) goes on in the order in which the others are named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from solver.language.prose.syntax import About, Clause, Likewise, Many, Modified, Named, Noun, Run, Said, Thing

#: Letters and figures that take each other's place.
_CYCLES = ("ABC", "abc", "123", "XYZ", "xyz", "PQR", "DEF")


def is_likewise(said: Said) -> bool:
    return isinstance(said, Likewise) or (isinstance(said, About) and isinstance(said.said, Likewise))


def names_of(node: object) -> Iterator[str]:
    """All names in a tree, in order."""
    if isinstance(node, Run):
        yield from node.points
    elif isinstance(node, Named):
        yield node.name
    elif isinstance(node, tuple):
        for part in node:
            yield from names_of(part)
    elif is_dataclass(node):
        for f in fields(node):
            if f.name != "place":
                yield from names_of(getattr(node, f.name))


def copies(said: Said, before: Sequence[Said], known: frozenset[str]) -> list[Said] | None:
    """The clauses that say in full what is said to be similar; None where no model is found.

    before: the clauses up to here, in order. known: all names of the statement.
    """
    things = (said.thing,) if isinstance(said, About) else _things(said)
    targets = list(dict.fromkeys(name for thing in things for name in names_of(_own_names(thing))))
    if not targets:
        return None
    found: list[Said] = []
    for i, target in enumerate(targets):
        model = _model(target, targets, before)
        if model is None:
            return None
        old, shift = model
        renamed = _Renaming(shift if shift else i + 1, {old: target}, known | set(targets))
        needed = _needed(old, before, renamed)
        found += [replace(renamed.of(clause), place=(0, 0)) for clause in needed]
    for thing in things:
        if isinstance(thing, Modified) or (isinstance(thing, Noun) and thing.mods):
            found.append(Clause("exist", (("subject", thing),)))
    return found


def _own_names(thing: Thing) -> object:
    """The names that the thing gets, and not those of what is said about it."""
    match thing:
        case Noun(names=names):
            return tuple(_own_names(name) for name in names)
        case Modified(inner):
            return _own_names(inner)
        case Many(items):
            return tuple(_own_names(item) for item in items)
    return thing


def _things(said: Said) -> tuple[Thing, ...]:
    return said.things if isinstance(said, Likewise) else ()


def _model(target: str, targets: Sequence[str], before: Sequence[Said]) -> tuple[str, int] | None:
    """The name that was introduced and is like this one, and how far the vertices are turned; 0 where names don't tell."""
    earlier = [name for clause in reversed(before) for name in reversed(list(dict.fromkeys(names_of(clause))))]
    for cycles in (_CYCLES[:2], _CYCLES[2:3]):
        for name in dict.fromkeys(earlier):
            shift = _shift(name, target, cycles)
            if shift and name not in targets:
                return name, shift
    # D, and then E and F: the last new name that is one letter before.
    first = targets[0]
    for name in dict.fromkeys(earlier):
        if len(name) == len(first) and name[1:] == first[1:] and ord(first[0]) - ord(name[0]) == 1:
            return name, 0
    return None


def _shift(name: str, target: str, cycles: Sequence[str]) -> int:
    """How far the one letter in which the names differ is turned; 0 where they differ otherwise."""
    if len(name) != len(target) or name == target:
        return 0
    different = [(a, b) for a, b in zip(name, target, strict=True) if a != b]
    if len(different) != 1:
        return 0
    a, b = different[0]
    for cycle in cycles:
        if a in cycle and b in cycle and len(name) > 1:
            return (cycle.index(b) - cycle.index(a)) % 3
    return 0


def _introduction(name: str, before: Sequence[Said]) -> list[Said]:
    """The clause in which the name comes first, and others that only tell more of it right after."""
    for i, clause in enumerate(before):
        if name in names_of(clause):
            return [clause, *_more(name, before[i + 1 :])]
    return []


def _needed(name: str, before: Sequence[Said], renamed: _Renaming) -> list[Said]:
    """The clauses that introduce a name, after those that introduce what they speak of and is of one vertex only.

    D, the midpoint of BC, isn't meant again where the same is done for B: it gets a name there, D_2, and is introduced, too.
    """
    introduced = _introduction(name, before)
    earlier: list[Said] = []
    for other in dict.fromkeys(names_of(tuple(introduced))):
        if other in renamed.given or renamed.name(other) != other or other in ("A", "B", "C"):
            continue
        clauses = _introduction(other, before)
        if clauses == introduced or not clauses:
            continue
        told = [n for n in names_of(tuple(clauses)) if n != other]
        if Counter(told) != Counter(map(renamed.name, told)):
            renamed.give(other)
            earlier += _needed(other, before, renamed)
    return [*earlier, *introduced]


def _more(name: str, after: Sequence[Said]) -> list[Said]:
    """Clauses right after whose subject it is."""
    found: list[Said] = []
    for clause in after:
        if not (isinstance(clause, About) and list(names_of(clause.thing)) == [name]):
            break
        found.append(clause)
    return found


#: A name: a letter, perhaps with an index, perhaps with primes.
_PARTS = re.compile(r"([^_'*]+)(_[A-Za-z0-9]+)?(['*]*)")
_LETTERS = frozenset("ABCabc")


class _Renaming:
    """Trees with other names in them."""

    def __init__(self, shift: int, given: dict[str, str], known: frozenset[str] | set[str]) -> None:
        self.shift = shift
        self.given = given
        self.known = known

    def give(self, name: str) -> None:
        """A new name for what has to be made again."""
        taken = set(self.known) | set(self.given.values())
        self.given[name] = next(n for k in range(2, 200) if (n := f"{name[0]}_{k}{self.shift}") not in taken)

    def name(self, name: str, is_any: bool = False) -> str:
        """is_any: a new name may be one that the statement doesn't have, as that of a circle that is made on the way."""
        if name in self.given:
            return self.given[name]
        parts = _PARTS.fullmatch(name)
        if parts is None:
            return name
        base, index, rest = parts[1], parts[2] or "", parts[3]
        lettered = index[1:] in _LETTERS if index else False
        if base in "ABC" or lettered:
            base = self.letter(base) if base in "ABC" else base
            index = f"_{self.letter(index[1:])}" if lettered else index
        elif index and is_any:
            index = f"_{self.letter(index[1:])}"
        turned = base + index + rest
        return turned if is_any or turned in self.known else name

    def letter(self, letter: str) -> str:
        for cycle in _CYCLES[:3]:
            if letter in cycle:
                return cycle[(cycle.index(letter) + self.shift) % 3]
        return letter

    def of(self, node: Any) -> Any:
        if isinstance(node, Run):
            return replace(node, points=tuple(map(self.name, node.points)))
        if isinstance(node, Named):
            return replace(node, name=self.name(node.name, True))
        if isinstance(node, tuple):
            return tuple(map(self.of, node))
        if is_dataclass(node) and not isinstance(node, type):
            changed = {f.name: self.of(getattr(node, f.name)) for f in fields(node) if f.name != "place" and f.init}
            return replace(node, **changed)
        return node
