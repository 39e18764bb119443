"""All that follows from what is given, to be asked and listed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from solver.deduction.closure import Closure, close
from solver.diagram.diagram import Diagram
from solver.diagram.pair import draw_pair
from solver.errors import ParseError
from solver.explore.explore import without_goal
from solver.explore.facts import facts
from solver.language.convert import to_plain
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.statements.predicates import Statement


@dataclass(frozen=True)
class Known:
    """What follows from what a problem gives, by deduction alone: iterate over the statements that are worth saying.

    problem: asks what can be said. diagrams: figures of it, in the first of which statements are read.
    """

    problem: Problem
    diagrams: tuple[Diagram, Diagram] = field(repr=False)
    closure: Closure = field(repr=False)

    @staticmethod
    def of(problem: Problem, seconds: float, seed: int) -> Known:
        """Raises ConstructionError where there is no figure, DeadlineExceeded."""
        deadline = time.monotonic() + seconds
        drawn = draw_pair(without_goal(problem), seed, deadline)
        closure = close(drawn.problem, drawn.diagrams, timeout=max(0.0, deadline - time.monotonic()))
        return Known(drawn.problem, drawn.diagrams, closure)

    def __iter__(self) -> Iterator[Statement]:
        return (statement for statement in facts(self.diagrams) if self.closure.is_entailed(statement))

    def entails(self, claim: str) -> bool:
        """Whether a claim follows, said as after *prove*: `A B ⟂ C D`, `A, B, C, D concyclic`.

        What a claim says of order, that a point is between two others, is seen in the figure. Raises ParseError.
        """
        given = to_plain(self.problem).strip().rpartition("\n")[0]
        asked = parse_statement(f"{given}\nprove {claim}", self.problem.name)
        if strange := [p for p in asked.points if p not in self.diagrams[0].points]:
            raise ParseError(f"there is no point {strange[0]}", None, f"there are: {', '.join(self.problem.points)}")
        at = self.diagrams[0].places()
        read = oriented(asked, at)
        conditions = (c for goal in read.goals for c in goal.conditions)
        return all(self.closure.is_entailed(goal.statement) for goal in read.goals) and all(
            c.holds(figure.places()) for c in conditions for figure in self.diagrams
        )
