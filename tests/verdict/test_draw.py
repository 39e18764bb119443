"""The figures of a proof lie on a piece that is meant, at every seed."""

from __future__ import annotations

import time

import pytest

from solver.diagram.truth import holds
from solver.language.read import parse_statement
from solver.verdict.draw import draw_meant
from solver.verdict.survey import survey

STATEMENTS = (
    "a b c = triangle a b c; x = angle_bisector x b a c, on_bline x b c ? cyclic a b c x",
    "p q r = triangle p q r; s = angle_bisector s p q r, on_bline s p r ? cyclic p q r s",
    "triangle A B C; P on bisector of angle B A C; P on perpendicular bisector of B C; prove A, B, C, P concyclic",
    "a b c = triangle a b c; d = on_line d a b, on_circle d a c; e = on_line e a c, on_circle e a b ? para d c b e",
)


@pytest.mark.parametrize("text", STATEMENTS)
def test_the_goal_holds_in_both_figures(text: str) -> None:
    problem = parse_statement(text)
    seen = survey(problem)
    for seed in range(6):
        drawn = draw_meant(problem, seen, seed, time.monotonic() + 20)
        assert drawn.goal is not None
        for diagram in drawn.diagrams:
            assert holds(drawn.goal, diagram, 1e-5) and seen.is_meant(problem, diagram)
            assert all(c.holds(diagram.places()) for c in seen.cases[0].condition)
