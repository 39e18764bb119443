"""From theorems to the core's library: patterns as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from solver import _core
from solver._core import TheoremLibrary
from solver.checker import TheoremStatement
from solver.knowledge.pattern import Fact, facts_of, refuse_sines
from solver.knowledge.theorem import Theorem
from solver.statements.equation import Equation
from solver.statements.side_conditions import BY_NAME as SIDE_CONDITIONS

_EncodedEquation = tuple[_core.Theory, list[tuple[list[int], int, int]], list[tuple[int, int, int]]]


@cache
def compile_library(theorems: tuple[Theorem, ...]) -> TheoremLibrary:
    """The core's library of these theorems, numbered in their order. Raises ParseError where one can't be run."""
    library = TheoremLibrary()
    for theorem in theorems:
        refuse_sines(theorem)
        _add(library, theorem.statement)
    return library


def _add(library: TheoremLibrary, statement: TheoremStatement) -> None:
    slot = {p: i for i, p in enumerate(statement.points)}
    library.add(
        len(slot),
        [_fact(f, slot) for f in facts_of(statement.premises)],
        [
            (_core.SideCondition[c.kind.upper()], [slot[p] for p in c.points])
            for c in statement.conditions
            if SIDE_CONDITIONS[c.kind].in_core
        ],
        [_fact(f, slot) for f in facts_of(statement.conclusions)],
    )


def _fact(fact: Fact, slot: Mapping[str, int]) -> tuple[_core.FactKind, list[int], list[_EncodedEquation]]:
    return _core.FactKind[fact.kind.name], [slot[p] for p in fact.points], [_equation(e, slot) for e in fact.equations]


def _equation(equation: Equation, slot: Mapping[str, int]) -> _EncodedEquation:
    terms = [([slot[p] for p in q], c.numerator, c.denominator) for q, c in equation.terms]
    constants = [(base, c.numerator, c.denominator) for base, c in equation.constants]
    return _core.Theory[equation.theory.name], terms, constants
