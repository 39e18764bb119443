"""Symmetries of a statement, and the points of a search as they are added: each together with its images.

Most contest problems treat B and C alike, or all three corners. Then what a point does its image does, too, so that one of
them need not be tried; and a proof that needs a point often needs its images as well. So a step of the search adds a point
with its images under one symmetry, where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.search.placement import Placement

Path = tuple[Placement, ...]


@dataclass(frozen=True)
class Symmetry:
    """A permutation of points that leaves what is known, and the goal, as it is.

    image: of each point, by number. order: 2 or 3, after how many times each point is where it was. reverses: triangles are
    turned over, as by a reflection.
    """

    image: tuple[int, ...]
    order: int
    reverses: bool

    def with_points(self, count: int) -> Symmetry:
        """With a point that is its own image (count: 1), or with `order` points, each the image of the one before."""
        n = len(self.image)
        return replace(self, image=(*self.image, *range(n + 1, n + count), n))


@dataclass(frozen=True)
class Position:
    """Where a search is. path: the points that were added, in this many steps. newest: how many of them in the last one.
    symmetry: of all the points, if there still is one."""

    path: Path = ()
    steps: int = 0
    newest: int = 0
    symmetry: Symmetry | None = None
