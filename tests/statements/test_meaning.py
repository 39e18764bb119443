"""Which equations between expressions are equations of the closure's theories."""

from __future__ import annotations

from fractions import Fraction

import pytest

from solver.statements.equation import Theory
from solver.statements.expression import Expression, Length, Number, Power, Product, Sum, difference, quotient
from solver.statements.meaning import linear

A, B, C = Length("b", "c"), Length("c", "a"), Length("a", "b")
HALF = Fraction(1, 2)


def number(value: Fraction | int) -> Number:
    return Number(Fraction(value))


def root(*parts: Expression) -> Power:
    return Power(Sum(parts), HALF)


SQUARES = (Power(C, Fraction(2)), Product((number(3), Power(B, Fraction(2)))))


@pytest.mark.parametrize(
    ("expression", "theory"),
    [
        (difference(quotient(A, B), number(Fraction(4, 3))), Theory.LOG),
        (difference(quotient(Sum((A, B)), C), number(3)), Theory.LENGTH),
        (difference(quotient(Power(A, Fraction(2)), Product((B, C))), number(2)), Theory.LOG),
        (difference(A, root(*SQUARES)), Theory.SQUARE),
        (difference(quotient(A, B), root(number(1), quotient(Power(C, Fraction(2)), Power(B, Fraction(2))))), Theory.SQUARE),
        (difference(A, Product((number(HALF), root(*SQUARES)))), Theory.SQUARE),
        (difference(root(*SQUARES), A), Theory.SQUARE),
    ],
)  # fmt: skip
def test_quotients_and_roots_of_sums_are_multiplied_out(expression: Expression, theory: Theory) -> None:
    (equation,) = linear(expression)
    assert equation.theory is theory


@pytest.mark.parametrize(
    "expression",
    [
        difference(A, Product((number(-HALF), root(*SQUARES)))),  # a length is no negative number
        Sum((A, root(*SQUARES))),
        difference(Sum((A, Product((number(-1), B)))), root(*SQUARES)),  # a difference may be negative
        difference(Product((number(-1), A)), root(*SQUARES)),
    ],
)
def test_a_root_is_squared_only_beside_what_is_positive(expression: Expression) -> None:
    assert linear(expression) == ()
