"""All that is known: the problems that come with porism, and those of the user's store where there is one, asked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from solver.errors import StoreError
from solver.store.answering import answered
from solver.store.database import Store, default_path
from solver.store.query import Answer, Query, merged
from solver.store.shipped import shipped

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Rows that a query in SQL gives at most.
MOST_ROWS = 10_000


def stores(path: Path | None = None) -> list[Store]:
    """Those that are asked. path: of the user's; None: the one in the user's folder, if there is one.

    Raises StoreError where the user names a store that there is not.
    """
    if path is not None:
        return [shipped(), Store(path).require()]
    own = Store(default_path())
    return [shipped(), own] if own.exists else [shipped()]


def search(query: Query, path: Path | None = None) -> Answer:
    """The entries that meet the query, the best first. Raises StoreError."""
    return merged([answered(store, query) for store in stores(path)], query)


def sql(text: str, path: Path | None = None, parameters: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of a query in DuckDB's SQL over the tables `entries` and `runs`. Raises StoreError.

    It reads only, and no other files; of the rows the first MOST_ROWS are given.
    """
    import duckdb

    with _both(path) as connection:
        try:
            cursor = connection.execute(text, list(parameters))
            names = [column[0] for column in cursor.description or ()]
            return names, cursor.fetchmany(MOST_ROWS) if names else []
        except duckdb.Error as error:
            said = str(error).splitlines()
            raise StoreError(
                f"the query isn't understood: {said[0][:300]}", None, "docs/known.md lists the columns"
            ) from None


@contextmanager
def _both(path: Path | None) -> Iterator[DuckDBPyConnection]:
    """A connection with `entries` and `runs` of all stores together."""
    import duckdb

    found = stores(path)
    for store in found:  # what is wrong with one is told in its own words
        with store.reading():
            pass
    with duckdb.connect(config={"threads": 1}) as connection:
        for i, store in enumerate(found):
            quoted = str(store.path).replace("'", "''")
            connection.execute(f"ATTACH '{quoted}' AS s{i} (READ_ONLY)")
        for table in ("entries", "runs"):
            together = " UNION ALL BY NAME ".join(f"SELECT * FROM s{i}.{table}" for i in range(len(found)))
            connection.execute(f"CREATE TEMP VIEW {table} AS {together}")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection
