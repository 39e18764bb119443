"""Sets of auxiliary points: merging, dropping, reducing. Points of the statement have the numbers 0 to 3."""

from __future__ import annotations

from solver.search.placement import Locus, Placement
from solver.search.prune import merged, smallest, without

SIZE = 4


def midpoint(a: int, b: int, place: float) -> Placement:
    return Placement(Locus(0, (a, b)), Locus(3, (a, b)), (place, 0.0))


M, N = midpoint(0, 1, 0.1), midpoint(2, 3, 0.2)


def test_a_construction_that_two_paths_share_is_there_once() -> None:
    of_m = midpoint(4, 2, 0.3)  # 4 is m in the first path
    of_n = midpoint(4, 0, 0.4)  # and n in the second
    assert merged(((M, of_m), (N, of_n), (M,)), SIZE) == (M, of_m, N, midpoint(6, 0, 0.4))


def test_dropping_a_point_drops_what_is_constructed_from_it() -> None:
    points = (M, N, midpoint(4, 5, 0.3), midpoint(5, 0, 0.4))
    assert without(points, {0}, SIZE) == (N, midpoint(4, 0, 0.4))
    assert without(points, {1}, SIZE) == (M,)
    assert without(points, (), SIZE) == points


def test_the_smallest_set_keeps_what_is_needed_and_its_parents() -> None:
    points = (M, N, midpoint(5, 0, 0.4), midpoint(4, 1, 0.5), midpoint(0, 2, 0.6))
    calls = []

    def proves(some: tuple[Placement, ...]) -> bool:
        calls.append(some)
        return any(p.place[0] == 0.4 for p in some)

    assert smallest(points, SIZE, proves) == (N, midpoint(4, 0, 0.4))
    assert all(len(c) < len(points) for c in calls)


def test_nothing_is_kept_where_nothing_is_needed() -> None:
    assert smallest((M, N), SIZE, lambda some: True) == ()
