"""What goes into the memory: theorems of `porism generate`, and problems that the search solves."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from solver._core import Node as CoreNode
from solver.deduction.closure import Closure, Outcome
from solver.diagram.diagram import Diagram
from solver.diagram.pair import draw_pair
from solver.diagram.truth import answer
from solver.errors import ConstructionError, DeadlineExceeded, PorismError
from solver.generate.from_search import record_of
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.memory.configuration import LARGEST, Configuration, configuration
from solver.pipeline import Drawing
from solver.records.record import Record
from solver.search.budget import Budget
from solver.search.prune import Points
from solver.search.strategy import Strategy
from solver.statements.predicates import Statement

#: Seconds for closing a theorem's figure.
CLOSING = 5.0


@dataclass(frozen=True)
class Figure:
    """A problem's diagrams and its closure. goal: the problem's, or what answers it. root: of all that follows, as a
    search begins from it where the goal doesn't."""

    problem: Problem
    diagrams: tuple[Diagram, ...]
    goal: Statement
    closure: Closure
    root: CoreNode

    def configuration(self, added: Points = (), alternatives: Points = ()) -> Configuration:
        return configuration(self.problem, self.goal, self.root, added, alternatives)


def drawn(problem: Problem, seconds: float, seed: int = 0) -> Figure:
    """Draw a problem and close it. Raises PorismError where that isn't possible, or not in time."""
    deadline = time.monotonic() + seconds
    pair = draw_pair(problem, seed, deadline)
    return closed(pair.problem, pair.diagrams, max(deadline - time.monotonic(), 0.0))


def closed(problem: Problem, diagrams: tuple[Diagram, ...], seconds: float) -> Figure:
    """Close a problem whose diagrams there are. Raises PorismError where that isn't possible, or not in time."""
    if len(problem.points) > LARGEST:
        raise PorismError(
            f"the figure has {len(problem.points)} points: the memory is for {LARGEST} at most", None,
            "leave out points that the goal doesn't need",
        )  # fmt: skip
    goal = answer(problem.goal, diagrams) if problem.goal.predicate.is_question else problem.goal
    if goal is None:
        raise ConstructionError("the value asked for is no simple number", None, "give the problem a goal to prove")
    drawing = Drawing(problem, diagrams, goal, run_by_default())
    closure = drawing.closed(seconds, Budget(seconds).depth)
    if closure.outcome is Outcome.TIMEOUT:
        raise DeadlineExceeded("timeout: the closure was not complete")
    whole = closure if closure.outcome is not Outcome.PROVED else drawing.complete(seconds)  # it stopped there
    return Figure(problem, diagrams, goal, closure, whole.root(goal))


def of_record(record: Record) -> Configuration:
    """A theorem that needs auxiliary points. Raises PorismError where its figure can't be closed."""
    # Those of one generated figure have one name.
    name = f"generated-{record.seed}" if record.origin == "generated" else record.origin
    figure = closed(replace(record.problem(), name=name), record.diagrams(), CLOSING)
    return figure.configuration(record.added, record.alternatives)


def of_problem(problem: Problem, seconds: float, seed: int = 0, strategy: Strategy | None = None) -> Configuration:
    """With the points by which the search solves it. Raises PorismError where it needs none, or none are found in time."""
    searched = record_of(problem, timeout=seconds, seed=seed, strategy=strategy)
    if searched.record is None:
        raise PorismError(searched.reason)
    return of_record(searched.record)
