"""What each part of the search is worth: the same problems with one part after the other switched off."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rich.console import Console

from solver.bench.records import RESULTS, Record, read_results
from solver.bench.run import BenchOptions, run_bench
from solver.errors import PorismError
from solver.language.read import NamedStatement
from solver.language.syntax import nearest, shown
from solver.search.strategy import STANDARD, Strategy, variants


@dataclass(frozen=True)
class AblationRow:
    """solved: proved and checked. median, total: closures to the proof, over the problems that every variant proves with
    auxiliary points (most need one point, so that the median is the size of the first stage). seconds: of all problems.
    """

    variant: str
    solved: int
    median: float
    total: int
    seconds: float


def run_ablation(
    problems: Sequence[NamedStatement], options: BenchOptions, console: Console, only: Sequence[str] = ()
) -> list[AblationRow]:
    """A benchmark run of each variant of the options' strategy in a folder of its own below `options.out`.

    only: names of variants; none: all of them. Raises PorismError where there is no variant of a name.
    """
    records: dict[str, Mapping[str, Record]] = {}
    for variant, strategy in _chosen(variants(options.strategy or STANDARD), only).items():
        console.print(variant)
        out = options.out / variant.replace(" ", "-")
        run_bench(problems, replace(options, out=out, strategy=strategy), console)
        records[variant] = read_results(out / RESULTS).records
    shared = set.intersection(
        *({n for n, r in of.items() if r["checked"] and r["auxiliary"]} for of in records.values())
    )
    return [
        AblationRow(
            variant,
            sum(bool(r["checked"]) for r in of.values()),
            statistics.median([of[n]["closures"] for n in shared]) if shared else 0.0,
            sum(of[n]["closures"] for n in shared),
            round(sum(r["seconds"] for r in of.values()), 1),
        )
        for variant, of in records.items()
    ]


def _chosen(all_: Mapping[str, Strategy], only: Sequence[str]) -> Mapping[str, Strategy]:
    for name in only:
        if name not in all_:
            raise PorismError(f"there is no variant {shown(name)}", None, nearest(name, all_, ", ".join(all_)))
    return {name: strategy for name, strategy in all_.items() if name in only or not only}


def as_table(rows: Sequence[AblationRow]) -> str:
    """In Markdown."""
    lines = ["| variant | solved | closures to the proof: median | in all | seconds |", "|---|---|---|---|---|"]
    lines += [f"| {r.variant} | {r.solved} | {r.median:,.0f} | {r.total:,} | {r.seconds:,.0f} |" for r in rows]
    return "\n".join(lines) + "\n"
