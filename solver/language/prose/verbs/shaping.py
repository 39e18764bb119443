"""Shapes: triangles that are similar, isosceles, right-angled, or formed by lines; sides that are extended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.amounts import is_measure
from solver.language.prose.context import Context
from solver.language.prose.curves import on, perpendicular
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.measures import state_chain, value
from solver.language.prose.nouns.polygons import shape
from solver.language.prose.objects import Between, Corner, Part, Polygon, Value
from solver.language.prose.of_sort import angles, corner_of, pairs, polygons
from solver.language.prose.registry import VERBS, verb
from solver.language.prose.syntax import AngleSize, Clause, Number, Pronoun, Run
from solver.language.prose.things import denote, points
from solver.language.prose.vague import is_vague
from solver.language.prose.verbs.roles import angle_like, circle_like, other_of, subject_of
from solver.statements.conditions import ACUTE, BETWEEN, CONVEX, OBTUSE
from solver.statements.predicates import CONG, CONTRI, CONTRIR, CYCLIC, PARA, PERP, SIMTRI, SIMTRIR

#: For triangles in words: the predicate; one whose orientation is said is no matter of the figure.
_LIKE = {
    "similar": SIMTRI, "congruent": CONTRI, "similar_directly": SIMTRI, "similar_oppositely": SIMTRIR,
    "congruent_directly": CONTRI, "congruent_oppositely": CONTRIR,
}  # fmt: skip


@verb(*_LIKE)
def _similar(ctx: Context, clause: Clause) -> None:
    thing = other_of(ctx, clause)
    subject = subject_of(ctx, clause)
    bearer = ctx.bearer.thing if isinstance(subject, Pronoun) and subject.word == "self" else None
    whom = bearer if bearer is not None else subject
    if clause.verb == "congruent" and (angle_like(whom) or is_measure(whom)):
        VERBS["equal"](ctx, replace(clause, verb="equal"))
        return
    if clause.verb == "congruent" and (round_ones := circle_like(whom, thing)) is not None:
        VERBS["equal_radii"](ctx, Clause("equal_radii", (("subject", round_ones),)))
        return
    firsts = polygons(ctx, subject)
    seconds = polygons(ctx, thing) if thing is not None else firsts[1:]
    firsts = firsts if thing is not None else firsts[:1]
    predicate, senses = _LIKE[clause.verb], () if clause.verb in ("similar", "congruent") else None
    for p, q in zipped(ctx, firsts, seconds):
        if len(p) != 3 or len(q) != 3:
            raise ctx.fail("only triangles can be said to be similar")
        ctx.say(predicate, *p, *q, senses=senses)


@verb("homothetic")
def _homothetic(ctx: Context, clause: Clause) -> None:
    """Polygons whose sides are parallel, one by one."""
    thing = other_of(ctx, clause)
    first, *rest = polygons(ctx, subject_of(ctx, clause)) + (polygons(ctx, thing) if thing is not None else [])
    for other in rest:
        if len(other) != len(first):
            raise ctx.fail("these have not as many vertices", "name them in the same order")
        for k in range(len(first)):
            ctx.say(PARA, first[k - 1], first[k], other[k - 1], other[k])


@verb(
    "shape_isosceles",
    "shape_equilateral",
    "shape_acute",
    "shape_obtuse",
    "shape_scalene",
    "shape_cyclic",
    "shape_convex",
    "shape_nonconvex",
)
def _shaped(ctx: Context, clause: Clause) -> None:
    adjective = clause.verb.removeprefix("shape_")
    subject = subject_of(ctx, clause)
    bearer = ctx.bearer.thing if isinstance(subject, Pronoun) and subject.word == "self" else None
    if angle_like(bearer if bearer is not None else subject) and adjective in ("acute", "obtuse"):
        for corner in angles(ctx, subject_of(ctx, clause)):
            if isinstance(corner, Corner) and ctx.is_goal:
                size = value(ctx, AngleSize((Run((corner.a, corner.v, corner.b)),)))
                state_chain(ctx, size, "<" if adjective == "acute" else ">", value(ctx, Number("90", True)))
            elif isinstance(corner, Corner):
                ctx.demand(ACUTE if adjective == "acute" else OBTUSE, corner.a, corner.v, corner.b)
        return
    at = clause.role("at")
    for p in polygons(ctx, subject_of(ctx, clause)):
        if at is not None:  # isosceles at A
            if len(p) != 3:
                raise ctx.fail("only a triangle is isosceles at a vertex", "say which sides are equal")
            (apex,) = exactly(ctx, 1, points(ctx, at))
            corner = corner_of(ctx, p, apex)
            ctx.say(CONG, apex, corner.a, apex, corner.b)
        elif adjective == "nonconvex":  # not necessarily convex, as a quadrilateral is taken to be
            for condition in [c for c in ctx.said.conditions if c.kind is CONVEX and set(c.points) == set(p)]:
                del ctx.said.conditions[condition]
        elif adjective == "cyclic" and ctx.is_goal:
            ctx.say(CYCLIC, *p)
        else:
            shape(ctx, "polygon", (adjective,) if adjective == "convex" else (adjective, "nonconvex"), p)


@verb("turned")
def _turned(ctx: Context, clause: Clause) -> None:
    """What is turned about a point; what it is then is said besides."""
    points(ctx, subject_of(ctx, clause))
    ctx.note("which way it is turned is left to the figure")


@verb("right_angle")
def _right_angled(ctx: Context, clause: Clause) -> None:
    for one in denote(ctx, subject_of(ctx, clause), "angle"):
        match one:
            case Polygon(p) if len(p) == 3:
                is_vague(ctx, "right", p)  # triangle ABC is right
            case Corner() | Between():
                right_angle(ctx, one)
            case _:
                raise ctx.fail("an angle is needed here", "write ∠ABC")


def right_angle(ctx: Context, corner: Corner | Between) -> None:
    if isinstance(corner, Corner):
        ctx.say(PERP, corner.v, corner.a, corner.v, corner.b)
    else:
        perpendicular(ctx, corner.first, corner.second)


@verb("right_at")
def _right_at(ctx: Context, clause: Clause) -> None:
    at = clause.role("at")
    for p in polygons(ctx, subject_of(ctx, clause)):
        if at is None:
            is_vague(ctx, "right", p)
            continue
        (v,) = exactly(ctx, 1, points(ctx, at))
        right_angle(ctx, corner_of(ctx, p, v))


@verb("extend", "extended")
def _extend(ctx: Context, clause: Clause) -> None:
    """`BC is extended beyond C to D`."""
    thing = clause.role("object") or clause.role("subject")
    assert thing is not None
    to, beyond = clause.role("to"), clause.role("beyond")
    couples = pairs(ctx, thing)
    if to is None and beyond is not None:
        found: list[Value] = []
        for (a, b), v in zipped(ctx, couples, points(ctx, beyond)):
            p, q = (b, a) if v == a else (a, b)
            found.append(Part(ctx.line(p, q), "extension", p, q))
        ctx.mention(found)
        return
    if to is None:
        raise ctx.fail("it isn't said to where", "write BC is extended beyond C to D")
    tips: Sequence[str] = points(ctx, beyond) if beyond is not None else [b for _, b in couples]
    for (a, b), x, v in zipped(ctx, couples, points(ctx, to), tips):
        p, q = (b, a) if v == a else (a, b)
        on(ctx, x, ctx.line(p, q))
        ctx.demand(BETWEEN, q, p, x)
