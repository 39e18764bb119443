"""What was spoken of last, and is of the sort that a word refers to."""

from __future__ import annotations

from solver.language.prose.context import Context
from solver.language.prose.objects import Arc, Between, Circle, Corner, Line, Part, Polygon, Value


def _sort(value: Value) -> str:
    match value:
        case str():
            return "point"
        case Line() | Part():
            return "line"
        case Circle() | Arc():
            return "circle"
        case Polygon():
            return "polygon"
        case Corner() | Between():
            return "angle"
    return "any"


def fits(value: Value, want: str) -> bool:
    sort = _sort(value)
    return want in ("any", sort) or (want == "curve" and sort in ("line", "circle"))


def other_one(ctx: Context, want: str) -> Value:
    """`The other`: of two that were spoken of together, the one that wasn't spoken of last. Raises ParseError."""
    if ctx.counterpart is not None:
        return ctx.counterpart
    for k in range(len(ctx.mentioned) - 1, -1, -1):
        group = ctx.mentioned[k]
        if len(group) != 2 or not all(fits(v, want) for v in group) or isinstance(group[0], str):
            continue
        later = [v for values in ctx.mentioned[k + 1 :] if len(values) == 1 for v in values]
        spoken = [v for v in reversed([*later, *ctx.excluded]) if any(v is x for x in group)]
        if spoken:
            return next(v for v in group if v is not spoken[0])
    raise ctx.unresolved("it isn't clear which one is the other", "use its name")


def latest(ctx: Context, sort: str) -> Value:
    """What was spoken of last, of this sort. Raises ParseError."""
    for values in reversed(ctx.mentioned):
        for value in reversed(values):
            if fits(value, sort) and not any(value is x for x in ctx.excluded):
                return value
    raise ctx.unresolved(f"it isn't clear which {sort} is meant", "use its name")


def latest_vertices(ctx: Context) -> tuple[str, ...]:
    """The vertices of the polygon that was spoken of last. Raises ParseError."""
    value = latest(ctx, "polygon")
    assert isinstance(value, Polygon)
    return value.points


def circle_through(ctx: Context, p: str) -> Circle | None:
    """The circle that `the tangent at P` touches: the one through P that was spoken of last."""
    through = [c for c in ctx.circles if p in c.points]
    spoken = (v for values in reversed(ctx.mentioned) for v in reversed(values))
    return next((v for v in spoken if isinstance(v, Circle) and v in through), through[0] if through else None)
