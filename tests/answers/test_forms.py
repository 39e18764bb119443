"""Answers that are asked for by the numbers in which a value is written."""

from __future__ import annotations

import pytest

from solver.answers.forms import in_form


@pytest.mark.parametrize(
    ("value", "form", "wanted", "found"),
    [
        ("242/59", "m/n", "m + n", "301"),
        ("6*sqrt(15)/5", "m*sqrt(n)/p", "m + n + p", "26"),
        ("2 + 3*sqrt(5)", "a + b*sqrt(c)", "a + b + c", "10"),
        ("sqrt(13)", "sqrt(n)", "n", "13"),
        ("2535/463", "p/q", "q", "463"),
        ("-1 + sqrt(5)", "a + sqrt(b)", "a + b", "4"),
        ("(3 - sqrt(3))/6", "(a - sqrt(b))/c", "a + b + c", "12"),
    ],
)
def test_the_numbers_are_those_of_lowest_terms(value: str, form: str, wanted: str, found: str) -> None:
    formed = in_form(value, form, wanted)
    assert formed is not None
    assert formed.text == found


def test_what_has_another_form_has_no_such_numbers() -> None:
    assert in_form("sqrt(2)", "m/n", "m + n") is None
