"""The rules about points at one place: that they are one, and what follows. rules.py says what a rule is."""

from __future__ import annotations

from solver.checker.conditions import exists, is_triangle
from solver.checker.figures import places_of
from solver.checker.rules_circle import merged_circles
from solver.checker.uses import (
    HALF,
    Uses,
    center_of,
    checks,
    directions,
    equation,
    is_circle,
    logs,
    points_of,
    single_equation,
)
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Statement

#: A locus by points known to be on it (a line through one point; a circle about an unnamed center may have none), and
#: its tangent's direction at x.
_Locus = tuple[frozenset[str], Equation]


@checks("coincide")
def coincide(u: Uses, x: str, y: str) -> None:
    """Two points on the same two loci, or both equal to further points.

    Two lines meet once. Of a line and a circle, or two circles, one meeting point may be known: a third point of the
    proof that isn't x. Otherwise there are two candidates, and the diagram chose: `branch`.
    """
    u.conclude(Statement(OVERLAP, (x, y)))
    if pairs := u.saying(OVERLAP):
        u.refuse_unless(y in places_of(pairs).get(x, ()), f"its premises don't lead from {x} to {y}")
        return
    loci = [*_loci_by_points(u, x, y), *_circles_through(u, x, y)]
    u.refuse_unless(len(loci) == 2, f"its premises don't give two loci of both {x} and {y}")
    (one, tangent_one), (two, tangent_two) = loci
    u.need_apart((x,), linear_combination(((1, tangent_one), (-1, tangent_two)), Theory.DIRECTION))
    lines = [len(locus) == 1 for locus in (one, two)]
    if all(lines) or (any(lines) and one & two):
        return
    other = next((w for w in sorted(one & two - {x, y}) if exists(u.at, (w, x))), None)
    if other is not None:
        u.need("distinct", other, x)
        u.need("distinct", other, y)
        return
    u.refuse_unless(not exists(u.at, (x, y)), f"in its diagram {x} and {y} are the two common points of their loci")
    u.need("branch")


@checks("touch")
def touch(u: Uses, x: str, y: str, a: str, b: str) -> None:
    """Circles about a and b that touch at x have no other point.

    The line ab is an axis of both, and x is on it: a common point y that isn't has its mirror image, too, and circles about
    two points have two points in common at most. So y is on the line; as far from a and from b as x is, it is x.
    """
    u.conclude(Statement(OVERLAP, (x, y)))
    u.require(logs((1, a, x), (-1, a, y)))
    u.require(logs((1, b, x), (-1, b, y)))
    u.require(directions((1, a, x), (-1, b, x)))
    u.need("distinct", a, b)


def _loci_by_points(u: Uses, x: str, y: str) -> list[_Locus]:
    """Lines through a point p, and circles about it. Circles on which a segment pq is seen under one angle (these pass through
    p and q), or its ends have one ratio of distances (circles of Apollonius, which pass through neither and are orthogonal to
    every circle through p and q).
    """
    found: list[_Locus] = []
    for i, claim in enumerate(u.claims):
        if isinstance(claim, Statement) and claim.predicate is COLL and {x, y} <= set(claim.points):
            p = next((p for p in claim.points if exists(u.at, (p, x))), None)
            if p is not None:
                u.mark(i)
                u.need("distinct", p, x)
                u.need("distinct", p, y)
                found.append((frozenset((p,)), directions((1, p, x))))
            continue
        e = single_equation(claim)
        others = sorted(e.points() - {x, y}) if e is not None else []
        if e is None or len(others) not in (1, 2) or len(e.terms) != 2 * len(others):
            continue
        (p, q), is_one = (others[0], others[-1]), len(others) == 1
        terms = [(1, p, x), (-1, p, y)] if is_one else [(1, p, x), (-1, q, x), (-1, p, y), (1, q, y)]
        tangent = directions((1, p, x)) if is_one else directions((1, x, p), (1, x, q), (-1, p, q))
        if u.is_said_by(e, directions(*terms)):
            if not is_one:
                u.need("noncollinear", x, p, q)
            found.append((frozenset((p,) if is_one else (x, y, p, q)), tangent))
        elif u.is_said_by(e, logs(*terms)):
            found.append((frozenset((x, y)), Equation.of(Theory.DIRECTION, tangent.terms, {1: HALF})))
    return found


def _circles_through(u: Uses, x: str, y: str) -> list[_Locus]:
    """Circles with both points, from premises that share three points where one premise has but one of the two."""
    found: list[_Locus] = []
    for circle in merged_circles(u, u.saying(CYCLIC, CIRCLE)):
        for joint in circle.joints:
            u.need("noncollinear", *joint)
        points, o = circle.on, min(circle.centers, default=None)
        u.refuse_unless({x, y} <= points, f"a circle among its premises doesn't pass through both {x} and {y}")
        if o is not None:
            tangent = directions((1, o, x), constant=HALF)
        else:
            p, q, *_ = sorted(points - {x, y})
            is_proper = is_triangle(u.at, x, p, q)
            u.refuse_unless(is_proper, f"a circle among its premises has no two points apart from {x}")
            u.need("noncollinear", x, p, q)
            tangent = directions((1, x, p), (1, x, q), (-1, p, q))
        found.append((points, tangent))
    return found


@checks("substitute")
def substitute(u: Uses, x: str, y: str) -> None:
    """Points that are the same point have the same lines and lengths, and lie on the same circles."""
    pairs = u.saying(OVERLAP)
    is_given = len(pairs) == 1 and set(pairs[0].points) == {x, y}
    u.refuse_unless(is_given, f"it needs the premise overlap {x} {y}")
    claim = u.step.claim
    if not is_circle(claim):
        said = u.claimed_equation()
        thirds = said.points() - {x, y}
        if len(said.terms) != 2 or len(thirds) != 1:
            raise u.fail(f"it claims that a segment from {x} and one from {y} agree")
        (z,) = thirds
        u.conclude(equation(said.theory, (1, x, z), (-1, y, z)))
        return
    on, o = u.one_circle()
    if not points_of(claim) <= on | {x, y} or not (on | {o}) & {x, y}:
        raise u.fail(f"it claims its premise with {y} for {x}, or with both")
    if not points_of(claim) <= on and not on & {x, y}:
        raise u.fail(f"neither {x} nor {y} is on the circle of its premise")
    if claim.predicate is CIRCLE and center_of(claim) not in ({x, y} if o in (x, y) else {o}):
        raise u.fail(f"{claim.points[0]} isn't known as the center")
