"""Tangency: curves that touch, circles inscribed in and circumscribed about something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, center, on, set_center, touch_line
from solver.language.prose.lists import zipped
from solver.language.prose.nouns.circles import inscribe
from solver.language.prose.nouns.polygons import shape
from solver.language.prose.objects import Arc, Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.of_sort import circles, polygons
from solver.language.prose.regions import arc_condition, part_condition
from solver.language.prose.registry import verb
from solver.language.prose.rounds import share_center, touch_circles
from solver.language.prose.syntax import SELF, Clause, Named, Noun, Pronoun, Thing
from solver.language.prose.things import curves, denote, points
from solver.language.prose.verbs.meeting import at_mods, meeting_points
from solver.language.prose.verbs.placing import demand_within
from solver.language.prose.verbs.roles import other_of, subject_of


@verb("touch", "touched", "touch_inside", "touch_outside")
def _touch(ctx: Context, clause: Clause) -> None:
    subject, thing, at = subject_of(ctx, clause), other_of(ctx, clause) or clause.role("by"), clause.role("at")
    how = _how(clause)
    if thing is not None and subject is SELF:
        ctx.bearer.thing = _tangent_to(ctx.bearer.thing, thing)
    ones = curves(ctx, subject)
    only = "circle" if all(isinstance(c, Line) for c, _ in ones) else "curve"  # a line touches circles only
    with ctx.other_than([v for _, v in ones]):
        others = _touched_already(thing, [c for c, _ in ones])
        if not others and thing is not None:
            others = curves(ctx, thing, only)
    if at is not None and len(others) == 1 and isinstance(others[0][1], Part):
        ctx.mention([others[0][1]])  # tangent to BC at its midpoint
    xs = meeting_points(ctx, at) if at is not None else []
    if not others:
        if len(ones) < 2:
            raise ctx.fail("it isn't said what is touched", "write ω touches BC at D")
        if "pairwise" in clause.flags or (len(ones) > 2 and isinstance(clause.role("object"), Pronoun)):
            couples = [(first, second) for (first, _), (second, _) in combinations(ones, 2)]
            if xs:  # which of them touch at which point may be said next
                ctx.later(partial(_touch_pairwise, ctx, couples, [str(x) for x in xs], how))
            for first, second in couples if not xs else []:
                touch(ctx, first, second, "", how)
            ctx.mention([v for _, v in ones])
            return
        ones, others = ones[:1], ones[1:]
        if len(others) > 1:
            raise ctx.fail("it isn't clear which of these touch", "name two at a time")
    ctx.mention([v for _, v in ones])
    if not xs and len(ones) == len(others) == 2 and not ({"respectively"} & clause.flags or ctx.is_goal):
        ways = ["each touches one of the two, in this order", "each touches both"]
        if ctx.choose(id(clause), ways) == 1:  # circles that touch AB and AC
            ones, others = [one for one in ones for _ in others], [*others, *others]
    for one, two, x in zipped(ctx, ones, others, xs or [""]):
        (first, part), (second, other_part) = one, two
        if how == "inside" and thing is not None and isinstance(first, Circle) and isinstance(second, Circle):
            if not first.size and not second.size:
                first.size, second.size = "minor", "major"
        touch(ctx, first, second, str(x), how)
        for p in (part, other_part):
            if isinstance(p, Part) and x and p.kind in ("segment", "side", "ray", "extension"):
                part_condition(ctx, str(x), p)
            elif isinstance(p, Arc) and x:
                arc_condition(ctx, str(x), p)
            elif isinstance(p, Part) and not x and p.kind in ("segment", "side", "ray") and not ctx.is_goal:
                circle = next((c for c in (first, second) if isinstance(c, Circle)), None)
                touching = [q for q in p.line.points if circle is not None and q in circle.points]
                for q in touching[-1:]:
                    part_condition(ctx, q, p)
    if at is not None:
        at_mods(ctx, at)


def _how(clause: Clause) -> str:
    """Whether circles are said to touch `inside` or `outside`; "" where it isn't."""
    adverb = clause.role("how")
    said = {"touch_inside": "inside", "touch_outside": "outside"}.get(clause.verb, "")
    said = adverb.word if isinstance(adverb, Pronoun) else said
    return next((flag for flag in ("outside", "inside") if flag in clause.flags), said)


def _tangent_to(subject: Thing | None, touched: Thing) -> Thing | None:
    """`Two tangents from P touch ω at A and B`: what they touch is what they are tangents to."""
    if not (isinstance(subject, Noun) and subject.head == "tangent" and subject.role("from") is not None):
        return subject
    told = subject.role("to") is not None or isinstance(touched, Pronoun)
    return subject if told else replace(subject, roles=(*subject.roles, ("to", touched)))


def _touch_pairwise(ctx: Context, couples: Sequence[tuple[Curve, Curve]], xs: Sequence[str], how: str) -> None:
    """Curves that touch each other at these points, of which some are known to be on two of them."""
    left = [x for x in xs if not any(x in first.points and x in second.points for first, second in couples)]
    for first, second in couples:
        shared = [x for x in xs if x in first.points and x in second.points]
        touch(ctx, first, second, shared[0] if shared else left.pop(0) if left else "", how)


def _touched_already(thing: Thing | None, ones: Sequence[Curve]) -> list[tuple[Curve, Value]]:
    """What `it` is where tangents touch it: the circle that they are tangents to."""
    rounds = [line.touches for line in ones if isinstance(line, Line) and line.touches is not None]
    if not (
        isinstance(thing, Pronoun)
        and thing.word == "it"
        and len(rounds) == len(ones)
        and len(set(map(id, rounds))) == 1
    ):
        return []
    return [(rounds[0], rounds[0])]


def touch(ctx: Context, first: Curve, second: Curve, x: str = "", how: str = "") -> None:
    if isinstance(first, Line) and isinstance(second, Circle):
        touch_line(ctx, first, second, x)
    elif isinstance(first, Circle) and isinstance(second, Line):
        touch_line(ctx, second, first, x)
    elif isinstance(first, Circle) and isinstance(second, Circle):
        touch_circles(ctx, first, second, x, how)
    else:
        raise ctx.fail("two lines can't touch", "name a circle")


@verb("inscribe")
def _inscribe(ctx: Context, clause: Clause) -> None:
    """A polygon in a circle, or a circle in a polygon."""
    thing = clause.role("object")
    if thing is None:
        raise ctx.fail("it isn't said in what")
    inscribed = denote(ctx, subject_of(ctx, clause))
    if isinstance(thing, Named) and ctx.may_name(thing.name) and all(isinstance(one, Polygon) for one in inscribed):
        thing = Noun("circle", names=(thing,))  # ABC inscribed in k, of which nothing else tells what it is
    for one, two in zipped(ctx, inscribed, denote(ctx, thing)):
        if isinstance(one, Polygon) and isinstance(two, Circle | Arc):
            circle = two if isinstance(two, Circle) else two.circle
            _through(ctx, one.points, circle)
        elif isinstance(one, Circle) and isinstance(two, Polygon):
            inscribe(ctx, one, two.points)
        elif isinstance(one, Circle) and isinstance(two, Corner):
            for p in (two.a, two.b):
                ctx.later(partial(touch_line, ctx, ctx.line(two.v, p), one))  # where may be said later
            demand_within(ctx, center(ctx, one), two, True)
        elif isinstance(one, Polygon) and isinstance(two, Polygon):
            ctx.note("the vertices are taken to be where it is said")
        else:
            raise ctx.fail("this can't be inscribed there", "write triangle ABC inscribed in ω")


def _through(ctx: Context, xs: Sequence[str], circle: Circle) -> None:
    """The vertices are on the circle; a circle of which nothing is known is the circumcircle."""
    known = [c for c in ctx.circles if set(xs[:3]) <= set(c.points) and c is not circle]
    if known and not circle.points and circle.center is None:
        pass
    for x in xs:
        on(ctx, x, circle)


@verb("circumscribe")
def _circumscribe(ctx: Context, clause: Clause) -> None:
    thing = clause.role("object")
    if thing is None:
        for p in polygons(ctx, subject_of(ctx, clause)):
            shape(ctx, "polygon", ("tangential", "nonconvex"), p)
        return
    for one, two in zipped(ctx, denote(ctx, subject_of(ctx, clause)), denote(ctx, thing)):
        if isinstance(one, Polygon) and isinstance(two, Circle):
            inscribe(ctx, two, one.points)
        elif isinstance(one, Circle) and isinstance(two, Polygon):
            _through(ctx, two.points, one)
        else:
            raise ctx.fail("this can't be circumscribed", "write quadrilateral ABCD circumscribed about ω")


@verb("center")
def _centered(ctx: Context, clause: Clause) -> None:
    at = clause.role("object")
    if at is None:
        raise ctx.fail("it isn't said where the center is")
    for circle, o in zipped(ctx, circles(ctx, subject_of(ctx, clause)), points(ctx, at)):
        set_center(ctx, circle, o)


@verb("concentric")
def _concentric(ctx: Context, clause: Clause) -> None:
    other = other_of(ctx, clause)
    found = circles(ctx, subject_of(ctx, clause)) + (circles(ctx, other) if other is not None else [])
    share_center(ctx, found)
