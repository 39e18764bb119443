"""Many numbered tasks in several processes, none of which depends on another: a run can be cut anywhere and resumed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")


def in_processes(task: Callable[[int], T], numbers: Sequence[int], jobs: int) -> Iterator[T]:
    """In the order in which they are ready; never more waiting than is needed to keep all processes busy."""
    if jobs == 1:
        yield from map(task, numbers)
        return
    waiting = list(reversed(numbers))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running: set[Future[T]] = set()
        while waiting or running:
            while waiting and len(running) < 2 * jobs:
                running.add(pool.submit(task, waiting.pop()))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
