"""What a survey says, in words."""

from __future__ import annotations

from collections.abc import Sequence

from solver.language.convert import goal_in_words
from solver.language.problem import Asking, Problem
from solver.statements.conditions import Condition
from solver.statements.expression import value_of
from solver.statements.predicates import ACONST
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
    """The value that is asked for, in its figure."""
    if case.goal is None:
        return "no simple number"
    if case.goal.expression is not None:
        import mpmath

        value = value_of(mpmath.fp, case.goal.expression, case.figure.places())
        return "no number" if value is None else f"{float(value):.6g}"
    return f"{case.goal.constants[0]}{'°' if case.goal.predicate is ACONST else ''}"


def _advice(holding: Sequence[Case]) -> str:
    condition = next((case.condition for case in holding if case.condition), ())
    if not condition:
        return "say in the statement which figures are meant"
    return f"add “{conditions_in_words(condition)}” to the statement, or --assume figure"


def case_in_words(problem: Problem, case: Case) -> str:
    """Which figures are of this kind, and what holds there."""
    return f"{_what(problem, case)}{_where(case)}"


def _what(problem: Problem, case: Case) -> str:
    if case.goal is None:
        return "it fails"
    said = asked_in_words(problem)
    if not problem.goal.predicate.is_question:
        return f"“{said}” holds"
    return f"{said} {'=' if problem.goal.expression is None else '≈'} {_value(case)}"


def asked_in_words(problem: Problem) -> str:
    """What is to be proved or found."""
    said = goal_in_words(problem, problem.goals[0]).removeprefix("prove ").removeprefix("find ")
    over = problem.asking.get(problem.goal, Asking()).over
    return said if over is None else said.removeprefix(f"{over.value} ")


def falsehood(problem: Problem, survey: Survey) -> str:
    said = asked_in_words(problem)
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
