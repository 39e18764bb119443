"""Files of problems, and what is refused before it is parsed."""

from __future__ import annotations

import pytest

from solver.errors import ParseError, Span
from solver.language.read import LARGEST_FILE, decode, read_problems, select
from tests.suites import SUITES, suite

STATEMENT = "a b c = triangle a b c ? cong a b a c"


def test_a_file_has_a_line_for_the_name_and_one_for_the_statement() -> None:
    found = read_problems(f"# two problems\nfirst\n{STATEMENT}\n\nsecond one\n{STATEMENT}\n")
    assert [(s.name, s.line) for s in found] == [("first", 3), ("second one", 6)]


def test_a_statement_alone_is_named_after_its_line() -> None:
    assert [s.name for s in read_problems(f"\n{STATEMENT}\n{STATEMENT}")] == ["line-2", "line-3"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end: str) -> None:
    found = read_problems(end.join(["name", STATEMENT, "other", STATEMENT, ""]))
    assert [(s.name, s.line) for s in found] == [("name", 2), ("other", 4)]
    assert found[1].parse().points == ("a", "b", "c")


def test_errors_give_line_and_column_of_the_file_also_behind_a_margin() -> None:
    (found,) = read_problems("name\n    a b c = triangle a b c ? cong a b a q")
    with pytest.raises(ParseError) as caught:
        found.parse()
    assert caught.value.span == Span(2, 41, 1)


def test_a_form_feed_or_line_separator_is_white_space_and_no_new_line() -> None:
    text = "name\na b c = triangle a b c\x0c;\u2028d = free d\u00a0? cong a b a d"
    (found,) = read_problems(text)
    assert found.parse().points == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("", Span(1, 1)),
        ("\n\n  \n", Span(1, 1)),
        ("# nothing\n", Span(1, 1)),
        ("a name\n", Span(1, 1)),
        (f"first\nsecond\n{STATEMENT}\n", Span(1, 1)),
        (f"first\n{STATEMENT}\nlast", Span(3, 1)),
    ],
)
def test_a_file_without_a_statement_under_a_name_is_refused(text: str, span: Span) -> None:
    with pytest.raises(ParseError) as caught:
        read_problems(text)
    assert caught.value.span == span


def test_an_unknown_name_gets_the_nearest_one() -> None:
    with pytest.raises(ParseError, match="no problem is named “frist”") as caught:
        select(read_problems(f"first\n{STATEMENT}\nsecond\n{STATEMENT}"), "frist")
    assert caught.value.hint == "did you mean first?"


def test_decoding_takes_a_byte_order_mark() -> None:
    assert decode(b"\xef\xbb\xbfname") == "name"


@pytest.mark.parametrize(
    ("data", "span"),
    [
        (b"a b\n\xff\xfe", Span(2, 1)),
        ("né\n∠é".encode() + b"\x80", Span(2, 3)),
        (b"\xef\xbb\xbfab\x80", Span(1, 3)),
        (b"ab\r\nc\0", Span(2, 2)),
        (bytes(range(256)), Span(3, 115)),
    ],
)
def test_what_is_no_text_is_refused_where_it_begins(data: bytes, span: Span) -> None:
    with pytest.raises(ParseError) as caught:
        decode(data)
    assert caught.value.span == span


def test_a_large_file_is_refused() -> None:
    with pytest.raises(ParseError, match="larger than 5,000,000 bytes"):
        decode(b"a" * (LARGEST_FILE + 1))


@pytest.mark.parametrize("name", SUITES)
def test_every_problem_of_the_suites_parses(name: str) -> None:
    statements = suite(name)
    assert len(statements) == SUITES[name]
    for statement in statements:
        assert statement.parse().goal is not None
