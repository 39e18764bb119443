"""Where a command's work is done: in this process, in `--jobs` processes, or on the cluster of `--ray`."""

from __future__ import annotations

from collections.abc import Sequence

from solver.runtime.cluster import Cluster
from solver.runtime.executors import Executor, Here, Processes


def executor_for(jobs: int, ray: str | None, preload: Sequence[str]) -> Executor:
    """The executor that the options ask for. preload: modules that all of its processes on this machine need."""
    if ray is not None:
        return Cluster(ray)
    return Here() if jobs == 1 else Processes(jobs, preload)
