"""Figures of statements without an order of construction."""

from __future__ import annotations

import time
from collections import Counter
from itertools import islice

import numpy as np
import pytest

from solver.diagram.build import PREMISES, build_diagram
from solver.diagram.residuals import compile_system
from solver.diagram.sketch import Branches
from solver.diagram.solve import Beginnings, configurations, figures
from solver.errors import ConstructionError, DeadlineExceeded
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.language.read import parse_statement
from solver.plane.loci import Degenerate


def _error(problem: Problem, xy: np.ndarray, at: dict[str, complex]) -> float:
    system = compile_system(oriented(problem, at).premises, problem.points, xy)
    return float(np.max(np.abs(system.residuals(xy)), initial=0.0))


@pytest.mark.parametrize(
    "text",
    [
        "convex quadrilateral ABCD; AB + CD = BC + DA; AB * CD = 2/1 * BC * 1/2 * DA",
        "convex pentagon ABCDE; AB = BC; BC = CD; CD = DE; DE = EA; ∠ABC = ∠BCD",
        "triangle ABC; AB + AC = 2 BC; ∠BAC = 50°",
        "triangle ABC; P inside ABC; ∠PAB = ∠PBC; ∠PBC = ∠PCA",
        "triangle ABC; D, E, F on sides BC, CA, AB; DE = EF; EF = FD; ∠ABC = 70; AF = 2 FB",
    ],
)
def test_what_cant_be_constructed_point_by_point_is_solved(text: str) -> None:
    problem = parse_statement(text.replace("2/1 * BC * 1/2 * DA", "BC * DA") + "; what can be said?")
    diagram = build_diagram(problem, 0, time.monotonic() + 20)
    at = diagram.places()
    assert _error(problem, diagram.xy, at) < PREMISES
    assert all(condition.holds(at) for condition in problem.conditions)


def test_the_same_seed_gives_the_same_figure() -> None:
    problem = parse_statement("triangle A B C; I incenter; what can be said?")
    first, second, other = (build_diagram(problem, seed) for seed in (3, 3, 4))
    assert np.array_equal(first.xy, second.xy)
    assert not np.allclose(first.xy, other.xy)


def test_points_dont_fall_together_where_they_neednt() -> None:
    diagram = build_diagram(parse_statement("D on circle (A B C); A D ∥ B C; what can be said?"))
    places = list(diagram.places().values())
    assert min(abs(z - w) for i, z in enumerate(places) for w in places[:i]) > 0.01


def test_a_second_point_that_there_isnt_is_refused() -> None:
    problem = parse_statement("triangle A B C; D on line A B, D on line A C, D != A; what can be said?")
    with pytest.raises(ConstructionError, match=r"“D on line A B”.*“D on line A C”.*hold together"):
        build_diagram(problem, 0, time.monotonic() + 20)


def test_configurations_differ_in_how_points_lie() -> None:
    problem = parse_statement("A, B, C, D concyclic; AB = BC; BC = CD; what can be said?")
    found = configurations(problem, 0, None, 3)
    assert len(found) >= 2
    orders = set()
    for diagram in found:
        at = diagram.places()
        assert _error(problem, diagram.xy, at) < PREMISES
        orders.add(tuple(sorted(at, key=lambda p: abs(at[p] - at["A"]))))
    assert len(orders) > 1


def test_a_rigid_statement_has_one_configuration() -> None:
    assert len(configurations(parse_statement("square ABCD; M midpoint of AB; what can be said?"), 0, None, 3)) == 1


def test_time_runs_out() -> None:
    problem = parse_statement("convex pentagon ABCDE; AB = 9 BC; BC = 9 CD; CD = 9 DE; DE = 9 EA; what can be said?")
    started = time.process_time()
    with pytest.raises(DeadlineExceeded):
        build_diagram(problem, 0, time.monotonic() + 0.05)
    assert time.process_time() - started < 2


def test_figures_end_where_there_are_none() -> None:
    problem = parse_statement("triangle A B C; |A B| = 9 |B C|; |A C| = |B C|; what can be said?")
    started = time.process_time()
    reasons: Counter[str] = Counter()
    assert list(islice(figures(problem, 0, None, reasons), 1)) == []
    assert time.process_time() - started < 20
    assert reasons


@pytest.mark.parametrize("seed", range(4))
def test_a_convex_hexagon_is_convex_as_it_is_drawn(seed: int) -> None:
    """Corners in convex position are few among random points: not in 1 of 100 figures, if only the last one is chosen."""
    problem = parse_statement("convex hexagon ABCDEF; AB = CD; what can be said?")
    reasons: Counter[str] = Counter()
    assert next(figures(problem, seed, None, reasons))
    assert sum(reasons.values()) <= 10


def test_all_intersections_are_tried_with_the_same_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    """While patience is spent the least distance shrinks; within a figure's branches, what is drawn must not change."""
    seen: dict[str, set[float]] = {}

    def begin(self: Beginnings, number: int, branches: Branches, least: float) -> dict[str, complex]:
        branches.choose(2), branches.choose(3)
        seen.setdefault(str(id(branches)), set()).add(least)
        kept.append(branches)
        raise Degenerate("never")

    kept: list[Branches] = []
    monkeypatch.setattr(Beginnings, "begin", begin)
    problem = parse_statement("triangle ABC; what can be said?")
    assert list(figures(problem, 0, None, Counter(), 80)) == []
    assert len(kept) > 12
    assert all(len(values) == 1 for values in seen.values())
    assert len(set.union(*seen.values())) > 2


def test_a_condition_on_points_that_coincide_fails() -> None:
    problem = parse_statement("scalene triangle ABC; what can be said?")
    assert problem.conditions
    assert not any(c.margin(dict.fromkeys("ABC", 0j)) > 0 for c in problem.conditions)
    assert not any(
        c.margin({"A": 0j, "B": 0j, "C": 1j}) > 0 and c.kind.name == "unequal" and c.points[:2] == ("A", "B")
        for c in problem.conditions
    )
