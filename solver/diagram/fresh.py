"""Fresh diagrams of the same statement in the same configuration.

The coordinates are perturbed and the premises solved again, so it works for every input language, also where only
coordinates are given. Orientations of triples and orders on lines stay as they were, so that what a proof reads off the
diagram still holds. A figure without freedom comes back as it was.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.diagram.refine import refine
from solver.diagram.residuals import Array, compile_system
from solver.language.problem import Problem

Ids = NDArray[np.int64]

#: How far points are pushed, relative to the figure: the first that keeps the configuration is taken.
AMOUNTS = (0.15, 0.06, 0.025, 0.01, 0.003, 0.001, 3e-4, 1e-4)

#: Premises must hold this well in a fresh diagram.
ACCEPTED = 1e-10


def fresh_diagram(problem: Problem, diagram: Diagram, rng: Generator) -> Diagram:
    """Another diagram of the same configuration, as different as it can be had; in the same order of points."""
    system = compile_system(problem.premises, diagram.points, diagram.xy)
    scale = float(np.sqrt(np.mean(np.sum((diagram.xy - diagram.xy.mean(axis=0)) ** 2, axis=1))))
    shape = _Shape(diagram.xy)
    for amount in AMOUNTS:
        for _ in range(2):
            pushed = diagram.xy + amount * scale * rng.standard_normal(diagram.xy.shape)
            solved = refine(system, pushed)
            strayed = float(np.max(np.abs(solved.xy - pushed))) > 6 * amount * scale
            if solved.residual < ACCEPTED and not strayed and shape.is_kept_by(solved.xy):
                return Diagram(diagram.points, solved.xy, diagram.seed)
    return diagram


class _Shape:
    """Orientations of the triples of a figure that aren't nearly flat, and which points coincide."""

    def __init__(self, xy: Array) -> None:
        n = len(xy)
        triples = np.array(list(combinations(range(n), 3)), dtype=np.int64).reshape(-1, 3)
        if len(triples) > 20_000:
            triples = triples[:: len(triples) // 20_000 + 1]
        sine = _sines(xy, triples)
        self._triples = triples[np.abs(sine) > 1e-4]
        self._signs = np.sign(sine[np.abs(sine) > 1e-4])
        self._pairs = np.array(list(combinations(range(n), 2)), dtype=np.int64).reshape(-1, 2)
        self._lengths = _lengths(xy, self._pairs)

    def is_kept_by(self, xy: Array) -> bool:
        sine = _sines(xy, self._triples)
        if np.any(np.sign(sine) != self._signs) or np.any(np.abs(sine) < 1e-5):
            return False
        lengths = _lengths(xy, self._pairs)
        largest = float(np.max(lengths, initial=0.0))
        apart = self._lengths > 1e-7 * float(np.max(self._lengths, initial=0.0))
        return bool(np.all(lengths[apart] > 1e-4 * largest) and np.all(lengths[~apart] < 1e-7 * largest))


def _lengths(xy: Array, pairs: Ids) -> Array:
    gap = xy[pairs[:, 0]] - xy[pairs[:, 1]]
    return np.hypot(gap[:, 0], gap[:, 1])


def _sines(xy: Array, triples: Ids) -> Array:
    """Twice the area over the square of the longest side, per triple: of the size of the smallest angle's sine."""
    a, b, c = (xy[triples[:, k]] for k in range(3))
    u, v, w = b - a, c - a, c - b
    longest = np.maximum(np.maximum(np.sum(u * u, 1), np.sum(v * v, 1)), np.sum(w * w, 1))
    return np.asarray((u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]) / np.where(longest > 0, longest, 1.0))
