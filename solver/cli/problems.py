"""`porism problems list | show | search`: the problems that come with porism."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from solver.cli.options import Format, OutputFormat
from solver.cli.report import to_json
from solver.collection import Entry, entries, find, search
from solver.errors import ParseError

app = typer.Typer(help="The problems that come with porism: list, show, search.", no_args_is_help=True)


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
    parts = ["\n".join(line for line in head if line), file.words, file.statement.strip(), "\n".join(known)]
    return "\n\n".join(part for part in parts if part) + f"\n\nporism prove {entry.name}\n"


def _object(entry: Entry) -> dict[str, object]:
    file = entry.file
    return {
        "name": entry.name, "suite": entry.suite, "title": file.title, "source": file.source, "year": file.year,
        "tags": list(file.tags), "words": file.words, "statement": file.statement.strip(),
        "auxiliary": list(file.auxiliary),
    }  # fmt: skip
