"""Benchmark runs: many problems, each in a worker process, every result on disk as soon as it is there.

Only one process writes to a run's folder. A line of results.jsonl that is no whole record, as a kill may leave it, is kept
aside and its problem run again."""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from solver.bench.attempt import Answer
from solver.bench.page import results_page
from solver.bench.papers import Files, Papers, Rows, put, write_table
from solver.bench.records import DAMAGED, RESULTS, STATUSES, Record, line_of, read_results
from solver.bench.workers import Task, run_tasks
from solver.errors import PorismError
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.proving import Method
from solver.runtime.files import naming, only_writer, write_whole
from solver.search.budget import Budget
from solver.search.strategy import Strategy

#: What proves a run's problems: from tasks to their answers, in the order in which they are ready.
Prover = Callable[[Sequence[Task]], Generator[Answer]]

PROGRESS_COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
_TIMES = ("seconds", "seconds_diagram", "seconds_closure", "seconds_search", "seconds_proof")


@dataclass(frozen=True)
class BenchOptions:
    """out: folder. timeout: seconds for one problem. only: a pattern of names. resume: keep what `out` has.

    own: theorems to use beside the library's. method: deduction only, unless said otherwise. parquet: of a large run:
    results.parquet and proofs/*.parquet, in place of files for each problem and the page.
    """

    out: Path
    timeout: float = 10.0
    jobs: int = 2
    seed: int = 0
    only: str = "*"
    resume: bool = False
    search: Budget | None = None
    threads: int = 1
    strategy: Strategy | None = None
    own: tuple[Theorem, ...] = ()
    method: Method = Method.SYNTHETIC
    parquet: bool = False


def run_bench(
    problems: Sequence[NamedStatement], options: BenchOptions, console: Console, prover: Prover | None = None
) -> Record:
    """Run the problems and return the summary. prover: by default `options.jobs` processes of this machine.

    Raises PorismError where `out` has results and `resume` isn't set, or has those of another seed, or is being written by
    another process.

    Writes results.jsonl, proofs/ and figures/ as it goes on, report.html at its end, also where Ctrl-C is its end, and
    summary.json once all is done; results.jsonl then has the order of the problems, whichever was ready first.
    """
    distinct = _distinct(problems)
    files = _file_names(distinct)
    wanted = [p for p in distinct if fnmatchcase(p.name, options.only)]
    if not wanted:
        raise PorismError(f"no name matches {options.only!r}", None, f"the first one is {problems[0].name!r}")
    with only_writer(options.out):
        return _run(wanted, files, options, console, prover or partial(run_tasks, jobs=options.jobs))


def _run(
    wanted: Sequence[NamedStatement], files: Mapping[str, str], options: BenchOptions, console: Console, prover: Prover
) -> Record:
    results = options.out / RESULTS
    if results.exists() and not options.resume:
        raise PorismError(f"{results} exists", None, "go on with --resume, or choose another --out")
    done = _results_so_far(options, console)
    started = time.monotonic()
    # Long statements first: a search that goes on at the end would leave the other processes idle.
    tasks = [
        Task(
            p,
            options.timeout,
            options.seed,
            options.search,
            options.threads,
            options.strategy,
            options.own,
            options.method,
        )
        for p in sorted(wanted, key=lambda p: -len(p.text))
        if p.name not in done
    ]
    # Rewritten whole, so that a line cut off by a crash is gone before the next one is added.
    _write_results(results, done.values())
    papers: Papers = Rows(options.out) if options.parquet else Files(options.out, files)

    def keep(records: Sequence[Record]) -> None:
        with naming(results), results.open("a", encoding="utf-8") as file:
            for record in records:
                done[record["name"]] = record
                file.write(line_of(record))

    try:
        for answer in _with_progress(prover, tasks, len(wanted), console):
            keep(papers.keep(answer))
    except KeyboardInterrupt:
        keep(papers.rest())
        console.print(f"{sum(p.name in done for p in wanted)} of {len(wanted)} are done; --resume goes on")
        raise
    finally:
        keep(papers.rest())
        if not options.parquet:
            page = results_page(options.out.resolve().name, list(done.values()), options.out)
            write_whole(options.out / "report.html", partial(put, page))
    names = [p.name for p in wanted]
    in_order = [done[name] for name in dict.fromkeys([*names, *done])]
    _write_results(results, in_order)
    if options.parquet:
        write_table(options.out / "results.parquet", in_order)
    summary = summarize([done[name] for name in names], time.monotonic() - started) | {
        "seed": options.seed,
        "timeout_seconds": options.timeout,
        "jobs": options.jobs,
    }
    write_whole(options.out / "summary.json", partial(put, json.dumps(summary, indent=1) + "\n"))
    return summary


def _write_results(path: Path, records: Iterable[Record]) -> None:
    text = "".join(map(line_of, records))
    write_whole(path, partial(put, text))


def _results_so_far(options: BenchOptions, console: Console) -> dict[str, Record]:
    """What the folder has, by name; damaged lines are put aside. Raises PorismError where it is of another seed."""
    path = options.out / RESULTS
    found = read_results(path)
    seeds = {record["seed"] for record in found.records.values()} - {options.seed}
    if seeds:
        made = ", ".join(map(str, sorted(seeds)))
        raise PorismError(
            f"{options.out} has results of seed {made}, and this run is of seed {options.seed}", None,
            f"go on with --seed {min(seeds)}, or choose another --out",
        )  # fmt: skip
    if found.damaged:
        aside = options.out / DAMAGED
        with naming(aside), aside.open("ab") as file:
            file.writelines(line + b"\n" for line in found.damaged.values())
        numbers = ", ".join(map(str, found.damaged))
        console.print(
            f"{path}, line {numbers}: no whole record; kept in {DAMAGED}, the problem is run again",
            markup=False, highlight=False, soft_wrap=True,
        )  # fmt: skip
    return found.records


def _with_progress(prover: Prover, tasks: Sequence[Task], total: int, console: Console) -> Iterator[Answer]:
    with Progress(*PROGRESS_COLUMNS, console=console) as progress, closing(prover(tasks)) as answers:
        bar = progress.add_task("proving", total=total, completed=total - len(tasks))
        for answer in answers:
            yield answer
            progress.update(bar, advance=1)


def summarize(records: Sequence[Record], seconds_wall: float) -> Record:
    """Counts by status, and sums and medians of the times."""
    summary: Record = {"total": len(records), "checked": sum(bool(r["checked"]) for r in records)}
    keys = [r["answer_agrees"] for r in records if "answer_agrees" in r]
    if keys:
        summary |= {
            "answers_agreeing": keys.count(True),
            "answers_differing": keys.count(False),
            "answers_unread": keys.count(None),
        }
    summary |= {status: sum(r["status"] == status for r in records) for status in STATUSES}
    summary["by_coordinates"] = sum(r["status"] == "proved" and bool(r["by_coordinates"]) for r in records)
    summary["seconds_wall"] = round(seconds_wall, 3)
    for key in _TIMES:
        values: list[Any] = [r[key] for r in records]
        summary[f"{key}_sum"] = round(sum(values), 6)
        summary[f"{key}_median"] = round(statistics.median(values), 6)
        summary[f"{key}_max"] = round(max(values), 6)
    proofs = [r["seconds_proof"] for r in records if r["status"] == "proved"]
    summary["seconds_proof_median_of_proved"] = round(statistics.median(proofs), 6) if proofs else 0.0
    return summary


def _distinct(problems: Sequence[NamedStatement]) -> list[NamedStatement]:
    """Problems of one name, from several files, say, are told apart by a number."""
    seen: dict[str, int] = {}
    found = []
    for p in problems:
        seen[p.name] = seen.get(p.name, 0) + 1
        found.append(p if seen[p.name] == 1 else replace(p, name=f"{p.name}#{seen[p.name]}"))
    return found


def _file_names(problems: Sequence[NamedStatement]) -> dict[str, str]:
    """File names without an ending, by name: with _ for what is no good in them, and numbers where two become the same."""
    count: Counter[str] = Counter()
    found = {}
    for p in problems:
        safe = "".join(c if c.isalnum() or c in "-_.#" else "_" for c in p.name)[:150]
        count[safe.lower()] += 1
        number = count[safe.lower()]
        found[p.name] = safe if number == 1 else f"{safe}~{number}"
    return found
