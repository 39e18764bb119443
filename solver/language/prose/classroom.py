"""What exercises tell the pupil, and nothing of the figure: `In Fig. 7.21,`, `(see Figure 3)`, `giving reasons for your answer`.

It is blanked, so that all else keeps its place. What is marked only in the figure, such as angle 1, isn't blanked: it is refused.
"""

from __future__ import annotations

import re

_FIGURE = r"(?:(?:adjoining|accompanying|given|following|above)\s+)?(?:[Ff]ig(?:ure|s?\.|ures)?|[Dd]iagram)\s*\.?"
_NUMBER = r"(?:\d{1,3}(?:[.\-]\d{1,3})*|[IVX]{1,4})(?:\s*\([a-z]{1,3}\))?"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\b(?:[Ii]n|[Ff]rom|[Oo]n)\s+)(?:the\s+)?{_FIGURE}\s*{_NUMBER}(?:\s*(?:below|above|alongside))?\s*,?(?=\s|$)",
        rf"[(\[]\s*(?:[Ss]ee\s+|[Rr]efer\s+to\s+)?(?:the\s+)?{_FIGURE}\s*(?:{_NUMBER})?\s*\.?\s*[)\]]",
        r"(?:,?\s*\b(?:and\s+)?(?:giv(?:e|ing)|stat(?:e|ing))\s+(?:a\s+|full\s+|clear\s+|the\s+|brief\s+|geometric(?:al)?\s+)?reasons?"
        r"(?:\s+for\s+(?:your\s+answers?|each\s+(?:step|stage|statement)(?:\s+(?:of|in)\s+your\s+(?:working|answer|proof))?))?)\b(?!\s+(?:why|that))",
        r"(?<=[.?!])\s*(?:Give|State)\s+(?:a\s+|full\s+|clear\s+)?reasons?(?:\s+for\s+(?:your\s+answers?|each\s+(?:step|stage)[a-z ]{0,24}))?\s*[.!]",
        r"(?<=[.?!])\s*(?:Justify|Explain)\s+(?:your\s+)?(?:answers?|reasoning|working)\s*[.!]",
        r"(?<=[.?!])\s*(?:You\s+must\s+)?[Ss]how\s+(?:all\s+)?(?:your\s+)?work(?:ing|ings)?(?:\s+out)?\s*[.!]",
        r",?\s*\bwrite\s+a\s+(?:two-column|paragraph|flow)\s+proof\b",
    )
)


def without_instructions(text: str) -> str:
    """The text, as long as before, without what only the pupil is told."""
    for pattern in _TOLD:
        text = pattern.sub(lambda m: re.sub(r"[^\n.]|\.(?=[^.]*\d)", " ", m.group()), text)
    return text
