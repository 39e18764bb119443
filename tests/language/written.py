"""Problems written out again in their own language, for round trips."""

from __future__ import annotations

from solver.language.constructions import with_angle_reversed
from solver.language.problem import Problem


def written(problem: Problem) -> str:
    return _with_coordinates(problem) if problem.coordinates else _constructive(problem)


def _constructive(problem: Problem) -> str:
    clauses = []
    for clause in problem.clauses:
        calls = (" ".join([c.construction.name, *c.arguments, *map(str, c.constants)]) for c in clause.calls)
        clauses.append(f"{' '.join(clause.points)} = {', '.join(calls)}")
    return f"{'; '.join(clauses)} ? {with_angle_reversed(problem.goal)}"


def _with_coordinates(problem: Problem) -> str:
    points = " ; ".join(f"{p}@{x!r}_{y!r} =" for p, (x, y) in problem.coordinates.items())
    return f"{points} {', '.join(map(str, problem.premises))} ? {problem.goal}"
