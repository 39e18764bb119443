"""Statements as a new user types them are proved or answered; wrong ones get a message that says what to write."""

from __future__ import annotations

import re
import time

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from solver.proving import Status, prove
from tests.language.plain_statements import TYPED, WRONG


def test_there_are_enough_of_them_and_no_two_are_the_same() -> None:
    assert len(TYPED) >= 24 and len(WRONG) >= 24
    assert len({text for text, _ in TYPED.values()}) == len(TYPED)
    assert len({text for text, *_ in WRONG.values()}) == len(WRONG)
    assert len({hint for *_, hint in WRONG.values()}) > 0.8 * len(WRONG)


#: What a figure begins with.
BASE = re.compile(r"triangle|quadrilateral|square|trapezoid|pentagon|center", re.IGNORECASE)


@pytest.mark.parametrize("name", TYPED)
def test_none_is_in_an_order_of_construction(name: str) -> None:
    """What a construction would begin with stands last of all that is given, after something else."""
    sentences = [s.strip() for s in re.split(r"[\n;.]", TYPED[name][0]) if s.strip()]
    given = [s for s in sentences if not re.match("prove|show|find", s, re.IGNORECASE)]
    assert len(given) >= 2
    assert BASE.search(given[-1]) or not any(map(BASE.search, given))


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_statement_gets_a_message_with_what_to_write_instead(name: str) -> None:
    text, place, message, hint = WRONG[name]
    with pytest.raises(ParseError) as caught:
        parse_statement(text)
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert error.span is not None
    assert (error.span.line, error.span.column) == place


def test_a_false_statement_gets_a_counterexample() -> None:
    result = prove("triangle ABC; AB = AC; D on BC; prove AD ⟂ BC")
    assert result.status is Status.FALSE
    assert "“A D ⟂ B C” is false" in result.reason
    assert set(result.counterexample) == {"A", "B", "C", "D"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("D on AB;" * 2000 + "prove A B C collinear", "more than 300 sentences"),
        ("AB = CD and " * 100 + "AB = CD; prove A B C collinear", "more than 200 words"),
        ("A" * 300_000, "300,000 characters"),
        ("points " + ", ".join(f"P_{i}" for i in range(151)) + "; what can be said?", "more than 150 points"),
        ("; ".join(f"point P_{i}" for i in range(151)) + "; what can be said?", "more than 150 points"),
    ],
)
def test_what_would_take_too_long_is_refused_at_once(text: str, message: str) -> None:
    started = time.process_time()
    with pytest.raises(ParseError, match=message):
        parse_statement(text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "triangle A B C; incenter I, D; prove D A = E A",
        "triangle ABC with incenter I, points D and E on AB, AC; prove D A = E A",
        "triangle ABC with circumcenter O, points D and E; prove D A = E A",
        "triangle A B C; D, E midpoint of B C; prove D A = E A",
    ],
)
def test_a_point_that_there_is_one_of_has_one_name(text: str) -> None:
    with pytest.raises(ParseError, match="these would be one point"):
        parse_statement(text)
