"""Statements in words, in each language of proofs, for those that come without a text."""

from __future__ import annotations

from solver.language.problem import Problem
from solver.proof.phrases.languages import LANGUAGES
from solver.proof.phrases.phrases import Tongue, Voice
from solver.proof.premises import premise_groups
from solver.proof.steps import Step
from solver.proof.words import statement_in_words
from solver.statements.names import Names
from solver.statements.predicates import EXPLORE


def in_words(problem: Problem, tongue: Tongue) -> str:
    """What is given, and what is to be proved: `AB ⟂ CD; M is the midpoint of AB. Prove that …`."""
    voice = Voice(Names.of(problem.points), LANGUAGES[tongue])
    phrases = voice.phrases
    premises = [Step(f"p{i}", claim, "premise") for i, claim in enumerate(problem.premises, start=1)]
    given = phrases.semicolon.join(group.words for group in premise_groups(problem, premises, voice)) + phrases.stop
    if problem.goal.predicate is EXPLORE:
        return given
    goal = statement_in_words(problem.goal, voice)
    task = f"{goal}{phrases.stop}" if problem.goal.predicate.is_question else phrases.task.format(goal=goal)
    return f"{given} {task}" if phrases.stop.isascii() else f"{given}{task}"
