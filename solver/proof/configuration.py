"""How the points of a proof lie, as far as the statement and the certificate's side conditions settle it.

∡ABC = ∡DEF, modulo 180°, is ∠ABC = ∠DEF where the triangles ABC and DEF have the same orientation, and ∠ABC + ∠DEF = 180° where
they have opposite ones. So what is needed is which triples of points turn the same way in *every* figure that the certificate
covers. Each condition gives such relations (a point between two others, a convex polygon, a parallel, a tangent); they are kept
in a union-find with signs. What they don't settle isn't known, whatever the figure at hand looks like.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from solver.checker import SideCondition
from solver.language.problem import Problem
from solver.proof.steps import Step
from solver.statements.conditions import ACUTE, BETWEEN, CONVEX, INSIDE, ON_RAY, OPPOSITE_SIDES, SAME_SIDE, Condition
from solver.statements.equation import Equation, Quantity, Theory, segment
from solver.statements.lengths import Lengths, equal_lengths
from solver.statements.lines import collinear_points
from solver.statements.predicates import CIRCLE, CONTRI, CONTRIR, MIDP, PARA, PERP, SIMTRI, SIMTRIR, Claim, Statement

Triple = tuple[str, str, str]
#: A triple whose height is below this, over its longest side, has no orientation.
FLAT = 1e-7


class Configuration:
    """Which triples of points are known to turn the same way, or opposite ways."""

    def __init__(
        self, problem: Problem, steps: Sequence[Step], sides: Sequence[SideCondition], at: Mapping[str, complex]
    ) -> None:
        self._at = at
        self._above: dict[Triple, tuple[Triple, int]] = {}
        claims = [s.claim for s in steps]
        given = [*problem.premises, *(s.claim for s in steps if s.rule == "premise")]
        for condition in problem.conditions:
            self._condition(condition)
        for side in sides:
            self._side(side.kind, side.points)
        for claim in claims:
            self._claim(claim)
        self._midpoints(given)
        self._feet(given, problem.conditions)
        self._tangents(given)

    def sign(self, first: Triple, second: Triple) -> int:
        """1 where two triples turn the same way in all figures, −1 where they turn opposite ways, 0 where it isn't known."""
        (a, s), (b, t) = self._root(first), self._root(second)
        return s * t if a == b else 0

    # -- the relations ----------------------------------------------------------------------------------------------

    def _root(self, triple: Triple) -> tuple[Triple, int]:
        ordered = tuple(sorted(triple))
        x, y, z = (ordered.index(p) for p in triple)
        sign = 1 if (x, y, z) in ((0, 1, 2), (1, 2, 0), (2, 0, 1)) else -1
        node: Triple = (ordered[0], ordered[1], ordered[2])
        while node in self._above:
            node, turn = self._above[node]
            sign *= turn
        return node, sign

    def _relate(self, first: Triple, second: Triple, sign: int = 1) -> None:
        if self._is_flat(first) or self._is_flat(second):
            return
        (a, s), (b, t) = self._root(first), self._root(second)
        if a != b:
            self._above[a] = (b, s * t * sign)

    def _is_flat(self, triple: Triple) -> bool:
        if len(set(triple)) < 3:
            return True
        a, b, c = (self._at[p] for p in triple)
        return abs(((b - a).conjugate() * (c - a)).imag) <= FLAT * max(abs(a - b), abs(b - c), abs(c - a)) ** 2

    def _between(self, m: str, a: str, b: str) -> None:
        for x in self._at:
            self._relate((x, a, m), (x, a, b))
            self._relate((x, m, b), (x, a, b))

    def _convex(self, corners: Sequence[str]) -> None:
        first = (corners[0], corners[1], corners[2])
        for triple in combinations(corners, 3):
            self._relate(first, triple)

    def _condition(self, c: Condition) -> None:
        p = c.points
        if c.kind is BETWEEN:
            self._between(p[0], p[1], p[2])
        elif c.kind is ON_RAY:
            for x in self._at:
                self._relate((x, p[1], p[0]), (x, p[1], p[2]))
        elif c.kind in (SAME_SIDE, OPPOSITE_SIDES):
            self._relate((p[2], p[3], p[0]), (p[2], p[3], p[1]), 1 if c.kind is SAME_SIDE else -1)
        elif c.kind is CONVEX:
            self._convex(p)
        elif c.kind is INSIDE and len(p) == 4:
            x, a, b, d = p
            for u, v in ((a, b), (b, d), (d, a)):
                self._relate((u, v, x), (a, b, d))

    def _side(self, kind: str, p: Sequence[str]) -> None:
        if kind == "in_order":
            self._between(p[1], p[0], p[2])
        elif kind in ("same_orientation", "opposite_orientation"):
            self._relate((p[0], p[1], p[2]), (p[3], p[4], p[5]), 1 if kind == "same_orientation" else -1)

    def _claim(self, claim: Claim) -> None:
        if isinstance(claim, Equation):
            lines = _parallel(claim)
        else:
            p = claim.points
            if claim.predicate in (SIMTRI, CONTRI, SIMTRIR, CONTRIR):
                self._relate((p[0], p[1], p[2]), (p[3], p[4], p[5]), 1 if claim.predicate in (SIMTRI, CONTRI) else -1)
            lines = (p[:2], p[2:]) if claim.predicate is PARA else None
        if lines is not None:
            (a, b), (c, d) = lines
            self._relate((a, b, c), (a, b, d))
            self._relate((c, d, a), (c, d, b))

    def _midpoints(self, given: Iterable[Claim]) -> None:
        some = list(given)
        rows = [points for claim in some if (points := collinear_points(claim)) is not None and len(points) == 3]
        for claim in some:
            if isinstance(claim, Statement) and claim.predicate is MIDP:
                self._between(claim.points[0], claim.points[1], claim.points[2])
            pair = equal_lengths(claim)
            if pair is None or len(pair) != 2 or (isinstance(claim, Statement) and claim.predicate is CIRCLE):
                continue
            first, second = (set(q) for q in pair)
            if len(first & second) == 1 and first | second in rows:
                (m,), (a, b) = first & second, sorted(first ^ second)
                self._between(m, a, b)

    def _feet(self, given: Sequence[Claim], conditions: Sequence[Condition]) -> None:
        """The foot of an altitude is between the ends of its side where the angles there are acute."""
        acute = {(c.points[1], frozenset((c.points[0], c.points[2]))) for c in conditions if c.kind is ACUTE}
        rows = [points for claim in given if (points := collinear_points(claim)) is not None and len(points) == 3]
        for claim in given:
            if not isinstance(claim, Statement) or claim.predicate is not PERP:
                continue
            for height, side in ((claim.points[:2], claim.points[2:]), (claim.points[2:], claim.points[:2])):
                b, c = side
                for a, d in (height, height[::-1]):
                    if {d, b, c} in rows and {(b, frozenset((a, c))), (c, frozenset((a, b)))} <= acute:
                        self._between(d, b, c)

    def _tangents(self, given: Sequence[Claim]) -> None:
        """All points of a circle are on one side of its tangent."""
        pairs = [pair for claim in given if (pair := equal_lengths(claim)) is not None]
        equal = Lengths(pairs)
        radii = {q for pair in pairs for q in pair}
        for claim in given:
            if not isinstance(claim, Statement) or claim.predicate is not PERP:
                continue
            for radius, line in ((claim.points[:2], claim.points[2:]), (claim.points[2:], claim.points[:2])):
                for o, x in (radius, radius[::-1]):
                    if x in line:
                        self._tangent(o, x, line, [q for q in radii if equal.name(q) == equal.name(segment(o, x))])

    def _tangent(self, o: str, x: str, line: Sequence[str], radii: Sequence[Quantity]) -> None:
        (y,) = [p for p in line if p != x] or [x]
        on = sorted({p for q in radii if o in q for p in q} - {o, x})
        for z in on:
            self._relate((x, y, z), (x, y, o))


def _parallel(e: Equation) -> tuple[Quantity, Quantity] | None:
    if e.theory is not Theory.DIRECTION or len(e.terms) != 2:
        return None
    (p, c), (q, d) = e.terms
    whole = all(k.denominator == 1 for _, k in e.constants)
    return (p, q) if abs(c) == 1 and c == -d and whole and not set(p) & set(q) else None
