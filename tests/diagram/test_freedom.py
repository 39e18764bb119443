"""How freely points move."""

from __future__ import annotations

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.freedom import freedom
from solver.language.read import parse_statement


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("H orthocenter of A B C; triangle A B C; what can be said?", {"A": 2, "B": 2, "C": 2, "H": 0}),
        ("triangle A B C; D on B C; E on circle (A B C); what can be said?", {"A": 2, "B": 2, "C": 2, "D": 1, "E": 1}),
        ("square A B C D; what can be said?", {"A": 2, "B": 2, "C": 0, "D": 0}),
        ("triangle A B C; |A B| = |A C|; what can be said?", {"A": 2, "B": 2, "C": 1}),
    ],
)
def test_points_are_free_on_a_curve_or_determined(text: str, free: dict[str, int]) -> None:
    problem = parse_statement(text)
    for seed in range(2):
        assert freedom(problem, build_diagram(problem, seed)) == free
