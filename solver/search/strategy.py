"""How a search goes about its work, and the variants that show what each part is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.language.problem import Problem
from solver.search.prior import Coincidences, Policy, Prior
from solver.search.scores import Heuristics, Scorer
from solver.statements.predicates import Statement

_COINCIDENCES, _HEURISTICS = Coincidences(), Heuristics()
_NOTHING = Heuristics((0.0,) * 4, (0.0,) * 5, 0.0)


@dataclass(frozen=True)
class Strategy:
    """policy: says before any trial which candidates are tried first; None: they are tried as they come, all at once.
    scorer: ranks the children of a node after their trials.
    images: whether a point is tried with its images, where the statement is symmetric.
    lemmas: trials with news for the statement that are looked at each time the root may absorb their facts; 0: none is.
    """

    policy: Policy | None = _COINCIDENCES
    scorer: Scorer = _HEURISTICS
    lemmas: int = 100
    images: bool = True

    def prior(self, problem: Problem, goal: Statement) -> Prior | None:
        """The prior of one problem. goal: the problem's, or what answers it."""
        return None if self.policy is None or goal.expression is not None else self.policy.prior(problem, goal)


#: Without a network.
STANDARD = Strategy()


def variants(standard: Strategy) -> dict[str, Strategy]:
    """Each part switched off in turn, for `porism ablate`; `none`: candidates are tried, and expanded, as they come."""
    without = {
        "all": standard,
        "heuristics": STANDARD,
        "without a prior": replace(STANDARD, policy=None),
        "without scores": replace(standard, scorer=_NOTHING),
        "without lemmas": replace(standard, lemmas=0),
        "without images": replace(standard, images=False),
        "none": Strategy(None, _NOTHING),
    }
    distinct: dict[str, Strategy] = {}
    for name, strategy in without.items():
        if strategy not in distinct.values():
            distinct[name] = strategy
    return distinct
