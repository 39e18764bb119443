"""What is true in a figure: in floating point, and to many digits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import inf
from typing import Any

from solver.checker.conditions import Places, exists, is_triangle, length, off_whole, value
from solver.statements.equation import Equation, Theory
from solver.statements.expression import Expression, balance_of
from solver.statements.measured import Measured, Vector
from solver.statements.predicates import COLL, CYCLIC, GREATER, OVERLAP, QUANTITY, Claim, Predicate, Statement

#: Who claims something of more quantities, each counted as often as it is taken, isn't believed.
MOST_TIMES = 10**9


def cleared(of: Equation) -> int:
    """The least factor that makes the coefficients integers: how a direction equation is read modulo 1."""
    return of.whole[0]


class Figure:
    """A picture in floating point, and what is measured there.

    clear: how great a value is that is positive; floating point can't tell.
    """

    clear = -inf

    def __init__(self, at: Places) -> None:
        self.at = at

    def speaks_of(self, claim: Claim) -> bool:
        """Whether all quantities of a claim exist here."""
        if isinstance(claim, Statement) and claim.expression is not None:
            return self._value(claim.expression) is not None
        return all(exists(self.at, q) for e in self._said(claim) for q, _ in e.terms)

    def error(self, claim: Claim) -> Fraction | float | None:
        """How far a claim is from true, directions modulo 1; None where one of its quantities doesn't exist here."""
        if isinstance(claim, Statement) and claim.expression is not None:
            value = self._value(claim.expression)
            if value is None or claim.predicate is QUANTITY:
                return None if value is None else abs(value)
            return inf if claim.predicate is GREATER and value < self.clear else max(-value, 0.0)
        if not isinstance(claim, Equation) and claim.predicate is OVERLAP:
            return self._distance(*claim.points)
        if not isinstance(claim, Equation) and claim.predicate is CYCLIC and _is_line(claim.points, self.at):
            return inf  # its equations hold on a line, too
        said = self._said(claim)
        if not all(exists(self.at, q) for e in said for q, _ in e.terms):
            return None
        return max(map(self._error, said), default=0.0)

    def lifted_error(self, claim: Claim) -> Fraction | float | None:
        """As `error`, but an equation of directions is one between real numbers, all of them in [0, 1)."""
        error = self.error(claim)
        if error in (None, inf) or not isinstance(claim, Equation) or claim.theory is not Theory.DIRECTION:
            return error
        off = abs(value(claim, self.at))
        return error if cleared(claim) * off < 0.5 else off

    def _said(self, claim: Claim) -> Sequence[Equation]:
        return (claim,) if isinstance(claim, Equation) else plain_equations(claim, self.at)

    def _value(self, e: Expression) -> Any:
        """How far from 0 its value is; None where it has none."""
        import mpmath

        return balance_of(mpmath.fp, e, self.at)

    def _distance(self, a: str, b: str) -> Fraction | float:
        return length(self.at, a, b)

    def _error(self, e: Equation) -> Fraction | float:
        found = value(e, self.at)
        return off_whole(cleared(e) * found) if e.theory is Theory.DIRECTION else abs(found) / _weight(e)


class FineFigure(Figure):
    """A figure with places to many digits, as integers: see `solver.statements.measured`."""

    clear = 1e-40

    def __init__(self, bits: int, places: Mapping[str, Vector]) -> None:
        self._places, self._one = places, 1 << bits
        self._measured = Measured(bits, places)
        super().__init__({p: complex(x / self._one, y / self._one) for p, (x, y) in places.items()})

    def places(self, mp: Any) -> dict[str, Any]:
        """The places as numbers of a context of mpmath."""
        return {p: mp.mpc(x, y) / self._one for p, (x, y) in self._places.items()}

    def _value(self, e: Expression) -> Fraction | None:
        import mpmath

        mp = mpmath.MPContext()
        mp.prec = self._one.bit_length()
        found = balance_of(mp, e, self.places(mp))
        return None if found is None else Fraction(int(found * self._one), self._one)

    def _distance(self, a: str, b: str) -> Fraction:
        return Fraction(self._measured.distance(a, b), self._one)

    def _error(self, e: Equation) -> Fraction | float:
        if sum(abs(k) for _, k in (*e.whole[1], *e.whole[2])) > MOST_TIMES:
            return inf
        off = abs(self._measured.value(e))
        return off / self._one / _weight(e) or Fraction(off, self._one) / _weight(e)


def _weight(e: Equation) -> Fraction | int:
    """By what an equation is divided, so that small coefficients don't make it true."""
    if e.theory is Theory.DIRECTION or not e.terms or any(abs(c.numerator) >= c.denominator for _, c in e.terms):
        return 1
    return max(abs(c) for _, c in e.terms)


def _is_line(points: tuple[str, ...], at: Places) -> bool:
    """Whether three points or more at different places are all in line."""
    spread = _most_spread(points, at)
    return all(exists(at, pair) for pair in combinations(spread, 2)) and not is_triangle(at, *spread)


def _most_spread(points: tuple[str, ...], at: Places) -> tuple[str, str, str]:
    """The two points that are farthest apart, and the one that is farthest from these."""
    a, b = max(combinations(points, 2), key=lambda pair: length(at, *pair))
    rest = [p for p in points if p not in (a, b)]
    return a, b, max(rest, key=lambda p: min(length(at, p, a), length(at, p, b)))


def places_of(overlaps: Sequence[Statement]) -> Mapping[str, frozenset[str]]:
    """By a point that overlaps name: all that are at its place."""
    found: dict[str, frozenset[str]] = {}
    for overlap in overlaps:
        place = frozenset(overlap.points).union(*(found[p] for p in overlap.points if p in found))
        found.update(dict.fromkeys(place, place))
    return found


def plain_equations(statement: Statement, at: Places) -> tuple[Equation, ...]:
    """Equations of a predicate whose segments have as much extent in the figure as can be had.

    Each further point of a line or a circle is seen from those of two or three fixed points that are far from it.
    """
    if statement.predicate is COLL:
        a, b = max(combinations(statement.points, 2), key=lambda pair: length(at, *pair))
        rest = [p for p in statement.points if p not in (a, b)]
        ends = [(a, b) if length(at, p, a) > length(at, p, b) else (b, a) for p in rest]
        return tuple(e for p, (far, near) in zip(rest, ends, strict=True) for e in _said(COLL, (far, near, p)))
    if statement.predicate is CYCLIC:
        fixed = _most_spread(statement.points, at)
        found: list[Equation] = []
        for p in statement.points:
            if p not in fixed:
                z, x, y = sorted(fixed, key=lambda q: length(at, p, q))
                found.extend(_said(CYCLIC, (x, y, z, p)))
        return tuple(found)
    return statement.equations()


@lru_cache(maxsize=2000)
def _said(predicate: Predicate, points: tuple[str, ...]) -> tuple[Equation, ...]:
    """Kept: the same few are asked for in every figure."""
    return Statement(predicate, points).equations()
