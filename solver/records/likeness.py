"""Figures as vectors, so that like figures are near; and which figures are the same.

Both are read from one graph: what the closure knows of a figure (`solver.records.known`), with the goal as it is said. The
vector counts local patterns of it: a vertex, an edge with its ends, two edges at a vertex, and the colors of the first two
rounds of Weisfeiler and Leman ("Weisfeiler–Lehman graph kernels", Shervashidze et al., JMLR 2011). Whole neighborhoods alone
tell too much apart: the nearest of a thousand figures was as far away as any. Each pattern has a coordinate and a sign by its
hash, as in feature hashing (Weinberger et al., ICML 2009); how often it occurs counts by its square root, so that ten points
on a circle don't drown what is said of two. Patterns about what the goal names count more. The vector has length 1, so that
distances are between 0 and 2. docs/known.md has the figures by which this was chosen.

Names, the order of points and premises, and mirror images make no difference, to the last bit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from solver.deduction.closure import Closure
from solver.records.colored import ColoredGraph
from solver.records.known import GOAL_VERTEX, figure_graph
from solver.statements.predicates import Statement

#: The number of coordinates of a vector.
SIZE = 128
#: To be counted up whenever the same figure gets another vector or another form.
VERSION = 2
#: Weights of the colors of each round, of edges and of corners (two edges at a vertex).
ROUNDS, EDGES, CORNERS = (0.5, 0.5, 0.3), 1.0, 1.0
#: How much more a vertex counts that the goal names.
GOAL = 6.0
#: Rounds after which the colors of olympiad figures tell apart what they ever will.
_FORM_ROUNDS = 8

Vector = NDArray[np.float32]
Colors = NDArray[np.uint64]
Floats = NDArray[np.float64]
_MIX, _FIRST, _SECOND = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


class Likeness:
    """What a figure is compared by: its vector and its form, and the colors of its points."""

    def __init__(self, graph: ColoredGraph, points: int) -> None:
        """The first vertices of the graph are the points."""
        self._points = points
        self._initial = mixed(np.array([color_of(color) for color in graph.colors], dtype=np.uint64))
        ends = np.array(sorted(graph.edges), dtype=np.int64).reshape(-1, 2)
        self._at = np.concatenate([ends[:, 0], ends[:, 1]])
        self._neighbor = np.concatenate([ends[:, 1], ends[:, 0]])
        near = np.array([color.startswith(GOAL_VERTEX) for color in graph.colors], dtype=bool)
        near[self._at[near[self._neighbor]]] = True
        is_point = np.arange(len(near)) < points
        ends_of_pairs = self._at[near[self._neighbor] & is_point[self._at]]
        near[ends_of_pairs] = True
        self._weights = np.where(near, 1.0 + GOAL, 1.0)

    @staticmethod
    def of(closure: Closure, goal: Statement) -> Likeness:
        """The likeness of a saturated closure, without auxiliary points, and a goal that may be among what it knows."""
        return Likeness(figure_graph(closure, goal), len(closure.diagram.points))

    def colors(self, rounds: int) -> Colors:
        """(rounds + 1, vertices): those of each round, the initial ones first."""
        found = [self._initial]
        for _ in range(rounds):
            last = found[-1]
            seen = np.zeros(len(last), dtype=np.uint64)
            np.add.at(seen, self._at, mixed(last[self._neighbor]))  # a sum modulo 2⁶⁴, in no order
            found.append(mixed(mixed(last) + seen))
        return np.stack(found)

    def point_colors(self, rounds: int) -> Colors:
        """(rounds + 1, points): those of the points, in the problem's order."""
        return self.colors(rounds)[:, : self._points]

    def vector(self) -> Vector:
        """(SIZE,), of length 1, as exact as it is stored."""
        total = np.zeros(SIZE)
        for share, patterns, weights in self._patterns():
            distinct, which = np.unique(patterns, return_inverse=True)
            counts = np.bincount(which, weights, minlength=len(distinct))
            hashes = mixed(distinct)
            sign = np.where(hashes >> np.uint64(63), 1.0, -1.0)
            np.add.at(total, (hashes % np.uint64(SIZE)).astype(np.int64), share * sign * np.sqrt(counts))
        return vector_of_bytes(bytes_of(total / max(float(np.linalg.norm(total)), 1e-9)))

    def form(self) -> str:
        """Equal for figures with one goal that are the same under other names. 32 hexadecimal digits.

        Figures of equal colors count as the same, which they are but for rare regular ones: `known_form` is exact, and
        needs igraph.
        """
        last = np.sort(self.colors(_FORM_ROUNDS)[-1])
        return hashlib.blake2b(last.astype("<u8").tobytes(), digest_size=16).hexdigest()

    def _patterns(self) -> Iterator[tuple[float, Colors, Floats]]:
        """(share, patterns, weights): a pattern and how much it counts for each vertex, edge, …"""
        for share, colors in zip(ROUNDS, self.colors(len(ROUNDS) - 1), strict=True):
            yield share, colors, self._weights
        ends, middle = mixed(self._initial[self._neighbor]), mixed(self._initial)
        yield EDGES, mixed(ends + middle[self._at]), self._weights[self._at]
        # Different edges at a vertex, each kind once: a circle of ten points has the corners of one of four.
        order = np.lexsort((ends, self._at))
        at, ends = self._at[order], ends[order]
        is_first = np.ones(len(at), dtype=bool)
        is_first[1:] = (at[1:] != at[:-1]) | (ends[1:] != ends[:-1])
        at, ends = at[is_first], ends[is_first]
        steps = range(1, int(np.bincount(at, minlength=1).max()))
        pairs = [np.stack([i, i + step]) for step in steps if len(i := np.nonzero(at[step:] == at[:-step])[0])]
        if pairs:
            one, other = np.concatenate(pairs, axis=1)
            yield CORNERS, mixed(ends[one] + ends[other] + middle[at[one]]), self._weights[at[one]]


def bytes_of(vector: Vector | Floats) -> bytes:
    """Two bytes a coordinate: distances are right to a thousandth, and equal vectors stay equal."""
    return vector.astype("<f2").tobytes()


def vector_of_bytes(data: bytes) -> Vector:
    """(SIZE,). Raises ValueError where these aren't the bytes of a vector."""
    found = np.frombuffer(data, dtype="<f2").astype(np.float32)
    if len(found) != SIZE:
        raise ValueError(f"a vector has {SIZE} numbers, not {len(found)}")
    return found


def mixed(numbers: Colors) -> Colors:
    """A good hash of each (the finalizer of splitmix64)."""
    x = numbers + _MIX
    x = (x ^ (x >> np.uint64(30))) * _FIRST
    x = (x ^ (x >> np.uint64(27))) * _SECOND
    return x ^ (x >> np.uint64(31))


@cache
def color_of(text: str) -> int:
    """A color as a number."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
