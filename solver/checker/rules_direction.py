"""The rules of meaning and combination, of lines and of similar triangles. rules.py says what a rule is."""

from __future__ import annotations

from fractions import Fraction

from solver.checker.figures import cleared
from solver.checker.registry import checks
from solver.checker.uses import (
    Uses,
    directions,
    factor,
    logs,
    means,
    says_ratio,
    single_equation,
)
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import CYCLIC, MIDP, OVERLAP, QUANTITY, Claim, Statement


@checks("meaning")
def meaning(u: Uses) -> None:
    """One predicate to an equation among its consequences; or all the equations of a predicate to it.

    `cyclic` and `overlap` have no equivalent equations, nor has a sum of products, so no `meaning` leads to them. A
    midpoint's ends must be apart.
    """
    claim = u.step.claim
    if isinstance(claim, Equation):
        if len(u.claims) != 1 or not isinstance(u.claims[0], Statement):
            raise u.fail("it needs exactly one premise, a predicate")
        u.mark(0)
        if not _restates(u, u.claims[0], claim):
            raise u.fail(f"{u.claims[0]} doesn't mean that")
        return
    if claim.predicate in (CYCLIC, OVERLAP) or (claim.predicate is QUANTITY and not claim.equations()):
        raise u.fail(f"no equations are equivalent to {claim}")
    for e in claim.equations():
        u.require(e)
    if claim.predicate is MIDP:
        u.need("distinct", *claim.points[1:])


def _restates(u: Uses, said: Claim, claim: Equation) -> bool:
    """Whether an equation is among what a predicate means, or is the same ratio of two lengths in another theory."""
    if not claim.terms:
        return False
    if says_ratio(said, claim):
        return True
    if not isinstance(said, Statement) or not u.is_lifted(claim):
        return False
    lead = abs(claim.terms[0][1])
    return means(said, claim.scaled(1 / lead), Fraction(0)) or _declares(u, said, claim)


def _declares(u: Uses, statement: Statement, claim: Equation) -> bool:
    """Whether a multiple of the claim is an equation of the statement, with coefficients other than ±1."""
    for e in statement.equations():
        f = factor(claim, e)
        if f is None:
            continue
        if claim.theory is not Theory.DIRECTION:
            return claim.constants == e.scaled(f).constants
        if (cleared(claim) * f).denominator != 1:
            u.need_branch()
        return u.is_multiple(claim, e)
    return False


@checks("linear")
def linear(u: Uses) -> None:
    """The claim is exactly the combination of the uses, as equations between real numbers, modulo its lines and lengths.

    A use takes part as the equation that it is or is equivalent to, or in a form that it means (`forms`). Modulo 1 the
    claim follows where every multiplier, between the forms with denominators cleared, is an integer; elsewhere the
    diagram chose among finitely many cases: `branch`.
    """
    forms = u.step.forms or (None,) * len(u.claims)
    if not len(u.claims) == len(u.step.coefficients) == len(forms) or not (u.claims or u.step.lines or u.step.lengths):
        raise u.fail("it needs one coefficient for each premise")
    if not all(u.step.coefficients):
        raise u.fail("a coefficient is zero")
    if isinstance(u.step.claim, Statement) and single_equation(u.step.claim) is None:
        raise u.fail(f"{u.step.claim} isn't one equation")
    claim = u.lifted(u.step.claim)
    parts: list[tuple[Fraction | int, Equation]] = []
    for i, (c, use, form) in enumerate(zip(u.step.coefficients, u.claims, forms, strict=True)):
        e = u.lifted(use if form is None else form)
        if e is None or claim is None or e.theory is not claim.theory:
            raise u.fail(f"{u.step.uses[i]} isn't one equation in the claim's theory")
        parts.append((c, e))
        u.mark(i)
    if claim is None:
        raise u.fail(f"{u.step.claim} isn't one equation")
    if not u.renamed(linear_combination([*parts, (-1, claim)], claim.theory)).is_trivial:
        raise u.fail("its combination isn't its claim")
    for name, use, form in zip(u.step.uses, u.claims, forms, strict=True):
        if form is not None and not _restates(u, use, form):
            raise u.fail(f"{name} doesn't mean the form in which it is used")
    if claim.theory is Theory.DIRECTION:
        scale = cleared(claim)
        if any(scale * c.numerator % (c.denominator * cleared(e)) for c, e in parts):
            u.need_branch()


@checks("line")
def line(u: Uses) -> None:
    a, b, c = u.step.points
    u.require(directions((1, a, b), (-1, a, c)))
    u.conclude(directions((1, a, b), (-1, b, c)), directions((1, a, c), (-1, b, c)))


def _similar_sign(u: Uses) -> int:
    claim = u.step.claim
    signs = {"simtri": 1, "simtrir": -1}
    name = claim.predicate.name if isinstance(claim, Statement) else ""
    if not isinstance(claim, Statement) or name not in signs or claim.points != u.step.points:
        raise u.fail("it claims simtri or simtrir of its points")
    return signs[name]


def _angle(sign: int, v: tuple[str, str, str], w: tuple[str, str, str]) -> Equation:
    """The angles at v[0] and w[0] of two triangles are equal (sign 1) or opposite (−1), as angles between lines."""
    (a, b, c), (x, y, z) = v, w
    return directions((1, a, b), (-1, a, c), (-sign, x, y), (sign, x, z))


def _ratio(v: tuple[str, str, str], w: tuple[str, str, str]) -> Equation:
    """v0v1 : v0v2 = w0w1 : w0w2."""
    (a, b, c), (x, y, z) = v, w
    return logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z))


@checks("similar_aa")
def similar_aa(u: Uses) -> None:
    """Two directed angles decide a proper triangle's shape and orientation."""
    a, b, c, x, y, z = u.step.points
    sign = _similar_sign(u)
    u.require(_angle(sign, (a, b, c), (x, y, z)))
    u.require(_angle(sign, (b, a, c), (y, x, z)))
    u.need("noncollinear", a, b, c)


def _need_orientation(u: Uses) -> None:
    """Angles between lines are angles of triangles only once the orientations are known."""
    u.need("same_orientation" if _similar_sign(u) > 0 else "opposite_orientation", *u.step.points)


@checks("similar_sas")
def similar_sas(u: Uses) -> None:
    a, b, c, x, y, z = u.step.points
    u.require(_angle(_similar_sign(u), (a, b, c), (x, y, z)))
    u.require(_ratio((a, b, c), (x, y, z)))
    _need_orientation(u)


@checks("similar_sss")
def similar_sss(u: Uses) -> None:
    a, b, c, x, y, z = u.step.points
    sides = (_ratio((a, b, c), (x, y, z)), _ratio((b, a, c), (y, x, z)), _ratio((c, a, b), (z, x, y)))
    if sum(u.has(side) for side in sides) < 2:
        raise u.fail("its premises don't give two ratios of sides")
    _need_orientation(u)


@checks("similar_ssa")
def similar_ssa(u: Uses) -> None:
    """The known angle, at a, is opposite to bc; where bc > ab the angle at c is acute, so its sine decides it."""
    a, b, c, x, y, z = u.step.points
    u.require(_angle(_similar_sign(u), (a, b, c), (x, y, z)))
    u.require(_ratio((b, a, c), (y, x, z)))
    _need_orientation(u)
    u.need("longer", b, c, a, b)
