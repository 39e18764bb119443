"""How large arcs are, in degrees: by the angle over them at a point of the circle that is known, or at the center."""

from __future__ import annotations

from fractions import Fraction

from solver.language.atoms import Angle, AngleKind
from solver.language.prose.context import Context
from solver.language.prose.curves import center
from solver.language.prose.objects import Arc
from solver.language.prose.syntax import Many, Modified, Noun, Thing
from solver.language.sums import Sum, atom, plus, times

WHOLE: Sum = {(): Fraction(360)}


def are_arcs(thing: Thing | None) -> bool:
    match thing:
        case Noun(head="arc"):
            return True
        case Modified(inner):
            return are_arcs(inner)
        case Many(items):
            return all(map(are_arcs, items))
    return False


def arc_size(ctx: Context, arc: Arc) -> Sum:
    """Twice the angle over it at a point beyond its ends, or what is left of the circle; the angle at the center of a smaller arc."""
    if arc.without:
        return times(_angle(arc.a, arc.without, arc.b), {(): Fraction(2)})
    if arc.containing:
        return _rest(times(_angle(arc.a, arc.containing, arc.b), {(): Fraction(2)}))
    with ctx.as_given():
        o = center(ctx, arc.circle)
    if not arc.size:
        ctx.note(f"arc {arc.a}{arc.b} is taken to be the smaller one")
    at_center = _angle(arc.a, o, arc.b)
    return _rest(at_center) if arc.size == "major" else at_center


def _angle(a: str, v: str, b: str) -> Sum:
    return atom(Angle(v, a, v, b, AngleKind.SIZE))


def _rest(of: Sum) -> Sum:
    return plus(WHOLE, times(of, {(): Fraction(-1)}))
