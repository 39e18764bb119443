"""Several statements that are one: what a conjunction of booleans says, as a single predicate.

`AreConcyclic(A, B, C, D) ∧ AreConcyclic(A, B, C, E)` is about five points on a circle; three equal angles and three equal
ratios may say that triangles are similar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from solver.statements.equation import Equation, Theory
from solver.statements.predicates import (
    CIRCLE,
    COLL,
    CONG,
    CONTRI,
    CONTRIR,
    CYCLIC,
    EQANGLE,
    SIMTRI,
    SIMTRIR,
    Statement,
)


def whole(parts: Sequence[Statement]) -> Statement | None:
    """One statement that says the same, None where there is none."""
    if len(parts) == 1:
        return parts[0]
    predicates = {part.predicate for part in parts}
    for predicate, shared in ((COLL, 2), (CYCLIC, 3)):
        if predicates == {predicate}:
            return _joined(parts, shared)
    if predicates in ({CIRCLE, CONG}, {CONG}):
        return _circle(parts)
    first = parts[0].points
    if parts[0].predicate is EQANGLE and first[0] == first[2] and first[4] == first[6]:
        for predicate in (SIMTRI, SIMTRIR, CONTRI, CONTRIR):
            p, q, r, s = first[4], first[5], first[7], (first[0], first[1], first[3])
            for other in ((p, q, r), (p, r, q)):
                candidate = Statement(predicate, (*s, *other))
                if meaning([candidate]) == meaning(parts):
                    return candidate
    return None


def _joined(parts: Sequence[Statement], shared: int) -> Statement | None:
    points = dict.fromkeys(parts[0].points)
    for part in parts[1:]:
        if len(points.keys() & set(part.points)) < shared:
            return None
        points |= dict.fromkeys(part.points)
    return Statement(parts[0].predicate, tuple(points))


def _circle(parts: Sequence[Statement]) -> Statement | None:
    """A center and points at one distance from it."""
    center = set.intersection(*(set(part.points) for part in parts if part.predicate is CONG))
    heads = {part.points[0] for part in parts if part.predicate is CIRCLE}
    if len(heads or center) != 1:
        return None
    (o,) = heads or center
    points: dict[str, None] = {}
    for part in parts:
        on = [p for p in part.points if p != o]
        if points and not points.keys() & set(on):
            return None
        points |= dict.fromkeys(on)
    return Statement(CIRCLE, (o, *points))


def meaning(statements: Iterable[Statement]) -> frozenset[object]:
    """The equations, in a form in which equal ones are the same; triples on a line, fours on a circle, as sets."""
    found: set[object] = set()
    for statement in statements:
        p = statement.points
        if statement.predicate is CYCLIC:
            found |= {frozenset((*p[:3], x)) for x in p[3:]}
        elif not statement.equations():
            found.add((statement.predicate.name, frozenset(p)))
        else:
            found |= {_normal(e) for e in statement.equations()}
    return frozenset(found)


def _normal(equation: Equation) -> object:
    scaled = equation.scaled(1 / equation.terms[0][1])
    if scaled.theory is not Theory.DIRECTION:
        return scaled.theory, scaled.terms, scaled.constants
    turn = sum((c for _, c in scaled.constants), Fraction(0)) % 1
    points = frozenset(p for q, _ in scaled.terms for p in q)
    if turn == 0 and len(scaled.terms) == 2 and len(points) == 3 and scaled.terms[1][1] == -1:
        return "line", points
    return scaled.theory, scaled.terms, turn
