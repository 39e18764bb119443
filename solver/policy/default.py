"""The strategy that the search has by default: with the policy that measures best, if its weights are there."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.policy.inference import NetworkPolicy
    from solver.search.strategy import Strategy

#: In models/.
BEST = "first"


@cache
def default_strategy() -> Strategy:
    """Without its weights the search goes on without a network, with a warning."""
    from solver.policy.inference import policy_if_there
    from solver.search.strategy import STANDARD

    policy = policy_if_there(BEST)
    return STANDARD if policy is None else _with(policy)


def strategy_with(name: str) -> Strategy:
    """With the policy of that name (`none`: no network). Raises PolicyError where there is none of that name."""
    from solver.search.strategy import STANDARD

    if name == "none":
        return STANDARD
    if name == BEST:
        return default_strategy()
    from solver.policy.inference import load_policy

    return _with(load_policy(name))


def _with(policy: NetworkPolicy) -> Strategy:
    from solver.search.strategy import STANDARD

    return replace(STANDARD, policy=policy)
