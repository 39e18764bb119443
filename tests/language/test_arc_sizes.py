"""Arcs in degrees are angles; two that are equal, chords; a hat over three points is an angle unless an arc is spoken of."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from solver.proving import Status, prove
from tests.language.said import all_said


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Let ABC be a triangle. The arc AB of its circumcircle is 40°. Prove that AB = BC.", {"aconst C B C A 20"}),
        ("Let ABC be a triangle with arc AB = 100°. Prove that AB = BC.", {"aconst C B C A 50"}),
        ("Points A, B, C lie on circle O. The minor arc AB measures 80°. Prove that AB = BC.", {"aconst O B O A 80"}),
        ("Points A, B, C lie on circle O. The major arc AB is 280°. Prove that AB = BC.", {"aconst O B O A 80"}),
        ("A, B, C lie on a circle. Arc ABC is 200°. Prove that AB = BC.", {"aconst B C B A 80"}),
        ("In triangle ABC, arc AB is twice arc BC. Prove that AB = BC.", {"angeq C A C B A B A C -2 2 4 -4 0"}),
        ("A, B, C, D lie on a circle in this order, and arcs AB and CD are equal. Prove that AC = BD.", {"cong A B C D"}),
        ("A, B, C, D lie on a circle in this order, arc AB = arc CD. Prove that AC = BD.", {"cong A B C D"}),
        (r"In triangle $ABC$, $\widehat{BAC} = 40^\circ$. Find $\widehat{ABC}$.", {"aconst A C A B 40", "? acompute B C B A"}),
        (r"In triangle $ABC$, $\widehat{A} = 60^\circ$. Prove that $\widehat{ABC}$ and $\widehat{ACB}$ are equal.", {"aconst A C A B 60"}),
        (r"Let $M$ be the midpoint of $\widehat{BAC}$ of the circumcircle of $ABC$. Prove that $MA = MB$.",
         {"cong M B M C", "M and A on the same side of B C"}),
        (r"The bisector of $\widehat{BAC}$ meets $BC$ at $D$. Prove that $DA = DB$.", {"eqangle A B A D A D A C"}),
    ],
)  # fmt: skip
def test_what_is_said_of_arcs(text: str, facts: set[str]) -> None:
    said = all_said(parse_statement(text))
    turned = {" ".join(reversed_words(fact)) for fact in said}
    assert all(fact in said or fact in turned for fact in facts), said


def reversed_words(fact: str) -> list[str]:
    """An angle's value with its lines the other way round, as a size may be written."""
    words = fact.split()
    return [words[0], *words[3:5], *words[1:3], *words[5:]] if words[0] == "aconst" else words


def test_arcs_over_an_inscribed_triangle_give_its_angles() -> None:
    found = prove("Let ABC be a triangle with arc AB = 100° and arc BC = 120°. Find angle B.")
    assert found.is_proved and found.answer is not None and found.answer.text == "70"
    found = prove("The arcs AB, BC, CA of the circumcircle of triangle ABC are in the ratio 2:3:4. Find angle A.")
    assert found.is_proved and found.answer is not None and found.answer.text == "60"
    wrong = prove("Let ABC be a triangle with arc AB = 100° and arc BC = 120°. Prove that BC = 6/5 AB.")
    assert wrong.status is Status.FALSE


def test_the_length_of_an_arc_is_refused() -> None:
    with pytest.raises(ParseError, match="length of an arc"):
        parse_statement("Points A and B lie on a circle. The length of arc AB is 5. Find AB.")
