"""What the user names on the command line: files, statements, standard input; and where results go."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from solver import collection
from solver.content import content_folder
from solver.diagram.readings import settled
from solver.errors import ParseError
from solver.geogebra.archive import LARGEST_ARCHIVE, is_archive
from solver.language.problem import Problem
from solver.language.read import (
    LARGEST_FILE,
    NamedStatement,
    decode,
    parse_statement,
    read_problems,
    read_texts,
    select,
)
from solver.language.syntax import nearest, printable, shown
from solver.runtime.files import write_whole

#: What statements have and names of files and problems hardly ever: Chinese is written without blanks.
_OF_STATEMENTS = frozenset("?=! \n。，；：？！△∠⊥")


def read_file(path: Path) -> str:
    """The text of a file; one that is too large is refused without being read. Raises ParseError, OSError."""
    with path.open("rb") as file:
        return decode(file.read(LARGEST_FILE + 1))


def read_source(source: str, name: str | None, goal: str | None = None) -> Problem:
    """The problem that the user means: a file, a problem of the collection, a statement. Raises ParseError, OSError.

    goal: what to prove of a GeoGebra file; other sources say it themselves.
    """
    if not source.strip():
        raise ParseError("the statement is empty", None, "write what is given and what to prove, or name a file")
    data = _bytes_of(source)
    if data is not None and _is_geogebra(source, data):
        from solver.geogebra.read import read_geogebra

        return _with_notes(read_geogebra(data, "figure" if source == "-" else Path(source).stem, goal))
    if goal is not None:
        raise ParseError(
            "--goal is for GeoGebra files: a statement says itself what to prove", None, "leave --goal out"
        )
    if data is not None:
        found = read_problems(decode(data), "statement" if source == "-" else Path(source).stem)
    elif collection.has(source):
        found = [collection.find(source).statement]
    elif any(c in _OF_STATEMENTS for c in source):
        if name is not None:
            raise ParseError("--name chooses a problem of a file, and this is a statement", None, "leave --name out")
        return _with_notes(parse_statement(source))
    else:
        hint = nearest(
            source, (e.name for e in collection.entries()), "give a file, a problem's name, - or a statement"
        )
        raise ParseError(f"there is no file or problem {shown(source)}", None, hint)
    if name is not None:
        return _with_notes(select(found, name).parse())
    if len(found) > 1:
        raise ParseError(
            f"the file has {len(found)} problems", None,
            f"choose one with --name {shown(found[0].name)}, or run porism bench",
        )  # fmt: skip
    return _with_notes(found[0].parse())


def _with_notes(problem: Problem) -> Problem:
    """The problem, as its figure decides to read it, after what was taken for granted has been said."""
    problem = settled(problem)
    for note in problem.notes:
        print(f"note: {printable(note)}", file=sys.stderr)
    return problem


def _bytes_of(source: str) -> bytes | None:
    """The bytes of a file or of standard input, at most one more than is accepted; None where the source is neither."""
    if source == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    if not _is_file(source):
        return None
    return _start_of(Path(source))


def _start_of(path: Path) -> bytes:
    """No more of a file than is accepted and a byte: one that is too large is refused without being read."""
    with path.open("rb") as file:
        return file.read(max(LARGEST_FILE, LARGEST_ARCHIVE) + 1)


def _is_geogebra(source: str, data: bytes) -> bool:
    """By its name or by how it begins."""
    return is_archive(data) or (source != "-" and Path(source).suffix.lower() == ".ggb")


def _is_file(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # a statement may be no possible name
        return False


def read_suite(path: Path) -> list[NamedStatement]:
    """The problems of a file (-: of standard input), of a folder, or of a suite that comes with porism.

    Raises ParseError, OSError.
    """
    if str(path) == "-":
        return read_problems(decode(sys.stdin.buffer.read(LARGEST_FILE + 1)))
    path = _in_collection(path)
    if path.is_dir():
        return [p for file in files_of(path) for p in _read_in_folder(file)]
    data = _start_of(path)
    if _is_geogebra(path.name, data):
        from solver.geogebra.read import read_geogebra

        return [NamedStatement(path.stem, _with_notes(read_geogebra(data, path.stem)).text)]
    if path.suffix.lower() == ".json":
        return read_texts(decode(data))
    return read_problems(decode(data), path.stem)


def files_of(path: Path) -> list[Path]:
    """The files of a folder of problems, or the one file. Raises ParseError where the folder has none."""
    path = _in_collection(path)
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob("*.txt"))
    if not found:
        raise ParseError(f"the folder {path} has no problems", None, "problems are files that end with .txt")
    return found


def _in_collection(path: Path) -> Path:
    """The path itself, or what it names of the problems that come with porism."""
    if not path.exists() and path.parts[0] == "problems":
        return content_folder("problems").joinpath(*path.parts[1:])
    return path


def unreadable(statements: Iterable[NamedStatement]) -> dict[NamedStatement, ParseError]:
    """Those that can't be read, and why."""
    found = {}
    for statement in statements:
        try:
            statement.parse()
        except ParseError as error:
            found[statement] = error
    return found


def require_readable(statements: Iterable[NamedStatement]) -> None:
    """Raises ParseError with the first that can't be read."""
    for statement, error in unreadable(statements).items():
        raise ParseError(f"{shown(statement.name)}: {error.message}", error.span, error.hint)


def _read_in_folder(path: Path) -> list[NamedStatement]:
    """Errors say which of the folder's files they are about."""
    try:
        return read_problems(read_file(path), path.stem)
    except ParseError as error:
        raise ParseError(f"{path.name}: {error.message}", error.span, error.hint) from None


def write(text: str, out: Path | None) -> None:
    """To the file, whole or not at all, or to the terminal: also where the file can't be written after all.

    Raises OSError then.
    """
    if out is None:
        sys.stdout.write(text)
        return
    try:
        write_whole(out, lambda path: path.write_text(text, encoding="utf-8"))
    except OSError:
        sys.stdout.write(text)
        raise
