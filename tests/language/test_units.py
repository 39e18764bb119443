"""Units after numbers say nothing of the figure, and nothing of them is read as something else."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.convert import understood
from solver.language.prose.units import without_units
from solver.language.read import parse_statement


@pytest.mark.parametrize(
    "area", ["24 cm^2", "24 cm²", r"$24\text{ cm}^2$", r"$24\,\mathrm{cm}^{2}$", "24 sq. cm", "$24$ cm$^2$", "24 square centimetres"]
)  # fmt: skip
def test_an_area_in_square_centimeters_is_that_number(area: str) -> None:
    text = f"In triangle ABC, the area of triangle ABC is {area} and BC = 6 cm. AD is an altitude. Find AD."
    assert "[ABC] = 24\n" in understood(parse_statement(text))


@pytest.mark.parametrize("length", ["6cm", "6 cm", "6厘米", "6米", "6m", r"$6\text{ cm}$", "6个单位长度"])
def test_a_length_in_a_chinese_statement_may_have_a_unit(length: str) -> None:
    text = f"在△ABC中，∠C=90°，AC=6，BC={length}，求AB的长。"
    assert "BC = 6\n" in understood(parse_statement(text))


@pytest.mark.parametrize(
    "text",
    ["In triangle ABC, AB = 6 cm and BC = 3 m. Find AC/AB.", "在△ABC中，AB=6厘米，BC=3米，求AC的长。",
     "In triangle ABC, AB = 3 km and AC = 2 cm, and BC = 4 cm. Find the angle A."],
)  # fmt: skip
def test_lengths_in_several_units_are_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse_statement(text)


@pytest.mark.parametrize(
    "text", ["AB = 2m, BC = m", "AB = 2 and the 2 feet of the altitudes", "m∠A = 60", "BC = 3 minutes", "MN = 2, m = 3"]
)
def test_what_is_no_unit_stays(text: str) -> None:
    assert without_units(text) == text
