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

#: How many words that could follow are named.
MOST_NAMED = 4
#: What it counts for an example to have the word that is out of place, and how many letters that word has at least: not in, at or with.
WEIGHT, TELLING = 0.25, 5

_COMPARED = "write |A B| > |C D|"
_GIVEN_LATER = "what follows prove or find is asked for: give the rest in a sentence of its own, or after if"
_BOTH_WAYS = "write a statement for each direction: prove |A B| = |A C| if ∠ A B C = ∠ A C B"
_UNKNOWN = "only lengths and angles can be spoken of: write e.g. |A B| = 2 |C D|"
#: What to write instead of words that many use and the language hasn't, or has in other places.
_INSTEAD = {
    "longer": _COMPARED, "shorter": _COMPARED, "larger": _COMPARED, "greater": _COMPARED, "smaller": _COMPARED,
    "area": _UNKNOWN, "areas": _UNKNOWN, "perimeter": _UNKNOWN,
    **dict.fromkeys(("where", "let", "denote", "take", "draw"), _GIVEN_LATER), "only": _BOTH_WAYS, "iff": _BOTH_WAYS,
    "center": "write e.g. O circumcenter of A B C, or O center of circle (A B C)",
}  # fmt: skip


def misread(error: UnexpectedInput, sentence: Sequence[PlainToken]) -> ParseError:
    """In words. sentence: what was parsed."""
    if isinstance(error, UnexpectedToken) and not isinstance(error, UnexpectedEOF) and error.token.type != "$END":
        return _unexpected(sentence[error.token.start_pos or 0], error.expected, sentence)
    last = sentence[-1].span
    end = Span(last.line, last.column + last.length)
    expected = getattr(error, "expected", ())
    return ParseError("the sentence ends too early", end, _hint(_readable(expected), sentence))


def _unexpected(token: PlainToken, expected: Iterable[str], sentence: Sequence[PlainToken]) -> ParseError:
    written = shown(token.text)
    if token.kind == NAME and POINT in expected:
        return ParseError(f"{written} is no point", token.span, f"points are capitals: write {token.text.upper()[:12]}")
    words = _readable(expected)
    if token.kind != OTHER and grammar().words.get(token.kind, OTHER) == OTHER:
        near = _near(token.kind, words) or _near(token.kind, grammar().words)
        hint = f"did you mean {near}?" if near else _hint([], sentence, token.kind)
        return ParseError(f"the word {written} isn't known here", token.span, hint)
    return ParseError(f"{written} is out of place here", token.span, _hint(words, sentence, token.kind))


def _readable(expected: Iterable[str]) -> list[str]:
    kinds = {POINT: "a point", NAME: "the name of a circle or line", "A_NUMBER": "a number"}
    return sorted({kinds.get(name, grammar().read_as(name)) for name in expected})


def _near(word: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(word[:40], [w for w in known if w.isalpha() or "-" in w], n=1, cutoff=0.7)
    return found[0] if found else ""


def _hint(words: Sequence[str], sentence: Sequence[PlainToken], culprit: str = "") -> str:
    """words: what was expected. culprit: the word that is in the wrong place, if there is one."""
    instead = next((_INSTEAD[t.kind] for t in sentence if t.kind in _INSTEAD), "")
    example = _like(sentence, culprit)
    parts = []
    if 0 < len(words) <= MOST_NAMED and not instead:
        parts.append(f"expected {' or '.join(words)}")
    if instead or example:
        parts.append(instead or f"write e.g. {example}")
    return "; ".join(parts) or "porism language shows what can be said"


def _like(sentence: Sequence[PlainToken], culprit: str) -> str:
    """The example of the phrase whose words are most like those of the sentence; to have the culprit speaks for one."""
    mine = {t.kind for t in sentence if t.kind not in (POINT, NAME, OTHER)} - {",", "and", "prove", "find"}
    best, most = "", 0.0
    for phrase in PHRASES:
        theirs = _words(phrase)
        common = len(mine & theirs)
        score = common / len(mine | theirs) if common else 0.0
        if culprit in theirs and len(culprit) >= TELLING:
            score += WEIGHT
        if score > most:
            best, most = phrase.example, score
    return best


def _words(phrase: Phrase) -> set[str]:
    (words,) = sentences(phrase.example)[:1]
    return {t.kind for t in words if t.kind not in (POINT, NAME, OTHER)} - {",", "and"}
