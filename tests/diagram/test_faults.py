"""A bad figure is noticed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from solver.diagram.diagram import Diagram
from solver.diagram.faults import faults_of
from solver.diagram.labels import obstructed, placed_names
from solver.diagram.scene import scene_of
from solver.language.read import parse_statement

PROBLEM = parse_statement("a b c = triangle a b c; m = midpoint m b c ? perp a m b c")
POINTS = ("a", "b", "c", "m")


def drawn(*places: tuple[float, float]) -> Diagram:
    return Diagram(POINTS, np.array(places))


GOOD = drawn((0.0, 2.0), (-1.0, 0.0), (1.5, 0.0), (0.25, 0.0))
NEEDLE = drawn((0.0, 0.1), (-1.0, 0.0), (1.5, 0.0), (0.25, 0.0))


def test_a_good_figure_has_no_fault() -> None:
    assert faults_of(PROBLEM, GOOD, scene_of(PROBLEM, GOOD, PROBLEM.goal)) == []


def test_a_needle_is_noticed() -> None:
    (fault,) = faults_of(PROBLEM, NEEDLE, scene_of(PROBLEM, NEEDLE, PROBLEM.goal))
    assert fault == "the triangle a b c has an angle of 4°"


def test_a_name_on_a_line_is_noticed() -> None:
    scene = scene_of(PROBLEM, GOOD, PROBLEM.goal)
    (start, end), _ = scene.segments[0]
    labels = (("A", (start + end) / 2), *scene.labels[1:])
    assert "something crosses the name A" in faults_of(PROBLEM, GOOD, replace(scene, labels=labels))


def test_names_among_many_lines_are_placed_again_until_nothing_crosses_them() -> None:
    points = [200 + 200j, 222 + 205j, 210 + 178j]
    ends = [(points[i], points[i] + 150 * np.exp(0.7j * k)) for i in range(3) for k in range(i, 9 - i)]
    names = ["A₁₂", "B₁₂", "C₁₂"]
    middles = placed_names(points, names, ends, [(200 + 200j, 30.0)])
    assert obstructed(points, names, middles, ends, [(200 + 200j, 30.0)]) == []
