"""A run on a cluster that loses a node gives what a run without it gives.

One small cluster of three nodes with a core each serves both runs, since each node is a handful of processes.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pytest
from rich.console import Console

from solver.bench.attempt import Answer
from solver.bench.cluster import run_on
from solver.bench.run import BenchOptions, run_bench
from solver.bench.workers import Task
from solver.collection import entries_at
from solver.errors import PorismError, ProcessDied
from solver.generate.discover import Settings, discover
from solver.generate.run import RunOptions, generate
from solver.language.read import NamedStatement
from solver.records.dataset import Dataset
from solver.runtime.cluster import Cluster
from solver.runtime.executors import Executor, Here

T = TypeVar("T")
QUIET = Console(file=io.StringIO())
PROBLEMS = [entry.statement for entry in entries_at(Path("problems/school"))][:12]


class Nodes:
    """A cluster of three nodes on this machine, of which one can be killed."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster as Local

        small = {"num_cpus": 1, "object_store_memory": 80 * 2**20}
        self._cluster = Local(initialize_head=True, head_node_args=small)
        self._others = [self._cluster.add_node(**small) for _ in range(2)]
        self.address = self._cluster.address

    def kill_one(self) -> None:
        self._cluster.remove_node(self._others.pop(), allow_graceful=False)

    def stop(self) -> None:
        self._cluster.shutdown()


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    pytest.importorskip("ray", reason="ray isn't installed: pip install 'porism[cluster]'")
    found = Nodes()
    yield found
    found.stop()


class Losing:
    """An executor; when it is given its fifth piece of work, the cluster loses a node, which is at an earlier one."""

    def __init__(self, inner: Executor, nodes: Nodes) -> None:
        self._inner, self._nodes, self.pieces = inner, nodes, 0

    @property
    def workers(self) -> int:
        return self._inner.workers

    def submit(self, work: Callable[[], T]) -> Future[T]:
        self.pieces += 1
        if self.pieces == 5:
            self._nodes.kill_one()
        return self._inner.submit(work)

    def close(self) -> None:
        self._inner.close()


@pytest.fixture(scope="module")
def losing(nodes: Nodes) -> Iterator[Callable[[], Losing]]:
    yield lambda: Losing(Cluster(nodes.address), nodes)


def results(out: Path) -> list[dict[str, Any]]:
    """What came of each problem, in the order of the file, without times."""
    lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return [{k: v for k, v in json.loads(line).items() if not k.startswith("seconds")} for line in lines]


def papers(out: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in sorted((out / "proofs").iterdir())}


def test_a_bench_that_loses_a_node_gives_the_same(losing: Callable[[], Losing], tmp_path: Path) -> None:
    options = BenchOptions(tmp_path / "here", timeout=60.0, jobs=1)
    run_bench(PROBLEMS, options, QUIET)
    on_cluster = BenchOptions(tmp_path / "cluster", timeout=60.0)
    with closing(losing()) as executor:
        run_bench(PROBLEMS, on_cluster, QUIET, lambda tasks: run_on(executor, tasks))
        assert executor.pieces > 5
        assert executor.workers == 2
    assert results(on_cluster.out) == results(options.out)
    assert [r["name"] for r in results(options.out)] == [p.name for p in PROBLEMS]
    assert papers(on_cluster.out) == papers(options.out)


def test_a_generation_that_loses_a_node_gives_the_same(losing: Callable[[], Losing], tmp_path: Path) -> None:
    for name, executor in (("here", Here()), ("cluster", losing())):
        with closing(executor):
            generate(discover, RunOptions(tmp_path / name, 1, Settings(), count=40), executor, QUIET)
    assert [repr(row) for row in Dataset(tmp_path / "cluster").rows()] == [
        repr(row) for row in Dataset(tmp_path / "here").rows()
    ]


class Dying(Here):
    """Workers that die at one problem, whoever is given it."""

    workers = 2

    def submit(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        tasks: Sequence[Task] = work.args[0]  # type: ignore[attr-defined]
        if any(task.statement.name == "deadly" for task in tasks):
            future.set_exception(ProcessDied("the workers died"))
        else:
            future.set_result([Answer({"name": task.statement.name, "status": "proved"}) for task in tasks])  # type: ignore[arg-type]
        return future


def test_a_problem_that_kills_its_workers_costs_no_other() -> None:
    names = [f"p{i}" for i in range(40)]
    names[3] = "deadly"
    found: Generator[Answer] = run_on(Dying(), [Task(NamedStatement(name, "A is a point"), 1.0, 0) for name in names])
    status = {answer.record["name"]: answer.record["status"] for answer in found}
    assert status == {name: "error" if name == "deadly" else "proved" for name in names}


@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1:port", "nowhere.invalid:1", "nowhere"])
def test_where_there_is_no_cluster_a_message_says_so(address: str) -> None:
    pytest.importorskip("ray", reason="ray isn't installed: pip install 'porism[cluster]'")
    with pytest.raises(PorismError, match=f"no Ray cluster at {address}|is no address"):
        Cluster(address)
