"""The same run gives the same data, on however many workers and however often it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from rich.console import Console

from solver.errors import PorismError
from solver.generate import run as run_module
from solver.generate.run import RunOptions, figure_seed, generate
from solver.records.dataset import Dataset
from solver.records.shards import Manifest
from solver.runtime.executors import Executor, Here, Processes
from tests.generate.stub import Settings, described, discover, made

T = TypeVar("T")
QUIET = Console(quiet=True)
#: More than there are, so that each run goes through some batches.
OPTIONS = RunOptions(Path(), 1, Settings(), count=3)


def run(options: RunOptions[Settings], executor: Executor | None = None) -> Manifest:
    with closing(executor or Here()) as chosen:
        return generate(discover, options, chosen, QUIET)


def content(folder: Path) -> list[str]:
    return [repr(row) for row in Dataset(folder).rows()]


class Interrupted(Here):
    """Ctrl-C comes with the third batch."""

    batches = 0

    def submit(self, work: Callable[[], T]) -> Future[T]:
        self.batches += 1
        if self.batches == 3:
            raise KeyboardInterrupt
        return super().submit(work)


def test_theorems_are_kept_once_the_first_in_order_of_the_figures(tmp_path: Path) -> None:
    manifest = run(replace(OPTIONS, out=tmp_path))
    data = Dataset(tmp_path)
    assert len(data) == len(set(data.column("canonical"))) == 3
    firsts: dict[int, int] = {}
    for number in range(manifest.figures):
        firsts.setdefault(figure_seed(1, number) % 3, figure_seed(1, number))
    assert data.column("seed") == list(firsts.values())
    told = sum(1 + figure_seed(1, number) % 2 for number in range(manifest.figures))
    assert sum(s.duplicates for s in manifest.shards) == told - 3
    assert manifest.throughput > 0


def test_workers_do_not_matter(tmp_path: Path) -> None:
    run(replace(OPTIONS, out=tmp_path / "here"))
    run(replace(OPTIONS, out=tmp_path / "processes"), Processes(2))
    assert content(tmp_path / "here") == content(tmp_path / "processes")


def test_an_interrupted_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "FIRST_BATCH", 1)
    monkeypatch.setattr(run_module, "LARGEST_BATCH", 1)
    run(replace(OPTIONS, out=tmp_path / "whole"))
    stopped = replace(OPTIONS, out=tmp_path / "stopped")
    with pytest.raises(KeyboardInterrupt):
        run(stopped, Interrupted())
    assert 0 < len(Dataset(stopped.out)) < 3
    with pytest.raises(PorismError, match="--resume"):
        run(stopped)
    run(replace(stopped, resume=True))
    assert content(stopped.out) == content(tmp_path / "whole")
    assert len(Dataset(stopped.out).manifest.shards) > 1


def test_a_run_ends_in_time(tmp_path: Path) -> None:
    manifest = run(replace(OPTIONS, out=tmp_path, count=None, minutes=0.003))
    assert 0 < manifest.records <= 3


def test_what_is_excluded_is_left_out(tmp_path: Path) -> None:
    forms = frozenset({described(made(0)).canonical, described(made(1)).known})
    manifest = run(replace(OPTIONS, out=tmp_path, count=1, exclude=forms))
    assert Dataset(tmp_path).column("canonical") == [described(made(2)).canonical]
    assert manifest.records == 1


def test_a_defect_costs_one_figure_and_is_told(tmp_path: Path) -> None:
    manifest = run(replace(OPTIONS, out=tmp_path, count=None, minutes=0.003, settings=Settings(defects=True)))
    failed = [n for n in range(manifest.figures) if figure_seed(1, n) % 5 == 0]
    assert sum(s.failed for s in manifest.shards) == len(failed)
    if failed:
        assert (
            manifest.failures[0] == f"figure of seed {figure_seed(1, failed[0])}: a defect: ZeroDivisionError: a defect"
        )
