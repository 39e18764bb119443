"""Where the names of a figure's points stand: beside their points, clear of lines, circles and each other.

Every name may stand in one of a few directions from its point; names are placed one by one, those with the least room
first, each where it is farthest from everything drawn so far.
"""

from __future__ import annotations

import cmath
from collections.abc import Sequence

#: Pixels from a point to the middle of its name, and where that is too tight; half the height of a letter, and half its width.
DISTANCES, HALF_HEIGHT, HALF_WIDTH = (15.0, 21.0), 8.0, 5.5
#: Room beyond this many pixels is as good as any.
ENOUGH = 9.0
#: Directions that are tried, the best looking one first (up and to the right).
_DIRECTIONS = [
    cmath.rect(1, -cmath.pi / 4 + k * cmath.pi / 8) for k in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, 8)
]


def placed_names(
    points: Sequence[complex],
    names: Sequence[str],
    segments: Sequence[tuple[complex, complex]],
    circles: Sequence[tuple[complex, float]],
) -> list[complex]:
    """The middle of each point's name, all in pixels with y downwards."""
    taken: dict[int, complex] = {}
    rooms = {
        i: [_room(p, name, i, points, segments, circles) for p in _places(points[i], name)]
        for i, name in enumerate(names)
    }
    for i in sorted(rooms, key=lambda i: (max(rooms[i]), i)):
        places = _places(points[i], names[i])
        others = [(z, names[j]) for j, z in taken.items()]
        scores = [
            min(room, ENOUGH, *(_gap(p, names[i], z, other) for z, other in others))
            for p, room in zip(places, rooms[i], strict=True)
        ]
        taken[i] = places[max(range(len(places)), key=lambda k: (scores[k], -k))]
    return [taken[i] for i in range(len(names))]


def _places(point: complex, name: str) -> list[complex]:
    """Near ones first; further away sideways where a name is long."""
    extra = HALF_WIDTH * (len(name) - 1)
    return [point + distance * d + extra * d.real for distance in DISTANCES for d in _DIRECTIONS]


def _box(name: str) -> tuple[float, float]:
    return HALF_WIDTH * len(name), HALF_HEIGHT


def _room(
    place: complex,
    name: str,
    own: int,
    points: Sequence[complex],
    segments: Sequence[tuple[complex, complex]],
    circles: Sequence[tuple[complex, float]],
) -> float:
    """Pixels from the name's corners and sides to the nearest thing that is drawn; negative where it is crossed."""
    width, height = _box(name)
    spots = [place + complex(x * width, y * height) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    distances = [abs(s - p) - 3 for s in spots for i, p in enumerate(points) if i != own]
    distances += [_to_segment(s, ends) for s in spots for ends in segments]
    distances += [abs(abs(s - z) - r) for s in spots for z, r in circles]
    crossed = any(_crosses(spots, ends) for ends in segments)
    crossed |= any(min(abs(s - z) for s in spots) < r < max(abs(s - z) for s in spots) for z, r in circles)
    room = min(distances, default=ENOUGH)
    return -HALF_HEIGHT + room / 2 if crossed else room


def _to_segment(p: complex, ends: tuple[complex, complex]) -> float:
    a, b = ends
    along = ((p - a) * (b - a).conjugate()).real / (abs(b - a) ** 2 or 1.0)
    return abs(p - a - (b - a) * min(1.0, max(0.0, along)))


def _crosses(spots: Sequence[complex], ends: tuple[complex, complex]) -> bool:
    """Whether a segment's line has spots on both sides, beside the segment."""
    a, b = ends
    if abs(b - a) < 1e-9:
        return False
    sides = [((s - a) * (b - a).conjugate()).imag for s in spots]
    return min(sides) < 0 < max(sides) and min(_to_segment(s, ends) for s in spots) < HALF_HEIGHT


def _gap(p: complex, name: str, q: complex, other: str) -> float:
    """Between the boxes of two names; negative where they overlap."""
    (w, h), (v, g) = _box(name), _box(other)
    return max(abs((p - q).real) - w - v, abs((p - q).imag) - h - g)
