"""Reading statements: one, or a file of many, in any of the languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from solver.errors import Misvalued, ParseError, Refusal, Span, Unread
from solver.language import plain
from solver.language.geometric import is_constructive, speaks_of_geometry
from solver.language.markup import without_markup
from solver.language.problem import UNNAMED, Problem
from solver.language.problem_file import is_problem_file, read_problem_file
from solver.language.prose.recognize import is_chinese, is_prose
from solver.language.syntax import check_length, nearest, read_syntax, shown

#: A larger file is refused unread (bytes).
LARGEST_FILE = 5_000_000

_SENTENCE_END = re.compile(r";?(\r\n|\r|\n)|;()")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class NamedStatement:
    """A statement in a file, not yet parsed; `line` is where it stands. answer: what is to be found, as the file says."""

    name: str
    text: str
    line: int = 1
    answer: str = ""

    def parse(self) -> Problem:
        """Raises ParseError with the line of the file."""
        return parse_statement(self.text, self.name, self.line)


def parse_statement(text: str, name: str = UNNAMED, line: int = 1) -> Problem:
    """Parse one statement in whichever language it is written. Raises ParseError."""
    check_length(text, line)
    try:
        problem = _parsed(text, name, line)
    except ParseError:
        if text.strip() and not speaks_of_geometry(text):
            raise _unrelated(text, line) from None
        raise
    if not problem.points:  # an equation in x, say
        raise _unrelated(text, line)
    return problem


def _unrelated(text: str, line: int) -> ParseError:
    """What is said of small talk, algebra and programs."""
    if is_chinese(text):
        return ParseError(
            "这不是一道几何题 (this isn't a statement of geometry)",
            Span(line, 1),
            "请写出已知条件和求证：在三角形ABC中，AB=AC。求证：∠ABC=∠ACB。",
        )
    return ParseError(
        "this isn't a statement of geometry: it speaks of no points, lines or figures", Span(line, 1),
        "say what is given and what to prove, as in: triangle A B C; |A B| = |A C|; prove angle A B C = angle A C B",
    )  # fmt: skip


def _parsed(text: str, name: str, line: int) -> Problem:
    if is_chinese(text):
        return _from_prose(text, name, line)
    if plain.is_plain_language(text) or is_prose(text) or (text.strip() and not is_constructive(text)):
        return _in_words(text, name, line)
    from solver.language import coordinates, jgex

    syntax = read_syntax(text, line)
    if coordinates.is_coordinate_language(syntax):
        return coordinates.build_problem(syntax, name, text.strip())
    return jgex.build_problem(syntax, name, text.strip())


def _in_words(text: str, name: str, line: int) -> Problem:
    """A statement said tersely, or as a paper prints it, with whatever stands around it. Raises ParseError."""
    said, has_picture = without_markup(text)
    problem = _as_said(said, name, line)
    notes = (*problem.notes, "the code of a picture is passed over") if has_picture else problem.notes
    return problem if said == text else replace(problem, text=text.rstrip(), notes=notes)


def _as_said(text: str, name: str, line: int) -> Problem:
    """Raises ParseError."""
    if not is_prose(text):
        return _tersely(text, name, line)
    try:
        return _from_prose(text, name, line)
    except Unread as error:  # what prose has read and refuses has no other meaning
        try:
            return plain.build_problem(text, name, line)
        except ParseError:
            raise error from None


def _tersely(text: str, name: str, line: int) -> Problem:
    """A statement said tersely; by the reader of prose where that alone can read it: values, areas, a sentence by itself.

    Raises ParseError.
    """
    readers: list[Callable[[str, str, int], Problem]] = [plain.build_problem]
    if _has_values(text):
        readers.insert(0, _sentences_from_prose)
    elif _is_one_sentence(text):
        readers.append(_sentences_from_prose)
    elif _SENTENCES.search(text) is not None:
        readers.append(_from_prose)  # Two circles meet at P and Q; a line through P …. Prove that …
    errors: list[ParseError] = []
    for reader in readers:
        try:
            return reader(text, name, line)
        except (Misvalued, Refusal):
            raise
        except ParseError as error:
            errors.append(error)
    raise max(errors, key=_place)  # the one that comes farther has understood more


def _sentences_from_prose(text: str, name: str, line: int) -> Problem:
    """Terse sentences by the reader of prose. Raises ParseError."""
    text = text.rstrip()
    # A line is a sentence here, and so is what a semicolon ends.
    return replace(_from_prose(_SENTENCE_END.sub(r".\1", text), name, line), text=text)


#: Words that whole sentences have, and terse ones hardly.
_SMALL_WORDS = re.compile(r"\b(?:the|is|are|has|have|an?|in|that|then)\b", re.IGNORECASE)


def _is_one_sentence(text: str) -> bool:
    """Whether somebody may have written a statement as a single sentence: "In triangle ABC, prove that …"."""
    return not set(";\n") & set(text.strip()) and _SMALL_WORDS.search(text) is not None


#: Sentences, one after the other, of which the first has a semicolon.
_SENTENCES = re.compile(r"^[^\n]*\b(?:the|is|are|an?|in|two)\b[^\n]{0,300}\.\s+[A-Z][a-z]", re.IGNORECASE)


def _place(error: ParseError) -> tuple[int, int]:
    return (error.span.line, error.span.column) if error.span is not None else (0, 0)


#: An area, a function of an angle, a root.
_QUANTITIES = re.compile(r"\[[A-Z]|\b(?:area|perimeter|inradius|circumradius|cos|sin|tan|cot|distance)\b|√|sqrt")
#: A number or a name as a length: AB = 13, AB = 3a.
_VALUES = re.compile(
    r"(?P<angle>∠|\bangle)?\s*\|?\s*(?:[A-Z][0-9_']*\s?)+\|?\s*[=:+]\s*(?:\d[\d./]*(?!\s*[|A-Z∠*/(\d.°])|(?P<name>\d*\s*[a-zα-ω]\b))"
)


#: What is to be proved is an inequality, or what is asked for the greatest or least value of something.
_INEQUALITY = re.compile(
    r"\b(?:prove|show)\b[^\n]*(?:[<>≤≥⩽⩾]|\\[lg]eq?)|\b(?:greatest|largest|least|smallest|maximum|minimum|maximal|minimal)\b"
)


def _has_values(text: str) -> bool:
    """Whether a terse statement speaks of quantities that its own reader doesn't know."""
    return (
        _INEQUALITY.search(text) is not None
        or _QUANTITIES.search(text) is not None
        or any(m["angle"] is None or m["name"] for m in _VALUES.finditer(text))
    )


def _from_prose(text: str, name: str, line: int) -> Problem:
    """Its grammars are loaded where they are needed: a terse statement doesn't wait for them. Raises ParseError."""
    from solver.language.prose.read import build_problem

    return build_problem(text, name, line)


def decode(data: bytes) -> str:
    """Text of a file. Raises ParseError where it is too large or no text."""
    if len(data) > LARGEST_FILE:
        raise ParseError(
            f"the file is larger than {LARGEST_FILE:,} bytes",
            Span(1, 1),
            "split it into several files",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParseError(
            "this is no text in UTF-8", _span_after(error.object[: error.start].decode("utf-8", "ignore")),
            "is it a text file of statements?",
        ) from None  # fmt: skip
    before, zero, _ = text.partition("\0")
    if zero:
        raise ParseError("this is a binary file", _span_after(before), "give a text file of statements")
    return text


def _span_after(text: str) -> Span:
    lines = _LINE_END.split(text)
    return Span(len(lines), len(lines[-1]) + 1)


def read_problems(text: str, name: str = UNNAMED) -> list[NamedStatement]:
    """Statements of a file: a line for the name, a line for the statement; a statement alone needs no name.

    Blank lines and lines that begin with # are skipped. A file in the plain language, or with the head of a problem
    file, is one statement, which gets the name that is given. Raises ParseError when there is no statement.
    """
    if is_problem_file(text):
        file = read_problem_file(text)
        return [NamedStatement(name, file.statement, file.line, file.answer)]
    if is_chinese(text) or plain.is_plain_language(text):
        return [NamedStatement(name, text)]
    return _in_lines(text)


def read_texts(text: str) -> list[NamedStatement]:
    """Statements of a file in JSON: name → statement, or name → {"text": statement, "answer": …, …}. Raises ParseError."""
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise ParseError("this isn't JSON", Span(1, 1), 'write {"name": "statement", …}') from None
    statements = []
    for name, entry in found.items() if isinstance(found, dict) else ():
        said = entry.get("text") if isinstance(entry, dict) else entry
        if not isinstance(said, str):
            raise ParseError(f"{shown(str(name))} has no text", None, 'write {"name": {"text": "statement", …}, …}')
        key = entry.get("answer") if isinstance(entry, dict) else ""
        statements.append(NamedStatement(str(name), said, answer=str(key or "")))
    if not statements:
        raise ParseError("there is no statement here", None, 'write {"name": "statement", …}')
    return statements


def _in_lines(text: str) -> list[NamedStatement]:
    found: list[NamedStatement] = []
    name: tuple[str, int] | None = None
    for number, line in enumerate(_LINE_END.split(text), start=1):
        word = line.strip()
        if not word or word.startswith("#"):
            continue
        if "=" in word or "?" in word:
            # Not stripped at the left: errors give the column.
            found.append(NamedStatement(name[0] if name else f"line-{number}", line.rstrip(), number))
            name = None
        elif name is None:
            name = (word, number)
        else:
            raise ParseError(
                f"there is no statement under the name {shown(name[0])}", Span(name[1], 1),
                "put its statement on the next line, whole",
            )  # fmt: skip
    if name is not None:
        raise ParseError(
            f"there is no statement under the name {shown(name[0])}", Span(name[1], 1),
            "put its statement on the next line, e.g. a b c = triangle a b c ? cong a b a c",
        )  # fmt: skip
    if not found:
        raise ParseError(
            "there is no statement here", Span(1, 1), "a file has one line for the name and one for the statement"
        )
    return found


def select(statements: Sequence[NamedStatement], name: str) -> NamedStatement:
    """The statement of that name. Raises ParseError with the nearest name."""
    for statement in statements:
        if statement.name == name:
            return statement
    raise ParseError(
        f"no problem is named {shown(name)}",
        None,
        nearest(name, [s.name for s in statements], f"the first one is {shown(statements[0].name)}"),
    )
