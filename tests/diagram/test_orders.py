"""Orders of construction found from the front."""

from __future__ import annotations

import numpy as np
import pytest

from solver.diagram.implied import implied
from solver.diagram.orders import forward_order
from solver.language.read import parse_statement


def _free(text: str, seeds: int = 6) -> list[int]:
    problem = parse_statement(text + "; what can be said?")
    return [forward_order(problem, np.random.default_rng(seed))[1] for seed in range(seeds)]


@pytest.mark.parametrize(
    ("once", "again"),
    [
        ("triangle ABC; D on line AB; E on line AC; F on line BC; D on line EF", "coll D E F; A, B, D collinear"),
        ("triangle ABC; O circumcenter; N on circle with center O through A", "ON = OB; ON = OC"),
        ("triangle ABC; D on perpendicular bisector of BC; D on line AC", "DB = DC"),
        ("triangle ABC; DA ∥ BC; DB ∥ AC", "D A parallel to B C"),
    ],
)
def test_saying_it_twice_makes_no_difference(once: str, again: str) -> None:
    assert min(_free(f"{once}; {again.replace('coll D E F', 'D, E, F collinear')}")) == min(_free(once))


def test_all_points_have_a_step_and_all_premises_are_said() -> None:
    problem = parse_statement("A, B, C, D, E, F concyclic; AB meets DE at X; BC meets EF at Y; what can be said?")
    for seed in range(8):
        steps, _ = forward_order(problem, np.random.default_rng(seed))
        assert sorted(step.point for step in steps) == sorted(problem.points)
        said = {s for step in steps for s in step.premises}
        assert said.issuperset(problem.premises)


def test_a_chain_of_equal_lengths_is_a_circle_whose_points_need_no_order() -> None:
    problem = parse_statement("OA = OB; OB = OC; OC = OD; what can be said?")
    assert {frozenset(s.points) for s in implied(problem)} >= {frozenset("OAC"), frozenset("OAD"), frozenset("OBD")}


def test_lines_that_share_two_points_are_one() -> None:
    problem = parse_statement("A, B, C collinear; B, C, D collinear; EF ⟂ AB; what can be said?")
    found = {str(s) for s in implied(problem)}
    assert "coll A B C D" in found
    assert "perp E F C D" in found
