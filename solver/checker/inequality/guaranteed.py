"""What a statement guarantees of all its figures: on what an inequality may rest.

An equation that holds where some points are apart holds in the limit, too, where they aren't; a strict inequality needn't. And
where an equation was read off a figure (a point between others, one branch of two), figures on the other side wouldn't be
covered. So all that an inequality needs must be said by the statement's own conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from solver.errors import CertificateError
from solver.language.problem import Problem
from solver.statements.conditions import (
    APART,
    BETWEEN,
    CONVEX,
    CROSSING,
    INSIDE,
    LONGER,
    NONCOLLINEAR,
    OBTUSE,
    OPPOSITE_SIDES,
    SAME_SIDE,
    Condition,
)
from solver.statements.theorem import Need

#: Side conditions that exclude special figures only: equations under them hold in the limit.
_GENERIC = frozenset(["distinct", "apart", "noncollinear", "unparallel", "unconcyclic", "transversal"])


def check_guaranteed(problem: Problem, needed: Sequence[tuple[Need, str]], bounds: frozenset[str]) -> None:
    """Raises CertificateError where steps need what the statement doesn't guarantee. bounds: ids of inequalities' steps.

    Auxiliary points are near the certificate's figure only: where two circles don't meet, nothing would be proved.
    """
    if problem.auxiliary:
        raise CertificateError("an inequality can't rest on auxiliary points, which needn't exist in every figure")
    proper, apart = proper_triangles(problem), apart_pairs(problem)
    for need, step in needed:
        p = need.points
        is_sure = (need.kind == "noncollinear" and frozenset(p) in proper) or (
            need.kind in ("distinct", "apart") and all(frozenset(pair) in apart for pair in combinations(p, 2))
        )
        if not is_sure and (step in bounds or need.kind not in _GENERIC):
            words = " ".join((need.kind, *p))
            raise CertificateError(
                f"an inequality can't rest on {words!r}, which the statement doesn't guarantee", step
            )


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
    if c.kind is NONCOLLINEAR:
        yield p
    elif c.kind is CONVEX:
        yield from combinations(p, 3)
    elif c.kind is INSIDE and len(p) == 4:
        yield p[1:]
        yield from ((p[0], *side) for side in combinations(p[1:], 2))
    elif c.kind in (SAME_SIDE, OPPOSITE_SIDES):
        yield from ((x, *p[2:]) for x in p[:2])


def _pairs(c: Condition) -> Iterator[tuple[str, ...]]:
    """Pairs of points that are apart where a condition holds."""
    p = c.points
    if c.kind is APART or c.kind is LONGER:
        yield p[:2]
    elif c.kind is BETWEEN or c.kind is OBTUSE:
        yield from combinations(p, 2)
    elif c.kind is CROSSING:
        yield from (p[:2], p[2:])
