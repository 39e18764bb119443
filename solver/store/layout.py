"""What is compared of two figures to lay one onto the other: classes of what a closure knows, and what premises and goal say
beyond that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from solver._core import Node as CoreNode
from solver.language.problem import Problem
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, OVERLAP, Predicate, Statement

Numbers = tuple[int, ...]
#: A role, and the points that have it: one, or the two of a segment or line.
Term = tuple[Numbers, Numbers]

_THEORIES = tuple(Theory)
#: Predicates that speak of points rather than of quantities, and the role of their first point (the others have 1).
_OF_POINTS: Mapping[Predicate, int] = {COLL: 1, CYCLIC: 1, CIRCLE: 2, OVERLAP: 1}


@dataclass(frozen=True)
class Relation:
    """One thing said: kind (of what, and which angle), and the two sides of its equation, which may be exchanged.

    Points that are in one line, on one circle, … are one side.
    """

    kind: Numbers
    sides: tuple[tuple[Term, ...], ...]


@dataclass(frozen=True)
class Layout:
    """size: how many points. Pairs of points are numbered (0,1), (0,2), (1,2), (0,3), …

    directions, lengths: for each pair the first pair with the same one. right: pairs of directions at right angles.
    circles: points of each, four or more. premises: those that the classes don't show; goal: all of it.
    """

    size: int
    directions: Numbers
    lengths: Numbers
    right: tuple[tuple[int, int], ...]
    circles: tuple[Numbers, ...]
    premises: tuple[Relation, ...]
    goal: tuple[Relation, ...]

    @cached_property
    def lines(self) -> Mapping[int, list[frozenset[int]]]:
        """The known lines, those of two points too, by their direction."""
        found: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
        for (a, b), direction in zip(pair_ends(self.size), self.directions, strict=True):
            joined = [line for line in found[direction] if a in line or b in line]
            rest = [line for line in found[direction] if line not in joined]
            found[direction] = [*rest, frozenset((a, b)).union(*joined)]
        return dict(found)

    @cached_property
    def circles_and_centers(self) -> list[tuple[int, frozenset[int]]]:
        """(center, points) of the known circles; center -1 where none is known. Those of three points have one."""
        on: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        for (a, b), length in zip(pair_ends(self.size), self.lengths, strict=True):
            on[a, length].add(b)
            on[b, length].add(a)
        about = [(o, frozenset(points)) for (o, _), points in on.items() if len(points) > 2]
        centered = [points for _, points in about]
        return about + [(-1, frozenset(c)) for c in self.circles if not any(set(c) <= points for points in centered)]


def layout_of(problem: Problem, goal: Statement, node: CoreNode) -> Layout:
    """What is known at a closed node of the problem; its auxiliary points, if it has any, are points like others."""
    size = node.size
    pairs = size * (size - 1) // 2
    directions, lengths, _, _, *circles = node.fingerprint()
    _, _, right_angles = node.view()
    index = {p: i for i, p in enumerate(problem.points)}
    pair = {ends: p for p, ends in enumerate(pair_ends(size))}

    def length(a: int, b: int) -> int:
        return lengths[pair[min(a, b), max(a, b)]]

    premises = [
        r
        for s in problem.premises
        for r in _relations(s, index)
        if not _is_shown(r) and not _is_of_equal_sides(r, length)
    ]
    return Layout(
        size,
        tuple(directions[:pairs]),
        tuple(lengths[:pairs]),
        tuple((directions[a], directions[b]) for a, b in right_angles.tolist()),
        tuple(tuple(circle) for circle in circles if len(circle) > 3),
        tuple(dict.fromkeys(premises)),
        tuple(dict.fromkeys(_relations(goal, index))),
    )


def pair_ends(size: int) -> list[tuple[int, int]]:
    """The points a < b of each pair, in the core's order."""
    return [(a, b) for b in range(size) for a in range(b)]


def _relations(statement: Statement, index: Mapping[str, int]) -> list[Relation]:
    """Free of names and of the order in which a predicate's symmetries leave its points."""
    if statement.predicate in _OF_POINTS:
        first = _OF_POINTS[statement.predicate]
        kind = len(_THEORIES) + list(_OF_POINTS).index(statement.predicate)
        points = [index[p] for p in statement.points]
        return [Relation((kind,), (tuple(((first if i == 0 else 1,), (p,)) for i, p in enumerate(points)),))]
    return [_of_equation(e, index) for e in statement.equations()]


def _of_equation(equation: Equation, index: Mapping[str, int]) -> Relation:
    """Its sign is nobody's: the two sides are exchangeable. An angle counts as much one way as the other, so that a
    figure is like its mirror image; other constants are terms without points."""
    kind: Numbers = (_THEORIES.index(equation.theory),)
    sides: tuple[list[Term], list[Term]] = ([], [])
    for quantity, c in equation.terms:
        sides[c > 0].append((abs(c).as_integer_ratio(), tuple(index[p] for p in quantity)))
    for base, c in equation.constants:
        if equation.theory is Theory.DIRECTION:
            kind += min(c % 1, -c % 1).as_integer_ratio()
        else:
            sides[c > 0].append(((base, *abs(c).as_integer_ratio()), ()))
    return Relation(kind, tuple(tuple(side) for side in sides))


def _is_shown(relation: Relation) -> bool:
    """Whether the classes show it: points in line or on a circle, equal directions and lengths, right angles."""
    if relation.kind[0] >= len(_THEORIES):
        return True
    is_right = relation.kind == (_THEORIES.index(Theory.DIRECTION), 1, 2)
    return (len(relation.kind) == 1 or is_right) and all(
        len(side) == 1 and side[0][0] == (1, 1) for side in relation.sides
    )


def _is_of_equal_sides(relation: Relation, length: Callable[[int, int], int]) -> bool:
    """Whether it says that the angles at ab are equal where oa = ob is known: d(ao) + d(bo) = 2·d(ab)."""
    if relation.kind != (_THEORIES.index(Theory.DIRECTION),):
        return False
    base, legs = sorted(relation.sides, key=len)
    if [role for role, _ in base] != [(2, 1)] or [role for role, _ in legs] != [(1, 1), (1, 1)]:
        return False
    a, b = base[0][1]
    apex = {p for _, points in legs for p in points} - {a, b}
    return len(apex) == 1 and all(length(p, o) == length(a, o) for o in apex for p in (a, b))
