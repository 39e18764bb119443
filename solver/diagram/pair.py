"""A problem drawn for a closure: two diagrams, the senses that they decide, and the goal that answers a question."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.truth import answer
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.predicates import Statement


@dataclass(frozen=True)
class Drawn:
    """problem: oriented. diagrams: the reference and another one. goal: the problem's, or what answers it; None where the
    value asked for is no simple number."""

    problem: Problem
    diagrams: tuple[Diagram, Diagram]
    goal: Statement | None


def draw_pair(problem: Problem, seed: int, deadline: float) -> Drawn:
    """deadline: on time.monotonic(). Raises ConstructionError, FalseStatement and DeadlineExceeded."""
    return pair_of(problem, build_diagram(problem, seed, deadline), seed, deadline)


def pair_of(problem: Problem, diagram: Diagram, seed: int, deadline: float) -> Drawn:
    """With this diagram as the reference. Raises DeadlineExceeded."""
    problem = oriented(problem, diagram.places())
    other = fresh_diagram(problem, diagram, np.random.default_rng([seed, 1]), deadline)
    diagrams = (diagram, other)
    asks = problem.goal.predicate.is_question
    return Drawn(problem, diagrams, answer(problem.goal, diagrams) if asks else problem.goal)
