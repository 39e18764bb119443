"""What the network sees of a node: a graph of points and of what is said and known of them.

Its vertices are the points, pairs of points, lines, circles, classes of parallel directions and of equal lengths, and
the statements; edges join each to what it speaks of, with a role. Nothing in it depends on names or on the order of
points, nor on coordinates: what is numerically true counts only where it holds in all diagrams (solver/core/search/view.hpp).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

import numpy as np
from numpy.typing import NDArray

from solver._core import Node as CoreNode
from solver.language.problem import Problem
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, MIDP, OVERLAP, PREDICATES, Statement

Ints = NDArray[np.int64]
#: Rows with named fields.
Rows = NDArray[np.void]


class Kind(IntEnum):
    """What a vertex stands for. A true line or circle isn't known to hold as a whole. Predicates of premises and goals follow."""

    POINT = 0
    AUXILIARY = auto()
    NEWEST = auto()
    PAIR = auto()
    LINE = auto()
    TRUE_LINE = auto()
    CIRCLE = auto()
    TRUE_CIRCLE = auto()
    DIRECTION = auto()
    LENGTH = auto()


class Role(IntEnum):
    """What an edge says, from the lesser vertex (a point in a line, a pair in a class) to the greater one."""

    END = 0  # a point of a pair
    ON = auto()  # a point of a line or circle
    CENTRE = auto()
    ALONG = auto()  # a pair on a line
    PARALLEL = auto()  # a pair of a class of directions
    EQUAL = auto()  # a pair of a class of lengths
    RIGHT = auto()  # two classes of directions
    MEMBER = auto()  # a point that a statement names
    FIRST = auto()  # the point that it names first: a center, a midpoint
    PLUS_DIRECTION = auto()  # a pair in a statement's equation, by its theory and sign
    MINUS_DIRECTION = auto()
    PLUS_LOG = auto()
    MINUS_LOG = auto()
    PLUS_LENGTH = auto()
    MINUS_LENGTH = auto()
    PLUS_SQUARE = auto()
    MINUS_SQUARE = auto()


_NAMES = tuple(PREDICATES)
#: Names of the kinds of vertices and of the roles (those of edges backwards follow): weights are tied to them.
KINDS = (*(k.name.lower() for k in Kind), *_NAMES, *(f"goal {name}" for name in _NAMES))
ROLES = tuple(r.name.lower() for r in Role)

#: Predicates that speak of points, not of pairs; whether the first one is special.
_OF_POINTS = {COLL: False, CYCLIC: False, OVERLAP: False, CIRCLE: True, MIDP: True}


@dataclass(frozen=True)
class Stated:
    """What a problem says, in numbers. kinds (s,): of its statements, the goal last. terms (t, 4): statement, two points,
    role. members (m, 3): statement, point, role."""

    kinds: Ints
    terms: Ints
    members: Ints

    @staticmethod
    def of(problem: Problem, goal: Statement) -> Stated:
        number = {p: i for i, p in enumerate(problem.points)}
        kinds: list[int] = []
        terms: list[tuple[int, int, int, int]] = []
        members: list[tuple[int, int, int]] = []
        for i, statement in enumerate((*problem.premises, goal)):
            is_goal = i == len(problem.premises)
            kinds.append(len(Kind) + _NAMES.index(statement.predicate.name) + is_goal * len(_NAMES))
            if statement.predicate in _OF_POINTS:
                has_first = _OF_POINTS[statement.predicate]
                for j, p in enumerate(statement.points):
                    members.append((i, number[p], Role.FIRST if has_first and j == 0 else Role.MEMBER))
                continue
            for equation in statement.equations():
                plus, minus = (Role[f"{sign}_{equation.theory.name}"] for sign in ("PLUS", "MINUS"))
                terms += [(i, number[q[0]], number[q[-1]], minus if c < 0 else plus) for q, c in equation.terms]
        return Stated(np.array(kinds), _table(terms, 4), _table(members, 3))


@dataclass(frozen=True)
class Graph:
    """kinds (v,): of the vertices, points first. edges (e, 3): from, to, role; each in both directions.

    pair, line (n + 1, n + 1): the vertex of two points, or of the known line through them; -1: there is none, and in
    the last row and column. on, centre (c, n + 1): whether a point is on, or the center of, a known circle; circles (c,):
    their vertices. goal: the goal's vertex. points: how many.
    """

    kinds: Ints
    edges: Ints
    pair: Ints
    line: Ints
    on: NDArray[np.bool_]
    center: NDArray[np.bool_]
    circles: Ints
    goal: int
    points: int


def graph_of(core: CoreNode, stated: Stated, added: int) -> Graph:
    """The graph of a node; added: how many of its points are auxiliary, the last ones."""
    pairs, curves, right_angles = core.view()
    builder = _Builder(core.size, added)
    builder.add_curves(curves)
    builder.add_pairs(pairs, right_angles, stated)
    goal = builder.add_statements(stated)
    return builder.graph(goal)


class _Builder:
    """Vertices and edges as they come; in arrays throughout, for a node may take half a millisecond."""

    def __init__(self, points: int, added: int) -> None:
        self.points = self.size = points
        of_points = np.full(points, int(Kind.POINT))
        of_points[points - added :] = Kind.AUXILIARY
        if added:
            of_points[-1] = Kind.NEWEST
        self.kinds: list[Ints] = [of_points]
        self.edges: list[Ints] = []
        self.pair = np.full((points + 1, points + 1), -1)
        self.line = np.full((points + 1, points + 1), -1)

    def vertices(self, kinds: Ints) -> Ints:
        """New ones of these kinds; their numbers."""
        self.kinds.append(kinds)
        self.size += len(kinds)
        return np.arange(self.size - len(kinds), self.size)

    def join(self, lesser: Ints, greater: Ints, role: Ints | int) -> None:
        self.edges.append(np.stack([lesser, greater, np.broadcast_to(role, lesser.shape)], axis=1))

    def add_curves(self, rows: Rows) -> None:
        """rows: of type `_core.CURVE`, one for each point of a curve."""
        number, point = _numbers(rows, "curve", "point")
        is_center = rows["is_center"] == 1
        _, first = np.unique(number, return_index=True)
        is_circle, is_known = rows["is_circle"][first] == 1, rows["is_known"][first] == 1
        vertex = self.vertices(np.where(is_circle, int(Kind.CIRCLE), int(Kind.LINE)) + ~is_known)
        self.join(point, vertex[number], np.where(is_center, int(Role.CENTRE), int(Role.ON)))
        on, center = np.zeros((2, len(first), self.points + 1), dtype=bool)
        on[number[~is_center], point[~is_center]] = True
        center[number[is_center], point[is_center]] = True
        for i in np.flatnonzero(~is_circle & is_known):
            members = np.flatnonzero(on[i])
            self.line[np.ix_(members, members)] = vertex[i]
        known = is_circle & is_known
        self.on, self.center, self.circles = on[known], center[known], vertex[known]

    def add_pairs(self, pairs: Rows, right_angles: Rows, stated: Stated) -> None:
        """Pairs that something is said of, and their classes of directions and lengths.

        pairs, right_angles: of types `_core.PAIR` and `_core.RIGHT_ANGLE`.
        """
        a, b, direction, length = _numbers(pairs, "a", "b", "direction", "length")
        right = np.stack(_numbers(right_angles, "first", "second"), axis=1)
        own_line = self.line[a, b]
        # All pairs of a known line have its direction, which the line is joined to; one of them stands for it.
        is_free = own_line < 0
        stands = is_free.copy()
        stands[np.unique(own_line, return_index=True)[1]] = True
        has_parallels = np.bincount(direction[stands & (direction >= 0)], minlength=len(pairs)) > 1
        has_parallels[right.ravel()] = True
        has_equals = np.bincount(length[length >= 0], minlength=len(pairs)) > 1
        is_parallel = (direction >= 0) & has_parallels[direction]
        is_equal = (length >= 0) & has_equals[length]
        is_said = np.zeros((self.points, self.points), dtype=bool)
        is_said[stated.terms[:, 1], stated.terms[:, 2]] = True

        vertex = self._some(is_said[a, b] | is_said[b, a] | is_equal | (is_parallel & is_free), Kind.PAIR)
        chosen = np.flatnonzero(vertex >= 0)
        self.pair[a, b] = self.pair[b, a] = vertex
        self.join(a[chosen], vertex[chosen], Role.END)
        self.join(b[chosen], vertex[chosen], Role.END)
        on_line = chosen[~is_free[chosen]]
        self.join(vertex[on_line], own_line[on_line], Role.ALONG)

        of_direction = self._some(has_parallels, Kind.DIRECTION)
        alone, lines = np.flatnonzero(is_parallel & is_free), np.flatnonzero(is_parallel & stands & ~is_free)
        self.join(vertex[alone], of_direction[direction[alone]], Role.PARALLEL)
        self.join(own_line[lines], of_direction[direction[lines]], Role.PARALLEL)
        for one, other in ((0, 1), (1, 0)):  # neither comes first
            self.join(of_direction[right[:, one]], of_direction[right[:, other]], Role.RIGHT)
        of_length = self._some(has_equals, Kind.LENGTH)
        equals = np.flatnonzero(is_equal)
        self.join(vertex[equals], of_length[length[equals]], Role.EQUAL)

    def _some(self, which: NDArray[np.bool_], kind: Kind) -> Ints:
        """A new vertex for some of many; -1 for the others."""
        numbers = np.full(len(which), -1)
        numbers[which] = self.vertices(np.full(int(which.sum()), int(kind)))
        return numbers

    def add_statements(self, stated: Stated) -> int:
        """The goal's vertex."""
        vertex = self.vertices(stated.kinds)
        self.join(self.pair[stated.terms[:, 1], stated.terms[:, 2]], vertex[stated.terms[:, 0]], stated.terms[:, 3])
        self.join(stated.members[:, 1], vertex[stated.members[:, 0]], stated.members[:, 2])
        return int(vertex[-1])

    def graph(self, goal: int) -> Graph:
        forward = np.concatenate(self.edges)
        backward = np.stack([forward[:, 1], forward[:, 0], forward[:, 2] + len(Role)], axis=1)
        edges = np.concatenate([forward, backward])
        kinds = np.concatenate(self.kinds)
        return Graph(kinds, edges, self.pair, self.line, self.on, self.center, self.circles, goal, self.points)


def _numbers(rows: Rows, *fields: str) -> list[Ints]:
    return [rows[field].astype(np.int64) for field in fields]


def _table(rows: Sequence[tuple[int, ...]], width: int) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, width)
