"""Work in processes of its own: its limits hold, and it can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from solver.errors import DeadlineExceeded, ParseError, ProcessDied
from solver.service.bounded import Limits, Stopped, run_bounded, unobserved
from solver.service.reading import read_statement


def endless(observe: Callable[[int], None]) -> None:
    for number in range(10**9):
        observe(number)
        time.sleep(0.02)


def greedy() -> int:
    return len(bytearray(10**9))


def test_errors_arrive_with_their_places() -> None:
    with pytest.raises(ParseError) as error:
        run_bounded(unobserved(read_statement, "triangle A B C\nfoo"), Limits(20))
    assert error.value.span is not None and error.value.hint


def test_time_that_runs_out_ends_the_process() -> None:
    seen: list[int] = []
    with pytest.raises(DeadlineExceeded):
        run_bounded(endless, Limits(0.3), seen.append)
    assert seen[:3] == [0, 1, 2]


def test_memory_that_runs_out_is_an_error() -> None:
    with pytest.raises(ProcessDied, match="memory"):
        run_bounded(unobserved(greedy), Limits(20, memory=600_000_000))


def test_another_thread_stops_it() -> None:
    stop = threading.Event()
    with pytest.raises(Stopped):
        run_bounded(endless, Limits(60), lambda number: stop.set() if number > 2 else None, stop)
