"""Proofs by coordinates: one step, from what places the points that the goal needs."""

from __future__ import annotations

import time
from collections.abc import Mapping

from solver.coordinates.goals import goal_of
from solver.coordinates.prove import exact_identity, find_identity
from solver.coordinates.rigid import rigid_part
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.language.problem import Problem
from solver.proof.proof import Proof
from solver.proof.steps import Step, numbered
from solver.statements.predicates import Statement, named_in

#: How often, at most, the work of finding a proof is done again to check it.
CHECKS = 2


def proof_by_coordinates(
    problem: Problem, diagrams: tuple[Diagram, ...], goal: Statement, seed: int, deadline: float
) -> Proof | None:
    """A checked proof that the goal is an identity in coordinates; None where it isn't found to be one.

    problem: as it reads in the diagrams. deadline: on time.monotonic(). Raises CertificateError where the checker
    refuses the proof, and DeadlineExceeded.
    """
    begun = time.monotonic()
    at = diagrams[0].places()
    premises = _needed(problem, goal, at)
    found = exact_identity(premises, goal, at)
    if found is None:
        premises = problem.premises
        found = find_identity(problem, goal_of(goal), [d.places() for d in diagrams], seed, deadline)
    if found is None:
        return None
    now = time.monotonic()
    if now + CHECKS * (now - begun) > deadline:  # the checker does the same again
        raise DeadlineExceeded("timeout: a proof by coordinates was found, and no time to check it")
    placed = set(found.order)
    given = [Step(f"p{i}", s, "premise") for i, s in enumerate(premises, 1) if placed.issuperset(s.points)]
    step = Step("s1", goal, "identity", found.order, tuple(s.id for s in given))
    proof = Proof(problem, diagrams[0], numbered([*given, step]), goal)
    proof.check(deadline=deadline)
    return proof


def _needed(problem: Problem, goal: Statement, at: Mapping[str, complex]) -> tuple[Statement, ...]:
    """The premises without those of points that a rigid figure of the goal's points doesn't need."""
    named, kept = named_in(goal), problem.premises
    if rigid_part(kept, at, named) is None:
        return kept
    for p in reversed(problem.points):
        fewer = tuple(s for s in kept if p not in s.points)
        if p not in named and len(fewer) < len(kept) and rigid_part(fewer, at, named) is not None:
            kept = fewer
    return kept
