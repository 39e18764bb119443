"""What is said of lengths, angles and areas of figures whose parts have no names, or are called by what they are."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.prose.read import build_problem

ABC = "Let ABC be a triangle with AB = 3, BC = 4, CA = 5. "


def read(text: str) -> Problem:
    return build_problem(text, "text")


def said(text: str) -> set[str]:
    problem = read(text)
    return {str(s) for s in (*problem.premises, *problem.conditions)}


@pytest.mark.parametrize(
    ("text", "asked", "premises"),
    [
        ("In a right triangle with legs $6$ and $8$, find the hypotenuse.", "6·AB/BC", {"rconst C A B C 4/3"}),
        ("In an isosceles triangle with base 10 and legs 13, find the area.", "100·[ABC]/BC^2", {"rconst A B B C 13/10"}),
        ("Two sides of a triangle are 5 and 8 and the angle between them is 60°. Find the third side.", "5·AB/BC", set()),
        ("Triangle PQR has sides 13, 14 and 15. Find the length of the altitude to the side of length 14.", "13·QX/QR", set()),
        ("An isosceles trapezoid PQRS has bases PQ = 4 and RS = 10 and height 7. Find its area.", "16·[PQRS]/PQ^2", {"para P Q R S"}),
        ("How many degrees are in angle C of a regular pentagon ABCDE?", "", {"cong A B B C"}),
    ],
)  # fmt: skip
def test_parts_without_names_have_lengths(text: str, asked: str, premises: set[str]) -> None:
    problem = read(text)
    if asked and "X" not in asked:
        assert str(problem.goal) == f"find {asked}"
    assert premises <= said(text)


def test_what_a_goal_says_in_passing_is_given() -> None:
    problem = read(
        "The sides of a triangle are 13, 14 and 15. Find the length of the altitude to the side of length 14."
    )
    assert not problem.others  # it is one altitude
    with pytest.raises(ParseError, match="which side"):
        read("The sides of a triangle are 13, 14 and 15. Find the length of the altitude to the side of length 16.")


@pytest.mark.parametrize("verb", ["constructed", "drawn", "placed"])
def test_a_triangle_that_is_drawn_inside_a_square_is_inside(verb: str) -> None:
    text = f"Let ABCD be a square. Equilateral triangle ABE is {verb} inside the square. Find angle CED."
    assert "E inside A B C D" in said(text)


def test_an_isosceles_trapezoid_has_the_bases_that_are_named() -> None:
    for text in (
        "Let ABCD be an isosceles trapezoid with bases AD and BC. Find AB/CD.",
        "Let ABCD be an isosceles trapezoid with AD ∥ BC. Find AB/CD.",
        "Let ABCD be an isosceles trapezoid with bases AD = 10 and BC = 4. Find AB/CD.",
    ):
        premises = said(text)
        assert "cong B A C D" in premises
        assert not any(s.startswith("para A B") for s in premises)


@pytest.mark.parametrize("base", ["AC", "AB", "BC"])
def test_the_base_of_an_isosceles_triangle_says_which_sides_are_equal(base: str) -> None:
    (apex,) = set("ABC") - set(base)
    text = f"Let ABC be an isosceles triangle with base {base} = 10 and perimeter 36. Find the area of ABC."
    assert f"cong {apex} {base[0]} {apex} {base[1]}" in said(text)


def test_side_lengths_are_all_three_and_a_side_length_is_one_that_all_have() -> None:
    text = "Let a, b, c be the side lengths of triangle ABC. If a^2 + b^2 = 3c^2, find cot C/(cot A + cot B)."
    assert "sqdistseq B C C A A B 1 1 -3" in said(text)
    with pytest.raises(ParseError, match="which side"):
        read("Triangle ABC has side length 5. Find the area of ABC.")


def test_all_circles_are_those_that_were_spoken_of() -> None:
    text = (
        "Three circles with centers A, B, C and radius 1 are pairwise externally tangent. "
        "Circle ω is externally tangent to all three circles. Find the radius of ω."
    )
    assert len([p for p in read(text).points if p.startswith("O")]) == 1


def test_a_radius_goes_to_a_point_that_is_named() -> None:
    text = "Let triangle ABC be inscribed in a circle (O) of radius R. If ∠ABC = 45° and ∠ACB = 60°, find [ABC] in terms of R."
    assert set(read(text).points) == {"A", "B", "C", "O"}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (r"\cos\frac{A}{2}", "√(1/2 + cos ∠CAB/2)"),
        (r"\cos \frac A2", "√(1/2 + cos ∠CAB/2)"),
        (r"\tan\left(\frac{A}{2}\right)", "sin ∠CAB/(1 + cos ∠CAB)"),
        (r"\sin 2A", "2·cos ∠CAB·sin ∠CAB"),
        (r"\frac{\sin A}{2}", "sin ∠CAB/2"),
        (r"\sin A/\sin B", "sin ∠CAB/sin ∠ABC"),
    ],
)
def test_functions_are_of_the_whole_of_what_follows(asked: str, meant: str) -> None:
    assert str(read(f"{ABC}Find ${asked}$.").goal) == f"find {meant}"


def test_a_function_without_brackets_of_a_quotient_is_refused() -> None:
    with pytest.raises(ParseError):
        read(f"{ABC}Find $\\tan A/2$.")
    with pytest.raises(ParseError):
        read("在△ABC中，AB=3，BC=4，CA=5，求tan A/2的值。")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What fraction of the area of ABC is the area of BCD, if D is the midpoint of AC?", "[BCD]/[ABC]"),
        ("By how much does AC exceed AB?", "3·(AC − AB)/AB"),
        ("How much longer is AC than AB?", "3·(AC − AB)/AB"),
        ("Determine, with proof, the value of AC - AB.", "3·(AC − AB)/AB"),
        (
            r"Given that the circumradius is $\frac{m}{n}$ where m and n are coprime positive integers, compute $100m+n$.",
            None,
        ),
        (r"The circumradius equals $\frac{m}{n}$, where $\gcd(m,n)=1$. Compute $m+n$.", None),
        ("The length of AC is a positive integer n. Find n.", "3·AC/AB"),
    ],
)
def test_forms_of_questions(text: str, asked: str | None) -> None:
    goal = str(read(ABC + text).goal)
    assert asked is None or goal == f"find {asked}"


def test_respective_circles_are_those_around_the_centers() -> None:
    text = (
        "Let O, I be the circumcenter and the incenter of triangle ABC; R, r be the radii of respective circles. "
        "Find OI^2 in terms of R and r."
    )
    (asking,) = read(text).asking.values()
    assert [name for name, _ in asking.names] == ["R", "r"]
    assert len(read(text).points) == 6


def test_what_follows_and_may_be_the_next_subject() -> None:
    text = (
        "In triangle XYZ, P is the foot of the altitude from X, and Q, R are the feet of the perpendiculars from P to XY and XZ. "
        "Prove that QX·XY = RX·XZ."
    )
    assert {"perp Q P X Y", "perp R P X Z"} <= said(text)


def test_lists_of_points_are_on_lists_of_sides() -> None:
    text = "Let AD, BE, CF be the angle bisectors of triangle ABC, with D, E, F on sides BC, CA, AB. Find EF/BC."
    assert {"D between B and C", "E between C and A", "F between A and B"} <= said(text)


def test_points_that_are_placed_one_by_one_are_where_each_is_said_to_be() -> None:
    text = "Let ABC be a triangle with D on AB and E on AC such that DE ∥ BC. Prove that AD·AC = AE·AB."
    assert {"coll D A B", "coll E A C", "para D E B C"} == {s for s in said(text) if not s.startswith("triangle")}


def test_an_equiangular_hexagon_has_equal_angles() -> None:
    text = "In equiangular hexagon ABCDEF, AB = 6, BC = 8, CD = 5 and DE = 10. Find EF."
    assert sum(s.startswith("aconst") for s in said(text)) == 5


def test_angles_measure_degrees_in_order() -> None:
    text = "In triangle ABC, angles A and B measure 60 degrees and 45 degrees, respectively. Find BC/CA."
    assert {"aconst A B A C 60", "aconst B C B A 45"} <= said(text)


def test_a_letter_a_that_nothing_follows_is_a_name() -> None:
    problem = read("Let ABCD be a rectangle with AB = a and BC = b. Find AC in terms of a and b.")
    (asking,) = problem.asking.values()
    assert [name for name, _ in asking.names] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On the segment YZ let P and Q be such that ZP = ZX and YQ = YX.", {"cong Z P Z X", "P between Y and Z"}),
        ("Let P and Q be the trisection points of YZ.", {"cong Y P P Q", "P between Y and Q"}),
        (
            "From the midpoint P of YZ perpendiculars are drawn to XY and XZ, with feet Q and R respectively.",
            {"perp Q P X Y", "perp R P X Z"},
        ),
    ],
)
def test_points_as_contests_place_them(text: str, wanted: set[str]) -> None:
    assert wanted <= said(f"Let $XYZ$ be an acute triangle. {text} Find the ratio $XP:XQ$.")


def test_unit_figures_have_length_one() -> None:
    assert str(read("Let ABCD be a unit square. Find the length of AC.").goal) == "find AC/AB"
    assert str(read("Let ABC be an equilateral triangle inscribed in the unit circle. Find AB.").goal) == "find AB/OA"


def test_a_rhombus_has_its_sides_and_one_diagonal() -> None:
    problem = read("A rhombus has sides of length 10 and a diagonal of length 12. Find the area of the rhombus.")
    assert str(problem.goal).startswith("find 100·[")


def test_sides_opposite_to_vertices_are_in_their_order() -> None:
    text = "Let a, b, c be the side lengths of triangle ABC opposite to B, C, A. If a = 2b, find a/c."
    assert "rconst A C B A 2" in said(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The altitude AD divides BC into segments of lengths BD = 9 and DC = 16.", "rconst D C B D 16/9"),
        ("Point D divides BC into segments BD = 9 and DC = 16.", "D between B and C"),
        ("D is on BC, and AD is half as long as BC.", "rconst A D B C 1/2"),
        ("D is a point such that AD is three times as long as BC.", "rconst A D B C 3"),
        (
            "D is the midpoint of BC. The circumcircles of ABD and ACD have radii $R_1$ and $R_2$, and $R_1 = AB$.",
            "cong O A A B",
        ),
    ],
)
def test_lengths_are_compared_in_words(text: str, wanted: str) -> None:
    assert wanted in said(f"Let $ABC$ be an acute triangle. {text} Find the ratio $AD:BC$.")
