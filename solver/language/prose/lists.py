"""Lists side by side: as many on both sides, or one thing that goes with all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

from solver.language.prose.context import Context
from solver.language.prose.syntax import (
    Many,
    Modified,
    Noun,
    Thing,
)

S = TypeVar("S")


T = TypeVar("T")


U = TypeVar("U")


def exactly(ctx: Context, count: int, found: Sequence[S]) -> Sequence[S]:
    """The things, if there are `count` of them. Raises ParseError if there aren't."""
    if len(found) != count:
        raise ctx.fail(f"here are {len(found)} things, where {count} are needed", "say which one is meant, by its name")
    return found


@overload
def zipped(ctx: Context, first: Sequence[S], second: Sequence[T], /) -> list[tuple[S, T]]: ...


@overload
def zipped(ctx: Context, first: Sequence[S], second: Sequence[T], third: Sequence[U], /) -> list[tuple[S, T, U]]: ...


def zipped(ctx: Context, *columns: Sequence[object]) -> Sequence[object]:
    """Lists side by side; one thing goes with all. Raises ParseError where they are of different lengths."""
    count = max(len(c) for c in columns)
    for column in columns:
        if len(column) not in (1, count):
            raise ctx.fail(
                f"here are {count} things on one side and {len(column)} on the other", "list as many on both sides"
            )
    return [tuple(c[i if len(c) > 1 else 0] for c in columns) for i in range(count)]


def width(thing: Thing | None) -> int:
    """How many things are listed."""
    match thing:
        case Many(items):
            return sum(map(width, items))
        case Modified(inner, _):
            return width(inner)
        case Noun(names=names) if names:
            return sum(map(width, names))
        case Noun(roles=roles):
            return max((width(t) for _, t in roles), default=1)
    return 1
