"""One goal's way through the pipeline: by which means it may be proved, and what that has come to so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from solver.diagram.diagram import Diagram
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.pipeline import Drawing
from solver.proof.proof import Proof
from solver.proving.clock import Clock
from solver.result import Method, Result, Status
from solver.search.budget import Budget, SearchReport
from solver.statements.conditions import Condition
from solver.statements.predicates import ACOMPUTE, Statement
from solver.verdict.sample import Figures
from solver.verdict.survey import Holds, Survey
from solver.verdict.words import assumptions

if TYPE_CHECKING:  # a search, its policy and its trees are loaded once they are needed
    from solver.search.strategy import Strategy

#: All the time there is, four auxiliary points at most.
DEFAULT_SEARCH = Budget(seconds=float("inf"))
REFUSED = "a proof was found, but porism's own checker refuses it: a defect of porism, not of the statement"


@dataclass(frozen=True)
class Means:
    """By which means a goal may be proved.

    search: its budget; None: no auxiliary points. threads, strategy: of the search; None: the strategy that measures best.
    observe: called while it goes on.
    """

    theorems: tuple[Theorem, ...]
    search: Budget | None = None
    threads: int = 1
    strategy: Strategy | None = None
    observe: Callable[[SearchReport], None] = lambda report: None
    method: Method = Method.SYNTHETIC


@dataclass(frozen=True)
class Meant:
    """What is to be proved, as figures show it to be meant: in the pieces of them in which the goal holds.

    diagrams: two of one configuration, the first the reference. goal: the problem's, or what answers it.
    """

    problem: Problem
    diagrams: tuple[Diagram, Diagram]
    goal: Statement

    def drawing(self, theorems: tuple[Theorem, ...]) -> Drawing:
        return Drawing(self.problem, self.diagrams, self.goal, theorems)

    @property
    def solution(self) -> str:
        """The answer to a question for a number; empty where none is asked for."""
        asked = self.problem.goal.predicate
        return f"the answer is {self.goal.constants[0]}{'°' if asked is ACOMPUTE else ''}" if asked.is_question else ""


class Attempt:
    """What an attempt at one goal has come to so far.

    problem: as it was stated; once figures have been drawn, with what they decide. figures: of what is given, drawn once for
    all goals. closures: how often one was made.
    refusals: why proofs that were found couldn't be written, or weren't accepted.
    """

    def __init__(self, problem: Problem, seconds: float, seed: int, figures: Figures) -> None:
        self.stated = self.problem = problem
        self.seed = seed
        self.figures = figures
        self.clock = Clock(seconds)
        self.survey = Survey(Holds.UNKNOWN)
        self.closures = 0
        self.refusals: list[str] = []
        self.has_tried_coordinates = False

    def proved(self, proof: Proof, reason: str = "") -> Result:
        return self.ended(Status.PROVED, reason, proof.diagram, replace(proof, hypotheses=self._hypotheses()))

    def false(self, reason: str, figure: Diagram) -> Result:
        return self.ended(Status.FALSE, reason, figure, counterexample=figure.as_dict())

    def ended(
        self,
        status: Status,
        reason: str,
        diagram: Diagram | None = None,
        proof: Proof | None = None,
        counterexample: dict[str, tuple[float, float]] | None = None,
    ) -> Result:
        if proof is not None:
            proof.text()
            self.clock.note("words")
        return Result(
            self.problem,
            status,
            reason,
            proof,
            diagram,
            self.clock.timings(),
            self.closures,
            counterexample or {},
            assumptions(self.survey),
            self.survey.cases if status is Status.DEPENDS else (),
            proof.hypotheses if proof is not None else (),
            tuple(dict.fromkeys(self.refusals)),
        )

    def _hypotheses(self) -> tuple[Condition, ...]:
        """Which choice of intersections is meant in a statement by constructions, where the goal doesn't hold in all."""
        return self.survey.cases[0].condition if self.survey.holds is Holds.SOMEWHERE else ()
