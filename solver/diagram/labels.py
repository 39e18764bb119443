"""Where the names of a figure's points stand: beside their points, clear of lines, circles and each other.

Every name may stand in one of a few directions from its point, near it or a little farther away; names are placed one by
one, those with the least room first, each where it is farthest from everything drawn so far. All in pixels, y downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Segments = Sequence[tuple[complex, complex]]
Circles = Sequence[tuple[complex, float]]

#: Pixels from a point to the middle of its name, and where that is too tight; half the height of a letter, and half its width.
DISTANCES, HALF_HEIGHT, HALF_WIDTH = (14.0, 17.0, 21.0, 28.0, 36.0), 8.0, 5.5
#: Room beyond this many pixels is as good as any; that of a name that something crosses; what each pixel farther away costs.
ENOUGH, CROSSED, FARTHER = 9.0, -8.0, 0.15
#: For names that something crosses: distances and directions, how often all such names are placed again, and what is enough.
FINE_DISTANCES, FINE_TURNS, MENDED, CLEAR = (14.0, 17.0, 21.0, 25.0, 30.0, 36.0, 44.0, 54.0), 32, 4, 4.0
#: The radius of a point.
POINT = 3.0
#: The part of a name's box that its letters fill.
LETTERS = 0.7
#: Directions that are tried, the best looking one first (up and to the right).
_TURNS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, 8)


def placed_names(
    points: Sequence[complex], names: Sequence[str], segments: Segments, circles: Circles
) -> list[complex]:
    """The middle of each point's name."""
    if not points:
        return []
    places = _places(points, names)
    boxes = _boxes(names)
    room = np.stack([_room(places[i], boxes[i], i, points, segments, circles) for i in range(len(names))])
    preferred = room - FARTHER * np.repeat([d - DISTANCES[0] for d in DISTANCES], len(_TURNS))
    taken: dict[int, complex] = {}
    for i in sorted(range(len(names)), key=lambda i: (float(room[i].max()), i)):
        score = preferred[i].copy()
        for j, z in taken.items():
            score = np.minimum(score, _gap(places[i], boxes[i], z, boxes[j]))
        taken[i] = complex(places[i][int(np.argmax(score))])
    return _mended(points, names, [taken[i] for i in range(len(names))], segments, circles)


def _mended(
    points: Sequence[complex], names: Sequence[str], middles: list[complex], segments: Segments, circles: Circles
) -> list[complex]:
    """Names that something crosses, placed again: in finer steps, and farther away if need be."""
    for _ in range(MENDED):
        bad = set(obstructed(points, names, middles, segments, circles))
        if not bad:
            break
        boxes = LETTERS * _boxes(names)
        for i in [i for i, name in enumerate(names) if name in bad]:
            turns = np.exp(2j * pi * np.arange(FINE_TURNS) / FINE_TURNS)
            sideways = HALF_WIDTH * (len(names[i]) - 1) * turns.real
            places = np.concatenate([points[i] + d * turns + sideways for d in FINE_DISTANCES])
            room = _room(places, boxes[i], i, points, segments, circles)
            for j, z in enumerate(middles):
                if j != i:
                    room = np.minimum(room, _gap(places, boxes[i], z, boxes[j]))
            far = FARTHER * np.repeat([d - FINE_DISTANCES[0] for d in FINE_DISTANCES], FINE_TURNS)
            middles[i] = complex(
                places[int(np.argmax(np.where(room >= 0, np.minimum(room, CLEAR) - far, room + CROSSED)))]
            )
    return middles


def obstructed(
    points: Sequence[complex], names: Sequence[str], middles: Sequence[complex], segments: Segments, circles: Circles
) -> list[str]:
    """The names whose letters touch a line, a circle, another point or another name."""
    boxes = LETTERS * _boxes(names)
    found = []
    for i, z in enumerate(middles):
        at = np.array([z])
        others = [float(_gap(at, boxes[i], w, boxes[j])[0]) for j, w in enumerate(middles) if j != i]
        if min([float(_room(at, boxes[i], i, points, segments, circles)[0]), *others]) < 0:
            found.append(names[i])
    return found


def _places(points: Sequence[complex], names: Sequence[str]) -> NDArray[np.complex128]:
    """(names, distances · turns): near ones first; farther away sideways where a name is long."""
    turns = np.exp(1j * (-pi / 4 + np.array(_TURNS) * pi / 8))
    near = np.concatenate([d * turns for d in DISTANCES])
    extra = np.array([HALF_WIDTH * (len(name) - 1) for name in names])
    across = np.tile(turns.real, len(DISTANCES))
    return np.asarray(np.array(points)[:, None] + near + extra[:, None] * across)


def _boxes(names: Sequence[str]) -> Array:
    """Half the width and height of each name's box, (names, 2)."""
    return np.array([(HALF_WIDTH * len(name), HALF_HEIGHT) for name in names])


def _room(
    places: NDArray[np.complex128],
    box: Array,
    own: int,
    points: Sequence[complex],
    segments: Segments,
    circles: Circles,
) -> Array:
    """Pixels from the box about each place to the nearest thing that is drawn; CROSSED or less where that crosses it."""
    x, y = places.real, places.imag
    room = np.full(len(places), ENOUGH)
    others = np.array([p for i, p in enumerate(points) if i != own])
    if len(others):
        room = np.minimum(room, _to_boxes(x, y, box, others).min(axis=1) - POINT)
    if segments:
        a, b = np.array(segments).T
        room = np.minimum(room, np.where(_crosses(x, y, box, a, b), CROSSED, _beside(x, y, box, a, b)).min(axis=1))
    for center, radius in circles:
        nearest = _to_boxes(x, y, box, np.array([center]))[:, 0]
        farthest = np.hypot(np.abs(x - center.real) + box[0], np.abs(y - center.imag) + box[1])
        beside = np.maximum(nearest - radius, radius - farthest)
        room = np.minimum(room, np.where((nearest < radius) & (radius < farthest), CROSSED, beside))
    return room


def _to_boxes(x: Array, y: Array, box: Array, points: NDArray[np.complex128]) -> Array:
    """The distance from each box to each point, (boxes, points)."""
    dx = np.maximum(np.abs(x[:, None] - points.real) - box[0], 0)
    dy = np.maximum(np.abs(y[:, None] - points.imag) - box[1], 0)
    return np.asarray(np.hypot(dx, dy))


def _crosses(x: Array, y: Array, box: Array, a: NDArray[np.complex128], b: NDArray[np.complex128]) -> NDArray[np.bool_]:
    """Whether a segment has a point in a box, (boxes, segments): what is left of it between the box's four sides."""
    low, high = np.zeros((len(x), len(a))), np.ones((len(x), len(a)))
    for center, half, start, way in ((x, box[0], a.real, (b - a).real), (y, box[1], a.imag, (b - a).imag)):
        offset = center[:, None] - start
        with np.errstate(divide="ignore", invalid="ignore"):
            first, second = (offset - half) / way, (offset + half) / way
        is_level, is_inside = np.abs(way) < 1e-12, np.abs(offset) < half
        enters = np.where(is_level, np.where(is_inside, -np.inf, np.inf), np.minimum(first, second))
        leaves = np.where(is_level, np.where(is_inside, np.inf, -np.inf), np.maximum(first, second))
        low, high = np.maximum(low, enters), np.minimum(high, leaves)
    return np.asarray(low < high)


def _beside(x: Array, y: Array, box: Array, a: NDArray[np.complex128], b: NDArray[np.complex128]) -> Array:
    """The distance from each box to each segment that doesn't cross it, (boxes, segments): a corner or an end is nearest."""
    offsets = np.array([s * box[0] + 1j * t * box[1] for s in (-1, 1) for t in (-1, 1)])
    corners = (x + 1j * y)[:, None, None] + offsets[:, None]
    way = np.where(a == b, 1, b - a)
    along = np.clip(((corners - a) * way.conj() / np.abs(way) ** 2).real, 0, 1)
    to_corners = np.abs(corners - a - along * way).min(axis=1)
    to_ends = np.minimum(_to_boxes(x, y, box, a), _to_boxes(x, y, box, b))
    return np.asarray(np.minimum(to_corners, to_ends))


def _gap(places: NDArray[np.complex128], box: Array, other: complex, other_box: Array) -> Array:
    """Between the box about each place and another name's; negative where they overlap."""
    dx = np.abs(places.real - other.real) - box[0] - other_box[0]
    dy = np.abs(places.imag - other.imag) - box[1] - other_box[1]
    return np.asarray(np.maximum(dx, dy))
