"""The figure that is shown stands upright."""

from __future__ import annotations

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.display import displayed, upright
from solver.language.read import parse_statement


@pytest.mark.parametrize("seed", range(4))
def test_the_base_is_level_and_the_first_vertex_above_it(seed: int) -> None:
    problem = parse_statement("acute triangle ABC; H orthocenter; D foot of perpendicular from A to BC; prove BH ⟂ AC")
    at = displayed(problem, build_diagram(problem, seed)).places()
    assert abs(at["B"].imag - at["C"].imag) < 1e-9
    assert at["A"].imag > at["B"].imag
    assert at["B"].real < at["C"].real


def test_a_figure_with_an_angle_of_a_size_is_not_reflected() -> None:
    problem = parse_statement("a b = segment a b; c = s_angle b a c 40 ? cong a b b a")
    for seed in range(3):
        diagram = build_diagram(problem, seed)
        turned = [
            ((at["b"] - at["a"]) / (at["c"] - at["a"])).imag > 0
            for at in (diagram.places(), upright(problem, diagram).places())
        ]
        assert turned[0] == turned[1]


def test_places_that_the_statement_gives_stay() -> None:
    problem = parse_statement("A at (0, 0); B at (3, 1); C at (1, 4); what can be said?")
    diagram = build_diagram(problem)
    assert upright(problem, diagram) is diagram
