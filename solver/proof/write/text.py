"""A proof as plain text, for a terminal."""

from __future__ import annotations

import textwrap
import unicodedata

from solver.proof.reading import Line, Reading

#: Columns of a plain text.
WIDTH = 100


def plain_text(reading: Reading) -> str:
    """Numbered steps with reasons in words."""
    phrases = reading.phrases
    width = len(str(len(reading.lines)))
    lines = [*([reading.name] if reading.is_named else []), *([reading.where] if reading.where else []), reading.task]
    if reading.given:
        lines += ["", phrases.given_title, *(_numbered(line, width) for line in reading.given)]
    if reading.constructed:
        lines += ["", phrases.construct_title, *(_numbered(line, width) for line in reading.constructed)]
    lines += ["", phrases.proof_title]
    for line in reading.steps:
        lines += [*_headed(line), _numbered(line, width)]
    lines += ["", reading.conclusion]
    if reading.brief:
        seen = phrases.semicolon.join(reading.brief)
        lines += ["", _wrapped(f"{phrases.conditions_title}{phrases.colon}{seen}", "", "  ")]
    if reading.theorems:
        lines += [
            "",
            _wrapped(f"{phrases.theorems_title}{phrases.colon}{phrases.semicolon.join(reading.theorems)}", "", "  "),
        ]
    if reading.about_angles:
        lines += ["", reading.about_angles]
    return "\n".join(lines) + "\n"


def _headed(line: Line) -> list[str]:
    """What stands before a line that begins a paragraph."""
    return [] if line.heading is None else ["", _wrapped(line.heading, " ", "  ")] if line.heading else [""]


def _numbered(line: Line, width: int) -> str:
    return _wrapped(line.words, f"{line.number:>{width + 1}}. ", " " * (width + 3))


def _wrapped(words: str, first: str, other: str) -> str:
    """Chinese, whose letters are two columns wide, is left to the terminal."""
    if any(unicodedata.east_asian_width(c) == "W" for c in words):
        return f"{first}{words}"
    return textwrap.fill(
        words, WIDTH, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
    )
