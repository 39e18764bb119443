"""Writing a proof as a certificate: docs/certificate.md says what each field means."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from solver.checker import SideCondition, required_conditions
from solver.checker.schema import Certificate
from solver.diagram.diagram import Diagram
from solver.knowledge.theorem import Theorem
from solver.language.problem import Clause, Problem
from solver.proof.steps import Step
from solver.statements.bound import bound_as_data
from solver.statements.equation import Equation
from solver.statements.expression_data import as_data
from solver.statements.predicates import Claim, Statement

Json = dict[str, Any]


def write_certificate(
    problem: Problem,
    diagram: Diagram,
    steps: Sequence[Step],
    goal: Statement,
    conditions: Sequence[SideCondition] | None = None,
    attained: Sequence[Statement] = (),
) -> Json:
    """The certificate of the steps (premises among them, the last one claims the goal).

    conditions: the side conditions of the steps; None: those that the checker's rules ask for. attained: see `Proof.attained`.
    Raises CertificateError where a step isn't an instance of its rule.
    """
    auxiliary = used_auxiliary(problem, steps)
    unused = {p for clause in problem.auxiliary if clause not in auxiliary for p in clause.points}
    stated: Json = {"name": problem.name, "statement": problem.text}
    if problem.reading:
        stated["reading"] = problem.reading
    if auxiliary:
        stated["auxiliary"] = [clause.text() for clause in auxiliary]
    certificate: Json = {
        "format": "porism-proof",
        "version": 2,
        "problem": stated,
        "seed": diagram.seed,
        "coordinates": {p: [repr(x), repr(y)] for p, (x, y) in diagram.as_dict().items() if p not in unused},
        "premises": [{"id": s.id, "claim": claim_as_json(s.claim)} for s in steps if s.rule == "premise"],
        "steps": [_step(s) for s in steps if s.rule != "premise"],
        "goal": {"claim": claim_as_json(goal), "by": steps[-1].id},
        "side_conditions": [],
    }
    if attained:
        certificate["goal"]["attained"] = [claim_as_json(s) for s in attained]
    if cited := {s.theorem.id: s.theorem for s in steps if s.theorem is not None}:
        certificate["theorems"] = {name: theorem_as_json(theorem) for name, theorem in cited.items()}
    needed = required_conditions(
        certificate if conditions is None else _without_steps(certificate, steps, goal), conditions
    )
    listed = dict.fromkeys((c.kind, c.points, c.step) for c in needed)
    certificate["side_conditions"] = [{"kind": kind, "points": list(p), "step": step} for kind, p, step in listed]
    return certificate


def _without_steps(certificate: Json, steps: Sequence[Step], goal: Statement) -> Certificate:
    """What a certificate says beside its steps and what these need, as the checker reads it."""
    stated = certificate["problem"]
    return Certificate(
        name=stated["name"],
        statement=stated["statement"],
        auxiliary=tuple(stated.get("auxiliary", ())),
        coordinates={p: (x, y) for p, (x, y) in certificate["coordinates"].items()},
        premises={s.id: s.claim for s in steps if s.rule == "premise" and isinstance(s.claim, Statement)},
        steps=(),
        goal=goal,
        goal_by=steps[-1].id,
        side_conditions=(),
        reading=stated.get("reading", 0),
    )


def used_auxiliary(problem: Problem, steps: Sequence[Step]) -> tuple[Clause, ...]:
    """The clauses of the auxiliary points that the steps name, and of those that theirs name, in order."""
    wanted, used = _named(steps), []
    for clause in reversed(problem.auxiliary):
        if wanted & set(clause.points):
            used.append(clause)
            wanted |= _parents(clause)
    return tuple(reversed(used))


def _named(steps: Sequence[Step]) -> set[str]:
    claims = [claim for step in steps for claim in (step.claim, *filter(None, step.forms))]
    return {p for step in steps for p in (*step.points, *(step.bound.points if step.bound is not None else ()))} | {
        p for claim in claims for p in _points(claim)
    }


def _parents(clause: Clause) -> set[str]:
    return set(clause.arguments)


def _points(claim: Claim) -> Sequence[str]:
    return sorted(claim.points()) if isinstance(claim, Equation) else claim.points


def _step(step: Step) -> Json:
    entry: Json = {"id": step.id, "rule": step.rule}
    if step.points:
        entry["points"] = list(step.points)
    if step.theorem is not None:
        entry["theorem"] = step.theorem.id
    entry["uses"] = list(step.uses)
    if step.rule == "linear":
        entry["coefficients"] = [str(c) for c in step.coefficients]
        if any(step.forms):
            entry["forms"] = [None if form is None else claim_as_json(form) for form in step.forms]
    for name, ids in (("lines", step.lines), ("lengths", step.lengths)):
        if ids:
            entry[name] = list(ids)
    if step.bound is not None:
        entry["bound"] = bound_as_data(step.bound)
    entry["claim"] = claim_as_json(step.claim)
    return entry


def theorem_as_json(theorem: Theorem) -> Json:
    """The statement, so that the certificate can be read on its own."""
    said = theorem.statement
    return {
        "name": theorem.name,
        "points": list(said.points),
        "given": [claim_as_json(c) for c in said.premises],
        "where": [{"kind": c.kind, "points": list(c.points)} for c in said.conditions],
        "then": [claim_as_json(c) for c in said.conclusions],
    }


def claim_as_json(claim: Claim) -> Json:
    """CLAIM of docs/certificate.md."""
    if isinstance(claim, Equation):
        entry: Json = {"equation": claim.theory.value, "terms": [[str(c), *q] for q, c in claim.terms]}
        if claim.constants:
            entry["constants"] = {str(base): str(c) for base, c in claim.constants}
        return entry
    entry = {"predicate": claim.predicate.name, "points": list(claim.points)}
    if claim.expression is not None:
        entry["expression"] = as_data(claim.expression)
    if claim.constants:
        entry["constants"] = [str(Fraction(c)) for c in claim.constants]
    return entry
