"""Exercises as English schoolbooks and teachers print them, each kind in several statements, by what these say."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.prose.classroom import without_instructions
from solver.language.read import parse_statement
from tests.language.said import assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark, what it mustn't say with an exclamation mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "exterior angles": (
        ("In triangle ABC the exterior angle at C is 110° and ∠A = 45°. Find ∠B.", ("aconst C A C B 70",)),
        ("∠ACD is an exterior angle of triangle ABC. Prove that ∠ACD = ∠A + ∠B.", ("coll D B C", "C between B and D")),
        ("The bisector of the exterior angle ACD of triangle ABC meets the bisector of angle ABC at E. Prove that EA = EB.",
         ("coll D B C", "eqangle C A C E C E C D")),
        ("The bisector of the exterior angle at A of triangle ABC meets BC at D. Prove that DB = DA.", ("coll D B C",)),
        ("如图，∠ACD是△ABC的外角，∠A=60°，∠B=40°，求∠ACD的度数。", ("coll D B C", "C between B and D")),
        ("在△ABC中，AB=AC，∠A的外角等于100°，求∠B的度数。", ("cong A B A C",)),
    ),
    "lines that are cut by another one": (
        ("A transversal EF cuts two parallel lines AB and CD at G and H. Prove that ∠EGB = ∠GHD.",
         ("para A B C D", "coll G E F", "coll G A B", "coll H C D")),
        ("Two parallel lines AB and CD are cut by a transversal EF at G and H. Prove that ∠EGB = ∠GHD.", ("para A B C D", "coll H E F")),
        ("EF meets the perpendicular lines AB and CD at G and H. Prove that GH = AB.", ("perp A B C D", "coll G A B", "coll H C D")),
        ("AB is parallel to CD, and EF is a transversal meeting AB at G and CD at H. Prove that GH = AB.", ("coll G A B", "coll E G H")),
    ),
    "perpendiculars and altitudes on something": (
        ("In parallelogram ABCD, AP and CQ are perpendiculars from vertices A and C on diagonal BD. Prove that AP = CQ.",
         ("perp P A B D", "coll P B D", "coll Q B D", "! coll A B D")),
        ("PM and PN are the perpendiculars from the point P on AB and AC. Prove that PM = PN.", ("coll M A B", "coll N A C", "! coll P A B")),
        ("D is the foot of the perpendicular from vertex A on side BC of triangle ABC. Prove that DB = DC.", ("coll D B C", "perp D A B C")),
        ("Let D be the foot of the perpendicular from a point P on BC to AB. Prove that DA = DB.", ("coll P B C", "coll D A B")),
        ("In triangle ABC the altitude CD is drawn to side AB. Prove that DA = DB.", ("coll D A B", "perp D C A B")),
    ),
    "sides that are produced": (
        ("E is a point on the side AD produced of a parallelogram ABCD and BE meets CD at F. Show that △ABE ~ △CFB.",
         ("D between A and E", "coll F B E")),
        ("ABC is a triangle. E is on side BC produced. Prove that AE = AB.", ("C between B and E",)),
        ("D lies on side BC extended beyond C in triangle ABC. Prove that DA = DB.", ("C between B and D",)),
    ),
    "points on its circumference": (
        ("O is the centre of a circle. A, B and C are three points on its circumference. Prove that OA = OB.", ("cong O B O A",)),
        ("A circle has centre O. A and B lie on its circumference. Prove that OA = OB.", ("cong O B O A",)),
        ("A and B are points on the circumference of a circle with centre O. Prove that OA = OB.", ("cong O B O A",)),
    ),
    "right angled without a hyphen": (
        ("ABC is a triangle right angled at C. M is the mid-point of hypotenuse AB. Show that CM = MA.", ("perp C B C A", "coll M A B")),
        ("ABC is a right angled triangle with ∠B = 90° and D is the midpoint of AC. Prove that DB = DA.", ("perp B A B C",)),
        ("In the acute angled triangle ABC, D is the midpoint of BC. Prove that DB = DC.", ("angle B A C < 90",)),
    ),
    "these altitudes": (
        ("Altitudes BE and CF are drawn to the sides AC and AB of triangle ABC with AB = AC. Prove that these altitudes are equal.", ("? cong B D C D_1",)),
        ("AD and BE are altitudes of triangle ABC. If these altitudes are equal, prove that AC = BC.", ("perp D A B C",)),
        ("Let AD and BE be medians of triangle ABC. These medians meet at G. Prove that GA = GB.", ("coll G A D", "coll G B E")),
    ),
    "how much longer, and how far": (
        ("In trapezoid ABCD with AB ∥ CD and CD = 4, AB is 6 longer than CD. Find AB.", ("rconst A B C D 5/2",)),
        ("In triangle ABC, angle C is 30° more than angle B and angle A is twice angle B. Find angle A.", ()),
        ("In a circle with centre O, chord AB has length 16 and is 6 from the centre. Find OA.", ("coll D A B", "perp D O A B")),
        ("A chord AB of a circle with centre O is at a distance of 6 from O, and OA = 10. Find AB.", ("coll D A B",)),
    ),
    "the median of a trapezoid": (
        ("In trapezoid ABCD with AB ∥ CD, the median MN has length 15 and AB = 18. Find CD.", ("midp M D A", "midp N B C")),
        ("EF是梯形ABCD的中位线，AB∥CD，AB=18，CD=10，求EF。", ("midp E D A", "midp F B C")),
        ("MN is the median of trapezoid ABCD with bases AB and CD. Prove that MN ∥ AB.", ("midp M D A", "midp N B C")),
    ),
    "centers after a comma, lines drawn further": (
        ("A, B and C are points on a circle, centre O, such that AB = AC. Prove that OA ⟂ BC.", ("cong A B A C", "cong O B O A", "cong O C O A")),
        ("AB is a diameter of a circle, centre O. C is on the circle. Prove that OC = OA.", ("coll B O A", "cong O C O A")),
        ("In triangle ABC a line is drawn through the midpoint E of AC parallel to AB, meeting BC at F. Prove that FB = FC.", ("coll F B C", "para F E A B")),
        ("A line parallel to AB is drawn through E to meet BC at F. Prove that EF = AB.", ("coll F B C", "para F E A B")),
    ),
    "parts without a stop between them": (
        ("ABCD is a quadrilateral in which AD = BC and ∠DAB = ∠CBA. Prove that (i) ∆ABD ≅ ∆BAC (ii) BD = AC (iii) ∠ABD = ∠BAC.",
         ("? cong B D A C",)),
        ("In triangle ABC, AB = AC and D is the midpoint of BC. Show that (a) AD ⟂ BC (b) AD bisects angle BAC.", ("? perp A D B C",)),
        ("Let D be the midpoint of BC in triangle ABC. Prove that (1) DB = DC (2) AD = BC.", ("? cong D B D C", "? cong A D B C")),
    ),
    "what is bisected at a point, and what is a diagonal or a side": (
        ("Given: AD bisects BC at E, AB ⟂ BC, DC ⟂ BC. Prove: AB ≅ DC.", ("coll E A D", "perp A B B C", "perp D C B C")),
        ("In parallelogram ABCD, AC is a diagonal. Prove that ∆ABC ≅ ∆CDA.", ()),
        ("In triangle ABC, AB is the hypotenuse and M is its midpoint. Prove that MC = MA.", ("perp C A C B",)),
    ),
    "products by a dot, and a foot of which only lengths are said": (
        ("D is a point on the side BC of a triangle ABC such that ∠ADC = ∠BAC. Show that CA² = CB.CD.", ("coll D B C",)),
        ("In triangle ABC, AD is perpendicular to BC and AD² = BD × CD. Prove that ∠BAC = 90°.", ("coll D B C",)),
        ("在△ABC中，AD⊥BC，AB=AC。求证：BD=CD。", ("coll D B C",)),
        ("Let ABC be a triangle and D a point such that AD ⟂ BC and AD = BD. Prove AB = AC.", ("! coll D B C",)),
        ("In triangle ABC, AD ⟂ BC and BD ⟂ AC. Prove that CD ⟂ AB.", ("! coll D B C",)),
        ("已知△ABC，AB=AC。AD=BD．CD=CE。求证：AD=AE。", ("cong A B A C", "cong A D B D", "cong C D C E")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "number"), [(kind, n) for kind, texts in SAYS.items() for n in range(len(texts))])
def test_an_exercise_says_what_it_says(kind: str, number: int) -> None:
    text, facts = SAYS[kind][number]
    assert_says(text, facts)


@pytest.mark.parametrize(
    "text", ["In the figure, ∠1 = ∠2. Prove that AB ∥ CD.", "Given: angle 1 ≅ angle 2. Prove: AB ∥ CD.", "如图，∠1＝∠2。求证：AB∥CD。"]
)  # fmt: skip
def test_an_angle_with_a_number_in_the_figure_is_named_as_not_understood(text: str) -> None:
    with pytest.raises(ParseError, match=r"“(∠|angle )1”.*“(∠|angle )2”"):
        parse_statement(text)


def test_what_is_supposed_further_comes_to_what_was_supposed() -> None:
    text = "ABCD is a cyclic quadrilateral. If ∠DBC = 70°, find ∠DAC. {} AB = BC, find ∠BCD."
    alone, further = (parse_statement(text.format(words)) for words in ("If", "Further, if"))
    assert [len(goal.given) for goal in alone.goals] == [1, 1]
    assert [len(goal.given) for goal in further.goals] == [0, 1]


@pytest.mark.parametrize(
    ("text", "left"),
    [("In Fig. 7.21, AC = AE", "AC = AE"), ("AB is a diameter (see Figure 3).", "AB is a diameter ."),
     ("Find angle ABC, giving reasons for your answer.", "Find angle ABC."), ("In the figure, AB = CD.", "In the figure, AB = CD."),
     ("Give a reason for AB = 2.", "Give a reason for AB = 2.")],
)  # fmt: skip
def test_what_only_the_pupil_is_told_is_left_out(text: str, left: str) -> None:
    found = without_instructions(text)
    assert len(found) == len(text)
    assert "".join(found.split()) == "".join(left.split())
