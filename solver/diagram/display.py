"""The figure that is shown: the same configuration where it can be read best, standing upright.

The base of the first triangle, the side opposite to its first vertex, is level, the vertex is above it, and the base's
first end is on the left where the figure may be reflected: where no angle but a right one has a size, which is measured
counterclockwise. Where a statement gives coordinates the figure is drawn as it says.
"""

from __future__ import annotations

import numpy as np

from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.statements.conditions import CONVEX, NONCOLLINEAR
from solver.statements.equation import Theory

#: A triangle whose height is below this, over its base, has no upright position.
FLAT = 1e-6
#: The sine of an angle of 6°.
NEEDLE = 0.1


def displayed(problem: Problem, diagram: Diagram) -> Diagram:
    """The figure of a problem for readers; the one that a proof is about is any that the statement allows."""
    from solver.diagram.spread import well_spread

    return upright(problem, well_spread(problem, diagram))


def upright(problem: Problem, diagram: Diagram) -> Diagram:
    """The figure turned, and reflected where that changes nothing that is said."""
    if problem.coordinates or any(clause.coordinates for clause in problem.clauses):
        return diagram
    at = diagram.places()
    corners = next((t for t in _triangles(problem) if _height(*(at[p] for p in t)) > FLAT), None)
    if corners is None:
        return diagram
    a, b, c = (at[p] for p in corners)
    z = (diagram.xy[:, 0] + 1j * diagram.xy[:, 1] - b) * abs(c - b) / (c - b)  # b and c on the real axis, b on the left
    if ((a - b) / (c - b)).imag < 0:
        z = z.conjugate() if _may_be_reflected(problem) else -z
    z -= z.mean()
    return Diagram(diagram.points, np.stack([z.real, z.imag], axis=1), diagram.seed)


def is_needle(problem: Problem, diagram: Diagram) -> bool:
    """Whether the first triangle of a statement has so narrow an angle that a walk hardly makes a readable figure of it."""
    corners = first_corners(problem)[:3]
    if len(corners) < 3:
        return False
    a, b, c = (diagram.places()[p] for p in corners)
    return _narrowest_sine(a, b, c) < NEEDLE


def _triangles(problem: Problem) -> list[tuple[str, str, str]]:
    """The first three corners of each polygon that the statement speaks of; else the first three points."""
    return [(p[0], p[1], p[2]) for p in (*_polygons(problem), problem.points) if len(p) >= 3]


def first_corners(problem: Problem) -> tuple[str, ...]:
    """The corners of the first polygon that the statement speaks of, if it does."""
    return next(iter(_polygons(problem)), ())


def _polygons(problem: Problem) -> list[tuple[str, ...]]:
    clauses = [c.points for c in problem.clauses if len(c.points) >= 3 and not any(call.arguments for call in c.calls)]
    return [*clauses, *(c.points for c in problem.conditions if c.kind in (NONCOLLINEAR, CONVEX))]


def _narrowest_sine(a: complex, b: complex, c: complex) -> float:
    """The sine of a triangle's narrowest angle; 0 where two corners fall together."""
    sides = sorted((abs(b - c), abs(c - a), abs(a - b)))
    twice = abs(((b - a).conjugate() * (c - a)).imag)
    return twice / (sides[1] * sides[2]) if sides[0] > 0 else 0.0


def _height(a: complex, b: complex, c: complex) -> float:
    return abs(((a - b) / (c - b)).imag) if b != c else 0.0


def _may_be_reflected(problem: Problem) -> bool:
    equations = [e for s in (*problem.premises, problem.goal) for e in s.equations() if e.theory is Theory.DIRECTION]
    return (
        not problem.senses
        and not problem.goal_senses
        and all((2 * c).denominator == 1 for e in equations for _, c in e.constants)
    )
