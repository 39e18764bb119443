"""`the largest angle of triangle ABC`, `its shortest side`, `the longest altitude`: which one that is, the figure decides."""

from __future__ import annotations

from solver.language.prose.context import Context
from solver.language.prose.lists import exactly
from solver.language.prose.objects import Corner, Direction, Line, Part, Value
from solver.language.prose.of_sort import polygons
from solver.language.prose.spoken_of import latest_vertices
from solver.language.prose.syntax import Noun
from solver.statements.conditions import LONGER

#: Adjectives that say which one is meant.
SUPERLATIVES = frozenset(["greatest", "least"])
#: What of a triangle there is a greatest one of, and how that at a vertex, or opposite to it, is called.
_CALLED = {"angle": "∠{0}", "side": "{1}{2}", "altitude": "the one from {0}"}


def is_superlative(noun: Noun) -> bool:
    """Whether a noun without a name tells by its adjectives which one it is."""
    return not noun.names and noun.head in _CALLED and bool(SUPERLATIVES & set(noun.adjectives))


def superlative(ctx: Context, noun: Noun) -> list[Value]:
    """The one that is meant, in the figure. Raises ParseError."""
    which = next(a for a in noun.adjectives if a in SUPERLATIVES)
    of = noun.role("of")
    p = exactly(ctx, 1, polygons(ctx, of))[0] if of is not None else latest_vertices(ctx)
    if len(p) != 3 or noun.count != 1:
        raise ctx.fail(f"it isn't said which {noun.head} that is", "name it: ∠ABC, AB")
    turns = [(p[k], p[k - 2], p[k - 1]) for k in range(3)]
    ways = [f"the {which} {noun.head} is {_CALLED[noun.head].format(*turn)}" for turn in turns]
    v, a, b = turns[ctx.choose((noun.head, which, p), ways)]
    with ctx.as_given():
        # the longest altitude is that to the shortest side
        demand_extreme(ctx, v, a, b, (which == "greatest") != (noun.head == "altitude"))
    if noun.head == "angle":
        return [Corner(a, v, b)]
    return [Part(ctx.line(a, b), "side", a, b) if noun.head == "side" else Line([v], Direction(a, b, True))]


def demand_extreme(ctx: Context, v: str, a: str, b: str, is_greatest: bool) -> None:
    """Side ab of triangle vab is the longest one, or the shortest."""
    for end in (a, b):
        ctx.demand(LONGER, *((a, b, v, end) if is_greatest else (v, end, a, b)))
