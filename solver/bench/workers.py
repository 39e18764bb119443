"""Worker processes that may hang or die without taking the run with them.

Each worker proves one problem at a time and answers over a pipe, twice: first the result, then the same with words and
figure, so that these can't cost it. One that is silent for longer than its time limit is killed and replaced; so is one
that dies. Results come in the order in which they are ready.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from solver.bench.attempt import Answer, attempt, failed, how_read, illustrated
from solver.bench.records import ERROR
from solver.errors import ProcessDied
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from solver.knowledge.theorem import Theorem
from solver.language.read import NamedStatement
from solver.proving import Method, Status
from solver.runtime.executors import forking_context
from solver.runtime.interrupts import without_interrupts
from solver.search.budget import Budget
from solver.search.strategy import Strategy

#: Seconds over the limit after which a worker counts as hanging, and seconds for words and figure of what it has found.
GRACE, PAPERWORK = 0.8, 10.0
#: What workers have loaded when they begin.
PRELOAD = ("solver.bench.workers",)


@dataclass(frozen=True)
class Task:
    statement: NamedStatement
    timeout: float
    seed: int
    search: Budget | None = None
    threads: int = 1
    strategy: Strategy | None = None
    own: tuple[Theorem, ...] = ()
    method: Method = Method.SYNTHETIC


@dataclass
class _Worker:
    """result: its first answer, once it is there; deadline: of the next one, on time.monotonic()."""

    process: BaseProcess
    pipe: Connection
    strategy: Strategy | None = None  # the one that it has: a network isn't sent with each task
    task: Task | None = None
    started: float = 0.0
    deadline: float = 0.0
    result: Answer | None = None

    def give(self, task: Task) -> None:
        self.task, self.result, self.started = task, None, time.monotonic()
        self.deadline = self.started + task.timeout + GRACE
        has_strategy = task.strategy is self.strategy
        try:
            self.pipe.send((replace(task, strategy=None) if has_strategy else task, has_strategy))
            self.strategy = task.strategy
        except OSError:
            self.process.kill()  # it died at this moment: the closed pipe will tell

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run_tasks(tasks: Sequence[Task], jobs: int) -> Generator[Answer]:
    """The answer to each task. Close the iterator where it isn't used up: that stops the workers."""
    waiting = list(reversed(tasks))
    workers: list[_Worker] = []
    try:
        while len(workers) < min(jobs, len(tasks)):
            workers.append(_start())
        while True:
            for place, worker in enumerate(workers):
                if worker.task is None and waiting:
                    if not worker.process.is_alive():
                        worker.stop()
                        workers[place] = worker = _start()
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
    finally:
        for worker in workers:
            worker.stop()


def _patience(busy: Sequence[_Worker]) -> float:
    return max(0.01, min(w.deadline for w in busy) - time.monotonic())


def _answer(worker: _Worker, is_ready: bool) -> Answer | None:
    """What a worker says in the end, or what its silence means; None while it may go on."""
    if is_ready:
        try:
            received: Answer = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            return worker.result or _gone(worker, ERROR, f"the process died (exit code {worker.process.exitcode})")
        if worker.result is not None:
            return received
        worker.result, worker.deadline = received, time.monotonic() + PAPERWORK
    elif time.monotonic() > worker.deadline:
        worker.process.kill()
        worker.process.join()
        return worker.result or _gone(worker, Status.TIMEOUT.value, "timeout: the process was stopped")
    return None


def _gone(worker: _Worker, status: str, message: str) -> Answer:
    assert worker.task is not None
    return without_result(worker.task, status, message, time.monotonic() - worker.started)


def without_result(task: Task, status: str, message: str, seconds: float) -> Answer:
    """The answer of a task whose worker is gone."""
    record = failed(task.statement.name, status, message, task.seed, seconds)
    return Answer(record | how_read(task.statement))


def _start() -> _Worker:
    context = forking_context(PRELOAD)
    mine, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    with without_interrupts():  # Ctrl-C is for the parent, also while the process is loading
        process.start()
    theirs.close()
    try:
        mine.recv()
    except EOFError:
        process.join()
        raise ProcessDied(f"a worker process could not start (exit code {process.exitcode})") from None
    return _Worker(process, mine)


def _serve(pipe: Connection) -> None:
    """A worker's life: problems in, answers out, until the pipe closes. Ctrl-C is left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    compile_library(run_by_default())
    pipe.send("ready")
    strategy: Strategy | None = None
    while True:
        try:
            task, has_strategy = pipe.recv()
        except EOFError:
            return
        strategy = strategy if has_strategy else task.strategy
        answer, result = attempt(
            task.statement, task.timeout, task.seed, task.search, task.threads, strategy, task.own, task.method
        )
        pipe.send(answer)
        pipe.send(illustrated(answer, result))
