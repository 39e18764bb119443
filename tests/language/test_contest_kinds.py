"""Kinds of phrases of contests that translate, abbreviate or turn their sentences around, each in several statements, by what these say."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.said import assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark, what it mustn't say with an exclamation mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "what is drawn or made in a direction, and what it meets": (
        (r"Let $ABC$ be a triangle with midpoint $K$ of $AB$. Make $KL \perp BC$ at point $L$. Prove that $KL = LB$.", ("perp K L B C", "coll L B C")),
        (r"Let $ABC$ be a triangle inscribed in $\odot O$. Make $CG \parallel AB$ and intersect $\odot O$ at $G$. Prove that $AG = BC$.",
         ("para C G A B", "cong O G O A", "G != C")),
        (r"Let $ABC$ be a triangle with circumcircle $k$. Draw $CG \parallel AB$ to meet $k$ at $G$. Prove that $AG = BC$.", ("para C G A B", "cyclic A B C G")),
        (r"Let $ABC$ be a triangle with circumcircle $k$. Construct $AE$ perpendicular to $BC$, which intersects $k$ at $E$. Prove that $BE = CE$.",
         ("perp A E B C", "cyclic A B C E")),
        ("Let $ABC$ be a triangle. Draw $BT$ perpendicular to $AC$ at $T$. Prove that $BT = TC$.", ("perp B T A C", "coll T A C")),
    ),
    "the radius by its name": (
        (r"Let $ABC$ be a triangle with incircle $\omega$. Suppose that $AB$ is equal to the diameter $d$ of $\omega$. Prove that $BC = d$.", ("rconst A B I D 2",)),
        (r"Let $ABC$ be a triangle with center $O$ of its circumcircle $k$. Prove that $AB$ is equal to the radius $R$ of $k$.", ("? cong A B O A",)),
        (r"Let $k$ be the circle with diameter $AB$, and $C$ a point on it. Prove that $AC$ equals the radius $r$ of $k$.", ("? cong A C M A",)),
    ),
    "in brackets, what is made likewise": (
        ("Let $ABC$ be a triangle and $M_A$ the midpoint of $BC$ (define $M_B$, $M_C$ analogously). Prove that $AM_A = BM_B$.", ("coll M_B C A", "coll M_C A B")),
        ("Let $ABC$ be a triangle and $T_A$ the point of tangency of its incircle in the side $BC$ ($T_B$ and $T_C$ are defined similarly). Prove that $T_AT_B = T_BT_C$.",
         ("perp T_B I C A",)),
        ("$I_A$ is the $A$-excenter of triangle $ABC$ (and $I_B$, $I_C$ are defined likewise). Prove that $AI_A = BI_B$.", ("eqangle B C B I_B B I_B B A",)),
    ),
    "excenters and excircles by the side that they touch": (
        ("Let $J$ be the excenter of triangle $ABC$ relative to the side $BC$. Prove that $JB = JC$.", ("eqangle A B A J A J A C",)),
        ("Let $J$ be the excenter of triangle $ABC$ corresponding to $AC$. Prove that $JA = JC$.", ("eqangle B C B J B J B A",)),
        ("The excircle of triangle $ABC$ corresponding to side $AB$ touches line $BC$ at $K$. Prove that $CK = AB$.", ("perp J K B C",)),
    ),
    "midpoints of two points that are known by what they are": (
        ("Circles $k$ and $l$ meet at $A$ and $B$. Let $M$ be the midpoint of the centers of $k$ and $l$. Prove that $MA = MB$.", ("coll M O O_1", "cong M O M O_1")),
        ("Let $M$ be the midpoint of the incenter and the orthocenter of triangle $ABC$. Prove that $MA = MB$.", ("coll M I H", "cong M I M H")),
        ("Let $M$ be the midpoint of points $A$ and $B$. Prove that $MA = MB$.", ("cong M A M B",)),
    ),
    "the intersection that is closest": (
        (r"Let $ABC$ be a triangle and $M$ the midpoint of $AB$. Let $P$ be the common point of $CM$ and the circle with diameter $AB$ closest to $C$. Prove that $PA = PB$.",
         ("|P_1 C| > |P C|",)),
        (r"Let $ABC$ be a triangle and $M$ the midpoint of $AB$. The line $CM$ cuts the circle with diameter $AB$ at $P$ and $Q$, where $P$ is nearest to $C$. Prove that $PA = PB$.",
         ("|Q C| > |P C|",)),
        (r"Let $ABC$ be a triangle and $M$ the midpoint of $AB$. Let $P$ be the intersection of $CM$ and the circle with diameter $AB$ farthest from $C$. Prove that $PA = PB$.",
         ("|P C| > |P_1 C|",)),
    ),
    "tangents in points; the second time; the plane of what is given": (
        ("Let $ABC$ be a triangle. The tangent in $A$ to the circumcircle of triangle $ABC$ meets $BC$ in $T$. Prove that $TA = TB$.", ("eqangle A T A B C A C B",)),
        (r"Let $ABC$ be a triangle inscribed in $k$, and $P$ a point in its plane. The line $AP$ meets the second time circle $k$ in $D$. Prove that $PD = PA$.",
         ("cyclic D A B C", "D != A")),
        (r"Let $k$ be a circle with center $O$ and $l$ a line in its plane. The line $l$ meets $k$ at $A$ and $B$. Prove that $OA = OB$.", ("? cong O A O B",)),
    ),
    "a verb that nothing joins; several things without a verb": (
        ("Let $ABC$ be a triangle. $(I)$ is the incircle of triangle $ABC$ touches $BC$, $CA$ at $D$, $E$. Prove that $DI = EI$.", ("perp I D B C", "perp I E C A")),
        ("Let $ABC$ be a triangle with midpoints $D$, $E$, $F$ of $BC$, $CA$, $AB$. Prove that $AD$, $BE$, $CF$ concurrent.", ("? coll X C F",)),
        ("Let $AD$ and $BE$ be altitudes of triangle $ABC$. Prove that $A$, $B$, $D$, $E$ concyclic.", ("? cyclic A B D E",)),
    ),
    "on something and inside something": (
        ("Let $ABCD$ be a convex quadrilateral and $E$ a point on $BD$ and inside $ABCD$. Prove that $AE = EC$.", ("coll E B D", "E inside A B C D")),
        (r"Let $ABCD$ be a convex quadrilateral. A point $E$ lies on the circle with diameter $AB$ and inside $ABCD$. Prove that $AE = EC$.", ("E inside A B C D",)),
        (r"Let $ABCD$ be a convex quadrilateral, $k$ the circumcircle of $ABC$, and let $E$ be a point on $k$ and inside $ABCD$. Prove that $AE = EC$.",
         ("cyclic A B C E", "E inside A B C D")),
    ),
    "what a letter stands for, said after it was used": (
        (r"Let $Q$ be a point on $\Gamma$, where $\Gamma$ is the circumcircle of triangle $ABC$. Prove that $QA = QC$.", ("cyclic A B C Q",)),
        (r"Lines $AM$ and $BN$ meet the circle $k$ again at $C$ and $D$, where $k$ is the circle with diameter $AB$. Prove that $AC = BD$.", ("perp C A C B",)),
        (r"In triangle $ABC$ let $P$ be the intersection of $\ell$ and $BC$, where $\ell$ is the tangent at $A$ to the circumcircle of $ABC$. Prove that $PA = PB$.",
         ("eqangle A P A B C A C B", "coll P B C")),
    ),
    "a segment and its extension beyond an end": (
        (r"The circle with center $O$ through $B$ meets segment $AO$ at $I$ and its extension beyond $O$ at $J$. Prove that $IJ = 2OB$.", ("O between A and J",)),
        (r"Let $ABC$ be a triangle. A circle through $B$ and $C$ meets the side $AC$ at $D$ and its prolongation past $A$ at $E$. Prove that $AD = AE$.",
         ("A between C and E",)),
        (r"Let $ABC$ be a triangle. A line meets the side $AB$ and its extension beyond $B$ in $D$ and $E$. Prove that $BD = BE$.", ("B between A and E",)),
    ),
    "inscribed in a circle that gets its name so; again, where it is said later that a point is on it": (
        (r"Let $ABC$ be a triangle inscribed in $\omega$. The line $AP$ meets $\omega$ again at $D$. Prove that $PD = PA$.", ("cyclic A B C D", "D != A")),
        ("Let $ABCD$ be a quadrilateral inscribed in $k$. The tangents to $k$ at $A$ and $B$ meet at $P$. Prove that $PA = PB$.", ("cyclic A B C D",)),
        ("The lines $AP$ and $BP$ meet circle $k$ again at $D$ and $E$. Points $A$ and $B$ are on $k$. Prove that $PD = PA$.", ("D != A", "E != B")),
        ("The line $AP$ meets a circle $k$ again at $D$. Triangle $ABC$ is inscribed in $k$. Prove that $PD = PA$.", ("D != A", "cyclic D A B C")),
    ),
    "a list of which a verb in the plural speaks, after what the triangle has": (
        (r"In triangle $ABC$ with $\angle A = 60^\circ$, points $M, N, K$ lie on $BC, AC, AB$ respectively. Prove that $BK = KM$.",
         ("coll M B C", "coll N A C", "coll K A B", "! coll K B C")),
        ("In triangle $ABC$ with $AB = AC$, points $D$, $E$ are on the sides $BC$, $CA$. Prove that $AD = BE$.", ("D between B and C", "E between C and A")),
        ("Given triangle $ABC$ with incenter $I$, lines $AI$, $BI$ meet $BC$, $CA$ at $D$, $E$. Prove that $AD = BE$.", ("coll D B C", "coll E B I")),
        ("In triangle $ABC$ with $AB < AC$, $P$, $Q$ lie on $AC$. Prove that $BP = BQ$.", ("coll P A C", "coll Q A C")),
    ),
    "where a point is, after what it isn't": (
        ("Let $D$ be a point different from the vertices on the side $BC$ of a triangle $ABC$. Prove that $AD = BC$.", ("D between B and C", "D != B", "! A between B and C")),
        ("Let $D$ be a point other than the vertices on side $AB$ of triangle $ABC$. Prove that $CD = AB$.", ("D between A and B", "D != A")),
        ("Let $P$ be a point other than $A$ on the circumcircle of triangle $ABC$. Prove that $PA = BC$.", ("cyclic A B C P", "P != A")),
    ),
    "as long as; and choose": (
        ("In triangle $ABC$ the side $AB$ is as long as the median $AM$. Prove that $AC = BC$.", ("cong A B A M",)),
        ("In triangle $ABC$, angle $A$ is as large as angle $B$. Prove that $AC = BC$.", ("eqangle A C A B B A B C",)),
        ("Let $AB$ be a segment and choose a point $K$ on it. Prove that $AK = KB$.", ("coll K A B",)),
    ),
    "when extended and produced, before the verb": (
        ("Circles with centers $O$ and $P$ meet at $A$ and $B$. The radius $OB$ when extended meets the second circle at $C$. Prove that $PB = PC$.",
         ("coll C O B", "! C between O and B")),
        ("In triangle $ABC$ the side $AB$ produced meets the tangent at $C$ to the circumcircle at $D$. Prove that $AC = AD$.",
         ("B between A and D", "! D between A and B")),
        ("In triangle $ABC$ the side $AB$, when extended, meets the tangent at $C$ to the circumcircle at $D$. Prove that $AC = AD$.",
         ("coll D A B", "! D between A and B")),
    ),
    "tangent without to": (
        (r"Let $ABC$ be a triangle. The circle $c$ passes through $A$, $B$ and is tangent $AC$ at $A$. Prove that $AB = AC$.", ("perp O A A C",)),
        (r"Let $ABC$ be a triangle, and let $\omega$ be a circle through $B$ tangent $AC$ at $C$. Prove that $AB = BC$.", ("perp O C C A",)),
        (r"A circle $k$ with center $O$ is tangent $AB$ at $T$. Prove that $OT \perp AB$.", ("perp O T A B",)),
    ),
    "what is perpendicular is the line, not the segment through whose midpoint it is drawn": (
        ("Let $l$ be the line through the midpoint of segment $BC$ which is perpendicular to the bisector of $\\angle BAC$. Let $l$ meet $AB$ at $D$. Prove that $AD = BC$.",
         ("perp D M A X", "! perp B C A X")),
        ("In triangle $ABC$ the line through the midpoint of side $BC$ that is parallel to $AB$ meets $AC$ at $E$. Prove that $AE = EC$.", ("para E M A B",)),
        ("In triangle $ABC$ the line passing through the midpoint of $BC$ which is also perpendicular to $AB$ meets $AC$ at $E$. Prove that $AE = EC$.", ("perp E M A B",)),
    ),
    "the other tangent": (
        ("Let $X$ be a point on side $AC$ of triangle $ABC$. The tangent line from $X$ to the incircle (different from $AC$) meets $AB$ at $Y$. Prove that $XY = XC$.",
         ("triangle T A C",)),
        ("Let $X$ be a point on side $AC$ of triangle $ABC$. The second tangent from $X$ to the incircle meets $AB$ at $Y$. Prove that $XY = XC$.", ("triangle T A C",)),
        (r"Let $PA$ be tangent to the circle $k$ at $A$. The other tangent from $P$ to $k$ touches it at $C$. Prove that $PA = PC$.", ("triangle C P A",)),
        (r"Let $M$ be the midpoint of $BC$ in triangle $ABC$. The tangent from $M$ to the incircle, distinct from $BC$, meets $AC$ at $K$. Prove that $MK = MB$.",
         ("triangle T B C",)),
    ),
    "the other circle, for a line through the center of one": (
        ("Circles $k$ and $l$ with centers $K$ and $L$ meet at $A$ and $B$. The line $KA$ meets the other circle again at $C$. Prove that $LA = LC$.", ("cong L C L A",)),
        ("Circles with centers $O$ and $P$ meet at $A$ and $B$. The radius $OB$ extended beyond $B$ meets the other circle at $C$. Prove that $PB = PC$.", ("cong P C P A",)),
        ("Circles $k$ and $l$ with centers $K$ and $L$ meet at $A$ and $B$. The line $KA$ meets $k$ again at $C$ and the other circle again at $D$. Prove that $LA = LD$.",
         ("cong K C K A", "cong L D L A")),
    ),
    "equal angles and antiparallel lines": (
        ("Let $AD$ be an altitude of triangle $ABC$, $P$ on $AD$, and let $BP$ and $CP$ meet $AC$ and $AB$ at $E$ and $F$. Prove that $DE$ and $DF$ make equal angles with $AD$.",
         ("? eqangle D E A D A D D F",)),
        ("In triangle $ABC$ with circumcenter $O$ and orthocenter $H$, prove that the bisector of angle $A$ makes equal angles with $AO$ and $AH$.",
         ("? eqangle A O A X A X A H",)),
        ("Let $EF$ be antiparallel to $BC$ with respect to $\\angle BAC$, where $E$ and $F$ lie on $AC$ and $AB$. Prove that $BE = CF$.", ("eqangle E F A B A C B C",)),
        ("Let $BE$, $CF$ be altitudes of triangle $ABC$. Prove that the lines $EF$ and $BC$ are antiparallel in angle $BAC$.", ("? eqangle E F A B A C B C",)),
    ),
    "sides that aren't parallel; the circumference of a circle; on one side of a line": (
        ("Let $ABCD$ be a convex quadrilateral with pairwise non-parallel sides. Prove that $AC = BD$.", ("A B not parallel to C D",)),
        ("Let $ABCD$ be a quadrilateral with no parallel sides. Prove that $AC = BD$.", ("D A not parallel to B C",)),
        (r"Triangle $ABC$ is inscribed in a circle $\omega$. Points $P$, $Q$ lie on the circumference of $\omega$. Prove that $AP = AQ$.", ("cyclic A B C P",)),
        ("Points $E$, $F$ lie on $AB$, $AC$ and are in one side of the line $PQ$, where $P$, $Q$ are points. Prove that $AE = AF$.", ("E and F on the same side of P Q",)),
    ),
    "through a point, what is drawn; one of the arcs; inside a circle that gets its name so": (
        (r"Circles $\odot O$ and $\odot P$ meet at $A$ and $B$. Through $B$ make $BE \parallel PA$, intersecting $\odot O$ at another point $E$. Prove that $BE = AB$.",
         ("para B E P A", "cong O E O A", "E != B")),
        (r"Let $ABC$ be a triangle. From $D$ on $BC$ draw $DE \parallel AC$, meeting $AB$ at $E$. Prove that $DE = EC$.", ("para D E A C", "coll E A B")),
        (r"Let $M$ be the midpoint of one of the arcs $XY$ of circle $k$ with center $O$. Prove that $MO \perp XY$.", ("cong M X M Y",)),
        (r"Circle $\Gamma_2$ is inside $\Gamma_1$ and touches it at $N$. The chord $ST$ of $\Gamma_1$ touches $\Gamma_2$ at $M$. Prove that $MS = MT$.", ("perp O_1 M S T",)),
    ),
    "what a hat is over": (
        (r"In triangle $ABC$ we have $\widehat{BAC} = 60^\circ$ and $\widehat{ABC} - \widehat{ACB} = 20^\circ$. Prove that $AB < AC$.", ("aconst A C A B 60",)),
        (r"In a convex quadrilateral $ABCD$ let $\widehat{ADC} = \widehat{ACB}$. Prove that $AB = CD$.", ("eqangle D A D C C A C B", "! cong A C A B")),
        (r"Points $A, B, C, D$ lie on a circle with $\widehat{AB} = \widehat{CD}$. Prove that $AB = CD$.", ("cong A B C D",)),
        (r"Let $D$ be the midpoint of $\widehat{ABC}$ on the circumcircle of triangle $ABC$. Prove that $DA = DC$.", ("D and B on the same side of A C",)),
    ),
    "bisectors of an angle that is no triangle's end on the segment between its sides": (
        (r"Let $CH$ be an altitude of triangle $ABC$, and let $HK$, $HL$ be the bisectors of angles $CHB$, $AHC$. Let $E$ be the midpoint of $HK$. Prove that $EK = EL$.",
         ("coll K C B", "coll L A C")),
        ("Let $D$ be a point on $BC$ in triangle $ABC$, and $DE$ the bisector of $\\angle ADB$. Prove that $DE = EB$.", ("coll E A B",)),
        ("Let $D$ be a point on $BC$ in triangle $ABC$, and $DE$ the bisector of $\\angle ADB$, where $DE = DA$. Prove that $AE = EB$.", ("! coll E A B",)),
    ),
    "lines and circles that are to meet at a point with a name": (
        ("Let $D$, $E$, $F$ be the midpoints of $BC$, $CA$, $AB$. Prove that the lines $AD$, $BE$, $CF$ meet at a point $T$.", ("coll T B E", "? coll T C F")),
        ("Let $P$ be a point, $D, E, F$ its reflections in the sides $BC, CA, AB$ of triangle $ABC$. Prove that the circumcircles of $PDA$, $PEB$, $PFC$ meet at a point $T$ "
         "different from $P$.", ("T != P", "? cyclic P F C T")),
        ("Let $P$ be a point, $D, E, F$ its reflections in the sides $BC, CA, AB$ of triangle $ABC$. Prove that the circumcircles of $PDA$, $PEB$ and $PFC$ meet again at $T$.",
         ("T != P", "? cyclic P F C T")),
    ),
    "points in lines that have names": (
        (r"Let $r$ and $s$ be the bisectors of $\angle ABC$ and $\angle BCA$. The points $E$ in $r$ and $D$ in $s$ are such that $AD \parallel BE$. Prove that $AD = BE$.",
         ("para A D B E", "eqangle B A B E B E B C")),
        (r"Let $r$, $s$ be lines through $A$. Points $E$ in $r$ and $D$ in $s$ are chosen such that $AD = AE$. Prove that $AD = DE$.", ("cong A D A E",)),
        (r"Let $r$ be the line $AB$ and $s$ the line $AC$. Points $E$ on $r$ and $D$ on $s$ are chosen such that $AD = AE$. Prove that $AD = DE$.", ("coll E A B", "coll D A C")),
    ),
    "what a circle with a diameter meets; the chords of the circle of an arc": (
        ("Let $H$ be the orthocenter of triangle $ABC$. The circle with diameter $AH$ intersecting $AB$, $AC$ at $F$, $E$ has center $O$. Prove that $OE = OF$.",
         ("perp F A F H", "coll F A B", "coll E A C")),
        (r"Let $ABC$ be a triangle and $k$ the circle with diameter $BC$ meeting $AB$ at $P$. Prove that $CP \perp AB$.", ("perp P B P C", "coll P A B")),
        (r"Let $M$ be the midpoint of one of the arcs $AB$ of a circle, and let two chords $MC$ and $MD$ cut $AB$ at $E$ and $F$. Prove that $EC = FD$.",
         ("E between M and C", "coll F A B")),
    ),
    "a circle by its center, of which it is said later whose circumcenter it is": (
        (r"Let $F$ be a point on $\odot O$, where $O$ is the circumcenter of triangle $ABC$. Prove that $FA = FB$.", ("cong O A O F",)),
        (r"Line $BC$ meets $\odot O$ at $D$ and $E$. Let $O$ be the circumcenter of triangle $APQ$. Prove that $AD = AE$.", ("cong O A O D",)),
        (r"In triangle $ABC$ draw $CG \parallel AB$ to meet $\odot O$ at $G$ with $O$ the circumcenter of triangle $ABC$. Prove that $AG = BC$.", ("para C G A B",)),
    ),
    "circles with one center": (
        ("Let k and l be concentric circles. The chord AB of k touches l at T. Prove that TA = TB.", ("perp O T A B", "! overlap O O_1")),
        ("The circles k and l are concentric. The chord AB of k touches l at T. Prove that TA = TB.", ("perp O T A B",)),
        ("The chord AB of a circle k touches a circle l at T, and k and l are concentric. Prove that TA = TB.", ("perp O T A B",)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAYS)
def test_what_contests_print_is_read_as_they_mean_it(kind: str) -> None:
    for text, said in SAYS[kind]:
        assert_says(text, said)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Let J be the excenter of triangle ABC corresponding to side AD. Prove that JA = JB.", "AD is no side of triangle ABC"),
        ("Let D lie on AB. The line l is the reflection of AD in AB and meets BC at E. Prove that EA = EB.", "in itself is itself"),
        ("Prove that triangle ABC, where AB = AC, collinear.", "can't be read"),
        ("Let BE, CF be altitudes of triangle ABC. Prove that EF is antiparallel to BC.", "in which angle"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        parse_statement(text, "x")
