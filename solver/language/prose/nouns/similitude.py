"""Centers of similitude of two circles: where their common tangents of one kind meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from solver.language.prose.context import Context
from solver.language.prose.objects import Circle
from solver.language.prose.of_sort import circles
from solver.language.prose.registry import Definition, point_noun
from solver.language.prose.rounds import radius
from solver.language.prose.syntax import Noun
from solver.statements.conditions import BETWEEN, LONGER, ON_RAY, ConditionKind
from solver.statements.predicates import COLL, EQRATIO

#: Names of a center of similitude that say which one it is.
_KINDS = {"exsimilicenter": True, "insimilicenter": False}


def define_similitude(ctx: Context, first: Circle, second: Circle, is_external: bool, x: str) -> None:
    """x divides the line of centers in the ratio of the radii, from outside or from inside (Monge)."""
    (o, a), (p, b) = radius(ctx, first), radius(ctx, second)
    ctx.say(COLL, x, o, p)
    ctx.say(EQRATIO, x, o, x, p, o, a, p, b)
    kind, *said = _places(x, o, p, is_external)
    ctx.demand(kind, *said)


def define_common_point(ctx: Context, first: Circle, second: Circle, is_external: bool, x: str) -> None:
    """Two common tangents meet at x, the center of similitude, which is outside of the circles where there are such tangents."""
    define_similitude(ctx, first, second, is_external, x)
    o, a = radius(ctx, first)
    ctx.demand(LONGER, o, x, o, a)


def _places(x: str, o: str, p: str, is_external: bool) -> tuple[ConditionKind, str, str, str]:
    return (ON_RAY, o, x, p) if is_external else (BETWEEN, x, o, p)


@point_noun("similitude_center", *_KINDS)
def _similitude_center(ctx: Context, noun: Noun) -> Sequence[Definition]:
    of = noun.role("of")
    kinds = [kind for kind in ("external", "internal") if kind in noun.adjectives]
    if noun.head not in _KINDS and len(kinds) != 1:
        raise ctx.fail("two circles have two centers of similitude", "say the external or the internal one")
    two = [] if of is None else circles(ctx, of)
    if len(two) != 2:
        raise ctx.fail("a center of similitude is of two circles", "write external center of similitude of ω1 and ω2")
    first, second = two
    is_external = _KINDS.get(noun.head, "external" in kinds)
    key = ("similitude", is_external, frozenset((id(first), id(second))))
    return [Definition(key, "S", partial(define_similitude, ctx, first, second, is_external))]
