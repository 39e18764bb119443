"""Names beside their points."""

from __future__ import annotations

from solver.diagram.labels import DISTANCES, obstructed, placed_names


def test_a_lonely_point_has_its_name_up_to_the_right() -> None:
    (place,) = placed_names([100 + 100j], ["A"], [], [])
    assert place.real > 100
    assert place.imag < 100


def test_a_name_keeps_off_the_lines_through_its_point() -> None:
    point = 200 + 200j
    ends = [point + 100, point + 100j, point - 100 + 3j]  # right, down, left: above is free
    (place, *_) = placed_names([point, *ends], ["A", "B", "C", "D"], [(point, e) for e in ends], [])
    assert place.imag < 195


def test_a_name_keeps_off_circles_and_other_points() -> None:
    point = 200 + 200j
    (place, *_) = placed_names([point, point + 12 - 12j], ["A", "B"], [], [(point + 50j, 50.0)])
    assert abs(abs(place - point - 50j) - 50) > 5
    assert abs(place - point - 12 + 12j) > 8


def test_names_do_not_overlap() -> None:
    points = [200 + 200j, 204 + 203j, 197 + 205j]
    places = placed_names(points, ["A", "B", "C"], [], [])
    for i, p in enumerate(places):
        for q in places[:i]:
            assert abs((p - q).real) > 10 or abs((p - q).imag) > 15


def test_names_stay_near_their_points_even_where_there_is_no_room() -> None:
    segments = [
        (200 + 200j, 200 + 200j + 300 * complex(x, y)) for x in (-1, -0.5, 0, 0.5, 1) for y in (-1, -0.4, 0.3, 1)
    ]
    (place,) = placed_names([200 + 200j], ["A"], segments, [])
    assert abs(place - 200 - 200j) <= max(DISTANCES) + 1


def test_a_long_name_stands_further_away_sideways() -> None:
    (short,), (long,) = (placed_names([0j], [name], [(-100j, 100j), (-100 + 0j, 0j)], []) for name in ("A", "A₁₂₃₄"))
    assert long.real > short.real


def test_letters_on_a_line_a_circle_a_point_or_each_other_are_noticed() -> None:
    points, names = [0j, 40 + 0j], ["A", "B"]
    free = [15j, 40 + 15j]
    assert obstructed(points, names, free, [], []) == []
    assert obstructed(points, names, free, [(-10 + 15j, 10 + 15j)], []) == ["A"]
    assert obstructed(points, names, free, [(-10 - 15j, 50 - 15j), (20 - 50j, 20 + 50j)], []) == []
    assert obstructed(points, names, free, [], [(40 + 0j, 15.0)]) == ["B"]
    assert obstructed(points, names, free, [], [(40 + 15j, 60.0)]) == []
    assert obstructed(points, names, [15j, 1 + 1j], [], []) == ["B"]
    assert obstructed(points, names, [15j, 3 + 15j], [], []) == ["A", "B"]
