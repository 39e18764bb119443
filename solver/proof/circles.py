"""Explaining that points are concyclic: known circles that share three points are one circle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from solver.deduction.journal import CircleEntry
from solver.statements.predicates import CIRCLE

_Component = tuple[set[str], set[str]]


def split_circle(entry: CircleEntry) -> _Component:
    """Points on the circle, and its known centre if the entry tells."""
    points = entry.claim.points
    if entry.claim.predicate is CIRCLE:
        return set(points[1:]), {points[0]}
    return set(points), set()


def covers(entries: Sequence[CircleEntry], points: set[str], centre: str | None) -> bool:
    """Whether merging circles that share three points gives one with all the points (and the centre)."""
    components = [split_circle(e) for e in entries]
    merged = True
    while merged:
        merged = False
        for i, (on, centres) in enumerate(components):
            for j in range(i + 1, len(components)):
                if len(on & components[j][0]) >= 3:
                    components[i] = (on | components[j][0], centres | components[j][1])
                    del components[j]
                    merged = True
                    break
            if merged:
                break
    return any(points <= on and (centre is None or centre in centres) for on, centres in components)


def covering_entries(
    entries: Sequence[CircleEntry], points: set[str], centre: str | None, cost: Callable[[CircleEntry], float]
) -> list[CircleEntry] | None:
    """Few and cheap entries that make one circle of the points; None if they don't. One of infinite cost isn't used."""
    places: dict[int, list[CircleEntry]] = {}
    for entry in entries:
        if cost(entry) < inf:
            places.setdefault(entry.place, []).append(entry)
    for of_place in places.values():
        if not covers(of_place, points, centre):
            continue
        kept = list(of_place)
        for entry in sorted(of_place, key=lambda e: (-cost(e), -e.time)):
            fewer = [e for e in kept if e is not entry]
            if covers(fewer, points, centre):
                kept = fewer
        return _in_merging_order(kept)
    return None


def _in_merging_order(entries: Sequence[CircleEntry]) -> list[CircleEntry]:
    """Each shares three points with what came before."""
    rest = list(entries)
    ordered = [rest.pop(0)]
    on = set(split_circle(ordered[0])[0])
    while rest:
        following = next((e for e in rest if len(split_circle(e)[0] & on) >= 3), rest[0])
        rest.remove(following)
        ordered.append(following)
        on |= split_circle(following)[0]
    return ordered
