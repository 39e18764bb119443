"""What the network sees of a node: a graph of points and of what is said and known of them.

Its vertices are the points, pairs of points, lines, circles, classes of parallel directions and of equal lengths, and
the statements; edges join each to what it speaks of, with a role. Nothing in it depends on names or on the order of
points, nor on coordinates: what is numerically true counts only where it holds in all diagrams (solver/core/view.hpp).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

import numpy as np
from numpy.typing import NDArray

from solver._core import Node as CoreNode
from solver.language.problem import Problem
from solver.statements.equation import Theory
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, MIDP, OVERLAP, PREDICATES, Statement

Ints = NDArray[np.int64]


class Kind(IntEnum):
    """Of a vertex. A true line or circle isn't known to hold as a whole. Predicates of premises and goals follow."""

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
    """Of an edge, from the lesser vertex (a point in a line, a pair in a class) to the greater one."""

    END = 0  # a point of a pair
    ON = auto()  # a point of a line or circle
    CENTRE = auto()
    ALONG = auto()  # a pair on a line
    PARALLEL = auto()  # a pair of a class of directions
    EQUAL = auto()  # a pair of a class of lengths
    RIGHT = auto()  # two classes of directions
    MEMBER = auto()  # a point that a statement names
    FIRST = auto()  # the point that it names first: a centre, a midpoint
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

_THEORIES = (Theory.DIRECTION, Theory.LOG, Theory.LENGTH, Theory.SQUARE)
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
                plus = Role.PLUS_DIRECTION + 2 * _THEORIES.index(equation.theory)
                terms += [(i, number[q[0]], number[q[-1]], plus + (c < 0)) for q, c in equation.terms]
        return Stated(np.array(kinds), _table(terms, 4), _table(members, 3))


@dataclass(frozen=True)
class Graph:
    """kinds (v,): of the vertices, points first. edges (e, 3): from, to, role; each in both directions.

    pair, line (n + 1, n + 1): the vertex of two points, or of the known line through them; -1: there is none, and in
    the last row and column. on, centre (c, n + 1): whether a point is on, or the centre of, a known circle; circles (c,):
    their vertices. goal: the goal's vertex. points: how many.
    """

    kinds: Ints
    edges: Ints
    pair: Ints
    line: Ints
    on: NDArray[np.bool_]
    centre: NDArray[np.bool_]
    circles: Ints
    goal: int
    points: int


def graph_of(core: CoreNode, stated: Stated, added: int) -> Graph:
    """The graph of a node; added: how many of its points are auxiliary, the last ones."""
    pairs, curves, right_angles = (np.asarray(rows, dtype=np.int64) for rows in core.view())
    n = core.size
    kinds = [np.full(n, Kind.POINT)]
    kinds[0][n - added :] = Kind.AUXILIARY
    if added:
        kinds[0][-1] = Kind.NEWEST
    edges: list[Ints] = []
    size = n

    def vertices(of_kinds: Ints) -> Ints:
        """New ones of these kinds; their numbers."""
        nonlocal size
        kinds.append(of_kinds)
        size += len(of_kinds)
        return np.arange(size - len(of_kinds), size)

    def join(lesser: Ints, greater: Ints, role: Ints | int) -> None:
        edges.append(np.stack([lesser, greater, np.broadcast_to(role, lesser.shape)], axis=1))

    # Lines and circles.
    line = np.full((n + 1, n + 1), -1)
    count = int(curves[-1, 0]) + 1 if len(curves) else 0
    _, first = np.unique(curves[:, 0], return_index=True)
    is_circle, is_known = curves[first, 1] == 1, curves[first, 2] == 1
    curve = vertices(np.where(is_circle, Kind.CIRCLE, Kind.LINE) + ~is_known)
    number, of_centre, point = curves[:, 0], curves[:, 3] == 1, curves[:, 4]
    join(point, curve[number], np.where(of_centre, Role.CENTRE, Role.ON))
    on, centre = np.zeros((2, count, n + 1), dtype=bool)
    on[number[~of_centre], point[~of_centre]] = True
    centre[number[of_centre], point[of_centre]] = True
    for i in np.flatnonzero(~is_circle & is_known):
        members = np.flatnonzero(on[i])
        line[np.ix_(members, members)] = curve[i]
    round_ = is_circle & is_known

    # Pairs that something is said of.
    a, b, direction, length = pairs.T
    own_line = line[a, b]
    # Of a line's pairs one stands for its direction: all have the same, which the line is joined to.
    stands = own_line < 0
    stands[np.unique(own_line, return_index=True)[1]] = True
    many = np.bincount(direction[stands & (direction >= 0)], minlength=len(pairs)) > 1
    many[right_angles.ravel()] = True
    equal = np.bincount(length[length >= 0], minlength=len(pairs)) > 1
    is_said = np.zeros((n, n), dtype=bool)
    is_said[stated.terms[:, 1], stated.terms[:, 2]] = True
    is_parallel = (direction >= 0) & many[direction]
    is_equal = (length >= 0) & equal[length]
    wanted = is_said[a, b] | is_said[b, a] | is_equal | (is_parallel & (own_line < 0))
    chosen = np.flatnonzero(wanted)
    pair_vertex = np.full(len(pairs), -1)
    pair_vertex[chosen] = vertices(np.full(len(chosen), Kind.PAIR))
    pair = np.full((n + 1, n + 1), -1)
    pair[a, b] = pair[b, a] = pair_vertex
    for ends in (a, b):
        join(ends[chosen], pair_vertex[chosen], Role.END)
    on_line = chosen[own_line[chosen] >= 0]
    join(pair_vertex[on_line], own_line[on_line], Role.ALONG)

    # Classes of directions and lengths.
    direction_vertex = np.full(len(pairs), -1)
    direction_vertex[many] = vertices(np.full(int(many.sum()), Kind.DIRECTION))
    alone = np.flatnonzero(is_parallel & (own_line < 0))
    join(pair_vertex[alone], direction_vertex[direction[alone]], Role.PARALLEL)
    whole = np.flatnonzero(is_parallel & (own_line >= 0) & stands)
    join(own_line[whole], direction_vertex[direction[whole]], Role.PARALLEL)
    join(direction_vertex[right_angles[:, 0]], direction_vertex[right_angles[:, 1]], Role.RIGHT)
    length_vertex = np.full(len(pairs), -1)
    length_vertex[equal] = vertices(np.full(int(equal.sum()), Kind.LENGTH))
    equals = np.flatnonzero(is_equal)
    join(pair_vertex[equals], length_vertex[length[equals]], Role.EQUAL)

    # Statements.
    statement = vertices(stated.kinds)
    join(pair[stated.terms[:, 1], stated.terms[:, 2]], statement[stated.terms[:, 0]], stated.terms[:, 3])
    join(stated.members[:, 1], statement[stated.members[:, 0]], stated.members[:, 2])

    forward = np.concatenate(edges)
    backward = np.stack([forward[:, 1], forward[:, 0], forward[:, 2] + len(Role)], axis=1)
    return Graph(
        np.concatenate(kinds),
        np.concatenate([forward, backward]),
        pair,
        line,
        on[round_],
        centre[round_],
        curve[round_],
        int(statement[-1]),
        n,
    )


def _table(rows: Sequence[tuple[int, ...]], width: int) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, width)
