"""Symmetries of a statement, and the points of a search as they are added: each together with its image.

Most contest problems treat B and C alike. Then what a point does its image does, too, so that one of the two need not be
tried; and a proof that needs a point often needs its image as well. So a step of the search adds a point and its image
under one symmetry of order two, where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.search.placement import Placement

Path = tuple[Placement, ...]


@dataclass(frozen=True)
class Symmetry:
    """A permutation of points that leaves what is known, and the goal, as it is, and is its own inverse.

    image: of each point, by number. reverses: triangles are turned over, as by a reflection.
    """

    image: tuple[int, ...]
    reverses: bool

    def with_points(self, count: int) -> Symmetry:
        """With a point that is its own image (count: 1), or with two that are images of each other."""
        n = len(self.image)
        return replace(self, image=(*self.image, *range(n + count - 1, n - 1, -1)))


@dataclass(frozen=True)
class Position:
    """Where a search is. path: the points that were added, in this many steps. newest: how many of them in the last one.
    symmetry: of all the points, if there still is one."""

    path: Path = ()
    steps: int = 0
    newest: int = 0
    symmetry: Symmetry | None = None
