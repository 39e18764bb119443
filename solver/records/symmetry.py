"""The symmetry of a statement: a permutation of its points that leaves all that is known, and the goal, as it is.

It is read from the graph of what the closure knows (`solver.records.known`), so that it doesn't matter how the statement
introduces its points. Vertices get colors by rounds of Weisfeiler and Leman; two points of one color are made to change
places, by coloring them anew in two copies of the graph, and while the colors of both copies agree the next point that is
undecided becomes its own image if that is possible, else another one's. That needn't be exact: nothing depends on it but
the order of a search's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from solver.deduction.closure import Closure
from solver.records.colored import ColoredGraph
from solver.records.known import figure_graph
from solver.records.likeness import Colors, color_of, mixed
from solver.search.symmetry import Symmetry
from solver.statements.predicates import Statement

#: Rounds after which a new color has been heard of everywhere.
ROUNDS = 6
#: Pairs of points that are tried at most.
MOST_PAIRS = 24
_FIRST, _SECOND = (np.uint64(n) for n in (0xA0761D6478BD642F, 0xE7037ED1A0B428DB))

Floats = NDArray[np.float64]


def symmetry_of(closure: Closure, goal: Statement) -> Symmetry | None:
    """One of order two, if there is one. closure: saturated, of the statement without auxiliary points."""
    xy = closure.diagram.xy
    coloring = _Coloring(figure_graph(closure, goal), len(xy))
    for count, (v, w) in enumerate(coloring.pairs()):
        if count == MOST_PAIRS:
            return None
        image = coloring.exchanging(v, w)
        if image is not None:
            return Symmetry(image, _reverses(image, xy))
    return None


class _Coloring:
    """The stable colors of a graph whose first vertices are `points` points."""

    def __init__(self, graph: ColoredGraph, points: int) -> None:
        self._points = points
        ends = np.array(sorted(graph.edges), dtype=np.int64).reshape(-1, 2)
        self._at = np.concatenate([ends[:, 0], ends[:, 1]])
        self._neighbor = np.concatenate([ends[:, 1], ends[:, 0]])
        self._colors = self._stable(mixed(np.array([color_of(color) for color in graph.colors], dtype=np.uint64)))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Points of one color, of the rarest colors first."""
        classes: dict[int, list[int]] = {}
        for point, color in enumerate(self._colors[: self._points].tolist()):
            classes.setdefault(color, []).append(point)
        for members in sorted(classes.values(), key=len):
            yield from combinations(members, 2)

    def exchanging(self, v: int, w: int) -> tuple[int, ...] | None:
        """The image of each point, where v and w are each other's."""
        copies = self._exchanged(self._colors, self._colors, v, w)
        while copies is not None:
            one, other = copies
            shared = self._undecided(one)
            if shared is None:
                there = {color: point for point, color in enumerate(other[: self._points].tolist())}
                image = tuple(there[color] for color in one[: self._points].tolist())
                return image if all(image[p] == i for i, p in enumerate(image)) else None
            same = [q for q in range(self._points) if other[q] == one[shared] and one[q] == other[shared]]
            tries = (self._exchanged(one, other, shared, q) for q in sorted(same, key=lambda q: q != shared))
            copies = next((found for found in tries if found is not None), None)
        return None

    def _exchanged(self, one: Colors, other: Colors, v: int, w: int) -> tuple[Colors, Colors] | None:
        """Both copies once v in one is what w is in the other, and the other way round; None where they can't be."""
        first, second = one.copy(), other.copy()
        first[v], second[w] = one[v] ^ _FIRST, other[w] ^ _FIRST
        if v != w:
            first[w], second[v] = one[w] ^ _SECOND, other[v] ^ _SECOND
        first, second = self._stable(first), self._stable(second)
        return (first, second) if np.array_equal(np.sort(first), np.sort(second)) else None

    def _undecided(self, colors: Colors) -> int | None:
        """A point that shares its color with another one."""
        _, first, counts = np.unique(colors[: self._points], return_index=True, return_counts=True)
        several = first[counts > 1]
        return int(several.min()) if len(several) else None

    def _stable(self, colors: Colors) -> Colors:
        for _ in range(ROUNDS):
            seen = np.zeros(len(colors), dtype=np.uint64)
            np.add.at(seen, self._at, mixed(colors[self._neighbor]))  # a sum modulo 2⁶⁴, in no order
            colors = mixed(mixed(colors) + seen)
        return colors


def _reverses(image: tuple[int, ...], xy: Floats) -> bool:
    """Whether more triangles are turned over than not."""
    i, j, k = np.array(list(combinations(range(len(xy)), 3)), dtype=np.int64).reshape(-1, 3).T
    to = np.array(image)
    senses = _areas(xy[i], xy[j], xy[k]) * _areas(xy[to[i]], xy[to[j]], xy[to[k]])
    return bool(np.sum(np.sign(senses)) < 0)


def _areas(a: Floats, b: Floats, c: Floats) -> Floats:
    u, v = b - a, c - a
    areas = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    return np.where(np.abs(areas) > 1e-9, areas, 0.0)
