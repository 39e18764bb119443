"""Where batches of work are done: here, in processes of this machine, or on a Ray cluster; one interface for all.

Batches are to take a second or two: a task of Ray costs milliseconds, and what is done is known by whole batches only.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context, parent_process
from threading import Thread
from typing import Any, Protocol, TypeVar

from solver.errors import PorismError, ProcessDied
from solver.records.optional import needed

T = TypeVar("T")


class Executor(Protocol):
    """workers: how many tasks can be worked at together."""

    workers: int

    def submit(self, work: Callable[[], T]) -> Future[T]: ...

    def close(self) -> None:
        """What has not begun is dropped, what has begun is waited for."""
        ...


class Here:
    """In this process, at once."""

    workers = 1

    def submit(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(work())
        except Exception as error:
            future.set_exception(error)
        return future

    def close(self) -> None:
        pass


class Processes:
    """Processes of this machine, which leave Ctrl-C to their parent.

    Where there is a fork server, all are forks of one process that has loaded what they need: igraph alone takes seconds,
    as it loads matplotlib.
    """

    def __init__(self, jobs: int) -> None:
        self.workers = jobs
        context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
        context.set_forkserver_preload(["solver.generate.run", "igraph"])
        self._pool = ProcessPoolExecutor(jobs, context, initializer=_begin)

    def submit(self, work: Callable[[], T]) -> Future[T]:
        return self._pool.submit(work)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


class Cluster:
    """A Ray cluster whose nodes have porism installed; address: HOST:PORT, `auto` (the one running here), or `local`, which
    starts one on this machine."""

    def __init__(self, address: str) -> None:
        self._ray = needed("ray")
        here = {"include_dashboard": False} if address == "local" else {}
        try:
            self._ray.init(address=address, log_to_driver=False, logging_level="ERROR", **here)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise PorismError(
                f"there is no Ray cluster at {address}: {error}".splitlines()[0], None, "ray start --head begins one"
            ) from None
        self.workers = max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._do = self._ray.remote(_do)
        self._running: set[Any] = set()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        reference = self._do.remote(work)
        future: Future[T] = reference.future()
        self._running.add(reference)
        future.add_done_callback(lambda _: self._running.discard(reference))
        return future

    def close(self) -> None:
        for reference in tuple(self._running):
            self._ray.cancel(reference)
        self._ray.shutdown()


def in_order(executor: Executor, tasks: Iterator[Callable[[], T]]) -> Iterator[T]:
    """What the tasks return, in their order; never more waiting than keeps the workers busy.

    Raises ProcessDied where a worker did.
    """
    running: deque[Future[T]] = deque()
    ahead = 1 if executor.workers == 1 else 2 * executor.workers
    try:
        while True:
            while len(running) < ahead and (task := next(tasks, None)) is not None:
                running.append(executor.submit(task))
            if not running:
                return
            yield running.popleft().result()
    except BrokenExecutor as error:
        raise ProcessDied(f"a worker process died, from want of memory, say: {error}") from None
    finally:
        for future in running:
            future.cancel()


def _begin() -> None:
    """Prepares a worker: Ctrl-C is left to the parent, and the worker ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(work: Callable[[], T]) -> T:
    return work()
