"""Libraries and figures for tests of the search for instances."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from solver._core import TheoremLibrary
from solver.diagram.diagram import Diagram
from solver.knowledge.compile import compile_library
from solver.knowledge.language import read_theorems
from solver.knowledge.sample import errors_of, proper_circles, satisfies
from solver.knowledge.theorem import Theorem


def library_of(text: str) -> tuple[tuple[Theorem, ...], TheoremLibrary]:
    theorems = tuple(read_theorems(text))
    return theorems, compile_library(theorems)


def coordinates(diagram: Diagram) -> NDArray[np.float64]:
    """(1, points, 2), as the core takes them."""
    return np.ascontiguousarray([diagram.xy])


def instances_by_brute_force(theorem: Theorem, diagram: Diagram, symmetries: list[list[int]]) -> set[tuple[int, ...]]:
    """Every placement of the theorem's points for which all that it says is true; of symmetric ones the first."""
    said = theorem.statement
    chosen = np.array(list(permutations(range(len(diagram.points)), len(said.points))))
    pictures = diagram.xy[chosen]
    true = np.ones(len(chosen), dtype=bool)
    for claim in (*said.premises, *said.conclusions):
        true &= errors_of(claim, said.points, pictures) < 1e-9
    conditions = [*said.conditions, *proper_circles(said.premises)]
    return {
        first_image([int(i) for i in chosen[k]], symmetries)
        for k in np.flatnonzero(true)
        if satisfies(pictures[k], conditions, said.points)
    }


def first_image(chosen: tuple[int, ...] | list[int], symmetries: list[list[int]]) -> tuple[int, ...]:
    return min(tuple(chosen[s] for s in symmetry) for symmetry in symmetries)
