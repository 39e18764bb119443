"""Theorems that need auxiliary points, found by telling a random figure from other ends (solver/core/discovery/retell.hpp)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from solver._core import GoalKind, RetellOptions
from solver.errors import PorismError
from solver.generate.figures import Grammar, random_figure
from solver.generate.look import shown
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.language.problem import Call, Clause
from solver.records.record import Record
from solver.search.node import Floats, Rows
from solver.search.placement import Locus, Placement, is_midpoint, read_locus, read_placement
from solver.statements.predicates import COLL, CONG, CYCLIC, EQANGLE, PARA, PERP, Predicate, Statement

if TYPE_CHECKING:
    from solver._core import Discovery

#: What the core's kinds of goals say.
GOALS: Mapping[GoalKind, Predicate] = {
    GoalKind.COLLINEAR: COLL,
    GoalKind.PARALLEL: PARA,
    GoalKind.PERPENDICULAR: PERP,
    GoalKind.CONGRUENT: CONG,
    GoalKind.CONCYCLIC: CYCLIC,
    GoalKind.EQUAL_ANGLES: EQANGLE,
}


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
    least, most = settings.points
    options = RetellOptions(
        tellings=settings.tellings,
        patience=settings.patience,
        enough=settings.enough,
        least=least,
        most=most,
        goals=settings.goals,
        last_stage=settings.last_stage,
        firsts=settings.firsts,
    )
    found, _ = figure.node.retell(compile_library(run_by_default()), options, seed)
    records = (_record(figure.xy, seed, discovery) for discovery in found)
    hard = [record for record in records if record.difficulty >= settings.difficulty]
    return [_proved(record) for record in hard] if settings.proofs else hard


def _proved(record: Record) -> Record:
    """With the length of its proof, which the checker has accepted."""
    found = shown(record)
    if found.proof is None:
        raise PorismError(f"“{record.statement}” is not proved: {found.reason}")
    return replace(record, proof_length=len(found.proof))


def _record(xy: NDArray[np.float64], seed: int, found: Discovery) -> Record:
    statement, tried, proving = found["statement"], found["places"], found["proving"]
    names = [letter + suffix for suffix in ("", "1") for letter in "abcdefghijklmnopqrstuvwxyz"][: len(statement)]
    clauses = [
        _clause(name, [read_locus(row) for row in loci], names)
        for name, (_, loci) in zip(names, statement, strict=True)
    ]
    claim = Statement(GOALS[found["goal"]], tuple(names[i] for i in found["goal_points"]))
    return Record(
        statement=f"{'; '.join(clauses)} ? {claim}",
        xy=xy[:, [point for point, _ in statement]],
        added=_placements(*found["added"]),
        alternatives=_placements(*found["alternatives"]),
        proof_length=0,
        difficulty=math.log2(tried / proving) if proving else math.log2(max(tried, 1)),
        seed=seed,
    )


def _clause(name: str, loci: Sequence[Locus], names: Sequence[str]) -> str:
    """In the constructive language; a midpoint by its name, as a point of its segment's bisector has no angles there."""
    if not loci:
        return f"{name} = free {name}"
    if len(loci) == 2 and is_midpoint(*loci):
        return f"{name} = midpoint {name} {' '.join(names[i] for i in loci[0].parents)}"
    calls = tuple(Call(locus.construction, tuple(names[i] for i in locus.parents)) for locus in loci)
    return Clause((name,), calls).text()


def _placements(rows: Rows, places: Floats) -> tuple[Placement, ...]:
    return tuple(read_placement(row, place) for row, place in zip(rows, places, strict=True))
