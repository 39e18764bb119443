"""What a server is started with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from solver.runtime.processors import processors

#: Addresses that only this machine can reach.
LOOPBACK = ("127.0.0.1", "localhost", "::1")
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Settings:
    """token: asked of every caller; empty only on this machine. seconds: the most that a call may take. memory: bytes of one
    call. running: calls at once; waiting: calls that may wait for their turn; others are refused. history: the file; None:
    nothing is kept."""

    host: str = "127.0.0.1"
    token: str = ""
    seconds: float = 600.0
    memory: int = 2000 * MEGABYTE
    running: int = max(2, processors())
    waiting: int = 64
    history: Path | None = None

    @property
    def is_local(self) -> bool:
        return self.host in LOOPBACK


def default_history() -> Path:
    """In the folder for this user's data."""
    return user_data_path("porism", appauthor=False) / "history.sqlite"
