"""Every phrase of the plain language: its example is read, has a figure, and means there what its words say."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from solver.diagram.build import build_diagram
from solver.language.orientation import oriented
from solver.language.plain_phrase import Phrase
from solver.language.plain_reference import with_phrases
from solver.language.plain_words import PHRASES
from solver.language.read import parse_statement
from solver.plane import geometry as g
from tests.language.paths import ROOT

Z = complex


def _at(text: str) -> Callable[[str], list[complex]]:
    """Places of points by their names."""
    places = build_diagram(parse_statement(f"{text}\nwhat can be said?")).places()
    return lambda names: [places[name] for name in names.split()]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.pattern)
def test_the_example_of_a_phrase_has_a_figure_in_which_all_that_is_said_holds(phrase: Phrase) -> None:
    problem = parse_statement(f"{phrase.example}\nwhat can be said?")
    at = build_diagram(problem).places()
    assert set(problem.points) == set(at)
    assert all(condition.holds(at) for condition in problem.conditions)
    turned = oriented(problem, at)
    assert not turned.senses and not turned.goal_senses


def test_the_reference_page_has_the_phrases_of_the_table() -> None:
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    assert page == with_phrases(page)


# What the words mean, by geometry of its own.


def test_a_midpoint_is_in_the_middle() -> None:
    m, a, b = _at("M midpoint of A B")("M A B")
    assert m == pytest.approx((a + b) / 2)


def test_lists_go_in_order() -> None:
    at = _at("triangle A B C; D, E, F midpoints of B C, C A, A B")
    a, b, c = at("A B C")
    assert at("D E F") == pytest.approx([(b + c) / 2, (c + a) / 2, (a + b) / 2])


@pytest.mark.parametrize(
    ("words", "center"),
    [
        ("circumcenter", g.circumcenter),
        ("orthocenter", g.orthocenter),
        ("incenter", g.incenter),
        ("centroid", lambda a, b, c: (a + b + c) / 3),
        ("nine-point center", lambda a, b, c: g.circumcenter((a + b) / 2, (b + c) / 2, (c + a) / 2)),
    ],
)
@pytest.mark.parametrize("of", ["of A B C", "of triangle A B C", ""])
def test_centers_of_a_triangle(words: str, center: Callable[[Z, Z, Z], Z], of: str) -> None:
    at = _at(f"triangle A B C; X {words} {of}")
    assert at("X")[0] == pytest.approx(center(*at("A B C")), abs=1e-7)


@pytest.mark.parametrize("words", ["excenter of A B C opposite B", "B-excenter of A B C", "B-excentre"])
def test_an_excenter_is_opposite_the_corner_that_is_named(words: str) -> None:
    at = _at(f"triangle A B C; J {words}")
    a, b, c = at("A B C")
    assert at("J")[0] == pytest.approx(g.excenter(b, c, a), abs=1e-7)


def test_a_foot_and_a_reflection() -> None:
    at = _at("triangle A B C; D foot from A to B C; K reflection of A in B C; L reflection of A in B")
    a, b, c = at("A B C")
    assert at("D K L") == pytest.approx([g.foot(a, b, c), g.reflect(a, b, c), 2 * b - a], abs=1e-7)


@pytest.mark.parametrize(
    "words",
    [
        "P A tangent to circle (A B C)",
        "P A tangent to circle (A B C) at A",
        "P on tangent at A to circle (A B C)",
        "circle (A B C) touches P A at A",
        "O center of circle (A B C); P A tangent to circle (A B C) at A",
        "circle w with center O; A, B, C on w; P A tangent to w",
        "circle w with diameter B C; A on w; P A tangent to w",
    ],
)
def test_a_tangent_is_perpendicular_to_the_radius(words: str) -> None:
    p, a, b, c = _at(f"triangle A B C; {words}")("P A B C")
    o = g.circumcenter(a, b, c)
    assert g.dot(p - a, o - a) == pytest.approx(0, abs=1e-7)


def test_the_tangent_at_the_end_of_a_diameter() -> None:
    p, b, c = _at("circle w with diameter B C; P B tangent to w")("P B C")
    assert g.dot(p - b, c - b) == pytest.approx(0, abs=1e-7)


@pytest.mark.parametrize(("word", "outer"), [("externally", True), ("internally", False)])
def test_circles_touch_from_outside_or_from_inside(word: str, outer: bool) -> None:
    at = _at(f"circle v with center U; circle w with center W; A on v; B on w; v {word} tangent to w at T")
    u, w, t = at("U W T")
    assert abs(u - w) == pytest.approx(abs(u - t) + abs(w - t) if outer else abs(abs(u - t) - abs(w - t)), abs=1e-7)


@pytest.mark.parametrize(("word", "sign"), [("not containing", -1), ("containing", 1)])
def test_the_middle_of_an_arc(word: str, sign: int) -> None:
    m, a, b, c = _at(f"triangle A B C; M midpoint of arc B C {word} A")("M A B C")
    assert abs(m - b) == pytest.approx(abs(m - c), abs=1e-7)
    assert abs(m - g.circumcenter(a, b, c)) == pytest.approx(abs(a - g.circumcenter(a, b, c)), abs=1e-7)
    assert g.cross(c - b, m - b) * g.cross(c - b, a - b) * sign > 0


def test_the_incircle_touches_the_sides() -> None:
    at = _at("triangle A B C; incircle of A B C touches B C, C A, A B at D, E, F")
    a, b, c = at("A B C")
    i = g.incenter(a, b, c)
    assert at("D E F") == pytest.approx([g.foot(i, b, c), g.foot(i, c, a), g.foot(i, a, b)], abs=1e-7)


def test_an_excircle_touches_the_lines() -> None:
    at = _at("triangle A B C; A-excircle touches B C, C A at D, E")
    a, b, c = at("A B C")
    j = g.excenter(a, b, c)
    assert at("D E") == pytest.approx([g.foot(j, b, c), g.foot(j, c, a)], abs=1e-7)


def test_a_second_intersection_is_not_the_first_one() -> None:
    d, a, b, c, h = _at("triangle A B C; H orthocenter; A H meets circle (A B C) again at D")("D A B C H")
    assert d == pytest.approx(g.reflect(h, b, c), abs=1e-7)
    assert abs(d - a) > 0.01


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("D on segment A B", lambda t: 0 < t < 1),
        ("D on side A B", lambda t: 0 < t < 1),
        ("D between A and B", lambda t: 0 < t < 1),
        ("D on ray A B", lambda t: t > 0),
        ("D on extension of A B", lambda t: t > 1),
        ("D on extension of A B beyond B", lambda t: t > 1),
        ("D on extension of A B beyond A", lambda t: t < 0),
    ],
)
def test_parts_of_a_line(words: str, holds: Callable[[float], bool]) -> None:
    d, a, b = _at(f"points A, B; {words}")("D A B")
    along = (d - a) / (b - a)
    assert along.imag == pytest.approx(0, abs=1e-7)
    assert holds(along.real)


@pytest.mark.parametrize(("word", "inner"), [("bisector", True), ("external bisector", False)])
def test_bisectors_of_an_angle(word: str, inner: bool) -> None:
    p, a, b, c = _at(f"triangle A B C; P on {word} of angle A B C")("P A B C")
    along = g.unit(a - b) + g.unit(c - b) * (1 if inner else -1)
    assert g.cross(g.unit(p - b), g.unit(along)) == pytest.approx(0, abs=1e-7)


def test_an_angle_has_a_size_whichever_way_it_turns() -> None:
    at = _at("∠ A B C = 50°; ∠ D E F = ∠ A B C; ∠ P Q R + ∠ A B C = 180°")
    for names, degrees in (("A B C", 50), ("D E F", 50), ("P Q R", 130)):
        a, v, b = at(names)
        cosine = g.dot(g.unit(a - v), g.unit(b - v))
        assert math.degrees(math.acos(cosine)) == pytest.approx(degrees, abs=1e-5)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("|A B| = 2/3 |C D|", lambda a, b, c, d: abs(a - b) - abs(c - d) * 2 / 3),
        ("3 AB = 2 CD", lambda a, b, c, d: abs(a - b) - abs(c - d) * 2 / 3),
        ("AB / CD = 2 : 3", lambda a, b, c, d: abs(a - b) - abs(c - d) * 2 / 3),
        ("AB^2 = 4 CD^2", lambda a, b, c, d: abs(a - b) - abs(c - d) * 2),
        ("AB + BC = 2 CD", lambda a, b, c, d: abs(a - b) + abs(b - c) - 2 * abs(c - d)),
        ("AB * CD = BC * AD", lambda a, b, c, d: abs(a - b) * abs(c - d) - abs(b - c) * abs(a - d)),
        ("AB^2 = BC * CD", lambda a, b, c, d: abs(a - b) ** 2 - abs(b - c) * abs(c - d)),
        ("AB^2 + BC^2 = AC^2", lambda a, b, c, d: g.dot(a - b, c - b)),
        ("AC^2 - AD^2 = BC^2 - BD^2", lambda a, b, c, d: g.dot(a - b, c - d)),
    ],
)
def test_equations_of_lengths(words: str, error: Callable[[Z, Z, Z, Z], float]) -> None:
    assert error(*_at(f"points A, B, C, D; {words}")("A B C D")) == pytest.approx(0, abs=1e-7)


def test_points_may_be_written_in_several_ways() -> None:
    problem = parse_statement(
        "triangle AB1C; D midpoint of A B_1; E midpoint of CB₁; D′ midpoint of D E; prove AD = AE"
    )
    assert problem.points == ("A", "B_1", "C", "D", "E", "D'")


def test_names_of_circles_and_lines_may_come_before_what_they_mean() -> None:
    problem = parse_statement("D on w and D on l; w circle (A B C); l = line A E; points E; prove |A D| = |A E|")
    assert [str(s) for s in problem.premises] == ["cyclic A B C D", "coll D A E"]


def test_signs_are_read_as_words() -> None:
    signs = parse_statement("△ABC; D ∈ BC; AD ⟂ BC; E = AC ∩ BD; prove ∠ABC = ∠ACB")
    words = parse_statement(
        "triangle ABC; D on BC; AD perpendicular to BC; E intersection of AC and BD; prove angle ABC = angle ACB"
    )
    assert (signs.premises, signs.goal) == (words.premises, words.goal)
