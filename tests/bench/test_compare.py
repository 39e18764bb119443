"""`porism compare`: what it finds between runs, and what it says of folders that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from solver.bench.attempt import failed
from solver.bench.compare import Change, compare, read_run
from solver.errors import PorismError
from solver.proving import Status
from tests.cli.command import run


def record(name: str, status: Status = Status.PROVED, seconds: float = 1.0, steps: int = 5) -> dict[str, Any]:
    proved = status is Status.PROVED
    return failed(name, status.value, "", 0, seconds) | {"checked": proved, "proof_steps": steps if proved else 0}


def write_run(folder: Path, *records: dict[str, Any], tail: str = "") -> Path:
    folder.mkdir()
    (folder / "results.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records) + tail, encoding="utf-8")
    return folder


@pytest.fixture
def runs(tmp_path: Path) -> tuple[Path, Path]:
    before = write_run(
        tmp_path / "before", record("same"), record("quicker", seconds=4.0), record("shorter", seconds=2.0, steps=9),
        record("lost", seconds=3.0), record("gained", Status.TIMEOUT), record("other", Status.UNPROVED),
        record("still", Status.FALSE), record("old"),
    )  # fmt: skip
    after = write_run(
        tmp_path / "after", record("quicker", seconds=0.5), record("same"), record("shorter", seconds=2.0, steps=4),
        record("lost", Status.INVALID), record("gained", seconds=7.0), record("other", Status.TIMEOUT),
        record("still", Status.FALSE), record("new", Status.UNPROVED),
    )  # fmt: skip
    return before, after


def test_gains_losses_times_and_lengths(runs: tuple[Path, Path]) -> None:
    found = compare(*map(read_run, runs))
    assert found.gained == ("gained",)
    assert found.lost == ("lost",)
    assert found.other == ("other",)
    assert found.both == ("same", "quicker", "shorter")
    assert (found.only_before, found.only_after) == (("old",), ("new",))
    # Medians of 1, 4, 2 and of 1, 0.5, 2 seconds: what else was proved doesn't count.
    assert found.seconds["seconds"] == Change(2.0, 1.0)
    assert found.seconds["seconds"].ratio == 0.5
    assert found.seconds["seconds_search"].ratio is None
    assert found.steps == Change(5, 5)
    assert (found.shorter, found.longer) == ({"shorter": Change(9, 4)}, {})


def test_the_other_way_round_gains_are_losses(runs: tuple[Path, Path]) -> None:
    found = compare(*map(read_run, reversed(runs)))
    assert (found.gained, found.lost) == (("lost",), ("gained",))
    assert found.seconds["seconds"].ratio == 2.0
    assert found.longer == {"shorter": Change(4, 9)}


def test_in_words(runs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "compare", *runs)
    assert (outcome.code, outcome.err) == (0, "")
    before, after = runs
    lines = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert lines[:5] == [
        "run proved problems",
        f"{before} 5 8",
        f"{after} 4 8",
        "",
        f"{after} against {before}: 7 problems in both",
    ]
    assert "gained: 1" in lines and "gained (was timeout, 7.00 s)" in lines
    assert "lost (now invalid, was 3.00 s)" in lines
    assert "other (was unproved, now timeout)" in lines
    assert "total 2.000 1.000 0.50" in lines
    assert "search 0.000 0.000 –" in lines
    assert "proofs: 1 shorter, 0 longer, 2 as long; median steps 5 → 5" in lines
    assert "shorter (9 → 4)" in lines
    assert "only in the first: 1" in lines and "old (proved)" in lines
    assert "only in the second: 1" in lines and "new (unproved)" in lines


def test_as_json(runs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    value = json.loads(run(capsys, "compare", *runs, "--format", "json").out)
    assert [r["proved"] for r in value["runs"]] == [5, 4]
    (found,) = value["comparisons"]
    assert (found["gained"], found["lost"], found["shared"], found["proved_in_both"]) == (["gained"], ["lost"], 7, 3)
    assert found["median_seconds"]["total"] == {"before": 2.0, "after": 1.0, "ratio": 0.5}
    assert found["other"] == {"other": ["unproved", "timeout"]}
    assert found["shorter"] == {"shorter": [9, 4]}


def test_each_further_run_is_compared_with_the_first(
    runs: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = runs
    value = json.loads(run(capsys, "compare", before, after, before, "--format", "json").out)
    assert [(c["before"], c["after"]) for c in value["comparisons"]] == [
        (str(before), str(after)), (str(before), str(before)),
    ]  # fmt: skip
    assert value["comparisons"][1]["gained"] == value["comparisons"][1]["lost"] == []


def test_suites_that_share_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = write_run(tmp_path / "a", record("x")), write_run(tmp_path / "b", record("y"))
    outcome = run(capsys, "compare", one, other)
    assert outcome.code == 0
    assert "0 problems in both" in outcome.out and "no problem is proved in both" in outcome.out
    assert (
        json.loads(run(capsys, "compare", one, other, "--format", "json").out)["comparisons"][0]["median_steps"] is None
    )


def test_long_lists_are_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write_run(tmp_path / "a", *(record(f"p{i}", Status.UNPROVED) for i in range(30)))
    other = write_run(tmp_path / "b", *(record(f"p{i}") for i in range(30)))
    said = run(capsys, "compare", one, other).out
    assert "gained: 30" in said and "p19 (" in said and "p20 (" not in said and "and 10 more" in said


def test_names_do_nothing_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = write_run(tmp_path / "a", record("\x1b[2J")), write_run(tmp_path / "b", record("y"))
    assert "\x1b" not in run(capsys, "compare", one, other).out


def test_a_line_that_was_cut_off_doesnt_count(tmp_path: Path) -> None:
    assert set(read_run(write_run(tmp_path / "a", record("x"), tail='{"name": "y", "sta')).records) == {"x"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "is no benchmark run: results.jsonl: No such file or directory"),
        (b"", "has no results yet"),
        (b"\xff\xfe\n", "isn't what porism bench writes"),
        (b"not json\n", "isn't what porism bench writes"),
        (b"[1]\n", "isn't what porism bench writes"),
        (b'{"name": "x"}\n', "isn't what porism bench writes"),
        (b"[" * 100_000 + b"\n", "isn't what porism bench writes"),
        (json.dumps(record("x") | {"seconds": "1"}).encode() + b"\n", "isn't what porism bench writes"),
        (json.dumps(record("x") | {"seconds": float("nan")}).encode() + b"\n", "isn't what porism bench writes"),
        (json.dumps(record("x") | {"status": "solved"}).encode() + b"\n", "isn't what porism bench writes"),
    ],
)
def test_folders_that_are_no_runs(
    text: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = write_run(tmp_path / "good", record("x")), tmp_path / "bad"
    bad.mkdir()
    if text is not None:
        (bad / "results.jsonl").write_bytes(text)
    with pytest.raises(PorismError) as caught:
        read_run(bad)
    assert message in caught.value.message and caught.value.hint
    outcome = run(capsys, "compare", good, bad)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: ") and len(outcome.err.splitlines()) == 2


def test_other_places_and_too_few_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = write_run(tmp_path / "good", record("x"))
    for wrong in (tmp_path / "missing", good / "results.jsonl", "x" * 5000):
        outcome = run(capsys, "compare", good, wrong)
        assert outcome.code == 2 and "is no benchmark run" in outcome.err
    outcome = run(capsys, "compare", good)
    assert outcome.code == 2 and "give two folders" in outcome.err
