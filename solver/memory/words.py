"""What the memory suggests, in words."""

from __future__ import annotations

from solver.language.problem import Problem
from solver.memory.prior import Suggestion
from solver.proof.constructed import constructed_in_words
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.search.extend import extended_problem
from solver.search.placement import Placement
from solver.statements.names import Names


def suggestion_in_words(suggestion: Suggestion, problem: Problem) -> list[str]:
    """Its points, each as `X, the midpoint of AB`, with the names of the problem; those that all parents are there of."""
    added: list[Placement] = []
    size = len(problem.points)
    while (loci := suggestion.loci()) is not None:
        added.append(Placement(*loci, ()))
        suggestion = suggestion.continued(size + len(added) - 1)
    extended = extended_problem(problem, added)
    voice = Voice(Names.of(extended.points), ENGLISH)
    return [constructed_in_words(clause, voice) for clause in extended.auxiliary]
