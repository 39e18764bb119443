"""The steps of a proof: what is claimed, by which rule, from which earlier steps."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from solver.statements.equation import Equation
from solver.statements.predicates import CIRCLE, CYCLIC, Claim


@dataclass(frozen=True)
class Step:
    """One node of the proof DAG.

    rule: a name of docs/certificate.md, or "premise". points: what the rule is applied to, where it takes points.
    uses: ids of earlier steps. coefficients: of a `linear` step, one for each use.
    """

    id: str
    claim: Claim
    rule: str
    points: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    coefficients: tuple[Fraction, ...] = ()


def same_claim_key(claim: Claim) -> Hashable:
    """Equal for claims that say the same: equations up to a factor, circles up to the order of points."""
    if isinstance(claim, Equation):
        return claim.scaled(1 / claim.terms[0][1]) if claim.terms else claim
    if claim.predicate is CYCLIC:
        return ("cyclic", frozenset(claim.points))
    if claim.predicate is CIRCLE:
        return ("circle", claim.points[0], frozenset(claim.points[1:]))
    return claim


def needed_for(steps: Sequence[Step], goal: str) -> list[Step]:
    """The steps that `goal` rests on, in order."""
    by_id = {s.id: s for s in steps}
    wanted = {goal}
    for step in reversed(steps):
        if step.id in wanted:
            wanted.update(step.uses)
    return [s for s in steps if s.id in wanted and s.id in by_id]
