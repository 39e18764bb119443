"""From a closure that reaches the goal to a proof that the checker has accepted."""

from __future__ import annotations

from solver.deduction.closure import Closure
from solver.proof.instance import Judge
from solver.proof.minimise import shortest_trace
from solver.proof.proof import Proof
from solver.proof.steps import numbered
from solver.statements.predicates import Statement


def checked_proof(closure: Closure, goal: Statement, deadline: float) -> Proof:
    """The proof, as short as time allows; with the theorems that the closure had.

    Raises CertificateError where the checker refuses it, Unexplained, and DeadlineExceeded.
    """
    judge = Judge(closure.diagram)
    steps = numbered(shortest_trace(closure.diagram, closure.journal(), goal, deadline, judge))
    proof = Proof(closure.problem, closure.diagram, steps, goal, judge.conditions(steps))
    proof.check(theorems={t.id: t.statement for t in closure.theorems})
    return proof
