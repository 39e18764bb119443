"""A text that can be read in several ways: the figure decides, where only one can be drawn with its goals true in it."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from itertools import islice

from solver.diagram.solve import figures
from solver.diagram.truth import error_of
from solver.errors import PorismError
from solver.language.orientation import oriented
from solver.language.problem import Problem

#: Figures of a reading that are looked at. A goal is true where it is off by less.
FIGURES, TRUE = 6, 1e-7
#: Failures without a figure after which a reading has none, and seconds for the figures of one, should these not suffice.
MOST_FAILURES, PATIENCE = 200, 10.0

#: What is noted where the goals aren't true of all points of lines that are named by two points, or of both arcs.
_CLOSER = (
    "points on AB are taken to be between A and B, or on the smaller arc AB, those on bisectors to be inside of the angles: "
    "else no figure was found, or the goal isn't true in all"
)


def settled(problem: Problem, seed: int = 0, patience: float = PATIENCE) -> Problem:
    """The reading whose goals are true in most figures, the first of these; this is noted.

    Where none has a figure in which they are true, it is the first of all.
    """
    if not problem.alternatives:
        return _closer(problem, seed, patience)
    readings = (problem, *problem.alternatives)
    counts: list[int] = []
    for reading in readings:
        counts.append(_true_figures(reading, seed, patience)[0])
        if counts[-1] == FIGURES:
            break
    if any(counts):
        return _closer(replace(readings[counts.index(max(counts))], alternatives=()), seed, patience)
    note = "none of the ways to read it has a figure in which the goal is true; the first one is taken"
    return replace(problem, alternatives=(), closer=None, notes=(*problem.notes, note))


def _closer(problem: Problem, seed: int, patience: float) -> Problem:
    """The reading with points on segments and smaller arcs, where they are said to be on AB, if only so there are figures, and the goals are true in all of them."""
    closer = problem.closer
    if closer is None:
        return problem
    problem = replace(problem, closer=None)
    true, seen = _true_figures(problem, seed, patience)
    if (seen and true == seen) or _true_figures(closer, seed, patience) != (FIGURES, FIGURES):
        return problem
    return replace(closer, notes=(*closer.notes, _CLOSER))


def _true_figures(problem: Problem, seed: int, patience: float) -> tuple[int, int]:
    """In how many of some figures all goals are true, and how many were looked at."""
    parts = problem.parts()
    deadline = time.monotonic() + patience
    counts = dict.fromkeys(range(len(parts)), 0)
    seen = dict.fromkeys(range(len(parts)), 0)
    for k, part in enumerate(parts):
        try:
            for diagram in islice(figures(part, seed, deadline, Counter(), MOST_FAILURES), FIGURES):
                goal = oriented(part, diagram.places()).goal
                seen[k] += 1
                counts[k] += goal.predicate.is_question or error_of(goal, diagram) < TRUE
        except PorismError:
            continue
    k = min(counts, key=lambda k: (counts[k], counts[k] - seen[k]))
    return counts[k], seen[k]
