"""Explaining that points are concyclic: known circles that share three points are one circle.

Three points are three places: two names of one place count once, here as for the checker. Circles may be merged in any
shape, two unions as well as a circle and a union.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf

from solver.deduction.journal import CircleEntry
from solver.statements.predicates import CIRCLE

_Component = tuple[set[str], set[str]]

#: By point the number of its place.
Places = Mapping[str, int]


def split_circle(entry: CircleEntry) -> _Component:
    """Points on the circle, and its known center if the entry tells."""
    points = entry.claim.points
    if entry.claim.predicate is CIRCLE:
        return set(points[1:]), {points[0]}
    return set(points), set()


def covers(entries: Sequence[CircleEntry], points: set[str], center: str | None, places: Places) -> bool:
    """Whether merging circles that share three places gives one with all the points (and the center)."""
    return any(points <= on and (center is None or center in centers) for on, centers in _merged(entries, places))


def possible_entries(
    entries: Sequence[CircleEntry], points: set[str], center: str | None, places: Places
) -> list[CircleEntry]:
    """Those among which there may be some that make one circle of the points."""
    of_circle: dict[int, list[CircleEntry]] = {}
    for entry in entries:
        of_circle.setdefault(entry.place, []).append(entry)
    return [e for some in of_circle.values() if covers(some, points, center, places) for e in some]


def covering_entries(
    entries: Sequence[CircleEntry],
    points: set[str],
    center: str | None,
    cost: Callable[[CircleEntry], float],
    places: Places,
) -> list[CircleEntry] | None:
    """Few and cheap entries that make one of the points; None if they don't. One of infinite cost isn't used."""
    of_circle: dict[int, list[CircleEntry]] = {}
    for entry in entries:
        if cost(entry) < inf:
            of_circle.setdefault(entry.place, []).append(entry)
    for some in of_circle.values():
        if not covers(some, points, center, places):
            continue
        kept = list(some)
        for entry in sorted(some, key=lambda e: (-cost(e), -e.time)):
            fewer = [e for e in kept if e is not entry]
            if covers(fewer, points, center, places):
                kept = fewer
        return kept
    return None


def _merged(entries: Sequence[CircleEntry], places: Places) -> list[_Component]:
    """The circles that the entries make."""
    found: list[_Component] = []
    for entry in entries:
        on, centers = split_circle(entry)
        while (other := next((c for c in found if _are_one(c[0], on, places)), None)) is not None:
            found.remove(other)
            on, centers = other[0] | on, other[1] | centers
        found.append((on, centers))
    return found


def _are_one(a: set[str], b: set[str], places: Places) -> bool:
    return len({places[p] for p in a & b}) >= 3
