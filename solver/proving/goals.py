"""A statement's goals, proved one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING

from solver.deadline import deadline_in
from solver.diagram.readings import PATIENCE, settled
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem, unit_of
from solver.language.read import parse_statement
from solver.proving.attempt import DEFAULT_SEARCH, Attempt, Means, Meant
from solver.proving.by_coordinates import by_coordinates
from solver.proving.inequalities import extreme, inequality, inequality_seen
from solver.proving.meant import meant
from solver.proving.synthetic import synthetic
from solver.questions import answered
from solver.result import Method, Result, Status, Timings
from solver.search.budget import Budget, SearchReport
from solver.statements.predicates import EXPLORE, EXTREMES, INEQUALITIES, QUANTITY
from solver.verdict.sample import Figures

if TYPE_CHECKING:
    from solver.answers.find import Answer
    from solver.proof.proof import Proof
    from solver.search.strategy import Strategy

#: Steps of a deduction about a figure with nothing free, at most, and about one that is given by numbers; a longer one is a
#: computation in disguise, which coordinates make shorter.
LONG_DEDUCTION, LONG_WITH_NUMBERS = 8, 3


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
    means = Means(allowed, search, threads, strategy, observe, method)

    figures = Figures(problem)

    def attempt(part: Problem, seconds: float) -> Result:
        return _attempted(Attempt(part, seconds, seed, figures), means)

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
    attempt = Attempt(problem, timeout, seed, Figures(problem) if figures is None else figures)
    if problem.goal.predicate in INEQUALITIES:
        return inequality_seen(attempt)
    found = meant(attempt)
    return found if isinstance(found, Result) else Result(problem, Status.UNPROVED, "figures agree")


def _attempted(attempt: Attempt, means: Means) -> Result:
    """One goal: by what kind of goal it is."""
    if attempt.problem.goal.predicate in INEQUALITIES:
        return inequality(attempt)
    if attempt.problem.goal.predicate in EXTREMES:
        return extreme(attempt)
    goal = meant(attempt)
    if isinstance(goal, Result):
        return goal
    if means.method is Method.ALGEBRAIC:
        reason = "not proved: it isn't an identity in the coordinates of what is free"
        return by_coordinates(attempt, goal) or attempt.ended(Status.UNPROVED, reason, goal.diagrams[0])
    if goal.goal.predicate is QUANTITY:
        return _quantity(attempt, means, goal)
    if means.method is Method.SYNTHETIC or means.search is None:
        return synthetic(attempt, means, goal)
    found = synthetic(attempt, means, goal, partial(by_coordinates, attempt, goal))
    if attempt.has_tried_coordinates:
        return found
    if found.proof is None or _is_better_computed(found.proof, goal):
        return by_coordinates(attempt, goal) or found
    return found


def _is_better_computed(proof: Proof, goal: Meant) -> bool:
    """Whether nothing is free in a figure, and a proof by deduction is long: three sides and an angle asked for, or a square's midpoints."""
    longest = LONG_DEDUCTION if goal.problem.unit is None else LONG_WITH_NUMBERS
    if len(proof) <= longest and not proof.auxiliary:
        return False
    from solver.proof.frame import frame_of

    places = tuple(goal.diagrams[0].places().items())
    frame = frame_of(goal.problem.premises, goal.goal, places, unit_of(goal.problem))
    return frame is not None and frame.is_closed


def _quantity(attempt: Attempt, means: Means, goal: Meant) -> Result:
    """Where an expression is what it is said to be: by the closure, where its theories can say it, else by coordinates.

    A search comes last: what isn't an identity is seldom found by it.
    """
    is_of_theories = bool(goal.goal.equations())
    found = attempt.ended(Status.UNPROVED, "not proved: no theory of the closure speaks of it", goal.diagrams[0])
    if is_of_theories:
        found = synthetic(attempt, replace(means, search=None), goal)
    if means.method is Method.AUTO and (found.proof is None or _is_better_computed(found.proof, goal)):
        found = by_coordinates(attempt, goal) or found
    if found.proof is None and is_of_theories and means.search is not None and attempt.clock.left():
        found = synthetic(attempt, means, goal)
    return found


def _together(problem: Problem, parts: tuple[Result, ...]) -> Result:
    """The verdict of several goals: false where one is, else that of the first which isn't proved."""
    gravest = min(parts, key=lambda part: (part.is_proved, part.status is not Status.FALSE))
    proved = sum(part.is_proved for part in parts)
    reason = "" if gravest.is_proved else f"{proved} of {len(parts)} goals proved; {gravest.reason}"
    times = {f.name: sum(getattr(part.timings, f.name) for part in parts) for f in fields(Timings)}
    return Result(
        problem,
        gravest.status,
        reason,
        timings=Timings(**times),
        closures=sum(part.closures for part in parts),
        counterexample=gravest.counterexample,
        parts=parts,
        answer=_one_answer(parts),
    )


def _one_answer(parts: tuple[Result, ...]) -> Answer | None:
    """The answer that all questions of a statement have, as to `find the diagonal of the rectangle`; None where they differ."""
    answers = dict.fromkeys(part.answer for part in parts)
    return answers.popitem()[0] if len(answers) == 1 else None
