"""What a page computes with: premises and claims as equations over numbered points, in plain objects."""

from __future__ import annotations

from collections.abc import Mapping
from math import lcm, log
from typing import Any

from solver.statements.equation import Equation, Theory
from solver.statements.predicates import OVERLAP, Claim

Json = dict[str, Any]


def equations_of(claim: Claim, index: Mapping[str, int]) -> list[Json]:
    """The equations that a claim means. index: a number for each point.

    A statement about directions is meant up to whole turns; an equation of a proof is lifted: it holds as it stands where
    directions are taken in [0, 1).
    """
    if isinstance(claim, Equation):
        return [_equation(claim, index, 0.0)]
    if claim.predicate is OVERLAP:
        return [
            {"theory": "overlap", "terms": [[1.0, *(index[p] for p in claim.points)]], "constant": 0.0, "period": 0.0}
        ]
    return [_equation(e, index, 1.0 if e.theory is Theory.DIRECTION else 0.0) for e in claim.equations()]


def while_moving(equation: Json, claim: Claim) -> Json:
    """The same for figures whose points move, where a lifted direction may jump by 1."""
    if not isinstance(claim, Equation) or claim.theory is not Theory.DIRECTION:
        return equation
    return {**equation, "period": 1 / lcm(*(c.denominator for _, c in claim.terms))}


def _equation(e: Equation, index: Mapping[str, int], period: float) -> Json:
    return {
        "theory": e.theory.value,
        "terms": [[float(c), *(index[p] for p in q)] for q, c in e.terms],
        "constant": sum(float(c) * (1.0 if base == 1 else log(base)) for base, c in e.constants),
        "period": period,
    }
