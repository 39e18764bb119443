"""Known circles made one where they share three places.

Places count, not names: a point known to be at the place of another one is on the same circles. The order in which the
circles are merged doesn't matter, since a union shares at least what its parts share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver.checker.figures import places_of
from solver.checker.uses import Uses, center_of, points_of
from solver.statements.predicates import Statement


@dataclass(frozen=True)
class Merged:
    """The points known to be on one circle, the names known for its center, and the triangles at which it was merged."""

    on: frozenset[str]
    centers: frozenset[str]
    joints: tuple[tuple[str, str, str], ...] = ()


def merged_circles(u: Uses, circles: Sequence[Statement], overlaps: Sequence[Statement] = ()) -> tuple[Merged, ...]:
    """Circles of a step, made as few as they can be. overlaps: which points are at one place."""
    together = places_of(overlaps)

    def everywhere(points: frozenset[str]) -> frozenset[str]:
        return points.union(*(together[p] for p in points if p in together))

    found = [Merged(everywhere(points_of(c)), everywhere(frozenset(filter(None, (center_of(c),))))) for c in circles]
    while (pair := next(_mergeable(u, found), None)) is not None:
        first, second, shared = pair
        found = [c for c in found if c is not first and c is not second]
        joints = (*first.joints, *second.joints, shared)
        found.insert(0, Merged(first.on | second.on, first.centers | second.centers, joints))
    return tuple(found)


def _mergeable(u: Uses, circles: Sequence[Merged]) -> Iterator[tuple[Merged, Merged, tuple[str, str, str]]]:
    for first, second in combinations(circles, 2):
        if (shared := u.spread_triple(first.on & second.on)) is not None:
            yield first, second, shared
