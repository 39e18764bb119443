"""Figures in which the goal holds, where it doesn't in those that were found.

A statement may leave many choices, and its goal be true for few of them. Then figures are solved for with the goal among
the premises. That alone means nothing: any triangle can be made isosceles. The goal must go on holding, to first order, in
whatever way the figure can move with the premises kept: its gradient is a combination of theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np

from solver.diagram.diagram import Diagram
from solver.diagram.residuals import compile_system
from solver.diagram.solve import figures
from solver.language.orientation import oriented
from solver.language.problem import Problem

#: Failures after which no further figure is looked for, and figures that are looked at.
PATIENCE, FIGURES = 160, 24
#: The part of a gradient that isn't a combination of others: less is none.
NONE = 1e-6


def aimed(problem: Problem, seed: int, deadline: float | None) -> Iterator[Diagram]:
    """Raises DeadlineExceeded."""
    if problem.goal.predicate.is_question or not problem.goal.equations():
        return
    with_goal = replace(problem, premises=(*problem.premises, problem.goal))
    found = figures(with_goal, seed, deadline, Counter(), PATIENCE)
    yield from (d for d in islice(found, FIGURES) if goal_follows_locally(problem, d))


def goal_follows_locally(problem: Problem, diagram: Diagram) -> bool:
    """Whether the goal, which holds in the figure, holds as it moves, to first order."""
    read = oriented(problem, diagram.places())
    given = compile_system(read.premises, diagram.points, diagram.xy).jacobian(diagram.xy)[1]
    asked = compile_system([read.goal], diagram.points, diagram.xy).jacobian(diagram.xy)[1]
    combined = np.linalg.lstsq(given.T, asked.T, rcond=1e-9)[0]
    return bool(np.abs(given.T @ combined - asked.T).max(initial=0.0) < NONE * np.abs(asked).max(initial=1.0))
