"""How contests ask for values: units, forms of answers, all values, and measures that they name in full."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.convert import understood
from solver.language.read import parse_statement

GIVEN = "In triangle ABC, AB = 3, AC = 4, BC = 5. "


def goals(text: str) -> list[str]:
    return [line for line in understood(parse_statement(text)).split("\n") if line.startswith("find")]


@pytest.mark.parametrize(
    ("asked", "goal"),
    [
        ("What is the area of ABC in square centimeters?", "find [ABC]"),
        ("Find the area of triangle ABC in cm$^2$.", "find [ABC]"),
        ("Compute the area of ABC (in square units).", "find [ABC]"),
        ("Find the length of the altitude from A, in cm.", "find AD"),
        ("What is, in degrees, the measure of angle BAC?", "find ∠ B A C"),
        ("Find the measure (in degrees) of ∠BAC.", "find ∠ B A C"),
        ("What is the length of the side BC in simplest radical form?", "find BC"),
        ("Find $\\sin A$, expressed as a common fraction in lowest terms.", "find sin ∠CAB"),
        ("Find the exact value of $\\sin A$.", "find sin ∠CAB"),
        ("Compute the area of ABC as an irreducible fraction.", "find [ABC]"),
    ],
)
def test_units_and_the_form_of_exact_answers_say_nothing_of_the_figure(asked: str, goal: str) -> None:
    assert goals(GIVEN + asked) == [goal]


@pytest.mark.parametrize(
    "asked",
    [
        "Find the area of ABC to the nearest tenth.",
        "Find the greatest integer less than the area of ABC.",
        "Find the area of ABC as a percentage.",
        "Find the number of digits of the area of ABC.",
    ],
)
def test_what_is_asked_of_a_value_besides_is_refused(asked: str) -> None:
    with pytest.raises(ParseError):
        parse_statement(GIVEN + asked)


@pytest.mark.parametrize(
    "text",
    [
        "In triangle ABC, $AB = 3\\text{ cm}$, AC = 4 cm and BC = $5$ centimetres. Find [ABC].",
        "In triangle ABC, AB = 3 units, AC = 4 units, BC = 5 units. Find [ABC].",
        "In triangle ABC, AB = 3 inches, AC = 4 inches and $BC = \\sqrt{25}$ inches. Find [ABC].",
    ],
)
def test_units_after_lengths_are_passed_over(text: str) -> None:
    assert goals(text) == ["find [ABC]"]


@pytest.mark.parametrize(
    "text",
    [
        "In triangle ABC, AB = 3 cm, AC = 40 mm, BC = 5 cm. Find [ABC].",
        "In triangle ABC, AB = 3 m, AC = 4 m, BC = 500 cm. Find [ABC].",
        "In triangle ABC, AB = 3 cm, AC = 4 cm, BC = 5 cm. Find [ABC] in square millimeters.",
        "In triangle ABC, $AB = 3\\text{ cm}$, $AC = 4\\text{ mm}$. Find $AB/AC$.",
    ],
)
def test_different_units_are_refused(text: str) -> None:
    with pytest.raises(ParseError, match="different units"):
        parse_statement(text)


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("The area of ABC can be written in the form $m/n$, where $m$ and $n$ are coprime. Find $m+n$.", "(m)/(n)"),
        ("If the area of ABC is $m/n$ in lowest terms, find $m+n$.", "(m)/(n)"),
        ("The area of ABC is equal to $a\\sqrt{b}$ for positive integers $a$ and $b$ with $b$ square-free. Find $a+b$.",
         "(a)*(sqrt(b))"),
        ("The area of ABC can be expressed in simplest form as $\\frac{m}{n}$. Compute $m+n$.", "(m)/(n)"),
    ],
)  # fmt: skip
def test_the_form_of_a_value_is_kept(asked: str, form: str) -> None:
    problem = parse_statement(GIVEN + asked)
    (how,) = problem.asking.values()
    assert how.form is not None
    assert how.form[0] == form


@pytest.mark.parametrize(
    ("asked", "goal"),
    [
        ("Find all possible values of $\\angle BAC$.", "find all values of ∠ B A C"),
        ("What is the sum of all possible values of BC + CA?", "find the sum of all values of BC + CA"),
        ("Determine the product of the possible lengths of BC.", "find the product of all values of BC"),
        ("What are the possible values for $BC/CA$?", "find all values of |B C| / |C A|"),
    ],
)
def test_all_values_are_asked_for_as_such(asked: str, goal: str) -> None:
    text = "In triangle ABC, AB = 3 and AC = 2. " + asked
    assert goals(text) == [goal]
    again = understood(parse_statement(text))
    assert understood(parse_statement(again)) == again


def test_a_sum_of_one_thing_is_refused() -> None:
    with pytest.raises(ParseError, match="the sum"):
        parse_statement("In triangle ABC, AB = 3. Find the sum of the values of BC.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Let ABCD be an isosceles trapezoid such that the distance between its bases AB and CD is 7. Find [ABCD]/49.", "A D_1 = 7"),
        ("Let ABCD be a parallelogram. The distance between AB and CD is 7. Find [ABCD].", "A D_1 = 7"),
        ("Let ABCD be a trapezoid with bases AB = 3 and CD = 5. The distance between the bases is 4. Find [ABCD].", "A D_1 = 4"),
        ("In triangle ABC, the length of the altitude from $A$ to $BC$ is equal to $1$. Find [ABC].", "AD = 1"),
        ("In triangle ABC, the median from A to BC has length 2. Find [ABC].", "AM = 2"),
        ("In triangle ABC, the length of the side BC is 5. Find AB.", "BC = 5"),
        ("In triangle ABC, the side lengths AB and BC are 5 and 6. Find AC.", "AB = 5"),
        ("In triangle ABC, $AB\\sqrt3 = BC + CA$ and AB = 1. Find [ABC].", "AB·√3 = BC + CA"),
        ("In triangle ABC, $BC + CA = AB \\sqrt{3}$ and AB = 1. Find [ABC].", "BC + CA = AB·√3"),
    ],
)  # fmt: skip
def test_measures_that_are_named_in_full(text: str, line: str) -> None:
    assert line in understood(parse_statement(text)).split("\n")


def test_the_distance_of_lines_that_may_meet_is_refused() -> None:
    with pytest.raises(ParseError, match="parallel"):
        parse_statement("Let ABCD be a quadrilateral. The distance between lines AB and CD is 7. Find BC.")


def test_an_altitude_to_a_side_through_its_vertex_is_refused() -> None:
    with pytest.raises(ParseError, match="A is an end of AB"):
        parse_statement("In triangle ABC, the altitude from A to AB has length 2. Find BC.")


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Let D be on side BC of triangle ABC. Triangles ABD and ACD have equal perimeters. Find the ratio of their areas.",
         "find [ABD]/[ACD]"),
        ("A square ABCD and an equilateral triangle PQR are inscribed in the same circle. Find the ratio of their areas.",
         "find [ABCD]/[PQR]"),
        ("In triangle ABC, D is on BC. Find the ratio of $BD/DC$.", "find |B D| / |D C|"),
        ("In triangle ABC, D is on BC. Find the ratio of BD:DC.", "find |B D| / |D C|"),
        ("In triangle ABC, D is on BC. Find the ratio of the areas of ABD and ADC.", "find [ABD]/[ADC]"),
    ],
)  # fmt: skip
def test_a_ratio_is_of_two_things(text: str, goal: str) -> None:
    assert goals(text) == [goal]


@pytest.mark.parametrize(
    "asked", ["Find the ratio of AB.", "Find the ratio of the area.", "Determine the ratio of its perimeter."]
)
def test_a_ratio_of_one_thing_is_refused(asked: str) -> None:
    with pytest.raises(ParseError):
        parse_statement("In triangle ABC, AB = 3. " + asked)


@pytest.mark.parametrize("words", ["in terms of a and b", "as a function of a and b", "as functions of a and b"])
def test_the_quantities_in_which_an_answer_is_given(words: str) -> None:
    problem = parse_statement(f"In a rectangle ABCD, AB = a and BC = b. Find AC {words}.")
    (how,) = problem.asking.values()
    assert [name for name, _ in how.names] == ["a", "b"]
