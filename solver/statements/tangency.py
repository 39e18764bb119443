"""A tangent said by an angle: the angle between it and a chord is the angle over the chord."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from solver.statements.predicates import EQANGLE, Statement


def tangency(statement: Statement) -> tuple[str, str, str, str] | None:
    """(t, x, u, v) where tx touches the circle tuv at t: ∡(tx, tu) = ∡(vt, vu), as languages write it."""
    if statement.predicate is not EQANGLE:
        return None
    t, x, t1, u, v, t2, v1, u1 = statement.points
    return (t, x, u, v) if t == t1 == t2 and v == v1 and u == u1 and x != u and len({t, u, v}) == 3 else None


def tangencies(statements: Iterable[Statement], by_size: Collection[Statement]) -> frozenset[Statement]:
    """Those that say that a line is a tangent. by_size: what is said of sizes of angles, which is meant as it is written."""
    return frozenset(s for s in statements if s not in by_size and tangency(s) is not None)
