"""From a drawn problem to a solved one: closed, and closed again from scratch with the points that a search has found.

Proving, records of what the search solves, looking at a record again, and the store all go this way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver._core import Node
from solver.deduction.closure import Closure, Outcome, close
from solver.diagram.diagram import Diagram
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.statements.predicates import Statement

if TYPE_CHECKING:  # most problems need no search: it is loaded once one does
    from solver.search.prune import Points
    from solver.search.tree import Found


@dataclass(frozen=True)
class Drawing:
    """A problem that is ready to be closed.

    diagrams: of one configuration, the first the reference. goal: the problem's, or what answers it.
    theorems: those to look for, beside the built-in inferences.
    """

    problem: Problem
    diagrams: tuple[Diagram, ...]
    goal: Statement
    theorems: tuple[Theorem, ...]

    def closed(self, timeout: float, room: int = 0) -> Closure:
        """Closed until the goal is known; timeout: seconds; room: for how many points a search may add to it."""
        return close(self.problem, self.diagrams, goal=self.goal, timeout=timeout, room=room, theorems=self.theorems)

    def complete(self, timeout: float, room: int = 0) -> Closure:
        """All that follows, whether the goal is known or not."""
        return close(self.problem, self.diagrams, timeout=timeout, room=room, theorems=self.theorems)

    def extended(self, added: Points, root: Node) -> Drawing:
        """With auxiliary points, in the coordinates of a search's root. The root must have been made of these diagrams."""
        from solver.search.extend import extend

        problem, diagrams = extend(self.problem, self.diagrams, root, added)
        return Drawing(problem, diagrams, self.goal, self.theorems)

    def with_points(self, added: Points, root: Node, timeout: float) -> Closure:
        """Closed from scratch with auxiliary points: nothing of the search that found them is relied on."""
        return self.extended(added, root).closed(timeout)

    def fewest(self, found: Found, root: Node, left: Callable[[], float]) -> tuple[Points, Closure] | None:
        """The fewest of the points that a search found with which the closure from scratch reaches the goal, and that closure.

        None where it doesn't with all of them. left: seconds for the next closure.
        """
        from solver.search.prune import needed

        latest: Closure | None = None

        def proves(added: Points) -> bool:
            nonlocal latest
            if not added:
                return False  # that is where the search began
            closure = self.with_points(added, root, left())
            if closure.outcome is not Outcome.PROVED:
                return False
            latest = closure
            return True

        added = needed(found.path, found.lemmas, len(self.problem.points), proves)
        # Each set that proves the goal is a part of the one before: the last one is the fewest.
        return None if added is None or latest is None else (added, latest)
