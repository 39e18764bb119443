"""Reading statements: one, or a file of many, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.errors import ParseError, Span
from solver.language import coordinates, jgex
from solver.language.problem import Problem
from solver.language.syntax import nearest, read_syntax

#: A larger file is refused unread (bytes).
LARGEST_FILE = 5_000_000


@dataclass(frozen=True)
class NamedStatement:
    """A statement in a file, not yet parsed; `line` is where it stands."""

    name: str
    text: str
    line: int = 1

    def parse(self) -> Problem:
        """Raises ParseError with the line of the file."""
        return parse_statement(self.text, self.name, self.line)


def parse_statement(text: str, name: str = "statement", line: int = 1) -> Problem:
    """Parse one statement in whichever language it is written. Raises ParseError."""
    syntax = read_syntax(text, line)
    if coordinates.is_coordinate_language(syntax):
        return coordinates.build_problem(syntax, name, text)
    return jgex.build_problem(syntax, name, text)


def decode(data: bytes) -> str:
    """Text of a file. Raises ParseError where it is too large or no text."""
    if len(data) > LARGEST_FILE:
        raise ParseError(
            f"the file has {len(data):,} bytes; the limit is {LARGEST_FILE:,}",
            Span(1, 1),
            "split it into several files",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise ParseError("this is no text in UTF-8", Span(line, column), "is it a text file of statements?") from None
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise ParseError(
            "this is a binary file",
            Span(line, at - (text.rfind("\n", 0, at) + 1) + 1),
            "give a text file of statements",
        )
    return text


def read_problems(text: str) -> list[NamedStatement]:
    """Statements of a file: a line for the name, a line for the statement; a statement alone needs no name.

    Blank lines and lines that begin with # are skipped. Raises ParseError when there is no statement.
    """
    found: list[NamedStatement] = []
    name: tuple[str, int] | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if "=" in line or "?" in line:
            found.append(NamedStatement(name[0] if name else f"line-{number}", line, number))
            name = None
        elif name is None:
            name = (line, number)
        else:
            raise ParseError(
                f"the name {name[0][:60]!r} has no statement", Span(name[1], 1), "put its statement on the next line"
            )
    if name is not None:
        raise ParseError(
            f"the name {name[0][:60]!r} has no statement",
            Span(name[1], 1),
            "put its statement on the next line: a b c = triangle a b c ? …",
        )
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
        f"no problem is named {name!r}",
        None,
        nearest(name, [s.name for s in statements], f"the first one is {statements[0].name!r}"),
    )
