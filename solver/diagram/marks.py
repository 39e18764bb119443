"""Marks on a figure: a small square at a right angle, equal ticks on equal segments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from solver.statements.predicates import CONG, MIDP, PERP, Statement

#: Side of the square, and length and distance of ticks, in pixels.
SQUARE, TICK, GAP = 9.0, 5.0, 4.0
#: Segments shorter than this have no ticks; more groups of equal segments than this are left unmarked.
SHORTEST, MOST_GROUPS = 24.0, 4

_Segment = tuple[complex, complex]


def right_angles(
    statements: Sequence[Statement], at: Mapping[str, complex]
) -> Iterator[tuple[complex, complex, complex]]:
    """The three corners of each square, where two perpendicular segments that are drawn meet. at: in pixels."""
    for statement in statements:
        if statement.predicate is not PERP:
            continue
        a, b, c, d = (at[p] for p in statement.points)
        corner = _meeting(a, b, c, d)
        if corner is None or not _is_seen(corner, [_is_on(corner, a, b), _is_on(corner, c, d)], at):
            continue
        u, v = _arm(corner, a, b), _arm(corner, c, d)
        yield corner + u, corner + u + v, corner + v


def _meeting(a: complex, b: complex, c: complex, d: complex) -> complex | None:
    u, v = b - a, d - c
    cross = (u.conjugate() * v).imag
    return a + u * (((c - a).conjugate() * v).imag / cross) if abs(cross) > 1e-9 else None


def _is_seen(corner: complex, on: Sequence[bool], at: Mapping[str, complex]) -> bool:
    """On both segments; at a named point one will do, for then the other's line is drawn as far as there."""
    return all(on) or (any(on) and any(abs(corner - z) < 1.0 for z in at.values()))


def _is_on(p: complex, a: complex, b: complex) -> bool:
    """On the segment, or as good as at an end of it."""
    return abs(p - a) + abs(p - b) < abs(a - b) + 1.0


def _arm(corner: complex, a: complex, b: complex) -> complex:
    end = max(a, b, key=lambda z: abs(z - corner))
    return SQUARE * (end - corner) / abs(end - corner)


def equal_ticks(statements: Sequence[Statement], at: Mapping[str, complex]) -> Iterator[_Segment]:
    """Short strokes across the middle of segments: one on each of the first group of equal ones, two on the second, …"""
    groups: list[set[frozenset[str]]] = []
    for statement in statements:
        p = statement.points
        if statement.predicate is CONG:
            equal = {frozenset(p[:2]), frozenset(p[2:])}
        elif statement.predicate is MIDP:
            equal = {frozenset(p[:2]), frozenset((p[0], p[2]))}
        else:
            continue
        joined = [g for g in groups if g & equal]
        place = groups.index(joined[0]) if joined else len(groups)
        groups = [g for g in groups if g not in joined]
        groups.insert(place, equal.union(*joined))
    shown = [g for g in groups if all(len(s) == 2 and _length(s, at) > SHORTEST for s in g)]
    for count, group in enumerate(shown[:MOST_GROUPS], 1):
        for ends in sorted(map(sorted, group)):
            yield from _ticks(at[ends[0]], at[ends[1]], count, list(at.values()))


def _length(ends: frozenset[str], at: Mapping[str, complex]) -> float:
    a, b = (at[p] for p in ends)
    return abs(a - b)


def _ticks(a: complex, b: complex, count: int, points: Sequence[complex]) -> Iterator[_Segment]:
    """In the middle, or near it where a point is in the way."""
    along = (b - a) / abs(b - a)
    spots = [a + t * (b - a) for t in (0.5, 0.42, 0.58, 0.34, 0.66)]
    centre = next((z for z in spots if all(abs(z - p) > 2 * TICK + GAP for p in points)), spots[0])
    for k in range(count):
        middle = centre + along * GAP * (k - (count - 1) / 2)
        yield middle - 1j * along * TICK, middle + 1j * along * TICK
