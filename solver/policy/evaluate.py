"""How early the policy comes to what is needed, against the orders that the search has without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

import numpy as np

from solver.policy.examples import SECONDS, Opened, opened
from solver.policy.inference import NetworkPolicy, NetworkPrior
from solver.policy.ranks import OF_STAGES, Accuracy, before_trials, rank
from solver.records.record import Record
from solver.runtime.executors import Executor, in_order
from solver.search.prior import Coincidences
from solver.search.scores import Heuristics

#: Records that a worker takes at a time.
CHUNK = 4
#: The orders that are compared.
BEFORE, COINCIDENCES, POLICY, AFTER = (
    "by stage and how often a place is reached",
    "the search's heuristics, before trials",
    "policy",
    "the search's heuristics, after trials",
)


def evaluated(
    records: Iterable[Record], policy: NetworkPolicy, executor: Executor, *, trials: bool
) -> dict[str, Accuracy]:
    """The accuracy of each order on the nodes of the records. trials: try all candidates, to rank them by what comes of it."""
    ranks: dict[str, list[float]] = {}
    for found in _all(records, policy, executor, trials):
        for name, value in found.items():
            ranks.setdefault(name, []).append(value)
    return {name: Accuracy.of(found) for name, found in ranks.items()}


def _all(
    records: Iterable[Record], policy: NetworkPolicy, executor: Executor, trials: bool
) -> Iterator[dict[str, float]]:
    rest = iter(records)
    chunks = iter(lambda: list(islice(rest, CHUNK)), [])
    for found in in_order(executor, (partial(_of_records, chunk, policy, trials) for chunk in chunks)):
        yield from found


def _of_records(records: Sequence[Record], policy: NetworkPolicy, trials: bool) -> list[dict[str, float]]:
    return [
        _of_node(node, NetworkPrior(policy.network, node.stated), trials)
        for record in records
        for node in opened(record)
    ]  # fmt: skip


def _of_node(node: Opened, prior: NetworkPrior, trials: bool) -> dict[str, float]:
    candidates = node.candidates
    places = candidates.place
    orders = {
        BEFORE: before_trials(candidates.reached, candidates.stage),
        COINCIDENCES: Coincidences().scores(node.node, candidates) - OF_STAGES * candidates.stage,
        POLICY: prior.scores(node.node, candidates),
    }
    if trials:
        # The trials of all stages up to the last one, as they are numbered in the core now.
        tried = node.node.tried(candidates, 1, SECONDS)
        after = Heuristics().scores(node.node, candidates, tried)
        orders[AFTER] = np.where(tried["done"] > 0, after, -np.inf)
    return {name: rank(scores, node.positive, places) for name, scores in orders.items()}
