"""A proof as plain text, for a terminal."""

from __future__ import annotations

import textwrap

from solver.proof.reading import Line, Reading

#: Columns of a plain text.
WIDTH = 100

ANGLES = (
    "∡ABC is the angle from line BA to line BC, ∡(AB, CD) that from line AB to line CD: anticlockwise, modulo 180°."
)


def plain_text(reading: Reading) -> str:
    """Numbered steps with reasons in words."""
    width = len(str(len(reading.given) + len(reading.of_constructed) + len(reading.steps)))
    lines = [reading.name, reading.task]
    if reading.given:
        lines += ["", "Given", *(_numbered(line, width) for line in reading.given)]
    if reading.constructed:
        lines += ["", "Construct"]
        lines += [_wrapped(words, "  ", "    ") for words in reading.constructed]
        lines += [_numbered(line, width) for line in reading.of_constructed]
    lines += ["", "Proof"]
    lines += [_numbered(line, width) for line in reading.steps]
    lines += ["", reading.conclusion]
    if reading.conditions:
        lines += ["", "Seen in the figure"]
        lines += [_wrapped(words, "  ", "    ") for words in reading.conditions]
    if reading.has_angles:
        lines += ["", ANGLES]
    return "\n".join(lines) + "\n"


def _numbered(line: Line, width: int) -> str:
    return _wrapped(line.words, f"{line.number:>{width + 1}}. ", " " * (width + 3))


def _wrapped(words: str, first: str, other: str) -> str:
    return textwrap.fill(
        words, WIDTH, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
    )
