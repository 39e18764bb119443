"""Being: what something is, and equations, which say that two things are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.amounts import are_symbols, is_measure
from solver.language.prose.arc_sizes import are_arcs
from solver.language.prose.context import Context
from solver.language.prose.curves import ends, on
from solver.language.prose.known_shapes import COUNTS
from solver.language.prose.lists import zipped
from solver.language.prose.measures import QUANTITIES, chords, state_chain, values
from solver.language.prose.nouns.outer_angles import is_outer, put_outside
from solver.language.prose.nouns.polygons import shape
from solver.language.prose.objects import Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.of_sort import angles, polygons
from solver.language.prose.registry import POINT_NOUNS, THING_NOUNS, VERBS, verb
from solver.language.prose.syntax import (
    AngleSize,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Pronoun,
    Relation,
    Run,
    Thing,
)
from solver.language.prose.things import ORDINALS, angle, denote, flat, noun_values, points, state_mods
from solver.language.prose.verbs.forming import are_points, be_vertices
from solver.language.prose.verbs.naming import define_names, is_names, named, names_of
from solver.language.prose.verbs.roles import subject_of
from solver.language.prose.verbs.shaping import right_angle
from solver.statements.conditions import UNEQUAL
from solver.statements.predicates import OVERLAP

#: What a segment is of a polygon.
_OF_POLYGONS = frozenset(["diagonal", "side", "hypotenuse"])


@verb("be")
def _be(ctx: Context, clause: Clause) -> None:
    subject, other = clause.role("subject"), clause.role("object")
    assert subject is not None and other is not None
    if isinstance(subject, Pronoun) and subject.word == "self":
        bearer = ctx.bearer
        bearer.is_used = True
        thing = bearer.thing
        if bearer.values is not None and not isinstance(thing, Run | Named | Many | Modified | Noun):
            _values_are(ctx, bearer.values, other)
            return
        assert isinstance(thing, Run | Named | Many | Modified | Noun | Pronoun | AngleSize) or thing is not None
        subject = thing
        selves, ctx.selves = ctx.selves, ctx.selves[:-1]
        try:
            be(ctx, subject, other)
        finally:
            ctx.selves = selves
        return
    be(ctx, subject, other)


def _vertices_of(noun: Noun) -> Noun | None:
    """The new polygon whose vertices these are: `the vertices of a square`."""
    of = noun.role("of")
    is_new = isinstance(of, Noun) and of.head in COUNTS and of.article in ("a", "another") and not of.names
    return of if noun.head == "vertex" and not noun.names and is_new and isinstance(of, Noun) else None


def _sides_of(noun: Noun) -> Noun | None:
    """The new triangle of `the side lengths of a right triangle`, which is in no figure."""
    of = noun.role("of")
    is_new = isinstance(of, Noun) and of.head == "triangle" and of.article == "a" and not (of.names or of.mods)
    return of if noun.head in ("side", "side_length") and not noun.names and is_new and isinstance(of, Noun) else None


def _be_sides(ctx: Context, lengths: Sequence[Thing], triangle: Noun) -> None:
    """Three lengths are those of the sides of a right triangle: it is open which is the longest one. Raises ParseError."""
    if triangle.adjectives != ("right",) or len(lengths) != 3:
        raise ctx.fail(
            "what a triangle with these sides is can't be stated", "say it of the lengths: AB^2 + CD^2 = EF^2"
        )
    ways = [f"the {ordinal} of the lengths is the longest" for ordinal in ORDINALS[:3]]
    k = ctx.choose(id(triangle), ways)
    longest, *others = (*lengths[k:], *lengths[:k])
    first, second = (Operation("^", (side, Number("2"))) for side in others)
    state_relation(ctx, Relation((Operation("+", (first, second)), Operation("^", (longest, Number("2")))), ("=",)))


def _touched_by_line(subject: Thing, other: Noun) -> Thing | None:
    """`Line CD is a tangent to ω`: what it touches, somewhere; `PA is a tangent to ω` says that it does so at A."""
    is_line = isinstance(subject, Noun) and subject.head == "line" and bool(subject.names)
    is_any = other.head == "tangent" and not (other.names or other.mods) and [name for name, _ in other.roles] == ["to"]
    return other.role("to") if is_line and is_any else None


def _is_part(ctx: Context, subject: Thing, noun: Noun) -> bool:
    """`BD is a diagonal`, `∠ACD is an exterior angle`, `∠C is a right angle`: states it, if it is that."""
    if noun.head in _OF_POLYGONS and not (noun.names or noun.role("opposite")):
        if isinstance(subject, Run) and len(subject.points) == 2 and not ctx.is_goal:
            noun_values(ctx, replace(noun, count=1), (subject,))
            return True
    if is_outer(noun) and not noun.names:
        for corner in angles(ctx, subject):
            put_outside(ctx, corner, noun)
        return True
    if noun.head == "angle" and "right" in noun.adjectives:
        for corner in angles(ctx, subject):
            right_angle(ctx, corner)
        return True
    return False


def be(ctx: Context, subject: Thing, other: Thing) -> None:
    """`M is the midpoint of BC`, `ABC is a triangle`, `∠ABC is 60°`."""
    if isinstance(subject, Noun) and subject.head in COUNTS and isinstance(other, Noun) and other.head in POINT_NOUNS:
        raise ctx.fail(f"a {subject.head} is no point", "say what each point is")
    if isinstance(other, Noun) and _is_part(ctx, subject, other):
        return
    if isinstance(subject, Pronoun) and isinstance(other, Noun) and other.head == "diameter":
        chords = [v for v in denote(ctx, subject, "line") if isinstance(v, Part)]  # (two chords) are both diameters
        subject = Many(tuple(Run((v.a, v.b), subject.place) for v in chords))
    if isinstance(other, Noun) and (to := _touched_by_line(subject, other)) is not None:
        ctx.visit(other)
        VERBS["touch"](ctx, Clause("touch", (("subject", subject), ("object", to))))
        return
    if isinstance(other, Noun) and (triangle := _sides_of(other)) is not None:
        ctx.visit(other)
        _be_sides(ctx, flat([subject]), triangle)
        return
    if _be_named_sides(ctx, subject, other) or _be_named_sides(ctx, other, subject):
        return
    if is_quantity(ctx, subject, other) or is_quantity(ctx, other, subject):
        _related(ctx, subject, "=", other)
        return
    if isinstance(other, Noun) and other.head == "radius" and other.mods and isinstance(subject, Run):
        of = other.role("of")
        owned = replace(other, names=(subject,), roles=(), mods=())
        if of is not None and len(subject.points) == 2:  # OC is a radius of ω perpendicular to AB
            VERBS["have"](ctx, Clause("have", (("subject", of), ("object", owned))))
            state_mods(ctx, subject, denote(ctx, subject, "line"), other.mods)
            return
    if isinstance(other, Number) and not is_measure(subject):
        raise ctx.fail(
            "only lengths, angles and other quantities have a value", "write AB = 5, ∠ABC = 60° or [ABC] = 6"
        )
    if isinstance(other, Number) or (is_measure(subject) and is_measure(other) and not _is_definition(other)):
        state_relation(ctx, Relation((subject, other), ("=",)))
        return
    if _be_parts(ctx, subject, other) or _be_parts(ctx, other, subject):
        return
    if is_names(subject):
        define_names(ctx, subject, other)
        return
    if is_names(other):
        define_names(ctx, other, subject)
        return
    if isinstance(other, Noun) and (other.head in COUNTS or other.head == "polygon"):
        for p in polygons(ctx, subject):
            shape(ctx, other.head, other.adjectives, p)
            state_mods(ctx, subject, [Polygon(p)], other.mods)
        return
    if isinstance(subject, Noun) and subject.names and isinstance(other, Noun):
        define_names(ctx, Many(subject.names), other)
        if subject.mods or subject.roles:
            denote(ctx, subject)
        return
    if isinstance(other, Noun) and other.head in POINT_NOUNS:
        with ctx.as_given():
            xs = points(ctx, subject)
        noun_values(ctx, other, [Run((x,)) for x in xs])
        return
    if isinstance(other, Noun) and other.head in THING_NOUNS:
        _values_are(ctx, denote(ctx, subject), other)
        return
    for one, two in zipped(ctx, denote(ctx, subject), denote(ctx, other)):
        state_same(ctx, one, two)


def _be_named_sides(ctx: Context, sides: Thing, noun: Thing) -> bool:
    """`AB and BC are the legs of triangle ABC`, `its hypotenuse is AC`: which sides these are says where the angle is. Whether it is so."""
    names = flat([sides])
    is_of_sides = all(isinstance(name, Run) and len(name.points) == 2 for name in names)
    if not (isinstance(noun, Noun) and noun.head in ("leg", "base", "hypotenuse") and is_of_sides):
        return False
    if noun.names or ctx.is_goal:
        return False
    noun_values(ctx, noun, names)
    ctx.visit(noun)
    return True


def _be_parts(ctx: Context, points_: Thing, noun: Thing) -> bool:
    """`A, B, C and D are the vertices of a square`, or these, in order, are A, B, C and D. Whether it is so."""
    formed = _vertices_of(noun) if isinstance(noun, Noun) else None
    if formed is None or not are_points(points_):
        return False
    be_vertices(ctx, points_, formed)
    ctx.visit(noun)
    return True


def is_quantity(ctx: Context, names: Thing, other: Thing) -> bool:
    """Whether names stand for numbers or lengths, by what they are said to be."""
    if not are_symbols(names) or any(isinstance(n, Named) and n.name in ctx.names for n in flat([names])):
        return False
    match other:
        case Number() | Operation() | AngleSize():
            return True
        case Noun(head="radius"):
            return not other.names
        case Noun(head="angle"):
            return (
                not other.names and "right" not in other.adjectives and all(isinstance(n, Named) for n in flat([names]))
            )
        case Noun(head=head):
            return head in QUANTITIES
        case Run(points) if len(points) == 2:
            return all(isinstance(n, Run) or (isinstance(n, Named) and n.name[0] in _LETTERS) for n in flat([names]))
        case Named() | Run():
            return are_symbols(other) and any(isinstance(t, Named) for t in (names, other))
        case Many(items):
            return all(is_quantity(ctx, names, item) for item in items)
    return False


#: What a length is called; other letters name lines.
_LETTERS = frozenset("abcdefghijkmnopqrstuvwxyzπ")


def _is_definition(other: Thing) -> bool:
    if isinstance(other, Many):
        return all(map(_is_definition, other.items))
    return isinstance(other, Noun) and (
        other.head in THING_NOUNS and other.head not in ("length", "distance", "angle", "radius")
    )


def _values_are(ctx: Context, found: Sequence[Value], other: Thing) -> None:
    """Things that have been found are what a noun says."""
    if isinstance(other, Noun) and other.head in POINT_NOUNS:
        noun_values(ctx, other, [Run((x,)) for x in found if isinstance(x, str)])
        return
    for one, two in zipped(ctx, found, denote(ctx, other)):
        state_same(ctx, one, two)


def state_same(ctx: Context, one: Value, two: Value) -> None:
    match one, two:
        case str(), str():
            ctx.say(OVERLAP, one, two)
        case ((Line() | Part()), (Line() | Part())):
            first = one if isinstance(one, Line) else one.line
            second = two if isinstance(two, Line) else two.line
            if first is second:
                return
            if isinstance(one, Part) and isinstance(two, Line):
                for x in (one.a, one.b):
                    on(ctx, x, second)
                return
            a, b = ends(ctx, first)
            for x in (a, b):
                on(ctx, x, second)
        case Circle(), Circle():
            if one is two:
                return
            for x in one.points[:3]:
                on(ctx, x, two)
        case _:
            raise ctx.fail("these can't be the same")


@verb("called")
def _called(ctx: Context, clause: Clause) -> None:
    subject, name = subject_of(ctx, clause), clause.role("object")
    assert name is not None
    if isinstance(subject, Pronoun) and subject.word == "self" and ctx.bearer.values is None:
        thing = ctx.bearer.thing
        ctx.bearer.is_used = True
        selves, ctx.selves = ctx.selves, ctx.selves[:-1]
        try:
            assert thing is not None
            be(ctx, name, thing)
        finally:
            ctx.selves = selves
        return
    for target, value in zipped(ctx, names_of(ctx, name), denote(ctx, subject)):
        named(ctx, target, value)


def state_relation(ctx: Context, relation: Relation) -> None:
    if (len(relation.sides) > 2 or ctx.is_goal) and all(
        isinstance(s, Run) and len(s.points) == 2 for s in relation.sides
    ):
        ctx.mention([v for s in relation.sides for v in denote(ctx, s, "line")])
    last = relation.sides[-1]
    if isinstance(last, Number) and last.is_degrees and set(relation.signs) == {"="}:
        for side in relation.sides[
            :-1
        ]:  # ∠ABC = ∠CDA = 90°: two right angles are more than two equal ones and one of 90°
            _related(ctx, side, "=", last)
        return
    for i, sign in enumerate(relation.signs):
        _related(ctx, relation.sides[i], sign, relation.sides[i + 1])


def _related(ctx: Context, left: Thing, sign: str, right: Thing) -> None:
    match sign:
        case "∥" | "∦" | "⟂":
            name = "perpendicular" if sign == "⟂" else "parallel"
            flags = frozenset(("not",)) if sign == "∦" else frozenset[str]()
            VERBS[name](ctx, Clause(name, (("subject", left), ("object", right)), flags))
        case "∈" | "∉":
            flags = frozenset(("not",)) if sign == "∉" else frozenset[str]()
            VERBS["lie"](ctx, Clause("lie", (("subject", left), ("on", right)), flags))
        case "∼" | "≅":
            name = "similar" if sign == "∼" else "congruent"
            VERBS[name](ctx, Clause(name, (("subject", left), ("object", right))))
        case "=" if (
            isinstance(left, Operation) and isinstance(right, Operation) and left.sign == right.sign == "ratios"
        ):
            if len(left.sides) != len(right.sides):
                raise ctx.fail("the ratios have different lengths", "write AB : BC : CA = 3 : 4 : 5")
            for k in range(1, len(left.sides)):
                ratios = [Operation("ratio", (side.sides[0], side.sides[k])) for side in (left, right)]
                _related(ctx, ratios[0], "=", ratios[1])
        case "=" if isinstance(right, Number) and _is_too_wide(left, right):
            raise ctx.fail(f"an acute angle isn't {right.value}°", "an acute angle has less than 90°")
        case "=" if are_arcs(left) and are_arcs(right):
            for one, two in zipped(ctx, chords(ctx, left), chords(ctx, right)):
                state_chain(ctx, one, sign, two)
        case "=" if (sides := _ratio_of_angles(left, right) or _ratio_of_angles(right, left)) is not None:
            for one, two in zipped(ctx, values(ctx, sides[0]), values(ctx, sides[1])):
                state_chain(ctx, one, sign, two)
        case "=" if is_quantity(ctx, left, right) or is_quantity(ctx, right, left):
            for one, two in zipped(ctx, values(ctx, left), values(ctx, right)):
                state_chain(ctx, one, sign, two)
        case "=" if is_names(left) and not is_measure(left) and not isinstance(right, Number):
            be(ctx, left, right)
        case "=" if is_names(right) and not is_measure(right) and not isinstance(left, Number):
            be(ctx, right, left)
        case "≠" if isinstance(left, AngleSize) and isinstance(right, AngleSize):
            _angles_differ(ctx, left, right)
        case "≠" if not is_measure(left) or not is_measure(right):
            VERBS["different"](ctx, Clause("different", (("subject", left), ("object", right))))
        case "≠" if isinstance(right, Number) or isinstance(left, Number):
            ctx.visit((left, right))
            ctx.note("that an angle has not this size is taken for granted")
        case _:
            for one, two in zipped(ctx, values(ctx, left), values(ctx, right)):
                state_chain(ctx, one, sign, two)


def _is_too_wide(thing: Thing, size: Number) -> bool:
    """Whether an acute angle is said to have 90° or more."""
    is_acute = isinstance(thing, Noun) and thing.head == "angle" and "acute" in thing.adjectives
    return is_acute and size.is_degrees and "/" not in size.value and float(size.value) >= 90


def _angles_differ(ctx: Context, left: AngleSize, right: AngleSize) -> None:
    """Two angles of one triangle differ as the sides opposite to them do."""
    one, other = angle(ctx, left), angle(ctx, right)
    if not (isinstance(one, Corner) and isinstance(other, Corner)) or {one.a, one.v, one.b} != {
        other.a,
        other.v,
        other.b,
    }:
        raise ctx.fail("only two angles of one triangle can be said to differ", "say which lengths or points differ")
    ctx.demand(UNEQUAL, one.a, one.b, other.a, other.b)


def _ratio_of_angles(ratio: Thing, value: Thing) -> tuple[Thing, Thing] | None:
    """∠A : ∠B = 2 : 3 without division: 3∠A = 2∠B."""
    if not (
        isinstance(ratio, Operation)
        and ratio.sign in ("ratio", "/")
        and all(isinstance(s, AngleSize) for s in ratio.sides)
    ):
        return None
    above, below = ratio.sides
    if isinstance(value, Number):
        return above, Operation("*", (value, below))
    if (
        isinstance(value, Operation)
        and value.sign in ("ratio", "/")
        and all(isinstance(s, Number) for s in value.sides)
    ):
        return Operation("*", (value.sides[1], above)), Operation("*", (value.sides[0], below))
    return None
