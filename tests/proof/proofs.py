"""Proofs and certificates of small statements, in our own words."""

from __future__ import annotations

import cmath
from collections.abc import Mapping

import numpy as np

from solver.deduction.closure import Closure, close
from solver.diagram.build import build_diagram
from solver.diagram.diagram import Diagram
from solver.diagram.fresh import fresh_diagram
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.proof.proof import Proof
from solver.proving import prove
from tests.deduction.figures import diagram


def placed_statement(points: Mapping[str, complex], premises: str, goal: str) -> str:
    """In the coordinate language, turned by a generic angle; premises separated by commas."""
    at = diagram(points).as_dict()
    places = " ; ".join(f"{p}@{x!r}_{y!r} =" for p, (x, y) in at.items())
    return f"{places} {premises} ? {goal}"


def proof_of(statement: str | Problem) -> Proof:
    """The proof, which the checker has accepted."""
    problem = parse_statement(statement) if isinstance(statement, str) else statement
    result = prove(problem, search=None)
    assert result.proof is not None, f"{result.status}: {result.reason}"
    return result.proof


def scaled(points: Mapping[str, complex], by: float, turn: float, shift: complex) -> list[complex]:
    """A similar copy."""
    return [shift + z * cmath.rect(by, turn) for z in points.values()]


def closed(statement: str) -> tuple[Problem, Diagram, Closure]:
    """A problem closed as far as its goal."""
    problem = parse_statement(statement)
    reference = build_diagram(problem)
    other = fresh_diagram(problem, reference, np.random.default_rng(1))
    return problem, reference, close(problem, (reference, other), goal=problem.goal)
