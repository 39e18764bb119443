"""Discovered theorems: they need their points, and with them they have a proof that the checker accepts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest

from solver.deduction.closure import Closure, Outcome, close
from solver.diagram.truth import error_of
from solver.generate.discover import Settings, discover
from solver.knowledge.library import run_by_default
from solver.proof.checked import checked_proof
from solver.records.record import Record
from solver.search.extend import extend
from solver.search.placement import Placement

THEOREMS = run_by_default()


@cache
def found() -> tuple[Record, ...]:
    """The first few of each figure's theorems."""
    return tuple(record for seed in range(16) for record in discover(seed, Settings(enough=3))[:3])


def closed_with(record: Record, added: Sequence[Placement]) -> Closure:
    problem, diagrams = record.problem(), record.diagrams()
    root = close(problem, diagrams, goal=problem.goal, room=len(added), theorems=THEOREMS).root(problem.goal)
    extended, placed = extend(problem, diagrams, root, added)
    return close(extended, placed, goal=problem.goal, theorems=THEOREMS)


def test_figures_give_theorems_of_many_kinds() -> None:
    assert len(found()) > 10
    assert len({record.problem().goal.predicate for record in found()}) > 3


def test_the_goal_does_not_follow_without_the_points() -> None:
    for record in found():
        assert closed_with(record, ()).outcome is Outcome.SATURATED, record.statement


def test_it_follows_with_them_and_with_each_alternative() -> None:
    for record in found():
        assert closed_with(record, record.added).outcome is Outcome.PROVED, record.statement
        for other in record.alternatives[:2]:
            assert closed_with(record, (other,)).outcome is Outcome.PROVED, record.statement


def test_some_take_two_points_the_second_built_on_the_first() -> None:
    two = next(
        record for seed in range(100) for record in discover(seed, Settings(firsts=16)) if len(record.added) == 2
    )
    first, second = two.added
    size = len(two.problem().points)
    assert size in second.parents and all(parent < size for parent in first.parents)
    assert closed_with(two, (first,)).outcome is Outcome.SATURATED
    assert closed_with(two, two.added).outcome is Outcome.PROVED
    assert not two.alternatives


def test_the_checker_accepts_the_proofs() -> None:
    for record in found()[::6]:
        closure = closed_with(record, record.added)
        assert len(checked_proof(closure, closure.problem.goal, time.monotonic() + 60)) > 0


def test_proofs_may_be_recorded_with_their_lengths() -> None:
    plain, proved = (discover(3, Settings(enough=3, proofs=proofs)) for proofs in (False, True))
    assert proved
    assert [record.statement for record in proved] == [record.statement for record in plain]
    assert all(record.proof_length == 0 for record in plain)
    for record in proved:
        closure = closed_with(record, record.added)
        proof = checked_proof(closure, closure.problem.goal, time.monotonic() + 60)
        assert record.proof_length == len(proof) > 0


def test_no_point_of_a_statement_is_to_spare() -> None:
    for record in found():
        problem = record.problem()
        parents = {problem.points[i] for p in record.added for i in p.parents if i < len(problem.points)}
        used = (
            parents
            | set(problem.goal.points)
            | {a for c in problem.clauses for call in c.calls for a in call.arguments}
        )
        assert used == set(problem.points), record.statement


def test_the_same_seed_gives_the_same_records() -> None:
    first, again = (discover(3, Settings()) for _ in range(2))
    assert [(r.statement, r.added, r.alternatives, r.difficulty) for r in first] == [
        (r.statement, r.added, r.alternatives, r.difficulty) for r in again
    ]
    assert all(np.array_equal(a.xy, b.xy) for a, b in zip(first, again, strict=True))


@pytest.mark.parametrize("record", found()[:3], ids=lambda r: r.statement)
def test_its_diagrams_are_those_of_the_statement(record: Record) -> None:
    problem = record.problem()
    for diagram in record.diagrams():
        assert diagram.points == problem.points
        assert all(error_of(premise, diagram) < 1e-6 for premise in problem.premises)
