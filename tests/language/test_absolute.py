"""Differences of which it isn't said which is the greater, and what else of values is said in words."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.plain_write import goal_sentence
from solver.language.read import parse_statement
from solver.proving import Status, prove
from tests.language.said import all_said

CENTERS = "Let ABC be an acute triangle with orthocenter H and circumcenter O"


@pytest.mark.parametrize(
    "value",
    ["|∠B - ∠C|", "the absolute value of ∠B - ∠C", "the difference of ∠B and ∠C", "the difference between angles C and B"],
)  # fmt: skip
def test_a_claim_of_a_difference_is_one_for_each_case(value: str) -> None:
    problem = parse_statement(f"{CENTERS}. Prove that ∠HAO equals {value}.")
    said = {
        (goal_sentence(part.goal, part.goal_senses[part.goal]), tuple(map(str, part.conditions[1:])))
        for part in problem.parts()
    }
    assert {goal for goal, _ in said} == {
        "prove ∠ H A O + ∠ B C A = ∠ A B C", "prove ∠ H A O + ∠ A B C = ∠ B C A",
    }  # fmt: skip
    assert all("angle" in " ".join(conditions) and ">" in " ".join(conditions) for _, conditions in said)


@pytest.mark.parametrize("greater", ["AB > AC", "AC < AB"])
@pytest.mark.parametrize("value", ["|∠B - ∠C|", "the difference of angles B and C", "∠C minus ∠B"])
def test_which_is_the_greater_may_be_given(greater: str, value: str) -> None:
    problem = parse_statement(f"{CENTERS} in which {greater}. Prove that ∠HAO = {value}.")
    (part,) = problem.parts()
    assert goal_sentence(part.goal, part.goal_senses[part.goal]) == "prove ∠ H A O + ∠ A B C = ∠ B C A"


def test_both_cases_are_proved_and_one_alone_depends() -> None:
    found = prove(f"{CENTERS}. Prove that ∠HAO = |∠B - ∠C|.")
    assert found.is_proved and len(found.parts) == 2
    assert prove(f"{CENTERS}. Prove that ∠HAO = ∠B - ∠C.").status is Status.DEPENDS


def test_a_difference_of_lengths_is_positive() -> None:
    found = prove("In triangle ABC, AB = 3, BC = 4 and CA = 6. Find |AB - AC|.")
    assert found.is_proved and found.answer is not None and found.answer.text == "3"
    found = prove("Let ABC be a triangle with AB ≠ AC. Prove that |AB - AC| > 2 BC.")
    assert found.status is Status.FALSE


@pytest.mark.parametrize(
    "text",
    [
        "In triangle ABC, ∠A is the difference of ∠B and ∠C. Prove that AB = AC.",
        "In triangle ABC, ∠A = |∠B - ∠C|. Prove that AB = AC.",
    ],
)
def test_what_is_given_of_a_difference_needs_its_sign(text: str) -> None:
    with pytest.raises(ParseError, match="which is the greater"):
        parse_statement(text)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("In triangle ABC, AB plus AC equals 2BC. Prove that AB = AC.", {"distseq A B A C B C 1 1 -2"}),
        ("In triangle ABC, angle B minus angle C is 30°. Prove that AB = AC.", {"angeq B A B C C B C A -1 1 1 -1 30"}),
        (
            "In triangle ABC, angle A exceeds angle B by 20°. Prove that AB = AC.",
            {"angeq A C A B B A B C -1 1 1 -1 20"},
        ),
        (
            "In triangle ABC, angle A is greater than angle B by 20°. Prove that AB = AC.",
            {"angeq A C A B B A B C -1 1 1 -1 20"},
        ),
        ("In triangle ABC, BC = 5 and AB exceeds AC by 5. Prove that AB = AC.", {"distseq A B A C B C 1 -1 -1"}),
        ("In triangle ABC, AB = 3, BC = 4 and CA = 5. Find the sine of angle A.", {"? find sin ∠CAB"}),
        ("In triangle ABC, AB = 3, BC = 4 and CA = 5. Find the cosine of ∠ABC.", {"? find cos ∠ABC"}),
        ("In triangle ABC, AB = 3, BC = 4 and CA = 5. Determine the tangent of angle A.", {"? find tan ∠CAB"}),
    ],
)
def test_values_in_words(text: str, facts: set[str]) -> None:
    assert facts <= all_said(parse_statement(text))
