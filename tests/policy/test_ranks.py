"""Ranks of what is needed, counted in places."""

from __future__ import annotations

import numpy as np

from solver.policy.ranks import Accuracy, rank


def test_a_place_counts_once_by_its_best_candidate() -> None:
    scores = np.array([5.0, 4.0, 3.0, 2.0])
    places = np.array([0, 0, 1, 2])
    assert rank(scores, np.array([False, False, True, False]), places) == 2
    assert rank(scores, np.array([False, True, False, False]), places) == 1


def test_among_equal_scores_half_come_before() -> None:
    assert rank(np.zeros(5), np.arange(5) == 2, np.arange(5)) == 3


def test_accuracy_counts_the_first_so_many() -> None:
    accuracy = Accuracy.of([1, 2, 50, 1000])
    assert accuracy.top == (0.25, 0.5, 0.75) and accuracy.median == 26
