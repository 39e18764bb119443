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
from math import atan2, log, pi

from solver.statements.equation import Equation, Quantity, Theory
from solver.statements.side_conditions import SIDE_CONDITIONS
from solver.statements.theorem import Need

#: A picture in floating point, its extent about 1.
Places = Mapping[str, complex]

#: How far from equality "different" starts: lengths relative to the figure, angles in units of π, areas to sides.
MARGIN = 1e-7


def exists(at: Places, quantity: Quantity) -> bool:
    """Whether a segment has extent; for a sine, whether its three points aren't in line."""
    if len(quantity) == 2:
        a, b = quantity
        return abs(at[b] - at[a]) > MARGIN
    a, v, b = quantity
    return min(length(at, a, v), length(at, b, v)) > MARGIN and abs(turn(at, v, a, b)) > MARGIN


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


def length(at: Places, a: str, b: str) -> float:
    return abs(at[b] - at[a])


def is_triangle(at: Places, a: str, b: str, c: str) -> bool:
    """Whether three points are apart and not in line."""
    return all(abs(turn(at, *p)) > MARGIN for p in ((a, b, c), (b, c, a), (c, a, b)))


def _has_orientations(at: Places, p: tuple[str, ...], sign: int) -> bool:
    """Whether two proper triangles have the same orientation (1), or opposite ones (-1)."""
    first, second = p[:3], p[3:]
    is_proper = is_triangle(at, *first) and is_triangle(at, *second)
    return is_proper and sign * turn(at, *first) * turn(at, *second) > 0


def _way(at: Places, a: str, b: str, c: str) -> float:
    """The order of collinear points: positive where b is between a and c, negative where it is beyond one of them, 0 at one of them."""
    u, v = at[b] - at[a], at[c] - at[b]
    return (u.conjugate() * v).real if min(abs(u), abs(v)) > MARGIN else 0.0


def _is_longer(at: Places, a: str, b: str, c: str, d: str) -> bool:
    return length(at, a, b) > length(at, c, d) * (1 + MARGIN)


def _is_unreal(u: complex, v: complex) -> bool:
    """Whether a ratio isn't a real number: of parallel vectors it is; so is the cross-ratio of points on a circle or line."""
    return abs((u.conjugate() * v).imag) > MARGIN * abs(u) * abs(v)


def _is_unconcyclic(a: complex, b: complex, c: complex, d: complex) -> bool:
    return _is_unreal((a - c) * (b - d), (b - c) * (a - d))


_TESTS: Mapping[str, Callable[[Places, tuple[str, ...]], bool]] = {
    "distinct": lambda at, p: length(at, *p) > MARGIN,
    "apart": lambda at, p: all(length(at, *pair) > MARGIN for pair in combinations(p, 2)),
    "noncollinear": lambda at, p: is_triangle(at, *p),
    "same_orientation": lambda at, p: _has_orientations(at, p, 1),
    "opposite_orientation": lambda at, p: _has_orientations(at, p, -1),
    "in_order": lambda at, p: _way(at, *p) > 0,
    "out_of_order": lambda at, p: _way(at, *p) < 0,
    "longer": lambda at, p: _is_longer(at, *p),
    "out_of_disk": lambda at, p: _is_longer(at, p[0], p[1], p[1], p[2]),
    "in_disk": lambda at, p: _is_longer(at, p[1], p[2], p[0], p[1]),
    "unparallel": lambda at, p: _is_unreal(at[p[1]] - at[p[0]], at[p[3]] - at[p[2]]),
    "unconcyclic": lambda at, p: _is_unconcyclic(*(at[x] for x in p)),
}
#: The kinds that their points decide: how many points (None: two or more), and the test.
POINT_KINDS: Mapping[str, tuple[int | None, Callable[[Places, tuple[str, ...]], bool]]] = {
    kind.name: (kind.points, _TESTS[kind.name]) for kind in SIDE_CONDITIONS if not kind.is_of_step
}
#: The kinds that only their step explains: the diagram chose among several cases; two loci cross, not touch.
STEP_KINDS = tuple(kind.name for kind in SIDE_CONDITIONS if kind.is_of_step)


def value(of: Equation, at: Places) -> float:
    """The left side of an equation in a picture, directions in [0, 1)."""
    constants = sum(float(c) * (1.0 if base == 1 else log(base)) for base, c in of.constants)
    return constants + sum(float(c) * _measure(of.theory, q, at) for q, c in of.terms)


def _measure(theory: Theory, quantity: Quantity, at: Places) -> float:
    if len(quantity) == 3:
        a, v, b = quantity
        return log(abs(turn(at, v, a, b)))
    if theory is Theory.DIRECTION:
        return direction(at, *quantity)
    size = length(at, *quantity)
    return log(size) if theory is Theory.LOG else size if theory is Theory.LENGTH else size * size


def off_whole(x: float) -> float:
    """How far a number is from the nearest integer."""
    return abs(x - round(x))


def holds(need: Need, at: Places) -> bool:
    """Whether a condition is true in a picture. A `branch` always is: the step's lifted claim says which case."""
    if need.apart is not None:
        return off_whole(value(need.apart, at)) > MARGIN
    if need.kind in STEP_KINDS:
        return True
    return POINT_KINDS[need.kind][1](at, need.points)
