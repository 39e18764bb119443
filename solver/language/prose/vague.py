"""Shapes that need something else to be said: an isosceles triangle, which of its sides are equal, and so on.

Where the statement doesn't say it, there are several ways to read it: see `Context.choose`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver.language.prose.context import Context
from solver.statements.conditions import OBTUSE, ConditionKind
from solver.statements.predicates import CONG, PARA, PERP, Predicate

Segments = tuple[str, str, str, str]


@dataclass(frozen=True)
class Need:
    """What must be said of two of a shape's sides: a relation; which sides these may be, the likeliest first, and in words."""

    relation: Predicate | ConditionKind
    options: Callable[[Sequence[str]], list[Segments]]
    words: str


def _corners(p: Sequence[str]) -> list[Segments]:
    """The two sides at each vertex."""
    return [(p[i], p[i - 2], p[i], p[i - 1]) for i in range(len(p))]


def _right_corners(p: Sequence[str]) -> list[Segments]:
    """As textbooks have it: the right angle at C, if it isn't said where."""
    a, b, c = _corners(p)
    return [c, a, b]


def _opposite_sides(p: Sequence[str]) -> list[Segments]:
    a, b, c, d = p
    return [(a, b, c, d), (b, c, d, a)]


def _three_corners(p: Sequence[str]) -> list[Segments]:
    """The vertices at which a trapezoid may have a right angle: there are two of these, and one is enough."""
    return [(v, p[i - 1], v, p[(i + 1) % len(p)]) for i, v in enumerate(p[:3])]


NEEDS = {
    "isosceles": Need(CONG, _corners, "{0}{1} = {2}{3}"),
    "parallel": Need(PARA, _opposite_sides, "{0}{1} ∥ {2}{3}"),
    "obtuse": Need(OBTUSE, _corners, "the obtuse angle is at {0}"),
    "right": Need(PERP, _right_corners, "the right angle is at {0}"),
    "right trapezoid": Need(PERP, _three_corners, "there is a right angle at {0}"),
}


def _right_corner(said: list[tuple[object, tuple[str, ...]]], triangle: tuple[str, ...]) -> str:
    """The vertex at which an angle of the triangle is said to be right."""
    for kind, p in said:
        if kind is PERP and set(p) == set(triangle):
            shared = set(p[:2]) & set(p[2:])
            if len(shared) == 1:
                return shared.pop()
    return ""


def is_vague(ctx: Context, word: str, points: tuple[str, ...]) -> None:
    """A shape needs something else to be said: the rest of the statement may say it; a goal can't wait for that."""
    if ctx.is_goal:
        _take(ctx, word, points)
    else:
        ctx.vague.append((word, points, ctx.span))


def decide(ctx: Context, word: str, points: Sequence[str]) -> None:
    """What a shape leaves open is taken now, as something else that is said depends on it."""
    for vague in ctx.vague:
        if vague[0] == word and set(vague[1]) == set(points):
            ctx.vague.remove(vague)
            with ctx.as_given():
                _take(ctx, word, vague[1])
            return


#: Shapes in the order in which they are decided: what comes later depends on these.
_EARLIER = {"right": 0, "parallel": 1}


def check_shapes(ctx: Context) -> None:
    """Shapes that leave open which of their sides or angles are meant are read in all ways that there are."""
    open_, ctx.vague = ctx.vague, []
    both = {points for word, points, _ in open_ if word == "right"}
    for word, points, span in sorted(open_, key=lambda vague: _EARLIER.get(vague[0], len(_EARLIER))):
        said: list[tuple[object, tuple[str, ...]]] = [(s.predicate, s.points) for s in ctx.given.premises]
        said += [(c.kind, c.points) for c in ctx.given.conditions]
        if word == "isosceles" and len(points) == 4:
            _say_legs(ctx, points)
            continue
        if word == "isosceles" and points in both and (v := _right_corner(said, points)):
            p, q = (x for x in points if x != v)
            ctx.say(CONG, v, p, v, q)  # of an isosceles right triangle, the legs are equal
            continue
        need = NEEDS[word]
        sides = {frozenset(pair) for pair in combinations(points, 2)}
        related = ({frozenset(p[:2]), frozenset(p[-2:])} for kind, p in said if kind is need.relation)
        if not any(pair <= sides for pair in related):
            ctx.span = span
            _take(ctx, word, points)


def _say_legs(ctx: Context, p: tuple[str, ...]) -> None:
    """The legs of an isosceles trapezoid, whose bases are known by now, are equal, and the diagonals, or it could be a parallelogram."""
    parallel = [{frozenset(s.points[:2]), frozenset(s.points[2:])} for s in ctx.given.premises if s.predicate is PARA]
    for a, b, c, d in _opposite_sides(p):
        if {frozenset((a, b)), frozenset((c, d))} in parallel:
            ctx.say(CONG, a, d, b, c)
            ctx.say(CONG, a, c, b, d)
            return


def _take(ctx: Context, word: str, points: tuple[str, ...]) -> None:
    need = NEEDS[word]
    options = need.options(points)
    is_named = not set(points) <= ctx.invented  # else it is all the same which one
    words = [need.words.format(*option) for option in options]
    taken = options[ctx.choose((word, points), words) if is_named else 0]
    if isinstance(need.relation, ConditionKind):
        v, a, _, b = taken
        ctx.demand(need.relation, a, v, b)
    else:
        ctx.say(need.relation, *taken)
