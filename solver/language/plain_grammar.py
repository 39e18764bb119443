"""The grammar of the plain language: plain.lark, with the alternatives that the table of phrases adds.

Each phrase becomes one alternative or more of what its sort names. Earley's algorithm parses them: what a comma
separates, two facts or two points, is seen later only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import lark
from lark import Lark, Token, Tree
from lark.lexer import Lexer, PatternStr

from solver.language.narrow import parse
from solver.language.plain_phrase import Phrase, Sort
from solver.language.plain_tokens import NAME, NUMBER, OTHER, POINT, PlainToken
from solver.language.plain_words import PHRASES
from solver.runtime.kept import kept

_HERE = Path(__file__).parent
_PIECE = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\S+")
_TRIANGLE = re.compile(r" (of|in) (\[shape\]|triangle) a b c")
#: What a line or circle is in the grammar.
_RULES = {Sort.LINE: "straight", Sort.CIRCLE: "circle"}
#: A name stands before these: `midpoint M of A B`.
_BEFORE_THESE = re.compile(r" (?=(?:of|from|to|through|with|on) )")


@dataclass(frozen=True)
class Alternative:
    """One way to write a phrase.

    pattern: see `solver.language.plain_phrase`. rule: what it is an alternative of. names: whether a circle or line is
    given a name, which then comes first. slots: in order; those of a list in one tuple.
    """

    phrase: Phrase
    pattern: str
    rule: str
    names: bool = False

    @property
    def slots(self) -> tuple[tuple[str, ...], ...]:
        pieces = (piece.strip("{,}").split() for piece in _PIECE.findall(self.pattern))
        return tuple(tuple(slot.split(":")[0] for slot in piece) for piece in pieces if all(map(_is_slot, piece)))


def _is_slot(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or (len(word) > 1 and ":" in word)


@dataclass(frozen=True)
class Grammar:
    """parser: its tree nodes `said_3` are about `alternatives[3]`. words: its terminals, by what is written."""

    parser: Lark
    alternatives: tuple[Alternative, ...]
    words: dict[str, str]

    def parse(self, sentence: Sequence[PlainToken]) -> Tree[Token]:
        """The tree of a sentence; its tokens have the number of their word as start_pos, and the next one as end_pos. Raises UnexpectedInput."""
        tokens = [
            Token(
                self.words.get(t.kind, OTHER), t.text, i, t.span.line, t.span.column,
                end_column=t.span.column + t.span.length, end_pos=i + 1,
            )
            for i, t in enumerate(sentence)
        ]  # fmt: skip
        return parse(self.parser, tokens)

    def read_as(self, terminal: str) -> str:
        """What is written for a terminal of the grammar."""
        return next((word for word, name in self.words.items() if name == terminal), terminal)


class _Words(Lexer):
    """Passes on tokens that are already there."""

    #: Lark calls `lex` itself; before this version it wraps the lexer in a class that can't be pickled.
    __future_interface__ = 2

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: object) -> Iterator[Token]:
        yield from lexer_state.text


@lru_cache(maxsize=1024)
def parsed(sentence: tuple[PlainToken, ...]) -> Tree[Token]:
    """The tree of a sentence; kept, as statements are read again when their proofs are checked. Raises UnexpectedInput."""
    return grammar().parse(sentence)


@cache
def grammar() -> Grammar:
    """Made when first used, and kept from one start of the program to the next."""
    sources = sorted((*_HERE.glob("*.lark"), *_HERE.glob("*.py")))
    return kept("plain-grammar", (*sources, Path(lark.__file__)), _made)


def _made() -> Grammar:
    alternatives = tuple(a for phrase in PHRASES for a in _alternatives(phrase))
    lists: dict[str, str] = {}
    added: dict[str, list[str]] = {}
    for number, a in enumerate(alternatives):
        pieces = " ".join(_piece(piece, lists) for piece in _PIECE.findall(a.pattern))
        added.setdefault(a.rule, []).append(f"{pieces} -> {a.rule}_{number}")
    text = (_HERE / "plain.lark").read_text(encoding="utf-8")
    for rule in ("line", "circle"):
        added["said"].append(f'{NAME} "="? {rule} -> name_{rule}')
    rules = [f"%extend {rule}: " + "\n    | ".join(lines) for rule, lines in added.items()]
    declared = f"%declare {POINT} {NAME} {NUMBER} {OTHER}"
    parser = Lark(
        "\n".join((text, *rules, *lists.values(), declared)), parser="earley", lexer=_Words, maybe_placeholders=False,
        propagate_positions=True,
    )  # fmt: skip
    words = {str(t.pattern.value): t.name for t in parser.terminals if isinstance(t.pattern, PatternStr)}
    del parser.grammar, parser._parse_tree_builder  # of no more use, and half of what is kept
    return Grammar(parser, alternatives, words | {kind: kind for kind in (POINT, NAME, NUMBER)})


def _alternatives(phrase: Phrase) -> Iterator[Alternative]:
    """Its pattern; without the triangle, which may be the only one; and with a name for what it gives."""
    for pattern in dict.fromkeys((phrase.pattern, _TRIANGLE.sub("", phrase.pattern))):
        head, *rest = _BEFORE_THESE.split(pattern, maxsplit=1)
        is_word = head.replace("-", "").replace(" ", "").isalpha() and len(head) > 1
        if phrase.sort is Sort.POINT:
            yield Alternative(phrase, "{x} " + pattern, "said")
            yield Alternative(phrase, "{x} = " + pattern, "said")
            if is_word:
                yield Alternative(phrase, " ".join((head, "{x}", *rest)), "said")
        elif phrase.sort is Sort.FACT:
            yield Alternative(phrase, pattern, "said")
        else:
            yield Alternative(phrase, pattern, _RULES[phrase.sort])
            if is_word:
                for rule in ("said", _RULES[phrase.sort]):
                    yield Alternative(phrase, " ".join((head, f"n:{NAME}", *rest)), rule, names=True)


def _piece(piece: str, lists: dict[str, str]) -> str:
    """A part of a pattern in the grammar's own notation; rules for lists are put into `lists`."""
    if piece == "[shape]":
        return "shape?"
    if piece.startswith("["):
        return f'["{piece[1:-1]}"]'
    if piece.startswith("{"):
        has_commas = piece.endswith(",}")
        slots = [_piece(slot, lists) for slot in piece.strip("{,}").split()]
        name, one = "_".join(("list", *["strict"][:has_commas], *slots)).lower(), " ".join(slots)
        lists[name] = f"{name}: {one} (_also{'' if has_commas else '?'} {one})*"
        return name
    if not _is_slot(piece):
        return f'"{piece}"'
    return piece.split(":")[1] if ":" in piece else POINT
