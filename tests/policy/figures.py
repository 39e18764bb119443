"""Small statements that their closure doesn't settle, opened as nodes, and records of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from solver.deduction.closure import close
from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.records.record import Record
from solver.search.node import Node
from tests.search.statements import opened

SECONDS = 60.0

#: With circles, right angles, midpoints, equal lengths and parallels; their goals are false, so that nothing proves them.
FIGURES = (
    "a b c = triangle a b c; d = foot d a b c; e = foot e b a c; h = on_line h a d, on_line h b e; m = midpoint m b c "
    "? eqangle a b a m a c a h",
    "a b c = triangle a b c; o = circumcenter o a b c; d = on_circle d o a; e = on_line e a b, on_line e c d "
    "? eqratio e a e o c d a b",
    "a b c = triangle a b c; m = midpoint m a b; n = on_pline n m b c, on_line n a c; p = on_line p b n, on_line p c m "
    "? cyclic a m p n",
)

Xy = NDArray[np.float64]


def root_of(text: str) -> tuple[Problem, tuple[Diagram, ...], Node]:
    problem = parse_statement(text)
    _, diagrams, _ = opened(
        text.split("?", maxsplit=1)[0] + "? cong a b a b"
    )  # a diagram is refused where the goal is false
    return problem, diagrams, node_of(problem, diagrams)


def node_of(problem: Problem, diagrams: Sequence[Diagram]) -> Node:
    closure = close(problem, diagrams, goal=problem.goal, room=4)
    return Node(closure.root(problem.goal), (), SECONDS)


def reordered(
    problem: Problem, diagrams: Sequence[Diagram], order: Sequence[int], move: Callable[[Xy], Xy]
) -> tuple[Problem, list[Diagram]]:
    """The same problem with its points in another order and its diagrams moved."""
    points = tuple(problem.points[i] for i in order)
    other = Problem(problem.name, problem.text, points, problem.premises, problem.goal)
    return other, [Diagram(points, move(d.xy[list(order)])) for d in diagrams]


def record_of(text: str, which: Sequence[int], points: int = 1) -> Record:
    """As if the candidates of these numbers, of the stages 0 and 1, proved it: one after the other, or each alone."""
    _, diagrams, root = root_of(text)
    added = []
    node = root
    for _ in range(points):
        candidates = node.candidates(len(added) % 2)
        added.append(candidates.placement(which[len(added)] % len(candidates)))
        node = Node(root.core, added, SECONDS)
    others = root.candidates(0)
    alternatives = tuple(others.placement(i % len(others)) for i in which[1:]) if points == 1 else ()
    return Record(text, np.array([d.xy for d in diagrams]), tuple(added), alternatives, 0, math.pi, sum(which))


def records() -> list[Record]:
    """A few, of one point and of two."""
    return [record_of(text, (i, 5 * i + 3), 1 + (i % 3 == 2)) for text in FIGURES for i in range(4)]
