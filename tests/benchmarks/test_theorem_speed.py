"""What the library costs: finding all instances in a figure. Run alone, as in test_core_speed."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture

from solver._core import Core
from solver.knowledge.compile import compile_library
from solver.knowledge.library import run_by_default
from tests.benchmarks.test_core_speed import orthocentric
from tests.deduction.figures import diagram

#: Partial instances that one theorem may try in a figure of 19 points, full of feet and midpoints.
MOST_TRIED = 100_000


def xy_of(extra: int) -> NDArray[np.float64]:
    points, _ = orthocentric(extra)
    return np.ascontiguousarray([diagram(points).xy])


@pytest.mark.parametrize("extra", [0, 3], ids=["10 points", "19 points"])
def test_finding_all_instances(benchmark: BenchmarkFixture, extra: int) -> None:
    """Instances of every theorem that is run are found; the figure's own relations are found in the same time."""
    library, xy = compile_library(run_by_default()), xy_of(extra)
    assert len(benchmark(lambda: library.instances(xy))) > 0


def test_finding_instances_with_a_new_point(benchmark: BenchmarkFixture) -> None:
    library, xy = compile_library(run_by_default()), xy_of(0)
    assert isinstance(benchmark(lambda: library.instances(xy, xy.shape[1] - 1)), list)


def test_no_theorem_tries_too_much() -> None:
    """A plan with a bad order shows here."""
    core = Core(xy_of(3), theorems=compile_library(run_by_default()))
    core.run(-1.0)
    tried = core.statistics()["theorem_partial_instances"]
    counts = dict(zip((t.id for t in run_by_default()), tried, strict=True))
    assert not {name: count for name, count in counts.items() if count > MOST_TRIED}
