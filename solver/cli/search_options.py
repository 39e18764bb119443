"""From the options of a search and of its theorems to a strategy, a budget, and which theorems may be cited."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from solver.errors import ParseError
from solver.knowledge.library import library, run_by_default
from solver.knowledge.theorem import SCHOOL, Theorem
from solver.language.syntax import nearest, shown
from solver.policy.default import BEST, strategy_with
from solver.proving import DEFAULT_SEARCH, Method
from solver.runtime.processors import processors
from solver.search.budget import MEGABYTE, MEMORY, Budget, Memory

if TYPE_CHECKING:
    from solver.search.strategy import Strategy

HowToProve = Annotated[
    Method,
    typer.Option(
        "--method",
        help="synthetic: by deduction; algebraic: by coordinates; auto: by deduction, or by coordinates where that fails, or is long in a figure with nothing free",
    ),
]

#: The same, where what is to be done depends on the problems.
HowToProveIfSaid = Annotated[
    Method | None,
    typer.Option("--method", help="as for prove, and auto by default; with --no-search synthetic by default"),
]


def strategy_for(policy: str) -> Strategy | None:
    """None: the default one, which is loaded once a search begins. Raises PolicyError where there is no such policy."""
    return None if policy == BEST else strategy_with(policy)


class Level(str, Enum):
    """Which of the library's theorems may be cited. The inferences that are built in always are."""

    NONE = "none"
    SCHOOL = "school"
    ALL = "all"


def allowed_theorems(
    chosen: Sequence[Path] | None, trust: bool, without: Sequence[str] | None = None
) -> tuple[Theorem, ...]:
    """The library's theorems of a level, all where none is named, and those of the user's files.

    without: ids of theorems to leave out. Raises ParseError; FalseStatement of a user's theorem that fails.
    """
    levels = [Level(str(word)) for word in chosen or () if str(word) in list(Level)]
    files = [path for path in chosen or () if str(path) not in list(Level)]
    for path in files:
        if not path.exists():
            raise ParseError(
                f"there is no file {shown(str(path))}", None, "give none, school, all, or a file of theorems"
            )
    if len(levels) > 1:
        raise ParseError("--theorems names more than one level", None, "choose one of none, school and all")
    known = {t.id: t for t in library()}
    for name in without or ():
        if name not in known:
            raise ParseError(
                f"the library has no theorem {shown(name)}", None, nearest(name, known, "see porism theorems list")
            )
    own: tuple[Theorem, ...] = ()
    if files:
        from solver.knowledge.own import own_theorems

        own = own_theorems(files, trust=trust)
    level = levels[0] if levels else Level.ALL
    return (*(t for t in run_by_default() if _is_of(t, level) and t.id not in (without or ())), *own)


def _is_of(theorem: Theorem, level: Level) -> bool:
    return level is Level.ALL or (level is Level.SCHOOL and theorem.level == SCHOOL)


def search_budget(no_search: bool, closures: int | None, megabytes: int = MEMORY // MEGABYTE) -> Budget | None:
    """The limits of the search; None where there is to be no search."""
    return None if no_search else replace(DEFAULT_SEARCH, closures=closures, memory=Memory.of(megabytes * MEGABYTE))


def threads_of_use(threads: int) -> int:
    """The number of threads that was asked for, or one for each processor where that is fewer, with a note."""
    most = processors()
    if threads > most:
        print(f"note: {threads} threads on {most} processors would bring nothing: {most} are used", file=sys.stderr)
    return min(threads, most)
