"""Benchmark runs: many problems, each in a worker process, every result on disk as soon as it is there."""

from __future__ import annotations

import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from solver.bench.attempt import Answer, Record
from solver.bench.page import results_page
from solver.bench.workers import Task, run_tasks
from solver.errors import PorismError
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.proving import Status
from solver.search.strategy import Strategy
from solver.search.tree import Budget

PROGRESS_COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
_TIMES = ("seconds", "seconds_diagram", "seconds_closure", "seconds_search", "seconds_proof")


@dataclass(frozen=True)
class BenchOptions:
    """out: folder. timeout: seconds for one problem. only: a pattern of names. resume: keep what `out` has.

    own: theorems to use beside the library's.
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


def run_bench(problems: Sequence[NamedStatement], options: BenchOptions, console: Console) -> Record:
    """Run the problems and return the summary. Raises PorismError where `out` has results and `resume` isn't set.

    Writes results.jsonl, proofs/ and figures/ as it goes on, report.html at its end, also where Ctrl-C is its end, and
    summary.json once all is done.
    """
    distinct = _distinct(problems)
    files = _file_names(distinct)
    wanted = [p for p in distinct if fnmatchcase(p.name, options.only)]
    if not wanted:
        raise PorismError(f"no name matches {options.only!r}", None, f"the first one is {problems[0].name!r}")
    results = options.out / "results.jsonl"
    done = read_results(results) if options.resume else {}
    if results.exists() and not options.resume:
        raise PorismError(f"{results} exists", None, "go on with --resume, or choose another --out")
    options.out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    tasks = [
        Task(p, options.timeout, options.seed, options.search, options.threads, options.strategy, options.own)
        for p in wanted
        if p.name not in done
    ]
    # Rewritten whole, so that a line cut off by a crash is gone before the next one is added; in one move, so that a
    # crash now loses nothing.
    kept = results.with_suffix(".tmp")
    kept.write_text("".join(map(_line, done.values())), encoding="utf-8")
    kept.replace(results)
    try:
        for answer in _with_progress(tasks, options.jobs, len(wanted), console):
            name = answer.record["name"]
            done[name] = answer.record | {"files": _write_papers(answer, options.out, files[name])}
            with results.open("a", encoding="utf-8") as file:
                file.write(_line(done[name]))
    except KeyboardInterrupt:
        console.print(f"{sum(p.name in done for p in wanted)} of {len(wanted)} are done; --resume goes on")
        raise
    finally:
        page = results_page(options.out.resolve().name, list(done.values()), options.out)
        (options.out / "report.html").write_text(page, encoding="utf-8")
    summary = summarise([done[p.name] for p in wanted], time.monotonic() - started) | {
        "seed": options.seed,
        "timeout_seconds": options.timeout,
        "jobs": options.jobs,
    }
    (options.out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
    return summary


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
            (out / path).parent.mkdir(exist_ok=True)
            (out / path).write_text(text, encoding="utf-8")
            found[kind] = path
    return found


def _with_progress(tasks: Sequence[Task], jobs: int, total: int, console: Console) -> Iterator[Answer]:
    with Progress(*PROGRESS_COLUMNS, console=console) as progress, closing(run_tasks(tasks, jobs)) as answers:
        bar = progress.add_task("proving", total=total, completed=total - len(tasks))
        for answer in answers:
            yield answer
            progress.update(bar, advance=1)


def summarise(records: Sequence[Record], seconds_wall: float) -> Record:
    """Counts by status, and sums and medians of the times."""
    summary: Record = {"total": len(records), "checked": sum(bool(r["checked"]) for r in records)}
    summary |= {status.value: sum(r["status"] == status.value for r in records) for status in Status}
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


def read_results(path: Path) -> dict[str, Record]:
    """Complete lines only: the last may have been cut off when the run was killed."""
    found: dict[str, Record] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            record = json.loads(line)
            found[record["name"]] = record
        except (ValueError, KeyError, TypeError):
            continue
    return found


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


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
