"""Figures to be looked at: the same configuration, without needles."""

from __future__ import annotations

import numpy as np
import pytest

from solver.diagram.build import build_diagram
from solver.diagram.residuals import compile_system
from solver.diagram.spread import well_spread
from solver.language.orientation import oriented
from solver.language.read import parse_statement


def _narrowest(places: list[complex]) -> float:
    """The least sine of the angles of a quadrilateral's four triangles."""
    sines = []
    for k in range(4):
        a, b, c = (places[(k + j) % 4] for j in range(3))
        longest = max(abs(a - b), abs(b - c), abs(c - a))
        sines.append(abs(((b - a).conjugate() * (c - a)).imag) / longest**2)
    return min(sines)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "text",
    [
        "parallelogram ABCD; E on line AC; what can be said?",
        "trapezoid ABCD with AB ∥ CD; AC meets BD at O; what can be said?",
        "convex quadrilateral ABCD; A, B, C, D concyclic; what can be said?",
    ],
)
def test_a_quadrilateral_is_no_needle(text: str, seed: int) -> None:
    problem = parse_statement(text)
    at = well_spread(problem, build_diagram(problem, seed)).places()
    assert _narrowest([at[p] for p in "ABCD"]) > 0.15


@pytest.mark.parametrize(
    "text",
    [
        "acute triangle ABC; H orthocenter; D foot of perpendicular from A to BC; what can be said?",
        "A, B, C, D, E concyclic; P on segment AB; AB > CD; what can be said?",
        "triangle ABC; D on ray BC; ∠ABC = 2 ∠ACB; AD = DC; what can be said?",
    ],
)
def test_premises_conditions_and_orientations_stay(text: str) -> None:
    problem = parse_statement(text)
    for seed in range(3):
        diagram = build_diagram(problem, seed)
        spread = well_spread(problem, diagram)
        read = oriented(problem, diagram.places())
        assert oriented(problem, spread.places()).premises == read.premises
        system = compile_system(read.premises, spread.points, spread.xy)
        assert np.max(np.abs(system.residuals(spread.xy)), initial=0.0) < 1e-9
        assert all(c.holds(spread.places()) for c in problem.conditions)


@pytest.mark.parametrize(
    "text", ["square ABCD; what can be said?", "A at (0, 0); B at (9, 0); C at (5, 0.1); prove AB = AC"]
)
def test_what_is_rigid_or_given_stays(text: str) -> None:
    problem = parse_statement(text.replace("prove AB = AC", "what can be said?"))
    diagram = build_diagram(problem)
    assert np.allclose(well_spread(problem, diagram).xy, diagram.xy)
