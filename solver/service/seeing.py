"""A statement as it is read, with a figure that can be dragged: what a page shows while a statement is typed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.display import displayed, upright
from solver.errors import ConstructionError, DeadlineExceeded, FalseStatement
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof.write.html import live_figure, things_as_numbers
from solver.service.answers import StatementRead
from solver.service.failures import Failure
from solver.service.reading import read_problem, said_by
from solver.statements.conditions import Condition
from solver.statements.names import Names
from solver.statements.predicates import Statement


@dataclass(frozen=True)
class StatementSeen:
    """How a statement is read, and its figure.

    figure: what the scripts of proof/write/page draw and drag; None where there is none, and failure says why. things: what
    each sentence speaks of, by the numbers of points. goal_holds: whether the goal is true in the figure; message: why not.
    """

    read: StatementRead
    figure: Mapping[str, Any] | None
    things: tuple[Mapping[str, Any], ...]
    goal_holds: bool
    message: str = ""
    failure: Failure | None = None


def see_statement(text: str, name: str, seconds: float, seed: int) -> StatementSeen:
    """The reading, and a figure: where the goal is false, a counterexample. Raises ParseError."""
    problem = parse_statement(text, name)
    read, message = read_problem(problem), ""
    figure: Mapping[str, Any] | None = None
    failure: Failure | None = None
    try:
        diagram = build_diagram(problem, seed, time.monotonic() + seconds)
        figure = live_figure(problem, displayed(problem, diagram), problem.goal, Names.of(problem.points))
    except FalseStatement as false:
        message = false.message
        figure = figure_at(problem, false.counterexample, problem.goal)
    except (ConstructionError, DeadlineExceeded) as error:
        failure = Failure.of(error)
    things = tuple(
        things_as_numbers([one for one in said if not isinstance(one, Condition)], problem.points)
        for said in said_by(problem).values()
    )
    return StatementSeen(read, figure, things, not message, message, failure)


def figure_at(problem: Problem, points: Mapping[str, tuple[float, float]], goal: Statement) -> Mapping[str, Any]:
    """The live figure with its points at these places, turned upright."""
    diagram = Diagram(problem.points, np.array([points[p] for p in problem.points]), 0)
    return live_figure(problem, upright(problem, diagram), goal, Names.of(problem.points))
