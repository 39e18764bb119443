"""The rules about circles: who is on them, where their centers are, arcs and chords. rules.py says what a rule is.

Known circles are made one where they share three places. Places count, not names: a point known to be at the place of another
one is on the same circles. The order in which the circles are merged doesn't matter, since a union shares at least what its
parts share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from solver.checker.conditions import MARGIN, exists, off_whole, value
from solver.checker.figures import places_of
from solver.checker.uses import HALF, Uses, arcs, center_of, checks, directions, is_circle, logs, points_of
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import CIRCLE, CYCLIC, OVERLAP, Claim, Statement


@checks("concyclic_angle")
def concyclic_angle(u: Uses, a: str, b: str, c: str, d: str) -> None:
    u.require(directions((1, a, c), (-1, b, c), (-1, a, d), (1, b, d)))
    u.need("noncollinear", a, b, c)
    u.conclude(Statement(CYCLIC, (a, b, c, d)))


@checks("concyclic_radii")
def concyclic_radii(u: Uses, o: str, *on: str) -> None:
    u.refuse_unless(len(on) >= 3 and len(set(on)) == len(on), "it needs a center and three different points")
    joined, waiting = {on[0]}, set(on[1:])
    while waiting:
        as_far = (x for x in sorted(waiting) if any(u.has(logs((1, o, x), (-1, o, y))) for y in sorted(joined)))
        missing = f"its premises don't say that {o} is as far from {', '.join(sorted(waiting))}"
        step = u.found(next(as_far, None), missing)
        waiting.remove(step)
        joined.add(step)
    u.conclude(Statement(CIRCLE, (o, *on)))


@dataclass(frozen=True)
class Merged:
    """The points known to be on one circle, the names known for its center, and the triangles at which it was merged."""

    on: frozenset[str]
    centers: frozenset[str]
    joints: tuple[tuple[str, str, str], ...] = ()


def merged_circles(u: Uses, circles: Sequence[Statement], overlaps: Sequence[Statement] = ()) -> tuple[Merged, ...]:
    """Circles of a step, made as few as they can be. overlaps: which points are at one place."""
    together = places_of(overlaps)

    def everywhere(points: frozenset[str]) -> frozenset[str]:
        return points.union(*(together[p] for p in points if p in together))

    found = [Merged(everywhere(points_of(c)), everywhere(frozenset(filter(None, (center_of(c),))))) for c in circles]
    while (pair := next(_mergeable(u, found), None)) is not None:
        first, second, shared = pair
        found = [c for c in found if c is not first and c is not second]
        joints = (*first.joints, *second.joints, shared)
        found.insert(0, Merged(first.on | second.on, first.centers | second.centers, joints))
    return tuple(found)


def _mergeable(u: Uses, circles: Sequence[Merged]) -> Iterator[tuple[Merged, Merged, tuple[str, str, str]]]:
    for first, second in combinations(circles, 2):
        if (shared := u.spread_triple(first.on & second.on)) is not None:
            yield first, second, shared


@checks("concyclic_merge")
def concyclic_merge(u: Uses) -> None:
    """Two circles through the same three points of a proper triangle are one; merged in any order, as far as they go."""
    circles, overlaps, claim = u.saying(CYCLIC, CIRCLE), u.saying(OVERLAP), u.step.claim
    u.refuse_unless(bool(circles), "it needs premises cyclic or circle")
    merged, *others = merged_circles(u, circles, overlaps)
    if others:
        apart = " ".join(sorted(others[-1].on))
        raise u.fail(f"its circles don't become one: that of {apart} shares three points with none of the others")
    alone = merged_circles(u, circles) if overlaps else ()
    u.refuse_unless(not (len(alone) == 1 and _covers(alone[0], claim)), "it uses an overlap for nothing")
    claimed = "cyclic or circle of the points of its premises, about a center that they name"
    u.refuse_unless(_covers(merged, claim), f"it claims {claimed}")
    for joint in merged.joints:
        u.need("noncollinear", *joint)


def _covers(circle: Merged, claim: Claim) -> bool:
    if not is_circle(claim) or not points_of(claim) <= circle.on:
        return False
    return claim.predicate is CYCLIC or center_of(claim) in circle.centers


@checks("inscribed")
def inscribed(u: Uses) -> None:
    """On a circle d(xy) = t(x) + t(y) and d(ox) = 2t(x) + ½ modulo 1: what cancels the t is 0 but for the halves."""
    left = _arcs(u, u.claimed_equation(), *u.one_circle())
    u.refuse_unless(not left, "the circle's angles don't cancel in its claim")


def _arcs(u: Uses, of: Equation, on: frozenset[str], o: str | None) -> dict[str, int]:
    other = "that equation isn't about directions between points of the circle, or its constant doesn't fit"
    return u.found(arcs(of, on, o), other)


@checks("centre")
def center(u: Uses, o: str, *named: str) -> None:
    """The center is on the bisector of every chord and on every diameter; two different ones of them meet once.

    2t(x) = d(xy) + d(xz) − d(yz) is the tangent's direction at x, so a diameter is half a turn (π/2) away from it.
    """
    circles = u.saying(CYCLIC, CIRCLE)
    if len(circles) > 1 or (not circles and len(named) != 3):
        raise u.fail("it needs one premise cyclic or circle, or the three points of a triangle")
    on = points_of(circles[0]) if circles else frozenset(named)
    claim = u.step.claim
    if not isinstance(claim, Statement) or claim.predicate is not CIRCLE or center_of(claim) != o:
        raise u.fail(f"it claims circle {o} …")
    if not points_of(claim) <= on or (named and points_of(claim) != set(named)):
        raise u.fail("it claims a circle of other points than those of its premise")
    if not circles:
        u.need("noncollinear", *named)
    loci = [e for i, e in u.equations() if not is_circle(u.claims[i])]
    u.refuse_unless(len(loci) == 2, "it needs two equations that give a locus of the center")
    across = [_diameter_or_bisector(u, o, on, e) for e in loci]
    u.need_apart((o,), linear_combination(((1, across[0]), (-1, across[1])), Theory.DIRECTION))


def _diameter_or_bisector(u: Uses, o: str, on: frozenset[str], e: Equation) -> Equation:
    """The direction of the line on which an equation puts the center."""
    near = sorted(e.points() & on - {o})
    for x, y in combinations(near, 2):
        bisector = logs((1, o, x), (-1, o, y))
        if u.is_said_by(e, bisector):
            return directions((1, x, y), constant=HALF)
    for x in near if len(near) == 3 else ():
        y, z = (p for p in near if p != x)
        diameter = directions((1, o, x), (-1, x, y), (-1, x, z), (1, y, z), constant=HALF)
        if u.is_said_by(e, diameter):
            return directions((1, o, x))
    raise u.fail("one of its premises isn't a locus of the center")


@checks("radii")
def radii(u: Uses, o: str, x: str, y: str) -> None:
    on, known = u.one_circle()
    u.refuse_unless(known == o and {x, y} <= on, f"its premise doesn't say that {x} and {y} are on a circle about {o}")
    u.conclude(logs((1, o, x), (-1, o, y)))


def _arc_equation(u: Uses, of: Equation, on: frozenset[str], o: str | None) -> tuple[Fraction, int]:
    """m and the sign s for which an equation says m·(t(x) − t(y) − s·(t(z) − t(w))) = 0 on the circle."""
    x, y, z, w = u.step.points
    u.refuse_unless(x != y and z != w and {x, y, z, w} <= on, "its points aren't two chords of the circle")
    left = _arcs(u, of, on, o)
    for sign in (1, -1):
        wanted = {p: (p == x) - (p == y) - sign * ((p == z) - (p == w)) for p in (x, y, z, w)}
        factors = {Fraction(left.get(p, 0), c) for p, c in wanted.items() if c}
        if len(factors) == 1 and left.keys() == {p for p, c in wanted.items() if c}:
            return factors.pop(), sign
    raise u.fail(f"that equation doesn't compare the arcs {x}{y} and {z}{w}")


def _arc(u: Uses, on: frozenset[str], x: str, y: str) -> Equation:
    """t(x) − t(y) modulo 1, as the angle at which another point of the circle sees the chord (without a constant)."""
    s = next((s for s in sorted(on - {x, y}) if exists(u.at, (s, x)) and exists(u.at, (s, y))), None)
    if s is None:
        raise u.fail(f"no third point of the circle is known from which to see {x}{y}")
    return directions((1, x, s), (-1, y, s))


@checks("equal_arcs")
def equal_arcs(u: Uses, x: str, y: str, z: str, w: str) -> None:
    """|xy| = 2R·|sin π(t(x) − t(y))|: equal chords have equal or opposite arcs modulo 1; which, the diagram shows.

    It can't show it of diameters, where the two cases meet.
    """
    on, o = u.one_circle()
    u.require(logs((1, x, y), (-1, z, w)))
    _, sign = _arc_equation(u, u.claimed_equation(), on, o)
    first, second = _arc(u, on, x, y), _arc(u, on, z, w)
    equal, opposite = (linear_combination(((1, first), (-s, second)), Theory.DIRECTION) for s in (1, -1))
    if (equal if sign > 0 else opposite) not in u.cases(equal, opposite):
        raise u.fail("in its diagram the arcs are equal the other way round")
    u.need_apart((x, y), Equation.of(Theory.DIRECTION, first.terms, {1: HALF}))
    u.need("branch")


@checks("equal_chords")
def equal_chords(u: Uses, x: str, y: str, z: str, w: str) -> None:
    """Conversely; where the equation says no more than a multiple, the arcs themselves are equal in the diagram."""
    on, o = u.one_circle()
    arcs = [(i, e) for i, e in u.equations() if e.theory is Theory.DIRECTION and not is_circle(u.claims[i])]
    u.refuse_unless(len(arcs) == 1, "it needs one equation of directions")
    u.mark(arcs[0][0])
    m, sign = _arc_equation(u, arcs[0][1], on, o)
    if abs(m) != 1:
        difference = linear_combination(((1, _arc(u, on, x, y)), (-sign, _arc(u, on, z, w))), Theory.DIRECTION)
        is_equal = off_whole(value(difference, u.at)) <= MARGIN
        u.refuse_unless(is_equal, "the arcs are different in its diagram, only a multiple of them is equal")
        u.need("branch")
    u.conclude(logs((1, x, y), (-1, z, w)))
