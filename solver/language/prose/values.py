"""What a statement says of values and names: `AB = 13`, `the circumradius is R`."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from solver.errors import Span
from solver.language.atoms import Angle, Length
from solver.language.problem import Sides
from solver.language.prose.syntax import Thing
from solver.language.sums import Sum, Symbol, atoms, expression, plus, power, times
from solver.statements.expression import Expression
from solver.statements.predicates import Statement


def sides(left: Sum, right: Sum) -> Sides | None:
    """An equation without names and angles, as a proof may say it."""
    if any(isinstance(a, Symbol | Angle) for a in atoms(left) | atoms(right)):
        return None
    return Sides(expression(left), expression(right))


@dataclass
class Quantities:
    """What a statement says of values and names.

    values: of names and the unit. given: equations with numbers or names, with their places; pending: those of them that
    wait until the unit and all names are known. forms: `the area is m√n/p`: what is asked for, and how it is written.
    meanings: of lengths from points that are known by what they are: a radius in the sides of its triangle.
    called: by what letters are taken for by custom, these. unit: the equation that defines the unit. measured: by statements the equations that they say in ratios.
    """

    values: dict[Symbol, Sum] = field(default_factory=dict)
    given: list[tuple[Sum, Sum, Span]] = field(default_factory=list)
    pending: list[tuple[Sum, Sum, Span]] = field(default_factory=list)
    forms: list[tuple[Sum, Thing]] = field(default_factory=list)
    meanings: dict[Length, Expression] = field(default_factory=dict)
    called: dict[Expression, str] = field(default_factory=dict)
    unit: Sides | None = None
    measured: dict[Statement, Sides] = field(default_factory=dict)

    def wait(self, left: Sum, right: Sum, span: Span) -> None:
        self.given.append((left, right, span))
        self.pending.append((left, right, span))

    def has_value(self, a: str, b: str) -> bool:
        """Whether the length ab is given a number."""
        lengths = [
            atoms(one)
            for left, right, _ in self.given
            for one, other in ((left, right), (right, left))
            if set(other) == {()}
        ]
        return any({a, b} == {x.a, x.b} for some in lengths if len(some) == 1 for x in some if isinstance(x, Length))

    def known(self, of: Sum) -> Sum:
        """With what is known in the place of its names."""
        for _ in range(len(self.values) + 1):
            if not any(a in self.values for a in atoms(of)):
                break
            of = self._substituted(of)
        return of

    def _substituted(self, of: Sum) -> Sum:
        total: Sum = {}
        for product, c in of.items():
            made: Sum = {(): c}
            for part, e in product:
                value = self.values.get(part) if isinstance(part, Symbol) else None
                made = times(made, {((part, e),): Fraction(1)} if value is None else power(value, e))
            total = plus(total, made)
        return total
