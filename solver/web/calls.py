"""Makes calls in processes with limits, a limited number at once; the rest wait their turn, and too many are refused."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event
from typing import Any

import anyio
import anyio.to_thread
from starlette.requests import Request

from solver.errors import PorismError
from solver.service.bounded import Limits, run_bounded
from solver.service.failures import Failure
from solver.service.pool import Pool
from solver.web.asked import QUICK_CALLS, Asked, SeeStatement, Work
from solver.web.refusals import Unanswered
from solver.web.settings import Settings

#: Processes that stay, for what is asked for while one types; and how many such calls may wait.
QUICK_PROCESSES, QUICK_WAITING = 2, 200
_WARMING = "Let $H$ be the orthocenter of an acute triangle $ABC$. Prove that $AH$ is perpendicular to $BC$."


class Calls:
    """What the calls of one server share."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._limiter = anyio.CapacityLimiter(settings.running)
        self._quick = anyio.CapacityLimiter(QUICK_PROCESSES)
        self._pool = Pool(QUICK_PROCESSES, settings.memory)
        self._stops: set[Event] = set()

    async def warm_up(self) -> None:
        """Starts the processes that stay, so that nobody waits for them: what a process has done once is quick from then on."""
        async with anyio.create_task_group() as group:
            for _ in range(QUICK_PROCESSES):
                group.start_soon(self._warm_up_one)

    async def _warm_up_one(self) -> None:
        asked = SeeStatement(statement=_WARMING, seconds=20)
        stop = Event()
        run = partial(self._pool.run, asked.work(), self._limits(asked), stop)
        with suppress(PorismError):
            await self._in_turn(run, self._quick, QUICK_WAITING, stop)

    def stop(self) -> None:
        """Ends all that is being done."""
        for stop in self._stops:
            stop.set()

    def close(self) -> None:
        self._pool.close()

    async def answer(self, asked: Asked, request: Request) -> Any:
        """The answer; a caller that goes away ends the work. Raises PorismErrors and Unanswered."""
        asked = asked.within(self._settings.seconds)
        stop = Event()
        found: Any = None
        failure: BaseException | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(_stop_with, request, stop)
            try:
                if isinstance(asked, QUICK_CALLS):
                    run = partial(self._pool.run, asked.work(), self._limits(asked), stop)
                    found = await self._in_turn(run, self._quick, QUICK_WAITING, stop)
                else:
                    found = await self.run(asked, asked.work(), lambda progress: None, stop)
            except Exception as error:  # raised outside of the group, as itself
                failure = error
            finally:  # also where the server ends
                stop.set()
            group.cancel_scope.cancel()
        if failure is not None:
            raise failure
        return found

    async def run(
        self,
        asked: Asked,
        work: Work,
        observe: Callable[[Any], None],
        stop: Event,
        begin: Callable[[], None] = lambda: None,
    ) -> Any:
        """What the work returns. begin: called when it is its turn. observe: called in another thread."""
        run = partial(run_bounded, work, self._limits(asked), observe, stop)
        return await self._in_turn(run, self._limiter, self._settings.waiting, stop, begin)

    async def _in_turn(
        self,
        run: Callable[[], Any],
        limiter: anyio.CapacityLimiter,
        waiting: int,
        stop: Event,
        begin: Callable[[], None] = lambda: None,
    ) -> Any:
        if limiter.statistics().tasks_waiting >= waiting:
            raise Unanswered(Failure("busy", f"{waiting} calls wait for their turn already", "try again in a while"))
        self._stops.add(stop)
        try:
            async with limiter:
                begin()
                return await anyio.to_thread.run_sync(run, abandon_on_cancel=True, limiter=anyio.CapacityLimiter(1))
        finally:
            self._stops.discard(stop)

    def _limits(self, asked: Asked) -> Limits:
        return Limits(min(asked.limit, self._settings.seconds), self._settings.memory)


async def _stop_with(request: Request, stop: Event) -> None:
    """Sets `stop` when the caller has gone."""
    while not await request.is_disconnected():
        await anyio.sleep(0.1)
    stop.set()
