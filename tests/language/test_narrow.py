"""A parser with fewer rules gives the trees of the whole one."""

from __future__ import annotations

import pytest
from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from solver.language.narrow import parse
from solver.language.plain_grammar import _Words

GRAMMAR = """
start: (pair | single | made)+
pair: A B -> pair
single: A
made: c B
c: C?
%declare A B C
"""


@pytest.mark.parametrize("words", ["A B", "A", "A A B", "C B", "B", "A C B A"])
def test_its_trees_are_those_of_the_whole(words: str) -> None:
    parser = Lark(GRAMMAR, parser="earley", lexer=_Words)
    tokens = [Token(word, word) for word in words.split()]
    assert parse(parser, tokens) == parser.parse(tokens)


@pytest.mark.parametrize("words", ["A C", "C", "D"])
def test_an_error_names_all_that_could_stand_there(words: str) -> None:
    parser = Lark(GRAMMAR, parser="earley", lexer=_Words)
    tokens = [Token(word, word) for word in words.split()]
    with pytest.raises(UnexpectedInput) as narrow:
        parse(parser, tokens)
    with pytest.raises(UnexpectedInput) as whole:
        parser.parse(tokens)
    assert str(narrow.value) == str(whole.value)
