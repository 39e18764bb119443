"""What the user names on the command line: files, statements, standard input; and where results go."""

from __future__ import annotations

import sys
from pathlib import Path

from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.read import LARGEST_FILE, decode, parse_statement, read_problems, select
from solver.language.syntax import shown


def read_file(path: Path) -> str:
    """The text of a file; one that is too large is refused without being read. Raises ParseError, OSError."""
    with path.open("rb") as file:
        return decode(file.read(LARGEST_FILE + 1))


def read_source(source: str, name: str | None) -> Problem:
    """The problem that the user means. Raises ParseError, OSError."""
    if source == "-":
        text = decode(sys.stdin.buffer.read(LARGEST_FILE + 1))
    elif "?" in source or "=" in source:
        return parse_statement(source)
    elif Path(source).exists():
        text = read_file(Path(source))
    else:
        raise ParseError(
            f"there is no file {shown(source)}", None, "give a file, - or a statement: a b c = triangle a b c ? …"
        )
    found = read_problems(text)
    if name is not None:
        return select(found, name).parse()
    if len(found) > 1:
        raise ParseError(
            f"the file has {len(found)} problems", None,
            f"choose one with --name {shown(found[0].name)}, or run porism bench",
        )  # fmt: skip
    return found[0].parse()


def write(text: str, out: Path | None) -> None:
    """To the file, whose folder is made if need be, or to the terminal."""
    if out is None:
        sys.stdout.write(text)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
