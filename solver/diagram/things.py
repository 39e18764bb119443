"""The things that a claim speaks of, to be drawn or highlighted: lines, circles and angles, by the names of their points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from solver.statements.equation import Equation, Theory
from solver.statements.predicates import (
    ACOMPUTE,
    ACONST,
    CIRCLE,
    COLL,
    CONTRI,
    CONTRIR,
    CYCLIC,
    EQANGLE,
    MIDP,
    RCOMPUTE,
    SIMTRI,
    SIMTRIR,
    Claim,
    Statement,
)

#: Two ends; an angle by a point on one side, its vertex, and a point on the other side.
Pair = tuple[str, str]
Corner = tuple[str, str, str]


_OF_TRIANGLES = (SIMTRI, SIMTRIR, CONTRI, CONTRIR)


@dataclass(frozen=True)
class Things:
    """lines: rows of two or more points. circles: three or more points each. corners: angles."""

    points: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    corners: tuple[Corner, ...] = ()


#: What a sentence without a claim speaks of.
NOTHING = Things()


def things_of(claim: Claim) -> Things:
    """What a claim speaks of."""
    if isinstance(claim, Equation):
        pairs = {q[i : i + 2] for q, _ in claim.terms for i in range(len(q) - 1)}
        corners = [(q[0], q[1], q[2]) for q, _ in claim.terms if len(q) == 3]
        return Things(tuple(sorted(claim.points())), tuple(sorted(pairs)), (), (*corners, *_in_sum(claim)))
    if claim.predicate in (CYCLIC, CIRCLE):
        return Things(claim.points, (), (claim.points[claim.predicate is CIRCLE :],), ())
    lines = dict.fromkeys(tuple(row) for row in lines_of(claim))
    angles = () if claim.predicate in _OF_TRIANGLES else tuple(corners_of(claim))
    return Things(tuple(dict.fromkeys(claim.points)), tuple(lines), (), angles)


def things_of_all(claims: Iterable[Claim]) -> Things:
    """What several claims speak of, each thing once."""
    each = [things_of(claim) for claim in claims]
    return Things(
        tuple(dict.fromkeys(p for t in each for p in t.points)),
        tuple(dict.fromkeys(row for t in each for row in t.lines)),
        tuple(dict.fromkeys(on for t in each for on in t.circles)),
        tuple(dict.fromkeys(corner for t in each for corner in t.corners)),
    )


def lines_of(statement: Statement) -> Iterator[Sequence[str]]:
    """The lines and segments that a statement speaks of."""
    p = statement.points
    match statement.predicate:
        case predicate if predicate in (COLL, MIDP):
            yield p
        case predicate if predicate in _OF_TRIANGLES:
            yield from around(p[:3])
            yield from around(p[3:])
        case _:
            pairs = {q for e in statement.equations() for q, _ in e.terms if len(q) == 2}
            if statement.predicate in (ACOMPUTE, RCOMPUTE, EQANGLE):
                # A question has no equation, and a common side of two angles cancels out.
                pairs = {(min(pair), max(pair)) for pair in zip(p[::2], p[1::2], strict=True)}
            yield from sorted(pairs)


def around(corners: Sequence[str]) -> Iterator[Pair]:
    """The sides of a polygon."""
    yield from zip(corners, (*corners[1:], corners[0]), strict=True)


def corners_of(statement: Statement) -> Iterator[Corner]:
    """The angles that a statement speaks of, where their sides have a point in common."""
    p = statement.points
    if statement.predicate is EQANGLE:
        pairs = [(p[:2], p[2:4]), (p[4:6], p[6:])]
    elif statement.predicate in (ACONST, ACOMPUTE):
        pairs = [(p[2:], p[:2])]
    else:
        pairs = [(x, y) for e in statement.equations() for x, y in _angles_in(e)]
    for x, y in pairs:
        yield from _corner(x, y)


def _in_sum(e: Equation) -> Iterator[Corner]:
    for x, y in _angles_in(e):
        yield from _corner(x, y)


def _corner(x: Sequence[str], y: Sequence[str]) -> Iterator[Corner]:
    """The angle between two lines, if they have one named point in common."""
    shared = [v for v in x if v in y]
    if len(shared) == 1:
        (v,) = shared
        (a,), (b,) = ([q for q in line if q != v] for line in (x, y))
        yield a, v, b


def _angles_in(e: Equation) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines with opposite signs and a point in common, of a sum of directions."""
    if e.theory is not Theory.DIRECTION or len(e.terms) < 4:
        return
    left = [q for q, c in e.terms if c < 0]
    for y, c in e.terms:
        x = next((x for x in left if c > 0 and len(set(x) & set(y)) == 1), None)
        if x is not None:
            left.remove(x)
            yield x, y
