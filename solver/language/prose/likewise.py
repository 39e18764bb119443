"""What is “defined similarly”: the clause that introduced its model, told of the other vertices.

ℓ_B and ℓ_C are made as ℓ_A was: with A, B, C turned around in all names, A → B → C → A, also where they are indices, small
or capital; ℓ_B alone with A and B exchanged. A name without such a letter (D, then E and F similarly) goes on in the order in which the others are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from solver.language.prose.syntax import (
    About,
    Clause,
    Likewise,
    Many,
    Modified,
    Named,
    Noun,
    Pronoun,
    Run,
    Said,
    Thing,
    nodes,
)

#: Letters and figures that take each other's place.
_CYCLES = ("ABC", "abc", "123", "XYZ", "xyz", "PQR", "DEF")
#: Where A, B and C go, by their numbers.
Turn = tuple[int, int, int]


def is_likewise(said: Said) -> bool:
    return isinstance(said, Likewise) or (isinstance(said, About) and isinstance(said.said, Likewise))


def names_of(node: object) -> Iterator[str]:
    """All names in a tree, in order."""
    for part in nodes(node):
        if isinstance(part, Run):
            yield from part.points
        elif isinstance(part, Named):
            yield part.name


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
        model = _model(target, targets, before, known)
        if model is None:
            return None
        old, turn = model
        if turn is None and len(targets) > 1:
            turn = _rotation(i + 1)
        elif turn is None:
            turn = _exchange(tuple(_introduction(old, before)), _told_of(things))
        renamed = _Renaming(turn, i + 1, {old: target}, known | set(targets))
        for clause in before:
            _turn_lists(clause, renamed)
        needed = _needed(old, before, renamed)
        introduced = tuple(_introduction(old, before))
        alone = _Renaming(_rotation(0), 0, {old: target}, known)
        if _refers_back(introduced) and _places(renamed.of(introduced)) == _places(alone.of(introduced)):
            return None  # `the common point of these lines`: which lines are meant the other time isn't said
        found += [replace(renamed.of(clause), place=(0, 0)) for clause in needed]
    for thing in things:
        if isinstance(thing, Modified) or (isinstance(thing, Noun) and thing.mods):
            found.append(Clause("exist", (("subject", thing),)))
    return found


def _turn_lists(clause: Said, renamed: _Renaming) -> None:
    """Names that go with the vertices in lists: D, E, F are the midpoints of BC, CA, AB, so A → B → C makes D → E → F.

    Likewise where AD, BE, CF are altitudes.
    """
    listed = [names for names in _lists(clause) if len(names) > 1]
    for names in listed:
        moved = [tuple(name for name in run if renamed.moves(name)) for run in names]
        turned = [tuple(sorted(map(renamed.name, run))) for run in moved]
        places = [tuple(sorted(run)) for run in moved]
        if turned == places or sorted(turned) != sorted(places) or len(set(places)) < len(places):
            continue
        to = [places.index(run) for run in turned]
        for others in listed:
            if len({len(run) for run in others}) > 1 or len(others) != len(names):
                continue
            rests = [[name for name in run if not renamed.moves(name)] for run in others]
            for rest, k in zip(rests, to, strict=True):
                renamed.given |= dict(zip(rest, rests[k], strict=False))


def _lists(node: object) -> Iterator[list[tuple[str, ...]]]:
    """The names in each list in a tree, in order."""
    if isinstance(node, Many):
        yield [tuple(names_of(item)) for item in node.items]
    elif isinstance(node, Noun) and len(node.names) > 1:
        yield [tuple(names_of(name)) for name in node.names]
    if isinstance(node, tuple):
        for part in node:
            yield from _lists(part)
    elif is_dataclass(node):
        for f in fields(node):
            yield from _lists(getattr(node, f.name))


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


def _model(
    target: str, targets: Sequence[str], before: Sequence[Said], known: frozenset[str]
) -> tuple[str, Turn | None] | None:
    """The name that was introduced and is like this one, and how the vertices change places; None where names don't tell."""
    earlier = [name for clause in reversed(before) for name in reversed(list(dict.fromkeys(names_of(clause))))]
    for cycles in (_CYCLES[:2], _CYCLES[2:3]):
        for name in dict.fromkeys(earlier):
            turn = _turn(name, target, cycles, known | set(targets)) if name not in targets else None
            if turn is not None:
                return name, turn
    # D, and then E and F: the last new name that is one letter before.
    first = targets[0]
    for name in dict.fromkeys(earlier):
        if len(name) == len(first) and name[1:] == first[1:] and ord(first[0]) - ord(name[0]) == 1:
            return name, None
    return None


def _rotation(shift: int) -> Turn:
    return shift % 3, (1 + shift) % 3, (2 + shift) % 3


#: B and C, A and B, A and C change places.
_EXCHANGES: tuple[Turn, ...] = ((0, 2, 1), (1, 0, 2), (2, 1, 0))
_TURNS: tuple[Turn, ...] = (*_EXCHANGES, _rotation(1), _rotation(2))


def _turn(name: str, target: str, cycles: Sequence[str], known: frozenset[str] | set[str]) -> Turn | None:
    """How the vertices change places from one name to the other; None where the names differ otherwise.

    P_A and P_B alone: A and B change places; where there is P_C, too, all three go around.
    """
    if len(name) != len(target) or len(name) == 1 or name == target:
        return None
    to: dict[int, int] = {}
    for a, b in zip(name, target, strict=True):
        cycle = next((c for c in cycles if a in c and b in c), None)
        if (cycle is None and a != b) or (
            cycle is not None and to.setdefault(cycle.index(a), cycle.index(b)) != cycle.index(b)
        ):
            return None
    if len(set(to.values())) < len(to) or all(a == b for a, b in to.items()):
        return None
    if len(to) > 1:
        return next(t for t in _TURNS if all(t[a] == b for a, b in to.items()))
    ((one, other),) = to.items()
    third = "".join(next((c[3 - one - other] for c in cycles if x in c), x) for x in name)
    return _rotation(other - one) if third in known else next(t for t in _EXCHANGES if t[one] == other)


def _exchange(model: tuple[Said, ...], told: Sequence[str]) -> Turn:
    """How the vertices change places for one thing whose name doesn't tell: as what is said of it has it.

    told: names in what is said of it. Where nothing is: B and C, if that makes another thing, or else A goes to B.
    """
    if told:
        for turn in _TURNS:
            renamed = _Renaming(turn, 1, {}, frozenset(names_of(model)) | set(told))
            if set(told) <= set(names_of(renamed.of(model))):
                return turn
    exchanged = _Renaming(_EXCHANGES[0], 1, {}, frozenset(names_of(model)))
    return _EXCHANGES[0] if _places(exchanged.of(model)) != _places(model) else _rotation(1)


def _refers_back(node: object) -> bool:
    """Whether it speaks of things that were spoken of last: `these two lines`."""
    if isinstance(node, Noun) and node.article == "this" and not node.names:
        return True
    if isinstance(node, tuple):
        return any(map(_refers_back, node))
    return is_dataclass(node) and any(_refers_back(getattr(node, f.name)) for f in fields(node) if f.name != "place")


def _told_of(things: Sequence[Thing]) -> list[str]:
    """The names in what is said of things, but for their own."""
    own = {name for thing in things for name in names_of(_own_names(thing))}
    return [name for thing in things for name in names_of(thing) if name not in own]


def _places(node: object) -> list[tuple[str, ...]]:
    """The runs of names in a tree, whatever their order: the same for a clause and one that says the same of it."""
    return sorted(_runs(node))


def _runs(node: object) -> Iterator[tuple[str, ...]]:
    for part in nodes(node):
        if isinstance(part, Run):
            yield tuple(sorted(part.points))
        elif isinstance(part, Named):
            yield (part.name,)


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
        turned = renamed.name(other)
        if other in renamed.given or turned in renamed.known - {other} or other in ("A", "B", "C"):
            continue
        clauses = _introduction(other, before)
        if clauses == introduced or not clauses:
            continue
        if turned != other:  # H_b, of which the statement doesn't speak
            renamed.given[other] = turned
            earlier += _needed(other, before, renamed)
            continue
        told = tuple(clauses)
        if _places(renamed.of(told)) != _places(told):
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

    def __init__(self, turn: Turn, number: int, given: dict[str, str], known: frozenset[str] | set[str]) -> None:
        self.turn = turn
        self.number = number
        self.given = given
        self.known = known

    def give(self, name: str) -> None:
        """A new name for what has to be made again."""
        taken = set(self.known) | set(self.given.values())
        self.given[name] = next(n for k in range(2, 200) if (n := f"{name[0]}_{k}{self.number}") not in taken)

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
        return turned if is_any or lettered or turned in self.known else name

    def letter(self, letter: str) -> str:
        for cycle in _CYCLES[:3]:
            if letter in cycle:
                return cycle[self.turn[cycle.index(letter)]]
        return letter

    def moves(self, name: str) -> bool:
        """Whether it is a vertex, or goes with one."""
        return name in self.given or name[0] in "ABC"

    def of(self, node: Any) -> Any:
        if isinstance(node, Pronoun):
            return node  # SELF is one thing
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
