"""Polishing: moving points as little as possible until all premises hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.deadline import check_deadline
from solver.diagram.residuals import Array, System

#: Residuals below this are as good as double precision gets.
CONVERGED = 2e-14
#: A residual that REST steps lower by less than the factor PACE has come to rest where the premises aren't met.
#: Near a double root it halves in each step.
REST, PACE = 10, 0.9
#: A step that leaves more than this share of the residual is tried at twice its length.
SLOW = 0.1


@dataclass(frozen=True)
class Refined:
    xy: Array
    residual: float


def refine(system: System, xy: Array, steps: int = 20, deadline: float | None = None) -> Refined:
    """Gauss–Newton with minimum-norm steps, halved while they make things worse.

    The premises may be redundant and the figure free to move: the minimum-norm solution of the rank-deficient least
    squares problem keeps the figure in place. Near a double root (tangency) steps are doubled; `residual` tells.
    Raises DeadlineExceeded.
    """
    worst = system.largest(xy)
    past = [worst]
    for _ in range(steps):
        if worst < CONVERGED or not np.isfinite(worst) or (len(past) > REST and worst > PACE * past[-1 - REST]):
            break
        check_deadline(deadline, "the diagram was being polished")
        residuals, matrix = system.jacobian(xy)
        step = np.linalg.lstsq(matrix, -residuals, rcond=1e-9)[0].reshape(xy.shape)
        length = 1.0
        for _ in range(6):
            moved = xy + length * step
            left = system.largest(moved)
            if left < worst:
                break
            length /= 2
        else:
            break
        if length == 1.0 and left > SLOW * worst:
            # Near a double root twice the step converges quadratically again (Schröder 1870).
            doubled = xy + 2 * step
            twice = system.largest(doubled)
            if twice < SLOW * worst:
                moved, left = doubled, twice
        xy, worst = moved, left
        past.append(worst)
    return Refined(xy, worst)
