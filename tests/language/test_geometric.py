"""What isn't geometry is told so, in one message; what is gets a message about its words."""

from __future__ import annotations

import pytest

from solver.errors import ParseError
from solver.language.geometric import speaks_of_geometry
from solver.language.read import parse_statement

UNRELATED = "this isn't a statement of geometry"


@pytest.mark.parametrize(
    "text",
    [
        "Hello, how are you?",
        "I am happy. Tell me a joke.",
        "What is the capital of France?",
        "solve x^2=4",
        "$x^2 + 1 = 0$ find x",
        "Solve for x: 2x + 3 = 7",
        "x^2 + y^2 = 25, find x",
        "Let n be a positive integer. Prove that n^2 + n is even.",
        "Prove that sqrt(2) is irrational.",
        "Find the derivative of x^3.",
        "def f(x): return x + 1",
        "for i in range(10): print(i)",
        "2 + 2 = ?",
        "a = b + c; solve for a",
        "?",
        "今天天气怎么样？",
        "解方程 x^2=4",
    ],
)
def test_small_talk_algebra_and_programs_are_no_geometry(text: str) -> None:
    with pytest.raises(ParseError, match=UNRELATED) as raised:
        parse_statement(text)
    assert raised.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "triangle a b c",
        "a b c = triangl a b c ? cong a b a c",
        "a b c = triangle a b c; d = foo a b ? coll a b d",
        "Please write a poem about triangles.",
        "prove AB = CD = x^",
        "P is somewhere; prove P is nice",
        "The circles are nice.",
        "三角形很好看。",
    ],
)
def test_what_speaks_of_geometry_is_told_which_words_arent_read(text: str) -> None:
    assert speaks_of_geometry(text)
    with pytest.raises(ParseError) as raised:
        parse_statement(text)
    assert UNRELATED not in str(raised.value)
