"""The symmetry of a statement: a permutation of its points that leaves all that is known, and the goal, as it is.

It is read from the graph of what the closure knows (`solver.records.known`), so that it doesn't matter how the statement
introduces its points. Vertices get colors by rounds of Weisfeiler and Leman; two or three points of one color are made to
change places, by coloring them anew in two copies of the graph, and while the colors of both copies agree the next point that
is undecided becomes its own image if that is possible, else another one's. That needn't be exact: nothing depends on it but
the order of a search's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, permutations

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
#: Sets of points of one color that are tried for each order at most.
MOST_TRIED = 24
#: Two points change places, or three in turn.
ORDERS = (2, 3)
_MARKS = tuple(np.uint64(n) for n in (0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3))

Floats = NDArray[np.float64]


def symmetry_of(closure: Closure, goal: Statement) -> Symmetry | None:
    """One in which points change places by twos, else one by threes. closure: saturated, of the statement without auxiliary
    points."""
    xy = closure.diagram.xy
    coloring = _Coloring(figure_graph(closure, goal), len(xy))
    for order in ORDERS:
        tries = (coloring.turning(cycle) for cycle in islice(coloring.cycles(order), MOST_TRIED))
        image = next((image for image in tries if image is not None), None)
        if image is not None:
            return Symmetry(image, order, order == 2 and _reverses(image, xy))
    return None


class _Coloring:
    """The stable colors of a graph whose first vertices are `points` points."""

    def __init__(self, graph: ColoredGraph, points: int) -> None:
        self._points = points
        ends = np.array(sorted(graph.edges), dtype=np.int64).reshape(-1, 2)
        self._at = np.concatenate([ends[:, 0], ends[:, 1]])
        self._neighbor = np.concatenate([ends[:, 1], ends[:, 0]])
        self._colors = self._stable(mixed(np.array([color_of(color) for color in graph.colors], dtype=np.uint64)))

    def cycles(self, order: int) -> Iterator[tuple[int, ...]]:
        """Points of one color, of the rarest colors first."""
        classes: dict[int, list[int]] = {}
        for point, color in enumerate(self._colors[: self._points].tolist()):
            classes.setdefault(color, []).append(point)
        for members in sorted(classes.values(), key=len):
            for first, *others in combinations(members, order):
                yield from ((first, *rest) for rest in permutations(others))

    def turning(self, cycle: tuple[int, ...]) -> tuple[int, ...] | None:
        """The image of each point, where each of the cycle becomes the next one."""
        copies = self._turned(self._colors, self._colors, cycle)
        while copies is not None:
            one, other = copies
            shared = self._undecided(one)
            if shared is None:
                there = {color: point for point, color in enumerate(other[: self._points].tolist())}
                image = tuple(there[color] for color in one[: self._points].tolist())
                return image if _is_of_order(image, len(cycle)) else None
            tries = (self._turned(one, other, next_) for next_ in self._cycles_from(shared, one, other, len(cycle)))
            copies = next((found for found in tries if found is not None), None)
        return None

    def _cycles_from(self, point: int, one: Colors, other: Colors, order: int) -> Iterator[tuple[int, ...]]:
        """Cycles that the colors allow, the point alone first if it may be its own image."""
        images = [np.flatnonzero(other[: self._points] == one[p]).tolist() for p in range(self._points)]
        if point in images[point]:
            yield (point,)
        for second in images[point]:
            if second == point:
                continue
            if order == 2 and point in images[second]:
                yield point, second
            elif order == 3:
                yield from (
                    (point, second, third)
                    for third in images[second]
                    if third not in (point, second) and point in images[third]
                )

    def _turned(self, one: Colors, other: Colors, cycle: tuple[int, ...]) -> tuple[Colors, Colors] | None:
        """Both copies once each of the cycle in one is what the next is in the other; None where they can't be."""
        first, second = one.copy(), other.copy()
        for mark, point, image in zip(_MARKS, cycle, (*cycle[1:], cycle[0]), strict=False):
            first[point], second[image] = one[point] ^ mark, other[image] ^ mark
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


def _is_of_order(image: tuple[int, ...], order: int) -> bool:
    turned = tuple(range(len(image)))
    for _ in range(order):
        turned = tuple(image[p] for p in turned)
    return turned == tuple(range(len(image)))


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
