"""What a problem means, however it is written: for comparing statements and their translations."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from solver.language.problem import Problem
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import CYCLIC, OVERLAP, Statement

Meaning = frozenset[object]


def premises_of(problem: Problem) -> Meaning:
    return meaning(problem.premises)


def goal_of(problem: Problem) -> Meaning:
    goal = problem.goal
    if goal.predicate.is_question:
        pairs = [frozenset(goal.points[:2]), frozenset(goal.points[2:])]
        return frozenset((goal.predicate.name, tuple(pairs)))
    return meaning([goal])


def meaning(statements: Iterable[Statement]) -> Meaning:
    """Lines and circles as maximal sets of points, everything else as equations."""
    lines: list[set[str]] = []
    circles: list[set[str]] = []
    rest: set[object] = set()
    for statement in statements:
        if statement.predicate is CYCLIC:
            _merge(circles, set(statement.points), 3)
            continue
        if statement.predicate is OVERLAP:
            rest.add(("overlap", frozenset(statement.points)))
        for e in statement.equations():
            if _is_line(e):
                _merge(lines, {p for q, _ in e.terms for p in q}, 2)
            else:
                rest.add(_normal(e))
    sets = [("line", frozenset(line)) for line in lines] + [("circle", frozenset(circle)) for circle in circles]
    return frozenset((*sets, *rest))


def _is_line(e: Equation) -> bool:
    """D(ab) − D(ac) ≡ 0."""
    if e.theory is not Theory.DIRECTION or len(e.terms) != 2 or any(c.denominator != 1 for _, c in e.constants):
        return False
    (p, c), (q, d) = e.terms
    return c == -d and abs(c) == 1 and len(set(p) & set(q)) == 1


def _normal(e: Equation) -> object:
    """Scaled to begin with 1, a direction's constant modulo 1."""
    e = e.scaled(1 / e.terms[0][1])
    if e.theory is Theory.DIRECTION:
        return e.theory, e.terms, sum((c for _, c in e.constants), Fraction(0)) % 1
    return e.theory, e.terms, e.constants


def _merge(sets: list[set[str]], new: set[str], shared: int) -> None:
    """Two lines with two points in common are one, two circles with three."""
    while found := next((s for s in sets if len(s & new) >= shared), None):
        sets.remove(found)
        new = new | found
    sets.append(new)
