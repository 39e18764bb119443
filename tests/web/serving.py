"""`porism web` as a process of its own, to be asked, killed and started anew."""

from __future__ import annotations

import socket
import subprocess
import time
from pathlib import Path

from tests.cli.command import COMMAND


class Served:
    """A server on a port of its own; the same one each time that it is started."""

    def __init__(self, history: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self._history = history
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "web", "--no-open", "--port", str(self.port), "--history", str(self._history)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 240
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError("porism web hasn't started")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(20)
