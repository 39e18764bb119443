"""What a statement's conditions say of quantities, as premises of inequalities.

Beyond what they say directly: a point between two others divides their distance; of a point inside a triangle, the two
distances to the ends of a side are together less than the other two sides (Euclid I.21); the diagonals of a convex
quadrilateral are together greater than two opposite sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from solver.checker.inequality.guaranteed import apart_pairs
from solver.language.problem import Problem
from solver.statements.conditions import BETWEEN, CONVEX, INSIDE, NOT_LESS, Condition
from solver.statements.expression import Expression, Length, Number, Product, Sum, difference
from solver.statements.predicates import AT_LEAST, COLL, CONG, GREATER, MIDP, QUANTITY, Statement


def stated_of_quantities(problem: Problem) -> tuple[Statement, ...]:
    """Equations and inequalities that hold in every figure of the statement."""
    found = [
        Statement.about(AT_LEAST if c.kind.name == NOT_LESS else GREATER, e)
        for c in problem.conditions for e in _positive(c)
    ]  # fmt: skip
    found += [Statement.about(QUANTITY, e) for e in _divided(problem)]
    return tuple(dict.fromkeys(found))


def _positive(c: Condition) -> Iterator[Expression]:
    p = c.points
    if c.quantity is not None:
        yield c.quantity
    elif c.kind is INSIDE and len(p) == 4:
        x, *corners = p
        for k in range(3):
            a, b, d = (corners[(k + i) % 3] for i in range(3))
            yield difference(_sum(a, b, a, d), _sum(x, b, x, d))
    elif c.kind is CONVEX and len(p) == 4:
        a, b, d, e = p
        yield difference(_sum(a, d, b, e), _sum(a, b, d, e))
        yield difference(_sum(a, d, b, e), _sum(b, d, e, a))


def _divided(problem: Problem) -> Iterator[Expression]:
    """Sums of the parts of segments less the wholes, and halves of segments."""
    in_line = {frozenset(s.points) for s in problem.premises if s.predicate is COLL and len(s.points) == 3}
    for c in problem.conditions:
        if c.kind is BETWEEN and frozenset(c.points) in in_line:
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
