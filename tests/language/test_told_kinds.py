"""Kinds of phrases that teachers, students and contests use, each in several statements, by what these say or why they are refused."""

from __future__ import annotations

import pytest

from solver.diagram.readings import settled
from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.said import all_said, assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "the first and the second of two circles, without the noun the second time": (
        ("Two circles with centers O and P meet at A and B. A line through A meets the first circle again at C and the second at D. Prove that OC = PD.",
         ("cong O C O A", "cong P D P A", "coll D A C")),
        ("Two circles with centers O and P meet at A and B. Through A a line is drawn that meets the first circle again in C and the second one again in D. "
         "Prove that CD is parallel to OP.", ("cong O C O A", "cong P D P A")),
        ("Two circles intersect at A and B. The tangent at A to the first circle meets the second circle again at C, and the tangent at A to the second circle "
         "meets the first again at D. Prove that BC = BD.", ("perp C A O A", "cong O D O A")),
        ("Circles ω_1 and ω_2 with centers O and P meet at A and B. A line through A meets the former again at C and the latter again at D. Prove that OC = PD.",
         ("cong O C O A", "cong P D P A")),
        ("Two circles meet at A and B. Prove that the line through the centers of the first and the second circle is perpendicular to AB.", ("cong O A O B",)),
    ),
    "one circle and the other": (
        ("Two circles meet at A and B. A line through A cuts one of the circles at C and the other at D. Let CD = 2CA. Prove that BC = BD.", ("coll D A C", "rconst C D C A 2")),
        ("Two circles are tangent externally at T. A line through T meets one circle at A and the other at B. Prove that the tangents at A and B are parallel.",
         ("cong O A O T", "cong O_1 B O_1 T", "coll B T A")),
        ("Two circles meet at P and Q. A line through P meets one of them again at C and the other again at D. Prove that QC = QD.", ("coll D P C",)),
    ),
    "roots by their name": (
        ("In triangle ABC, AB = sqrt(3) and AC = 1 and angle A = 90°. Find angle B.", ("distmeq A B A C 2 -2 3",)),
        ("In triangle ABC, AC = sqrt3 AB and angle A = 90 degrees. Find angle C.", ("distmeq A C A B 2 -2 3",)),
        ("In triangle ABC, AB = 2sqrt{3}, BC = 2 and AC = 4. Find angle ABC.", ("distmeq A B B C 2 -2 3", "rconst A C B C 2")),
        ("In triangle ABC, the length of AB is the square root of 3, BC = 1 and AC = 2. Find angle B.", ("distmeq A B B C 2 -2 3",)),
    ),
    "ratios of three": (
        ("The sides of triangle ABC satisfy a:b:c = 3:4:5. Find the angle C.", ("rconst B C A C 3/4", "rconst B C A B 3/5")),
        ("In triangle ABC, the angles at A, B, C are in ratio 1:2:3. Prove that AB = 2BC.", ("angeq A C A B B A B C -2 2 1 -1 0",)),
        ("The angles A, B and C of a triangle ABC are in the ratio 1 : 2 : 4. Prove that AB > BC.", ("angeq A C A B C B C A -4 4 1 -1 0",)),
    ),
    "twice an angle that has its noun": (
        ("In triangle ABC, angle BAC is twice angle ABC. Prove that AB > BC.", ("angeq A B A C B A B C -1 1 2 -2 0", "! eqangle A B A C B A B C")),
        ("In triangle ABC, angle A is half angle B and side AB is double side AC. Prove that AB > BC.", ("angeq A C A B B A B C -2 2 1 -1 0", "rconst A B A C 2")),
        ("In triangle ABC, angle A = 2 angle B and angle C is triple angle B. Find angle B.", ("angeq A C A B B A B C -1 1 2 -2 0", "angeq C B C A B A B C -1 1 3 -3 0")),
    ),
    "feet from vertices": (
        ("Let E, F be the feet from B and C in triangle ABC. Prove that B, C, E, F are concyclic.", ("perp E B C A", "perp F C A B", "coll E C A")),
        ("The feet of altitudes from B, C of triangle ABC are E, F. Prove that B, C, E, F are concyclic.", ("perp E B C A", "perp F C A B")),
        ("Let P be a point inside triangle ABC. The feet of the perpendiculars from P to BC, CA, AB are D, E, F. Prove that A, E, P, F are concyclic.",
         ("perp D P B C", "perp E P C A", "perp F P A B")),
    ),
    "what is given for one question only": (
        ("Let ABC be a triangle. (a) Prove that AB = AC. (b) Suppose that AB = AC. Prove that angle B = angle C.", ("if cong A B A C", "! cong A B A C", "? cong A B A C")),
        ("Let H be the orthocenter of triangle ABC. (a) If AB = AC, prove that AH bisects angle A. (b) If the triangle is acute, prove that AB = AC.",
         ("if cong A B A C", "if angle B A C < 90", "! angle B A C < 90", "! cong A B A C")),
        ("Let ABC be a triangle with circumcenter O. Prove that AB = AC if AO is perpendicular to BC. Show also that AO is perpendicular to BC if AB = AC.",
         ("if perp A O B C", "if cong A B A C", "! perp A O B C", "! cong A B A C")),
        ("Let ABC be a triangle with AB = 2AC. (a) Find angle A if angle B = 30°. (b) Find angle A if angle B = 20°.",
         ("rconst A B A C 2", "if aconst B C B A 30", "if aconst B C B A 20", "! aconst B C B A 30")),
        ("In triangle ABC, AB = AC. (a) Find BC if AB = 5 and angle A is right. (b) Find angle B if angle A = 40°.",
         ("cong A B A C", "if perp A C A B", "if aconst A B A C 40")),
        ("在△ABC中，AB=AC，D是BC的中点。(1) 求证：AD⊥BC；(2) 若∠BAC=60°，求证：AB=BC。", ("if aconst A C A B 60", "? cong A B B C", "! ? aconst A C A B 60")),
        ("In triangle ABC, AB = AC. (a) Prove that AB = BC; (b) if angle BAC = 60°, prove that AC = BC.", ("if aconst A C A B 60", "? cong A C B C")),
        ("In triangle ABC let AM be a median. (a) If AB = 3, AC = 4 and BC = 5, find AM. (b) If AB = 5, AC = 5 and BC = 6, find AM.",
         ("coll M B C", "if rconst A C A B 4/3", "if cong A C A B", "! cong A C A B")),
    ),
    "what is told of new points is given for all questions": (
        ("Let ABC be a triangle with AB = AC and let M be the midpoint of BC. (a) Prove that AM is perpendicular to BC. (b) Let D be a point on AM. Prove that DB = DC.",
         ("coll D A M", "! if coll D A M")),
        ("Let ABC be a triangle. If M is the midpoint of BC, prove that AM = BC. Prove also that AM = AB.", ("coll M B C", "! if coll M B C")),
        ("Let ABC be a triangle. Prove that ABC is equilateral if AB = AC. Prove that AI is perpendicular to BC. Here I denotes the incenter of ABC.",
         ("I inside A B C", "if cong A B A C")),
        ("Let ABC be a triangle with AB = AC. Prove that angle B = angle C if M is the midpoint of BC.", ("cong M B M C",)),
    ),
    "parts with marks of many kinds, which may speak of each other": (
        ("Let ABC be a right triangle with right angle at C and let D be the foot of the altitude from C.\na) Prove that triangles ACD and CBD are similar.\n"
         "b) Prove that CD^2 = AD · DB.", ("? simtri A C D C B D", "? eqratio C D A D D B C D")),
        ("Let ABCD be a cyclic quadrilateral whose diagonals meet at P. (a) Prove that triangles ABP and DCP are similar. (b) Using (a), prove that AP·PC = BP·PD.",
         ("? simtri A B P D C P", "? eqratio A P B P P D P C")),
        ("Let ABC be a triangle with angle A = 60°. Part (a): Prove that BC > AB. Part (b): Use the result of part (a) to show that AC = AB.", ("? cong A C A B",)),
        ("Triangle ABC is right-angled at C with AC = 3 and BC = 4. 1. Find AB. 2. Find the inradius.", ("? find 3·AB/AC", "? find 3·ID/AC")),
        ("In triangle ABC, AB:BC = 2:1. Prove that AB > BC.", ("rconst A B B C 2",)),
    ),
    "what is to be proved if something is so, and not the converse": (
        ("Prove that triangle ABC is isosceles if angle B = angle C.", ("eqangle B A B C C B C A", "? cong A B A C")),
        ("Let ABC be a triangle. Prove that D lies on the circumcircle of ABC if $\\angle ADB = \\angle ACB$.", ("eqangle D A D B C A C B", "? cyclic A B C D")),
        ("Prove that the triangle ABC is right if $AC^2 = AB^2 + BC^2$.", ("sqdistseq A C A B B C 1 -1 -1",)),
        ("Prove that AB = AC if angle B = angle C in triangle ABC.", ("eqangle B A B C C B C A", "? cong A B A C")),
        ("Let ABC be a triangle with circumcircle ω and M the midpoint of BC. Prove that ω meets AM again at Q such that MA·MQ = MB^2.",
         ("cyclic A B C Q", "? eqratio M A M B M B M Q")),
    ),
    "one of two things is to be proved": (
        ("Let ABCD be a square. Prove that AC and BD are perpendicular or parallel.", ("? perp A C B D", "! ? para A C B D")),
        ("In triangle ABC with AB = AC, D is the midpoint of BC. Prove that AD bisects angle A or is parallel to BC.", ("! ? para A D B C",)),
        ("Prove that triangle ABC is isosceles or right if AB = 2AC.", ("rconst A B A C 2", "? cong A B A C", "! ? perp A B A C")),
    ),
    "names by index ranges, opposite sides": (
        ("Let ABC be a triangle. Let A_i, B_i (i = 1, 2) be points on BC and CA such that A_iB_i is parallel to AB. Prove that A_1A_2 = B_1B_2.",
         ("para A_1 B_1 A B", "para A_2 B_2 A B")),
        ("Let $A_1A_2A_3$ be a triangle. Let $M_i$ $(i = 1, 2, 3)$ be the midpoint of the side opposite $A_i$. Prove that $A_1M_1 = A_2M_2$.",
         ("cong M_1 A_2 M_1 A_3", "cong M_3 A_1 M_3 A_2")),
        ("Let $A_1A_2A_3$ be a triangle. For i = 1, 2, 3 let $D_i$ be the foot of the perpendicular from $A_i$ to the opposite side. Prove that $A_1D_1 = A_2D_2$.",
         ("perp D_1 A_1 A_2 A_3", "perp D_3 A_3 A_1 A_2")),
        ("Let E and F be the feet of the perpendiculars from B and C to the opposite sides of triangle ABC. Prove that B, C, E, F are concyclic.", ("perp E B C A", "perp F C A B")),
        ("In triangle ABC let D be the projection of A onto the opposite side. Prove that AD = BC.", ("perp D A B C",)),
    ),
    "circles inside of others": (
        ("Circle ω_1 lies inside circle ω_2 and touches it at T. A line through T meets ω_1 again at A and ω_2 again at B. Prove that the tangents at A and B are parallel.",
         ("O_1 on ray T O",)),
        ("Two circles, one inside the other, touch at T. A line through T meets them again at A and B. Prove that the tangents at A and B are parallel.", ("O_1 on ray T O",)),
        ("Circles ω_1 and ω_2 are tangent at T, with ω_1 inside ω_2. A chord AB of ω_2 is tangent to ω_1 at K. Prove that TK bisects angle ATB.", ("O on ray T O_1",)),
    ),
    "lengths of tangents, powers": (
        ("From a point P outside circle ω with center O and radius 5 with OP = 13 a tangent is drawn. Find the length of the tangent from P to ω.", ("rconst O P O T 13/5", "? find 5·PT/OT")),
        ("The tangent from A to the circle with center B and radius BC has length 4, and AB = 5. Find BC.", ("rconst A B A T 5/4", "? find 4·BC/AT")),
        ("Let P be a point outside the circle ω with center O. A line through P meets ω at A and B. Prove that the power of P with respect to ω is PA·PB.",
         ("? quantity PO^2 − (OA^2 + PA·PB)",)),
        ("Let P be a point with equal power with respect to circles ω_1 and ω_2 that meet at A and B. Prove that P lies on AB.", ("perp A P O_1 O", "? coll P A B")),
        ("PT is tangent to ω at T. A secant from P meets ω at A and B with A between P and B. If PT = 6 and PA = 4, find AB.", ("rconst P A P T 2/3", "cong O A O T")),
    ),
    "sides and their lengths by small letters, products without a sign": (
        ("In triangle ABC, BC = a, CA = b, AB = c and angle A = 60°. Prove that a^2 = b^2 + c^2 - bc.", ("? quantity BC^2 + AB·CA − (CA^2 + AB^2)",)),
        ("Let R and r be the circumradius and inradius of triangle ABC with incenter I and circumcenter O. Prove that OI^2 = R^2 - 2Rr.", ("? quantity OI^2 + 2·OA·ID − OA^2",)),
        ("In triangle ABC with sides a, b, c prove that a = b cos C + c cos B.", ("? quantity BC − (CA·cos ∠BCA + AB·cos ∠ABC)",)),
        ("The sides of triangle ABC are a, b, c, its area is S and its circumradius is R. Prove that abc = 4RS.", ("? quantity AB·AC·BC − 4·OA·[ABC]",)),
        ("Let $M_a$ and $M_b$ be the midpoints of the sides $a$ and $b$ of triangle ABC. Prove that $M_aM_b = c$.", ("cong M_a B M_a C", "? quantity M_a M_b − AB")),
        ("In triangle ABC with semiperimeter s, the incircle touches AB at F. Prove that AF = s - a.", ("? quantity AF + BC/2 − (AB/2 + CA/2)",)),
        ("Let a, b, c be the side lengths of triangle ABC. Prove that a < b + c.", ("? greater CA + AB − BC",)),
    ),
    "a length before brackets": (
        ("In triangle ABC, angle BAC is twice angle ABC. Prove that BC^2 = AC(AC + AB).", ("? quantity BC^2 − (AC^2 + AB·AC)",)),
        ("在△ABC中，∠BAC是∠ABC的两倍，求证：BC²=AC(AC+AB)。", ("? quantity BC^2 − (AC^2 + AB·AC)",)),
        ("In triangle ABC, AB = AC (AC > BC). Prove that angle B = angle C.", ("cong A B A C", "|A C| > |B C|")),
    ),
    "what one thing has as another has it": (
        ("Let ABC be a triangle. Prove that triangle ADE has the same circumcenter as ABC.", ("? circle O A B C",)),
        ("In triangle ABC, AB has the same length as CD, where D is the midpoint of BC. Prove that AB = BD.", ("cong A B C D",)),
        ("The circle k has the same center as the circumcircle of ABC. Let D be on k. Prove that AD = BD.", ("cong O A O B",)),
    ),
    "squares of lengths in words": (
        ("Chords AB and CD of a circle with center O intersect at a point P. Prove that the sum of the squares of PA, PB, PC and PD is equal to 4OA^2.",
         ("? sqdistseq P A P B P C P D O A 1 1 1 1 -4",)),
        ("Prove that the square of AB is equal to the sum of the squares of AC and BC if angle C of triangle ABC is right.", ("perp C B C A", "? sqdistseq A B A C B C 1 -1 -1")),
        ("Let ABC be a triangle with right angle at C. Prove that the square of the hypotenuse is the sum of the squares of the legs.", ("? sqdistseq A B B C C A 1 -1 -1",)),
    ),
    "differences of angles, angles between lines": (
        ("In triangle ABC, ∠A - ∠B = 30° and ∠C = 90°. Find ∠A.", ("angeq A C A B B A B C -1 1 1 -1 30",)),
        ("In triangle ABC, angle A - angle B = 30° and angle C = 90°. Find angle A.", ("angeq A C A B B A B C -1 1 1 -1 30",)),
        ("Let ABC be a triangle. Prove that angle A = (angle B - angle C)/2 if AB = AC.", ("? angeq A C A B B A B C C B C A -2 2 1 -1 -1 1 0",)),
        ("In triangle ABC, BC - AC = 2, AB = 5 and ∠C = 90°. Find AC.", ("distseq B C A C A B 1 -1 -2/5",)),
    ),
    "where points are chosen, with what is so": (
        ("Let ABC be a triangle. On AC a point D is chosen with AD = AB. Prove that BD = AB.", ("coll D A C", "cong A D A B")),
        ("A point P is given on the circumcircle of equilateral triangle ABC on the arc BC not containing A. Show that PA = PB + PC.",
         ("cyclic A B C P", "P and A on opposite sides of B C")),
        ("Two circles intersect at P and Q; a line through P meets the circles again at A and B. The tangents at A and B meet at T. Prove that A, Q, B, T are concyclic.",
         ("coll B P A", "? cyclic A Q B T")),
    ),
    "lines that are drawn parallel, that trisect; triangles on one side of a line; given, with a colon": (
        ("Through the centroid G of triangle ABC a line is drawn parallel to BC, meeting AB at M and AC at N. Find MN if BC = 12.",
         ("para M G B C", "coll M A B", "coll N C A")),
        ("ABCD is a parallelogram, E and F are the midpoints of AB and CD respectively. Prove that DE and BF trisect the diagonal AC.",
         ("coll P D E", "coll P_1 B F", "? cong A P P P_1", "? cong P P_1 P_1 C")),
        ("Points A, B, C lie on a line in this order and equilateral triangles ABD and BCE are constructed on the same side of the line. Prove that AE = CD.",
         ("D and E on the same side of A B", "! D and C on the same side of A B")),
        ("Given: AB = CD, AB ∥ CD. Prove: AD = BC.", ("cong A B C D", "para A B C D", "? cong A D B C")),
    ),
    "values in what is asked, midlines of trapezoids": (
        ("Find the length of the midline of trapezoid ABCD with AB ∥ CD, AB = 6 and CD = 10.", ("rconst C D A B 5/3", "? find 6·M M_1/AB")),
        ("In trapezoid ABCD with bases AD and BC, AC = 6 and BD = 8. Find the length of the midline.", ("cong M A M B", "cong M_1 C M_1 D")),
        ("Find the area of triangle ABC with AB = 13, BC = 14 and CA = 15.", ("rconst B C A B 14/13", "? find 169·[ABC]/AB^2")),
    ),
    "what it is, if it is something": (
        ("In triangle ABC, AB = AC = 1 and BC = sqrt(3)/2. Find angle A, if it is acute.", ("angle C A B < 90", "! angle A B C < 90")),
        ("In triangle ABC, AB = 2AC. Find ∠BAC if it is equal to ∠ABC.", ("eqangle A B A C B A B C",)),
    ),
    "the longest side that has a name": (
        ("Let BC be the longest side of triangle ABC. Prove that BC = BA.", ("|B C| > |A B|", "|B C| > |A C|")),
        ("Let ABC be a triangle with longest side BC. Prove that BC = BA.", ("|B C| > |A B|", "|B C| > |A C|")),
        ("In triangle ABC the largest angle BAC is twice angle ABC. Prove that BC = BA.", ("|B C| > |A B|", "angeq A B A C B A B C -1 1 2 -2 0")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_what_is_told_is_read_as_it_is_meant(kind: str) -> None:
    for text, said in SAYS[kind]:
        assert_says(text, said)


#: Statements that are understood, and refused: what the reply says.
REFUSED = [
    ("Let ABC be a triangle and let E and F be the midpoints of AB. Prove that EF = AB.", "here are 2 names for one point"),
    ("Let H and K be the orthocenter of triangle ABC. Prove that AH = AK.", "here are 2 names for one point"),
    ("Let P, Q be the reflection of A in BC. Prove that PB = QB.", "here are 2 names for one point"),
    ("Let D be the midpoints of BC and CA. Prove that AD = BD.", "here is 1 name for 2 points"),
    ("Let E and F be the feet of the altitude from B in triangle ABC. Prove that BE = BF.", "here are 2 names for one point"),
    ("Three circles pass through A. A line through A meets one of the circles at C and the other at D. Prove that AC = AD.", "say which one"),
    ("Let ABC be a triangle. The line AD is parallel to BC or passes through the midpoint of BC. Prove that AB = AC.", "one of two things can't be stated"),
    ("Triangle ABC is isosceles or is right-angled. Prove that AB = AC.", "one of two things can't be stated"),
    ("The lines AB and CD are perpendicular or parallel. Prove that AC = BD.", "one of two things can't be stated"),
    ("Let ABC be a triangle such that AB = AC or BC = CA. Prove that AB = AC.", "a statement for each case"),
    ("The point D lies either on AB or on AC. Prove that DB = DC.", "a statement for each case"),
    ("In triangle ABC, either the angle A is right or the angle B is right. Prove that AB = BC.", "a statement for each case"),
    ("The incircles of ABC and ABD meet AC at E. The circles with centers A and B meet. Prove that the second touches AB.", "isn't clear what “second” stands for"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_what_can_only_be_a_slip_is_refused_and_named(text: str, said: str) -> None:
    with pytest.raises(ParseError, match=said):
        parse_statement(text, "x")


#: The greatest and the least of a triangle's angles, sides and altitudes: what of it is asked for.
EXTREMES = [
    ("The angles of triangle ABC are in the ratio 1:2:3. Find the largest angle.", "acompute C B C A"),
    ("In triangle ABC, AB = 3, BC = 5 and CA = 7. Find the largest angle of triangle ABC.", "acompute B A B C"),
    ("In a triangle with sides 13, 14 and 15, find the length of the shortest altitude.", "find 13·CD/BC"),
    ("In triangle ABC, ∠A = 50° and ∠B = 60°. Find the ratio of the shortest side to AB.", "rcompute B C A B"),
]


@pytest.mark.parametrize(("text", "asked"), EXTREMES)
def test_figures_decide_which_side_or_angle_is_the_greatest_one(text: str, asked: str) -> None:
    problem = settled(parse_statement(text))
    assert f"? {asked}" in all_said(problem)
    assert any("ways" in note and ("greatest" in note or "least" in note) for note in problem.notes)
