"""Exact values of expressions in a statement's figures."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import islice

import pytest

from solver.answers.find import Answer, NoValue, find
from solver.diagram.solve import figures
from solver.language.orientation import oriented
from solver.language.read import parse_statement
from solver.statements.expression import (
    Area,
    DimensionError,
    Expression,
    Length,
    Number,
    Power,
    Product,
    Sum,
    Trigonometric,
    circumradius,
    dimension,
    in_units,
    inradius,
)

SIDES = "triangle A B C; points U, V; AB = 13 UV; BC = 14 UV; CA = 15 UV; prove AB = AC"


def value_of(statement: str, expression: Expression) -> Answer:
    """In two figures that turn the same way; the unit is UV."""
    problem = parse_statement(statement)
    drawn = [d.places() for d in islice(figures(problem, 0, None, Counter()), 12)]
    read = oriented(problem, drawn[0])
    alike = [at for at in drawn if oriented(problem, at).premises == read.premises][:2]
    return find(read, in_units(expression, lambda: Length("U", "V")), alike, 0, None)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (Area(("A", "B", "C")), "84"),
        (circumradius("A", "B", "C"), "65/8"),
        (inradius("A", "B", "C"), "4"),
        (Trigonometric("cos", "A", "B", "C"), "5/13"),
    ],
)
def test_a_triangle_is_known_by_its_sides(expression: Expression, value: str) -> None:
    answer = value_of(SIDES, expression)
    assert answer.value.text == value
    assert answer.proof is not None


def test_a_value_may_be_a_surd() -> None:
    statement = "square A B C D; equilateral triangle A B E; E inside A B C D; prove AB = AC"
    part = Product((Area(("C", "D", "E")), Power(Area(("A", "B", "C", "D")), Fraction(-1))))
    assert value_of(statement, part).value.text == "1/2 - sqrt(3)/4"


def test_what_changes_with_the_figure_has_no_value() -> None:
    with pytest.raises(NoValue, match="isn't the same"):
        value_of(
            "triangle A B C; D on segment B C; prove AB = AC",
            Product((Length("B", "D"), Power(Length("B", "C"), Fraction(-1)))),
        )


def test_a_length_and_an_area_cannot_be_added() -> None:
    with pytest.raises(DimensionError):
        dimension(Sum((Length("A", "B"), Area(("A", "B", "C")))))
    assert dimension(Product((Length("A", "B"), Number(Fraction(2))))) == 1
