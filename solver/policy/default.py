"""The strategy that the search has by default: with the policy that measures best, if its weights are there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from solver.policy.inference import NetworkPolicy, load_policy, policy_if_there
from solver.search.strategy import STANDARD, Strategy

#: In models/.
BEST = "first"


@cache
def default_strategy() -> Strategy:
    """Without its weights the search goes on without a network, with a warning."""
    policy = policy_if_there(BEST)
    return STANDARD if policy is None else _with(policy)


def strategy_with(name: str) -> Strategy:
    """With the policy of that name (`none`: no network). Raises PolicyError where there is none of that name."""
    if name == "none":
        return STANDARD
    return default_strategy() if name == BEST else _with(load_policy(name))


def _with(policy: NetworkPolicy) -> Strategy:
    return replace(STANDARD, policy=policy)
