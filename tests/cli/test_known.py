"""`porism problems search | similar | add | report | sql | clean`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from solver.collection import entries
from solver.store.database import Store
from tests.cli.command import run
from tests.store.entries import entry, vector

ISOSCELES = "triangle A B C; |A B| = |A C|; M midpoint of B C; prove A M perpendicular to B C"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's store would be."""
    monkeypatch.setenv("PORISM_STORE", str(tmp_path / "own.duckdb"))
    return tmp_path / "own.duckdb"


def test_the_collection_is_searched_without_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    found = run(capsys, "problems", "search", "simson's line", "-w", "year=1799")
    assert found.code == 0 and found.out.startswith("simson-line")
    assert run(capsys, "problems", "search", "no such words").code == 1
    first, *_ = json.loads(
        run(capsys, "problems", "search", "-w", "suite=imo", "--order=-year", "--format", "json").out
    )
    assert first["year"] == 2025 and first["chinese"]
    assert f"of {len(list(entries()))};" in run(capsys, "problems", "search", "-k", 3).out.splitlines()[-1]


def test_problems_of_a_file_are_added_and_found_again_by_their_figure(
    tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "one.txt").write_text(ISOSCELES.replace("; ", "\n"), encoding="utf-8")
    (tmp_path / "mine" / "wrong.txt").write_text("triangle ABC\nprove ABC", encoding="utf-8")
    added = run(capsys, "problems", "add", tmp_path / "mine", "--solve")
    assert added.code == 1 and "wrong: " in added.err
    assert added.out == f"1 added, 0 known already, 1 couldn't be taken in; the store is {own}\n"
    renamed = "triangle X Y Z; N midpoint of Y Z; |X Y| = |X Z|; prove X N perpendicular to Y Z"
    near = run(capsys, "problems", "similar", renamed, "-k", 1)
    assert near.code == 0 and near.out.startswith("one, at distance 0.000")
    other = json.loads(run(capsys, "problems", "similar", renamed, "--exclude-same", "-k", 1, "--format", "json").out)
    assert other[0]["distance"] > 0
    by_all = run(capsys, "problems", "search", "midpoint", "-w", "kind=added", "-w", "auxiliary=0", "--like", renamed)
    assert by_all.code == 0 and by_all.out.startswith("0.000  one")


def test_reports_and_sql_see_all_stores(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store(own).add([entry(i) for i in range(6)])
    profile = json.loads(run(capsys, "problems", "report", "--format", "json").out)
    assert {(row["kind"], row["suite"]) for row in profile} >= {("collection", "imo"), ("generated", "suite1")}
    for what in ("goals", "difficulty", "theorems", "duplicates", "doubtful"):
        assert run(capsys, "problems", "report", what).code == 0
    counted = run(capsys, "problems", "sql", "SELECT count(*) AS n FROM entries WHERE kind = 'generated'")
    assert counted.out.split() == ["n", "6"]
    for query in ("DROP TABLE entries", "SELECT * FROM '/etc/passwd'", "SELEKT", f"ATTACH '{own}' AS x"):
        refused = run(capsys, "problems", "sql", query)
        assert refused.code == 2 and refused.err.startswith("error: the query"), query
    assert "did you mean profile?" in run(capsys, "problems", "report", "profil").err


def test_cleaning_leaves_one_generated_theorem_of_each_figure(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(own)
    store.add([entry(i) for i in range(6)])
    with store.writing() as connection:
        connection.execute("UPDATE entries SET form = 'same' WHERE id < 3")
    assert run(capsys, "problems", "clean").out == "2 taken out, 4 left\n"
    assert run(capsys, "problems", "clean").out == "0 taken out, 4 left\n"


def test_a_store_that_there_is_not_and_one_that_is_none_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text").write_text("hello", encoding="utf-8")
    for arguments, message in (
        (("search", "x", "--store", tmp_path / "none"), "there is no store"),
        (("search", "x", "--store", tmp_path / "text"), "no store of porism's"),
        (("clean",), "there is no store"),
        (("add", tmp_path / "nowhere"), "nowhere"),
        (("search", "-w", "yeer=1"), "did you mean year?"),
        (("search", "--order", "speed"), "there is no column"),
        (("similar", "triangle ABC"), ""),
    ):
        outcome = run(capsys, "problems", *arguments)
        assert outcome.code == 2 and message in outcome.err, arguments


def test_vectors_that_are_near_come_first_from_either_store(own: Path) -> None:
    from solver.store.known import search
    from solver.store.query import Query

    Store(own).add([entry(i) for i in range(40)])
    assert search(Query(like=vector(7), count=1)).found[0].entry.name == "theorem-7"
