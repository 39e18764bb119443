"""Sentences of whole proofs, in both languages."""

from __future__ import annotations

import re

import pytest

from solver.errors import PorismError
from solver.proof.context import numbered
from solver.proof.phrases.phrases import Tongue
from solver.proof.phrases.theorem_names import theorem_name
from solver.proof.reasons import _WORDS
from solver.proof.style import Style
from tests.proof.proofs import proof_of

BASE_ANGLES = "triangle A B C; |A B| = |A C|; prove ∠(B C, B A) = ∠(C A, C B)"
SEMICIRCLE = "triangle A B C; O circumcenter of A B C; A O B collinear; prove C A perpendicular to C B"
SIMSON = (
    "triangle A B C; A B C P concyclic; D foot of perpendicular from P to B C; E foot of perpendicular from P to C A; "
    "F foot of perpendicular from P to A B; prove D E F collinear"
)


def sentences(statement: str, tongue: Tongue = Tongue.ENGLISH) -> list[str]:
    return [line.words for line in proof_of(statement).reading_in(tongue).steps]


def test_base_angles_are_called_so() -> None:
    (step,) = sentences(BASE_ANGLES)
    assert step.endswith(", the base angles of the isosceles triangle ABC, since AB = AC (1).")
    (step,) = sentences(BASE_ANGLES, Tongue.CHINESE)
    assert "△ABC 中等边对等角" in step


def test_the_angle_over_a_diameter_is_right() -> None:
    (step,) = sentences(SEMICIRCLE)
    assert re.fullmatch(r".* ⟂ .*, since AB is a diameter \(1, 2\)\.", step)


def test_collinear_points_are_shown_by_a_chain_of_angles() -> None:
    *_, last = sentences(SIMSON)
    assert "collinear, since ∡" in last and "adding up" not in last


@pytest.mark.parametrize("statement", [BASE_ANGLES, SEMICIRCLE, SIMSON])
def test_languages_tell_the_same_lines(statement: str) -> None:
    proof = proof_of(statement)
    english, chinese = (proof.reading_in(tongue) for tongue in Tongue)
    assert [(line.number, line.rests, line.things) for line in english.lines] == [
        (line.number, line.rests, line.things) for line in chinese.lines
    ]
    for line in (*chinese.lines, *(chinese.task, chinese.conclusion, *chinese.conditions)):
        words = line if isinstance(line, str) else line.words
        assert not re.search("[a-z]{2,}", words.replace("sin", "")), words


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("The butterfly theorem", ("the butterfly theorem", True)),
        ("Converse of Menelaus's theorem", ("the converse of Menelaus's theorem", True)),
        ("Thales's theorem: the angle in a semicircle", ("Thales's theorem", True)),
        ("Equal chords are seen under equal angles", ("equal chords are seen under equal angles", False)),
    ],
)
def test_theorems_are_cited_within_a_sentence(title: str, cited: tuple[str, bool]) -> None:
    assert theorem_name(title) == cited


def test_numbers_in_a_row_are_said_by_their_ends() -> None:
    assert numbered([3, 1, 2, 7, 9, 8, 12, 11]) == "1–3, 7–9, 11, 12"


def test_what_is_shown_as_before_is_said_so() -> None:
    first, second, _ = sentences(SIMSON)
    assert first == "C, D, E, P lie on the circle with diameter CP, since BC ⟂ DP (2) and AC ⟂ EP (3)."
    assert second == "Similarly to (5), A, P, E, F are concyclic."
    *_, second, _ = sentences(SIMSON, Tongue.CHINESE)
    assert second == "与 (5) 同理，A, P, E, F 共圆。"


def test_a_line_is_found_by_its_number() -> None:
    proof = proof_of(SIMSON)
    assert str(proof.step(1)) == "A, B, C, P are concyclic"
    assert proof.step(5).rests == (2, 3)
    with pytest.raises(PorismError, match="the proof has no line 9: its lines are 1 to 7"):
        proof.step(9)


def test_the_directed_style_says_each_line_that_is_taken_for_granted() -> None:
    proof = proof_of(SIMSON)
    assert "as A, B, F (4)" not in proof.text()
    assert "are collinear.\n" in proof.text(style="directed").split("7. ")[1]


def test_angles_of_school_are_undirected_where_that_is_settled() -> None:
    proof = proof_of("convex quadrilateral A B C D; A B C D concyclic; prove angle A C B = angle A D B")
    assert "∡" in proof.text()
    school = proof.text(style="school")
    assert "Prove that ∠BCA = ∠BDA.\n" in school and "∡" not in school
    (line,) = proof.reading_in(Tongue.ENGLISH, Style.SCHOOL).steps
    assert line.words.endswith("(1), as C and D lie on the same side of AB.")


def test_a_chain_has_no_words() -> None:
    assert _WORDS.search("∡ABC = ∡DEF, since 2∡ABC = 2∡DEF (3)") and _WORDS.search("由 ∡ABC = ∡DEF 知")
    assert not _WORDS.search("AB·sin∠ABC = CD·sin∠ACB (3, 4) = 90°")
