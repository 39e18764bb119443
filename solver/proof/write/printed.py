r"""A statement as its paper shows it: LaTeX's signs in Unicode, `$\angle BA_1C = 60^\circ$` is ∠BA₁C = 60°."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

#: By the name of the command; letters of the Greek alphabet have none.
SIGNS: Mapping[str, str] = {
    "angle": "∠", "measuredangle": "∡", "triangle": "△", "perp": "⟂", "parallel": "∥", "sim": "∼", "cong": "≅", "cdot": "·",
    "times": "×", "circ": "°", "neq": "≠", "ne": "≠", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "odot": "⊙", "in": "∈",
    "cap": "∩", "ldots": "…", "dots": "…", "cdots": "…", "ell": "ℓ", "prime": "′", "quad": " ", "qquad": " ", "square": "□",
    "colon": ":", "pm": "±", "infty": "∞", "left": "", "right": "", "displaystyle": "", "item": "\n",
}  # fmt: skip
#: Signs that stand close to what follows.
_BEFORE_POINTS = frozenset(("angle", "measuredangle", "triangle", "odot"))
#: What is written low and high, and how it is shown.
LOW, HIGH = ("0123456789abeijkmnopstx", "₀₁₂₃₄₅₆₇₈₉ₐbₑᵢⱼₖₘₙₒₚₛₜₓ"), ("0123456789n'", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ′")
_LOW, _HIGH = str.maketrans(*LOW), str.maketrans(*HIGH)


def printed(text: str) -> str:
    """The text without LaTeX; what isn't known stays as it is typed."""
    text = re.sub(r"\^\{?\s*\\circ\s*\}?", "°", text)
    text = re.sub(
        r"\\(?:overline|overrightarrow|mathrm|mathbf|text|textbf|textit|emph|widehat|operatorname)\s*\{([^{}]*)\}",
        r"\1",
        text,
    )
    text = re.sub(r"\\([dt]?frac)\s*(\d)\s*(\d)", r"\\\1{\2}{\3}", text)
    inner = ""
    while inner != text:  # a root in a fraction comes before the fraction
        inner = text
        text = re.sub(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", lambda m: f"{_one(m[1])}/{_one(m[2])}", text)
        text = re.sub(r"\\sqrt\s*\{([^{}]*)\}", lambda m: f"√{_one(m[1])}", text)
    text = re.sub(r"\\[,;:! ]|~", " ", text)
    text = re.sub(r"\\([A-Za-z]+)(\s?)", lambda m: _sign(m[1]) + ("" if m[1] in _BEFORE_POINTS else m[2]), text)
    text = re.sub(
        r"_(?:\{([0-9]+|[aeijkmnopstx])\}|([0-9]+)|([aeijkmnopstx])(?![A-Za-z]))",
        lambda m: (m[1] or m[2] or m[3]).translate(_LOW),
        text,
    )
    text = re.sub(r"\^\{?([0-9]+|[n'])\}?", lambda m: m[1].translate(_HIGH), text)
    return re.sub(r" +([,.;])", r"\1", re.sub(r"[${}]", "", text)).strip()


def in_a_row(text: str) -> str:
    """A text without line breaks: where its sentences have full stops they end nothing, else each line is a sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ends = any(line.endswith((".", "。", "?", "？")) or ". " in line for line in lines)
    between = "" if any("\u4e00" <= c <= "\u9fff" for c in text) else " "
    return (between if ends else "; ").join(lines)


def _one(part: str) -> str:
    """A part of a fraction, or of a root; in parentheses where it is a sum, a product or a fraction."""
    return f"({part.strip()})" if re.search(r"\S\s*([-+−/·]|\\(cdot|times|pm)\b)\s*\S", part) else part


def _sign(name: str) -> str:
    if name in SIGNS:
        return SIGNS[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.removeprefix('var').upper()}")
    except KeyError:
        return name
