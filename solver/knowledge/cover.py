"""What the engine makes of a theorem: does it get the conclusions in a random instance, with these theorems or none?"""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from solver.deduction.closure import Closure, close
from solver.deduction.lift import Lifter
from solver.diagram.diagram import Diagram
from solver.knowledge.sample import Array, random_pictures
from solver.knowledge.theorem import Theorem
from solver.language.problem import Problem
from solver.proof.checker import TheoremStatement
from solver.statements.equation import Equation
from solver.statements.predicates import COLL, Claim, Statement

_NO_GOAL = Statement(COLL, ())
#: Batches of random pictures before giving up.
MOST_BATCHES = 100


def random_instance(statement: TheoremStatement, rng: Generator) -> Diagram | None:
    """One picture of the theorem, turned at random; None where none is found."""
    for _ in range(MOST_BATCHES):
        pictures = random_pictures(statement.premises, statement.conditions, statement.points, rng)
        if len(pictures):
            return Diagram(statement.points, _turned(pictures[0], rng.uniform(0, 2 * math.pi)))
    return None


def _turned(xy: Array, angle: float) -> Array:
    c, s = math.cos(angle), math.sin(angle)
    return np.asarray(xy @ np.array([[c, s], [-s, c]]))


def closure_of(statement: TheoremStatement, diagram: Diagram, theorems: tuple[Theorem, ...]) -> Closure:
    """The closure of the premises in one picture."""
    premises = tuple(p for p in statement.premises if isinstance(p, Statement))
    problem = Problem(statement.id, "", statement.points, premises, _NO_GOAL)
    closure = close(problem, (diagram,), theorems=theorems)
    for premise in statement.premises:
        if isinstance(premise, Equation):
            closure.assume(premise)
    return closure


def not_derived(theorem: Theorem, theorems: tuple[Theorem, ...], seed: int = 0) -> tuple[Claim, ...]:
    """The conclusions that the engine doesn't get in a random instance of the premises."""
    statement = theorem.statement
    diagram = random_instance(statement, np.random.default_rng([seed, *map(ord, theorem.id)]))
    if diagram is None:
        return statement.conclusions
    closure = closure_of(statement, diagram, theorems)
    lift = Lifter(diagram).lift
    return tuple(c for c in statement.conclusions if not closure.is_entailed(lift(c) if isinstance(c, Equation) else c))
