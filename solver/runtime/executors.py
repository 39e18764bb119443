"""Where pieces of work are done: here, in processes of this machine, or on a Ray cluster (`cluster.py`); one interface for all.

Pieces are to take a second or two: a task of Ray costs milliseconds, and what is done is known by whole pieces only.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Protocol, TypeVar

from solver.errors import ProcessDied

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

T = TypeVar("T")


class Executor(Protocol):
    @property
    def workers(self) -> int:
        """How many pieces can be worked at together."""
        ...

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Begin a piece of work. Where its worker dies and it can't be done elsewhere, the future raises ProcessDied."""
        ...

    def close(self) -> None:
        """Cancel what waits, and wait for what runs."""
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
    """Processes of this machine, which leave Ctrl-C to their parent. preload: modules that all of them need."""

    def __init__(self, jobs: int, preload: Sequence[str] = ()) -> None:
        self.workers = jobs
        self._pool = ProcessPoolExecutor(jobs, forking_context(preload), initializer=_begin)

    def submit(self, work: Callable[[], T]) -> Future[T]:
        return self._pool.submit(work)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def forking_context(preload: Sequence[str]) -> ForkServerContext | SpawnContext:
    """How processes begin: as forks of one that has loaded the modules, where there is a fork server; else from nothing.

    Loading takes a second or more, and igraph alone takes seconds, as it loads matplotlib. The first call that begins a
    process decides what is loaded; what others need besides, their processes load themselves.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    from multiprocessing.forkserver import ensure_running  # Windows has none

    context = get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    with _path_of_this_process():
        ensure_running()
    return context


_ENVIRONMENT = Lock()


@contextmanager
def _path_of_this_process() -> Iterator[None]:
    """While it lasts, new interpreters look for modules where this one does, and not first in the folder that it is in.

    The fork server of Python 3.11 would load `solver` from there: in a clone of porism, the sources without their core.
    """
    with _ENVIRONMENT:  # threads that start their processes at once would take one another's for what was there before
        kept = {name: os.environ.get(name) for name in ("PYTHONSAFEPATH", "PYTHONPATH")}
        paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        os.environ |= {"PYTHONSAFEPATH": "1", "PYTHONPATH": paths}
        try:
            yield
        finally:
            for name, value in kept.items():
                os.environ.pop(name)
                os.environ |= {} if value is None else {name: value}


def in_order(executor: Executor, tasks: Iterator[Callable[[], T]]) -> Iterator[T]:
    """What the tasks return, in their order; never more waiting than keeps the workers busy.

    Raises ProcessDied where a worker did.
    """
    running: deque[Future[T]] = deque()
    try:
        while True:
            while len(running) < ahead(executor) and (task := next(tasks, None)) is not None:
                running.append(executor.submit(task))
            if not running:
                return
            yield running.popleft().result()
    except BrokenExecutor as error:
        raise ProcessDied(f"a worker process died, from want of memory, say: {error}") from None
    finally:
        for future in running:
            future.cancel()


def ahead(executor: Executor) -> int:
    """How many pieces are begun before the first is done: enough to keep the workers busy."""
    return 1 if executor.workers == 1 else 2 * executor.workers


def _begin() -> None:
    """Prepares a worker: Ctrl-C is left to the parent, and the worker ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
