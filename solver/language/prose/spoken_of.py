"""What was spoken of last, and is of the sort that a word refers to."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.prose.context import Context
from solver.language.prose.objects import Arc, Between, Circle, Corner, Line, Part, Polygon, Value
from solver.language.prose.registry import POINT_NOUNS
from solver.language.prose.syntax import Noun, Pronoun


def _sort(value: Value) -> str:
    match value:
        case str():
            return "point"
        case Line() | Part():
            return "line"
        case Circle() | Arc():
            return "circle"
        case Polygon():
            return "polygon"
        case Corner() | Between():
            return "angle"
    return "any"


def fits(value: Value, want: str) -> bool:
    sort = _sort(value)
    return want in ("any", sort) or (want == "curve" and sort in ("line", "circle"))


def other_one(ctx: Context, want: str) -> Value:
    """`The other`: of two that were spoken of together, the one that wasn't spoken of last. Raises ParseError."""
    if ctx.counterpart is not None:
        return ctx.counterpart
    for k in range(len(ctx.mentioned) - 1, -1, -1):
        group = ctx.mentioned[k]
        if len(group) != 2 or not all(fits(v, want) for v in group) or isinstance(group[0], str):
            continue
        later = [v for values in ctx.mentioned[k + 1 :] if len(values) == 1 for v in values]
        spoken = [v for v in reversed([*later, *ctx.excluded]) if any(v is x for x in group)]
        if spoken:
            return next(v for v in group if v is not spoken[0])
    raise ctx.unresolved("it isn't clear which one is the other", "use its name")


def latest(ctx: Context, sort: str) -> Value:
    """What was spoken of last, of this sort. Raises ParseError."""
    for values in reversed(ctx.mentioned):
        for value in reversed(values):
            if fits(value, sort) and not any(value is x for x in ctx.excluded):
                return value
    raise ctx.unresolved(f"it isn't clear which {sort} is meant", "use its name")


def spoken_last(ctx: Context, sort: str) -> Value:
    """What `the line`, `the point` is. Raises ParseError where the last one was spoken of together with others."""
    taken = latest(ctx, sort)
    groups = [[v for v in values if fits(v, sort)] for values in ctx.mentioned]
    together = next((found for found in reversed(groups) if any(v is taken for v in found)), [])
    if len({id(v) for v in together}) > 1:
        raise ctx.fail(f"it isn't clear which {sort} is meant", "use its name")
    return taken


def latest_vertices(ctx: Context) -> tuple[str, ...]:
    """The vertices of the polygon that was spoken of last. Raises ParseError."""
    value = latest(ctx, "polygon")
    assert isinstance(value, Polygon)
    return value.points


def latest_polygons(ctx: Context) -> list[tuple[str, ...]]:
    """The vertices of `their areas`: of the polygons that were spoken of together last, or of the only two. Raises ParseError."""
    for values in reversed(ctx.mentioned):
        found = [v.points for v in values if isinstance(v, Polygon)]
        if len(found) == len(values) > 1:
            return found
    known = list(dict.fromkeys(p.points for p in (*ctx.polygons, *ctx.triangles_seen)))
    if len(known) != 2:
        raise ctx.unresolved("it isn't clear which polygons are meant", "name them: the areas of ABC and ABD")
    return known


def circle_through(ctx: Context, p: str) -> Circle | None:
    """The circle that `the tangent at P` touches: the one through P that was spoken of last."""
    through = [c for c in ctx.circles if p in c.points]
    spoken = (v for values in reversed(ctx.mentioned) for v in reversed(values))
    return next((v for v in spoken if isinstance(v, Circle) and v in through), through[0] if through else None)


#: What `these points`, `this reflection` may be; all but a reflection, which a line has as well, are points.
_MADE = frozenset(["reflection", "projection", "foot", "intersection", "point"])


def these(ctx: Context, noun: Noun) -> list[Value] | None:
    """`These points`, `this reflection`: as many things that were spoken of last; `that midpoint`: a point known as one."""
    for found in reversed(ctx.mentioned) if noun.head in _MADE else ():
        is_of_sort = noun.head == "reflection" or all(isinstance(v, str) for v in found)
        is_many = len(found) > 1
        is_counted = len(found) == noun.count or (noun.count == 0 and is_many)
        if is_of_sort and is_counted and (is_many or noun.head != "point"):
            return found
    for found in reversed(ctx.mentioned) if noun.head in POINT_NOUNS and noun.head != "point" else ():
        if len(found) == 1 and any(key[0] == noun.head and name == found[0] for key, name in ctx.known.items()):
            return found
    return None


#: `the second circle` by its place among those that were introduced together.
_NUMBERED = {"first": 0, "second": 1, "third": 2}
#: Words for one of several things without a noun: `the first`, `one of them`, `one` before `the other`.
COUNTING = frozenset((*_NUMBERED, "one"))


def by_number(ctx: Context, noun: Noun) -> Value | None:
    """`the first circle`, `the other line`: one of those that were spoken of together. Raises ParseError."""
    word = next((a for a in noun.adjectives if a in _NUMBERED or a == "other"), None)
    if noun.article == "one" and not noun.adjectives and (pair := _together(ctx, noun.head)):
        ctx.visited.add(id(noun))
        return one_of(ctx, noun, pair)  # `one circle`, before `the other`
    if word is None:
        return None
    ctx.visited.add(id(noun))
    group = _together(ctx, noun.head)
    if group is None:
        raise ctx.unresolved(f"it isn't clear which {noun.head} is the {word} one", "use its name")
    if word == "other":
        last = latest(ctx, noun.head)
        own = [v for v in group if isinstance(v, Circle) and _has_its_center(ctx, v)]
        alone = next((v[0] for v in reversed(ctx.mentioned) if len(v) == 1 and isinstance(v[0], Circle)), None)
        if len(own) == 1 and alone in group and alone not in own:
            raise ctx.unresolved(f"it isn't clear which {noun.head} is the other one", "use its name")
        known: list[Value] = [*own] or [last]
        others = [v for v in group if v not in known]
        if len(group) != 2 or len(others) != 1:
            raise ctx.unresolved(f"it isn't clear which {noun.head} is the other one", "use its name")
        return others[0]
    return _numbered(ctx, group, word, noun.head)


def _has_its_center(ctx: Context, circle: Circle) -> bool:
    """Whether the subject is a line that is named by the center of the circle: `the radius OA meets the other circle`."""
    lines = [(v.a, v.b) if isinstance(v, Part) else v.points for v in ctx.excluded if isinstance(v, Part | Line)]
    return any(circle.center in ends for ends in lines)


def _numbered(ctx: Context, group: Sequence[Value], word: str, sort: str) -> Value:
    if _NUMBERED[word] >= len(group):
        raise ctx.fail(f"there is no {word} {sort}", "use its name")
    ctx.mention([group[_NUMBERED[word]]])
    ctx.counted = group
    return group[_NUMBERED[word]]


def _together(ctx: Context, sort: str) -> Sequence[Value] | None:
    """The things of a sort that were the first to be spoken of together."""
    return next((v for v in ctx.mentioned if len(v) > 1 and all(fits(x, sort) for x in v)), None)


def counted(ctx: Context, pronoun: Pronoun, want: str) -> Value:
    """`(meets the first circle at C and) the second (at D)`: of those that were counted last, or that are the only ones. Raises ParseError."""
    group = ctx.counted if ctx.counted and all(fits(v, want) for v in ctx.counted) else None
    if group is None:
        groups = {frozenset(map(id, v)): v for v in ctx.mentioned if len(v) > 1 and all(fits(x, want) for x in v)}
        if len(groups) != 1:
            raise ctx.unresolved(f"it isn't clear what “{pronoun.word}” stands for", "use its name")
        (group,) = groups.values()
    return one_of(ctx, pronoun, group) if pronoun.word == "one" else _numbered(ctx, group, pronoun.word, want)


def one_of(ctx: Context, about: object, group: Sequence[Value]) -> Value:
    """`(meets) one of the circles (at C and the other at D)`: it is all the same which one as long as they are alike, else it is open."""
    if len(group) != 2:
        raise ctx.fail("one of several things can't be stated", "say which one")
    k = (
        0
        if _are_alike(ctx, group)
        else ctx.choose(id(about), [f"“one” is the {word} of the two" for word in list(_NUMBERED)[:2]])
    )
    ctx.mention([group[k]])
    ctx.counted = group
    return group[k]


def _are_alike(ctx: Context, group: Sequence[Value]) -> bool:
    """Whether they are circles without names of which the same is known."""
    return len({_known_of(ctx, v) for v in group}) == 1


def _known_of(ctx: Context, value: Value) -> object:
    if not isinstance(value, Circle) or value.name or value.radius or value.size or value.diameter:
        return id(value)
    if value.center is not None and value.center not in ctx.invented:
        return id(value)
    return frozenset(value.points)


def chord_or_circle(ctx: Context, pronoun: Pronoun, chord: Value) -> Value:
    """`Let AB be a diameter of a circle, and C a point on it`: of the one or the other, which figures decide."""
    assert isinstance(chord, Part)
    spoken = [v for values in ctx.mentioned for v in values if fits(v, "curve")][-4:]
    own = [c for c in ctx.circles if {chord.a, chord.b} <= {*c.points} and any(c is v for v in spoken)]
    if len(own) != 1:
        return chord
    ways: dict[str, Value] = {
        f"it is the segment {chord.a}{chord.b}": chord,
        f"it is the circle with {chord.a}{chord.b} in it": own[0],
    }
    if own[0].over == (chord.a, chord.b):
        ways = dict(reversed(ways.items()))
    return [*ways.values()][ctx.choose(id(pronoun), [*ways])]


def latest_circles(ctx: Context, count: int) -> list[Value]:
    """The given number of circles that were spoken of last, together or one after the other."""
    spoken: list[Value] = []
    for values in reversed(ctx.mentioned):
        if len(values) == count and all(isinstance(v, Circle) for v in values):
            return values
        spoken += [v for v in reversed(values) if isinstance(v, Circle) and v not in spoken]
        if len(spoken) >= count:
            return spoken[:count][::-1]
    return []
