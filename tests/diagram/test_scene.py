"""Figures: what they show, as SVG and PNG."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from solver.diagram.build import build_diagram
from solver.diagram.picture import Role
from solver.diagram.png import save_png
from solver.diagram.scene import MARGIN, SIZE, Round, Scene, scene_of
from solver.diagram.svg import to_svg
from solver.language.read import parse_statement

SVG = "{http://www.w3.org/2000/svg}"


def scene(text: str) -> Scene:
    problem = parse_statement(text)
    return scene_of(problem, build_diagram(problem), problem.goal)


def places(drawn: Scene) -> dict[str, complex]:
    return {p: z for p, z, _ in drawn.points}


def circles(drawn: Scene, role: Role) -> list[Round]:
    return [c for c, of in drawn.circles if of is role]


def segments(drawn: Scene, role: Role) -> set[frozenset[complex]]:
    return {frozenset(s) for s, of in drawn.segments if of is role}


def on_circle(z: complex, circle: tuple[complex, float]) -> bool:
    return abs(abs(z - circle[0]) - circle[1]) < 1e-3 * circle[1]


def test_an_svg_is_well_formed_and_names_all_points() -> None:
    document = ElementTree.fromstring(to_svg(scene("a b c' = triangle a b c'; _d = midpoint _d a b ? cong _d a _d b")))
    assert document.tag == f"{SVG}svg"
    assert sorted(str(t.text) for t in document.iter(f"{SVG}text")) == ["_d", "a", "b", "c'"]


def test_all_points_are_within_the_margins() -> None:
    drawn = scene("a b c = triangle a b c; o = circumcenter o a b c; h = orthocenter h a b c ? cong o a o b")
    low = MARGIN - 1e-6
    assert max(drawn.width, drawn.height) == pytest.approx(SIZE)
    assert all(
        low <= z.real <= drawn.width - low and low <= z.imag <= drawn.height - low for z in places(drawn).values()
    )


def test_a_circle_of_the_premises_goes_through_its_points() -> None:
    for clause in ("d = on_circum d a b c", "o = circle o a b c", "d = on_dia d a b; e = on_circum e a b d"):
        drawn = scene(f"a b c = triangle a b c; {clause} ? cong a b b a")
        (circle,) = circles(drawn, Role.GIVEN)
        assert sum(on_circle(z, circle) for z in places(drawn).values()) >= 3


def test_three_equal_radii_are_a_circle_and_no_segments() -> None:
    drawn = scene("a b c = triangle a b c; o = circle o a b c ? cong a b b a")
    center = places(drawn)["o"]
    assert len(circles(drawn, Role.GIVEN)) == 1
    assert not any(center in segment for segment, _ in drawn.segments)


def test_a_triangle_has_its_sides() -> None:
    drawn = scene("a b c = triangle a b c; o = circle o a b c ? cong a b b a")
    at = places(drawn)
    sides = segments(drawn, Role.GIVEN) | segments(drawn, Role.GOAL)
    assert {frozenset((at["b"], at["c"])), frozenset((at["c"], at["a"]))} <= sides


def test_what_the_goal_is_about_is_marked() -> None:
    drawn = scene("a b c = triangle a b c; d = on_circum d a b c; e = midpoint e a b ? cyclic a b c d")
    assert len(circles(drawn, Role.GOAL)) == 1
    assert not circles(drawn, Role.GIVEN)
    drawn = scene("a b c = triangle a b c; h = orthocenter h a b c ? perp a h b c")
    at = places(drawn)
    assert segments(drawn, Role.GOAL) == {
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
    (square,) = [s for s, _ in drawn.marks if len(s) == 3]
    assert abs(square[0] + square[2] - square[1] - places(drawn)["d"]) < 1e-6


def test_equal_segments_have_equally_many_ticks() -> None:
    drawn = scene("a b c = triangle a b c; d = midpoint d a b; e = midpoint e b c ? para d e a c")
    at = places(drawn)

    def ticks(p: str, q: str) -> int:
        a, b = at[p], at[q]
        middles = [sum(s) / 2 for s, _ in drawn.marks]
        return sum(abs(m - a) + abs(m - b) < abs(a - b) + 1e-6 for m in middles)

    assert ticks("a", "d") == ticks("d", "b") == 1
    assert ticks("b", "e") == ticks("e", "c") == 2


def test_radii_of_a_circle_have_no_ticks() -> None:
    assert not scene("a b c = triangle a b c; o = circle o a b c ? cong o a o b").marks


def test_a_png_is_one(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "new" / "figure.png"
    save_png(scene("a b c = triangle a b c; d = on_circum d a b c ? cyclic a b c d"), path)
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(data) > 5000
