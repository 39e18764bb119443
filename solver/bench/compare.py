"""What differs between two benchmark runs: problems gained and lost, times, lengths of proofs.

Runs of different suites are compared on the problems that both have.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from solver.bench.records import RESULTS, Record, read_results
from solver.errors import PorismError, Span
from solver.proving import Status

#: Phases by the keys of their seconds.
PHASES = {
    "seconds": "total",
    "seconds_diagram": "diagram",
    "seconds_closure": "closure",
    "seconds_search": "search",
    "seconds_proof": "proof",
}


@dataclass(frozen=True)
class Run:
    """A run's folder, as it was named, and its records by the problems' names."""

    name: str
    records: Mapping[str, Record]

    @cached_property
    def proved(self) -> frozenset[str]:
        return frozenset(name for name, r in self.records.items() if r["status"] == Status.PROVED.value)


@dataclass(frozen=True)
class Change:
    """A median, or a number of one problem, in the one run and in the other."""

    before: float
    after: float

    @property
    def ratio(self) -> float | None:
        """None where there is nothing to divide by."""
        return self.after / self.before if self.before > 0 else None


@dataclass(frozen=True)
class Comparison:
    """`after` compared with `before`.

    shared: problems of both. gained, lost: proved in one only. other: neither is proved, but what came of it differs.
    both: proved in both, on which the rest rests: the median seconds by phase, the number of steps in all proofs that
    have become shorter or longer, and the median of steps (None where both prove nothing).
    """

    before: Run
    after: Run
    shared: tuple[str, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    other: tuple[str, ...]
    both: tuple[str, ...]
    seconds: Mapping[str, Change]
    steps: Change | None
    shorter: Mapping[str, Change]
    longer: Mapping[str, Change]


def compare(before: Run, after: Run) -> Comparison:
    shared = tuple(n for n in before.records if n in after.records)
    both = tuple(n for n in shared if n in before.proved and n in after.proved)
    lengths = {n: Change(before.records[n]["proof_steps"], after.records[n]["proof_steps"]) for n in both}
    return Comparison(
        before,
        after,
        shared,
        only_before=tuple(n for n in before.records if n not in after.records),
        only_after=tuple(n for n in after.records if n not in before.records),
        gained=tuple(n for n in shared if n in after.proved - before.proved),
        lost=tuple(n for n in shared if n in before.proved - after.proved),
        other=tuple(
            n
            for n in shared
            if n not in before.proved | after.proved and before.records[n]["status"] != after.records[n]["status"]
        ),
        both=both,
        seconds={key: _medians(before, after, both, key) for key in PHASES} if both else {},
        steps=_medians(before, after, both, "proof_steps") if both else None,
        shorter={n: c for n, c in lengths.items() if c.after < c.before},
        longer={n: c for n, c in lengths.items() if c.after > c.before},
    )


def _medians(before: Run, after: Run, names: tuple[str, ...], key: str) -> Change:
    first, second = (statistics.median(run.records[n][key] for n in names) for run in (before, after))
    return Change(round(first, 6), round(second, 6))


def read_run(folder: Path) -> Run:
    """The run in a folder that porism bench wrote. Raises PorismError where it is none."""
    path = folder / RESULTS
    hint = "give a folder that porism bench --out has written"
    try:
        found = read_results(path)
        whole_lines = path.read_bytes().count(b"\n")
    except OSError as error:
        what = error.strerror or error
        raise PorismError(f"{str(folder)[:100]} is no benchmark run: {RESULTS}: {what}", None, hint) from None
    found.damaged.pop(whole_lines + 1, None)  # what comes after them was cut off when the run was killed
    if found.damaged:
        raise PorismError(f"{path} isn't what porism bench writes", Span(min(found.damaged), 1), hint)
    if not found.records:
        raise PorismError(f"{str(folder)[:100]} has no results yet", None, "porism bench --resume goes on with it")
    return Run(str(folder), found.records)
