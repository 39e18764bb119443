"""The nearest figures are the nearest, whatever becomes of the file beside the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from solver.store import vectors
from solver.store.answering import answered
from solver.store.database import Store
from solver.store.entry import Entry, Kind
from solver.store.query import Condition, Query
from solver.store.vectors import file_of
from tests.store.entries import entry, unknown, vector

ENTRIES = [unknown(i) if i % 50 == 7 else entry(i) for i in range(700)]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that seven hundred are many."""
    rows, size = 64, vectors.SIZE
    fields = [
        ("rounded", "i1", (rows, size)),
        ("exact", "<f2", (rows, size)),
        *((n, "<f4", rows) for n in ("scale", "square", "slack", "length")),
        ("short", "<f4", (rows, vectors.SHORT)),
    ]
    for name, value in (
        ("ROWS", rows),
        ("SMALL", 100),
        ("FEW", 20),
        ("_FIRST", 30),
        ("_AT_ONCE", 90),
        ("_BLOCK", np.dtype(fields)),
    ):
        monkeypatch.setattr(vectors, name, value)


def nearest(store: Store, seed: int, *conditions: str) -> list[str]:
    where = tuple(map(Condition.parse, conditions))
    return [f.entry.name for f in answered(store, Query((), where, vector(seed))).found]


def expected(entries: list[Entry], seed: int, is_meant: Callable[[Entry], bool] = lambda e: True) -> list[str]:
    figures = [
        (float(np.linalg.norm(e.vector - vector(seed))), e.name)
        for e in entries
        if e.vector is not None and is_meant(e)
    ]
    return [name for _, name in sorted(figures)[:10]]


def test_no_near_one_is_missed(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    store.add(ENTRIES)
    assert file_of(store.path).exists()
    for seed in (*range(0, 700, 70), 10_000, 10_001):
        assert nearest(store, seed) == expected(ENTRIES, seed)
        assert nearest(store, seed, "year>=1990") == expected(ENTRIES, seed, lambda e: (e.year or 0) >= 1990)
        assert nearest(store, seed, "year=1999") == expected(ENTRIES, seed, lambda e: e.year == 1999)


def test_what_is_added_or_replaced_later_is_found_as_it_is_now(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    store.add(ENTRIES[:300])
    problem = entry(5000, Kind.ADDED)
    store.add([problem])
    again = replace(problem, vector=vector(5001))
    store.add([again])  # the last entry goes, and its number isn't given again
    store.add(ENTRIES[300:])
    now = [*ENTRIES, again]
    for seed in (5, 350, 5000, 5001):
        assert nearest(store, seed) == expected(now, seed)


@pytest.mark.parametrize("damage", ["gone", "older", "cut", "another's", "nonsense", "ahead"])
def test_a_file_that_is_not_the_databases_is_continued_or_made_anew(damage: str, tmp_path: Path) -> None:
    store, other = Store(tmp_path / "store.duckdb"), Store(tmp_path / "other.duckdb")
    store.add(ENTRIES[:300])
    file = file_of(store.path)
    older, database = file.read_bytes(), store.path.read_bytes()
    store.add(ENTRIES[300:])
    match damage:
        case "gone":
            file.unlink()
        case "older":
            file.write_bytes(older)
        case "cut":
            file.write_bytes(file.read_bytes()[:-5000])
        case "another's":
            other.add(map(entry, range(1000, 1700)))
            file.write_bytes(file_of(other.path).read_bytes())
        case "nonsense":
            file.write_bytes(b"nonsense")
        case "ahead":  # the database is an old copy, and goes on otherwise
            store.path.write_bytes(database)
            store.add(map(entry, range(2000, 2200)))
    entries = ENTRIES if damage != "ahead" else [*ENTRIES[:300], *map(entry, range(2000, 2200))]
    for seed in (5, 650, 2100):
        assert nearest(store, seed) == expected(entries, seed)


def test_where_no_file_can_be_written_there_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    file_of(store.path).mkdir()
    store.add(ENTRIES)
    assert nearest(store, 350) == expected(ENTRIES, 350)
