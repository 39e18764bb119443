"""The options that commands share, each declared once."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from solver.policy.default import strategy_with
from solver.proof.write.forms import Form
from solver.proving import DEFAULT_SEARCH, Method
from solver.runtime.processors import processors
from solver.search.strategy import Strategy
from solver.search.tree import MEGABYTE, MEMORY, Budget
from solver.search.tree import Memory as SearchMemory


class Format(str, Enum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"


class Assume(str, Enum):
    """What `porism prove` takes for granted where the goal depends on the figure."""

    FIGURE = "figure"


class Target(str, Enum):
    """What `porism convert` writes: a language (`solver.language.convert`), or a GeoGebra file."""

    PLAIN = "plain"
    CONSTRUCTIVE = "constructive"
    COORDINATES = "coordinates"
    GEOGEBRA = "geogebra"


Source = Annotated[str, typer.Argument(help="a file (also .ggb), a statement in quotes, or - for standard input")]
Goal = Annotated[
    str | None, typer.Option("--goal", help='of a GeoGebra file: "B H = B D", "cong B H B D", or the name of a boolean')
]
Name = Annotated[str | None, typer.Option("--name", help="which problem of the file")]
Timeout = Annotated[float, typer.Option("--timeout", min=0.001, max=1e6, help="seconds for a problem")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="of all randomness: the same seed, the same result")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, max=1024, help="processes side by side (one problem needs one)")]
OutFile = Annotated[Path | None, typer.Option("--out", help="write to this file, not to the terminal")]
ProblemFiles = Annotated[list[Path], typer.Argument(help="files or folders of problems")]
Only = Annotated[str, typer.Option("--only", help="names that match this pattern, like imo_*")]
Resume = Annotated[bool, typer.Option("--resume", help="go on with the results in --out")]
OwnTheorems = Annotated[
    list[Path] | None, typer.Option("--theorems", help="a file of your own theorems, tested before use (repeatable)")
]
Trust = Annotated[bool, typer.Option("--trust", help="use your own theorems without testing them")]
HowToProve = Annotated[
    Method,
    typer.Option(
        "--method", help="by deduction (synthetic), by coordinates (algebraic), or the second where the first fails"
    ),
]
NoSearch = Annotated[bool, typer.Option("--no-search", help="no auxiliary points: the closure alone")]
OutputFormat = Annotated[Format, typer.Option("--format", help="how the result is written")]
ProofForm = Annotated[
    Form | None,
    typer.Option(
        "--format", help="the form of the proof; as the suffix of --out says (.md, .tex, .tikz, .html, .json), or text"
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="without the statement as it was understood")]
Threads = Annotated[int, typer.Option("--threads", min=1, max=1024, help="threads of the search of one problem")]
SearchBudget = Annotated[
    int | None,
    typer.Option("--search-budget", min=1, help="at most so many trials of auxiliary points, within the time limit"),
]


MemoryLimit = Annotated[
    int,
    typer.Option(
        "--memory-limit", min=200, max=10**6, help="megabytes that a search may take: what can be made anew is dropped"
    ),
]


PolicyName = Annotated[
    str,
    typer.Option(
        "--policy", help="the network that ranks auxiliary points: a name in models/, a .safetensors file, none"
    ),
]


Memory = Annotated[
    Path | None,
    typer.Option("--memory", help="a memory (porism memory add): what helped in figures like this one is tried first"),
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
