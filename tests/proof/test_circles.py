"""Explaining circles: which known ones make up the one that is asked for."""

from __future__ import annotations

from math import inf

from solver.deduction.journal import CircleEntry
from solver.proof.circles import covering_entries, covers, split_circle
from solver.statements.predicates import CIRCLE, CYCLIC, Statement


def known(time: int, points: str, centre: str = "", place: int = 0) -> CircleEntry:
    names = tuple(points)
    claim = Statement(CIRCLE, (centre, *names)) if centre else Statement(CYCLIC, names)
    return CircleEntry(time, place, "premise", (), (), claim)


def times(entries: list[CircleEntry] | None) -> list[int] | None:
    return None if entries is None else [e.time for e in entries]


def free(entry: CircleEntry) -> float:
    return 1.0


def test_a_centre_is_not_on_its_circle() -> None:
    assert split_circle(known(0, "abc", "o")) == ({"a", "b", "c"}, {"o"})
    assert split_circle(known(0, "abcd")) == ({"a", "b", "c", "d"}, set())


def test_circles_with_three_common_points_are_one() -> None:
    chain = [known(0, "abcd"), known(1, "bcde"), known(2, "cdef")]
    assert covers(chain, set("af"), None)
    assert not covers(chain, set("af"), "o")
    assert covers([*chain, known(3, "def", "o")], set("af"), "o")
    assert not covers([known(0, "abcd"), known(1, "cdef")], set("abe"), None)


def test_only_what_is_needed_is_taken_and_in_an_order_that_joins() -> None:
    entries = [known(0, "abcd"), known(1, "cdef"), known(2, "bcde"), known(3, "pqrs")]
    assert times(covering_entries(entries, set("abcd"), None, free)) == [0]
    assert times(covering_entries(entries, set("abef"), None, free)) == [0, 2, 1]
    assert covering_entries(entries, set("abp"), None, free) is None


def test_dear_entries_are_left_out_first_and_those_of_infinite_cost_altogether() -> None:
    entries = [known(0, "abcd"), known(1, "abce"), known(2, "abde")]
    assert times(covering_entries(entries, set("abcde"), None, lambda e: [5.0, 1.0, 1.0][e.time])) == [1, 2]
    assert covering_entries(entries, set("abcde"), None, lambda e: 1.0 if e.time == 0 else inf) is None


def test_circles_of_different_places_are_not_mixed() -> None:
    entries = [known(0, "abcd", place=0), known(1, "bcde", place=1)]
    assert covering_entries(entries, set("abcde"), None, free) is None
