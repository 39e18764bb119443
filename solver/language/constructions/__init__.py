"""The constructions of the constructive language: one declarative table, shared by parser, diagram and documentation.

Names, argument orders and meanings are those of AlphaGeometry's language (Trinh et al., Nature 625, 2024), which
follows Java Geometry Expert (Ye, Chou, Gao, 2011), with later additions of its users.
"""

from __future__ import annotations

from solver.language.constructions.construction import Construction, Sketch, with_angle_reversed
from solver.language.constructions.crossings import CROSSINGS
from solver.language.constructions.figures import FIGURES
from solver.language.constructions.loci import LOCI
from solver.language.constructions.points import POINTS
from solver.language.constructions.shapes import SHAPES
from solver.language.constructions.tangents import TANGENTS

GROUPS: dict[str, tuple[Construction, ...]] = {
    "To start with": FIGURES,
    "A point on a line or circle": LOCI,
    "Points of a triangle or segment": POINTS,
    "Intersections": CROSSINGS,
    "Shapes on given points": SHAPES,
    "Tangents": TANGENTS,
}

CONSTRUCTIONS: dict[str, Construction] = {c.name: c for group in GROUPS.values() for c in group}

__all__ = ["CONSTRUCTIONS", "GROUPS", "Construction", "Sketch", "with_angle_reversed"]
