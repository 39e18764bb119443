"""`porism memory add | stats | similar`: known configurations and what was constructed in them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from solver.bench.run import PROGRESS_COLUMNS
from solver.cli.isolated import run_isolated
from solver.cli.options import Format, Name, OutputFormat, Seed, Source, Timeout
from solver.cli.output import to_json
from solver.cli.sources import read_source, read_suite, require_readable, unreadable
from solver.errors import ParseError, PorismError
from solver.language.problem import Problem
from solver.language.read import NamedStatement
from solver.language.syntax import printable
from solver.memory.configuration import Configuration
from solver.memory.learn import Figure, drawn, of_problem, of_record
from solver.memory.prior import Suggestion, suggested
from solver.memory.store import Neighbor, Store, default_path
from solver.memory.transfer import Sketch
from solver.memory.words import suggestion_in_words
from solver.records.dataset import Dataset
from solver.records.record import Record
from solver.records.shards import MANIFEST
from solver.statements.predicates import EXPLORE

app = typer.Typer(
    help="The memory: known configurations, and the auxiliary points that were constructed in them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

MemoryFile = Annotated[
    Path | None,
    typer.Option(
        "--memory", help="the file; left out: $PORISM_MEMORY, or porism/memory.duckdb in your folder for data"
    ),
]


@app.command()
def add(
    sources: Annotated[
        list[Path], typer.Argument(help="folders of porism generate; files or folders of problems, to be solved")
    ],
    memory: MemoryFile = None,
    timeout: Timeout = 10.0,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Add theorems that need auxiliary points, and problems as far as the search solves them by such points.

    Of a folder of porism generate the held-out part stays out. Exit code 0: all was read; 1: a statement wasn't.
    """
    path = memory or default_path()
    theorems = [s for s in sources if (s / MANIFEST).exists()]
    suites = [p for s in sources if s not in theorems for p in read_suite(s)]
    unread = unreadable(suites)
    problems = [p for p in suites if p not in unread]
    if unread and not problems and not theorems:
        require_readable(suites)  # there is nothing to add: no empty memory is made
    with Store.for_writing(path) as store, Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        added = [store.add(_learned(Dataset(folder).training(), progress)) for folder in theorems]
        for statement, error in unread.items():
            _say(progress, statement.name, error)
        bar = progress.add_task("solving", total=len(problems), visible=bool(problems))
        for problem in problems:
            solved = _solved(problem, timeout, seed, progress)
            if solved is not None:
                added.append(store.add([solved]))
            progress.update(bar, advance=1)
        count = store.statistics().count
    new, known = sum(a.new for a in added), sum(a.known for a in added)
    if format is Format.JSON:
        said = {"memory": str(path), "added": new, "known": known, "unread": len(unread), "configurations": count}
        sys.stdout.write(to_json(said))
    else:
        refused = f", {len(unread):,} couldn't be read" if unread else ""
        print(f"{new:,} added, {known:,} known already{refused}; {count:,} configurations in {path}")
    raise typer.Exit(1 if unread else 0)


@app.command()
def stats(memory: MemoryFile = None, format: OutputFormat = Format.TEXT) -> None:
    """Count what is in the memory."""
    path = memory or default_path()
    with Store.for_reading(path) as store:
        found = store.statistics()
    if format is Format.JSON:
        sys.stdout.write(
            to_json({
                "memory": str(path), "configurations": found.count, "by_goal": found.by_goal,
                "by_points": found.by_points, "by_auxiliary": found.by_auxiliary,
            })
        )  # fmt: skip
        return
    print(f"{found.count:,} configurations in {path}")
    for what, counts in (
        ("goal", found.by_goal),
        ("points", found.by_points),
        ("auxiliary points", found.by_auxiliary),
    ):
        print(f"by {what}: {_counted(counts)}")


@app.command()
def similar(
    source: Source,
    name: Name = None,
    memory: MemoryFile = None,
    count: Annotated[int, typer.Option("-k", "--count", min=1, max=1000, help="how many configurations to show")] = 5,
    exclude_same: Annotated[
        bool, typer.Option("--exclude-same", help="leave out the same figure with the same goal, under any names")
    ] = False,
    timeout: Timeout = 60.0,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Show the nearest known configurations, and what was constructed there with the points of this one.

    Exit code 1 where there is none.
    """
    problem = read_source(source, name)
    if problem.goal.predicate is EXPLORE:
        raise ParseError("the statement has no goal", None, "the memory compares figures with their goals")
    if problem.others:
        raise ParseError("the statement has several goals", None, "the memory compares figures with one: leave one")
    path = memory or default_path()
    with Store.for_reading(path) as store:
        figure, configuration = run_isolated(partial(_looked_at, problem, timeout, seed), timeout)
        left_out = configuration.form if exclude_same else ""
        neighbors = store.nearest(configuration.vector, count, left_out)
    suggestions = suggested(neighbors, Sketch(configuration.known, configuration.graph))
    found = [(n, next((s for s in suggestions if s.source is n), None)) for n in neighbors]
    if format is Format.JSON:
        sys.stdout.write(to_json([_as_object(n, s, figure) for n, s in found]))
    else:
        for neighbor, suggestion in found:
            print(_as_text(neighbor, suggestion, figure))
        if not found:
            print(f"there is nothing like it in {path}")
    raise typer.Exit(0 if found else 1)


def _looked_at(problem: Problem, seconds: float, seed: int) -> tuple[Problem, Configuration]:
    figure: Figure = drawn(problem, seconds, seed)
    return figure.problem, figure.configuration()


def _solved(statement: NamedStatement, timeout: float, seed: int, progress: Progress) -> Configuration | None:
    """None where there is nothing to remember: why is said, and the others go on."""
    try:
        return run_isolated(partial(of_problem, statement.parse(), timeout, seed), timeout)
    except PorismError as error:
        _say(progress, statement.name, error)
        return None


def _learned(records: Iterable[Record], progress: Progress) -> Iterator[Configuration]:
    for record in records:
        try:
            yield of_record(record)
        except PorismError as error:
            _say(progress, f"{record.origin} (seed {record.seed})", error)


def _say(progress: Progress, name: str, error: PorismError) -> None:
    progress.console.print(f"{printable(name)}: {error.message}", markup=False, highlight=False)


def _counted(counts: Mapping[Any, int]) -> str:
    return ", ".join(f"{what} {n:,}" for what, n in counts.items()) or "none"


def _as_text(neighbor: Neighbor, suggestion: Suggestion | None, problem: Problem) -> str:
    c = neighbor.configuration
    lines = [f"{printable(c.name)}, at distance {neighbor.distance:.3f}"]
    lines += [f"    {printable(line.strip())}" for line in c.statement.strip().splitlines() if line.strip()]
    if suggestion is None:
        return "\n".join([*lines, "  what was constructed there has no counterpart here"])
    here = "; ".join(suggestion_in_words(suggestion, problem))
    return "\n".join([*lines, f"  here: {here} (likeness {suggestion.mapping.score:.2f})"])


def _as_object(neighbor: Neighbor, suggestion: Suggestion | None, problem: Problem) -> dict[str, object]:
    c = neighbor.configuration
    image = suggestion.mapping.image if suggestion else ()
    return {
        "name": c.name,
        "distance": round(neighbor.distance, 6),
        "statement": c.statement,
        "map": {c.points[i]: problem.points[q] for i, q in enumerate(image) if q >= 0},
        "likeness": round(suggestion.mapping.score, 6) if suggestion else 0.0,
        "constructions": suggestion_in_words(suggestion, problem) if suggestion else [],
    }
