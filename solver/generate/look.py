"""A record looked at: the prover runs on it with its auxiliary points."""

from __future__ import annotations

import time
from dataclasses import dataclass

from solver.deduction.closure import Outcome, close
from solver.diagram.diagram import Diagram
from solver.errors import CertificateError, DeadlineExceeded
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.proof.checked import checked_proof
from solver.proof.evidence import Unexplained
from solver.proof.proof import Proof
from solver.records.record import Record
from solver.search.extend import extend

#: Seconds for the proof.
PROVING = 30.0


@dataclass(frozen=True)
class Shown:
    """problem, diagram: with the auxiliary points. proof: None where there is none, and then why."""

    problem: Problem
    diagram: Diagram
    proof: Proof | None
    reason: str = ""


def shown(record: Record) -> Shown:
    """With the proof, which the checker has accepted."""
    deadline = time.monotonic() + PROVING
    theorems = run_by_default()
    problem, diagrams = record.problem(), record.diagrams()
    root = close(problem, diagrams, timeout=PROVING, room=len(record.added), theorems=theorems).root(problem.goal)
    problem, diagrams = extend(problem, diagrams, root, record.added)
    closure = close(problem, diagrams, goal=problem.goal, timeout=PROVING, theorems=theorems)
    if closure.outcome is not Outcome.PROVED:
        return Shown(problem, diagrams[0], None, "the closure with its points doesn't reach the goal")
    try:
        proof = checked_proof(closure, problem.goal, deadline)
    except (CertificateError, Unexplained, DeadlineExceeded) as error:
        return Shown(problem, diagrams[0], None, str(error))
    return Shown(problem, closure.diagram, proof)
