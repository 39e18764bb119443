"""What is kept of a theorem that needs auxiliary points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.search.placement import Placement


@dataclass(frozen=True)
class Record:
    """A theorem, found in a random figure or by the search, with the points that its proof needs.

    statement: in the constructive language, one line. xy (diagrams, n, 2): its points in two or more diagrams, in order
    of introduction. added: the auxiliary points in order; their parents are numbers of points, the statement's first;
    their places are in the core's frame of `xy`. alternatives: other points each of which does instead, where one does.
    proof_length: steps of its checked proof; 0 where none was made. difficulty: bits, log2 of how many one-point
    candidates there are for each that proves it (of its first point, where it needs several). seed: of the figure.
    origin: "generated", or the name of the problem that the search solved.
    """

    statement: str
    xy: NDArray[np.float64]
    added: tuple[Placement, ...]
    alternatives: tuple[Placement, ...]
    proof_length: int
    difficulty: float
    seed: int
    origin: str = "generated"

    def problem(self) -> Problem:
        """The statement, parsed."""
        return parse_statement(self.statement)

    def diagrams(self) -> tuple[Diagram, ...]:
        """Its diagrams, ready to be closed."""
        points = self.problem().points
        return tuple(Diagram(points, np.array(xy)) for xy in self.xy)
