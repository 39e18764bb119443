"""`porism soundness`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from solver.bench.run import PROGRESS_COLUMNS
from solver.cli.attacking import attacked
from solver.cli.options import Format, Jobs, OutputFormat, Seed
from solver.cli.output import to_json
from solver.soundness.diagrams import SoundnessReport, run_soundness


def soundness(
    diagrams: Annotated[
        int | None,
        typer.Option("--diagrams", min=1, max=10**7, help="random diagrams to close; 2000 if no attack is named"),
    ] = None,
    rules: Annotated[int, typer.Option("--rules", min=0, max=10**9, help="random steps of the checker's rules")] = 0,
    statements: Annotated[
        int,
        typer.Option("--statements", min=0, max=10**7, help="theorems to ask for, each with false variants"),
    ] = 0,
    certificates: Annotated[
        int, typer.Option("--certificates", min=0, max=10**6, help="certificates; of each, 170 mutants are checked")
    ] = 0,
    seed: Seed = 0,
    jobs: Jobs = 2,
    first: Annotated[int, typer.Option("--first", min=0, help="the number of the first diagram, or task")] = 0,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Attack porism's own soundness at random. Exit code 0: it holds; 1: a violation, which is shown as small as can be.

    Diagrams: what closures of random statements entail is tested in fresh figures. Rules: steps without the numeric test.
    Statements: verdicts on false and true ones. Certificates: changed in all ways; what is accepted must be true.
    """
    is_sound = True
    sizes = {"rules": rules, "statements": statements, "certificates": certificates}
    if diagrams is not None or not any(sizes.values()):
        is_sound = _close_at_random(diagrams or 2000, seed, jobs, first, format)
    for name, size in sizes.items():
        if size:
            is_sound &= attacked(name, size, seed, jobs, first, format)
    raise typer.Exit(0 if is_sound else 1)


def _close_at_random(diagrams: int, seed: int, jobs: int, first: int, format: Format) -> bool:
    report = SoundnessReport()
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task("closing", total=diagrams)
        for report in run_soundness(diagrams, seed, jobs, first=first):  # noqa: B007 (the last one counts)
            progress.update(bar, advance=1)
    text = to_json(soundness_as_object(report)) if format is Format.JSON else soundness_as_text(report, seed)
    sys.stdout.write(text)
    return not report.violations


def soundness_as_text(report: SoundnessReport, seed: int) -> str:
    """Violations first, each with the command that shows it again; the counts last."""
    lines = [f"{v}\n    porism soundness --seed {seed} --first {v.number} --diagrams 1" for v in report.violations]
    lines += [f"{count:>12,} {name}" for name, count in sorted(report.counts.items())]
    lines.append(
        f"{report.statements:,} entailed statements of {report.diagrams:,} diagrams tested in fresh ones, "
        f"{len(report.violations)} violations; {report.skipped} other diagrams had no exact figure; "
        f"{report.seconds:.0f} s (seed {seed})"
    )
    return "\n".join(lines) + "\n"


def soundness_as_object(report: SoundnessReport) -> dict[str, object]:
    return {
        "diagrams": report.diagrams,
        "skipped": report.skipped,
        "statements": report.statements,
        "counts": dict(sorted(report.counts.items())),
        "violations": [
            {"number": v.number, "problem": v.problem, "claim": v.claim, "error": v.error} for v in report.violations
        ],
        "seconds": round(report.seconds, 3),
    }
