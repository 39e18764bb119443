"""A diagram: one place in the plane for each point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Points that a diagram is shown with at most.
MOST_NAMED = 12


@dataclass(frozen=True)
class Diagram:
    """Coordinates of named points, scale-free. `xy` has shape (len(points), 2)."""

    points: tuple[str, ...]
    xy: NDArray[np.float64]
    seed: int = 0

    def __repr__(self) -> str:
        named = ", ".join(self.points[:MOST_NAMED]) + (", …" if len(self.points) > MOST_NAMED else "")
        return f"<Diagram of {named} (seed {self.seed})>"

    def __getitem__(self, point: str) -> tuple[float, float]:
        x, y = self.xy[self.points.index(point)]
        return float(x), float(y)

    def as_dict(self) -> dict[str, tuple[float, float]]:
        return {p: (float(x), float(y)) for p, (x, y) in zip(self.points, self.xy, strict=True)}

    def places(self) -> dict[str, complex]:
        """x + iy of each point."""
        return {p: complex(x, y) for p, (x, y) in zip(self.points, self.xy, strict=True)}
