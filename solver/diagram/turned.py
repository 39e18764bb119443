"""The last touch to a diagram: about 0, of size 1, and turned so that no direction is near 0."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from solver.diagram.diagram import Diagram
from solver.diagram.residuals import Array


def finished(points: Sequence[str], xy: Array, rng: Generator, seed: int) -> Diagram:
    """The diagram of these places, (n, 2)."""
    xy = xy - xy.mean(axis=0)
    xy = xy / (float(np.max(np.hypot(xy[:, 0], xy[:, 1]))) or 1.0)
    return Diagram(tuple(points), xy @ turning(xy, rng), seed)


def turning(xy: Array, rng: Generator) -> Array:
    """The rotation (2, 2), `xy @ rotation`, that keeps directions away from 0, where they would jump between 0 and 1."""
    i, j = np.triu_indices(len(xy), 1)
    v = xy[j] - xy[i]
    v = v[np.hypot(v[:, 0], v[:, 1]) > 1e-9]
    directions = np.sort(np.arctan2(v[:, 1], v[:, 0]) / math.pi % 1.0)
    if not len(directions):
        return np.eye(2)
    gaps = np.diff(np.concatenate([directions, [directions[0] + 1.0]]))
    # The middle of one of the widest gaps between directions becomes direction 0.
    widest = np.argsort(gaps, kind="stable")[::-1][: max(1, len(gaps) // 8)]
    k = int(widest[int(rng.integers(len(widest)))])
    angle = -math.pi * (directions[k] + gaps[k] / 2)
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, s], [-s, c]])
