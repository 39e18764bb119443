"""How contests print it: kinds of phrases, each in several statements, by what these say."""

from __future__ import annotations

import pytest

from solver.language.read import parse_statement

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "braces around a letter of LaTeX": (
        (r"Let ${A}'$ be the reflection of $A$ in line $BC$. Prove that $\angle B{A}'C = \angle BAC$.", ("cong B A B A'",)),
        (r"Let ${M}_{1}$ be the midpoint of $AB$. Prove that ${M}_{1}A = {M}_{1}B$.", ("coll M_1 A B",)),
        (r"Circles ${\cal C}_1$ and ${\cal C}_2$ meet at $A$ and $B$, and the circle ${\omega}_3$ touches $AB$ at $B$. "
         r"Point $E$ lies on ${\omega}_3$, and $EB$ meets ${\cal C}_1$ again at $F$. Prove that $AE = BF$.", ("coll F E B",)),
    ),
    "resp. at the end of a sentence": (
        ("In triangle ABC the points D, E lie on AB, AC, resp. Point F is the midpoint of DE. Prove that AF = BC.", ("coll F D E",)),
        ("Let M, N be the midpoints of AB, AC, resp. Prove that MN is parallel to BC.", ("? para M N B C",)),
        ("Let D, E be on lines AB, AC resp. Let DE meet BC at P. Prove that PA = PB.", ("coll P B C", "coll P D E")),
    ),
    "what is said of the paper": (
        ("Find, with proof, the angle ABC of the equilateral triangle $ABC$.", ("? acompute B C B A",)),
        ("A triangle $ABC$ with $AB = AC$ is given in the plane. Prove that $BC = CA$.", ("cong A B A C",)),
        ("In the plane, the triangle $ABC$ has a right angle at $C$. Prove that AC = BC.", ("perp C B C A",)),
    ),
    "circles pass through each of two points, unless respectively is said": (
        ("Two circles passing through A and B touch the line CD at C and D. Prove that AC = BD.", ("? cong A C B D",)),
        ("Circles k and l with centers O and P pass through A and B. Prove that OA = PA.", ("cong O B O A", "cong P B P A")),
        ("Circles k and l with centers O and P pass through A and B, respectively, and C lies on both. Prove that OA = PB.",
         ("cong O C O A", "cong P C P B")),
    ),
    "exchanged where one is made likewise, going around where two are": (
        ("Let ABC be a triangle, and let M be the midpoint of BC. Let the incircle of ABM touch BM at P_B, and define P_C similarly. "
         "Prove that MP_B = MP_C.", ("coll P_C B C", "I_1 inside A C M")),
        ("In triangle ABC the bisector of angle B meets AC at X_b. The point X_c is defined similarly. Prove that AX_b = AX_c.",
         ("coll X_c A B",)),
        ("Let ABC be a triangle. The line through B perpendicular to BC meets AC at E. Define F similarly. Prove that BE = CF.",
         ("perp F C B C", "coll F A B")),
        ("Let ABC be a triangle and let B_1 lie on the extension of AB beyond B so that BB_1 = BC. Define C_1 and A_1 analogously. "
         "Prove that AA_1 = BB_1.", ("C between B and C_1", "A between C and A_1")),
    ),
    "made likewise, with letters that go around twice": (
        ("Let ABC be a triangle. Let A_b be the projection of A on the bisector of angle B. Points B_c and C_a are defined similarly. "
         "Prove that AA_b = BB_c.", ("coll B_c C X_1", "coll C_a A X_2")),
        ("In triangle ABC, point A_b lies on the ray AB with AA_b = BC. Point A_c is defined similarly. Prove that AA_b = AA_c.",
         ("A_c on ray A C", "cong A A_c C B")),
        ("Let AD, BE, CF be the altitudes of triangle ABC. Points A_b, A_c are symmetric to D with respect to CF and BE. Points B_c, B_a "
         "are defined similarly. Prove that A_bB_a is parallel to AB.", ("perp A D E B_c", "perp C F E B_a", "cong A E A B_c")),
    ),
    "made likewise, where lists go with the vertices": (
        ("Let D, E, F be the midpoints of BC, CA, AB, and P a point inside triangle ABC. Let A' be the reflection of P in D. Points B', C' "
         "are defined similarly. Prove that AA' = BB'.", ("coll B' P E", "coll C' P F")),
        ("The incircle of triangle ABC touches BC, CA, AB at P, Q, R. Let X_A be the midpoint of AP. Define X_B and X_C similarly. "
         "Prove that AX_A = BX_B.", ("coll X_B B Q", "coll X_C C R")),
        ("Let AD, BE, CF be altitudes of triangle ABC, and let A_1 be the foot of the perpendicular from D to AB. Define B_1 and C_1 "
         "likewise. Prove that AA_1 = BB_1.", ("perp B_1 E B C", "perp C_1 F C A", "coll E C A")),
    ),
    "each of several is the image of the same point": (
        ("Points P and Q are symmetric to D with respect to AB and AC. Prove that AP = AQ.", ("cong A D A P", "cong A D A Q")),
        ("Points P, Q, R are symmetric to O about AB, BC, CA. Prove that AP = AR.", ("cong A O A P", "cong B O B Q", "cong C O C R")),
        ("P and Q are symmetric to D and E with respect to AB. Prove that PQ = DE.", ("cong A D A P", "cong A E A Q")),
    ),
    "an equation that must hold": (
        ("Let M be the midpoint of AB. Prove that MA = MB must hold.", ("? cong M A M B",)),
        ("In a triangle ABC we have AB = AC. Prove that ∠ABC = ∠ACB holds.", ("? eqangle B A B C C A C B",)),
        ("Let ABC be a triangle with AB = AC. Show that AB = BC is true.", ("? cong A B B C",)),
    ),
    "a name put in between commas": (
        ("A circle through A and the triangle ABC's circumcenter, O, meets AB again at P. Prove that PA = PB.", ("cong O A O B",)),
        ("The midpoint of BC, M, lies on the circle with diameter AC. Prove that MA = MC.", ("coll M B C", "perp M A M C")),
        ("In triangle ABC the foot of the perpendicular from A to BC, D, is on the circle with diameter AM. Prove that MD = MA.",
         ("coll D B C", "perp D A B C", "perp D A D M")),
    ),
    "a bisector before the sign of its angle": (
        ("In triangle ABC the bisector $\\angle BAC$ meets BC at D. Prove that AD = BD.", ("eqangle A B A D A D A C",)),
        ("The angle bisectors ∠ABC and ∠BCA of triangle ABC meet at I. Prove that IA = IB.", ("eqangle B A B I B I B C",)),
        ("Let ABC be a triangle and let the internal bisector ∠A meet BC at K. Prove that AK = BK.", ("coll K B C",)),
    ),
    "an angle that is called by a letter": (
        ("In a triangle ABC with angle α at the vertex A, the point P has ∠BPC = 2α. Prove that PB = PC.",
         ("angeq P B P C A C A B -1 1 2 -2 0",)),
        ("Triangle ABC has angle $\\beta$ at B. Point P satisfies ∠PAC = β. Prove that AP = BC.", ("eqangle A P A C B A B C",)),
        ("Let γ be the angle at C of triangle ABC. A point P satisfies ∠PAB = γ. Prove that AP = BC.", ("eqangle A P A B C B C A",)),
    ),
    "one draws": (
        ("From a point A on a circle with center O one draws the chord AB. Prove that OA = OB.", ("cong O B O A",)),
        ("Through the vertex A of triangle ABC one draws a line parallel to BC, which meets the circumcircle again at D. Prove that AC = BD.",
         ("para A D B C",)),
        ("In triangle ABC one draws the altitude AD. Prove that AD is perpendicular to BC.", ("coll D B C",)),
    ),
    "its extension": (
        ("In triangle ABC the circle with diameter AB meets altitude CF and its extension at M and N. Prove that FM = FN.",
         ("coll M C F", "coll N C F")),
        ("Circle k with center O meets the segment AB and its extension at P and Q. Prove that AP = BQ.", ("P between A and B", "coll Q A B")),
        ("A circle through A meets the altitude BE of triangle ABC and its extensions at P and Q. Prove that AP = AQ.", ("coll Q B E",)),
    ),
    "points on a line in some direction": (
        ("In triangle ABC, H is the orthocenter and D the reflection of H in BC. Prove that A, H, D lie on a line perpendicular to BC.",
         ("? coll A H D", "? perp A H B C")),
        ("Let M, N, K be the midpoints of AB, AC, AD. Prove that M, N and K lie on a line parallel to BC.",
         ("? coll M N K", "? para M N B C")),
        ("Let ABCD be a parallelogram, and M, N the midpoints of AB, CD. Prove that M and N lie on a line parallel to BC.",
         ("? para M N B C",)),
    ),
    "a line through the inside of a triangle": (
        ("Let k be the incircle of triangle ABC. A line parallel to AB which meets the interior of triangle ABC touches k at Q. "
         "Prove that CQ = AB.", ("C and A on opposite sides of Q X",)),
        ("Let ℓ be a line through A intersecting the interior of triangle ABC, and let D be on ℓ. Prove that AD = BC.",
         ("B and C on opposite sides of A D",)),
        ("A line parallel to BC crosses the interior of triangle ABC and meets line AB at D. Prove that AD = BC.",
         ("A and B on opposite sides of D X",)),
    ),
    "concentric circles": (
        ("Let k and l be concentric circles. The chord AB of k touches l at T. Prove that TA = TB.", ("? cong T A T B",)),
        ("Given two concentric circles with center O, a chord AB of the larger one touches the smaller one at T. Prove that TA = TB.",
         ("cong O B O A", "|O A| > |O T|")),
        ("Let C and D lie on concentric circles ω and Ω. Prove that CD = DC.", ()),
    ),
    "a relative clause in the singular is said of one thing": (
        ("Let D and E be points on AC and BC such that the bisectors of ∠DEB and ∠ADE meet at F, which lies on AB. Prove that FA = FB.",
         ("coll F A B", "coll D A C")),
        ("Let D, E be points on AB, AC such that BE and CD meet at P, which is the midpoint of BE. Prove that PD = PC.", ("coll P B E",)),
        ("Points M and N on AB and CD are such that MN passes through O, which is the center of the circle ABC. Prove that OM = ON.",
         ("coll M A B", "cong O A O B")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_what_contests_print_is_read_as_they_mean_it(kind: str) -> None:
    for text, said in SAYS[kind]:
        problem = parse_statement(text, "x")
        goals = {f"? {goal.statement}" for goal in problem.goals}
        found = {*map(str, problem.premises), *map(str, problem.conditions), *goals}
        assert set(said) <= found, (text, set(said) - found, found)
