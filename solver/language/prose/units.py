"""Units of length and area after numbers, which say nothing of the figure: `6 cm`, `24 cm²`, `$5\\text{ cm}$`, `8厘米`.

They are blanked, with their powers: `24 cm^2` is no square of 24, and no product of c and m. Lengths in several units are
refused. Degrees aren't units of this kind.
"""

from __future__ import annotations

import re

from solver.errors import Refusal
from solver.language.prose.tokens import span_at

#: A unit, and how it is written. A word that has others before or after it may mean something else.
_UNITS = {
    "cm": r"cm|centimet(?:er|re)s?|厘米|公分",
    "mm": r"mm|millimet(?:er|re)s?|毫米",
    "dm": r"dm|decimet(?:er|re)s?|分米",
    "km": r"km|kilomet(?:er|re)s?|千米|公里",
    "m": r"m|met(?:er|re)s?|米(?!勒)",
    "unit": r"units?|(?:个)?单位(?:长度)?",
    "inch": r"inch(?:es)?",
    "foot": r"(?:feet|foot)(?!\s*(?:of|from)\b)|ft",
}
_ONE = rf"(?:sq(?:uare|\.)?\s*|平方)?(?P<unit>{'|'.join(_UNITS.values())})"
_GAP = r"(?:\s|\\[,;:! ]|~)*"
_POWER = r"(?:\s*(?:\^\s*(?:\{\s*[23]\s*\}|[23])|[²³])|\s*\$\s*\^\s*(?:\{\s*[23]\s*\}|[23])\s*\$)?"
_AFTER_NUMBER = re.compile(
    rf"(?<=[0-9}})])(?P<gap>{_GAP}\$?{_GAP})(?P<font>\\(?:text|mathrm|mbox|textrm|rm|operatorname)\s*\{{{_GAP})?{_ONE}"
    rf"(?(font){_GAP}(?:\}}{_POWER}|{_POWER}\s*\}})|{_POWER})(?:\s+squared\b)?(?![A-Za-z])"
)
#: `Find AD in cm`, `求AD的长（单位：厘米）`.
_ASKED = re.compile(
    rf"(?P<gap>)(?:\bin\s+|(?P<bracket>[(（])\s*(?:in\s+|单位\s*[:：]?\s*)?){_ONE}{_POWER}(?(bracket)\s*[)）]|(?![A-Za-z0-9]))"
)
_M = re.compile(r"(?<![A-Za-z\\])m(?![A-Za-z∠]|\s*[∠\\])")


def without_units(text: str, line: int = 1) -> str:
    """The text, as long as before, without units after numbers and after what is asked for. Raises ParseError where units differ."""
    found = _units_in(text)
    first = {_canonical(m["unit"]): m for m in reversed(found)}
    if len(first) > 1:
        other = max(first.values(), key=lambda m: m.start())
        span = span_at(text, other.start("unit"), other.end("unit"), line)
        raise Refusal("lengths are said in different units", span, "write all of them in one unit")
    said = list(text)
    for m in found:
        said[m.end("gap") : m.end()] = " " * (m.end() - m.end("gap"))
    return "".join(said)


def _units_in(text: str) -> list[re.Match[str]]:
    found = [m for pattern in (_AFTER_NUMBER, _ASKED) for m in pattern.finditer(text)]
    meters = {m.start("unit") for m in found if m["unit"] == "m"}
    if any(m.start() not in meters for m in _M.finditer(text)):
        found = [m for m in found if m["unit"] != "m"]  # a number of that name: AB = 2m, BC = m
    return sorted(found, key=lambda m: m.start())


def _canonical(word: str) -> str:
    return next(unit for unit, words in _UNITS.items() if re.fullmatch(words, word))
