"""Figures with nothing free, computed exactly."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from solver.coordinates.rigid import holds_in_rigid_figure, rigid_part
from solver.diagram.pair import draw_pair
from solver.language.read import parse_statement
from solver.statements.expression import Area, Expression, Length, Number, Power, Product, Size, difference, quotient
from solver.statements.predicates import QUANTITY, Statement

SIDES = "triangle ABC; AB = 13; BC = 14; CA = 15; D midpoint of BC; find AD"


def holds(text: str, claim: Statement) -> bool:
    drawn = draw_pair(parse_statement(text), 0, time.monotonic() + 20)
    at = drawn.diagrams[0].places()
    rigid = rigid_part(drawn.problem.premises, at, frozenset(claim.points))
    return rigid is not None and holds_in_rigid_figure(rigid, claim, at)


def is_equal(first: Expression, second: Expression) -> Statement:
    return Statement.about(QUANTITY, difference(first, second))


def number(value: str) -> Expression:
    return Number(Fraction(value))


AREA = quotient(Area(("A", "B", "C")), Power(Length("A", "B"), Fraction(2)))


def test_a_value_holds_exactly() -> None:
    assert holds(SIDES, is_equal(AREA, number("84/169")))
    assert holds(
        SIDES,
        is_equal(
            quotient(Length("A", "D"), Length("A", "B")), Product((number("2/13"), Power(number("37"), Fraction(1, 2))))
        ),
    )


@pytest.mark.parametrize("value", ["84/170", "84000000000000000000000000000001/169000000000000000000000000000000"])
def test_what_is_nearly_so_does_not_hold(value: str) -> None:
    assert not holds(SIDES, is_equal(AREA, number(value)))


def test_what_can_move_is_not_rigid() -> None:
    free = "triangle ABC; AB = 13; BC = 14; find ∠A"
    assert not holds(free, is_equal(quotient(Length("B", "C"), Length("A", "C")), number("1")))
    # What can't move against the rest is, though another point is free.
    part = "triangle ABC; AB = 13; BC = 14; CA = 15; D on line BC; find AD"
    assert holds(part, is_equal(AREA, number("84/169")))


def test_angles_in_directions_are_computed_with_roots_of_unity() -> None:
    text = "triangle ABC; ∠A = 36; ∠B = 72; find ∠C"
    assert holds(text, is_equal(Length("A", "B"), Length("A", "C")))
    golden = quotient(Length("A", "B"), Length("B", "C"))
    assert holds(text, is_equal(Product((golden, golden)), difference(golden, number("-1"))))


def test_the_size_of_an_angle_is_no_algebraic_number() -> None:
    assert not holds(SIDES, is_equal(Product((Size("A", "B", "C"), Size("A", "B", "C"))), number("4500")))
