"""`porism prove --theorems LEVEL --without THEOREM`: which theorems a proof may cite."""

from __future__ import annotations

import pytest

from tests.cli.command import run

NINE_POINTS = (
    "triangle A B C; D midpoint of B C; E midpoint of C A; F midpoint of A B; K foot of perpendicular from A to B C; "
    "prove D, E, F, K concyclic"
)


def test_theorems_are_chosen_by_level_and_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    for options in (("--theorems", "none"), ("--theorems", "school"), ("--without", "nine-point-circle")):
        outcome = run(capsys, "prove", NINE_POINTS, "--no-search", *options)
        assert outcome.code == 0
        assert "nine-point circle" not in outcome.out


def test_theorems_that_there_are_not_and_two_levels_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "prove", NINE_POINTS, "--without", "pasal")
    assert (outcome.code, outcome.err) == (
        2,
        "error: the library has no theorem “pasal”\n  hint: did you mean pascal?\n",
    )
    outcome = run(capsys, "prove", NINE_POINTS, "--theorems", "none", "--theorems", "all")
    assert outcome.code == 2 and "more than one level" in outcome.err
