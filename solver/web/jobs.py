"""Calls that one starts, watches and stops: what came of each is kept for a while."""

from __future__ import annotations

import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from threading import Event
from typing import Any

import anyio
import anyio.from_thread
import anyio.to_thread
from anyio.abc import TaskGroup

from solver.errors import PorismError
from solver.service.answers import FactsFound, PointsTried, Progress, StatementChecked, StatementProved
from solver.service.bounded import Stopped
from solver.service.failures import Failure
from solver.service.showing import ProofsShown, show_proofs
from solver.web.asked import Asked, CheckStatement, Explore, Prove, TryPoints, Work
from solver.web.calls import Calls
from solver.web.history import History
from solver.web.refusals import Unanswered, unknown

_LOG = logging.getLogger(__name__)

#: Jobs whose outcome is kept; the oldest go first.
MOST_KEPT = 200
#: Seconds between two looks at a job that somebody watches, and between two signs of life.
LOOK, ALIVE = 0.1, 15.0


class State(str, Enum):
    """Where a job is. FAILED: it has no answer, and `failure` says why. STOPPED: by its owner."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        return self not in (State.WAITING, State.RUNNING)


@dataclass(frozen=True)
class JobSeen:
    """A job as it is now. answer: what the call gives, once it is done; proofs have their pages beside it, at /page/0 and so on."""

    id: str
    call: str
    state: State
    seconds: float
    progress: Progress | None = None
    answer: StatementProved | FactsFound | PointsTried | StatementChecked | None = None
    failure: Failure | None = None


@dataclass
class Job:
    """A job of this server. version: counts what has happened to it."""

    id: str
    call: str
    asked: Asked
    state: State = State.WAITING
    progress: Progress | None = None
    answer: Any = None
    shown: ProofsShown | None = None
    failure: Failure | None = None
    version: int = 0
    begun: float = field(default_factory=time.monotonic)
    ended: float | None = None
    stop: Event = field(default_factory=Event)

    def seen(self) -> JobSeen:
        seconds = (self.ended or time.monotonic()) - self.begun
        return JobSeen(self.id, self.call, self.state, seconds, self.progress, self.answer, self.failure)


class Jobs:
    """Those of one server. seconds: the most that one may take."""

    def __init__(self, calls: Calls, history: History, seconds: float) -> None:
        self._calls = calls
        self._history = history
        self._seconds = seconds
        self._kept: OrderedDict[str, Job] = OrderedDict()
        self._tasks: TaskGroup | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[TaskGroup]:
        """While this lasts, jobs can be started; at its end all of them are stopped."""
        async with anyio.create_task_group() as self._tasks:
            yield self._tasks
            for job in self._kept.values():
                job.stop.set()

    def start(self, call: str, asked: Asked) -> Job:
        """Raises Unanswered where too many are unfinished."""
        over = [job for job in self._kept.values() if job.state.is_over]
        for job in over[: max(0, len(self._kept) - MOST_KEPT + 1)]:
            del self._kept[job.id]
        if len(self._kept) >= MOST_KEPT:
            raise Unanswered(Failure("busy", f"there are {MOST_KEPT} unfinished jobs", "stop some, or wait"))
        job = Job(secrets.token_urlsafe(12), call, asked.within(self._seconds))
        self._kept[job.id] = job
        assert self._tasks is not None, "the server isn't running"
        self._tasks.start_soon(self._run, job)
        return job

    def find(self, id: str) -> Job:
        if id not in self._kept:
            raise unknown("this job isn't known here", "the server may have been started anew: start the job again")
        return self._kept[id]

    def stop(self, id: str) -> Job:
        job = self.find(id)
        job.stop.set()
        return job

    async def changes(self, id: str) -> AsyncIterator[JobSeen | None]:
        """The job now, and again whenever it has changed, until it is over; None as a sign of life."""
        job, version, told = self.find(id), -1, time.monotonic()
        while True:
            if job.version != version:
                version, told = job.version, time.monotonic()
                yield job.seen()
                if job.state.is_over:
                    return
            elif time.monotonic() - told > ALIVE:
                told = time.monotonic()
                yield None
            await anyio.sleep(LOOK)

    async def _run(self, job: Job) -> None:
        def begin() -> None:
            job.state = State.RUNNING
            job.version += 1

        def note(progress: Progress) -> None:
            job.progress = progress
            job.version += 1

        def observe(progress: Progress) -> None:
            anyio.from_thread.run_sync(note, progress)

        try:
            found = await self._calls.run(job.asked, _work(job.asked), observe, job.stop, begin)
            job.shown = found if isinstance(found, ProofsShown) else None
            job.answer = found.proved if isinstance(found, ProofsShown) else found
            job.state = State.DONE
        except Stopped:
            job.state = State.STOPPED
        except PorismError as error:
            job.state, job.failure = State.FAILED, Failure.of(error)
        except Unanswered as error:
            job.state, job.failure = State.FAILED, error.failure
        except Exception:
            _LOG.exception("a job failed")
            job.state, job.failure = (
                State.FAILED,
                Failure("defect", "porism itself failed", "please report the statement"),
            )
        finally:
            job.ended = time.monotonic()
            job.version += 1
        if isinstance(job.asked, Prove | Explore):
            status = job.answer.status if isinstance(job.answer, StatementProved) else job.state.value
            add = partial(self._history.add, job.call, job.asked.statement, status, job.ended - job.begun)
            await anyio.to_thread.run_sync(add)


def _work(asked: Asked) -> Work:
    """A proof comes with what the page needs to show it."""
    if isinstance(asked, Prove):
        return partial(show_proofs, asked.statement, "statement", asked.seconds, asked.seed, asked.auxiliary_points)
    return asked.work()


#: The calls that can be started as jobs; `prove` finds values as well.
JOBS: dict[str, type[Asked]] = {
    "prove": Prove,
    "explore": Explore,
    "try_points": TryPoints,
    "check_statement": CheckStatement,
}
