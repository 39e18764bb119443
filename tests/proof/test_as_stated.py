"""Proofs speak of values and circles as the statement does."""

from __future__ import annotations

import pytest

from solver.language.convert import understood
from solver.language.read import parse_statement
from solver.proof.phrases.phrases import Tongue
from solver.proving import prove
from solver.result import Method

SIDES = "triangle ABC; AB = 13; BC = 14; CA = 15; M midpoint of BC; "


def text_of(statement: str, method: Method = Method.AUTO, tongue: Tongue = Tongue.ENGLISH) -> str:
    proof = prove(parse_statement(statement), method=method).proof
    assert proof is not None
    return " ".join(proof.text(tongue).split())


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (SIDES + "prove AM = √148", "Prove that AM = √148."),
        (SIDES + "prove AM = √148", "2. AB = 13, BC = 14 and CA = 15 Proof"),
        (SIDES + "find [ABC]", "BC = ⟨14, 0⟩ and BA = ⟨5, 12⟩, so [ABC] = (14·12 − 0·5)/2 = 84."),
        (
            "triangle ABC; AB = 5; [ABC] = 31; D midpoint of BC; prove [ABD] = [ACD]",
            "Prove that [ABD] = [ACD].",
        ),
        ("Triangle ABC has area 30 and D is the midpoint of BC. Prove that [ABD] = 15.", "2. [ABC] = 30 Proof 3. [ABD] = 15,"),
        ("Square ABCD has side length 4. E is the midpoint of AB. Find DE.", "Prove that DE = 2·√5."),
        ("ABCD is inscribed in a circle. AC and BD meet at P. Prove that AP·PC = BP·PD.", "So AP·PC = BP·PD."),
    ],
)  # fmt: skip
def test_values_are_told_as_given(statement: str, said: str) -> None:
    told = text_of(statement)
    assert said in told
    assert "unit of length" not in told


@pytest.mark.parametrize(
    ("statement", "lines"),
    [
        ("triangle ABC; AB = 5; [ABC] = 31; D midpoint of BC; prove [ABD] = 31/2", ["AB = 5", "[ABC] = 31", "prove [ABD] = 31/2"]),
        (SIDES + "find AM + [ABC]/AB", ["AB = 13", "BC = 14", "CA = 15", "find AM + [ABC]/AB"]),
        ("Triangle ABC has area 30 and D is the midpoint of BC. Find [ABD].", ["[ABC] = 30", "find [ABD]"]),
    ],
)  # fmt: skip
def test_what_is_understood_has_the_values_and_is_read_back(statement: str, lines: list[str]) -> None:
    problem = parse_statement(statement)
    shown = understood(problem)
    assert [line for line in shown.splitlines() if line in lines] == lines
    again = parse_statement(shown)
    assert again.goal == problem.goal
    assert set(again.premises) == set(problem.premises)
    assert again.unit == problem.unit


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "Circles ω_1 and ω_2 meet at A and B. A line through A meets ω_1 at C and ω_2 at D. A line through B meets ω_1 at E "
            "and ω_2 at F. Prove that CE ∥ DF.",
            ["A, B, C, E lie on ω₁", "A, B, D, F lie on ω₂"],
        ),
        (
            "Let Γ be the circumcircle of triangle ABC with orthocenter H. Let D be the reflection of H in BC. Prove that D lies on Γ.",
            ["Prove that D lies on Γ.", "so D lies on Γ.", "So D lies on Γ."],
        ),
        (
            "The circle ω with diameter AB meets AC at D. Prove that BD ⟂ AC.",
            ["D lies on ω, the circle with diameter AB"],
        ),
        (
            "ω is a circle with center O. The lines PA and PB touch ω at A and B. Prove that PA = PB.",
            ["A, B lie on ω, whose center is O", "PA touches ω at A"],
        ),
        (
            "Let ABCD be a quadrilateral inscribed in circle ω. Prove that ∠ABC + ∠CDA = 180°.",
            ["ABCD is inscribed in ω"],
        ),
        ("k circle(A B C); D on k; A C meets B D at P; prove |P A| * |P C| = |P B| * |P D|", ["A, B, C, D lie on k"]),
    ],
)
def test_circles_have_the_names_that_the_statement_gives_them(statement: str, said: list[str]) -> None:
    told = text_of(statement)
    assert [words for words in said if words not in told] == []
    assert "concyclic" not in told


def test_circles_without_a_name_have_none() -> None:
    assert "A, B, C, D are concyclic" in text_of(
        "A, B, C, D are concyclic. AC and BD meet at P. Prove that AP·PC = BP·PD."
    )


def test_names_of_circles_in_chinese() -> None:
    statement = "△ABC的外接圆为Γ，D在Γ上，AD平分∠BAC。求证：DB=DC。"
    assert "A, B, C, D 都在圆 Γ 上" in text_of(statement, tongue=Tongue.CHINESE)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "Let Γ be the circumcircle of triangle ABC. The tangent to Γ at A meets BC at P. Prove that PA^2 = PB·PC.",
            "AP touches Γ at A",
        ),
        (
            "Two circles meet at A and B. The tangent at A to the first circle meets the second circle again at C, and the tangent "
            "at A to the second meets the first again at D. Prove that AB^2 = BC * BD.",
            "AD touches the circle through A, B, C at A",
        ),
    ],
)
def test_a_tangent_is_told_as_such_not_by_the_angle_that_says_so(statement: str, said: str) -> None:
    assert said in text_of(statement)


def test_a_figure_given_by_numbers_is_computed_rather_than_deduced_at_length() -> None:
    told = text_of("triangle ABC; AB = 5; BC = 7; CA = 8; find ∠BAC")
    assert "Take A(0, 0) and B(5, 0) (1); then C(4, 4·√3) (1). Here tan∡BAC = √3." in told


def test_lengths_of_a_chain_begin_with_the_end_that_they_have_in_common() -> None:
    statement = "acute triangle ABC; BE and CF altitudes; M midpoint of BC; prove |ME| = |MF|"
    assert "6. ME = MB (4) = MF (5)." in text_of(statement)


def test_equal_angles_have_a_reason_between_them() -> None:
    statement = "acute triangle A B C; O circumcenter of A B C; D foot of perpendicular from A to B C; prove angle B A D = angle C A O"
    assert "∡BAD = ∡ABC + 90° (2) = ∡OAC (1)" in text_of(statement)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "Let ABC be a triangle, D on BC with AD ⟂ BC. Prove that AB² − AC² = BD² − CD².",
            "2. AB² − AC² = BD² − CD², by Pythagoras, since AD ⟂ BC (1).",
        ),
        ("In triangle ABC angle C is 90°. Prove that AC^2 + BC^2 = AB^2.", "AC² + BC² = AB², by Pythagoras"),
        ("triangle A B C; A B ⟂ A C; prove |A B|^2 + |A C|^2 = |B C|^2", "by Pythagoras, since AB ⟂ AC (1)"),
    ],
)
def test_a_goal_about_squares_is_not_the_right_angle_that_it_comes_to(statement: str, said: str) -> None:
    assert said in text_of(statement)


def test_what_is_given_is_proved_in_a_line() -> None:
    assert "2. AB ⟂ AC, as is given (1)." in text_of("triangle A B C; A B ⟂ A C; prove A B ⟂ A C")


def test_letters_that_goals_use_by_custom_are_explained_and_kept() -> None:
    told = text_of("Let ABC be a triangle. Prove that R ≥ 2r.")
    assert told.startswith(
        "Prove that R ≥ 2·r. Given 1. R = AB·BC·CA/(4·[ABC]) and r = 2·[ABC]/(AB + BC + CA) Proof 2. R ≥ 2·r,"
    )
    assert "(x − y)²/32" in told


def test_long_deductions_in_rigid_figures_give_way_to_coordinates() -> None:
    told = text_of("In square ABCD, E and F are the midpoints of BC and CD. Prove that AE is perpendicular to BF.")
    assert "AE = ⟨2, 1⟩ and BF = ⟨−1, 2⟩ are perpendicular, since 2·(−1) + 1·2 = 0" in told
    assert "by coordinates" not in text_of("square ABCD; E midpoint of AB; prove |EC| = |ED|")
