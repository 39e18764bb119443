"""Figures in which the patterns of the checker's rules are true, by chance where they can be."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Mapping

import numpy as np

Builder = Callable[[np.random.Generator], dict[str, complex]]


def _turned(rng: np.random.Generator, *places: complex) -> dict[str, complex]:
    """Named a, b, c, … in this order, turned so that no line is along the x-axis."""
    turn = cmath.exp(1j * rng.uniform(0.01, 3.1))
    return {"abcdefghijkl"[k]: z * turn for k, z in enumerate(places)}


def _any(rng: np.random.Generator) -> complex:
    return complex(*rng.standard_normal(2))


def _polygon(rng: np.random.Generator) -> dict[str, complex]:
    """Corners of a regular 12-gon, 8-gon or 10-gon; f is its center."""
    n = int(rng.choice([8, 10, 12]))
    on = [cmath.exp(2j * math.pi * k / n) for k in map(int, rng.choice(n, 7, replace=False))]
    return _turned(rng, *on[:5], 0j, *on[5:])


def _circle(rng: np.random.Generator) -> dict[str, complex]:
    """Points of a circle about f, with equal arcs ab and cd, either way round."""
    t = rng.uniform(0, 2 * math.pi, 5)
    t[3] = t[2] + (t[1] - t[0]) * rng.choice([1, -1])
    if rng.random() < 0.2:
        t[1] = t[0] + math.pi
    on = [cmath.exp(1j * x) for x in t]
    return _turned(rng, *on, 0j, -on[0], -on[4])


def _secants(rng: np.random.Generator) -> dict[str, complex]:
    """Through a, inside or outside a circle about f: one line meets it in b and c, the other in d and e, or touches it."""
    p = rng.uniform(0.2, 2.5) + 0j
    lines: list[complex] = []
    for _ in range(2):
        x = cmath.exp(1j * rng.uniform(0, 2 * math.pi))
        lines += [x, p + (abs(p) ** 2 - 1) / (x - p).conjugate()]
    if rng.random() < 0.3 and abs(p) > 1:
        x = 1 / p + 1j * math.sqrt(1 - 1 / abs(p) ** 2)
        lines[2:] = [x, x]
    return _turned(rng, p, *lines, 0j, -lines[0], _any(rng))


def _ladder(rng: np.random.Generator) -> dict[str, complex]:
    """Lines abc and def cut by parallels, in one ratio, in one order or not; h is on line ab, g anywhere."""
    ratio = float(rng.choice([0.5, 1 / 3, 2, -1, 1.5, rng.uniform(-2, 2)]))
    a, b, d = 0j, 1 + 0j, _any(rng)
    e = b + (d - a) * rng.uniform(-2, 2) if rng.random() < 0.6 else _any(rng)
    if rng.random() < 0.2:
        d = a
    other = ratio if rng.random() < 0.6 else ratio / (2 * ratio - 1) if abs(2 * ratio - 1) > 0.1 else ratio
    return _turned(rng, a, b, a + ratio * (b - a), d, e, d + other * (e - d), _any(rng), rng.uniform(-2, 2) + 0j)


def _similar(rng: np.random.Generator) -> dict[str, complex]:
    """Triangles abc and def that agree in some of their angles and ratios, of one or opposite orientations; midpoints."""
    a, b, c = 0j, 1 + 0j, _any(rng)
    if rng.random() < 0.5:
        c = complex(rng.choice([0.5 + 1j * rng.uniform(0.3, 2), 1j * rng.uniform(0.3, 2), 0.5 + 0.75**0.5 * 1j]))
    turn, shift, first = _any(rng), _any(rng), [a, b, c]
    if rng.random() < 0.3:  # the same sines, one side as long, but another shape: c beyond the foot from b
        foot = (b / c).real * c
        first[2] = 2 * foot - c
    other = [turn * (z.conjugate() if rng.random() < 0.5 else z) + shift for z in first]
    if rng.random() < 0.8:
        is_mirrored = rng.random() < 0.5
        other = [turn * (z.conjugate() if is_mirrored else z) + shift for z in first]
    return _turned(rng, a, b, c, *other, (a + b) / 2, (b + c) / 2)


def _together(rng: np.random.Generator) -> dict[str, complex]:
    """a and b at one place, on circles about c and d that touch or cross there; e is their other common point, or a again."""
    x, o = _any(rng), _any(rng)
    p = x + (o - x) * rng.uniform(-2, 2) if rng.random() < 0.5 else _any(rng)
    mirrored = o + (p - o) * ((x - o) / (p - o)).conjugate()
    y = x if rng.random() < 0.6 else mirrored
    return _turned(rng, x, y, o, p, mirrored, o + (x - o) * 1j, x + (x - o) * rng.uniform(0.5, 2), 2 * o - x)


def _crossed(rng: np.random.Generator) -> dict[str, complex]:
    """Four points whose first two lines cross at a right angle, at 30° or anyhow, and others that make parallels."""
    u = cmath.exp(1j * math.pi * float(rng.choice([1 / 2, 1 / 6, 1 / 4, 1 / 3, rng.uniform(0.1, 0.9)])))
    a, b, c = 0j, 1 + 0j, _any(rng)
    d = c + u * rng.uniform(-2, 2)
    return _turned(rng, a, b, c, d, a + u, b + d - c, (a + b) / 2, rng.uniform(-2, 2) + 0j)


def _grid(rng: np.random.Generator) -> dict[str, complex]:
    """Points of a grid of three by three: what isn't parallel is often perpendicular, or half-way between."""
    return _turned(rng, *(complex(k % 3, k // 3) for k in map(int, rng.permutation(9)[:8])))


def _constructed(rng: np.random.Generator) -> dict[str, complex]:
    """A triangle abc with midpoint d, foot e, circumcenter f, midpoint g of the median and orthocenter h."""
    a, b, c = (_any(rng) for _ in range(3))
    e = b + (c - b) * ((a - b) / (c - b)).real
    u, v = b - a, c - a
    f = a + 1j * (abs(u) ** 2 * v - abs(v) ** 2 * u) / (2 * (u.conjugate() * v).imag)
    f = f if abs(abs(f - b) - abs(f - a)) < 1e-9 else 2 * a - f
    return _turned(rng, a, b, c, (b + c) / 2, e, f, (2 * a + b + c) / 4, a + b + c - 2 * f)


FIGURES: tuple[Builder, ...] = (_polygon, _circle, _secants, _ladder, _similar, _together, _crossed, _grid)


#: The figures in which a rule's own pattern is true when its points are taken in order.
OWN: Mapping[str, tuple[Builder, ...]] = {
    **dict.fromkeys(("similar_aa", "similar_sas", "similar_sss", "similar_ssa"), (_similar,)),
    **dict.fromkeys(("sine_law", "sine_equal", "sine_to_angles", "theorem"), (_similar,)),
    **dict.fromkeys(("equal_arcs", "equal_chords", "inscribed"), (_circle, _polygon)),
    **dict.fromkeys(("concyclic_angle", "concyclic_merge"), (_circle, _polygon, _together)),
    **dict.fromkeys(("centre", "radii", "concyclic_radii"), (_circle, _polygon)),
    **dict.fromkeys(("thales", "thales_converse", "proportion", "stewart", "between", "line"), (_ladder,)),
    **dict.fromkeys(("power_to_squares", "squares_to_power"), (_secants,)),
    "identity": (_constructed,),
    **dict.fromkeys(("coincide", "touch", "substitute"), (_together,)),
    **dict.fromkeys(("perp_to_squares", "squares_to_perp", "sine_value", "sine_to_angle"), (_crossed,)),
}
