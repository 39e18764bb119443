"""What sort of thing a phrase speaks of, by its words, and what can be said of it or be part of it."""

from __future__ import annotations

from collections.abc import Iterator

from solver.language.prose.chart import Readings
from solver.language.prose.english.lexicon import NOUNS
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
    Relation,
    Run,
    Said,
    Thing,
    Together,
)


def is_something_else(thing: Thing) -> bool:
    """Whether a definite thing, which gets no name here, is no property: `the intersection of ω with the bisector of ∠A`."""
    return isinstance(thing, Noun) and thing.article == "the" and not thing.names and thing.role("of") is not None


def is_of_relations(said: Said) -> bool:
    """Whether only equations are said."""
    return all(map(is_of_relations, said.clauses)) if isinstance(said, Together) else isinstance(said, Relation)


def has_names(form: Thing) -> bool:
    """Whether an expression has names of numbers in it, and nothing else that has one."""
    match form:
        case Named():
            return True
        case Operation(_, sides):
            return any(map(has_names, sides))
    return False


def is_said_of(thing: Thing) -> bool:
    """Whether it names things and says something of them: `P on BC`, `points P on BC`, `every line ℓ`."""
    return isinstance(thing, Modified) or (isinstance(thing, Noun) and bool(thing.names))


def introduces(thing: Thing) -> bool:
    """Whether it names a point or a circle as such, `a point T inside ABC`: no side of an equation."""
    return isinstance(thing, Noun) and KINDS.get(thing.head) in ("point", "circle") and bool(thing.names)


def sort_of(thing: Thing) -> str:
    """`point`, `other` for what is certainly none, or `""`."""
    match thing:
        case Run(points):
            return "point" if len(points) == 1 else "other"
        case Modified(inner):
            return sort_of(inner)
        case Many(items):
            return sort_of(items[0])
        case Noun(head="reflection" | "inverse"):
            of = thing.role("of")
            return sort_of(of) if of is not None else ""
        case Noun():
            return _SORTS.get(thing.head, "")
        case AngleSize() | Number() | Operation() | Named():
            return "other"
    return ""


_SORTS = {w.head: "point" if w.sort == "point" else "other" for w in NOUNS.values() if w.sort != "any"}


def is_direction(said: Said) -> bool:
    """`(which is) parallel to BC`, perhaps with more that is said."""
    if isinstance(said, Together):
        return is_direction(said.clauses[0])
    return isinstance(said, Clause) and said.verb in ("parallel", "perpendicular")


def is_said_apart(said: Said) -> bool:
    """Whether what follows `with` is said of other things, by their names, and not of what stands before it."""
    if isinstance(said, Together):
        return all(map(is_said_apart, said.clauses))
    return isinstance(said, About) and is_name_like(said.thing)


def is_drawn(thing: Thing) -> bool:
    """`(D is on BC, and) lines through D parallel to AC, …`: things that are drawn now, on which nothing is yet."""
    return isinstance(thing, Noun) and not (thing.article or thing.names or thing.roles) and thing.count == 0


def has_center(said: Said) -> bool:
    """Whether it is said that something has a center."""
    if isinstance(said, Together):
        return any(map(has_center, said.clauses))
    owned = said.role("object") if isinstance(said, Clause) and said.verb == "have" else None
    return isinstance(owned, Noun) and owned.head == "center"


def is_angle(thing: Thing) -> bool:
    return isinstance(thing, AngleSize) or (isinstance(thing, Noun) and thing.head == "angle")


KINDS = {w.head: w.sort for w in NOUNS.values()}


FRAMES = {w.head: w.prepositions for w in reversed(NOUNS.values())}


#: The role of what a noun is of.
ROLE_OF = {w.head: w.prepositions.get("of", "of") for w in NOUNS.values()}


def is_polygon(thing: Thing | None) -> bool:
    return isinstance(thing, Noun) and KINDS.get(thing.head) == "polygon" and bool(thing.names)


def is_ended_relation(thing: Thing) -> bool:
    """`(such that) D ≠ C, and K (be the midpoint of AD)`: a relation, and a name of which something else is said."""
    return isinstance(thing, Many) and isinstance(thing.items[0], Modified) and isinstance(thing.items[-1], Run)


def is_segment(thing: Thing) -> bool:
    """Segments or lines by two points, of which nothing is inside: `D in BC` is on it."""
    if isinstance(thing, Many):
        return all(map(is_segment, thing.items))
    if isinstance(thing, Noun):
        return KINDS.get(thing.head) == "line" and bool(thing.names)
    return isinstance(thing, Run) and len(thing.points) == 2


def is_mixed(thing: Thing) -> bool:
    """A polygon by its name, and other things."""
    return isinstance(thing, Many) and is_polygon(thing.items[0]) and not all(map(is_polygon, thing.items))


def is_definite(thing: Thing) -> bool:
    """`the line` that isn't named: after `with`, what follows tells which it is, as in `with the line joining A and B`."""
    return isinstance(thing, Noun) and thing.article == "the" and not thing.names


def can_be_had(thing: Thing) -> bool:
    """Whether it can follow `with`: `with center O`, `with a right angle at A`, and not `with the bisector of angle B`."""
    if isinstance(thing, Noun):
        return bool(thing.names or thing.adjectives or thing.article in ("a", "its"))
    return True


def _is_of_polygon(thing: Thing) -> bool:
    """Whether it is `diagonals meeting at P`, which a polygon has: in `with AB parallel to CD and …` nothing is parallel to them."""
    return (
        isinstance(thing, Noun) and not thing.article and thing.head in ("diagonal", "median", "altitude", "bisector")
    )


def light_first(readings: Readings[Thing]) -> Iterator[tuple[Thing, int]]:
    """Lists that go on with a noun of its own last: in `the parallel to AB and the line through C` it is rather another thing."""
    heavy = []
    for thing, j in readings:
        if isinstance(thing, Many) and any(is_definite(item) or _is_of_polygon(item) for item in thing.items[1:]):
            heavy.append((thing, j))
        else:
            yield thing, j
    yield from heavy


def is_on_line(thing: Thing) -> bool:
    """`a point P on BC`."""
    last = thing.mods[-1] if isinstance(thing, Noun) and thing.names and thing.mods else None
    return isinstance(last, Clause) and last.verb == "lie" and sort_of(last.role("on") or thing) != "circle"


def one_first(readings: Readings[Thing]) -> list[tuple[Thing, int]]:
    """Lists with nouns in them last: in `P outside a circle, tangents PA and PB` P is outside of the circle."""
    return sorted(readings, key=lambda r: isinstance(r[0], Many) and any(isinstance(t, Noun) for t in r[0].items))


def is_directed(thing: Thing) -> bool:
    """`tangent to ω`, `perpendicular to AB`, which after a comma are no things."""
    return (
        isinstance(thing, Noun) and thing.head in ("tangent", "perpendicular", "parallel") and thing.count == 1
        and not (thing.article or thing.names or thing.adjectives)
    )  # fmt: skip


def is_bare(thing: Thing) -> bool:
    """A name, perhaps with what it is, which can stand in a list without `and`."""
    if isinstance(thing, Modified):
        return is_bare(thing.thing)
    if isinstance(thing, Noun) and thing.head == "intersection" and not thing.names and not thing.mods:
        of = thing.role("of")
        return isinstance(of, Many) and all(isinstance(item, Run | Named) for item in of.items)  # AB ∩ CD
    return isinstance(thing, Run | Named | AngleSize) or (
        isinstance(thing, Noun) and bool(thing.names) and not thing.roles and not thing.mods
    )


def has_only(said: Said) -> bool:
    """Whether it is only said what something has: `(the intersections of AB) with line MN and line MP`."""
    if isinstance(said, Together):
        return all(map(has_only, said.clauses))
    return isinstance(said, Clause)


def has_inside(thing: Thing) -> bool:
    """Whether something can be in it."""
    if isinstance(thing, Run):
        return len(thing.points) >= 3
    return isinstance(thing, Noun) and KINDS.get(thing.head) in ("polygon", "circle", "plane", "region", "angle")


def says_something(thing: Thing) -> bool:
    """Whether a thing alone is a sentence: `triangle ABC`, `P on BC`; a bare name isn't."""
    match thing:
        case Many(items):
            return all(map(says_something, items))
        case Modified():
            return True
        case Noun(head="point", article="the", names=()):
            return False  # `AX meets ω at Y, the point nearer to A` is one sentence
        case Noun(names=names, mods=mods, roles=roles, head=head):
            return bool((names and (roles or head in _GENERIC)) or mods)
    return False


#: Nouns that with a name alone are a sentence: `triangle ABC`, `points A, B`.
_GENERIC = frozenset(w.head for w in NOUNS.values() if w.sort == "polygon") | {
    "point",
    "line",
    "circle",
    "segment",
    "ray",
}


def is_several(thing: Thing) -> bool:
    """Whether a phrase is in the plural."""
    return isinstance(thing, Many) or (isinstance(thing, Noun) and (thing.count != 1 or len(thing.names) > 1))


def is_of_others(said: Said) -> bool:
    """Whether it says that other things are made likewise: nothing of the thing after which it stands in brackets."""
    if isinstance(said, Together):
        return any(map(is_of_others, said.clauses))
    return isinstance(said, Likewise) or (isinstance(said, About) and isinstance(said.said, Likewise))


def is_straight(thing: Thing) -> bool:
    """Whether it is a line or a part of one."""
    if isinstance(thing, Run):
        return len(thing.points) == 2
    return isinstance(thing, Noun) and KINDS.get(thing.head) == "line"


def is_one_line(thing: Thing) -> bool:
    return is_straight(thing) and not is_several(thing)


def is_circle(thing: Thing) -> bool:
    """`ω`, `the circle k`, `the incircle`."""
    return isinstance(thing, Named) or (isinstance(thing, Noun) and KINDS.get(thing.head) == "circle")


def is_one_point(thing: Thing) -> bool:
    """`T`, `point T`: one point by its name."""
    if isinstance(thing, Noun) and thing.head == "point" and len(thing.names) == 1 and not (thing.roles or thing.mods):
        thing = thing.names[0]
    return isinstance(thing, Run) and len(thing.points) == 1


def is_name_like(thing: Thing) -> bool:
    if isinstance(thing, Many):
        return all(map(is_name_like, thing.items))
    if isinstance(thing, Modified):
        return is_name_like(thing.thing)
    return isinstance(thing, Run | Named) or (
        isinstance(thing, Noun) and thing.head in ("point", "line", "circle") and bool(thing.names) and not thing.mods
    )
