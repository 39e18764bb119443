"""Worker processes that may hang or die without taking the run with them.

Each worker proves one problem at a time and answers over a pipe. One that is silent for longer than its time limit is
killed and replaced; so is one that dies. Results come in the order in which they are ready.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from solver.bench.attempt import Record, attempt, failed
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.prove import Status

#: Seconds over the limit after which a worker counts as hanging.
GRACE = 0.8

_Answer = tuple[Record, str]


@dataclass(frozen=True)
class Task:
    statement: NamedStatement
    timeout: float
    seed: int
    own: tuple[Theorem, ...] = ()


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Task | None = None
    started: float = 0.0

    def give(self, task: Task) -> None:
        self.task, self.started = task, time.monotonic()
        self.pipe.send(task)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run_tasks(tasks: Sequence[Task], jobs: int) -> Iterator[_Answer]:
    """The record and certificate of each task."""
    waiting = list(reversed(tasks))
    workers = [_start() for _ in range(min(jobs, len(tasks)))]
    try:
        while True:
            for worker in workers:
                if worker.task is None and waiting:
                    worker.give(waiting.pop())
            busy = [w for w in workers if w.task is not None]
            if not busy:
                return
            ready = set(wait([w.pipe for w in busy], timeout=_patience(busy)))
            for worker in busy:
                answer = _answer(worker, worker.pipe in ready)
                if answer is None:
                    continue
                worker.task = None
                yield answer
                if not worker.process.is_alive():
                    worker.pipe.close()
                    workers[workers.index(worker)] = _start()
    finally:
        for worker in workers:
            worker.stop()


def _patience(busy: Sequence[_Worker]) -> float:
    now = time.monotonic()
    return max(0.01, min(w.started + w.task.timeout + GRACE - now for w in busy if w.task is not None))


def _answer(worker: _Worker, is_ready: bool) -> _Answer | None:
    """What a worker says, or what its silence means; None while it may go on."""
    task = worker.task
    assert task is not None
    name, spent = task.statement.name, time.monotonic() - worker.started
    if is_ready:
        try:
            received: _Answer = worker.pipe.recv()
            return received
        except EOFError:
            worker.process.join()
            message = f"the process died (exit code {worker.process.exitcode})"
            return failed(name, Status.INVALID, message, spent), ""
    if spent > task.timeout + GRACE:
        worker.process.kill()
        worker.process.join()
        return failed(name, Status.TIMEOUT, "timeout: the process was stopped", spent), ""
    return None


def _start() -> _Worker:
    context = get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    if mine.recv() != "ready":
        raise RuntimeError("a worker process did not start")
    return _Worker(process, mine)


def _serve(pipe: Connection) -> None:
    """A worker's life: problems in, answers out, until the pipe closes. Ctrl-C is for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe.send("ready")
    while True:
        try:
            task: Task = pipe.recv()
        except EOFError:
            return
        pipe.send(attempt(task.statement, task.timeout, task.seed, task.own))
