"""A figure that can be read: no needles, no crowds.

The figure that a proof is about is any that the statement allows. To be looked at, it walks as `solver.diagram.fresh` does,
with all premises kept and all orientations, orders and conditions as they are, to where its nearest points are further
apart and its polygons' angles are wider. What a proof reads off the figure holds there as well.
"""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

from solver.diagram.diagram import Diagram
from solver.diagram.fresh import Ids, Shape, free_part, length_of, sines_of
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.conditions import CONVEX, NONCOLLINEAR

#: Steps that are tried; the first one's length, the figure's being 1, and by what it changes after one that helped, or not.
STEPS, FIRST, LONGER, SHORTER = 40, 0.2, 1.3, 0.6
#: Distances (over the figure's diameter) and sines of angles that are good enough.
WIDE, OPEN = 0.14, 0.5
#: A triangle is clearly acute where the square on its longest side is short of the others' sum by this part of it; what a
#: lack of that costs.
ACUTE, OBTUSE = 0.2, 1.0
#: A figure with nothing to mend has nearly this quality; after PATIENCE steps in vain no further one is tried.
BEST, PATIENCE = math.log(WIDE) + math.log(OPEN) + 0.97 * WIDE, 12
#: Points this near are at one place; a triangle whose sine is below it is a line.
TOGETHER, FLAT = 1e-7, 1e-7
#: For numeric derivatives.
NUDGE = 1e-6
#: Premises must hold this well.
ACCEPTED = 1e-10


def well_spread(problem: Problem, diagram: Diagram) -> Diagram:
    """The same configuration, easier to look at; as it is where coordinates were given, and for figures without freedom."""
    if problem.coordinates or any(clause.coordinates for clause in problem.clauses) or len(diagram.points) < 3:
        return diagram
    read = oriented(problem, diagram.places())
    corners = _corners(problem, diagram)
    shape = Shape(diagram.xy)
    rows = _on_lines(diagram.xy)
    signs = _orders(diagram.xy, rows)
    system = compile_system(read.premises, diagram.points, diagram.xy)
    rng = np.random.default_rng(diagram.seed)
    xy, best, step = diagram.xy, float(_quality(diagram.xy, corners)), FIRST
    heading: Array | None = None
    failed = 0
    for number in range(STEPS):
        if best > BEST or failed > PATIENCE:
            break
        if heading is None:
            heading = rng.standard_normal(xy.shape) if number % 2 else _uphill(xy, corners)
        along = free_part(system, xy, heading)
        if length_of(along) <= 1e-6 * length_of(heading):
            heading = None  # no way there; in a rigid figure there is none anywhere
            failed += 1
            continue
        size = length_of(xy - xy.mean(axis=0))
        solved = refine(system, xy + step * size * along / length_of(along), steps=8)
        at = {p: complex(x, y) for p, (x, y) in zip(diagram.points, solved.xy.tolist(), strict=True)}
        quality = float(_quality(solved.xy, corners))
        if (
            quality > best
            and solved.residual < ACCEPTED
            and shape.is_kept_by(solved.xy)
            and np.array_equal(_orders(solved.xy, rows), signs)
            and all(c.holds(at) for c in problem.conditions)
        ):
            xy, best, step, failed = solved.xy, quality, step * LONGER, 0
        else:
            heading, step, failed = None, max(step * SHORTER, FIRST / 20), failed + 1
    return Diagram(diagram.points, xy, diagram.seed)


def _corners(problem: Problem, diagram: Diagram) -> Ids:
    """Triples of points that are corners of a triangle or polygon of the statement, (n, 3)."""
    index = {p: i for i, p in enumerate(diagram.points)}
    found: set[tuple[int, int, int]] = set()
    for polygon in [c.points for c in problem.conditions if c.kind in (NONCOLLINEAR, CONVEX)]:
        n = len(polygon)
        for k in range(n):
            a, b, c = sorted(index[polygon[(k + j) % n]] for j in range(3))
            found.add((a, b, c))
    if not found:
        found = set(combinations(range(min(3, len(diagram.points))), 3))
    return np.array(sorted(found), dtype=np.int64)


def _quality(xy: Array, corners: Ids) -> Array:
    """How readable figures are, (…,) for (…, n, 2): larger is better.

    How far apart the nearest points are, how wide the narrowest angle of a corner is, and, where it needn't be, that none
    of the first polygon's is obtuse.
    """
    i, j = np.triu_indices(xy.shape[-2], 1)
    gaps = np.hypot(xy[..., i, 0] - xy[..., j, 0], xy[..., i, 1] - xy[..., j, 1])
    size = gaps.max(axis=-1, keepdims=True)
    together = gaps <= TOGETHER * size
    apart = np.where(together, np.inf, gaps / size)
    nearest = np.minimum(apart.min(axis=-1), WIDE)
    # A little for the others, too: the nearest two may be held where they are.
    rest = np.where(together, WIDE, np.minimum(apart, WIDE)).mean(axis=-1)
    sines, cosines = _angles(xy, corners)
    narrowest = np.minimum(np.where(sines > FLAT, sines, np.inf).min(axis=-1, initial=np.inf), OPEN)
    obtuse = np.minimum(cosines - ACUTE, 0).min(axis=-1, initial=0.0)
    return np.asarray(np.log(nearest) + np.log(narrowest) + rest + OBTUSE * obtuse)


def _angles(xy: Array, corners: Ids) -> tuple[Array, Array]:
    """The sine of the narrowest angle of each triangle, or about that, and the cosine of its widest."""
    a, b, c = (xy[..., corners[:, k], :] for k in range(3))
    sides = np.sort(np.stack([np.sum((p - q) ** 2, axis=-1) for p, q in ((a, b), (b, c), (c, a))]), axis=0)
    u, v = b - a, c - a
    area = np.abs(u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0])
    longest = np.where(sides[2] > 0, sides[2], 1.0)
    return area / longest, (sides[0] + sides[1] - sides[2]) / longest


def _uphill(xy: Array, corners: Ids) -> Array:
    """The way in which the quality grows fastest, if points move freely."""
    moves = NUDGE * np.eye(xy.size).reshape(-1, *xy.shape)
    return np.asarray((_quality(xy + moves, corners) - _quality(xy, corners)).reshape(xy.shape))


def _on_lines(xy: Array) -> Ids:
    """Triples on a line, (n, 3)."""
    triples = np.array(list(combinations(range(len(xy)), 3)), dtype=np.int64).reshape(-1, 3)
    return np.array(triples[np.abs(sines_of(xy, triples)) < FLAT], dtype=np.int64)


def _orders(xy: Array, rows: Ids) -> Array:
    """In which order three points lie on their line: signs of three products, (n, 3)."""
    a, b, c = (xy[rows[:, k]] for k in range(3))
    products = [np.sum((b - a) * (c - a), 1), np.sum((a - b) * (c - b), 1), np.sum((a - c) * (b - c), 1)]
    return np.asarray(np.sign(np.stack(products, axis=1)))
