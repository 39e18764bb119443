"""Other goals for what a statement gives: what is true in its figures, and true goals with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from solver.diagram.diagram import Diagram
from solver.language.orientation import Senses, undecided
from solver.language.problem import Problem
from solver.soundness.candidates import candidates
from solver.soundness.diagrams import errors
from solver.soundness.oracle import TRUE
from solver.soundness.texts import with_goal
from solver.statements.predicates import (
    COLL,
    CONG,
    CYCLIC,
    EQANGLE,
    EQRATIO,
    MIDP,
    PARA,
    PERP,
    SIMTRI,
    SIMTRIR,
    Statement,
)

#: Goals that are true, that are true in one figure, and about sizes of angles; how many true ones are changed beside the
#: statement's own, and each in how many ways.
TRUE_GOALS, TRUE_HERE, SIZES, CHANGED, WAYS = 1, 3, 3, 3, 5
#: How often it is a sum of two angles that is asked for, and a name that is changed.
SUMS, NAMES = 0.4, 0.75
#: Relations of as many points, one of which is said for another.
ALIKE = ((PARA, PERP, CONG, CYCLIC), (EQANGLE, EQRATIO), (SIMTRI, SIMTRIR), (COLL, MIDP))


@dataclass(frozen=True)
class Asked:
    """A goal. senses: see `Problem.goal_senses`; None where nothing is left to the figure."""

    goal: Statement
    senses: Senses | None = None

    def of(self, problem: Problem) -> Problem:
        """The problem that asks for it, and for nothing else."""
        mine = {self.goal: self.senses} if self.senses is not None else {}
        if not problem.is_plain:
            mine = undecided(self.goal)
        text = with_goal(problem.text, self.goal, self.senses)
        return replace(
            problem,
            text=text,
            goal=self.goal,
            goal_senses=mine,
            goal_conditions=(),
            goal_given=(),
            goal_given_conditions=(),
            goal_unit=None,
            others=(),
        )


def other_goals(problem: Problem, figures: Sequence[Diagram], rng: np.random.Generator) -> Iterator[Asked]:
    """What is true in all figures of what is given, or in one; angles that are as large as each other, or the rest of 180°,
    where their lines make equal angles; and the problem's goal, or one that is true, changed."""
    said = [s for s in candidates(figures[0], rng) if _speaks(s)]
    off = np.array([errors(said, figure) for figure in figures])
    everywhere, here = np.all(off < TRUE, axis=0), off[0] < TRUE
    angles = np.array([_at_corners(s) is not None for s in said], dtype=bool)

    def some(kind: NDArray[np.bool_], count: int) -> list[Statement]:
        return [said[int(k)] for k in rng.permutation(np.flatnonzero(kind))[:count]]

    true = [Asked(s) for s in some(everywhere, CHANGED)]
    yield from true[:TRUE_GOALS]
    yield from map(Asked, some(here & ~everywhere, TRUE_HERE))
    for sized in filter(None, map(_at_corners, some(everywhere & angles, SIZES))):
        yield Asked(sized, (1, -1) if rng.random() < SUMS else (1, 1))
    own = [Asked(problem.goal, problem.goal_senses.get(problem.goal))] if _speaks(problem.goal) else []
    for one in (*own, *true):
        changed = (_changed(one, problem.points, rng) for _ in range(WAYS))
        yield from (other for other in changed if _speaks(other.goal))


def _speaks(goal: Statement) -> bool:
    """Whether it says something, and asks for no value."""
    if goal.predicate.is_question or goal.expression is not None or goal.repeated_point() is not None:
        return False
    return goal.predicate is CYCLIC or bool(goal.equations())


def _at_corners(goal: Statement) -> Statement | None:
    """The same of two angles whose lines share a point, with that point first; None for other goals."""
    if goal.predicate is not EQANGLE:
        return None
    written: list[str] = []
    for first, second in ((goal.points[:2], goal.points[2:4]), (goal.points[4:6], goal.points[6:])):
        common = set(first) & set(second)
        if len(common) != 1:
            return None
        (corner,) = common
        written += [q for line in (first, second) for q in (corner, next(p for p in line if p != corner))]
    return Statement(EQANGLE, tuple(written))


def _changed(asked: Asked, points: Sequence[str], rng: np.random.Generator) -> Asked:
    """One name is another, or the relation."""
    goal = asked.goal
    alike = [p for group in ALIKE if goal.predicate in group for p in group if p is not goal.predicate]
    alike = [p for p in alike if p.points[0] == len(goal.points)]
    if rng.random() > NAMES and alike:
        return Asked(Statement(alike[int(rng.integers(len(alike)))], goal.points))
    named = list(goal.points)
    place = int(rng.integers(len(named)))
    others = [p for p in points if p != named[place]]
    named[place] = others[int(rng.integers(len(others)))]
    return Asked(Statement(goal.predicate, tuple(named), goal.constants), asked.senses)
