"""A record with what is looked up of it: its forms, the predicate of its goal, its points in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

from solver.deduction.closure import Outcome, close
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.records.canonical import canonical_form
from solver.records.known import known_form
from solver.records.likeness import Likeness, Vector
from solver.records.record import Record
from solver.search.extend import extended_problem

#: Seconds for the closure of a statement: a generous limit, as what is cut off has no form.
CLOSING = 30.0
#: One figure in this many is held out.
HELD_OUT = 20


@dataclass(frozen=True)
class Described:
    """canonical, known: forms (`solver.records.canonical`, `solver.records.known`). points: of the statement.

    goal: the name of its predicate. auxiliary: clauses of the constructive language, `x = on_line x a b, on_circle x o c`.
    form, vector: of its figure (`solver.records.likeness`); empty in data of earlier porisms.
    """

    record: Record
    canonical: str
    known: str
    points: int
    goal: str
    auxiliary: tuple[str, ...]
    form: str = ""
    vector: Vector | None = field(default=None, compare=False)

    @property
    def is_held_out(self) -> bool:
        """Never to be trained on: one figure in twenty, with all that it gave, so that no retelling of it is trained on."""
        return is_held_out(self.record.origin, self.record.seed)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of each auxiliary point's two loci, in alphabetical order: `on_circle × on_line`."""
        return tuple(kind_of(clause) for clause in self.auxiliary)


def is_held_out(origin: str, seed: int) -> bool:
    return crc32(f"{origin} {seed}".encode()) % HELD_OUT == 0


def kind_of(clause: str) -> str:
    """`x = on_line x a b, on_circle x o c` ↦ `on_circle × on_line`."""
    calls = clause.partition(" = ")[2].split(", ")
    return " × ".join(sorted(call.split()[0] for call in calls))


@dataclass(frozen=True)
class Identified:
    """A record, its statement parsed, and the form by which it is known: what is dropped for that costs no closure."""

    record: Record
    problem: Problem
    canonical: str


def identify(record: Record) -> Identified:
    """Raises ParseError where the statement can't be read."""
    problem = record.problem()
    return Identified(record, problem, canonical_form(problem.premises, problem.goal))


def describe(identified: Identified) -> Described:
    """Raises DeadlineExceeded where the statement's closure takes too long."""
    record, problem = identified.record, identified.problem
    diagrams = [Diagram(problem.points, np.array(xy)) for xy in record.xy]
    closure = close(problem, diagrams, timeout=CLOSING, theorems=run_by_default())
    if closure.outcome is Outcome.TIMEOUT:
        raise DeadlineExceeded(f"timeout: the closure of “{record.statement}” was not complete")
    likeness = Likeness.of(closure, problem.goal)
    return Described(
        record,
        identified.canonical,
        known_form(closure, problem.goal),
        len(problem.points),
        problem.goal.predicate.name,
        tuple(clause.text() for clause in extended_problem(problem, record.added).auxiliary),
        likeness.form(),
        likeness.vector(),
    )
