"""Squares at right angles, ticks on equal segments."""

from __future__ import annotations

from solver.diagram.marks import MOST_GROUPS, SQUARE, equal_ticks, right_angles


def four(points: str) -> tuple[str, str, str, str]:
    a, b, c, d = points.split()
    return a, b, c, d


def equal(points: str) -> list[tuple[str, str]]:
    names = points.split()
    return list(zip(names[::2], names[1::2], strict=True))


def test_a_square_stands_in_the_corner_along_both_lines() -> None:
    at = {"a": 0j, "b": 100 + 0j, "c": 50 + 0j, "d": 50 + 80j}
    ((first, second, third),) = right_angles([four("a b c d")], at)
    assert {first, third} <= {50 - SQUARE, 50 + SQUARE, 50 + SQUARE * 1j}
    assert second == first + third - 50


def test_no_square_where_the_segments_do_not_meet() -> None:
    at = {"a": 0j, "b": 100 + 0j, "c": 50 + 10j, "d": 50 + 80j}
    assert not list(right_angles([four("a b c d")], at))


def test_a_foot_on_the_extension_of_a_side_has_its_square() -> None:
    at = {"a": 0j, "b": 100 + 0j, "h": 150 + 0j, "d": 150 + 80j}
    assert len(list(right_angles([four("d h a b")], at))) == 1
    assert not list(right_angles([four("d h a b")], {**at, "h": 150 + 5j}))


def test_groups_of_equal_segments_are_told_apart_by_the_number_of_ticks() -> None:
    at = {p: complex(60 * i, 200 * (i % 2)) for i, p in enumerate("abcdefgh")}
    groups = [equal("a b b c c d"), equal("e f g h")]
    assert len(list(equal_ticks(groups, at))) == 3 + 2 * 2


def test_ticks_cross_their_segment_in_the_middle() -> None:
    at = {"a": 0j, "b": 100 + 0j, "c": 300j, "d": 100 + 300j}
    (first, second) = equal_ticks([equal("a b c d")], at)
    assert (first[0] + first[1]) / 2 == 50
    assert (second[0] + second[1]) / 2 == 50 + 300j
    assert first[0].real == first[1].real


def test_a_tick_gives_way_to_a_point() -> None:
    at = {"a": 0j, "b": 200 + 0j, "m": 100 + 0j, "c": 300j, "d": 200 + 300j}
    (first, _) = equal_ticks([equal("a b c d")], at)
    assert abs((first[0] + first[1]) / 2 - 100) > 10


def test_short_segments_and_too_many_groups_are_left_unmarked() -> None:
    assert not list(equal_ticks([equal("a b c d")], {"a": 0j, "b": 5 + 0j, "c": 9j, "d": 5 + 9j}))
    names = [f"{letter}{i}" for i in range(MOST_GROUPS + 2) for letter in "pqrs"]
    at = {p: complex(100 * (i % 2), 40 * i) for i, p in enumerate(names)}
    many = [equal(" ".join(names[4 * i : 4 * i + 4])) for i in range(MOST_GROUPS + 2)]
    assert len(list(equal_ticks(many, at))) == sum(2 * k for k in range(1, MOST_GROUPS + 1))
