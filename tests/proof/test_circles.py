"""Explaining circles: which known ones make up the one that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import inf

import pytest

from solver._core import covering_circles


@dataclass(frozen=True)
class Known:
    """A circle of the figure: its points, its center, its number there."""

    points: str
    center: str = ""
    place: int = 0


#: All points apart.
POINTS = "abcdefghijklmnopqrs"
APART = {p: i for i, p in enumerate(POINTS)}


def covering(
    circles: Sequence[Known],
    points: str,
    center: str | None = None,
    costs: Sequence[float] = (),
    *,
    places: dict[str, int] = APART,
) -> list[int] | None:
    """The numbers of those that make up a circle."""
    index = {p: i for i, p in enumerate(POINTS)}
    dear = costs or [1.0] * len(circles)
    known = [
        ([index[p] for p in c.points], index[c.center] if c.center else None, c.place, cost)
        for c, cost in zip(circles, dear, strict=True)
    ]
    wanted = index[center] if center else None
    return covering_circles(known, [index[p] for p in points], wanted, [places[p] for p in POINTS])


def covers(circles: Sequence[Known], points: str, center: str | None = None, *, places: dict[str, int] = APART) -> bool:
    return covering(circles, points, center, places=places) is not None


def test_a_center_is_not_on_its_circle() -> None:
    assert covers([Known("abc", "o")], "abc", "o")
    assert not covers([Known("abc", "o")], "abo")
    assert not covers([Known("abcd")], "abc", "d")


def test_circles_with_three_common_points_are_one() -> None:
    chain = [Known("abcd"), Known("bcde"), Known("cdef")]
    assert covers(chain, "af")
    assert not covers(chain, "af", "o")
    assert covers([*chain, Known("def", "o")], "af", "o")
    assert not covers([Known("abcd"), Known("cdef")], "abe")


def test_only_what_is_needed_is_taken() -> None:
    circles = [Known("abcd"), Known("cdef"), Known("bcde"), Known("pqrs")]
    assert covering(circles, "abcd") == [0]
    assert covering(circles, "abef") == [0, 1, 2]
    assert covering(circles, "abp") is None


def test_dear_entries_are_left_out_first_and_those_of_infinite_cost_altogether() -> None:
    circles = [Known("abcd"), Known("abce"), Known("abde")]
    assert covering(circles, "abcde", costs=[5.0, 1.0, 1.0]) == [1, 2]
    assert covering(circles, "abcde", costs=[1.0, inf, inf]) is None


def test_of_circles_as_dear_the_later_ones_are_left_out() -> None:
    circles = [Known("abcd"), Known("abce"), Known("abde")]
    assert covering(circles, "abcde") == [0, 1]


def test_circles_of_different_places_are_not_mixed() -> None:
    circles = [Known("abcd", place=0), Known("bcde", place=1)]
    assert covering(circles, "abcde") is None


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_two_unions_that_share_three_points_are_joined_whatever_comes_first(order: tuple[int, ...]) -> None:
    """No chain exists: only the unions share three points."""
    circles = [Known("mpnf"), Known("mnpd"), Known("pqif"), Known("iqpd")]
    assert covers([circles[i] for i in order], "mnqi")


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_chain_is_found_wherever_it_begins(order: tuple[int, ...]) -> None:
    circles = [Known("defi", "o"), Known("nmpe"), Known("pmnf"), Known("nmpdi")]
    given = [circles[i] for i in order]
    found = covering(given, "dmnef")
    assert found is not None
    assert covers([given[i] for i in found], "dmnef")


def test_two_names_of_one_place_are_one_point() -> None:
    places = APART | {"k": APART["j"]}
    circles = [Known("afjlk"), Known("agjmk")]
    assert covers(circles, "flgm")
    assert not covers(circles, "flgm", places=places)
    assert covers([*circles, Known("aflg")], "flgm", places=places)
