"""How far statements are from true, and polishing until they are."""

from __future__ import annotations

import numpy as np
import pytest

from solver.diagram.refine import refine
from solver.diagram.residuals import compile_system
from solver.language.read import parse_statement
from solver.statements.predicates import PREDICATES, Statement

PREMISES = (
    "perp a b a c, para a b c d, cong a b c d, eqangle a b b c c d d a, eqratio a b b c c d d a, coll a e c, "
    "cyclic a b c d, midp e a c, rconst a e a c 1/2, aconst a b a c 90, distseq a e e c a c 1 1 -1, overlap e f"
)


@pytest.mark.parametrize("seed", range(5))
def test_the_jacobian_is_the_derivative(seed: int) -> None:
    xy = np.random.default_rng(seed).uniform(-1, 1, (6, 2))
    given = parse_statement(
        " ; ".join(f"{p}@{x}_{y} =" for p, (x, y) in zip("abcdef", xy, strict=True)) + f" {PREMISES} ? coll a b c"
    )
    equations = compile_system(given.premises, "abcdef")
    _, matrix = equations.jacobian(xy)
    # Lengths count the scale as constant: moves that keep it to first order are compared.
    centered = (xy - xy.mean(axis=0)).ravel()
    move = np.random.default_rng(seed + 10).standard_normal(12)
    move -= centered * (move @ centered) / (centered @ centered)
    h = 1e-6
    ahead, behind = (equations.residuals(xy + s * h * move.reshape(6, 2)) for s in (1, -1))
    assert matrix @ move == pytest.approx((ahead - behind) / (2 * h), abs=1e-5)


def test_a_segment_without_length_says_nothing_of_its_direction() -> None:
    perp = Statement(PREDICATES["perp"], ("a", "b", "a", "c"))
    xy = np.array([[0.0, 0.0], [0.0, 0.0], [1.0, 0.3]])
    residuals, matrix = compile_system([perp], "abc").jacobian(xy)
    assert not residuals.any()
    assert not matrix.any()


def test_a_collinearity_starts_from_a_point_apart_from_the_others() -> None:
    coll = Statement(PREDICATES["coll"], ("a", "b", "c", "d"))
    xy = np.array([[0.0, 0.0], [0.0, 0.0], [1.0, 0.0], [2.0, 0.5]])
    assert np.abs(compile_system([coll], "abcd", xy).residuals(xy)).max() > 0.01


def test_polishing_meets_the_premises_near_where_it_starts() -> None:
    text = "a@0_0 = ; b@4_0.1 = ; c@2_3 = ; d@2.1_0 = perp a b c d, coll d a b, cong c a c b ? cong d a d b"
    problem = parse_statement(text)
    start = np.array([problem.coordinates[p] for p in problem.points])
    solved = refine(compile_system(problem.premises, problem.points), start)
    assert solved.residual < 1e-13
    assert np.abs(solved.xy - start).max() < 0.2


def test_contradictory_premises_are_told_by_the_residual() -> None:
    problem = parse_statement("a@0_0 = ; b@4_0 = ; c@2_3 = perp a b a c, perp a b b c, perp a c b c ? coll a b c")
    start = np.array([problem.coordinates[p] for p in problem.points])
    assert refine(compile_system(problem.premises, problem.points), start).residual > 1e-3


def test_a_figure_of_any_size_has_a_jacobian() -> None:
    given = parse_statement(f"a@0_0 = ; b@1_0 = ; c@1_1 = ; d@0_1 = ; e@2_3 = ; f@3_5 = {PREMISES} ? coll a b c")
    xy = np.random.default_rng(0).uniform(-1, 1, (6, 2))
    system = compile_system(given.premises, "abcdef")
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        for size in (1e-60, 1.0, 1e60, 1e100):
            _, matrix = system.jacobian(size * xy)
            assert np.allclose(matrix * size, system.jacobian(xy)[1], rtol=1e-6, atol=1e-9)
