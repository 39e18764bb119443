"""Queries answered by one database: which entries meet all, as a mask, and of these the nearest, or the first in an order.

Conditions on columns are left to DuckDB, words to the index of `solver.store.words`, likeness to `solver.store.vectors`. Texts are
read of the entries that are given only, and where the index can't tell whether they have a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from solver.store import words
from solver.store.database import Store
from solver.store.entry import COLUMNS, Entry, entry_of
from solver.store.query import COUNTED, Answer, Found, Query
from solver.store.vectors import Figures, Ints

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Entries whose texts are read at first where the nearest, by the index, may lack a word.
_AT_FIRST = 64
#: Entries whose texts are looked through at first where the index leaves it open whether they have a word.
_LOOKED_THROUGH = 4096
#: All that words are looked for in, as `Entry.haystack`.
_HAYSTACK = (
    "lower(concat_ws(chr(10), name, title, source, coalesce(nullif(year, 0)::VARCHAR, ''), array_to_string(tags, ', '), "
    "english, chinese, statement))"
)

Mask = NDArray[np.bool_]


def answered(store: Store, query: Query) -> Answer:
    """What the store has. Raises StoreError."""
    with store.reading() as connection:
        asked = _Asked(connection, store, query)
        if query.like is None:
            return Answer(tuple(map(Found, _entries(connection, asked.first()))), asked.total())
        near = asked.nearest()
        entries = _entries(connection, [i for _, i in near])
        found = (Found(entry, distance) for entry, (distance, _) in zip(entries, near, strict=True))
        return Answer(tuple(found), asked.total())


@dataclass(frozen=True)
class _Asked:
    connection: DuckDBPyConnection
    store: Store
    query: Query

    @cached_property
    def size(self) -> int:
        row = self.connection.execute("SELECT coalesce(max(ending), 0) FROM batches").fetchone()
        return int(row[0]) if row else 0

    def _count(self) -> int:
        ((count,),) = self.connection.execute("SELECT count(*) FROM entries").fetchall()
        return int(count)

    @cached_property
    def candidates(self) -> words.Candidates:
        """Those that meet all conditions, and that may have all words."""
        having = words.having(self.connection, self.query.words, self.size)
        where, parameters = self._where()
        if not parameters and self._count() == self.size:
            return having
        mask = np.zeros(self.size, dtype=bool)
        if having.mask.any():
            ids = self.connection.execute(f"SELECT id FROM entries WHERE {where}", parameters).fetchnumpy()["id"]
            mask[ids] = having.mask[ids]
        return words.Candidates(mask, having.is_certain)

    @cached_property
    def certain(self) -> Mask:
        """Those that meet all: their texts are read where the index doesn't tell."""
        mask = np.zeros(self.size, dtype=bool)
        mask[self._having(np.flatnonzero(self.candidates.mask), self.size)] = True
        return mask

    def total(self) -> int:
        """How many meet all, counted up to COUNTED."""
        return len(self._first_having(np.flatnonzero(self.candidates.mask), COUNTED))

    def first(self) -> list[int]:
        """The numbers of the first ones in the query's order."""
        count, order = self.query.count, self.query.order
        if order is None:
            return self._first_having(np.flatnonzero(self.candidates.mask), count)
        where, parameters = self._where()
        if self.query.words:
            wanted = self.candidates.mask if self.candidates.is_certain else self.certain
            self.connection.register("wanted", {"id": np.flatnonzero(wanted)})
            where, parameters = "id IN (SELECT id FROM wanted)", []
        sql = f"SELECT id FROM entries WHERE {where} ORDER BY {order.sql()}, id LIMIT {count}"
        return [i for (i,) in self.connection.execute(sql, parameters).fetchall()]

    def nearest(self) -> list[tuple[float, int]]:
        """Distances and numbers of the nearest."""
        assert self.query.like is not None
        figures, count = Figures.of(self.connection, self.store.path), self.query.count
        if self.candidates.is_certain:
            return figures.nearest(self.query.like, self.candidates.mask, count)
        near = figures.nearest(self.query.like, self.candidates.mask, max(_AT_FIRST, count))
        said = [entry.haystack for entry in _entries(self.connection, [i for _, i in near])]
        left = [one for one, text in zip(near, said, strict=True) if all(w.lower() in text for w in self.query.words)]
        if len(left) < count and len(near) >= max(_AT_FIRST, count):
            return figures.nearest(self.query.like, self.certain, count)
        return left[:count]

    def _where(self) -> tuple[str, list[Any]]:
        """All but the words."""
        parts, parameters = ["true"], []
        for condition in self.query.conditions:
            sql, values = condition.sql()
            parts.append(sql)
            parameters += values
        if self.query.left_out:
            parts.append("form <> ?")
            parameters.append(self.query.left_out)
        return " AND ".join(parts), parameters

    def _first_having(self, ids: Ints, count: int) -> list[int]:
        """The first that have the words, in the order of their numbers."""
        if self.candidates.is_certain:
            return [int(i) for i in ids[:count]]
        found = self._having(ids[:_LOOKED_THROUGH], count)
        if len(found) < count:
            found += self._having(ids[_LOOKED_THROUGH:], count - len(found))
        return found

    def _having(self, ids: Ints, count: int) -> list[int]:
        """Read texts until as many as are asked for have the words."""
        if len(ids) == 0:
            return []
        self.connection.register("wanted", {"id": ids})
        has = "".join(f" AND contains({_HAYSTACK}, ?)" for _ in self.query.words)
        rows = self.connection.execute(
            f"SELECT id FROM entries WHERE id BETWEEN ? AND ? AND id IN (SELECT id FROM wanted){has} LIMIT {count}",
            [int(ids[0]), int(ids[-1]), *(word.lower() for word in self.query.words)],
        ).fetchall()
        return sorted(i for (i,) in rows)


def _entries(connection: DuckDBPyConnection, ids: Sequence[int]) -> list[Entry]:
    """Those of these numbers, in this order."""
    names = [c.name for c in COLUMNS]
    if not ids:
        return []
    rows = connection.execute(
        f"SELECT id, constructions, vector, {', '.join(names)} FROM entries WHERE id IN ({', '.join(map(str, ids))})"
    ).fetchall()
    found = {
        number: entry_of(dict(zip(names, values, strict=True)), constructions, vector)
        for number, constructions, vector, *values in rows
    }
    return [found[i] for i in ids]
