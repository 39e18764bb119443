"""Theorems that need auxiliary points, found by telling a random figure from other ends (solver/core/discovery/retell.hpp)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from solver.errors import PorismError
from solver.generate.figures import Grammar, random_figure
from solver.generate.look import shown
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.language.problem import Call, Clause
from solver.records.record import Record
from solver.search.placement import LOCI, Locus, Placement
from solver.statements.predicates import COLL, CONG, CYCLIC, EQANGLE, PARA, PERP, Predicate, Statement

#: In the order of `Fact::Kind` in solver/core/discovery/fact.hpp.
GOALS: tuple[Predicate, ...] = (COLL, PARA, PERP, CONG, CYCLIC, EQANGLE)


@dataclass(frozen=True)
class Settings:
    """tellings: how often each figure is told; patience: of these, how often before one that loses nothing is
    given up; enough: theorems after which it is left. points: least and most of a statement. goals: of each kind, of a telling.

    last_stage: of the candidates that are tried (solver/core/search/candidates.hpp). firsts: of a telling's points, those on which
    a second one is tried for what no single one proves. difficulty: bits that a theorem has at least;
    easier ones are found by trying anything. proofs: whether each is proved, for the length of its proof.
    """

    grammar: Grammar = field(default_factory=Grammar)
    tellings: int = 300
    patience: int = 60
    enough: int = 60
    points: tuple[int, int] = (6, 11)
    goals: int = 4
    last_stage: int = 0
    firsts: int = 4
    difficulty: float = 4.0
    proofs: bool = False


def discover(seed: int, settings: Settings) -> list[Record]:
    """What the figure of this seed gives; nothing, where it can't be drawn. The same seed gives the same records.

    Raises PorismError where a theorem was to be proved and has no proof in time that the checker accepts: none is dropped
    in silence.
    """
    figure = random_figure(settings.grammar, np.random.default_rng(seed))
    if figure is None:
        return []
    found, _ = figure.node.retell(
        compile_library(run_by_default()),
        settings.tellings, settings.patience, settings.enough, *settings.points, settings.goals, settings.last_stage, settings.firsts, seed,
    )  # fmt: skip
    records = (_record(figure.xy, seed, *discovery) for discovery in found)
    hard = [record for record in records if record.difficulty >= settings.difficulty]
    return [_proved(record) for record in hard] if settings.proofs else hard


def _proved(record: Record) -> Record:
    """With the length of its proof, which the checker has accepted."""
    found = shown(record)
    if found.proof is None:
        raise PorismError(f"“{record.statement}” is not proved: {found.reason}")
    return replace(record, proof_length=len(found.proof))


_Row = tuple[int, int, int, int]
_Point = tuple[_Row, _Row, list[float]]


def _record(
    xy: np.ndarray[tuple[int, int, int], np.dtype[np.float64]],
    seed: int,
    statement: Sequence[tuple[int, Sequence[_Row]]],
    goal: int,
    goal_points: Sequence[int],
    added: Sequence[_Point],
    alternatives: Sequence[_Point],
    places: int,
    proving: int,
) -> Record:
    names = [letter + suffix for suffix in ("", "1") for letter in "abcdefghijklmnopqrstuvwxyz"][: len(statement)]
    clauses = [
        _clause(name, [_locus(row) for row in loci], names) for name, (_, loci) in zip(names, statement, strict=True)
    ]
    claim = Statement(GOALS[goal], tuple(names[i] for i in goal_points))
    return Record(
        statement=f"{'; '.join(clauses)} ? {claim}",
        xy=xy[:, [point for point, _ in statement]],
        added=tuple(_placement(p) for p in added),
        alternatives=tuple(_placement(p) for p in alternatives),
        proof_length=0,
        difficulty=math.log2(places / proving) if proving else math.log2(max(places, 1)),
        seed=seed,
    )


def _clause(name: str, loci: Sequence[Locus], names: Sequence[str]) -> str:
    """In the constructive language; a midpoint by its name, as a point of its segment's bisector has no angles there."""
    if not loci:
        return f"{name} = free {name}"
    if len(loci) == 2 and {locus.kind for locus in loci} == {0, 3} and set(loci[0].parents) == set(loci[1].parents):
        return f"{name} = midpoint {name} {' '.join(names[i] for i in loci[0].parents)}"
    calls = tuple(Call(locus.construction, tuple(names[i] for i in locus.parents)) for locus in loci)
    return Clause((name,), calls).text()


def _locus(row: _Row) -> Locus:
    return Locus(row[0], tuple(row[1 : 1 + len(LOCI[row[0]].arguments)]))


def _placement(point: _Point) -> Placement:
    first, second, place = point
    return Placement(_locus(first), _locus(second), tuple(place))
