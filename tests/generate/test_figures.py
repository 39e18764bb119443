"""Random figures: as large as asked for, generic, and the same for the same seed."""

from __future__ import annotations

import numpy as np

from solver.generate.figures import BEGINNINGS, FARTHEST, STEPS, Grammar, random_figure


def figures(grammar: Grammar, count: int = 12) -> list[np.ndarray[tuple[int, int, int], np.dtype[np.float64]]]:
    made = [random_figure(grammar, np.random.default_rng(seed)) for seed in range(count)]
    return [figure.xy for figure in made if figure is not None]


def test_they_are_as_large_as_asked_for() -> None:
    sizes = {xy.shape[1] for xy in figures(Grammar(points=(8, 10)))}
    assert sizes <= {8, 9, 10, 11, 12}  # a symmetric step may add two more
    assert len(sizes) > 1


def test_their_points_are_apart_and_at_hand() -> None:
    for xy in figures(Grammar()):
        centered = (xy[0] - xy[0].mean(axis=0)) / np.abs(xy[0]).max()
        gaps = np.linalg.norm(centered[:, None] - centered[None], axis=-1) + np.eye(len(centered))
        assert gaps.min() > 1e-4
        assert np.isfinite(xy).all()
    assert FARTHEST > 1


def test_steps_of_weight_zero_do_not_occur() -> None:
    only_midpoints = Grammar(
        points=(7, 7), symmetric=0.0, beginnings={"a b c = triangle a b c": 1.0}, steps={"midpoint": 1.0}
    )
    for xy in figures(only_midpoints, 4):
        for k in range(3, xy.shape[1]):
            gaps = [np.abs(xy[0, k] - (xy[0, i] + xy[0, j]) / 2).max() for i in range(k) for j in range(i)]
            assert min(gaps) < 1e-9


def test_symmetric_steps_come_in_threes() -> None:
    grammar = Grammar(points=(6, 6), symmetric=1.0, beginnings={"a b c = triangle a b c": 1.0}, steps={"midpoint": 1.0})
    xy = figures(grammar, 1)[0]
    assert xy.shape[1] == 6
    sides = [(xy[0, i] + xy[0, j]) / 2 for i, j in ((0, 1), (1, 2), (2, 0))]
    assert all(min(np.abs(xy[0, k] - m).max() for k in (3, 4, 5)) < 1e-9 for m in sides)


def test_the_same_seed_gives_the_same_figure() -> None:
    for first, again in zip(figures(Grammar(), 4), figures(Grammar(), 4), strict=True):
        assert np.array_equal(first, again)


def test_the_grammar_has_a_weight_for_each_beginning_and_step() -> None:
    assert all(weight > 0 for weight in (*BEGINNINGS.values(), *STEPS.values()))
