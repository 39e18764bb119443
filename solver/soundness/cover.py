"""What the engine makes of a theorem: does it get the conclusions in a random instance, and by what?"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from solver.checker import TheoremStatement
from solver.deduction.closure import Closure, close
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.knowledge.sample import Array, random_pictures
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.proof.traceback import trace_all
from solver.statements.equation import Equation
from solver.statements.predicates import COLL, Claim, Statement

#: Pictures started at a time, and how many times before giving up.
BATCH, MOST_BATCHES = 32, 500

_NO_GOAL = Statement(COLL, ())


@dataclass(frozen=True)
class Derivation:
    """How the engine gets a theorem's conclusions: rules and theorems that the proof cites, by frequency; its steps."""

    cites: tuple[str, ...]
    steps: int


def random_instance(statement: TheoremStatement, seed: int) -> Diagram | None:
    """One picture of the theorem, turned at random; None where none is found."""
    rng = np.random.default_rng([seed, *map(ord, statement.id)])
    for _ in range(MOST_BATCHES):
        pictures = random_pictures(statement.premises, statement.conditions, statement.points, rng, BATCH)
        if len(pictures):
            return Diagram(statement.points, _turned(pictures[0], rng), seed)
    return None


def _turned(xy: Array, rng: Generator) -> Array:
    angle = rng.uniform(0, 2 * math.pi)
    c, s = math.cos(angle), math.sin(angle)
    return np.asarray(xy @ np.array([[c, s], [-s, c]]))


def closure_of(statement: TheoremStatement, diagram: Diagram, theorems: tuple[Theorem, ...]) -> Closure:
    """The closure of the premises in one picture."""
    premises = tuple(p for p in statement.premises if isinstance(p, Statement))
    closure = close(Problem(statement.id, "", statement.points, premises, _NO_GOAL), (diagram,), theorems=theorems)
    for premise in statement.premises:
        if isinstance(premise, Equation):
            closure.assume(premise)
    return closure


def not_derived(theorem: Theorem, theorems: tuple[Theorem, ...], seed: int = 0) -> tuple[Claim, ...]:
    """The conclusions that the engine doesn't get in a random instance of the premises."""
    statement = theorem.statement
    diagram = random_instance(statement, seed)
    if diagram is None:
        return statement.conclusions
    closure, lift = closure_of(statement, diagram, theorems), Lifter(diagram).lift
    return tuple(c for c in statement.conclusions if not closure.is_entailed(lift(c) if isinstance(c, Equation) else c))


def derivation(theorem: Theorem, theorems: tuple[Theorem, ...], seed: int = 0) -> Derivation | None:
    """How the engine gets the conclusions in a random instance; None where a premise is no predicate.

    Raises Unexplained where it doesn't get them.
    """
    statement = theorem.statement
    diagram = random_instance(statement, seed)
    if diagram is None or not all(isinstance(p, Statement) for p in statement.premises):
        return None
    closure = closure_of(statement, diagram, theorems)
    steps = trace_all(diagram, closure.journal(), statement.conclusions)
    cited = Counter(s.theorem.id if s.theorem else s.rule for s in steps if s.rule != "premise")
    return Derivation(tuple(rule for rule, _ in cited.most_common()), cited.total())


def speaks_of_sines(statement: TheoremStatement) -> bool:
    """Whether it has a sine, which the engine can't be asked for."""
    claims = (*statement.premises, *statement.conclusions)
    return any(len(q) == 3 for c in claims if isinstance(c, Equation) for q, _ in c.terms)


def test_problem(theorem: Theorem, seed: int = 0) -> str | None:
    """A problem in the coordinate language that the theorem solves; None where it can't be said there."""
    statement = theorem.statement
    goal = statement.conclusions[0]
    if not isinstance(goal, Statement) or not all(isinstance(p, Statement) for p in statement.premises):
        return None
    diagram = random_instance(statement, seed)
    if diagram is None:
        return None
    points = "; ".join(f"{p}@{x!r}_{y!r} =" for p, (x, y) in diagram.as_dict().items())
    return f"{points} {', '.join(map(str, statement.premises))} ? {goal}"
