from __future__ import annotations

import numpy as np

from solver.deduction.closure import close
from solver.diagram.pair import draw_pair
from solver.knowledge.library import run_by_default
from solver.language.read import parse_statement
from solver.records.likeness import SIZE, Likeness, bytes_of, vector_of_bytes

ORTHOCENTER = (
    "triangle A B C; H orthocenter of A B C; M midpoint of B C; D reflection of H in M; prove D on circle (A B C)"
)
RENAMED = (
    "triangle P Q R; N midpoint of R Q; X orthocenter of P Q R; Y reflection of X in N; prove P, Q, R, Y concyclic"
)


def likeness(text: str, seed: int = 0) -> Likeness:
    pair = draw_pair(parse_statement(text), seed, float("inf"))
    assert pair.goal is not None
    return Likeness.of(close(pair.problem, pair.diagrams, timeout=20.0, theorems=run_by_default()), pair.goal)


def test_names_order_and_words_make_no_difference() -> None:
    one, other = likeness(ORTHOCENTER), likeness(RENAMED, seed=3)
    assert one.form() == other.form()
    assert (one.vector() == other.vector()).all()


def test_a_mirror_image_is_the_same_and_another_angle_is_not() -> None:
    turned = "a b c = triangle a b c; d = on_aline d a b c b a; e = foot e d a b ? cong d e d e"
    one = likeness("a b c = triangle a b c; d = eq_triangle d a b; m = midpoint m c d ? cong m c m d")
    other = likeness("a b c = triangle a b c; d = eq_triangle d b a; m = midpoint m c d ? cong m c m d")
    assert one.form() == other.form() and (one.vector() == other.vector()).all()
    assert likeness(turned).form() != one.form()


def test_another_goal_is_another_figure_but_a_like_one() -> None:
    one = likeness(ORTHOCENTER)
    other = likeness(ORTHOCENTER.replace("D on circle (A B C)", "A H perpendicular to B C"))
    far = likeness("triangle A B C; |A B| = 2 |A C|; D midpoint of A B; prove |A D| = |A C|")
    assert one.form() != other.form()
    near = float(np.linalg.norm(one.vector() - other.vector()))
    assert 0 < near < float(np.linalg.norm(one.vector() - far.vector()))


def test_a_vector_has_length_one_and_two_bytes_a_number() -> None:
    vector = likeness(ORTHOCENTER).vector()
    assert vector.shape == (SIZE,) and abs(float(np.linalg.norm(vector)) - 1) < 1e-3
    assert len(bytes_of(vector)) == 2 * SIZE
    assert abs(vector_of_bytes(bytes_of(vector)) - vector).max() < 1e-3
