"""Strict inequalities in which both sides are equal in a figure that isn't a generic one."""

from __future__ import annotations

import pytest

from solver.proving import prove
from solver.result import Status


@pytest.mark.parametrize(
    "statement",
    [
        "points A, B, C; prove AB + BC > AC",
        "points A, B, C, D; prove AB + BC + CD > AD",
        "triangle ABC; D on segment BC; prove AB + BD >= AD; prove BD + DC > BC",
    ],
)
def test_a_strict_inequality_fails_where_points_are_in_line(statement: str) -> None:
    found = prove(statement, timeout=20)
    assert found.status is Status.FALSE


def test_of_a_triangle_it_is_true() -> None:
    assert prove("triangle ABC; prove AB + BC > AC", timeout=20).is_proved
