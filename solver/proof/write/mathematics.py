"""Formulas within sentences: `as ∡ABC = ∡ADC (3, 7)` is words, a formula and a reference.

The phrase tables write sentences for a terminal. Where a form sets formulas in their own way, they are found again by the
points' names in print and the signs of geometry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from solver.statements.names import Names


class Kind(Enum):
    WORDS = "words"
    FORMULA = "formula"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Run:
    """A piece of a sentence. A reference is the numbers of lines, with their parentheses."""

    kind: Kind
    text: str


def runs(sentence: str, names: Names) -> Iterator[Run]:
    """The sentence in pieces, which together are all of it."""
    end = 0
    for match in _pattern(tuple(sorted(names.written.values(), key=len, reverse=True)), names.gap).finditer(sentence):
        kind = Kind.REFERENCE if match["reference"] else Kind.FORMULA
        if kind is Kind.FORMULA and match[0].isdigit():
            continue  # “3 points”
        if match.start() > end:
            yield Run(Kind.WORDS, sentence[end : match.start()])
        yield Run(kind, match[0])
        end = match.end()
    if end < len(sentence):
        yield Run(Kind.WORDS, sentence[end:])


@lru_cache(maxsize=64)
def _pattern(written: tuple[str, ...], gap: str) -> re.Pattern[str]:
    name = f"(?:{'|'.join(map(re.escape, written))})"
    joined = f"(?<![A-Za-z₀-₉′]){name}(?:{gap}{name})*(?![A-Za-z₀-₉′])"
    power = "[⁰-⁹¹²³⁻/]*"
    number = r"\d+(?:/\d+)?°?"
    item = (
        rf"(?<![A-Za-zα-ω])\d*[α-ω](?![A-Za-zα-ω])|(?:{number}·?)?[∡∠]\({joined}, {joined}\)|(?:{number}·?)?[△∡∠]{joined}|(?:{number}·)?sin{power}∠{joined}"
        rf"|d\({joined}\)|(?:√{number}·?)?{joined}{power}|√?{number}"
    )
    sign = "[·=:+−⟂∥∼∽≅≌≠<>]"
    return re.compile(
        rf"(?P<reference>\(\d+(?:(?:, |–)\d+)*\))|(?:{sign} ?)?(?:{item})(?: ?{sign} ?(?:{item}))*(?: {sign}(?= \())?"
    )


_LATEX: Mapping[str, str] = {
    "△": r"\triangle ", "∡": r"\measuredangle ", "∠": r"\angle ", "·": r"\cdot ", "⟂": r"\perp ", "∥": r"\parallel ",
    "∼": r"\sim ", "∽": r"\sim ", "≅": r"\cong ", "≌": r"\cong ", "≠": r"\neq ", "−": "-", "°": r"^{\circ}", "′": "'", "√": r"\sqrt",
    "_": r"\_",
    "α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "δ": r"\delta ", "ε": r"\varepsilon ", "ζ": r"\zeta ", "η": r"\eta ",
    "θ": r"\theta ", "ι": r"\iota ", "κ": r"\kappa ", "λ": r"\lambda ", "μ": r"\mu ", "ν": r"\nu ", "ξ": r"\xi ",
    "ρ": r"\rho ", "σ": r"\sigma ", "τ": r"\tau ", "υ": r"\upsilon ", "φ": r"\varphi ", "χ": r"\chi ", "ψ": r"\psi ",
    "ω": r"\omega ",
}  # fmt: skip
#: Signs that only mathematical mode has.
SIGNS = frozenset(_LATEX) - {"_", "′", "°"} | set("=<>")
_LOW, _HIGH = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"), str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def latex_formula(formula: str) -> str:
    """A formula for LaTeX's mathematical mode."""
    formula = re.sub(r"√(\d+)", r"\\sqrt{\1}", formula)
    formula = re.sub(r"sin(?=[∠⁰¹²³-⁹⁻])", r"\\sin ", formula)
    formula = "".join(_LATEX.get(c, c) for c in formula)
    formula = re.sub("[₀-₉]+", lambda m: f"_{{{m[0].translate(_LOW)}}}", formula)
    return re.sub("[⁰-⁹¹²³⁻]+", lambda m: f"^{{{m[0].translate(_HIGH)}}}", formula)
