"""Tangents: at a point of a circle, from a point outside, and those that two circles have in common.

Where a tangent touches gets a name only when something needs it: a figure may name the point later, or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.errors import ParseError
from solver.geogebra.figure import SAME, Figure
from solver.geogebra.making import Making
from solver.geogebra.objects import Circle, Line, Point, Unread, Value
from solver.plane import geometry as g
from solver.plane import loci
from solver.plane.loci import Degenerate
from solver.statements.predicates import COLL, EQANGLE, PERP, Statement


def touches(figure: Figure, circle: Circle, p: str, t: str) -> Statement:
    """Line pt touches the circle at t: perpendicular to the radius where the center has a name, else by angles."""
    others = [x for x in circle.given if x != t]
    if circle.center is None and len(circle.given) == 3 and len(others) >= 2:
        u, v = others[:2]
        return Statement(EQANGLE, (t, p, t, u, v, t, v, u))
    return Statement(PERP, (p, t, figure.center(circle), t))


def tangent_at(figure: Figure, p: str, circle: Circle) -> Line:
    """p is on the circle."""
    direction = (circle.center, p, True) if circle.center is not None else None
    at = loci.Line(figure.at[p], 1j * g.unit(figure.at[p] - circle.at.center))
    return Line(lambda x: (touches(figure, circle, x, p),), at, [p], direction=direction, contacts={circle: p})


def tangent_from(figure: Figure, p: str, circle: Circle, contact: complex) -> Line:
    """contact: the place where it touches; that point gets a name when it is needed."""

    def put(x: str) -> tuple[Statement, ...]:
        return (Statement(COLL, (x, figure.name(p), contact_of(figure, line, circle, ""))),)

    line = Line(put, g.line(figure.at[p], contact), [p], contacts={circle: None})
    return line


def common_tangent(figure: Figure, first: Circle, second: Circle, contacts: tuple[complex, complex]) -> Line:
    """contacts: the places where it touches the two."""

    def put(x: str) -> tuple[Statement, ...]:
        return (Statement(COLL, (x, *(contact_of(figure, line, circle, "") for circle in (first, second)))),)

    line = Line(put, g.line(*contacts), [], contacts={first: None, second: None})
    return line


def contact_of(figure: Figure, line: Line, circle: Circle, label: str) -> str:
    """The point where a tangent touches the circle."""
    known = line.contacts[circle]
    if known is not None:
        return figure.alias(label, known)
    contact = line.contacts[circle] = _new_contact(figure, line, circle, label)
    for other in line.contacts:
        if line.contacts[other] is None:
            line.contacts[other] = _new_contact(figure, line, other, "")
    for touched, t in line.contacts.items():
        assert t is not None
        figure.say([touches(figure, touched, next(p for p in figure.on(line) if p != figure.name(t)), figure.name(t))])
    return contact


def _new_contact(figure: Figure, line: Line, circle: Circle, label: str) -> str:
    place = g.foot(circle.at.center, line.at.point, line.at.point + line.at.direction)
    contact = figure.point(label, place, "T")
    line.points.append(contact)
    figure.put(contact, circle)
    return contact


# The commands.


def tangents(making: Making, p: Point, circle: Circle) -> Sequence[Value]:
    figure = making.figure
    if p.name in figure.on(circle):
        return (tangent_at(figure, p.name, circle),)
    center = circle.at.center
    contacts = g.circle_circle(circle.at, g.circle((figure.at[p.name] + center) / 2, center))
    if len(contacts) < 2:
        raise ParseError(
            f"{p.name} is inside the circle in this figure: there are no tangents", None, "move it outside"
        )
    found = [tangent_from(figure, p.name, circle, contact) for contact in contacts]
    saved = making.lines.get(making.label)
    if saved is not None:
        found.sort(key=lambda line: abs(g.cross(g.unit(saved.direction), line.at.direction)))
    elif figure.is_inner(making.label) and figure.choose(making.label, 2):
        found.reverse()
    return found


def common_tangents(making: Making, first: Circle, second: Circle) -> Sequence[Value]:
    """Each label's is the one that lies where the file says."""
    figure, circles = making.figure, [first.at, second.at]
    (o, r), (w, s) = ((c.center, c.radius) for c in circles)
    pairs: list[tuple[complex, complex]] = []
    for kind in (g.outer_tangents, g.inner_tangents):
        try:
            pairs += kind(o, r, w, s)
        except Degenerate:
            continue  # there are none of this kind
    found: list[Value] = []
    for label in making.labels:
        saved = making.lines.get(label)
        fits = [p for p in pairs if saved is not None and all(_is_on(figure, saved, z) for z in p)]
        line = common_tangent(figure, first, second, fits[0]) if fits else None
        found.append(line or Unread(f"{label or 'a tangent'} isn't in this figure", "draw it where it is to be"))
    return found


def _is_on(figure: Figure, line: loci.Line, z: complex) -> bool:
    return abs(g.cross(line.direction, z - line.point)) < SAME * figure.size
