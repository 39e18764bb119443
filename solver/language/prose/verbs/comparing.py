"""Measures compared: what is equal, greater, closer, at equal distances."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, pairwise

from solver.language.prose.arc_sizes import are_arcs
from solver.language.prose.context import Context
from solver.language.prose.curves import common_points, curve_of, foot, meet
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.measures import chords, state_chain, values
from solver.language.prose.objects import Corner, Line, Polygon
from solver.language.prose.of_sort import angles, circles, pairs, polygons
from solver.language.prose.registry import VERBS, verb
from solver.language.prose.rounds import radius
from solver.language.prose.syntax import Clause, Noun, Pronoun, Run, Thing
from solver.language.prose.things import denote, lines, points
from solver.language.prose.verbs.roles import angle_like, circle_like, couples, other_of, subject_of
from solver.language.sums import Sum, plus
from solver.statements.conditions import CROSSING, INSIDE, LONGER, UNEQUAL
from solver.statements.predicates import CIRCLE, CONG


@verb("unequal_radii")
def _unequal_radii(ctx: Context, clause: Clause) -> None:
    """`two circles of different radii`."""
    first, *rest = circles(ctx, subject_of(ctx, clause))
    for circle in rest:
        ctx.demand(UNEQUAL, *radius(ctx, first), *radius(ctx, circle))


def _nearer_tangent(ctx: Context, clause: Clause, tangent: Thing, to: Thing) -> Callable[[], None] | None:
    """States which of the two common tangents of circles that meet is nearer to one of their common points: that point is in the
    triangle that the points of contact make with the other. What says so is called when these have their names."""
    found = denote(ctx, tangent)
    line = found[0] if len(found) == 1 else None
    if not isinstance(line, Line) or line.touches is None or line.also is None:
        return None
    first, second = line.touches, line.also
    near = points(ctx, to)

    def demand() -> None:
        shared = common_points(first, second)
        contacts = [next((p for p in line.points if p in circle.points), "") for circle in (first, second)]
        if len(near) != 1 or near[0] not in shared or len(shared) != 2 or not all(contacts):
            raise ctx.fail("it isn't clear which of the common tangents is nearer", "name the points where it touches")
        (other,) = (p for p in shared if p != near[0])
        inner, outer = (near[0], other) if clause.verb == "closer" else (other, near[0])
        ctx.demand(INSIDE, inner, *contacts, outer)

    return demand


@verb("closer", "farther")
def _closer(ctx: Context, clause: Clause) -> None:
    """`closer to B than C`; among two intersections, which one is meant is left to the figure."""
    to, than = clause.role("to"), clause.role("than")
    if to is None:
        raise ctx.fail("it isn't said to what")
    subject = subject_of(ctx, clause)
    if than is None and (nearer := _nearer_tangent(ctx, clause, subject, to)) is not None:
        ctx.later(nearer)
        return
    (x,) = exactly(ctx, 1, points(ctx, subject))
    if than is not None:
        (y,) = exactly(ctx, 1, points(ctx, than))
        if (nearer := _nearer_tangent(ctx, clause, to, subject)) is not None:
            ctx.later(nearer)
            return
    else:
        couples = [v for v in ctx.mentioned if len(v) == 2 and x in v and all(isinstance(p, str) for p in v)]
        other = (
            next((p for p in couples[-1] if p != x and isinstance(p, str)), "") if couples else _other_crossing(ctx, x)
        )
        if not other:
            ctx.visit(to)
            ctx.note("which of the two points is meant, the closer or the farther one, is left open")
            return
        y = other
    target = denote(ctx, to)[0]
    near: tuple[str, str]
    far: tuple[str, str]
    if isinstance(target, str):
        near, far = (x, target), (y, target)
    else:
        line = exactly(ctx, 1, lines(ctx, to))[0]
        with ctx.as_given():
            near, far = (x, foot(ctx, x, line)), (y, foot(ctx, y, line))
    ctx.demand(LONGER, *((*far, *near) if clause.verb == "closer" else (*near, *far)))


def _other_crossing(ctx: Context, x: str) -> str:
    """Where a circle meets a line or a circle again that meets it at x; empty where more than two of them pass through x."""
    spoken = [c for values in ctx.mentioned for v in values if (c := curve_of(v)) is not None]
    through = [c for c in dict.fromkeys((*spoken, *ctx.lines, *ctx.circles)) if x in c.points]
    if len(through) != 2 or all(isinstance(c, Line) for c in through):
        return ""
    first, second = through
    others = [p for p in common_points(first, second) if p != x]
    if not others:
        others = [ctx.fresh(x[0])]
        with ctx.as_given():
            meet(ctx, others, first, second)
    return others[0]


#: Verbs that compare, and their signs; with `not`, the opposite ones.
_SIGNS = {"greater": ">", "less": "<", "at_most": "<=", "at_least": ">=", "exceed": ">"}
_OPPOSITE = {">": "<=", "<": ">=", "<=": ">", ">=": "<"}


@verb(*_SIGNS)
def _greater(ctx: Context, clause: Clause) -> None:
    than, subject = clause.role("than") or clause.role("object"), subject_of(ctx, clause)
    if than is None:
        raise ctx.fail("it isn't said than what", "write ∠B is greater than ∠C")
    if isinstance(subject, Pronoun) and subject.word == "self":
        inner = ctx.bearer.thing
        ctx.bearer.is_used = True
        assert inner is not None
        subject = inner
    sign = _SIGNS[clause.verb]
    sign = _OPPOSITE[sign] if "not" in clause.flags else sign
    for one, two in zipped(ctx, values(ctx, subject), values(ctx, than)):
        state_chain(ctx, one, sign, two)


@verb("unequal_sides")
def _unequal_sides(ctx: Context, clause: Clause) -> None:
    """`Its sides have pairwise different lengths`, `a quadrilateral with distinct side lengths`."""
    found = denote(ctx, subject_of(ctx, clause))
    around = [(p[k - 1], p[k]) for v in found if isinstance(v, Polygon) for p in (v.points,) for k in range(len(p))]
    for one, two in combinations(around or pairs(ctx, subject_of(ctx, clause)), 2):
        ctx.demand(UNEQUAL, *one, *two)


@verb("greatest", "least")
def _extreme(ctx: Context, clause: Clause) -> None:
    """`∠A is the greatest angle`, `BC is the longest side`."""
    sign, of = (">" if clause.verb == "greatest" else "<"), clause.role("of")
    subject = subject_of(ctx, clause)
    if isinstance(subject, Pronoun) and subject.word == "self" and (bearer := ctx.bearer).thing is not None:
        bearer.is_used = True
        subject = bearer.thing or subject
    if angle_like(subject):
        if of is not None:
            polygons(ctx, of)
        for corner in angles(ctx, subject):
            if not isinstance(corner, Corner):
                raise ctx.fail("only an angle of a triangle can be the greatest one")
            a, v, b = corner.a, corner.v, corner.b
            for other in ((v, a, b), (v, b, a)):
                state_chain(ctx, *_measures(ctx, Run((a, v, b)), sign, Run(other)))
        return
    for a, b in pairs(ctx, subject):
        t = polygons(ctx, of)[0] if of is not None else ctx.triangle(a)
        others = [p for p in t if p not in (a, b)]
        if len(t) != 3 or len(others) != 1:
            raise ctx.fail(f"{a}{b} is no side of a triangle that is known", "name the triangle")
        for end in (a, b):
            state_chain(ctx, *_measures(ctx, Run((a, b)), sign, Run((end, others[0]))))


def _measures(ctx: Context, one: Run, sign: str, two: Run) -> tuple[Sum, str, Sum]:
    return values(ctx, one)[0], sign, values(ctx, two)[0]


@verb("equal_radii")
def _equal_radii(ctx: Context, clause: Clause) -> None:
    radii = values(ctx, Noun("radius", roles=(("of", subject_of(ctx, clause)),)))
    for one, two in pairwise(radii):
        state_chain(ctx, one, "=", two)


@verb("equidistant")
def _equidistant(ctx: Context, clause: Clause) -> None:
    thing = clause.role("object")
    if thing is None:
        raise ctx.fail("it isn't said from what", "write P equidistant from A and B")
    firsts = points(ctx, subject_of(ctx, clause))
    found = denote(ctx, thing)
    if len(firsts) > 1 and not any(isinstance(v, str) for v in found):  # X and Y are equidistant from line AB
        (line,) = exactly(ctx, 1, lines(ctx, thing))
        with ctx.as_given():
            dropped = [(p, foot(ctx, p, line)) for p in firsts]
        for drop in dropped[1:]:
            ctx.say(CONG, *dropped[0], *drop)
        return
    if len(firsts) > 1:  # X and Y are equidistant from M
        (m,) = exactly(ctx, 1, points(ctx, thing))
        for p in firsts[1:]:
            ctx.say(CONG, m, firsts[0], m, p)
        return
    (x,) = firsts
    if all(isinstance(v, str) for v in found):
        xs = [v for v in found if isinstance(v, str)]
        if ctx.is_goal and len(xs) >= 3:
            ctx.say(CIRCLE, x, *xs)
            return
        for p in xs[1:]:
            ctx.say(CONG, x, xs[0], x, p)
        return
    with ctx.as_given():
        feet = [foot(ctx, x, line) for line in lines(ctx, thing)]
    for p in feet[1:]:
        ctx.say(CONG, x, feet[0], x, p)


def _measured_subject(ctx: Context, clause: Clause) -> Thing:
    """The subject as it was said: what has a size needn't be a thing."""
    subject = subject_of(ctx, clause)
    if not (isinstance(subject, Pronoun) and subject.word == "self"):
        return subject
    inner = ctx.bearer.thing
    ctx.bearer.is_used = True
    assert inner is not None
    return inner


@verb("equal")
def _equal(ctx: Context, clause: Clause) -> None:
    thing, subject = other_of(ctx, clause), _measured_subject(ctx, clause)
    if "not" not in clause.flags and (round_ones := circle_like(subject, thing)) is not None:
        VERBS["equal_radii"](ctx, Clause("equal_radii", (("subject", round_ones),)))
        return
    sign = "≠" if "not" in clause.flags else "="
    worth = chords if are_arcs(subject) and (thing is None or are_arcs(thing)) else values
    found = worth(ctx, subject)
    others = worth(ctx, thing) if thing is not None else []
    if thing is None:
        for one, two in couples(ctx, clause, found):
            state_chain(ctx, one, sign, two)
        return
    for one, two in zipped(ctx, found, others):
        state_chain(ctx, one, sign, two)


@verb("supplementary", "complementary")
def _supplementary(ctx: Context, clause: Clause) -> None:
    """Two angles are together 180°, or 90°."""
    thing = other_of(ctx, clause)
    found = [*values(ctx, _measured_subject(ctx, clause)), *(values(ctx, thing) if thing is not None else [])]
    one, two = exactly(ctx, 2, found)
    whole = Fraction(180 if clause.verb == "supplementary" else 90)
    state_chain(ctx, plus(one, two), "=", {(): whole})


@verb("crossing_sides")
def _crossing_sides(ctx: Context, clause: Clause) -> None:
    """`A quadrilateral with no parallel sides`: those that have no vertex in common."""
    for value in denote(ctx, subject_of(ctx, clause)):
        if not isinstance(value, Polygon):
            raise ctx.fail("only the sides of a polygon can be said not to be parallel", "name the polygon")
        p = value.points
        sides = [(p[k - 1], p[k]) for k in range(len(p))]
        for one, two in combinations(sides, 2):
            if not {*one} & {*two}:
                ctx.demand(CROSSING, *one, *two)
