"""The index of words says what the texts say."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from solver.store import database
from solver.store.answering import answered
from solver.store.database import Store
from solver.store.query import COUNTED, Order, Query
from tests.store.entries import entry, unknown

PIECES = (
    "midpoint", "point", "Mid", "AB", "ab⊥cd", "外接圆", "圆", "外接圆的圆心", "角平分线", "a_b", "x²", "∠", "O’s", "'s", "-", "12", "3",
)  # fmt: skip


def test_words_are_found_as_if_all_texts_were_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BATCH", 37)
    rng = random.Random(5)

    def text() -> str:
        return "".join(rng.choice(PIECES) + rng.choice(("", "", " ", ", ", "。")) for _ in range(rng.randrange(12)))

    entries = [replace(unknown(i), english=text(), chinese=text()) for i in range(300)]
    store = Store(tmp_path / "store.duckdb")
    store.add(entries)
    words = {*PIECES, "", " ", "i", "POINT", "point ", " ab", "接圆", "圆的", "d外", "absent", "⊥c", "12-", "s, "}
    for _ in range(60):
        said = rng.choice(entries).haystack
        begin = rng.randrange(len(said))
        words.add(said[begin : begin + rng.randrange(1, 9)])
    for word in sorted(words):
        meant = [e.name for e in entries if word.lower() in e.haystack]
        answer = answered(store, Query((word,), count=1000))
        assert [f.entry.name for f in answer.found] == meant, word
        assert answer.total == min(len(meant), COUNTED)
    pair = Query(("圆的", "point"), count=1000)
    assert answered(store, pair).total == sum("圆的" in e.haystack and "point" in e.haystack for e in entries)


def test_words_narrow_an_order_and_likeness(tmp_path: Path) -> None:
    entries = [entry(i) for i in range(300)]
    store = Store(tmp_path / "store.duckdb")
    store.add(entries)
    for word in ("midpoint", "title 2", "中点、垂心"):
        meant = [e for e in entries if word in e.haystack]
        hardest = sorted(meant, key=lambda e: -(e.difficulty or 0))[:5]
        found = answered(store, Query((word,), order=Order.parse("-difficulty"), count=5)).found
        assert [f.entry.difficulty for f in found] == [e.difficulty for e in hardest]
        found = answered(store, Query((word,), like=meant[3].vector, count=1000)).found
        assert found[0].entry == meant[3] and {f.entry.name for f in found} == {e.name for e in meant}
