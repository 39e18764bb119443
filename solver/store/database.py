"""The store's file: a DuckDB database, which any number of processes read and one at a time writes.

A process has the file open only as long as a batch or a query takes; others wait for that, so that several may write at once,
in turns, and read between. A batch is a transaction: where its process is killed, it is there whole or not at all.
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_path

from solver.errors import StoreError
from solver.records.likeness import VERSION as VECTORS
from solver.records.likeness import bytes_of
from solver.store import words
from solver.store.entry import COLUMNS, Entry, Kind, constructions_to_json, values_of
from solver.store.vectors import write_vectors

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The version of the tables; 1 was the memory of earlier porisms, 2 had an index of bits, 3 none of numbers.
VERSION = 4
#: Entries that are written together.
BATCH = 25_000
#: Seconds to wait for other processes, and between two looks.
PATIENCE, LOOK = 60.0, 0.02
#: What the database may hold in memory, whatever is written.
_MEMORY = "512MB"
#: Between the items of a list on its way into the database.
_SEPARATOR = "\x1f"
_ANEW = "delete it, or choose another --store, and add the problems again"

_TYPES: Mapping[str, str] = {"id": "BIGINT"} | {c.name: c.type for c in COLUMNS} | {
    "constructions": "VARCHAR", "vector": "BLOB",
}  # fmt: skip
#: The tables of a new file. batches: of entries, each with the number after its last one and a stamp that no other has.
_TABLES = (
    f"CREATE TABLE entries ({', '.join(f'{name} {of}' for name, of in _TYPES.items())})",
    "CREATE UNIQUE INDEX entries_by_number ON entries (id)",
    *words.TABLES,
    "CREATE TABLE batches (ending BIGINT, stamp VARCHAR)",
    "CREATE TABLE runs (run VARCHAR, name VARCHAR, status VARCHAR, seconds FLOAT, closures BIGINT, auxiliary SMALLINT, "
    "proof_length INTEGER, seed BIGINT, message VARCHAR)",
    f"CREATE TABLE about AS SELECT {VERSION} AS version, {VECTORS} AS vectors",
)


@dataclass(frozen=True)
class Run:
    """What came of a problem in a benchmark run: a row of the table `runs`. seconds: in all; closures: trials of points."""

    run: str
    name: str
    status: str
    seconds: float
    closures: int
    auxiliary: int
    proof_length: int
    seed: int
    message: str


@dataclass(frozen=True)
class Added:
    """new: entries that are in the store now; known: generated ones whose figure was there already."""

    new: int = 0
    known: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.known + other.known)


def default_path() -> Path:
    """PORISM_STORE, or store.duckdb in porism's folder among the user's data."""
    if chosen := os.environ.get("PORISM_STORE"):
        return Path(chosen)
    return user_data_path("porism", appauthor=False) / "store.duckdb"


class Store:
    """A file of entries, which needn't be there yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"<Store {self.path}>"

    @property
    def exists(self) -> bool:
        return self.path.exists()

    def require(self) -> Store:
        """Itself. Raises StoreError where there is no file."""
        if not self.exists:
            hint = "porism problems add puts problems into one; --store or PORISM_STORE says where it is"
            raise StoreError(f"there is no store {self.path}", None, hint)
        return self

    def add(self, entries: Iterable[Entry], observe: Callable[[int], None] = lambda count: None) -> Added:
        """Adds entries, a batch at a time; those of batches before an error stay.

        One with the kind, suite and name of another replaces it; a generated one is left out where there is one of its form.
        observe: is called with the number of entries of each batch. Raises StoreError.
        """
        added = Added()
        waiting = iter(entries)
        while batch := list(islice(waiting, BATCH)):
            with self.writing() as connection:
                added += _added(connection, batch)
            observe(len(batch))
        if added.new:
            with self.reading() as connection:
                write_vectors(connection, self.path)
        return added

    def add_runs(self, runs: Sequence[Run]) -> None:
        """Adds what came of problems, in place of what is known of the same problems in the same runs."""
        names = [f.name for f in fields(Run)]
        columns = ", ".join(f"unnest(${i}) AS {name}" for i, name in enumerate(names, start=1))
        with self.writing() as connection:
            for part in (runs[i : i + BATCH] for i in range(0, len(runs), BATCH)):
                values = [[getattr(run, name) for run in part] for name in names]
                connection.execute(f"CREATE OR REPLACE TEMP TABLE incoming_runs AS SELECT {columns}", values)
                connection.execute("DELETE FROM runs WHERE (run, name) IN (SELECT run, name FROM incoming_runs)")
                connection.execute("INSERT INTO runs BY NAME SELECT * FROM incoming_runs")

    @contextmanager
    def writing(self) -> Iterator[DuckDBPyConnection]:
        """One transaction, which is undone by an error. Makes the file if there is none. Raises StoreError."""
        from filelock import FileLock, Timeout

        self.path.parent.mkdir(parents=True, exist_ok=True)
        lock = self.path.with_name(f".{self.path.name}.lock")
        try:
            with FileLock(lock, timeout=PATIENCE), _explained(self.path):
                if self.path.is_file() and self.path.stat().st_size == 0:
                    self.path.unlink()  # left by a full disk; there is nothing in it
                connection = _connected(self.path, read_only=False)
                try:
                    connection.begin()
                    _require_ours(self.path, connection, make=True)
                    yield connection
                    connection.commit()
                finally:
                    connection.close()
        except Timeout:
            raise _in_use(self.path) from None

    @contextmanager
    def reading(self) -> Iterator[DuckDBPyConnection]:
        """Raises StoreError where there is no store, or it can't be read."""
        self.require()
        with _explained(self.path):
            connection = _connected(self.path, read_only=True)
            try:
                _require_ours(self.path, connection, make=False)
                yield connection
            finally:
                connection.close()


def _added(connection: DuckDBPyConnection, batch: Sequence[Entry]) -> Added:
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in batch:
        is_known_by_form = entry.kind is Kind.GENERATED and entry.form
        seen[(entry.form,) if is_known_by_form else (entry.kind, entry.suite, entry.name)] = entry
    forms = _forms(connection, [e.form for e in seen.values() if e.kind is Kind.GENERATED])
    new = [e for e in seen.values() if e.kind is not Kind.GENERATED or e.form not in forms]
    if not new:
        return Added(0, len(batch))
    first = _scalar(connection, "SELECT coalesce(max(ending), 0) FROM batches")
    _take_in(connection, first, new)
    connection.execute(
        "DELETE FROM entries WHERE kind <> 'generated' AND (kind, suite, name) IN (SELECT kind, suite, name FROM incoming)"
    )
    connection.execute("INSERT INTO entries SELECT * FROM incoming")
    words.add_parts(connection, first, [entry.haystack for entry in new])
    connection.execute("INSERT INTO batches VALUES (?, ?)", [first + len(new), uuid.uuid4().hex])
    return Added(len(new), len(batch) - len(new))


def _forms(connection: DuckDBPyConnection, forms: Sequence[str]) -> set[str]:
    """Those that generated entries of the store have."""
    rows = connection.execute(
        "SELECT form FROM entries WHERE kind = 'generated' AND form <> '' AND form IN (SELECT unnest($1::VARCHAR[]))",
        [forms],
    )
    return {form for (form,) in rows.fetchall()}


def _take_in(connection: DuckDBPyConnection, first: int, entries: Sequence[Entry]) -> None:
    """The entries as a table `incoming`: column by column, a hundred times faster than row by row."""
    columns = []
    for i, (name, of) in enumerate(_TYPES.items(), start=1):
        if of.endswith("[]"):
            text = f"unnest(${i}::VARCHAR[])"
            columns.append(f"CASE WHEN {text} = '' THEN [] ELSE string_split({text}, chr(31)) END AS {name}")
        else:
            columns.append(f"unnest(${i}::{of}[]) AS {name}")
    values = [list(column) for column in zip(*map(_row, range(first, first + len(entries)), entries), strict=True)]
    connection.execute(f"CREATE OR REPLACE TEMP TABLE incoming AS SELECT {', '.join(columns)}", values)


def _row(number: int, entry: Entry) -> list[Any]:
    """In the order of _TYPES."""
    plain = [_SEPARATOR.join(value) if isinstance(value, list) else value for value in values_of(entry)]
    vector = None if entry.vector is None else bytes_of(entry.vector)
    return [number, *plain, constructions_to_json(entry.constructions), vector]


def _connected(path: Path, *, read_only: bool) -> DuckDBPyConnection:
    """Waits as long as another process has the file open for writing (or at all, to write)."""
    import duckdb

    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return duckdb.connect(
                str(path),
                read_only=read_only,
                config={"threads": 1, "memory_limit": _MEMORY, "allow_unsigned_extensions": False},
            )
        except duckdb.IOException as error:
            if "set lock on file" not in str(error):
                raise
            if time.monotonic() > deadline:
                raise _in_use(path) from None
            time.sleep(LOOK)


def _in_use(path: Path) -> StoreError:
    return StoreError(
        f"the store {path} is in use by another process", None, "wait for its end, or choose another --store"
    )


def _require_ours(path: Path, connection: DuckDBPyConnection, *, make: bool) -> None:
    """Makes the tables of a new file. Raises StoreError where the file is another's or of another version."""
    import duckdb

    if not make:  # a list of the tables takes ten times as long; within a transaction it would be ended by the error
        with suppress(duckdb.CatalogException, duckdb.BinderException):
            if connection.execute("SELECT version, vectors FROM about").fetchall() == [(VERSION, VECTORS)]:
                return
    tables = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
    if make and not tables:
        for table in _TABLES:
            connection.execute(table)
        return
    if tables >= {"configurations", "about"}:
        hint = f"porism problems add {path} puts what it has into the store"
        raise StoreError(f"{path} is the memory of an earlier porism", None, hint)
    if not tables >= {"entries", "runs", "about"}:
        raise StoreError(f"{path} is a database, but no store of porism's", None, "choose another --store")
    made = connection.execute("SELECT version, vectors FROM about").fetchall()
    if made != [(VERSION, VECTORS)]:
        made_by = ".".join(map(str, made[0])) if made else "none"
        hint = f"porism problems add {path} --store NEW puts what it has into a new one"
        raise StoreError(
            f"the store {path} is of version {made_by}, and this porism's of version {VERSION}.{VECTORS}", None, hint
        )


def _scalar(connection: DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What goes wrong in the database, in a line."""
    import duckdb

    try:
        yield
    except (duckdb.BinderException, duckdb.ParserException):  # a defect of ours
        raise
    except duckdb.ConversionException as error:
        raise StoreError(f"an entry doesn't fit into the store: {_first_line(str(error))}") from None
    except duckdb.Error as error:
        said = str(error)
        if path.is_dir():
            raise StoreError(f"{path} is a folder, no store", None, "give a file, store.duckdb say") from None
        if "not a valid DuckDB" in said:
            raise StoreError(f"{path} is no store of porism's", None, "choose another --store") from None
        is_cut_off = "Could not read enough bytes" in said
        if isinstance(error, duckdb.IOException) and "orrupt" not in said and not is_cut_off:
            raise StoreError(f"the store {path} can't be opened: {_first_line(said)}") from None
        raise StoreError(f"the store {path} is damaged: {_first_line(said)}", None, _ANEW) from None


def _first_line(text: str) -> str:
    return text.splitlines()[0][:200]
