"""GeoGebra's commands: for each, what it may be given and what it makes.

A command is a row of a table for each way of giving it arguments, by a letter for each of these: P point, L line or
segment or ray, C circle or arc, G polygon, V vector, Q number or angle or length. What a point is made by, it says in
the words of the constructive language where that has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from solver.errors import ParseError
from solver.geogebra import curves
from solver.geogebra.figure import SAME, Figure
from solver.geogebra.making import Make, Making
from solver.geogebra.objects import Circle, Curve, Line, Point, Polygon, Quantity, Unread, Value, Vector
from solver.geogebra.polygons import centroid, polygon, regular, side_at
from solver.geogebra.quantities import angle_at, angle_between, as_quantity, constant, length
from solver.geogebra.tangents import common_tangents, contact_of, tangents
from solver.geogebra.transformations import dilated, inverted, mirrored, reflected, rotated, translated
from solver.plane import geometry as g


def _point(making: Making, curve: Curve) -> Sequence[Value]:
    _require_place(making)
    name = making.figure.point(making.label)
    making.figure.put(name, curve)
    return (Point(name),)


def _on_polygon(making: Making, area: Polygon) -> Sequence[Value]:
    _require_place(making)
    name = making.figure.point(making.label)
    making.figure.put(name, side_at(making.figure, area, making.figure.at[name]))
    return (Point(name),)


def _require_place(making: Making) -> None:
    if making.figure.place_of(making.label) is None:
        raise ParseError("the file doesn't say where this point is", None, "make it a point of the figure, with a name")


def _free(making: Making, *_: object) -> Sequence[Value]:
    _require_place(making)
    return (Point(making.figure.point(making.label)),)


def _intersect(making: Making, first: Curve, second: Curve, index: Quantity | None = None) -> Sequence[Value]:
    figure = making.figure
    places = g.intersections(first.at, second.at)
    number = int(index.value) - 1 if index is not None and index.value is not None else 0
    found: list[Value] = []
    for i, label in enumerate(making.labels):
        if not label and len(making.labels) > 1:
            found.append(Unread("an intersection without a name is needed here", "give it a name"))
            continue
        place = figure.place_of(label)
        if place is None and label and not figure.is_inner(label):
            found.append(Unread(f"{label} is undefined in this figure", "move the free points so that it is there"))
            continue
        if place is None:
            if not 0 <= number + i < len(places):
                raise ParseError("the two don't intersect in this figure", None, "move the free points")
            place = _meant(figure, making.labels, label, places, number + i) if label else places[number + i]
        found.append(Point(_crossing(figure, label, place, first, second)))
    return found


def _meant(figure: Figure, labels: Sequence[str], label: str, places: Sequence[complex], first: int) -> complex:
    """Which place is meant by the label that a tool gives an intersection: none of those that the file names."""
    saved = [place for other in labels if (place := figure.place_of(other)) is not None]
    left = [z for z in places if all(abs(z - place) > SAME * figure.size for place in saved)] or places
    return left[figure.choose(label, len(left), first if left is places else 0)]


def _crossing(figure: Figure, label: str, place: complex, first: Curve, second: Curve) -> str:
    for line, circle in ((first, second), (second, first)):
        if isinstance(line, Line) and isinstance(circle, Circle):
            if circle in line.contacts:
                return contact_of(figure, line, circle, label)
            for side in circle.sides:
                if line.ends is not None and set(line.ends) == set(side.ends or ()):
                    return curves.contact_on_side(figure, circle, side, label)
    for known in figure.on(first):
        if known in figure.on(second) and figure.is_at(known, place):
            return figure.alias(label, known)
    name = figure.point(label, place)
    figure.put(name, first)
    figure.put(name, second)
    return name


def _cut_polygon(making: Making, line: Line, area: Polygon) -> Sequence[Value]:
    found: list[Value] = []
    for label in making.labels:
        place = making.figure.place_of(label)
        if place is None and making.figure.is_inner(label):
            raise ParseError("porism can't tell where this cuts the polygon", None, "intersect with a side")
        if place is None:
            found.append(Unread(f"{label or 'the intersection'} is undefined in this figure", "intersect with a side"))
        else:
            found.append(Point(_crossing(making.figure, label, place, line, side_at(making.figure, area, place))))
    return found


def _constructed(construction: str) -> Make:
    def make(making: Making, *points: Point) -> Sequence[Value]:
        name = making.figure.construct(making.label, construction, *(p.name for p in points))
        return (Point(name),)

    return make


def _middle(making: Making, line: Line) -> Sequence[Value]:
    return _constructed("midpoint")(making, *map(Point, _segment(making.figure, line)))


def _center(making: Making, circle: Circle) -> Sequence[Value]:
    figure = making.figure
    if circle.center is None and making.label and circle.make_center is not None:
        hidden = circle.make_center()
        circle.center = figure.alias(making.label, hidden)
        return (Point(circle.center),)
    return (Point(figure.alias(making.label, figure.center(circle))),)


def _triangle_center(making: Making, a: Point, b: Point, c: Point, which: Quantity) -> Sequence[Value]:
    known = {1: "incenter", 3: "circle", 4: "orthocenter"}
    if which.value == 2:
        return (Point(centroid(making.figure, making.label, a.name, b.name, c.name)),)
    if which.value not in known:
        raise ParseError(
            f"porism doesn't know the triangle center number {which.text}", None,
            "it knows 1 (incenter), 2 (centroid), 3 (circumcenter), 4 (orthocenter)",
        )  # fmt: skip
    return _constructed(known[int(which.value)])(making, a, b, c)


def _centroid(making: Making, area: Polygon) -> Sequence[Value]:
    if len(area.corners) != 3:
        raise ParseError("porism knows the centroid of a triangle only", None, "use Centroid of a triangle")
    return (Point(centroid(making.figure, making.label, *area.corners)),)


def _line(making: Making, a: Point, b: Point) -> Sequence[Value]:
    return (curves.through(making.figure, a.name, b.name),)


def _segment_of(making: Making, a: Point, b: Point) -> Sequence[Value]:
    return (curves.through(making.figure, a.name, b.name, is_segment=True),)


def _segment_of_length(making: Making, a: Point, size: Quantity | Line) -> Sequence[Value]:
    (circle,) = _circle_of_radius(making, a, size)
    assert isinstance(circle, Circle)
    name = making.figure.point(
        making.labels[1] if len(making.labels) > 1 else "", making.figure.at[a.name] + circle.at.radius
    )
    making.figure.put(name, circle)
    return (curves.through(making.figure, a.name, name, is_segment=True), Point(name))


def _parallel(making: Making, p: Point, line: Line) -> Sequence[Value]:
    return (curves.parallel(making.figure, p.name, line),)


def _along(making: Making, p: Point, vector: Vector) -> Sequence[Value]:
    return (curves.parallel(making.figure, p.name, curves.through(making.figure, vector.a, vector.b)),)


def _orthogonal(making: Making, p: Point, line: Line) -> Sequence[Value]:
    if line.legs is not None and making.figure.name(line.legs[1]) == p.name:
        return (curves.angle_bisector(making.figure, *line.legs, is_outer=True),)
    return (curves.parallel(making.figure, p.name, line, turned=True),)


def _segment(figure: Figure, line: Line) -> tuple[str, str]:
    if line.ends is None:
        raise ParseError("a line has no ends", None, "use a segment or two points")
    return figure.ends(line)


def _bisector(making: Making, a: Point, b: Point) -> Sequence[Value]:
    return (curves.bisector(making.figure, a.name, b.name),)


def _bisector_of(making: Making, line: Line) -> Sequence[Value]:
    return (curves.bisector(making.figure, *_segment(making.figure, line)),)


def _angle_bisector(making: Making, a: Point, v: Point, b: Point) -> Sequence[Value]:
    return (curves.angle_bisector(making.figure, a.name, v.name, b.name),)


def _angle_bisectors(making: Making, first: Line, second: Line) -> Sequence[Value]:
    figure = making.figure
    v = _crossing(figure, "", g.meet(first.at, second.at), first, second)
    a, b = (next(p for p in _apart_from(figure, line, v)) for line in (first, second))
    found = [curves.angle_bisector(figure, a, v, b, is_outer) for is_outer in (False, True)]
    saved = making.lines.get(making.label)
    if saved is not None:
        is_second = abs(g.cross(g.unit(saved.direction), found[0].at.direction)) > 0.5
    else:
        is_second = figure.is_inner(making.label) and figure.choose(making.label, 2) == 1
    if is_second:
        found.reverse()
    return found


def _apart_from(figure: Figure, line: Line, v: str) -> list[str]:
    """Points of the line that aren't at v; a hidden one if need be."""
    points = [p for p in figure.on(line) if not figure.is_at(p, figure.at[v])]
    return points or [p for p in figure.ends(line) if not figure.is_at(p, figure.at[v])]


def _circle(making: Making, o: Point, a: Point) -> Sequence[Value]:
    return (curves.circle_about(making.figure, o.name, a.name),)


def _circle_of_radius(making: Making, o: Point, size: Quantity | Line) -> Sequence[Value]:
    if isinstance(size, Line):
        return (curves.circle_of_radius(making.figure, o.name, *_segment(making.figure, size)),)
    if size.value is not None:
        return (curves.circle_of_size(making.figure, o.name, size.value),)
    ends = size.text.strip("|").split()
    if len(ends) != 2 or size.text.count("|") != 2:
        raise ParseError("a radius can be a segment, a distance of two points, or a number", None, "write Circle(A, f)")
    return (curves.circle_of_radius(making.figure, o.name, *ends),)


def _circle_through(making: Making, a: Point, b: Point, c: Point) -> Sequence[Value]:
    return (curves.circle_through(making.figure, a.name, b.name, c.name),)


def _circle_on(making: Making, a: Point, b: Point) -> Sequence[Value]:
    return (curves.circle_on_diameter(making.figure, a.name, b.name),)


def _arc_about(making: Making, o: Point, a: Point, _: Point) -> Sequence[Value]:
    return (curves.circle_about(making.figure, o.name, a.name),)


def _incircle(making: Making, a: Point, b: Point, c: Point) -> Sequence[Value]:
    return (curves.incircle(making.figure, a.name, b.name, c.name),)


def _polygon(making: Making, *corners: Point) -> Sequence[Value]:
    return polygon(making.figure, [p.name for p in corners])


def _regular(making: Making, a: Point, b: Point, count: Quantity) -> Sequence[Value]:
    return regular(making.figure, making.labels, a.name, b.name, constant(count))


def _rotated(making: Making, p: Point, angle: Quantity, o: Point) -> Sequence[Value]:
    return (Point(rotated(making.figure, making.label, p.name, o.name, angle)),)


def _turned(making: Making, p: Point, o: Point, angle: Quantity) -> Sequence[Value]:
    """An angle of given size, and the point on its second leg."""
    label = making.labels[1] if len(making.labels) > 1 else ""
    return (angle, Point(rotated(making.figure, label, p.name, o.name, angle)))


def _dilated(making: Making, p: Point, ratio: Quantity, o: Point) -> Sequence[Value]:
    return (Point(dilated(making.figure, making.label, p.name, o.name, ratio)),)


def _mirrored(making: Making, p: Point, mirror: Point | Line | Circle) -> Sequence[Value]:
    figure, label = making.figure, making.label
    if isinstance(mirror, Point):
        return (Point(mirrored(figure, label, p.name, mirror.name)),)
    if isinstance(mirror, Line):
        return (Point(reflected(figure, label, p.name, mirror)),)
    return (Point(inverted(figure, label, p.name, mirror)),)


def _translated(making: Making, p: Point, vector: Vector) -> Sequence[Value]:
    return (Point(translated(making.figure, making.label, p.name, vector)),)


def _vector(making: Making, a: Point, b: Point) -> Sequence[Value]:
    return (Vector(a.name, b.name),)


def _foot(making: Making, line: Line, p: Point) -> Sequence[Value]:
    return (Point(making.figure.construct(making.label, "foot", p.name, *making.figure.ends(line))),)


def _angle(making: Making, a: Point, v: Point, b: Point) -> Sequence[Value]:
    return (angle_at(making.figure, a.name, v.name, b.name),)


def _angle_of_lines(making: Making, first: Line, second: Line) -> Sequence[Value]:
    return (angle_between(making.figure, first, second),)


def _distance(making: Making, a: Point, b: Point | Line) -> Sequence[Value]:
    if isinstance(b, Point):
        return (length(a.name, b.name),)
    foot = making.figure.construct("", "foot", a.name, *making.figure.ends(b))
    return (length(a.name, foot),)


def _length(making: Making, segment: Line) -> Sequence[Value]:
    return (as_quantity(making.figure, segment),)


def _radius(making: Making, circle: Circle) -> Sequence[Value]:
    figure = making.figure
    if not figure.on(circle):
        raise ParseError("no point of the circle has a name, which its radius needs", None, "put a point on it")
    return (length(figure.center(circle), figure.on(circle)[0]),)


#: By name: the ways to give arguments, and what makes the objects. `P*` is any number of points, three at least.
COMMANDS: Mapping[str, Mapping[str, Make]] = {
    "Point": {"L": _point, "C": _point, "G": _on_polygon, "PV": _translated},
    "PointIn": {"G": _free, "C": _free},
    "Intersect": {
        "LL": _intersect, "LC": _intersect, "CL": _intersect, "CC": _intersect,
        "LLQ": _intersect, "LCQ": _intersect, "CLQ": _intersect, "CCQ": _intersect,
        "LG": _cut_polygon, "GL": lambda m, area, line: _cut_polygon(m, line, area),
        "LGQ": lambda m, line, area, _: _cut_polygon(m, line, area),
    },
    "Midpoint": {"PP": _constructed("midpoint"), "L": _middle, "C": _center},
    "Center": {"PP": _constructed("midpoint"), "L": _middle, "C": _center},
    "TriangleCenter": {"PPPQ": _triangle_center},
    "Centroid": {"G": _centroid},
    "Line": {"PP": _line, "PL": _parallel, "PV": _along},
    "Segment": {"PP": _segment_of, "PQ": _segment_of_length, "PL": _segment_of_length},
    "Ray": {"PP": _line, "PV": _along},
    "OrthogonalLine": {"PL": _orthogonal},
    "LineBisector": {"PP": _bisector, "L": _bisector_of},
    "AngularBisector": {"PPP": _angle_bisector, "LL": _angle_bisectors},
    "Tangent": {"PC": tangents, "CC": common_tangents, "CP": lambda m, circle, p: tangents(m, p, circle)},
    "Circle": {"PP": _circle, "PQ": _circle_of_radius, "PL": _circle_of_radius, "PPP": _circle_through},
    "Semicircle": {"PP": _circle_on},
    "CircumcircleArc": {"PPP": _circle_through},
    "CircumcircleSector": {"PPP": _circle_through},
    "CircleArc": {"PPP": _arc_about},
    "CircleSector": {"PPP": _arc_about},
    "Incircle": {"PPP": _incircle},
    "Polygon": {"P*": _polygon, "PPQ": _regular},
    "Vector": {"PP": _vector},
    "Rotate": {"PQP": _rotated},
    "Dilate": {"PQP": _dilated},
    "Mirror": {"PP": _mirrored, "PL": _mirrored, "PC": _mirrored},
    "Translate": {"PV": _translated},
    "ClosestPoint": {"LP": _foot, "PL": lambda m, p, line: _foot(m, line, p)},
    "Angle": {"PPP": _angle, "LL": _angle_of_lines, "PPQ": _turned},
    "Distance": {"PP": _distance, "PL": _distance, "LP": lambda m, line, p: _distance(m, p, line)},
    "Length": {"L": _length},
    "Radius": {"C": _radius},
}  # fmt: skip

#: The input bar's names for commands, and what files call them.
SPELLINGS = {
    "PerpendicularLine": "OrthogonalLine", "PerpendicularBisector": "LineBisector", "AngleBisector": "AngularBisector",
    "Reflect": "Mirror", "CircularArc": "CircleArc", "CircularSector": "CircleSector", "Homothety": "Dilate",
    "CircumcircularArc": "CircumcircleArc", "CircumcircularSector": "CircumcircleSector",
}  # fmt: skip

_LETTERS: tuple[tuple[type[Any], str], ...] = (
    (Point, "P"), (Line, "L"), (Circle, "C"), (Polygon, "G"), (Vector, "V"), (Quantity, "Q"),
)  # fmt: skip
_WORDS = {
    "P": "a point", "L": "a line", "C": "a circle", "G": "a polygon", "V": "a vector", "Q": "a number", "?": "something else",
}  # fmt: skip


def run(making: Making, name: str, arguments: Sequence[Value]) -> Sequence[Value]:
    """What the command makes. Raises ParseError; Degenerate where the figure is degenerate."""
    kinds = "".join(next((letter for kind, letter in _LETTERS if isinstance(a, kind)), "?") for a in arguments)
    ways = COMMANDS[name]
    if kinds in ways:
        return ways[kinds](making, *arguments)
    if "P*" in ways and len(kinds) >= 3 and set(kinds) == {"P"}:
        return ways["P*"](making, *arguments)
    given = ", ".join(_WORDS[k] for k in kinds) or "nothing"
    known = "; ".join(", ".join(_WORDS.get(k, "…") for k in way) for way in ways)
    raise ParseError(f"porism can't read {name} of {given}", None, f"it reads {name} of {known}")
