"""Files with one problem: head and statement."""

from __future__ import annotations

import pytest

from solver.errors import ParseError, Span
from solver.language.problem_file import is_problem_file, read_problem_file
from solver.language.read import read_problems

FILE = """# a remark
title:  Thales
source: Euclid,
        Elements III.31
year:   1482
tags:   circle, right angle
english:  An angle over a diameter
        is right.
auxiliary: X = on_line X A B, on_bline X A B

A B diameter of circle w
circle w with center O
C on w
prove angle A C B right
"""


def test_a_file_is_read() -> None:
    file = read_problem_file(FILE)
    assert (file.title, file.source, file.year) == ("Thales", "Euclid, Elements III.31", 1482)
    assert (file.tags, file.english) == (("circle", "right angle"), "An angle over a diameter is right.")
    assert file.auxiliary == ("X = on_line X A B, on_bline X A B",)
    assert (file.line, file.statement.splitlines()[0]) == (11, "A B diameter of circle w")


def test_its_statement_is_a_problem_with_its_lines() -> None:
    (found,) = read_problems(FILE, "thales")
    assert (found.name, found.parse().name, found.parse().points) == ("thales", "thales", ("A", "B", "O", "C"))
    (wrong,) = read_problems(FILE.replace("C on w", "C onn w"), "thales")
    with pytest.raises(ParseError) as caught:
        wrong.parse()
    assert caught.value.span is not None
    assert (caught.value.span.line, caught.value.span.column) == (13, 3)


@pytest.mark.parametrize(
    ("text", "span", "message", "hint"),
    [
        (FILE.replace("tags", "tag"), Span(6, 1), "“tag” is nothing", "did you mean tags?"),
        (FILE.replace("title:  Thales\n", ""), Span(1, 1), "no title", "title: Simson's line"),
        (FILE.replace("1482", "long ago"), Span(5, 1), "“long ago” is no year", "year: 2004"),
        (FILE.replace("tags:", "year:"), Span(6, 1), "year stands twice", "leave one"),
        ("title: nothing\n", Span(1, 1), "there is no statement", "empty line"),
    ],
)
def test_a_wrong_head_gets_a_message(text: str, span: Span, message: str, hint: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_problem_file(text)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.span == span


def test_a_head_is_recognized_even_if_its_first_key_is_misspelt() -> None:
    assert is_problem_file("titel: x\n\ntriangle A B C")
    assert not is_problem_file("triangle A B C\nprove |A B| = |A C|")
    assert not is_problem_file("a b c = triangle a b c ? cong a b a c")


def test_a_chinese_text_goes_on_without_a_blank() -> None:
    file = read_problem_file("title: x\nchinese: 在△ABC中，\n        AB=AC。\n\ntriangle A B C")
    assert file.chinese == "在△ABC中，AB=AC。"
