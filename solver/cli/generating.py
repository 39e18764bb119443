"""`porism generate`, and `porism data stats | show | sample | overlap | from-search`: training data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console

from solver.cli.executing import executor_for
from solver.cli.figures import drawing_for, require_places, save_figure
from solver.cli.options import Format, Jobs, OutputFormat, ProblemFiles, Ray, Resume, Seed, Timeout
from solver.cli.output import to_json
from solver.cli.sources import read_suite, require_readable
from solver.errors import PorismError
from solver.generate.look import Shown, shown
from solver.generate.run import RunOptions
from solver.generate.run import generate as run_generator
from solver.generate.search_run import search_suites
from solver.generate.statistics import Statistics, plot, statistics
from solver.generate.suites import Forms, excluded, forms_of_all, overlap
from solver.language.read import NamedStatement
from solver.records.dataset import Dataset
from solver.records.described import Described
from solver.records.shards import Manifest

app = typer.Typer(
    help="Training data: look at it, and keep the problems of suites out of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Folder = Annotated[Path, typer.Argument(help="a folder of training data")]
OutFolder = Annotated[Path, typer.Option("--out", help="folder for the shards and their manifest")]
Suites = Annotated[
    list[Path] | None,
    typer.Option("--exclude", help="leave out what is in these suites, files or folders (repeatable)"),
]


#: What the processes of these commands need.
PRELOAD = ("solver.generate.run", "igraph")


def _read_suites(paths: Sequence[Path]) -> list[NamedStatement]:
    return [statement for path in paths for statement in read_suite(path)]


def _say_missing(forms: Sequence[Forms]) -> None:
    for f in forms:
        if f.missing:
            print(f"{f.name}: not compared by what its figure knows: {f.missing}", file=sys.stderr)


def generate(
    out: OutFolder,
    count: Annotated[int | None, typer.Option("--count", min=1, help="stop after this many theorems")] = None,
    minutes: Annotated[float | None, typer.Option("--minutes", min=0.0, help="stop after this many minutes")] = None,
    seed: Seed = 0,
    jobs: Jobs = 1,
    resume: Resume = False,
    ray: Ray = None,
    exclude: Suites = None,
    proofs: Annotated[
        bool,
        typer.Option("--proofs", help="prove each, check the proof and record its length (slower)"),
    ] = False,
) -> None:
    """Discover theorems that need auxiliary points, in random figures, and keep them as training data."""
    if count is None and minutes is None:
        raise PorismError("there is no end to it", None, "give --count, or --minutes")
    from solver.generate.discover import Settings, discover

    console = Console(stderr=True)
    left_out = _read_suites(exclude or ())
    require_readable(left_out)
    with closing(executor_for(jobs, ray, PRELOAD)) as executor:
        forms = forms_of_all(left_out, executor)
        _say_missing(forms)
        options = RunOptions(out, seed, Settings(proofs=proofs), count, minutes, resume, excluded(forms))
        manifest = run_generator(discover, options, executor, console)
    print(_said(manifest, out))


def _said(manifest: Manifest, out: Path) -> str:
    shards = manifest.shards
    lines = [f"  {failure}" for failure in manifest.failures]
    if failed := sum(s.failed for s in shards):
        lines.insert(0, f"{failed} figures or theorems failed, among them:")
    lines.append(
        f"{manifest.records:,} theorems of {manifest.figures:,} figures, {sum(s.duplicates for s in shards):,} duplicates "
        f"and {sum(s.excluded for s in shards):,} excluded ones left out; {manifest.throughput:.1f} theorems with auxiliary "
        f"points per second per core (seed {manifest.seed}), in {out}"
    )
    return "\n".join(lines)


@app.command()
def stats(
    folder: Folder,
    plots: Annotated[Path | None, typer.Option("--plot", help="draw the distributions: .svg or .png")] = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Count what is there: by goal, kind of construction, points, length of proof, difficulty."""
    if plots is not None and plots.suffix not in (".svg", ".png"):
        raise PorismError(f"{plots} is neither .svg nor .png", None, "choose one of the two")
    require_places(plots, None)
    found = statistics(Dataset(folder))
    sys.stdout.write(to_json(found.as_object()) if format is Format.JSON else _as_text(found))
    if plots is not None:
        plot(found, plots)


def _as_text(s: Statistics) -> str:
    lines = [f"{s.records:,} records, {s.held_out:,} of them held out; {s.searched:,} from the search"]
    for title, counts in s.counts.items():
        lines += ["", title]
        width = max((len(str(name)) for name in counts), default=0)
        lines += [f"  {name!s:<{width}}  {n:>9,}  {n / s.records:>6.1%}" for name, n in counts.items()]
    return "\n".join(lines) + "\n"


@app.command()
def show(
    folder: Folder,
    number: Annotated[int, typer.Argument(min=0, help="number of the record, from 0")],
    figure: Annotated[Path | None, typer.Option("--figure", help="draw it: .svg, .png or .ggb")] = None,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Show a record: its statement, its auxiliary points, the proof with them. Exit code 1 where it isn't proved."""
    draw = drawing_for(figure) if figure is not None else None
    require_places(figure, None)
    row = Dataset(folder).row(number)
    found = shown(row.record)
    if format is Format.JSON:
        sys.stdout.write(to_json(_object(number, row) | {"certificate": found.proof and found.proof.certificate}))
    else:
        sys.stdout.write(_head(number, row) + _proof(found))
    if figure is not None and draw is not None:
        save_figure(draw(found.problem, found.diagram), figure)
    raise typer.Exit(0 if found.proof is not None else 1)


@app.command()
def sample(
    folder: Folder,
    count: Annotated[int, typer.Option("--count", min=1, help="how many records to show")] = 5,
    seed: Seed = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Show some records, chosen at random, without their proofs."""
    data = Dataset(folder)
    chosen = np.random.default_rng(seed).permutation(len(data))[:count].tolist()
    rows = [(number, data.row(number)) for number in chosen]
    if format is Format.JSON:
        sys.stdout.write(to_json([_object(number, row) for number, row in rows]))
    else:
        sys.stdout.write("\n".join(_head(number, row) for number, row in rows))


def _head(number: int, row: Described) -> str:
    r = row.record
    lines = [f"record {number}, {r.origin} (seed {r.seed}){', held out' if row.is_held_out else ''}", r.statement]
    lines += [f"  with {clause}" for clause in row.auxiliary]
    instead = f", {len(r.alternatives)} other points would do" if r.alternatives else ""
    lines.append(f"proof of {r.proof_length} steps, difficulty {r.difficulty:.1f} bits{instead}")
    return "\n".join(lines) + "\n"


def _proof(found: Shown) -> str:
    return f"\n{found.proof.text()}" if found.proof is not None else f"\nnot proved: {found.reason}\n"


def _object(number: int, row: Described) -> dict[str, object]:
    r = row.record
    return {
        "number": number, "statement": r.statement, "auxiliary": list(row.auxiliary), "goal": row.goal, "points": row.points,
        "proof_length": r.proof_length, "difficulty": r.difficulty, "alternatives": len(r.alternatives), "seed": r.seed,
        "origin": r.origin, "held_out": row.is_held_out, "canonical": row.canonical, "known_form": row.known,
    }  # fmt: skip


@app.command("overlap")
def overlap_command(folder: Folder, files: ProblemFiles, jobs: Jobs = 1, ray: Ray = None) -> None:
    """Say how many problems of suites are in the data, by both canonical forms. Exit code 0: none; 1: some, by name."""
    data = Dataset(folder)
    data.require_labelling()
    with closing(executor_for(jobs, ray, PRELOAD)) as executor:
        forms = forms_of_all(_read_suites(files), executor)
    _say_missing(forms)
    result = overlap(data, forms)
    for f, number in result.found:
        print(f"{f.name} is record {number}")
    compared = sum(bool(f.canonical or f.known) for f in forms)
    print(f"{len(result.found)} of {result.problems} problems ({compared} compared) are among {len(data):,} records")
    raise typer.Exit(1 if result.found or compared < result.problems else 0)


@app.command("from-search")
def from_search(
    files: ProblemFiles,
    out: OutFolder,
    timeout: Timeout = 60.0,
    jobs: Jobs = 1,
    seed: Seed = 0,
    resume: Resume = False,
    ray: Ray = None,
) -> None:
    """Solve problems by the search and keep what it found as training data; say why a problem gives none."""
    with closing(executor_for(jobs, ray, PRELOAD)) as executor:
        manifest = search_suites(
            _read_suites(files), out, timeout, seed, resume, executor, lambda line: print(line, flush=True)
        )
    print(f"{manifest.records:,} of {manifest.figures:,} problems gave a record (seed {seed}), in {out}")
