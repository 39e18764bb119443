"""What a statement says, as text to be compared."""

from __future__ import annotations

from collections.abc import Iterable

from solver.language.problem import Problem
from solver.language.read import parse_statement


def all_said(problem: Problem) -> set[str]:
    """Premises, conditions, and goals after a question mark; `if …`: what is given for one goal."""
    goals = {f"? {goal.statement}" for goal in problem.goals}
    wanted = {f"? {condition}" for condition in problem.goal_conditions}
    given = {f"if {said}" for goal in problem.goals for said in (*goal.given, *goal.given_conditions)}
    return {*map(str, problem.premises), *map(str, problem.conditions), *goals, *wanted, *given}


def assert_says(text: str, facts: Iterable[str]) -> None:
    """A text says each of these facts, and none of those after an exclamation mark."""
    found = all_said(parse_statement(text, "x"))
    facts = set(facts)
    unsaid = {fact.removeprefix("! ") for fact in facts if fact.startswith("! ")}
    assert not unsaid & found, (text, unsaid & found)
    wanted = {fact for fact in facts if not fact.startswith("! ")}
    assert wanted <= found, (text, wanted - found, found)
