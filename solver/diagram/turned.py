"""The last touch to a diagram: about 0, of size 1, and turned so that no direction is near 0."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.diagram.residuals import Array


def finished(points: Sequence[str], xy: Array, rng: Generator, seed: int) -> Diagram:
    """The diagram of these places, (n, 2)."""
    xy = xy - xy.sum(axis=0) / len(xy)
    xy = xy / (float(np.hypot(xy[:, 0], xy[:, 1]).max()) or 1.0)
    return Diagram(tuple(points), xy @ turning(xy, rng), seed)


def turning(xy: Array, rng: Generator) -> Array:
    """The rotation (2, 2), `xy @ rotation`, that keeps directions away from 0, where they would jump between 0 and 1."""
    i, j = _pairs(len(xy))
    v = xy[j] - xy[i]
    v = v[np.hypot(v[:, 0], v[:, 1]) > 1e-9]
    directions = np.arctan2(v[:, 1], v[:, 0]) / math.pi % 1.0
    directions.sort()
    if not len(directions):
        return np.eye(2)
    gaps = np.append(directions[1:], directions[0] + 1.0) - directions
    # The middle of one of the widest gaps between directions becomes direction 0.
    widest = np.argsort(gaps, kind="stable")[::-1][: max(1, len(gaps) // 8)]
    k = int(widest[int(rng.integers(len(widest)))])
    angle = -math.pi * (directions[k] + gaps[k] / 2)
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, s], [-s, c]])


@lru_cache(maxsize=64)
def _pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The numbers of all pairs of points."""
    i, j = np.triu_indices(count, 1)
    return i, j
