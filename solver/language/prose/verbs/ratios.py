"""Ratios in words: `the angles are in the ratio 2:3:4`, `D divides BC in the ratio 2:1`."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.atoms import Length
from solver.language.prose.context import Context
from solver.language.prose.lists import exactly
from solver.language.prose.measures import state_chain, values
from solver.language.prose.objects import Part
from solver.language.prose.regions import place
from solver.language.prose.registry import verb
from solver.language.prose.syntax import Clause, Operation, Pronoun, Thing
from solver.language.prose.things import denote, points
from solver.language.prose.verbs.roles import subject_of
from solver.language.sums import Sum, atom, times


@verb("in_ratio")
def _in_ratio(ctx: Context, clause: Clause) -> None:
    subject = subject_of(ctx, clause)
    if isinstance(subject, Pronoun) and subject.word == "self" and (inner := ctx.bearer.thing) is not None:
        ctx.bearer.is_used = True
        subject = inner
    _state(ctx, values(ctx, subject), _parts(ctx, clause))


@verb("divide_in_ratio")
def _divide_in_ratio(ctx: Context, clause: Clause) -> None:
    """A point between the ends of a segment; the part at the end that is named first comes first."""
    thing = clause.role("object")
    assert thing is not None
    (x,) = exactly(ctx, 1, points(ctx, subject_of(ctx, clause)))
    (part,) = exactly(ctx, 1, denote(ctx, thing, "line"))
    if not isinstance(part, Part):
        raise ctx.fail("only a segment can be divided here", "name it by its ends: BC")
    place(ctx, x, Part(part.line, "segment", part.a, part.b))
    _state(ctx, [atom(Length.of(end, x)) for end in (part.a, part.b)], _parts(ctx, clause))


def _parts(ctx: Context, clause: Clause) -> Sequence[Sum]:
    ratio = clause.role("ratio")
    assert isinstance(ratio, Operation)
    ctx.visited.add(id(ratio))
    sides: Sequence[Thing] = ratio.sides
    return [value for side in sides for value in values(ctx, side)]


def _state(ctx: Context, found: Sequence[Sum], parts: Sequence[Sum]) -> None:
    if len(found) != len(parts):
        raise ctx.fail(f"here are {len(found)} things and {len(parts)} numbers", "give as many numbers as things")
    for value, part in zip(found[1:], parts[1:], strict=True):
        state_chain(ctx, times(found[0], part), "=", times(value, parts[0]))
