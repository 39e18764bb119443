"""Lines that trisect an angle."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.convert import understood
from solver.language.read import parse_statement
from solver.proving import prove


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("In triangle ABC, rays CD and CE trisect ∠ACB, with D and E on AB. Find AD/BE.", {"∠ A C D = ∠ D C E", "∠ D C E = ∠ E C B"}),
        ("Let ABCDEF be a convex hexagon. Lines AC and AE trisect ∠BAF. Prove that AC = AE.", {"∠ B A C = ∠ C A E", "∠ C A E = ∠ E A F"}),
        ("In triangle ABC, the altitude AD and the median AM trisect the angle BAC. Find AB/AC.", {"∠ B A D = ∠ D A M", "∠ D A M = ∠ M A C"}),
    ],
)  # fmt: skip
def test_lines_trisect_an_angle_in_the_order_of_its_name(text: str, lines: set[str]) -> None:
    assert lines <= set(understood(parse_statement(text)).split("\n"))


def test_of_an_angle_that_is_named_by_its_vertex_the_order_is_what_else_is_said() -> None:
    text = (
        "Let ABC be a right triangle with right angle at C. D and E are on AB with D between A and E such that CD and CE trisect "
        "angle C. If DE/BE = 8/15, find tan B."
    )
    problem = parse_statement(text)
    assert len(problem.alternatives) == 1
    result = prove(text, timeout=20)
    assert result.is_proved
    assert result.answer is not None
    assert result.answer.text == "4*sqrt(3)/11"


@pytest.mark.parametrize(
    "text",
    [
        "In triangle ABC, lines BD and CE trisect angle A. Prove that BD = CE.",
        "In triangle ABC, lines AD, AE and AF trisect angle A. Prove that AD = AE.",
    ],
)
def test_other_lines_dont_trisect_it(text: str) -> None:
    with pytest.raises(ParseError):
        parse_statement(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In triangle ABC, the lengths of AB and BC are $\\frac{1}{2}$ and $\\frac{3}{4}$. Find CA.", "BC = 3/4"),
        ("A triangle ABC has side lengths $\\frac{5}{2}$, $6$ and $\\frac{13}{2}$. Find [ABC].", "AB = 13/2"),
        (
            "In triangle ABC, AB and BC have lengths $\\sqrt{3}$ and $\\frac{\\sqrt{3}}{2}$, respectively. Find CA.",
            "BC = √3/2",
        ),
    ],
)
def test_values_in_a_list_may_be_fractions(text: str, line: str) -> None:
    assert line in understood(parse_statement(text)).split("\n")
