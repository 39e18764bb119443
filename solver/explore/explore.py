"""What can be said: the facts that the closure finds, each with a checked proof, the most interesting ones first.

Interesting is what takes more than a few steps and says much at once: four points on a circle and three on a line more
than two equal lengths. What follows from one sentence alone isn't said again.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from solver.deduction.closure import Closure, close
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.errors import CertificateError, DeadlineExceeded
from solver.explore.facts import facts
from solver.language.convert import to_plain
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof.arcs import Unexplained
from solver.proof.minimize import shortest_trace
from solver.proof.proof import Proof
from solver.proof.steps import numbered
from solver.statements.predicates import (
    ACONST,
    CIRCLE,
    COLL,
    CONG,
    CONTRI,
    CONTRIR,
    CYCLIC,
    EQANGLE,
    EXPLORE,
    MIDP,
    PARA,
    PERP,
    RCONST,
    SIMTRI,
    SIMTRIR,
    Predicate,
    Statement,
)

#: How much a relation says, in steps of proof that count as much.
WEIGHTS: Mapping[Predicate, float] = {
    CIRCLE: 13, CYCLIC: 12, COLL: 12, MIDP: 9, PERP: 8, PARA: 8, ACONST: 6, CONG: 6, EQANGLE: 5, CONTRI: 4, CONTRIR: 4,
    RCONST: 5, SIMTRI: 3, SIMTRIR: 3,
}  # fmt: skip
#: Longer proofs don't make a fact more interesting still.
MOST_STEPS = 8
#: How many findings are shown, and how many are looked at for each of them.
FINDINGS, CHOICE = 12, 2
#: Parts of the time that the closure, and the search for proofs, may take.
CLOSURE_SHARE, TRACE_SHARE = 0.4, 0.7


@dataclass(frozen=True)
class Finding:
    """A fact with its proof."""

    statement: Statement
    proof: Proof


@dataclass(frozen=True)
class Exploration:
    """findings: the most interesting first. is_complete: whether there was time for all that follows."""

    problem: Problem
    diagram: Diagram
    findings: tuple[Finding, ...]
    is_complete: bool
    seconds: float


def explore(problem: Problem, *, timeout: float = 60.0, seed: int = 0, count: int = FINDINGS) -> Exploration:
    """The most interesting facts that follow from what is given. Raises ConstructionError, DeadlineExceeded."""
    started = time.monotonic()
    deadline = started + timeout
    problem = without_goal(problem)
    diagram = build_diagram(problem, seed, deadline)
    problem = oriented(problem, diagram.places())
    diagrams = (diagram, fresh_diagram(problem, diagram, np.random.default_rng([seed, 1]), deadline))
    closure = close(problem, diagrams, timeout=timeout * CLOSURE_SHARE)
    entailed = [s for s in facts(diagrams) if closure.is_entailed(s)]
    for sentence in _sentences(problem):
        alone = close(replace(problem, premises=sentence), diagrams, timeout=timeout * CLOSURE_SHARE)
        entailed = [s for s in entailed if not alone.is_entailed(s)]
    entailed.sort(key=lambda s: (-WEIGHTS[s.predicate], -len(s.points)))
    traced, is_complete = _traced(problem, closure, diagrams, entailed, started + timeout * TRACE_SHARE, CHOICE * count)
    findings: list[Finding] = []
    for proof in sorted(traced, key=lambda p: (-_interest(p), str(p.goal))):
        if len(findings) == count:
            break
        if time.monotonic() > deadline:
            is_complete = False
            break
        try:
            proof.check()
        except CertificateError:
            continue
        findings.append(Finding(proof.goal, proof))
    return Exploration(problem, closure.diagram, tuple(findings), is_complete, time.monotonic() - started)


def without_goal(problem: Problem) -> Problem:
    """The same, asking what can be said: also by its text, which is what the checker of a proof reads."""
    if problem.goal.predicate is EXPLORE:
        return problem
    asking = replace(
        problem,
        goal=Statement(EXPLORE, ()),
        goal_conditions=(),
        goal_given=(),
        goal_given_conditions=(),
        goal_unit=None,
        others=(),
    )
    return parse_statement(to_plain(asking), problem.name)


def _sentences(problem: Problem) -> list[tuple[Statement, ...]]:
    """The premises by the sentence, or the construction, that they come from."""
    found: dict[object, list[Statement]] = {}
    for premise in problem.premises:
        found.setdefault(problem.spans.get(premise, premise), []).append(premise)
    return [tuple(premises) for premises in found.values()]


def _traced(
    problem: Problem,
    closure: Closure,
    diagrams: tuple[Diagram, ...],
    statements: Sequence[Statement],
    deadline: float,
    most: int,
) -> tuple[list[Proof], bool]:
    """Proofs, not yet checked, and whether there was time for all of them. What follows from earlier ones is left out."""
    journal = closure.journal()
    proofs: list[Proof] = []
    for statement in statements:
        told = close(replace(problem, premises=tuple(p.goal for p in proofs)), diagrams, timeout=1.0)
        if told.is_entailed(statement):
            continue
        try:
            steps = shortest_trace(closure.diagram, journal, statement, deadline)
        except DeadlineExceeded:
            return proofs, False
        except (Unexplained, CertificateError):
            continue
        proof = Proof(problem, closure.diagram, numbered(steps), statement)
        if len(proof) > 1:  # else it is as good as given
            proofs.append(proof)
        if len(proofs) == most:
            break
    return proofs, True


def _interest(proof: Proof) -> float:
    return WEIGHTS[proof.goal.predicate] + min(len(proof), MOST_STEPS)
