"""`porism problems list | show | search | check`: the problems that come with porism, and folders like theirs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress

from solver.bench.figures import FigureCount, count_figures
from solver.bench.run import PROGRESS_COLUMNS
from solver.bench.texts import check_texts
from solver.bench.verdicts import Seen, VerdictCount, look_at_verdicts
from solver.cli.options import Format, OutputFormat, Seed, Timeout
from solver.cli.output import to_json
from solver.cli.sources import read_suite
from solver.collection import Entry, entries, find, search
from solver.content import content_folder
from solver.errors import ParseError
from solver.language.read import NamedStatement
from solver.language.syntax import printable
from solver.language.unordered import unordered

app = typer.Typer(help="The problems that come with porism: list, show, search, check.", no_args_is_help=True)


@app.command("list")
def list_problems(
    suite: Annotated[str | None, typer.Argument(help="only this suite, such as imo")] = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """List the problems: name, year, title."""
    found = [entry for entry in entries() if suite in (None, entry.suite)]
    if not found:
        raise ParseError(
            f"there is no suite {suite}", None, f"there are: {', '.join(sorted({e.suite for e in entries()}))}"
        )
    _print(found, format)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="of the problem, such as simson-line")], format: OutputFormat = Format.TEXT
) -> None:
    """Show a problem: where it is from, what it says in words, and its statement."""
    entry = find(name)
    sys.stdout.write(to_json(_object(entry)) if format is Format.JSON else _text(entry))


@app.command("search")
def search_problems(
    words: Annotated[list[str], typer.Argument(help="words that name, title, source, tags or text have, all of them")],
    format: OutputFormat = Format.TEXT,
) -> None:
    """Find problems by their words. Exit code 1 where there is none."""
    found = list(search(words))
    _print(found, format)
    raise typer.Exit(0 if found else 1)


@app.command()
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="files or folders; those of porism if left out")] = None,
    shuffle: Annotated[
        bool, typer.Option("--shuffle", help="in the plain language, their sentences in no order of construction")
    ] = False,
    verdicts: Annotated[
        bool,
        typer.Option("--verdicts", help="instead, in which figures each goal holds: everywhere, nowhere or somewhere"),
    ] = False,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="a JSON file of statements in prose: which are read, drawn, faithful")
    ] = None,
    formal: Annotated[
        Path | None, typer.Option("--formal", help="with --texts: the same problems in another language, to compare")
    ] = None,
    seed: Seed = 0,
    timeout: Timeout = 10.0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Look for a figure of each problem in which its goal holds. Exit code 0: all have one; 1: some haven't."""
    if texts is not None:
        _check_texts(texts, formal, seed, timeout, format)
    statements = [s for path in files or [content_folder("problems")] for s in read_suite(path)]
    if verdicts:
        _check_verdicts(statements, format)
    rewrite = partial(unordered, seed=seed) if shuffle else lambda statement: statement
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("drawing", total=len(statements))
        count = count_figures(statements, seed, timeout, rewrite, lambda _: progress.update(bar, advance=1))
    sys.stdout.write(_as_json(count, seed) if format is Format.JSON else _as_text(count, seed))
    raise typer.Exit(1 if count.failures else 0)


def _check_verdicts(statements: list[NamedStatement], format: Format) -> NoReturn:
    """Exit code 1 where a goal doesn't hold everywhere."""
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("looking at figures", total=len(statements))
        seen: list[Seen] = []
        for statement in statements:
            seen += look_at_verdicts([statement])
            progress.update(bar, advance=1)
    count = VerdictCount(tuple(seen))
    if format is Format.JSON:
        sys.stdout.write(
            to_json(
                {
                    **count.table(),
                    "exceptions": [{"name": one.name, "message": one.message} for one in count.exceptions],
                }
            )
        )
    else:
        for one in count.exceptions:
            print(f"{printable(one.name)}: {one.message}")
        print("; ".join(f"{key.replace('_', ' ')} {value}" for key, value in count.table().items()))
    raise typer.Exit(1 if count.exceptions else 0)


def _check_texts(texts: Path, formal: Path | None, seed: int, timeout: float, format: Format) -> NoReturn:
    statements = read_suite(texts)
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("reading and drawing", total=len(statements))
        count = check_texts(
            statements, read_suite(formal) if formal is not None else (), seed, timeout,
            lambda _: progress.update(bar, advance=1),
        )  # fmt: skip
    table = count.table()
    why = {
        c.name: c.unread or c.undrawn or f"not so in the formal statement's figure: {', '.join(c.unlike or ())}"
        for c in count.found
        if not c.is_drawn or (formal is not None and not c.is_faithful)
    }
    if format is Format.JSON:
        sys.stdout.write(to_json({**table, "failures": why}))
    else:
        for name, reason in why.items():
            print(f"{printable(name)}: {reason}")
        print("; ".join(f"{key.replace('_', ' ')} {value}" for key, value in table.items()))
    raise typer.Exit(0 if table["drawn"] == table["texts"] else 1)


def _as_text(count: FigureCount, seed: int) -> str:
    lines = [f"{printable(f.name)}: {f.message} ({f.seconds:.2f} s)" for f in count.failures]
    have = len(count.found) - len(count.failures)
    lines.append(
        f"{have} of {len(count.found)} ({count.share:.1%}) have a figure in which the goal holds; "
        f"seconds: median {count.median:.3f}, longest {count.longest:.3f} (seed {seed})"
    )
    return "\n".join(lines) + "\n"


def _as_json(count: FigureCount, seed: int) -> str:
    return to_json(
        {
            "problems": len(count.found),
            "with_figure": len(count.found) - len(count.failures),
            "share": round(count.share, 6),
            "seconds_median": round(count.median, 6),
            "seconds_max": round(count.longest, 6),
            "seed": seed,
            "failures": {f.name: f.message for f in count.failures},
        }
    )


def _print(found: Iterable[Entry], format: Format) -> None:
    if format is Format.JSON:
        sys.stdout.write(to_json([_object(entry) for entry in found]))
        return
    rows = [(e.name, str(e.file.year or ""), e.file.title) for e in found]
    width = max((len(name) for name, _, _ in rows), default=0)
    for name, year, title in rows:
        print(f"{name:<{width}}  {year:>4}  {title}")


def _text(entry: Entry) -> str:
    file = entry.file
    head = [file.title, ", ".join(part for part in (file.source, str(file.year or "")) if part), ", ".join(file.tags)]
    known = [f"known to help: {clause}" for clause in file.auxiliary]
    parts = [
        "\n".join(line for line in head if line),
        file.english,
        file.chinese,
        file.statement.strip(),
        "\n".join(known),
    ]
    return "\n\n".join(part for part in parts if part) + f"\n\nporism prove {entry.name}\n"


def _object(entry: Entry) -> dict[str, object]:
    file = entry.file
    return {
        "name": entry.name, "suite": entry.suite, "title": file.title, "source": file.source, "year": file.year,
        "tags": list(file.tags), "english": file.english, "chinese": file.chinese, "statement": file.statement.strip(),
        "auxiliary": list(file.auxiliary),
    }  # fmt: skip
