"""Fresh diagrams of the same statement in the same configuration.

The figure walks: step by step in a random direction in which, to first order, all premises stay true, each step
followed by a correction that is small beside it. So it can't jump to figures of another kind that meet the same
premises (where two lines of the statement happen to be parallel, say), as it could if all points were pushed at random
and the premises solved again. It works for every input language, also where only coordinates are given. Orientations of
triples and orders on lines stay as they were, so that what a proof reads off the diagram still holds. A figure without
freedom comes back as it was.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, System, compile_system
from solver.language.problem import Problem

Ids = NDArray[np.int64]

#: How far the figure walks at most, and the first step: root mean square over its points, the figure's being 1.
FAR, STEP = 0.2, 0.1
#: A figure is left as it is after STEPS steps if it has moved at all, and after STEPS_AT_MOST if it hasn't.
STEPS, STEPS_AT_MOST = 8, 20
#: A correction longer than this part of its step may lead elsewhere.
CORRECTION = 0.4
#: Premises must hold this well in a fresh diagram.
ACCEPTED = 1e-10


def fresh_diagram(problem: Problem, diagram: Diagram, rng: Generator, deadline: float | None = None) -> Diagram:
    """Another diagram of the same configuration, as different as it can be had; in the same order of points.

    deadline: on time.monotonic(). Raises DeadlineExceeded.
    """
    system = compile_system(problem.premises, diagram.points, diagram.xy)
    shape = Shape(diagram.xy)
    size = length_of(diagram.xy - diagram.xy.mean(axis=0))
    xy, walked, step = diagram.xy, 0.0, STEP
    heading = rng.standard_normal(xy.shape)
    for count in range(STEPS_AT_MOST):
        if walked >= FAR or (walked > 0.0 and count >= STEPS):
            break
        along = free_part(system, xy, heading)
        if length_of(along) < 1e-6 * length_of(heading):
            break  # rigid
        pushed = xy + step * size * along / length_of(along)
        solved = refine(system, pushed, steps=8, deadline=deadline)
        is_small = length_of(solved.xy - pushed) < CORRECTION * step * size
        if is_small and solved.residual < ACCEPTED and shape.is_kept_by(solved.xy):
            xy = solved.xy
            walked += step
        else:
            step /= 3
            heading = rng.standard_normal(xy.shape)
    return Diagram(diagram.points, xy, diagram.seed)


def length_of(moves: Array) -> float:
    """Root mean square over the points, (n, 2)."""
    return float(np.sqrt(np.mean(np.sum(moves * moves, axis=1))))


def free_part(system: System, xy: Array, heading: Array) -> Array:
    """The part of a motion that changes the figure's shape but no premise, to first order."""
    x, y = (xy - xy.mean(axis=0)).T
    zero, one = np.zeros(len(xy)), np.ones(len(xy))
    similarities = [np.stack(v, axis=1).ravel() for v in ((one, zero), (zero, one), (x, y), (-y, x))]
    # Orthogonal to each other: the center is 0.
    rows = np.concatenate([system.jacobian(xy)[1], [v / (np.linalg.norm(v) or 1.0) for v in similarities]])
    moves = heading.ravel()
    return np.asarray(moves - np.linalg.lstsq(rows, rows @ moves, rcond=1e-9)[0]).reshape(xy.shape)


class Shape:
    """Orientations of the triples of a figure that aren't nearly flat, and which points coincide."""

    def __init__(self, xy: Array) -> None:
        n = len(xy)
        triples = np.array(list(combinations(range(n), 3)), dtype=np.int64).reshape(-1, 3)
        if len(triples) > 20_000:
            triples = triples[:: len(triples) // 20_000 + 1]
        sine = sines_of(xy, triples)
        self._triples = triples[np.abs(sine) > 1e-4]
        self._signs = np.sign(sine[np.abs(sine) > 1e-4])
        self._pairs = np.array(list(combinations(range(n), 2)), dtype=np.int64).reshape(-1, 2)
        self._lengths = _lengths(xy, self._pairs)

    def is_kept_by(self, xy: Array) -> bool:
        sine = sines_of(xy, self._triples)
        if np.any(np.sign(sine) != self._signs) or np.any(np.abs(sine) < 1e-5):
            return False
        lengths = _lengths(xy, self._pairs)
        largest = float(np.max(lengths, initial=0.0))
        apart = self._lengths > 1e-7 * float(np.max(self._lengths, initial=0.0))
        return bool(np.all(lengths[apart] > 1e-4 * largest) and np.all(lengths[~apart] < 1e-7 * largest))


def _lengths(xy: Array, pairs: Ids) -> Array:
    gap = xy[pairs[:, 0]] - xy[pairs[:, 1]]
    return np.hypot(gap[:, 0], gap[:, 1])


def sines_of(xy: Array, triples: Ids) -> Array:
    """Twice the area over the square of the longest side, per triple: of the size of the smallest angle's sine."""
    a, b, c = (xy[triples[:, k]] for k in range(3))
    u, v, w = b - a, c - a, c - b
    longest = np.maximum(np.maximum(np.sum(u * u, 1), np.sum(v * v, 1)), np.sum(w * w, 1))
    return np.asarray((u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]) / np.where(longest > 0, longest, 1.0))
