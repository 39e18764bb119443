"""Headings and credits of printed problems say nothing of the figure, and are named; whatever else stands there isn't left out."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.prose.sources import without_sources
from solver.language.read import parse_statement

ENGLISH = "Let ABC be a triangle with AB = AC and M the midpoint of BC. Prove that AM ⟂ BC."
CHINESE = "在三角形ABC中，AB=AC，M是BC的中点。求证：AM⊥BC。"
HEADINGS = (
    "(INMO 2015)", "(Sharygin)", "Problem 3.", "[IMO 2010]", "IMO 2015/3:", "**Problem 4.**", "P5.", "USAMO 2011/2",
    "(IMO Shortlist 2010, G2)", "Exercise 3:", "(Iran TST 2013 Day 2 Problem 3)", "2.3.", "(5 points)", "Example 1.", "#4", "Lemma 2.",
    "Problem 5 (BMO 2015).", "BMO 2015, Problem 1.", "2015 BMO P1:", "IMO 2010, Problem 4\n", "3. (Poland)",
)  # fmt: skip
CREDITS = (
    "(IMO 2010)", "(Proposed by John Smith, Canada)", "[5 marks]", "*Proposed by Someone*", "— Poland", "\nProposed by A. Person",
    "Source: IMO 2010", "(Iran)",
)  # fmt: skip
CHINESE_HEADINGS = (
    "（2015年全国高中数学联赛）", "例1", "例2.", "1.", "1、", "【例2】", "第3题", "(2010·江苏)", "题目：", "（本题满分10分）",
    "3．(2016 IMO)", "例2：（2012年）",
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text"),
    [
        *((h, f"{h} {ENGLISH}") for h in HEADINGS),
        *((c, f"{ENGLISH} {c}") for c in CREDITS),
        *((h, h + CHINESE) for h in CHINESE_HEADINGS),
        *((c, CHINESE + c) for c in ("（2015年全国联赛）", "（10分）")),
    ],
)
def test_where_a_problem_is_from_says_nothing_and_is_named(source: str, text: str) -> None:
    problem = parse_statement(text)
    plain = parse_statement(CHINESE if CHINESE in text else ENGLISH)
    assert set(problem.premises) == set(plain.premises)
    assert [goal.statement for goal in problem.goals] == [goal.statement for goal in plain.goals]
    assert problem.text == text.rstrip()
    named = [note for note in problem.notes if "says where the problem is from" in note]
    assert any(source.strip("*# \n") in note for note in named), problem.notes


@pytest.mark.parametrize("said", ["(AB is a line.)", "[Here AB = 2CD]", "(M lies on ω)", "（AB=2CD）"])
def test_what_may_speak_of_the_figure_is_no_source(said: str) -> None:
    for text in (f"{said} {ENGLISH}", f"{ENGLISH} {said}"):
        assert without_sources(text) == (text, ())


def test_places_in_the_text_stay_what_they_were() -> None:
    text = f"Problem 3 (IMO 2010).\n{ENGLISH} frobnicate\n(IMO 2010)"
    blank, sources = without_sources(text)
    assert len(blank) == len(text)
    assert blank.count("\n") == text.count("\n")
    assert sources == ("Problem 3 (IMO 2010).",)
    with pytest.raises(ParseError) as refused:
        parse_statement(f"(IMO 2010) Let ABC be a frobnicate. {ENGLISH}")
    assert refused.value.span is not None
    assert refused.value.span.column > 11


@pytest.mark.parametrize("text", ["Problem 3.", "(IMO 2010)", "IMO 2015/3:", "2.", "例1"])
def test_a_heading_alone_is_no_statement(text: str) -> None:
    assert without_sources(text) == (text, ())
