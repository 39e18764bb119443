"""The rules of meaning and combination, of lines and of similar triangles. rules.py says what a rule is."""

from __future__ import annotations

from fractions import Fraction

from solver.checker.figures import cleared
from solver.checker.uses import Uses, checks, directions, logs, single_equation
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import CYCLIC, MIDP, OVERLAP, QUANTITY, SIMTRI, SIMTRIR, Statement


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
        if not u.restates(u.claims[0], claim):
            raise u.fail(f"{u.claims[0]} doesn't mean that")
        return
    if claim.predicate in (CYCLIC, OVERLAP) or (claim.predicate is QUANTITY and not claim.equations()):
        raise u.fail(f"no equations are equivalent to {claim}")
    for e in claim.equations():
        u.require(e)
    if claim.predicate is MIDP:
        u.need("distinct", *claim.points[1:])


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
    u.refuse_unless(all(u.step.coefficients), "a coefficient is zero")
    claim = u.lifted(u.step.claim)
    if claim is None or single_equation(u.step.claim) is None:
        raise u.fail(f"{u.step.claim} isn't one equation")
    parts: list[tuple[Fraction | int, Equation]] = []
    for name, c, use, form in zip(u.step.uses, u.step.coefficients, u.claims, forms, strict=True):
        e = u.lifted(use if form is None else form)
        if e is None or e.theory is not claim.theory:
            raise u.fail(f"{name} isn't one equation in the claim's theory")
        parts.append((c, e))
    u.mark(*range(len(u.claims)))
    is_claim = u.renamed(linear_combination([*parts, (-1, claim)], claim.theory)).is_trivial
    u.refuse_unless(is_claim, "its combination isn't its claim")
    for name, use, form in zip(u.step.uses, u.claims, forms, strict=True):
        if form is not None and not (u.is_lifted(form) and u.restates(use, form)):
            raise u.fail(f"{name} doesn't mean the form in which it is used")
    if claim.theory is Theory.DIRECTION:
        scale = cleared(claim)
        if any(scale * c.numerator % (c.denominator * cleared(e)) for c, e in parts):
            u.need("branch")


@checks("line")
def line(u: Uses, a: str, b: str, c: str) -> None:
    u.require(directions((1, a, b), (-1, a, c)))
    u.conclude(directions((1, a, b), (-1, b, c)), directions((1, a, c), (-1, b, c)))


#: By corner of two triangles: the places of the corner and of the two others among the three.
_CORNERS = {"a": (0, 1, 2), "b": (1, 0, 2), "c": (2, 0, 1)}
#: By rule of triangles abc and xyz: the corners of abc at which angles are known to be equal; those at which ratios of the two
#: sides are (at a: ab : ac), and how many of these are enough; what else is needed.
#: Two directed angles decide a proper triangle's shape and orientation. Of two sides and an angle, the known angle, at a, is
#: opposite to bc: where bc > ab the angle at c is acute, so its sine decides it.
_SIMILAR = {
    "similar_aa": ("ab", "", 0, ("noncollinear", "abc")),
    "similar_sas": ("a", "a", 1, None),
    "similar_sss": ("", "abc", 2, None),
    "similar_ssa": ("a", "b", 1, ("longer", "bcab")),
}


@checks(*_SIMILAR)
def similar(u: Uses, *points: str) -> None:
    """The angles are equal (opposite, for `simtrir`) as angles between lines."""
    angles, ratios, least, needed = _SIMILAR[u.step.rule]
    claim = u.step.claim
    if not isinstance(claim, Statement) or claim.predicate not in (SIMTRI, SIMTRIR) or claim.points != points:
        raise u.fail("it claims simtri or simtrir of its points")
    sign = 1 if claim.predicate is SIMTRI else -1
    named = {k: [[points[at + i] for i in _CORNERS[k]] for at in (0, 3)] for k in _CORNERS}
    for k in angles:
        (a, b, c), (x, y, z) = named[k]
        u.require(directions((1, a, b), (-1, a, c), (-sign, x, y), (sign, x, z)))
    sides = [logs((1, a, b), (-1, a, c), (-1, x, y), (1, x, z)) for (a, b, c), (x, y, z) in (named[k] for k in ratios)]
    u.refuse_unless(sum(map(u.has, sides)) >= least, f"its premises give fewer than {least} of the ratios of sides")
    if sides:  # angles between lines are angles of triangles only once the orientations are known
        u.need("same_orientation" if sign > 0 else "opposite_orientation", *points)
    if needed is not None:
        u.need(needed[0], *(points["abc".index(corner)] for corner in needed[1]))
