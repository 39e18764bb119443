"""The generated part of docs/language.md: the phrases of the plain language, an example each, from their table.

What stands above them on the page is written by hand, there. After a change of the table,
`python -m solver.language.plain_reference` writes the phrases anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.content import content_folder
from solver.language.plain_phrase import Phrase
from solver.language.plain_words import CIRCLES, FACTS, LINES, POINTS

_FIRST = "## Points"


def with_phrases(page: str) -> str:
    """The page with its phrases as the table has them now."""
    groups: tuple[tuple[str, Sequence[Phrase]], ...] = (
        (f"{_FIRST} (also `M = midpoint of A B`, `midpoint M of A B`)", POINTS),
        ("## Lines", LINES),
        ("## Circles", CIRCLES),
        ("## Facts", FACTS),
    )
    parts = [page[: page.index(_FIRST)]]
    for title, phrases in groups:
        examples = dict.fromkeys(phrase.example for phrase in phrases)
        parts.append(f"{title}\n\n" + "\n".join(f"    {example}" for example in examples) + "\n")
    return parts[0] + "\n".join(parts[1:])


if __name__ == "__main__":
    file = content_folder("docs") / "language.md"
    file.write_text(with_phrases(file.read_text(encoding="utf-8")), encoding="utf-8")
