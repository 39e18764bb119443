"""Names of auxiliary points."""

from __future__ import annotations

import pytest

from solver.language.read import parse_statement
from solver.search.extend import extended_problem
from solver.search.placement import LOCI, Locus, Placement

LINE, BISECTOR = (next(i for i, c in enumerate(LOCI) if c.name == name) for name in ("on_line", "on_bline"))


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("a b = segment a b ? cong a b b a", ["x", "y"]),
        ("x b = segment x b ? cong x b b x", ["y", "z"]),
        ("points A, X; what can be said?", ["Y", "Z"]),
    ],
)
def test_names_are_in_the_style_of_the_statement(statement: str, names: list[str]) -> None:
    middle = Placement(Locus(LINE, (0, 1)), Locus(BISECTOR, (0, 1)), (0.0, 0.0))
    quarter = Placement(Locus(LINE, (0, 2)), Locus(BISECTOR, (0, 2)), (0.0, 0.0))
    extended = extended_problem(parse_statement(statement), [middle, quarter])
    assert [clause.points[0] for clause in extended.auxiliary] == names


def test_after_the_alphabet_names_have_numbers() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    problem = parse_statement(f"points {', '.join(letters)}; what can be said?")
    extended = extended_problem(problem, [Placement(Locus(LINE, (0, 1)), Locus(BISECTOR, (0, 1)), (0.0, 0.0))])
    assert extended.auxiliary[0].points == ("X_1",)
