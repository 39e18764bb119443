"""The library that ships with porism, and files of a user's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from solver.content import content_folder
from solver.errors import ParseError
from solver.knowledge.theorem import Theorem
from solver.language import syntax
from solver.language.read import LARGEST_FILE, decode
from solver.runtime.kept import kept

_HERE = Path(__file__).parent


@cache
def library() -> tuple[Theorem, ...]:
    """All entries under theorems/, file by file in the order of their names. Raises ParseError."""
    paths = sorted(content_folder("theorems").glob("*.thm"))
    code = [*_HERE.glob("*.py"), *_HERE.glob("*.lark"), *(_HERE.parent / "statements").glob("*.py")]
    return kept("theorems", (*paths, *sorted(code), Path(syntax.__file__)), partial(_read, paths))


def _read(paths: Iterable[Path]) -> tuple[Theorem, ...]:
    from solver.knowledge.language import read_theorems

    found: dict[str, Theorem] = {}
    for path in paths:
        for theorem in read_theorems(path.read_text(encoding="utf-8")):
            if theorem.id in found:
                raise ParseError(f"{path.name}: the id {theorem.id} stands in another file as well", theorem.span)
            found[theorem.id] = theorem
    return tuple(found.values())


def read_own(path: Path) -> tuple[Theorem, ...]:
    """The theorems of a user's file. Raises ParseError, also where an id is one of the library's."""
    from solver.knowledge.language import read_theorems

    with path.open("rb") as file:
        found = read_theorems(decode(file.read(LARGEST_FILE + 1)), is_own=True)
    if not found:
        raise ParseError(f"{path} has no theorem")
    taken = {t.id for t in library()}
    for theorem in found:
        if theorem.id in taken:
            raise ParseError(f"the library has a theorem {theorem.id}", theorem.span, "give yours another id")
    return tuple(found)


def run_by_default() -> tuple[Theorem, ...]:
    """The library's theorems that the engine looks for."""
    return tuple(t for t in library() if t.is_run)
