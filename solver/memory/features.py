"""A figure as a vector, so that like figures are near: hashed counts of Weisfeiler–Leman colours.

Each colour of the graph of what is known (`solver.memory.graph`) has a coordinate and a sign by its hash, as in feature
hashing (Weinberger et al., ICML 2009); how often it occurs counts by its square root, so that ten points on a circle
don't drown what is said of two. Colours of nodes that the goal names count more. The vector has length 1, distances are
between 0 and 2. docs/memory.md has the figures by which the constants were chosen.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from solver.memory.graph import Graph

#: Numbers of a vector. A store has vectors of one size and one version.
SIZE = 128
#: To be counted up whenever the same figure gets another vector or another form.
VERSION = 1
#: Weights of the colours of each round: those of the first say what there is, those of the last are nearly unique.
ROUNDS = (0.5, 1.0, 1.0, 0.7)
#: How much more a node counts that the goal names.
GOAL = 3.0
#: Rounds after which colours of olympiad figures tell apart what they ever will.
_FORM_ROUNDS = 8

Vector = NDArray[np.float32]


def vector_of(graph: Graph) -> Vector:
    """(SIZE,), of length 1. The same, to the last bit, however the points are called and in whatever order they come."""
    total = np.zeros(SIZE)
    weight = np.where(graph.is_near_goal, 1.0 + GOAL, 1.0)
    for share, colours in zip(ROUNDS, graph.colours(len(ROUNDS) - 1), strict=True):
        distinct, which = np.unique(colours, return_inverse=True)
        counts = np.bincount(which, weight)
        sign = np.where(distinct >> np.uint64(63), 1.0, -1.0)
        np.add.at(total, (distinct % np.uint64(SIZE)).astype(np.int64), share * sign * np.sqrt(counts))
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)


def form_of(graph: Graph) -> str:
    """Equal for figures that are the same under other names: "the same problem". 32 hexadecimal digits.

    Figures of equal colours count as the same, which they are but for rare regular ones.
    """
    last = np.sort(graph.colours(_FORM_ROUNDS)[-1])
    return hashlib.blake2b(last.astype("<u8").tobytes(), digest_size=16).hexdigest()
