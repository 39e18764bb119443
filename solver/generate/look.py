"""Looking at a record: the prover runs on its statement with its auxiliary points."""

from __future__ import annotations

import time
from dataclasses import dataclass

from solver.deduction.closure import Outcome
from solver.diagram.diagram import Diagram
from solver.errors import CertificateError, DeadlineExceeded
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.pipeline import Drawing
from solver.proof.arcs import Unexplained
from solver.proof.checked import checked_proof
from solver.proof.proof import Proof
from solver.records.record import Record

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
    drawing = Drawing(record.problem(), record.diagrams(), record.problem().goal, run_by_default())
    root = drawing.complete(PROVING, len(record.added)).root(drawing.goal)
    extended = drawing.extended(record.added, root)
    closure = extended.closed(PROVING)
    problem, diagram = extended.problem, extended.diagrams[0]
    if closure.outcome is not Outcome.PROVED:
        return Shown(problem, diagram, None, "the closure with its points doesn't reach the goal")
    try:
        proof = checked_proof(closure, drawing.goal, deadline)
    except (CertificateError, Unexplained, DeadlineExceeded) as error:
        return Shown(problem, diagram, None, str(error))
    return Shown(problem, closure.diagram, proof)
