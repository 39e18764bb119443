"""The commands: each reads its input, calls the library and prints what came out."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from solver.bench.run import BenchOptions, run_bench
from solver.cli import theorems as theorem_commands
from solver.cli.report import result_as_json, result_as_text, verdict
from solver.diagram.build import build_diagram
from solver.diagram.draw import save_png, scene_of, to_svg
from solver.errors import CertificateError, ParseError, PorismError
from solver.knowledge.library import library, run_by_default
from solver.knowledge.own import own_theorems
from solver.knowledge.theorem import Theorem
from solver.language.constructions import CONSTRUCTIONS
from solver.language.problem import Problem
from solver.language.read import LARGEST_FILE, decode, parse_statement, read_problems, select
from solver.language.syntax import nearest
from solver.proof.checker import TheoremStatement, check_certificate, read_certificate
from solver.prove import prove as run_prove

app = typer.Typer(
    help="porism: a prover for olympiad geometry.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(theorem_commands.app, name="theorems")


class Format(str, Enum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"


Source = Annotated[str, typer.Argument(help="a file, a statement in quotes, or - for standard input")]
Name = Annotated[str | None, typer.Option("--name", help="which problem of the file")]
Timeout = Annotated[float, typer.Option("--timeout", min=0.001, help="seconds for a problem")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="of all randomness")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="processes side by side")]
OutFile = Annotated[Path | None, typer.Option("--out", help="write to this file, not to the terminal")]
OwnTheorems = Annotated[
    list[Path] | None, typer.Option("--theorems", help="a file of your own theorems, tested before use (repeatable)")
]
Trust = Annotated[bool, typer.Option("--trust", help="use your own theorems without testing them")]
NoSearch = Annotated[bool, typer.Option("--no-search", help="no auxiliary points (there is no search yet)")]
OutputFormat = Annotated[Format, typer.Option("--format", help="how the result is written")]


def read_bytes(path: Path) -> bytes:
    """Of a file, no more than is allowed of one (so that a huge file is refused without being read)."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def read_source(source: str, name: str | None) -> Problem:
    """The problem that the user means. Raises ParseError."""
    path = Path(source)
    if source == "-":
        text = decode(sys.stdin.buffer.read(LARGEST_FILE + 1))
    elif "?" in source or "=" in source:
        return parse_statement(source)
    elif path.is_file():
        text = decode(read_bytes(path))
    else:
        raise ParseError(
            f"there is no file {source!r}", None, "give a file, - or a statement: a b c = triangle a b c ? …"
        )
    found = read_problems(text)
    if name is not None:
        return select(found, name).parse()
    if len(found) > 1:
        raise ParseError(
            f"the file has {len(found)} problems", None, f"choose one with --name {found[0].name}, or run porism bench"
        )
    return found[0].parse()


def write(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")


@app.command()
def prove(
    source: Source,
    name: Name = None,
    timeout: Timeout = 60.0,
    seed: Seed = 0,
    jobs: Jobs = 1,
    format: OutputFormat = Format.TEXT,
    out: OutFile = None,
    no_search: NoSearch = False,
    theorems: OwnTheorems = None,
    trust: Trust = False,
) -> None:
    """Prove a problem. Exit code 0: proved and checked; 1: not proved, the last line says why."""
    own = own_theorems(theorems or (), trust=trust)
    result = run_prove(read_source(source, name), timeout=timeout, seed=seed, theorems=(*run_by_default(), *own))
    write(result_as_json(result) if format is Format.JSON else result_as_text(result), out)
    print(f"{verdict(result)} (seed {seed})", file=sys.stdout if format is Format.TEXT else sys.stderr)
    raise typer.Exit(0 if result.proof is not None else 1)


@app.command()
def check(
    certificate: Annotated[Path, typer.Argument(help="a certificate: porism prove … --format json, or bench's proofs")],
    digits: Annotated[int, typer.Option("--digits", min=15, max=500, help="of the numeric check")] = 50,
    diagrams: Annotated[int, typer.Option("--diagrams", min=1, max=100, help="fresh diagrams")] = 3,
    theorems: OwnTheorems = None,
    trust: Annotated[bool, typer.Option("--trust", help="accept theorems that only the certificate states")] = False,
) -> None:
    """Check a certificate independently. Exit code 0: accepted; 1: rejected, with the step that fails."""
    text = _certificate_in(decode(read_bytes(certificate)))
    try:
        accepted = _accepted(text, own_theorems(theorems or (), trust=trust), trust)
        report = check_certificate(text, digits=digits, diagrams=diagrams, theorems=accepted)
    except CertificateError as error:
        print(f"rejected: {error}")
        raise typer.Exit(1) from None
    print(
        f"accepted: {report.name}, {report.steps} steps, {report.side_conditions} side conditions, "
        f"{report.diagrams} fresh diagrams, {report.digits} digits"
    )
    if beyond := sorted(set(report.theorems) - {t.id for t in library()}):
        print(f"it rests on theorems that aren't in the library: {', '.join(beyond)}")


def _accepted(certificate: str, own: tuple[Theorem, ...], trust: bool) -> dict[str, TheoremStatement]:
    """The library's theorems and the user's; where the certificate is trusted, also those that it alone states."""
    stated = {t.id: t for t in read_certificate(certificate).theorems} if trust else {}
    return stated | {t.id: t.statement for t in (*library(), *own)}


def _certificate_in(text: str) -> str:
    """`porism prove --format json` has the certificate inside its result."""
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PorismError(f"the file is not JSON: {error}", None, "give a certificate") from None
    if isinstance(value, dict) and isinstance(value.get("certificate"), dict):
        return json.dumps(value["certificate"])
    return text


@app.command()
def bench(
    files: Annotated[list[Path], typer.Argument(help="files of problems")],
    out: Annotated[Path, typer.Option("--out", help="folder for results.jsonl, proofs/ and summary.json")],
    timeout: Timeout = 10.0,
    jobs: Jobs = 2,
    seed: Seed = 0,
    only: Annotated[str, typer.Option("--only", help="names that match this pattern, like imo_*")] = "*",
    resume: Annotated[bool, typer.Option("--resume", help="go on with the results in --out")] = False,
    no_search: NoSearch = False,
    theorems: OwnTheorems = None,
    trust: Trust = False,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Run many problems and record what came out. A problem counts as proved when the checker accepts its proof."""
    problems = [p for path in files for p in read_problems(decode(read_bytes(path)))]
    summary = run_bench(
        problems,
        BenchOptions(out, timeout, jobs, seed, only, resume, own_theorems(theorems or (), trust=trust)),
        Console(stderr=True),
    )
    if format is Format.JSON:
        sys.stdout.write((out / "summary.json").read_text(encoding="utf-8"))
        return
    print(
        f"{summary['proved']} of {summary['total']} proved and checked, {summary['unproved']} unproved, "
        f"{summary['timeout']} timeout, {summary['false']} false, {summary['invalid']} invalid; "
        f"{summary['seconds_wall']:.1f} s (seed {seed}), results in {out}"
    )


@app.command()
def draw(
    source: Source,
    out: Annotated[Path, typer.Option("--out", help="a file that ends with .svg or .png")] = Path("figure.svg"),
    name: Name = None,
    seed: Seed = 0,
    timeout: Timeout = 60.0,
) -> None:
    """Draw a problem's figure, its goal marked."""
    if out.suffix not in (".svg", ".png"):
        raise PorismError(f"{out} is neither .svg nor .png", None, "choose one of the two")
    import time

    problem = read_source(source, name)
    scene = scene_of(build_diagram(problem, seed, time.monotonic() + timeout), problem.premises, problem.goal)
    if out.suffix == ".png":
        save_png(scene, out)
    else:
        write(to_svg(scene), out)
    print(f"{out} (seed {seed})")


@app.command()
def constructions(
    name: Annotated[str | None, typer.Argument(help="one construction; all where left out")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="a folder for a figure of each (SVG)")] = None,
) -> None:
    """List the constructions: how each is written, what it asserts, and a figure."""
    if name is not None and name not in CONSTRUCTIONS:
        raise ParseError(
            f"unknown construction {name!r}", None, nearest(name, list(CONSTRUCTIONS), "see porism constructions")
        )
    for construction in [CONSTRUCTIONS[name]] if name else CONSTRUCTIONS.values():
        print(f"{construction.syntax}\n    {construction.description}")
        for template in construction.asserts:
            print(f"    asserts {template}")
        if name:
            print(f"    example {construction.example}")
        if out is not None:
            problem = parse_statement(construction.example, construction.name)
            write(to_svg(scene_of(build_diagram(problem), problem.premises)), out / f"{construction.name}.svg")
            print(f"    figure {out / construction.name}.svg")
