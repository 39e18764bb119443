"""What is wrong with a figure to the eye: a name that something crosses, a triangle that is a needle."""

from __future__ import annotations

import cmath
from itertools import permutations

from solver.diagram.diagram import Diagram
from solver.diagram.display import first_corners
from solver.diagram.labels import obstructed
from solver.diagram.scene import Scene
from solver.language.problem import Problem

#: The narrowest angle that the statement's first triangle may have, in degrees.
NARROW = 12.0


def faults_of(problem: Problem, diagram: Diagram, scene: Scene) -> list[str]:
    """Each fault in words. diagram: that of the scene, in its own coordinates."""
    found: list[str] = []
    if scene.labels:
        names, middles = zip(*scene.labels, strict=True)
        points = [z for _, z, _ in scene.points]
        crossed = obstructed(points, names, middles, [s for s, _ in scene.segments], [c for c, _ in scene.circles])
        found += [f"something crosses the name {name}" for name in crossed]
    corners = first_corners(problem)[:3]
    at = diagram.places()
    if len(corners) == 3:
        least = min(abs(cmath.phase((at[b] - at[v]) / (at[a] - at[v]))) for a, v, b in permutations(corners))
        if least * 180 / cmath.pi < NARROW:
            found.append(f"the triangle {' '.join(corners)} has an angle of {least * 180 / cmath.pi:.0f}°")
    return found
