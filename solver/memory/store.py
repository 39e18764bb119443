"""The memory on disk: configurations in a DuckDB file, and the nearest ones to a figure.

The search is exact: all vectors are compared. `solver.memory.dialect` has what another database would say otherwise.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from solver.errors import MemoryFileError, PorismError
from solver.memory.configuration import Configuration, constructions_from_json, constructions_to_json
from solver.memory.dialect import COLUMNS, DuckDbDialect, nearest_query
from solver.memory.features import SIZE, VERSION, Vector
from solver.memory.known import known_from_json

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Configurations that go into the file together.
BATCH = 500
_TABLE = "configurations"
_DIALECT = DuckDbDialect()
#: Bytes in a DuckDB file before its blocks.
_HEADERS = 3 * 4096
_ANEW = "delete it, or choose another --memory, and add the problems again"


@dataclass(frozen=True)
class Neighbor:
    """distance: between 0 (the same figure, or nearly) and 2."""

    configuration: Configuration
    distance: float


@dataclass(frozen=True)
class Added:
    """new: configurations that are in the memory now; known: those that were there already."""

    new: int = 0
    known: int = 0


@dataclass(frozen=True)
class MemoryStatistics:
    """How many configurations there are, in all and by the predicate of the goal, points, auxiliary points."""

    count: int
    by_goal: dict[str, int]
    by_points: dict[int, int]
    by_auxiliary: dict[int, int]


def default_path() -> Path:
    """PORISM_MEMORY, or porism/memory.duckdb in the user's folder for data (XDG_DATA_HOME)."""
    if chosen := os.environ.get("PORISM_MEMORY"):
        return Path(chosen)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "porism" / "memory.duckdb"


class Store:
    """An open memory. One process may write a file, or any number read it. Sent to another process, it is opened there
    again, for reading."""

    def __init__(self, path: Path, connection: DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection

    @staticmethod
    def for_reading(path: Path) -> Store:
        """Raises MemoryFileError where there is no memory, or it can't be read."""
        if not path.exists():
            hint = "porism memory add puts problems into one; --memory or PORISM_MEMORY says where it is"
            raise MemoryFileError(f"there is no memory {path}", None, hint)
        return _opened(path, read_only=True)

    @staticmethod
    def for_writing(path: Path) -> Store:
        """Makes the file if there is none. Raises MemoryFileError where it can't be written."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size == 0:
            path.unlink()  # left by a full disk; there is nothing in it
        return _opened(path, read_only=False)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return Store.for_reading, (self.path,)

    def close(self) -> None:
        self._connection.close()

    def add(self, configurations: Iterable[Configuration]) -> Added:
        """Those that are new, by their form, and have an auxiliary point; what was added before an error stays."""
        new, known = 0, 0
        with _explained(self.path):
            forms = {row[0] for row in self._connection.execute(f"SELECT form FROM {_TABLE}").fetchall()}
            number = self._scalar(f"SELECT coalesce(max(id), -1) FROM {_TABLE}") + 1
        waiting = iter(configurations)
        while batch := list(islice(waiting, BATCH)):
            rows: list[tuple[Any, ...]] = []
            for c in batch:
                if c.form in forms:
                    known += 1
                elif c.added:
                    forms.add(c.form)
                    rows.append((number + len(rows), *_row(c)))
            if rows:
                self._insert(rows)
            new, number = new + len(rows), number + len(rows)
        return Added(new, known)

    def has(self, form: str) -> bool:
        """Whether there is a configuration of that form."""
        with _explained(self.path):
            found = self._connection.execute(f"SELECT count(*) FROM {_TABLE} WHERE form = $1", [form]).fetchall()
        return bool(found[0][0])

    def nearest(self, vector: Vector, k: int, left_out: str = "") -> list[Neighbor]:
        """The k nearest configurations, nearest first. left_out: a form of which none is wanted."""
        with _explained(self.path):
            query = nearest_query(_DIALECT, _TABLE, vector.tolist(), k, left_out)
            return [Neighbor(_configuration(row), float(row[-1])) for row in self._connection.execute(query).fetchall()]

    def statistics(self) -> MemoryStatistics:
        with _explained(self.path):
            rows = self._connection.execute(f"SELECT goal, size, auxiliary FROM {_TABLE}").fetchall()
        goals = Counter(goal.split()[0] for goal, _, _ in rows)
        return MemoryStatistics(
            len(rows),
            dict(goals.most_common()),
            dict(sorted(Counter(size for _, size, _ in rows).items())),
            dict(sorted(Counter(auxiliary for _, _, auxiliary in rows).items())),
        )

    def _insert(self, rows: list[tuple[Any, ...]]) -> None:
        """As columns, the vectors as text: a hundred times faster than rows one after the other."""
        types = [*("BIGINT" if of is int else "VARCHAR" for _, of in COLUMNS), "VARCHAR"]
        columns = [f"unnest(${i}::{of}[])" for i, of in enumerate(types, start=1)]
        columns[-1] += f"::FLOAT[{SIZE}]"
        with _explained(self.path):
            self._connection.execute(
                f"INSERT INTO {_TABLE} SELECT {', '.join(columns)}",
                [list(column) for column in zip(*rows, strict=True)],
            )

    def _scalar(self, query: str) -> int:
        row = self._connection.execute(query).fetchone()
        return int(row[0]) if row else 0


def _opened(path: Path, *, read_only: bool) -> Store:
    duckdb = _duckdb()
    with _explained(path):
        connection = duckdb.connect(str(path), read_only=read_only, config={"threads": 1})
        if not read_only and not connection.execute("SHOW TABLES").fetchall():
            connection.execute(_DIALECT.create_table(_TABLE))
            connection.execute(f"CREATE TABLE about AS SELECT {VERSION} AS version, {SIZE} AS size")
        tables = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
        if not tables >= {_TABLE, "about"}:
            raise MemoryFileError(f"{path} is a database, but no memory of porism's", None, "choose another --memory")
        _require_whole(path, connection)
        if connection.execute("SELECT version, size FROM about").fetchall() != [(VERSION, SIZE)]:
            hint = "porism memory add makes a new one in another file"
            raise MemoryFileError(f"the memory {path} was made by another version of porism", None, hint)
    return Store(path, connection)


def _require_whole(path: Path, connection: DuckDBPyConnection) -> None:
    """The end of a file that was cut off would be missed only where something in it is needed."""
    row = connection.execute("SELECT block_size, total_blocks FROM pragma_database_size()").fetchone()
    if row is not None and path.stat().st_size < _HEADERS + row[0] * row[1]:
        raise MemoryFileError(f"the memory {path} is damaged: its end is missing", None, _ANEW)


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise PorismError(
            "the memory needs duckdb, which isn't installed", None, "pip install 'porism[memory]'"
        ) from None
    return duckdb


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What goes wrong in the database, in a line."""
    duckdb = _duckdb()
    try:
        yield
    except duckdb.Error as error:
        said = str(error)
        if "set lock on file" in said:
            raise MemoryFileError(
                f"the memory {path} is in use by another process", None, "wait for its end, or choose another --memory"
            ) from None
        if path.is_dir():
            raise MemoryFileError(f"{path} is a folder, no memory", None, "give a file, memory.duckdb say") from None
        if "not a valid DuckDB" in said:
            raise MemoryFileError(f"{path} is no memory of porism's", None, "choose another --memory") from None
        is_cut_off = "Could not read enough bytes" in said
        if isinstance(error, duckdb.IOException) and "orrupt" not in said and not is_cut_off:
            raise MemoryFileError(f"the memory {path} can't be opened: {_first_line(said)}") from None
        raise MemoryFileError(f"the memory {path} is damaged: {_first_line(said)}", None, _ANEW) from None
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise MemoryFileError(f"the memory {path} is damaged: {error}", None, _ANEW) from None


def _first_line(text: str) -> str:
    return text.splitlines()[0][:200]


def _row(c: Configuration) -> tuple[Any, ...]:
    vector = f"[{','.join(format(v, '.9g') for v in c.vector.tolist())}]"
    added, alternatives = constructions_to_json(c.added), constructions_to_json(c.alternatives)
    return (
        c.form, c.name, c.statement, " ".join(c.points), len(c.points), c.goal, c.premises, len(c.added),
        c.known.to_json(), added, alternatives, vector,
    )  # fmt: skip


def _configuration(row: tuple[Any, ...]) -> Configuration:
    """From the values of COLUMNS."""
    value = dict(zip((name for name, _ in COLUMNS), row, strict=False))
    return Configuration(
        value["name"],
        value["statement"],
        tuple(value["points"].split(" ")),
        value["goal"],
        value["premises"],
        known_from_json(value["known"]),
        constructions_from_json(value["added"]),
        constructions_from_json(value["alternatives"]),
    )
