"""The strategy that the search has by default: with the policy that measures best, if its weights are there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from solver.policy.inference import load_policy, policy_if_there
from solver.search.strategy import STANDARD, Strategy

#: In models/.
BEST = "first"
#: Of what a network said of a child beside the search's scores.
FORESIGHT = 1.0


@cache
def default_strategy() -> Strategy:
    """Without its weights the search goes on without a network, with a warning."""
    policy = policy_if_there(BEST)
    return STANDARD if policy is None else replace(STANDARD, policy=policy, foresight=FORESIGHT)


def strategy_with(name: str) -> Strategy:
    """With the policy of that name (`none`: no network). Raises PolicyError where there is none of that name."""
    if name == "none":
        return STANDARD
    return default_strategy() if name == BEST else replace(STANDARD, policy=load_policy(name), foresight=FORESIGHT)
