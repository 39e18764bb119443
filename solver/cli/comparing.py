"""What `porism compare` prints."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from solver.bench.compare import PHASES, Change, Comparison, Run, read_run
from solver.bench.compare import compare as comparison_of
from solver.cli.options import Format, OutputFormat
from solver.cli.output import to_json
from solver.errors import PorismError
from solver.language.syntax import printable

#: The largest number of problems that are listed of each kind; JSON has them all.
MOST_NAMES = 20


def comparisons_as_text(runs: Sequence[Run], comparisons: Sequence[Comparison]) -> str:
    """A line for each run, then what is different in each from the first one."""
    width = max(len(run.name) for run in runs)
    lines = [f"{'run':<{width}}  {'proved':>7}  {'problems':>8}"]
    lines += [f"{printable(run.name):<{width}}  {len(run.proved):>7}  {len(run.records):>8}" for run in runs]
    for comparison in comparisons:
        lines += ["", *_lines(comparison)]
    return "\n".join(lines) + "\n"


def _lines(c: Comparison) -> Iterable[str]:
    before, after = c.before.records, c.after.records
    yield f"{printable(c.after.name)} against {printable(c.before.name)}: {_count(len(c.shared))} in both"
    yield from _listed("gained", c.gained, lambda n: f"was {before[n]['status']}, {after[n]['seconds']:.2f} s")
    yield from _listed("lost", c.lost, lambda n: f"now {after[n]['status']}, was {before[n]['seconds']:.2f} s")
    yield from _listed("other", c.other, lambda n: f"was {before[n]['status']}, now {after[n]['status']}")
    if c.steps is not None:
        yield f"  median seconds of the {_count(len(c.both))} that both prove:"
        yield f"    {'':<8}{'before':>9}{'after':>9}{'ratio':>7}"
        for key, change in c.seconds.items():
            yield f"    {PHASES[key]:<8}{change.before:>9.3f}{change.after:>9.3f}{_ratio(change):>7}"
        same = len(c.both) - len(c.shorter) - len(c.longer)
        yield (
            f"  proofs: {len(c.shorter)} shorter, {len(c.longer)} longer, {same} as long; "
            f"median steps {c.steps.before:g} → {c.steps.after:g}"
        )
        for word, changes in (("shorter", c.shorter), ("longer", c.longer)):
            most = sorted(changes, key=lambda n: -abs(changes[n].after - changes[n].before))
            yield from _listed(word, most, lambda n: f"{changes[n].before:g} → {changes[n].after:g}")  # noqa: B023
    else:
        yield "  no problem is proved in both"
    yield from _listed("only in the first", c.only_before, lambda n: before[n]["status"])
    yield from _listed("only in the second", c.only_after, lambda n: after[n]["status"])


def _listed(what: str, names: Sequence[str], said: Callable[[str], str]) -> Iterable[str]:
    if not names:
        return
    yield f"  {what}: {len(names)}"
    yield from (f"    {printable(n)} ({said(n)})" for n in names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        yield f"    and {len(names) - MOST_NAMES} more: --format json has them all"


def _count(number: int) -> str:
    return f"{number} problem{'s' if number != 1 else ''}"


def _ratio(change: Change) -> str:
    return f"{change.ratio:.2f}" if change.ratio is not None else "–"


def comparisons_as_json(runs: Sequence[Run], comparisons: Sequence[Comparison]) -> str:
    return to_json(
        {
            "runs": [{"run": run.name, "proved": len(run.proved), "problems": len(run.records)} for run in runs],
            "comparisons": [_object(c) for c in comparisons],
        }
    )


def _object(c: Comparison) -> dict[str, object]:
    statuses = {n: [c.before.records[n]["status"], c.after.records[n]["status"]] for n in c.shared}
    return {
        "before": c.before.name,
        "after": c.after.name,
        "shared": len(c.shared),
        "gained": list(c.gained),
        "lost": list(c.lost),
        "other": {n: statuses[n] for n in c.other},
        "proved_in_both": len(c.both),
        "median_seconds": {PHASES[key]: _change(change) for key, change in c.seconds.items()},
        "median_steps": _change(c.steps) if c.steps is not None else None,
        "shorter": {n: [change.before, change.after] for n, change in c.shorter.items()},
        "longer": {n: [change.before, change.after] for n, change in c.longer.items()},
        "only_before": list(c.only_before),
        "only_after": list(c.only_after),
    }


def _change(change: Change) -> dict[str, float | None]:
    ratio = round(change.ratio, 4) if change.ratio is not None else None
    return {"before": change.before, "after": change.after, "ratio": ratio}


def compare(
    runs: Annotated[list[Path], typer.Argument(metavar="RUN RUN…", help="folders that porism bench has written")],
    format: OutputFormat = Format.TEXT,
) -> None:
    """Compare benchmark runs with the first one: problems gained and lost, times, lengths of proofs."""
    if len(runs) < 2:
        raise PorismError("one run can't be compared", None, "give two folders that porism bench has written, or more")
    first, *others = found = [read_run(folder) for folder in runs]
    comparisons = [comparison_of(first, run) for run in others]
    sys.stdout.write((comparisons_as_json if format is Format.JSON else comparisons_as_text)(found, comparisons))
