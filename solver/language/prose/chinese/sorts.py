"""What sort of thing a phrase speaks of, by its words: a line, a circle, a polygon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from solver.language.prose.syntax import (
    AngleSize,
    Many,
    Modified,
    Noun,
    Run,
    Thing,
)

POLYGONS = frozenset(
    [
        "triangle",
        "quadrilateral",
        "trapezoid",
        "parallelogram",
        "rhombus",
        "rectangle",
        "square",
        "kite",
        "pentagon",
        "hexagon",
    ]
)
LINES = frozenset([
    "line", "ray", "segment", "side", "opposite_side", "base", "hypotenuse", "chord", "diagonal", "diameter", "altitude", "median", "bisector",
    "perpendicular_bisector", "perpendicular", "parallel", "tangent", "common_tangent", "symmedian", "euler_line", "simson_line", "newton_line",
    "radical_axis", "polar", "midline", "line_of_centers", "common_chord", "extension",
])  # fmt: skip
CIRCLES = frozenset(
    ["circle", "circumcircle", "incircle", "excircle", "ninepoint_circle", "mixtilinear", "semicircle", "arc"]
)
EXCIRCLES = frozenset(["excenter", "excircle", "mixtilinear"])
#: Nouns that are drawn from a point which is said before them: `过A的高`.
DRAWN_FROM = {
    "perpendicular": "through", "parallel": "through", "tangent": "from", "altitude": "from", "median": "from", "bisector": "from",
}  # fmt: skip
#: Words by which something is drawn from a point: `由A所引的垂线`.
DRAWN = frozenset(["所引", "引", "所作", "引出", "出发"])
#: Where two points are, seen from a line.
SIDES = {
    "同侧": "same_side", "同一侧": "same_side", "同旁": "same_side", "异侧": "opposite_sides", "两侧": "opposite_sides", "两旁": "opposite_sides",
}  # fmt: skip


def sort_of(thing: Thing) -> str:
    """What kind of thing it is, by its words."""
    match thing:
        case Run(points):
            return "point" if len(points) == 1 else "line" if len(points) == 2 else "polygon"
        case Noun(head=head):
            return "line" if head in LINES else "circle" if head in CIRCLES else "polygon" if head in POLYGONS else head
        case Modified(inner, _):
            return sort_of(inner)
        case Many(items):
            sorts = {sort_of(item) for item in items}
            return sorts.pop() if len(sorts) == 1 else "mixed"
    return type(thing).__name__


def corners(thing: Thing) -> tuple[Run, ...]:
    """The vertices that are named by points, angles, or bisectors of angles; none where it is something else."""
    match thing:
        case Run(points, place):
            return (Run((points[len(points) // 2 if len(points) == 3 else 0],), place),)
        case AngleSize((inner,)):
            return corners(inner)
        case Noun(head="vertex" | "angle" | "line", names=names) if names:
            return tuple(c for name in names for c in corners(name))
        case Noun(head="bisector" | "extension"):
            of = thing.role("of")
            return corners(of) if of is not None else ()
        case Many(items):
            found = [corners(item) for item in items]
            return tuple(c for part in found for c in part) if all(found) else ()
    return ()


#: Marks what is called by two points only, and may be a segment or a line.
_LOOSE = "loose"


def segments(thing: Thing) -> Thing:
    """`BC上一点` is on the segment; who means the line says 直线BC."""
    match thing:
        case Run(points) if len(points) == 2:
            return Noun("segment", (_LOOSE,), "", 1, (thing,), (), (), thing.place)
        case Many(items):
            return replace(thing, items=tuple(map(segments, items)))
    return thing


def whole_lines(node: Any) -> Any:
    """What is to be proved is rather that a point is on the line."""
    if isinstance(node, Noun) and node.adjectives == (_LOOSE,):
        return node.names[0]
    if isinstance(node, tuple):
        return tuple(map(whole_lines, node))
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{f.name: whole_lines(getattr(node, f.name)) for f in fields(node) if f.name != "place"})
    return node


def opposite_sides(polygon: Thing) -> tuple[Run, ...]:
    """The sides AB and CD, AD and BC of a quadrilateral, each beside the one across from it."""
    run = polygon.names[0] if isinstance(polygon, Noun) and polygon.names else polygon
    if not isinstance(run, Run) or len(run.points) < 4 or len(run.points) % 2:
        return ()
    p, half = run.points, len(run.points) // 2
    sides = [Run((p[k], p[(k + 1) % len(p)]), run.place) for k in range(len(p))]
    return tuple(side for k in range(half) for side in (sides[k], sides[k + half]))


def is_mixed(thing: Thing) -> bool:
    """Whether things are listed that don't belong together: △ABC and a circle, an angle and a line."""
    if isinstance(thing, Noun):
        of = thing.role("of")
        return isinstance(of, Many) and not {sort_of(item) for item in of.items} <= {"line", "circle"} and is_mixed(of)
    return isinstance(thing, Many) and sort_of(thing) == "mixed"


def many(items: Sequence[Thing]) -> Thing:
    return items[0] if len(items) == 1 else Many(tuple(items))
