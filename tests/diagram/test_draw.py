"""Figures: what they show, as SVG and PNG."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.draw import MARGIN, SIZE, Scene, save_png, scene_of, to_svg
from solver.language.read import parse_statement

SVG = "{http://www.w3.org/2000/svg}"


def scene(text: str) -> Scene:
    problem = parse_statement(text)
    return scene_of(problem, build_diagram(problem), problem.goal)


def on_circle(z: complex, circle: tuple[complex, float]) -> bool:
    return abs(abs(z - circle[0]) - circle[1]) < 1e-3 * circle[1]


def test_an_svg_is_well_formed_and_names_all_points() -> None:
    document = ElementTree.fromstring(to_svg(scene("a b c' = triangle a b c'; _d = midpoint _d a b ? cong _d a _d b")))
    assert document.tag == f"{SVG}svg"
    assert sorted(str(t.text) for t in document.iter(f"{SVG}text")) == ["_d", "a", "b", "c'"]


def test_all_points_are_within_the_margins() -> None:
    drawn = scene("a b c = triangle a b c; o = circumcenter o a b c; h = orthocenter h a b c ? cong o a o b")
    low, high = MARGIN - 1e-6, SIZE - MARGIN + 1e-6
    assert all(low <= z.real <= high and low <= z.imag <= high for _, z in drawn.points)


def test_a_circle_of_the_premises_goes_through_its_points() -> None:
    for clause in ("d = on_circum d a b c", "o = circle o a b c", "d = on_dia d a b; e = on_circum e a b d"):
        drawn = scene(f"a b c = triangle a b c; {clause} ? cong a b b a")
        (circle,) = drawn.circles
        assert sum(on_circle(z, circle) for _, z in drawn.points) >= 3


def test_three_equal_radii_are_a_circle_and_no_segments() -> None:
    drawn = scene("a b c = triangle a b c; o = circle o a b c ? cong a b b a")
    centre = dict(drawn.points)["o"]
    assert len(drawn.circles) == 1
    assert not any(centre in segment for segment in drawn.segments)


def test_a_triangle_has_its_sides() -> None:
    drawn = scene("a b c = triangle a b c; o = circle o a b c ? cong a b b a")
    at = dict(drawn.points)
    sides = {frozenset(s) for s in (*drawn.segments, *drawn.marked_segments)}
    assert {frozenset((at["b"], at["c"])), frozenset((at["c"], at["a"]))} <= sides


def test_what_the_goal_is_about_is_marked() -> None:
    drawn = scene("a b c = triangle a b c; d = on_circum d a b c; e = midpoint e a b ? cyclic a b c d")
    assert len(drawn.marked_circles) == 1
    assert not drawn.circles
    drawn = scene("a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c")
    at = dict(drawn.points)
    assert {frozenset(s) for s in drawn.marked_segments} == {
        frozenset((at["a"], at["h"])),
        frozenset((at["b"], at["c"])),
    }


def test_names_are_escaped() -> None:
    drawn = scene("a b = segment a b; c' = midpoint c' a b ? cong c' a c' b")
    svg = to_svg(replace(drawn, labels=(("<&>'", 1 + 1j),)))
    assert "&lt;&amp;&gt;&#x27;" in svg
    assert [t.text for t in ElementTree.fromstring(svg).iter(f"{SVG}text")] == ["<&>'"]


def test_points_have_their_names_in_print() -> None:
    drawn = scene("a b = segment a b; m1' = midpoint m1' a b ? cong m1' a m1' b")
    assert [name for name, _ in drawn.labels] == ["A", "B", "M₁′"]


def test_right_angles_of_the_premises_are_marked() -> None:
    drawn = scene("a b c = triangle a b c; d = foot d a b c ? perp a d b c")
    (square,) = [s for s in drawn.strokes if len(s) == 3]
    assert abs(square[0] + square[2] - square[1] - dict(drawn.points)["d"]) < 1e-6


def test_equal_segments_have_equally_many_ticks() -> None:
    drawn = scene("a b c = triangle a b c; d = midpoint d a b; e = midpoint e b c ? para d e a c")
    at = dict(drawn.points)

    def ticks(p: str, q: str) -> int:
        a, b = at[p], at[q]
        middles = [sum(s) / 2 for s in drawn.strokes]
        return sum(abs(m - a) + abs(m - b) < abs(a - b) + 1e-6 for m in middles)

    assert ticks("a", "d") == ticks("d", "b") == 1
    assert ticks("b", "e") == ticks("e", "c") == 2


def test_radii_of_a_circle_have_no_ticks() -> None:
    assert not scene("a b c = triangle a b c; o = circle o a b c ? cong o a o b").strokes


def test_a_png_is_one(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "new" / "figure.png"
    save_png(scene("a b c = triangle a b c; d = on_circum d a b c ? cyclic a b c d"), path)
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(data) > 5000
