"""What may be an identity: a statement, or that an expression has a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from solver.coordinates.equations import Places, length_signs, residual
from solver.coordinates.fields import ComplexField, Field
from solver.coordinates.figure import is_same
from solver.coordinates.value import NoRoot, real_value, values
from solver.statements.equation import Equation, Theory
from solver.statements.expression import Expression, is_even, points_of
from solver.statements.predicates import OVERLAP, Claim, Statement


class Goal(Protocol):
    """A polynomial condition on a figure, or one that is polynomial but for the signs of square roots."""

    @property
    def points(self) -> Sequence[str]: ...

    @property
    def turns(self) -> Sequence[int]:
        """Orders of the roots of unity that it needs."""
        ...

    @property
    def has_signs(self) -> bool:
        """Whether it takes square roots, whose signs only a real figure tells."""
        ...

    def holds(self, field: Field, at: Places) -> bool:
        """Whether it holds for some signs. Raises ZeroDivisionError where it says nothing."""
        ...

    def holds_with_own_signs(self, field: ComplexField, at: Places) -> bool:
        """Whether it holds with positive lengths, and clearly holds or fails with any other signs. Raises Undecided."""
        ...


@dataclass(frozen=True)
class Stated:
    """That a claim holds."""

    claim: Claim

    @cached_property
    def points(self) -> Sequence[str]:
        return self.claim.points if isinstance(self.claim, Statement) else sorted(self.claim.points())

    @cached_property
    def _equations(self) -> tuple[Equation, ...]:
        return self.claim.equations() if isinstance(self.claim, Statement) else (self.claim,)

    @property
    def turns(self) -> Sequence[int]:
        return [c.denominator for e in self._equations if e.theory is Theory.DIRECTION for _, c in e.constants]

    @property
    def has_signs(self) -> bool:
        return any(e.theory is Theory.LENGTH for e in self._equations)

    def holds(self, field: Field, at: Places) -> bool:
        if isinstance(self.claim, Statement) and self.claim.predicate is OVERLAP:
            p, q = self.claim.points
            return is_same(field, at[p], at[q])
        return all(field.is_zero(residual(field, e, at)) for e in self._equations)

    def holds_with_own_signs(self, field: ComplexField, at: Places) -> bool:
        return self.holds(field, at) and length_signs(field, self._equations, at)


def goal_of(claim: Claim) -> Goal:
    """What is asked of a claim: its equations, or that its expression is 0."""
    if isinstance(claim, Statement) and claim.expression is not None and not claim.equations():
        return Valued(claim.expression, (1, 0))
    return Stated(claim)


@dataclass(frozen=True)
class Valued:
    """That an expression is a root of a polynomial with integer coefficients, the constant last."""

    expression: Expression
    polynomial: tuple[int, ...]

    @cached_property
    def points(self) -> Sequence[str]:
        return points_of(self.expression)

    @property
    def turns(self) -> Sequence[int]:
        return (4,)

    @property
    def has_signs(self) -> bool:
        return not is_even(self.expression)

    def holds(self, field: Field, at: Places) -> bool:
        try:
            return any(field.is_zero(self._at(field, v)) for v in values(field, self.expression, at))
        except NoRoot:
            raise ZeroDivisionError("the value isn't in the field") from None

    def holds_with_own_signs(self, field: ComplexField, at: Places) -> bool:
        others = [field.is_zero(self._at(field, v)) for v in values(field, self.expression, at)]
        return any(others) and field.is_zero(self._at(field, real_value(field, self.expression, at)))

    def _at(self, field: Field, x: Any) -> Any:
        total = field.number(0)
        for c in self.polynomial:
            total = total * x + field.number(c)
        return total
