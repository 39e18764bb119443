"""Queries by all that is known: words, conditions on columns, and likeness to a figure, together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from solver.errors import ParseError
from solver.language.syntax import nearest, shown
from solver.records.likeness import Vector, bytes_of, vector_of_bytes
from solver.store import signatures
from solver.store.database import FIGURE_COLUMNS, TEXT_COLUMNS
from solver.store.entry import COLUMNS, Column, Entry, column, entry_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: The nearest by their bits, of which the nearest by distance are taken; docs/known.md has the recall.
RERANKED = 400
#: How many there are is counted up to this number.
COUNTED = 1000

_CONDITION = re.compile(r"\s*([A-Za-z_]+)\s*(!=|<=|>=|=|<|>|≤|≥|≠)\s*(.*?)\s*")
_OPERATORS = {"≤": "<=", "≥": ">=", "≠": "!="}


@dataclass(frozen=True)
class Condition:
    """A column, compared with a number or text; a list compared by = has that item. What isn't known meets no condition."""

    column: Column
    operator: str
    value: float | str

    @staticmethod
    def parse(text: str) -> Condition:
        """`auxiliary = 1`, `difficulty > 6`, `suite != imo`, `theorems = pappus`. Raises ParseError."""
        names = [c.name for c in COLUMNS]
        match = _CONDITION.fullmatch(text)
        if match is None:
            raise ParseError(
                f"{shown(text)} is no condition",
                None,
                f"write a column, a sign and a value, such as auxiliary=1; columns are {', '.join(names)}",
            )
        name, sign, value = match.groups()
        found = column(name.lower())
        if found is None:
            raise ParseError(
                f"there is no column {shown(name)}", None, nearest(name, names, f"there are {', '.join(names)}")
            )
        operator = _OPERATORS.get(sign, sign)
        if not found.is_number:
            if operator not in ("=", "!="):
                raise ParseError(f"{found.name} is text: {shown(text)}", None, "texts are compared by = and !=")
            return Condition(found, operator, value)
        try:
            return Condition(found, operator, float(value))
        except ValueError:
            raise ParseError(
                f"{found.name} is a number, and {shown(value)} is none", None, f"write e.g. {found.name}>3"
            ) from None

    def sql(self) -> tuple[str, list[Any]]:
        """With what its parameters are."""
        name = self.column.name
        if self.column.is_number:
            return f"{name} {self.operator} ?", [self.value]
        if self.column.is_list:
            has = f"list_contains(string_split(lower(array_to_string({name}, chr(31))), chr(31)), lower(?))"
            return has if self.operator == "=" else f"NOT {has}", [self.value]
        return f"lower({name}) {self.operator} lower(?)", [self.value]


@dataclass(frozen=True)
class Order:
    """By a column; those of which it isn't known come last."""

    column: Column
    is_descending: bool

    @staticmethod
    def parse(text: str) -> Order:
        """`year`, or `-difficulty` for the greatest first. Raises ParseError."""
        name = text.strip().removeprefix("-").lower()
        found = column(name)
        if found is None:
            names = [c.name for c in COLUMNS]
            raise ParseError(
                f"there is no column {shown(name)}", None, nearest(name, names, f"there are {', '.join(names)}")
            )
        return Order(found, text.strip().startswith("-"))

    def sql(self) -> str:
        return f"{self.column.name} {'DESC' if self.is_descending else 'ASC'} NULLS LAST"


@dataclass(frozen=True)
class Query:
    """What is looked for. words: each is part of name, title, source, year, tags, texts or statement. like: a figure, the nearest
    to which come first; left_out: the form of which none is wanted. order: where there is no such figure."""

    words: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    like: Vector | None = None
    left_out: str = ""
    order: Order | None = None
    count: int = 10


@dataclass(frozen=True)
class Found:
    """An entry that was looked for. distance: of its figure, between 0 (the same, or nearly) and 2; None where none was given."""

    entry: Entry
    distance: float | None = None


@dataclass(frozen=True)
class Answer:
    """found: the best first. total: how many there are, counted up to COUNTED."""

    found: tuple[Found, ...]
    total: int


def answered(connection: DuckDBPyConnection, query: Query) -> Answer:
    """What one database has."""
    rows = _nearest(connection, query) if query.like is not None else _ordered(connection, query)
    return Answer(tuple(rows), _total(connection, query))


def merged(answers: Sequence[Answer], query: Query) -> Answer:
    """The best of several databases' answers."""
    found = [f for answer in answers for f in answer.found]
    if query.like is not None:
        found.sort(key=lambda f: f.distance or 0.0)
    elif query.order is not None:
        name, sign = query.order.column.name, -1 if query.order.is_descending else 1
        known = [f for f in found if getattr(f.entry, name) is not None]
        known.sort(key=lambda f: getattr(f.entry, name), reverse=sign < 0)
        found = known + [f for f in found if getattr(f.entry, name) is None]
    return Answer(tuple(found[: query.count]), sum(answer.total for answer in answers))


def _nearest(connection: DuckDBPyConnection, query: Query) -> list[Found]:
    """The nearest by bits that meet all else; of these the nearest by distance. More are looked at where words leave too few."""
    assert query.like is not None
    like = vector_of_bytes(bytes_of(query.like))
    differ = " + ".join(
        f"bit_count(xor({name}, {bits}::UBIGINT))"
        for name, bits in zip(FIGURE_COLUMNS, signatures.figure_signature(query.like), strict=True)
    )
    limit = max(RERANKED, 2 * query.count)
    while True:
        ids = _ids(connection, query, f"{differ}, id", limit, "vector IS NOT NULL")
        left = _having(connection, ids, query.words)
        if len(ids) < limit or len(left) >= max(RERANKED // 4, query.count):
            break
        limit *= 4
    if not left:
        return []
    rows = connection.execute(f"SELECT id, vector FROM entries WHERE {_among(left)}").fetchall()
    vectors = np.stack([vector_of_bytes(data) for _, data in rows])
    distances = np.linalg.norm(vectors - like, axis=1)
    best = sorted(zip(distances.tolist(), (row[0] for row in rows), strict=True))[: query.count]
    entries = dict(_entries(connection, [i for _, i in best]))
    return [Found(entries[i], distance) for distance, i in best]


def _ordered(connection: DuckDBPyConnection, query: Query) -> list[Found]:
    order = f"{query.order.sql()}, id" if query.order else "id"
    limit = query.count if not query.words else max(64, 4 * query.count)
    while True:
        ids = _ids(connection, query, order, limit)
        left = _having(connection, ids, query.words)
        if len(ids) < limit or len(left) >= query.count:
            break
        limit *= 4
    left = left[: query.count]
    entries = dict(_entries(connection, left))
    return [Found(entries[i]) for i in left]


def _ids(connection: DuckDBPyConnection, query: Query, order: str, limit: int, *more: str) -> list[int]:
    where, parameters = _where(query, *more)
    sql = f"SELECT id FROM entries WHERE {where} ORDER BY {order} LIMIT {limit}"
    return [row[0] for row in connection.execute(sql, parameters).fetchall()]


def _where(query: Query, *more: str) -> tuple[str, list[Any]]:
    """All but the words themselves, of which it has what their signatures say."""
    parts, parameters = ["true", *more], []
    for condition in query.conditions:
        sql, values = condition.sql()
        parts.append(sql)
        parameters += values
    if query.left_out:
        parts.append("form <> ?")
        parameters.append(query.left_out)
    for word in query.words:
        for name, bits in zip(TEXT_COLUMNS, signatures.text_signature(word.lower()), strict=True):
            if bits:
                parts.append(f"({name} & {bits}::UBIGINT) = {bits}::UBIGINT")
    return " AND ".join(parts), parameters


def _having(connection: DuckDBPyConnection, ids: Sequence[int], words: Sequence[str]) -> list[int]:
    """Those that have the words, in the same order."""
    if not words or not ids:
        return list(ids)
    has = " AND ".join("contains(words, lower(?))" for _ in words)
    rows = connection.execute(f"SELECT id FROM entries WHERE {_among(ids)} AND {has}", list(words)).fetchall()
    having = {row[0] for row in rows}
    return [i for i in ids if i in having]


def _among(ids: Sequence[int]) -> str:
    return f"id IN ({', '.join(map(str, ids))})"


def _entries(connection: DuckDBPyConnection, ids: Sequence[int]) -> Iterator[tuple[int, Entry]]:
    if not ids:
        return
    names = [c.name for c in COLUMNS]
    rows = connection.execute(
        f"SELECT id, constructions, vector, {', '.join(names)} FROM entries WHERE {_among(ids)}"
    ).fetchall()
    for number, constructions, vector, *values in rows:
        yield number, entry_of(dict(zip(names, values, strict=True)), constructions, vector)


def _total(connection: DuckDBPyConnection, query: Query) -> int:
    where, parameters = _where(query)
    has = "".join(" AND contains(words, lower(?))" for _ in query.words)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM entries WHERE {where}{has} LIMIT {COUNTED})"
    row = connection.execute(sql, [*parameters, *query.words]).fetchone()
    return int(row[0]) if row else 0
