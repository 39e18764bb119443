"""The rules `theorem`, an instance of a theorem by its pattern, and `identity`, which computes in coordinates.

The statement comes with the certificate and has been compared with what the checker's user accepts
(`solver.checker.check`); here only the instance is judged.
"""

from __future__ import annotations

from solver.checker.uses import Uses, center_of, checks, is_circle, points_of, single_equation
from solver.statements.equation import Equation
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, Claim, Statement, equations_of, is_inequality, named_in


@checks("theorem")
def theorem(u: Uses, *points: str) -> None:
    """Its points are pairwise apart, every premise is among the uses, every condition is a side condition."""
    instance = u.found(u.step.theorem, "it names no theorem").at(points)
    for premise in instance.premises:
        _require(u, premise)
    u.need("apart", *instance.points)
    for condition in instance.conditions:
        u.need(condition.kind, *condition.points)
    if not any(_says(u, conclusion, u.step.claim) for conclusion in instance.conclusions):
        raise u.fail(f"the theorem {instance.id} doesn't conclude that")


@checks("identity")
def identity(u: Uses, *points: str) -> None:
    """Placing its points in order, its premises make the claim an identity; `branch` where on the figure's branch only.

    What is computed of points on a circle is so of points in line, too.
    """
    from solver.coordinates.prove import Scope, identity_of

    named = {p for c in (*u.claims, u.step.claim) for p in named_in(c)}
    is_named = len(named) >= len(points) and named == set(points)
    u.refuse_unless(is_named, "its points must be those of its claims, each once")
    u.refuse_unless(not any(map(is_inequality, u.claims)), "an inequality places no point")
    identity = identity_of(tuple(u.claims), u.step.claim, points, tuple(u.at[p] for p in points))
    found = u.found(identity, "its claim isn't an identity in the coordinates of what is free")
    u.mark(*range(len(u.claims)))
    if found.scope is Scope.FIGURE:
        u.need("branch")
    if isinstance(claim := u.step.claim, Statement) and claim.predicate is CYCLIC:
        triple = u.spread_triple(frozenset(claim.points))
        u.need("noncollinear", *u.found(triple, "its points are in line, in its diagram"))


def _require(u: Uses, premise: Claim) -> None:
    if isinstance(premise, Statement) and premise.predicate is COLL:
        a, b, *others = premise.points
        for c in others:
            u.require_line(a, b, c)
        return
    on = premise.points if isinstance(premise, Statement) and premise.predicate is CYCLIC else ()
    if not on and (equations := equations_of(premise)):
        for e in equations:
            u.require(e)
        return
    # Nothing else says of points that they are one, or what a sum of products is.
    said = (c == premise or (on and is_circle(c) and points_of(c).issuperset(on)) for c in u.claims)
    number = next((i for i, is_said in enumerate(said) if is_said), None)
    u.mark(u.found(number, f"none of its premises says {premise}"))
    if on:  # points of a line satisfy the angles of `cyclic`, too
        u.need("noncollinear", *on[:3])


def _says(u: Uses, conclusion: Claim, claim: Claim) -> bool:
    """Whether a claim is a conclusion, or is or means one equation that the conclusion means."""
    said = single_equation(claim)
    if said is not None and u.restates(conclusion, said):
        return True
    if isinstance(conclusion, Equation) or isinstance(claim, Equation) or claim.predicate is not conclusion.predicate:
        return False
    if claim.predicate in (COLL, CYCLIC, CIRCLE):
        return center_of(claim) == center_of(conclusion) and points_of(claim) <= points_of(conclusion)
    return claim == conclusion
