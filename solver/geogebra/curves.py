"""Lines and circles as GeoGebra makes them, each with what it says of a point that is put on it."""

from __future__ import annotations

from fractions import Fraction

from solver.errors import ParseError
from solver.geogebra.figure import Figure
from solver.geogebra.objects import Circle, Line, Quantity
from solver.geogebra.quantities import arms
from solver.plane import geometry as g
from solver.plane import loci
from solver.statements.predicates import ACONST, COLL, CONG, CYCLIC, EQANGLE, PERP, RCONST, Statement

#: A constant length over another one is a fraction with no larger denominator.
LARGEST_DENOMINATOR = 1000


def through(figure: Figure, a: str, b: str, is_segment: bool = False) -> Line:
    if a == b:
        raise ParseError(f"a line through {a} and {a} is none", None, "use two different points")
    return Line(
        lambda x: (Statement(COLL, (x, a, b)),),
        g.line(figure.at[a], figure.at[b]),
        [a, b],
        (a, b),
        (a, b, False),
        is_segment,
    )


def parallel(figure: Figure, p: str, line: Line, turned: bool = False) -> Line:
    """Through p; perpendicular to the line where turned."""
    direction = line.direction and (*line.direction[:2], line.direction[2] != turned)
    along = line.at.direction * (1j if turned else 1)
    return Line(lambda x: figure.parallel(x, p, line, turned), loci.Line(figure.at[p], along), [p], direction=direction)


def bisector(figure: Figure, a: str, b: str) -> Line:
    """The perpendicular bisector of ab."""
    at = g.bisector(figure.at[a], figure.at[b])
    return Line(lambda x: (Statement(CONG, (x, a, x, b)),), at, [], direction=(a, b, True))


def angle_bisector(figure: Figure, a: str, v: str, b: str, is_outer: bool = False) -> Line:
    """The bisector of the angle at v, or of its supplement."""
    at = g.angle_bisector(figure.at[a], figure.at[v], figure.at[b])
    if is_outer:
        at = loci.Line(at.point, at.direction * 1j)
    return Line(lambda x: (Statement(EQANGLE, (v, a, v, x, v, x, v, b)),), at, [v], legs=(a, v, b))


def turned_line(figure: Figure, v: str, p: str, angle: Quantity) -> Line:
    """Line vp turned about v."""
    start = g.unit(figure.at[p] - figure.at[v])
    if angle.value is not None:
        degrees = angle.value % 180
        # The angle of an aconst turns from its second line to its first.
        return Line(
            lambda x: (Statement(ACONST, (v, x, v, p), (degrees,)),),
            loci.Line(figure.at[v], g.turned(start, float(degrees))), [v],
        )  # fmt: skip
    a, b, c, d = arms(angle)
    turn = g.unit(figure.at[d] - figure.at[c]) / g.unit(figure.at[b] - figure.at[a])
    return Line(lambda x: (Statement(EQANGLE, (v, p, v, x, a, b, c, d)),), loci.Line(figure.at[v], start * turn), [v])


def circle_about(figure: Figure, o: str, a: str) -> Circle:
    """Through a."""
    return Circle(lambda x: (Statement(CONG, (o, x, o, a)),), g.circle(figure.at[o], figure.at[a]), [a], o)


def circle_through(figure: Figure, a: str, b: str, c: str) -> Circle:
    center = g.circumcenter(figure.at[a], figure.at[b], figure.at[c])
    return Circle(
        lambda x: (Statement(CYCLIC, (a, b, c, x)),), g.circle(center, figure.at[a]), [a, b, c], given=(a, b, c),
        make_center=lambda: figure.construct("", "circle", a, b, c),
    )  # fmt: skip


def circle_on_diameter(figure: Figure, a: str, b: str) -> Circle:
    middle = (figure.at[a] + figure.at[b]) / 2
    return Circle(
        lambda x: (Statement(PERP, (x, a, x, b)),), g.circle(middle, figure.at[a]), [a, b], given=(a, b),
        make_center=lambda: figure.construct("", "midpoint", a, b),
    )  # fmt: skip


def circle_of_radius(figure: Figure, o: str, p: str, q: str) -> Circle:
    """About o with radius pq."""
    at = loci.Circle(figure.at[o], abs(figure.at[p] - figure.at[q]))
    return Circle(lambda x: (Statement(CONG, (o, x, p, q)),), at, [], o)


def circle_of_size(figure: Figure, o: str, radius: Fraction) -> Circle:
    """About o with a constant radius: figures have no scale, so that constant lengths only tell their ratios."""
    if radius <= 0:
        raise ParseError(f"a circle of radius {radius} has no points", None, "make the radius positive")

    def put(x: str) -> tuple[Statement, ...]:
        for known, (p, q) in figure.lengths.items():
            ratio = (radius / known).limit_denominator(LARGEST_DENOMINATOR)
            if ratio == radius / known:
                said = Statement(CONG, (o, x, p, q)) if ratio == 1 else Statement(RCONST, (o, x, p, q), (ratio,))
                return (said,)
        figure.lengths[radius] = (o, x)
        return ()

    return Circle(put, loci.Circle(figure.at[o], float(radius)), [], o)


def incircle(figure: Figure, a: str, b: str, c: str) -> Circle:
    sides = [through(figure, b, c), through(figure, c, a), through(figure, a, b)]
    middle = g.incenter(figure.at[a], figure.at[b], figure.at[c])

    def put(x: str) -> tuple[Statement, ...]:
        contact = contact_on_side(figure, circle, sides[0], "")
        return (Statement(CONG, (figure.center(circle), x, figure.center(circle), contact)),)

    circle = Circle(
        put, g.circle(middle, g.foot(middle, figure.at[b], figure.at[c])), [], sides=sides,
        make_center=lambda: figure.construct("", "incenter", a, b, c),
    )  # fmt: skip
    return circle


def contact_on_side(figure: Figure, circle: Circle, side: Line, label: str) -> str:
    """Where an inscribed circle touches a side of its triangle."""
    assert side.ends is not None
    known = side.contacts.get(circle)
    if known is not None:
        return figure.alias(label, known)
    center = figure.center(circle)
    contact = side.contacts[circle] = figure.construct(label, "foot", center, *side.ends)
    others = [p for p in figure.on(circle) if p != contact]
    if others:
        figure.say([Statement(CONG, (center, contact, center, others[0]))])
    circle.points.append(contact)
    return contact
