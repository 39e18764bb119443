"""The time of an attempt: how much is left, and what it was spent on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from solver.deadline import deadline_in
from solver.result import Timings

#: Seconds for the proof of a goal that is reached, even if less is left.
LEAST_WRITING = 0.2


class Clock:
    """The time of an attempt, which begins now. seconds: for everything."""

    def __init__(self, seconds: float) -> None:
        self.deadline = deadline_in(seconds)
        self._lap = time.perf_counter()
        self._spent: dict[str, float] = {}

    def left(self) -> float:
        return max(0.0, self.deadline - time.monotonic())

    def writing_by(self) -> float:
        """When a proof is to be written: one that is found at the last moment is written all the same."""
        return max(self.deadline, time.monotonic() + LEAST_WRITING)

    def left_for_writing(self) -> float:
        return self.writing_by() - time.monotonic()

    @contextmanager
    def noting(self, stage: str) -> Iterator[None]:
        """Notes what is done here as a stage, whether it succeeds or not."""
        try:
            yield
        finally:
            self.note(stage)

    def note(self, stage: str) -> None:
        """What the time since the last note was spent on: a field of `Timings`."""
        now = time.perf_counter()
        self._spent[stage] = self._spent.get(stage, 0.0) + now - self._lap
        self._lap = now

    def timings(self) -> Timings:
        return Timings(**self._spent)
