"""Shapes that need something else to be said: an isosceles triangle, which of its sides are equal, and so on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from solver.language.prose.context import Context
from solver.statements.conditions import OBTUSE, ConditionKind
from solver.statements.predicates import CONG, PARA, PERP, Predicate


@dataclass(frozen=True)
class Need:
    """What must be said of two of a shape's sides: a relation, what is missing without it, and how to write it."""

    relation: Predicate | ConditionKind
    missing: str
    example: str


NEEDS = {
    "isosceles": Need(CONG, "sides are equal", "isosceles triangle {0}{1}{2} with {0}{1} = {0}{2}"),
    "parallel": Need(PARA, "sides are parallel", "trapezoid {0}{1}{2}{3} with {0}{1} ∥ {2}{3}"),
    "obtuse": Need(OBTUSE, "angle is obtuse", "triangle {0}{1}{2} with ∠{1}{0}{2} > 90°"),
    "right": Need(PERP, "angle is right", "triangle {0}{1}{2} with ∠{1}{0}{2} = 90°"),
}


def _right_corner(said: list[tuple[object, tuple[str, ...]]], triangle: tuple[str, ...]) -> str:
    """The vertex at which an angle of the triangle is said to be right."""
    for kind, p in said:
        if kind is PERP and set(p) == set(triangle):
            shared = set(p[:2]) & set(p[2:])
            if len(shared) == 1:
                return shared.pop()
    return ""


def check_shapes(ctx: Context) -> None:
    """Raises ParseError where a shape leaves open which of its sides or angles are meant."""
    said: list[tuple[object, tuple[str, ...]]] = [(s.predicate, s.points) for s in ctx.given.premises]
    said += [(c.kind, c.points) for c in ctx.given.conditions]
    both = {points for word, points, _ in ctx.vague if word == "right"}
    for word, points, span in ctx.vague:
        if word == "isosceles" and points in both and (v := _right_corner(said, points)):
            p, q = (x for x in points if x != v)
            ctx.say(CONG, v, p, v, q)  # of an isosceles right triangle, the legs are equal
            continue
        need = NEEDS[word]
        sides = {frozenset(pair) for pair in combinations(points, 2)}
        related = ({frozenset(p[:2]), frozenset(p[-2:])} for kind, p in said if kind is need.relation)
        if not any(pair <= sides for pair in related):
            ctx.span = span
            raise ctx.fail(f"it isn't said which {need.missing}", f"write e.g. {need.example.format(*points)}")
