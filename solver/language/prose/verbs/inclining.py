"""Angles at which lines meet: `AD and BE meet at an angle of 60°`, `AD makes equal angles with AB and AC`."""

from __future__ import annotations

from fractions import Fraction

from solver.language.atoms import AngleKind
from solver.language.prose.between import between
from solver.language.prose.context import Context
from solver.language.prose.curves import ends, perpendicular
from solver.language.prose.lists import exactly
from solver.language.prose.measures import state_chain
from solver.language.prose.objects import Between
from solver.language.prose.registry import verb
from solver.language.prose.syntax import Clause, Number
from solver.language.prose.things import lines
from solver.language.prose.verbs.roles import subject_of
from solver.language.sums import Sum
from solver.statements.predicates import EQANGLE


@verb("inclined")
def _inclined(ctx: Context, clause: Clause) -> None:
    """Two lines form an angle of so many degrees."""
    size, other = clause.role("by"), clause.role("object")
    assert isinstance(size, Number)
    of = [*lines(ctx, subject_of(ctx, clause)), *(lines(ctx, other) if other is not None else ())]
    first, second = exactly(ctx, 2, of)
    degrees = Fraction(ctx.number(size.value))
    if degrees == 90:
        perpendicular(ctx, first, second)
        return
    value: Sum = {(): degrees}
    state_chain(ctx, between(ctx, Between(first, second, AngleKind.EITHER_WAY)), "=", value)


@verb("equally_inclined")
def _equally_inclined(ctx: Context, clause: Clause) -> None:
    """A line forms equal angles with two others, or two with one: it is parallel to a bisector of the angles between these."""
    other = clause.role("object")
    assert other is not None
    one, two = sorted((lines(ctx, subject_of(ctx, clause)), lines(ctx, other)), key=len)
    (line,), (first, second) = exactly(ctx, 1, one), exactly(ctx, 2, two)
    p, q, r = (ends(ctx, each) for each in (first, line, second))
    ctx.say(EQANGLE, *p, *q, *q, *r)
