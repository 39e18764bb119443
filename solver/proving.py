"""The main job: from a problem to a checked proof."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from solver._core import Node
from solver.answers.find import Answer
from solver.deadline import deadline_in
from solver.deduction.closure import Closure, Outcome
from solver.diagram.diagram import Diagram
from solver.diagram.pair import draw_pair
from solver.diagram.readings import PATIENCE, settled
from solver.diagram.truth import error_of
from solver.errors import CertificateError, DeadlineExceeded, FalseStatement
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import SCHOOL, Theorem
from solver.language.plain_write import sentence
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.pipeline import Drawing
from solver.proof.checked import checked_proof, shortest_proof
from solver.proof.evidence import Unexplained
from solver.proof.proof import Proof
from solver.proof.told import cited_for_itself
from solver.questions import answered
from solver.result import Method, Result, Status, Timings
from solver.runtime.processors import processors
from solver.search.budget import Budget, SearchReport
from solver.statements.conditions import Condition
from solver.statements.predicates import (
    ACOMPUTE,
    EXPLORE,
    EXTREMES,
    INEQUALITIES,
    QUANTITY,
    Statement,
)
from solver.verdict.draw import draw_meant
from solver.verdict.sample import Figures
from solver.verdict.survey import SURVEY_SHARE, Holds, Survey, survey
from solver.verdict.words import asked_in_words, assumptions, dependence, falsehood

#: What callers of `prove` handle is here, too.
__all__ = ["DEFAULT_SEARCH", "Method", "Result", "Status", "Timings", "prove"]

if TYPE_CHECKING:  # the search, its policy, proofs by coordinates and of inequalities are loaded once they are needed
    from solver.proof.inequalities import Judged
    from solver.search.strategy import Strategy
    from solver.search.tree import Found

#: What looking at figures came to.
T = TypeVar("T")

#: A goal that is off by more than this in a fresh diagram holds in the first by accident. Near a double root of the
#: premises a true goal is exact to 1e-6 only.
ACCIDENT = 1e-5

#: All the time there is, four auxiliary points at most.
DEFAULT_SEARCH = Budget(seconds=float("inf"))
#: Seconds that the search leaves for writing and checking the proof, for each point of the statement: what 95 of 100
#: proofs of contest problems take on a busy machine; of the time that is left, at most a share of it.
PROOF_SECONDS, PROOF_SHARE = 0.05, 0.25
#: Seconds for the proof of a goal that is reached, even if less is left.
LEAST_WRITING = 0.2
#: Other pairs of diagrams from which a proof that was refused is written again.
OTHER_DIAGRAMS = 2
#: Trials of auxiliary points for a proof in the place of one that only cites the theorem itself, and of the time that is
#: left the share that they may take.
INSTEAD_CLOSURES, INSTEAD_SHARE = 10_000, 0.2
#: When a search is interrupted for a proof by coordinates, and how long at most, as parts of its time; it then goes on.
INTERRUPTED_AT, COORDINATES_SHARE = 0.5, 0.4


def prove(
    problem: Problem | str,
    *,
    timeout: float = 60.0,
    seed: int = 0,
    search: Budget | None = DEFAULT_SEARCH,
    threads: int = 1,
    strategy: Strategy | None = None,
    observe: Callable[[SearchReport], None] = lambda report: None,
    theorems: tuple[Theorem, ...] | None = None,
    method: Method = Method.AUTO,
) -> Result:
    """Prove a problem (or a statement's text), or say why not; the same seed gives the same result.

    Several goals are proved one after the other, with an equal share of the time that is left: see `Result.parts`.
    timeout: seconds for everything. search: its budget, within the timeout; None: no auxiliary points. threads and
    strategy: of the search; None: the one that measures best (`solver.policy.default`). observe: called while the search
    goes on. theorems: those that may be used; None: the library's. method: see `Method`; without a search, AUTO is no
    more than the closure. Raises ParseError, and ConstructionError where no diagram can be built.
    """
    if isinstance(problem, str):
        problem = parse_statement(problem)
    problem = settled(problem, seed, min(PATIENCE, timeout / 4))
    if problem.goal.predicate is EXPLORE:
        return Result(problem, Status.UNPROVED, "nothing is to be proved: solver.explore says what can be said")
    allowed = run_by_default() if theorems is None else theorems
    compile_library(allowed)  # once in a process; no part of any problem's time

    figures = Figures(problem)

    def attempt(part: Problem, seconds: float) -> Result:
        return _Attempt(part, seconds, seed, search, threads, strategy, observe, allowed, method, figures).result()

    if not problem.others:
        return answered(problem, timeout, seed, attempt)
    deadline = deadline_in(timeout)
    parts: list[Result] = []
    for part in problem.parts():
        share = max(0.0, deadline - time.monotonic()) / (len(problem.goals) - len(parts))
        parts.append(answered(part, share, seed, attempt))
    return _together(problem, tuple(parts))


def verdict(problem: Problem, *, timeout: float = 60.0, seed: int = 0, figures: Figures | None = None) -> Result:
    """What figures say of a statement with one goal that asks for no value, and nothing proved: that it is false, or depends;
    else it is left unproved. `prove` says the same before it proves. Raises ConstructionError where no diagram can be built.

    figures: those of what is given, where several goals are looked at.
    """
    kept = Figures(problem) if figures is None else figures
    attempt = _Attempt(problem, timeout, seed, None, 1, None, lambda report: None, (), Method.SYNTHETIC, kept)
    if problem.goal.predicate in INEQUALITIES:
        return attempt.inequality_seen()
    found = attempt.looked_at()
    return found if isinstance(found, Result) else Result(problem, Status.UNPROVED, "figures agree")


def _together(problem: Problem, parts: tuple[Result, ...]) -> Result:
    """The verdict of several goals: false where one is, else that of the first which isn't proved."""
    gravest = min(parts, key=lambda part: (part.is_proved, part.status is not Status.FALSE))
    proved = sum(part.is_proved for part in parts)
    reason = "" if gravest.is_proved else f"{proved} of {len(parts)} goals proved; {gravest.reason}"
    times = {f.name: sum(getattr(part.timings, f.name) for part in parts) for f in fields(Timings)}
    return Result(
        problem, gravest.status, reason, timings=Timings(**times), closures=sum(part.closures for part in parts),
        counterexample=gravest.counterexample, parts=parts, answer=_one_answer(parts),
    )  # fmt: skip


def _one_answer(parts: tuple[Result, ...]) -> Answer | None:
    """The answer that all questions of a statement have, as to `find the diagonal of the rectangle`; None where they differ."""
    answers = dict.fromkeys(part.answer for part in parts)
    return answers.popitem()[0] if len(answers) == 1 else None


class _Attempt:
    """One run through the pipeline; keeps the time."""

    def __init__(
        self,
        problem: Problem,
        timeout: float,
        seed: int,
        search: Budget | None,
        threads: int,
        strategy: Strategy | None,
        observe: Callable[[SearchReport], None],
        theorems: tuple[Theorem, ...],
        method: Method,
        figures: Figures,
    ) -> None:
        self.problem = self.stated = problem
        self.seed = seed
        self.search = search
        self.threads = threads
        self.strategy = strategy
        self.observe = observe
        self.theorems = theorems
        self.method = method
        self.figures = figures
        self.deadline = deadline_in(timeout)
        self.survey = Survey(Holds.UNKNOWN)
        self.closures = 0
        self._lap = time.perf_counter()
        self._spent: dict[str, float] = {}
        self._refusals: list[str] = []
        self._has_tried_coordinates = False

    def looked_at(self) -> Result | tuple[tuple[Diagram, Diagram], Statement]:
        """What figures say, where that is all that is to be said; else two of them, and what holds in both."""
        problem = self.problem
        if problem.goal.predicate in INEQUALITIES:
            return self._inequality()
        if problem.goal.predicate in EXTREMES:
            return self._extreme()
        seen = self.survey = survey(problem, self.deadline, SURVEY_SHARE * self._left(), self.figures)
        if problem.is_plain and not problem.coordinates:
            if seen.holds is Holds.SOMEWHERE:
                self._note("diagram")
                return self._ended(Status.DEPENDS, dependence(problem, seen), seen.cases[0].figure)
            if seen.holds is Holds.NOWHERE:
                self._note("diagram")
                return self._false(falsehood(problem, seen), seen.cases[0].figure)
        try:
            drawn = draw_meant(problem, seen, self.seed, self.deadline)
        except FalseStatement as false:
            self._note("diagram")
            return self._ended(Status.FALSE, false.message, counterexample=false.counterexample)
        except DeadlineExceeded as late:
            self._note("diagram")
            return self._ended(Status.TIMEOUT, late.message)
        problem = self.problem = drawn.problem
        goal, diagrams = drawn.goal, drawn.diagrams
        diagram, other = diagrams
        self._note("diagram")
        if goal is None:
            return self._ended(Status.UNPROVED, "the value asked for is no simple number", diagram)
        if error_of(goal, other) > ACCIDENT:
            return self._false(
                f"the goal {self._said(goal)} is false: it is off by {error_of(goal, other):.3g} in a diagram that meets all premises",
                other,
            )
        if (unmet := self._unmet(diagrams)) is not None:
            condition, at = unmet
            reason = f"“{condition}”, which the goal says, is false in a figure that meets all that is given"
            return self._false(reason, at)
        if seen.holds is Holds.NOWHERE and not seen.is_meant(problem, diagram):
            return self._false(falsehood(problem, seen), seen.cases[0].figure)
        return diagrams, goal

    def _said(self, goal: Statement) -> str:
        """A goal in the language of the statement."""
        if not self.stated.is_plain:
            return str(goal)
        return f"“{sentence(goal) if self.stated.goal.predicate.is_question else asked_in_words(self.stated)}”"

    def result(self) -> Result:
        found = self.looked_at()
        if isinstance(found, Result):
            return found
        diagrams, goal = found
        if self.method is Method.ALGEBRAIC:
            return self._by_coordinates(diagrams, goal) or self._ended(
                Status.UNPROVED, "not proved: it isn't an identity in the coordinates of what is free", diagrams[0]
            )
        if goal.predicate is QUANTITY:
            return self._quantity(diagrams, goal)
        proved = self._without_itself(self._synthetic(diagrams, goal), diagrams, goal)
        if self._may_try_coordinates() and self.search is not None and proved.proof is None:
            return self._by_coordinates(diagrams, goal) or proved
        return proved

    def _quantity(self, diagrams: tuple[Diagram, ...], goal: Statement) -> Result:
        """Where an expression is what it is said to be: by the closure, where its theories can say it, else by coordinates.

        A search comes last: what isn't an identity is seldom found by it.
        """
        unproved = self._ended(Status.UNPROVED, "not proved: no theory of the closure speaks of it", diagrams[0])
        search, self.search = self.search, None
        found = self._synthetic(diagrams, goal) if goal.equations() else unproved
        if found.proof is None and self.method is Method.AUTO:
            found = self._by_coordinates(diagrams, goal) or found
        self.search = search
        if found.proof is None and goal.equations() and search is not None and self._left():
            found = self._synthetic(diagrams, goal)
        return found

    def _inequality(self) -> Result:
        """Refuted by a figure, or proved by facts about signs."""
        from solver.proof.inequalities import judge

        return self._of(lambda: judge(self.problem, self.problem.goal, self.seed, self.deadline))

    def inequality_seen(self) -> Result:
        """Refuted by a figure, or not; nothing is proved."""
        from solver.inequalities.lowest import figures_of
        from solver.proof.inequalities import seen_in

        problem = self.problem
        return self._of(lambda: seen_in(problem, problem.goal, figures_of(problem, self.deadline)))

    def _of(self, judged: Callable[[], Judged | None]) -> Result:
        found = self._judged(judged)
        if isinstance(found, Result):
            return found
        if found.is_false:
            return self._false(found.reason, found.figure)
        return self._ended(_status(found.proof), found.reason, found.figure, found.proof)

    def _extreme(self) -> Result:
        """The greatest or least value: a bound that a figure attains."""
        from solver.proof.extremes import extreme

        found = self._judged(lambda: extreme(self.problem, self.seed, self.deadline))
        if isinstance(found, Result):
            return found
        return replace(self._ended(_status(found.proof), found.reason, found.figure, found.proof), answer=found.answer)

    def _judged(self, look: Callable[[], T | None]) -> T | Result:
        """What looking at figures and proving what they show came to; a result where it came to nothing."""
        try:
            found = look()
        except DeadlineExceeded as late:
            return self._ended(Status.TIMEOUT, late.message)
        except CertificateError as error:
            self._refusals.append(str(error))
            return self._ended(Status.INVALID, _refused())
        finally:
            self._note("proof")
        if found is None:
            draw_pair(self.problem, self.seed, self.deadline)  # says which sentences are at odds, if they are
            return self._ended(Status.UNPROVED, "no figures of what is given were found to look at")
        return found

    def _may_try_coordinates(self) -> bool:
        return self.method is Method.AUTO and not self._has_tried_coordinates

    def _by_coordinates(
        self, diagrams: tuple[Diagram, ...], goal: Statement, seconds: float = math.inf
    ) -> Result | None:
        """The result of a proof by coordinates, if there is one. seconds: at most, within the time that is left."""
        from solver.proof.coordinates import proof_by_coordinates

        self._has_tried_coordinates = True
        deadline = min(self.deadline, time.monotonic() + seconds)
        try:
            proof = proof_by_coordinates(self.problem, diagrams, goal, self.seed, deadline)
        except DeadlineExceeded:
            return None
        except CertificateError as error:
            self._refusals.append(str(error))
            return None
        finally:
            self._note("coordinates")
        if proof is None:
            return None
        return self._ended(Status.PROVED, _solution(self.problem.goal, goal), proof.diagram, proof)

    def _synthetic(self, diagrams: tuple[Diagram, ...], goal: Statement) -> Result:
        """By the closure, or with auxiliary points."""
        problem, diagram = self.problem, diagrams[0]
        room = self.search.room if self.search else 0
        closure = Drawing(problem, diagrams, goal, self.theorems).closed(self._left(), room)
        self.closures = 1
        self._note("closure")
        if closure.outcome is Outcome.TIMEOUT:
            return self._ended(Status.TIMEOUT, "timeout: the closure was not complete", diagram)
        if closure.outcome is Outcome.SATURATED:
            if self.search is None:
                return self._ended(Status.UNPROVED, "saturated: the goal is not among what follows", diagram)
            return self._searched(self.search, closure, diagrams, goal)
        try:
            proof = self._accepted(closure, goal) or self._from_other_diagrams()
        except DeadlineExceeded as late:
            return self._ended(Status.TIMEOUT, late.message, diagram)
        finally:
            self._note("proof")
        if proof is None:
            return self._ended(Status.INVALID, _refused(), diagram)
        return self._ended(Status.PROVED, _solution(problem.goal, goal), proof.diagram, proof)

    def _without_itself(self, found: Result, diagrams: tuple[Diagram, ...], goal: Statement) -> Result:
        """Where a theorem was only cited to prove itself, a proof by well-known ones, if a short search finds it."""
        allowed, search, method, refusals = self.theorems, self.search, self.method, list(self._refusals)
        self.method = Method.SYNTHETIC
        best = found
        while best.proof is not None and (cited := cited_for_itself(best.proof.steps)) is not None:
            well_known = (t for t in self.theorems if t.level == SCHOOL or t.is_own)
            self.theorems = tuple(t for t in well_known if t.id != cited.id)
            if search is not None:
                seconds = min(search.seconds, INSTEAD_SHARE * self._left())
                self.search = replace(search, closures=INSTEAD_CLOSURES, seconds=seconds)
            best = self._synthetic(diagrams, goal)
        self.theorems, self.search, self.method = allowed, search, method
        if best.proof is not None:
            return best
        self._refusals = refusals
        return replace(found, timings=Timings(**self._spent))

    def _accepted(self, closure: Closure, goal: Statement) -> Proof | None:
        """The checked proof; None where it can't be written or is refused, which is kept. Raises DeadlineExceeded."""
        try:
            return checked_proof(closure, goal, self._writing_by())
        except (CertificateError, Unexplained) as error:
            self._refusals.append(str(error))
            return None

    def _from_other_diagrams(self) -> Proof | None:
        """A proof from the closure over other diagrams of the problem. Raises DeadlineExceeded."""
        for seed in range(self.seed + 1, self.seed + 1 + OTHER_DIAGRAMS):
            try:
                drawn = draw_meant(self.stated, self.survey, seed, self.deadline)
            except FalseStatement:  # these diagrams are of another choice than the statement means
                continue
            if drawn.goal is None or error_of(drawn.goal, drawn.diagrams[1]) > ACCIDENT:
                continue
            closure = Drawing(drawn.problem, drawn.diagrams, drawn.goal, self.theorems).closed(self._left())
            if closure.outcome is Outcome.PROVED and (proof := self._accepted(closure, drawn.goal)) is not None:
                return proof
        return None

    def _searched(self, budget: Budget, closure: Closure, diagrams: tuple[Diagram, ...], goal: Statement) -> Result:
        """Search for auxiliary points; of the proofs found together, the shortest. It is interrupted for coordinates."""
        root = closure.root(goal)
        reserved = min(PROOF_SECONDS * len(self.problem.points), PROOF_SHARE * self._left())
        seconds = min(budget.seconds, self._left() - reserved)
        from solver.policy.default import default_strategy
        from solver.records.symmetry import symmetry_of
        from solver.search.tree import Search

        strategy = default_strategy() if self.strategy is None else self.strategy
        search = Search(
            root,
            strategy,
            replace(budget, seconds=seconds),
            prior=strategy.prior(self.problem, goal),
            symmetry=symmetry_of(closure, goal) if strategy.images else None,
            threads=min(self.threads, processors()),  # more would only take memory
            observe=self.observe,
        )
        for found in search.found(INTERRUPTED_AT * seconds if self._may_try_coordinates() else math.inf):
            self._note("search")
            self.closures = 1 + search.report.closures
            if not found:
                if (by_coordinates := self._by_coordinates(diagrams, goal, COORDINATES_SHARE * seconds)) is not None:
                    return by_coordinates
                continue
            closures = (c for added in found if (c := self._closed_with(added, root, diagrams, goal)) is not None)
            try:
                proof = shortest_proof(closures, goal, self._writing_by(), reserved, self._refusals.append)
            except DeadlineExceeded as late:
                return self._ended(Status.TIMEOUT, late.message, diagrams[0])
            finally:
                self._note("proof")
            if proof is not None:
                return self._ended(Status.PROVED, _solution(self.problem.goal, goal), proof.diagram, proof)
        self._note("search")
        self.closures = 1 + search.report.closures
        words = search.report.in_words()
        if self._refusals:
            return self._ended(Status.INVALID, f"{_refused()}; {words}", diagrams[0])
        if self._left() <= reserved:
            return self._ended(Status.TIMEOUT, f"timeout: {words}", diagrams[0])
        return self._ended(Status.UNPROVED, f"not proved: {words}", diagrams[0])

    def _closed_with(self, found: Found, root: Node, diagrams: tuple[Diagram, ...], goal: Statement) -> Closure | None:
        """The closure from scratch with the auxiliary points, as few as do; None where it doesn't reach the goal."""
        drawing = Drawing(self.problem, diagrams, goal, self.theorems)
        added = drawing.fewest(found, root, self._left_for_writing)
        if added is None:
            self._refusals.append("the closure from scratch doesn't reach the goal")
            return None
        return drawing.with_points(added, root, self._left_for_writing())

    def _unmet(self, diagrams: Sequence[Diagram]) -> tuple[Condition, Diagram] | None:
        """What the goal says beyond its equation and a figure contradicts."""
        return next(((c, d) for c in self.problem.goal_conditions for d in diagrams if not c.holds(d.places())), None)

    def _writing_by(self) -> float:
        """A goal that is reached at the last moment is proved all the same."""
        return max(self.deadline, time.monotonic() + LEAST_WRITING)

    def _left_for_writing(self) -> float:
        return self._writing_by() - time.monotonic()

    def _left(self) -> float:
        return max(0.0, self.deadline - time.monotonic())

    def _note(self, stage: str) -> None:
        now = time.perf_counter()
        self._spent[stage] = self._spent.get(stage, 0.0) + now - self._lap
        self._lap = now

    def _ended(
        self,
        status: Status,
        reason: str,
        diagram: Diagram | None = None,
        proof: Proof | None = None,
        counterexample: dict[str, tuple[float, float]] | None = None,
    ) -> Result:
        depends = self.survey.cases if status is Status.DEPENDS else ()
        hypotheses = self._hypotheses() if status is Status.PROVED else ()
        if proof is not None:
            proof.text()
            self._note("words")
        return Result(
            self.problem, status, reason, proof, diagram, Timings(**self._spent), self.closures, counterexample or {},
            assumptions(self.survey), depends, hypotheses, tuple(dict.fromkeys(self._refusals)),
        )  # fmt: skip

    def _false(self, reason: str, figure: Diagram) -> Result:
        return self._ended(Status.FALSE, reason, figure, counterexample=figure.as_dict())

    def _hypotheses(self) -> tuple[Condition, ...]:
        """Which choice of intersections is meant in a statement by constructions, where the goal doesn't hold in all."""
        return self.survey.cases[0].condition if self.survey.holds is Holds.SOMEWHERE else ()


def _status(proof: Proof | None) -> Status:
    return Status.UNPROVED if proof is None else Status.PROVED


def _refused() -> str:
    return "a proof was found, but porism's own checker refuses it: a defect of porism, not of the statement"


def _solution(asked: Statement, goal: Statement) -> str:
    if not asked.predicate.is_question:
        return ""
    return f"the answer is {goal.constants[0]}{'°' if asked.predicate is ACOMPUTE else ''}"
