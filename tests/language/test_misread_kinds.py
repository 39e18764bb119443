"""Kinds of phrases that were accepted and taken for something else: what each says, or what it is refused with."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.said import assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark; what follows `!` it doesn't say.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "what a claim is made for is given": (
        ("Let ABC be a triangle with circumcircle k. Prove that for any point P on k, PA = PB.", ("cyclic A B C P", "? cong P A P B", "! ? cyclic A B C P")),
        ("Let ABC be a triangle. Prove that, for all points X on segment BC, AX = BX.", ("coll X B C", "? cong A X B X", "! ? coll X B C")),
        ("Let ABC be a triangle. Prove that XB = XC for every point X on the altitude from A.", ("perp X A B C", "? cong X B X C")),
        ("Let ABC be a triangle. Prove that for each line l through A the lines AB and l are perpendicular.", ("? perp A X A B",)),
    ),
    "given in the middle of a request": (
        ("Let ABC be a triangle. Show, given that AB = BC, that AB = AC.", ("cong A B B C", "? cong A B A C", "! ? cong A B B C")),
        ("Let ABC be a triangle. Prove that, given AB = BC, AB = AC.", ("cong A B B C", "? cong A B A C", "! ? cong A B B C")),
        ("Let ABC be a triangle. Prove that given that AB = BC, we have AB = AC.", ("cong A B B C", "! ? cong A B B C")),
    ),
    "a claim that goes on in brackets or after so that": (
        ("Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC (and AB = AC).", ("? perp A M B C", "? cong A B A C", "! cong A B A C")),
        ("Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC (and hence AB = AC).", ("? cong A B A C", "! cong A B A C")),
        ("Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC, so that AB = AC.", ("? cong A B A C", "! cong A B A C")),
        ("Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC (that is, AB = AC).", ("? cong A B A C", "! cong A B A C")),
        ("Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC. Moreover, let N be the midpoint of AM. Prove that NB = NC.",
         ("cong N A N M", "? cong N B N C")),
        ("Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC (assume AB = AC).", ("cong A B A C", "! ? cong A B A C")),
        ("Let ABC be a triangle with circumcircle k. Prove that k meets the bisector of angle A again at a point D so that DB = DC.", ("cyclic A B C D", "? cong D B D C")),
    ),
    "both sides of an equivalence with all that they say": (
        ("Let M be a point on the circumcircle of triangle ABC. Prove that AM bisects angle BAC if and only if M is the midpoint of the arc BC not containing A.",
         ("if B and C on opposite sides of A M", "if M and A on opposite sides of B C")),
        ("Let D be a point on line BC in triangle ABC. Prove that AD bisects angle BAC if and only if DB/DC = AB/AC.", ("if B and C on opposite sides of A D",)),
        ("Let C be a point, and P a point with PA = PB. Prove that PC bisects angle APB if and only if CA = CB.", ("if A and B on opposite sides of P C",)),
    ),
    "opposite sides in pairs": (
        ("Let ABCD be a quadrilateral with opposite sides parallel. Prove that AB = CD.", ("para A B C D", "para B C D A", "! para C D B C")),
        ("Let ABCD be a quadrilateral whose opposite sides are equal. Prove that AB is parallel to CD.", ("cong A B C D", "cong B C D A", "! cong C D B C")),
        ("Let ABCDEF be a convex hexagon. Prove that its opposite sides are parallel.", ("? para A B D E", "? para B C E F", "? para C D F A", "! ? para D E B C")),
    ),
    "what is equal of opposite things": (
        ("Let ABCD be a quadrilateral with equal opposite angles. Prove that AB = CD.",
         ("eqangle A D A B C B C D", "eqangle B A B C D C D A", "! eqangle A D A B B A B C")),
        ("Let ABCD be a quadrilateral with equal opposite sides. Prove that AB is parallel to CD.", ("cong A B C D", "cong B C D A", "! cong C D B C")),
        ("Let ABCDEF be a convex hexagon with equal opposite sides. Prove that AB = CD.", ("cong A B D E", "! cong A B B C")),
    ),
    "legs and hypotenuses by their names": (
        ("Let ABC be a right triangle with legs AB and BC. Prove that AB = AC.", ("perp B A B C", "! perp C A C B")),
        ("Let ABC be an isosceles triangle with legs AB and BC. Prove that AB = AC.", ("cong B A B C", "! cong A B A C")),
        ("Let AB and BC be the legs of the right triangle ABC. Prove that AB = AC.", ("perp B A B C", "! coll A B C")),
        ("Let ABC be a right triangle whose legs are AB and BC. Prove that AB = AC.", ("perp B A B C", "! cong A B B C")),
        ("Let ABC be a right triangle whose hypotenuse is AC. Prove that AB = AC.", ("perp B A B C",)),
    ),
    "not on the same side": (
        ("Let M and A be points that do not lie on the same side of BC. Prove that MB = MC.", ("M and A on opposite sides of B C",)),
        ("Let M be a point that isn't on the same side of BC as A. Prove that MB = MC.", ("M and A on opposite sides of B C",)),
        ("Let M and A not lie on opposite sides of line BC. Prove that MB = MC.", ("M and A on the same side of B C",)),
    ),
    "the other leg or base": (
        ("In a right triangle with hypotenuse 5 and leg 3, find the other leg.", ("? find 5·CA/AB", "! ? find 5·BC/AB")),
        ("Let ABC be a right triangle with hypotenuse AB = 5 and leg AC = 3. Find the other leg.", ("? find 5·BC/AB", "! ? find 5·AC/AB")),
        ("A trapezoid has a base of 4, height 3 and area 21. Find the other base.", ("? find 4·CD/A_1 B",)),
    ),
    "a point of a circle different from others": (
        ("Let D be a point on the circle with diameter BC different from B and C. Prove that DB = DC.", ("perp D B D C", "D != B", "D != C")),
        ("Let P be a point on the circle with center O through A distinct from A. Prove that PA = PO.", ("cong O P O A", "P != A")),
        ("Let D be a point on the line through B and C other than B. Prove that DB = DC.", ("coll D B C", "D != B")),
    ),
    "two lines of which one is by an angle of a triangle": (
        ("Let P be the intersection of the bisector of angle A of triangle ABC and the perpendicular to AB at B. Prove that PB = PC.", ("perp P B A B",)),
        ("The bisector of angle A of triangle ABC and the perpendicular to AB at B meet at P. Prove that PB = PC.", ("perp P B A B",)),
        ("Let P be the intersection of the bisector of angle B of triangle ABC and the altitude from A. Prove that PB = PC.", ("perp P A B C",)),
    ),
    "all points that an arc contains or doesn't": (
        ("Let ABCD be a cyclic quadrilateral and M the midpoint of arc AB not containing C or D. Prove that MA = MB.", ("M and C on opposite sides of A B", "C and D on the same side of A B")),
        ("Let ABCD be a cyclic quadrilateral and M the midpoint of arc AB containing neither C nor D. Prove that MA = MB.", ("M and C on opposite sides of A B",)),
        ("Let ABCD be a cyclic quadrilateral and M the midpoint of arc AB containing C and D. Prove that MA = MB.", ("M and C on the same side of A B", "C and D on the same side of A B")),
    ),
    "not all equal": (
        ("Let ABC be a triangle with sides not all equal. Prove that AB = AC.", ("! |B C| != |C A|",)),
        ("Let ABC be a triangle in which AB, BC and CA are not all equal. Prove that AB = AC.", ("! |A B| != |B C|",)),
        ("Let ABCD be a rectangle whose sides are not all equal. Prove that AB = AC.", ("! |B C| != |C D|",)),
    ),
    "not necessarily": (
        ("Let ABCD be a (not necessarily convex) quadrilateral with AB = CD. Prove that BC = AD.", ("cong A B C D", "! convex polygon A B C D")),
        ("Let ABCD be a quadrilateral, not necessarily convex, with AB = CD. Prove that BC = AD.", ("cong A B C D", "! convex polygon A B C D")),
        ("Let P and Q be points on line BC, not necessarily distinct. Prove that PB = QB.", ("coll P B C", "! P != Q")),
        ("Let AB and CD be lines that are not necessarily parallel. Prove that AB = CD.", ("! A B not parallel to C D",)),
    ),
    "a list that ends before another kind of thing": (
        ("Let ABC be a triangle. Prove that the feet of the altitudes from A and B and the point C are collinear.", ("? coll D D_1 C", "! coll D_2 A B")),
        ("Let ABC be a triangle. Prove that the midpoints of the medians from A and B and the point C are collinear.", ("? coll M_2 M_3 C", "! midp M_4 A B")),
        ("Circles k and l meet at T. Prove that the centers of k and l and the point T are collinear.", ("? coll O O_1 T",)),
    ),
    "neither of two kinds": (
        ("Let ABCD be a convex quadrilateral that is neither a rhombus nor a kite. Prove that AB = CD.", ("! cong A_1 B_1 B_1 C_1",)),
        ("Let D be a point on side BC of triangle ABC that is neither B nor C. Prove that AB = AD.", ("D != B", "D != C")),
        ("Let ABC be a triangle that is neither an isosceles triangle nor a right triangle. Prove that AB = AC.", ("? cong A B A C",)),
    ),
    "a point on a line in a triangle isn't inside": (
        ("Let D be a point on line BC in triangle ABC. Prove that DB = DC.", ("coll D B C", "! D inside A B C")),
        ("Let D and E be points on BC and CA in triangle ABC. Prove that DB = EC.", ("coll D B C", "! D inside A B C")),
        ("Let P be a point in triangle ABC. Prove that PB = PC.", ("P inside A B C",)),
    ),
    "vertices of a polygon, in order": (
        ("The vertices of a square, in order, are A, B, C, D. Prove that AC = BD.", ("cong A B B C", "! overlap A A_1", "! B between A and C")),
        ("The vertices of a parallelogram are A, C, B, D in this order. Prove that AB = CD.", ("para A C B D",)),
        ("The vertices of a rectangle are A, B, C and D. Prove that AC = BD.", ("perp A B B C",)),
    ),
    "segments that bisect each other where they meet": (
        ("Let ABCD be a parallelogram whose diagonals meet at O. Prove that they bisect each other.", ("? midp O A C", "? midp O B D")),
        ("Let AB and CD meet at P. Prove that AB and CD bisect each other.", ("? midp P A B", "? midp P C D")),
        ("Let AD be an altitude of triangle ABC. Prove that AD bisects BC.", ("? midp D B C",)),
    ),
    "chords that are both diameters": (
        ("Let AB and CD be chords of a circle with center O. If both are diameters, prove that AC = BD.", ("coll B O A", "coll D O C", "cong O C O A", "? cong A C B D")),
        ("Let AB and CD be two chords of a circle. Suppose that both are diameters. Prove that AC = BD.", ("perp C B C A", "? cong A C B D")),
        ("Chords AB and CD of a circle meet at P. Prove that if they are diameters, then PA = PC.", ("perp C B C A", "? cong P A P C")),
    ),
}  # fmt: skip

#: Statements that are refused, and words of the refusal.
REFUSED = {
    "Let ABC be a triangle. Prove that some point on BC is equidistant from A and B.": "some point on BC",
    "Let ABC be a triangle. Prove that there is a point P on BC such that PA = PB.": "there is a point",
    "Let ABC be a triangle. Prove that there exist two points P and Q on BC such that PA = QA.": "there exist two points",
    "Let ABCD be a quadrilateral with two opposite sides parallel. Prove that AB = CD.": "which sides",
    "Let ABCD be a quadrilateral with two adjacent sides equal. Prove that AC is perpendicular to BD.": "which sides",
    "Let ABCD be a quadrilateral with two equal sides. Prove that AC is perpendicular to BD.": "which sides",
    "Let P be a point on the side of triangle ABC. Prove that PB = PC.": "which side",
    "Let ABCD be a parallelogram and O any point on its diagonal. Prove that OA = OB.": "which diagonal",
    "Let O be a point on the diagonal of the rectangle ABCD. Prove that OA = OB.": "which diagonal",
    "Let ABC be a triangle and M the midpoint of arc BC of its circumcircle not containing C. Prove that MA = MB.": "C is an end of arc BC",
    "Let ABC be a triangle and M the midpoint of the arc BC containing B. Prove that MA = MB.": "B is an end of arc BC",
    "Let P be on the arc BC, not containing B, of the circumcircle of triangle ABC. Prove that PA = PB.": "B is an end of arc BC",
    "Circles k and l meet at A and B. The tangent at A to the circle meets l at C. Prove that AB = AC.": "which circle",
    "Let k and l be circles, and let P be a point on the circle. Prove that PA = PB.": "which circle",
    "Circles with centers O and P meet at A and B. A line through A meets the circle again at C. Prove that AB = AC.": "which circle",
    "Let D and E be points on BC that are not different. Prove that AD = AE.": "aren't different",
    "Let M be the midpoint of BC in triangle ABC (or AB = AC). Prove that AM is perpendicular to BC.": "(or AB = AC)",
    "Let ABC be a triangle with two equal medians. Prove that AB = AC.": "which 2 of the 3",
    "Two altitudes of triangle ABC are equal. Prove that AB = AC.": "which 2 of the 3",
    "Let the two bisectors of triangle ABC meet at I. Prove that IA = IB.": "which 2 of the 3",
    "A right triangle has legs 3 and 4. Find the other leg.": "which leg is the other one",
    "Let AB and CD be lines. A point P lies on the line. Prove that PA = PB.": "which line",
    "Let D and E be points on BC. Prove that the point is the midpoint of BC.": "which point",
    "Let ABC be a triangle with AB or AC equal to BC. Prove that AB = AC.": "one of several things",
    "Let ABC be a triangle. Prove that AB and AC or BC are equal.": "one of several things",
    "Let D be the midpoint of AB or AC. Prove that DB = DA.": "one of several things",
    "Let D be on side BC of triangle ABC. If AB = AC, then BD = DC. Prove that AB = AC.": "what follows from a condition",
    "Let ABC be a triangle. If AB > AC then angle C > angle B. Prove that AB > AC.": "what follows from a condition",
    "Let ABC be a triangle. Whenever AB = AC, then BC = CA. Prove that AB = AC.": "what follows from a condition",
    "在△ABC中，若AB=AC，则∠B=∠C。求证：AB=AC。": "what follows from a condition",
    "Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC. Hence AB = AC.": "given or to be proved",
    "Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC. Moreover, AB = AC.": "given or to be proved",
    "Let M be the midpoint of BC in triangle ABC. Prove that AM is perpendicular to BC. Then AB = AC.": "given or to be proved",
    "在△ABC中，求证：存在BC上的一点P，使得PA=PB。": "there is such a point",
    "Let ABC be a triangle where AB may equal AC. Prove that AB = AC.": "can't be read",
    "The circumcenters of ABD and ACD are P and Q. Prove that their line is perpendicular to AD.": "which line",
}


@pytest.mark.parametrize(("text", "facts"), [row for rows in SAYS.values() for row in rows])
def test_what_a_statement_says(text: str, facts: tuple[str, ...]) -> None:
    assert_says(text, facts)


@pytest.mark.parametrize("text", REFUSED)
def test_what_isnt_said_is_asked_for(text: str) -> None:
    with pytest.raises(ParseError) as error:
        parse_statement(text)
    assert REFUSED[text] in f"{error.value.message} {error.value.hint}"


def test_a_note_says_which_of_several_circles_is_taken() -> None:
    text = "Let k be the circle with diameter AB, and let l be a circle through B. The line AB meets the circle again at D. Prove that DA = DB."
    assert any("taken to be l" in note for note in parse_statement(text).notes)


def test_a_note_says_that_angles_are_unequal_for_granted() -> None:
    text = "Let ABC be a triangle whose angles at B and C are unequal. Prove that AB = AC."
    assert any("taken for granted" in note for note in parse_statement(text).notes)
