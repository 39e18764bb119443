"""The core's hot paths. Run alone: pytest tests/benchmarks --benchmark-only (without -n)."""

from __future__ import annotations

import random

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from solver._core import LinearSystem
from solver.deduction.closure import Closure, Outcome, close
from solver.diagram.diagram import Diagram
from solver.language.problem import Problem
from solver.search.extend import extend
from solver.search.node import Node
from tests.deduction.figures import diagram, foot, meet, statement

A, B, C = 0.13 + 1.41j, -1.0 - 0.2j, 1.3 - 0.35j


def orthocentric(extra: int) -> tuple[dict[str, complex], str]:
    """A triangle with its altitudes, its midpoints, and feet from `extra` further points of one side: dense figures."""
    d, e, f = foot(A, B, C), foot(B, A, C), foot(C, A, B)
    points = {"a": A, "b": B, "c": C, "d": d, "e": e, "f": f, "h": meet(A, d, B, e)}
    points |= {"m": (B + C) / 2, "n": (C + A) / 2, "p": (A + B) / 2}
    premises = (
        "coll b c d, perp a d b c, coll a c e, perp b e a c, coll a b f, perp c f a b, coll a h d, coll b h e, "
        "midp m b c, midp n c a, midp p a b"
    )
    for i in range(extra):
        x = B + (C - B) * (0.37 + 0.093 * i)
        points |= {f"x{i}": x, f"y{i}": foot(x, A, B), f"z{i}": foot(x, A, C)}
        premises += f", coll x{i} b c, coll y{i} a b, perp x{i} y{i} a b, coll z{i} a c, perp x{i} z{i} a c"
    return points, premises


@pytest.mark.parametrize("extra", [0, 3, 6], ids=["10 points", "19 points", "28 points"])
def test_closure(benchmark: BenchmarkFixture, extra: int) -> None:
    points, premises = orthocentric(extra)
    placed = diagram(points)
    given = tuple(statement(p, set(points)) for p in premises.split(","))
    problem = Problem("bench", premises, placed.points, given, given[0])
    result = benchmark(lambda: close(problem, [placed]))
    assert result.outcome is Outcome.SATURATED
    assert result.is_entailed(statement("perp c h a b", set(points)))
    assert result.is_entailed(statement("cyclic d e f m", set(points)))


def filled_system(count: int) -> LinearSystem:
    rng = random.Random(1)
    system = LinearSystem(count, 3)
    for _ in range(count // 2):
        a, b, c, d = rng.sample(range(count), 4)
        system.add([(a, 1, 1), (b, -1, 1), (c, -1, 1), (d, 1, 1)])
    return system


def test_adding_equations(benchmark: BenchmarkFixture) -> None:
    """100 four-term equations into a fresh system of 200 variables; divide by 100 for one."""
    rng = random.Random(2)
    equations = [
        [(v, s, 1) for v, s in zip(rng.sample(range(200), 4), (1, -1, -1, 1), strict=True)] for _ in range(100)
    ]

    def add_all() -> int:
        system = LinearSystem(200, 3)
        return sum(system.add(e) for e in equations)

    assert benchmark(add_all) > 50


def test_entailment_query(benchmark: BenchmarkFixture) -> None:
    """1 000 000 four-term queries inside the core: the time in ms is the time of one query in ns; it should be below 50."""
    system = filled_system(300)
    benchmark.pedantic(system.query_four, args=(1_000_000,), rounds=5, warmup_rounds=1)


# -- the search ---------------------------------------------------------------------------------------------------------


def opened_figure(extra: int) -> tuple[Problem, tuple[Diagram, ...], Closure]:
    points, premises = orthocentric(extra)
    placed = diagram(points)
    given = tuple(statement(p, set(points)) for p in premises.split(","))
    problem = Problem("bench", premises, placed.points, given, given[0])
    return problem, (placed,), close(problem, [placed], room=1)


@pytest.mark.parametrize("extra", [0, 3, 7, 10], ids=["10 points", "19 points", "31 points", "40 points"])
def test_trials_of_candidates(benchmark: BenchmarkFixture, extra: int) -> None:
    """500 trials of auxiliary points on one thread: divide by 500 for one. Compare with the closures from scratch."""
    problem, _, closure = opened_figure(extra)
    node = Node(closure.root(problem.goal), (), 60.0)
    candidates = node.candidates(0)
    some = candidates.chosen(np.linspace(0, len(candidates) - 1, 500).astype(np.int64))
    trials = benchmark.pedantic(node.tried, args=(some, 1, 60.0), rounds=5, warmup_rounds=1)
    assert trials["done"].all()


@pytest.mark.parametrize("extra", [0, 3], ids=["10 points", "19 points"])
def test_the_same_candidates_from_scratch(benchmark: BenchmarkFixture, extra: int) -> None:
    """50 closures from scratch with an auxiliary point each: divide by 50 for one."""
    problem, diagrams, closure = opened_figure(extra)
    root = closure.root(problem.goal)
    candidates = Node(root, (), 60.0).candidates(0)
    extended = []
    for i in np.linspace(0, len(candidates) - 1, 50).astype(int):
        added = (candidates.placement(int(i)),)
        extended.append(extend(problem, diagrams, root, added))
    closures = benchmark.pedantic(lambda: [close(p, d) for p, d in extended], rounds=5, warmup_rounds=1)
    assert all(c.outcome is Outcome.SATURATED for c in closures)
