"""Whatever text goes in, a problem or one error with a place in it comes out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.errors import ParseError
from solver.language.constructions import CONSTRUCTIONS
from solver.language.plain_words import PHRASES
from solver.language.problem import Problem
from solver.language.read import decode, parse_statement, read_problems
from solver.statements.predicates import PREDICATES
from tests.language.mutated import failures

_WORDS = [*CONSTRUCTIONS, *PREDICATES, *"abcdefxyz", "x'", *";,=?@#", "30", "-1/2", "1_0", "0.5_-3", "nan_1", "\n", " "]

_PLAIN = [
    *"ABCDEFHO", "B_1", "O'", "AB", "ABC", "w", "l", *",;.|()=<>+-*/^∠⟂∥°", "\n", "30", "2", "prove", "find", "let",
    *sorted({word for phrase in PHRASES for word in phrase.example.split() if word.islower()}),
]  # fmt: skip

_statements = st.sampled_from(
    [c.example for c in CONSTRUCTIONS.values()]
    + [f"{phrase.example}\nprove |A B| = |A C|" for phrase in PHRASES]
    + ["a@0_0 = ; b@1_0 = ; c@0_1 = perp a b a c, cong a b a c ? acompute c b c a"]
)


def _outcome(text: str) -> None:
    try:
        assert isinstance(parse_statement(text), Problem)
    except ParseError as error:
        lines = text.split("\n")
        assert error.span is not None
        assert 1 <= error.span.line <= len(lines)
        assert 1 <= error.span.column <= len(lines[error.span.line - 1]) + 1
        assert error.message
        assert len(str(error)) < 500
        assert "\n" not in str(error)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    _outcome(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=60), st.sampled_from([" ", ""]))
def test_any_words_of_the_language(words: list[str], space: str) -> None:
    _outcome(space.join(words))


@settings(max_examples=300, deadline=None)
@given(_statements, st.data())
def test_a_statement_with_a_part_exchanged(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    other = data.draw(st.one_of(st.text(max_size=8), st.sampled_from(_WORDS)))
    _outcome(text[:start] + other + text[end:])


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_as_a_file(data: bytes) -> None:
    try:
        for statement in read_problems(decode(data)):
            statement.parse()
    except ParseError as error:
        assert error.span is not None


def test_readers_survive_what_is_nearly_a_statement() -> None:
    assert [text for text, _ in failures(seed=0, count=150)] == []
