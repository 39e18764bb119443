"""Marks on a figure: a small square at a right angle, equal ticks on equal segments, arcs in equal angles; in pixels."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Mapping, Sequence

#: Side of the square, length and distance of ticks, radius and distance of arcs.
SQUARE, TICK, GAP, ARC, ARC_GAP = 9.0, 5.0, 4.0, 20.0, 3.5
#: Segments shorter than this have no ticks; more groups of equal segments than this are left unmarked.
SHORTEST, MOST_GROUPS = 24.0, 4

#: The corners of a broken line.
Mark = tuple[complex, ...]
_Places = Mapping[str, complex]


def right_angles(perpendicular: Sequence[tuple[str, str, str, str]], at: _Places) -> Iterator[Mark]:
    """The three corners of each square, where two perpendicular segments that are drawn meet."""
    for names in perpendicular:
        a, b, c, d = (at[p] for p in names)
        corner = _meeting(a, b, c, d)
        if corner is None or not _is_seen(corner, [_is_on(corner, a, b), _is_on(corner, c, d)], at):
            continue
        u, v = _arm(corner, a, b), _arm(corner, c, d)
        yield corner + u, corner + u + v, corner + v


def _meeting(a: complex, b: complex, c: complex, d: complex) -> complex | None:
    u, v = b - a, d - c
    cross = (u.conjugate() * v).imag
    return a + u * (((c - a).conjugate() * v).imag / cross) if abs(cross) > 1e-9 else None


def _is_seen(corner: complex, on: Sequence[bool], at: _Places) -> bool:
    """On both segments; at a named point one will do, for then the other's line is drawn as far as there."""
    return all(on) or (any(on) and any(abs(corner - z) < 1.0 for z in at.values()))


def _is_on(p: complex, a: complex, b: complex) -> bool:
    """On the segment, or as good as at an end of it."""
    return abs(p - a) + abs(p - b) < abs(a - b) + 1.0


def _arm(corner: complex, a: complex, b: complex) -> complex:
    end = max(a, b, key=lambda z: abs(z - corner))
    return SQUARE * (end - corner) / abs(end - corner)


def equal_ticks(groups: Sequence[Sequence[tuple[str, str]]], at: _Places) -> Iterator[Mark]:
    """Short strokes across the middle of segments: one on each of the first group of equal ones, two on the second, …"""
    shown = [group for group in groups if all(abs(at[a] - at[b]) > SHORTEST for a, b in group)]
    for count, group in enumerate(shown[:MOST_GROUPS], 1):
        for a, b in group:
            yield from _ticks(at[a], at[b], count, list(at.values()))


def _ticks(a: complex, b: complex, count: int, points: Sequence[complex]) -> Iterator[Mark]:
    """In the middle, or near it where a point is in the way."""
    along = (b - a) / abs(b - a)
    spots = [a + t * (b - a) for t in (0.5, 0.42, 0.58, 0.34, 0.66)]
    center = next((z for z in spots if all(abs(z - p) > 2 * TICK + GAP for p in points)), spots[0])
    for k in range(count):
        middle = center + along * GAP * (k - (count - 1) / 2)
        yield middle - 1j * along * TICK, middle + 1j * along * TICK


def arcs(groups: Sequence[Sequence[tuple[str, str, str]]], at: _Places) -> Iterator[Mark]:
    """One arc in each of the first two equal angles, two in the next, …"""
    for count, group in enumerate(groups[:MOST_GROUPS], 1):
        for corner in group:
            for k in range(count):
                yield arc(corner, at, ARC + ARC_GAP * k)


def goal_arcs(corners: Sequence[tuple[str, str, str]], at: _Places) -> Iterator[Mark]:
    """One arc in each angle that the goal is about, larger than those that are given."""
    for corner in corners:
        yield arc(corner, at, 1.4 * ARC)


def arc(corner: tuple[str, str, str], at: _Places, radius: float) -> Mark:
    """From one side to the other the shorter way; shorter than both sides."""
    a, v, b = (at[p] for p in corner)
    radius = min(radius, 0.6 * abs(a - v), 0.6 * abs(b - v))
    turn = cmath.phase((b - v) / (a - v))
    steps = max(2, math.ceil(abs(turn) / 0.15))
    start = radius * (a - v) / abs(a - v)
    return tuple(v + start * cmath.rect(1, turn * k / steps) for k in range(steps + 1))
