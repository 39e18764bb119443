"""The rules `theorem`, an instance of a theorem by its pattern, and `identity`, which computes in coordinates.

The statement comes with the certificate and has been compared with what the checker's user accepts
(`solver.checker.check`); here only the instance is judged.
"""

from __future__ import annotations

from solver.checker.registry import checks
from solver.checker.uses import Uses, center_of, is_circle, points_of, single_equation
from solver.statements.equation import Equation
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, Claim, Statement, is_inequality, named_in


@checks("theorem")
def theorem(u: Uses) -> None:
    """Its points are pairwise apart, every premise is among the uses, every condition is a side condition."""
    if u.step.theorem is None:
        raise u.fail("it names no theorem")
    instance = u.step.theorem.at(u.step.points)
    for premise in instance.premises:
        _require(u, premise)
    u.need("apart", *instance.points)
    for condition in instance.conditions:
        u.need(condition.kind, *condition.points)
    if not any(_says(u, conclusion, u.step.claim) for conclusion in instance.conclusions):
        raise u.fail(f"the theorem {instance.id} doesn't conclude that")


@checks("identity")
def identity(u: Uses) -> None:
    """Placing its points in order, its premises make the claim an identity; `branch` where on the figure's branch only.

    What is computed of points on a circle is so of points in line, too.
    """
    from solver.coordinates.prove import Scope, identity_of

    named = {p for c in (*u.claims, u.step.claim) for p in named_in(c)}
    if len(named) < len(u.step.points) or named != set(u.step.points):
        raise u.fail("its points must be those of its claims, each once")
    if any(map(is_inequality, u.claims)):
        raise u.fail("an inequality places no point")
    found = identity_of(tuple(u.claims), u.step.claim, u.step.points, tuple(u.at[p] for p in u.step.points))
    if found is None:
        raise u.fail("its claim isn't an identity in the coordinates of what is free")
    for i in range(len(u.claims)):
        u.mark(i)
    if found.scope is Scope.FIGURE:
        u.need_branch()
    if isinstance(claim := u.step.claim, Statement) and claim.predicate is CYCLIC:
        if (triple := u.spread_triple(frozenset(claim.points))) is None:
            raise u.fail("its points are in line, in its diagram")
        u.need("noncollinear", *triple)


def _require(u: Uses, premise: Claim) -> None:
    if isinstance(premise, Equation):
        u.require(premise)
    elif premise.predicate is COLL:
        a, b, *others = premise.points
        for c in others:
            u.require_line(a, b, c)
    elif premise.predicate is CYCLIC:
        wanted = frozenset(premise.points)
        for i, claim in enumerate(u.claims):
            if is_circle(claim) and wanted <= points_of(claim):
                u.mark(i)
                u.need("noncollinear", *premise.points[:3])  # points of a line satisfy the angles of `cyclic`, too
                return
        raise u.fail(f"none of its premises says {premise}")
    elif premise.equations():
        for e in premise.equations():
            u.require(e)
    elif premise in u.claims:  # nothing else says of points that they are one, or what a sum of products is
        u.mark(u.claims.index(premise))
    else:
        raise u.fail(f"none of its premises says {premise}")


def _says(u: Uses, conclusion: Claim, claim: Claim) -> bool:
    """Whether a claim is a conclusion, or is or means one equation that the conclusion means."""
    said = single_equation(claim)
    if said is not None and u.restates(conclusion, said):
        return True
    if isinstance(conclusion, Equation) or isinstance(claim, Equation) or claim.predicate is not conclusion.predicate:
        return False
    if claim.predicate in (COLL, CYCLIC):
        return set(claim.points) <= set(conclusion.points)
    if claim.predicate is CIRCLE:
        return center_of(claim) == center_of(conclusion) and points_of(claim) <= points_of(conclusion)
    return claim == conclusion
