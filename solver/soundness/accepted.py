"""Is what an accepted certificate proves true? Its theorem is looked at in figures that the certificate hasn't seen.

The theorem: the goal holds in every figure of the statement that meets the side conditions, those among them which only say
that a step's figure is in the case that the certificate's is in (`branch`) being what the step claims.
"""

from __future__ import annotations

import json
from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

import numpy as np

from solver.checker.conditions import POINT_KINDS, STEP_KINDS, holds
from solver.checker.figures import Figure
from solver.checker.rules import check_step
from solver.checker.schema import read_certificate
from solver.diagram.diagram import Diagram
from solver.language.order import introduction
from solver.language.problem import Problem
from solver.soundness.mutations import Json, diagram_of, read, stated, statement_of
from solver.soundness.oracle import FALSE, constructed, figures_from, figures_of, goal_holds
from solver.soundness.texts import with_goal
from solver.statements.predicates import CONG, Claim, Statement
from solver.statements.theorem import Need
from solver.verdict.components import piece_of

#: Figures in which a theorem is looked at, and how many are drawn for that.
FIGURES, DRAWN = 20, 60
#: Seconds for drawing them, and for those that others lead to.
DRAWING, LEADING = 3.0, 5.0


@dataclass(frozen=True)
class Theorem:
    """problem: with auxiliary points and the goal that is proved. needs, branches: see the module."""

    problem: Problem
    needs: tuple[Need, ...]
    branches: tuple[Claim, ...]

    def holds(self, figure: Diagram) -> bool | None:
        """Whether it does in a figure of what is given; None where it doesn't speak of that."""
        at = figure.places()
        if not all(holds(need, at) for need in self.needs) or not all(_is_so(claim, at) for claim in self.branches):
            return None
        return goal_holds(self.problem, figure)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from others."""
        auxiliary = tuple(c.text() for c in self.problem.auxiliary)
        return self.problem.text, auxiliary, self.problem.goal, frozenset(self.needs), frozenset(self.branches)


def is_true(certificate: Json, judged: MutableMapping[object, bool | None] | None = None) -> bool | None:
    """Whether its theorem holds in twenty figures; None where there are too few. judged: theorems that have been before."""
    theorem = theorem_of(certificate)
    known = {} if judged is None else judged
    if theorem.key not in known:
        known[theorem.key] = _holds_everywhere(theorem, diagram_of(certificate))
    return known[theorem.key]


def theorem_of(certificate: Json) -> Theorem:
    problem = stated(certificate)
    if problem.goal.predicate.is_question:
        answer = statement_of(certificate["goal"]["claim"])
        assert answer is not None
        problem = replace(problem, goal=answer)
    return Theorem(problem, *needs_of(certificate))


def needs_of(certificate: Json) -> tuple[tuple[Need, ...], tuple[Claim, ...]]:
    """The conditions of an accepted certificate, and the claims that say which of several cases is meant."""
    listed = read_certificate(json.dumps(certificate))
    at = diagram_of(certificate).places()
    needs = [Need(c.kind, c.points) for c in listed.side_conditions if c.kind in POINT_KINDS]
    special = {c.step for c in listed.side_conditions if c.kind in STEP_KINDS}
    found = [
        (step, need) for step in listed.steps if step.id in special for need in check_step(step, listed.claims, at)
    ]
    needs += [need for _, need in found if need.kind == "transversal"]
    return tuple(needs), tuple(step.claim for step, need in found if need.kind == "branch")


def _is_so(claim: Claim, at: dict[str, complex]) -> bool:
    error = Figure(at).error(claim)
    return error is not None and bool(error < FALSE)


def _holds_everywhere(theorem: Theorem, own: Diagram) -> bool | None:
    """In figures drawn anew, as far as there are such that it speaks of; else in those that these lead to, or its own."""
    given, drawn = given_with_figures(theorem.problem)
    mine = [figure for figure in drawn if theorem.holds(figure) is not None]
    beginnings = mine or _beginnings(given, own, drawn)
    rng = np.random.default_rng(len(drawn))
    count = 0
    for figure in chain(mine, figures_from(given, beginnings, LEADING, rng)):
        truth = theorem.holds(figure)
        if truth is False:
            return False
        count += truth is True
        if count == FIGURES:
            return True
    return None


def _beginnings(given: Problem, own: Diagram, drawn: list[Diagram]) -> list[Diagram]:
    """The certificate's figure, unless it is a special one."""
    order = introduction(given)
    mine = Diagram(given.points, own.xy[[own.points.index(p) for p in given.points]])
    piece = piece_of(given, mine, order)
    if piece is None:
        return []
    pieces = (piece_of(given, figure, order) for figure in drawn)
    return [] if any(other is not None and other.is_meant_before(piece) for other in pieces) else [mine]


def given_with_figures(problem: Problem) -> tuple[Problem, list[Diagram]]:
    """What is given, whatever the goal, and generic figures of it; kept, as most mutants are about the same.

    A goal may speak of points that nothing else does, such as the center of a circle through three points."""
    x, y = problem.points[:2]
    nothing = Statement(CONG, (x, y, y, x))
    auxiliary = tuple(c.text() for c in problem.auxiliary)
    given, figures = _figures_of_text(with_goal(problem.text, nothing), auxiliary)
    if given.points == constructed(problem).points:
        return given, figures
    given = constructed(replace(problem, goal=nothing, goal_conditions=()))
    return given, figures_of(given, DRAWING, DRAWN)


@lru_cache(maxsize=64)
def _figures_of_text(text: str, auxiliary: tuple[str, ...]) -> tuple[Problem, list[Diagram]]:
    given = constructed(read(text, "", auxiliary))
    return given, figures_of(given, DRAWING, DRAWN)
