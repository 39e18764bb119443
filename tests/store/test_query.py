from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from solver.errors import ParseError
from solver.store.answering import answered
from solver.store.database import Store
from solver.store.entry import Entry
from solver.store.query import COUNTED, Answer, Condition, Order, Query, merged
from tests.store.entries import entry, unknown, vector

ENTRIES = [entry(i) for i in range(1500)] + [unknown(1500)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = Store(tmp_path_factory.mktemp("store") / "store.duckdb")
    found.add(ENTRIES)
    yield found


def ask(store: Store, query: Query) -> Answer:
    return answered(store, query)


def where(*texts: str) -> tuple[Condition, ...]:
    return tuple(map(Condition.parse, texts))


def test_words_conditions_and_likeness_narrow_together(store: Store) -> None:
    like = vector(7000)
    query = Query(("midpoint", "切线"), where("auxiliary = 2", "circles=0", "difficulty>3"), like, count=8)
    answer = ask(store, query)

    def is_meant(e: Entry) -> bool:
        return (
            "midpoint" in e.english and "切线" in e.chinese and e.auxiliary == 2 and e.circles == 0
            and e.difficulty is not None and e.difficulty > 3
        )  # fmt: skip

    meant = [e for e in ENTRIES if is_meant(e)]
    assert len(meant) > 20 and answer.total == len(meant)

    def distance(e: Entry) -> float:
        assert e.vector is not None
        return float(np.linalg.norm(e.vector - like))

    nearest = sorted(meant, key=distance)[:8]
    assert [f.entry.name for f in answer.found] == [e.name for e in nearest]
    assert [f.distance for f in answer.found] == pytest.approx([distance(e) for e in nearest], abs=2e-3)


def test_the_figure_itself_comes_first_and_can_be_left_out(store: Store) -> None:
    first = ask(store, Query(like=vector(44), count=3)).found[0]
    assert first.entry.name == "theorem-44" and first.distance == 0
    others = ask(store, Query(like=vector(44), left_out=entry(44).form, count=3)).found
    assert len(others) == 3 and "theorem-44" not in {f.entry.name for f in others}


def test_most_of_the_nearest_are_found_by_the_index(store: Store) -> None:
    vectors = np.stack([e.vector for e in ENTRIES if e.vector is not None])
    hits = 0
    for seed in range(20):
        near = np.asarray(vector(seed) + 0.3 * vector(9000 + seed), dtype=np.float32)
        near /= np.linalg.norm(near)
        wanted = set(np.argsort(np.linalg.norm(vectors - near, axis=1))[:10].tolist())
        hits += len(wanted & {int(f.entry.name.split("-")[1]) for f in ask(store, Query(like=near)).found})
    assert hits >= 0.95 * 200


def test_columns_of_each_kind_are_compared(store: Store) -> None:
    for text, is_meant in (
        ("suite=SUITE1", lambda e: e.suite == "suite1"),
        ("suite != suite1", lambda e: e.suite != "suite1"),
        ("tags = circle", lambda e: "circle" in e.tags),
        ("theorems=ceva", lambda e: "ceva" in (e.theorems or ())),
        ("year ≥ 1990", lambda e: (e.year or 0) >= 1990),
        ("proof_length<=2", lambda e: e.proof_length is not None and e.proof_length <= 2),
    ):
        expected = {e.name for e in ENTRIES if is_meant(e)}
        assert {f.entry.name for f in ask(store, Query(conditions=where(text), count=2000)).found} == expected, text


def test_an_order_puts_what_is_unknown_last(store: Store) -> None:
    found = ask(store, Query(order=Order.parse("-difficulty"), count=2000)).found
    sizes = [f.entry.difficulty for f in found]
    known = [d for d in sizes if d is not None]
    assert known == sorted(known, reverse=True) and sizes[-1] is None


def test_the_best_of_two_stores_come_in_one_order(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other.duckdb")
    other.add([entry(i) for i in range(1600, 1700)])
    for query in (Query(like=vector(3), count=6), Query(order=Order.parse("-year"), count=6), Query(count=6)):
        answer = merged([ask(store, query), ask(other, query)], query)
        assert len(answer.found) == 6
    near = merged([ask(store, q := Query(like=vector(1650), count=2)), ask(other, q)], q)
    assert near.found[0].entry.name == "theorem-1650" and near.found[1].distance is not None


def test_words_are_found_whatever_their_case_or_length(store: Store) -> None:
    for words in (("MIDPOINT",), ("title 12",), ("is",), ("中点",), ("1903",), ("x" * 300,)):
        text = words[0].lower()
        expected = sum(text in e.haystack for e in ENTRIES)
        assert ask(store, Query(words)).total == min(expected, COUNTED)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("yeer=2000", "did you mean year?"),
        ("year", "is no condition"),
        ("year=many", "is a number"),
        ("name<x", "compared by = and !="),
        ("'; DROP TABLE entries; --=1", "is no condition"),
    ],
)
def test_a_condition_that_is_none_is_told(text: str, message: str) -> None:
    with pytest.raises(ParseError) as error:
        Condition.parse(text)
    assert message in f"{error.value.message} {error.value.hint}"


def test_a_value_is_never_read_as_sql(store: Store) -> None:
    assert ask(store, Query(("' OR true --",), where("suite=' OR '1'='1"))).total == 0
