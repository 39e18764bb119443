"""What goes into the memory: theorems of `porism generate`, and problems that the search solves."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from solver._core import Node as CoreNode
from solver.deduction.closure import Closure, Outcome, close
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.truth import answer
from solver.errors import ConstructionError, DeadlineExceeded, PorismError
from solver.generate.record import Record
from solver.knowledge.library import run_by_default
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.memory.configuration import LARGEST, Configuration, configuration
from solver.search.extend import extend
from solver.search.prune import Points, merged, smallest
from solver.search.strategy import STANDARD
from solver.search.tree import Budget, Found, Search
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
    diagram = build_diagram(problem, seed, deadline)
    problem = oriented(problem, diagram.places())
    other = fresh_diagram(problem, diagram, np.random.default_rng([seed, 1]), deadline)
    return closed(problem, (diagram, other), max(deadline - time.monotonic(), 0.0))


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
    closure = close(
        problem, diagrams, goal=goal, timeout=seconds, room=Budget(seconds).depth, theorems=run_by_default()
    )
    if closure.outcome is Outcome.TIMEOUT:
        raise DeadlineExceeded("timeout: the closure was not complete")
    whole = closure
    if closure.outcome is Outcome.PROVED:  # it stopped there
        whole = close(problem, diagrams, timeout=seconds, theorems=run_by_default())
    return Figure(problem, diagrams, goal, closure, whole.root(goal))


def of_records(records: Iterable[Record]) -> Iterator[Configuration]:
    """Theorems that need auxiliary points, as `porism generate` writes them; those that can't be closed are left out."""
    for record in records:
        try:
            figure = closed(replace(record.problem(), name=_name(record)), record.diagrams(), CLOSING)
        except PorismError:
            continue
        yield figure.configuration(record.added, record.alternatives)


def _name(record: Record) -> str:
    """Those of one generated figure have one name."""
    return f"generated-{record.seed}" if record.origin == "generated" else record.origin


def of_problem(problem: Problem, seconds: float, seed: int = 0, threads: int = 1) -> Configuration | None:
    """With the points by which the search solves it; None where it needs none, or none are found in time.

    Raises PorismError where it has no figure, or too large a one.
    """
    started = time.monotonic()
    figure = drawn(problem, seconds, seed)
    if figure.closure.outcome is Outcome.PROVED:
        return None
    budget = Budget(seconds - (time.monotonic() - started))
    search = Search(figure.closure.root(figure.goal), STANDARD, budget, threads=threads)
    for found in search.found():
        sets = [points for f in found if (points := _needed(figure, f))]
        if sets:
            best = min(sets, key=len)
            alternatives = tuple(s[0] for s in sets if len(s) == 1 and s is not best) if len(best) == 1 else ()
            return figure.configuration(best, alternatives)
    return None


def _needed(figure: Figure, found: Found) -> Points:
    """The fewest of the points found that prove the goal from scratch; none where they don't."""
    size = len(figure.problem.points)

    def proves(added: Points) -> bool:
        extended, placed = extend(figure.problem, figure.diagrams, figure.root, added)
        closure = close(extended, placed, goal=figure.goal, timeout=CLOSING, theorems=run_by_default())
        return closure.outcome is Outcome.PROVED

    for added in (found.path, merged((*found.lemmas, found.path), size)):
        if added and proves(added):
            return smallest(added, size, proves)
    return ()
