"""How early an order of candidates comes to one that is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: The accuracies that are reported: whether a needed place is among the first 1, 10 or 100.
TOP = (1, 10, 100)
#: More than any two candidates of a stage differ by: the search finds one stage after the other.
OF_STAGES = 1e3


def rank(scores: NDArray[np.floating], positive: NDArray[np.bool_], places: NDArray[np.integer]) -> float:
    """Which place, from 1 on, is the first needed one when those of higher scores come first.

    scores, positive, places (c,), aligned; a place counts once, by its best candidate. Among equal scores the order is
    taken as random: half of them come before.
    """
    numbers, index = np.unique(places, return_inverse=True)
    best = np.full(len(numbers), -np.inf)
    np.maximum.at(best, index, scores)
    is_needed = np.zeros(len(numbers), dtype=bool)
    np.logical_or.at(is_needed, index, positive)
    top = best[is_needed].max()
    return float(1 + (best > top).sum() + (best[~is_needed] == top).sum() / (1 + (best[is_needed] == top).sum()))


def before_trials(
    reached: NDArray[np.floating | np.integer], stage: NDArray[np.floating | np.integer]
) -> NDArray[np.float64]:
    """Scores of the order that the search had before there was a policy: by stage, then by how often a place is reached."""
    return np.asarray(np.log1p(reached) - OF_STAGES * stage, dtype=np.float64)


@dataclass(frozen=True)
class Accuracy:
    """top[i]: share of nodes with a needed place among the first TOP[i]. median: of the ranks."""

    top: tuple[float, ...]
    median: float
    nodes: int

    @staticmethod
    def of(ranks: Sequence[float]) -> Accuracy:
        found = np.array(ranks if len(ranks) else [np.inf])
        return Accuracy(tuple(float((found <= k).mean()) for k in TOP), float(np.median(found)), len(ranks))
