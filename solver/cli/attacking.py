"""What `porism soundness` prints of attacks on the checker and on verdicts."""

from __future__ import annotations

import sys
from functools import partial

from rich.console import Console
from rich.progress import Progress

from solver.bench.run import PROGRESS_COLUMNS
from solver.cli.options import Format
from solver.cli.output import to_json
from solver.soundness.attacks import ATTACKS
from solver.soundness.outcome import Finding, Outcome, run_attack


def attacked(name: str, size: int, seed: int, jobs: int, first: int, format: Format) -> bool:
    """Run an attack and print what came out; whether it found nothing."""
    attack = ATTACKS[name]
    count = attack.tasks(size)
    outcome = Outcome()
    with Progress(*PROGRESS_COLUMNS, console=Console(stderr=True)) as progress:
        bar = progress.add_task(name, total=count)
        for outcome in run_attack(partial(attack.task, seed), range(first, first + count), jobs):  # noqa: B007
            progress.update(bar, advance=1)
    report = as_object(name, outcome) if format is Format.JSON else as_text(name, outcome, seed)
    sys.stdout.write(to_json(report) if isinstance(report, dict) else report)
    return not outcome.findings


def as_text(name: str, outcome: Outcome, seed: int) -> str:
    """Findings first, each with the command that shows it again; then what is worth a look; the counts last."""
    lines = []
    for kind, found in (("WRONG", outcome.findings), ("note", outcome.notes)):
        for f in found:
            again = f"porism soundness --{name} 1 --seed {seed} --first {f.number} --jobs 1"
            lines += [f"{kind}: {f.what}", *(f"    {line}" for line in f.evidence.split("\n")), f"    # {again}"]
    lines += [f"{count:>12,} {what}" for what, count in sorted(outcome.counts.items())]
    lines.append(f"{name}: {len(outcome.findings)} wrong; {outcome.seconds:.0f} s (seed {seed})")
    return "\n".join(lines) + "\n"


def as_object(name: str, outcome: Outcome) -> dict[str, object]:
    return {
        "attack": name,
        "counts": dict(sorted(outcome.counts.items())),
        "wrong": [_as_object(f) for f in outcome.findings],
        "notes": [_as_object(f) for f in outcome.notes],
        "seconds": round(outcome.seconds, 3),
    }


def _as_object(found: Finding) -> dict[str, object]:
    return {"number": found.number, "what": found.what, "evidence": found.evidence}
