"""Processes that stay."""

from __future__ import annotations

import os
import time
from threading import Event, Timer

import pytest

from solver.errors import DeadlineExceeded, ParseError, ProcessDied, Span, Unread
from solver.service.bounded import Limits, Stopped, unobserved
from solver.service.pool import Pool

QUICK = Limits(30.0)


@pytest.fixture
def pool() -> Pool:
    return Pool(1, 2_000_000_000)


def test_one_process_does_one_work_after_the_other(pool: Pool) -> None:
    first, second = (pool.run(unobserved(os.getpid), QUICK) for _ in range(2))
    assert first == second != os.getpid()
    pool.close()


def _refuse() -> None:
    raise Unread("not understood", (Span(1, 2, 3), Span(4, 5, 6)), "say it otherwise")


def test_errors_come_back_whole_and_the_process_goes_on(pool: Pool) -> None:
    first = pool.run(unobserved(os.getpid), QUICK)
    with pytest.raises(ParseError) as error:
        pool.run(unobserved(_refuse), QUICK)
    assert isinstance(error.value, Unread) and len(error.value.passages) == 2 and error.value.hint == "say it otherwise"
    assert pool.run(unobserved(os.getpid), QUICK) == first
    pool.close()


def test_what_takes_too_long_dies_or_is_stopped_is_replaced(pool: Pool) -> None:
    with pytest.raises(DeadlineExceeded):
        pool.run(unobserved(time.sleep, 60), Limits(0.1))
    with pytest.raises(ProcessDied):
        pool.run(unobserved(os._exit, 1), QUICK)
    stop = Event()
    Timer(0.2, stop.set).start()
    with pytest.raises(Stopped):
        pool.run(unobserved(time.sleep, 60), QUICK, stop)
    assert pool.run(unobserved(os.getpid), QUICK)
    pool.close()
