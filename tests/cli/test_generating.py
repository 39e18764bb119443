"""`porism generate` and `porism data`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from solver.records.dataset import Dataset
from tests.cli.command import run
from tests.generate import stub
from tests.search.statements import NEEDS_A_POINT


@pytest.fixture(autouse=True)
def stub_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "solver.generate.discover", stub)


def test_a_run_and_a_look_at_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    done = run(capsys, "generate", "--count", 3, "--seed", 1, "--out", data)
    assert done.code == 0, done.err
    assert done.out.startswith("3 theorems of ") and "per second per core (seed 1)" in done.out
    again = run(capsys, "generate", "--count", 3, "--seed", 1, "--out", data)
    assert again.code == 2 and "--resume" in again.err
    assert run(capsys, "generate", "--count", 3, "--seed", 1, "--out", data, "--resume").code == 0
    stats = run(capsys, "data", "stats", data, "--plot", tmp_path / "plot.svg")
    assert stats.code == 0 and stats.out.startswith("3 records, ")
    assert "on_bline × on_line" in stats.out
    assert "</svg>" in (tmp_path / "plot.svg").read_text(encoding="utf-8")
    assert json.loads(run(capsys, "data", "stats", data, "--format", "json").out)["points of the statement"]
    sample = run(capsys, "data", "sample", data, "--count", 2)
    assert sample.code == 0 and sample.out.count("record ") == 2
    assert run(capsys, "data", "sample", data, "--count", 2).out == sample.out


def test_whether_proofs_are_recorded_is_a_setting_of_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert run(capsys, "generate", "--count", 3, "--out", data, "--proofs").code == 0
    assert json.loads((data / "manifest.json").read_text(encoding="utf-8"))["settings"]["proofs"] is True
    refused = run(capsys, "generate", "--count", 3, "--out", data, "--resume")
    assert refused.code == 2 and "settings" in refused.err


@pytest.mark.parametrize(
    "text", ["wrong\na b c = triangel a b c ? coll a b c", "triangle ABC\nprove ABC", "one\na b ? coll a b"]
)
def test_what_cant_be_read_cant_be_kept_out(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "suite.txt").write_text(text, encoding="utf-8")
    outcome = run(capsys, "generate", "--count", 2, "--out", tmp_path / "data", "--exclude", tmp_path / "suite.txt")
    assert outcome.code == 2 and outcome.err.startswith("error: ")
    assert not (tmp_path / "data").exists()


def test_problems_of_suites_are_kept_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suite, data = tmp_path / "suite.txt", tmp_path / "data"
    suite.write_text(f"midline\n{stub.STATEMENTS[1]}\n", encoding="utf-8")
    run(capsys, "generate", "--count", 3, "--out", data)
    found = run(capsys, "data", "overlap", data, suite)
    assert found.code == 1
    assert "midline is record " in found.out and "1 of 1 problems (1 compared) are among 3 records" in found.out
    run(capsys, "generate", "--count", 2, "--out", tmp_path / "other", "--exclude", suite)
    none = run(capsys, "data", "overlap", tmp_path / "other", suite)
    assert none.code == 0 and none.out.startswith("0 of 1 problems")


def test_what_the_search_solves_is_kept_and_shown_with_its_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite, data = tmp_path / "suite.txt", tmp_path / "data"
    suite.write_text(f"langley\n{NEEDS_A_POINT}\neasy\n{stub.STATEMENTS[1]}\n", encoding="utf-8")
    done = run(capsys, "data", "from-search", suite, "--out", data, "--timeout", 30)
    assert done.code == 0
    assert "easy: it needs no auxiliary point" in done.out and "1 of 2 problems gave a record" in done.out
    shown = run(capsys, "data", "show", data, 0, "--figure", tmp_path / "figure.svg")
    assert shown.code == 0 and shown.out.startswith("record 0, langley")
    assert f"  with {Dataset(data).row(0).auxiliary[0]}" in shown.out
    assert (tmp_path / "figure.svg").read_text(encoding="utf-8").startswith("<svg")
    assert json.loads(run(capsys, "data", "show", data, 0, "--format", "json").out)["certificate"]


def test_bad_input_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in (
        (("generate", "--out", tmp_path / "x"), "give --count, or --minutes"),
        (("data", "stats", tmp_path), "has no manifest.json"),
        (("data", "stats", tmp_path, "--plot", "x.pdf"), "neither .svg nor .png"),
    ):
        outcome = run(capsys, *arguments)
        assert outcome.code == 2 and words in outcome.err
