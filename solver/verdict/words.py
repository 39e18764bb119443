"""What a survey says, in words."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.convert import goal_in_words
from solver.language.problem import Problem
from solver.statements.conditions import Condition
from solver.verdict.survey import Case, Holds, Survey


def conditions_in_words(conditions: Sequence[Condition]) -> str:
    return " and ".join(map(str, conditions))


def dependence(problem: Problem, survey: Survey) -> str:
    """Where the goal holds and where it doesn't, or which value it has where; one line."""
    holding = [case for case in survey.cases if case.goal is not None]
    failing = [case for case in survey.cases if case.goal is None]
    if problem.goal.predicate.is_question:
        said = "; ".join(f"{_value(case)}{_where(case)}" for case in holding)
        said += f"; no simple number{_where(failing[0])}" if failing else ""
        return f"depends: {said}; {_advice(holding)}"
    (case,) = holding
    other = "not otherwise" if case.condition else "in others not"
    if failing and failing[0].condition and not _is_opposite(case, failing[0]):
        other = f"not{_where(failing[0])}"
    return f"depends: it holds{_where(case) or ' in some figures'}, {other}; {_advice(holding)}"


def _is_opposite(case: Case, other: Case) -> bool:
    return len(case.condition) == len(other.condition) == 1 and case.condition[0].points == other.condition[0].points


def _where(case: Case) -> str:
    return f" where {conditions_in_words(case.condition)}" if case.condition else ""


def _value(case: Case) -> str:
    return str(case.goal.constants[0]) if case.goal is not None else ""


def _advice(holding: Sequence[Case]) -> str:
    condition = next((case.condition for case in holding if case.condition), ())
    if not condition:
        return "say in the statement which figures are meant"
    return f"add “{conditions_in_words(condition)}” to the statement, or --assume figure"


def case_in_words(case: Case) -> str:
    """Which figures are of this kind, and what holds there."""
    what = "it fails" if case.goal is None else f"{case.goal} holds"
    return f"{what}{_where(case)}"


def falsehood(problem: Problem, survey: Survey) -> str:
    said = goal_in_words(problem, problem.goals[0]).removeprefix("prove ")
    kinds = "all" if survey.is_complete else "the"
    return f"“{said}” is false in {kinds} {survey.figures} figures of what is given that were looked at"


def assumptions(survey: Survey) -> str:
    """What a verdict takes for granted: which points are different, and that the time was enough; "" where nothing."""
    said = []
    if survey.apart:
        pairs = sorted(survey.apart)
        shown = ", ".join(f"{a} ≠ {b}" for a, b in pairs[:MOST_PAIRS])
        said.append(f"taken for granted: {shown}{', …' if len(pairs) > MOST_PAIRS else ''}")
    if not survey.is_complete:
        said.append(f"only {survey.figures} figures of what is given were looked at: the time ran out")
    elif survey.holds is Holds.UNKNOWN and survey.attempts:
        said.append(
            f"in {survey.attempts} attempts too few other figures of what is given were found to look at: {survey.figures}"
        )
    return "; ".join(said)


#: Pairs of points that are listed.
MOST_PAIRS = 6
