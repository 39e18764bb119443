"""Where a premise lets a point be, all its other points being known.

An equation in one direction from the point fixes a line through another point (or a few of them), in two directions a
circle through two points; in one length a circle about another point, in two a bisector or a circle of Apollonius. What
gives another curve gives none here and is left to the solver.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from solver.plane import geometry as g
from solver.plane.loci import Circle, Degenerate, Line, Locus, Places
from solver.statements.equation import Theory
from solver.statements.predicates import COLL, CYCLIC, OVERLAP, Statement

Known = Mapping[str, complex]

#: A bisector is two lines, a trisector three; more than this many are no locus.
MOST_LINES = 3


def loci_of(premise: Statement, x: str, at: Known) -> list[Sequence[Locus]]:
    """For each condition that the premise puts on x, the curves of which x is on one. Raises Degenerate.

    at: places of the premise's other points at least.
    """
    others = [p for p in premise.points if p != x and p in at]
    if premise.predicate is OVERLAP:
        return [[Places(((at[others[0]],),))]]
    if premise.predicate is COLL:
        return [[g.line(*_spread(others, at))]] if x in premise.points else []
    if premise.predicate is CYCLIC:
        if len(others) < 3:
            return []  # three points are on a circle anyway
        a, b, c = (at[p] for p in others[:3])
        return [[g.circle(g.circumcenter(a, b, c), a)]]
    found = (_loci(equation, x, at) for equation in _numeric(premise) if x in equation.points)
    return [loci for loci in found if loci]


def error_at(premise: Statement, at: Known) -> float:
    """How far a premise is from true: directions in units of π, the rest scale-free where the premise is; inf where
    it means nothing."""
    if premise.predicate is OVERLAP:
        return abs(at[premise.points[0]] - at[premise.points[1]])
    worst = 0.0
    for e in _numeric(premise):
        try:
            value = e.constant + _sum(e.theory, e.terms, at)
        except Degenerate:
            return math.inf
        worst = max(worst, abs(value - round(value) if e.theory is Theory.DIRECTION else value))
    return worst


@dataclass(frozen=True)
class _Numeric:
    """An equation in floats: terms (a, b, coefficient of the quantity of ab), and the sum of its constants."""

    theory: Theory
    terms: tuple[tuple[str, str, float], ...]
    constant: float
    points: frozenset[str]


@lru_cache(maxsize=4096)
def _numeric(premise: Statement) -> tuple[_Numeric, ...]:
    return tuple(
        _Numeric(
            e.theory,
            tuple((q[0], q[1], float(c)) for q, c in e.terms),
            sum(float(c) * (1.0 if base == 1 else math.log(base)) for base, c in e.constants),
            frozenset(e.points()),
        )
        for e in premise.equations()
    )


def _sum(theory: Theory, terms: Iterable[tuple[str, str, float]], at: Known) -> float:
    """Raises Degenerate."""
    total = 0.0
    for a, b, c in terms:
        v = at[b] - at[a]
        size = abs(v)
        if size < g.TINY:
            raise Degenerate("two of its points coincide")
        if theory is Theory.DIRECTION:
            total += c * cmath.phase(v) / math.pi
        elif theory is Theory.LOG:
            total += c * math.log(size)
        else:
            total += c * (size if theory is Theory.LENGTH else size * size)
    return total


def _spread(points: Sequence[str], at: Known) -> tuple[complex, complex]:
    a, b = max(combinations(points, 2), key=lambda pair: abs(at[pair[0]] - at[pair[1]]))
    return at[a], at[b]


def _loci(equation: _Numeric, x: str, at: Known) -> Sequence[Locus]:
    mine = [(a if b == x else b, c) for a, b, c in equation.terms if x in (a, b)]
    rest = equation.constant + _sum(equation.theory, (t for t in equation.terms if x not in t[:2]), at)
    if len(mine) == 1:
        ((o, c),) = mine
        return _about(equation.theory, at[o], c, rest)
    if len(mine) == 2 and mine[0][1] == -mine[1][1]:
        (a, c), (b, _) = mine
        if equation.theory is Theory.DIRECTION and abs(c) == 1:
            # c·d(xa) − c·d(xb) + rest is a whole number.
            return [g.seen_under(at[b], at[a], cmath.exp(-1j * math.pi * rest / c))]
        if equation.theory is Theory.LOG:
            return [g.apollonius(at[a], at[b], math.exp(-rest / c))]
    return []


def _about(theory: Theory, o: complex, c: float, rest: float) -> Sequence[Locus]:
    """Where c·(quantity of xo) + rest is 0, or a whole number for directions."""
    if theory is Theory.DIRECTION:
        count = round(abs(c))
        if count != abs(c) or count > MOST_LINES:
            return []
        return [Line(o, cmath.exp(1j * math.pi * (k - rest) / c)) for k in range(count)]
    value = -rest / c
    if theory is Theory.LOG:
        if value > 50:
            raise Degenerate("a point lies too far away")
        return [Circle(o, math.exp(value))]
    radius = value if theory is Theory.LENGTH else math.sqrt(max(0.0, value))
    if radius < g.TINY:
        raise Degenerate("a length would have to be negative")
    return [Circle(o, radius)]
