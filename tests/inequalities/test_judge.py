"""Strict inequalities in which both sides are equal in a figure that isn't a generic one."""

from __future__ import annotations

import pytest

from solver.language.read import parse_statement
from solver.proving import prove, verdict
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


@pytest.mark.parametrize(
    "statement",
    [
        "triangle ABC; AB >= AC; prove AB > AC",
        "triangle ABC; AB >= AC; prove ∠C > ∠B",
        "triangle ABC; ∠A >= 90; prove BC^2 > AB^2 + AC^2",
        "triangle PQR; QR <= 2 PQ; prove 2 PQ > QR",
        "triangle ABC; AB >= AC; M midpoint of BC; prove ∠AMB > 90",
    ],
)
def test_a_strict_inequality_fails_at_the_edge_of_what_is_given(statement: str) -> None:
    assert verdict(parse_statement(statement)).status is Status.FALSE


@pytest.mark.parametrize(
    "statement",
    [
        "convex quadrilateral ABCD; prove AC*BD < AB*CD + BC*DA",
        "quadrilateral ABCD; prove AB^2 + BC^2 + CD^2 + DA^2 > AC^2 + BD^2",
        "triangle ABC; M midpoint of BC; prove 4*AM^2 > 2*AB^2 + 2*AC^2 - BC^2",
    ],
)
def test_a_strict_inequality_fails_where_a_relation_more_makes_the_sides_equal(statement: str) -> None:
    found = verdict(parse_statement(statement))
    assert found.status is Status.FALSE and found.counterexample


@pytest.mark.parametrize(
    "statement",
    [
        "triangle ABC; D foot from A to BC; prove AB > AD",
        "triangle ABC; D on segment BC; prove AB + BD > AD",
        "triangle ABC; AB > AC; prove ∠C > ∠B",
        "triangle ABC; I incenter of ABC; prove AB > BI",
        "triangle ABC; H foot from A to BC; M midpoint of BC; prove AM > AH",
    ],
)
def test_sides_that_are_equal_in_degenerate_figures_only_refute_nothing(statement: str) -> None:
    assert verdict(parse_statement(statement)).status is Status.UNPROVED


def test_of_a_triangle_it_is_true() -> None:
    assert prove("triangle ABC; prove AB + BC > AC", timeout=20).is_proved


@pytest.mark.parametrize(
    "statement",
    [
        "Let ABCD be a convex quadrilateral that is not cyclic. Prove that AB * CD + BC * DA > AC * BD.",
        "Let ABC be a nonequilateral triangle. Prove that R > 2r.",
        "四边形ABCD不是圆内接四边形。求证：AB·CD+BC·DA>AC·BD。",
    ],
)
def test_figures_that_are_said_not_to_be_meant_refute_nothing(statement: str) -> None:
    assert verdict(parse_statement(statement)).status is not Status.FALSE
    assert verdict(parse_statement("triangle ABC; prove R > 2r")).status is Status.FALSE
