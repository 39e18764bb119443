"""Where a problem is from: headings and credits that papers print before and after a statement, which say nothing of the figure.

`Problem 3 (IMO 2015).`, `USAMO 2011/2:`, `[5 marks]`, `Proposed by …`, `例1（2015年全国联赛）`. They are blanked out, so that what is
left keeps its place, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Nothing geometric stands in brackets before a statement; `(a)` and `(ii)` are its parts.
_BRACKET = (
    r"(?:\((?!\w{1,3}\))[^()$\n]{2,80}\)|\[(?!\w{1,3}\])[^\[\]$\n]{2,80}\]|（[^（）$\n]{2,80}）|【[^【】$\n]{1,80}】)"
)
_NUMBER = r"(?:\#?\s?[A-Z]?\d{1,3}(?:\.\d{1,3})*)"
#: The beginning of a text, with the signs by which a heading is set apart.
_BEFORE, _AFTER = r"\A[\s*_#>]*", r"[*_]*\s*[.:：．、)\]–—-]*[*_]*(?=\s|[^\x00-\x7f]|\$|\Z)"
_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (
        _BEFORE + _BRACKET + _AFTER,
        _BEFORE
        + rf"(?:Problem|Exercise|Example|Question|Theorem|Lemma|Task|Proposition)\b(?:\s*{_NUMBER})?(?:\s*{_BRACKET})?[*_]*\s*[.:)–—-][*_]*"
        + r"(?=\s)",
        _BEFORE + rf"[A-Z]?\d{{1,3}}(?:\.\d{{1,3}})*[.:)．、：](?:\s*{_BRACKET})?(?=\s|[^\x00-\x7f])",
        _BEFORE + r"#\s?\d{1,4}[.:)]?(?=\s)",
        _BEFORE + rf"(?:例题?|题目?|练习|习题|第\s*\d+\s*题)\s*\d{{0,3}}\s*[.:：．、]?(?:\s*{_BRACKET})?",
    )
)
_CREDIT = r"(?:Proposed|Posed|Submitted|Suggested|Created|Author|Source)\b"
_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=[.?!$)\s])[*_—–\-\s]*{_CREDIT}[^$]{{0,120}}\Z",
        rf"(?<=[.?!$])\s*[(\[]{_CREDIT}[^()\[\]$]{{0,80}}[)\]][.\s]*\Z",
        r"(?<=[.?!$])\s*[(\[][^()\[\]$\n]{0,60}\b(?:19|20)\d\d\b[^()\[\]$\n]{0,60}[)\]][.\s]*\Z",
        r"(?<=[.?!$])\s*[(\[]\d{1,3} (?:points?|marks?|pts)[)\]][.\s]*\Z",
        r"(?<=[.?!$])\s*\((?:[A-Z][a-z]{3,}[\s,]*){1,4}\)[.\s]*\Z",
        r"(?<=[.?!$])\s*[—–]\s*(?:[A-Z][\w.'’-]*[\s,]*){1,6}\Z",
        r"(?<=[。．.？?])\s*[（(\[][^（）()\[\]$\n]{0,60}(?:年|赛|题|分|卷)[^（）()\[\]$\n]{0,60}[）)\]][。.\s]*\Z",
    )
)

#: A word of the name of a contest, and one with which a statement begins.
_TOKEN = re.compile(r"[ \t]*(?:(?P<word>[A-Z][\w.'’]*)|(?P<number>\d+(?:st|nd|rd|th)?)|(?P<sign>[/,#·()–-]))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENINGS = frozenset([
    "Let", "Given", "In", "Suppose", "Consider", "Triangle", "The", "A", "An", "Point", "Points", "Two", "Three",
    "Four", "Circle", "Circles", "Prove", "Show", "Find", "On", "From", "If", "Denote", "Assume", "As", "Through",
    "Outside", "Inside", "For", "Quadrilateral", "Determine", "Calculate", "Compute", "It", "Lines", "Line", "Acute",
])  # fmt: skip
#: Whatever has such a word or sign may say something of the figure.
_GEOMETRIC = re.compile(
    r"[=<>≠≤≥∠⟂⊥∥°△]|\b(?:is|are|be|has|have|lies?|with|angles?|triangles?|circles?|lines?|lengths?|between|[A-Z]{2,4} and [A-Z]{2,4})\b"
    r"|[点线角圆边]"
)


def without_sources(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with spaces in the place of headings and credits, and these."""
    found: list[str] = []

    def blank(start: int, end: int) -> None:
        nonlocal text
        found.append(text[start:end].strip(" \t\n*_#>"))
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]

    for start, end in _headings(text):
        blank(start, end)
    for pattern in _CREDITS:
        credit = pattern.search(text)
        if credit is not None and text[: credit.start()].strip() and not _GEOMETRIC.search(credit[0]):
            blank(credit.start(), credit.end())
    return text, tuple(one for one in found if one)


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Where headings stand, one after the other."""
    begin = 0
    while True:
        rest = text[begin:]
        ends = [m.end() for m in (p.match(rest) for p in _HEADINGS) if m is not None]
        end = max([*ends, _contest(rest)])
        if end == 0 or not rest[end:].strip() or _GEOMETRIC.search(rest[:end]):
            return
        yield begin, begin + end
        begin += end


def _contest(text: str) -> int:
    """The end of a contest's name with a year, `IMO Shortlist 2010, G2:`, before what may begin a statement; 0 where there is none."""
    at = len(text) - len(text.lstrip(" \t\n*_#>"))
    has_year, words = False, 0
    while (token := _TOKEN.match(text, at)) is not None:
        word = token["word"]
        if word in _OPENINGS or words > 12:
            break
        has_year |= token["number"] is not None and _YEAR.fullmatch(token["number"]) is not None
        at, words = token.end(), words + 1
        if word is not None and word.endswith("."):
            break
    if not has_year:
        return 0
    ended = re.match(r"[*_]*\s*(?:[.:\n][*_]*\s*|(?=\s))", text[at:])
    return at + ended.end() if ended is not None else 0
