"""Lengths modulo known equalities: where |ab| = |cd|, a premise about ab serves for cd.

The counterpart of `solver.statements.lines`: a step may name earlier claims that say that lengths are equal
(`lengths`), and its premises, patterns and claim are then compared with equal lengths taken as one quantity.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.predicates import CIRCLE, CONG, MIDP, Claim


def squared_ratio(e: Equation) -> tuple[Quantity, Quantity, Fraction] | None:
    """x, y, r where an equation says |x|² = r·|y|² with r rational; None where it says anything else."""
    if e.theory is Theory.DIRECTION or len(e.terms) != 2 or any(len(q) != 2 for q, _ in e.terms):
        return None
    (x, c), (y, d) = e.terms
    if e.theory is not Theory.LOG:
        r = -d / c
        return (x, y, r * r if e.theory is Theory.LENGTH else r) if r > 0 else None
    if c != -d:
        return None
    r = Fraction(1)
    for base, k in e.constants:
        exponent = -2 * k / c
        if exponent.denominator != 1 or abs(exponent) > 1000:
            return None
        r *= Fraction(base) ** int(exponent)
    return x, y, r


def equal_lengths(claim: Claim) -> frozenset[Quantity] | None:
    """The segments that a claim says are equal; None where it says anything else."""
    if isinstance(claim, Equation):
        found = squared_ratio(claim)
        return frozenset(found[:2]) if found is not None and found[2] == 1 else None
    p = claim.points
    if claim.predicate is CONG:
        return frozenset((segment(*p[:2]), segment(*p[2:]))) if p[0] != p[1] and p[2] != p[3] else None
    if claim.predicate in (CIRCLE, MIDP):
        return frozenset(segment(p[0], x) for x in p[1:] if x != p[0])
    return None


class Lengths:
    """Sets of equal segments, those with one in common merged."""

    def __init__(self, sets: Sequence[frozenset[Quantity]]) -> None:
        self._of: dict[Quantity, frozenset[Quantity]] = {}
        for some in sets:
            merged = some.union(*(self._of[q] for q in some if q in self._of))
            self._of.update(dict.fromkeys(merged, merged))

    def __bool__(self) -> bool:
        return bool(self._of)

    def name(self, quantity: Quantity) -> Quantity:
        """The first of the segments known to be as long; what is in no set stays as it is."""
        return min(self._of.get(quantity, (quantity,)))

    def renamed(self, e: Equation) -> Equation:
        """An equation of lengths with equal ones under one name; one of directions as it is."""
        if e.theory is Theory.DIRECTION or not self._of:
            return e
        terms = [(self.name(q), c) for q, c in e.terms]
        return e if terms == list(e.terms) else Equation.of(e.theory, terms, dict(e.constants))
