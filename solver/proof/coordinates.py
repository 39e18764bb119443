"""Proofs by coordinates: one step, from what places the points that the goal needs."""

from __future__ import annotations

import time

from solver.coordinates.goals import goal_of
from solver.coordinates.prove import exact_identity, find_identity
from solver.diagram.diagram import Diagram
from solver.errors import DeadlineExceeded
from solver.language.problem import Problem
from solver.proof.proof import Proof
from solver.proof.steps import Step, numbered
from solver.statements.predicates import Statement

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
    found = exact_identity(problem.premises, goal, diagrams[0].places())
    if found is None:
        found = find_identity(problem, goal_of(goal), [d.places() for d in diagrams], seed, deadline)
    if found is None:
        return None
    now = time.monotonic()
    if now + CHECKS * (now - begun) > deadline:  # the checker does the same again
        raise DeadlineExceeded("timeout: a proof by coordinates was found, and no time to check it")
    placed = set(found.order)
    given = [Step(f"p{i}", s, "premise") for i, s in enumerate(problem.premises, 1) if placed.issuperset(s.points)]
    step = Step("s1", goal, "identity", found.order, tuple(s.id for s in given))
    proof = Proof(problem, diagrams[0], numbered([*given, step]), goal)
    proof.check(deadline=deadline)
    return proof
