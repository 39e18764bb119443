from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from solver.errors import StoreError
from solver.store import database
from solver.store.answering import answered
from solver.store.database import Added, Run, Store
from solver.store.entry import Entry, Kind
from solver.store.query import Condition, Query
from tests.store.entries import entry, unknown


def found(store: Store, query: Query) -> list[Entry]:
    return [f.entry for f in answered(store, query).found]


def test_what_is_added_is_there_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "store.duckdb")
    given = [entry(1), unknown(2), entry(3, Kind.SOLVED)]
    assert store.add(given) == Added(3, 0)
    assert found(store, Query()) == given


def test_a_generated_theorem_is_there_once_and_a_problem_in_its_newest_state(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    problem = entry(2, Kind.ADDED)
    store.add([entry(1), problem])
    again = replace(entry(1), name="another name")
    assert store.add([again, again, replace(problem, proof_length=99)]) == Added(1, 2)
    assert [e.proof_length for e in found(store, Query())] == [entry(1).proof_length, 99]


def test_runs_are_kept_beside_the_entries(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    run = Run("tonight", "simson-line", "timeout", 10.0, 1234, 0, 0, 0, "no time")
    store.add_runs([run])
    store.add_runs([replace(run, status="proved"), replace(run, run="tomorrow")])
    with store.reading() as connection:
        rows = connection.execute("SELECT run, status, closures FROM runs ORDER BY run").fetchall()
    assert rows == [("tomorrow", "timeout", 1234), ("tonight", "proved", 1234)]


ADD = """
import sys; from pathlib import Path
from solver.store import database; from solver.store.database import Store
from tests.store.entries import entry
database.BATCH = 20
print("begun", flush=True)
print(Store(Path(sys.argv[1])).add(entry(i) for i in range(int(sys.argv[2]), int(sys.argv[3]))).new)
"""


def start(path: Path, first: int, end: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADD, str(path), str(first), str(end)], stdout=subprocess.PIPE, text=True
    )


def test_two_writers_at_once_and_a_reader_take_turns(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    store.add([entry(1000)])
    writers = [start(store.path, 0, 100), start(store.path, 60, 160)]
    while any(writer.poll() is None for writer in writers):
        assert len(found(store, Query(count=1000))) % 20 in (0, 1)
    new = [int(writer.communicate()[0].split()[-1]) for writer in writers]
    assert sum(new) == 160
    assert {e.name for e in found(store, Query(count=1000))} == {entry(i).name for i in (*range(160), 1000)}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
@pytest.mark.parametrize("delay", [0.0, 0.05, 0.2])
def test_a_killed_writer_leaves_whole_batches(delay: float, tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    process = start(path, 0, 100_000)
    assert process.stdout is not None
    process.stdout.readline()
    while not path.exists():
        time.sleep(0.01)
    time.sleep(delay)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    store = Store(path)
    assert store.add([entry(200_000)]).new == 1
    left = found(store, Query(count=10**6))
    assert len(left) % 20 == 1 and left[0].name in (entry(0).name, entry(200_000).name)


def test_a_batch_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BATCH", 2)
    store = Store(tmp_path / "store.duckdb")
    with pytest.raises(StoreError):
        store.add([entry(1), entry(2), entry(3), replace(entry(4), points=10**9)])
    assert [e.name for e in found(store, Query())] == ["theorem-1", "theorem-2"]


def test_a_process_that_can_not_have_the_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store.duckdb")
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with store.writing():
        code = (
            "import sys; from pathlib import Path; from solver.store import database; database.PATIENCE = 0.1\n"
            "with database.Store(Path(sys.argv[1])).reading(): pass"
        )
        outcome = subprocess.run(
            [sys.executable, "-c", code, str(store.path)], capture_output=True, text=True, check=False
        )
    assert "StoreError" in outcome.stderr and "in use by another process" in outcome.stderr


def test_what_is_no_store_of_this_porism_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("hello", encoding="utf-8")
    duckdb.connect(str(tmp_path / "other")).execute("CREATE TABLE t (i INTEGER)").close()
    duckdb.connect(str(tmp_path / "memory")).execute("CREATE TABLE configurations (i INTEGER)").execute(
        "CREATE TABLE about (version INTEGER, size INTEGER)"
    ).close()
    for name, sql in (("newer", "UPDATE about SET version = 5"), ("vectors", "UPDATE about SET vectors = 1")):
        with Store(tmp_path / name).writing() as connection:
            connection.execute(sql)
    whole = Store(tmp_path / "whole")
    whole.add(entry(i) for i in range(3000))
    (tmp_path / "cut").write_bytes(whole.path.read_bytes()[:-1_000_000])
    for name, message in (
        ("none", "there is no store"),
        ("text", "no store of porism's"),
        ("other", "no store of porism's"),
        ("memory", "the memory of an earlier porism"),
        ("newer", "of version 5."),
        ("vectors", "of version 4.1."),
        ("cut", "damaged"),
    ):
        with pytest.raises(StoreError, match=message):
            found(Store(tmp_path / name), Query(count=10**4))
    for name, message in (("newer", "of version 5."), ("memory", "an earlier porism"), ("text", "no store")):
        with pytest.raises(StoreError, match=message):
            Store(tmp_path / name).add([entry(1)])
    with pytest.raises(StoreError, match="is a folder"):
        Store(tmp_path).add([entry(1)])


def test_an_empty_file_that_a_full_disk_left_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert Store(tmp_path / "empty").add([entry(1)]).new == 1


def test_conditions_on_what_is_unknown_are_met_by_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    store.add([unknown(3), entry(4)])
    for text in ("auxiliary<100", "auxiliary!=77", "difficulty>=0", "theorems!=ceva"):
        assert [e.name for e in found(store, Query(conditions=(Condition.parse(text),)))] == ["theorem-4"], text
