"""What goes with what: which things a verb can be said of, a noun can belong to and a list can share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.language.prose.chart import Readings
from solver.language.prose.english.sorts import KINDS, is_angle, is_polygon, is_segment, is_several, sort_of
from solver.language.prose.syntax import (
    SELF,
    About,
    AngleSize,
    Clause,
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

#: Verbs that can be said of things of some sorts only.
_SUBJECTS = {
    "touch": ("line", "circle"), "touch_inside": ("circle",), "touch_outside": ("circle",), "meet": ("line", "circle", "arc"),
    "pass": ("line", "circle", "arc"), "parallel": ("line", "measure"), "perpendicular": ("line",), "bisect": ("line", "point"),
    "join": ("line",), "joined": ("line",), "inscribe": ("polygon", "circle"), "circumscribe": ("polygon", "circle"), "center": ("circle",),
    "similar": ("polygon",), "congruent": ("polygon", "line", "angle"), "collinear": ("point",), "concyclic": ("point",),
    "equidistant": ("point",), "lie": ("point",), "extended": ("line",), "touched": ("circle", "line"),
    "closer": ("point", "line"), "farther": ("point", "line"),
}  # fmt: skip


def can_be_said(said: Said, sort: str) -> bool:
    """Whether a modifier can be about a noun of this sort: no triangle is tangent to a line."""
    if isinstance(said, Together):
        return all(can_be_said(c, sort) for c in said.clauses)
    if isinstance(said, About) and isinstance(said.thing, Noun) and said.thing.article == "whose":
        return sort in ("circle", "any") if said.thing.head in ("center", "radius") else sort != "circle"
    if isinstance(said, About) and _is_apart_from_point(said.said):
        return sort_of(said.thing) == "point"  # `(a point on) the circle with diameter BC different from B`
    if not isinstance(said, Clause) or said.role("subject") is not SELF:
        return True
    if sort == "any":
        return True
    if said.verb == "have" and sort == "circle" and isinstance(owned := said.role("object"), Noun):
        return KINDS.get(owned.head) not in ("line", "circle") or owned.head in ("radius", "diameter", "chord")
    other = said.role("object")
    if _is_apart_from_point(said):
        return sort == "point"  # `a point on BC different from C`: the line isn't
    is_of_line = said.verb == "different" and other is not None and is_segment(other)
    if is_of_line and sort in ("circle", "polygon", "arc", "point"):
        return False  # `the tangent from X to the incircle different from AC`: the tangent is
    allowed = _SUBJECTS.get(said.verb)
    return allowed is None or sort in allowed


def _is_apart_from_point(said: Said) -> bool:
    """`different from B and C`, which only a point can be."""
    other = said.role("object") if isinstance(said, Clause) and said.verb == "different" else None
    return other is not None and sort_of(other) == "point"


def is_nearness(said: Said) -> bool:
    """`closer to C`, said of one of two points or of two tangents."""
    return isinstance(said, Clause) and said.verb in ("closer", "farther")


def is_of_owner(thing: Thing, said: Said) -> bool:
    """Whether what follows is said of what has the thing: `(the point of the circle) with diameter AB nearer to C`, `meeting CD`."""
    if is_nearness(said):
        return sort_of(thing) == "other"
    is_met = isinstance(said, Clause) and said.verb == "meet"
    return is_met and isinstance(thing, Noun) and thing.head in ("diameter", "radius")


def is_named_again(first: Thing, second: Thing) -> bool:
    """Whether the second of two things is a point that the first one names: they make no list."""
    if not (isinstance(first, Noun) and first.mods and isinstance(second, Run) and len(second.points) == 1):
        return False
    return any(isinstance(name, Run) and name.points == second.points for name in first.names)


def is_told_twice(first: Thing, others: Sequence[Thing]) -> bool:
    """Whether one of others is a point of which something is said that the first one is, too: `D ≠ A and D ≠ C, and K`."""
    if not (isinstance(first, Modified) and isinstance(first.thing, Run)):
        return False
    return any(first.thing == (t.thing if isinstance(t, Modified) else t) for t in others)


#: Nouns that are of a triangle or another polygon.
_OF_POLYGONS = frozenset(
    [
        "circumcenter",
        "incenter",
        "orthocenter",
        "centroid",
        "excenter",
        "ninepoint_center",
        "gergonne",
        "nagel",
        "feuerbach",
        "lemoine",
        "fermat",
        "circumcircle",
        "incircle",
        "excircle",
        "ninepoint_circle",
        "euler_line",
        "mixtilinear",
        "newton_line",
        "medial_triangle",
        "orthic_triangle",
    ]
)


#: Nouns for lines that go on without an end, unless two points name them.
_LINES_WITHOUT_END = ("bisector", "tangent", "parallel", "perpendicular", "line")


#: Letters that name numbers and lengths, and no lines.
_NUMBERS = frozenset("rRsxyz")


_CIRCLE_NAMES = frozenset("ΓΩΣΦΨΛ")


def accepts(head: str, role: str, thing: Thing) -> bool:
    """Whether a thing can fill the role of a noun: a circumcircle is of a polygon, a bisector of an angle."""
    if head == "distance" and role == "between":
        return is_several(thing)
    if isinstance(thing, Many):
        if head == "arc" and role == "of" and any(isinstance(i, Noun) and i.head == "arc" for i in thing.items):
            return False  # `arc PB of ω and arc QB of Ω`: no arc is of an arc
        if head == "angle" and role == "of" and len({is_polygon(item) for item in thing.items}) > 1:
            return False  # `the bisector of angle A of triangle ABC and the perpendicular to AB`
        if head == "bisector" and role == "of" and len({is_angle(item) for item in thing.items}) > 1:
            return False  # `the bisector of ∠BAC and side BC`
        return all(accepts(head, role, item) for item in thing.items)
    if isinstance(thing, Modified):
        return accepts(head, role, thing.thing)
    if role == "of" and head in _OF_POLYGONS:
        match thing:
            case Run(points):
                return len(points) >= 3 or len(points) == 1
            case Named(name):
                return not (name[0].islower() or name[0] in _CIRCLE_NAMES)
            case Noun():
                return KINDS.get(thing.head) in ("polygon", None)
            case AngleSize() | Number() | Operation():
                return False
    if role == "of" and head == "square":  # `the square of AB`, a power
        return not (
            isinstance(thing, Run | AngleSize | Operation)
            or KINDS.get(getattr(thing, "head", "")) in ("line", "measure")
        )
    if role == "to" and head in ("foot", "projection"):  # `the feet from B and C in triangle ABC`
        return not is_polygon(thing)
    if role == "of" and head in ("diameter", "chord") and isinstance(thing, Run):
        return len(thing.points) != 2  # `a diameter of ω and BC ⟂ AD`
    if role == "of" and head == "angle":  # `the vertex of the right angle in I`: no angle is of a point
        return sort_of(thing) != "point"
    if role == "of" and head == "bisector" and isinstance(thing, Run):
        return len(thing.points) != 2  # `the bisector of ∠BAC and side BC`
    if role == "of" and head == "foot" and isinstance(thing, Named):
        return thing.name[0] not in _NUMBERS  # `the foot of the altitude from C, and r the inradius`
    if role == "of" and head in ("altitude", "median") and isinstance(thing, Noun):
        return KINDS.get(thing.head) not in ("line", "circle")
    if role == "of" and head == "bisector" and isinstance(thing, Noun):
        is_bisected = KINDS.get(thing.head) in ("angle", "line", "polygon", "arc") or thing.head == "vertex"
        return is_bisected and (bool(thing.names) or not thing.head.endswith("bisector"))
    if role == "of" and head in ("bisector", "perpendicular_bisector") and isinstance(thing, Noun):
        return bool(thing.names) or not thing.head.endswith(_LINES_WITHOUT_END)
    if role == "to" and head == "tangent" and isinstance(thing, Noun):
        return KINDS.get(thing.head) not in ("line", "point")
    return True


def alone_first(readings: Readings[Thing]) -> list[tuple[Thing, int]]:
    """A polygon with lines after it last: in `In triangle ABC, the altitude AD and the bisector BE` these begin the clause."""
    return sorted(
        readings, key=lambda r: isinstance(r[0], Many) and is_polygon(r[0].items[0]) and _is_cevian(r[0].items[1])
    )


def _is_cevian(thing: Thing) -> bool:
    return isinstance(thing, Noun) and thing.head in ("altitude", "median", "bisector", "symmedian")


def named_by_bases(mods: Sequence[Said]) -> tuple[Thing, ...]:
    """The trapezoid ABCD of `a trapezoid with bases AB and CD`, its vertices in the order of the alphabet where they can be."""
    for mod in [part for said in mods for part in (said.clauses if isinstance(said, Together) else (said,))]:
        owned = mod.role("object") if isinstance(mod, Clause) and mod.verb == "have" else None
        runs = owned.names if isinstance(owned, Noun) and owned.head == "base" else ()
        if isinstance(mod, Relation) and mod.signs == ("∥",):
            runs = mod.sides
        if len(runs) == 2 and all(isinstance(run, Run) and len(run.points) == 2 for run in runs):
            (a, b), (c, d) = (run.points for run in runs if isinstance(run, Run))
            around = [(a, b, c, d), (a, b, d, c)]
            turned = [p[k:] + p[:k] for q in around for p in (q, q[::-1]) for k in range(4)]
            return (Run(min(turned), owned.place if isinstance(owned, Noun) else (0, 0)),)
    return ()


def lengths(first: Thing, second: Thing) -> bool:
    """Whether the names of two things are runs of points of different lengths: ABCD and TC make no list."""
    one, other = (t.thing if isinstance(t, Modified) else t for t in (first, second))
    return isinstance(one, Run) and isinstance(other, Run) and len(one.points) != len(other.points)


def sharing(things: Sequence[Thing]) -> list[Thing]:
    """What the last noun is of holds for all: `the incenter and incircle of ABC`."""
    last = things[-1]
    if not isinstance(last, Noun):
        return list(things)
    return [replace(t, roles=last.roles) if isinstance(t, Noun) and not t.roles else t for t in things]


def sharing_owner(first: Said, rest: Said) -> Said:
    """`(O, P are) the circumcenters and (H, K) the orthocenters of triangles ABC and DEF`: both are of these."""
    noun, more = _what_it_is(first), _what_it_is(rest)
    if not isinstance(first, Clause) or noun is None or more is None or noun.roles or noun.mods or noun.count == 1:
        return first
    if noun.head not in _OF_POLYGONS or more.head not in _OF_POLYGONS or more.role("of") is None:
        return first
    return replace(first, roles=(first.roles[0], ("object", replace(noun, roles=more.roles))))


def _what_it_is(said: Said) -> Noun | None:
    """What something is said to be."""
    if isinstance(said, Together):
        return _what_it_is(said.clauses[0])
    if isinstance(said, About):
        return _what_it_is(said.said)
    thing = said.role("object") if isinstance(said, Clause) and said.verb == "be" and len(said.roles) == 2 else None
    return thing if isinstance(thing, Noun) else None


def centers_of_one(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """`the incenter I and the circumcenter O of triangle ABC` are both of it."""
    last = things[-1]
    if isinstance(last, Noun) and last.role("of") is not None and all(map(_is_cevian, things)):
        return tuple(replace(t, roles=last.roles) if isinstance(t, Noun) and not t.roles else t for t in things)
    if not isinstance(last, Noun) or last.head not in _OF_POLYGONS or last.role("of") is None:
        return things
    return tuple(
        replace(t, roles=last.roles)
        if isinstance(t, Noun)
        and t.head in _OF_POLYGONS
        and not t.roles
        and not t.mods
        and t.article == "the"
        and (last.names or not t.names)  # the incircle ω and the circumcircle of BCN: ω is known
        else t
        for t in things
    )


def has_power(said: Said) -> bool:
    """`(a point P) with equal powers with respect to ω and Ω`."""
    owned = said.role("object") if isinstance(said, Clause) and said.verb == "have" else None
    return isinstance(owned, Noun) and owned.head == "power"


def fits(thing: Thing, mods: Sequence[Said]) -> bool:
    """Whether what is said after a name can be of that kind of thing: no point is a circumcircle."""
    for said in mods:
        if isinstance(said, Clause) and said.verb == "be":
            noun = said.role("object")
            if isinstance(thing, Noun) and isinstance(noun, Noun):
                one, other = KINDS.get(thing.head), KINDS.get(noun.head)
                if one and other and one != other and "any" not in (one, other):
                    return False
            if noun is not None and sort_of(thing) and {sort_of(thing), sort_of(noun)} == {"point", "other"}:
                return False
            if isinstance(thing, Named) and noun is not None and sort_of(noun) == "point":
                return False
        if isinstance(said, Clause) and said.verb == "different":
            than = said.role("object")
            if than is not None and {sort_of(thing), sort_of(than)} == {"point", "other"}:
                return False
        if isinstance(said, Clause) and said.verb == "have" and sort_of(thing) == "point":
            return has_power(said)
        if isinstance(said, Clause) and said.verb == "lie" and sort_of(thing) != "point":
            return False
        if is_nearness(said) and isinstance(thing, Run):
            return len(thing.points) == 1  # `the intersection of CM and AB closer to C`: AB isn't
    return True
