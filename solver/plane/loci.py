"""Where a construction allows its points to be: a line, a circle, or finitely many places.

Points are complex numbers here. A construction's `sketch` (see `solver.language.constructions`) gives its locus from
the coordinates of its arguments; the builder (`solver.diagram.build`) intersects the loci of a clause.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


class Degenerate(Exception):
    """A construction that has no place for its points; the message says why ("lines ab and cd are parallel")."""


@dataclass(frozen=True)
class Line:
    """point + s·direction; `low` ≤ s ≤ `high` is the allowed part (a ray has low = 0)."""

    point: complex
    direction: complex
    low: float = -math.inf
    high: float = math.inf


@dataclass(frozen=True)
class Circle:
    center: complex
    radius: float


@dataclass(frozen=True)
class Places:
    """Alternatives, each giving all the new points of the clause at once."""

    options: tuple[tuple[complex, ...], ...]


@dataclass(frozen=True)
class Plane:
    """No restriction."""


Locus = Line | Circle | Places | Plane
