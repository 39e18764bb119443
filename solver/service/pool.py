"""Processes that stay, for work that is short and asked for often, such as reading a statement while it is typed.

A process of its own for each call (`bounded`) costs more than such a call itself. These have the same limits; one that is too
long at its work, or dies, is replaced.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar

from solver.errors import DeadlineExceeded, ProcessDied
from solver.service.bounded import GRACE, Limits, Stopped, answer, apart_from_server, context_of_service, receive

T = TypeVar("T")

#: Works after which a process is replaced, so that what they leave behind doesn't grow.
MOST_WORKS = 500


class Pool:
    """A fixed number of processes, each started when it is first needed; safe to be used by several threads."""

    def __init__(self, size: int, memory: int) -> None:
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for _ in range(size):
            self._idle.put(_Worker(memory))

    def run(self, work: Callable[[Callable[[Any], None]], T], limits: Limits, stop: Event | None = None) -> T:
        """What `work` returns, once a process is free. Its memory is the pool's. Raises as `run_bounded` does."""
        worker = self._idle.get()
        try:
            if stop is not None and stop.is_set():
                raise Stopped("the call was stopped")
            return worker.run(work, limits.seconds, stop or Event())  # type: ignore[no-any-return]
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """Ends those that do nothing; the others end with this process."""
        while not self._idle.empty():
            self._idle.get().end()


class _Worker:
    """One process, and the end of the pipe to it."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._process: Any = None
        self._pipe: Connection | None = None
        self._works = 0

    def run(self, work: Callable[[Callable[[Any], None]], object], seconds: float, stop: Event) -> Any:
        pipe = self._started()
        try:
            pipe.send(work)
            return receive(pipe, time.monotonic() + seconds + GRACE, lambda progress: None, stop)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.end()
            raise ProcessDied("the process that did the work died", None, "try a smaller statement") from None
        except (DeadlineExceeded, ProcessDied, Stopped):  # it may still be at its work
            self.end()
            raise

    def _started(self) -> Connection:
        if self._pipe is None or self._works >= MOST_WORKS or not self._process.is_alive():
            self.end()
            context = context_of_service()
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)  # type: ignore[attr-defined]
            self._process.start()
            theirs.close()
            self._works = 0
        self._works += 1
        return self._pipe

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None


def _serve(pipe: Connection, memory: int) -> None:
    apart_from_server()
    while True:
        try:
            work = pipe.recv()
        except EOFError:
            return
        answer(pipe, work, memory)
