"""Shapes, and what polygons are known to be, so that `the square` isn't taken for a triangle that was spoken of last."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from solver.language.prose.context import Context
from solver.language.prose.objects import Polygon
from solver.language.prose.syntax import Noun
from solver.statements.predicates import CONG, PERP, Statement

#: How many vertices shapes have.
COUNTS = {
    "triangle": 3, "quadrilateral": 4, "trapezoid": 4, "parallelogram": 4, "rhombus": 4, "rectangle": 4, "square": 4,
    "kite": 4, "pentagon": 5, "hexagon": 6, "heptagon": 7, "octagon": 8,
}  # fmt: skip
#: What each shape is as well.
_KINDS: Mapping[str, tuple[str, ...]] = {
    "square": ("rectangle", "rhombus", "regular", "parallelogram", "kite", "cyclic"),
    "rectangle": ("parallelogram", "cyclic"),
    "rhombus": ("parallelogram", "kite", "equilateral"),
    "equilateral": ("regular", "isosceles", "acute"),
    "regular": ("equilateral", "equiangular", "cyclic", "isosceles"),
    "bicentric": ("cyclic", "tangential"),
    "harmonic": ("cyclic",),
}
#: Words that tell which polygon is meant; others (`the acute triangle`, `the whole square`) add nothing to a noun by itself.
_TELLING = frozenset(
    ["square", "rectangle", "rhombus", "parallelogram", "kite", "trapezoid", "equilateral", "regular", "equiangular",
     "isosceles", "right", "cyclic", "tangential", "bicentric", "harmonic"]
)  # fmt: skip


def _shares_a_corner(s: Statement) -> bool:
    return len(set(s.points[:2]) & set(s.points[2:4])) == 1


#: What is said of the sides of a triangle may say the same.
_EVIDENCE: Mapping[str, Callable[[Statement], bool]] = {
    "right": lambda s: s.predicate is PERP and _shares_a_corner(s),
    "isosceles": lambda s: s.predicate is CONG and _shares_a_corner(s),
}


def is_known_as(ctx: Context, polygon: Polygon, noun: Noun) -> bool:
    """Whether all that a noun says of a polygon's shape has been said of it before."""
    told = {w for word in ctx.shapes.get(frozenset(polygon.points), ()) for w in (word, *_KINDS.get(word, ()))}
    wanted = {noun.head, *noun.adjectives} & _TELLING
    return all(word in told or _is_evident(ctx, polygon, word) for word in wanted)


def _is_evident(ctx: Context, polygon: Polygon, word: str) -> bool:
    corners, shows = set(polygon.points), _EVIDENCE.get(word)
    return shows is not None and any(set(s.points) <= corners and shows(s) for s in ctx.given.premises)
