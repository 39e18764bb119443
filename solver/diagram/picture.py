"""What a figure shows, by the names of its points: which lines, circles and marks, and what each is there for.

The premises say what to draw: lines that they name and circles that they are about. What auxiliary points bring is told
apart, and so is the goal, whatever kind it is of. Three points at one distance from a fourth are drawn as a circle, not as
radii; a circle that touches lines is drawn where its center and a point of contact have names. A triangle or polygon that a
statement starts with has its sides. Nothing here depends on sizes, so that a picture stays right while its points move.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from solver.diagram.things import Corner, Pair, around, corners_of, lines_of
from solver.language.problem import Problem
from solver.plane.geometry import circumcenter
from solver.plane.loci import Degenerate
from solver.statements.conditions import CONVEX, NONCOLLINEAR
from solver.statements.predicates import CIRCLE, COLL, CONG, CYCLIC, EQANGLE, MIDP, PERP, Statement

Places = Mapping[str, complex]

#: A circle this many times as large as the figure is drawn as nothing.
TOO_LARGE = 4.0
#: Angles that differ by less, in degrees, are marked as equal.
SAME_ANGLE = 1e-4


class Role(Enum):
    """What something is drawn for."""

    GIVEN = "given"
    AUXILIARY = "auxiliary"
    GOAL = "goal"


@dataclass(frozen=True)
class Stroke:
    """A piece of a line: drawn between those two of its points that are farthest apart."""

    points: tuple[str, ...]
    role: Role

    def ends(self, at: Places) -> Pair:
        pairs = ((a, b) for i, a in enumerate(self.points) for b in self.points[i + 1 :])
        return max(pairs, key=lambda ab: abs(at[ab[0]] - at[ab[1]]))


@dataclass(frozen=True)
class Ring:
    """A circle through three points; about a center, where there is one, through the first of its points."""

    center: str | None
    on: tuple[str, ...]
    role: Role

    def placed(self, at: Places) -> tuple[complex, float]:
        """Its center and radius. Raises Degenerate where its points lie on a line."""
        middle = circumcenter(*(at[p] for p in self.on[:3])) if self.center is None else at[self.center]
        return middle, abs(at[self.on[0]] - middle)


@dataclass(frozen=True)
class Picture:
    """points: in the statement's order. auxiliary: those that the statement doesn't name.

    right: pairs of perpendicular segments, four points each. equal: groups of equal segments, equal_angles: of equal
    angles, both of the premises. goal_equal, goal_angles: of the goal.
    """

    points: tuple[str, ...]
    auxiliary: frozenset[str]
    strokes: tuple[Stroke, ...]
    rings: tuple[Ring, ...]
    right: tuple[tuple[str, str, str, str], ...]
    equal: tuple[tuple[Pair, ...], ...]
    equal_angles: tuple[tuple[Corner, ...], ...]
    goal_equal: tuple[Pair, ...]
    goal_angles: tuple[Corner, ...]


def picture_of(problem: Problem, at: Places, goal: Statement | None = None) -> Picture:
    """What to draw of a problem. at: a figure of it, which tells the two circles and angles of one name apart."""
    auxiliary = frozenset(p for clause in problem.auxiliary for p in clause.points)
    stated = [s for s in problem.premises if auxiliary.isdisjoint(s.points)]
    added = [s for s in problem.premises if not auxiliary.isdisjoint(s.points)]
    goals = [goal] if goal is not None else []
    drawn = _Drawn(at)
    drawn.add(goals, Role.GOAL)
    drawn.add(stated, Role.GIVEN)
    for side in sides(problem):
        drawn.add_stroke(side, Role.GIVEN)
    drawn.add(added, Role.AUXILIARY)
    for ring in _touching(problem, at):
        drawn.add_ring(ring)
    radii = _rounds(problem.premises)
    plain = [s for s in problem.premises if not _is_radius(s, radii)]
    return Picture(
        problem.points,
        auxiliary,
        tuple(drawn.strokes.values()),
        tuple(drawn.rings),
        tuple(_four(s) for s in problem.premises if s.predicate is PERP),
        tuple(_equal_segments(plain)),
        tuple(group for s in problem.premises if len(group := _equal_corners(s, at)) == 2),
        next(iter(_equal_segments(goals)), ()),
        tuple(corner for s in goals for corner in corners_of(s)),
    )


class _Drawn:
    """Strokes and rings as they are found, each once, for the first thing that asks for it."""

    def __init__(self, at: Places) -> None:
        self.at = at
        self.strokes: dict[frozenset[str], Stroke] = {}
        self.rings: list[Ring] = []
        self.largest = TOO_LARGE * max((abs(p - q) for p in at.values() for q in at.values()), default=0.0)

    def add(self, statements: Sequence[Statement], role: Role) -> None:
        rounds = _rounds(statements)
        for _, on in rounds:
            self.add_ring(Ring(None, tuple(sorted(on)), role))
        for statement in statements:
            if statement.predicate in (CYCLIC, CIRCLE):
                self.add_ring(Ring(None, statement.points[statement.predicate is CIRCLE :], role))
            elif not _is_radius(statement, rounds):
                for points in lines_of(statement):
                    self.add_stroke(points, role)

    def add_stroke(self, points: Sequence[str], role: Role) -> None:
        if len({self.at[p] for p in points}) > 1:
            self.strokes.setdefault(frozenset(points), Stroke(tuple(dict.fromkeys(points)), role))

    def add_ring(self, ring: Ring) -> None:
        try:
            middle, radius = ring.placed(self.at)
            others = [other.placed(self.at) for other in self.rings]
        except Degenerate:
            return
        if 1e-6 * self.largest < radius < self.largest and not any(
            abs(middle - z) + abs(radius - r) < 1e-6 * radius for z, r in others
        ):
            self.rings.append(ring)


def sides(problem: Problem) -> Iterator[Pair]:
    """The sides of the polygons that the statement starts with."""
    for clause in problem.clauses:
        if len(clause.points) >= 3 and not any(call.arguments for call in clause.calls):
            yield from around(clause.points)
    for condition in problem.conditions:
        if condition.kind in (NONCOLLINEAR, CONVEX):
            yield from around(condition.points)


def _rounds(statements: Sequence[Statement]) -> list[tuple[str, set[str]]]:
    """Centers with three or more points at one distance, as far as equal lengths tell."""
    found: list[tuple[str, set[str]]] = []
    for statement in statements:
        if statement.predicate is not CONG:
            continue
        first, second = set(statement.points[:2]), set(statement.points[2:])
        if len(first & second) != 1:
            continue
        (center,) = first & second
        on = first ^ second
        for other in [r for r in found if r[0] == center and r[1] & on]:
            on |= other[1]
            found.remove(other)
        found.append((center, on))
    return [r for r in found if len(r[1]) >= 3]


def _is_radius(statement: Statement, rounds: Sequence[tuple[str, set[str]]]) -> bool:
    """Whether equal lengths are drawn as a circle."""
    return statement.predicate is CONG and any(
        o in statement.points and set(statement.points) <= on | {o} for o, on in rounds
    )


def _touching(problem: Problem, at: Places) -> Iterator[Ring]:
    """Circles that touch a line in a point with a name: `perp I D B C` with D on BC, and I as far from other lines.

    A side of a polygon is no radius: a square's corner is as far from the two sides that it isn't on.
    """
    edges = {frozenset(side) for side in sides(problem)}
    rows = [s.points for s in problem.premises if s.predicate is COLL]
    lines = {frozenset(row): (row[0], row[1]) for row in (*rows, *sides(problem))}

    def contacts(center: str, foot: str) -> int:
        """Lines of the figure that the circle touches, and points that are said to be on it."""
        radius = abs(at[center] - at[foot])
        feet = {_foot(at[center], at[a], at[b]) for a, b in lines.values() if at[a] != at[b]}
        touched = [z for z in feet if abs(abs(z - at[center]) - radius) < 1e-7 * radius]
        apart = [z for i, z in enumerate(touched) if all(abs(z - w) > 1e-7 * radius for w in touched[:i])]
        named = {frozenset(s.points[i : i + 2]) for s in problem.premises if s.predicate is CONG for i in (0, 2)}
        return len(apart) + (frozenset((center, foot)) in named)

    for s in problem.premises:
        if s.predicate is not PERP:
            continue
        for (a, b), line in ((s.points[:2], s.points[2:]), (s.points[2:], s.points[:2])):
            for center, foot in ((a, b), (b, a)):
                is_foot = foot in line or any(foot in row and set(line) & row for row in lines)
                is_edge = frozenset((center, foot)) in edges
                if is_foot and not is_edge and at[center] != at[foot] and contacts(center, foot) > 1:
                    yield Ring(center, (foot,), Role.GIVEN)


def _foot(p: complex, a: complex, b: complex) -> complex:
    """The point of line ab that is nearest to p."""
    return a + (b - a) * ((p - a) / (b - a)).real


def _pairs(points: Sequence[str]) -> Iterator[Pair]:
    yield from ((a, b) for i, a in enumerate(points) for b in points[i + 1 :])


def _four(statement: Statement) -> tuple[str, str, str, str]:
    a, b, c, d = statement.points
    return a, b, c, d


def _equal_segments(statements: Iterable[Statement]) -> list[tuple[Pair, ...]]:
    """Groups of segments that are said to be equal, those that hang together as one."""
    groups: list[set[frozenset[str]]] = []
    for statement in statements:
        p = statement.points
        if statement.predicate is CONG:
            equal = {frozenset(p[:2]), frozenset(p[2:])}
        elif statement.predicate is MIDP:
            equal = {frozenset(p[:2]), frozenset((p[0], p[2]))}
        else:
            continue
        joined = [g for g in groups if g & equal]
        place = groups.index(joined[0]) if joined else len(groups)
        groups = [g for g in groups if g not in joined]
        groups.insert(place, equal.union(*joined))
    return [
        tuple((a, b) for a, b in sorted(tuple(sorted(s)) for s in group))
        for group in groups
        if all(len(s) == 2 for s in group)
    ]


def _equal_corners(statement: Statement, at: Places) -> tuple[Corner, ...]:
    """The two angles of `eqangle`, where they have a vertex and are equal as they are drawn."""
    if statement.predicate is not EQANGLE:
        return ()
    corners = tuple(corners_of(statement))
    if len(corners) != 2 or abs(_degrees(corners[0], at) - _degrees(corners[1], at)) > SAME_ANGLE:
        return ()
    return corners


def _degrees(corner: Corner, at: Places) -> float:
    a, v, b = (at[p] for p in corner)
    return abs(math.degrees(cmath.phase((b - v) / (a - v))))
