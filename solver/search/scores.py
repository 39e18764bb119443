"""What makes a candidate promising once it has been tried: heuristics that rank the children of a node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from solver.search.node import Candidates, Node, Rows

Scores = NDArray[np.float64]


class Scorer(Protocol):
    """Scores the candidates of a node, higher is better; only their order counts."""

    def scores(self, node: Node, candidates: Candidates, trials: Rows) -> Scores:
        """candidates, trials: n of each, aligned, of types `_core.CANDIDATE` and `_core.TRIAL`. Returns (n,)."""
        ...


@dataclass(frozen=True)
class Heuristics:
    """A weighted sum of what a trial shows; docs/search.md says what each weight is worth.

    news: an independent new fact about old points (directions, logarithms, lengths, squares).
    relations: numeric coincidences at the new point: collinear triples, circles, right angles, similar triangles,
        equal angles. reached: constructions that lead to the place.
    """

    news: tuple[float, float, float, float] = (4.0, 4.0, 1.0, 2.0)
    relations: tuple[float, float, float, float, float] = (0.6, 1.5, 0.2, 0.5, 0.1)
    reached: float = 0.5

    def scores(self, node: Node, candidates: Candidates, trials: Rows) -> Scores:
        # For each point of a step: one with its images counts as several.
        points = candidates.sizes[:, None]
        news = np.log1p(trials["news"] / points) @ np.array(self.news)
        relations = np.log1p(trials["relations"] / points) @ np.array(self.relations)
        reached = np.log1p(candidates.reached)
        return np.asarray(news + relations + self.reached * reached)
