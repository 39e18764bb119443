"""Fresh diagrams: other coordinates, the same statement in the same configuration."""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
import pytest

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.truth import error_of
from solver.errors import DeadlineExceeded
from solver.language.problem import Problem
from solver.language.read import parse_statement

EULER = (
    "a b c = triangle a b c; o = circumcenter o a b c; h = orthocenter h a b c; "
    "x y z g = centroid x y z g a b c; d = on_circum d a b c; e = foot e d a b ? coll o g h"
)
WITH_COORDINATES = (
    "a@0_0 = ; b@4_0 = ; c@1_3 = ; d@1_0 = ; m@2.5_1.5 = perp c d a b, coll d a b, coll m b c, cong m b m c "
    "? cong m d m c"
)


def fresh(text: str, seed: int = 0) -> tuple[Problem, Diagram, Diagram]:
    problem = parse_statement(text)
    diagram = build_diagram(problem, seed)
    return problem, diagram, fresh_diagram(problem, diagram, np.random.default_rng([seed, 1]))


def orientations(diagram: Diagram) -> list[int]:
    """The orientations of all triples that aren't nearly flat: counterclockwise 1, clockwise -1."""
    z = [complex(*diagram[p]) for p in diagram.points]
    areas = [((b - a).conjugate() * (c - a)).imag for a, b, c in combinations(z, 3)]
    return [0 if abs(s) < 1e-4 else int(np.sign(s)) for s in areas]


def distance(first: Diagram, second: Diagram) -> float:
    """How different two shapes are: 0 for similar ones, 1 for as large as the figure."""
    z, w = (d.xy[:, 0] + 1j * d.xy[:, 1] for d in (first, second))
    z, w = z - z.mean(), w - w.mean()
    return float(np.linalg.norm(z - w * np.vdot(w, z) / np.vdot(w, w)) / np.linalg.norm(z))


@pytest.mark.parametrize("text", [EULER, WITH_COORDINATES])
@pytest.mark.parametrize("seed", range(5))
def test_premises_and_orientations_stay_and_the_shape_changes(text: str, seed: int) -> None:
    problem, first, second = fresh(text, seed)
    assert second.points == first.points
    assert max(error_of(p, second) for p in problem.premises) < 1e-10
    assert all(s * t >= 0 for s, t in zip(orientations(first), orientations(second), strict=True))
    assert distance(first, second) > 0.02


@pytest.mark.parametrize("seed", range(5))
def test_a_theorem_stays_true(seed: int) -> None:
    problem, _, second = fresh(EULER, seed)
    assert error_of(problem.goal, second) < 1e-9


@pytest.mark.parametrize("seed", range(10))
def test_a_figure_does_not_jump_to_another_kind(seed: int) -> None:
    # Where ab and cd are parallel the two bisectors are one line, p is free on it and the goal false.
    text = (
        "a b c = triangle a b c; d = on_circum d a b c, on_tline d b a c; "
        "p = on_bline p a b, on_bline p c d ? cong p a p c"
    )
    problem, _, second = fresh(text, seed)
    assert error_of(problem.goal, second) < 1e-9


def test_an_accident_of_one_diagram_is_seen_in_another() -> None:
    text = "a@0_0 = ; b@4_0 = ; c@2_2 = ; d@2_0 = coll d a b ? cong d a d b"
    problem, _, second = fresh(text)
    assert error_of(problem.goal, second) > 1e-3


def test_a_rigid_figure_stays_as_it_is() -> None:
    _, first, second = fresh("a b c d = isquare a b c d; o = on_line o a c, on_line o b d ? cong o a o b")
    assert np.array_equal(first.xy, second.xy)


def test_points_that_coincide_go_on_coinciding() -> None:
    text = (
        "a b c = triangle a b c; x = midpoint x b c; y = midpoint y c a; z = midpoint z a b; "
        "g = on_line g a x, on_line g b y; k = on_line k a x, on_line k c z ? overlap g k"
    )
    _, first, second = fresh(text)
    assert second["g"] == pytest.approx(second["k"], abs=1e-9)
    assert distance(first, second) > 0.02


def test_it_keeps_its_time_limit() -> None:
    problem = parse_statement(EULER)
    diagram = build_diagram(problem)
    with pytest.raises(DeadlineExceeded):
        fresh_diagram(problem, diagram, np.random.default_rng(0), time.monotonic() - 1)
