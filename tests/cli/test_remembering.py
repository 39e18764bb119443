"""`porism memory add | stats | similar`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="the memory needs duckdb: pip install 'porism[memory]'")

from solver import collection
from solver.memory.store import Store
from tests.cli.command import run
from tests.memory.figures import ONE, TWO, solved


def test_problems_are_solved_and_remembered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory = tmp_path / "m.duckdb"
    folder = tmp_path / "problems"
    folder.mkdir()
    (folder / "one.txt").write_text(collection.find(ONE).file.statement, encoding="utf-8")
    (folder / "easy.txt").write_text("triangle ABC; AB = AC; prove ∠ABC = ∠BCA".replace("; ", "\n"), encoding="utf-8")
    (folder / "wrong.txt").write_text("triangle ABC\nprove ABC", encoding="utf-8")
    added = run(capsys, "memory", "add", folder, "--memory", memory)
    assert added.code == 1 and added.out.startswith(
        "1 added, 0 known already, 1 couldn't be read; 1 configurations in "
    )
    assert "wrong: " in added.err
    assert run(capsys, "memory", "add", folder / "one.txt", "--memory", memory).out.startswith("0 added, 1 known")
    stats = json.loads(run(capsys, "memory", "stats", "--memory", memory, "--format", "json").out)
    assert stats["configurations"] == 1 and stats["by_auxiliary"] == {"1": 1}
    assert "by auxiliary points: 1 1" in run(capsys, "memory", "stats", "--memory", memory).out


@pytest.mark.parametrize(
    "text", ["triangle ABC\nprove ABC", "a b c = triangel a b c ? cong a b a c", "one\na b ? coll a"]
)
def test_where_nothing_can_be_read_no_memory_is_made(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong.txt").write_text(text, encoding="utf-8")
    outcome = run(capsys, "memory", "add", tmp_path / "wrong.txt", "--memory", tmp_path / "m")
    assert outcome.code == 2 and outcome.err.startswith("error: ")
    assert not (tmp_path / "m").exists()


def test_similar_shows_the_construction_with_the_points_of_the_statement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORISM_MEMORY", str(tmp_path / "m"))
    with Store.for_writing(tmp_path / "m") as store:
        store.add([solved(ONE), solved(TWO)])
    renamed = collection.find(TWO).file.statement.replace("K", "Q")
    shown = run(capsys, "memory", "similar", renamed, "-k", 1)
    assert shown.code == 0
    assert shown.out.startswith(f"{TWO}, at distance 0.000")
    assert "  here: X, where" in shown.out and "Q" in shown.out.split("here:")[1]
    first, second = json.loads(run(capsys, "memory", "similar", TWO, "--format", "json").out)
    assert first["likeness"] == pytest.approx(1, abs=1e-3) and first["map"]["K"] == "K"
    assert second["name"] == ONE
    other = run(capsys, "memory", "similar", TWO, "-k", 1, "--exclude-same")
    assert other.out.startswith(ONE)


def test_what_is_wrong_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text").write_text("hello", encoding="utf-8")
    for arguments, message in (
        (("stats", "--memory", tmp_path / "none"), "there is no memory"),
        (("similar", ONE, "--memory", tmp_path / "text"), "no memory of porism's"),
        (("add", tmp_path / "nowhere", "--memory", tmp_path / "m"), "nowhere"),
        (("similar", "a b c = triangle a b c ? explore", "--memory", tmp_path / "m"), "no goal"),
    ):
        outcome = run(capsys, "memory", *arguments)
        assert outcome.code == 2, arguments
        assert message in outcome.err and len(outcome.err.splitlines()) <= 2
