"""What says, before any trial, which candidates to try first: this is where a policy plugs in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from solver.language.problem import Problem
from solver.search.node import Candidates, Node
from solver.search.scores import Scores
from solver.statements.predicates import Statement


class Prior(Protocol):
    """Scores the candidates of a node of one problem: logarithms of how likely each is needed, up to a constant."""

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        """Returns (n,), aligned with the candidates. May raise DeadlineExceeded after node.deadline."""
        ...


class Policy(Protocol):
    """Gives the prior of a problem; goal: the problem's, or what answers it."""

    def prior(self, problem: Problem, goal: Statement) -> Prior: ...


@dataclass(frozen=True)
class Coincidences:
    """The prior of no experience: places where many constructions meet first, and those near the figure's center.

    outward: what a place loses for each unit (the figure's size) that it is off the center.
    """

    outward: float = 0.3

    def prior(self, problem: Problem, goal: Statement) -> Prior:
        return self

    def scores(self, node: Node, candidates: Candidates) -> Scores:
        off = np.abs(candidates.places[:, :2]).max(axis=1, initial=0.0)
        return np.asarray(np.log(candidates.reached) - self.outward * off)
