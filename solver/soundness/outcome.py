"""What an attack has done so far: how often what came out, and what it has found, each finding as small as it can be."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from solver.soundness.pool import in_processes


@dataclass(frozen=True)
class Finding:
    """Something accepted, or a verdict, that is wrong. number: of the task that made it. evidence: how to see it, as text."""

    number: int
    what: str
    evidence: str


@dataclass
class Outcome:
    """counts: by what came out. notes: what isn't wrong, but should be rare. seconds: of wall time."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, other: Outcome) -> None:
        self.counts.update(other.counts)
        self.findings.extend(other.findings)
        self.notes.extend(other.notes)


def run_attack(task: Callable[[int], Outcome], numbers: Sequence[int], jobs: int) -> Iterator[Outcome]:
    """The outcome so far after each numbered task; the last one is that of all."""
    started, total = time.monotonic(), Outcome()
    for outcome in in_processes(task, numbers, jobs):
        total.add(outcome)
        total.seconds = time.monotonic() - started
        yield total
