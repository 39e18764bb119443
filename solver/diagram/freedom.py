"""How freely the points of a figure move: in the plane, on a curve, or not at all once the others are where they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from solver.diagram.diagram import Diagram
from solver.diagram.display import first_corners
from solver.diagram.residuals import Array, compile_system
from solver.language.orientation import oriented
from solver.language.problem import Problem

#: What is left of a column of the Jacobian, over its length, where it depends on the others.
DEPENDENT = 1e-7


def freedom(problem: Problem, diagram: Diagram) -> dict[str, int]:
    """2, 1 or 0 for each point: as many coordinates as can be chosen once those of the points before it are.

    The corners of the first polygon come first, then the others in the statement's order. (The coordinates that the
    premises determine are a basis of the Jacobian's columns; a greedy one from the last point to the first has as many of
    the late points as there can be.)
    """
    system = compile_system(oriented(problem, diagram.places()).premises, diagram.points, diagram.xy)
    matrix = system.jacobian(diagram.xy)[1]
    order = list(dict.fromkeys((*first_corners(problem), *problem.points)))
    index = {p: i for i, p in enumerate(diagram.points)}
    columns = [2 * index[p] + axis for p in reversed(order) for axis in (0, 1)]
    determined = _basis(matrix, columns)
    return {p: sum(2 * index[p] + axis not in determined for axis in (0, 1)) for p in problem.points}


def _basis(matrix: Array, columns: Sequence[int]) -> set[int]:
    """The columns that don't depend on those before them."""
    chosen: set[int] = set()
    basis = np.zeros((0, len(matrix)))
    for k in columns:
        column = matrix[:, k]
        rest = column - basis.T @ (basis @ column)
        rest -= basis.T @ (basis @ rest)  # once more, against rounding
        size = float(np.linalg.norm(rest))
        if size > DEPENDENT * max(1.0, float(np.linalg.norm(column))):
            basis = np.vstack([basis, rest / size])
            chosen.add(k)
    return chosen
