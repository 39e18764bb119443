"""Benchmark runs: many problems, each in a worker process, every result on disk as soon as it is there.

Only one process writes to a run's folder. A line of results.jsonl that is no whole record, as a kill may leave it, is kept
aside and its problem run again."""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from solver.bench.records import DAMAGED, RESULTS, STATUSES, Record, line_of, read_results
from solver.bench.workers import Task, run_tasks
from solver.errors import PorismError
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.proving import Method
from solver.runtime.files import naming, only_writer, write_whole
from solver.search.budget import Budget
from solver.search.strategy import Strategy

PROGRESS_COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
_TIMES = ("seconds", "seconds_diagram", "seconds_closure", "seconds_search", "seconds_proof")


@dataclass(frozen=True)
class BenchOptions:
    """out: folder. timeout: seconds for one problem. only: a pattern of names. resume: keep what `out` has.

    own: theorems to use beside the library's. method: deduction only, unless said otherwise.
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


def run_bench(problems: Sequence[NamedStatement], options: BenchOptions, console: Console) -> Record:
    """Run the problems and return the summary.

    Raises PorismError where `out` has results and `resume` isn't set, or has those of another seed, or is being written by
    another process.

    Writes results.jsonl, proofs/ and figures/ as it goes on, report.html at its end, also where Ctrl-C is its end, and
    summary.json once all is done.
    """
    distinct = _distinct(problems)
    files = _file_names(distinct)
    wanted = [p for p in distinct if fnmatchcase(p.name, options.only)]
    if not wanted:
        raise PorismError(f"no name matches {options.only!r}", None, f"the first one is {problems[0].name!r}")
    with only_writer(options.out):
        return _run(wanted, files, options, console)


def _run(wanted: Sequence[NamedStatement], files: Mapping[str, str], options: BenchOptions, console: Console) -> Record:
    results = options.out / RESULTS
    if results.exists() and not options.resume:
        raise PorismError(f"{results} exists", None, "go on with --resume, or choose another --out")
    done = _results_so_far(options, console)
    started = time.monotonic()
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
        for p in wanted
        if p.name not in done
    ]
    # Rewritten whole, so that a line cut off by a crash is gone before the next one is added.
    kept = "".join(map(line_of, done.values()))
    write_whole(results, lambda path: path.write_text(kept, encoding="utf-8"))
    try:
        for answer in _with_progress(tasks, options.jobs, len(wanted), console):
            name = answer.record["name"]
            done[name] = answer.record | {"files": _write_papers(answer, options.out, files[name])}
            with naming(results), results.open("a", encoding="utf-8") as file:
                file.write(line_of(done[name]))
    except KeyboardInterrupt:
        console.print(f"{sum(p.name in done for p in wanted)} of {len(wanted)} are done; --resume goes on")
        raise
    finally:
        page = results_page(options.out.resolve().name, list(done.values()), options.out)
        write_whole(options.out / "report.html", lambda path: path.write_text(page, encoding="utf-8"))
    summary = summarize([done[p.name] for p in wanted], time.monotonic() - started) | {
        "seed": options.seed,
        "timeout_seconds": options.timeout,
        "jobs": options.jobs,
    }
    text = json.dumps(summary, indent=1) + "\n"
    write_whole(options.out / "summary.json", lambda path: path.write_text(text, encoding="utf-8"))
    return summary


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


def _write_papers(answer: Answer, out: Path, name: str) -> dict[str, str]:
    """Write what there is to read of an answer: where each is, relative to `out`."""
    papers = {
        "certificate": (answer.certificate, f"proofs/{name}.json"),
        "proof": (answer.words, f"proofs/{name}.txt"),
        "figure": (answer.figure, f"figures/{name}.svg"),
    }
    found = {}
    for kind, (text, path) in papers.items():
        if text:
            write_whole(out / path, partial(_put, text))
            found[kind] = path
    return found


def _put(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _with_progress(tasks: Sequence[Task], jobs: int, total: int, console: Console) -> Iterator[Answer]:
    with Progress(*PROGRESS_COLUMNS, console=console) as progress, closing(run_tasks(tasks, jobs)) as answers:
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
