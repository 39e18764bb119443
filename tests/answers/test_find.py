"""Exact answers: what a question has for a value, and whether that is proved."""

from __future__ import annotations

import pytest

from solver.answers.agree import agrees
from solver.proving import Method, Result, Status, prove

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


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("In triangle ABC, AB = 8, AC = 7 and ∠ABC = 60°. Find all possible values of BC.", "3, 5"),
        ("In triangle ABC, AB = 8, AC = 7 and ∠ABC = 60°. What is the sum of all possible values of BC?", "8"),
        ("In triangle ABC, AB = 8, AC = 7 and ∠ABC = 60°. Determine the product of the possible lengths of BC.", "15"),
        ("triangle ABC; AB = 8; AC = 7; angle ABC = 60; find the sum of all values of BC", "8"),
        ("In triangle ABC, AB = AC and ∠ABC = 50°. Find all possible values of ∠BAC.", "80"),
    ],
)
def test_all_values_may_be_asked_for_their_sum_or_their_product(text: str, answer: str) -> None:
    result = asked(text)
    assert result.answer is not None
    assert sorted(result.answer.text.split(", ")) == answer.split(", ")


def test_that_a_question_has_no_other_values_isnt_said_to_be_proved() -> None:
    result = asked("In triangle ABC, AB = 8, AC = 7 and ∠ABC = 60°. Find all possible values of BC.")
    assert result.status is Status.DEPENDS
    assert "as seen in figures" in result.reason


def test_points_of_the_first_triangle_arent_taken_to_be_between_others_of_a_later_one() -> None:
    text = "triangle ABC; AB = 8; AC = 7; angle ABC = 60; D on line BC; AD perp BC; triangle ADC; find BC"
    result = asked(text)  # it may not look for figures with B between D and C
    assert result.status is Status.DEPENDS


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The degree measure of $\\angle ABC$ can be written as $\\frac{m}{n}$, where $m$ and $n$ are relatively prime "
         "positive integers. Find $m+n$.", "547"),
        ("The measure of angle BAC in degrees is $\\frac{m}{n}$, where m and n are coprime positive integers. Find $m + n$.", "187"),
    ],
)  # fmt: skip
def test_the_numbers_of_an_angles_degrees_may_be_asked_for(text: str, answer: str) -> None:
    given = "In triangle ABC with AB = AC, D lies on segment AC, and E lies on segment AB such that AE = ED = DB = BC. "
    result = asked(given + text)
    assert result.is_proved
    assert result.answer is not None
    assert result.answer.text == answer


@pytest.mark.parametrize(
    "text",
    [
        "In triangle ABC with incenter I, line CI meets AB at L and the circumcircle of ABC again at D. LI = 2, LD = 3. Find IC.",
        "In triangle ABC the medians from A and B are perpendicular. Find AB in terms of BC and CA.",
        "In triangle ABC, BC = a, CA = b, AB = c, and M is the midpoint of BC. Find AM in terms of a, b and c.",
        "ABCD is a parallelogram with AB = a, BC = b and AC = d. Find BD in terms of a, b and d.",
    ],
)
def test_ratios_and_roots_of_sums_are_what_deduction_speaks_of(text: str) -> None:
    result = prove(text, timeout=20, method=Method.SYNTHETIC)
    assert result.is_proved, result.reason


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Let ABC be a right triangle with right angle at C and legs a and b. Find the inradius of ABC in terms of a and b.",
         r"\frac{a + b - \sqrt{a^2 + b^2}}{2}"),
        ("In triangle ABC, ∠C = 60°, BC = a and CA = b. Find the perimeter of ABC in terms of a and b.",
         r"a + b + \sqrt{a^2 + b^2 - ab}"),
        ("In triangle ABC, AB = c, BC = a, CA = b. Find the area of triangle ABC in terms of a, b, c.",
         r"\frac14\sqrt{(a+b+c)(a+b-c)(a-b+c)(-a+b+c)}"),
        ("ABCD is a rectangle with AB = a, BC = b. Find AC - BC in terms of a and b.", r"\sqrt{a^2 + b^2} - b"),
    ],
)  # fmt: skip
def test_a_formula_may_be_a_root_of_a_quadratic_equation(text: str, answer: str) -> None:
    result = asked(text)
    assert result.answer is not None
    assert agrees(result.answer.text, answer), result.answer.text
    assert result.is_proved, result.reason
