"""What can be said of a figure, and what a caller's own points add to it."""

from __future__ import annotations

import time

import numpy as np

from solver.deduction.closure import Closure, close
from solver.diagram.diagram import Diagram
from solver.diagram.pair import Drawn, draw_pair
from solver.diagram.residuals import Array, compile_system
from solver.errors import ParseError
from solver.explore.explore import explore
from solver.explore.facts import facts
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.proof.words import statement_in_words
from solver.service.answers import Fact, FactsFound, PointsTried
from solver.statements.names import Names
from solver.statements.predicates import Statement

#: New facts that are listed, at most.
MOST_FACTS = 40
#: A direction in which a figure can move counts as one where the premises change by less, and as kept by more.
FLAT, KEPT = 1e-8, 1e-6


def explore_statement(text: str, name: str, seconds: float, seed: int, count: int) -> FactsFound:
    """Facts that follow from what is given, whatever the goal, each with a checked proof.

    Raises ParseError; ConstructionError where there is no figure.
    """
    found = explore(parse_statement(text, name), timeout=seconds * 0.9, seed=seed, count=count)
    voice = Voice(Names.of(found.problem.points), ENGLISH)
    listed = tuple(Fact(statement_in_words(f.statement, voice), str(f.statement), len(f.proof)) for f in found.findings)
    return FactsFound(listed, found.is_complete, found.seconds)


def try_points(text: str, points: str, name: str, seconds: float, seed: int) -> PointsTried:
    """What follows with points of the caller's own, without any search.

    points: how they are constructed, in the statement's language. Raises ParseError, also where what is added says
    something about the statement's own points; ConstructionError where there is no figure.
    """
    begun = time.monotonic()
    deadline = begun + seconds
    stated = parse_statement(text, name)
    extended = parse_statement(_with_points(stated, points), name)
    if extended.goals != stated.goals:
        raise ParseError("the points bring a goal of their own", None, "give constructions only, without prove")
    if not set(extended.points) - set(stated.points):
        raise ParseError("nothing is added: no point is new", None, "name a new point, such as M midpoint of A B")
    drawn = draw_pair(extended, seed, deadline)
    if _constrains(stated, drawn.problem, drawn.diagrams[0]):
        raise ParseError(
            "what is added says something about the statement's own points", None,
            "construct new points from them; what is given belongs to the statement",
        )  # fmt: skip
    own = tuple(_restricted(diagram, stated.points) for diagram in drawn.diagrams)
    before = _closed(drawn.problem, stated, own, deadline)
    after = close(drawn.problem, drawn.diagrams, timeout=deadline - time.monotonic())
    voice = Voice(Names.of(stated.points), ENGLISH)
    new = [s for s in facts(own) if after.is_entailed(s) and not before.is_entailed(s)]
    goals = _goals(drawn)
    return PointsTried(
        bool(goals) and all(map(after.is_entailed, goals)),
        bool(goals) and all(map(before.is_entailed, goals)),
        tuple(Fact(statement_in_words(s, voice), str(s)) for s in new[:MOST_FACTS]),
        extended.text,
        time.monotonic() - begun,
    )


def _goals(drawn: Drawn) -> list[Statement]:
    """What is to be proved, as it reads in the figure; a question by its answer. Nothing where it has none."""
    if drawn.goal is None:
        return []
    return [drawn.goal, *(goal.statement for goal in drawn.problem.others if not goal.statement.predicate.is_question)]


def _with_points(stated: Problem, points: str) -> str:
    """The statement's text with the constructions."""
    added = points.strip().strip(";").strip()
    if not added:
        raise ParseError("no points are given", None, "write constructions, such as M midpoint of A B")
    if stated.is_plain:
        return f"{stated.text.rstrip().rstrip('.;')}\n{added}"
    given, mark, goal = stated.text.rpartition("?")
    if not stated.clauses or not mark:
        raise ParseError(
            "points can be added to statements in words and by constructions only", None, "porism convert writes it so"
        )
    return f"{given.rstrip()}; {added} ?{goal}"


def _closed(oriented: Problem, stated: Problem, diagrams: tuple[Diagram, ...], deadline: float) -> Closure:
    """The closure of what the statement itself gives. oriented: with the points, as it reads in the figure."""
    own = set(stated.points)
    premises = tuple(s for s in oriented.premises if set(s.points) <= own)
    less = Problem(stated.name, stated.text, stated.points, premises, oriented.goal)
    return close(less, diagrams, timeout=deadline - time.monotonic())


def _restricted(diagram: Diagram, points: tuple[str, ...]) -> Diagram:
    rows = [diagram.points.index(p) for p in points]
    return Diagram(points, diagram.xy[rows], diagram.seed)


def _constrains(stated: Problem, extended: Problem, diagram: Diagram) -> bool:
    """Whether the statement's own points can move in fewer ways once the others are there."""
    rows = [diagram.points.index(p) for p in stated.points]
    premises = tuple(s for s in extended.premises if set(s.points) <= set(stated.points))
    own = _motions(compile_system(premises, stated.points, diagram.xy[rows]).jacobian(diagram.xy[rows])[1])
    all_ = _motions(compile_system(extended.premises, extended.points, diagram.xy).jacobian(diagram.xy)[1])
    columns = [2 * row + axis for row in rows for axis in (0, 1)]
    projected = np.linalg.svd(all_[:, columns], compute_uv=False) if len(all_) else np.zeros(0)
    return int(np.sum(projected > KEPT)) < len(own)


def _motions(jacobian: Array) -> Array:
    """An orthonormal basis, (motions, coordinates), of those that change nothing that is given, to first order."""
    if not len(jacobian):
        return np.eye(jacobian.shape[1])
    _, values, vectors = np.linalg.svd(jacobian)
    rank = int(np.sum(values > FLAT * max(values[0], 1.0)))
    return np.asarray(vectors[rank:])
