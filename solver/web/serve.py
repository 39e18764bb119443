"""The server as a process: uvicorn with the application, which ends what it is at before it ends itself."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from solver.web.app import application
from solver.web.calls import Calls
from solver.web.settings import Settings


def serve(settings: Settings, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Until Ctrl-C. ready: called before the first call is answered. Raises PorismError where the history can't be used."""
    calls = Calls(settings)
    app = application(settings, calls)
    ready()
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3)
    _Server(config, calls.stop).run(sockets=[listening])


class _Server(uvicorn.Server):
    """stop: ends the calls that are being made, so that their connections close."""

    def __init__(self, config: uvicorn.Config, stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._stop = stop

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._stop()
        await super().shutdown(sockets)
