"""Side conditions: what a step needs of the diagram beyond its premises.

A theorem holds for proper triangles, for b between a and c, for the larger angle. Such conditions aren't proved; they
are stated, and tested in every diagram of the configuration. Which ones a step needs is decided by its rule alone, from
the certificate's coordinates (`solver.checker.rules`); so a certificate can't leave one out.

One condition is never listed: that the points of every direction, logarithm and sine in the proof are apart (not in
line, for a sine). A claim speaks of figures in which its quantities exist; the checker refuses a step that uses or
claims one that doesn't, and points that are apart in the certificate's diagram are apart in the checker's figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from math import atan2, pi

from solver.statements.equation import Equation, Quantity
from solver.statements.side_conditions import SIDE_CONDITIONS
from solver.statements.theorem import Need

#: A picture in floating point, its extent about 1.
Places = Mapping[str, complex]

#: How far from equality "different" starts: lengths relative to the figure, angles in units of π, areas to sides.
MARGIN = 1e-7


def exists(at: Places, quantity: Quantity) -> bool:
    """Whether a segment has extent; for a sine, whether its three points aren't in line."""
    if len(quantity) == 2:
        return abs(at[quantity[1]] - at[quantity[0]]) > MARGIN
    a, v, b = quantity
    return min(abs(at[a] - at[v]), abs(at[b] - at[v])) > MARGIN and abs(turn(at, v, a, b)) > MARGIN


def turn(at: Places, a: str, b: str, c: str) -> float:
    """Sine of the angle from ab to ac: positive if abc runs counter-clockwise; 0 where two points coincide."""
    u, v = at[b] - at[a], at[c] - at[a]
    size = abs(u) * abs(v)
    return (u.conjugate() * v).imag / size if size else 0.0


def direction(at: Places, a: str, b: str) -> float:
    """d(ab) in [0, 1), units of π."""
    w = at[max(a, b)] - at[min(a, b)]
    d = atan2(w.imag, w.real) / pi
    d += d < 0
    return d - (d >= 1)


def _distinct(at: Places, p: tuple[str, ...]) -> bool:
    return exists(at, p)


def _apart(at: Places, p: tuple[str, ...]) -> bool:
    return all(abs(at[x] - at[y]) > MARGIN for x, y in combinations(p, 2))


def is_triangle(at: Places, a: str, b: str, c: str) -> bool:
    """Whether three points are apart and not in line."""
    return all(abs(turn(at, *p)) > MARGIN for p in ((a, b, c), (b, c, a), (c, a, b)))


def _noncollinear(at: Places, p: tuple[str, ...]) -> bool:
    return is_triangle(at, p[0], p[1], p[2])


def _orientations(at: Places, p: tuple[str, ...]) -> float:
    """Positive if two proper triangles have the same orientation, negative if the opposite one, 0 if one is flat."""
    if not (is_triangle(at, p[0], p[1], p[2]) and is_triangle(at, p[3], p[4], p[5])):
        return 0.0
    return turn(at, p[0], p[1], p[2]) * turn(at, p[3], p[4], p[5])


def _between(at: Places, p: tuple[str, ...]) -> bool:
    u, v = at[p[1]] - at[p[0]], at[p[2]] - at[p[1]]
    along = (u.conjugate() * v).real
    return along > 0 and min(abs(u), abs(v)) > MARGIN


def _unbetween(at: Places, p: tuple[str, ...]) -> bool:
    """Whether b, collinear with a and c, is beyond a or beyond c."""
    u, v = at[p[1]] - at[p[0]], at[p[2]] - at[p[1]]
    return (u.conjugate() * v).real < 0 and min(abs(u), abs(v)) > MARGIN


def _longer(at: Places, p: tuple[str, ...]) -> bool:
    return abs(at[p[0]] - at[p[1]]) > abs(at[p[2]] - at[p[3]]) * (1 + MARGIN)


def _outside(at: Places, p: tuple[str, ...]) -> bool:
    return _longer(at, (p[0], p[1], p[1], p[2]))


def _inside(at: Places, p: tuple[str, ...]) -> bool:
    return _longer(at, (p[1], p[2], p[0], p[1]))


def _unparallel(at: Places, p: tuple[str, ...]) -> bool:
    u, v = at[p[1]] - at[p[0]], at[p[3]] - at[p[2]]
    return abs((u.conjugate() * v).imag) > MARGIN * abs(u) * abs(v)


def _unconcyclic(at: Places, p: tuple[str, ...]) -> bool:
    """Neither on one circle nor on one line: the cross-ratio isn't real."""
    a, b, c, d = (at[x] for x in p)
    upper, lower = (a - c) * (b - d), (b - c) * (a - d)
    return abs((upper * lower.conjugate()).imag) > MARGIN * abs(upper) * abs(lower)


_TESTS: Mapping[str, Callable[[Places, tuple[str, ...]], bool]] = {
    "distinct": _distinct,
    "apart": _apart,
    "noncollinear": _noncollinear,
    "between": _between,
    "same_orientation": lambda at, p: _orientations(at, p) > 0,
    "opposite_orientation": lambda at, p: _orientations(at, p) < 0,
    "unbetween": _unbetween,
    "longer": _longer,
    "outside": _outside,
    "inside": _inside,
    "unparallel": _unparallel,
    "unconcyclic": _unconcyclic,
}
#: The kinds that their points decide: how many points (None: two or more), and the test.
POINT_KINDS: Mapping[str, tuple[int | None, Callable[[Places, tuple[str, ...]], bool]]] = {
    kind.name: (kind.points, _TESTS[kind.name]) for kind in SIDE_CONDITIONS if not kind.is_of_step
}
#: The kinds that only their step explains: the diagram chose among several cases; two loci cross, not touch.
STEP_KINDS = tuple(kind.name for kind in SIDE_CONDITIONS if kind.is_of_step)


def is_zero_modulo_one(of: Equation, at: Places) -> bool:
    """Whether a direction equation holds modulo 1 in a picture."""
    value = sum(float(c) * direction(at, q[0], q[1]) for q, c in of.terms) + sum(float(c) for _, c in of.constants)
    return abs(value - round(value)) <= MARGIN


def holds(need: Need, at: Places) -> bool:
    """Whether a condition is true in a picture. A `branch` always is: the step's lifted claim says which case."""
    if need.apart is not None:
        return not is_zero_modulo_one(need.apart, at)
    if need.kind in STEP_KINDS:
        return True
    return POINT_KINDS[need.kind][1](at, need.points)
