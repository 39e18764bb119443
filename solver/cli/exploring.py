"""What `porism prove` prints where the statement asks what can be said."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import typer

from solver.cli.isolated import run_isolated
from solver.cli.options import Format
from solver.cli.output import to_json
from solver.cli.sources import write
from solver.explore.explore import Exploration, explore
from solver.language.problem import Problem
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Voice
from solver.proof.words import statement_in_words
from solver.statements.names import Names


def say_what_can_be_said(problem: Problem, timeout: float, seed: int, form: Format, out: Path | None) -> None:
    """Print the findings. Exit code 0 where there are any, 1 where there are none."""
    report, found = run_isolated(partial(_report, problem, timeout, seed, form), timeout)
    write(report, out)
    raise typer.Exit(0 if found else 1)


def _report(problem: Problem, timeout: float, seed: int, form: Format) -> tuple[str, int]:
    exploration = explore(problem, timeout=timeout, seed=seed)
    text = _as_json(exploration, seed) if form is Format.JSON else _as_text(exploration, seed)
    return text, len(exploration.findings)


def _as_text(exploration: Exploration, seed: int) -> str:
    voice = Voice(Names.of(exploration.problem.points), ENGLISH)
    lines = []
    for number, finding in enumerate(exploration.findings, start=1):
        steps = len(finding.proof)
        lines.append(f"{number:>3}. {statement_in_words(finding.statement, voice)}   [{steps} steps]")
    if not lines:
        lines.append("nothing more than what is given")
    more = "" if exploration.is_complete else "; there was no time for all"
    return (
        "\n".join(lines)
        + f"\n{len(exploration.findings)} facts proved in {exploration.seconds:.2f} s, checked{more} (seed {seed})\n"
    )


def _as_json(exploration: Exploration, seed: int) -> str:
    voice = Voice(Names.of(exploration.problem.points), ENGLISH)
    return to_json(
        {
            "name": exploration.problem.name,
            "seed": seed,
            "is_complete": exploration.is_complete,
            "seconds": round(exploration.seconds, 6),
            "facts": [
                {
                    "statement": str(f.statement),
                    "words": statement_in_words(f.statement, voice),
                    "steps": len(f.proof),
                    "certificate": f.proof.certificate,
                }
                for f in exploration.findings
            ],
        }
    )
