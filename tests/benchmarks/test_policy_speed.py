"""What the policy costs at a node. Run alone: pytest tests/benchmarks --benchmark-only -k policy (without -n)."""

from __future__ import annotations

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from solver.deduction.closure import close
from solver.language.problem import Problem
from solver.policy.choices import HINTS
from solver.policy.forward import Forward
from solver.policy.graph import KINDS, ROLES, Stated, graph_of
from solver.policy.inference import NetworkPrior
from solver.search.node import Candidates, Node
from solver.search.placement import LOCI
from tests.benchmarks.test_core_speed import orthocentric
from tests.deduction.figures import diagram, statement
from tests.policy.figures import SECONDS

WIDTH, ROUNDS = 64, 4


def network() -> Forward:
    """A network of the size that is trained by default, with random weights."""
    rng = np.random.default_rng(0)
    d = WIDTH
    shapes = {
        f"{name}.weight": (d, d)
        for name in ("apex", "alike", "together", "fact", "locus", "both", "product", "aim", "left")
    }
    shapes |= {"kind.weight": (len(KINDS), d), "locus_kind.weight": (len(LOCI), d), "context.weight": (d, 2 * d)}
    shapes |= {
        "hint.weight": (d, len(HINTS)),
        "second.weight": (d // 2, d),
        "score.weight": (1, d // 2),
        "value.weight": (1, d),
    }
    for i in range(ROUNDS):
        shapes |= {f"rounds.{i}.{name}.weight": (d, d) for name in ("say", "own", "heard", "out")}
        shapes |= {f"rounds.{i}.role.weight": (2 * len(ROLES), d), f"rounds.{i}.norm.weight": (d,)}
        shapes |= {f"rounds.{i}.{name}.bias": (d,) for name in ("own", "out", "norm")}
    shapes |= {f"{name}.bias": (d,) for name in ("context", "locus", "both", "left")} | {
        "second.bias": (d // 2,),
        "value.bias": (1,),
    }
    return Forward({name: rng.normal(0, 0.1, shape).astype(np.float32) for name, shape in shapes.items()}, ROUNDS)


def node(extra: int) -> tuple[Problem, Node]:
    points, premises = orthocentric(extra)
    placed = diagram(points)
    given = tuple(statement(p, set(points)) for p in premises.split(","))
    goal = statement("cong a b a c", set(points))
    problem = Problem("bench", premises, placed.points, given, goal)
    root = close(problem, [placed, placed], goal=goal, room=2).root(goal)
    return problem, Node(root, (), SECONDS)


@pytest.mark.parametrize("extra", [0, 1], ids=["10 points", "13 points"])
def test_policy_graph(benchmark: BenchmarkFixture, extra: int) -> None:
    """What is seen of a node."""
    problem, opened = node(extra)
    stated = Stated.of(problem, problem.goal)
    assert benchmark(lambda: graph_of(opened.core, stated, 0)).points == 10 + 3 * extra


@pytest.mark.parametrize("extra", [0, 1], ids=["10 points", "13 points"])
def test_policy_scores(benchmark: BenchmarkFixture, extra: int) -> None:
    """3 000 candidates of a node, from the core's knowledge to their scores."""
    problem, opened = node(extra)
    prior = NetworkPrior(network(), Stated.of(problem, problem.goal))
    candidates = opened.candidates(0)
    later = opened.candidates(1)
    some = np.arange(max(3000 - len(candidates), 0))[: len(later)]
    together = Candidates(
        np.concatenate([candidates.rows, later.rows[some]])[:3000],
        np.concatenate([candidates.places, later.places[some]])[:3000],
    )
    benchmark.extra_info["candidates"] = len(together)
    assert len(benchmark(lambda: prior.scores(opened, together))) == len(together)
