"""The problems that come with porism: files under problems/, one each, in a folder for each suite.

A problem's name is that of its file. `solver.content` finds the folder in a checkout and in an installed wheel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from solver.content import content_folder
from solver.errors import ParseError
from solver.language.problem_file import ProblemFile, read_problem_file
from solver.language.read import NamedStatement, decode
from solver.language.syntax import nearest, shown


@dataclass(frozen=True)
class Entry:
    """A problem of the collection: its name, its suite (the folder) and what its file says."""

    name: str
    suite: str
    file: ProblemFile

    def __repr__(self) -> str:
        return f"<Entry {self.name}: {self.file.title}>"

    @property
    def statement(self) -> NamedStatement:
        return NamedStatement(self.name, self.file.statement, self.file.line, self.file.answer)


def entries(folder: Path | None = None) -> Iterator[Entry]:
    """All problems of the collection (or of another folder like it), by suite and name. Raises ParseError."""
    root = folder or content_folder("problems")
    for path in sorted(root.rglob("*.txt")):
        yield _read(path)


def entries_at(path: Path) -> Iterator[Entry]:
    """The problem files of a folder or a single one; a folder that begins with problems/ may be that of porism.

    Raises ParseError, OSError.
    """
    if not path.exists() and path.parts[0] == "problems":
        path = content_folder("problems").joinpath(*path.parts[1:])
    if path.is_dir():
        yield from entries(path)
    else:
        yield _read(path)


def find(name: str) -> Entry:
    """The problem of that name. Raises ParseError with the nearest name."""
    names: list[str] = []
    for path in sorted(content_folder("problems").rglob("*.txt")):
        if path.stem == name:
            return _read(path)
        names.append(path.stem)
    raise ParseError(
        f"there is no problem {shown(name)}", None, nearest(name, names, "porism problems list shows them all")
    )


def has(name: str) -> bool:
    """Whether the collection has a problem of that name."""
    try:
        return any(content_folder("problems").rglob(f"{name}.txt")) if _is_simple(name) else False
    except FileNotFoundError:
        return False


def _is_simple(name: str) -> bool:
    return all(c.isalnum() or c in "-_" for c in name) and bool(name)


def search(words: Sequence[str]) -> Iterator[Entry]:
    """Problems that have all of the words in their name, title, source, year, tags or text."""
    wanted = [word.casefold() for word in words]
    for entry in entries():
        file = entry.file
        text = " ".join(
            (entry.name, file.title, file.source, str(file.year or ""), *file.tags, file.english, file.chinese)
        ).casefold()
        if all(word in text for word in wanted):
            yield entry


def _read(path: Path) -> Entry:
    try:
        return Entry(path.stem, path.parent.name, read_problem_file(decode(path.read_bytes())))
    except ParseError as error:
        raise ParseError(f"{path.name}: {error.message}", error.span, error.hint) from None
