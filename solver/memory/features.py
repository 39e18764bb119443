"""A figure as a vector, so that like figures are near: hashed counts of local patterns and of Weisfeiler–Leman colors.

Patterns are parts of the graph of what is known (`solver.memory.graph`): a node, an edge with its ends, two edges at a
node, and the colors of the first two rounds. Whole neighborhoods alone, the usual colors, tell too much apart: the
nearest of a thousand figures was as far away as any. Each pattern has a coordinate and a sign by its hash, as in feature
hashing (Weinberger et al., ICML 2009); how often it occurs counts by its square root, so that ten points on a circle
don't drown what is said of two. Patterns about what the goal names count more. The vector has length 1, distances are
between 0 and 2. docs/memory.md has the figures by which this was chosen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from solver.memory.graph import Colors, Graph, mixed

#: Numbers of a vector. A store has vectors of one size and one version.
SIZE = 128
#: To be counted up whenever the same figure gets another vector or another form.
VERSION = 1
#: Weights of the colors of each round, of edges and of corners (two edges at a node).
ROUNDS, EDGES, CORNERS = (0.5, 0.5, 0.3), 1.0, 1.0
#: How much more a node counts that the goal names.
GOAL = 6.0
#: Rounds after which colors of olympiad figures tell apart what they ever will.
_FORM_ROUNDS = 8

Vector = NDArray[np.float32]
Floats = NDArray[np.float64]


def vector_of(graph: Graph) -> Vector:
    """(SIZE,), of length 1. The same, to the last bit, however the points are called and in whatever order they come."""
    total = np.zeros(SIZE)
    for share, patterns, weights in _patterns(graph):
        distinct, which = np.unique(patterns, return_inverse=True)
        counts = np.bincount(which, weights, minlength=len(distinct))
        hashes = mixed(distinct)
        sign = np.where(hashes >> np.uint64(63), 1.0, -1.0)
        np.add.at(total, (hashes % np.uint64(SIZE)).astype(np.int64), share * sign * np.sqrt(counts))
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)


def form_of(graph: Graph) -> str:
    """Equal for figures that are the same under other names: "the same problem". 32 hexadecimal digits.

    Figures of equal colors count as the same, which they are but for rare regular ones.
    """
    last = np.sort(graph.colors(_FORM_ROUNDS)[-1])
    return hashlib.blake2b(last.astype("<u8").tobytes(), digest_size=16).hexdigest()


def _patterns(graph: Graph) -> Iterator[tuple[float, Colors, Floats]]:
    """(share, patterns, weights): a pattern and how much it counts for each node, edge, …"""
    weight = np.where(graph.is_near_goal, 1.0 + GOAL, 1.0)
    for share, colors in zip(ROUNDS, graph.colors(len(ROUNDS) - 1), strict=True):
        yield share, colors, weight
    at, neighbor = graph.edges[:, 0].astype(np.int64), graph.edges[:, 1].astype(np.int64)
    ends = mixed(graph.initial[neighbor] ^ mixed(graph.edges[:, 2]))
    middle = mixed(graph.initial)
    yield EDGES, mixed(ends + middle[at]), weight[at]
    # Different edges at a node, each kind once: a circle of ten points has the corners of one of four.
    order = np.lexsort((ends, at))
    at, ends = at[order], ends[order]
    is_first = np.ones(len(at), dtype=bool)
    is_first[1:] = (at[1:] != at[:-1]) | (ends[1:] != ends[:-1])
    at, ends = at[is_first], ends[is_first]
    steps = range(1, int(np.bincount(at, minlength=1).max()))
    pairs = [(i, i + step) for step in steps for i in np.nonzero(at[step:] == at[:-step])[0].tolist()]
    if pairs:
        one, other = np.array(pairs).T
        yield CORNERS, mixed(ends[one] + ends[other] + middle[at[one]]), weight[at[one]]
