"""The colored graph of what is known of a figure, and its Weisfeiler–Leman colors.

Nodes are points, and what joins them: lines, circles, segments, classes of parallel or equal ones, relations and their
sides. A color of round r tells a node's neighborhood of radius r apart from others, whatever the points are called
(Weisfeiler and Leman, 1968; as features of graphs: Shervashidze et al., "Weisfeiler–Lehman graph kernels", JMLR 2011).
Colors are 64-bit numbers computed in the same way everywhere, so that those of two figures, or of a figure and of one
stored years ago, can be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.memory.known import Known, Relation, pair_ends
from solver.statements.equation import Theory

Colors = NDArray[np.uint64]

# Kinds of nodes and roles of edges; their numbers are in stored colors.
_POINT, _LINE, _DIRECTION, _SEGMENT, _LENGTH, _CIRCLE, _PREMISE, _GOAL, _SIDE, _CONSTANT = range(1, 11)
_ON, _CENTRE, _END, _OF, _RIGHT, _ROLE = range(20, 26)
_DIRECTIONS = tuple(Theory).index(Theory.DIRECTION)
_MASK = (1 << 64) - 1


@dataclass(frozen=True)
class Graph:
    """initial (nodes,): colors; the first `points` nodes are the points. edges (2·edges, 3): node, neighbor, role.

    is_near_goal (nodes,): whether the goal names the node or a point of it.
    """

    points: int
    initial: Colors
    edges: NDArray[np.uint64]
    is_near_goal: NDArray[np.bool_]

    def colors(self, rounds: int) -> Colors:
        """(rounds + 1, nodes): those of each round, the initial ones first."""
        found = [self.initial]
        at, neighbor = self.edges[:, 0].astype(np.int64), self.edges[:, 1].astype(np.int64)
        role = mixed(self.edges[:, 2])
        for _ in range(rounds):
            last = found[-1]
            told = np.zeros(len(last), dtype=np.uint64)
            np.add.at(told, at, mixed(last[neighbor] ^ role))  # a sum modulo 2⁶⁴, in no order
            found.append(mixed(mixed(last) + told))
        return np.stack(found)


def mixed(numbers: Colors) -> Colors:
    """A good hash of each (the finaliser of splitmix64)."""
    x = numbers + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def code(*numbers: int) -> int:
    """One 64-bit number for several, by FNV-1a on whole numbers; `mixed` does the rest."""
    found = 0xCBF29CE484222325
    for n in numbers:
        found = ((found ^ (n & _MASK)) * 0x100000001B3 + (found >> 29)) & _MASK
    return found


def graph_of(known: Known) -> Graph:
    return _Building(known).graph()


class _Building:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.lines = known.lines
        self.ends = pair_ends(known.size)
        self.number = {ends: p for p, ends in enumerate(self.ends)}
        self.nodes: dict[Hashable, int] = {}
        self.colors: list[int] = []
        self.edges: list[tuple[int, int, int]] = []
        self.goal: set[int] = set()

    def graph(self) -> Graph:
        known = self.known
        for p in range(known.size):
            self._node(p, _POINT)
        self._add_lines()
        segments: defaultdict[int, list[int]] = defaultdict(list)
        for pair, length in enumerate(known.lengths):
            segments[length].append(pair)
        for length, equal in segments.items():
            if len(equal) > 1:
                self._node(("length", length), _LENGTH)
                for pair in equal:
                    self._join(self._segment(pair), ("length", length), _OF)
        for number, (center, points) in enumerate(known.circles_and_centers):
            self._node(("circle", number), _CIRCLE)
            self._join_all(points, ("circle", number), _ON)
            if center >= 0:
                self._join(center, ("circle", number), _CENTRE)
        for said, kind in ((known.premises, _PREMISE), (known.goal, _GOAL)):
            for number, relation in enumerate(said):
                self._add_relation((kind, number), relation, kind)
        return self._made()

    def _add_lines(self) -> None:
        at_right_angles = {d for pair in self.known.right for d in pair}
        for direction, lines in self.lines.items():
            is_shared = len(lines) > 1 or direction in at_right_angles
            if is_shared:
                self._node(("direction", direction), _DIRECTION)
            for line in lines:
                if is_shared or len(line) > 2:
                    self._line(line)
                if is_shared:
                    self._join(line, ("direction", direction), _OF)
        for a, b in self.known.right:
            self._join(("direction", a), ("direction", b), _RIGHT)

    def _add_relation(self, name: Hashable, relation: Relation, kind: int) -> None:
        self._node(name, code(kind, *relation.kind))
        for s, side in enumerate(relation.sides):
            self._node((name, s), _SIDE)
            self._join((name, s), name, _OF)
            for role, points in side:
                what = self._quantity(relation, points)
                self._join(what, (name, s), code(_ROLE, *role))
                if kind == _GOAL:
                    self.goal.update((self.nodes[what], self.nodes[name], self.nodes[name, s], *points))

    def _quantity(self, relation: Relation, points: Sequence[int]) -> Hashable:
        if len(points) == 0:
            return self._node("constant", _CONSTANT)
        if len(points) == 1:
            return points[0]
        a, b = sorted(points)
        pair = self.number[a, b]
        if relation.kind[0] != _DIRECTIONS:
            return self._segment(pair)
        return self._line(next(line for line in self.lines[self.known.directions[pair]] if a in line and b in line))

    def _line(self, line: frozenset[int]) -> Hashable:
        if line not in self.nodes:
            self._node(line, _LINE)
            self._join_all(line, line, _ON)
        return line

    def _segment(self, pair: int) -> Hashable:
        name = ("segment", pair)
        if name not in self.nodes:
            self._node(name, _SEGMENT)
            self._join_all(self.ends[pair], name, _END)
        return name

    def _node(self, name: Hashable, color: int) -> Hashable:
        if name not in self.nodes:
            self.nodes[name] = len(self.colors)
            self.colors.append(color)
        return name

    def _join_all(self, points: Iterable[int], to: Hashable, role: int) -> None:
        for p in points:
            self._join(p, to, role)

    def _join(self, a: Hashable, b: Hashable, role: int) -> None:
        self.edges += [(self.nodes[a], self.nodes[b], role), (self.nodes[b], self.nodes[a], role)]

    def _made(self) -> Graph:
        edges = np.array(self.edges, dtype=np.uint64).reshape(-1, 3)
        is_near = np.zeros(len(self.colors), dtype=bool)
        is_near[list(self.goal)] = True
        return Graph(self.known.size, mixed(np.array(self.colors, dtype=np.uint64)), edges, is_near)
