"""A text that can be read in several ways: the figure decides, where only one can be drawn with its goals true in it."""

from __future__ import annotations

import time
from dataclasses import replace

from solver.diagram.build import build_diagram
from solver.errors import PorismError
from solver.language.problem import Problem

#: Seconds for the figures of one reading.
PATIENCE = 2.0


def settled(problem: Problem, seed: int = 0, patience: float = PATIENCE) -> Problem:
    """The first reading that has a figure in which all goals are true; the first of all where none has, which is noted."""
    if not problem.alternatives:
        return problem
    for reading in (problem, *problem.alternatives):
        if _is_drawn(reading, seed, patience):
            return replace(reading, alternatives=())
    note = "none of the ways to read it has a figure in which the goal is true; the first one is taken"
    return replace(problem, alternatives=(), notes=(*problem.notes, note))


def _is_drawn(problem: Problem, seed: int, patience: float) -> bool:
    try:
        for part in problem.parts():
            build_diagram(part, seed, time.monotonic() + patience)
    except PorismError:
        return False
    return True
