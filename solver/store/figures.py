"""Figures of problems, drawn and closed: what they are compared by, and what of them goes into the store."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from solver.deduction.closure import Closure, Outcome, close
from solver.diagram.diagram import Diagram
from solver.diagram.pair import draw_pair
from solver.errors import ConstructionError, DeadlineExceeded, ParseError, PorismError
from solver.generate.from_search import Solved
from solver.knowledge.library import run_by_default
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof.phrases.phrases import Tongue
from solver.records.described import Described
from solver.records.likeness import Likeness
from solver.records.meaning import Kind as Quantity
from solver.records.meaning import Meaning
from solver.search.extend import extended_problem
from solver.search.placement import Placement
from solver.statements.predicates import EXPLORE, Statement
from solver.store.entry import Construction, Entry, Kind
from solver.store.texts import in_words

#: A figure of more points isn't compared: what is known of it grows with the square.
LARGEST = 60


@dataclass(frozen=True)
class Figure:
    """A problem's diagrams and all that follows in it. goal: the problem's, or what answers it."""

    problem: Problem
    diagrams: tuple[Diagram, ...]
    goal: Statement
    closure: Closure

    @cached_property
    def likeness(self) -> Likeness:
        return Likeness.of(self.closure, self.goal)


def figure_of(problem: Problem, seconds: float, seed: int = 0) -> Figure:
    """Draws a problem and closes it. Raises PorismError where that isn't possible, or not in time."""
    if problem.others:
        raise ParseError("the statement has several goals", None, "figures are compared with one goal each: leave one")
    if len(problem.points) > LARGEST:
        raise PorismError(
            f"the figure has {len(problem.points)} points, and figures of {LARGEST} at most are compared", None,
            "leave out points that the goal doesn't need",
        )  # fmt: skip
    deadline = time.monotonic() + seconds
    pair = draw_pair(problem, seed, deadline)
    goal = problem.goal if problem.goal.predicate is EXPLORE else pair.goal
    if goal is None:
        raise ConstructionError("the value asked for is no simple number", None, "give the problem a goal to prove")
    closure = close(
        pair.problem, pair.diagrams, timeout=max(deadline - time.monotonic(), 0.0), theorems=run_by_default()
    )
    if closure.outcome is Outcome.TIMEOUT:
        raise DeadlineExceeded("timeout: the closure was not complete", None, "give more seconds, or say less")
    return Figure(pair.problem, pair.diagrams, goal, closure)


def circles_of(premises: Iterable[Statement], goal: Statement) -> int:
    """How many circles a statement speaks of: points that it says, or asks, to be concyclic or at one distance from a center."""
    said = Meaning()
    for statement in (*premises, goal):
        said.say(statement)
    said.settled()
    circles = list(said.circles)
    for (kind, _), pairs in said.classes().items():
        if kind is Quantity.LENGTH:
            for center in {p for pair in pairs for p in pair}:
                around = frozenset(p for pair in pairs if center in pair for p in pair) - {center}
                if len(around) > 2 and not any(len(around & circle) > 2 for circle in circles):
                    circles.append(around)
    return len(circles)


def entry_of_figure(figure: Figure, kind: Kind, suite: str, name: str, text: str) -> Entry:
    """What a figure tells of a problem that isn't solved. text: its statement."""
    return Entry(
        kind, name, text, suite, goal=figure.goal.predicate.name, points=len(figure.problem.points),
        circles=circles_of(figure.problem.premises, figure.goal), form=figure.likeness.form(),
        vector=figure.likeness.vector(),
    )  # fmt: skip


def entry_of_solved(solved: Solved, kind: Kind, suite: str, name: str, text: str) -> Entry:
    """What a solved problem tells. text: its statement."""
    problem, likeness = solved.problem, Likeness.of(solved.closure, solved.problem.goal)
    return Entry(
        kind, name, text, suite, goal=problem.goal.predicate.name, points=len(problem.points),
        circles=circles_of(problem.premises, problem.goal), auxiliary=len(solved.added),
        points_added=_clauses(problem, solved.added), proof_length=len(solved.proof),
        theorems=tuple(sorted({s.theorem.id for s in solved.proof.steps if s.theorem is not None})),
        difficulty=round(solved.difficulty, 2), seconds=round(solved.seconds, 3),
        constructions=_constructions(solved.added, solved.alternatives), form=likeness.form(), vector=likeness.vector(),
    )  # fmt: skip


def entry_of_record(row: Described, suite: str, number: int) -> Entry:
    """A record of training data. number: of its row. Raises PorismError where its figure has to be closed and can't."""
    record = row.record
    problem = record.problem()
    form, vector = row.form, row.vector
    if vector is None:  # data of an earlier porism
        closure = close(problem, record.diagrams(), timeout=5.0, theorems=run_by_default())
        if closure.outcome is Outcome.TIMEOUT:
            raise DeadlineExceeded("timeout: the closure was not complete")
        likeness = Likeness.of(closure, problem.goal)
        form, vector = likeness.form(), likeness.vector()
    is_generated = record.origin == "generated"
    return Entry(
        Kind.GENERATED if is_generated else Kind.SOLVED, f"{suite}-{number}" if is_generated else record.origin,
        record.statement, suite, english=in_words(problem, Tongue.ENGLISH), chinese=in_words(problem, Tongue.CHINESE),
        goal=row.goal, points=row.points, circles=circles_of(problem.premises, problem.goal), auxiliary=len(row.auxiliary),
        points_added="; ".join(row.auxiliary), proof_length=record.proof_length or None,
        difficulty=round(record.difficulty, 2), constructions=_constructions(record.added, record.alternatives),
        canonical=row.canonical, form=form, vector=vector,
    )  # fmt: skip


def problem_of(entry: Entry) -> Problem:
    """Its statement, read. Raises ParseError."""
    return parse_statement(entry.statement, entry.name)


def _clauses(problem: Problem, added: tuple[Placement, ...]) -> str:
    return "; ".join(clause.text() for clause in extended_problem(problem, added).auxiliary) if added else ""


def _constructions(
    added: tuple[Placement, ...], alternatives: tuple[Placement, ...]
) -> tuple[tuple[Construction, ...], ...]:
    ways = [added, *((point,) for point in alternatives)] if added else []
    return tuple(tuple((p.first, p.second) for p in points) for points in ways)
