"""The statement with the condition added that tells the figures in which its goal holds from the others."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.statements.conditions import Condition
from solver.verdict.survey import Holds, Survey

#: What a sentence ends with.
_ENDS = (".", "?", "!", ";", "。", "？", "；", "！")


def with_condition(problem: Problem, survey: Survey) -> Problem:
    """As the user would write it: the sentences of the first case's condition at the end of a plain statement; the same
    problem where nothing needs to be said, or can be."""
    if survey.holds is not Holds.SOMEWHERE or not problem.is_plain:
        return problem
    condition = next((case.condition for case in survey.cases if case.goal is not None and case.condition), ())
    return with_conditions(problem, condition) if condition else problem


def with_conditions(problem: Problem, conditions: Sequence[Condition]) -> Problem:
    """The statement with these conditions at its end, a sentence each."""
    text = problem.text.rstrip()
    end = "" if text.endswith(_ENDS) or text[-1].isdigit() else "."  # 2. is a number
    text = "\n".join([text + end, *(f"{c}." for c in conditions)])
    return parse_statement(text, problem.name, problem.line).read_as(problem.reading)
