"""What the memory keeps of a theorem that needs auxiliary points."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property

from solver._core import Node as CoreNode
from solver.language.problem import Problem
from solver.memory.features import Vector, form_of, vector_of
from solver.memory.graph import Graph, graph_of
from solver.memory.known import Known, known
from solver.search.placement import LOCI, Locus, Placement
from solver.statements.predicates import Statement

#: A figure of more points is not remembered, nor looked for: what is known of it grows with the square.
LARGEST = 40

#: The two loci of an auxiliary point.
Construction = tuple[Locus, Locus]


@dataclass(frozen=True)
class Configuration:
    """name: of the problem, or where the theorem comes from. statement: its text. goal: what was proved, or answered.

    premises: how many the statement has. known: of its closure.

    added: the auxiliary points in order; parents are numbered as in `Placement`. alternatives: points each of which does
    instead.
    """

    name: str
    statement: str
    points: tuple[str, ...]
    goal: str
    premises: int
    known: Known
    added: tuple[Construction, ...]
    alternatives: tuple[Construction, ...] = ()

    @cached_property
    def graph(self) -> Graph:
        return graph_of(self.known)

    @cached_property
    def vector(self) -> Vector:
        return vector_of(self.graph)

    @cached_property
    def form(self) -> str:
        return form_of(self.graph)

    @property
    def constructions(self) -> tuple[tuple[Construction, ...], ...]:
        """Each way to prove it, as its auxiliary points in order."""
        return (self.added, *((point,) for point in self.alternatives))


def configuration(
    problem: Problem,
    goal: Statement,
    root: CoreNode,
    added: tuple[Placement, ...] = (),
    alternatives: tuple[Placement, ...] = (),
) -> Configuration:
    """What is kept of a problem's closed root and of what was found to prove it. goal: the problem's, or what answers it."""
    return Configuration(
        problem.name,
        problem.text,
        problem.points,
        str(goal),
        len(problem.premises),
        known(problem, goal, root),
        tuple((p.first, p.second) for p in added),
        tuple((p.first, p.second) for p in alternatives),
    )


def constructions_to_json(constructions: tuple[Construction, ...]) -> str:
    rows = [[[locus.kind, *locus.parents] for locus in loci] for loci in constructions]
    return json.dumps(rows, separators=(",", ":"))


def constructions_from_json(text: str) -> tuple[Construction, ...]:
    """Raises ValueError, TypeError where it isn't that."""
    return tuple((_locus(first), _locus(second)) for first, second in json.loads(text))


def _locus(row: list[int]) -> Locus:
    kind, *parents = row
    if len(parents) != len(LOCI[kind].arguments):
        raise ValueError(f"a locus of kind {kind} has not {len(parents)} parents")
    return Locus(kind, tuple(parents))
