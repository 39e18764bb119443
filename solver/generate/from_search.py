"""Problems that the search solves, as records: what it found is what a policy should have known (expert iteration).

The search goes on as in `solver.proving`; of what it finds together, the fewest points whose proof the checker accepts are
kept. The other one-point constructions that do instead, and how many there are to choose from, come from trying all of
the root's candidates.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from solver._core import Node as CoreNode
from solver.deduction.closure import Closure, Outcome
from solver.diagram.diagram import Diagram
from solver.diagram.pair import draw_pair
from solver.errors import CertificateError, DeadlineExceeded, ParseError, PorismError
from solver.knowledge.library import run_by_default
from solver.language.convert import Language, converted
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.pipeline import Drawing
from solver.policy.default import default_strategy
from solver.proof.arcs import Unexplained
from solver.proof.checked import checked_proof
from solver.proof.proof import Proof
from solver.records.record import Record
from solver.records.symmetry import symmetry_of
from solver.search.budget import Budget
from solver.search.node import Node
from solver.search.placement import Placement
from solver.search.prune import Points, renumbered
from solver.search.strategy import Strategy
from solver.search.tree import STAGES, Found, Search
from solver.statements.predicates import EXPLORE

#: Sets of points found together that are tried for a proof.
ENOUGH = 4
#: Other constructions kept.
ALTERNATIVES = 64
#: Seconds for what is found out once a problem is solved.
AFTERWARDS = 60.0


@dataclass(frozen=True)
class Searched:
    """record: None where there is none, and then why."""

    name: str
    record: Record | None
    reason: str = ""


def record_of(
    problem: Problem, *, timeout: float = 60.0, seed: int = 0, threads: int = 1, strategy: Strategy | None = None
) -> Searched:
    """Search for the points that a problem needs. timeout: seconds for everything."""
    attempt = _Attempt(problem, timeout, seed, threads, strategy or default_strategy())
    try:
        if attempt.closure.outcome is Outcome.PROVED:
            raise NoRecord("it needs no auxiliary point")
        return Searched(problem.name, _written(attempt.searched()))
    except (PorismError, Unexplained) as error:
        return Searched(problem.name, None, str(error))


def solved(
    problem: Problem, *, timeout: float = 60.0, seed: int = 0, threads: int = 1, strategy: Strategy | None = None
) -> Solved:
    """The problem solved, by deduction alone where that does. timeout: seconds for everything. Raises PorismError."""
    attempt = _Attempt(problem, timeout, seed, threads, strategy or default_strategy())
    try:
        return attempt.deduced() if attempt.closure.outcome is Outcome.PROVED else attempt.searched()
    except Unexplained as error:
        raise NoRecord(str(error)) from None


@dataclass(frozen=True)
class Solved:
    """A problem that has been solved, with all that is learned from it.

    problem: as it was drawn, with the goal that was proved. closure: of the statement, without what was added; complete.
    added: the auxiliary points, in order; alternatives: others each of which does instead, where one does. difficulty: bits, as
    in `Record`; 0 where no point is needed. seconds: from the statement to the checked proof.
    """

    problem: Problem
    diagrams: tuple[Diagram, ...]
    closure: Closure
    added: Points
    alternatives: tuple[Placement, ...]
    proof: Proof
    difficulty: float
    seconds: float


class NoRecord(PorismError):
    """A problem that gives no record: it needs no point, or none was found."""


class _Attempt:
    """One problem; keeps the time."""

    def __init__(self, problem: Problem, timeout: float, seed: int, threads: int, strategy: Strategy) -> None:
        self.problem = problem
        self.seed = seed
        self.threads = threads
        self.strategy = strategy
        self.started = time.monotonic()
        self.deadline = self.started + timeout

    @cached_property
    def drawing(self) -> Drawing:
        """Raises PorismError where there is no figure, or no one goal."""
        if self.problem.goal.predicate is EXPLORE:
            raise NoRecord("it has no goal")
        if self.problem.others:
            raise NoRecord("it has several goals: write a statement for each")
        drawn = draw_pair(self.problem, self.seed, self.deadline)
        if drawn.goal is None:
            raise NoRecord("the value asked for is no simple number")
        problem = replace(drawn.problem, goal=drawn.goal)
        return Drawing(problem, drawn.diagrams, drawn.goal, run_by_default())

    @cached_property
    def closure(self) -> Closure:
        """It ends where the goal follows. Raises PorismError where there is no figure, or no time."""
        closure = self.drawing.closed(self._left(), Budget(self._left()).room)
        if closure.outcome is Outcome.TIMEOUT:
            raise DeadlineExceeded("timeout: the closure was not complete")
        return closure

    def deduced(self) -> Solved:
        """Where the goal follows without points."""
        proof = checked_proof(self.closure, self.drawing.goal, self.deadline)
        seconds = time.monotonic() - self.started
        self.deadline = time.monotonic() + AFTERWARDS
        whole = self.drawing.complete(self._left())
        return Solved(self.drawing.problem, self.drawing.diagrams, whole, (), (), proof, 0.0, seconds)

    def searched(self) -> Solved:
        """By points that the search finds. Raises PorismError where it finds none."""
        problem, goal = self.drawing.problem, self.drawing.goal
        root = self.closure.root(goal)
        prior = self.strategy.prior(problem, goal)
        symmetry = symmetry_of(self.closure, goal) if self.strategy.images else None
        search = Search(root, self.strategy, Budget(self._left()), prior=prior, symmetry=symmetry, threads=self.threads)
        added, proof = self._solved(search, root, self.drawing)
        seconds = time.monotonic() - self.started
        self.deadline = time.monotonic() + AFTERWARDS
        places, proving = self._one_point(self.closure.root(goal))
        others = self._alternatives(added, proving, root, self.drawing)
        count = 1 + len(others) if len(added) == 1 else 1
        difficulty = math.log2(max(1, places) / count)
        return Solved(problem, self.drawing.diagrams, self.closure, added, others, proof, difficulty, seconds)

    def _solved(self, search: Search, root: CoreNode, drawing: Drawing) -> tuple[Points, Proof]:
        """The smallest set of points found, and the shortest proof with that many points."""
        refused = ""
        for found in search.found():
            solved: list[tuple[Points, Proof]] = []
            for each in found[:ENOUGH]:
                try:
                    solved.append(self._proof_with(each, root, drawing))
                except (CertificateError, Unexplained) as error:
                    refused = f"the proof found is not valid: {error}; "
            if solved:
                return min(solved, key=lambda s: (len(s[0]), len(s[1])))
        raise NoRecord(f"not proved: {refused}{search.report.in_words()}")

    def _proof_with(self, found: Found, root: CoreNode, drawing: Drawing) -> tuple[Points, Proof]:
        fewest = drawing.fewest(found, root, self._left)
        if fewest is None:
            raise Unexplained("the closure from scratch doesn't reach the goal")
        added, closure = fewest
        return added, checked_proof(closure, drawing.goal, self.deadline)

    def _one_point(self, root: CoreNode) -> tuple[int, list[Placement]]:
        """How many places one point can have, and those at which it proves the goal: for each the first construction."""
        node = Node(root, (), self._left())
        places: set[tuple[int, int]] = set()
        proving: dict[tuple[int, int], Placement] = {}
        for stage in range(STAGES):
            candidates = node.candidates(stage)
            places.update(candidates.spots())
            trials = node.tried(candidates, self.threads, self._left())
            for i in np.flatnonzero(trials["proved"]):
                placement = candidates.placement(int(i))
                proving.setdefault(placement.spot, placement)
        return len(places), list(proving.values())

    def _alternatives(
        self, added: Points, proving: Sequence[Placement], root: CoreNode, drawing: Drawing
    ) -> tuple[Placement, ...]:
        """Points other than the one that is needed, each of which does, closed from scratch."""
        if len(added) != 1:
            return ()
        others = [p for p in proving if p.spot != added[0].spot][:ALTERNATIVES]
        closures = ((p, drawing.with_points((p,), root, self._left())) for p in others)
        return tuple(p for p, closure in closures if closure.outcome is Outcome.PROVED)

    def _left(self) -> float:
        return max(0.0, self.deadline - time.monotonic())


def _written(solved: Solved) -> Record:
    """The statement is in the constructive language, or in coordinates where that one can't say it; its points may come
    in another order there."""
    problem, diagrams = solved.problem, solved.diagrams
    text = _in_one_line(problem, diagrams[0])
    order = parse_statement(text).points
    old = {name: i for i, name in enumerate(problem.points)}
    number = {old[name]: i for i, name in enumerate(order)}
    number |= {i: i for i in range(len(order), len(order) + len(solved.added))}
    xy = np.array([[d.xy[old[name]] for name in order] for d in diagrams])
    placements, alternatives = (
        tuple(renumbered(p, number) for p in points) for points in (solved.added, solved.alternatives)
    )
    return Record(
        text, xy, placements, alternatives, len(solved.proof), solved.difficulty, diagrams[0].seed, problem.name
    )


def _in_one_line(problem: Problem, diagram: Diagram) -> str:
    try:
        return converted(problem, Language.CONSTRUCTIVE, diagram.places())
    except ParseError:
        return converted(problem, Language.COORDINATES, diagram.places())
