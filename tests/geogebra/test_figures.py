"""Figures as GeoGebra 6 saves them: read, and proved or answered."""

from __future__ import annotations

import pytest

from solver.geogebra.read import read_geogebra
from solver.proving import Status, prove
from tests.geogebra.files import saved

#: File, goal on the command line, and the goal that the problem has.
FIGURES = {
    "the one boolean": ("orthocenter-reflection", None, "cyclic A B C H'"),
    "what Prove is asked of": ("simson-line", None, "coll D E F"),
    "a boolean that is chosen": ("squares-on-two-sides", "q", "perp D C B G"),
    "another one": ("squares-on-two-sides", "r", "cong D C B G"),
    "a boolean named goal": ("tangents-from-a-point", None, "perp P O T_1 T_2"),
    "a sentence": ("tangents-from-a-point", "P T_1 = P T_2", "cong P T_1 P T_2"),
    "an angle named goal": ("rotated-triangles", None, "acompute C D B E"),
    "a tool of the user's": ("triangles-by-a-tool", None, "cong A D B E"),
    "a constructive goal": ("rotated-triangles", "cong B E C D", "cong B E C D"),
}


@pytest.mark.parametrize("kind", FIGURES)
def test_a_saved_figure_is_proved(kind: str) -> None:
    name, asked, goal = FIGURES[kind]
    problem = read_geogebra(saved(name), name, asked)
    assert str(problem.goal) == goal
    result = prove(problem, timeout=60)
    assert result.status is Status.PROVED
    assert result.proof is not None
    result.proof.check()


def test_the_asked_angle_is_found() -> None:
    result = prove(read_geogebra(saved("rotated-triangles")), timeout=60)
    assert "120" in result.reason


def test_a_false_goal_is_false() -> None:
    result = prove(read_geogebra(saved("simson-line"), goal="D E = E F"), timeout=60)
    assert result.status is Status.FALSE
