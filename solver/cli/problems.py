"""`porism problems list | show | check`: the problems that come with porism, and folders like theirs.

The commands that ask the store are in `solver.cli.known`.
"""

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
from solver.bench.texts import Language, TextCount, check_texts, texts_of
from solver.bench.verdicts import Seen, VerdictCount, look_at_verdicts
from solver.cli import known
from solver.cli.options import Format, OutputFormat, Seed, Timeout
from solver.cli.output import to_json
from solver.cli.sources import read_suite
from solver.collection import Entry, entries, entries_at, find
from solver.content import content_folder
from solver.errors import ParseError
from solver.language.read import NamedStatement
from solver.language.syntax import printable
from solver.language.unordered import unordered

app = typer.Typer(
    help="Problems and theorems that are known: list, show, search, add, report, check.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


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
    name: Annotated[str, typer.Argument(help="name of the problem, such as simson-line")],
    format: OutputFormat = Format.TEXT,
) -> None:
    """Show a problem: where it is from, what it says in words, and its statement."""
    entry = find(name)
    sys.stdout.write(to_json(_object(entry)) if format is Format.JSON else _text(entry))


for _command in (known.search, known.similar, known.add, known.report, known.sql, known.clean, known.record):
    app.command()(_command)


@app.command()
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="files or folders; those of porism if left out")] = None,
    shuffle: Annotated[
        bool, typer.Option("--shuffle", help="write them tersely first, and shuffle their sentences")
    ] = False,
    verdicts: Annotated[
        bool,
        typer.Option("--verdicts", help="instead, say whether each goal holds everywhere, nowhere or in some figures"),
    ] = False,
    texts: Annotated[
        bool,
        typer.Option("--texts", help="the problems' words, or a JSON file of texts: are they read, drawn, true?"),
    ] = False,
    language: Annotated[
        Language, typer.Option("--language", help="with --texts: which language of the problem files is read")
    ] = Language.ENGLISH,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="with --texts: the same problems said formally; by default the files' own"),
    ] = None,
    proves: Annotated[bool, typer.Option("--prove", help="with --texts: look for proofs as well")] = False,
    seed: Seed = 0,
    timeout: Timeout = 10.0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Look for a figure of each problem in which its goal holds. Exit code 0: all have one; 1: some haven't."""
    if texts:
        _check_texts(files or [content_folder("problems")], language, against, proves, seed, timeout, format)
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


def _check_texts(
    files: list[Path], language: Language, against: Path | None, proves: bool, seed: int, timeout: float, format: Format
) -> NoReturn:
    """Exit code 1 where a text isn't read, or has no figure in which its goals hold."""
    statements, formal = _texts_in(files, language)
    if against is not None:
        formal = read_suite(against)
    if not statements:
        raise ParseError("there are no texts here", None, "problem files have them under english: and chinese:")
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("reading and drawing", total=len(statements))
        count = check_texts(
            statements, formal, seed, timeout, proves, lambda _: progress.update(bar, advance=1),
        )  # fmt: skip
    table = count.table()
    if format is Format.JSON:
        found = [
            {
                "name": c.name, "read": c.is_read, "drawn": c.is_drawn, "goal_true": c.is_true,
                "faithful": c.is_faithful, "proved": c.is_proved, "message": c.message,
            }
            for c in count.found
        ]  # fmt: skip
        sys.stdout.write(to_json({**table, "found": found}))
    else:
        _print_texts(count)
        print("; ".join(f"{key.replace('_', ' ')} {value}" for key, value in table.items()))
    raise typer.Exit(0 if table["goal_true"] == table["texts"] else 1)


def _texts_in(files: list[Path], language: Language) -> tuple[list[NamedStatement], list[NamedStatement]]:
    """The texts of JSON files and of problem files, and the formal statements of the latter."""
    texts, formal = [], []
    for path in files:
        if path.suffix.lower() == ".json":
            texts += read_suite(path)
            continue
        found = list(entries_at(path))
        texts += texts_of(found, language)
        formal += [entry.statement for entry in found]
    return texts, formal


def _print_texts(count: TextCount) -> None:
    """A line for each text: how far it came, and what is wrong."""
    columns = ("read", "drawn", "goal true", "faithful", "proved")
    width = max(len(printable(c.name)) for c in count.found)
    print(f"{'':<{width}}  {'  '.join(columns)}")
    for c in count.found:
        answers = (c.is_read, c.is_drawn, c.is_true, c.is_faithful, c.is_proved)
        cells = [
            f"{'–' if is_so is None else 'yes' if is_so else 'no':<{len(column)}}"
            for column, is_so in zip(columns, answers, strict=True)
        ]
        print(f"{printable(c.name):<{width}}  {'  '.join(cells)}  {printable(c.message)}".rstrip())


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
