"""What is wrong with a sentence that the grammar can't read, and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from lark.exceptions import UnexpectedEOF, UnexpectedInput, UnexpectedToken

from solver.errors import ParseError, Span
from solver.language.plain_grammar import grammar
from solver.language.plain_phrase import Phrase
from solver.language.plain_tokens import NAME, OTHER, POINT, PlainToken, sentences
from solver.language.plain_words import PHRASES
from solver.language.syntax import shown

#: So many words that could follow are named.
MOST_NAMED = 4


def misread(error: UnexpectedInput, sentence: Sequence[PlainToken]) -> ParseError:
    """In words. sentence: what was parsed."""
    if isinstance(error, UnexpectedToken) and not isinstance(error, UnexpectedEOF) and error.token.type != "$END":
        return _unexpected(sentence[error.token.start_pos or 0], error.expected, sentence)
    last = sentence[-1].span
    end = Span(last.line, last.column + last.length)
    expected = getattr(error, "expected", ())
    return ParseError("the sentence ends too early", end, _hint(_readable(expected), _like(sentence, "")))


def _unexpected(token: PlainToken, expected: Iterable[str], sentence: Sequence[PlainToken]) -> ParseError:
    written = shown(token.text)
    if token.kind == NAME and POINT in expected:
        return ParseError(f"{written} is no point", token.span, f"points are capitals: write {token.text.upper()[:12]}")
    words = _readable(expected)
    if token.kind != OTHER and grammar().words.get(token.kind, OTHER) == OTHER:
        near = _near(token.kind, words) or _near(token.kind, grammar().words)
        hint = f"did you mean {near}?" if near else _hint([], _like(sentence, ""))
        return ParseError(f"the word {written} isn't known here", token.span, hint)
    return ParseError(f"{written} is out of place here", token.span, _hint(words, _like(sentence, "")))


def _readable(expected: Iterable[str]) -> list[str]:
    kinds = {POINT: "a point", NAME: "the name of a circle or line", "A_NUMBER": "a number"}
    return sorted({kinds.get(name, grammar().read_as(name)) for name in expected})


def _near(word: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(word[:40], [w for w in known if w.isalpha() or "-" in w], n=1, cutoff=0.7)
    return found[0] if found else ""


def _hint(words: Sequence[str], example: str) -> str:
    parts = []
    if 0 < len(words) <= MOST_NAMED:
        parts.append(f"expected {' or '.join(words)}")
    if example:
        parts.append(f"write e.g. {example}")
    return "; ".join(parts) or "see docs/language.md"


def _like(sentence: Sequence[PlainToken], otherwise: str) -> str:
    """The example of the phrase whose words are most like those of the sentence."""
    mine = {t.kind for t in sentence if t.kind not in (POINT, NAME, OTHER)} - {",", "and", "prove", "find"}
    best, most = otherwise, 0.0
    for phrase in PHRASES:
        theirs = _words(phrase)
        common = len(mine & theirs)
        score = common / len(mine | theirs) if common else 0.0
        if score > most:
            best, most = phrase.example, score
    return best


def _words(phrase: Phrase) -> set[str]:
    (words,) = sentences(phrase.example)[:1]
    return {t.kind for t in words if t.kind not in (POINT, NAME, OTHER)} - {",", "and"}
