"""A diagram: one place in the plane for each point."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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
        z = self._places[point]
        return z.real, z.imag

    def as_dict(self) -> dict[str, tuple[float, float]]:
        return {p: (z.real, z.imag) for p, z in self._places.items()}

    def places(self) -> dict[str, complex]:
        """x + iy of each point."""
        return dict(self._places)

    @cached_property
    def _places(self) -> dict[str, complex]:
        return dict(zip(self.points, self.vertices().tolist(), strict=True))

    def vertices(self) -> NDArray[np.complex128]:
        """x + iy of each point, in order."""
        return np.ascontiguousarray(self.xy).view(np.complex128)[:, 0]
