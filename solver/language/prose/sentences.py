"""From a text to its sentences and their trees, or to what of it isn't understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from solver.errors import ParseError, Unread
from solver.language.prose.chart import TooHard
from solver.language.prose.chinese.grammar import Grammar as ChineseGrammar
from solver.language.prose.chinese.words import sentences as chinese_sentences
from solver.language.prose.circle_names import with_circle_names
from solver.language.prose.classroom import without_instructions
from solver.language.prose.english.grammar import Grammar
from solver.language.prose.english.words import VOCABULARY, is_known, prepare
from solver.language.prose.hats import with_hats
from solver.language.prose.indices import spelled_out
from solver.language.prose.parts import joined_parts, without_definitions
from solver.language.prose.syntax import (
    Sentence,
)
from solver.language.prose.tokens import Kind, Token, span_at, tokens_of
from solver.language.prose.units import without_units
from solver.language.syntax import check_length, printable


@dataclass(frozen=True)
class ReadSentence:
    """A sentence with its tokens, for the places of its parts."""

    tokens: Sequence[Token]
    items: Sequence[Sentence]


#: A longer sentence isn't read (words and signs).
LONGEST_SENTENCE = 300


#: The largest number of steps for reading a text, some 2 s; of places and words that are named in a message.
MOST_STEPS, MOST_NAMED = 400_000, 6


def read_sentences(text: str, line: int, corrections: dict[str, str]) -> list[ReadSentence]:
    """The trees of a text. corrections: misspelt words, added to. Raises ParseError with all that can't be read."""
    check_length(text, line)
    tokens = tokens_of(without_definitions(joined_parts(without_instructions(without_units(text, line)))))
    sentences = spelled_out(split(with_circle_names(with_hats(tokens))))
    return _trees(text, line, (prepare(s, corrections) for s in sentences), Grammar, _unknown)


def read_chinese(text: str, line: int) -> list[ReadSentence]:
    """The trees of a text in Chinese. Raises ParseError with all that can't be read."""
    check_length(text, line)
    return _trees(
        text,
        line,
        chinese_sentences(joined_parts(without_units(text, line)), line),
        ChineseGrammar,
        lambda tokens: _IN_OTHER_WORDS,
    )


_IN_OTHER_WORDS = "请换一种说法，例如：AD与BE交于点H；D是BC的中点；过A作BC的垂线，垂足为D"


def _by_number(tokens: Sequence[Token], text: str, line: int) -> Iterator[ParseError]:
    """What of a sentence speaks of angles by the numbers that they have in a figure: ∠1, angle 2."""
    for sign, number, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        is_degrees = after is not None and (after.text in ("°", "degrees", "degree", "度"))
        if sign.text in ("∠", "angle", "angles") and number.kind is Kind.NUMBER and not is_degrees:
            span = span_at(text, sign.start, number.end, line)
            hint = "name the angle by its points, such as ∠ABC: a number in the figure says nothing here"
            yield ParseError(f"“{printable(text[sign.start : number.end])}”", span, hint)


def _trees(
    text: str,
    line: int,
    sentences: Iterable[Sequence[Token]],
    grammar_of: Callable[[Sequence[Token], int], Grammar | ChineseGrammar],
    hint: Callable[[Sequence[Token]], str],
) -> list[ReadSentence]:
    found = []
    unread: list[ParseError] = []
    left = MOST_STEPS
    for tokens in sentences:
        if numbered := list(_by_number(tokens, text, line)):
            unread += numbered
            continue
        grammar = grammar_of(tokens, left)
        try:
            items = grammar.parse() if len(tokens) <= LONGEST_SENTENCE else None
        except (TooHard, RecursionError):  # brackets in brackets, say: more than people write
            items = None
        left -= grammar.steps
        if items is None:
            at = min(grammar.farthest, len(tokens) - 1)
            span = span_at(text, tokens[at].start, tokens[-1].end, line)
            unread.append(
                ParseError(
                    f"“{printable(text[tokens[at].start : tokens[-1].end][:60])}”",
                    span,
                    hint(tokens) if len(unread) < MOST_NAMED else "",
                )
            )
            if left <= 0:
                break
        else:
            found.append(ReadSentence(tokens, items))
    if unread:
        raise _all(unread)
    return found


def _unknown(tokens: Sequence[Token]) -> str:
    """Which words of a sentence aren't known, and what they may be meant to be."""
    words = dict.fromkeys(t.text for t in tokens if t.kind is Kind.WORD and not is_known(t.text) and len(t.text) > 1)
    found = []
    for word in list(words)[:MOST_NAMED]:
        near = get_close_matches(word, VOCABULARY, 1, 0.76)
        found.append(f"“{word}” isn't known" + (f", did you mean {near[0]}?" if near else ""))
    if not found and {"or", "either"} & {t.text for t in tokens if t.kind is Kind.WORD}:
        return "of two things one can't be given: write a statement for each case, or what both have in common"
    return "; ".join(found)


def _all(unread: Sequence[ParseError]) -> Unread:
    """One error that names all that can't be read."""
    unread = list(
        {error.span: error for error in unread}.values()
    )  # what is said for every index was read several times
    first = unread[0]
    spans = tuple(error.span for error in unread if error.span is not None)
    if len(unread) == 1:
        return Unread(f"this can't be read: {first.message}", spans, first.hint)
    places = [
        f"{error.message} (line {error.span.line}, column {error.span.column})"
        for error in unread[:MOST_NAMED]
        if error.span
    ]
    more = f" and {len(unread) - MOST_NAMED} more" if len(unread) > MOST_NAMED else ""
    hints = "; ".join(dict.fromkeys(error.hint for error in unread[:MOST_NAMED] if error.hint))
    return Unread(f"these can't be read: {', '.join(places)}{more}", spans, hints)


#: What a line begins with that asks for something.
_REQUESTS = frozenset(["prove", "show", "find", "determine"])


def split(tokens: Sequence[Token]) -> list[list[Token]]:
    sentences: list[list[Token]] = [[]]
    for last, token in zip((None, *tokens), tokens, strict=False):
        if last is not None and last.kind is Kind.LINE and token.text in _REQUESTS:
            sentences.append([])  # the line before may have no full stop
        if token.kind is Kind.END:
            sentences.append([])
        else:
            sentences[-1].append(token)
    said = [_unbracketed(s) for s in sentences if any(t.kind is not Kind.LINE for t in s)]
    return said[1:] if said and all(t.kind is Kind.NUMBER or t.text == "problem" for t in said[0]) else said


def _unbracketed(sentence: list[Token]) -> list[Token]:
    """A sentence in brackets without the first one: `(D lies on BC.)`, `(D lies on BC)`."""
    words = [t for t in sentence if t.kind is not Kind.LINE]
    if words[0].text != "(":
        return sentence
    depth = 0
    for token in words:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0 and token is not words[-1]:
            return sentence
    return [t for t in sentence if t is not words[0]]
