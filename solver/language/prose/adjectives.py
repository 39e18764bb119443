"""What adjectives before a noun say of what it denotes: `perpendicular chords`, `equal circles`, `concurrent lines`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise

from solver.language.atoms import Length
from solver.language.prose.context import Context
from solver.language.prose.curves import center, common_points, curve_of, meet, on, parallel, perpendicular
from solver.language.prose.nouns.superlatives import SUPERLATIVES, demand_extreme, is_superlative
from solver.language.prose.objects import Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.orthogonal import orthogonal
from solver.language.prose.rounds import point_of, share_center, touch_circles
from solver.language.prose.syntax import Noun
from solver.language.prose.things import DESCRIBE
from solver.language.sums import atom
from solver.statements.conditions import ACUTE, NONCOLLINEAR, OBTUSE, UNEQUAL
from solver.statements.predicates import COLL, CONG, CONTRI, CYCLIC, EQANGLE, PERP

#: They tell which one is meant, and the nouns see to them, or they add nothing.
SEEN_TO = frozenset(
    [
        "second", "another", "first", "third", "same", "distinct", "common", "internal", "external", "minor", "major",
        "directed", "opposite", "loose", "other", "respective",
    ]
)  # fmt: skip


def describe(ctx: Context, noun: Noun, values: Sequence[Value]) -> None:
    """States what the adjectives of a noun say of what it denotes. Raises ParseError where that can't be stated."""
    if any(isinstance(v, Polygon) for v in values) and not _EQUAL & set(noun.adjectives):
        return  # shapes see to theirs
    for adjective in noun.adjectives:
        if adjective in SUPERLATIVES and is_superlative(noun):
            continue
        say = _SAYERS.get(adjective)
        in_pairs = "opposite" in noun.adjectives and adjective in ("equal", "parallel") and len(values) % 2 == 0
        for some in [values[i : i + 2] for i in range(0, len(values), 2)] if in_pairs else [values]:
            if say is not None and _is_unknown_yet(ctx, some):
                ctx.later(partial(_describe, ctx, adjective, some))
            else:
                _describe(ctx, adjective, some)


def _describe(ctx: Context, adjective: str, values: Sequence[Value]) -> None:
    say = _SAYERS.get(adjective)
    is_said = say is not None and say(ctx, values)
    if not is_said and adjective not in SEEN_TO:
        raise ctx.fail(f"“{adjective}” can't be said here", "say it in a sentence of its own: AB is parallel to CD")


def _is_unknown_yet(ctx: Context, values: Sequence[Value]) -> bool:
    """Whether more will be said of the things first: their centers and points are named later."""
    bare = (isinstance(v, Circle) or (isinstance(v, Line) and len(v.points) < 2) for v in values)
    return any(bare) and not ctx.is_goal


DESCRIBE.append(describe)
_EQUAL = {"equal"}


def _lines(values: Sequence[Value]) -> list[Line]:
    return [c for v in values if isinstance(c := curve_of(v), Line)]


def _circles(values: Sequence[Value]) -> list[Circle]:
    return [v for v in values if isinstance(v, Circle)]


def _points(values: Sequence[Value]) -> list[str]:
    return [v for v in values if isinstance(v, str)]


def _parallel(ctx: Context, values: Sequence[Value]) -> bool:
    lines = _lines(values)
    for first, second in pairwise(lines):
        parallel(ctx, first, second)
    return len(lines) > 1


def _perpendicular(ctx: Context, values: Sequence[Value]) -> bool:
    lines, circles = _lines(values), _circles(values)
    if len(lines) == 2:
        perpendicular(ctx, *lines)
    if len(circles) == 2:
        orthogonal(ctx, *circles)
    return len(lines) == 2 or len(circles) == 2


def _equal(ctx: Context, values: Sequence[Value]) -> bool:
    match values:
        case [_]:
            return False
        case [*_] if all(isinstance(v, Part) for v in values):
            for one, two in pairwise(v for v in values if isinstance(v, Part)):
                ctx.say(CONG, one.a, one.b, two.a, two.b)
        case [*_] if all(isinstance(v, Circle) for v in values):
            for first, second in pairwise(_circles(values)):
                ends = center(ctx, first), point_of(ctx, first), center(ctx, second), point_of(ctx, second)
                ctx.say(CONG, *ends)
        case [*_] if all(isinstance(v, Corner) for v in values):
            for c, d in pairwise(v for v in values if isinstance(v, Corner)):
                ctx.say(EQANGLE, c.v, c.a, c.v, c.b, d.v, d.a, d.v, d.b, senses=(1, 1))
        case [*_] if all(isinstance(v, Polygon) and len(v.points) == 3 for v in values):
            for p, q in pairwise(v for v in values if isinstance(v, Polygon)):
                ctx.say(CONTRI, *p.points, *q.points, senses=())
        case _:
            return False
    return True


def _collinear(ctx: Context, values: Sequence[Value]) -> bool:
    points = _points(values)
    if len(points) > 2:
        ctx.say(COLL, *points)
    return len(points) > 2


def _noncollinear(ctx: Context, values: Sequence[Value]) -> bool:
    points = _points(values)
    if len(points) == 3:
        ctx.demand(NONCOLLINEAR, *points)
    return len(points) == 3


def _cyclic(ctx: Context, values: Sequence[Value]) -> bool:
    points = _points(values)
    if len(points) > 3:
        ctx.say(CYCLIC, *points)
    return len(points) > 3


def _concurrent(ctx: Context, values: Sequence[Value]) -> bool:
    lines = _lines(values)
    if len(lines) < 3:
        return False
    first, second, *rest = lines
    shared = common_points(first, second)
    x = shared[0] if shared else ctx.fresh("X")
    if not shared:
        meet(ctx, [x], first, second)
    for line in rest:
        on(ctx, x, line)
    return True


def _tangent(ctx: Context, values: Sequence[Value]) -> bool:
    circles = _circles(values)
    for first, second in pairwise(circles):
        touch_circles(ctx, first, second)
    return len(circles) > 1


def _concentric(ctx: Context, values: Sequence[Value]) -> bool:
    circles = _circles(values)
    share_center(ctx, circles)
    return len(circles) > 1


def _right(ctx: Context, values: Sequence[Value]) -> bool:
    corners = [v for v in values if isinstance(v, Corner)]
    for corner in corners:
        ctx.say(PERP, corner.v, corner.a, corner.v, corner.b)
    return bool(corners)


def _acute(ctx: Context, values: Sequence[Value]) -> bool:
    corners = [v for v in values if isinstance(v, Corner)]
    for corner in corners:
        ctx.demand(ACUTE, corner.a, corner.v, corner.b)
    return len(corners) == len(values) or any(not isinstance(v, str | Corner) for v in values)


def _obtuse(ctx: Context, values: Sequence[Value]) -> bool:
    corners = [v for v in values if isinstance(v, Corner)]
    for corner in corners:
        ctx.demand(OBTUSE, corner.a, corner.v, corner.b)
    return bool(corners)


def _unequal(ctx: Context, values: Sequence[Value]) -> bool:
    """Unequal circles, segments."""
    ends: list[tuple[str, str]] = [(center(ctx, c), point_of(ctx, c)) for c in _circles(values)]
    ends = ends or [(v.a, v.b) for v in values if isinstance(v, Part)]
    for one, two in pairwise(ends):
        ctx.demand(UNEQUAL, *one, *two)
    return len(ends) > 1


def _greatest(ctx: Context, values: Sequence[Value], is_greatest: bool = True) -> bool:
    """`the greatest angle BAC`, `the longest side BC`."""
    for value in values:
        match value:
            case Corner(a, v, b):
                demand_extreme(ctx, v, a, b, is_greatest)
            case Part(_, "side", a, b):
                (v,) = (p for p in ctx.triangle(a) if p not in (a, b))
                demand_extreme(ctx, v, a, b, is_greatest)
            case _:
                return False
    return len(values) == 1


def _disjoint(ctx: Context, values: Sequence[Value]) -> bool:
    ctx.note("that these have no common points is left to the figure")
    return True


def _unit(ctx: Context, values: Sequence[Value]) -> bool:
    """A unit circle has radius 1."""
    found = _circles(values)
    for circle in found:
        o, a = center(ctx, circle), point_of(ctx, circle)
        ctx.quantities.wait(atom(Length.of(o, a)), {(): Fraction(1)}, ctx.span)
    return bool(found)


_SAYERS: dict[str, Callable[[Context, Sequence[Value]], bool]] = {
    "parallel": _parallel, "perpendicular": _perpendicular, "equal": _equal, "collinear": _collinear, "cyclic": _cyclic,
    "noncollinear": _noncollinear, "concurrent": _concurrent, "tangent": _tangent, "concentric": _concentric, "right": _right, "acute": _acute,
    "obtuse": _obtuse, "unit": _unit, "unequal": _unequal, "disjoint": _disjoint,
    "greatest": _greatest, "least": partial(_greatest, is_greatest=False),
}  # fmt: skip
