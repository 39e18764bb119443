"""The statement with the condition added that tells the figures in which its goal holds from the others."""

from __future__ import annotations

from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.verdict.survey import Holds, Survey


def with_condition(problem: Problem, survey: Survey) -> Problem:
    """As the user would write it: the sentences of the first case's condition at the end of a plain statement; the same
    problem where nothing needs to be said, or can be."""
    if survey.holds is not Holds.SOMEWHERE or not problem.is_plain:
        return problem
    condition = next((case.condition for case in survey.cases if case.goal is not None and case.condition), ())
    if not condition:
        return problem
    text = "\n".join([problem.text.rstrip(), *map(str, condition)])
    return parse_statement(text, problem.name, problem.line).read_as(problem.reading)
