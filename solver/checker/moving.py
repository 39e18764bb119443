"""From one figure of the premises to others: far away in any direction, or toward a given one.

The points move in small strides along the premises' tangents; after each stride the premises are solved again. A stride
that leaves the configuration (the conditions fail, or the solution jumps) isn't taken.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from solver.checker.solving import PremiseSystem, Vertices

#: Longest and shortest stride, over the figure's extent; how many are tried.
STRIDE, SHORTEST, STRIDES = 0.25, 1e-5, 48
#: How far from where it began a wandering figure stops.
FAR = 0.35
#: A solution that is off the tangent by more than this part of the stride has jumped.
JUMP = 0.5
#: How many strides lead toward another figure, and the part of the way that each of them goes.
PULLS, PART = 12, 0.25
#: How many small steps, over the extent, are tried to leave a figure, how many of them have to lead back to it, and what is back.
LEAVES, STEP, RETURNS, BACK = 12, 0.02, 6, 1e-4

IsMeant = Callable[[Vertices], bool]


def extent(z: Vertices) -> float:
    return float(np.abs(z - z.mean()).max())


def laid_onto(z: Vertices, w: Vertices) -> Vertices:
    """z turned, scaled and shifted so that it is as near to w as can be had."""
    u, v = z - z.mean(), w - w.mean()
    return np.asarray(w.mean() + u * (np.vdot(u, v) / np.vdot(u, u)))


def distance(z: Vertices, w: Vertices) -> float:
    """How different two figures are in shape: the farthest that a point is from its place, over the extent."""
    return float(np.abs(laid_onto(z, w) - w).max()) / extent(w)


def wandered(system: PremiseSystem, start: Vertices, rng: Generator, is_meant: IsMeant) -> Vertices:
    """A figure far from the start, as far as the configuration reaches in a random direction."""
    z, stride = start, STRIDE
    heading = _any(rng, z)
    for _ in range(STRIDES):
        moved = _stride(system, z, heading, stride * extent(z))
        if moved is None or not is_meant(moved):
            stride, heading = stride / 2, _any(rng, z)
            if stride < SHORTEST:
                break
            continue
        heading, z, stride = moved - z, moved, min(1.5 * stride, STRIDE)
        if distance(z, start) > FAR:
            break
    return z


def pulled(system: PremiseSystem, start: Vertices, towards: Vertices, is_meant: IsMeant) -> Vertices | None:
    """The first figure on the way from the start toward another one that is meant; None where the way ends before."""
    z: Vertices | None = start
    for _ in range(PULLS):
        if z is None or is_meant(z):
            return z
        rest = laid_onto(towards, z) - z
        z = _stride(system, z, rest, PART * float(np.abs(rest).max()))
    return None


def is_alone(system: PremiseSystem, z: Vertices, rng: Generator) -> bool:
    """Whether no figure of another shape is near: it can't move, or to first order only, as at a double root of the premises,
    so that solving leads back to it from wherever it is moved."""
    if system.freedom(z) == 0:
        return True
    returns = 0
    for _ in range(LEAVES):
        motion = system.along(z, _any(rng, z))
        moved = system.solve(z + STEP * extent(z) / float(np.abs(motion).max()) * motion)
        if moved is not None and distance(moved, z) > BACK:
            return False
        returns += moved is not None
    return returns >= RETURNS


def _any(rng: Generator, z: Vertices) -> Vertices:
    return np.asarray(rng.standard_normal(len(z)) + 1j * rng.standard_normal(len(z)))


def _stride(system: PremiseSystem, z: Vertices, heading: Vertices, length: float) -> Vertices | None:
    try:
        motion = system.along(z, heading)
    except np.linalg.LinAlgError:
        return None
    size = float(np.abs(motion).max())
    if not size > 1e-9:
        return None
    target = z + length / size * motion
    moved = system.solve(target)
    if moved is None or float(np.abs(moved - target).max()) > JUMP * length:
        return None
    return moved
