"""What is to be proved in parts: `Prove that (a) AB = CD. (b) AC = BD.` asks for both.

A part that is a sentence of its own would be taken as given, so it is joined to the one before; the marks are blanked. Every
character keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(
    r"(?:Part\s+)?(?:[(（]\s*)?(?<![A-Za-z0-9])(?P<mark>[a-h]|[1-9]|i{1,3}|iv|v)\s*[)）](?:\s*:)?"
    r"|(?P<dotted>[1-9])\.(?=\s+[A-Z])"
)
_SERIES = ("abcdefgh", "123456789", ("i", "ii", "iii", "iv", "v"))
#: What may stand before 1. where it begins a part: the end of a sentence, a line's beginning, nothing.
_BEFORE_DOTTED = re.compile(r"(?:[.?!\n]|^)[ \t]*$")
#: How a part speaks of others, whose results may be used, or not: `Using (a), …`.
_REFERENCE = re.compile(
    r"\b(?:using|use|by|from|with|in view of|because of)\s+(?:the\s+(?:results?|facts?)\s+(?:of|from|in)\s+)?(?:parts?\s*)?\([a-h1-9iv]{1,3}\)"
    r"(?:\s*(?:,|and|or)\s*\([a-h1-9iv]{1,3}\))*(?:\s*,)?(?:\s+to(?=\s+(?:prove|show|find|deduce|conclude|compute|determine)\b))?",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:prove|show|demonstrate|find|determine|compute|calculate|evaluate|what)\b|求|证明|试证|说明|计算",
    re.IGNORECASE,
)
#: What may stand before a mark: the end of a sentence or a clause, `that`, nothing.
_BEFORE = re.compile(r"(?:[.:;?!。．：；？！\n]|\bthat|^)[ \t$~]*$")
_PAUSE = re.compile(r"[；][\s$~]*$")
_STOP = re.compile(r"[.。．\n][\s$~]*$")


#: What a word means: `(The orthocentre of a triangle is the point on all three of its altitudes.)`
_DEFINED = re.compile(
    r"(?:(?<=[.?!)])|(?<=^))\s*[(]?(?:Recall that t|T)he (?:[a-z]+ )?"
    r"(?:orthocent(?:er|re)|circumcent(?:er|re)|incent(?:er|re)|excent(?:er|re)|centroid|incircle|circumcircle|excircle|nine-point circle|symmedian)"
    r" of an? [a-z -]{3,20} is (?:the|a|an) (?:point|circle|line|intersection|cent(?:er|re)|common point)\b[^$A-Z().]*\.?[)]?(?=\s|$)"
)


#: The same in brackets, of the statement's own triangle: `(The excircle of ABC opposite the vertex A is the circle that is tangent to …)`
_DEFINED_IN_BRACKETS = re.compile(
    r"[(](?:Recall that t|T)he (?:[$A-Z]{1,3}-)?(?:orthocent(?:er|re)|circumcent(?:er|re)|incent(?:er|re)|excent(?:er|re)|centroid|incircle|circumcircle"
    r"|excircle|nine-point circle|symmedian|altitude|median|midpoint) of [^().]{1,60}? is (?:the|a) (?:point|circle|line|segment) "
    r"(?:that|which|of|through|passing|tangent|where|in|on|whose)\b[^().]*[.]?[)][.]?"
)


#: What a sign means: `(Here [XYZ] denotes the area of triangle XYZ.)`, `Define [T] to be the area of triangle T.`
_SIGN_DEFINED = re.compile(
    r"(?:[(]?\b(?:[Hh]ere|Define|Note that|We denote by|Denote by|Let|where)\b[^.()]{0,12}|[(])\$?\[[^\]]{1,20}\]\$?\s(?:denotes?|is|be|to be)?\s?the area of "
    r"[^.()]{1,40}(?:\.[)]|\)|\.(?=\s|$)|$)"
)


def without_definitions(text: str) -> str:
    """The text, as long as before, without sentences that only say what a word or a sign means."""
    for pattern in (_DEFINED, _DEFINED_IN_BRACKETS, _SIGN_DEFINED):
        text = pattern.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    return text


def joined_parts(text: str) -> str:
    """The text, as long as before, in which parts of a goal are one sentence and have no marks."""
    if _MARK.search(text) is None:
        return text
    text = _REFERENCE.sub(lambda m: " " * len(m.group()), text)
    found = list(_marks(text))
    said = list(text)
    asked = False
    for n, (start, end, number) in enumerate(found):
        said[start:end] = " " * (end - start)
        part = text[end : found[n + 1][0] if n + 1 < len(found) else len(text)]
        if number == 0:
            asked = _ASKS.search(re.split(r"[.?!。．？]", text[:start])[-1]) is not None
        elif asked and _ASKS.search(part) is None:
            stop = _STOP.search(text[:start])
            if stop is not None:
                said[stop.start()] = ";"
            elif _BEFORE.search(text[:start]) is None:
                said[start] = ";"  # (i) AB = CD (ii) AC = BD
        else:
            asked = False
            stop = _PAUSE.search(text[:start])
            if number and stop is not None and _ASKS.search(part) is not None:
                said[stop.start()] = "。"  # a part that asks for itself is no more of what the one before claims
    return "".join(said)


def _marks(text: str) -> Iterator[tuple[int, int, int]]:
    """Where marks of parts begin and end, each with its number in its series."""
    wanted: dict[int, int] = {}
    for match in _MARK.finditer(text):
        before, mark = text[max(0, match.start() - 40) : match.start()], match["mark"] or match["dotted"]
        is_apart = (_BEFORE if match["mark"] else _BEFORE_DOTTED).search(before) is not None
        for k, series in enumerate(_SERIES):
            if mark in series:
                number = series.index(mark)
                is_next = number == wanted.get(k) and (is_apart or match.group()[0] in "(（")
                if is_next or (number == 0 and is_apart):
                    wanted[k] = number + 1
                    yield match.start(), match.end(), number
                    break
