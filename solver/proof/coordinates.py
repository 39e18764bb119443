"""Proofs by coordinates: one step, from what places the points that the goal needs."""

from __future__ import annotations

from solver.coordinates.goals import Stated
from solver.coordinates.prove import find_identity
from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.proof.proof import Proof
from solver.proof.steps import Step, numbered
from solver.statements.predicates import Statement


def proof_by_coordinates(
    problem: Problem, diagrams: tuple[Diagram, ...], goal: Statement, seed: int, deadline: float
) -> Proof | None:
    """A checked proof that the goal is an identity in coordinates; None where it isn't found to be one.

    problem: as it reads in the diagrams. deadline: on time.monotonic(). Raises CertificateError where the checker
    refuses the proof, and DeadlineExceeded.
    """
    stated = Stated(goal)
    found = find_identity(problem, stated, [d.places() for d in diagrams], seed, deadline)
    if found is None:
        return None
    placed = set(found.order)
    given = [Step(f"p{i}", s, "premise") for i, s in enumerate(problem.premises, 1) if placed.issuperset(s.points)]
    step = Step("s1", goal, "identity", found.order, tuple(s.id for s in given))
    proof = Proof(problem, diagrams[0], numbered([*given, step]), goal)
    proof.check()
    return proof
