"""Sentences of whole proofs, in both languages."""

from __future__ import annotations

import re

import pytest

from solver.proof.context import numbered
from solver.proof.phrases.phrases import Tongue
from solver.proof.phrases.theorem_names import theorem_name
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
