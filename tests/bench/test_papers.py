"""A large run's results and proofs are rows, that queries read, and the same as the files of a small one."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from solver.bench import papers
from solver.bench.attempt import Answer
from solver.bench.papers import Rows
from solver.bench.run import BenchOptions, run_bench
from solver.checking import check_certificate
from solver.language.read import NamedStatement
from tests.bench.statements import STATUSES, problems
from tests.cli.command import run

pytest.importorskip("pyarrow", reason="pyarrow isn't installed: pip install 'porism[data]'")
QUIET = Console(file=io.StringIO())


def test_a_run_in_rows_is_queried_and_its_proofs_check(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb isn't installed: pip install 'porism[memory]'")
    run_bench(problems(), BenchOptions(tmp_path, jobs=1, parquet=True), QUIET)
    statuses = duckdb.sql(f"SELECT name, status FROM '{tmp_path}/results.parquet'").fetchall()
    assert dict(statuses) == STATUSES
    assert [name for name, _ in statuses] == list(STATUSES)
    proofs = duckdb.sql(
        f"SELECT certificate, proof FROM '{tmp_path}/results.parquet' JOIN '{tmp_path}/proofs/*.parquet' USING (name) WHERE checked"
    ).fetchall()
    assert len(proofs) == 3
    for certificate, words in proofs:
        check_certificate(certificate)
        assert words
    assert not (tmp_path / "report.html").exists()


def test_what_is_not_on_disk_is_not_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "ROWS", 2)
    rows = Rows(tmp_path)
    answers = [Answer({"name": f"p{i}"}, f"certificate {i}") for i in range(3)]
    assert [len(rows.keep(answer)) for answer in answers] == [0, 2, 0]
    assert [r["files"] for r in rows.rest()] == [{"rows": "proofs/00001.parquet"}]
    assert not rows.rest()


def test_an_interrupted_run_in_rows_goes_on(tmp_path: Path) -> None:
    some: list[NamedStatement] = problems()
    run_bench(some[:2], BenchOptions(tmp_path, jobs=1, parquet=True), QUIET)
    run_bench(some, BenchOptions(tmp_path, jobs=1, parquet=True, resume=True), QUIET)
    names = [json.loads(line)["name"] for line in (tmp_path / "results.jsonl").read_text().splitlines()]
    assert names == list(STATUSES)
    assert len(list((tmp_path / "proofs").iterdir())) == 2


def test_the_command_writes_rows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(
        "midline\na b c = triangle a b c; m = midpoint m a b; n = midpoint n a c ? para m n b c\n"
    )
    done = run(capsys, "bench", tmp_path / "p.txt", "--out", tmp_path / "out", "--jobs", "1", "--parquet")
    assert done.code == 0
    assert (tmp_path / "out" / "results.parquet").exists()
