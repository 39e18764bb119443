"""Directions: parallel and perpendicular lines, and what is bisected."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context
from solver.language.prose.curves import Curve, ends, midpoint, on, parallel, perpendicular
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.nouns.cevians import bisector, end_on_side
from solver.language.prose.nouns.places import arc_midpoint
from solver.language.prose.objects import Arc, Circle, Corner, Line, Part
from solver.language.prose.of_sort import circles, pairs
from solver.language.prose.orthogonal import orthogonal
from solver.language.prose.registry import verb
from solver.language.prose.syntax import Clause, Pronoun, Run, Thing
from solver.language.prose.things import curves, denote, flat, lines, points
from solver.language.prose.verbs.roles import angle_like, couples, other_of, subject_of
from solver.statements.conditions import CROSSING, OPPOSITE_SIDES, SAME_SIDE
from solver.statements.predicates import COLL, EQANGLE, MIDP


@verb("parallel", "perpendicular")
def _directed(ctx: Context, clause: Clause) -> None:
    thing = other_of(ctx, clause)
    found = [c for c, _ in curves(ctx, subject_of(ctx, clause))]
    if all(isinstance(c, Circle) for c in found) and clause.verb == "perpendicular" and "not" not in clause.flags:
        _orthogonal(ctx, found, circles(ctx, thing) if thing is not None else [])
        return
    firsts = lines(ctx, subject_of(ctx, clause))
    with ctx.other_than(firsts):  # a line parallel to it isn't parallel to itself
        seconds = lines(ctx, thing) if thing is not None else []
    if len(seconds) > 1 and not ctx.is_goal:
        ctx.mention(list(seconds))  # PX, PY, PZ are perpendicular to BC, CA, AB with X, Y, Z on these lines
    if thing is None:
        both = couples(ctx, clause, firsts)
        firsts, seconds = [first for first, _ in both], [second for _, second in both]
        if not both:
            raise ctx.fail("it isn't said to what", "write AB parallel to CD")
    say = parallel if clause.verb == "parallel" else perpendicular
    for first, second in zipped(ctx, firsts, seconds):
        assert isinstance(first, Line) and isinstance(second, Line)
        if "not" in clause.flags:
            ctx.demand(CROSSING, *ends(ctx, first), *ends(ctx, second))
        else:
            say(ctx, first, second)
    at = clause.role("at")
    if at is not None:  # the line perpendicular to AC at C
        for x, first, second in zipped(ctx, points(ctx, at), firsts, seconds):
            on(ctx, x, first)
            on(ctx, x, second)


@verb("antiparallel")
def _antiparallel(ctx: Context, clause: Clause) -> None:
    """EF and BC are antiparallel in angle A: the one makes with AB the angle that the other makes with AC."""
    thing, where = other_of(ctx, clause), clause.role("in")
    found = lines(ctx, subject_of(ctx, clause)) + (lines(ctx, thing) if thing is not None else [])
    first, second = exactly(ctx, 2, found)
    corners = [v for v in denote(ctx, where, "angle") if isinstance(v, Corner)] if where is not None else []
    if len(corners) != 1:
        raise ctx.fail("it isn't said in which angle", "write: EF is antiparallel to BC with respect to ∠BAC")
    a, v, b = corners[0].a, corners[0].v, corners[0].b
    ctx.say(EQANGLE, *ends(ctx, first), v, a, v, b, *ends(ctx, second))


def _orthogonal(ctx: Context, ones: Sequence[Curve], others: Sequence[Circle]) -> None:
    """Circles are orthogonal, to others or each to the next one."""
    if not others:
        ones, others = ones[:-1], [c for c in ones[1:] if isinstance(c, Circle)]
    for one, other in zipped(ctx, ones, others):
        assert isinstance(one, Circle) and isinstance(other, Circle)
        orthogonal(ctx, one, other)


@verb("bisect")
def _bisect(ctx: Context, clause: Clause) -> None:
    thing = other_of(ctx, clause)
    subject = subject_of(ctx, clause)
    if thing is None and isinstance(clause.role("object"), Pronoun):
        _bisect_each_other(ctx, pairs(ctx, subject), clause.role("at"))
        return
    if thing is None or isinstance(clause.role("object"), Pronoun):
        raise ctx.fail("it isn't said what is bisected")
    if points_ := _named_points(ctx, subject):  # O bisects PQ
        for x, (a, b) in zipped(ctx, points_, pairs(ctx, thing)):
            ctx.say(MIDP, x, a, b)
        return
    external = "outside" in clause.flags
    targets = denote(ctx, thing, "angle") if angle_like(thing) else denote(ctx, thing)
    at = clause.role("at")
    spots = iter(points(ctx, at) if at is not None else [])
    for line, target in zipped(ctx, lines(ctx, subject), targets):
        assert isinstance(line, Line)
        if at is not None and not isinstance(target, Part | Line):
            raise ctx.fail(
                "an angle is bisected by a line, not at a point", "write: AD bisects angle BAC and meets BC at D"
            )
        if isinstance(target, Corner):
            _bisects(ctx, line, target, external)
        elif isinstance(target, Part | Line):
            a, b = (target.a, target.b) if isinstance(target, Part) else ends(ctx, target)
            crossing = set(line.points) & set(ctx.line(a, b).points) - {a, b}
            if (m := next(spots, "")) != "":  # AD bisects BC at E
                ctx.say(MIDP, m, a, b)
            elif ctx.is_goal and len(crossing) == 1:  # AD meets BC at D, and bisects it
                ctx.say(MIDP, *crossing, a, b)
                continue
            else:
                with ctx.as_given():
                    m = midpoint(ctx, a, b)
            on(ctx, m, line)
        elif isinstance(target, Arc):
            with ctx.as_given():
                middle = arc_midpoint(ctx, target)
                m = ctx.point(middle.key, middle.letter, middle.define)
            on(ctx, m, line)
        else:
            raise ctx.fail("only an angle or a segment can be bisected")


def _named_points(ctx: Context, subject: Thing) -> list[str]:
    """The points that bisect something; nothing where lines do."""
    bearer = ctx.bearer.thing if isinstance(subject, Pronoun) and subject.word == "self" else subject
    runs = [item for item in flat([bearer] if bearer is not None else []) if isinstance(item, Run)]
    is_point = bool(runs) and all(len(run.points) == 1 and run.points[0] not in ctx.names for run in runs)
    return points(ctx, subject) if is_point else []


def _bisect_each_other(ctx: Context, segments: Sequence[tuple[str, str]], at: Thing | None) -> None:
    """Segments that have one midpoint, which may be named."""
    if len(segments) < 2:
        raise ctx.fail("one segment can't bisect itself", "name both segments")
    (a, b), *others = segments
    common = set.intersection(*({*ctx.line(c, d).points} - {c, d} for c, d in segments))
    if at is None and len(common) == 1:  # the diagonals meet at O, and bisect each other
        (m,), others = common, list(segments)
    elif at is None:
        with ctx.as_given():
            m = midpoint(ctx, a, b)
    else:
        (m,) = exactly(ctx, 1, points(ctx, at))
        others = list(segments)
    for c, d in others:
        ctx.say(MIDP, m, c, d)


def _bisects(ctx: Context, line: Line, corner: Corner, external: bool) -> None:
    if len(line.points) < 2 and not ctx.is_goal:
        made = bisector(ctx, corner, external)
        if not line.points:
            line.points.append(corner.v)
        line.put = made.put
        return
    p, q = ends(ctx, line)
    a, v, b = corner.a, corner.v, corner.b
    if v not in line.points:
        ctx.say(COLL, v, p, q)
    far = q if p == v else p
    ctx.say(EQANGLE, v, a, v, far, v, far, v, b)
    ctx.demand(SAME_SIDE if external else OPPOSITE_SIDES, a, b, v, far)
    if not external and v in (p, q):
        end_on_side(ctx, far, corner)
