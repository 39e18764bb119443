"""Random statements from the table of constructions: a figure to start with, then points on what is there so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from numpy.random import Generator

from solver.language.constructions import CONSTRUCTIONS, GROUPS, Construction
from solver.statements.predicates import ACONST

#: Clauses after the first, least and most (exclusive); no statement has more points than there are letters.
CLAUSES = (2, 9)
#: How often a clause puts one point on two loci, and on one; the others use one construction.
TWO_LOCI, ONE_LOCUS = 0.35, 0.15
#: How often a clause is an earlier one on the same points in another order: so points coincide, and triangles are alike.
AGAIN = 0.2
#: Values of constants: degrees and ratios that theorems know, and some that they don't.
ANGLES, RATIOS = ("30", "45", "60", "90", "120", "135", "150", "37", "72"), ("1/2", "2", "1/3", "3", "3/4", "1")

_BEGINNINGS = tuple(c for c in GROUPS["To start with"] if len(c.new) > 2)
_LOCI = GROUPS["A point on a line or circle"]
_OTHERS = tuple(c for c in CONSTRUCTIONS.values() if c.arguments and c not in _LOCI)


def random_statement(rng: Generator) -> str:
    """A statement in the constructive language; its goal is trivial. It may be impossible to build."""
    first = _one_of(_BEGINNINGS, rng)
    names = list(ascii_lowercase[: len(first.new)])
    clauses = [f"{' '.join(names)} = {first.name} {' '.join(names)}"]
    calls: list[list[_Call]] = []
    for _ in range(int(rng.integers(*CLAUSES))):
        if calls and rng.random() < AGAIN:
            chosen = [_shuffled(call, rng) for call in calls[int(rng.integers(len(calls)))]]
        else:
            chosen = [_call(c, names, rng) for c in _constructions(len(names), rng)]
        new = list(ascii_lowercase[len(names) : len(names) + len(chosen[0].construction.new)])
        if len(new) < len(chosen[0].construction.new):
            break
        clauses.append(f"{' '.join(new)} = {', '.join(map(str, chosen))}")
        calls.append(chosen)
        names += new
    return f"{'; '.join(clauses)} ? cong a b b a"


@dataclass(frozen=True)
class _Call:
    construction: Construction
    arguments: tuple[str, ...]
    constants: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.construction.name, *self.arguments, *self.constants))


def _constructions(known: int, rng: Generator) -> list[Construction]:
    """What places the next points: constructions that have no more arguments than there are points."""
    kind = rng.random()
    if kind < TWO_LOCI + ONE_LOCUS:
        loci = [c for c in _LOCI if len(c.arguments) <= known]
        return [_one_of(loci, rng) for _ in range(2 if kind < TWO_LOCI else 1)]
    return [_one_of([c for c in _OTHERS if len(c.arguments) <= known], rng)]


def _call(construction: Construction, names: Sequence[str], rng: Generator) -> _Call:
    chosen = rng.choice(len(names), len(construction.arguments), replace=False)
    values = ANGLES if any(s.startswith(ACONST.name) for s in construction.asserts) else RATIOS
    constants = tuple(str(rng.choice(values)) for _ in construction.constants)
    return _Call(construction, tuple(names[i] for i in chosen), constants)


def _shuffled(call: _Call, rng: Generator) -> _Call:
    """The same construction on the same points in any order: it may well give the same new points."""
    order = rng.permutation(len(call.arguments))
    return replace(call, arguments=tuple(call.arguments[i] for i in order))


def _one_of(options: Sequence[Construction], rng: Generator) -> Construction:
    return options[int(rng.integers(len(options)))]
