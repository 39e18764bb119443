"""More kinds of phrases that contests print, each in several statements, by what these say; what was once passed over in silence."""

from __future__ import annotations

import pytest

from solver.diagram.readings import settled
from solver.errors import ParseError
from solver.language.read import parse_statement
from solver.statements.predicates import PARA, Statement
from tests.language.said import assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "a shape after if, of which it is open which sides are meant": (
        ("Let M be the midpoint of side BC of triangle ABC. Prove that if triangle ABM is isosceles, then angle BAC is right.", ("cong A B A M",)),
        ("Let M be the midpoint of side BC of triangle ABC. Show that AM = BM if ABC is a right triangle.", ("perp C A C B",)),
        ("Let P be a point in triangle ABC. Prove that if triangles ABP and BCP are isosceles, then AB = BC.", ("cong A B A P", "cong B C B P")),
    ),
    "what several things have in common": (
        ("Let ABCDEF be a hexagon in which AD, BE and CF have the same perpendicular bisector. Prove that AB = DE.",
         ("para A D B E", "para A D C F", "cong M B M E", "cong M C M F")),
        ("Chords AB and CD of a circle have the same midpoint. Prove that AC = BD.", ("cong M A M B", "cong M C M D")),
        ("Triangles ABC and ADE have a common circumcenter. Prove that AD = BE.", ("cong O A O B", "cong O A O D")),
        ("Triangles ABC and ADE share the orthocenter. Let BD = CE. Prove that AD = BE.", ("cong B D C E",)),
        ("Triangles ABC and DEF have the same circumcircle. Prove that AD = BE.", ("cyclic D E F A",)),
        ("Prove that triangles ABC and ADE have the same centroid.", ("? coll G A M_3",)),
    ),
    "clauses that commas join: two lines do what one alone can't": (
        ("Points A, B, C, D lie on circle ω, AC and BD meet at P. Prove that PA = PB.", ("cyclic A B C D", "coll P A C", "coll P B D")),
        ("D is on BC, AD and BE meet at P, where E is on CA in triangle ABC. Prove that AP = BP.", ("coll D B C", "coll P A D", "coll P B E")),
        ("AB is parallel to CD, AC and BD meet at O. Prove that OA = OB.", ("para A B C D", "coll O A C", "coll O B D", "! para A B A C")),
        ("In triangle ABC, D and E are on AB and AC, DE and BC are parallel. Prove that AD = AE.", ("coll D A B", "coll E A C", "para D E B C")),
        ("In quadrilateral ABCD, M is the midpoint of AC, BM and AC are perpendicular. Prove that BA = BC.", ("cong M A M C", "perp B M A C")),
        ("Quadrilateral ABCD is inscribed in ⊙O, AC and BD intersect at P. Prove that PA = PB.", ("cong O B O A", "coll P A C", "coll P B D")),
    ),
    "angles that add up to one or two right ones; harmonic quadrilaterals; words of other languages' geometry": (
        ("In quadrilateral ABCD, angles A and C are supplementary. Prove that AB = CD.", ("eqangle A D A B C B C D",)),
        ("In quadrilateral ABCD, ∠ABC is supplementary to ∠CDA. Prove that AB = CD.", ("eqangle B A B C D C D A",)),
        ("Prove that angles A and C of a cyclic quadrilateral ABCD are supplementary.", ("? eqangle A D A B C B C D",)),
        ("Angles A and B of triangle ABC are complementary. Prove that AB = BC.", ("angeq A C A B B A B C -1 1 -1 1 90",)),
        ("Let ABCD be a harmonic quadrilateral. Prove that AC = BD.", ("cyclic A B C D", "eqratio A B B C A D D C")),
        ("In triangle ABC, points D, E, F on BC, CA, AB are aligned. Prove that DE = DF.", ("coll D E F",)),
        ("The mediatrix of BC meets side AB of triangle ABC at D. Prove that AD = DC.", ("cong D B D C",)),
        ("Let ABCD be an inscribable quadrilateral. Prove that AB = CD.", ("cyclic A B C D",)),
        ("The altitudes issuing from A and B in triangle ABC meet at P. Prove that PA = PB.", ("perp P A B C", "perp P B C A")),
    ),
    "what lines and polygons contain; a length after a side": (
        ("Let ABC be a triangle. The line DE contains the midpoint of BC. Prove that DA = DB.", ("coll M D E",)),
        ("Points D and E are on AB and AC in triangle ABC such that DE is parallel to BC and contains the incenter of ABC. Prove that AD = AE.",
         ("para D E B C", "coll I D E")),
        ("Segment AB contains point P with PA = PB in triangle ABC. Prove that PC = PA.", ("P between A and B", "cong P A P B")),
        ("Triangle ABC contains a point P such that PA = PB = PC. Prove that AB = BC.", ("P inside A B C", "cong P A P B")),
        ("In right triangle ABC with hypotenuse AB, AC = 12 and BC = 35. Find AB.", ("perp C A C B", "rconst B C A C 35/12", "! cong A B A C")),
        ("Let ABC be a triangle with side AB, AC = 12, BC = 35 and AB = 30. Prove that AB = BC.", ("! cong A B A C",)),
    ),
    "several arcs by their signs; a line, and no point, bisects an angle": (
        (r"Points $X$ and $Y$ lie on the arcs $\widehat{AB}$ and $\widehat{AC}$ of the circumcircle of $ABC$. Prove that $XB = YC$.",
         ("cyclic A B C X", "X and C on opposite sides of A B", "Y and B on opposite sides of A C")),
        ("In triangle ABC, a point E satisfies EB ∥ AC, and EB bisects angle AEC. Prove that EA = EC.", ("para E B A C", "eqangle E A E B E B E C")),
    ),
    "circles whose names stand in brackets": (
        ("Let $(c)$, $(c_1)$ be the circumcircles of triangles $ABD$ and $ACE$. A line through A meets $(c)$ again at P and $(c_1)$ again at Q. Prove that AP = AQ.",
         ("cyclic A B D P", "cyclic A C E Q", "P != A", "Q != A")),
        ("Let (k) be a circle with center O, and let A and B be points on (k). Prove that OA = OB.", ("cong O B O A",)),
        ("Let (ω) be the incircle of triangle ABC. Points P and Q lie on (ω). Prove that IP = IQ.", ("cong I P I D", "cong I Q I D")),
    ),
    "lines that are those of points; arcs that are bisected; an altitude of an equilateral triangle; each of two circles that a quadrilateral has": (
        ("Points P, B, A, Q occur on their line in that order. Prove that PA = PB.", ("coll P B A Q", "B between P and A", "A between B and Q")),
        ("In triangle ABC the line AD bisects the arc BC of the circumcircle not containing A. Prove that AD bisects angle BAC.",
         ("cong M B M C", "coll M A D", "M and A on opposite sides of B C")),
        ("Let M be a point inside equilateral triangle ABC with altitude h. Prove that the distance from M to BC is less than the altitude of the triangle.",
         ("perp D A B C",)),
        ("A quadrilateral ABCD has an incircle and a circumcircle. Prove that AB + CD = BC + DA.", ("cyclic A B C D", "perp O T A B")),
    ),
    "where points aren't": (
        ("Points $P$, $Q$ with $P \\not\\in BC$, $Q \\notin CA$ are such that $PA = QB$ in triangle $ABC$. Prove that $PA = PC$.",
         ("triangle P B C", "triangle Q C A")),
        ("Let $K \\notin AB$ be a point such that $KA = KC$, and let $BC = BA$. Prove that $KB = KC$.", ("triangle K A B",)),
        ("Let ABC be a triangle and $D$ a point ($D \\notin AC$) with $DA = DB$. Prove that $DB = DC$.", ("triangle D A C",)),
    ),
    "right angles of circles, chords and diagonals": (
        ("Circles with diameters AB and CD are orthogonal. Prove that AC = BD.", ("sqdistseq M M_1 M A M_1 C 1 -1 -1",)),
        ("Let AB and CD be orthogonal chords of a circle. Prove that AC = BD.", ("perp A B C D",)),
        ("Let ABCD be an orthodiagonal quadrilateral with AB = CD. Prove that AC = BD.", ("perp A C B D",)),
        ("Prove that the circumcircles of triangles ABC and ADE are orthogonal.", ("? perp A O A O_1",)),
        ("Let ABCD be a right trapezoid with bases AB and CD. Prove that AC = BD.", ("perp A D A B",)),
    ),
    "a point where lines are perpendicular": (
        ("Given a triangle $ABC$ with $\\angle B$ and $\\angle C$ acute, $AD \\perp BC$ at $D$, $M$ is the midpoint of $AD$. Prove that $MB = MC$.",
         ("coll D B C", "coll M A D", "angle A B C < 90", "angle B C A < 90")),
        ("In triangle $ABC$, $BE \\perp AC$ at $E$ and $CF \\perp AB$ at $F$. Prove that $BE = CF$.", ("coll E A C", "coll F A B")),
        ("Let $AD \\perp BC$ at $D$ and $AD = BC$. Prove that $AB = AC$.", ("perp A D B C", "coll D B C")),
    ),
    "what is said besides, after with": (
        ("Points $P$ and $Q$ are chosen on segment $AB$ with lines $CP$ and $CQ$ meeting the circumcircle of triangle $ABC$ again at $X$ and $Y$. "
         "Prove that $PX = QY$.", ("coll X C P", "P between A and B")),
        ("Points $K$ and $L$ are on lines $AB$ and $AC$ with $K$, $I$, $L$ collinear and $KL$ perpendicular to $AI$. Prove that $AK = AL$.",
         ("coll K I L", "perp K L A I")),
        ("Let $D, E$ lie on $AB$, $AC$ such that $BD = CE = BC$ with $D, E$ both distinct from $B, C$. Prove that $AD = AE$.", ("D != B", "E != C")),
    ),
    "lines from points, points that belong to curves, lines by their images": (
        ("In triangle $ABC$ prove that the line from $C$ perpendicular to $AB$ passes through the circumcenter.", ("? perp O C A B",)),
        ("Let $D$ belong to side $BC$ of triangle $ABC$. Prove that $AD = AB$.", ("D between B and C",)),
        ("Let $\\ell$ be a line, and let $\\ell_a$ and $\\ell_b$ be the lines obtained by reflecting $\\ell$ in the lines $BC$ and $CA$, "
         "respectively. Prove that $\\ell_a$ is parallel to $\\ell_b$.", ("cong B X B X_2", "cong C X C X_4")),
        ("In triangle ABC, AB is 2.5 times as long as AC. Prove that AB > AC.", ("rconst A B A C 5/2",)),
        ("The circumcircle of $\\triangle ABC$ $\\omega_1$ and the circumcircle of $\\triangle AEF$ $\\omega_2$ meet at $A, G$. Let $D$ lie on "
         "$\\omega_2$. Prove that $GD = GA$.", ("cyclic A E F D",)),
    ),
    "points in the interior of what stands first": (
        ("In the interior of the triangle ABC a point P is given so that PA = PB. Show that PA = PC.", ("P inside A B C",)),
        ("Inside triangle ABC a point P is given such that PA = PB. Show that PA = PC.", ("P inside A B C",)),
        ("In the interior of triangle ABC, a point P is chosen. Show that PA = PC.", ("P inside A B C",)),
    ),
    "only if, which isn't if": (
        ("Let ABC be a triangle. Prove that angle A is right only if $AB = 2AC$.", ("perp A C A B", "? rconst A B A C 2")),
        ("Prove that ABCD is cyclic only if AP = CP, where P is the midpoint of BD.", ("cyclic A B C D", "? cong A P C P")),
        ("Let ABC be a triangle. Show that AB = AC only if BC = CA.", ("cong A B A C", "? cong B C C A")),
    ),
    "a line by two points that is a tangent, which needn't touch there": (
        ("Let $ABCD$ be a quadrilateral such that the line $CD$ is a tangent to the circle on $AB$ as diameter. Prove that $AD = BC$.",
         ("coll T C D", "perp M T C D")),
        ("The line $CD$ is a tangent to the circumcircle of triangle $ABE$. Prove that $AD = BC$.", ("coll T C D",)),
        ("PA and PB are tangents to the circle with center O. Prove that PA = PB.", ("perp O A A P", "perp O B B P")),
    ),
    "they, of two circles spoken of one after the other; tangents that are drawn and then touch": (
        ("Denote by $\\omega_{B}$ the circle through $A$ and $B$ tangent to $\\overline{AC}$, and by $\\omega_{C}$ the circle through $A$, $C$ "
         "tangent to $\\overline{AB}$. They meet again at $D$. Prove that $DB = DC$.", ("D != A", "cong O_1 D O_1 A", "cong O D O A")),
        ("From a point $P$ outside a circle $\\omega$ tangents are drawn which touch $\\omega$ at $A$ and $B$. Prove that $PA = AB$.",
         ("perp O A A P", "perp O B B P", "|O P| > |O A|")),
    ),
    "triangles right-angled or isosceles at a vertex, after a comma or not": (
        ("In a triangle $ABC$, right-angled at the vertex $A$, $E$ is the midpoint of $BC$. Prove that $EA = EB$.", ("perp A C A B",)),
        ("Let ABC be a triangle, isosceles at A. Prove that BC = CA.", ("cong A C A B",)),
        ("Let $ABC$ be isosceles at $B$. Prove that $BC = CA$.", ("cong B A B C",)),
        ("In the triangle ABC, isosceles with AB = AC, M is the midpoint of BC. Prove that MA = MB.", ("cong A B A C",)),
    ),
    "a point, other than one, on a line": (
        ("In triangle $ABC$ let $P$ be a point, other than $A$, on the line $AB$ such that $CA = CP$. Prove that $BP = BC$.",
         ("coll P A B", "P != A", "cong C A C P")),
    ),
    "what is named is told after where, and isn't to be proved": (
        ("In triangle $ABC$ let $D$ be the midpoint of $BC$. Show that $H$, $O$ and $D$ lie on one line, where $H$ is the orthocenter of "
         "$ABC$ and $O$ the circumcenter of $ABC$.", ("perp H A B C", "cong O A O B", "? coll H O D", "! ? perp H A B C")),
    ),
    "the center of a circle that is inscribed in a triangle": (
        ("The inscribed circle of triangle $ABC$ with centre $I$ touches $BC$ at $D$. Prove that $ID = AB$.", ("perp I D B C", "! cong I A I B")),
        ("Let $ABCD$ be an inscribed quadrilateral with center $O$. Prove that $AB = CD$.", ("cong O A O B",)),
    ),
    "similarly, with a place": (
        ("In triangle $ABC$ the angle bisector of $A$ meets $BC$ at $D$. Similarly, points $E$ and $F$ lie on $CA$, $AB$. Prove that $DE = EA$.",
         ("eqangle A C A D A D A B", "eqangle B A B E B E B C", "eqangle C B C F C F C A", "coll E C A", "coll F A B")),
        ("Let $H$ be the orthocenter of triangle $ABC$, $M$ and $N$ the midpoints of $BC$ and $CA$. The circle with center $M$ through $H$ meets "
         "$BC$ at $A_1$ and $A_2$; similarly $B_1$ and $B_2$ on $CA$. Prove that $A_1B_1 = A_2B_2$.", ("coll B_1 C A", "coll B_2 C A")),
    ),
    "common tangents that meet, at the center of similitude": (
        ("The external common tangents of circles $\\omega$ and $\\Gamma$, with centers $O$ and $P$, meet at $X$. Prove that $XO = XP$.",
         ("coll X O P", "eqratio X O X P O X_1 P X_2", "O on ray X P", "|O X| > |O X_1|")),
        ("Let $X$ be the intersection of the common internal tangents to the circles (ABC) and (ADE). Prove that $XB = XC$.",
         ("coll X O O_1", "eqratio X O X O_1 O A O_1 A", "X between O and O_1", "|O X| > |O A|")),
        ("The common external tangents of the circles with centers $P$ and $Q$ meet at $S$. One of the tangents touches the circles at $A$ "
         "and $B$. Prove that $SA = AB$.", ("coll S P Q", "perp B A P A", "perp Q B B A")),
        ("The common external tangents of the circles (ABC) and (ADE) meet at $X$. Those of (ABC) and (AFG) meet at $Y$. Prove that "
         "$XY = XA$.", ("O on ray X O_1", "O on ray Y O_2")),
        ("Let $S$ be the insimilicenter of $(ABC)$ and $(ADE)$. Prove that $SB = SC$.", ("S between O and O_1", "! |O S| > |O A|")),
        ("设两圆⊙O与⊙P的外公切线交于点S，求证：S、O、P三点共线。", ("O on ray S P", "? coll S O P")),
    ),
    "a point on an altitude, a median or a bisector that is named with its end": (
        ("Let AD be the altitude of triangle ABC and P a point on the altitude AD. Prove that PB = PC.", ("P between A and D",)),
        ("Point P lies on the median AM of triangle ABC. Prove that PB = PC.", ("P between A and M",)),
        ("Point P lies on the angle bisector AL of triangle ABC. Prove that PB = PC.", ("P between A and L",)),
    ),
    "feet on opposite sides, points outside, lines that meet, dots between lengths": (
        ("In triangle $ABC$, $D$ is the foot of the perpendicular from $A$ and $M$ the midpoint of $BC$. Prove that $AD = AM$.",
         ("coll D B C", "perp D A B C")),
        ("Let $k$ be a circle with center $O$ and $P$ a point outside. The tangents from $P$ touch $k$ at $A$ and $B$. Prove that $PA = PB$.",
         ("|O P| > |O A|",)),
        ("The quadrilateral $ABCD$ is inscribed in a circle, with $AC$ and $BD$ meeting at $F$. Prove that $FA = FB$.", ("coll F A C", "coll F B D")),
        ("Let $X$ be a point such that $XA.BC=XB.AC=XC.AB$. Prove that $XA = XB$.", ("eqratio X A A C X B B C", "eqratio A C A B X C X B")),
        ("Let $P$ be a point on the circumcircle of triangle $ABC$, on the arc $BC$ not containing $A$. Prove that $PA = PB$.",
         ("P and A on opposite sides of B C",)),
        ("Let $O$ be the circumcenter of $ABC$. Show that the distance of $O$ from $BC$ equals half of $AB$.", ("? rconst O D A B 1/2",)),
    ),
    "means, orders in brackets, names again, circles around": (
        ("In triangle ABC, AB is the arithmetic mean of BC and CA. Prove that AB = BC.", ("distseq A B B C C A 1 -1/2 -1/2",)),
        ("Points A, B, C, D (in this order) lie on a circle. Prove that AC = BD.", ("convex polygon A B C D",)),
        ("Let D be the point for which A, B, D and C (in this order) are the vertices of a parallelogram. Prove that AD = BC.", ("para A B D C",)),
        ("Points $D$ and $E$ on sides $AB$ and $AC$ of triangle $ABC$ satisfy $DP = PE$ and $D, P, E$ are collinear. Prove that $AD = AE$.",
         ("cong D P P E", "coll D P E")),
        ("Show that the centers of the circles around XYZ and ABC and the incenter of ABC are collinear.", ("? coll O O_1 I",)),
    ),
    "what a goal speaks of, of which more is to be said": (
        ("Let $k$ and $l$ be the incircles of triangles ABC and BCD. Show that the common external tangent of $k$ and $l$, other than $BC$, "
         "is parallel to $AD$.", ("I and I_1 on the same side of T T_1", "triangle T B C")),
        ("Let ABC be a triangle with AB = AC. Prove that the A-mixtilinear incircle of ABC touches the line CD.", ("perp O T A B", "cong O T_1 O T")),
        ("The tangent to the circumcircle of ABC from P other than PA touches it at B. PA is tangent to it. Prove that PA = PB.", ("triangle B P A",)),
    ),
    "points that bisect, lines that are drawn and meet something, ratios of parts": (
        (r"Through the intersection O of the diagonals of the trapezoid $ABCD$ with $AB \parallel CD$, a line parallel to the bases is drawn, "
         "meeting the legs at $P$ and $Q$. Prove that $O$ bisects $PQ$.", ("para P O A B", "coll P B C", "? midp O P Q")),
        ("Let $P$ be a point that bisects segment $AB$. Prove that $AP = BP$.", ("midp P A B",)),
        ("Let $P$ be the point of intersection of $AC$ and $BD$. Find the ratio in which $P$ divides $AC$.", ("? rcompute A P P C",)),
        ("The triangle $ABC$ is given with $AC > BC$. Prove that $AB = AC$.", ("|A C| > |B C|",)),
        ("In triangle ABC, the altitude from A is equal to the one from B. Prove that AC = BC.", ("cong A D B D_1",)),
        ("A circle with center $O$ and a chord $AB$ that is not a diameter are given. Point $C$ is on the circle. Prove that $OA = OC$.",
         ("cong O B O A",)),
    ),
    "that and the one, by where they begin": (
        ("The perpendicular to $BC$ at $P$ meets $AB$ at $X$ and that at $Q$ meets $AC$ at $Y$. Prove that $PX = QY$.", ("perp Y Q B C", "coll Y A C")),
        ("The tangent to the circumcircle of triangle ABC at A meets BC at X, and the one at B meets CA at Y. Prove that XY = AB.",
         ("eqangle B Y B A C B C A", "coll Y C A")),
        ("P and Q are the feet of the heights from A to BC and B to AC respectively. Prove that PQ = AB.", ("perp Q B A C", "coll Q A C")),
        ("From a point $P$, a tangent $PA$ and a secant $PBC$ are drawn to a circle with center $O$. Prove that $PA = PB$.",
         ("perp O A A P", "coll P B C", "cong O C O A")),
    ),
    "names from sides, names in goals, two inner tangents": (
        ("The sides AB, BC, CA of a triangle are tangent to a circle at D, E, F. Prove that AD = AF.", ("triangle A B C", "D between A and B")),
        ("The sides AB and AC of a triangle are equal. Prove that angle B equals angle C.", ("triangle A B C", "cong A B A C")),
        ("Let ABC be a triangle, and let $E$ be the midpoint of $AB$. Show that the circumcircle $k$ of ABC touches $CE$. Let $P$ be the second point of intersection of $k$ with $BD$. "
         "Prove that $PB = PD$.", ("cyclic A B C P", "coll P B D")),
        ("The common internal tangents to the incircles of triangles ABC and BCD meet AB at $P$ and $Q$. Prove that $AP = BQ$.",
         ("I and I_1 on opposite sides of T T_1", "I and I_1 on opposite sides of T_2 T_3", "T and T_2 on opposite sides of I I_1")),
    ),
    "orders around a circle, points beside segments, products with roots": (
        ("Points A, B, C, D are on a circle in counterclockwise order. Prove that AC = BD.", ("convex polygon A B C D",)),
        ("Points A, B, C are on a line in this order. Prove that AC > AB.", ("B between A and C",)),
        ("Let $E$ be a point on line $BC$ outside segment $BC$ and $AE = BE$. Prove that $AC = BC$.", ("coll E B C",)),
        ("Let $K$ be the midpoint of $AE$, assume it does not lie on line $AB$. Prove that $KA = KB$.", ("triangle K A B",)),
        ("A circle with center $O$ has radius $R$. Its chord $BC$ has length $R\\sqrt{3}$. Prove that $OB = OC$.", ("distmeq O B B C 2 -2 1/3",)),
        ("$D$ is on side $BC$ of triangle ABC, and lines through $D$ parallel to $AC$, $AB$ cut $AB$, $AC$ at $E$, $F$. Prove that $DE = DF$.",
         ("para E D A C", "para F D A B", "coll F A C")),
    ),
    "circles on diameters that meet something, trapezoids by their parallel sides": (
        ("Let $k$ be the circle on diameter $AH$, meeting $AB$ and $AC$ again at $P$ and $Q$. Prove that $HP = HQ$.", ("perp P A P H", "coll P A B")),
        ("A trapezoid with $AB \\parallel CD$ and perpendicular diagonals is given. Let $Q$ be the midpoint of $BC$. Prove that $QA = QD$.",
         ("para A B C D", "perp A C B D")),
        ("An isosceles trapezoid with $AB \\parallel CD$ and $AB = 2CD$ is given. Prove that $AC = BD$.", ("rconst A B C D 2", "cong A D B C")),
    ),
    "that of, after a noun of something that is of something": (
        ("The extensions of opposite sides $AB$ and $CD$ of a quadrilateral $ABCD$ meet at $E$, those of $BC$ and $DA$ meet at $F$. Prove that $EA = FA$.",
         ("coll F B C", "coll F D A")),
        ("Let $M$, $N$ and $P$ be the midpoints of the sides $AB$, $BC$, $CD$ of the quadrilateral $ABCD$ and let $Q$ be that of $DA$. "
         "Prove that $MP = NQ$.", ("coll Q D A", "cong Q D Q A")),
        ("Let $M$ be the midpoint of side $BC$ of triangle $ABC$, and let $N$ be that of $AM$. Prove that $NA = NM$.", ("cong N A N M",)),
    ),
    "points differ, more points, parts in words, figures that lie outside": (
        ("Two circles touch externally at $T$. A line through $T$ meets them again at $A$ and $B$ ($A, B \\ne T$). Prove that $TA = TB$.", ("A != T", "B != T")),
        ("Two more points $P$ and $Q$ are on line $AB$ with $AP = BQ$. Prove that $AQ = BP$.", ("coll P A B",)),
        ("Let $D$ be on side $BC$ of triangle $ABC$ with $BC = 4BD$. Show that the area of $ABD$ equals one fourth of that of $ABC$.", ("rconst B C B D 4",)),
        ("Squares $ABDE$ and $CAFG$ lie outside the triangle $ABC$. Prove that $EB = CF$.", ("D and C on opposite sides of A B",)),
        ("Let $AB = 6$ and $BC = 5$. Find the distance from line $AC$ to the circumcenter of triangle $ABC$.", ("perp D O A C",)),
    ),
    "circles by their centers and radii in brackets": (
        ("Let ABC be a triangle inscribed in the circle $c(O,R)$. Let $D$ be on $c$. Prove that $OA = OD$.", ("cong O A O D", "cong O B O D")),
        ("The circle $c(K,KA)$ meets $AB$ again at $T$. Prove that $KT = KA$.", ("cong K T K A",)),
        ("The circle $(O,R)$ passes through $A$ and $B$. Prove that $OA = OB$.", ("cong O B O A",)),
        ("The circle $k(O; r)$ passes through $A$ and $B$. Prove that $OA = OB$.", ("cong O B O A",)),
    ),
    "s.t.; the circle passes; points in which a diameter's circle is met; rays that are touched; similar and equally oriented": (
        ("Point $K$ is on side $BC$ of triangle $ABC$ s.t. $\\angle AKB = \\angle ACB$. Prove that $AK = AC$.", ("eqangle K A K B C A C B",)),
        ("Let $k$ be the circle passes through $B,D,K$ and $l$ be the circle passes through $C,E,K$. $k$ and $l$ meet again at $L$. Prove that $LB = LC$.",
         ("cyclic B D K L", "cyclic C E K L")),
        ("The circle with diameter $BC$ cuts the circle with diameter $AD$ in $K, L$. Prove that $KL = BC$.", ("perp K A K D", "perp L B L C")),
        ("A circle touches the rays $CB$, $CD$ of parallelogram $ABCD$. Prove that $AB = AD$.", ("T on ray C B", "T_1 on ray C D")),
        ("Triangles $ABC$ and $DEF$ are similar and equally oriented. Prove that $AD = BE$.", ("simtri A B C D E F",)),
        ("Let $k$ be the circumcircle of triangle $BOD$. Next, construct $CF$, cutting $k$ at $G$. Prove that $OG = GD$.", ("cyclic B O D G", "coll G C F")),
    ),
    "points of tangency by the names of tangents, points beyond ends of lines": (
        ("From $A$, outside a circle with center $O$, two tangents $AB$, $AC$ to it are drawn ($B$, $C$ are points of tangency). Prove that $AB = AC$.",
         ("perp O B B A", "perp O C C A")),
        ("PA and PB are tangents to circle ω with center O, A and B being the tangency points. Prove that PA = PB.", ("perp O A A P", "perp O B B P")),
        ("Let $ABCD$ be a parallelogram, $E$ a point on the line $AB$, beyond $B$, and $F$ a point on the line $AD$, beyond $D$. Prove that $AE = AF$.",
         ("B between A and E", "D between A and F")),
        ("Let E be a point on line AB beyond B. Prove that AE = 2AB.", ("B between A and E",)),
    ),
    "angles at vertices, a relation before with, ratios that are equations": (
        ("Let ABC be a triangle with an angle of $120^\\circ$ at $A$. Prove that $AB = AC$.", ("aconst A B A C 120",)),
        ("Let ABC be a triangle, $AB<AC$, with circumcircle $k$. The bisector of angle $A$ meets $k$ again at $W$. Prove that $WB = WC$.",
         ("|A C| > |A B|", "cyclic A B C W")),
        ("A point $D$ on side $BC$ of triangle $ABC$ divides it in ratio $BD:DC = 1:2$. Prove that $AD = BC$.", ("rconst B D D C 1/2",)),
        ("In triangle ABC the line AI meets BC at K. Prove that BK = KC. Here I denotes the incentre.", ("I inside A B C",)),
    ),
    "two nouns of the same triangles, extensions from an end": (
        ("Let $O_1$, $O_2$ be the circumcenters and $H_1$, $H_2$ the orthocenters of triangles $APB$ and $CPD$. Prove that $O_1H_1 = O_2H_2$.",
         ("cong O_1 A O_1 P", "cong O_2 C O_2 P", "perp H_2 C P D")),
        ("Let $I$, $J$ be the incenters and $G$, $H$ the centroids of triangles $ABD$ and $ACD$. Prove that $IG = JH$.", ("J inside A C D", "I inside A B D")),
        ("Point E lies on the extension of line BC from C such that CE = AB. Prove that BE = CE.", ("C between B and E",)),
    ),
    "what is said to the reader": (
        ("In a square ABCD with side 3 find AC. Express your answer in simplest form.", ("cong A B B C",)),
        ("In a parallelogram $ABCD$ let $AB = 4$ and $BC = 2$. Determine the ratio $AB:BC$. (Give it in simplest form.)", ("rconst B C A B 1/2",)),
        ("Let the excircle of triangle $ABC$ opposite $A$ touch side $BC$ at $M$. Prove that $MB = MC$. (The excircle of $ABC$ opposite the vertex $A$ "
         "is the circle that is tangent to the segment $BC$ and to the rays $AB$ and $AC$ beyond $B$ and $C$.)", ("M between B and C",)),
    ),
    "altitudes, medians and bisectors as segments": (
        ("Let D be the midpoint of the altitude from C in triangle ABC. Prove that DA = DB.", ("coll D_1 A B", "perp D_1 C A B", "cong D C D D_1")),
        ("Let D be the midpoint of an altitude from C of triangle ABC, and let E be the foot of the altitude from C. Prove that DA = EB.", ("coll E A B", "cong D C D E")),
        ("In triangle ABC let D be the midpoint of the bisector of angle C. Prove that DA = DB.", ("coll D_1 A B", "cong D C D D_1")),
        ("In triangle ABC let G be the centroid and N the midpoint of the median from A. Prove that NB = NG.", ("cong N A N M",)),
        ("Let D be the midpoint of the perpendicular from C to AB. Prove that DA = DB.", ("coll D_1 A B", "perp D_1 C A B")),
    ),
    "points in which things meet in a goal, of which only the place is said": (
        ("In triangle ABC let D be on BC and E on CA. Prove that AD and BE intersect at a point lying on the circumcircle of ABC.", ("coll P A D", "coll P B E", "? cyclic A B C P")),
        ("In triangle ABC let D be on BC and E on CA. Show that AD and BE meet at a point of the circle CDE.", ("coll X A D", "coll X B E", "? cyclic C D E X")),
        ("In triangle ABC let D be on BC and E on CA. Show that AD meets BE at a point which lies on the median from C.", ("coll P A D", "coll P B E", "? coll P C M")),
    ),
    "vertices before excircles without a hyphen, lists after feet, numbers in digits": (
        ("Let ABC be a triangle with A excenter J. Prove that JB = JC.", ("J and A on opposite sides of B C",)),
        ("In triangle ABC the $B$ excircle touches AC at D. Prove that DA = DC.", ("perp J D C A",)),
        ("In triangle ABC let $D$ and $E$ be the feet of the altitudes from $A$ and $B$, respectively, and $K$ and $L$ the midpoints of $DE$ and $AB$. "
         "Prove that $KL = DE$.", ("perp E B C A", "cong K D K E", "cong L A L B")),
        ("Let D be on side BC of triangle ABC, and E on side CA. Show that the $4$ points $A, B, D, E$ are concyclic.", ("? cyclic A B D E",)),
    ),
    "lines in lists that aren't other names of lines": (
        ("Let D be a point on side BC of triangle ABC. Prove that the line AC, the tangent to the circumcircle of ABD at B, and the line through D parallel to AB are "
         "concurrent.", ("coll X A C", "? para X D A B")),
        ("Let D be a point on side BC of triangle ABC. Prove that the line AC, the perpendicular bisector of BD, and the line through D parallel to AB concur.",
         ("coll X A C", "cong X B X D", "? para X D A B")),
    ),
    "circles by a center between commas or before what they belong to, sentences in brackets": (
        ("In triangle $ABC$, the circumcircle, with center $O$, meets the line $AO$ again at $E$. Prove that $BE = OE$.", ("cong O A O B", "cong O E O A", "coll E A O")),
        ("The incircle with center $J$ of triangle $ABC$ touches the side $BC$ at $D$. Prove that $BD = CD$.", ("J inside A B C", "perp J D B C")),
        ("Let ABC be a triangle and D a point with DA = DC. (The points B and D lie on different sides of the line AC.) Prove that AB = CD.",
         ("B and D on opposite sides of A C",)),
        ("Given triangle $ABC$ and $(O)$ is its circumcircle. Let $D$ be on $BC$. Prove that $AD = OD$.", ("cong O A O B",)),
    ),
    "tangents through points of the circle, centers that get their names late": (
        ("Let ABC be a triangle with circumcircle $k$. The lines tangent to $k$ through $B$ and $C$ meet at $P$. Prove that $PB = PC$.", ("eqangle B P B A C B C A",)),
        ("The circle $k$ touches the sides $AB$ and $AC$ of triangle $ABC$ at $P$ and $Q$. Let $K$ be the center of $k$. Prove that $BK = CK$.",
         ("perp K P A B", "perp K Q A C", "! overlap K O")),
        ("A circle touches the sides $AB$ and $AC$ of triangle $ABC$ at $P$ and $Q$. Prove that $BK = CK$, where $K$ is its center.", ("perp K P A B", "! overlap K O")),
    ),
    "relations before another name, points of symmetry, lines that meet orthogonally": (
        ("Let $D$ be a point on side $BC$ of triangle $ABC$ such that $D \\neq B$ and $D \\neq C$, and $K$ be the midpoint of $AD$. Prove that $KB = KC$.",
         ("D != C", "cong K A K D", "! D != K")),
        ("Let $Q$ and $R$ be the points of symmetry for $P$ across the lines $AB$ and $AC$. Prove that $AQ = AR$.", ("cong A P A Q", "cong C P C R")),
        ("In triangle ABC let D be on BC. Prove that the line AD intersects orthogonally with the line BC.", ("? perp A D B C",)),
        ("In triangle ABC the line BC meets the line AK perpendicularly at D. Prove that KB = KC.", ("perp B C A K", "coll D A K")),
    ),
    "perpendiculars from several points, said once; one of the medians; relations that hold; circles that are congruent": (
        ("Let the feet of the perpendiculars from A to BC, B to CA, C to AB be D, E, F, respectively. Prove that DE = EF.", ("perp E B C A", "coll F A B", "perp F C A B")),
        ("In triangle ABC let D, E, F be the midpoints of BC, CA, AB. Prove that the perpendiculars from D to CA, E to AB and F to BC are concurrent.",
         ("perp X D C A", "perp X E A B", "? perp X F B C")),
        ("Let ABC be a triangle with $AB = AC$ and circumcenter $O$. Prove that $O$ lies on a median of triangle $ABC$.", ("? coll O A M",)),
        ("Let D be on side BC of triangle ABC such that the equalities $AD = BD$ and $BD = CD$ hold. Prove that AB = AC.", ("cong A D B D", "cong B D C D")),
        ("Let D be on side BC of triangle ABC with AB = AC. Prove that the circumcircles of triangles ABD and ACD are congruent.", ("? cong O A O_1 A",)),
        ("Construct the triangles BCD and CAE on the outside of triangle ABC. Prove that AD = BE.", ("D and A on opposite sides of B C",)),
    ),
    "circles that are called like points": (
        ("Two circles $C_1$ and $C_2$ meet at $A$ and $B$. Let $O_1$ and $O_2$ be the centers of $C_1$ and $C_2$, and $Q$ a point of $C_1$ outside $C_2$. Prove that "
         "$QO_1 = AO_1$.", ("cong O_1 A O_1 B", "|O_2 Q| > |O_2 A|")),
        ("Circles $K_1$ and $K_2$ meet at $A$ and $B$. $K_1$ passes through the center $O$ of $K_2$. Prove that $OA = OB$.", ("cong O A O B",)),
        ("Let $K_1$ be the center of the circle $K_1$ through $A$ and $B$. Prove that $K_1A = K_1B$.", ("cong K_1 B K_1 A",)),
    ),
    "names before what they name, places by in, double bars by LaTeX, equalities that are to be proved": (
        ("Let $ABC$ be a triangle with $H, O$ its orthocenter and circumcenter. Prove that $AH = AO$.", ("cong O A O B", "perp H A B C")),
        ("Let $ABC$ be a triangle with centroid $G$ and $H,O$ orthocenter and circumcenter. Prove that $AH = AO$.", ("cong O A O B", "perp H B C A")),
        (r"The points $E$ in $AC$ and $D$ in side $AB$ of triangle $ABC$ are such that $DE \| BC$. Prove that $AD = AE$.", ("coll E A C", "D between A and B", "para D E B C")),
        ("Let $D$ be on side $BC$ of triangle $ABC$. Prove the equality $AB = BD + AC$.", ("? distseq A B B D A C 1 -1 -1",)),
        ("Let $P$ and $Q$ lie on opposite sides of the line $AB$ and be equidistant from this line. Prove that $AP = BQ$.", ("perp D P A B", "perp D_1 Q A B", "cong P D Q D_1")),
    ),
    "inscribed before a noun and the circle after it": (
        ("Let $ABCD$ be an inscribed quadrilateral in a circle with center $K$. Prove that $KA = CD$.", ("cong K B K A", "convex polygon A B C D")),
        ("An inscribed quadrilateral $ABCD$ in a circle $k$ is given. The line $AB$ meets $k$ again at $E$. Prove that $EA = EB$.", ("cyclic A B C D",)),
        ("The circle $k$ is inscribed to triangle $ABC$ and touches $BC$ at $D$. Let $AD$ meet $k$ for second time at $E$. Prove that $DB = DC$.", ("perp O D B C", "E != D")),
    ),
    "how circles touch, said after what they touch; several touched by one word": (
        ("Circle $k$ with center $K$ is tangent to the circumcircle of $ABC$ internally at $F$. Prove that $FA = FB$.", ("coll F K O", "K on ray F O")),
        ("Circles $k$ and $l$ with centers $K$ and $L$ are tangent to each other externally at $T$. Prove that $TK = TL$.", ("T between K and L",)),
        ("A circle $k$ with center $K$ is tangent to $AB$ at $P$ and $AC$ at $Q$. Prove that $BP = CQ$.", ("perp K P A B", "perp K Q A C", "cong K Q K P")),
        ("Circle $k$ with center $K$ is tangent to circle $l$ with center $L$ at $A$ internally. Let $M$ be the midpoint of $KL$. Prove that $MA = MK$.", ("K on ray A L",)),
    ),
    "the largest of a triangle, by itself": (
        ("In triangle $ABC$, $\\angle A$ is biggest. Prove that $AB = BC$.", ("angle C A B > angle A C B", "angle C A B > angle A B C")),
        ("In triangle $ABC$, angle $B$ is the smallest. Prove that $AB = BC$.", ("angle B C A > angle A B C",)),
        ("Let $ABC$ be a triangle and $AB$ its shortest side. Prove that $AC = BC$.", ("|A C| > |A B|", "|B C| > |A B|", "! coll A B C")),
    ),
    "points that are all distinct from others, intersections of one line with several": (
        ("Let $D$, $E$, $F$ be points on $BC$ distinct from $A$, $B$. Prove that $DE = EF$.", ("D != B", "F != A", "E != B")),
        ("The lines $AK$, $BK$, $CK$ meet a line $\\ell$ at $D$, $E$, $F$, respectively, distinct from $A$ and $B$. Prove that $DE = EF$.", ("D != B", "E != A", "F != B")),
        ("Let $U,V$ be the intersections of line $AB$ with line $CD$ and line $CE$, respectively. Prove that $UA = VB$.", ("coll U C D", "coll V C E", "coll V A B")),
    ),
    "tangents in points, segments in brackets, radii by their ends, arrows over rays": (
        ("Let $k$ be the circumcircle of $ABC$. The tangents to $k$ in $B$ and $C$ meet in $R$. Prove that $RB = RC$.", ("eqangle B R B A C B C A",)),
        ("Let $D$ and $E$ be points on $[AB]$ and $[AC]$, respectively, such that $BD = CE$. Prove that $AD = AE$.", ("coll D A B", "coll E A C", "E between A and C")),
        ("The sides $[AB]$ and $[AC]$ of triangle $ABC$ are equal. Prove that $BC = AB$.", ("cong A B A C",)),
        ("Circles with centers $K$ and $L$ meet at $M$ and $N$. The radii $KP$ and $LQ$ are parallel. Prove that $KP = LQ$.", ("cong K P K M", "cong L Q L M", "para K P L Q")),
        (r"We choose $D$ on $\overrightarrow{AM}$ such that $AD = AC$. Prove that $CD = DM$.", ("D on ray A M",)),
        (r"The bisector of the $\angle B$ of triangle $ABC$ meets $AC$ at $D$. Prove that $DA = DB$.", ("eqangle B A B D B D B C",)),
        ("Let $ABCD$ be a cyclic quadrilateral, $K$ be its circumcenter, and $M$ be the midpoint of $AB$. Prove that $KM = CD$.", ("cong K A K B", "cong K A K C")),
    ),
    "diameters that are altitudes, what is perpendicular to a line and not that line": (
        ("The circle with the altitude $AD$ of triangle $ABC$ as diameter meets $AB$ at $P$. Prove that $DP = AP$.", ("coll D B C", "perp D A B C", "perp P A P D")),
        ("The circle with the median $AM$ of triangle $ABC$ as its diameter touches $BC$. Prove that $AB = AC$.", ("cong M B M C",)),
        ("In triangle $ABC$ the line through the midpoint of the bisector $AL$ perpendicular to $AL$ meets $BC$ at $P$. Prove that $AP = PL$.",
         ("perp P M A L", "! perp A L A L")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_what_contests_print_is_read_as_they_mean_it(kind: str) -> None:
    for text, said in SAYS[kind]:
        assert_says(text, said)


def test_lines_that_meet_in_a_named_point_meet_nowhere_else() -> None:
    with pytest.raises(ParseError, match="these lines meet at G"):
        parse_statement("In triangle ABC let BG meet the circle AMG again at X and CG at Y. Prove that XY = BC.", "x")


@pytest.mark.parametrize(
    "text",
    [
        "Let ABCD be an obtuse quadrilateral. Prove that AC = BD.",
        "Triangle ABC is the midpoint of DE. Prove that AD = AE.",
        "Let ABCDE be a scalene pentagon. Prove that AC = BD.",
    ],
)
def test_what_can_not_be_said_of_a_polygon_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse_statement(text, "x")


MIDPOINTS = "Let M, N, P, Q be the midpoints of the sides AB, BC, CD, DA of a quadrilateral ABCD. "


@pytest.mark.parametrize(
    "text, order",
    [
        ("Let ABCD be a cyclic quadrilateral. Prove that the orthocenters of triangles ABC and ABD and the points C and D are the "
         "vertices of a parallelogram.", "H H_1 D C"),
        (MIDPOINTS + "Prove that M, P, N and Q are the vertices of a parallelogram.", "M N P Q"),
        (MIDPOINTS + "Show that the points M, N, P and Q form a parallelogram.", "M N P Q"),
    ],
)  # fmt: skip
def test_figures_decide_in_which_order_points_of_a_goal_are_vertices(text: str, order: str) -> None:
    problem = settled(parse_statement(text))
    a, b, c, d = order.split()
    assert Statement(PARA, (a, b, c, d)) in [goal.statement for goal in problem.goals]
