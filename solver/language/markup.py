"""What stands around a statement where people paste it from: marks of Markdown and LaTeX, the code of pictures, polite words.

It is blanked out, so that what is left keeps its place. Items of a list are set apart by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PICTURES = re.compile(
    r"\[asy\].*?\[/asy\]|\\begin\{(tikzpicture|asy|figure)\}.*?\\end\{\1\}|!\[[^\]\n]*\]\([^)\n]*\)|\\includegraphics(?:\[[^\]]*\])?\{[^}]*\}",
    re.DOTALL,
)
_ENVIRONMENTS = re.compile(
    r"\\(?:begin|end)\{(?:problem|exercise|example|question|theorem|lemma|proposition|claim|center|quote|document|itemize|enumerate)\*?\}"
    r"(?:\[[^\]\n]*\])?"
)
#: Bold and italics; a product has letters or blanks on both sides of its sign.
_EMPHASIS = re.compile(r"(?<![\w*\\$)])(\*{1,3}|__)(?=[^\s*])([^*\n]{1,200}?[\w.,:;!?$])\1(?![\w*])")
_ITEM = re.compile(r"^[ \t]*(?:[-*•]|\\item)(?=\s+\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*(\d{1,2})[.)](?=\s+\S)", re.MULTILINE)
_REQUEST = r"(?:prove|show|find|determine|compute|calculate)\b"
_POLITE = re.compile(
    rf"\b(?:please|kindly|(?:can|could|would) you(?: please)?(?: help me(?: to)?)?|help me(?: to)?)\s+(?={_REQUEST})",
    re.I,
)
_ASKS = re.compile(rf"\s*(?:to )?{_REQUEST}", re.I)


def without_markup(text: str) -> tuple[str, bool]:
    """The text with blanks in place of what isn't the statement's, and whether the code of a picture was among it."""
    has_picture = _PICTURES.search(text) is not None
    for pattern in (_PICTURES, _ENVIRONMENTS, _POLITE):
        text = pattern.sub(_blank, text)
    text = _EMPHASIS.sub(lambda m: " " * len(m[1]) + m[2] + " " * len(m[1]), text)
    return _items(_numbered(text)), has_picture


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _items(text: str) -> str:
    """Items of a list as clauses; what comes before the first one may be their heading."""
    return _ITEM.sub(_set_apart(text), text)


def _set_apart(text: str) -> Callable[[re.Match[str]], str]:
    def mark(match: re.Match[str]) -> str:
        before = text[: match.start()].rstrip()
        is_open = bool(before) and before[-1] not in ".;:?!,。；：，"
        return match[0][:-1] + ";" if is_open and not match[0].endswith("\\item") else _blank(match)

    return mark


def _numbered(text: str) -> str:
    """Without the numbers of sentences of which only the last one asks: others are those of parts."""
    found = list(_NUMBERED.finditer(text))
    counts = [int(m[1]) for m in found] == list(range(1, len(found) + 1))
    if len(found) < 2 or not counts or any(_ASKS.match(text, m.end()) for m in found[:-1]):
        return text
    return _NUMBERED.sub(_blank, text)
