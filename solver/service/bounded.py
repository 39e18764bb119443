"""Work in a process of its own, with so much time and memory, which another thread may stop.

A server answers several calls at once and must outlive each of them, whatever it is busy with: a call can be inside compiled
code when its time is over, or take all the memory there is. The processes are forked from one that does nothing else
(multiprocessing's fork server), which has loaded what all calls need; so one starts in a few milliseconds, and nothing that a
call leaves behind stays in the server. Where there is no fork (Windows) they are started anew.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from threading import Event
from typing import Any, TypeVar

from solver.errors import DeadlineExceeded, PorismError, ProcessDied
from solver.runtime.executors import forking_context

T = TypeVar("T")
P = TypeVar("P")

#: Seconds over the limit after which a process is stopped; between two looks at whether it is to be stopped.
GRACE, LOOK = 0.5, 0.05


@dataclass(frozen=True)
class Limits:
    """seconds: of the clock. memory: bytes of data that the process may hold."""

    seconds: float
    memory: int = 2_000_000_000


class Stopped(PorismError):
    """The caller has stopped the work."""


def run_bounded(
    work: Callable[[Callable[[P], None]], T],
    limits: Limits,
    observe: Callable[[P], None] = lambda progress: None,
    stop: Event | None = None,
) -> T:
    """What `work` returns; what it calls its argument with, `observe` is called with here. Both travel between processes.

    stop: set by another thread to end it. Raises the PorismErrors that `work` raises, DeadlineExceeded, ProcessDied (also
    where memory runs out) and Stopped.
    """
    context = context_of_service()
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(theirs, work, limits.memory), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    try:
        return receive(mine, time.monotonic() + limits.seconds + GRACE, observe, stop or Event())  # type: ignore[no-any-return]
    except EOFError:
        process.join()
        raise ProcessDied(
            f"the process that did the work died (exit code {process.exitcode})", None, "try a smaller statement"
        ) from None
    finally:
        process.kill()
        process.join()
        process.close()
        mine.close()


def context_of_service() -> BaseContext:
    """How processes of the service are started."""
    return forking_context(["solver.service.preloaded"])


def unobserved(work: Callable[..., T], *arguments: object) -> Callable[[object], T]:
    """The call as work that reports no progress."""
    return partial(_unobserved, work, arguments)


def _unobserved(work: Callable[..., T], arguments: tuple[object, ...], observe: object) -> T:
    return work(*arguments)


def receive(pipe: Connection, deadline: float, observe: Callable[[P], None], stop: Event) -> Any:
    """What a process at the other end answers: see `answer`. deadline: on time.monotonic(). Raises EOFError where it died."""
    while not stop.is_set():
        left = deadline - time.monotonic()
        if left <= 0:
            raise DeadlineExceeded(
                "timeout: the time limit ran out and the work was stopped", None, "give more seconds, or say less"
            )
        if not pipe.poll(min(left, LOOK)):
            continue
        kind, said = pipe.recv()
        if kind == "progress":
            observe(said)
        elif kind == "error":
            raise said
        else:
            return said
    raise Stopped("the call was stopped")


def _do(pipe: Connection, work: Callable[[Callable[[P], None]], object], memory: int) -> None:
    apart_from_server()
    answer(pipe, work, memory)


def apart_from_server() -> None:
    """What a process of the service begins with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    os.dup2(2, 1)  # over stdio, the server's standard output is its connection


def answer(pipe: Connection, work: Callable[[Callable[[P], None]], object], memory: int) -> None:
    """Does the work, and sends what comes of it, and how far it is."""
    try:
        with limited_memory(memory):
            pipe.send(("result", work(partial(_report, pipe))))
    except PorismError as error:
        pipe.send(("error", error))
    except MemoryError:
        message = f"the memory limit of {memory // 1_000_000:,} MB ran out"
        pipe.send(("error", ProcessDied(message, None, "try a smaller statement")))


def _report(pipe: Connection, progress: object) -> None:
    pipe.send(("progress", progress))


@contextmanager
def limited_memory(memory: int) -> Iterator[None]:
    """Where the system knows such a limit, allocations beyond it raise MemoryError."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
