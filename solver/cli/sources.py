"""What the user names on the command line: files, statements, standard input; and where results go."""

from __future__ import annotations

import sys
from pathlib import Path

from solver import collection
from solver.content import content_folder
from solver.errors import ParseError
from solver.language.problem import Problem
from solver.language.read import LARGEST_FILE, NamedStatement, decode, parse_statement, read_problems, select
from solver.language.syntax import nearest, shown


def read_file(path: Path) -> str:
    """The text of a file; one that is too large is refused without being read. Raises ParseError, OSError."""
    with path.open("rb") as file:
        return decode(file.read(LARGEST_FILE + 1))


def read_source(source: str, name: str | None) -> Problem:
    """The problem that the user means: a file, a problem of the collection, a statement. Raises ParseError, OSError."""
    if source == "-":
        found = read_problems(decode(sys.stdin.buffer.read(LARGEST_FILE + 1)))
    elif _is_file(source):
        path = Path(source)
        found = read_problems(read_file(path), path.stem)
    elif collection.has(source):
        found = [collection.find(source).statement]
    elif any(c in source for c in "?= \n"):
        return parse_statement(source)
    else:
        hint = nearest(
            source, (e.name for e in collection.entries()), "give a file, a problem's name, - or a statement"
        )
        raise ParseError(f"there is no file or problem {shown(source)}", None, hint)
    if name is not None:
        return select(found, name).parse()
    if len(found) > 1:
        raise ParseError(
            f"the file has {len(found)} problems", None,
            f"choose one with --name {shown(found[0].name)}, or run porism bench",
        )  # fmt: skip
    return found[0].parse()


def _is_file(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # a statement may be no possible name
        return False


def read_suite(path: Path) -> list[NamedStatement]:
    """The problems of a file, of a folder, or of a suite that comes with porism. Raises ParseError, OSError."""
    if not path.exists() and path.parts[0] == "problems":
        path = content_folder("problems").joinpath(*path.parts[1:])
    if not path.is_dir():
        return read_problems(read_file(path), path.stem)
    found = [p for file in sorted(path.rglob("*.txt")) for p in _read_in_folder(file)]
    if not found:
        raise ParseError(f"the folder {path} has no problems", None, "problems are files that end with .txt")
    return found


def _read_in_folder(path: Path) -> list[NamedStatement]:
    """Errors say which of the folder's files they are about."""
    try:
        return read_problems(read_file(path), path.stem)
    except ParseError as error:
        raise ParseError(f"{path.name}: {error.message}", error.span, error.hint) from None


def write(text: str, out: Path | None) -> None:
    """To the file, whose folder is made if need be, or to the terminal."""
    if out is None:
        sys.stdout.write(text)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
