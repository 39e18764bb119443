"""What is true in a figure and worth saying: statements that hold numerically, maximal ones for sets of points.

Lines and circles with all of their points, right angles and parallels once for each pair of lines, midpoints, equal
lengths and simple ratios, angles of a whole number of degrees, bisected angles, similar and congruent triangles.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from solver.diagram.diagram import Diagram
from solver.diagram.truth import holds
from solver.language.orientation import as_in_figure
from solver.statements.predicates import (
    ACONST,
    CIRCLE,
    COLL,
    CONG,
    CONTRI,
    CYCLIC,
    EQANGLE,
    MIDP,
    PARA,
    PERP,
    RCONST,
    SIMTRI,
    Statement,
)

#: Relative tolerance of the search; what is found is then tested in all diagrams.
NEAR = 1e-7
#: Ratios of lengths and angles in degrees that are worth saying.
RATIOS = (Fraction(2), Fraction(3), Fraction(3, 2))
DEGREES = tuple(map(Fraction, (15, 30, 45, 60, 75, 105, 120, 135, 150, 165)))
#: With more triangles than this, similar ones aren't looked for.
MOST_TRIANGLES = 4000

_Places = Mapping[str, complex]
_Set = tuple[str, ...]


def facts(diagrams: Sequence[Diagram]) -> Iterator[Statement]:
    """Statements that are true in all of the diagrams, which have the same points."""
    at = diagrams[0].places()
    for statement in _candidates(at):
        if statement.repeated_point() is None and all(holds(statement, d) for d in diagrams):
            yield statement


def _candidates(at: _Places) -> Iterator[Statement]:
    lines = _lines(at)
    for line in lines:
        if len(line) > 2:
            yield Statement(COLL, line)
    circles = _circles(at, lines)
    for circle in circles:
        if len(circle) > 3:
            yield Statement(CYCLIC, circle)
    yield from _centers(at)
    yield from _directions(at, lines)
    yield from _midpoints(at)
    yield from _lengths(at)
    yield from _bisectors(at, lines)
    yield from _triangles(at)


def _lines(at: _Places) -> list[_Set]:
    """Maximal sets of collinear points, those of two points included; points in the order of the statement."""
    found: dict[_Set, None] = {}
    for a, b in combinations(at, 2):
        v = at[b] - at[a]
        if abs(v) < NEAR:
            continue
        on = tuple(p for p in at if p in (a, b) or abs((v.conjugate() * (at[p] - at[a])).imag) < NEAR * abs(v))
        found.setdefault(on)
    return list(found)


def _circles(at: _Places, lines: Sequence[_Set]) -> list[_Set]:
    """Maximal sets of four or more concyclic points."""
    straight = [set(line) for line in lines if len(line) > 2]
    found: dict[_Set, None] = {}
    for triple in combinations(at, 3):
        if any(set(triple) <= line for line in straight):
            continue
        a, b, c = (at[p] for p in triple)
        u, v = b - a, c - a
        area = 2 * (u.conjugate() * v).imag
        if abs(area) < NEAR:
            continue
        center = a + 1j * (u * abs(v) ** 2 - v * abs(u) ** 2) / area
        radius = abs(a - center)
        on = tuple(p for p in at if abs(abs(at[p] - center) - radius) < NEAR * max(1.0, radius))
        if len(on) > 3:
            found.setdefault(on)
    return list(found)


def _centers(at: _Places) -> Iterator[Statement]:
    for o in at:
        distances = [(abs(at[p] - at[o]), p) for p in at if p != o]
        for group in _classes(distances):
            if len(group) > 2:
                yield Statement(CIRCLE, (o, *group))


def _classes(values: Sequence[tuple[float, str]]) -> Iterator[_Set]:
    """Names with equal values, of two or more, in the order in which they came."""
    rank = {name: i for i, (_, name) in enumerate(values)}
    group: list[str] = []
    last = -math.inf
    for value, name in sorted(values):
        if value - last > NEAR * max(1.0, abs(value)):
            if len(group) > 1:
                yield tuple(sorted(group, key=rank.__getitem__))
            group = []
        group.append(name)
        last = value
    if len(group) > 1:
        yield tuple(sorted(group, key=rank.__getitem__))


def _directions(at: _Places, lines: Sequence[_Set]) -> Iterator[Statement]:
    for first, second in combinations(lines, 2):
        (a, b), (c, d) = _near_ends(first, second), _near_ends(second, first)
        degrees = math.degrees(cmath.phase((at[b] - at[a]) / (at[d] - at[c]))) % 180
        if min(degrees, 180 - degrees) < 1e-5:
            yield Statement(PARA, (a, b, c, d))
        elif abs(degrees - 90) < 1e-5:
            yield Statement(PERP, (a, b, c, d))
        else:
            for k in DEGREES:
                if abs(degrees - float(k)) < 1e-5:
                    yield Statement(ACONST, (a, b, c, d), (k,))


def _near_ends(line: _Set, other: _Set) -> tuple[str, str]:
    """Two points that name a line: where it meets the other line, if they have a point in common, first."""
    shared = [p for p in line if p in other]
    rest = [p for p in line if p not in other]
    return (shared[0], rest[0]) if shared else (line[0], line[1])


def _midpoints(at: _Places) -> Iterator[Statement]:
    for a, b in combinations(at, 2):
        middle = (at[a] + at[b]) / 2
        for m in at:
            if m not in (a, b) and abs(at[m] - middle) < NEAR and abs(at[a] - at[b]) > NEAR:
                yield Statement(MIDP, (m, a, b))


def _lengths(at: _Places) -> Iterator[Statement]:
    segments = [(abs(at[a] - at[b]), a, b) for a, b in combinations(at, 2) if abs(at[a] - at[b]) > NEAR]
    for (p, a, b), (q, c, d) in combinations(segments, 2):
        if abs(p - q) < NEAR:
            yield Statement(CONG, (a, b, c, d))
        for ratio in RATIOS:
            if abs(p - ratio * q) < NEAR:
                yield Statement(RCONST, (a, b, c, d), (ratio,))
            elif abs(q - ratio * p) < NEAR:
                yield Statement(RCONST, (c, d, a, b), (ratio,))


def _bisectors(at: _Places, lines: Sequence[_Set]) -> Iterator[Statement]:
    """∠avx = ∠xvb, for lines through v."""
    for v in at:
        through = [next(p for p in line if p != v) for line in lines if v in line]
        for a, b in combinations(through, 2):
            for x in through:
                if x not in (a, b):
                    twice = (at[x] - at[v]) ** 2 / ((at[a] - at[v]) * (at[b] - at[v]))
                    if abs(twice.imag) < NEAR * abs(twice):
                        yield Statement(EQANGLE, (v, a, v, x, v, x, v, b))


def _triangles(at: _Places) -> Iterator[Statement]:
    """Similar triangles with their sides in order, so that each pair is found once."""
    shapes: list[tuple[float, float, float, _Set]] = []
    for triple in combinations(at, 3):
        sides = sorted(
            (abs(at[q] - at[r]), p) for p, q, r in (triple, triple[1:] + triple[:1], triple[2:] + triple[:2])
        )
        (short, a), (middle, b), (long, c) = sides
        if long > NEAR and short + middle - long > NEAR * long and middle - short > NEAR and long - middle > NEAR:
            shapes.append((short / long, middle / long, long, (a, b, c)))
    if len(shapes) > MOST_TRIANGLES:
        return
    shapes.sort()
    for i, (p, q, size, first) in enumerate(shapes):
        for r, s, other_size, second in shapes[i + 1 :]:
            if r - p > NEAR:
                break
            if abs(s - q) < NEAR and set(first) != set(second):
                predicate = CONTRI if abs(size - other_size) < NEAR else SIMTRI
                yield as_in_figure(Statement(predicate, (*first, *second)), (), at)
