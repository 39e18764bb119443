"""Lines and circles as the plain language speaks of them, and the verbs of its table that are about these.

A line is known by two points, or by what puts a point on it; a circle by its center, by points on it, or by a diameter,
and by more of these as the statement goes on. A verb says what it means in predicates, in the way that fits what is
known: a tangent is perpendicular to a radius where the center has a name, and makes an inscribed angle where it hasn't.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from solver.errors import ParseError
from solver.statements.conditions import (
    APART,
    INSIDE_CIRCLE,
    LONGER,
    OBTUSE,
    OUTSIDE_CIRCLE,
    ConditionKind,
)
from solver.statements.predicates import (
    CIRCLE,
    COLL,
    CONG,
    CONTRI,
    CYCLIC,
    EQANGLE,
    PERP,
    SIMTRI,
    Predicate,
)


@dataclass(frozen=True)
class Line:
    """ends: the two points that name it, if two do; else `put` says that a point is on it. name: for messages."""

    ends: tuple[str, str] | None
    put: Callable[[str], None] | None = None


@dataclass
class Round:
    """A circle: its center, points on it, and two points on it that are ends of a diameter; as far as they are named."""

    center: str | None = None
    points: list[str] = field(default_factory=list)
    diameter: tuple[str, str] | None = None


Value = str | Line | Round | list[str] | list[Line]


class Speaker(Protocol):
    """What the verbs need of the statement that is being read (see `solver.language.plain_scope`)."""

    is_goal: bool

    def say(self, predicate: Predicate, *points: str, senses: tuple[int, ...] | None = None) -> None: ...

    def demand(self, kind: ConditionKind, *points: str) -> None: ...

    def declare(self, point: str) -> None: ...

    def known(self, noun: str, *arguments: str) -> str: ...

    def fresh(self, letter: str) -> str: ...

    def give(self, verb: Callable[[], None]) -> None: ...

    def ends(self, line: Line) -> tuple[str, str]: ...

    def fail(self, message: str, hint: str = "") -> ParseError: ...


def center(speaker: Speaker, circle: Round) -> str:
    """The center, which gets a name if it has none."""
    if circle.center is None:
        if circle.diameter is not None:
            circle.center = speaker.known("midpoint", *circle.diameter)
        elif len(circle.points) >= 3:
            circle.center = speaker.known("circumcenter", *circle.points[:3])
        else:
            circle.center = speaker.fresh("O")
            speaker.give(partial(equidistant, speaker, circle.center, list(circle.points)))
    return circle.center


def on(speaker: Speaker, x: str, curve: Line | Round) -> None:
    """x is on the line or circle."""
    if isinstance(curve, Line):
        if curve.put is not None:
            curve.put(x)
        elif curve.ends is not None and x not in curve.ends:
            speaker.say(COLL, x, *curve.ends)
        return
    if x in curve.points:
        return
    if curve.diameter is not None:
        a, b = curve.diameter
        speaker.say(PERP, x, a, x, b)
    elif curve.center is not None and curve.points:
        speaker.say(CONG, curve.center, x, curve.center, curve.points[0])
    elif curve.center is None and len(curve.points) >= 3:
        speaker.say(CYCLIC, *curve.points[:3], x)
    elif speaker.is_goal:
        raise speaker.fail(
            "this circle isn't fixed by anything", "say which points are on it: w circle through A, B, C"
        )
    if not speaker.is_goal:
        curve.points.append(x)
        speaker.declare(x)


def meet(speaker: Speaker, x: str, first: Line | Round, second: Line | Round) -> None:
    """x is on both; where both pass through a known point, x is another one."""
    for p in _shared(first, second):
        if p != x:
            speaker.demand(APART, x, p)
    on(speaker, x, first)
    on(speaker, x, second)


def _shared(first: Line | Round, second: Line | Round) -> list[str]:
    known = [curve.points if isinstance(curve, Round) else curve.ends or () for curve in (first, second)]
    return [p for p in known[0] if p in known[1]]


def common(speaker: Speaker, x: str, lines: Sequence[Line]) -> None:
    for line in lines:
        on(speaker, x, line)


def concurrent(speaker: Speaker, lines: Sequence[Line]) -> None:
    """Their common point gets a name; that the first two meet in it is given."""
    first, second, *rest = lines
    if not rest:
        raise speaker.fail("two lines always meet or are parallel", "name three lines: A D, B E, C F concurrent")
    x = speaker.fresh("X")
    speaker.give(lambda: meet(speaker, x, first, second))
    for line in rest:
        on(speaker, x, line)


def name_center(speaker: Speaker, x: str, circle: Round) -> None:
    """x is the center of the circle."""
    if circle.diameter is not None:
        a, b = circle.diameter
        speaker.say(COLL, x, a, b)
        speaker.say(CONG, x, a, x, b)
    elif speaker.is_goal:
        if len(circle.points) < 3:
            raise speaker.fail("this circle isn't fixed by three points", "name them: prove O center of circle (A B C)")
        speaker.say(CIRCLE, x, *circle.points[:3])
    else:
        for p in circle.points[1:]:
            speaker.say(CONG, x, circle.points[0], x, p)
    if not speaker.is_goal:
        circle.center = circle.center or x


def touch(speaker: Speaker, p: str, q: str, circle: Round, t: str) -> None:
    """Line pq touches the circle at t."""
    if not (speaker.is_goal and t in circle.points):
        on(speaker, t, circle)
    if t not in (p, q):
        speaker.say(COLL, t, p, q)
    other = p if p != t else q
    rest = [x for x in circle.points if x != t]
    if circle.diameter is not None and t in circle.diameter:
        speaker.say(PERP, *circle.diameter, t, other)
    elif circle.center is None and circle.diameter is None and len(rest) >= 2:
        u, v = rest[:2]
        speaker.say(EQANGLE, t, other, t, u, v, t, v, u)
    else:
        speaker.say(PERP, center(speaker, circle), t, t, other)


def touch_curve(speaker: Speaker, curve: Line | Round, circle: Round, t: str) -> None:
    """A line, or another circle that has a name, touches the circle at t."""
    if isinstance(curve, Round):
        kiss(speaker, curve, circle, t)
    else:
        touch(speaker, *speaker.ends(curve), circle, t)


def tangent(speaker: Speaker, line: Line, circle: Round) -> None:
    """The line touches the circle where a point that names it is on it."""
    p, q = speaker.ends(line)
    touching = [t for t in (p, q) if t in circle.points]
    if len(touching) != 1:
        raise speaker.fail(
            "it isn't said where the line touches the circle", f"write {p} {q} tangent to circle … at {q}"
        )
    touch(speaker, p, q, circle, touching[0])


def kiss(speaker: Speaker, first: Round, second: Round, t: str) -> None:
    """The circles touch at t."""
    for circle in (first, second):
        if not (speaker.is_goal and t in circle.points):
            on(speaker, t, circle)
    speaker.say(COLL, t, center(speaker, first), center(speaker, second))


def antipode(speaker: Speaker, x: str, a: str, circle: Round) -> None:
    """x and a are ends of a diameter."""
    if circle.center is not None:
        for p in (a, x):
            if p not in circle.points:
                on(speaker, p, circle)
        speaker.say(COLL, x, circle.center, a)
        return
    others = [p for p in circle.points if p not in (a, x)]
    if len(others) < 2:
        raise speaker.fail("this circle isn't fixed by points", "write antipode of A on circle (A B C)")
    for p in others[:2]:
        speaker.say(PERP, p, x, p, a)
    if not speaker.is_goal:
        circle.points += [p for p in (x, a) if p not in circle.points]


def equidistant(speaker: Speaker, x: str, points: Sequence[str]) -> None:
    if speaker.is_goal and len(points) >= 3:
        speaker.say(CIRCLE, x, *points)
        return
    for p in points[1:]:
        speaker.say(CONG, x, points[0], x, p)


def bisects(speaker: Speaker, p: str, q: str, a: str, v: str, b: str) -> None:
    """Line pq bisects the angle at v between va and vb, from inside or from outside."""
    if v not in (p, q):
        speaker.say(COLL, v, p, q)
    far = q if p == v else p
    speaker.say(EQANGLE, v, a, v, far, v, far, v, b)


def within(speaker: Speaker, x: str, circle: Round) -> None:
    """x is inside the circle."""
    if circle.diameter is not None:
        speaker.demand(OBTUSE, circle.diameter[0], x, circle.diameter[1])
    elif circle.center is not None and circle.points:
        speaker.demand(LONGER, circle.center, circle.points[0], circle.center, x)
    else:
        speaker.demand(INSIDE_CIRCLE, x, *circle.points[:3])


def without(speaker: Speaker, x: str, circle: Round) -> None:
    """x is outside the circle."""
    if circle.center is not None and circle.points:
        speaker.demand(LONGER, circle.center, x, circle.center, circle.points[0])
    else:
        speaker.demand(OUTSIDE_CIRCLE, x, *circle.points[:3])


def similar(speaker: Speaker, *points: str) -> None:
    """Two triangles, of either orientation."""
    speaker.say(SIMTRI, *points, senses=())


def congruent(speaker: Speaker, *points: str) -> None:
    speaker.say(CONTRI, *points, senses=())


#: By the word that stands for them in the table of phrases.
VERBS: Mapping[str, Callable[..., None]] = {
    "on": on,
    "meet": meet,
    "common": common,
    "concurrent": concurrent,
    "center": name_center,
    "touch": touch,
    "touch_curve": touch_curve,
    "tangent": tangent,
    "kiss": kiss,
    "antipode": antipode,
    "diametral": antipode,
    "equidistant": equidistant,
    "bisects": bisects,
    "within": within,
    "without": without,
    "similar": similar,
    "congruent": congruent,
}
