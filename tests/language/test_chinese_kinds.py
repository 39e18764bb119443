"""Kinds of phrases that Chinese papers print, each in several statements, by what these say."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from tests.language.said import assert_says

#: A kind of phrase; statements that have it, and some of what each says, goals with a question mark, what it mustn't say with an exclamation mark.
SAYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "names that a comma joins, whatever they are of": (
        ("设△ABX，△ACY的外心分别为O1，O2，求证：O1，O2，A三点共线。", ("cong O_1 A O_1 B", "cong O_1 B O_1 X", "cong O_2 C O_2 Y", "? coll O_1 O_2 A")),
        ("K，L分别是四边形ABCD的对角线AC，BD的中点。求证：KL∥AB。", ("cong K A K C", "cong L B L D")),
        ("直线EF与AB，BC，CD分别相交于点P，Q，R。求证：PQ=QR。", ("coll P A B", "coll Q B C", "coll R C D")),
        ("过A，B，C三点的圆与直线DE交于点F。求证：FA=FB。", ("cyclic A B C F", "coll F D E")),
        ("过点B，C分别作△ABC的外接圆的切线BD，CE。求证：BD=CE。", ("eqangle B D B A C B C A", "eqangle C E C A B C B A")),
        ("⊙O1，⊙O2交于A，B两点，P，Q分别在⊙O1，⊙O2上。求证：PA=QA。", ("cong O_1 P O_1 A", "cong O_2 Q O_2 A")),
        ("∠B，∠C的平分线BD，CE交于点I，△ABC中，AB=AC。求证：IB=IC。", ("coll I B D", "coll I C E")),
        ("直线DE与△ABP，△ACP的外接圆分别交于异于P的点F，G。求证：PF=PG。", ("cyclic A B P F", "cyclic A C P G")),
        ("圆Γ1，Γ2交于A，B两点，过A的一条直线分别交圆Γ1，Γ2于点C，D。求证：BC=BD。", ("coll D A C", "C != A", "D != A")),
        ("△ABC的内切圆切边BC，CA，AB于点D，E，F，P为EF的中点。求证：PD⊥BC。", ("coll P E F", "cong P E P F", "coll F A B")),
    ),
    "a comma that joins nothing": (
        ("AD交⊙O于E，F，G分别是AB，AC的中点。求证：AF=AG。", ("coll E A D", "cong F A F B", "cong G A G C")),
        ("已知⊙O，P为⊙O外一点。PA切⊙O于A。求证：PA=PO。", ("|O P| > |O A|",)),
        ("四边形ABCD中，AC、BD交于P，K、L分别为AB、CD的中点。求证：PK=PL。", ("coll P A C", "cong K A K B", "cong L C L D")),
    ),
    "what is said of a triangle in brackets": (
        ("设锐角△ABC（AB＜AC）的外接圆为Γ，M为BC的中点。求证：AM=BC。", ("|A C| > |A B|",)),
        ("在△ABC（AB=AC）中，D为BC的中点。求证：AD⊥BC。", ("cong A B A C",)),
        ("△ABC（∠A=90°）的外心为O。求证：OB=OC。", ("perp A C A B",)),
    ),
    "arcs as LaTeX prints them": (
        (r"设D为△ABC外接圆上$\overset{\frown}{BC}$（不含A）的中点。求证：DB=DC。", ("cong D B D C",)),
        (r"过$\overset{\frown}{BC}$的中点P作⊙O的直径PG，A在⊙O上。求证：GB=GC。", ("cong P B P C", "coll G O P")),
        (r"已知AB是⊙O的直径，C在⊙O上，D为$\stackrel{\frown}{AC}$的中点。求证：DA=DC。", ("cong D A D C",)),
    ),
    "ratios of several sizes": (
        ("在△ABC中，∠A、∠B、∠C的度数之比为1∶2∶3。求证：AB=2BC。", ("angeq A C A B C B C A -3 3 1 -1 0",)),
        ("△ABC的三个内角之比为1：1：2。求证：∠C=90°。", ()),
        ("△ABC的三边之比为3：4：5。求证：∠C=90°。", ("rconst B C C A 3/4", "rconst B C A B 3/5")),
    ),
    "what is folded so that points coincide": (
        ("将矩形ABCD折叠，使点A与点C重合，折痕为EF。求证：EA=EC。", ("cong E A E C", "cong F A F C")),
        ("将矩形纸片ABCD沿EF对折，使A、C重合。求证：EA=EC。", ("cong E A E C", "cong F A F C")),
        ("把正方形纸片ABCD折叠，使点D落在BC边上的点F处，折痕为AE。求证：AF=AB。", ("cong A D A F", "cong E D E F", "F between B and C")),
    ),
    "an altitude or a median whose length is asked for": (
        ("在△ABC中，∠C=90°，AC=3，BC=4，求斜边AB上的高CD的长。", ("coll D A B", "perp D C A B")),
        ("在△ABC中，AB=5，AC=5，BC=6，求BC边上的中线AD的长。", ("coll D B C", "cong D B D C")),
        ("在△ABC中，AB=5，AC=5，BC=6，求BC边上的高AD。", ("coll D B C", "perp D A B C")),
    ),
    "parts right after a full stop": (
        ("在等边△ABC中，D、E分别在BC、AB上，BD＝AE．（1）求证：AD＝CE；（2）求证：∠BAD＝∠ACE．", ("? cong A D C E", "cong B D A E")),
        ("在△ABC中，AB=AC。（1）求证：∠B=∠C。（2）若D是BC的中点，求证：AD⊥BC。", ("? perp A D B C",)),
        ("在△ABC中，AB=AC．①求证：∠B=∠C．", ("cong A B A C",)),
    ),
    "what belongs to two things that 与 joins": (
        ("在△ABC中，∠ABC与∠ACB的平分线相交于点O。求证：OA=OB。", ("eqangle B A B O B O B C", "eqangle C A C O C O C B")),
        ("△ABC中，∠B与∠C的平分线交于点I，AB=AC。求证：IB=IC。", ("eqangle B A B I B I B C", "eqangle C B C I C I C A")),
        ("⊙O与⊙P外切于T，A、B在⊙O、⊙P上，⊙O与⊙P的内公切线交AB于M。求证：MA=MB。", ("coll M A B",)),
    ),
    "what is supposed for one of several claims": (
        ("在△ABC中，BD、CE是高，M是BC的中点。求证：MD=ME；若∠A=60°，求证：MD=DE。", ("? cong M D M E", "? cong M D D E", "if aconst A B A C 60")),
        ("如图，△ABC中，AB=AC，D是BC的中点．（1）求证：BD=CD；（2）若∠A＝60°，求证：AB=BC．", ("? cong A B B C", "if aconst A B A C 60")),
        ("在△ABC中，D是BC的中点。证明：若AB=AC，∠A=60°，则AD⊥BC，AB=BC。", ("? perp A D B C", "? cong A B B C", "cong A B A C")),
        ("在△ABC中，AB=AC，求∠B的度数；若BC=2，∠A=60°，求AB的长。", ("cong A B A C",)),
    ),
    "the center of a circle that is told by its points": (
        ("△ABC中，过A、O、C三点的圆的圆心为K，且与边AB、BC分别交于M、N两点．求证：MN=AC。",
         ("cong K A K O", "cong K M K A", "coll M A B", "coll N B C")),
        ("过A、B、C三点的圆的圆心为O，交直线AD于E。求证：OE=OA。", ("cong O A O B", "cong O E O A", "coll E A D")),
        ("△ABC的外接圆圆心为O，过B、O、C三点的圆的圆心为K。求证：KB=KC。", ("cong K B K O", "cong K B K C")),
    ),
    "the distance between two things": (
        ("已知⊙O的半径为5，AB、CD为⊙O的两条平行弦，AB＝6，CD＝8，求AB与CD之间的距离．", ("para A B C D", "coll D_1 C D")),
        ("在△ABC中，AB=5，BC=6，CA=7，O、I分别为外心、内心，求O与I之间的距离。", ("cong O A O B",)),
        ("平行四边形ABCD中，AB=5，AD=4，∠A=30°，求AB与CD间的距离。", ()),
    ),
    "altitudes on two sides": (
        ("△ABC中，BD、CE分别是AC、AB边上的高。求证：BD=CE。", ("coll D A C", "perp D B A C", "coll E A B", "! cong B D A C")),
        ("△ABC中，BD、CE分别是边AC、AB上的高。求证：BD=CE。", ("coll D A C", "coll E A B")),
        ("△ABC中，AD、BE分别为BC、AC边上的中线。求证：AD=BE。", ("cong D B D C", "cong E A E C")),
    ),
    "the midpoint of an arc that is a vertex, and a secant": (
        ("△ABC内接于⊙O，BC是直径，A是弧BC的中点。求证：AB=AC。", ("cong A B A C",)),
        ("过圆外一点P作圆的两条切线PA、PB，A、B为切点，过P任作一割线交圆于C、D。求证：CA·BD=CB·AD。", ("coll D P C",)),
        ("在△ABC中，BE、CF是两条高，求证：AR，BC，以及EF三线共点，其中AR⊥RB。", ("coll E C A",)),
    ),
    "the center of the circle that was spoken of": (
        ("圆内接四边形ABCD的对角线交于P，O为圆心。求证：OP=OA。", ("cong O A O B", "cong O A O C")),
        ("A、B、C在圆上，O为圆心。求证：OA=OB。", ("cong O A O B", "cong O A O C")),
        ("四边形ABCD内接于圆，点O为圆心。求证：OA=OC。", ("cong O A O C",)),
    ),
    "two altitudes of a triangle": (
        ("△ABC中，BD和CE是其两边上的高。求证：BD=CE。", ("coll D C A", "coll E A B")),
        ("△ABC中，BD、CE是两边上的高。求证：BD=CE。", ("perp D B C A", "perp E C A B")),
        ("BD、CE是△ABC两边上的中线。求证：BD=CE。", ("cong D C D A", "cong E A E B")),
    ),
    "ratios of three lengths that are asked for": (
        ("在△ABC中，D、E是BC的三等分点，M是AC的中点，BM交AD、AE于G、H．求BG∶GH∶HM的值．", ("? rcompute B G G H", "? rcompute G H H M")),
        ("△ABC中，AB=3，BC=4，CA=5，BD⊥AC于D。求AD:DB:DC。", ("? rcompute A D D B", "? rcompute D B D C")),
        ("In triangle ABC with AB = 3, BC = 4, CA = 5, D is the foot of the altitude from B. Find AD : DB : DC.",
         ("? rcompute A D D B", "? rcompute D B D C")),
    ),
    "angles by their vertices where two equal segments begin": (
        ("已知AB＝CD，AD＝BC．求证：∠B＝∠D．", ("? eqangle B A B C D C D A",)),
        ("Given: AB = CD and AD = BC. Prove: ∠A = ∠C.", ("cong A B C D",)),
        ("已知OA=OB，OC=OA，OD=OB。求证：AB=CD。", ("cong O A O B",)),
    ),
    "parts that begin with a fraction or brackets": (
        (r"在△ABC中，D在BC上。证明：（1）AB=AC；（2）$\dfrac{AB}{AC}=\dfrac{BD}{DC}$。", ("? cong A B A C", "? eqratio A B A C B D D C")),
        ("在△ABC中，AB=AC；（AB+AC）/BC=2。求证：AB=BC。", ("cong A B A C",)),
        (r"在△ABC中，D、E分别在AB、AC上，证明：①AB=AC；②$\frac{AB}{BC}=\frac{AD}{DE}$。", ("? cong A B A C", "? eqratio A B A D B C D E")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "number"), [(kind, n) for kind, texts in SAYS.items() for n in range(len(texts))])
def test_a_kind_of_phrase_says_what_it_says(kind: str, number: int) -> None:
    text, facts = SAYS[kind][number]
    assert_says(text, facts)


#: What isn't understood, and some of how it is refused.
REFUSED = {
    "设△ABX，△ACY的外心分别为O。求证：OA=OB。": "names",
    "△ABC的内切圆切边BC，CA，AB于点D，E。求证：DE=AB。": "3 things",
    "将矩形ABCD折叠，使点A与点C重合。求证：AB=BC。": "read",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_left_open_is_refused(text: str) -> None:
    with pytest.raises(ParseError, match=REFUSED[text]):
        parse_statement(text)


def test_the_greatest_angle_is_the_one_that_the_figure_has() -> None:
    problem = parse_statement("在△ABC中，∠A∶∠B∶∠C=2∶3∶4，求△ABC的最大角。")
    assert len((problem, *problem.alternatives)) == 3
