"""Statements as a new user types them are proved or answered; wrong ones get a message that says what to write."""

from __future__ import annotations

import time

import pytest

from solver.errors import ParseError
from solver.language.read import parse_statement
from solver.proving import Status, prove
from tests.language.plain_statements import TYPED


@pytest.mark.parametrize("name", TYPED)
def test_what_a_new_user_types_is_proved_or_answered(name: str) -> None:
    text, expected = TYPED[name]
    result = prove(text, timeout=30)
    assert result.status is Status.PROVED, result.reason
    if expected != "proved":
        assert result.reason == f"the answer is {expected}"


#: A statement, where it is wrong (line, column), what the message says, and what it says to write instead.
WRONG = {
    "small letters": ("triangle a b c\nprove AB = AC", (1, 12), "“b” is no point", "write B"),
    "a word that is misspelt": (
        "triangle ABC\nH ortocenter of ABC\nprove AH ⟂ BC",
        (2, 3),
        "“ortocenter” isn't known",
        "did you mean orthocenter",
    ),
    "a point too many": ("M midpoint of A B C\nprove AM = BM", (1, 20), "ends too early", "e.g. M midpoint of A B"),
    "an open bracket": ("triangle ABC; D on circle (A B C\nprove AD = BD", (1, 33), "ends too early", "expected )"),
    "no goal": ("triangle ABC\nAB = AC", (2, 8), "the goal is missing", "prove |A B| = |C D|"),
    "two goals": (
        "triangle ABC; AB = AC\nprove ∠B = ∠C\nprove AB = BC",
        (3, 1),
        "more than one goal",
        "write another one",
    ),
    "a point from nowhere": (
        "triangle ABC; AB = AC\nprove AD ⟂ BC",
        (2, 1),
        "nothing is said about point D",
        "point D",
    ),
    "a relation of angles that has no words": (
        "triangle ABC; ∠A = 2∠B\nprove AB = AC",
        (1, 15),
        "can't be said",
        "a point on its bisector",
    ),
    "an isosceles triangle with any two sides": (
        "isosceles triangle ABC; M midpoint of BC\nprove AM ⟂ BC",
        (1, 1),
        "isn't said which sides are equal",
        "|A B| = |A C|",
    ),
    "a length by itself": ("square ABCD\nfind AC", (2, 1), "only an angle or the ratio", "find |A B| / |C D|"),
    "a circle without a name": ("A, B, C on w\nprove AB = AC", (1, 1), "“w” is no point", "w circle (A B C)"),
    "lengths and angles mixed": (
        "triangle ABC; AB = ∠BAC\nprove AB = AC",
        (1, 15),
        "angles can only be",
        "∠ A B C = ∠ D E F",
    ),
    "a comma between what has to be named together": (
        "triangle ABC; H orthocenter of A\nprove AH ⟂ BC",
        (1, 33),
        "ends too early",
        "e.g. H orthocenter of A B C",
    ),
    "lists of different lengths": (
        "triangle ABC; D, E, F midpoints of BC, CA\nprove DE = DF",
        (1, 15),
        "3 things on one side and 2 on the other",
        "as many on both sides",
    ),
    "the goal is a condition": (
        "triangle ABC; D on BC\nprove D inside ABC",
        (2, 1),
        "can't be proved",
        "prove one relation",
    ),
    "which angle": ("triangle ABC; triangle ADE\nfind ∠A", (2, 1), "angle A could be more than one", "∠ B A C"),
    "where a line touches": (
        "triangle ABC; PQ tangent to circle (ABC)\nprove PQ = AB",
        (1, 15),
        "where the line touches",
        "tangent to circle … at Q",
    ),
}


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
    started = time.monotonic()
    with pytest.raises(ParseError, match=message):
        parse_statement(text)
    assert time.monotonic() - started < 5
