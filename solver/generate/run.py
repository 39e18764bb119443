"""A run of the generator: figure after figure, in batches, until there are theorems enough.

Figure number n of a run has a seed that follows from n and the run's seed alone, and theorems are kept in order of their
figures, each once (the first of one canonical form): so the same run gives the same data, however many workers there are
and however often it is stopped and goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from solver.errors import PorismError
from solver.records.dataset import Dataset
from solver.records.described import Described, describe, identify
from solver.records.record import Record
from solver.records.shards import Manifest, Shard, add_shard, begin, go_on
from solver.runtime.executors import Executor, in_order
from solver.runtime.files import only_writer

#: The settings of a generator, a frozen dataclass.
S = TypeVar("S")
#: From the seed of a figure to its theorems. Must be a function of a module: it is sent to other processes.
Discover = Callable[[int, S], list[Record]]

#: Seconds of work that a batch is meant to take, figures in the first one, and most in any.
BATCH_SECONDS, FIRST_BATCH, LARGEST_BATCH = 1.5, 4, 4096
#: A shard is written after this many records, or seconds.
SHARD_RECORDS, SHARD_SECONDS = 10_000, 120.0


@dataclass(frozen=True)
class RunOptions(Generic[S]):
    """out: folder. count: records after which it stops (the last figure may bring more). minutes: time after which it stops.

    resume: go on with what `out` has. exclude: forms (canonical or known) of statements that must not be in the data.
    """

    out: Path
    seed: int
    settings: S
    count: int | None = None
    minutes: float | None = None
    resume: bool = False
    exclude: Collection[str] = frozenset()


@dataclass(frozen=True)
class Figure:
    """What came of one: rows of its theorems, each once, and errors in words. repeated: theorems that were the same."""

    rows: tuple[Described, ...]
    failures: tuple[str, ...] = ()
    repeated: int = 0


@dataclass(frozen=True)
class Batch:
    """Figures numbered from `first`; seconds: of CPU time, wall: on the clock."""

    first: int
    figures: tuple[Figure, ...]
    seconds: float
    wall: float


@dataclass
class _Pending:
    """What is not on disk yet: figures from `first` on."""

    first: int
    after: int
    rows: list[Described] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0
    duplicates: int = 0
    excluded: int = 0
    since: float = field(default_factory=time.monotonic)


def figure_seed(seed: int, number: int) -> int:
    """The seed of a run's figure: 63 bits."""
    return int(np.random.SeedSequence([seed, number]).generate_state(1, np.uint64)[0] >> 1)


def generate(discover: Discover[S], options: RunOptions[S], executor: Executor, console: Console) -> Manifest:
    """Run until there are enough; the manifest of the folder. Ctrl-C leaves a folder that `resume` goes on with.

    Raises PorismError where the folder has other data, or another process is writing to it.
    """
    with only_writer(options.out):
        return _generate(discover, options, executor, console)


def _generate(discover: Discover[S], options: RunOptions[S], executor: Executor, console: Console) -> Manifest:
    settings: dict[str, Any] = asdict(options.settings)  # type: ignore[call-overload]
    manifest = (go_on if options.resume else begin)(options.out, options.seed, settings)
    run = _Run(discover, options, manifest)
    try:
        with _progress(console) as progress:
            bar = progress.add_task("theorems", total=options.count, completed=manifest.records)
            for records in run.batches(executor):
                progress.update(bar, completed=records, description=f"{records:,} theorems of {run.after:,} figures")
    except KeyboardInterrupt:
        console.print("stopped; --resume goes on")
        raise
    finally:
        run.write()
    return run.manifest


class _Run(Generic[S]):
    def __init__(self, discover: Discover[S], options: RunOptions[S], manifest: Manifest) -> None:
        self.manifest = manifest
        self._discover = discover
        self._options = options
        self._seen = set(Dataset(options.out).column("canonical")) if manifest.shards else set[str]()
        self._exclude = frozenset(options.exclude)
        self._figures = FIRST_BATCH
        self._pending = _Pending(manifest.figures, manifest.figures)
        self._deadline = time.monotonic() + 60 * options.minutes if options.minutes is not None else None

    @property
    def records(self) -> int:
        return self.manifest.records + len(self._pending.rows)

    @property
    def after(self) -> int:
        """The number of the first figure that is not done."""
        return self._pending.after

    def batches(self, executor: Executor) -> Iterator[int]:
        """Work, and say after each batch how many records there are."""
        if self._is_enough():
            return
        for batch in in_order(executor, self._tasks()):
            assert batch.first == self.after, "a figure was left out"
            self._figures = _batch_size(batch)
            # Figures of a batch cost about the same: those that aren't wanted any more count for nothing.
            share = batch.seconds / len(batch.figures)
            for number, figure in enumerate(batch.figures, start=batch.first):
                self._take(number, figure, share)
                if self._is_enough():
                    return
            pending = self._pending
            if len(pending.rows) >= SHARD_RECORDS or time.monotonic() - pending.since > SHARD_SECONDS:
                self.write()
            yield self.records

    def write(self) -> None:
        """What is pending becomes a shard."""
        p = self._pending
        if p.after > p.first:
            shard = Shard("", 0, (p.first, p.after), round(p.seconds, 3), p.duplicates, p.excluded, len(p.failures))
            self.manifest = add_shard(self._options.out, self.manifest, p.rows, shard, p.failures)
        self._pending = _Pending(p.after, p.after)

    def _tasks(self) -> Iterator[Callable[[], Batch]]:
        first = self._pending.after
        while self._deadline is None or time.monotonic() < self._deadline:
            numbers = range(first, first + self._figures)  # as many as it now seems: it changes while this one waits
            yield partial(work, self._discover, self._options.settings, self._options.seed, numbers)
            first = numbers.stop

    def _is_enough(self) -> bool:
        return self._options.count is not None and self.records >= self._options.count

    def _take(self, number: int, figure: Figure, seconds: float) -> None:
        pending = self._pending
        pending.duplicates += figure.repeated
        for row in figure.rows:
            if row.canonical in self._seen:
                pending.duplicates += 1
            elif row.canonical in self._exclude or row.known in self._exclude:
                pending.excluded += 1
            else:
                self._seen.add(row.canonical)
                pending.rows.append(row)
        pending.failures += figure.failures
        pending.seconds += seconds
        pending.after = number + 1


def work(discover: Discover[S], settings: S, seed: int, numbers: range) -> Batch:
    """A batch: the theorems of these figures, described."""
    cpu, wall = time.process_time(), time.monotonic()
    figures = tuple(_figure(discover, settings, figure_seed(seed, number)) for number in numbers)
    return Batch(numbers.start, figures, time.process_time() - cpu, time.monotonic() - wall)


def _figure(discover: Discover[S], settings: S, seed: int) -> Figure:
    """A defect, too, costs one figure only, and doesn't go unseen."""
    try:
        records = discover(seed, settings)
    except Exception as error:
        return Figure((), (_failure(seed, error),))
    rows: dict[str, Described] = {}
    failures: list[str] = []
    for record in records:
        try:
            identified = identify(record)
            if identified.canonical not in rows:
                rows[identified.canonical] = describe(identified)
        except PorismError as error:
            failures.append(_failure(seed, error))
    return Figure(tuple(rows.values()), tuple(failures), len(records) - len(rows) - len(failures))


def _failure(seed: int, error: Exception) -> str:
    what = str(error) if isinstance(error, PorismError) else f"a defect: {type(error).__name__}: {error}"
    return f"figure of seed {seed}: {what}"


def _batch_size(batch: Batch) -> int:
    """Figures of the next batches."""
    each = max(batch.wall, 1e-6) / len(batch.figures)
    return max(1, min(LARGEST_BATCH, 2 * len(batch.figures), int(BATCH_SECONDS / each)))


def _progress(console: Console) -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console)
