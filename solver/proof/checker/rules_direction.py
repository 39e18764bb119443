"""The rules about logic, lines, circles and coinciding points: one function each, named as in docs/certificate.md.

A rule sees its step and the claims that the step uses (`Uses`). It raises if they don't fit its pattern, and leaves in
`uses.needs` the side conditions under which the claim follows. Each docstring says why it follows where that isn't plain.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from solver.proof.checker.conditions import is_zero_modulo_one
from solver.proof.checker.uses import (
    HALF,
    Uses,
    arcs,
    centre_of,
    cleared,
    constant,
    directions,
    equation,
    factor,
    logs,
    means,
    points_of,
    says_ratio,
    single_equation,
)
from solver.statements.equation import Equation, Theory, linear_combination
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, MIDP, OVERLAP, Claim, Statement


def meaning(u: Uses) -> None:
    """One predicate to an equation among its consequences; or all the equations of a predicate to it.

    `cyclic` and `overlap` have no equivalent equations, so no `meaning` leads to them. A midpoint's ends must be apart.
    """
    claim = u.step.claim
    if isinstance(claim, Equation):
        if len(u.claims) != 1 or not isinstance(u.claims[0], Statement):
            raise u.fail("it needs exactly one premise, a predicate")
        u.mark(0)
        if not _restates(u, u.claims[0], claim):
            raise u.fail(f"{u.claims[0]} doesn't mean that")
        return
    if claim.predicate in (CYCLIC, OVERLAP):
        raise u.fail(f"no equations are equivalent to {claim.predicate.name}")
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
    if not isinstance(said, Statement):
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
        return (constant(claim) / f - constant(e)).denominator == 1
    return False


def linear(u: Uses) -> None:
    """The claim is exactly the combination of the uses, as equations between real numbers, modulo its lines and lengths.

    A use takes part as the equation that it is or is equivalent to, or in a form that it means (`forms`). Modulo 1 the
    claim follows where every multiplier, between the forms with denominators cleared, is an integer; elsewhere the
    diagram chose among finitely many cases: `branch`.
    """
    forms = u.step.forms or (None,) * len(u.claims)
    if not len(u.claims) == len(u.step.coefficients) == len(forms) or not u.claims:
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
    if u.renamed(linear_combination(parts, claim.theory)) != u.renamed(claim):
        raise u.fail("its combination isn't its claim")
    for name, use, form in zip(u.step.uses, u.claims, forms, strict=True):
        if form is not None and not _restates(u, use, form):
            raise u.fail(f"{name} doesn't mean the form in which it is used")
    if claim.theory is Theory.DIRECTION:
        scale = cleared(claim)
        if any((Fraction(scale) * c / cleared(e)).denominator != 1 for c, e in parts):
            u.need_branch()


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


def similar_sas(u: Uses) -> None:
    a, b, c, x, y, z = u.step.points
    u.require(_angle(_similar_sign(u), (a, b, c), (x, y, z)))
    u.require(_ratio((a, b, c), (x, y, z)))
    _need_orientation(u)


def similar_sss(u: Uses) -> None:
    a, b, c, x, y, z = u.step.points
    sides = (_ratio((a, b, c), (x, y, z)), _ratio((b, a, c), (y, x, z)), _ratio((c, a, b), (z, x, y)))
    if sum(u.has(side) for side in sides) < 2:
        raise u.fail("its premises don't give two ratios of sides")
    _need_orientation(u)


def similar_ssa(u: Uses) -> None:
    """The known angle, at a, is opposite to bc; where bc > ab the angle at c is acute, so its sine decides it."""
    a, b, c, x, y, z = u.step.points
    u.require(_angle(_similar_sign(u), (a, b, c), (x, y, z)))
    u.require(_ratio((b, a, c), (y, x, z)))
    _need_orientation(u)
    u.need("longer", b, c, a, b)


def _claims(u: Uses, statement: Statement) -> None:
    """The step claims exactly this `cyclic` or `circle`, in any order of the points on the circle."""
    claim = u.step.claim
    if not (
        isinstance(claim, Statement)
        and claim.predicate is statement.predicate
        and centre_of(claim) == centre_of(statement)
        and points_of(claim) == points_of(statement)
    ):
        raise u.fail(f"it can't claim this but {statement}")


def concyclic_angle(u: Uses) -> None:
    a, b, c, d = u.step.points
    u.require(directions((1, a, c), (-1, b, c), (-1, a, d), (1, b, d)))
    u.need("noncollinear", a, b, c)
    _claims(u, Statement(CYCLIC, (a, b, c, d)))


def concyclic_radii(u: Uses) -> None:
    o, *on = u.step.points
    if len(on) < 3 or len(set(on)) < len(on):
        raise u.fail("it needs a centre and three different points")
    joined, waiting = {on[0]}, set(on[1:])
    while waiting:
        step = next(
            (x for x in sorted(waiting) if any(u.has(logs((1, o, x), (-1, o, y))) for y in sorted(joined))), None
        )
        if step is None:
            raise u.fail(f"its premises don't say that {o} is as far from {', '.join(sorted(waiting))}")
        waiting.remove(step)
        joined.add(step)
    _claims(u, Statement(CIRCLE, (o, *on)))


def concyclic_merge(u: Uses) -> None:
    """Two circles through the same three points of a proper triangle are one."""
    found = u.circles()
    if not found:
        raise u.fail("it needs premises cyclic or circle")
    total, centres = points_of(found[0]), {centre_of(found[0])}
    for other in found[1:]:
        shared = u.spread_triple(total & points_of(other))
        if shared is None:
            raise u.fail(f"{other} doesn't share three points with what came before")
        u.need("noncollinear", *shared)
        total |= points_of(other)
        centres.add(centre_of(other))
    claim = u.step.claim
    if not isinstance(claim, Statement) or claim.predicate not in (CYCLIC, CIRCLE) or not points_of(claim) <= total:
        raise u.fail("it claims cyclic or circle of the points of its premises")
    if claim.predicate is CIRCLE and centre_of(claim) not in centres:
        raise u.fail(f"its premises don't name {claim.points[0]} as the centre")


def inscribed(u: Uses) -> None:
    """On a circle d(xy) = t(x) + t(y) and d(ox) = 2t(x) + ½ modulo 1: what cancels the t is 0 but for the halves."""
    on, o = u.one_circle()
    left = _arcs(u, u.claimed_equation(), on, o)
    if left:
        raise u.fail("the circle's angles don't cancel in its claim")


def _arcs(u: Uses, of: Equation, on: frozenset[str], o: str | None) -> dict[str, Fraction]:
    left = arcs(of, Fraction(0), on, o)
    if left is None:
        raise u.fail("that equation isn't about directions between points of the circle, or its constant doesn't fit")
    return left


def centre(u: Uses) -> None:
    """The centre is on the bisector of every chord and on every diameter; two different ones of them meet once.

    2t(x) = d(xy) + d(xz) − d(yz) is the tangent's direction at x, so a diameter is half a turn (π/2) away from it.
    """
    o, *named = u.step.points
    circles = u.circles()
    if len(circles) > 1 or (not circles and len(named) != 3):
        raise u.fail("it needs one premise cyclic or circle, or the three points of a triangle")
    on = points_of(circles[0]) if circles else frozenset(named)
    claim = u.step.claim
    if not isinstance(claim, Statement) or claim.predicate is not CIRCLE or centre_of(claim) != o:
        raise u.fail(f"it claims circle {o} …")
    if not points_of(claim) <= on or (named and points_of(claim) != set(named)):
        raise u.fail("it claims a circle of other points than those of its premise")
    if not circles:
        u.need("noncollinear", *named)
    loci = [e for i, e in u.equations() if not _is_circle(u, i)]
    if len(loci) != 2:
        raise u.fail("it needs two equations that give a locus of the centre")
    across = [_diameter_or_bisector(u, o, on, e) for e in loci]
    u.need_apart((o,), linear_combination(((1, across[0]), (-1, across[1])), Theory.DIRECTION))


def _is_circle(u: Uses, i: int) -> bool:
    claim = u.claims[i]
    return isinstance(claim, Statement) and claim.predicate in (CYCLIC, CIRCLE)


def _diameter_or_bisector(u: Uses, o: str, on: frozenset[str], e: Equation) -> Equation:
    """The direction of the line on which an equation puts the centre."""
    near = sorted(e.points() & on - {o})
    for x, y in combinations(near, 2):
        bisector = logs((1, o, x), (-1, o, y))
        if factor(e, bisector) is not None and u.has(bisector):
            return Equation.of(Theory.DIRECTION, directions((1, x, y)).terms, {1: HALF})
    for x in near if len(near) == 3 else ():
        y, z = (p for p in near if p != x)
        diameter = directions((1, o, x), (-1, x, y), (-1, x, z), (1, y, z))
        if factor(e, diameter) is not None and u.has(diameter, HALF):
            return directions((1, o, x))
    raise u.fail("one of its premises isn't a locus of the centre")


def radii(u: Uses) -> None:
    o, x, y = u.step.points
    on, known = u.one_circle()
    if known != o or not {x, y} <= on:
        raise u.fail(f"its premise doesn't say that {x} and {y} are on a circle about {o}")
    u.conclude(logs((1, o, x), (-1, o, y)))


def _arc_equation(u: Uses, of: Equation, on: frozenset[str], o: str | None) -> tuple[Fraction, int]:
    """m and the sign s for which an equation says m·(t(x) − t(y) − s·(t(z) − t(w))) = 0 on the circle."""
    x, y, z, w = u.step.points
    if x == y or z == w or not {x, y, z, w} <= on:
        raise u.fail("its points aren't two chords of the circle")
    left = _arcs(u, of, on, o)
    for sign in (1, -1):
        wanted: dict[str, Fraction] = {}
        for p, c in ((x, 1), (y, -1), (z, -sign), (w, sign)):
            wanted[p] = wanted.get(p, Fraction(0)) + c
        wanted = {p: c for p, c in wanted.items() if c}
        if wanted and wanted.keys() == left.keys():
            p = next(iter(wanted))
            m = left[p] / wanted[p]
            if all(left[q] == m * c for q, c in wanted.items()):
                return m, sign
    raise u.fail(f"that equation doesn't compare the arcs {x}{y} and {z}{w}")


def _arc(u: Uses, on: frozenset[str], x: str, y: str) -> Equation:
    """t(x) − t(y) modulo 1, as the angle at which another point of the circle sees the chord (without a constant)."""
    s = next((s for s in sorted(on - {x, y}) if u.are_apart(s, x) and u.are_apart(s, y)), None)
    if s is None:
        raise u.fail(f"no third point of the circle is known from which to see {x}{y}")
    return directions((1, x, s), (-1, y, s))


def equal_arcs(u: Uses) -> None:
    """|xy| = 2R·|sin π(t(x) − t(y))|: equal chords have equal or opposite arcs modulo 1; which, the diagram shows.

    It can't show it of diameters, where the two cases meet.
    """
    x, y, z, w = u.step.points
    on, o = u.one_circle()
    u.require(logs((1, x, y), (-1, z, w)))
    _arc_equation(u, u.claimed_equation(), on, o)
    u.need_apart((x, y), Equation.of(Theory.DIRECTION, _arc(u, on, x, y).terms, {1: HALF}))
    u.need_branch()


def equal_chords(u: Uses) -> None:
    """Conversely; where the equation says no more than a multiple, the arcs themselves are equal in the diagram."""
    x, y, z, w = u.step.points
    on, o = u.one_circle()
    arcs = [(i, e) for i, e in u.equations() if e.theory is Theory.DIRECTION and not _is_circle(u, i)]
    if len(arcs) != 1:
        raise u.fail("it needs one equation of directions")
    u.mark(arcs[0][0])
    m, sign = _arc_equation(u, arcs[0][1], on, o)
    if abs(m) != 1:
        difference = linear_combination(((1, _arc(u, on, x, y)), (-sign, _arc(u, on, z, w))), Theory.DIRECTION)
        if is_zero_modulo_one(difference, u.at):
            u.need_branch()
        else:
            raise u.fail("the arcs are different in its diagram, only a multiple of them is equal")
    u.conclude(logs((1, x, y), (-1, z, w)))


def coincide(u: Uses) -> None:
    """Two points on the same two loci, or both equal to further points.

    Two lines meet once. Of a line and a circle, or two circles, one meeting point may be known: a third point of the
    proof that isn't x. Otherwise there are two candidates, and the diagram chose: `branch`.
    """
    x, y = u.step.points
    claim = u.step.claim
    if not isinstance(claim, Statement) or claim.predicate is not OVERLAP or set(claim.points) != {x, y} or x == y:
        raise u.fail(f"it claims overlap {x} {y}")
    if pairs := u.overlaps():
        _chain_of_overlaps(u, pairs)
        return
    loci = [*_lines_and_known_centres(u, x, y), *_circles_through(u, x, y), *_circles_over(u, x, y)]
    if len(loci) != 2:
        raise u.fail(f"its premises don't give two loci of both {x} and {y}")
    (one, tangent_one), (two, tangent_two) = loci
    u.need_apart((x,), linear_combination(((1, tangent_one), (-1, tangent_two)), Theory.DIRECTION))
    lines = [len(locus) == 1 for locus in (one, two)]
    if all(lines) or (any(lines) and one & two):
        return
    other = next((w for w in sorted(one & two - {x, y}) if u.are_apart(w, x)), None)
    if other is None:
        u.need_branch()
    else:
        u.need("distinct", other, x)
        u.need("distinct", other, y)


#: A locus by points known to be on it (a line through one point; a circle about an unnamed centre may have none), and
#: its tangent's direction at x.
_Locus = tuple[frozenset[str], Equation]


def _chain_of_overlaps(u: Uses, pairs: list[Statement]) -> None:
    x, y = u.step.points
    reached = {x}
    for _ in pairs:
        for pair in pairs:
            if reached & set(pair.points):
                reached |= set(pair.points)
    if y not in reached:
        raise u.fail(f"its premises don't lead from {x} to {y}")


def _lines_and_known_centres(u: Uses, x: str, y: str) -> list[_Locus]:
    found: list[_Locus] = []
    for i, claim in enumerate(u.claims):
        if isinstance(claim, Statement) and claim.predicate is COLL and {x, y} <= set(claim.points):
            a = next((p for p in claim.points if u.are_apart(p, x)), None)
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
    merged: list[tuple[frozenset[str], str | None]] = []
    for circle in u.circles():
        points, o = points_of(circle), centre_of(circle)
        for k, (others, p) in enumerate(merged):
            shared = u.spread_triple(points & others)
            if shared is not None:
                u.need("noncollinear", *shared)
                merged[k] = points | others, p or o
                break
        else:
            merged.append((points, o))
    found: list[_Locus] = []
    for points, o in merged:
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


def substitute(u: Uses) -> None:
    """Points that are the same point have the same lines and lengths, and lie on the same circles."""
    x, y = u.step.points
    pairs = u.overlaps()
    if len(pairs) != 1 or set(pairs[0].points) != {x, y}:
        raise u.fail(f"it needs the premise overlap {x} {y}")
    claim = u.step.claim
    if isinstance(claim, Equation) or claim.predicate not in (CYCLIC, CIRCLE):
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
        centres = {x, y} if o in (x, y) else {o}
        if centre_of(claim) not in centres:
            raise u.fail(f"{claim.points[0]} isn't known as the centre")
