"""Certificates whose figure is a special one of its statement are refused, though every number in it is right.

Each proves something false: that a triangle given as any triangle is isosceles, that two intersections are one.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from solver.checker import check_certificate
from solver.diagram.pair import draw_pair
from solver.errors import CertificateError
from solver.language.read import parse_statement
from tests.checker.claims import Forgery, stated, turned

_apex = turned(A=2j, B=-1, C=1, P=-0.63j)
_low = turned(A=2j, B=-1, C=1, P=0.41j)
_beyond = turned(A=2j, B=-1, C=1, P=3.3j)


def isosceles(statement: str, at: Mapping[str, complex]) -> Forgery:
    """The law of sines in ABP and ACP gives equal sines at B and C; there the figure chooses."""
    return Forgery(
        statement,
        at,
        {"p1": "eqangle A B A P A P A C", "p2": "cong P B P C"},
        [
            ("s1", "sine_law", "A B P B A P A B P", "", "l: BP - AP - BAP + ABP"),
            ("s2", "sine_law", "A C P C A P A C P", "", "l: CP - AP - CAP + ACP"),
            ("s3", "sine_equal", "B A P C A P", "p1", "l: BAP - CAP"),
            ("s4", "linear", "", "s1 s2 s3 p2", "l: ABP - ACP", "1 -1 1 -1"),
            ("s5", "sine_to_angles", "A B P A C P", "s4", "d≡ AB - BP + AC - CP"),
            ("s6", "similar_aa", "A B P A C P", "p1 s5", "simtrir A B P A C P"),
            ("s7", "meaning", "", "s6", "cong A B A C"),
        ],
        "cong A B A C",
        "s7",
    )


ISOSCELES_ONLY = {
    "apex": ("A B C = triangle A B C; P = angle_bisector P B A C, on_bline P B C ? cong A B A C", _apex),
    "inside": ("A B C = triangle A B C; P = on_bline P B C, angle_bisector P B A C ? cong A B A C", _low),
    "beyond": (
        "A B C = triangle A B C; P = angle_bisector P B A C, on_bline P B C ? cong A B A C",
        _beyond,
    ),
    "words": (
        "triangle A B C; P on bisector of angle B A C; P on perpendicular bisector of B C; prove A B = A C",
        _apex,
    ),
}


@pytest.mark.parametrize("name", ISOSCELES_ONLY)
def test_a_triangle_given_as_any_triangle_may_not_be_isosceles(name: str) -> None:
    statement, at = ISOSCELES_ONLY[name]
    with pytest.raises(CertificateError, match="special one of the statement: points given before others"):
        check_certificate(isosceles(statement, at).as_json())


def one_point(statement: str, at: Mapping[str, complex], goal: str = "overlap X Y", more: str = "") -> Forgery:
    """X and Y are on line AB and on the circle about O through R; so is each of the two intersections."""
    steps = [
        ("s1", "linear", "", "p1 p2", "d: AX - AY", "1 -1", "p1 p2"),
        ("s2", "linear", "", "p3 p4", "l: OX - OY", "1 -1"),
        ("s3", "coincide", "X Y", "s1 s2", "overlap X Y"),
    ]
    premises = {"p1": "coll X A B", "p2": "coll Y A B", "p3": "cong O X O R", "p4": "cong O Y O R"}
    if more:
        steps.append(("s4", "substitute", "X Y", "s3", more))
    return Forgery(statement, at, premises, steps, goal, steps[-1][0])


def crossing(x: int, y: int, **more: complex) -> dict[str, complex]:
    """A line and a circle; X and Y are the first or the second intersection."""
    both = (0.8 + 0.6j, -0.8 + 0.6j)
    return turned(A=-2 + 0.6j, B=1.7 + 0.6j, O=0, R=-0.6 - 0.8j, X=both[x], Y=both[y], **more)


_LINE_AND_CIRCLE = "A B = segment A B; O R = segment O R; X = on_line X A B, on_circle X O R;"
ONE_OF_TWO = {
    "first": (f"{_LINE_AND_CIRCLE} Y = on_line Y A B, on_circle Y O R ? overlap X Y", crossing(0, 0), "", ""),
    "second": (f"{_LINE_AND_CIRCLE} Y = on_circle Y O R, on_line Y A B ? overlap X Y", crossing(1, 1), "", ""),
    "words": (
        "points A, B; circle w with center O; R, X, Y on w; X, Y on line A B; prove X = Y",
        crossing(1, 1),
        "",
        "",
    ),
    "another goal": (
        f"{_LINE_AND_CIRCLE} Y = on_line Y A B, on_circle Y O R ? cong X A Y A",
        crossing(0, 0),
        "cong X A Y A",
        "cong X A Y A",
    ),
}


@pytest.mark.parametrize("name", ONE_OF_TWO)
def test_two_intersections_that_may_be_apart_are_not_one(name: str) -> None:
    statement, at, goal, more = ONE_OF_TWO[name]
    with pytest.raises(CertificateError, match="special one of the statement"):
        check_certificate(one_point(statement, at, goal or "overlap X Y", more).as_json())


@pytest.mark.parametrize("gap", [0.008, 0.05, 1e-4])
def test_the_coordinates_of_a_statement_say_which_intersection_is_meant(gap: float) -> None:
    """The second intersection is so near to the first that the figures are alike."""
    half = gap / 2
    height = (1 - half * half) ** 0.5
    line = {"A": -2 + 1j * height, "B": 1.7 + 1j * height, "O": 0j, "R": -0.6 - 0.8j}
    meant = turned(**line, X=half + 1j * height, Y=-half + 1j * height)
    claimed = turned(**line, X=half + 1j * height, Y=half + 1j * height)
    premises = "coll X A B, coll Y A B, cong O X O R, cong O Y O R"
    with pytest.raises(CertificateError, match="the coordinates in the statement"):
        check_certificate(one_point(stated(meant, premises, "overlap X Y"), claimed).as_json())


def test_the_report_says_what_is_proved_and_of_which_figures() -> None:
    at = turned(A=0, B=2, C=0.6 + 1.5j, M=0.3 + 0.75j, N=1.3 + 0.75j)
    steps = [
        ("s1", "meaning", "", "p1", "d≡ MA - MC"),
        ("s2", "line", "M A C", "s1", "d≡ MA - AC"),
        ("s3", "between", "A M C", "s2", "m: AM + MC - AC"),
        ("s4", "meaning", "", "p2", "cong M A M C"),
    ]
    made = Forgery(
        "triangle A B C; M midpoint of A C; N midpoint of B C; prove A M = M C",
        at,
        {"p1": "coll M A C", "p2": "cong M A M C"},
        steps,
        "cong A M M C",
        "s4",
    ).as_json()
    made["problem"]["name"] = "a\nname\x1b[31m"
    made["steps"][-1]["claim"]["points"] = ["A", "M", "M", "C"]
    report = check_certificate(made)
    assert report.name == "a name [31m"
    assert report.proved == "|A M| = |M C|"
    assert "M midpoint of A C" in "; ".join(report.given) or "M A C collinear" in report.given
    assert report.conditions == ("M lies between A and C",)


_TOUCHING = (
    "D on side B C; E on segment D C; F on segment D A; circle (E F T) tangent to B C at E; circle (E F T) tangent to "
    "A D at F; circle (E F T) internally tangent to circle (A B C) at T"
)
_TWO_TOUCHING = _TOUCHING + (
    "; G on segment D B; K on segment D A; circle (G K U) tangent to B C at G; circle (G K U) tangent to A D at K; "
    "circle (G K U) internally tangent to circle (A B C) at U"
)


@pytest.mark.parametrize(
    "more",
    [
        f"{_TWO_TOUCHING}; P center of circle (E F T)",
        f"I incenter of A B C; {_TWO_TOUCHING}; P center of circle (E F T); Q center of circle (G K U)",
        f"I incenter of A B C; {_TWO_TOUCHING}",
    ],
)
def test_points_that_later_ones_restrict_are_drawn(more: str) -> None:
    """E is on a segment, and then the circle through it touches three lines and circles: no point by itself is there."""
    statement = f"triangle A B C; {more}; M midpoint of A C; prove A M = M C"
    at = turned(**draw_pair(parse_statement(statement), 0, float("inf")).diagrams[0].places())
    steps = [("s1", "meaning", "", "p1", "cong A M M C")]
    made = Forgery(statement, at, {"p1": "cong M A M C"}, steps, "cong A M M C", "s1").as_json()
    assert check_certificate(made).diagrams == 3


@pytest.mark.parametrize(
    "statement",
    [
        f"triangle A B C; P on bisector of angle B A C; P on perpendicular bisector of B C; {_TOUCHING}; prove A B = A C",
        f"triangle A B C; {_TOUCHING}; P on bisector of angle B A C; P on perpendicular bisector of B C; prove A B = A C",
        f"triangle A B C; {_TWO_TOUCHING}; P on bisector of angle B A C; P on perpendicular bisector of B C; prove A B = A C",
    ],
)
def test_nor_where_other_points_are_hard_to_draw(statement: str) -> None:
    """Each drawing that succeeds, be it near the certificate's figure, puts P where its own premises do."""
    drawn = draw_pair(parse_statement(f"triangle A B C; A B = A C; {_TWO_TOUCHING}; prove A B = A C"), 0, float("inf"))
    places = dict(drawn.diagrams[0].places())
    places["P"] = places["A"] + 0.2 * (places["B"] + places["C"] - 2 * places["A"])
    named = parse_statement(statement).points
    with pytest.raises(CertificateError, match="special one of the statement: points given before others"):
        check_certificate(isosceles(statement, turned(**{p: places[p] for p in named})).as_json())


@pytest.mark.parametrize("center", ["orthocenter", "incenter", "circumcenter"])
def test_a_line_through_one_point_with_two_names_says_nothing(center: str) -> None:
    """P is C, so that the line CP is none and Q anywhere on the line to the center; in other figures P is Q."""
    triangle = f"triangle A B C; H {center} of A B C; M midpoint of A C"
    at = dict(draw_pair(parse_statement(f"{triangle}; prove A M = M C"), 0, float("inf")).diagrams[0].places())
    at |= {"P": at["C"], "Q": 0.3 * at["C"] + 0.7 * at["H"]}
    steps = [("s1", "meaning", "", "p1", "cong A M M C")]
    statement = f"{triangle}; P on B C; Q on C P; P, Q, H collinear; prove A M = M C"
    made = Forgery(statement, turned(**at), {"p1": "cong M A M C"}, steps, "cong A M M C", "s1").as_json()
    with pytest.raises(CertificateError, match="special one of the statement: there are others in which no premise"):
        check_certificate(made)


@pytest.mark.parametrize("order", ["A B ∥ C D; |A D| = |B C|", "|A D| = |B C|; A B ∥ C D", "C D ∥ B A; |C B| = |D A|"])
def test_figures_that_begin_far_away_count_as_much_as_those_nearby(order: str) -> None:
    """A trapezoid with A at C: drawings that look where the certificate has its points find it so, others don't."""
    statement = f"{order}; ∠(A B, A D) = ∠(B C, B A); |E A| = |E C|; |E D| = |E C|; prove |C E| = |D E|"
    at = turned(A=0, C=0, B=1.266 - 2.341j, D=-1.266 + 2.341j, E=0.5375 + 1.8035j)
    steps = [("s1", "meaning", "", "p1", "cong C E D E")]
    made = Forgery(statement, at, {"p1": "cong E D E C"}, steps, "cong C E D E", "s1").as_json()
    with pytest.raises(CertificateError, match="special one of the statement"):
        check_certificate(made)
