"""What says, before any trial, which candidates to try first: the seam of the policy and of the memory."""

from __future__ import annotations

from typing import Protocol

from solver.language.problem import Problem
from solver.search.node import Candidates, Node
from solver.search.scores import Scores
from solver.statements.predicates import Statement


class Prior(Protocol):
    """Scores the candidates of a node of one problem: logarithms of how likely each is needed, up to a constant."""

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        """Returns (n,), aligned with the candidates."""
        ...


class Policy(Protocol):
    """Gives the prior of a problem; goal: the problem's, or what answers it."""

    def prior(self, problem: Problem, goal: Statement) -> Prior: ...
