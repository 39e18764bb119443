"""Figures in which the goal holds, where most others contradict it."""

from __future__ import annotations

from itertools import islice

import pytest

from solver.diagram.aim import aimed
from solver.diagram.truth import error_of
from solver.language.read import parse_statement


@pytest.mark.parametrize(
    "text",
    [
        "triangle ABC; prove AB = AC",
        "triangle ABC; D on circle (ABC); prove AD ∥ BC",
        "triangle ABC; M midpoint of BC; H orthocenter; prove A, M, H collinear",
    ],
)
def test_a_goal_that_holds_by_accident_isnt_taken(text: str) -> None:
    assert list(aimed(parse_statement(text), 0, None)) == []


@pytest.mark.parametrize(
    "text",
    [
        "triangle ABC; DB ⟂ BC; DB = BC; EC ⟂ BC; EC = BC; prove DE ∥ BC",
        "triangle ABC; O circumcenter; M, N, P on circle (ABC); MB = MC; NC = NA; PA = PB; AM meets BN at I; prove C, I, P collinear",
    ],
)
def test_a_goal_that_holds_for_some_choices_is_found(text: str) -> None:
    problem = parse_statement(text)
    found = list(islice(aimed(problem, 0, None), 2))
    assert found
    assert all(error_of(problem.goal, d) < 1e-7 for d in found)
