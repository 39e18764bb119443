"""From text to a tree of words with spans: the part that both input languages share."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import lark
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken

from solver.errors import ParseError, Refusal, Span
from solver.runtime.kept import kept
from solver.statements.predicates import PREDICATES, Predicate, Statement, unmeant

_GRAMMAR = Path(__file__).with_name("statement.lark")

#: A statement longer than this is refused unread (characters).
LONGEST_STATEMENT = 200_000
#: More points than this are refused: the closure looks at all triples.
MOST_POINTS = 150
#: Coordinates beyond this are refused: the diagram would lose all precision.
LARGEST_COORDINATE = 1e6

#: A longer name of a point is refused (characters).
LONGEST_NAME = 40

_POINT_NAME = re.compile(r"[A-Za-z_][\w']*")
#: 30, 30o (degrees), -1.5, 2/3 or pi/6; no exponents: 1e999999999 would fill the memory.
_NUMBER = re.compile(r"([+-]?)(\d{1,12}(?:\.\d{1,12})?)?(pi)?(?:/(\d{1,12}))?o?", re.ASCII)


@dataclass(frozen=True)
class Word:
    text: str
    span: Span


@dataclass(frozen=True)
class PlacedPoint:
    """A point that a clause introduces, with its coordinates if the statement gives them."""

    name: Word
    coordinates: tuple[float, float] | None


@dataclass(frozen=True)
class ClauseSyntax:
    points: tuple[PlacedPoint, ...]
    calls: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True)
class StatementSyntax:
    clauses: tuple[ClauseSyntax, ...]
    goal: tuple[Word, ...]


@cache
def _grammar() -> Lark:
    saved = kept("statement-grammar", (_GRAMMAR, Path(__file__), Path(lark.__file__)), _saved)
    return Lark.load(BytesIO(saved))


def _saved() -> bytes:
    """The parser in lark's own form: pickled, its tables would lose the identity of their marks."""
    text, saved = _GRAMMAR.read_text(encoding="utf-8"), BytesIO()
    Lark(text, parser="lalr", propagate_positions=True, maybe_placeholders=False).save(saved)
    return saved.getvalue()


def check_length(text: str, line: int) -> None:
    """Raises ParseError where a statement is too long to be one. line: where it begins in its file."""
    if len(text) > LONGEST_STATEMENT:
        raise Refusal(
            f"the statement has {len(text):,} characters; the limit is {LONGEST_STATEMENT:,}",
            Span(line, 1),
            "is this a file of statements? a file has one line for the name and one for the statement",
        )


def read_syntax(text: str, line: int = 1) -> StatementSyntax:
    """Parse one statement; `line` is where it begins in its file. Raises ParseError."""
    if not text.strip():
        raise ParseError("the statement is empty", Span(line, 1), "write e.g. a b c = triangle a b c ? cong a b b a")
    check_length(text, line)
    try:
        tree = _tree(text)
    except UnexpectedInput as error:
        raise _syntax_error(error, text, line) from None
    *clauses, goal = tree.children
    return StatementSyntax(tuple(_clause(c, line) for c in clauses if isinstance(c, Tree)), _words(goal, line))


@lru_cache(maxsize=8)
def _tree(text: str) -> Tree[Token]:
    """Kept, never changed: who proves a statement reads it, and who checks the proof reads it again."""
    return _grammar().parse(text)


def _syntax_error(error: UnexpectedInput, text: str, line: int) -> ParseError:
    if not isinstance(error, UnexpectedToken) or error.token.type == "$END":
        at = _end(text, line)
        if "?" not in text:
            return ParseError(
                "the goal is missing", at, "end the statement with a question mark and what to prove: ? cong a b c d"
            )
        return ParseError(
            "the statement ends too early", at, "after the question mark write what to prove: ? cong a b c d"
        )
    token = error.token
    span = Span(token.line + line - 1, token.column, len(token)) if token.line else _end(text, line)
    expected = {
        "EQUAL": "an equals sign after the new points", "SEMICOLON": "a semicolon", "COMMA": "a comma",
        "QMARK": "a question mark and the goal", "WORD": "a name", "AT": "@ and coordinates",
    }  # fmt: skip
    wanted = sorted(expected[name] for name in error.accepts & expected.keys())
    return ParseError(
        f"{shown(str(token))} is out of place here", span, f"expected {' or '.join(wanted)}" if wanted else ""
    )


def _end(text: str, line: int) -> Span:
    lines = text.rstrip().split("\n")
    return Span(line + len(lines) - 1, len(lines[-1]) + 1)


def shown(word: str) -> str:
    """A word of the input, quoted and cut to a readable length."""
    return f"“{printable(word[:40])}{'…' if len(word) > 40 else ''}”"


def printable(text: str) -> str:
    """Without what would do something else than show: control characters, and those that turn the direction of text."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _words(call: Tree[Token] | Token, line: int) -> tuple[Word, ...]:
    assert isinstance(call, Tree)
    return tuple(_word(t, line) for t in call.children if isinstance(t, Token))


def _word(token: Token, line: int) -> Word:
    return Word(str(token), Span((token.line or 1) + line - 1, token.column or 1, len(token)))


def _clause(tree: Tree[Token], line: int) -> ClauseSyntax:
    points: list[PlacedPoint] = []
    calls: tuple[tuple[Word, ...], ...] = ()
    for child in tree.children:
        assert isinstance(child, Tree)
        if child.data == "point":
            points.append(_placed(child, line))
        else:
            calls = tuple(_words(c, line) for c in child.children)
    return ClauseSyntax(tuple(points), calls)


def _placed(tree: Tree[Token], line: int) -> PlacedPoint:
    words = _words(tree, line)
    name = words[0]
    if len(name.text) > LONGEST_NAME or not _POINT_NAME.fullmatch(name.text):
        raise ParseError(
            f"{shown(name.text)} can't be the name of a point", name.span,
            f"names begin with a letter and have at most {LONGEST_NAME} characters: a, b1, o'",
        )  # fmt: skip
    if len(words) == 1:
        return PlacedPoint(name, None)
    try:
        x, y = map(float, words[1].text.split("_"))
    except ValueError:
        raise ParseError(
            f"{shown(words[1].text)} is no pair of coordinates", words[1].span, "write x_y, e.g. a@0.5_-1.25"
        ) from None
    place = (x, y)
    if not all(abs(value) <= LARGEST_COORDINATE for value in place):
        raise ParseError(
            f"the coordinates {shown(words[1].text)} are not usable", words[1].span,
            f"they must be finite and at most {LARGEST_COORDINATE:,.0f} in size",
        )  # fmt: skip
    return PlacedPoint(name, place)


class Scope:
    """The points that are defined so far, in order."""

    def __init__(self) -> None:
        self._lines: dict[str, Span] = {}

    @property
    def points(self) -> tuple[str, ...]:
        return tuple(self._lines)

    def require_new(self, name: Word) -> None:
        if name.text in self._lines:
            first = self._lines[name.text]
            raise ParseError(
                f"point {name.text} is defined twice", name.span,
                f"it was first defined at line {first.line}, column {first.column}; use another name",
            )  # fmt: skip

    def add(self, name: Word) -> None:
        self.require_new(name)
        if len(self._lines) >= MOST_POINTS:
            raise ParseError(
                f"the statement has more than {MOST_POINTS} points", name.span, "split it into smaller statements"
            )
        self._lines[name.text] = name.span

    def require(self, name: Word) -> None:
        if name.text not in self._lines:
            raise ParseError(
                f"point {shown(name.text)} is not defined", name.span,
                nearest(name.text, self._lines, "define it before this, e.g. " + f"{name.text[:12]} = free {name.text[:12]}"),
            )  # fmt: skip


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint: did you mean …?"""
    found = difflib.get_close_matches(word.lower()[:40], list(known), n=1, cutoff=0.6)
    return f"did you mean {found[0]}?" if found else otherwise


def constant(word: Word) -> Fraction:
    """A number such as 30, 30o, 2/3, 1.5 or pi/6 (in degrees). Raises ParseError."""
    written = _NUMBER.fullmatch(word.text)
    if written is None or not (written[2] or written[3]):
        raise ParseError(f"{shown(word.text)} is no number that can be used", word.span, "write e.g. 30, 2/3 or -1.5")
    sign, number, pi, divisor = written.groups()
    if divisor and not int(divisor):
        raise ParseError(f"{shown(word.text)} divides by 0", word.span, "write e.g. 2/3")
    value = Fraction(f"{sign}{number or 1}") * (180 if pi else 1) / int(divisor or 1)
    if abs(value) > 10**6 or value.denominator > 10**6:
        raise ParseError(
            f"the number {shown(word.text)} is too large", word.span, "at most 1,000,000, and so its denominator"
        )
    return value


def read_statement(words: tuple[Word, ...], scope: Scope) -> Statement:
    """A predicate with points and constants, e.g. a goal. Raises ParseError."""
    head, *rest = words
    predicate = PREDICATES.get(head.text)
    if predicate is None:
        raise ParseError(
            f"{shown(head.text)} is no predicate",
            head.span,
            nearest(head.text, PREDICATES, "known: " + ", ".join(PREDICATES)),
        )
    points, constants = _split(predicate, head, rest)
    for word in points:
        scope.require(word)
    values = tuple(constant(w) for w in constants)
    statement = Statement(predicate, tuple(w.text for w in points), values)
    _check_sense(statement, head)
    return statement


def _split(predicate: Predicate, head: Word, rest: list[Word]) -> tuple[list[Word], list[Word]]:
    least, most = predicate.points
    numbers = predicate.constants
    if predicate.per_pair:
        numbers += (len(rest) - numbers) // 3
    count = len(rest) - numbers
    wanted = f"{least}" if most == least else f"{least} or more"
    if count < least or (most is not None and count > most) or numbers != predicate.numbers(count):
        said = f"{wanted} points" + (f" and {numbers} number{'s' * (numbers > 1)}" if predicate.constants else "")
        if predicate.per_pair:
            said = f"pairs of points, then a number for each pair{' and one more' * predicate.constants}"
        raise ParseError(
            f"{predicate.name} takes {said}, but {len(rest)} word{' follows' if len(rest) == 1 else 's follow'} it",
            head.span,
            f"e.g. {_example(predicate)}",
        )
    return rest[:count], rest[count:]


def _example(predicate: Predicate) -> str:
    least = predicate.points[0]
    numbers = " 1 -1" * predicate.per_pair + {"distmeq": " 2", "angeq": " 30", "rconst": " 1/2"}.get(
        predicate.name, " 30" * predicate.constants
    )
    return f"{predicate.name} {' '.join('abcdefgh'[:least])}{numbers}"


def _check_sense(statement: Statement, head: Word) -> None:
    """Refuse statements about a segment from a point to itself."""
    bad = statement.repeated_point()
    if bad is not None:
        raise ParseError(
            f"{statement} uses point {bad} twice where two different points are needed",
            head.span,
            "name two different points",
        )
    if (what := unmeant(statement)) is not None:
        raise ParseError(f"{what}, in {statement.predicate.name}", head.span, f"e.g. {_example(statement.predicate)}")
