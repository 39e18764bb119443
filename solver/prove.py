"""The main job: from a problem to a checked proof."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from solver.deduction.closure import Outcome, close
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.diagram.truth import answer, error_of
from solver.errors import CertificateError, DeadlineExceeded, FalseStatement
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof.minimise import shortest_trace
from solver.proof.proof import Proof
from solver.proof.steps import numbered
from solver.proof.traceback import Unexplained
from solver.statements.predicates import Statement

#: A goal that is off by more than this in a fresh diagram holds in the first by accident. Near a double root of the
#: premises a true goal is exact to 1e-6 only.
ACCIDENT = 1e-5


class Status(Enum):
    """PROVED: with a proof that the checker has accepted. UNPROVED: all that follows is known, the goal isn't among it.

    TIMEOUT: time ran out. FALSE: the goal fails in a diagram of the premises. INVALID: the checker refused the proof.
    """

    PROVED = "proved"
    UNPROVED = "unproved"
    TIMEOUT = "timeout"
    FALSE = "false"
    INVALID = "invalid"


@dataclass(frozen=True)
class Timings:
    """Seconds; proof: traceback, minimising and checking."""

    diagram: float = 0.0
    closure: float = 0.0
    proof: float = 0.0

    @property
    def total(self) -> float:
        return self.diagram + self.closure + self.proof


@dataclass(frozen=True)
class Result:
    """What came out. reason: why there is no proof, one line. counterexample: where the goal is false."""

    problem: Problem
    status: Status
    reason: str = ""
    proof: Proof | None = None
    diagram: Diagram | None = None
    timings: Timings = field(default_factory=Timings)
    closures: int = 0
    counterexample: dict[str, tuple[float, float]] = field(default_factory=dict)


def prove(
    problem: Problem | str,
    *,
    timeout: float = 60.0,
    seed: int = 0,
    theorems: tuple[Theorem, ...] | None = None,
) -> Result:
    """Prove a problem (or a statement's text), or say why not; the same seed gives the same result.

    timeout: seconds for everything. theorems: those that may be used; None: the library's. Raises ParseError, and ConstructionError where no diagram can be built.
    """
    if isinstance(problem, str):
        problem = parse_statement(problem)
    allowed = run_by_default() if theorems is None else theorems
    return _Attempt(problem, timeout, seed, allowed).result()


class _Attempt:
    """One run through the pipeline; keeps the time."""

    def __init__(self, problem: Problem, timeout: float, seed: int, theorems: tuple[Theorem, ...]) -> None:
        self.problem = problem
        self.theorems = theorems
        self.seed = seed
        self.deadline = time.monotonic() + timeout
        self._lap = time.perf_counter()
        self._spent: dict[str, float] = {}

    def result(self) -> Result:
        problem = self.problem
        try:
            diagram = build_diagram(problem, self.seed, self.deadline)
        except FalseStatement as false:
            self._note("diagram")
            return self._ended(Status.FALSE, false.message, counterexample=false.counterexample)
        except DeadlineExceeded as late:
            self._note("diagram")
            return self._ended(Status.TIMEOUT, late.message)
        other = fresh_diagram(problem, diagram, np.random.default_rng([self.seed, 1]))
        goal = answer(problem.goal, (diagram, other)) if problem.goal.predicate.is_question else problem.goal
        self._note("diagram")
        if goal is None:
            return self._ended(Status.UNPROVED, "the value asked for is no simple number", diagram)
        if error_of(goal, other) > ACCIDENT:
            return self._ended(
                Status.FALSE,
                f"the goal {goal} is false: it is off by {error_of(goal, other):.3g} in a diagram that meets all premises",
                other,
                counterexample=other.as_dict(),
            )
        remaining = max(0.0, self.deadline - time.monotonic())
        closure = close(problem, (diagram, other), goal=goal, timeout=remaining, theorems=self.theorems)
        self._note("closure")
        if closure.outcome is Outcome.TIMEOUT:
            return self._ended(Status.TIMEOUT, "timeout: the closure was not complete", diagram, closures=1)
        if closure.outcome is Outcome.SATURATED:
            return self._ended(Status.UNPROVED, "saturated: the goal is not among what follows", diagram, closures=1)
        try:
            steps = shortest_trace(diagram, closure.journal(), goal, self.deadline)
            proof = Proof(problem, diagram, numbered(steps), goal)
            proof.check(theorems={t.id: t.statement for t in self.theorems})
        except DeadlineExceeded as late:
            self._note("proof")
            return self._ended(Status.TIMEOUT, late.message, diagram, closures=1)
        except (CertificateError, Unexplained) as error:
            self._note("proof")
            return self._ended(Status.INVALID, f"the proof found is not valid: {error}", diagram, closures=1)
        self._note("proof")
        return self._ended(Status.PROVED, _solution(problem.goal, goal), diagram, proof, closures=1)

    def _note(self, stage: str) -> None:
        now = time.perf_counter()
        self._spent[stage] = now - self._lap
        self._lap = now

    def _ended(
        self,
        status: Status,
        reason: str,
        diagram: Diagram | None = None,
        proof: Proof | None = None,
        closures: int = 0,
        counterexample: dict[str, tuple[float, float]] | None = None,
    ) -> Result:
        timings = Timings(**self._spent)
        return Result(self.problem, status, reason, proof, diagram, timings, closures, counterexample or {})


def _solution(asked: Statement, goal: Statement) -> str:
    return f"the answer is {goal.constants[0]}" if asked.predicate.is_question else ""
