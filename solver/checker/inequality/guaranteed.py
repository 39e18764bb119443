"""What an inequality or an extreme value needs beyond its steps: what the statement guarantees of all its figures.

An equation that holds where some points are apart holds in the limit, too, where they aren't; a strict inequality needn't. And
where an equation was read off a figure (a point between others, one branch of two), figures on the other side wouldn't be
covered. So all that an inequality needs must be said by the statement's own conditions.

What these say of quantities may be premises of inequalities. Beyond what they say directly: a point between two others divides
their distance; of a point inside a triangle, the two distances to the ends of a side are together less than the other two sides
(Euclid I.21); the diagonals of a convex quadrilateral are together greater than two opposite sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from solver.checker.figures import Figure
from solver.checker.schema import refuse_unless
from solver.language.problem import Problem
from solver.statements import conditions as kinds
from solver.statements.conditions import NOT_LESS, Condition
from solver.statements.expression import Expression, Length, Number, Product, Sum, difference
from solver.statements.predicates import AT_LEAST, COLL, CONG, EXTREMES, GREATER, MIDP, QUANTITY, Statement
from solver.statements.theorem import Need

#: How true in floating point what makes a figure an extreme one must be.
ATTAINED = 1e-12
#: Side conditions that exclude special figures only: equations under them hold in the limit.
_GENERIC = frozenset(["distinct", "apart", "noncollinear", "unparallel", "unconcyclic", "transversal"])


def check_guaranteed(problem: Problem, needed: Sequence[tuple[Need, str]], bounds: frozenset[str]) -> None:
    """Raises CertificateError where steps need what the statement doesn't guarantee. bounds: ids of inequalities' steps.

    Auxiliary points are near the certificate's figure only: where two circles don't meet, nothing would be proved.
    """
    why = "an inequality can't rest on auxiliary points, which needn't exist in every figure"
    refuse_unless(not problem.auxiliary, why)
    proper, apart = proper_triangles(problem), apart_pairs(problem)
    for need, step in needed:
        p = need.points
        is_apart = need.kind in ("distinct", "apart") and all(frozenset(pair) in apart for pair in combinations(p, 2))
        is_sure = is_apart or (need.kind == "noncollinear" and frozenset(p) in proper)
        is_allowed = is_sure or (step not in bounds and need.kind in _GENERIC)
        why = f"an inequality can't rest on {' '.join((need.kind, *p))!r}, which the statement doesn't guarantee"
        refuse_unless(is_allowed, why, step)


def proper_triangles(problem: Problem) -> frozenset[frozenset[str]]:
    """Triples of points that aren't in line in any figure of the statement."""
    return frozenset(frozenset(t) for c in problem.conditions for t in _triangles(c))


def apart_pairs(problem: Problem) -> frozenset[frozenset[str]]:
    """Pairs of points that are apart in every figure of the statement."""
    found = {frozenset(pair) for t in proper_triangles(problem) for pair in combinations(t, 2)}
    return frozenset(found | {frozenset(pair) for c in problem.conditions for pair in _pairs(c)})


def _triangles(c: Condition) -> Iterator[tuple[str, ...]]:
    """Triples of points that aren't in line where a condition holds."""
    p = c.points
    if c.kind is kinds.NONCOLLINEAR:
        yield p
    elif c.kind is kinds.CONVEX:
        yield from combinations(p, 3)
    elif c.kind is kinds.INSIDE and len(p) == 4:
        yield p[1:]
        yield from ((p[0], *side) for side in combinations(p[1:], 2))
    elif c.kind in (kinds.SAME_SIDE, kinds.OPPOSITE_SIDES):
        yield from ((x, *p[2:]) for x in p[:2])


def _pairs(c: Condition) -> Iterator[tuple[str, ...]]:
    """Pairs of points that are apart where a condition holds."""
    p = c.points
    if c.kind is kinds.APART or c.kind is kinds.LONGER:
        yield p[:2]
    elif c.kind is kinds.BETWEEN or c.kind is kinds.OBTUSE:
        yield from combinations(p, 2)
    elif c.kind is kinds.CROSSING:
        yield from (p[:2], p[2:])


def stated_of_quantities(problem: Problem) -> tuple[Statement, ...]:
    """Equations and inequalities that hold in every figure of the statement."""
    found = [s for c in problem.conditions for s in _signs(c)]
    found += [Statement.about(QUANTITY, e) for e in _divided(problem)]
    return tuple(dict.fromkeys(found))


def _signs(c: Condition) -> Iterator[Statement]:
    p = c.points
    if c.quantity is not None:
        yield Statement.about(AT_LEAST if c.kind.name == NOT_LESS else GREATER, c.quantity)
    elif c.kind is kinds.INSIDE and len(p) == 4:
        x, *corners = p
        for k in range(3):
            a, b, d = (corners[(k + i) % 3] for i in range(3))
            yield Statement.about(GREATER, difference(_sum(a, b, a, d), _sum(x, b, x, d)))
    elif c.kind is kinds.CONVEX and len(p) == 4:
        a, b, d, e = p
        yield Statement.about(GREATER, difference(_sum(a, d, b, e), _sum(a, b, d, e)))
        yield Statement.about(GREATER, difference(_sum(a, d, b, e), _sum(b, d, e, a)))


def _divided(problem: Problem) -> Iterator[Expression]:
    """Sums of the parts of segments less the wholes, and halves of segments."""
    in_line = {frozenset(s.points) for s in problem.premises if s.predicate is COLL and len(s.points) == 3}
    for c in problem.conditions:
        if c.kind is kinds.BETWEEN and frozenset(c.points) in in_line:
            x, a, b = c.points
            yield difference(_sum(x, a, x, b), Length(a, b))
    apart = apart_pairs(problem)
    for s in problem.premises:
        if s.predicate is MIDP:
            m, a, b = s.points
        elif s.predicate is CONG and len(set(s.points)) == 3 and frozenset(s.points) in in_line:
            (m,) = set(s.points[:2]) & set(s.points[2:])
            a, b = sorted(set(s.points) - {m})
        else:
            continue
        if frozenset((a, b)) not in apart:
            continue  # a premise about a segment without length says nothing
        for end in (a, b):
            yield difference(Length(m, end), Product((Number(Fraction(1, 2)), Length(a, b))))


def _sum(a: str, b: str, c: str, d: str) -> Expression:
    return Sum((Length(a, b), Length(c, d)))


def check_attained(
    asked: Statement, goal: Statement, premises: Sequence[Statement], attained: Sequence[Statement], figure: Figure
) -> None:
    """A bound is the greatest or least value: a certificate's diagram attains it exactly. What it says of that figure beyond the premises determines it. Raises
    CertificateError.
    """
    if asked.predicate not in EXTREMES:
        refuse_unless(not attained, "it says where a value is attained that isn't asked for", "goal")
        return
    is_so = all(off is not None and off < ATTAINED for off in map(figure.error, attained))
    refuse_unless(is_so, "what it says of the figure that attains the bound isn't so in its diagram", "goal")
    from solver.coordinates.prove import exact_identity

    identity = exact_identity((*premises, *attained), replace(goal, predicate=QUANTITY), figure.at)
    refuse_unless(identity is not None, "its diagram doesn't attain the bound", "goal")
