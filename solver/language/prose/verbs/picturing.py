"""Images of points: reflections, antipodes, inverses, isogonal conjugates."""

from __future__ import annotations

from solver.language.prose.context import Context
from solver.language.prose.lists import zipped
from solver.language.prose.nouns.images import antipodal, inverse, reflect
from solver.language.prose.of_sort import circles
from solver.language.prose.registry import verb
from solver.language.prose.spoken_of import circle_through
from solver.language.prose.syntax import Clause, Noun, Run, Thing
from solver.language.prose.things import denote, noun_values, points
from solver.language.prose.verbs.roles import other_of, subject_of


@verb("symmetric")
def _symmetric(ctx: Context, clause: Clause) -> None:
    thing, mirror = other_of(ctx, clause), clause.role("in")
    if mirror is None:
        raise ctx.fail("it isn't said about what", "write P symmetric to Q about AB")
    xs = points(ctx, subject_of(ctx, clause))
    ys = points(ctx, thing) if thing is not None else xs[1:]
    for x, y, m in zipped(ctx, xs if thing is not None else xs[:1], ys, denote(ctx, mirror)):
        reflect(ctx, y, m).define(x)


@verb("reflected")
def _reflected(ctx: Context, clause: Clause) -> None:
    to, mirror = clause.role("to"), clause.role("in")
    if mirror is None or to is None:
        raise ctx.fail("it isn't said about what, and to which point", "write A' reflection of A in BC")
    for x, y, m in zipped(ctx, points(ctx, to), points(ctx, subject_of(ctx, clause)), denote(ctx, mirror)):
        reflect(ctx, y, m).define(x)


@verb("diametral")
def _diametral(ctx: Context, clause: Clause) -> None:
    where = clause.role("in")
    xs = points(ctx, subject_of(ctx, clause))
    thing = other_of(ctx, clause)
    ys = points(ctx, thing) if thing is not None else xs[1:]
    if where is not None:
        rounds = circles(ctx, where)
    else:
        rounds = [c for y in ys if (c := circle_through(ctx, y)) is not None]
        if len(rounds) != len(ys):
            raise ctx.unresolved("it isn't said on which circle", "write: diametrically opposite to A on ω")
    for x, y, circle in zipped(ctx, xs[: len(ys)], ys, rounds):
        antipodal(ctx, x, y, circle)


@verb("isogonal")
def _isogonal(ctx: Context, clause: Clause) -> None:
    thing, of = other_of(ctx, clause), clause.role("in")
    subject = denote(ctx, subject_of(ctx, clause))
    found = [*subject, *(denote(ctx, thing) if thing is not None else [])]
    pair = [v for v in found if isinstance(v, str)]
    if len(pair) != 2 or len(pair) != len(found):
        raise ctx.fail("isogonal lines can't be said yet", "write the equality of angles")
    p, q = pair
    roles: tuple[tuple[str, Thing], ...] = (("of", Run((p,))), *((("in", of),) if of is not None else ()))
    noun_values(ctx, Noun("isogonal_conjugate", roles=roles), [Run((q,))])


@verb("inverse_to")
def _inverse_to(ctx: Context, clause: Clause) -> None:
    thing, where = other_of(ctx, clause), clause.role("in")
    if thing is None or where is None:
        raise ctx.fail("an inverse is of a point in a circle")
    for x, y, circle in zipped(ctx, points(ctx, subject_of(ctx, clause)), points(ctx, thing), circles(ctx, where)):
        inverse(ctx, x, y, circle)
