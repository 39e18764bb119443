"""Kinds of phrases, by what they mean: what a reader would miss if a word of them were lost."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.said import all_said, assert_says

#: A text, and some of what it says.
SAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a point not on a line isn't on it": (
        "Let P be a point on the circumcircle of triangle ABC not lying on line BC. Prove that PB = PC.",
        ("triangle P B C",),
    ),
    "a point that isn't inside is outside": (
        "In triangle ABC the point P does not lie inside ABC. Prove that PB = PC.",
        ("P outside A B C",),
    ),
    "a point of a line differs from another, not the line": (
        "Let X be the point on line BC different from C such that AX = AC. Prove that AX = AB.",
        ("X != C", "coll X B C"),
    ),
    "tangents at two points touch their own circles": (
        "Circles ω_1 and ω_2 with centers O and P touch externally at T. A line through T meets ω_1 again at A and "
        "ω_2 again at B. Prove that the tangents at A and B are parallel.",
        ("? para O A P B",),
    ),
    "only a circle meets a line twice": (
        "In triangle ABC the bisector of angle A meets the circumcircle at L and the perpendicular bisector of BC meets "
        "it at L and N. Prove that AN is perpendicular to AL.",
        ("cyclic A B C N",),
    ),
    "bases of a trapezoid are parallel": (
        "Let ABCD be a trapezoid with bases AD and BC. Prove that AB = CD.",
        ("para D A B C",),
    ),
    "points of a semicircle are on one side": (
        "Points C and D lie on a semicircle with diameter AB. Prove that AC = BD.",
        ("D and C on the same side of A B",),
    ),
    "a line parallel to it is parallel to another one": (
        "Points A, B, C lie on a line, and points D, E, F lie on another line not parallel to it. Prove that AB = DE.",
        ("X X_1 not parallel to A B",),
    ),
    "these lines are those of the equation": (
        "Triangles ABD and ACE are equilateral. Show that BE = CD and find the angle between these two lines.",
        ("? acompute C D B E",),
    ),
    "the interior of a segment": (
        "In triangle ABC the line ℓ meets the interior of segments BC and CA at P and Q. Prove that PQ = AB.",
        ("P between B and C", "Q between C and A"),
    ),
    "a circle has its own two points": (
        "Two circles passing through A and C, and B and C, respectively, meet again at D. Prove that AD = BD.",
        ("D != C",),
    ),
    "each passes through the center of the other": (
        "Two circles with centers O and P intersect at A and B so that each passes through the center of the other. "
        "Prove that AO = AP.",
        ("cong O P O A", "cong P O P A"),
    ),
    "closer than another point is": (
        "Two circles intersect at M and N. Let ℓ be their common tangent so that M is closer to ℓ than N is. "
        "Let ℓ touch the circles at A and B. Prove that AM = BM.",
        ("M inside A B N",),
    ),
    "the point nearer to A is compared with the other one": (
        "Let BC be a diameter of a circle ω and A a point outside ω. The line AB meets ω again at Y, and a line through A meets "
        "ω at P, the point nearer to A. Prove that PY = BC.",
        ("|P_1 A| > |P A|",),
    ),
    "a secant meets the circle in its last two points": (
        "From a point P outside a circle with center O, a tangent PA and a secant PCD are drawn. Prove that PA^2 = PC * PD.",
        ("cong O C O A", "cong O D O A", "C between P and D"),
    ),
    "on opposite sides of a point": (
        "A line ℓ touches a circle at A. Let B and C be points on ℓ on opposite sides of A. Prove that AB = AC.",
        ("A between B and C",),
    ),
    "legs, and lines parallel to the bases": (
        "In a trapezoid ABCD with AB ∥ CD a line parallel to the bases meets the legs at X and Y. Prove that AX = BY.",
        ("X between B and C", "Y between D and A"),
    ),
    "which angle it is that a triangle has": (
        "Triangle ABC has ∠C = 90°. Point D is on AB. The incenter of triangle ADC is I. Prove that IA = ID.",
        ("perp C B C A",),
    ),
    "trisected in order": (
        "In triangle ABC points D and E divide BC into three equal parts. Prove that AD = AE.",
        ("D between B and E", "cong B D D E"),
    ),
    "angles in a ratio": (
        "In triangle ABC, ∠A : ∠B : ∠C = 1 : 2 : 3. Prove that AB = 2BC.",
        ("angeq A C A B B A B C -2 2 1 -1 0",),
    ),
    "a common point on a segment": (
        "Let M, N be points on the sides AB, AC of triangle ABC, and let R be a point inside ABC. Prove that the circumcircles "
        "of BMR and CNR have a common point lying on the segment BC.",
        ("? X between B and C",),
    ),
    "the other common tangent": (
        "Circles ω_1 and ω_2 with centers O and P touch line AB at A and B. The common external tangent other than AB meets OP "
        "at S. Prove that SA = SB.",
        ("O and P on the same side of T T_1",),
    ),
    "perpendiculars that are drawn have feet": (
        "In triangle ABC let L be a point on BC. From L perpendiculars are drawn to AB and AC, the feet of these "
        "perpendiculars being K and M. Prove that LK = LM.",
        ("perp K L A B", "perp M L A C"),
    ),
    "what has no “is” between two lines": (
        "Let ABC be a triangle with AB = AC. Let M be the midpoint of BC. Prove AM perpendicular BC.",
        ("? perp A M B C",),
    ),
    "one diagonal isn't both": (
        "The perimeter of a rhombus is 52 and one diagonal is 10. What is the area of the rhombus?",
        ("distseq A B B C C D D A A C 1 1 1 1 -26/5",),
    ),
    "provided that something is given": (
        "Let ABCD be a convex quadrilateral with AB = CD. Prove that ABCD is a parallelogram provided that ∠A > 90°.",
        ("angle D A B > 90",),
    ),
    "triangles without names": (
        "The hypotenuse of a right triangle has length 29. A circle with radius 6 is inscribed in the triangle. Find the area "
        "of the triangle.",
        ("perp C A_1 C B",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_a_phrase_says_what_it_says(kind: str) -> None:
    assert_says(*SAYS[kind])


def test_one_diagonal_is_not_both() -> None:
    text = "The perimeter of a rhombus is 52 and one diagonal is 10. What is the area of the rhombus?"
    assert not {"cong B D A C", "cong A C B D"} & all_said(parse_statement(text))


def test_an_altitude_without_a_vertex_is_refused() -> None:
    with pytest.raises(ParseError, match="from which vertex"):
        parse_statement("In triangle ABC the altitude meets BC at D. Prove that AD ⟂ BC.")


def test_what_can_only_be_misread_is_refused() -> None:
    with pytest.raises(ParseError, match="larger or the smaller"):
        parse_statement("A chord AB of the larger circle touches the smaller one at P. Prove that AP = BP.")


@pytest.mark.parametrize("text", [
    r"Let $\vec{AB} = \vec{DC}$. Prove that AB ∥ CD.",
    r"In $\square ABCD$ let E be the midpoint of BC. Prove that AE = DE.",
    "In triangle ABC, AB → AC. Prove that BC = AB.",
])  # fmt: skip
def test_a_sign_that_nobody_reads_is_not_left_out(text: str) -> None:
    with pytest.raises(ParseError, match="can't be read"):
        parse_statement(text)


def test_signs_of_other_papers_are_read() -> None:
    said = all_said(parse_statement("In ▱ABCD let M be the midpoint of AB with AM = ½CD. Prove that △AMD ≌ △BMC."))
    assert {"para A B C D", "rconst A M C D 1/2", "? contri A M D B M C"} <= said
    assert "para A B C D" in all_said(parse_statement("在□ABCD中，E是BC的中点。求证：AE=DE。"))
