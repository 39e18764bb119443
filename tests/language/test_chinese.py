"""Statements as Chinese contest papers print them: what a phrase of each kind states, and whole statements."""

from __future__ import annotations

import re

import pytest

from solver.bench.texts import check_text
from solver.collection import Entry, entries
from solver.errors import ParseError
from solver.language.prose.read import build_problem
from solver.language.read import parse_statement, read_problems
from solver.proving import Status, prove
from tests.language.chinese_statements import CONTEST, STATEMENTS
from tests.language.meaning import goal_of, premises_of


def goal_on(text: str) -> str:
    """A goal about points that the text names, whatever it says of them."""
    a, b, c = list(dict.fromkeys(re.findall("[A-Z](?![a-z])", text)))[:3]
    return f"求证：{a}{b}={a}{c}。"


#: What is printed, and what it states.
SAID: dict[str, tuple[str, ...]] = {
    # nouns, lists, 分别
    "D、E分别是BC、CA的中点。": ("coll D B C", "cong D B D C", "coll E C A", "cong E C E A"),
    "设BC的中点为M。": ("coll M B C", "cong M B M C"),
    "设O、H分别为△ABC的外心和垂心。": ("cong O A O B", "cong O B O C", "perp H A B C", "perp H B C A", "perp H C A B"),
    "点Ｄ、E分别在边ＢＣ，CA上。": ("coll D B C", "coll E C A"),
    "在BC上取一点D，使得BD=CD。": ("coll D B C", "cong B D C D"),
    "D是A关于BC的对称点。": ("cong B A B D", "cong C A C D", "perp B C A D"),
    "設點D為BC的中點。": ("coll D B C", "cong D B D C"),
    r"设 $D$ 是 $\overline{BC}$ 的中点。": ("coll D B C", "cong D B D C"),
    # lines and where they meet
    **dict.fromkeys(
        ("AD⊥BC于D。", "AD垂直BC于D。", "AD垂直于BC于点D。", "AD⊥BC于点D。"), ("perp A D B C", "coll D B C")
    ),
    "AB、CD交于点P。": ("coll P A B", "coll P C D"),
    "过A作BC的平行线和直线CD交于P。": ("para P A B C", "coll P C D"),
    "将△ABC沿BC折叠，使点A落在CE上的点D处。": ("cong B A B D", "cong C A C D", "perp B C A D", "coll D C E"),
    "把四边形ABCD沿直线AC翻折，点B的对应点为E。": ("cong A B A E", "cong C B C E", "perp A C B E"),
    "将△ABC绕点C按顺时针方向旋转60°得到△DEC。": ("contri A B C D E C", "aconst C D C A 60"),
    "AB与CD垂直相交于点P。": ("perp A B C D", "coll P A B", "coll P C D"),
    "D、E分别是△ABC的AB、AC边上的点。": ("coll D A B", "coll E A C"),
    "△ABC与△ADE有相同的外心。": ("cong O A O B", "cong O B O C", "cong O A O D", "cong O D O E"),
    "等边△ABC的边长为2，BC边上的中线AM=3。": ("cong A B B C", "cong B C C A", "coll M B C", "cong M B M C", "rconst A M B C 3/2"),
    "△ABC的外接圆半径为5，BC边上的高AD=4。": ("coll D B C", "perp D A B C", "cong O A O B", "cong O B O C", "rconst A D O A 4/5"),
    "过圆D外一点P引圆的两条切线PA、PB。": ("perp D A A P", "cong D B D A", "perp D B B P"),
    "D为BC边上的中点。": ("coll D B C", "cong D B D C"),
    "AB与CD相交于P。": ("coll P A B", "coll P C D"),
    "P为AB与CD的交点。": ("coll P A B", "coll P C D"),
    "AD交BC于P，交CE于Q。": ("coll P A D", "coll P B C", "coll Q A D", "coll Q C E"),
    "AD分别与BC、CE交于P、Q。": ("coll P A D", "coll P B C", "coll Q A D", "coll Q C E"),
    "过A作BC的平行线交CD于P。": ("para P A B C", "coll P C D"),
    "过A作BC的垂线，垂足为P。": ("perp P A B C", "coll P B C"),
    "P是A到BC的垂线的垂足。": ("perp P A B C", "coll P B C"),
    "A向BC的垂线的垂足为P。": ("perp P A B C", "coll P B C"),
    "E、F分别是B、C到AC、AB的垂线的垂足。": ("perp E B A C", "coll E A C", "perp F C A B", "coll F A B"),
    "过D作DE⊥AB于E，DF⊥AC于F。": ("perp D E A B", "coll E A B", "perp D F A C", "coll F A C"),
    "作DE⊥AB，DF⊥AC，垂足分别为E、F。": ("perp D E A B", "coll E A B", "perp D F A C", "coll F A C"),
    "由P向AB、AC引垂线，垂足为E、F。": ("perp E P A B", "coll E A B", "perp F P A C", "coll F A C"),
    "延长AB至D，使BD=AB。": ("coll D A B", "cong B D A B"),
    "延长AB、DC交于P。": ("coll P A B", "coll P D C"),
    "连接AD并延长交BC于P。": ("coll P A D", "coll P B C"),
    "BC的中垂线交AB于P。": ("cong P B P C", "coll P A B"),
    "∠BAC的平分线交BC于P。": ("eqangle A B A P A P A C", "coll P B C"),
    "P是AB、CD的延长线的交点。": ("coll P A B", "coll P C D"),
    # circles
    "四边形ABCD内接于圆。": ("cyclic A B C D",),
    "点B、C、D在以O为圆心、OA为半径的圆上。": ("cong O B O A", "cong O C O A", "cong O D O A"),
    "以BC为直径的圆交AD于P。": ("perp P B P C", "coll P A D"),
    "⊙O经过A、B。": ("cong O B O A",),
    "⊙O与⊙P过A、B。": ("cong O B O A", "cong P B P A"),
    "⊙O、⊙P分别过A、B，且都过C。": ("cong O C O A", "cong P C P B"),
    "△ABC的外接圆为ω，A处的切线与直线BC交于点D。": ("eqangle A D A B C A C B", "coll D B C"),
    "⊙O是△ABC的外接圆，B、C处的切线交于点D。": ("cong O A O B", "cong O A O C", "perp D B O B", "perp D C O C"),
    "⊙O的切线PA切⊙O于A，B在⊙O上。": ("perp O A A P", "cong O B O A"),
    "⊙O与⊙P相交于A、B两点。": ("cong O B O A", "cong P B P A"),
    "AB与⊙O切于A，CD与⊙O切于D。": ("perp O A A B", "cong O D O A", "perp O D D C"),
    "A、B、C、D是一条直线上依次排列的四个不同的点。": ("coll A B C D",),
    "A、B、C是一条直线上依次排列的三点。": ("coll A B C",),
    "A、B、C、D是直线EF上顺次排列的四点。": ("coll A E F", "coll B E F", "coll C E F", "coll D E F"),
    "直线AP与⊙O交于另一点M（⊙O为△ABC的外接圆）。": ("coll M A P", "cong O A O B", "cong O A O C", "cong O M O A"),
    # shapes
    "四边形ABCD是菱形。": ("cong A B B C", "cong B C C D", "cong C D D A"),
    "等边△ABC。": ("cong A B B C", "cong B C C A"),
    "在Rt△ABC中，∠C=90°，CD是斜边AB上的高。": ("perp C B C A", "coll D A B", "perp D C A B"),
    "在△ABC中，AB＝AC，∠BAC＝120°。": ("cong A B A C", "aconst A C A B 120"),
    "在等腰直角△ABC中，∠C=90°。": ("perp C B C A", "cong C A C B"),
    "以AB、AC为底边向△ABC外作等腰△ABD和等腰△ACE。": ("cong D A D B", "cong E A E C"),
    "以AB为斜边作等腰直角△ABC。": ("perp C A C B", "cong C A C B"),
    # which of several a noun belongs to
    "△ABC的中线AD与BE交于点P。": ("coll D B C", "cong D B D C", "coll E C A", "cong E C E A", "coll P A D", "coll P B E"),
    "△ABC的高AD与EF交于点P。": ("coll D B C", "perp D A B C", "coll P A D", "coll P E F"),
    "△ABC的三条高为AD、BE、CF。": (
        "coll D B C", "perp D A B C", "coll E C A", "perp E B C A", "coll F A B", "perp F C A B",
    ),
    "△ABC与△ADE的外接圆的另一个交点为P。": ("cyclic A B C P", "cyclic A D E P"),
    "AB与CD、AC与BD的交点分别为P、Q。": ("coll P A B", "coll P C D", "coll Q A C", "coll Q B D"),
    "过BC的中点D作直线DE⊥AB。": ("coll D B C", "cong D B D C", "perp D E A B"),
    "过A作BC的垂线，过B作CA的垂线，两垂线交于点P。": ("perp P A B C", "perp P B C A"),
    # points with more said of them
    "D、E是线段BC的三等分点。": ("coll D B C", "coll E B C", "rconst D C B D 2", "rconst E B C E 2"),
    "在△ABC中，BC边上的高所在直线交DE于点F。": ("coll F D E", "perp F A B C"),
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_a_chinese_sentence_states_what_the_predicates_say(text: str) -> None:
    problem = parse_statement(text + goal_on(text))
    assert sorted(map(str, problem.premises)) == sorted(SAID[text])


#: What is printed of how a figure looks, and the conditions that it sets.
SEEN: dict[str, tuple[str, ...]] = {
    "D是BC上一点。": ("D between B and C",),
    "D在直线BC上。": (),
    "点B、D、E、C按此顺序排列在直线BC上。": ("D between B and E", "E between D and C"),
    "E、B、C、D顺次排列在一条直线上。": ("B between E and C", "C between B and D"),
    "M是△ABC的外接圆上弧BC的中点。": ("M and A on opposite sides of B C",),
    "M是△ABC的外接圆上弧BAC的中点。": ("M and A on the same side of B C",),
    "D是△ABC的外接圆上异于A、B的一点。": ("D != A", "D != B"),
    "D、E在直线BC的两侧。": ("D and E on opposite sides of B C",),
    "P是线段AB外一点。": ("triangle P A B",),
    "∠BAC是△ABC中最大的角。": ("angle B A C > angle A B C", "angle B A C > angle A C B"),
    "AB与CD不平行。": ("A B not parallel to C D",),
    "D不与A重合。": ("D != A",),
    "D、E、F三点不共线。": ("triangle D E F",),
}  # fmt: skip


@pytest.mark.parametrize("text", SEEN)
def test_what_is_said_of_the_figure_is_a_condition(text: str) -> None:
    problem = parse_statement("已知△ABC。" + text + "求证：AB=AC。")
    assert set(map(str, problem.conditions)) == {"triangle A B C", *SEEN[text]}


#: Ways to print a goal about A, B, C, D, E, F.
GOALS: dict[str, str] = {
    "求证：D、E、F三点共线。": "coll D E F",
    "证明D、E、F在同一直线上。": "coll D E F",
    "试证：D在EF上。": "coll D E F",
    "求证：A、B、D、E四点共圆。": "cyclic A B D E",
    "求证：AB∥CD。": "para A B C D",
    "求证：AB与CD垂直。": "perp A B C D",
    "求证：AD平分∠BAC。": "eqangle A B A D A D A C",
    "求证：AB=2CD。": "rconst A B C D 2",
    "求证：AB·CD=AD·BC。": "eqratio A B A D B C C D",
    "求证：△ABC∽△DEF。": "simtri A B C D E F",
    "求证：△ABC与△DEF的周长相等。": "distseq A B B C C A D E E F F D 1 1 1 -1 -1 -1",
    "求证：△ABC和△DEF的面积相等。": "quantity [ABC] − [DEF]",
    "求证：△ABC、△DEF面积相等。": "quantity [ABC] − [DEF]",
    "求∠ABC的度数。": "acompute B C B A",
    "∠ABC等于多少度？": "acompute B C B A",
    "求AB:CD的值。": "rcompute A B C D",
}


@pytest.mark.parametrize("text", GOALS)
def test_a_chinese_goal_is_the_predicate_it_says(text: str) -> None:
    assert str(parse_statement("已知△ABC，△DEF。" + text).goal) == GOALS[text]


def test_several_goals_are_read_one_by_one() -> None:
    problem = parse_statement("已知四边形ABCD。求证：(1) AB=CD；(2) AD∥BC。")
    assert [str(g.statement) for g in problem.goals] == ["cong A B C D", "para A D B C"]


@pytest.mark.parametrize("marks", ["(1){}。(2){}。", "（1）{}；（2）{}。", "1){}。\n2){}。"])
def test_parts_of_a_goal_are_goals(marks: str) -> None:
    problem = parse_statement("在△ABC中，AB=AC。求证：" + marks.format("AB=BC", "AC=BC"))
    assert [str(s) for s in problem.premises] == ["cong A B A C"]
    assert [str(g.statement) for g in problem.goals] == ["cong A B B C", "cong A C B C"]


def test_what_follows_among_which_is_given() -> None:
    problem = parse_statement("已知△ABC，求证：MB=NC，其中M、N分别是AB、AC的中点。")
    assert len(problem.premises) == 4
    assert len(problem.goals) == 1


#: Chinese statements, and the same in English: one meaning.
TWINS: dict[str, str] = {
    "在△ABC中，AD、BE是高，AD与BE交于点H。求证：CH⊥AB。": (
        "Let AD and BE be altitudes of triangle ABC. Lines AD and BE meet at H. Prove that CH is perpendicular to AB."
    ),
    "设△ABC的外接圆为Γ，过A作Γ的切线交BC于T，∠BAC的平分线交BC于D。求证：TA=TD。": (
        "Let Γ be the circumcircle of triangle ABC. The tangent to Γ at A meets BC at T, and the bisector of angle BAC "
        "meets BC at D. Prove that TA = TD."
    ),
    "△ABC的内切圆⊙I分别与BC、CA、AB相切于D、E、F。求证：AE=AF。": (
        "Let I be the incenter of triangle ABC. The incircle touches BC, CA, AB at D, E, F. Prove that AE = AF."
    ),
    "P为△ABC内一点，P在BC、CA、AB上的射影分别为D、E、F。求证：A、E、P、F四点共圆。": (
        "Let P be a point inside triangle ABC. Let D, E, F be the projections of P onto BC, CA, AB. "
        "Prove that A, E, P, F are concyclic."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", TWINS)
def test_chinese_and_english_mean_the_same(text: str) -> None:
    chinese, english = parse_statement(text), build_problem(TWINS[text], "english")
    assert premises_of(chinese) == premises_of(english)
    assert goal_of(chinese) == goal_of(english)


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_printed_statement_is_read(name: str) -> None:
    problem = parse_statement(STATEMENTS[name])
    assert problem.premises
    assert problem.goals


@pytest.mark.parametrize("name", ["orthocenter", "central angle", "incircle"])
def test_a_printed_statement_is_proved(name: str) -> None:
    assert prove(parse_statement(STATEMENTS[name]), search=None).status is Status.PROVED


@pytest.mark.parametrize("name", CONTEST)
def test_a_contest_statement_is_proved_or_answered(name: str) -> None:
    assert prove(parse_statement(CONTEST[name]), search=None).status is Status.PROVED


def test_the_chinese_text_of_each_problem_is_read() -> None:
    unread = []
    for entry in entries():
        try:
            parse_statement(entry.file.chinese)
        except ParseError as error:
            unread.append(f"{entry.name}: {error}")
    assert not unread


#: Problems that are drawn: every twelfth.
SAMPLE = list(entries())[::12]


@pytest.mark.parametrize("entry", SAMPLE, ids=lambda entry: str(entry.name))
def test_the_chinese_text_of_a_problem_says_what_its_statement_says(entry: Entry) -> None:
    checked = check_text(entry.name, entry.file.chinese, entry.statement, 0, 30.0)
    assert checked.is_faithful, (checked.undrawn, checked.untrue, checked.unlike)


#: What can't be read, and what the reply names: misspelt, impossible, ambiguous.
UNREAD: dict[str, tuple[str, ...]] = {
    "设D是BC的中店。求证：AB=CD。": ("店", "中点"),
    "△ABC的垂新为H，外辛为O。求证：AB=CD。": ("新", "辛", "垂心"),
    "AD与BE焦于H。求证：AB=CD。": ("焦",),
    "AD与BE交于。求证：AB=CD。": ("AD与BE交于",),
    "过A作BC的。求证：AB=CD。": ("过A作BC的",),
    "五边形ABCD。求证：AB=CD。": ("5",),
    "D、E分别是AB、BC、CA的中点。求证：AB=CD。": ("2 names for 3",),
    "⊙O内接于⊙P。求证：AB=CD。": ("inscribed",),
    "在△ABC中，AB=AC。": ("goal",),
    "求证：AB=AB+1。": ("",),
    "直线AB切CD于E。求证：AB=CD。": ("circle",),
    "ω与AB交于C。求证：AB=CD。": ("ω",),
    "同理定义E、F。求证：AB=CD。": ("same way",),
    "AB平分。求证：AB=CD。": ("平分",),
}  # fmt: skip


@pytest.mark.parametrize("text", UNREAD)
def test_what_cannot_be_read_is_named_with_its_place(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_statement(text)
    reply = f"{caught.value} {caught.value.hint}"
    assert all(part in reply for part in UNREAD[text])
    assert caught.value.span is not None


def test_one_reply_names_all_unknown_words() -> None:
    with pytest.raises(ParseError) as caught:
        parse_statement("△ABC的垂新为H，D是BC的中店。求证：AB=CD。")
    assert "新" in str(caught.value)
    assert "店" in str(caught.value)


def test_a_file_in_chinese_is_one_statement() -> None:
    statements = read_problems("在△ABC中，\nD是BC的中点，\nAB=AC。\n求证：AD⊥BC。\n", "file")
    assert [s.name for s in statements] == ["file"]
    assert str(statements[0].parse().goal) == "perp A D B C"


def test_a_comment_in_chinese_does_not_make_a_statement_chinese() -> None:
    problem = parse_statement("# 垂心与外心\ntriangle ABC; M midpoint of BC; |AB| = |AC|; prove AM perpendicular BC")
    assert str(problem.goal) == "perp A M B C"
