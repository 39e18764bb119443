"""`porism bench` and `porism ablate`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from solver.bench.ablation import as_table, run_ablation
from solver.bench.cluster import run_on
from solver.bench.records import NOT_RUN, RESULTS, STATUSES, Record, read_results
from solver.bench.run import BenchOptions, run_bench
from solver.cli.options import (
    Format,
    Jobs,
    NoSearch,
    Only,
    OutputFormat,
    OwnTheorems,
    PolicyName,
    ProblemFiles,
    Ray,
    Resume,
    SearchBudget,
    Seed,
    Threads,
    Timeout,
    Trust,
)
from solver.cli.output import to_json
from solver.cli.search_options import HowToProveIfSaid, search_budget, strategy_for
from solver.cli.sources import read_suite
from solver.knowledge.own import own_theorems
from solver.language.syntax import printable
from solver.policy.default import BEST
from solver.proving import Method, Status
from solver.runtime.cluster import Cluster

#: Problems of a run that could not be run are listed up to this number; the page has them all.
MOST_BROKEN = 10


def bench(
    files: ProblemFiles,
    out: Annotated[Path, typer.Option("--out", help="folder for results.jsonl, proofs/ and summary.json")],
    timeout: Timeout = 10.0,
    jobs: Jobs = 2,
    seed: Seed = 0,
    only: Only = "*",
    resume: Resume = False,
    ray: Ray = None,
    threads: Threads = 1,
    method: HowToProveIfSaid = None,
    no_search: NoSearch = False,
    search_closures: SearchBudget = None,
    policy: PolicyName = BEST,
    theorems: OwnTheorems = None,
    trust: Trust = False,
    parquet: Annotated[
        bool,
        typer.Option(
            "--parquet", help="for large runs: results.parquet and proofs/*.parquet, not a file for each problem"
        ),
    ] = False,
    format: OutputFormat = Format.TEXT,
) -> None:
    """Run many problems and record what came out. A problem counts as proved when the checker accepts its proof.

    Exit code 0: all were run; 1: a statement can't be read or drawn, the program failed at one, or the checker refused a
    proof.
    """
    problems = [p for path in files for p in read_suite(path)]
    search = search_budget(no_search, search_closures)
    own = own_theorems(theorems or (), trust=trust)
    if method is None:  # as prove does; without a search, the closure alone is what is asked about
        method = Method.SYNTHETIC if no_search else Method.AUTO
    options = BenchOptions(
        out, timeout, jobs, seed, only, resume, search, threads, strategy_for(policy), own, method, parquet
    )
    console = Console(stderr=True)
    if ray is None:
        summary = run_bench(problems, options, console)
    else:
        with closing(Cluster(ray, threads)) as cluster:
            options = replace(options, jobs=cluster.workers)
            summary = run_bench(problems, options, console, partial(run_on, cluster))
    if format is Format.JSON:
        sys.stdout.write(to_json(summary))
    else:
        sys.stdout.write(bench_as_text(summary, read_results(out / RESULTS).records, out))
    raise typer.Exit(1 if any(summary[status] for status in NOT_RUN) else 0)


def ablate(
    files: ProblemFiles,
    out: Annotated[Path, typer.Option("--out", help="folder for a benchmark run of each variant")],
    timeout: Timeout = 20.0,
    jobs: Jobs = 2,
    seed: Seed = 0,
    only: Only = "*",
    resume: Resume = False,
    search_closures: SearchBudget = None,
    policy: PolicyName = BEST,
    variant: Annotated[list[str] | None, typer.Option("--variant", help="only this one (repeatable)")] = None,
) -> None:
    """Measure what each part of the search is worth: benchmark runs with one part after the other switched off."""
    problems = [p for path in files for p in read_suite(path)]
    options = BenchOptions(
        out,
        timeout,
        jobs,
        seed,
        only,
        resume,
        search_budget(False, search_closures),
        strategy=strategy_for(policy),
    )
    print(as_table(run_ablation(problems, options, Console(stderr=True), variant or ())), end="")


def bench_as_text(summary: Record, records: Mapping[str, Record], out: Path) -> str:
    """A line of counts, after a line for each problem (of the first few) that could not be run as it should."""
    broken = [r for r in records.values() if r["status"] in NOT_RUN]
    lines = [f"{printable(r['name'])}: {r['status']}: {printable(r['message'])}" for r in broken[:MOST_BROKEN]]
    if len(broken) > MOST_BROKEN:
        lines.append(f"and {len(broken) - MOST_BROKEN} more: see {out / 'report.html'}")
    others = ", ".join(f"{summary[status]} {status}" for status in STATUSES if status != Status.PROVED.value)
    if "answers_agreeing" in summary:
        lines.append(
            f"{summary['answers_agreeing']} answers agree with their keys, {summary['answers_differing']} don't, "
            f"{summary['answers_unread']} keys can't be read"
        )
    computed = f" ({summary['by_coordinates']} by coordinates)" if summary["by_coordinates"] else ""
    lines.append(
        f"{summary['proved']} of {summary['total']} proved and checked{computed}, {others}; "
        f"{summary['seconds_wall']:.1f} s (seed {summary['seed']}), results in {out}"
    )
    return "\n".join(lines) + "\n"
