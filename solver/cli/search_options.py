"""What the options of the search come to."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from solver.policy.default import strategy_with
from solver.proving import DEFAULT_SEARCH, Method
from solver.runtime.processors import processors
from solver.search.strategy import Strategy
from solver.search.tree import MEGABYTE, MEMORY, Budget
from solver.search.tree import Memory as SearchMemory

HowToProve = Annotated[
    Method,
    typer.Option(
        "--method", help="by deduction (synthetic), by coordinates (algebraic), or the second where the first fails"
    ),
]


def strategy_for(policy: str, memory: Path | None) -> Strategy:
    """Raises PolicyError and MemoryFileError where there is no such thing."""
    strategy = strategy_with(policy)
    if memory is None:
        return strategy
    from solver.memory.prior import MemoryPolicy
    from solver.memory.store import Store

    return replace(strategy, policy=MemoryPolicy(Store.for_reading(memory), strategy.policy))


def search_budget(no_search: bool, closures: int | None, megabytes: int = MEMORY // MEGABYTE) -> Budget | None:
    """Of the search; None where there is to be none."""
    return (
        None if no_search else replace(DEFAULT_SEARCH, closures=closures, memory=SearchMemory.of(megabytes * MEGABYTE))
    )


def threads_of_use(threads: int) -> int:
    """So many threads, or one for each processor where that is fewer, with a note."""
    most = processors()
    if threads > most:
        print(f"note: {threads} threads on {most} processors would bring nothing: {most} are used", file=sys.stderr)
    return min(threads, most)
