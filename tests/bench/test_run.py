"""Benchmark runs: the files that they write, going on after an end, and Ctrl-C."""

from __future__ import annotations

import io
import json
import os
import signal
import time
from pathlib import Path
from statistics import median
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.console import Console

from solver.bench.run import BenchOptions, run_bench
from solver.checking import check_certificate
from solver.errors import PorismError
from solver.language.read import NamedStatement
from tests.bench.statements import STATUSES, SUITE, TRIANGLE, problems
from tests.cli.command import run, start

FIELDS = [
    "name", "status", "seconds", "seconds_diagram", "seconds_closure", "seconds_proof", "closures", "auxiliary",
    "proof_steps", "checked", "seed", "message",
]  # fmt: skip


def bench(out: Path, **options: Any) -> dict[str, Any]:
    return run_bench(problems(), BenchOptions(out, **{"jobs": 2, "timeout": 10.0} | options), _console())


def _console() -> Console:
    return Console(file=io.StringIO())


def results(out: Path) -> dict[str, dict[str, Any]]:
    records = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert len({r["name"] for r in records}) == len(records)
    return {r["name"]: r for r in records}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bench") / "out"
    bench(out)
    return out


def test_each_problem_has_a_record(finished: Path) -> None:
    records = results(finished)
    assert {name: r["status"] for name, r in records.items()} == STATUSES
    for record in records.values():
        assert [f for f in FIELDS if f not in record] == []
        assert record["checked"] is (record["status"] == "proved")
        assert (record["message"] == "") is (record["status"] == "proved")
        parts = sum(record[f"seconds_{part}"] for part in ("diagram", "closure", "proof"))
        assert record["seconds"] >= parts - 1e-5
    assert records["orthocenter"]["proof_steps"] > 0
    assert "line 11, column 26" in records["unreadable"]["message"]
    assert "the lines are parallel" in records["unbuildable"]["message"]


def test_each_proof_is_kept_and_can_be_checked(finished: Path) -> None:
    found = {p.name: p for p in (finished / "proofs").glob("*.json")}
    assert set(found) == {"orthocenter.json", "midline.json", "thales_circle.json"}
    for path in found.values():
        check_certificate(path.read_text())


def test_each_proof_can_be_read_and_each_figure_seen(finished: Path) -> None:
    words = {p.stem: p.read_text(encoding="utf-8") for p in (finished / "proofs").glob("*.txt")}
    assert set(words) == {"orthocenter", "midline", "thales_circle"}
    assert "AH ⟂ BC" in words["orthocenter"]
    figures = {p.stem: ElementTree.parse(p).getroot() for p in (finished / "figures").iterdir()}
    assert set(figures) == {*words, "false", "no_value"}  # what can't be read or built has none
    records = results(finished)
    assert records["thales/circle"]["files"] == {
        "certificate": "proofs/thales_circle.json", "proof": "proofs/thales_circle.txt",
        "figure": "figures/thales_circle.svg",
    }  # fmt: skip
    assert records["false"]["files"] == {"figure": "figures/false.svg"}
    assert records["unreadable"]["files"] == {}


def test_the_summary_counts_and_adds_up(finished: Path) -> None:
    summary = json.loads((finished / "summary.json").read_text())
    records = list(results(finished).values())
    counts = {
        key: summary[key]
        for key in ("total", "proved", "checked", "unproved", "timeout", "false", "invalid", "unread", "error")
    }
    assert counts == {
        "total": 7, "proved": 3, "checked": 3, "unproved": 1, "timeout": 0, "false": 1, "invalid": 0, "unread": 2, "error": 0,
    }  # fmt: skip
    assert summary["seconds_wall"] > 0
    for key in ("seconds", "seconds_diagram", "seconds_closure", "seconds_proof"):
        values = [r[key] for r in records]
        assert summary[f"{key}_sum"] == pytest.approx(sum(values), abs=1e-5)
        assert summary[f"{key}_median"] == pytest.approx(median(values), abs=1e-5)


def test_results_are_not_overwritten(finished: Path) -> None:
    before = (finished / "results.jsonl").read_bytes()
    with pytest.raises(PorismError, match="exists"):
        bench(finished)
    assert (finished / "results.jsonl").read_bytes() == before


def test_only_some_names(tmp_path: Path) -> None:
    assert bench(tmp_path / "out", only="o*")["total"] == 1
    with pytest.raises(PorismError, match="no name matches"):
        bench(tmp_path / "none", only="z*")


def test_resuming_keeps_what_there_is_and_drops_a_torn_line(tmp_path: Path) -> None:
    out = tmp_path / "out"
    bench(out, only="false")
    path = out / "results.jsonl"
    kept = json.loads(path.read_text()) | {"message": "kept"}
    path.write_text(json.dumps(kept) + '\n{"name": "midline", "stat')
    summary = bench(out, only="[fm]*", resume=True)
    assert summary["total"] == 2
    assert results(out)["false"]["message"] == "kept"
    assert results(out)["midline"]["status"] == "proved"


def test_resuming_what_is_complete_proves_nothing_again(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_worker() -> None:
        raise AssertionError("a worker starts")

    monkeypatch.setattr("solver.bench.workers._start", no_worker)
    before = (finished / "results.jsonl").read_bytes()
    (finished / "report.html").unlink()
    assert bench(finished, resume=True)["proved"] == 3
    assert "thales/circle" in (finished / "report.html").read_text(encoding="utf-8")
    assert (finished / "results.jsonl").read_bytes() == before


def test_problems_of_one_name_are_told_apart(tmp_path: Path) -> None:
    statement = f"{TRIANGLE} ? perp a b a c"
    twice = [NamedStatement(name, statement) for name in ("x", "x")]
    assert run_bench(twice, BenchOptions(tmp_path / "out", jobs=1), _console())["false"] == 2
    assert set(results(tmp_path / "out")) == {"x", "x#2"}


def test_proofs_whose_names_make_one_file_name_are_told_apart(tmp_path: Path) -> None:
    statement = f"{TRIANGLE}; m = midpoint m a b ? cong m a m b"
    some = [NamedStatement(name, statement) for name in ("a/b", "a_b", "A:b", "../up")]
    run_bench(some, BenchOptions(tmp_path / "out", jobs=1), _console())
    names = {p.name for p in (tmp_path / "out" / "proofs").glob("*.json")}
    assert names == {"a_b.json", "a_b~2.json", "A_b~3.json", ".._up.json"}


class TestCommand:
    """`porism bench`."""

    def test_it_prints_one_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "suite.txt"
        path.write_text(SUITE)
        outcome = run(capsys, "bench", path, "--out", tmp_path / "out", "--only", "m*", "--jobs", 1, "--no-search")
        assert outcome.code == 0
        assert outcome.out.startswith("1 of 1 proved and checked, 0 unproved, ")

    def test_it_tells_what_was_proved_by_coordinates(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        suite = tmp_path / "median.json"
        suite.write_text('{"median": "In triangle ABC, AB = 5, BC = 6, CA = 7. Find the length of the median from A."}')
        outcome = run(capsys, "bench", suite, "--jobs", 1, "--out", tmp_path / "out")
        assert outcome.out.startswith("1 of 1 proved and checked (1 by coordinates), 0 unproved, ")

    def test_it_prints_the_summary_as_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "suite.txt"
        path.write_text(SUITE)
        arguments = ["--out", tmp_path / "out", "--only", "false", "--jobs", 1, "--format", "json"]
        value = json.loads(run(capsys, "bench", path, *arguments).out)
        assert value == json.loads((tmp_path / "out" / "summary.json").read_text())

    @pytest.mark.parametrize("only", ["un*", "*[de]"])
    def test_its_exit_code_and_its_report_say_what_could_not_be_run(
        self, only: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "suite.txt"
        path.write_text(SUITE)
        outcome = run(capsys, "bench", path, "--out", tmp_path / "out", "--only", only, "--jobs", 1, "--no-search")
        assert outcome.code == 1
        assert "unreadable: unread: line 11, column 26" in outcome.out
        assert "2 unread" in outcome.out or "1 unread" in outcome.out
        assert "unread" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")

    def test_results_that_exist_are_refused(self, finished: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = finished.parent / "suite.txt"
        path.write_text(SUITE)
        outcome = run(capsys, "bench", path, "--out", finished)
        assert outcome.code == 2
        assert "go on with --resume" in outcome.err

    def test_killing_it_loses_only_what_is_in_flight(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path, out = _long_suite(tmp_path), tmp_path / "out"
        process = start("bench", path, "--out", out, "--jobs", 1)
        _wait_for_lines(out / "results.jsonl", 3)
        process.kill()
        process.communicate()
        kept = results(out)
        assert len(kept) >= 3
        assert run(capsys, "bench", path, "--out", out, "--resume", "--jobs", 1).code == 0
        after = results(out)
        assert len(after) == 40
        assert all(after[name] == record for name, record in kept.items())

    def test_ctrl_c_is_reported_and_loses_nothing(self, tmp_path: Path) -> None:
        path, out = _long_suite(tmp_path), tmp_path / "out"
        process = start("bench", path, "--out", out, "--jobs", 2)
        _wait_for_lines(out / "results.jsonl", 2)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 130
        done = len(results(out))
        assert err.endswith(f"{done} of 40 are done; --resume goes on\ninterrupted\n")
        assert "Traceback" not in err
        assert not (out / "summary.json").exists()
        page = (out / "report.html").read_text(encoding="utf-8")
        assert f"{done} of {done}</b> proved" in page
        assert page.count('scope="row"') == done

    @pytest.mark.parametrize("delay", [0.2, 0.8, 1.2])
    def test_ctrl_c_while_it_starts_leaves_no_traceback(self, tmp_path: Path, delay: float) -> None:
        process = start("bench", _long_suite(tmp_path, 1000), "--out", tmp_path / "out", "--jobs", 2)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert "SpawnProcess" not in err
        # Before our own code runs, Python itself reports it: by 1 while it still loads what is installed, and it aborts before that.
        assert process.returncode in (130, -signal.SIGINT, 1, -signal.SIGABRT), err
        assert process.returncode != 1 or "KeyboardInterrupt" in err
        assert process.returncode != -signal.SIGABRT or "Fatal Python error" in err, err


def _long_suite(folder: Path, problems: int = 40) -> Path:
    path = folder / "suite.txt"
    statement = f"{TRIANGLE}; h = orthocenter h a b c; o = circle o a b c; d = on_circum d a b c ? perp a h b c"
    path.write_text("".join(f"p{i}\n{statement}\n" for i in range(problems)))
    return path


def _wait_for_lines(path: Path, count: int) -> None:
    end = time.monotonic() + 30
    while not path.exists() or path.read_bytes().count(b"\n") < count:
        assert time.monotonic() < end, "no results"
        time.sleep(0.005)
