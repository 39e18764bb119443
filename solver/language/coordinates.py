"""The coordinate language of AlphaGeometry2: points with their places, then premises, then the goal.

`a@0_0 = ; b@1_0 = ; c@0.5_2 = cong a c b c ? eqangle a b a c b c b a`
"""

from __future__ import annotations

from solver.errors import ParseError
from solver.language.orientation import undecided
from solver.language.problem import Problem
from solver.language.syntax import Scope, StatementSyntax, read_statement


def is_coordinate_language(syntax: StatementSyntax) -> bool:
    """Points have places, and only the last equals sign is followed by anything."""
    placed = any(p.coordinates is not None for c in syntax.clauses for p in c.points)
    return placed and not any(c.calls for c in syntax.clauses[:-1]) and len(syntax.clauses) > 1


def build_problem(syntax: StatementSyntax, name: str, text: str) -> Problem:
    """Resolve the words of a statement. Raises ParseError."""
    scope = Scope()
    coordinates: dict[str, tuple[float, float]] = {}
    for clause in syntax.clauses:
        for point in clause.points:
            scope.add(point.name)
            if point.coordinates is None:
                raise ParseError(
                    f"point {point.name.text} has no coordinates",
                    point.name.span,
                    f"write {point.name.text}@0.5_-1.25 =",
                )
            coordinates[point.name.text] = point.coordinates
    premises = tuple(read_statement(words, scope) for words in syntax.clauses[-1].calls)
    for premise, words in zip(premises, syntax.clauses[-1].calls, strict=True):
        if premise.predicate.is_question:
            raise ParseError(
                f"{premise.predicate.name} is a question and can't be a premise", words[0].span, "use it as the goal"
            )
    goal = read_statement(syntax.goal, scope)
    spans = {premise: words[0].span for premise, words in zip(premises, syntax.clauses[-1].calls, strict=True)}
    return Problem(name, text, scope.points, tuple(spans), goal, (), coordinates, spans, goal_senses=undecided(goal))
