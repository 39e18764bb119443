"""Lifts: direction equations as equations between real numbers.

d(ab) is fixed as the representative in [0, 1) that the reference diagram gives; an equation modulo 1 then becomes an
ordinary one with an integer more, which the diagram tells.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from solver.diagram.diagram import Diagram
from solver.statements.equation import Equation, Quantity, Theory, ratio

#: Points closer than this are at one place, the figure's extent being about 1.
POINTLIKE = 1e-7


@dataclass(frozen=True)
class Lifter:
    """Numeric answers about one diagram."""

    diagram: Diagram
    _places: dict[str, tuple[float, float]] = field(init=False, repr=False)
    _directions: dict[Quantity, float] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_places", self.diagram.as_dict())

    def _at(self, point: str) -> tuple[float, float]:
        return self._places[point]

    def direction(self, quantity: Quantity) -> float:
        """d(ab) in [0, 1), units of π."""
        known = self._directions.get(quantity)
        if known is None:
            known = self._directions[quantity] = self._direction(quantity)
        return known

    def _direction(self, quantity: Quantity) -> float:
        (ax, ay), (bx, by) = self._at(quantity[0]), self._at(quantity[1])
        d = math.atan2(by - ay, bx - ax) / math.pi
        d += d < 0
        return d - (d >= 1)

    def length_ratio(self, x: Quantity, y: Quantity) -> Fraction:
        """|x| : |y|, a rational of small height."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (self._at(p) for p in (*x, *y))
        return Fraction(math.hypot(bx - ax, by - ay) / math.hypot(dx - cx, dy - cy)).limit_denominator(60)

    def orientation(self, a: str, b: str, c: str) -> int:
        """+1 if abc runs counter-clockwise, else -1."""
        (ax, ay), (bx, by), (cx, cy) = self._at(a), self._at(b), self._at(c)
        return 1 if (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0 else -1

    def are_apart(self, points: Sequence[str]) -> bool:
        """Whether no two of these are at one place."""
        return all(math.dist(self._at(a), self._at(b)) > POINTLIKE for a, b in combinations(points, 2))

    def places(self) -> dict[str, int]:
        """By point the number of its place: one number for points that are at one place."""
        found: dict[str, int] = {}
        for p in self.diagram.points:
            at = self._at(p)
            found[p] = next((n for q, n in found.items() if math.dist(at, self._at(q)) <= POINTLIKE), len(found))
        return found

    def lift(self, equation: Equation) -> Equation:
        """A direction equation that holds modulo 1 (or up to a half where it says nothing of its constant), made exact.

        Equations of other theories are returned as they are.
        """
        if equation.theory is not Theory.DIRECTION:
            return equation
        value = self._value(equation)
        if equation.constants:
            constant = sum((c for _, c in equation.constants), Fraction(0))
            constant -= round(value + float(constant))
        else:
            constant = ratio(-round(2 * value), 2)
        return Equation(Theory.DIRECTION, equation.terms, ((1, constant),) if constant else ())

    def lift_value(self, equation: Equation) -> Equation:
        """A direction equation whose constant is a multiple of 1/12 that the diagram gives."""
        constant = ratio(-round(12 * self._value(equation)), 12)
        return Equation(Theory.DIRECTION, equation.terms, ((1, constant),) if constant else ())

    def _value(self, equation: Equation) -> float:
        """The sum of its directions."""
        value = 0.0
        for quantity, c in equation.terms:
            numerator, denominator = c.as_integer_ratio()
            value += numerator / denominator * self.direction(quantity)
        return value

    def acute_sign(self, a: str, v: str, b: str) -> int:
        """The sign s for which s·(d(vb) − d(va)) is at most ½ modulo 1."""
        turn = (self.direction((v, b)) - self.direction((v, a))) % 1.0
        return -1 if turn > 0.5 + 1e-9 else 1

    def acute(self, a: str, v: str, b: str) -> Fraction:
        """The acute (or right) angle between lines va and vb in units of π, a multiple of 1/12."""
        turn = (self.direction((v, b)) - self.direction((v, a))) % 1.0
        return Fraction(round(12 * min(turn, 1 - turn)), 12)

    def is_longer(self, x: Quantity, y: Quantity) -> bool:
        """Whether |x| > |y|."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (self._at(p) for p in (*x, *y))
        return math.hypot(bx - ax, by - ay) > math.hypot(dx - cx, dy - cy)
