"""What clauses say: the verbs, `be` and `have` among them, and relations between measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import pairwise

from solver.language.prose.adjectives import describe
from solver.language.prose.context import Context
from solver.language.prose.curves import (
    Curve,
    arc_condition,
    center,
    common_points,
    ends,
    foot,
    meet,
    midpoint,
    on,
    parallel,
    part_condition,
    perpendicular,
    place,
    point_of,
    radius,
    set_center,
    touch_circles,
    touch_line,
    within,
)
from solver.language.prose.linear import bisector, formed_by, name_lines, radical_axis
from solver.language.prose.measures import QUANTITIES, are_symbols, is_measure, measured_of, state_chain, values
from solver.language.prose.objects import Arc, Between, Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.points import antipodal, inverse, reflect
from solver.language.prose.registry import POINT_NOUNS, THING_NOUNS, VERBS, verb
from solver.language.prose.shapes import COUNTS, from_lines, inscribe, name_circle, shape
from solver.language.prose.sums import Sum, Symbol, atoms
from solver.language.prose.syntax import (
    About,
    AngleSize,
    Clause,
    Likewise,
    Many,
    Modified,
    Named,
    Noun,
    Number,
    Operation,
    Pronoun,
    Relation,
    Run,
    Said,
    Thing,
    Together,
    Whether,
)
from solver.language.prose.things import (
    ORDINALS,
    STATE,
    about,
    angles,
    circles,
    corner_of,
    curves,
    denote,
    exactly,
    flat,
    like_last,
    lines,
    mirror_images,
    noun_values,
    pairs,
    point_names,
    points,
    polygons,
    state_mods,
    zipped,
)
from solver.language.prose.vague import is_vague
from solver.statements.conditions import (
    ACUTE,
    APART,
    BETWEEN,
    CONVEX,
    CROSSING,
    INSIDE,
    LONGER,
    NONCOLLINEAR,
    OBTUSE,
    OPPOSITE_SIDES,
    SAME_SIDE,
    UNEQUAL,
    ConditionKind,
)
from solver.statements.predicates import (
    CIRCLE,
    COLL,
    CONG,
    CONTRI,
    CONTRIR,
    CYCLIC,
    EQANGLE,
    OVERLAP,
    PERP,
    SIMTRI,
    SIMTRIR,
)


def state(ctx: Context, said: Said) -> None:
    """States what a clause says. Raises ParseError."""
    ctx.visited.add(id(said))
    match said:
        case Together(clauses):
            for clause in clauses:
                state(ctx, clause)
        case About(Noun(article="no"), _):
            ctx.note("what is said not to be so is taken for granted")
        case About(thing, inner):
            with about(ctx, thing):
                state(ctx, inner)
                if not ctx.selves[-1].is_used:
                    denote(ctx, thing)
                values_ = ctx.selves[-1].values
            if values_ is None and not ctx.is_goal and _is_names(thing) and not is_defined(ctx, thing):
                values_ = denote(ctx, Many(tuple(_names_of(ctx, thing))))
            if values_ and not ctx.is_goal:
                ctx.mention(values_)  # what `it` is, if it comes next
        case Relation():
            _relation(ctx, said)
        case Clause(verb=name):
            if name not in VERBS:
                raise ctx.fail(f"“{name}” can't be understood here")
            if "not" in said.flags and name not in NEGATIVE:
                ctx.note("what is said not to be so is taken for granted")
                subject = said.role("subject")
                if isinstance(subject, Noun) and subject.names and not ctx.is_goal:
                    denote(ctx, subject)
                return
            VERBS[name](ctx, said)
        case Whether(clauses) if ctx.asks:
            ways = [f"the {ordinal} of the things of which one is to be proved" for ordinal in ORDINALS[: len(clauses)]]
            taken = ctx.choose(id(said), ways)
            ctx.visit(tuple(clause for i, clause in enumerate(clauses) if i != taken))
            state(ctx, clauses[taken])
        case Whether():
            raise ctx.fail("one of two things can't be stated", "state one of them")
        case Likewise():
            raise ctx.fail("it isn't clear what is done in the same way", "say it in full")


STATE.append(state)

NEGATIVE = frozenset(("parallel", "lie", "collinear", "different"))


def is_defined(ctx: Context, thing: Thing) -> bool:
    """Whether names were given a value as numbers or lengths."""
    given = {a for left, right, _ in ctx.quantities.given for a in atoms(left) | atoms(right)}
    return are_symbols(thing) and all(Symbol(n.name) in given for n in flat([thing]) if isinstance(n, Named))


def subject_of(ctx: Context, clause: Clause) -> Thing:
    thing = clause.role("subject")
    if thing is None:
        raise ctx.fail("it isn't said of what this is so", "write a whole sentence: AD meets BC at E")
    return thing


def _other(ctx: Context, clause: Clause, name: str = "object") -> Thing | None:
    thing = clause.role(name)
    return None if isinstance(thing, Pronoun) and thing.word == "each_other" else thing


# Being and having.


@verb("be")
def _be(ctx: Context, clause: Clause) -> None:
    subject, other = clause.role("subject"), clause.role("object")
    assert subject is not None and other is not None
    if isinstance(subject, Pronoun) and subject.word == "self":
        bearer = ctx.selves[-1]
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


def be(ctx: Context, subject: Thing, other: Thing) -> None:
    """`M is the midpoint of BC`, `ABC is a triangle`, `∠ABC is 60°`."""
    if is_quantity(ctx, subject, other) or is_quantity(ctx, other, subject):
        _related(ctx, subject, "=", other)
        return
    if isinstance(other, Noun) and other.head == "angle" and "right" in other.adjectives:
        for corner in angles(ctx, subject):
            _right(ctx, corner)
        return
    if isinstance(other, Number) and not is_measure(subject):
        raise ctx.fail(
            "only lengths, angles and other quantities have a value", "write AB = 5, ∠ABC = 60° or [ABC] = 6"
        )
    if isinstance(other, Number) or (is_measure(subject) and is_measure(other) and not _is_definition(other)):
        _relation(ctx, Relation((subject, other), ("=",)))
        return
    if _is_names(subject):
        _define(ctx, subject, other)
        return
    if _is_names(other):
        _define(ctx, other, subject)
        return
    if isinstance(other, Noun) and (other.head in COUNTS or other.head == "polygon"):
        for p in polygons(ctx, subject):
            shape(ctx, other.head, other.adjectives, p)
            state_mods(ctx, subject, [Polygon(p)], other.mods)
        return
    if isinstance(subject, Noun) and subject.names and isinstance(other, Noun):
        _define(ctx, Many(subject.names), other)
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
        _same(ctx, one, two)


def is_quantity(ctx: Context, names: Thing, other: Thing) -> bool:
    """Whether names stand for numbers or lengths, by what they are said to be."""
    if not are_symbols(names) or any(isinstance(n, Named) and n.name in ctx.names for n in flat([names])):
        return False
    match other:
        case Number() | Operation() | AngleSize():
            return True
        case Noun(head="radius"):
            return not other.names
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


def _is_names(thing: Thing) -> bool:
    match thing:
        case Run() | Named():
            return True
        case Many(items):
            return all(map(_is_names, items))
        case Modified(inner):
            return _is_names(inner)
        case Noun(head="point" | "line" | "circle" | "triangle" | "segment" | "ray", names=names) if names:
            return True
    return False


def _define(ctx: Context, subject: Thing, other: Thing) -> None:
    """Names get what they stand for."""
    targets = _names_of(ctx, subject)
    if isinstance(other, Pronoun):
        for target, value in zipped(ctx, targets, denote(ctx, other)):
            _named(ctx, target, value)
        return
    nouns = flat([other])
    if len(nouns) > 1 and all(isinstance(n, Noun | Modified) for n in nouns):
        # `O, I be the circumcenter and incenter of ABC`: what the last one is of holds for all.
        last = nouns[-1]
        of = last.role("of") if isinstance(last, Noun) else None
        if isinstance(last, Noun) and of is not None:
            nouns = [
                replace(n, roles=last.roles) if isinstance(n, Noun) and not n.roles and _may_be_of(n, of) else n
                for n in nouns
            ]
        if len(targets) % len(nouns):
            raise ctx.fail(f"here are {len(targets)} names for {len(nouns)} things", "list as many names as things")
        share = len(targets) // len(nouns)
        for i, noun in enumerate(nouns):
            _define_one(ctx, targets[i * share : (i + 1) * share], noun)
    else:
        _define_one(ctx, targets, nouns[0] if len(nouns) == 1 else other)
    if isinstance(subject, Modified):
        state_mods(ctx, subject.thing, denote(ctx, subject.thing), subject.mods)
    for item in flat([subject]):
        if isinstance(item, Modified) and item is not subject:
            state_mods(ctx, item.thing, denote(ctx, item.thing), item.mods)
        if isinstance(item, Noun) and item.mods:
            state_mods(ctx, item, denote(ctx, Many(item.names)), item.mods)


def _may_be_of(noun: Noun, of: Thing) -> bool:
    """Whether a noun in a list is of what the last one is of: `the center and radius of ω`, not `H and the midpoint of BC`."""
    is_polygon = isinstance(of, Run | Named) or (isinstance(of, Noun) and of.head in COUNTS)
    return is_polygon or noun.head in ("center", "radius", "diameter")


def _names_of(ctx: Context, thing: Thing) -> list[Thing]:
    found: list[Thing] = []
    for item in flat([thing]):
        match item:
            case Modified(inner):
                found += _names_of(ctx, inner)
            case Noun(names=names):
                found += flat(names)
            case _:
                found.append(item)
    return found


def _define_one(ctx: Context, targets: Sequence[Thing], noun: Thing) -> None:
    if isinstance(noun, Modified):
        _define_one(ctx, targets, noun.thing)
        subject: Thing = Many(tuple(targets)) if len(targets) > 1 else targets[0]
        state_mods(ctx, subject, denote(ctx, subject), noun.mods)
        return
    if isinstance(noun, Noun) and noun.head == "that":
        noun = like_last(ctx, noun)
    if isinstance(noun, Noun) and noun.role("of") is not None:
        ctx.last_noun = noun
    if isinstance(noun, Noun) and noun.head == "reflection" and (found := mirror_images(ctx, noun)):
        for target, value in zipped(ctx, targets, found):
            _named(ctx, target, value)
        return
    if isinstance(noun, Noun) and noun.names and noun.head not in COUNTS:
        found = denote(ctx, noun)
        for target, value in zipped(ctx, targets, found):
            _named(ctx, target, value)
        return
    if isinstance(noun, Noun):
        if (noun.head in COUNTS or noun.head == "polygon") and formed_by(noun) is None:
            for target in targets:
                p = tuple(point_names(ctx, target))
                if not ctx.is_goal and len(p) >= 3:
                    ctx.add_polygon(Polygon(p), True)
        runs = all(isinstance(t, Run) and len(t.points) == 2 for t in targets)
        if noun.head in THING_NOUNS and runs and noun.head not in COUNTS:
            made = noun_values(ctx, noun, targets) if noun.head in _TAKES_RUNS else None
            if made is None:
                made_lines = [c for c, _ in curves(ctx, noun, "line")]
                name_lines(ctx, [c for c in made_lines if isinstance(c, Line)], targets)
            return
        noun_values(ctx, noun, targets)
        return
    for target, value in zipped(ctx, targets, denote(ctx, noun)):
        _named(ctx, target, value)


#: Nouns that take two points as the name of what they make.
_TAKES_RUNS = frozenset(
    [
        "altitude",
        "median",
        "bisector",
        "perpendicular_bisector",
        "perpendicular",
        "parallel",
        "tangent",
        "common_tangent",
        "symmedian",
        "euler_line",
        "simson_line",
        "newton_line",
        "radical_axis",
        "common_chord",
        "polar",
        "midline",
        "diameter",
        "line_of_centers",
        "chord",
    ]
)


def _named(ctx: Context, target: Thing, value: Value) -> None:
    """The name stands for the value; a point that has a name already is the same point."""
    ctx.visited.add(id(target))
    match target, value:
        case Named(name), Line() | Circle() | Polygon():
            if ctx.names.get(name, value) is not value:
                raise ctx.fail(f"{name} is named twice", "use another name")
            ctx.names[name] = value
        case Named(name), Part(line=line):
            ctx.names[name] = line
        case Run((x,)), str():
            ctx.say(OVERLAP, x, value)
        case Run(), Line() | Part():
            line = value if isinstance(value, Line) else value.line
            name_lines(ctx, [line], [target])
        case Run(), Circle():
            name_circle(ctx, value, target)
        case _:
            raise ctx.fail("this name doesn't fit")


def _values_are(ctx: Context, found: Sequence[Value], other: Thing) -> None:
    """Things that have been found are what a noun says."""
    if isinstance(other, Noun) and other.head in POINT_NOUNS:
        noun_values(ctx, other, [Run((x,)) for x in found if isinstance(x, str)])
        return
    for one, two in zipped(ctx, found, denote(ctx, other)):
        _same(ctx, one, two)


def _same(ctx: Context, one: Value, two: Value) -> None:
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


@verb("exist")
def _exist(ctx: Context, clause: Clause) -> None:
    """`triangle ABC`, `Consider a circle ω with center O`."""
    thing = subject_of(ctx, clause)
    for item in flat([thing]):
        if isinstance(item, Modified):
            inner = item.thing
        else:
            inner = item
        if isinstance(inner, Noun) and (inner.head in COUNTS or inner.head == "polygon") and not ctx.is_goal:
            for name in flat(inner.names):
                if isinstance(name, Run) and len(name.points) >= 3:
                    ctx.add_polygon(Polygon(name.points), True)
        if ctx.is_goal and isinstance(item, Noun):
            if item.names:
                noun_values(ctx, item, item.names)
            else:
                state_mods(ctx, None, denote(ctx, replace(item, mods=())), item.mods)
            continue
        values_ = denote(ctx, item)
        if isinstance(inner, Run) and len(inner.points) == 1:
            ctx.declare(inner.points[0])
        ctx.mention(values_)


@verb("mention")
def _mention(ctx: Context, clause: Clause) -> None:
    denote(ctx, subject_of(ctx, clause))


@verb("have")
def _have(ctx: Context, clause: Clause) -> None:
    """`triangle ABC has incenter I`, `a circle with center O and radius OA`."""
    owner, owned, value_ = subject_of(ctx, clause), clause.role("object"), clause.role("value")
    assert owned is not None
    if value_ is not None and isinstance(owned, Noun):
        given = values(ctx, value_)
        found = measured_of(ctx, denote(ctx, owner), owned)
        for measured, one in zipped(ctx, found, given * len(found) if len(given) == 1 else given):
            state_chain(ctx, measured, "=", one)
        return
    if isinstance(owned, Modified):
        inner = owned.thing
        _have_one(ctx, owner, inner)
        state_mods(
            ctx, inner, denote(ctx, Many(inner.names) if isinstance(inner, Noun) and inner.names else inner), owned.mods
        )
        return
    for item in flat([owned]):
        _have_one(ctx, owner, item)


def _have_one(ctx: Context, owner: Thing, item: Thing) -> None:
    found = denote(ctx, owner)
    if (
        isinstance(item, Noun) and item.head in ("point", "intersection") and not item.names
        and all(isinstance(v, Circle | Line | Part) for v in found)
    ):  # fmt: skip
        wheres = [m.role("on") for m in item.mods if isinstance(m, Clause) and m.verb == "lie"]
        if len(wheres) != len(item.mods):
            raise ctx.fail("a common point that is said to be more can't be stated", "name it")
        ctx.visit(item.mods)
        others = [c for w in wheres if w is not None for c, _ in curves(ctx, w)]
        _concurrent(ctx, [*(_curve(ctx, v) for v in found), *others])
        return
    if isinstance(item, Noun) and item.head == "point" and item.names:
        denote(ctx, item)
        for circle in (
            found if not item.mods else ()
        ):  # `a circle with center O and a point P outside of it`: where P is, is said
            if isinstance(circle, Circle | Line | Part):
                for x in point_names(ctx, item):
                    place(ctx, x, circle)
        return
    if isinstance(item, Run | Named) or not isinstance(item, Noun):
        if all(isinstance(v, Polygon) for v in found) or isinstance(item, Run):
            denote(ctx, item)
            return
        raise ctx.fail("it isn't clear what this has to do with it", "say what it is: with center O")
    if item.head == "radius" and "equal" in item.adjectives and not item.names and len(found) > 1:
        ctx.visit(item)
        VERBS["equal_radii"](ctx, Clause("equal_radii", (("subject", owner),)))
        return
    if any(isinstance(v, Circle) for v in found) and item.head in ("center", "diameter", "radius", "chord"):
        _of_circles(ctx, found, item)
        return
    roles = item.roles if item.role("of") is not None else (("of", owner), *item.roles)
    if item.head in QUANTITIES and {"same", "equal"} & set(item.adjectives):  # have the same area
        amounts = values(ctx, replace(item, adjectives=(), roles=(("of", owner),)))
        for one, two in pairwise(amounts):
            state_chain(ctx, one, "=", two)
        return
    if item.head == "apex":
        for value in found:
            if isinstance(value, Polygon) and len(value.points) == 3:
                (x,) = exactly(ctx, 1, [p for name in item.names for p in point_names(ctx, name)])
                apex = corner_of(ctx, value.points, x)
                ctx.say(CONG, x, apex.a, x, apex.b)
        return
    if item.head == "angle" and "right" in item.adjectives:
        at = item.role("at")
        for polygon in found:
            if isinstance(polygon, Polygon):
                for v in points(ctx, at) if at is not None else point_names(ctx, item):
                    _right(ctx, corner_of(ctx, polygon.points, v))
        return
    if item.head == "base" and item.names and all(isinstance(v, Polygon) and len(v.points) == 3 for v in found):
        for triangle, (a, b) in zipped(ctx, found, pairs(ctx, Many(item.names))):
            assert isinstance(triangle, Polygon)
            apexes = [p for p in triangle.points if p not in (a, b)]
            if len(apexes) != 1:
                raise ctx.fail(f"{a}{b} is no side of {''.join(triangle.points)}", "name two of its vertices")
            ctx.say(CONG, apexes[0], a, apexes[0], b)
        return
    if item.head == "angle" and item.adjectives and item.role("at") is not None:
        for value in found:
            if isinstance(value, Polygon):
                (v,) = exactly(ctx, 1, points(ctx, item.role("at") or item))
                describe(ctx, item, [corner_of(ctx, value.points, v)])
        return
    if item.head in ("side", "angle", "base", "diagonal", "segment", "line", "hypotenuse") and item.names:
        denote(ctx, replace(item, roles=roles) if item.head not in ("angle", "line", "segment") else item)
        return
    noun_values(ctx, replace(item, roles=roles), item.names)


def _of_circles(ctx: Context, found: Sequence[Value], item: Noun) -> None:
    """The center, a diameter, a radius of each circle; one name goes with all."""
    names = flat(item.names)
    for i, value in enumerate(found):
        assert isinstance(value, Circle)
        name = names[i if len(names) == len(found) else 0] if names else None
        _of_circle(ctx, value, item, name)
    if item.mods:
        of_names = Many(tuple(names))
        state_mods(ctx, of_names, denote(ctx, of_names, "point"), item.mods)


def _of_circle(ctx: Context, circle: Circle, item: Noun, name: Thing | None) -> None:
    if item.head == "center":
        if name is None:
            raise ctx.fail("the center needs a name", "write with center O")
        for x in point_names(ctx, name):
            if circle.called and circle.called == circle.center != x and not circle.points:
                # `the circle S has center O`: S is its name
                ctx.names[circle.called], circle.center = circle, None
                ctx.points.remove(circle.called)
                ctx.declared.discard(circle.called)
            set_center(ctx, circle, x)
    elif item.head == "diameter":
        if name is None:
            return
        a, b = exactly(ctx, 2, point_names(ctx, name))
        if circle.center is None and not circle.points and circle.diameter is None:
            circle.diameter, circle.points = (a, b), [a, b]
            ctx.declare(a)
            ctx.declare(b)
        else:
            antipodal(ctx, b, a, circle)
    elif item.head == "radius":
        if name is None:
            return
        if isinstance(name, Named | Number) or len(point_names(ctx, name)) == 1:
            for measured in measured_of(ctx, [circle], item):
                state_chain(ctx, measured, "=", values(ctx, name)[0])
            return
        a, b = exactly(ctx, 2, point_names(ctx, name))
        if circle.center in (a, b):
            on(ctx, b if circle.center == a else a, circle)
        elif circle.center is None and not circle.points:
            circle.center = a
            on(ctx, b, circle)
        else:
            circle.radius = (a, b)
    elif name is not None:
        for x in point_names(ctx, name):
            on(ctx, x, circle)


@verb("called")
def _called(ctx: Context, clause: Clause) -> None:
    subject, name = subject_of(ctx, clause), clause.role("object")
    assert name is not None
    if isinstance(subject, Pronoun) and subject.word == "self" and ctx.selves[-1].values is None:
        thing = ctx.selves[-1].thing
        ctx.selves[-1].is_used = True
        selves, ctx.selves = ctx.selves, ctx.selves[:-1]
        try:
            assert thing is not None
            be(ctx, name, thing)
        finally:
            ctx.selves = selves
        return
    for target, value in zipped(ctx, _names_of(ctx, name), denote(ctx, subject)):
        _named(ctx, target, value)


@verb("given")
def _given(ctx: Context, clause: Clause) -> None:
    """Marks what follows as given."""


@verb("nothing", "satisfy", "subtend")
def _nothing(ctx: Context, clause: Clause) -> None:
    raise ctx.fail("this can't be stated")


# Places.


def _indefinite(thing: Thing | None, heads: Sequence[str]) -> bool:
    """`a circle`, `one line`: not a certain one."""
    return (
        isinstance(thing, Noun) and thing.head in heads and not thing.names and not thing.roles and not thing.mods
        and thing.article not in ("the", "this", "its") and thing.count == 1
    ) or (isinstance(thing, Noun) and thing.head in heads and ("same" in thing.adjectives or "common" in thing.adjectives) and not thing.names)  # fmt: skip


@verb("lie")
def _lie(ctx: Context, clause: Clause) -> None:
    subject, where = subject_of(ctx, clause), clause.role("on")
    if "ordered" in clause.flags:
        _in_order(ctx, points(ctx, subject), where)
    if isinstance(where, Noun) and _indefinite(where, ("line", "circle")):
        xs = points(ctx, subject)
        if "not" not in clause.flags:
            _together(ctx, xs, where.head)
        elif where.head == "line" and len(xs) == 3:
            ctx.demand(NONCOLLINEAR, *xs)
        return
    values_ = denote(ctx, subject, "point") if _point_like(subject) else denote(ctx, subject)
    region = clause.role("inside")
    if region is not None and values_ and all(isinstance(v, Circle) for v in values_):
        for small, large in zipped(ctx, values_, circles(ctx, region)):
            assert isinstance(small, Circle)
            r, s = (center(ctx, small), point_of(ctx, small)), (center(ctx, large), point_of(ctx, large))
            ctx.demand(LONGER, *s, *r)
        return
    if any(not isinstance(v, str) for v in values_):
        raise ctx.fail("only points can be said to be somewhere")
    if ctx.is_goal and isinstance(where, Noun) and where.head == "circle" and len(values_) >= 3:
        around = [c for c in circles(ctx, where) if c.center is not None and not c.points]
        if around and around[0].center is not None:
            ctx.say(CIRCLE, around[0].center, *(v for v in values_ if isinstance(v, str)))
            return
    if "not" not in clause.flags:
        _located(ctx, clause, [v for v in values_ if isinstance(v, str)])
    elif where is not None:
        if isinstance(where, Many) and where.is_choice:  # not on AB or CD: on none of them
            ctx.visited.add(id(where))
            where = replace(where, is_choice=False)
        for line in [c for c, _ in curves(ctx, where) if isinstance(c, Line)]:
            for x in values_:
                ctx.demand(NONCOLLINEAR, str(x), *ends(ctx, line))


@verb("place")
def _place(ctx: Context, clause: Clause) -> None:
    """`points E and F are given on BC`, `a line is drawn through D`, `take H as the reflection of D`."""
    subject, through, as_what = subject_of(ctx, clause), clause.role("through"), clause.role("as")
    outside = clause.role("outside")
    if as_what is not None:
        be(ctx, subject, as_what)
        return
    if len(clause.roles) == 1:
        _exist(ctx, clause)
        return
    if isinstance(subject, Noun) and subject.head in ("tangent", "perpendicular", "parallel"):
        wanted = {"through": "from" if subject.head == "tangent" else "through", "to": "to", "from": "from"}
        roles = tuple((wanted[r], t) for r, t in clause.roles if r in wanted and subject.role(wanted[r]) is None)
        noun_values(ctx, replace(subject, roles=(*subject.roles, *roles)), subject.names)
        return
    starts = points(ctx, through) if through is not None else []
    if (made := _unnamed_on_sides(ctx, clause)) is not None:
        ctx.mention(made)
        return
    bases: list[Value] = []
    if outside is not None and (isinstance(subject, Pronoun) or not _point_like(subject)):
        if (where := clause.role("on")) is not None:
            denote(ctx, where)  # `on the sides of a triangle ABC, outside the triangle`
        bases = denote(ctx, outside)
    found = denote(ctx, subject, "point") if _point_like(subject) else denote(ctx, subject)
    ctx.mention(found)
    if through is not None:
        for value, x in zipped(ctx, found, starts):
            if isinstance(value, str):
                raise ctx.fail("a point passes through nothing")
            _pass_one(ctx, value, x)
    elif found and all(isinstance(v, Polygon) for v in found) and clause.role("on") is not None:
        _erected_on(ctx, [v for v in found if isinstance(v, Polygon)], clause)
    elif all(isinstance(v, str) for v in found):
        _located(ctx, clause, [v for v in found if isinstance(v, str)])
    elif outside is not None:
        kind = SAME_SIDE if "inside" in clause.flags else OPPOSITE_SIDES
        for value, other in zipped(ctx, found, bases or denote(ctx, outside)):
            if not (isinstance(value, Polygon) and isinstance(other, Polygon)):
                raise ctx.fail("only points and polygons can be said to be outside")
            _erected(ctx, value, other, kind)


def _located(ctx: Context, clause: Clause, xs: list[str]) -> None:
    """Where points are: `on`, `inside`, `outside`, `between`."""
    ctx.mention(list(xs))
    if not ctx.is_goal:
        for x in xs:
            ctx.declare(x)
    where = clause.role("on")
    if isinstance(where, Noun) and where.head == "plane":
        of = where.role("of")
        if of is not None:
            denote(ctx, of)
        state_mods(ctx, None, [], where.mods)
    elif isinstance(where, Noun) and where.head == "side" and not where.names and len(xs) > 1:
        sides = [v for v in denote(ctx, where) if isinstance(v, Part)]
        known = [next((s for s in sides if x in s.line.points), None) for x in xs]
        if any(s is None for s in known):
            raise ctx.fail("it isn't said which point is on which side", "write e.g. D, E on sides BC, CA")
        for x, side in zip(xs, known, strict=True):
            if side is not None:
                part_condition(ctx, x, side)
    elif where is not None:
        named_circle = isinstance(where, Pronoun) or (isinstance(where, Run) and len(where.points) == 1)
        values_ = denote(ctx, where, "curve" if named_circle else "any")
        if len(values_) == 1 and isinstance(values_[0], Polygon):
            _around(ctx, xs, values_[0].points)
        else:
            for x, value in zipped(ctx, xs, values_):
                place(ctx, x, value)
    for name in ("inside", "outside"):
        region = clause.role(name)
        if region is not None:
            for x, value in zipped(ctx, xs, _regions(ctx, region)):
                _within(ctx, x, value, name == "inside")
    between = clause.role("between")
    if between is not None:
        couple = points(ctx, between)
        for i, x in enumerate(xs):
            a, b = couple if len(couple) == 2 else couple[2 * i : 2 * i + 2]
            line = ctx.line(a, b)
            if x not in line.points:
                on(ctx, x, line)
            ctx.demand(BETWEEN, x, a, b)


def _regions(ctx: Context, thing: Thing) -> Sequence[Value]:
    """Things that something can be inside of; `it` is the last of these that was spoken of."""
    if isinstance(thing, Pronoun) and thing.word == "it":
        for values_ in reversed(ctx.mentioned):
            if len(values_) == 1 and isinstance(values_[0], Circle | Polygon | Corner):
                return values_
    return denote(ctx, thing)


def _erected_on(ctx: Context, found: Sequence[Polygon], clause: Clause) -> None:
    """Polygons on the sides of another one, which they name by their vertices, perhaps on its outside."""
    where, outside, inside = (clause.role(name) for name in ("on", "outside", "inside"))
    assert where is not None
    sides = denote(ctx, where)
    of = where.role("of") if isinstance(where, Noun) else None
    if outside is None and inside is None and not {"outside", "inside"} & clause.flags:
        return
    region = outside or inside
    bases = denote(ctx, region) if region is not None else denote(ctx, of) if of is not None else []
    if not bases:
        bases = [v for v in (latest_base(ctx, sides),) if v is not None]
    for polygon, base in zipped(ctx, found, bases):
        if not isinstance(base, Polygon):
            raise ctx.fail("it isn't clear outside of what this is erected", "write outside triangle ABC")
        is_outside = outside is not None or "outside" in clause.flags
        _erected(ctx, polygon, base, OPPOSITE_SIDES if is_outside else SAME_SIDE)


def _unnamed_on_sides(ctx: Context, clause: Clause) -> list[Value] | None:
    """`squares are erected on the sides AB and BC`: one on each, its vertices named by the reader."""
    subject, where = subject_of(ctx, clause), clause.role("on")
    bearer = ctx.selves[-1] if isinstance(subject, Pronoun) and subject.word == "self" and ctx.selves else None
    noun = bearer.thing if bearer is not None else subject
    if not (isinstance(noun, Noun) and where is not None and not noun.names and noun.count != 1):
        return None
    corners = {"square": 2, "triangle": 1}.get(noun.head, 0)
    if not corners or (noun.head == "triangle" and "equilateral" not in noun.adjectives):
        return None
    if bearer is not None:
        bearer.is_used = True

    def make() -> list[Value]:
        found: list[Value] = []
        with ctx.as_given():
            for a, b in pairs(ctx, where):
                p = (a, b, *(ctx.fresh(letter) for letter in "XY"[:corners]))
                shape(ctx, noun.head, noun.adjectives, p)
                found.append(Polygon(p))
        return found

    made = ctx.made(noun, make)
    ctx.visit(noun)
    _erected_on(ctx, [v for v in made if isinstance(v, Polygon)], clause)
    state_mods(ctx, None, made, noun.mods)
    if bearer is not None:
        bearer.values = made
    return made


def latest_base(ctx: Context, sides: Sequence[Value]) -> Polygon | None:
    """The polygon that was introduced and has these sides."""
    ends_ = {p for v in sides if isinstance(v, Part) for p in (v.a, v.b)}
    return next((p for p in (*ctx.polygons, *ctx.triangles_seen) if ends_ <= set(p.points)), None)


def _erected(ctx: Context, erected: Polygon, base: Polygon, kind: ConditionKind) -> None:
    """A polygon on a side of another one, outside of it or on the same side."""
    side = [p for p in erected.points if p in base.points]
    if len(side) != 2:
        raise ctx.fail("it isn't clear on which side this is erected")
    across = next(p for p in base.points if p not in side)
    for x in erected.points:
        if x not in side:
            ctx.demand(kind, x, across, *side)


def _around(ctx: Context, xs: Sequence[str], polygon: Sequence[str]) -> None:
    """Points on the sides of a polygon, in order: those between two of its vertices are on the side there."""
    known = [i for i, x in enumerate(xs) if x in polygon]
    if not known:
        raise ctx.fail("it isn't said on which sides these points are", "name a side for each: D on BC")
    turned = [*xs[known[0] :], *xs[: known[0]]]
    last = turned[0]
    between: list[str] = []
    for x in (*turned[1:], turned[0]):
        if x not in polygon:
            between.append(x)
            continue
        side = ctx.line(last, x)
        for p in between:
            on(ctx, p, side)
        for a, b, c in zip((last, *between), between, (*between[1:], x), strict=False):
            ctx.demand(BETWEEN, b, a, c)
        last, between = x, []


def _in_order(ctx: Context, xs: Sequence[str], where: Thing | None) -> None:
    """Points on a line or a circle that come in this order."""
    on_circle = where is not None and (
        (isinstance(where, Noun) and where.head in ("circle", "circumcircle"))
        or (isinstance(where, Named) and isinstance(ctx.names.get(where.name), Circle))
    )  # fmt: skip
    if isinstance(where, Noun) and where.head in ("boundary", "perimeter"):
        return  # around a polygon: see `_around`
    if on_circle:
        if len(xs) >= 4:
            ctx.demand(CONVEX, *xs)
        return
    for a, b, c in zip(xs, xs[1:], xs[2:], strict=False):
        ctx.demand(BETWEEN, b, a, c)


@verb("ordered")
def _ordered(ctx: Context, clause: Clause) -> None:
    """Points on a line, in this order."""
    thing = clause.role("object") or clause.role("subject")
    assert thing is not None
    xs = points(ctx, thing)
    for a, b, c in zip(xs, xs[1:], xs[2:], strict=False):
        ctx.demand(BETWEEN, b, a, c)


def _point_like(thing: Thing) -> bool:
    match thing:
        case Run(p):
            return len(p) == 1
        case Many(items):
            return all(map(_point_like, items))
        case Modified(inner):
            return _point_like(inner)
        case Pronoun():
            return True
    return False


def _within(ctx: Context, x: str, where: Value, is_inside: bool) -> None:
    if isinstance(where, Corner):
        if is_inside:
            ctx.demand(SAME_SIDE, x, where.a, where.v, where.b)
            ctx.demand(SAME_SIDE, x, where.b, where.v, where.a)
        return
    if isinstance(where, str):
        raise ctx.fail("nothing is inside of a point")
    within(ctx, x, where, is_inside)


def _together(ctx: Context, xs: Sequence[str], head: str) -> None:
    if head == "line":
        if len(xs) < 3:
            raise ctx.fail("two points are always on a line", "name three points")
        ctx.say(COLL, *xs)
    else:
        if len(xs) < 4 and ctx.is_goal:
            raise ctx.fail("three points are always on a circle", "name four points")
        if len(xs) < 4:
            known = ctx.circle(xs) if len(xs) == 3 else Circle(None, list(xs))
            if known not in ctx.circles:
                ctx.circles.append(known)
            for x in xs:
                ctx.declare(x)
            ctx.mention([known])
            return
        ctx.say(CYCLIC, *xs)
        if not ctx.is_goal:
            circle = ctx.circle(xs)
            circle.points += [x for x in xs if x not in circle.points]
            ctx.mention([circle])


@verb("same_side", "opposite_sides", "opposite_side_of")
def _sides(ctx: Context, clause: Clause) -> None:
    of = clause.role("of")
    assert of is not None
    xs = points(ctx, subject_of(ctx, clause))
    other = clause.role("as")
    line = exactly(ctx, 1, lines(ctx, of))[0]
    a, b = ends(ctx, line)
    kind = SAME_SIDE if clause.verb == "same_side" else OPPOSITE_SIDES
    if other is not None:
        for x, y in zipped(ctx, xs, points(ctx, other)):
            ctx.demand(kind, x, y, a, b)
        return
    if len(xs) < 2:
        raise ctx.fail("it isn't said which other point is meant", "write on the same side of BC as A")
    for x, y in pairwise(xs):
        ctx.demand(kind, x, y, a, b)


@verb("pass")
def _pass(ctx: Context, clause: Clause) -> None:
    subject, thing = subject_of(ctx, clause), _other(ctx, clause)
    if thing is None:
        raise ctx.fail("it isn't said through what")
    found = denote(ctx, subject, "curve")
    if (
        ctx.is_goal
        and isinstance(thing, Noun)
        and not thing.names
        and thing.count in (0, 2)
        and thing.head in ("point", "intersection")
    ):
        _have_axis(ctx, [c for v in found for c in [_curve(ctx, v)] if isinstance(c, Circle)])
        return
    if ctx.is_goal and _indefinite(thing, ("point", "intersection")):
        _concurrent(ctx, [c for v in found for c in [_curve(ctx, v)]])
        return
    xs = points(ctx, thing)
    if len(found) == len(xs) and len(found) > 1:
        for value, x in zip(found, xs, strict=True):
            _pass_one(ctx, value, x)
        return
    for value in found:
        for x in xs:
            _pass_one(ctx, value, x)
    ctx.mention(found)


def _pass_one(ctx: Context, value: Value, x: str) -> None:
    if isinstance(value, Polygon):
        within(ctx, x, value, True)
        return
    on(ctx, x, _curve(ctx, value))
    if isinstance(value, Part):
        part_condition(ctx, x, value)
    elif isinstance(value, Arc):
        arc_condition(ctx, x, value)


def _curve(ctx: Context, value: Value) -> Curve:
    match value:
        case Line() | Circle():
            return value
        case Part(line=line):
            return line
        case Arc(circle=circle):
            return circle
    raise ctx.fail("a line or a circle is needed here")


@verb("joined", "join")
def _join(ctx: Context, clause: Clause) -> None:
    """`the line joining A and B`; `connect PE and PF`, which are mentioned then."""
    if clause.role("subject") is None:
        for thing in (_other(ctx, clause), clause.role("to")):
            if thing is not None:
                ctx.mention(denote(ctx, thing))
        return
    subject, thing, to = subject_of(ctx, clause), _other(ctx, clause), clause.role("to")
    xs = (points(ctx, thing) if thing is not None else []) + (points(ctx, to) if to is not None else [])
    for value in denote(ctx, subject, "line"):
        for x in xs:
            _pass_one(ctx, value, x)


# Meeting.


@verb("meet", "met")
def _meet(ctx: Context, clause: Clause) -> None:
    subject, thing, at = subject_of(ctx, clause), _other(ctx, clause), clause.role("at")
    ones = curves(ctx, subject)
    ctx.mention([v for _, v in ones])
    with ctx.other_than([v for _, v in ones]):
        others = _opposite_sides(ctx, thing, [c for c, _ in ones])
        if not others and thing is not None:
            others = curves(ctx, thing)
    where = clause.role("on")
    if at is not None and _indefinite(at, ("point", "intersection")):
        at = None
        if not ctx.is_goal and not others:
            _concurrent(ctx, [c for c, _ in ones])
            return
    xs = _meeting_points(ctx, at) if at is not None else []
    if not xs and where is not None:
        _concurrent(ctx, [*(c for c, _ in ones), *(c for c, _ in others), *(c for c, _ in curves(ctx, where))])
        return
    if not xs and ctx.is_goal:
        _concurrent(ctx, [*(c for c, _ in ones), *(c for c, _ in others)])
        return
    if not xs:
        return
    introduces = ctx.is_goal and _has_mods(at) and not any(map(ctx.is_told, xs))
    with ctx.as_given() if introduces else nullcontext():  # prove that ω meets AM at Q such that MQ = MP
        for names, (first, one), (second, two) in _meetings(ctx, xs, ones, others):
            meet(ctx, names, first, second)
            # sides of a polygon meet outside of it, if they aren't side by side
            sides = isinstance(one, Part) and isinstance(two, Part) and one.kind == two.kind == "side"
            around = isinstance(one, Part) and isinstance(two, Part) and _go_around(ctx, one, two)
            for x in names if not (sides or around) else []:
                for part in (one, two):
                    if isinstance(part, Part) and part is one and "extended" in clause.flags:
                        ctx.demand(BETWEEN, part.b, part.a, x)
                    elif isinstance(part, Part):
                        part_condition(ctx, x, part)
                    elif isinstance(part, Arc):
                        arc_condition(ctx, x, part)
    if at is not None:
        _at_mods(ctx, at)
    ctx.mention(list(xs))
    if where is not None:
        for x, (curve, _) in zipped(ctx, xs, curves(ctx, where)):
            on(ctx, x, curve)
    for name in ("inside", "outside"):
        region = clause.role(name)
        if region is not None:
            for x, value in zipped(ctx, xs, denote(ctx, region)):
                _within(ctx, x, value, name == "inside")


def _opposite_sides(ctx: Context, thing: Thing | None, cevians: Sequence[Curve]) -> list[tuple[Curve, Value]]:
    """`(the bisectors from A and B meet) the opposite sides`: of each line, that opposite to its vertex."""
    if not (isinstance(thing, Noun) and thing.head == "side" and "opposite" in thing.adjectives and not thing.names):
        return []
    ctx.visit(thing)
    found: list[tuple[Curve, Value]] = []
    for line in cevians:
        corner = next((p for p in line.points if any(p in t.points for t in (*ctx.polygons, *ctx.triangles_seen))), "")
        if not corner:
            raise ctx.unresolved("it isn't clear opposite to what these sides are", "name the sides")
        b, c = (p for p in ctx.triangle(corner) if p != corner)
        found.append((ctx.line(b, c), Part(ctx.line(b, c), "side", b, c)))
    return found


def _meeting_points(ctx: Context, at: Thing) -> list[str]:
    """The names of the points in which curves meet."""
    found: list[str] = []
    for item in flat([at]):
        if (isinstance(item, Noun) and item.names and item.head in ("point", "intersection")) or (
            isinstance(item, Run | Modified) and not isinstance(getattr(item, "thing", None), Noun)
        ):
            found += point_names(ctx, item)
        elif isinstance(item, Noun) and item.head == "point" and item.mods:
            x = ctx.fresh("P")
            state_mods(ctx, Run((x,)), [x], item.mods)
            found.append(x)
        else:
            found += points(ctx, item)
    return found


def _has_mods(at: Thing | None) -> bool:
    """Whether more is said of the points in which things meet."""
    items = flat([at]) if at is not None else []
    return any(isinstance(item, Modified) or (isinstance(item, Noun) and bool(item.mods)) for item in items)


def _at_mods(ctx: Context, at: Thing) -> None:
    for item in flat([at]):
        if isinstance(item, Noun) and item.names:
            state_mods(ctx, Many(item.names), list(point_names(ctx, item)), item.mods)
        if isinstance(item, Modified):
            state_mods(ctx, item.thing, list(point_names(ctx, item)), item.mods)
        for inner in item.names if isinstance(item, Noun) else ():
            if isinstance(inner, Modified):
                _at_mods(ctx, inner)


def _go_around(ctx: Context, one: Part, two: Part) -> bool:
    """Whether AB and CD are extended that are named in the order of the vertices of ABCD: it isn't told where they meet."""
    if not one.kind == two.kind == "extension":
        return False
    for polygon in (*ctx.polygons, *ctx.triangles_seen):
        p = polygon.points
        turned = [p[k:] + p[:k] for k in range(len(p))] if len(p) == 4 else []
        if any((one.a, one.b, two.a, two.b) in (t, t[::-1]) for t in turned):
            ctx.note("on which side of the quadrilateral its sides meet is left to the figure")
            return True
    return False


Meeting = tuple[list[str], tuple[Curve, Value], tuple[Curve, Value]]


def _meetings(
    ctx: Context, xs: list[str], ones: list[tuple[Curve, Value]], others: list[tuple[Curve, Value]]
) -> list[Meeting]:
    """Which points are where which two curves meet."""
    if not others:
        if len(ones) == 2:
            return [(xs, ones[0], ones[1])]
        if len(ones) == 2 * len(xs):
            return [([x], ones[2 * i], ones[2 * i + 1]) for i, x in enumerate(xs)]
        if len(ones) > 2 and len(xs) == 1:
            return [(xs, ones[i], ones[i + 1]) for i in range(len(ones) - 1)]
        raise ctx.fail("it isn't clear what meets where", "write AB meets CD at P")
    count = max(len(ones), len(others))
    if len(ones) not in (1, count) or len(others) not in (1, count):
        raise ctx.fail(f"here are {len(ones)} things on one side and {len(others)} on the other", "list as many")
    share, rest = divmod(len(xs), count)
    if rest or not share:
        if len(xs) == 1:
            return [(xs, ones[i if len(ones) > 1 else 0], others[i if len(others) > 1 else 0]) for i in range(count)]
        raise ctx.fail(f"here are {len(xs)} points for {count} intersections", "list as many")
    return [
        (xs[i * share : (i + 1) * share], ones[i if len(ones) > 1 else 0], others[i if len(others) > 1 else 0])
        for i in range(count)
    ]


@verb("concurrent", "concur")
def _concur(ctx: Context, clause: Clause) -> None:
    found = [c for c, _ in curves(ctx, subject_of(ctx, clause))]
    other, where, at = _other(ctx, clause), clause.role("on"), clause.role("at")
    if other is not None:
        found += [c for c, _ in curves(ctx, other)]
    if where is not None:
        found += [c for c, _ in curves(ctx, where)]
    if at is not None and not _indefinite(at, ("point",)):
        for x in points(ctx, at):
            for curve in found:
                on(ctx, x, curve)
        return
    _concurrent(ctx, found)


def _concurrent(ctx: Context, found: list[Curve]) -> None:
    """Their common point gets a name; that the first two meet in it is given."""
    straight = [c for c in found if isinstance(c, Line)]
    rounds = [c for c in found if isinstance(c, Circle)]
    ordered: list[Curve] = [*straight, *rounds]
    if len(ordered) < 3:
        if ctx.is_goal:
            raise ctx.fail("two lines always meet or are parallel", "name three lines: AD, BE, CF are concurrent")
        return
    first, second, *rest = ordered
    x = ""
    for i, one in enumerate(ordered):
        for two in ordered[:i]:
            shared = common_points(one, two)
            if shared and isinstance(one, Line) and isinstance(two, Line):
                x, rest = shared[0], [c for c in ordered if c is not one and c is not two]
    if not x and not straight:
        shared = common_points(first, second)
        if len(shared) == 1:
            with ctx.as_given():
                x = ctx.fresh("X")
                meet(ctx, [x], first, second)
        elif len(shared) >= 2:
            x = next((p for p in shared if all(p in c.points for c in rest)), shared[0])
    if not x:
        x = ctx.fresh("X")
        with ctx.as_given():
            meet(ctx, [x], first, second)
    for curve in rest:
        on(ctx, x, curve)


@verb("coaxal")
def _coaxal(ctx: Context, clause: Clause) -> None:
    """All have the radical axis of the first two."""
    _have_axis(ctx, circles(ctx, subject_of(ctx, clause)))


def _have_axis(ctx: Context, found: Sequence[Circle]) -> None:
    """All have the radical axis of the first two."""
    if len(found) < 3:
        raise ctx.fail("two circles always have a radical axis", "name three circles")
    first, second, *rest = found
    with ctx.as_given():
        axis = radical_axis(ctx, first, second)
        a, b = ends(ctx, axis)
    from solver.language.prose.curves import power

    for circle in rest:
        shared = common_points(first, circle)
        if shared and shared[0] in (a, b):
            on(ctx, a if shared[0] == b else b, circle)
            continue
        power(ctx, a, first, circle)
        power(ctx, b, first, circle)


@verb("coincide")
def _coincide(ctx: Context, clause: Clause) -> None:
    other = _other(ctx, clause)
    ones = denote(ctx, subject_of(ctx, clause))
    twos = denote(ctx, other) if other is not None else []
    if other is None:
        ones, twos = ones[:1] * (len(ones) - 1), ones[1:]
    for one, two in zipped(ctx, ones, twos):
        _same(ctx, one, two)


@verb("share")
def _share(ctx: Context, clause: Clause) -> None:
    """`the circles have a common point`."""
    thing = clause.role("object")
    found = curves(ctx, subject_of(ctx, clause))
    if _indefinite(thing, ("point", "intersection")):
        _concurrent(ctx, [c for c, _ in found])
        return
    raise ctx.fail("it isn't clear what they share")


# Touching.


@verb("touch", "touched", "touch_inside", "touch_outside")
def _touch(ctx: Context, clause: Clause) -> None:
    subject, thing, at = subject_of(ctx, clause), _other(ctx, clause) or clause.role("by"), clause.role("at")
    how = {"touch_inside": "inside", "touch_outside": "outside"}.get(clause.verb, "")
    adverb = clause.role("how")
    if isinstance(adverb, Pronoun):
        how = adverb.word
    if "inside" in clause.flags:
        how = "inside"
    if "outside" in clause.flags:
        how = "outside"
    ones = curves(ctx, subject)
    only = "circle" if isinstance(thing, Pronoun) and all(isinstance(c, Line) for c, _ in ones) else "curve"
    with ctx.other_than([v for _, v in ones]):
        others = _touched_already(thing, [c for c, _ in ones])
        if not others and thing is not None:
            others = curves(ctx, thing, only)
    xs = _meeting_points(ctx, at) if at is not None else []
    if not others:
        if len(ones) < 2:
            raise ctx.fail("it isn't said what is touched", "write ω touches BC at D")
        ones, others = ones[:1], ones[1:]
        if len(others) > 1:
            raise ctx.fail("it isn't clear which of these touch", "name two at a time")
    ctx.mention([v for _, v in ones])
    for one, two, x in zipped(ctx, ones, others, xs or [""]):
        (first, part), (second, other_part) = one, two
        touch(ctx, first, second, str(x), how)
        for p in (part, other_part):
            if isinstance(p, Part) and x and p.kind in ("segment", "side", "ray", "extension"):
                part_condition(ctx, str(x), p)
            elif isinstance(p, Arc) and x:
                arc_condition(ctx, str(x), p)
            elif isinstance(p, Part) and not x and p.kind in ("segment", "side") and not ctx.is_goal:
                circle = next((c for c in (first, second) if isinstance(c, Circle)), None)
                touching = [q for q in p.line.points if circle is not None and q in circle.points]
                for q in touching[-1:]:
                    part_condition(ctx, q, p)
    if at is not None:
        _at_mods(ctx, at)


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
    for one, two in zipped(ctx, denote(ctx, subject_of(ctx, clause)), denote(ctx, thing)):
        if isinstance(one, Polygon) and isinstance(two, Circle | Arc):
            circle = two if isinstance(two, Circle) else two.circle
            _through(ctx, one.points, circle)
        elif isinstance(one, Circle) and isinstance(two, Polygon):
            inscribe(ctx, one, two.points)
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
    other = _other(ctx, clause)
    found = circles(ctx, subject_of(ctx, clause)) + (circles(ctx, other) if other is not None else [])
    o = center(ctx, found[0])
    for circle in found[1:]:
        set_center(ctx, circle, o)


@verb("unequal_radii")
def _unequal_radii(ctx: Context, clause: Clause) -> None:
    """`two circles of different radii`."""
    first, *rest = circles(ctx, subject_of(ctx, clause))
    for circle in rest:
        ctx.demand(UNEQUAL, *radius(ctx, first), *radius(ctx, circle))


# Directions, bisecting.


@verb("parallel", "perpendicular")
def _directed(ctx: Context, clause: Clause) -> None:
    thing = _other(ctx, clause)
    firsts = lines(ctx, subject_of(ctx, clause))
    seconds = lines(ctx, thing) if thing is not None else []
    if thing is None:
        firsts, seconds = firsts[:-1], firsts[1:]
        if not seconds:
            raise ctx.fail("it isn't said to what", "write AB parallel to CD")
    say = parallel if clause.verb == "parallel" else perpendicular
    for first, second in zipped(ctx, firsts, seconds):
        assert isinstance(first, Line) and isinstance(second, Line)
        if "not" in clause.flags:
            ctx.demand(CROSSING, *ends(ctx, first), *ends(ctx, second))
        else:
            say(ctx, first, second)


@verb("bisect")
def _bisect(ctx: Context, clause: Clause) -> None:
    thing = _other(ctx, clause)
    subject = subject_of(ctx, clause)
    if thing is None:
        raise ctx.fail("it isn't said what is bisected")
    if isinstance(clause.role("object"), Pronoun):
        raise ctx.fail("it isn't said what is bisected")
    external = "outside" in clause.flags
    targets = denote(ctx, thing, "angle") if _angle_like(thing) else denote(ctx, thing)
    for line, target in zipped(ctx, lines(ctx, subject), targets):
        assert isinstance(line, Line)
        if isinstance(target, Corner):
            _bisects(ctx, line, target, external)
        elif isinstance(target, Part | Line):
            a, b = (target.a, target.b) if isinstance(target, Part) else ends(ctx, target)
            with ctx.as_given():
                m = _crossing_if_midpoint(ctx, a, b)
            on(ctx, m, line)
        elif isinstance(target, Arc):
            raise ctx.fail("what bisects an arc can't be said", "name its midpoint")
        else:
            raise ctx.fail("only an angle or a segment can be bisected")


def _crossing_if_midpoint(ctx: Context, a: str, b: str) -> str:
    return midpoint(ctx, a, b)


def _angle_like(thing: Thing) -> bool:
    if isinstance(thing, Many):
        return all(map(_angle_like, thing.items))
    if isinstance(thing, Modified):
        return _angle_like(thing.thing)
    return isinstance(thing, AngleSize) or (isinstance(thing, Noun) and thing.head == "angle")


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
    if not ctx.is_goal:
        ctx.demand(SAME_SIDE if external else OPPOSITE_SIDES, a, b, v, far)


# Among points.


@verb("collinear", "concyclic")
def _aligned(ctx: Context, clause: Clause) -> None:
    other = _other(ctx, clause)
    xs = points(ctx, subject_of(ctx, clause)) + (points(ctx, other) if other is not None else [])
    if "not" in clause.flags:
        if clause.verb == "collinear" and len(xs) == 3:
            ctx.demand(NONCOLLINEAR, *xs)
        return
    _together(ctx, xs, "line" if clause.verb == "collinear" else "circle")


@verb("different")
def _different(ctx: Context, clause: Clause) -> None:
    thing = _other(ctx, clause)
    first = denote(ctx, subject_of(ctx, clause), "any")
    if thing is None:
        pairs_ = [(a, b) for i, b in enumerate(first) for a in first[:i]]
    else:
        others = denote(ctx, thing, "any")
        pairs_ = (
            [(a, b) for a in first for b in others]
            if len(first) == 1 or len(others) == 1
            else list(zip(first, others, strict=False))
        )
    for a, b in pairs_:
        if isinstance(a, str) and isinstance(b, str) and a != b:
            ctx.demand(APART, a, b)


def _nearer_tangent(ctx: Context, clause: Clause, to: Thing) -> Callable[[], None] | None:
    """Of the two common tangents of circles that meet, the one nearer to one of their common points: that point is in the
    triangle that the points of contact make with the other. What says so is called when these have their names."""
    found = denote(ctx, subject_of(ctx, clause))
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
    if than is None and (nearer := _nearer_tangent(ctx, clause, to)) is not None:
        ctx.late.append(nearer)
        return
    (x,) = exactly(ctx, 1, points(ctx, subject_of(ctx, clause)))
    if than is not None:
        (y,) = exactly(ctx, 1, points(ctx, than))
    else:
        couples = [v for v in ctx.mentioned if len(v) == 2 and x in v and all(isinstance(p, str) for p in v)]
        if not couples:
            ctx.visit(to)
            ctx.note("which of the two points is meant, the closer or the farther one, is left open")
            return
        y = next(p for p in couples[-1] if p != x and isinstance(p, str))
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


@verb("greater", "less")
def _greater(ctx: Context, clause: Clause) -> None:
    than, subject = clause.role("than"), subject_of(ctx, clause)
    if than is None:
        raise ctx.fail("it isn't said than what", "write ∠B is greater than ∠C")
    if isinstance(subject, Pronoun) and subject.word == "self":
        inner = ctx.selves[-1].thing
        ctx.selves[-1].is_used = True
        assert inner is not None
        subject = inner
    for one, two in zipped(ctx, values(ctx, subject), values(ctx, than)):
        state_chain(ctx, one, ">" if clause.verb == "greater" else "<", two)


@verb("greatest", "least")
def _extreme(ctx: Context, clause: Clause) -> None:
    """`∠A is the greatest angle`, `BC is the longest side`."""
    sign, of = (">" if clause.verb == "greatest" else "<"), clause.role("of")
    subject = subject_of(ctx, clause)
    if isinstance(subject, Pronoun) and subject.word == "self" and (bearer := ctx.selves[-1]).thing is not None:
        bearer.is_used = True
        subject = bearer.thing or subject
    if _angle_like(subject):
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


@verb("symmetric")
def _symmetric(ctx: Context, clause: Clause) -> None:
    thing, mirror = _other(ctx, clause), clause.role("in")
    if mirror is None:
        raise ctx.fail("it isn't said about what", "write P symmetric to Q about AB")
    xs = points(ctx, subject_of(ctx, clause))
    ys = points(ctx, thing) if thing is not None else xs[1:]
    for x, y, m in zipped(ctx, xs[: len(ys)], ys, denote(ctx, mirror)):
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
    if where is None:
        raise ctx.fail("it isn't said on which circle")
    xs = points(ctx, subject_of(ctx, clause))
    thing = _other(ctx, clause)
    ys = points(ctx, thing) if thing is not None else xs[1:]
    antipodal(ctx, ys[0], xs[0], exactly(ctx, 1, circles(ctx, where))[0])


@verb("isogonal")
def _isogonal(ctx: Context, clause: Clause) -> None:
    thing, of = _other(ctx, clause), clause.role("in")
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
    thing, where = _other(ctx, clause), clause.role("in")
    if thing is None or where is None:
        raise ctx.fail("an inverse is of a point in a circle")
    for x, y, circle in zipped(ctx, points(ctx, subject_of(ctx, clause)), points(ctx, thing), circles(ctx, where)):
        inverse(ctx, x, y, circle)


# Shapes.


#: For triangles in words: the predicate; one whose orientation is said is no matter of the figure.
_LIKE = {
    "similar": SIMTRI, "congruent": CONTRI, "similar_directly": SIMTRI, "similar_oppositely": SIMTRIR,
    "congruent_directly": CONTRI, "congruent_oppositely": CONTRIR,
}  # fmt: skip


@verb(*_LIKE)
def _similar(ctx: Context, clause: Clause) -> None:
    thing = _other(ctx, clause)
    firsts = polygons(ctx, subject_of(ctx, clause))
    seconds = polygons(ctx, thing) if thing is not None else firsts[1:]
    firsts = firsts if thing is not None else firsts[:1]
    predicate, senses = _LIKE[clause.verb], () if clause.verb in ("similar", "congruent") else None
    for p, q in zipped(ctx, firsts, seconds):
        if len(p) != 3 or len(q) != 3:
            raise ctx.fail("only triangles can be said to be similar")
        ctx.say(predicate, *p, *q, senses=senses)


@verb(
    "shape_isosceles",
    "shape_equilateral",
    "shape_acute",
    "shape_obtuse",
    "shape_scalene",
    "shape_cyclic",
    "shape_convex",
)
def _shaped(ctx: Context, clause: Clause) -> None:
    adjective = clause.verb.removeprefix("shape_")
    subject = subject_of(ctx, clause)
    bearer = ctx.selves[-1].thing if isinstance(subject, Pronoun) and subject.word == "self" else None
    if _angle_like(bearer if bearer is not None else subject) and adjective in ("acute", "obtuse"):
        for corner in angles(ctx, subject_of(ctx, clause)):
            if isinstance(corner, Corner):
                ctx.demand(ACUTE if adjective == "acute" else OBTUSE, corner.a, corner.v, corner.b)
        return
    for p in polygons(ctx, subject_of(ctx, clause)):
        if adjective == "cyclic" and ctx.is_goal:
            ctx.say(CYCLIC, *p)
        else:
            shape(ctx, "polygon", (adjective, "nonconvex"), p)


@verb("right_angle")
def _right_angle(ctx: Context, clause: Clause) -> None:
    for corner in angles(ctx, subject_of(ctx, clause)):
        _right(ctx, corner)


def _right(ctx: Context, corner: Corner | Between) -> None:
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
        _right(ctx, corner_of(ctx, p, v))


@verb("form", "formed")
def _form(ctx: Context, clause: Clause) -> None:
    """Lines that form a triangle; or the triangle that is formed by lines."""
    thing, by = clause.role("object"), clause.role("by")
    if by is not None:
        return  # the noun has seen to it
    sides = lines(ctx, subject_of(ctx, clause))
    targets = flat(thing.names) if isinstance(thing, Noun) else [thing] if thing is not None else []
    with ctx.as_given():
        polygon = _triangle_of(ctx, sides, targets[0] if targets else None)
    if isinstance(thing, Noun):
        state_mods(ctx, None, [polygon], thing.mods)


def _triangle_of(ctx: Context, sides: Sequence[Line], target: Thing | None) -> Polygon:
    if len(sides) != 3:
        raise ctx.fail(f"{len(sides)} lines don't make a triangle", "name three lines")
    return from_lines(ctx, sides, target)


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


@verb("equal")
def _equal(ctx: Context, clause: Clause) -> None:
    thing, subject = _other(ctx, clause), subject_of(ctx, clause)
    if isinstance(subject, Pronoun) and subject.word == "self":
        inner = ctx.selves[-1].thing
        ctx.selves[-1].is_used = True
        assert inner is not None
        subject = inner
    found = values(ctx, subject)
    others = values(ctx, thing) if thing is not None else []
    if thing is None:
        for one, two in pairwise(found):
            state_chain(ctx, one, "=", two)
        return
    for one, two in zipped(ctx, found, others):
        state_chain(ctx, one, "=", two)


# Relations.


def _relation(ctx: Context, relation: Relation) -> None:
    if len(relation.sides) > 2 and all(isinstance(s, Run) and len(s.points) == 2 for s in relation.sides):
        ctx.mention([v for s in relation.sides for v in denote(ctx, s, "line")])
    for i, sign in enumerate(relation.signs):
        _related(ctx, relation.sides[i], sign, relation.sides[i + 1])


def _related(ctx: Context, left: Thing, sign: str, right: Thing) -> None:
    match sign:
        case "∥" | "∦" | "⟂":
            name = "perpendicular" if sign == "⟂" else "parallel"
            flags = frozenset(("not",)) if sign == "∦" else frozenset[str]()
            VERBS[name](ctx, Clause(name, (("subject", left), ("object", right)), flags))
        case "∈":
            VERBS["lie"](ctx, Clause("lie", (("subject", left), ("on", right))))
        case "∉":
            ctx.visit((left, right))
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
        case "=" if is_quantity(ctx, left, right) or is_quantity(ctx, right, left):
            for one, two in zipped(ctx, values(ctx, left), values(ctx, right)):
                state_chain(ctx, one, sign, two)
        case "=" if _is_names(left) and not is_measure(left) and not isinstance(right, Number):
            be(ctx, left, right)
        case "=" if _is_names(right) and not is_measure(right) and not isinstance(left, Number):
            be(ctx, right, left)
        case "≠" if not is_measure(left) or not is_measure(right):
            VERBS["different"](ctx, Clause("different", (("subject", left), ("object", right))))
        case "≠" if isinstance(right, Number) or isinstance(left, Number):
            ctx.visit((left, right))
            ctx.note("that an angle has not this size is taken for granted")
        case "<=" | ">=":
            raise ctx.fail("inequalities can't be proved or given here", "write < or >")
        case _:
            for one, two in zipped(ctx, values(ctx, left), values(ctx, right)):
                state_chain(ctx, one, sign, two)
