"""The classical inequalities of the collection, and false ones."""

from __future__ import annotations

import pytest

from solver import collection
from solver.proving import Status, prove
from tests.inequalities.statements import FALSE

ENTRIES = {e.name: e.file for e in collection.entries() if e.suite == "inequalities"}
#: True, and no argument is found for them (for the centroid's, only as this statement orders its points).
UNPROVED = {"centroid-is-nearest", "erdos-mordell-incenter", "least-median-sum"}


def test_there_are_twenty_and_most_are_proved() -> None:
    assert len(ENTRIES) >= 20
    assert len(ENTRIES) - len(UNPROVED) >= 15
    assert len(FALSE) >= 20


@pytest.mark.parametrize("name", sorted(ENTRIES.keys() - UNPROVED))
def test_a_true_one_is_proved_and_checked(name: str) -> None:
    result = prove(ENTRIES[name].statement)
    assert result.status is Status.PROVED, (result.reason, result.refusals)
    assert result.proof is not None
    if ENTRIES[name].answer:
        assert result.answer is not None and result.answer.text == ENTRIES[name].answer


@pytest.mark.parametrize("name", sorted(UNPROVED))
def test_one_that_isnt_proved_is_said_to_hold_in_the_figures(name: str) -> None:
    result = prove(ENTRIES[name].statement)
    assert result.status is Status.UNPROVED
    assert "holds in all" in result.reason and "not proved" in result.reason


@pytest.mark.parametrize("name", sorted(n for n, f in ENTRIES.items() if f.chinese and n not in UNPROVED))
def test_it_is_read_in_chinese_too(name: str) -> None:
    assert prove(ENTRIES[name].chinese).status is Status.PROVED


@pytest.mark.parametrize("name", sorted(FALSE))
def test_a_false_one_is_refuted_by_a_figure(name: str) -> None:
    result = prove(FALSE[name])
    assert result.status is Status.FALSE, result.reason
    assert result.counterexample
