"""What differs between the databases that can hold a memory; the queries are the same.

DuckDB is the one that comes with porism. A larger memory moves to a server of the ClickHouse family (MyScaleDB): the
same table, the same queries, another `Dialect`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from solver.memory.features import SIZE

#: The columns and what they hold, in order; the vector is the dialect's own.
COLUMNS: tuple[tuple[str, type], ...] = (
    ("id", int),
    ("form", str),
    ("name", str),
    ("statement", str),
    ("points", str),
    ("size", int),
    ("goal", str),
    ("premises", int),
    ("auxiliary", int),
    ("known", str),
    ("added", str),
    ("alternatives", str),
)


class Dialect(Protocol):
    """The statements that each database writes its own way."""

    def create_table(self, table: str) -> str:
        """Where there is none yet."""
        ...

    def distance(self, vector: Sequence[float]) -> str:
        """Euclidean distance from the column `vector`."""
        ...


class DuckDbDialect:
    """See https://duckdb.org/docs/stable/sql/functions/array.html."""

    def create_table(self, table: str) -> str:
        types = {int: "BIGINT NOT NULL", str: "VARCHAR NOT NULL"}
        columns = ", ".join(f"{name} {types[of]}" for name, of in COLUMNS)
        return f"CREATE TABLE IF NOT EXISTS {table} ({columns}, vector FLOAT[{SIZE}] NOT NULL)"

    def distance(self, vector: Sequence[float]) -> str:
        return f"array_distance(vector, {_array(vector)}::FLOAT[{SIZE}])"


class ClickHouseDialect:
    """See https://clickhouse.com/docs/sql-reference/functions/distance-functions; MyScaleDB adds a vector index to it."""

    def create_table(self, table: str) -> str:
        types = {int: "Int64", str: "String"}
        columns = ", ".join(f"{name} {types[of]}" for name, of in COLUMNS)
        return (
            f"CREATE TABLE IF NOT EXISTS {table} ({columns}, vector Array(Float32), "
            f"CONSTRAINT vector_size CHECK length(vector) = {SIZE}) ENGINE = MergeTree ORDER BY id"
        )

    def distance(self, vector: Sequence[float]) -> str:
        return f"L2Distance(vector, {_array(vector)})"


def nearest_query(dialect: Dialect, table: str, vector: Sequence[float], k: int, left_out: str) -> str:
    """The k nearest configurations but those of the form `left_out` ('': none), nearest first: exact, and in one order."""
    names = ", ".join(name for name, _ in COLUMNS)
    without = f" WHERE form <> '{_hexadecimal(left_out)}'" if left_out else ""
    return f"SELECT {names}, {dialect.distance(vector)} AS distance FROM {table}{without} ORDER BY distance, id LIMIT {int(k)}"


def _array(vector: Sequence[float]) -> str:
    return f"[{', '.join(format(v, '.9g') for v in vector)}]"


def _hexadecimal(form: str) -> str:
    if not all(c in "0123456789abcdef" for c in form):
        raise ValueError(f"{form!r} is no form")
    return form
