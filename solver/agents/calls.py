"""Makes a tool's call in a process of its own, a limited number at once; a call is stopped when its client no longer waits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any, TypeVar

import anyio
import anyio.from_thread
import anyio.to_thread
from mcp.server.mcpserver import Context

from solver.agents.certificates import Certificates
from solver.runtime.processors import processors
from solver.service.answers import Progress, StatementProved
from solver.service.bounded import Limits, run_bounded

T = TypeVar("T")


class Calls:
    """What the calls of one server share."""

    def __init__(self) -> None:
        self.certificates = Certificates()
        self._limiter = anyio.CapacityLimiter(max(2, processors()))

    async def bounded(
        self, context: Context[Any, Any], work: Callable[[Callable[[Progress], None]], T], seconds: float
    ) -> T:
        """The work's answer; a client that goes away or cancels ends it. Raises the PorismErrors of `run_bounded`."""
        stop = Event()

        def observe(progress: Progress) -> None:
            message = f"{progress.trials:,} sets of auxiliary points tried"
            anyio.from_thread.run(context.report_progress, progress.seconds, seconds, message)

        try:
            return await anyio.to_thread.run_sync(
                partial(run_bounded, work, Limits(seconds), observe, stop),
                abandon_on_cancel=True,
                limiter=self._limiter,
            )
        finally:
            stop.set()

    def with_addresses(self, found: StatementProved) -> StatementProved:
        """Certificates are long: a model is given their addresses."""
        keep = self.certificates.keep
        goals = (
            dataclasses.replace(goal, certificate=keep(goal.certificate)) if goal.certificate else goal
            for goal in found.goals
        )
        return dataclasses.replace(found, goals=tuple(goals))
