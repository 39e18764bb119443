"""Bringing a sketch that is far off to a figure: damped least squares (Levenberg 1944, Marquardt 1963).

The premises count as equations; a condition counts by how much its margin falls short of what is wanted, and so does a
pair of points that come too close. Undamped steps (`solver.diagram.refine`) converge faster once the figure is near;
from afar they leap, and stop where the least squares have a local minimum only by chance. Where this one comes to rest
with something left over, it is at such a minimum: that is what a contradiction looks like from every beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.deadline import check_deadline
from solver.diagram.residuals import Array, System
from solver.statements.conditions import Condition

Mask = NDArray[np.bool_]
Ids = NDArray[np.int64]

#: The largest number of steps; it has come to rest when REST in a row lower the sum of squares by less than PACE of it.
STEPS, REST, PACE = 60, 4, 1e-2
#: Close enough for undamped steps to do the rest; and a residual above LEFT is not yet met.
NEAR, LEFT = 1e-7, 1e-6
#: Margins that conditions, and distances that points (over the figure's size), are pressed to have.
PRESSED, APART = 0.03, 0.02
#: Over the trace of the normal matrix.
FIRST_DAMPING, LEAST_DAMPING = 1e-3, 1e-12
#: For numeric derivatives of margins.
NUDGE = 1e-6


@dataclass(frozen=True)
class Relaxed:
    """residual: the largest of the premises. shortfall: the largest of conditions and distances. is_at_rest: no step
    helps any more."""

    xy: Array
    residual: float
    shortfall: float
    is_at_rest: bool


def relax(
    system: System,
    xy: Array,
    points: Sequence[str],
    conditions: Sequence[Condition],
    deadline: float | None = None,
    movable: Sequence[int] | None = None,
    are_apart: bool = False,
) -> Relaxed:
    """xy: (points, 2). movable: the numbers of those that may move, None for all. are_apart: whether points are kept from
    falling together. Raises DeadlineExceeded."""
    columns = None if movable is None else np.array([2 * i + axis for i in movable for axis in (0, 1)], dtype=np.int64)
    if columns is None:
        xy = _normal(xy)
    index = {p: i for i, p in enumerate(points)}
    pressed = [(c, [index[p] for p in c.points]) for c in conditions if all(p in index for p in c.points)]
    apart = np.triu(np.full((len(xy), len(xy)), are_apart), 1)
    apart[system.overlaps[:, 0], system.overlaps[:, 1]] = apart[system.overlaps[:, 1], system.overlaps[:, 0]] = False
    rows, slopes = _all_rows(system, xy, pressed, apart)
    total, damping, resting = float(rows @ rows), FIRST_DAMPING, 0
    is_at_rest = False
    size = float(np.sqrt(np.mean(np.sum((xy - xy.mean(axis=0)) ** 2, axis=1)))) or 1.0
    for _ in range(STEPS):
        if total < NEAR**2:
            break
        if not np.isfinite(total):
            break
        check_deadline(deadline, "the diagram was being solved")
        if columns is not None:
            slopes = slopes[:, columns]
        normal, slope = slopes.T @ slopes, slopes.T @ rows
        improved, largest = False, float(np.trace(normal)) or 1.0
        for _ in range(8):
            step = np.linalg.solve(normal + damping * largest * np.eye(len(normal)), -slope)
            length = float(np.abs(step).max()) / size
            if length > 1.0:
                step /= length
            if columns is None:
                moved = xy + step.reshape(xy.shape)
            else:
                moved = xy.copy()
                moved.reshape(-1)[columns] += step
            values = _all_values(system, moved, pressed, apart)
            now = float(values @ values)
            if now < total:
                improved = True
                break
            damping *= 6
        if not improved:
            is_at_rest = True
            break
        resting = resting + 1 if now > (1 - PACE) * total else 0
        xy = _normal(moved) if columns is None else moved
        damping = max(LEAST_DAMPING, damping / 5)
        rows, slopes = _all_rows(system, xy, pressed, apart)
        total = float(rows @ rows)
        if resting >= REST:
            is_at_rest = True
            break
    count = system.rows
    return Relaxed(
        xy,
        float(np.max(np.abs(rows[:count]), initial=0.0)),
        float(np.max(rows[count:], initial=0.0)),
        is_at_rest,
    )


def _normal(xy: Array) -> Array:
    """About 0, of root mean square 1."""
    xy = xy - xy.mean(axis=0)
    return xy / (float(np.sqrt(np.mean(np.sum(xy * xy, axis=1)))) or 1.0)


_Pressed = Sequence[tuple[Condition, list[int]]]


def _shortfalls(xy: Array, pressed: _Pressed) -> list[float]:
    found = []
    for condition, ids in pressed:
        found.append(max(0.0, PRESSED - _margin(condition, xy[ids])))
    return found


def _margin(condition: Condition, xy: Array) -> float:
    try:
        margin = condition.kind.margin([complex(x, y) for x, y in xy])
    except (ZeroDivisionError, ValueError):  # a length of 0 has no logarithm
        return -1.0
    return margin if np.isfinite(margin) else -1.0


def _close(xy: Array, apart: Mask) -> tuple[Ids, Ids, Array]:
    """Pairs of points that are too close, and their distances."""
    gaps = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    i, j = np.nonzero((gaps < APART) & apart)
    return i, j, gaps[i, j]


def _all_values(system: System, xy: Array, pressed: _Pressed, apart: Mask) -> Array:
    _, _, gaps = _close(xy, apart)
    return np.concatenate([system.residuals(xy), _shortfalls(xy, pressed), APART - gaps])


def _all_rows(system: System, xy: Array, pressed: _Pressed, apart: Mask) -> tuple[Array, Array]:
    """Residuals and their derivatives, (rows,) and (rows, 2·points)."""
    residuals, matrix = system.jacobian(xy)
    values, slopes = [residuals], [matrix]
    short = _shortfalls(xy, pressed)
    more = np.zeros((len(pressed), 2 * len(xy)))
    for k, (condition, ids) in enumerate(pressed):
        if short[k] > 0:
            here = xy[ids]
            for corner in range(len(ids)):
                for axis in (0, 1):
                    there = here.copy()
                    there[corner, axis] += NUDGE
                    more[k, 2 * ids[corner] + axis] += (
                        max(0.0, PRESSED - _margin(condition, there)) - short[k]
                    ) / NUDGE
    values.append(np.array(short))
    slopes.append(more)
    i, j, gaps = _close(xy, apart)
    if len(i):
        away = (xy[i] - xy[j]) / np.maximum(gaps, 1e-12)[:, None]
        push = np.zeros((len(i), 2 * len(xy)))
        for axis in (0, 1):
            push[np.arange(len(i)), 2 * i + axis] -= away[:, axis]
            push[np.arange(len(i)), 2 * j + axis] += away[:, axis]
        values.append(APART - gaps)
        slopes.append(push)
    return np.concatenate(values), np.concatenate(slopes)
