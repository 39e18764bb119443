"""A benchmark run on a cluster: each task proves a few problems, in a process of its own that may hang or die.

Problems of a task whose worker or node dies are proved again elsewhere (`runtime/cluster.py`), so that they cost time only.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial

from solver.bench.attempt import Answer
from solver.bench.records import ERROR
from solver.bench.workers import Task, run_tasks, without_result
from solver.errors import ProcessDied
from solver.runtime.executors import Executor, ahead

#: Most problems of a task: what is lost with a node, and what a process is begun for.
MOST = 8
#: Tasks for each worker that are left when they begin to be smaller, so that all end together.
LEFT = 4


def run_on(executor: Executor, tasks: Sequence[Task]) -> Generator[Answer]:
    """The answer to each task, in the order in which they are ready. Close the iterator where it isn't used up."""
    waiting = deque(tasks)
    again: deque[Task] = deque()  # of pieces that failed, one by one: which of them was it?
    running: dict[Future[list[Answer]], list[Task]] = {}
    try:
        while waiting or again or running:
            while (waiting or again) and len(running) < ahead(executor):
                size = 1 if again else max(1, min(MOST, len(waiting) // (LEFT * executor.workers)))
                piece = [(again or waiting).popleft() for _ in range(size)]
                running[executor.submit(partial(answers, piece))] = piece
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                piece = running.pop(future)
                try:
                    yield from future.result()
                except ProcessDied as died:
                    if len(piece) > 1:
                        again.extend(piece)
                    else:
                        yield without_result(piece[0], ERROR, str(died), 0.0)
    finally:
        for future in running:
            future.cancel()


def answers(tasks: Sequence[Task]) -> list[Answer]:
    """The answers to a few tasks, in their order."""
    return list(run_tasks(tasks, 1))
