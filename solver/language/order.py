"""An order of construction for a statement that gives none.

Again and again the point that the fewest premises about the remaining ones restrict is set aside for the end. Where a
statement can be constructed point by point, two restrictions each, this finds an order: setting a point aside never
restricts another one more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from numpy.random import Generator

from solver.language.problem import Problem
from solver.statements.conditions import CONVEX, NONCOLLINEAR, Condition
from solver.statements.predicates import COLL, CYCLIC, Statement


@dataclass(frozen=True)
class Step:
    """A point, and the premises and conditions that are about it and points before it."""

    point: str
    premises: tuple[Statement, ...]
    conditions: tuple[Condition, ...]


def ordered(problem: Problem, rng: Generator | None = None) -> tuple[Step, ...]:
    """An order of the points. rng: breaks ties at random, else the last one mentioned comes last."""
    remaining = list(problem.points)
    rank = {p: i for i, p in enumerate(remaining)}
    if rng is not None:
        rank = dict(zip(remaining, map(int, rng.permutation(len(remaining))), strict=True))
    order: list[str] = []
    while remaining:
        counts = _restrictions(problem, remaining)
        last = min(remaining, key=lambda p: (max(2, counts[p]), -rank[p]))
        remaining.remove(last)
        order.append(last)
    order.reverse()
    return _steps(problem, order, lambda s, placed: s if placed.issuperset(s.points) else None)


def steps_of(problem: Problem, order: Sequence[str]) -> tuple[Step, ...]:
    """The points in this order, each with what is said about it and points before it; of many points on a line or circle,
    those that are there."""
    return _steps(problem, order, _about)


def _steps(
    problem: Problem, order: Sequence[str], about: Callable[[Statement, set[str]], Statement | None]
) -> tuple[Step, ...]:
    steps, placed = [], set[str]()
    for point in order:
        placed.add(point)
        said = (about(s, placed) for s in problem.premises if point in s.points)
        steps.append(
            Step(
                point,
                tuple(s for s in said if s is not None),
                tuple(c for c in _conditions_on(problem.conditions, placed) if point in c.points),
            )
        )
    return tuple(steps)


def _about(statement: Statement, placed: set[str]) -> Statement | None:
    """What it says about these points alone: of many points on a line or circle, those that are there."""
    if placed.issuperset(statement.points):
        return statement
    if statement.predicate in (COLL, CYCLIC):
        points = tuple(p for p in statement.points if p in placed)
        if len(points) >= (3 if statement.predicate is COLL else 4):
            return Statement(statement.predicate, points)
    return None


def _conditions_on(conditions: Sequence[Condition], placed: set[str]) -> Iterator[Condition]:
    """Conditions on what is placed; corners of a convex polygon are those of a convex one as soon as there are four."""
    for condition in conditions:
        points = tuple(p for p in condition.points if p in placed)
        if len(points) == len(condition.points):
            yield condition
        elif condition.kind is CONVEX and len(points) >= 4:
            yield Condition(CONVEX, points)


def _restrictions(problem: Problem, among: Sequence[str]) -> Mapping[str, int]:
    """How many equations restrict each point; those of one sentence, two at most: they may say the same."""
    by_sentence: dict[object, list[Statement]] = {}
    for statement in problem.premises:
        if set(statement.points) <= set(among):
            by_sentence.setdefault(problem.spans.get(statement, statement), []).append(statement)
    counts = dict.fromkeys(among, 0)
    for statements in by_sentence.values():
        for p in {p for s in statements for p in s.points}:
            counts[p] += min(2, sum(max(1, len(s.equations())) for s in statements if p in s.points))
    return counts


def introduction(problem: Problem) -> tuple[str, ...]:
    """The points in the order in which the statement introduces them.

    Triangles and polygons come first. In a sentence whose premises all speak of the point that it names first ("P on the
    bisector of angle BAC"), that point is what the sentence introduces: the others come before it. Statements by
    constructions or with coordinates have an order.
    """
    if problem.clauses or problem.coordinates:
        return problem.points
    shapes = (c for c in problem.conditions if c.kind in (NONCOLLINEAR, CONVEX))
    order = dict.fromkeys(p for shape in shapes for p in shape.points)
    rank = {p: k for k, p in enumerate(problem.points)}
    sentences: dict[object, list[Statement]] = {}
    for premise in problem.premises:
        sentences.setdefault(problem.spans.get(premise, premise), []).append(premise)
    for premises in sentences.values():
        new = sorted({p for s in premises for p in s.points if p not in order}, key=rank.__getitem__)
        if new and all(new[0] in s.points for s in premises):
            new = [*new[1:], new[0]]
        order |= dict.fromkeys(new)
    return tuple(dict.fromkeys((*order, *problem.points)))
