from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="the memory needs duckdb: pip install 'porism[memory]'")

from solver.errors import MemoryFileError
from solver.memory.dialect import ClickHouseDialect, DuckDbDialect, nearest_query
from solver.memory.store import Added, Store, default_path
from tests.memory.figures import ONE, TWO, permuted, solved


def test_what_is_added_is_found_again_the_nearest_first(tmp_path: Path) -> None:
    path = tmp_path / "new" / "memory.duckdb"
    with Store.for_writing(path) as store:
        assert store.add([solved(ONE), solved(TWO)]) == Added(2, 0)
    with Store.for_reading(path) as store:
        first, second = store.nearest(solved(TWO).vector, 5)
        assert first.configuration == solved(TWO) and first.distance < 1e-6
        assert second.configuration == solved(ONE) and 0.1 < second.distance < 2
        assert [n.configuration.name for n in store.nearest(solved(TWO).vector, 1)] == [TWO]
        assert [n.configuration.name for n in store.nearest(solved(TWO).vector, 5, solved(TWO).form)] == [ONE]
        found = store.statistics()
        assert found.count == 2 and found.by_auxiliary == {1: 1, 2: 1}


def test_a_configuration_is_added_once_whatever_its_points_are_called(tmp_path: Path) -> None:
    with Store.for_writing(tmp_path / "m") as store:
        renamed = permuted(solved(ONE), list(reversed(range(solved(ONE).known.size))))
        assert store.add([solved(ONE), renamed]) == Added(1, 1)
        assert store.add([renamed]) == Added(0, 1)
        assert store.has(solved(ONE).form) and not store.has(solved(TWO).form)


def test_a_store_goes_to_another_process(tmp_path: Path) -> None:
    with Store.for_writing(tmp_path / "m") as store:
        store.add([solved(ONE)])
    with Store.for_reading(tmp_path / "m") as store, pickle.loads(pickle.dumps(store)) as other:
        assert other.nearest(solved(ONE).vector, 1)[0].configuration == solved(ONE)


def test_a_file_that_is_in_use_is_told(tmp_path: Path) -> None:
    with Store.for_writing(tmp_path / "m"):
        code = f"from pathlib import Path; from solver.memory.store import Store; Store.for_reading(Path({str(tmp_path / 'm')!r}))"
        outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryFileError" in outcome.stderr and "in use by another process" in outcome.stderr


def test_what_is_no_memory_is_told(tmp_path: Path) -> None:
    import duckdb

    (tmp_path / "text").write_text("hello", encoding="utf-8")
    duckdb.connect(str(tmp_path / "other")).execute("CREATE TABLE t (i INTEGER)").close()
    with Store.for_writing(tmp_path / "old") as store:
        store._connection.execute("UPDATE about SET version = 0")
    with Store.for_writing(tmp_path / "damaged") as store:
        store.add([solved(ONE)])
        store._connection.execute("UPDATE configurations SET known = '{'")
    for name, message in (
        ("none", "there is no memory"),
        ("text", "no memory of porism's"),
        ("other", "no memory of porism's"),
        ("old", "another version"),
    ):
        with pytest.raises(MemoryFileError, match=message):
            Store.for_reading(tmp_path / name)
    with pytest.raises(MemoryFileError, match="is a folder"):
        Store.for_writing(tmp_path)
    with Store.for_reading(tmp_path / "damaged") as store, pytest.raises(MemoryFileError, match="is damaged"):
        store.nearest(solved(ONE).vector, 1)


@pytest.mark.parametrize("lost", [1, 5_000, 200_000])
@pytest.mark.parametrize("count", [0, 1])
def test_a_memory_whose_end_is_missing_is_told_at_once(count: int, lost: int, tmp_path: Path) -> None:
    with Store.for_writing(tmp_path / "m") as store:
        store.add([solved(ONE)] * count)
    data = (tmp_path / "m").read_bytes()
    (tmp_path / "m").write_bytes(data[:-lost])
    with pytest.raises(MemoryFileError, match="is damaged") as caught:
        Store.for_reading(tmp_path / "m")
    assert str(tmp_path / "m") in caught.value.message and "in use" not in caught.value.message


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9])
def test_a_memory_with_damaged_blocks_is_never_called_in_use(at: float, tmp_path: Path) -> None:
    with Store.for_writing(tmp_path / "m") as store:
        store.add([solved(ONE), solved(TWO)])
    data = bytearray((tmp_path / "m").read_bytes())
    start = int(at * len(data))
    data[start : start + 50_000] = bytes(255 - b for b in data[start : start + 50_000])
    (tmp_path / "m").write_bytes(data)
    try:
        with Store.for_reading(tmp_path / "m") as store:
            store.nearest(solved(ONE).vector, 2)
            store.statistics()
    except MemoryFileError as error:
        assert "is damaged" in error.message


def test_an_empty_file_becomes_a_memory(tmp_path: Path) -> None:
    (tmp_path / "m").touch()
    with Store.for_writing(tmp_path / "m") as store:
        assert store.add([solved(ONE)]).new == 1


def test_dialects_differ_by_types_and_the_distance_alone() -> None:
    duckdb, clickhouse = DuckDbDialect(), ClickHouseDialect()
    said = nearest_query(clickhouse, "configurations", [0.5, -1.0], 3, "0af1")
    assert said.endswith(
        "L2Distance(vector, [0.5, -1]) AS distance FROM configurations WHERE form <> '0af1' ORDER BY distance, id LIMIT 3"
    )
    assert said == nearest_query(duckdb, "configurations", [0.5, -1.0], 3, "0af1").replace(
        "array_distance(vector, [0.5, -1]::FLOAT[128])", "L2Distance(vector, [0.5, -1])"
    )
    assert "vector Array(Float32), CONSTRAINT" in clickhouse.create_table("t")
    assert clickhouse.create_table("t").endswith("ENGINE = MergeTree ORDER BY id")
    with pytest.raises(ValueError, match="no form"):
        nearest_query(duckdb, "t", [0.0], 1, "' OR 1")


def test_the_default_file_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.delenv("PORISM_MEMORY", raising=False)
    assert default_path() == Path("/data/porism/memory.duckdb")
    monkeypatch.setenv("PORISM_MEMORY", "/mine")
    assert default_path() == Path("/mine")
