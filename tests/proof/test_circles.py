"""Explaining circles: which known ones make up the one that is asked for."""

from __future__ import annotations

from itertools import permutations
from math import inf

import pytest

from solver.deduction.journal import CircleEntry
from solver.proof.circles import covering_entries, covers, split_circle
from solver.statements.predicates import CIRCLE, CYCLIC, Statement


def known(time: int, points: str, center: str = "", place: int = 0) -> CircleEntry:
    names = tuple(points)
    claim = Statement(CIRCLE, (center, *names)) if center else Statement(CYCLIC, names)
    return CircleEntry(time, place, "premise", (), (), claim)


#: All points apart.
APART = {p: i for i, p in enumerate("abcdefghijklmnopqrs")}


def times(entries: list[CircleEntry] | None) -> list[int] | None:
    return None if entries is None else [e.time for e in entries]


def free(entry: CircleEntry) -> float:
    return 1.0


def test_a_center_is_not_on_its_circle() -> None:
    assert split_circle(known(0, "abc", "o")) == ({"a", "b", "c"}, {"o"})
    assert split_circle(known(0, "abcd")) == ({"a", "b", "c", "d"}, set())


def test_circles_with_three_common_points_are_one() -> None:
    chain = [known(0, "abcd"), known(1, "bcde"), known(2, "cdef")]
    assert covers(chain, set("af"), None, APART)
    assert not covers(chain, set("af"), "o", APART)
    assert covers([*chain, known(3, "def", "o")], set("af"), "o", APART)
    assert not covers([known(0, "abcd"), known(1, "cdef")], set("abe"), None, APART)


def test_only_what_is_needed_is_taken() -> None:
    entries = [known(0, "abcd"), known(1, "cdef"), known(2, "bcde"), known(3, "pqrs")]
    assert times(covering_entries(entries, set("abcd"), None, free, APART)) == [0]
    assert times(covering_entries(entries, set("abef"), None, free, APART)) == [0, 1, 2]
    assert covering_entries(entries, set("abp"), None, free, APART) is None


def test_dear_entries_are_left_out_first_and_those_of_infinite_cost_altogether() -> None:
    entries = [known(0, "abcd"), known(1, "abce"), known(2, "abde")]
    assert times(covering_entries(entries, set("abcde"), None, lambda e: [5.0, 1.0, 1.0][e.time], APART)) == [1, 2]
    assert covering_entries(entries, set("abcde"), None, lambda e: 1.0 if e.time == 0 else inf, APART) is None


def test_circles_of_different_places_are_not_mixed() -> None:
    entries = [known(0, "abcd", place=0), known(1, "bcde", place=1)]
    assert covering_entries(entries, set("abcde"), None, free, APART) is None


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_two_unions_that_share_three_points_are_joined_whatever_comes_first(order: tuple[int, ...]) -> None:
    """No chain exists: only the unions share three points."""
    circles = [known(0, "mpnf"), known(1, "mnpd"), known(2, "pqif"), known(3, "iqpd")]
    found = covering_entries([circles[i] for i in order], set("mnqi"), None, free, APART)
    assert found is not None
    assert covers(found, set("mnqi"), None, APART)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_chain_is_found_wherever_it_begins(order: tuple[int, ...]) -> None:
    circles = [known(0, "defi", "o"), known(1, "nmpe"), known(2, "pmnf"), known(3, "nmpdi")]
    found = covering_entries([circles[i] for i in order], set("dmnef"), None, free, APART)
    assert found is not None
    assert covers(found, set("dmnef"), None, APART)


def test_two_names_of_one_place_are_one_point() -> None:
    places = APART | {"k": APART["j"]}
    circles = [known(0, "afjlk"), known(1, "agjmk")]
    assert covers(circles, set("flgm"), None, APART)
    assert not covers(circles, set("flgm"), None, places)
    assert covers([*circles, known(2, "aflg")], set("flgm"), None, places)
