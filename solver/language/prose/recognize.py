"""Whether a text is prose, and in which language: told by its signs, without a grammar."""

from __future__ import annotations

import re

#: Before a part of a question: a), (ii).
_MARK = r"(?:\(?[a-h1-9ivx]{1,3}\)\s*)?"
#: What a text has that is meant as a paper prints it: LaTeX, or whole sentences. How far a sentence is looked for is bounded:
#: a long line without an end would take time that grows with its square.
_PROSE = re.compile(
    r"\$|\\[a-z]{2}|\A\s*(?:what (?:is|are)|how|in an?) |\b(?:given|prove|show|find)\s*:"
    rf"|\b(?:let|given|suppose|denote|consider|in triangle|points?)\b[^;\n]{{0,300}}?\.\s+{_MARK}[A-Z][a-z]",
    re.IGNORECASE,
)
#: Sentences, one after the other, with the small words that only whole sentences have.
_SENTENCES = re.compile(rf"\b(?:the|is|are|has|have|an?)\b[^\n]{{0,300}}?[^\s.][.?]\s+{_MARK}[A-Z][a-z]", re.IGNORECASE)
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_COMMENT = re.compile(r"#[^\n]*")


def is_prose(text: str) -> bool:
    """Whether a text is rather prose than a terse statement, by its words."""
    return _PROSE.search(text) is not None or (_SENTENCES.search(text) is not None and ";" not in text)


def is_chinese(text: str) -> bool:
    """Whether a statement is in Chinese, by its characters; what stands in comments doesn't count."""
    return len("".join(_HAN.findall(_COMMENT.sub("", text)))) >= 2
