"""What noun phrases denote: from the trees of `syntax` to points, lines, circles, by the tables of nouns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from solver.language.atoms import AngleKind
from solver.language.prose.context import Bearer, Context
from solver.language.prose.curves import Curve, curve_of
from solver.language.prose.lists import exactly, zipped
from solver.language.prose.objects import Between, Circle, Corner, Line, Part, Polygon, Region, Value
from solver.language.prose.registry import POINT_NOUNS, THING_NOUNS
from solver.language.prose.spoken_of import (
    COUNTING,
    by_number,
    chord_or_circle,
    counted,
    fits,
    one_of,
    other_one,
    these,
)
from solver.language.prose.syntax import (
    About,
    AngleSize,
    Clause,
    Many,
    Modified,
    Named,
    Noun,
    Operation,
    Pronoun,
    Run,
    Said,
    Thing,
    Together,
)
from solver.statements.conditions import APART
from solver.statements.predicates import OVERLAP

if TYPE_CHECKING:
    from collections.abc import Iterator


C = TypeVar("C", Line, Circle)

#: States a clause: entered by `solver.language.prose.clauses`.
STATE: list[Callable[[Context, Said], None]] = []


@contextmanager
def about(ctx: Context, thing: Thing | None, values: Sequence[Value] | None = None) -> Iterator[None]:
    """SELF is this thing in the block."""
    ctx.selves.append(Bearer(thing, list(values) if values is not None else None))
    try:
        yield
    finally:
        ctx.selves.pop()


def denote(ctx: Context, thing: Thing, want: str = "any") -> list[Value]:
    """What the thing is, in order. want: point, line, circle, curve, polygon, angle, or any. Raises ParseError."""
    ctx.visited.add(id(thing))
    match thing:
        case Many(items, is_choice=is_choice):
            if is_choice and ctx.asks:
                ctx.visit(items)
                return denote(ctx, items[ctx.choose(id(thing), _ordinals(len(items)))], want)
            if is_choice:
                raise ctx.fail(
                    "one of several things can't be stated", "write a statement for each, or say which one is meant"
                )
            values: list[Value] = []
            for item in items:
                if isinstance(item, Noun) and item.article == "its" and values:
                    ctx.mention(values)  # A, B, C and their antipodes
                values += denote(ctx, item, want)
            return values
        case Modified(inner, mods):
            if any(isinstance(m, Clause) and m.verb == "be" for m in mods):
                with about(ctx, inner):
                    for mod in mods:
                        STATE[0](ctx, mod)
                return denote(ctx, inner, want)
            told = [m for m in mods if isinstance(m, Clause) and m.verb == "mention"]
            for mod in told:  # ∠B and ∠C of triangle ABC: which triangle it is comes first
                STATE[0](ctx, mod)
            values = denote(ctx, inner, want)
            state_mods(ctx, inner, values, [m for m in mods if m not in told])
            return values
        case Pronoun():
            return _referred(ctx, thing, want)
        case Run():
            return _run(ctx, thing, want)
        case Named(name):
            return [_called(ctx, name, want)]
        case Noun(head="that"):
            return denote(ctx, like_last(ctx, thing), want)
        case Noun():
            thing = _of_two_circles(thing)
            if thing.role("of") is not None:
                ctx.last_noun = thing
            if any(thing.role(name) is not None for name in _STARTS):
                ctx.last_drawn = thing
            if thing.head in ("reflection", "inverse") and (mirrored := mirror_images(ctx, thing)):
                ctx.mention(mirrored)
                return mirrored
            with ctx.as_given():
                found = noun_values(ctx, thing, thing.names)
            is_one = thing.article == "one" or (
                thing.article == "a" and thing.count == 1 and ctx.asks and not thing.names
            )
            if is_one and len(found) > 1:
                if thing.head in _ALIKE and not ctx.is_goal:
                    return found[:1]  # it is all the same which one
                if thing.head == "circle" and len(found) == 2:
                    return [one_of(ctx, thing, found)]
                if not ctx.asks:
                    raise ctx.fail("one of several things can't be stated", "say which one")
                return [found[ctx.choose(id(thing), _ordinals(len(found)))]]
            return found
        case AngleSize():
            return [angle(ctx, thing)]
        case Operation():
            raise ctx.fail("this is a number, where something in the figure is needed")
    raise ctx.fail("this can't be understood here")


def _of_two_circles(noun: Noun) -> Noun:
    """`The external common tangents to ω and Γ`, which are those of the two."""
    if noun.head != "tangent" or "common" not in noun.adjectives:
        return noun
    return replace(noun, head="common_tangent", roles=tuple(("of" if r == "to" else r, t) for r, t in noun.roles))


#: Nouns for things of which one is as good as the other: `one of the intersections of ω and AB`.
_ALIKE = ("intersection", "common_tangent", "tangent")


def _ordinals(count: int) -> list[str]:
    """What is said of a choice among things that are listed."""
    words = (*ORDINALS[:count], *map(str, range(len(ORDINALS) + 1, count + 1)))
    return [f"the {ordinal} of the things that it leaves open" for ordinal in words]


#: Words for the place of a thing in a list.
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def _called(ctx: Context, name: str, want: str) -> Value:
    """What a name stands for; a letter by which only circles are called, and of which nothing is said, for one."""
    if name not in ctx.names and want == "circle" and name[0] in _OF_CIRCLES and ctx.may_name(name):
        made = ctx.names[name] = Circle(name=name)
        ctx.circles.append(made)
        ctx.note(f"{name}, of which nothing else is said, is taken to be a circle")
    if name not in ctx.names:
        raise ctx.unresolved(f"“{name}” isn't known", "say what it is: let ω be the circumcircle of ABC")
    ctx.mention([ctx.names[name]])
    return ctx.names[name]


#: Letters that name circles, as Γ in `PT is tangent to Γ`.
_OF_CIRCLES = frozenset("ωΩΓγΣΦΨΛ")


#: Where a line begins, by whichever word this is said of it: `the tangent at A … and the one from B`.
_STARTS = ("from", "through", "at")


def like_last(ctx: Context, noun: Noun) -> Noun:
    """`those of ∠B and ∠D`: what was last said to be of something, of something else."""
    last = ctx.last_drawn if any(name in _STARTS for name, _ in noun.roles) else ctx.last_noun
    if not isinstance(last, Noun):
        raise ctx.unresolved("it isn't clear what “that” stands for", "repeat the word")
    starts = [name for name, _ in last.roles if name in _STARTS]
    own = tuple((starts[0] if name in _STARTS and starts else name, thing) for name, thing in noun.roles)
    roles = tuple((name, thing) for name, thing in last.roles if name not in dict(own))
    return replace(last, names=(), roles=(*own, *roles))


def mirror_images(ctx: Context, noun: Noun) -> list[Value]:
    """The reflection of a line in a line, where it isn't one of a point."""
    of, mirror = noun.role("of"), noun.role("in")
    if of is None or mirror is None or noun.head != "reflection":
        return []
    with ctx.as_given():
        found = denote(ctx, of)
        if not all(isinstance(v, Line | Part) for v in found):
            return []
        return [MIRROR[0](ctx, line, m) for line, m in zipped(ctx, found, denote(ctx, mirror))]


#: States what the adjectives of a noun say: entered by `solver.language.prose.adjectives`.
DESCRIBE: list[Callable[[Context, Noun, Sequence[Value]], None]] = []
#: The circumcircle, incircle or excircle with this center: entered by `solver.language.prose.nouns.circles`.
CENTERED: list[Callable[[Context, str], Circle | None]] = []
#: Reflects a line: entered by `solver.language.prose.nouns.axes`.
MIRROR: list[Callable[[Context, Value, Value], Value]] = []


def state_mods(ctx: Context, thing: Thing | None, values: Sequence[Value], mods: Sequence[Said]) -> None:
    parts = [part for said in mods for part in (said.clauses if isinstance(said, Together) else (said,))]
    for mod in sorted(parts, key=_is_difference):  # other than its ends, on side BC: of what is known by then
        if isinstance(mod, About) and isinstance(mod.said, Clause) and mod.said.verb in ("meet", "concur", "touch"):
            # `the point where AB and CD meet`
            where = [v for v in values if isinstance(v, str)]
            is_there = "there" in mod.said.flags or (mod.said.verb == "touch" and _goes_through(mod.thing, where))
            if where and len(where) == len(values) and mod.said.role("at") is None and is_there:
                at = Many(tuple(Run((x,)) for x in where)) if len(where) > 1 else Run((where[0],))
                ctx.visited.add(id(mod.said))
                mod = replace(mod, said=replace(mod.said, roles=(*mod.said.roles, ("at", at))))
        with about(ctx, thing, values), ctx.as_given() if _tells_what_is_named(mod) else nullcontext():
            STATE[0](ctx, mod)


def _is_difference(said: Said) -> bool:
    return isinstance(said, Clause) and said.verb == "different"


def _tells_what_is_named(mod: Said) -> bool:
    """`(Show that K and H lie on one line), where H is the orthocenter`: that is given, whatever it stands beside."""
    if not (isinstance(mod, About) and isinstance(mod.said, Clause) and mod.said.verb == "be"):
        return False
    return "there" in mod.said.flags and all(isinstance(t, Run) for t in flat([mod.thing]))


def _goes_through(thing: Thing, points_: Sequence[str]) -> bool:
    """`(points P and Q such that) AP and AQ (are tangent to ω)`: lines that are named by the points."""
    runs = [item for item in flat([thing]) if isinstance(item, Run)]
    return len(runs) == len(points_) and all(p in run.points for p, run in zip(points_, runs, strict=True))


def noun_values(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> list[Value]:
    """What a noun phrase denotes, which gets the names of the targets."""
    targets = flat(targets)
    if not targets and not noun.roles and noun.article == "this" and (found := these(ctx, noun)) is not None:
        state_mods(ctx, None, found, noun.mods)
        return found
    if not targets and not noun.roles and noun.article in ("the", "this", "one") and noun.head in ("circle", "line"):
        numbered = by_number(ctx, noun)
        if numbered is not None:
            return [numbered]
    if told := [m for m in noun.mods if isinstance(m, Clause) and m.verb == "mention"]:
        for mod in told:  # `the feet from B and C in triangle ABC`: which triangle it is comes first
            STATE[0](ctx, mod)
        noun = replace(noun, mods=tuple(m for m in noun.mods if m not in told))
    if noun.head in POINT_NOUNS:
        values = _points(ctx, noun, targets)
    elif noun.head in THING_NOUNS and targets:
        values = list(THING_NOUNS[noun.head](ctx, noun, targets))
    elif noun.head in THING_NOUNS:
        with ctx.as_given():
            values = list(THING_NOUNS[noun.head](ctx, noun, targets))
    else:
        raise ctx.fail(f"“{noun.head.replace('_', ' ')}” can't be used here")
    if noun.count > 1 and not targets and len(values) > noun.count and noun.article not in ("each", "all"):
        word = noun.head.replace("_", " ")
        raise ctx.fail(
            f"it isn't said which {noun.count} of the {len(values)} things called {word} these are", "name them"
        )
    ctx.mention(values)
    if noun.role("of") is not None:
        ctx.last_noun = noun  # what `that of CA` will be; what it is of comes before
    if noun.adjectives:
        DESCRIBE[0](ctx, noun, values)
    for target in targets:
        if isinstance(target, Modified):
            state_mods(ctx, target.thing, denote(ctx, target.thing, "point"), target.mods)
    values, mods = _extended(ctx, values, noun.mods, targets)
    subject: Thing | None = Many(tuple(targets)) if len(targets) > 1 else targets[0] if targets else None
    if targets:
        state_mods(ctx, subject, values, mods)
    else:
        with ctx.as_given():
            state_mods(ctx, subject, values, mods)
    return values


def _extended(
    ctx: Context, values: list[Value], mods: Sequence[Said], targets: Sequence[Thing]
) -> tuple[list[Value], Sequence[Said]]:
    """`the sides AB and DC, extended beyond B and C`: the parts beyond these, and what else is said."""
    for mod in mods:
        if not (isinstance(mod, Clause) and mod.verb == "extended" and mod.role("to") is None):
            continue
        beyond = mod.role("beyond")
        if len(targets) == len(values) and all(isinstance(t, Run) and len(t.points) == 2 for t in targets):
            values = [_named_part(v, t) for v, t in zip(values, targets, strict=True)]
        if beyond is not None and all(isinstance(v, Part) for v in values):
            ctx.visit(mod)
            found: list[Value] = []
            for part, tip in zipped(ctx, values, points(ctx, beyond)):
                assert isinstance(part, Part)
                if tip not in (part.a, part.b):
                    raise ctx.fail(f"{tip} is no end of {part.a}{part.b}", "name one of its ends")
                a, b = (part.b, part.a) if tip == part.a else (part.a, part.b)
                found.append(Part(part.line, "extension", a, b))
            return found, [m for m in mods if m is not mod]
    return values, mods


def _named_part(value: Value, name: Thing) -> Value:
    """The part of a line between the two points that name it, which can be extended beyond either."""
    if isinstance(value, Line) and isinstance(name, Run):
        return Part(value, "segment", *name.points)
    return value


#: Points of which there may be several by one description: what curves have in common.
_SEVERAL = frozenset(["point", "intersection"])


def _points(ctx: Context, noun: Noun, targets: Sequence[Thing]) -> list[Value]:
    names = [name for target in targets for name in point_names(ctx, target)]
    if names:
        definitions = POINT_NOUNS[noun.head](ctx, replace(noun, count=len(names)))
        if len(definitions) == 1 and len(names) > 1:
            if noun.head not in _SEVERAL and not ctx.is_goal:
                raise ctx.fail(
                    f"here are {len(names)} names for one point",
                    f"say of what each of them is the {noun.head.replace('_', ' ')}",
                )
            definitions = [definitions[0]] * len(names)
        if len(definitions) != len(names):
            raise ctx.fail(
                f"here {'is 1 name' if len(names) == 1 else f'are {len(names)} names'} for {len(definitions)} points",
                "list as many names as there are points",
            )
        for name, definition in zip(names, definitions, strict=True):
            if ctx.is_named(definition.key, name):
                ctx.rename(ctx.known[definition.key], name)
                ctx.say(OVERLAP, name, ctx.known[definition.key])
            elif ctx.is_goal and definition.claim is not None:
                definition.claim(name)
            else:
                definition.define(name)
            ctx.declare(name)
        if "distinct" in noun.adjectives and not ctx.is_goal:
            for i, name in enumerate(names):
                for other in names[:i]:
                    ctx.demand(APART, other, name)
        return list(names)
    with ctx.as_given():
        definitions = POINT_NOUNS[noun.head](ctx, noun)
        return [ctx.point(d.key, d.letter, d.define) for d in definitions]


def flat(things: Sequence[Thing]) -> list[Thing]:
    found: list[Thing] = []
    for thing in things:
        found += flat(thing.items) if isinstance(thing, Many) else [thing]
    return found


def point_names(ctx: Context, thing: Thing) -> list[str]:
    """The names of points that a thing consists of. Raises ParseError."""
    ctx.visited.add(id(thing))
    match thing:
        case Run(points):
            return list(points)
        case Modified(inner, _):
            return point_names(ctx, inner)
        case Noun(names=names) if names:
            return [p for name in names for p in point_names(ctx, name)]
        case Many(items):
            return [p for item in items for p in point_names(ctx, item)]
        case Pronoun():
            return [v for v in _referred(ctx, thing, "point") if isinstance(v, str)]
    raise ctx.fail("the name of a point is needed here", "points are capitals: P")


def _run(ctx: Context, run: Run, want: str) -> list[Value]:
    p = run.points
    if len(p) == 1 and p[0] in ctx.names and want != "point":
        return [ctx.names[p[0]]]
    match want:
        case "point" if len(p) == 1:
            return list(p)
        case "line" | "curve" | "any" if len(p) == 2:
            return [Part(ctx.line(*p), "bare", *p)]
        case "angle" if len(p) == 3:
            return [Corner(p[0], p[1], p[2])]
        case "angle" if len(p) == 1:
            return [Corner(*ctx.corner(p[0]))]
        case "circle" | "curve" if len(p) == 1:
            return [circle_at(ctx, p[0])]
        case "circle" | "curve" if len(p) >= 3:
            return [ctx.circle(p)]
        case "any" if len(p) == 1:
            return [p[0]]
        case _ if len(p) >= 3:
            polygon = Polygon(p)
            ctx.add_polygon(polygon, False)
            ctx.mention([polygon])
            return [polygon]
    raise ctx.fail(f"“{''.join(p)}” can't be a {want} here", "a line has two points, a triangle three")


def circle_at(ctx: Context, o: str) -> Circle:
    """The circle that is called by its center. Raises ParseError."""
    found = [c for c in ctx.circles if c.center == o]
    if not found and (known := CENTERED[0](ctx, o)) is not None:
        return known
    if not found:
        raise ctx.unresolved(f"no circle is known by the center {o}", f"write circle with center {o}")
    return found[0]


def _referred(ctx: Context, pronoun: Pronoun, want: str) -> list[Value]:
    if pronoun.word == "self":
        bearer = ctx.bearer
        bearer.is_used = True
        if bearer.values is None:
            assert bearer.thing is not None
            selves, ctx.selves = ctx.selves, ctx.selves[:-1]
            try:
                bearer.values = denote(ctx, bearer.thing, want)
            finally:
                ctx.selves = selves
        elif want != "any" and bearer.thing is not None and not all(fits(v, want) for v in bearer.values):
            if isinstance(bearer.thing, Run | Many):
                return denote(ctx, bearer.thing, want)
        return bearer.values
    if pronoun.word == "other":
        return [other_one(ctx, want)]
    if pronoun.word in COUNTING:
        return [counted(ctx, pronoun, want)]
    for values in reversed(ctx.mentioned):
        if any(v is x for v in values for x in ctx.excluded):
            continue
        if all(fits(v, want) for v in values) and (len(values) > 1) == (pronoun.word == "they"):
            is_either = want == "curve" and pronoun.word == "it" and isinstance(values[0], Part)
            return [chord_or_circle(ctx, pronoun, values[0])] if is_either else values
    if pronoun.word == "they" and want in ("curve", "circle"):  # ω is the circle …, and Γ the circle …. They meet at D.
        spoken = dict.fromkeys(v for values in ctx.mentioned for v in values if isinstance(v, Circle))
        if len(spoken) == 2:
            return list(spoken)
    raise ctx.unresolved("it isn't clear what is meant by this word", "use the name")


def curves(ctx: Context, thing: Thing, want: str = "curve") -> list[tuple[Curve, Value]]:
    """The lines and circles that a thing denotes, each with the part of it that is meant. Raises ParseError."""
    found: list[tuple[Curve, Value]] = []
    for value in denote(ctx, thing, want):
        if isinstance(value, Region) and value.is_inside and isinstance(value.of, Part):  # the interior of segment BC
            value = Part(value.of.line, "segment", value.of.a, value.of.b)
        curve = curve_of(value)
        if curve is None:
            if isinstance(value, Polygon) and len(value.points) == 3 and want == "circle":
                curve = ctx.circle(value.points)
            else:
                raise ctx.fail("a line or a circle is needed here", "name a line by two points: AB")
        found.append((curve, value))
    return found


def whole(ctx: Context, thing: Thing, sort: type[C], want: str, why: str, hint: str) -> list[C]:
    """The lines, or the circles, that a thing denotes. Raises ParseError, which says why and what to write, where it is one of the others."""
    found: list[C] = []
    for curve, _ in curves(ctx, thing, want):
        if not isinstance(curve, sort):
            raise ctx.fail(why, hint)
        found.append(curve)
    return found


def lines(ctx: Context, thing: Thing) -> list[Line]:
    return whole(ctx, thing, Line, "line", "this is a circle, where a line is needed", "name a line by two points: AB")


def points(ctx: Context, thing: Thing) -> list[str]:
    found: list[str] = []
    for value in denote(ctx, thing, "point"):
        if not isinstance(value, str):
            raise ctx.fail("a point is needed here")
        found.append(value)
    return found


def angle(ctx: Context, size: AngleSize) -> Corner | Between:
    (thing,) = size.things
    ctx.visited.add(id(thing))
    if isinstance(thing, Run):
        if len(thing.points) == 3:
            return Corner(*thing.points)
        if len(thing.points) == 1:
            return Corner(*ctx.corner(thing.points[0]))
    if isinstance(thing, Many):
        first, second = exactly(ctx, 2, lines(ctx, thing))
        return Between(first, second, AngleKind.DIRECTED)
    raise ctx.fail("an angle has three points", "write ∠ABC")
