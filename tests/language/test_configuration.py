"""Which figures a statement means, beyond what its premises assert."""

from __future__ import annotations

import cmath

import pytest

from solver.diagram.build import build_diagram
from solver.language.configuration import disagreement
from solver.language.constructions import CONSTRUCTIONS
from solver.language.read import parse_statement

A, B, C = 0.13 + 1.41j, -1 - 0.2j, 1.3 - 0.35j


def says(statement: str, **points: complex) -> str:
    return disagreement(parse_statement(statement), points)


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_what_a_construction_builds_is_what_it_means(name: str) -> None:
    problem = parse_statement(CONSTRUCTIONS[name].example)
    for seed in range(2):
        at = build_diagram(problem, seed).as_dict()
        assert disagreement(problem, {p: complex(*xy) for p, xy in at.items()}) == ""


def test_a_place_that_a_construction_decides() -> None:
    text = "a b c = triangle a b c; m = midpoint m a b; s = nsquare s a c ? cong m a m b"
    right = {"a": A, "b": B, "c": C, "m": (A + B) / 2, "s": A - 1j * (C - A)}
    assert says(text, **right) == ""
    turned = {p: 3 * cmath.rect(1, 2) * z - 1 for p, z in right.items()}
    assert says(text, **turned) == ""
    assert "s = nsquare" in says(text, **{**right, "s": A + 1j * (C - A)})
    assert "s = nsquare" in says(text, **{p: z.conjugate() for p, z in right.items()})
    assert "m = midpoint" in says(text, **{**right, "m": (A + C) / 2})


def test_a_convex_quadrangle_is_convex_in_either_orientation() -> None:
    text = "a b c d = quadrangle a b c d ? cong a b b a"
    corners = {"a": 1 + 0j, "b": 1.1j, "c": -0.9 + 0.1j, "d": -1j}
    assert says(text, **corners) == ""
    assert says(text, **{p: z.conjugate() for p, z in corners.items()}) == ""
    assert "quadrangle" in says(text, **{**corners, "c": 0.2 + 0.1j})
    assert "quadrangle" in says(text, **{**corners, "b": -1j, "d": 1.1j, "c": 0.2 + 0j})


def test_coordinates_are_meant_up_to_turning_scaling_and_shifting() -> None:
    text = "a@0_0 = ; b@2_0 = ; c@0.7_1.1 = cong a b b a ? cong a b b a"
    points = {"a": 0j, "b": 2 + 0j, "c": 0.7 + 1.1j}
    assert says(text, **points) == ""
    assert says(text, **{p: z * (0.3 - 2j) + 7 for p, z in points.items()}) == ""
    assert says(text, **{p: z.conjugate() for p, z in points.items()}) == "the coordinates in the statement"
    assert says(text, **{**points, "c": 0.8 + 1.1j}) == "the coordinates in the statement"
    assert says(text, **dict.fromkeys(points, 0j)) == "the coordinates in the statement"


def test_a_construction_without_a_place_for_its_points_is_disagreed_with() -> None:
    text = "a = free a; b = free b; c = free c; o = circle o a b c ? cong o a o b"
    assert "o = circle" in says(text, a=0j, b=1 + 0j, c=2 + 0j, o=1j)


def test_one_placed_point_places_no_others() -> None:
    # Coordinates of i alone say nothing: it is the incenter all the same.
    text = "a b c = triangle a b c; i@0.1_0.2 = incenter i a b c ? cong a b b a"
    p, q, r = abs(B - C), abs(C - A), abs(A - B)
    incenter = (p * A + q * B + r * C) / (p + q + r)
    excenter = (-p * A + q * B + r * C) / (-p + q + r)
    assert says(text, a=A, b=B, c=C, i=incenter) == ""
    assert "i = incenter" in says(text, a=A, b=B, c=C, i=excenter)


def test_coordinates_of_all_that_a_clause_names_come_before_its_construction() -> None:
    text = "a@1_0 b@0_1 c@0.2_0.1 d@0_-1 = quadrangle a b c d; m = midpoint m a b ? cong a b b a"
    assert says(text, a=1 + 0j, b=1j, c=0.2 + 0.1j, d=-1j, m=0.5 + 0.5j) == ""
