"""What this user has asked, in a SQLite file of theirs: the newest first, and no more than a few hundred."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from solver.errors import PorismError

#: Entries that are kept.
MOST = 500
_TABLE = """CREATE TABLE IF NOT EXISTS asked (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    call TEXT NOT NULL, statement TEXT NOT NULL, status TEXT NOT NULL, seconds REAL NOT NULL)"""


@dataclass(frozen=True)
class Entry:
    """A call of which a user may want to know again. at: UTC, ISO 8601. status: what came of it."""

    id: int
    at: str
    call: str
    statement: str
    status: str
    seconds: float


class History:
    """path: of the file; None keeps nothing. most: entries that are kept. Several servers may use one file."""

    _COLUMNS: ClassVar[str] = "id, at, call, statement, status, seconds"

    def __init__(self, path: Path | None, most: int = MOST) -> None:
        """Raises PorismError where there can be no such file."""
        self._path = path
        self._most = most
        if path is not None:
            with _explained(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                with self._opened() as file:
                    file.execute(_TABLE)

    def add(self, call: str, statement: str, status: str, seconds: float) -> None:
        """What is asked again takes the place of what it was."""
        if self._path is None:
            return
        with _explained(self._path), self._opened() as file:
            file.execute("DELETE FROM asked WHERE call = ? AND statement = ?", (call, statement))
            file.execute(
                "INSERT INTO asked (call, statement, status, seconds) VALUES (?, ?, ?, ?)",
                (call, statement, status, round(seconds, 3)),
            )
            file.execute(
                "DELETE FROM asked WHERE id NOT IN (SELECT id FROM asked ORDER BY id DESC LIMIT ?)", (self._most,)
            )

    def newest(self, count: int) -> tuple[Entry, ...]:
        if self._path is None:
            return ()
        with _explained(self._path), self._opened() as file:
            rows = file.execute(f"SELECT {self._COLUMNS} FROM asked ORDER BY id DESC LIMIT ?", (count,)).fetchall()
        return tuple(Entry(*row) for row in rows)

    def clear(self) -> None:
        if self._path is not None:
            with _explained(self._path), self._opened() as file:
                file.execute("DELETE FROM asked")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        assert self._path is not None
        with closing(sqlite3.connect(self._path, timeout=10)) as file, file:
            yield file


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        hint = "give another one by --history, or --no-history"
        raise PorismError(f"the history {path} can't be used: {error}", None, hint) from None
