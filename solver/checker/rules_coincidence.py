"""The rules about points at one place: that they are one, and what follows. rules.py says what a rule is."""

from __future__ import annotations

from itertools import combinations

from solver.checker.circles import merged_circles, places
from solver.checker.conditions import exists
from solver.checker.registry import checks
from solver.checker.uses import (
    HALF,
    Uses,
    center_of,
    directions,
    equation,
    factor,
    is_circle,
    logs,
    points_of,
    single_equation,
)
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import CIRCLE, COLL, OVERLAP, Statement


@checks("coincide")
def coincide(u: Uses) -> None:
    """Two points on the same two loci, or both equal to further points.

    Two lines meet once. Of a line and a circle, or two circles, one meeting point may be known: a third point of the
    proof that isn't x. Otherwise there are two candidates, and the diagram chose: `branch`.
    """
    x, y = u.step.points
    _claims_overlap(u, x, y)
    if pairs := u.overlaps():
        _chain_of_overlaps(u, pairs)
        return
    loci = [*_lines_and_known_centers(u, x, y), *_circles_through(u, x, y), *_circles_over(u, x, y)]
    if len(loci) != 2:
        raise u.fail(f"its premises don't give two loci of both {x} and {y}")
    (one, tangent_one), (two, tangent_two) = loci
    u.need_apart((x,), linear_combination(((1, tangent_one), (-1, tangent_two)), Theory.DIRECTION))
    lines = [len(locus) == 1 for locus in (one, two)]
    if all(lines) or (any(lines) and one & two):
        return
    other = next((w for w in sorted(one & two - {x, y}) if exists(u.at, (w, x))), None)
    if other is None:
        if exists(u.at, (x, y)):
            raise u.fail(f"in its diagram {x} and {y} are the two common points of their loci")
        u.need_branch()
    else:
        u.need("distinct", other, x)
        u.need("distinct", other, y)


@checks("touch")
def touch(u: Uses) -> None:
    """Circles about a and b that touch at x have no other point.

    The line ab is an axis of both, and x is on it: a common point y that isn't has its mirror image, too, and circles about
    two points have two points in common at most. So y is on the line; as far from a and from b as x is, it is x.
    """
    x, y, a, b = u.step.points
    _claims_overlap(u, x, y)
    u.require(logs((1, a, x), (-1, a, y)))
    u.require(logs((1, b, x), (-1, b, y)))
    u.require(directions((1, a, x), (-1, b, x)))
    u.need("distinct", a, b)


def _claims_overlap(u: Uses, x: str, y: str) -> None:
    claim = u.step.claim
    if not isinstance(claim, Statement) or claim.predicate is not OVERLAP or set(claim.points) != {x, y} or x == y:
        raise u.fail(f"it claims overlap {x} {y}")


#: A locus by points known to be on it (a line through one point; a circle about an unnamed center may have none), and
#: its tangent's direction at x.
_Locus = tuple[frozenset[str], Equation]


def _chain_of_overlaps(u: Uses, pairs: list[Statement]) -> None:
    x, y = u.step.points
    if not any({x, y} <= place for place in places(pairs)):
        raise u.fail(f"its premises don't lead from {x} to {y}")


def _lines_and_known_centers(u: Uses, x: str, y: str) -> list[_Locus]:
    found: list[_Locus] = []
    for i, claim in enumerate(u.claims):
        if isinstance(claim, Statement) and claim.predicate is COLL and {x, y} <= set(claim.points):
            a = next((p for p in claim.points if exists(u.at, (p, x))), None)
            if a is not None:
                u.mark(i)
                u.need("distinct", a, x)
                u.need("distinct", a, y)
                found.append((frozenset((a,)), directions((1, a, x))))
            continue
        e = single_equation(claim)
        if e is None or len(e.terms) != 2:
            continue
        for a in sorted(e.points() - {x, y}):
            if factor(e, directions((1, a, x), (-1, a, y))) is not None and u.has(directions((1, a, x), (-1, a, y))):
                found.append((frozenset((a,)), directions((1, a, x))))
            elif factor(e, logs((1, a, x), (-1, a, y))) is not None and u.has(logs((1, a, x), (-1, a, y))):
                tangent = Equation.of(Theory.DIRECTION, directions((1, a, x)).terms, {1: HALF})
                found.append((frozenset((x, y)), tangent))
    return found


def _circles_over(u: Uses, x: str, y: str) -> list[_Locus]:
    """Circles on which a segment pq is seen under one angle (these pass through p and q), or its ends have one ratio of
    distances (circles of Apollonius, which pass through neither and are orthogonal to every circle through p and q).
    """
    found: list[_Locus] = []
    for e in filter(None, map(single_equation, u.claims)):
        over = sorted(e.points() - {x, y})
        if len(over) != 2 or len(e.terms) != 4:
            continue
        p, q = over
        angle = directions((1, p, x), (-1, q, x), (-1, p, y), (1, q, y))
        ratio = logs((1, p, x), (-1, q, x), (-1, p, y), (1, q, y))
        seen = directions((1, x, p), (1, x, q), (-1, p, q))
        if factor(e, angle) is not None and u.has(angle):
            u.need("noncollinear", x, p, q)
            found.append((frozenset((x, y, p, q)), seen))
        elif factor(e, ratio) is not None and u.has(ratio):
            found.append((frozenset((x, y)), Equation.of(Theory.DIRECTION, seen.terms, {1: HALF})))
    return found


def _circles_through(u: Uses, x: str, y: str) -> list[_Locus]:
    """Circles with both points, from premises that share three points where one premise has but one of the two."""
    found: list[_Locus] = []
    for circle in merged_circles(u, u.circles()):
        for joint in circle.joints:
            u.need("noncollinear", *joint)
        points, o = circle.on, min(circle.centers, default=None)
        if not {x, y} <= points:
            raise u.fail(f"a circle among its premises doesn't pass through both {x} and {y}")
        if o is not None:
            tangent = Equation.of(Theory.DIRECTION, directions((1, o, x)).terms, {1: HALF})
        else:
            triple = next(
                (u.spread_triple(frozenset((x, p, q))) for p, q in combinations(sorted(points - {x, y}), 2)), None
            )
            if triple is None:
                raise u.fail(f"a circle among its premises has no two points apart from {x}")
            p, q = (r for r in triple if r != x)
            u.need("noncollinear", x, p, q)
            tangent = directions((1, x, p), (1, x, q), (-1, p, q))
        found.append((points, tangent))
    return found


@checks("substitute")
def substitute(u: Uses) -> None:
    """Points that are the same point have the same lines and lengths, and lie on the same circles."""
    x, y = u.step.points
    pairs = u.overlaps()
    if len(pairs) != 1 or set(pairs[0].points) != {x, y}:
        raise u.fail(f"it needs the premise overlap {x} {y}")
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
    if claim.predicate is CIRCLE:
        centers = {x, y} if o in (x, y) else {o}
        if center_of(claim) not in centers:
            raise u.fail(f"{claim.points[0]} isn't known as the center")
