"""Explaining that points are concyclic: known circles that share three points are one circle.

Three points are three places: two names of one place count once, for here and for the checker. Circles may be joined in
any shape, two unions as well as a circle and a union; where a chain does it (each circle shares three places with those
before it together), that is one step, else the inner unions are steps of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Union

from solver.deduction.journal import CircleEntry
from solver.statements.predicates import CIRCLE

_Component = tuple[set[str], set[str]]

#: What makes up a circle, each part sharing three places with those before it together: an entry, or a union of such.
Part = Union[CircleEntry, "Joined"]

#: By point the number of its place.
Places = Mapping[str, int]


@dataclass(frozen=True)
class Joined:
    """A union of circles that are one, the parts in an order in which they join."""

    parts: tuple[Part, ...]


def split_circle(entry: CircleEntry) -> _Component:
    """Points on the circle, and its known center if the entry tells."""
    points = entry.claim.points
    if entry.claim.predicate is CIRCLE:
        return set(points[1:]), {points[0]}
    return set(points), set()


def covers(entries: Sequence[CircleEntry], points: set[str], center: str | None, places: Places) -> bool:
    """Whether merging circles that share three places gives one with all the points (and the center)."""
    return any(
        points <= on and (center is None or center in centers) for on, centers, _ in _components(entries, places)
    )


def covering_entries(
    entries: Sequence[CircleEntry],
    points: set[str],
    center: str | None,
    cost: Callable[[CircleEntry], float],
    places: Places,
) -> tuple[Part, ...] | None:
    """Few and cheap circles that make one of the points; None if they don't. One of infinite cost isn't used."""
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
        return _in_merging_order(kept, places)
    return None


def _components(entries: Sequence[CircleEntry], places: Places) -> list[tuple[set[str], set[str], tuple[Part, ...]]]:
    """The circles that the entries make, with all that is known of each and how it is put together."""
    found: list[tuple[set[str], set[str], tuple[Part, ...]]] = []
    for entry in entries:
        on, centers = split_circle(entry)
        parts: tuple[Part, ...] = (entry,)
        while (other := next((c for c in found if _are_one(c[0], on, places)), None)) is not None:
            found.remove(other)
            on, centers = other[0] | on, other[1] | centers
            parts = (*other[2], parts[0] if len(parts) == 1 else Joined(parts))
        found.append((on, centers, parts))
    return found


def _are_one(a: set[str], b: set[str], places: Places) -> bool:
    return len({places[p] for p in a & b}) >= 3


def _in_merging_order(entries: Sequence[CircleEntry], places: Places) -> tuple[Part, ...]:
    """Entries of one circle, each sharing three places with those before it; with unions where there is no such chain."""
    for first in entries:
        rest = [e for e in entries if e is not first]
        ordered, on = [first], split_circle(first)[0]
        while (following := next((e for e in rest if _are_one(split_circle(e)[0], on, places)), None)) is not None:
            rest.remove(following)
            ordered.append(following)
            on |= split_circle(following)[0]
        if not rest:
            return tuple(ordered)
    ((_, _, parts),) = _components(entries, places)
    return parts
