"""What can be said of points, lines and circles, in predicates: on, meet, parallel, perpendicular, tangent.

Each says what it means in the way that fits what is known: a tangent is perpendicular to a radius where the center has a
name, and makes an inscribed angle where it hasn't. What is said first of a line or circle only fixes which one it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context, Key
from solver.language.prose.objects import Arc, Circle, Direction, Line, Part, Region, Value
from solver.statements.conditions import APART, ON_RAY
from solver.statements.predicates import CIRCLE, COLL, CONG, CYCLIC, EQANGLE, OVERLAP, PARA, PERP

Curve = Line | Circle


def curve_of(value: Value) -> Curve | None:
    """The whole line or circle that something is a part of."""
    match value:
        case Line() | Circle():
            return value
        case Part(line=line):
            return line
        case Arc(circle=circle):
            return circle
        case Region(of=of, is_inside=True) if isinstance(of, Part | Arc):
            return curve_of(of)
    return None


# Points on lines and circles.


def on(ctx: Context, x: str, curve: Curve) -> None:
    """x is on the line or circle."""
    if isinstance(curve, Line):
        _on_line(ctx, x, curve)
    else:
        _on_circle(ctx, x, curve)


def _on_line(ctx: Context, x: str, line: Line) -> None:
    if x in line.points:
        return
    if line.touches is not None and x in line.touches.points and not ctx.is_goal:
        touch_at(ctx, line, line.touches, x)  # tangent to ω through B, which is on ω
        return
    touch_somewhere(ctx, line)
    if len(line.points) >= 2:
        ctx.say(COLL, x, line.points[0], line.points[1])
        if line.begins and ctx.takes_closer():
            ctx.demand(ON_RAY, x, line.begins, next(p for p in line.points if p != line.begins))
    elif line.put is not None:
        line.put(x)
    elif line.direction is not None and line.points:
        say_direction(ctx, x, line.points[0], line.direction)
    if not ctx.is_goal:
        line.points.append(x)
        ctx.declare(x)


def _on_circle(ctx: Context, x: str, circle: Circle) -> None:
    if x in circle.points:
        return
    if circle.diameter is not None:
        a, b = circle.diameter
        ctx.say(PERP, x, a, x, b)
    elif circle.radius is not None and circle.center is not None:
        ctx.say(CONG, circle.center, x, *circle.radius)
    elif circle.center is not None and circle.points:
        ctx.say(CONG, circle.center, x, circle.center, circle.points[0])
    elif circle.center is None and len(circle.points) >= 3:
        ctx.say(CYCLIC, *circle.points[:3], x)
    elif ctx.is_goal:
        raise ctx.fail("this circle isn't fixed by anything", "say which points are on it")
    if not ctx.is_goal:
        circle.points.append(x)
        ctx.declare(x)


def center(ctx: Context, circle: Circle) -> str:
    """The center, which gets a name if it has none."""
    if circle.center is None:
        if circle.diameter is not None:
            a, b = circle.diameter
            circle.center = midpoint(ctx, a, b)
        elif len(circle.points) >= 3:
            circle.center = circumcenter(ctx, *circle.points[:3])
        else:
            circle.center = _new_center(ctx, circle)
    return circle.center


def _new_center(ctx: Context, circle: Circle) -> str:
    """The center of a circle with less than three points that are known: what it is called later on, if it is."""
    known = list(circle.points)

    def define(o: str) -> None:
        for p in known[1:]:
            ctx.say(CONG, o, known[0], o, p)

    if which := circle.name or circle.called or circle.origin:
        return ctx.point(("center of", which), "O", define)
    o = ctx.fresh("O")
    with ctx.as_given():
        define(o)
    return o


def set_center(ctx: Context, circle: Circle, o: str) -> None:
    """o is the center of the circle."""
    if circle.center == o:
        return
    if circle.center is not None:
        for key, name in ctx.known.items():
            if name == circle.center and not (ctx.is_goal or o in ctx.invented):
                ctx.explicit.setdefault(key, o)
        ctx.say(OVERLAP, o, circle.center)
    elif circle.diameter is not None:
        a, b = circle.diameter
        ctx.say(COLL, o, a, b)
        ctx.say(CONG, o, a, o, b)
    elif ctx.is_goal and len(circle.points) >= 3:
        ctx.say(CIRCLE, o, *circle.points[:3])
    else:
        for p in circle.points[1:3] if len(circle.points) > 3 else circle.points[1:]:
            ctx.say(CONG, o, circle.points[0], o, p)
        if not ctx.is_goal and len(circle.points) >= 3:
            ctx.is_named(("circumcenter", frozenset(circle.points[:3])), o)
    if not ctx.is_goal:
        circle.center = o
        ctx.declare(o)


def put_between(ctx: Context, x: str, a: str, b: str) -> None:
    """x is the midpoint of a and b, and so on their line."""
    ctx.say(COLL, x, a, b)
    ctx.say(CONG, x, a, x, b)
    line = ctx.line(a, b)
    if not ctx.is_goal and x not in line.points:
        line.points.append(x)


def midpoint(ctx: Context, a: str, b: str) -> str:
    def define(x: str) -> None:
        put_between(ctx, x, a, b)

    return ctx.point(("midpoint", frozenset((a, b))), "M", define)


def circumcenter(ctx: Context, a: str, b: str, c: str) -> str:
    def define(x: str) -> None:
        ctx.say(CONG, x, a, x, b)
        ctx.say(CONG, x, b, x, c)

    return ctx.point(("circumcenter", frozenset((a, b, c))), "O", define)


def foot(ctx: Context, a: str, line: Line, name: str = "") -> str:
    """The foot of the perpendicular from a to a line."""

    def define(x: str) -> None:
        on(ctx, x, line)
        p, q = ends(ctx, line)
        ctx.say(PERP, x, a, p, q)

    key = ("foot", a, frozenset(ends(ctx, line)))
    if name:
        if not ctx.is_named(key, name):
            define(name)
        else:
            ctx.say(OVERLAP, name, ctx.known[key])
        return name
    return ctx.point(key, "D", define)


# Directions.


def ends(ctx: Context, line: Line) -> tuple[str, str]:
    """Two points that name a line; new ones where it has fewer."""
    touch_somewhere(ctx, line)
    while len(line.points) < 2:
        with ctx.as_given():
            _on_line(ctx, ctx.fresh("X"), line)
    return line.points[0], line.points[1]


def segment_of(ctx: Context, line: Line) -> tuple[str, str]:
    """The ends of a line that is spoken of as a segment: an altitude ends at its foot. Raises ParseError."""
    other = ctx.line(*line.side) if line.side is not None else line.dropped_to
    if other is None or not line.points:
        touch_somewhere(ctx, line)
        if len(line.points) < 2:
            raise ctx.fail("it isn't clear where this line ends", "name it by its ends: AB")
        return line.points[0], line.points[1]
    a = line.points[0]
    if line.side is None:
        return a, foot(ctx, a, other)
    return a, crossing(ctx, line, other, "D")


def direction(ctx: Context, line: Line) -> Direction:
    touch_somewhere(ctx, line)
    if len(line.points) < 2 and line.direction is not None:
        return line.direction
    return Direction(*ends(ctx, line))


def say_direction(ctx: Context, x: str, y: str, to: Direction) -> None:
    ctx.say(PERP if to.is_turned else PARA, x, y, to.a, to.b)


def is_open(line: Line) -> bool:
    """Whether its direction is still free to be said."""
    return len(line.points) < 2 and line.direction is None and line.put is None and line.touches is None


def parallel(ctx: Context, first: Line, second: Line) -> None:
    _directed(ctx, first, second, False)


def perpendicular(ctx: Context, first: Line, second: Line) -> None:
    _directed(ctx, first, second, True)


def _directed(ctx: Context, first: Line, second: Line, turned: bool) -> None:
    if is_open(second) and not is_open(first):
        first, second = second, first
    other = direction(ctx, second)
    wanted = other.turned() if turned else other
    if is_open(first) and not ctx.is_goal:
        first.direction = wanted
        return
    if not turned and len(first.points) < 2 and first.touches is not None and not ctx.is_goal:
        first.direction = wanted
        return
    own = direction(ctx, first)
    ctx.say(PERP if own.is_turned != wanted.is_turned else PARA, own.a, own.b, wanted.a, wanted.b)


# Where curves meet.


def common_points(first: Curve, second: Curve) -> list[str]:
    return [p for p in first.points if p in second.points]


def meet(ctx: Context, xs: Sequence[str], first: Curve, second: Curve) -> None:
    """The points are on both; other ones than those that both are known to pass through, and than each other."""
    sides = [(c, d) for c, d in ((first, second), (second, first)) if isinstance(c, Line) and isinstance(d, Circle)]
    for line, circle in sides:
        if not ctx.is_goal and len(xs) == 1 and touches_side(ctx, line, circle):
            touch_line(ctx, line, circle, xs[0])
            return
    twins = first.twins if isinstance(first, Line) else None
    if twins is not None and second in twins.lines and twins.are_bare and len(xs) == 1 and not ctx.is_goal:
        twins.meet_at(xs[0])
        for line in twins.lines:
            line.points.append(xs[0])
        return
    known = common_points(first, second)
    limit = 1 if isinstance(first, Line) and isinstance(second, Line) else 2
    if limit == 1 and len(xs) == 1 and known and xs[0] not in known and not ctx.is_goal:
        ctx.rename(known[0], xs[0])  # the median from A meets BC in the midpoint, which has a name
        if known[0] not in ctx.invented and min(len(first.points), len(second.points)) > 1:
            raise ctx.fail(
                f"these lines meet at {known[0]}, and {xs[0]} is said to be another point", "name what meets there"
            )
    for x in xs:
        if not ctx.is_goal and len(known) < limit + (x in known):
            for p in known:
                if p != x:
                    ctx.demand(APART, x, p)
        on(ctx, x, first)
        on(ctx, x, second)
    for i, x in enumerate(xs):
        for y in xs[:i]:
            if x != y and not ctx.is_goal:
                ctx.demand(APART, y, x)


def touches_side(ctx: Context, line: Line, circle: Circle) -> bool:
    """Whether the circle is the incircle or an excircle of a triangle, and the line one of its sides."""
    centers = (key for key, name in ctx.known.items() if name == circle.center and key[0] in ("incenter", "excenter"))
    return any(len(set(line.points) & key[-1]) >= 2 for key in centers if isinstance(key[-1], frozenset))


def crossing(ctx: Context, first: Curve, second: Curve, letter: str = "P") -> str:
    """Where they meet, a point that is known or a new one."""
    known = common_points(first, second)
    if known and (isinstance(first, Line) and isinstance(second, Line)):
        return known[0]
    x = ctx.fresh(letter)
    with ctx.as_given():
        meet(ctx, [x], first, second)
    return x


# Tangency.


def touch_somewhere(ctx: Context, line: Line) -> None:
    """A tangent whose point of contact isn't known yet gets one."""
    while line.touches is not None:
        circle, line.touches, line.also = line.touches, line.also, None
        contact(ctx, line, circle)


def circle_key(ctx: Context, circle: Circle) -> object:
    """What tells the circle from others, the same in each reading of a statement where it can be."""
    if circle.name or circle.called:
        return circle.name or circle.called
    if circle.center is not None and ctx.invented & set(circle.points[:3]):
        return circle.center  # its points may have other names in the next reading
    if len(circle.points) >= 3 and circle.diameter is None:
        return frozenset(circle.points[:3])
    return circle.center or id(circle)


def _contact_key(ctx: Context, line: Line, circle: Circle, t: str = "") -> Key | None:
    """Where a line touches a circle; None where too few points tell which line it is."""
    told = [p for p in line.points if p != t][:2]
    return ("contact", frozenset(told), circle_key(ctx, circle)) if len(told) == 2 else None


def contact(ctx: Context, line: Line, circle: Circle) -> str:
    """The point in which the line touches the circle, which gets a name."""
    key = _contact_key(ctx, line, circle)
    if key is None:
        t = ctx.fresh("T")
        with ctx.as_given():
            touch_at(ctx, line, circle, t)
        return t
    t = ctx.point(key, "T", lambda x: touch_at(ctx, line, circle, x))
    if ctx.pending.pop(key, None) is not None:
        with ctx.as_given():
            touch_at(ctx, line, circle, t)
    return t


def touch_at(ctx: Context, line: Line, circle: Circle, t: str) -> None:
    """The line touches the circle at t."""
    line.touches, line.also = [c for c in (line.touches, line.also) if c is not circle and c is not None] + [None] * (
        2 - len([c for c in (line.touches, line.also) if c is not circle and c is not None])
    )
    if not (ctx.is_goal and t in circle.points):
        on(ctx, t, circle)
    if not ctx.is_goal and line not in circle.tangents:
        circle.tangents.append(line)
    key = _contact_key(ctx, line, circle, t)
    if key is not None:
        ctx.is_named(key, t)
    rest = [x for x in circle.points if x != t]
    if circle.center is not None and len(line.points) >= 2 and t not in line.points[:2]:
        ctx.is_named(("foot", circle.center, frozenset(line.points[:2])), t)
    if len(line.points) == 0 and line.put is None and line.direction is None and not ctx.is_goal:
        line.points.append(t)
        ctx.declare(t)
        if circle.center is None and circle.diameter is None and circle.radius is None and len(rest) >= 2:
            u, v = rest[:2]
            line.put = lambda x: ctx.say(EQANGLE, t, x, t, u, v, t, v, u)
        else:
            line.direction = Direction(center(ctx, circle), t, True)
        return
    others = [p for p in line.points if p != t]
    if t not in line.points:
        on(ctx, t, line)
    if others:
        other = others[0]
        if circle.diameter is not None and t in circle.diameter:
            ctx.say(PERP, *circle.diameter, t, other)
        elif circle.center is None and circle.diameter is None and circle.radius is None and len(rest) >= 2:
            u, v = rest[:2]
            ctx.say(EQANGLE, t, other, t, u, v, t, v, u)
        elif t not in line.points[:2]:
            ctx.say(PERP, center(ctx, circle), t, *line.points[:2])
        else:
            ctx.say(PERP, center(ctx, circle), t, t, other)
        return
    if line.direction is not None:
        say_direction(ctx, center(ctx, circle), t, line.direction.turned())
    else:
        p, q = ends(ctx, line)
        ctx.say(PERP, center(ctx, circle), t, p, q)


def touch_line(ctx: Context, line: Line, circle: Circle, at: str = "") -> None:
    """The line touches the circle, at a point that is named or not."""
    if at:
        touch_at(ctx, line, circle, at)
        return
    shared = common_points(line, circle)
    if shared:
        touch_at(ctx, line, circle, shared[0])
    elif not ctx.is_goal:
        line.touches = circle
        if len(line.points) >= 2 or line.direction is not None:
            touch_somewhere(ctx, line)
    else:
        o = center(ctx, circle)
        with ctx.as_given():
            p, q = ends(ctx, line)
            x = foot(ctx, o, ctx.line(p, q))
        on(ctx, x, circle)
