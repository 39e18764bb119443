"""How contests print it: kinds of phrases, each in several statements, by what these say."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.said import assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark, what it mustn't say with an exclamation mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "braces around a letter of LaTeX": (
        (r"Let ${A}'$ be the reflection of $A$ in line $BC$. Prove that $\angle B{A}'C = \angle BAC$.", ("cong B A B A'",)),
        (r"Let ${M}_{1}$ be the midpoint of $AB$. Prove that ${M}_{1}A = {M}_{1}B$.", ("coll M_1 A B",)),
        (r"Circles ${\cal C}_1$ and ${\cal C}_2$ meet at $A$ and $B$, and the circle ${\omega}_3$ touches $AB$ at $B$. "
         r"Point $E$ lies on ${\omega}_3$, and $EB$ meets ${\cal C}_1$ again at $F$. Prove that $AE = BF$.", ("coll F E B",)),
    ),
    "what polygons have isn't what a line is parallel to": (
        ("Let ABCD be a trapezoid with AB parallel to CD and diagonals meeting at P. Prove that PA = PB.", ("coll P A C", "! para A B A C")),
        ("Let ABCD be a convex quadrilateral with AB perpendicular to CD and diagonals meeting at P. Prove that PA = PB.",
         ("perp A B C D", "coll P B D", "! perp A B A C")),
        ("Let ABC be a triangle with AB perpendicular to AC and medians BD and CE. Prove that BD = CE.", ("coll D C A", "! perp A B B D")),
    ),
    "points of which it is said later that they are convex": (
        ("Let A, B, C, D be points with AB = CD where ABCD is convex. Prove that AD ∥ BC.", ("convex polygon A B C D",)),
        ("Let A, B, C, D be points with AB = CD such that ABCD is convex. Prove that AD ∥ BC.", ("convex polygon A B C D",)),
        ("Points A, B, C, D lie on a circle, and ABCD is convex. Prove that AD ∥ BC.", ("convex polygon A B C D",)),
    ),
    "chords that are compared": (
        ("⊙O中，弦AB=CD。求证：∠AOB=∠COD。", ("cong O C O A", "cong O D O A", "cong A B C D")),
        ("⊙O中，弦AB∥CD。求证：∠AOC=∠BOD。", ("cong O C O A", "cong O D O A", "para A B C D")),
        ("已知⊙O中，弦AB=OA。求证：∠AOB=60°。", ("cong A B O A",)),
    ),
    "resp. at the end of a sentence": (
        ("In triangle ABC the points D, E lie on AB, AC, resp. Point F is the midpoint of DE. Prove that AF = BC.", ("coll F D E",)),
        ("Let M, N be the midpoints of AB, AC, resp. Prove that MN is parallel to BC.", ("? para M N B C",)),
        ("Let D, E be on lines AB, AC resp. Let DE meet BC at P. Prove that PA = PB.", ("coll P B C", "coll P D E")),
    ),
    "the circle on a segment as diameter": (
        ("Let ABC be a triangle. The circle on AB as diameter meets BC again at D. Prove that AD = BC.", ("perp D A D B",)),
        ("Let ABC be a triangle. A circle is drawn on AB as diameter and meets BC again at D. Prove that AD = BC.", ("perp D A D B",)),
        ("Let ABC be a triangle. The circle having AB as its diameter meets BC again at D. Prove that AD = BC.", ("perp D A D B",)),
    ),
    "a point on a diameter or its circle, as figures decide": (
        ("Let AB be a diameter of a circle, C a point on it. Prove that CA is perpendicular to CB.", ("perp C A C B",)),
        ("Segment AB is a diameter of a circle. Point C lies on it. Prove that CA is perpendicular to CB.", ("perp C A C B",)),
        ("Let AB be a chord of a circle with center O, and let C be a point on it. Prove that OC < OA.", ("coll C A B",)),
    ),
    "tangents at vertices where no circle was spoken of": (
        ("Let O be the circumcenter of triangle ABC. The tangent at A meets BC at T. Prove that TA = TB.", ("eqangle A T A B C A C B",)),
        ("Let O be the circumcenter of triangle ABC, and let the tangents at B and C meet at T. Prove that TB = TC.",
         ("eqangle B T B A C B C A",)),
        ("H is the orthocenter of triangle ABC. The tangents at B and C meet at T. Prove that TB = TC.", ("eqangle B T B A C B C A",)),
    ),
    "all bisectors of a triangle": (
        ("The bisectors of ABC meet at I. Prove that IA = IB.", ("eqangle A B A I A I A C", "eqangle C A C I C I C B")),
        ("Let ABC be a triangle. The bisectors of its angles meet the opposite sides at D, E, F. Prove that DE = EF.",
         ("eqangle A C A D A D A B", "coll E A C")),
        ("Let ABC be a triangle. The bisectors of the three angles meet the opposite sides at D, E, F. Prove that DE = EF.",
         ("eqangle C B C F C F C A", "coll F A B")),
    ),
    "ratios in words": (
        ("The angles A, B, C of triangle ABC are in the ratio 2:3:4. Prove that AB = BC.", ("angeq A C A B B A B C -3 3 2 -2 0",)),
        ("Point D divides side BC of triangle ABC in the ratio 2:1. Prove that AD = AB.", ("rconst B D C D 2", "D between B and C")),
        ("The diagonals of a rhombus ABCD are in a ratio of 3:4. Prove that AC = AB.", ("rconst A C B D 3/4",)),
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
    "parts of a goal that are sentences of their own": (
        ("In triangle $ABC$ we have $AB = AC$. Prove that: (a) $AB = BC$. (b) $AC = BC$.", ("? cong A B B C", "? cong A C B C")),
        ("In triangle $ABC$ we have $AB = AC$. Show that:\na) $AB = BC$\nb) $AC = BC$", ("? cong A B B C", "? cong A C B C")),
        ("Let $M$ be the midpoint of $AB$. Prove that 1) $MA = AC$. 2) If $D$ is the midpoint of $AC$, then $AD = DM$.",
         ("? cong M A A C", "coll D A C", "? cong A D D M")),
        ("In triangle $ABC$ let $M$ be the midpoint of $AB$. (i) Prove that $MA = AC$. (ii) Suppose that $AC = CB$. Prove that $MC = CA$.",
         ("? cong M A A C", "if cong A C C B", "? cong M C C A")),
    ),
    "what a word means is no part of a statement": (
        ("Let $ABC$ be a triangle with centroid $G$. Prove that $GA = GB$. (The centroid of a triangle is the point where its medians meet.)",
         ("? cong G A G B",)),
        ("The nine-point circle of a triangle is the circle through the midpoints of its sides. Let $ABC$ be a triangle. Prove that $AB = AC$.",
         ("? cong A B A C",)),
        ("Let $H$ be the orthocenter of triangle $ABC$. Recall that the orthocenter of a triangle is the common point of its altitudes. "
         "Prove that $AH = BC$.", ("perp H A B C",)),
    ),
    "an article after a formula with the full stop in it": (
        ("Let $ABC$ be a triangle with $AB = AC.$ A circle with center $O$ passes through $B$ and $C.$ Prove that $AO = BC.$", ("cong O C O B",)),
        ("In triangle $ABC$ let $M$ be the midpoint of $BC.$ A point $P$ lies on $AM.$ Prove that $PB = PC.$", ("coll P A M",)),
        ("Let $ABCD$ be a square.$$AB = 2.$$ A line through $A$ meets $BC$ at $E$. Prove that $AE = CE$.", ("coll E B C",)),
    ),
    "the incircle meets a side where it touches it": (
        ("The incircle of triangle $BCD$ meets $CD$ at $E$. Prove that $BE = CD$.", ("perp I E C D",)),
        ("Let $I$ be the incenter of triangle $ABC$. The incircle intersects sides $AB$, $AC$ at $P$, $Q$. Prove that $AP = AQ$.",
         ("perp I P A B", "perp I Q A C")),
        ("In triangle $ABC$ the $A$-excircle with center $J$ meets $BC$ at $K$. Prove that $AK = BC$.", ("perp J K B C",)),
    ),
    "two points without names": (
        ("Circle $k$ with center $O$ intersects line $AB$ at two distinct points. Let $M$ be the foot of the perpendicular from $O$ to $AB$. "
         "Prove that $MA = MB$.", ("coll M A B",)),
        ("Two circles with centers $O$ and $P$ intersect at two points. Let $A$ be one of their common points. Prove that $OA = PA$.", ("? cong O A P A",)),
        ("The circumcircle $k$ of triangle $ABC$ meets line $\\ell$ at two points. Let $D$ be the common point of $k$ and $\\ell$ closer to $A$. "
         "Prove that $AD = BC$.", ("cyclic A B C D",)),
    ),
    "several parallel lines": (
        ("Three parallel lines $\\ell_a, \\ell_b, \\ell_c$ pass through the vertices of triangle $ABC$. The line $\\ell_a$ meets $BC$ at $D$, "
         "and $\\ell_b$ meets $CA$ at $E$. Prove that $AD = BE$.", ("para A D B E",)),
        ("Two parallel lines $k$ and $l$ pass through $A$ and $B$, and $C$ lies on $k$. Point $D$ lies on $l$. Prove that $AC = BD$.", ("para A C B D",)),
        ("Parallel lines $p, q, r$ pass through $A$, $B$, $C$. Points $D$ and $E$ lie on $p$ and $r$. Prove that $AD = CE$.", ("para A D C E",)),
    ),
    "a circle in an angle": (
        ("A circle with center $O$ is inscribed in angle $BAC$ and touches its sides at $B$ and $C$. Prove that $OA = BC$.",
         ("perp O B B A", "perp O C C A")),
        ("Circle $k$ inscribed into the angle $XAY$ has center $I$ and touches $AX$ at $X$. Prove that $IA = AY$.", ("perp I X X A", "cong I T I X")),
        ("A circle is inscribed in $\\angle PQR$ and touches the sides of the angle $PQR$ at $P$ and $R$. Prove that $PR = PQ$.",
         ("perp O P P Q", "perp O R R Q")),
    ),
    "P, respectively Q; at M and also at N": (
        ("A circle touches the sides $AB$, $AC$ of triangle $ABC$ at the points $P$, respectively $Q$. Prove that $AP = AQ$.",
         ("coll P A B", "coll Q A C")),
        ("Two circles with centers $O$ and $P$ intersect at $M$ and also at another point $N$. Prove that $OM = PM$.", ("cong O N O M", "cong P N P M")),
        ("Line $AB$ meets the circle with center $O$ at $C$ and also at $D$. Prove that $OA = OB$.", ("coll C A B", "coll D A B", "cong O D O C")),
    ),
    "a line that separates points; points between parallel lines": (
        ("In triangle $ABC$ line $AD$ separates points $B$ and $C$. Prove that $DB = DC$.", ("B and C on opposite sides of A D",)),
        ("Let $\\ell$ be a line through $A$ and $D$ that separates $B$ from $C$. Prove that $DB = DC$.", ("B and C on opposite sides of A D",)),
        ("Let $ABCD$ be a trapezoid with $AB \\parallel CD$. Point $P$ lies between the lines $AB$ and $CD$. Prove that $PA = PB$.",
         ("P and C on the same side of A B", "P and A on the same side of C D")),
    ),
    "two bisectors, each of its own triangle": (
        ("Let $ABCD$ be a quadrilateral, and let $BL$ and $CN$ be the bisectors in triangles $ABD$ and $ACD$. Prove that $AL = DN$.",
         ("coll L D A", "coll N D A")),
        ("Let $D$ lie on side $BC$ of triangle $ABC$. Let $BE$ and $CF$ be altitudes of triangles $ABD$ and $ACD$. Prove that $BE = CF$.",
         ("coll E D A", "coll F D A")),
        ("Let $D$ lie on side $BC$ of triangle $ABC$. Let $BM$ and $CN$ be the medians of triangles $ABD$ and $ACD$. Prove that $BM = CN$.",
         ("coll M D A", "coll N D A")),
    ),
    "the angle of a triangle that is the smallest": (
        ("It is known that $\\angle BAC$ is the smallest angle in the triangle $ABC$. Let $O$ be the circumcenter of the triangle. Prove that $OA = BC$.",
         ("angle A B C > angle B A C", "cong O A O B")),
        ("Let $\\angle C$ be the greatest angle of triangle $ABC$. Prove that $AB = BC$.", ("angle B C A > angle C A B",)),
        ("In triangle $ABC$ angle $A$ is the largest angle. The circumcircle of the triangle meets the bisector of $\\angle A$ again at $D$. "
         "Prove that $AD = BC$.", ("cyclic A B C D",)),
    ),
    "diagonals at right angles, an adjective in brackets, the circumference of a triangle": (
        ("Let $ABCD$ be a quadrilateral such that diagonals $AC$ and $BD$ intersect at right angles, and let $E$ be their intersection. "
         "Prove that $EA = EB$.", ("perp A C B D", "coll E A C")),
        ("Point $F$ lies on the (internal) angle bisector of $\\angle DAC$. Prove that $FD = FC$.", ("D and C on opposite sides of A F",)),
        ("The bisector of $\\angle A$ in triangle $ABC$ meets the circumference of triangle $ABC$ again at $D$. Prove that $DB = DC$.", ("cyclic A B C D",)),
        ("Let $H$ be the image of $E$ under reflection in $AD$. Prove that $AH = AE$.", ("cong A E A H",)),
    ),
    "lists of points on lists of lines, after with": (
        ("Let $DEF$ be a triangle with $D, E, F$ on lines $BC, CA, AB$. Prove that $DE = EF$.", ("coll E C A", "coll F A B")),
        ("Let $AD$, $BE$, $CF$ be the bisectors of triangle $ABC$ with $D$, $E$ and $F$ on the sides $BC, CA, AB$. Prove that $AD = BE$.",
         ("E between C and A",)),
        ("Let $PQ$ be parallel to $BC$, with $P, Q$ on segments $AB, AC$. Prove that $AP = AQ$.", ("Q between A and C",)),
    ),
    "satisfying conditions": (
        ("Let $ABC$ be a triangle satisfying the conditions $AB > BC$ and $AC > BC$. Prove that $AB = AC$.", ("|A B| > |B C|", "|A C| > |B C|")),
        ("Point $P$ satisfies the condition $PA = PB$. Prove that $PB = PA$.", ("cong P A P B",)),
        ("Let $D$ be a point satisfying the equality $DA = DB$. Prove that $DB = DA$.", ("cong D A D B",)),
    ),
    "a perpendicular at a point": (
        ("Let $D$ be the intersection of the line $AB$ with the line perpendicular to $AC$ at $C$. Prove that $DA = DB$.", ("perp D C A C",)),
        ("A line perpendicular to $AB$ at $B$ meets $AC$ at $E$. Prove that $EA = EC$.", ("perp E B A B",)),
        ("In triangle $ABC$ the line $BD$ is perpendicular to $AC$ at $D$. Prove that $DA = DC$.", ("perp B D A C", "coll D A C")),
    ),
    "what is only seen, with what can be proved": (
        ("Let $XY$ meet $BC$ at $Z$. Show that $Z$ lies on the segment $BC$ and $ZB = ZC$.", ("? cong Z B Z C",)),
        ("In triangle $ABC$, prove that angle $A$ is acute and $AB = AC$.", ("? cong A B A C",)),
        ("Let $D$ lie on line $BC$. Prove that $D$ is inside triangle $PQR$ and $DP = DQ$.", ("? cong D P D Q",)),
    ),
    "lines that concur at a point of another": (
        ("In triangle $ABC$ prove that the bisectors of $\\angle BFC$ and $\\angle BHC$ concur at a point on $BC$.", ("? coll X B C",)),
        ("Prove that lines $AD$ and $BE$ are concurrent at a point on the circumcircle of triangle $ABC$.", ("coll X A D", "? cyclic A B C X")),
        ("Let $ABC$ and $DEF$ be triangles. Prove that lines $AD$ and $BE$ meet on line $CF$.", ("? coll X C F",)),
    ),
    "points made along, of which the statement doesn't speak": (
        ("Let $P_a$ be the projection of $P$ on $BC$ and $Q_a$ the midpoint of $AP_a$. Points $Q_b$ and $Q_c$ are defined similarly. Prove that $Q_aQ_b = AB$.",
         ("coll Q_b B P_b", "coll P_b C A")),
        ("Let line $m$ be the reflection of the altitude $AH_a$ of triangle $ABC$ in $AP$. Lines $n$ and $o$ are defined similarly. "
         "Prove that $m, n, o$ are concurrent.", ("perp H_b B C A",)),
        ("Triangle $ABC$ has incenter $I$. Let $T_a$ be the foot of the perpendicular from $I$ to $BC$, and let $S_a$ be the reflection of $I$ in $T_a$. "
         "Let $S_b$ and $S_c$ be defined similarly. Prove that $S_aS_b = AB$.", ("coll S_b I T_b",)),
    ),
    "in a triangle something is to be proved": (
        ("In triangle $ABC$ with $AB = AC$, prove that $\\angle ABC = \\angle ACB$.", ("cong A B A C", "? eqangle B A B C C A C B")),
        ("For an acute triangle $ABC$ with circumcenter $O$ show that $OA = OB$.", ("? cong O A O B",)),
        ("Given a square $ABCD$, find $\\angle ACB$.", ("? acompute C B C A",)),
    ),
    "again at a point, after a bisector": (
        ("The circumcircle of triangle $ABC$ meets the bisector of $\\angle A$ again at $D$. Prove that $DB = DC$.", ("cyclic A B C D",)),
        ("In triangle $ABC$ the circle with diameter $BC$ meets the bisector of angle $ABC$ again at $D$. Prove that $DB = DC$.", ("perp D B D C",)),
        ("Line $BC$ meets the external bisector of $\\angle BAC$ at $D$. Prove that $DB = DC$.", ("coll D B C",)),
    ),
    "its foot; sides of different lengths": (
        ("In triangle $ABC$, let $\\ell$ be the altitude from $A$, and let $D$ be its foot. Prove that $AD = BC$.", ("coll D B C", "perp D A B C")),
        ("In triangle $ABC$, let $m$ be the bisector of angle $A$, and let $D$ be its foot. Prove that $AD = BC$.", ("coll D B C", "eqangle A C A D A D A B")),
        ("Let $ABC$ be a triangle whose sides have pairwise different lengths. Prove that $AB = AC$.", ("|B C| != |A B|",)),
    ),
    "points that lie in an order": (
        ("A line meets $AB$ at $P$ and $CD$ at $Q$. Points $P$, $Q$, $R$ are collinear in this order. Prove that $PQ = QR$.", ("Q between P and R",)),
        ("A line through $S$ meets the circle with center $O$ at $A$ and $B$, where $S, A, B$ lie in this order. Prove that $SA = AB$.",
         ("A between S and B",)),
        ("Points $A, B, C, D$ lie on a circle $\\omega$. Suppose that $A$, $B$, $C$, $D$ lie in that order. Prove that $AB = CD$.",
         ("convex polygon A B C D",)),
    ),
    "denoted by, and more without by": (
        ("Denote by $M$ the midpoint of $BC$ and $N$ that of $CA$. Prove that $MN = AB$.", ("coll N C A",)),
        ("Denote by $D$, $E$ the projections of $P$ onto $AB$, $AC$ and $X$, $Y$ the projections of $Q$ onto $AB$, $AC$. Prove that $DE = XY$.",
         ("perp E P A C", "perp Y Q A C")),
        ("Denote by $H$ the orthocenter of triangle $ABC$, $O$ its circumcenter and by $M$ the midpoint of $BC$. Prove that $AH = OM$.",
         ("cong O A O B", "coll M B C")),
    ),
    "a side at its midpoint, an arc in brackets, a circle by its diameter": (
        ("A circle through $A$ touches $BC$ at its midpoint $M$. Prove that $MA = MB$.", ("coll M B C", "cong M B M C")),
        ("Let $M$ be the midpoint of the arc $BC$ (the one containing $A$) of the circumcircle of triangle $ABC$. Prove that $MB = MC$.",
         ("M and A on the same side of B C",)),
        ("Let $N$ be the midpoint of arc $BC$ (not containing $A$) of the circumcircle of triangle $ABC$. Prove that $NB = NC$.",
         ("N and A on opposite sides of B C",)),
        ("Point $S$ lies on circle $(AH)$ and the tangent at $S$ to the circle $(AH)$ meets $BC$ at $P$. Prove that $PS = PB$.", ("perp S A S H",)),
    ),
    "what a sign means, a measure, homothetic triangles, any altitude": (
        ("Define $[T]$ to be the area of triangle $T$. Let $E$ be a point with $[ABE] = [CDE]$. Prove that $AB = CD$.", ("? cong A B C D",)),
        ("Let $P$ be a point with $[PAB] = [PAC]$. (Here $[XYZ]$ denotes the area of triangle $XYZ$.) Prove that $PB = PC$.", ("? cong P B P C",)),
        ("In triangle $ABC$ we have $m\\angle ABC = 40^\\circ$. Find $m(\\angle BAC)$ if $AB = AC$.", ("aconst B C B A 40",)),
        ("Triangles $ABC$ and $DEF$ are homothetic. Prove that $AB = DE$.", ("para A B D E", "para B C E F")),
        ("Let $P$ be a point inside triangle $ABC$ not lying on any altitude. Prove that $PA = PB$.", ("P inside A B C",)),
    ),
    "segments in brackets": (
        ("Let $M$ be the midpoint of the side $[BC]$ and $D \\in (BC)$ a point with $DM = MA$. Prove that $AB = AC$.", ("coll M B C", "D between B and C")),
        ("Point $E \\in [AB]$ satisfies $EA = EC$. Prove that $EB = EA$.", ("E between A and B",)),
        ("The line $(AM)$ meets the segment $(BD)$ at $E$. Prove that $EB = ED$.", ("coll E A M", "E between B and D")),
    ),
    "a name with an index, and then an article": (
        ("Let $AD$ intersect the circle $k_1$ with center $O$ a second time at $E$, and let $A$ be on $k_1$. Prove that $OE = OA$.", ("coll E A D",)),
        ("Draw through $A_1$ a line parallel to $BC$, which meets $AB$ at $P$. Prove that $PA = PB$.", ("para A_1 P B C",)),
        ("Let the tangent at $A$ meet $\\omega_2$ a second time at $B$, where $\\omega_1$ and $\\omega_2$ are circles through $A$ with centers $O$ and $P$. "
         "Prove that $PB = PA$.", ("cong P B P A",)),
    ),
    "we consider points; altitudes of a vertex; but not between": (
        ("On the side $BC$ of triangle $ABC$ we consider points $D$ and $E$ such that $BA = BD$ and $CE = CA$. Prove that $AD = AE$.",
         ("D between B and C", "E between B and C")),
        ("In triangle $ABC$, $BH$ is the altitude of the vertex $B$. Prove that $HA = HC$.", ("coll H C A", "perp H B C A")),
        ("Points $S$ and $T$ lie on the line $AB$ (but not between $A$ and $B$), and $SA = TB$. Prove that $SB = TA$.", ("coll S A B", "coll T A B")),
        ("Let $OC$ be a radius of the circle $\\omega$ with center $O$ perpendicular to its diameter $AB$. Prove that $CA = CB$.", ("cong O A O C", "perp O C A B"))
    ),
    "determine after a condition; this point of intersection; centers one by one": (
        ("In a triangle $ABC$ the bisectors of angles $B$ and $C$ intersect at $I$. If $ABIC$ is cyclic, determine the angle $A$.", ("cyclic A B I C", "? acompute A B A C")),
        ("Let $ABC$, $CDE$ and $EFA$ be triangles. Prove that the circles $ABC$, $CDE$ and $EFA$ pass through one point and that this point of intersection lies on line $BD$.", ("? coll X B D",)),
        ("Let $ABCD$ be a quadrilateral with an inscribed circle with center $I$ and $M$, $N$ be the midpoints of $AC$ and $BD$. Prove that $IM = IN$.",
         ("coll M A C", "coll N B D")),
    ),
    "words of other papers": (
        ("The inner angular bisector of $\\angle CBA$ meets the outer angular bisector of $\\angle BCA$ at $N$. Prove that $NB = NC$.", ("C and A on opposite sides of B N",)),
        ("In triangle $ABC$, $H$ is the base of the altitude drawn from $B$. Prove that $HA = HC$.", ("coll H C A", "perp H B C A")),
        ("Point $K$ lies on the medial line of triangle $ABC$ parallel to $AC$. Prove that $KA = KC$.", ("coll K M M_1", "cong M B M A")),
        ("Given two circles intersecting at points $P$ and $Q$. Let $C$ be a point on the former circle. Line $CP$ meets the latter circle "
         "again at $A$. Prove that $CA = CQ$.", ("coll A C P", "A != P")),
    ),
    "circles of centers; points and their antipodes": (
        ("Circles $k$ and $l$, of centers $O$ and $P$ respectively, intersect at $A$ and $B$. Prove that $OA = PB$.", ("cong O B O A", "cong P B P A")),
        ("Circles $k$ and $l$ of centers $O$ and $P$ touch at $T$. Prove that $OT = PT$.", ("coll T O P",)),
        ("Let $P$ be a point on the circumcircle $\\omega$ of triangle $ABC$, distinct from $A$, $B$, $C$, and their antipodes in $\\omega$. Prove that $PA = PB$.",
         ("P != A", "P != B", "P != C")),
    ),
    "a relative clause without its pronoun": (
        ("Let $D$ be a point. Prove that the line passes through the circumcenters of triangles $ABD$ and $BCD$ is parallel to $AC$.", ("? para O O_1 A C",)),
        ("A circle passes through $A$ and $B$ meets $AC$ again at $D$. Prove that $AD = BD$.", ("coll D A C", "D != A")),
        ("A line passes through $A$ and $D$ intersects $BC$ at $E$. Prove that $EA = ED$.", ("coll E A D", "coll E B C")),
    ),
    "made likewise, in other words": (
        ("Let $ABC$ be a triangle, and $A'$ the midpoint of $BC$. Similarly, we obtain the points $B'$ and $C'$. Prove that $AA' = BB'$.", ("coll B' C A", "coll C' A B")),
        ("Let $A_1$ be the foot of the altitude from $A$ in triangle $ABC$; in the same way we make $B_1$ and $C_1$. Prove that $AA_1 = BB_1$.", ("coll B_1 C A",)),
        ("Let $X$ be the foot the altitude of triangle $ABC$ from $A$. Prove that $XB = XC$.", ("coll X B C", "perp X A B C")),
    ),
    "two groups of points; with something that differs": (
        ("Points $F$, $G$ are such that $A, F, B, E$ and $A, G, C, D$ are both concyclic. Prove that $AF = AG$.", ("cyclic A F B E", "cyclic A G C D")),
        ("Let $A, B, C$ and $A, D, E$ be collinear. Prove that $AB = AD$.", ("coll A B C", "coll A D E")),
        ("Let $L$ be on the circumcircle of triangle $ABC$ such that $K$, $L$, $A$ are collinear with $L \\neq A$. Prove that $LK = LA$.", ("coll K L A", "L != A")),
        ("The points $A, B, C, D$ and $E, F, G, H$ are both concyclic. Prove that $AB = EF$.", ("cyclic A B C D", "cyclic E F G H")),
    ),
    "the distance between a point and a line": (
        ("In triangle $ABC$ the distance between $A$ and the line $BC$ equals the distance between $B$ and $AC$. Prove that $AC = BC$.",
         ("coll D B C", "coll D_1 A C", "cong A D B D_1")),
        ("In a triangle $ABC$ we have $AB = AC = 5$ and $BC = 6$. Find the distance between $A$ and the side $BC$.", ("coll D B C", "cong A B A C")),
        ("Let $ABCD$ be a square. Prove that the distance between $A$ and $BC$ equals the distance between $A$ and $CD$.", ("? cong A D_1 A D_2",)),
    ),
    "images of several points, of said once": (
        ("Let $P$ and $Q$ be the projections of $A$ to $BC$ and $B$ to $AC$, respectively. Prove that $PQ = AB$.", ("coll P B C", "perp Q B A C")),
        ("Let $D, E$ be the reflections of $A$ in $BC$ and $B$ in $CA$. Prove that $DE = AB$.", ("cong B A B D", "cong C B C E")),
        ("Let $X$, $Y$ be the feet of the perpendiculars from $A$ to $BC$ and from $B$ to $AC$. Prove that $XY = AB$.", ("coll X B C", "coll Y A C")),
    ),
    "we know; the excircle by a side that it touches": (
        ("In triangle $ABC$, we know that lines $AD$ and $BE$ intersect at $P$. Prove that $PA = PB$.", ("coll P A D", "coll P B E")),
        ("In triangle $ABC$ let the excircle tangent to $BC$ have center $J$. Prove that $JA = BC$.", ("triangle A B C",)),
        ("We know that $D$ is the midpoint of $BC$. Prove that $DC = DB$.", ("coll D B C",)),
    ),
    "a circle has a center, a triangle hasn't": (
        ("The incircle of triangle $ABC$ with center $I$ touches $BC$ at $D$. Prove that $DI = DB$.", ("perp I D B C",)),
        ("The circumcircle of an acute triangle $ABC$ with center $O$ meets line $AO$ again at $D$. Prove that $DB = DC$.", ("cong O A O B",)),
        ("Let $ABCD$ be a square with center $O$. Prove that $OA = OB$.", ("cong O A O C",)),
        ("The excircle of triangle $ABC$ opposite $A$ with center $J$ touches $BC$ at $K$. Prove that $JK = KB$.", ("perp J K B C",)),
    ),
    "tangent at a point, and tangent to something else": (
        ("Circles $k$ and $l$ with centers $O$ and $P$ are externally tangent at point $D$ and internally tangent to a circle $m$ with center $Q$ "
         "at points $E$ and $F$ respectively. Prove that $DE = DF$.", ("D between O and P", "coll D O P")),
        ("Circles $k$ and $l$ are tangent at $D$ and tangent to line $AB$ at $A$ and $B$. Prove that $DA = DB$.", ("perp O A A B",)),
        ("Segments $AB$ and $CD$ are parallel and equal. Prove that $AD = BC$.", ("para A B C D", "cong A B C D")),
    ),
    "where a point is defined": (
        ("Let $ABCD$ be a quadrilateral and $N$ a point. Prove that $E, F, N$ are collinear, where $E = AC \\cap BD$ and $F = BC \\cap DA$.",
         ("coll E A C", "coll F D A", "? coll E F N")),
        ("Let $ABCD$ be a quadrilateral. Prove that $PA = PB$, where $P = AC \\cap BD$.", ("coll P B D", "? cong P A P B")),
        ("Let $ABC$ be a triangle and $D$ a point. Prove that $DM = DN$ where $M = AD \\cap BC$ and $N$ is the midpoint of $BC$.",
         ("coll M A D", "coll N B C", "? cong D M D N")),
    ),
    "with M on one side and N on another": (
        ("Let $MN$ be a line parallel to $BC$, with $M$ on the side $AB$ and $N$ on the side $AC$. Prove that $MA = NA$.",
         ("M between A and B", "N between A and C")),
        ("Let $PQRS$ be a square with $P$ on $AB$, $Q$ and $R$ on $BC$ and $S$ on $CA$. Prove that $BQ = RC$.", ("coll P A B", "coll Q B C", "coll R B C", "coll S C A")),
        ("Let $ABC$ be a triangle with $D$ on the segment $BC$ and $E$, $F$ on the lines $CA$, $AB$. Prove that $DE = DF$.",
         ("D between B and C", "coll E C A", "coll F A B")),
    ),
    "a circle whose points of contact are named later": (
        ("The $A$-mixtilinear incircle of triangle $ABC$ touches $AB$ and $AC$ at $K$ and $L$, and is tangent to the circumcircle $\\Gamma$ at $T$. "
         "Prove that $\\angle BTK = \\angle CTL$.", ("perp O K A B", "perp O L A C", "coll T O O_1")),
        ("The $A$-mixtilinear incircle of triangle $ABC$ has center $J$. Prove that $JB = JC$.", ("perp J T A B",)),
        ("The $A$-mixtilinear excircle of triangle $ABC$ touches $AB$ at $K$ and the circumcircle at $T$. Prove that $TA = TK$.", ("perp O K A B", "T between O and O_1")),
    ),
    "points without names, lines on none of which": (
        ("Let $P$ be a point inside triangle $ABC$ not lying on any altitude. Prove that $PA = PB$.", ("P inside A B C",)),
        ("The sides of triangle $DEF$ cut the sides of triangle $ABC$ in six points. Prove that $AD = BE$.", ("triangle D E F",)),
        ("Point $P$ inside triangle $ABC$ does not lie on any median. Prove that $PA = PB$.", ("P inside A B C",)),
    ),
    "what a list goes with": (
        ("Let $ABCDE$ be a convex pentagon. Prove that the perpendicular from $E$ to $BC$ and the segments $AC$ and $BD$ are concurrent.",
         ("perp X E B C",)),
        ("Triangle $ABC$ has a right angle at $C$, $D$ is the foot of the altitude from $C$, and $r$ is the inradius of triangle $ABC$. "
         "Prove that $r = CD$.", ("coll D A B", "perp D C A B")),
        ("Let $D$ be a point on the segment $BC$ of triangle $ABC$, $D \\ne B, C$. Prove that $DA = DB$.", ("D between B and C",)),
        ("Circles $k$ and $l$ with centers $O$ and $P$ have no common points. Line $AB$ touches $k$ at $A$ and $l$ at $B$. Prove that $OA = PB$.",
         ("perp O A A B",)),
        ("Knowing that $AB = 12$ and $AC = 16$ in triangle $ABC$ with a right angle at $A$, find $BC$.", ("perp A C A B",)),
    ),
    "what a point is, before what holds for it": (
        ("The point $T$ on the circumcircle of triangle $ABC$ is such that the circumcircles of $TMN$ and $ABC$ are tangent. Let $M$ and $N$ be the "
         "midpoints of $AB$ and $BC$. Prove that $TM = TN$.", ("coll T O O_1",)),
        ("Let $D$ be the point at which the line $AO$ intersects the circle $\\omega$ with center $O$ through $A$ such that $O$ is between $A$ and $D$. "
         "Prove that $OA = OD$.", ("coll D A O", "O between A and D")),
        ("Let $D$ be the point at which lines $AB$ and $CE$ meet. Prove that $DA = DC$.", ("coll D A B", "coll D C E")),
    ),
    "groups that are collinear in order; ends of a diameter": (
        ("Points $P$, $Q$ are such that $C, B, P, G$ and $C, Q, D, F$ are collinear in that order. Prove that $CP = CQ$.",
         ("coll C B P G", "coll C Q D F", "B between C and P", "D between Q and F")),
        ("Points $A, B, C$ are collinear in this order. Prove that $AB = BC$.", ("B between A and C",)),
        ("The incircle of triangle $ABC$ touches $BC$ at $D$, and $DE$ is its diameter. Prove that $AE = AD$.", ("E != D",)),
    ),
    "an adverb in brackets": (
        ("The line $DP$ intersects (a second time) the circumcircle of triangle $ABD$ at $X$. Prove that $PX = PD$.", ("X != D",)),
        ("The line $DP$ meets (again) the circumcircle of triangle $ABD$ at $X$. Prove that $PX = PD$.", ("X != D",)),
        ("The bisectors of $\\angle BAC$ and $\\angle ABC$ meet the circle with diameter $AB$ (again) at $D$ and $E$. Prove that $AD = BE$.", ("D != A", "E != B")),
    ),
    "parallel sides with an inequality; perpendiculars with feet": (
        ("Let $ABCD$ be a trapezoid with parallel sides $AB > CD$. Prove that $AD = BC$.", ("para A B C D", "|A B| > |C D|")),
        ("Let $ABCD$ be a quadrilateral with parallel sides $AD = BC$. Prove that $AB = CD$.", ("para A D B C", "cong A D B C")),
        ("From $L$, perpendiculars are drawn to $AB$ and $AC$ with feet $K$ and $M$, respectively. Prove that $LK = LM$.",
         ("perp K L A B", "perp M L A C", "coll K A B")),
        ("From $P$ perpendiculars are drawn to $BC$, $CA$, $AB$ with feet $D, E, F$. Prove that $PD = PE$.", ("coll F A B", "perp E P C A")),
    ),
    "where lines touch is said by where, not by such that": (
        ("Let $ABC$ be a triangle with incircle $\\omega$ and incenter $I$. Let $X$ be the point on line $BC$ different from $C$ such that the line through $X$ "
         "parallel to $AC$ is tangent to $\\omega$. Prove that $XI = XA$.", ("perp I T T X", "para T X A C")),
        ("Let $T$ be the point where the incircle of triangle $ABC$ touches $BC$, and $I$ the incenter. Prove that $IT = TB$.", ("perp I T B C",)),
        ("Let $P$ and $Q$ be points such that $AP$ and $AQ$ are tangent to the circle with center $O$. Prove that $AP = AQ$.", ("perp O P P A", "perp O Q Q A")),
        ("Let $D$ be the point at which the incircle of triangle $ABC$ is tangent to $BC$. Prove that $DB = DC$.", ("coll D B C",)),
    ),
    "circles that touch pairwise at points": (
        ("Circles $k_1$, $k_2$, $k_3$ with centers $K$, $L$, $M$ are pairwise externally tangent at $P$, $Q$, $R$. Prove that $PQ = QR$.",
         ("P between K and L", "Q between K and M", "R between L and M")),
        ("Circles $k_1$, $k_2$, $k_3$ with centers $K$, $L$, $M$ are mutually externally tangent at $P, Q, R$, where $k_2$ and $k_3$ touch at $P$. Prove that $PQ = QR$.",
         ("coll P L M",)),
        ("Three circles with centers $K$, $L$, $M$ are pairwise externally tangent. Prove that $KL = LM$.", ("T between K and L",)),
    ),
    "feet that are named": (
        ("Let $ABC$ be an acute triangle, with its feet of altitudes $D, E, F$ on sides $BC, CA, AB$ respectively. Prove that $DE = EF$.",
         ("perp D A B C", "coll E C A")),
        ("In triangle $ABC$ with feet of altitudes $D$, $E$, $F$ the circle $k$ passes through $D$, $E$, $F$. Prove that $DE = EF$.", ("perp D A B C",)),
        ("Let $D, E, F$ be the feet of altitudes of triangle $ABC$. Prove that $DE = EF$.", ("perp E B C A",)),
    ),
    "where a line meets another that is perpendicular to something": (
        ("Let $ABC$ be a triangle. The line $AC$ meets the line through $D$ perpendicular to $AB$ at $P$. Prove that $PA = PC$.",
         ("coll P A C", "perp P D A B")),
        ("Let $\\ell$ be the line $AC$. The reflection of $\\ell$ in $AB$ meets the line through $B$ perpendicular to $AB$ at $P$. Prove that $PA = PC$.",
         ("coll P A C_1", "perp P B A B")),
        ("Let $P$ be a point of segment $AB$. The line perpendicular to $AB$ at $P$ meets $AC$ at $D$. Prove that $PA = PC$.", ("perp D P A B", "coll D A C")),
        ("Let $ABC$ be a triangle. The line through $A$ perpendicular to $BC$ at $P$ meets the circle with diameter $AB$ at $Q$. Prove that $PA = PQ$.",
         ("perp P A B C", "coll P B C")),
    ),
    "arcs of different circles; a comma before what they don't contain": (
        ("Circles $k$ and $l$ meet at $A$ and $B$. Points $P$ and $Q$ lie on $k$ and $l$. Let $M$ and $N$ be the midpoints of arc $PB$ of $k$ and "
         "arc $QB$ of $l$, respectively. Prove that $MA = NA$.", ("cyclic A B P M", "cyclic A B Q N", "cong N Q N B")),
        ("Let $M$ be the midpoint of the arc $BC$ of the circumcircle of triangle $ABC$, not containing $A$. Prove that $MB = MC$.",
         ("M and A on opposite sides of B C",)),
        ("Let $M$ be a point on the arc $BC$ of the circumcircle of triangle $ABC$, which does not contain $A$. Prove that $MB = MC$.",
         ("M and A on opposite sides of B C",)),
    ),
    "the bisector of a triangle ends on its side, if nothing else is said": (
        ("In triangle $ABC$, $AD$ is the bisector of $\\angle BAC$. Prove that $AB/AC = BD/DC$.", ("coll D B C",)),
        ("Let $ABC$ be a triangle with angle bisectors $AD$ and $BE$. Prove that $AD = BE$.", ("coll D B C", "coll E C A", "eqangle A B A D A D A C")),
        ("In triangle $ABC$, $AD$ bisects angle $A$. Prove that $DB = DC$.", ("coll D C B",)),
        ("在△ABC中，AD平分∠BAC，求证：AB/AC=BD/DC。", ("coll D B C",)),
    ),
    "the vertices of a shape without a name; the other sides": (
        ("Let $ABCD$ be a square. The points $K, L, M, N$ are the vertices of another square. Prove that $AK = BL$.", ("perp K L L M",)),
        ("Points $K$, $L$, $M$ on the sides $BC$, $CA$, $AB$ of triangle $ABC$ are vertices of an equilateral triangle. Prove that $AK = BL$.", ("cong K L L M",)),
        ("Let $ABCD$ be a quadrilateral. A circle with center $O$ on side $AB$ is tangent to the other three sides. Prove that $AD + BC = AB$.",
         ("T between B and C", "T_1 between C and D", "T_2 between D and A")),
        ("四边形ABCD中，⊙O的圆心在AB上，且⊙O与其余三边都相切。求证：OA=OB。", ("T between B and C", "T_2 between D and A")),
    ),
    "produced beyond an end": (
        ("Let $D$ be the point on line $AB$ produced beyond $B$ such that $BD = BC$. Prove that $AD = CD$.", ("B between A and D",)),
        ("Let $ABC$ be a triangle and $D$ a point on $BC$ produced. Prove that $CD = CB$.", ("C between B and D",)),
        ("Let $ABCD$ be a quadrilateral in which $AB$ produced and $DC$ produced meet at $E$. Prove that $EA = ED$.", ("coll E A B", "coll E D C")),
    ),
    "segments that bisect each other; angles that differ": (
        ("Let $ABCD$ be a quadrilateral with $AB \\parallel CD$ and $BC \\parallel AD$. Prove that the diagonals bisect each other.",
         ("? midp M B D",)),
        ("Segments $AC$ and $BD$ bisect each other at $P$. Prove that $AB \\parallel CD$.", ("midp P A C", "midp P B D")),
        ("Let $ABC$ be a triangle with $\\angle A \\ne \\angle B$. Prove that $AB = AC$.", ("|C B| != |A C|",)),
    ),
    "of which vertex a line is, said in other words": (
        ("The line through $O$ parallel to $PE$ meets the altitude of triangle $ABC$ that passes through $A$ at $F$. Prove that $FP = FO$.", ("perp F A B C",)),
        ("Let $AN$ and $BM$ be the altitudes with respect to the sides $BC$ and $CA$ of triangle $ABC$. Prove that $AN = BM$.", ("coll N B C", "perp M B C A")),
        ("Let $K$, $L$, $M$ be the midpoints of $BC$, $CA$, $AB$ in triangle $ABC$. Point $P$ lies on the midline $KL$. Prove that $AP = BP$.",
         ("P between K and L",)),
        ("In triangle $ABC$, the altitude $AD$ and the bisector $BE$ meet at $P$. Prove that $AB = AC$.", ("coll P A D", "coll P B E", "coll D B C")),
    ),
    "segments of lengths": (
        ("The altitude to the hypotenuse of a right triangle divides it into segments of lengths $4$ and $9$. Find the length of the altitude.",
         ("D between A and B",)),
        ("In triangle $ABC$ with right angle $C$, the altitude from $C$ divides the hypotenuse into two segments of length $4$ and $9$. Find $AB$.",
         ("coll D A B", "perp D C A B")),
        ("The bisector of angle $A$ of triangle $ABC$ divides side $BC$ into segments of lengths $3$ and $4$. Find $AB/AC$.", ("D between B and C",)),
    ),
    "in the diagram; as it turns out; circles whose letter is in brackets": (
        ("In the diagram shown below, $ABCD$ is a square. Prove that $AC = BD$.", ("perp A B B C",)),
        ("In triangle $ABC$ with median $AM$ it turned out that $AM = BM$. Prove that $AB \\perp AC$.", ("cong A M B M",)),
        ("Let $ABC$ be a triangle inscribed in circle $(c)$ with center $O$. The tangents at $B$ and $C$ to $(c)$ meet at $D$. Prove that $DB = DC$.",
         ("perp D B O B", "perp D C O C")),
        ("Triangle $ABC$ is isosceles with $AB = AC$. Point $D$ lies on $BC$. Prove that $AD = AB$.", ("cong A B A C", "coll D B C")),
    ),
    "images of several, and then in what": (
        ("Let $M$ be the midpoint of $BC$. Let $A_2$ and $B_2$ be the points symmetric to $A_1$ and $B_1$, respectively, with respect to $M$. "
         "Prove that $A_1A_2 = B_1B_2$.", ("coll A_2 A_1 M", "cong M B_1 M B_2")),
        ("Let $P$ and $Q$ be the reflections of $A$ and $D$ respectively, with respect to the midpoint of $BC$. Prove that $PQ = AD$.", ("coll Q D M",)),
        ("Points $P$, $Q$ are symmetric to $A$, $B$, respectively, about line $CD$. Prove that $PQ = AB$.", ("perp C D A P", "perp C D B Q")),
    ),
    "points on a circle in order": (
        ("Let $A, B, C, D$ be four points on a circle in that order. Prove that $AC = BD$.", ("convex polygon A B C D",)),
        ("Let $A, B, C, D, E$ be points on circle $\\omega$, in this order. Prove that $AC = BD$.", ("convex polygon A B C D E",)),
        ("Let $P$, $A$, $B$ be points on a line in that order. Prove that $PA = PB$.", ("A between P and B",)),
    ),
    "on a segment, which has a bar over it": (
        ("Points $D$ and $E$ lie on $\\overline{AB}$ and $\\overline{AC}$, and $\\overline{DE} \\parallel \\overline{BC}$. Prove that $AD = AE$.",
         ("D between A and B", "E between A and C", "para D E B C")),
        ("Let $ABC$ be a triangle, and let $D$ be a point on $\\overline{BC}$ such that $\\overline{AD}$ bisects angle $A$. Prove that $DB = DC$.",
         ("D between B and C",)),
        ("Points $K$ and $L$ lie on $\\overline{AB}$, and point $M$ on $\\overline{AC}$. Prove that $KL = LM$.", ("K between A and B", "M between A and C")),
    ),
    "shapes without names; sides that differ": (
        ("A trapezoid with bases $AB$ and $CD$ is inscribed into a circle centered at $O$. Prove that $AC = BD$.", ("para A B C D", "cong O D O A")),
        ("The diagonals of a trapezoid with bases $AD$ and $BC$ meet at $P$. Prove that $PA = PD$.", ("para D A B C", "coll P A C")),
        ("Let $ABCD$ be a quadrilateral with pairwise distinct side lengths. Prove that $AC = BD$.", ("|A B| != |B C|", "|D A| != |C D|")),
        ("Let $ABC$ be an acute, non isosceles triangle. Prove that $AB = BC$.", ("|A B| != |A C|", "|B C| != |B A|")),
    ),
    "with lines that aren't parallel; each through its vertex and all through a point": (
        ("Let $ABCD$ be a cyclic quadrilateral with $AB$ and $CD$ not parallel. Prove that $AC = BD$.", ("A B not parallel to C D",)),
        ("The lines $AA_1$, $BB_1$, $CC_1$ through the vertices of triangle $ABC$ and a point $P$ in its interior meet the circumcircle at $A_1$, $B_1$, $C_1$. "
         "Prove that $AA_1 = BB_1$.", ("coll P A A_1", "coll P C C_1")),
        ("The bisector $AD$, the median $BM$ and the altitude $CH$ of triangle $ABC$ concur. Prove that $AB = AC$.", ("coll M C A", "perp H C A B")),
    ),
    "where tangents touch; equally far from a line; angles that are to be obtuse": (
        ("Let $A$ and $B$ be the points of tangency of the tangents from $P$ to the circle $k$. Prove that $PA = PB$.", ("perp O A A P", "perp O B B P")),
        ("Points $K$ and $L$ lie on the sides $AB$ and $AC$ of triangle $ABC$. Prove that $K$ and $L$ are equidistant from line $BC$.", ("? cong K D L D_1",)),
        ("In triangle $ABC$ we have $AB^2 + AC^2 < BC^2$. Prove that $\\angle A$ is obtuse.", ("? greater ∠CAB − 90",)),
    ),
    "each circle with its own arc, each list with what it doesn't contain": (
        ("In triangle $ABC$ let $M$, $N$ be the midpoints of the arcs $AB$ (not containing $C$) and $AC$ (not containing $B$). Show that $AM = AN$.",
         ("M and C on opposite sides of A B", "N and B on opposite sides of A C")),
        ("Circle $k$ with center $K$ is internally tangent to circle $l$, externally tangent to circle $m$ with center $M$, and tangent to $AB$ at $T$. "
         "Prove that $KT = MT$.", ("perp K T A B", "coll T_2 K M")),
        ("Circle $k$ with center $K$ is tangent to $AC$, tangent to $BC$, and tangent to $AB$ at $T$. Prove that $KT = TA$.", ("perp K T A B",)),
    ),
    "on a line, in order, with; the sides of a right triangle": (
        ("Points $A$, $B$, $C$ and $D$ lie on a line, in that order, with $AB = CD$. Find $AC/BD$.", ("B between A and C", "cong A B C D")),
        ("Points $A$, $B$, $C$ lie on a line in this order with $AB = BC$. Find $AC/BC$.", ("B between A and C",)),
        ("Let $H$ be the foot of the altitude from $B$ in triangle $ABC$. Given that $AB$, $BC$, and $BH$ are the side lengths of a right triangle, "
         "prove that $AH = BC$.", ("sqdistseq B C B H A B 1 1 -1",)),
        ("Triangle $ABC$ has sides of length $AB = 3$, $BC = 4$ and $AC = 6$. Find $\\cos A$.", ("rconst B C A B 4/3",)),
    ),
    "who names the hypotenuse says where the right angle is": (
        ("Let $ABC$ be a right triangle with hypotenuse $AC$. Prove that $AB = BC$.", ("perp B A B C",)),
        ("Let $ABC$ be a right-angled triangle with hypotenuse $AB$. Prove that $AC = BC$.", ("perp C A C B",)),
        ("In a right triangle $ABC$ with hypotenuse $AC$ let $M$ be the midpoint of $AC$. Prove that $MA = MB$.", ("perp B A B C",)),
    ),
    "what implies what; too; perpendiculars that end on their lines": (
        ("Let $ABC$ be a triangle. Show that $AB = AC$ implies $\\angle B = \\angle C$.", ("cong A B A C",)),
        ("Let $ABC$ be an equilateral triangle with $DE = EF$ and $AD = BE = CF$. Prove that the triangle $DEF$ is equilateral too.", ("? cong D E E F",)),
        ("Point $P$ is inside triangle $ABC$ and $PL$, $PM$, $PN$ are the perpendiculars to the sides $BC$, $CA$, $AB$. Prove that $PL = PM$.",
         ("coll L B C", "perp M P C A")),
        ("Let $ABCD$ be a trapezoid with bases $AB$ and $CD$ such that $AB > CD$. Prove that $AC = BD$.", ("|A B| > |C D|", "para A B C D")),
        ("Let $ABCD$ be a quadrilateral, $M$ and $N$ points. Prove that the circumcircles of triangles $ABN$ and $CBM$ and the line $BD$ have a common point "
         "other than $B$.", ("cyclic A B N X", "? coll X B D", "X != B")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_what_contests_print_is_read_as_they_mean_it(kind: str) -> None:
    for text, said in SAYS[kind]:
        assert_says(text, said)


@pytest.mark.parametrize(
    "made",
    ["Like this we make $B'$ and $C'$.", "Similarly define $B'$ and $C'$.", "Points $B', C'$ are defined analogously."],
)
def test_what_refers_back_to_what_was_drawn_is_not_made_again(made: str) -> None:
    drawn = "Draw a line through $D$ perpendicular to $DE$ and another line through $F$ perpendicular to $FE$. "
    with pytest.raises(ParseError, match="it isn't clear what is done in the same way"):
        parse_statement(f"{drawn}Let $A'$ be the common point of these two lines. {made} Prove that $AA' = BB'$.", "x")
