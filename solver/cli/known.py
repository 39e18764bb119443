"""`porism problems search | similar | add | report | sql | clean | record`: all that is known, in one store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from solver.cli.isolated import run_isolated
from solver.cli.options import Format, Name, OutputFormat, Seed, Source, Timeout
from solver.cli.output import to_json
from solver.errors import ParseError, PorismError
from solver.language.problem import Problem
from solver.language.syntax import nearest, printable

if TYPE_CHECKING:
    from solver.store.figures import Figure
    from solver.store.query import Found
    from solver.store.suggest import Suggestion

StoreFile = Annotated[
    Path | None,
    typer.Option(
        "--store", help="your store [default: $PORISM_STORE, else the one in your data folder, if there is one]"
    ),
]
Where = Annotated[
    list[str] | None,
    typer.Option("--where", "-w", help="a condition: auxiliary=1, year>2000, suite=imo, theorems=pappus (repeatable)"),
]
Count = Annotated[int, typer.Option("-k", "--count", min=1, max=1000, help="how many to show")]
_COLUMNS_SHOWN = ("name", "year", "title")


def search(
    words: Annotated[
        list[str] | None, typer.Argument(help="words that must all be in the name, title, source, tags or texts")
    ] = None,
    where: Where = None,
    like: Annotated[
        str | None, typer.Option("--like", help="a statement, file or problem: those with a figure like it come first")
    ] = None,
    order: Annotated[
        str | None, typer.Option("--order", help="by a column, the greatest first with a minus: --order=-difficulty")
    ] = None,
    count: Count = 20,
    store: StoreFile = None,
    timeout: Timeout = 20.0,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Find problems by words, conditions and the likeness of their figures. Exit code 1 where there is none.

    Looks through the problems that come with porism and those of your store. What isn't known meets no condition.
    """
    from solver.store.known import search as search_known
    from solver.store.query import Condition, Order, Query

    conditions = tuple(map(Condition.parse, where or ()))
    by = Order.parse(order) if order is not None else None
    vector = None if like is None else _looked_at(_problem(like, None), timeout, seed).likeness.vector()
    query = Query(tuple(words or ()), conditions, vector, order=by, count=count)
    answer = search_known(query, store)
    if format is Format.JSON:
        sys.stdout.write(to_json([_as_object(found) for found in answer.found]))
    else:
        _print(answer.found)
        if answer.total > len(answer.found):
            print(f"… of {_counted(answer.total)}; --count shows more")
    raise typer.Exit(0 if answer.found else 1)


def similar(
    source: Source,
    name: Name = None,
    where: Where = None,
    count: Count = 5,
    exclude_same: Annotated[
        bool, typer.Option("--exclude-same", help="leave out the same figure with the same goal, under any names")
    ] = False,
    store: StoreFile = None,
    timeout: Timeout = 60.0,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Show the problems whose figures are most like this one's, and what was constructed there with the points of this one.

    Exit code 1 where there is none.
    """
    from solver.store.known import search as search_known
    from solver.store.query import Condition, Query
    from solver.store.suggest import sketch_of, suggestion

    conditions = tuple(map(Condition.parse, where or ()))
    figure = _looked_at(_problem(source, name), timeout, seed)
    left_out = figure.likeness.form() if exclude_same else ""
    query = Query((), conditions, figure.likeness.vector(), left_out, count=count)
    answer, sketch = search_known(query, store), sketch_of(figure)
    found = [(f, suggestion(f.entry, figure, sketch)) for f in answer.found]
    if format is Format.JSON:
        sys.stdout.write(to_json([_as_object(f) | _suggested(s) for f, s in found]))
    else:
        for f, s in found:
            print(_likeness_as_text(f, s))
        if not found:
            print("there is nothing like it")
    raise typer.Exit(0 if found else 1)


def add(
    sources: Annotated[
        list[Path],
        typer.Argument(
            help="folders of porism generate or porism bench, files or folders of problems, memories of earlier porisms"
        ),
    ],
    solve: Annotated[
        bool, typer.Option("--solve", help="solve problems of files, so that it is known what they need")
    ] = False,
    store: StoreFile = None,
    timeout: Timeout = 10.0,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Add to your store: theorems of porism generate, the proofs of a porism bench run, problems of files.

    Exit code 0: everything was added; 1: something wasn't, and the reason is given.
    """
    from solver.bench.run import PROGRESS_COLUMNS
    from solver.cli.sources import read_suite
    from solver.store.database import Added, Store, default_path
    from solver.store.entry import Entry
    from solver.store.load import (
        entries_of_data,
        entries_of_database,
        entries_of_run,
        entry_of_statement,
        is_data,
        is_database,
        is_run,
        runs_of,
    )  # fmt: skip

    into, refused = Store(store or default_path()), 0
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:

        def say(what: str, error: PorismError) -> None:
            nonlocal refused
            refused += 1
            progress.console.print(f"{printable(what)}: {error.message}", markup=False, highlight=False, soft_wrap=True)

        def of_files(path: Path) -> Iterable[Entry]:
            statements = read_suite(path)
            bar = progress.add_task(path.name, total=len(statements))
            for statement in statements:
                try:
                    yield run_isolated(
                        partial(entry_of_statement, statement, path.stem, timeout, seed, is_to_be_solved=solve),
                        2 * timeout,
                    )
                except PorismError as error:
                    say(statement.name, error)
                progress.update(bar, advance=1)

        added = Added()
        for path in sources:
            if is_data(path):
                entries: Iterable[Entry] = entries_of_data(path, say)
            elif is_run(path):
                entries = entries_of_run(path, timeout, say)
                into.add_runs(runs_of(path))
            else:
                entries = entries_of_database(path, timeout, say) if is_database(path) else of_files(path)
            added += into.add(entries)
    if format is Format.JSON:
        said = {"store": str(into.path), "added": added.new, "known": added.known, "refused": refused}
        sys.stdout.write(to_json(said))
    else:
        more = f", {refused:,} couldn't be taken in" if refused else ""
        print(f"{added.new:,} added, {added.known:,} known already{more}; the store is {into.path}")
    raise typer.Exit(1 if refused else 0)


def report(
    what: Annotated[
        str, typer.Argument(help="profile, goals, difficulty, theorems, duplicates or doubtful")
    ] = "profile",
    store: StoreFile = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Tell what is known, in figures: a profile, difficulty, theorems cited, duplicates, what looks wrong."""
    from solver.store.reports import REPORTS

    if what not in REPORTS:
        raise ParseError(
            f"there is no report {what!r:.60}", None, nearest(what, REPORTS, f"there are {', '.join(REPORTS)}")
        )
    _print_rows(REPORTS[what].sql, store, format)


def sql(
    query: Annotated[str, typer.Argument(help="SELECT … FROM entries (docs/known.md lists the columns)")],
    store: StoreFile = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Ask in SQL (DuckDB's), over the tables entries and runs. It reads only."""
    _print_rows(query, store, format)


def clean(store: StoreFile = None, format: OutputFormat = Format.TEXT) -> None:
    """Take out of your store generated theorems whose figure and goal another entry has: the hardest one stays."""
    from solver.store.database import Store, default_path
    from solver.store.reports import cleaned

    found = cleaned(Store(store or default_path()))
    if format is Format.JSON:
        sys.stdout.write(to_json({"left": found.new, "taken_out": found.known}))
    else:
        print(f"{found.known:,} taken out, {found.new:,} left")


def record(
    solve: Annotated[
        bool, typer.Option("--solve", help="solve those that aren't solved yet, as far as the time goes")
    ] = False,
    only: Annotated[str, typer.Option("--only", help="names that match this pattern")] = "*",
    timeout: Timeout = 20.0,
    seed: Seed = 0,
) -> None:
    """For maintainers: note in problems/known.jsonl the figures of the problems, and what their proofs need.

    What is there already stays, unless the statement has changed.
    """
    from solver.bench.run import PROGRESS_COLUMNS
    from solver.store.recorded import Recorded

    recorded = Recorded.here()
    waiting = [e for e in recorded.waiting(is_to_be_solved=solve) if Path(e.name).match(only)]
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("recording", total=len(waiting))
        for entry in waiting:
            try:
                recorded.put(
                    run_isolated(partial(recorded.found_out, entry, timeout, seed, is_to_be_solved=solve), 8 * timeout)
                )
            except PorismError as error:
                progress.console.print(f"{entry.name}: {error.message}", markup=False, highlight=False, soft_wrap=True)
            progress.update(bar, advance=1)
    print(f"{recorded.solved} of {len(recorded.rows)} are solved; in {recorded.path}")


def _problem(source: str, name: str | None) -> Problem:
    from solver.cli.sources import read_source

    return read_source(source, name)


def _looked_at(problem: Problem, timeout: float, seed: int) -> Figure:
    from solver.store.figures import figure_of

    return figure_of(problem, timeout, seed)


def _print_rows(query: str, store: Path | None, format: Format) -> None:
    from solver.store.known import sql as ask

    names, rows = ask(query, store)
    if format is Format.JSON:
        sys.stdout.write(to_json([dict(zip(names, map(_plain, row), strict=True)) for row in rows]))
        return
    cells = [names, *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(names))]
    for row in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cell(value: object) -> str:
    value = _plain(value)
    text = ", ".join(map(str, value)) if isinstance(value, list) else "–" if value is None else str(value)
    return printable(text.replace("\n", "; "))[:80]


def _plain(value: object) -> Any:
    """What JSON has a word for."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float):
        return round(value, 6)
    return value if isinstance(value, int | str | list | None) else str(value)


def _counted(total: int) -> str:
    from solver.store.query import COUNTED

    return f"{total:,}" if total < COUNTED else f"{COUNTED:,} or more"


def _print(found: Sequence[Found]) -> None:
    rows = [
        (f.entry.name, str(f.entry.year or ""), f.entry.title or _first_line(f.entry.statement), f.distance)
        for f in found
    ]
    width = max((len(name) for name, _, _, _ in rows), default=0)
    for name, year, title, distance in rows:
        near = "" if distance is None else f"{distance:5.3f}  "
        print(f"{near}{printable(name):<{width}}  {year:>4}  {printable(title)}")


def _first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= 100 else f"{line[:99]}…"


def _as_object(found: Found) -> dict[str, object]:
    from solver.store.entry import COLUMNS

    entry = {c.name: getattr(found.entry, c.name) for c in COLUMNS}
    entry = {name: list(value) if isinstance(value, tuple) else value for name, value in entry.items()}
    return entry | ({} if found.distance is None else {"distance": round(found.distance, 6)})


def _suggested(suggestion: Suggestion | None) -> dict[str, object]:
    return asdict(suggestion) if suggestion else {"likeness": 0.0, "map": {}, "constructions": []}


def _likeness_as_text(found: Found, suggestion: Suggestion | None) -> str:
    e = found.entry
    head = ", ".join(part for part in (printable(e.name), printable(e.title)) if part)
    lines = [f"{head}, at distance {found.distance:.3f}"]
    lines += [f"    {printable(line.strip())}" for line in e.statement.strip().splitlines() if line.strip()]
    if e.points_added:
        lines.append(f"  its proof adds: {printable(e.points_added)}")
    if suggestion is not None and suggestion.constructions:
        lines.append(f"  here: {'; '.join(suggestion.constructions)} (likeness {suggestion.likeness:.2f})")
    return "\n".join(lines)
