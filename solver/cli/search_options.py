"""What the options of the search come to."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.policy.default import BEST, strategy_with
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

#: The same, where what is to be done depends on the problems.
HowToProveIfSaid = Annotated[
    Method | None,
    typer.Option("--method", help="as for prove; by default synthetic, and auto where the file has answers"),
]


def strategy_for(policy: str, memory: Path | None) -> Strategy | None:
    """None: the default one, which is loaded once a search begins. Raises PolicyError and MemoryFileError where there is
    no such thing."""
    if memory is None:
        return None if policy == BEST else strategy_with(policy)
    strategy = strategy_with(policy)
    from solver.memory.prior import MemoryPolicy
    from solver.memory.store import Store

    return replace(strategy, policy=MemoryPolicy(Store.for_reading(memory), strategy.policy))


def allowed_theorems(own: Sequence[Path] | None, trust: bool) -> tuple[Theorem, ...]:
    """The library's theorems and those of the user's files. Raises ParseError; FalseStatement of one that fails."""
    if not own:
        return run_by_default()
    from solver.knowledge.own import own_theorems

    return (*run_by_default(), *own_theorems(own, trust=trust))


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
