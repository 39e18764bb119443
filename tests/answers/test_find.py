"""Exact answers: what a question has for a value, and whether that is proved."""

from __future__ import annotations

import pytest

from solver.answers.agree import agrees
from solver.proving import Result, Status, prove

SIDES = "triangle ABC; AB = 13; BC = 14; CA = 15; "
RIGHT = "triangle ABC; AB = 3; BC = 4; angle ABC = 90; "


def asked(text: str) -> Result:
    return prove(text, timeout=20)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (SIDES + "find [ABC]", "84"),
        (SIDES + "find cos ∠ABC", "5/13"),
        (RIGHT + "find AC", "5"),
        ("triangle ABC; AB = 3a; AC = 4a; angle BAC = 90; find BC", "5*a"),
        ("triangle ABC; angle ABC = 90; AB = 1; BC = 2; find AC", "sqrt(5)"),
        ("square ABCD; AB = 2; E midpoint of AB; find [ECD]", "2"),
    ],
)
def test_a_value_is_exact_and_proved(text: str, answer: str) -> None:
    result = asked(text)
    assert result.answer is not None
    assert result.answer.text == answer
    assert result.is_proved, result.reason


def test_a_value_that_differs_between_figures_is_given_for_each_kind() -> None:
    result = asked("triangle ABC; [ABC] = 84; AB = 13; BC = 14; find AC")
    assert result.status is Status.DEPENDS
    assert "√505" in result.reason
    assert "15" in result.reason


def test_what_changes_with_the_figure_has_no_value() -> None:
    result = asked("triangle ABC; AB = 2; find BC")
    assert result.status is Status.UNPROVED
    assert "there is no one value" in result.reason


def test_an_equation_of_quantities_is_a_goal() -> None:
    assert asked("triangle ABC; M midpoint of BC; prove [ABM] = [ACM]").is_proved
    assert asked("triangle ABC; M midpoint of BC; prove [ABC] = 3 [ACM]").status is Status.FALSE


def test_of_several_answers_the_usual_one_is_that_with_points_between_the_ends_of_sides() -> None:
    result = asked("triangle ABC; AB = 5; BC = 6; CA = 7; D on line BC; BD : DC = 1 : 2; find AD^2")
    assert result.status is Status.DEPENDS
    assert result.answer is not None
    assert result.answer.text == "25"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("triangle ABC; O circumcenter of ABC; AB = c; AC = b; BC = a; find cos ∠BAC", "(b^2 + c^2 - a^2)/(2*b*c)"),
        ("triangle ABC; AB = AC; ∠BAC = α; find ∠ABC in terms of α", "90 - α/2"),
    ],
)
def test_a_value_may_be_a_formula_in_names(text: str, answer: str) -> None:
    result = asked(text)
    assert result.answer is not None
    assert agrees(result.answer.text, answer)
