"""Directions modulo known lines: where a, b, m are collinear, ab, am and bm are one line.

A step may name earlier claims that say that points are collinear (`lines`). Its premises, patterns and claim are then
compared with the directions of each such line taken as one quantity, so that a proof needn't restate an angle at m
as the same angle with b for m. Lifted directions of one line are equal as real numbers, so this costs no case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.predicates import COLL, MIDP, Claim, equations_of

#: How far apart two points are, at least, that have a line; figures have an extent of about 1.
APART = 1e-7
#: How many ways of naming the lines of one equation by points of a circle are tried.
MOST_VARIANTS = 100


def collinear_points(claim: Claim) -> frozenset[str] | None:
    """The points that a claim puts on one line; None where it says anything else."""
    if not isinstance(claim, Equation):
        return frozenset(claim.points) if claim.predicate in (COLL, MIDP) else None
    if claim.theory is not Theory.DIRECTION or len(claim.terms) != 2:
        return None
    (p, c), (q, d) = claim.terms
    whole = all(k.denominator == 1 for _, k in claim.constants)
    return frozenset((*p, *q)) if abs(c) == 1 and c == -d and whole and set(p) & set(q) else None


class Lines:
    """Sets of collinear points, those with two points in common merged.

    joints: pairs of points that two sets were merged at; they must be apart.
    """

    def __init__(self, sets: Sequence[frozenset[str]], at: Mapping[str, complex]) -> None:
        self.joints: list[tuple[str, str]] = []
        self._at = at
        self._groups: list[frozenset[str]] = []
        self._names_of: dict[Quantity, Quantity] = {}
        for points in sets:
            self._add(points)

    def _add(self, points: frozenset[str]) -> None:
        for other in self._groups:
            pair = max(combinations(sorted(points & other), 2), key=self._distance, default=None)
            if pair is not None and self._distance(pair) > APART:
                self.joints.append(pair)
                self._groups.remove(other)
                self._add(points | other)
                return
        self._groups.append(points)

    def _distance(self, pair: Quantity) -> float:
        return abs(self._at[pair[0]] - self._at[pair[1]])

    def _through(self, quantity: Quantity) -> frozenset[str] | None:
        """The known line of a segment; two points at one place have no line."""
        found = next((g for g in self._groups if g.issuperset(quantity)), None)
        return found if found is not None and self._distance(quantity) > APART else None

    def holds(self, quantity: Quantity) -> bool:
        """Whether a segment is on a known line."""
        return self._through(quantity) is not None

    def __bool__(self) -> bool:
        return bool(self._groups)

    def name(self, quantity: Quantity) -> Quantity:
        """The line of a segment by its first two points that are apart; what is on no line stays as it is."""
        found = self._names_of.get(quantity)
        if found is None:
            line = self._through(quantity)
            pairs = [quantity] if line is None else combinations(sorted(line), 2)
            found = self._names_of[quantity] = next(c for c in pairs if line is None or self._distance(c) > APART)
        return found

    def renamed(self, e: Equation) -> Equation:
        """A direction equation with each line under one name; others as they are."""
        if e.theory is not Theory.DIRECTION or not self._groups:
            return e
        terms = [(self.name(q), c) for q, c in e.terms]
        return e if terms == list(e.terms) else Equation.of(e.theory, terms, dict(e.constants))

    def say(self, claim: Claim) -> bool:
        """Whether a claim says no more than that these are lines."""
        return not any(self.renamed(e).terms for e in equations_of(claim))

    def variants(self, e: Equation, on: frozenset[str]) -> Iterator[Equation]:
        """A direction equation with its lines named by two points of `on`, where they pass through two such points."""
        if e.theory is not Theory.DIRECTION or not self._groups:
            return
        names = [[(q, c) for q in self._names(q, on)] for q, c in e.terms]
        for number, choice in enumerate(product(*names)):
            if number == MOST_VARIANTS:
                return
            yield Equation.of(e.theory, choice, dict(e.constants))

    def _names(self, quantity: Quantity, on: frozenset[str]) -> Sequence[Quantity]:
        line = self._through(quantity)
        if line is None or on.issuperset(quantity):
            return [quantity]
        return [c for c in combinations(sorted(line & on), 2) if self._distance(c) > APART] or [quantity]
