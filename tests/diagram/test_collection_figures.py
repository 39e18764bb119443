"""Figures of the collection: no name on a line, no needle."""

from __future__ import annotations

import cmath
import itertools

import pytest

from solver.collection import entries
from solver.diagram.build import build_diagram
from solver.diagram.display import displayed, first_corners
from solver.diagram.labels import obstructed
from solver.diagram.scene import scene_of

SAMPLE = [
    entry
    for entry in entries()
    if entry.name in ("butterfly", "euler-line", "imo-2012-p1", "ceva-medians", "imo-2010-p4")
]
#: In radians: 15°.
NARROW = 0.26


@pytest.mark.parametrize("entry", SAMPLE, ids=lambda entry: str(entry.name))
def test_names_are_free_and_triangles_no_needles(entry) -> None:  # type: ignore[no-untyped-def]
    problem = entry.statement.parse()
    diagram = displayed(problem, build_diagram(problem))
    drawn = scene_of(problem, diagram, problem.goal)
    names, middles = zip(*drawn.labels, strict=True)
    points = [z for _, z, _ in drawn.points]
    assert obstructed(points, names, middles, [s for s, _ in drawn.segments], [c for c, _ in drawn.circles]) == []
    corners = [diagram.places()[p] for p in first_corners(problem)]
    for a, v, b in itertools.permutations(corners, 3):
        assert abs(cmath.phase((b - v) / (a - v))) > NARROW
