"""A run of the search over suites, whose records go into a folder like those of the generator."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from solver.errors import PorismError
from solver.generate.from_search import record_of
from solver.language.read import NamedStatement
from solver.records.dataset import Dataset
from solver.records.described import Described, describe, identify
from solver.records.shards import Manifest, Shard, add_shard, begin, go_on
from solver.runtime.executors import Executor, in_order
from solver.runtime.files import only_writer

#: A shard is written after this many seconds.
SHARD_SECONDS = 60.0


@dataclass(frozen=True)
class Solved:
    """row: None where the problem gives no record, and then why. seconds: of CPU time."""

    name: str
    row: Described | None
    reason: str
    seconds: float


def search_suites(
    statements: Sequence[NamedStatement],
    out: Path,
    timeout: float,
    seed: int,
    resume: bool,
    executor: Executor,
    say: Callable[[str], None],
) -> Manifest:
    """Search all problems, in their order; `say` is told of each what came of it. Ctrl-C leaves a folder that can go on."""
    with only_writer(out):
        return _search(statements, out, timeout, seed, resume, executor, say)


def _search(
    statements: Sequence[NamedStatement],
    out: Path,
    timeout: float,
    seed: int,
    resume: bool,
    executor: Executor,
    say: Callable[[str], None],
) -> Manifest:
    settings = {"timeout": timeout, "problems": [s.name for s in statements]}
    manifest = (go_on if resume else begin)(out, seed, settings)
    first = after = manifest.figures
    seen = set(Dataset(out).column("canonical"))
    rows: list[Described] = []
    failures: list[str] = []
    seconds, duplicates, since = 0.0, 0, time.monotonic()

    def write() -> Manifest:
        shard = Shard("", 0, (first, after), round(seconds, 3), duplicates, 0, len(failures))
        return add_shard(out, manifest, rows, shard, failures) if after > first else manifest

    try:
        for solved in in_order(executor, (partial(solve, s, timeout, seed) for s in statements[first:])):
            after += 1
            seconds += solved.seconds
            if solved.row is None:
                failures.append(f"{solved.name}: {solved.reason}")
                say(failures[-1])
            elif solved.row.canonical in seen:
                duplicates += 1
                say(f"{solved.name}: the same theorem as one before")
            else:
                seen.add(solved.row.canonical)
                rows.append(solved.row)
                say(f"{solved.name}: {'; '.join(solved.row.auxiliary)}")
            if time.monotonic() - since > SHARD_SECONDS:
                manifest = write()
                first, rows, failures, seconds, duplicates, since = after, [], [], 0.0, 0, time.monotonic()
    finally:
        manifest = write()
    return manifest


def solve(statement: NamedStatement, timeout: float, seed: int) -> Solved:
    """One problem; a defect must not end the run, nor go unseen."""
    started = time.process_time()
    row: Described | None = None
    try:
        searched = record_of(statement.parse(), timeout=timeout, seed=seed)
        row = describe(identify(searched.record)) if searched.record is not None else None
        reason = searched.reason
    except PorismError as error:
        reason = str(error)
    except Exception as defect:
        reason = f"a defect: {type(defect).__name__}: {defect}"
    return Solved(statement.name, row, reason, time.process_time() - started)
