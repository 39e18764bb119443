"""Twenty proofs, before and after: python -m tests.side_by_side.page writes docs/proofs-side-by-side.md.

What a textbook's proof is in outline, and what porism wrote before its proofs were told as people write them, are files of this
folder, a problem each; what it writes now is what it writes now.
"""

from __future__ import annotations

import time
from pathlib import Path

from solver.collection import find
from solver.proving import prove

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "proofs-side-by-side.md"
HEAD = FOLDER / "head.md"
#: Those whose statement settles how points lie; told with undirected angles.
SCHOOL = frozenset(("midline-theorem", "centroid-ratio", "pitot", "two-tangents", "varignon", "orthic-triangle"))


def names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def outline_and_before(name: str) -> tuple[str, str]:
    outline, before = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n\n", 1)
    return outline, before


def now(name: str) -> str:
    """The proof as it is written today, without its first lines, which are the task."""
    result = prove(find(name).statement.parse(), timeout=120)
    assert result.proof is not None, name
    return result.proof.text(style="school" if name in SCHOOL else "olympiad")


def section(name: str, written: str) -> str:
    file = find(name).file
    outline, before = outline_and_before(name)
    return "\n".join(
        (
            f"## {file.title}",
            "",
            f"`{name}`: {file.english}",
            "",
            f"*A textbook's proof in outline.* {outline}",
            "",
            "*Now*",
            "",
            f"```text\n{_proof(written)}```",
            "",
            '??? note "Before"',
            "",
            *(f"    {line}" for line in f"```text\n{_proof(before)}```".split("\n")),
            "",
        )
    )


def _proof(text: str) -> str:
    return text.split("\n", 2)[2].lstrip("\n")


if __name__ == "__main__":
    parts = []
    for problem in names():
        began = time.process_time()
        parts.append(section(problem, now(problem)))
        print(f"{problem}: {time.process_time() - began:.1f} s")
    PAGE.write_text("\n".join((HEAD.read_text(encoding="utf-8"), *parts)), encoding="utf-8")
