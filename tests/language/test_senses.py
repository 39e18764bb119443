"""Equations of angles: of sizes (∠ABC) and of lines (∠(AB, BC)) aren't taken for one another."""

from __future__ import annotations

import pytest

from solver.language.read import parse_statement
from solver.proving import Status, prove


@pytest.mark.parametrize("v", ["A B D E", "C A B D", "P Q R S"])
def test_an_equation_of_lines_doesnt_give_that_of_sizes(v: str) -> None:
    a, b, c, d = v.split()
    text = f"triangle {a} {b} {c}; ∠({b} {a}, {b} {c}) = ∠({b} {c}, {b} {d}); prove ∠ {a} {b} {c} = ∠ {c} {b} {d}"
    assert prove(text, search=None).status is Status.DEPENDS


@pytest.mark.parametrize(
    "text",
    [
        "Let ABC be a triangle with circumcenter O, and let T be a point on the tangent at A. Prove that ∠TAB = ∠ACB.",
        "The tangent at A to the circumcircle of ABC meets BC at T. Prove that ∠TAC = ∠ABC.",
        "Let T be a point of the tangent at C to the circumcircle of ABC. Prove that ∠TCA = ∠CBA.",
    ],
)
def test_a_tangents_angle_doesnt_give_that_of_its_ray(text: str) -> None:
    problem = parse_statement(text)
    assert problem.goal in problem.goal_senses and problem.goal not in problem.senses
    assert prove(problem, search=None).status is Status.DEPENDS


def test_an_equation_that_is_given_may_be_asked_for() -> None:
    for said in ("∠(B A, B D) = ∠(B D, B E)", "∠ A B D = ∠ D B E"):
        problem = parse_statement(f"{said}; prove {said}")
        assert problem.goal in problem.premises
