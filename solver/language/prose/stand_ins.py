"""Points that only stand for a radius: in `a circle of radius 5 touches AB` the point of contact is as good.

Where a length of a circle is said before any point of it is known, a point X is made up on the circle. It is free to move, so that
figures are harder to find and nothing with it is rigid; once another point of the circle has been told, X gives way to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from solver.language.problem import NamedCircle, Problem
from solver.statements.conditions import LONGER, Condition
from solver.statements.expression import (
    Area,
    Expression,
    Length,
    Number,
    Power,
    Product,
    Size,
    Sum,
    Trigonometric,
    points_of,
    renamed,
)
from solver.statements.predicates import CONG, DISTSEQ, RCOMPUTE, RCONST, SQDISTSEQ, Statement

#: Predicates of segments, two points each.
_OF_SEGMENTS = (CONG, RCONST, RCOMPUTE, DISTSEQ, SQDISTSEQ)
#: The parts of a problem that name points.
_NAMING = (
    "premises", "goal", "spans", "conditions", "condition_spans", "senses", "goal_senses", "goal_conditions", "goal_given",
    "goal_given_conditions", "goal_unit", "others", "asking", "unit", "measured", "circles", "tangents", "called",
)  # fmt: skip


def without_stand_ins(problem: Problem, invented: Collection[str]) -> Problem:
    """The problem without the points that were made up where others of the same circles do. invented: points without a name in the text."""
    for x in [p for p in problem.points if p in invented]:
        other = _as_good_as(problem, x)
        if other is not None:
            problem = _without(problem, x, other)
    return problem


def _as_good_as(problem: Problem, x: str) -> str | None:
    """Another point of the circle that x is on, if x is there for the radius only."""
    said = [s for s in problem.premises if x in s.points]
    equal = [s.points for s in said if s.predicate is CONG and len(set(s.points)) == 3]
    centers = {p for points in equal for p in points if points.count(p) == 2}
    if len(centers) != 1:
        return None
    (o,) = centers
    claims = [g.statement for g in problem.goals] + [s for g in problem.goals for s in g.given]
    named = [e for asking in problem.asking.values() for _, e in asking.names]
    conditions = [*problem.conditions, *(c for g in problem.goals for c in (*g.conditions, *g.given_conditions))]
    if not (
        all(_is_of_radius(s, o, x) for s in (*said, *claims))
        and all(_has_radius_only(e, o, x) for e in named)
        and all(x not in c.points or (c.kind is LONGER and _in_segments(c.points, o, x)) for c in conditions)
    ):
        return None
    others = (p for points in equal for p in points if p not in (o, x))
    return next((p for p in others if p != x), None)


def _is_of_radius(s: Statement, o: str, x: str) -> bool:
    if x not in s.points:
        return True
    if s.expression is not None:
        return _has_radius_only(s.expression, o, x)
    return s.predicate in _OF_SEGMENTS and _in_segments(s.points, o, x)


def _in_segments(points: tuple[str, ...], o: str, x: str) -> bool:
    """Whether x is an end of the segments ox only."""
    pairs = zip(points[::2], points[1::2], strict=False)
    return all(x not in pair or set(pair) == {o, x} for pair in pairs)


def _has_radius_only(e: Expression, o: str, x: str) -> bool:
    match e:
        case Length(a, b):
            return x not in (a, b) or {a, b} == {o, x}
        case Sum(parts) | Product(parts):
            return all(_has_radius_only(p, o, x) for p in parts)
        case Power(base, _):
            return _has_radius_only(base, o, x)
    return x not in points_of(e)


def _without(problem: Problem, x: str, other: str) -> Problem:
    names = {p: other if p == x else p for p in problem.points}
    made = replace(
        problem,
        points=tuple(p for p in problem.points if p != x),
        **{name: _named(getattr(problem, name), names) for name in _NAMING},
    )
    kept = tuple(s for s in dict.fromkeys(made.premises) if s.predicate is not CONG or not _is_of_one_segment(s))
    return replace(made, premises=kept)


def _is_of_one_segment(s: Statement) -> bool:
    return set(s.points[:2]) == set(s.points[2:])


def _named(node: Any, names: Mapping[str, str]) -> Any:
    """A part of a problem with other names for its points."""
    match node:
        case Statement():
            return node.renamed(names)
        case Condition():
            return Condition(node.kind, tuple(names[p] for p in node.points))
        case Length() | Area() | Trigonometric() | Size() | Sum() | Product() | Power() | Number():
            return renamed(node, names)
        case Mapping():
            return {_named(key, names): _named(value, names) for key, value in node.items()}
        case tuple():
            return tuple(_named(part, names) for part in node)
        case NamedCircle(points=points):
            return replace(node, points=tuple(dict.fromkeys(names[p] for p in points)))
        case frozenset():
            return frozenset(_named(part, names) for part in node)
        case str():
            return names.get(node, node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{f.name: _named(getattr(node, f.name), names) for f in fields(node)})
    return node
