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
    grammar = _grammar(tuple(sorted(names.written.values(), key=len, reverse=True)), names.gap)
    end = at = 0
    while found := grammar.beginning.search(sentence, at):
        kind, at = Kind.REFERENCE, found.end()
        if not found["reference"]:
            kind, at = Kind.FORMULA, grammar.formula(sentence, found.start())
            if at == found.start() or sentence[found.start() : at].isdigit():  # “3 points”
                at = max(at, found.start() + 1)
                continue
        if found.start() > end:
            yield Run(Kind.WORDS, sentence[end : found.start()])
        yield Run(kind, sentence[found.start() : at])
        end = at
    if end < len(sentence):
        yield Run(Kind.WORDS, sentence[end:])


_SIGN = "[·/=:+−⟂∥∼∽≅≌≠<>≥≤≈]"
_FIRST_SIGN, _LINK, _LAST_SIGN = re.compile(f"{_SIGN} ?"), re.compile(f" ?{_SIGN} ?−?"), re.compile(rf" {_SIGN}(?= \()")
_LEADING = re.compile("(?:≈ )?−?")
_OPENING = re.compile(r"√?\(|\||⟨")
_CLOSING = {"(": ")", "|": "|", "⟨": "⟩"}
_POWER = re.compile(r"(?:\^\d+|[⁰-⁹¹²³⁻]+(?:/[⁰-⁹¹²³]+)?)?")


@dataclass(frozen=True)
class _Grammar:
    """Formulas over some points.

    beginning: of a reference or, perhaps, of a formula; atom: what stands between signs; point: one before its coordinates.
    """

    beginning: re.Pattern[str]
    atom: re.Pattern[str]
    point: re.Pattern[str]

    def formula(self, text: str, start: int) -> int:
        """Where the formula that begins there ends: `start` if there is none."""
        sign = _FIRST_SIGN.match(text, start)
        first = sign.end() if sign else start
        end, operands = self._sum(text, first)
        if not operands:
            return start
        last = _LAST_SIGN.match(text, end)
        return last.end() if last else end

    def _sum(self, text: str, start: int) -> tuple[int, int]:
        """Where operands with signs between them end, and how many there are."""
        end = self._operand(text, start)
        operands = int(end > start)
        while operands and (link := _LINK.match(text, end)) and (after := self._operand(text, link.end())) > link.end():
            end, operands = after, operands + 1
        return end, operands

    def _operand(self, text: str, start: int) -> int:
        """Where an atom ends, or a sum in parentheses, coordinates or bars; `start` if there is none of them."""
        if point := self.point.match(text, start):
            end = self._enclosed(text, point.end(), ")", 2)
            if end:
                return end
        if atom := self.atom.match(text, start):
            return atom.end()
        if opening := _OPENING.match(text, start):
            sign = opening[0][-1]
            end = self._enclosed(text, opening.end(), _CLOSING[sign], 2 if sign == "⟨" else 1)
            if end and not text[opening.end() : end - 1].isdigit() and (power := _POWER.match(text, end)):
                return power.end()
        return start

    def _enclosed(self, text: str, start: int, closing: str, count: int) -> int:
        """Where so many sums and what closes them end; 0 where they don't stand there."""
        end = start
        for i in range(count):
            begun = end + 2 * (i > 0)
            if i and text[end:begun] != ", ":
                return 0
            first = _LEADING.match(text, begun)
            end, operands = self._sum(text, first.end() if first else begun)
            if not operands:
                return 0
        return end + 1 if text[end : end + 1] == closing else 0


@lru_cache(maxsize=64)
def _grammar(written: tuple[str, ...], gap: str) -> _Grammar:
    name = f"(?:{'|'.join(map(re.escape, written))})"
    joined = f"(?<![A-Za-z₀-₉′]){name}(?:{gap}{name})*(?![A-Za-z₀-₉′])"
    number = r"\d+(?:\.\d+|/\d+)?°?"
    power = _POWER.pattern
    atom = (
        rf"(?<![A-Za-zα-ω])\d*[α-ωΓΔΘΛΞΠΣΥΦΨΩ][₀-₉]*′?(?![A-Za-zα-ω])|(?:{number}·?)?[∡∠]\({joined}, {joined}\)|(?:{number}·?)?[△∡∠]{joined}"
        rf"|(?:{number}·)?(?:sin|cos|tan|cot){power}[∠∡]{joined}|d\({joined}\)|(?:√{number}·?)?{joined}{power}|√?{number}"
        rf"|\[{joined}\]{power}|(?<![A-Za-z])[xyzuvw](?![A-Za-z]){power}|\|−?\d*{name}(?: [+−] \d*{name})*\|{power}"
    )
    reference = r"(?P<reference>\(\d+(?:(?:, |–)\d+)*\))"
    beginning = rf"{reference}|(?:{_SIGN} ?)?(?:{_OPENING.pattern}|{atom})"
    return _Grammar(re.compile(beginning), re.compile(atom), re.compile(rf"(?<![A-Za-z₀-₉′]){name}\("))


_LATEX: Mapping[str, str] = {
    "△": r"\triangle ", "∡": r"\measuredangle ", "∠": r"\angle ", "·": r"\cdot ", "⟂": r"\perp ", "∥": r"\parallel ",
    "∼": r"\sim ", "∽": r"\sim ", "≅": r"\cong ", "≌": r"\cong ", "≠": r"\neq ", "−": "-", "°": r"^{\circ}", "′": "'", "√": r"\sqrt",
    "⟨": r"\langle ", "⟩": r"\rangle ", "≈": r"\approx ", "_": r"\_", "≥": r"\geq ", "≤": r"\leq ",
    "α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "δ": r"\delta ", "ε": r"\varepsilon ", "ζ": r"\zeta ", "η": r"\eta ",
    "θ": r"\theta ", "ι": r"\iota ", "κ": r"\kappa ", "λ": r"\lambda ", "μ": r"\mu ", "ν": r"\nu ", "ξ": r"\xi ",
    "ρ": r"\rho ", "σ": r"\sigma ", "τ": r"\tau ", "υ": r"\upsilon ", "φ": r"\varphi ", "χ": r"\chi ", "ψ": r"\psi ",
    "ω": r"\omega ", "Γ": r"\Gamma ", "Δ": r"\Delta ", "Θ": r"\Theta ", "Λ": r"\Lambda ", "Ξ": r"\Xi ", "Π": r"\Pi ",
    "Σ": r"\Sigma ", "Υ": r"\Upsilon ", "Φ": r"\Phi ", "Ψ": r"\Psi ", "Ω": r"\Omega ", "π": r"\pi ", "ℓ": r"\ell ",
    "×": r"\times ", "±": r"\pm ", "∞": r"\infty ", "∈": r"\in ", "∉": r"\notin ", "∩": r"\cap ", "⊙": r"\odot ", "□": r"\square ",
    "⊥": r"\perp ", "∆": r"\triangle ", "≡": r"\equiv ", "∦": r"\nparallel ", "⌒": r"\frown ", "…": r"\ldots ", "÷": r"\div ",
    "▱": r"\square ", "⇒": r"\Rightarrow ", "⇔": r"\Leftrightarrow ",
}  # fmt: skip
#: Signs that only mathematical mode has.
SIGNS = frozenset(_LATEX) - {"_", "′", "°"} | set("=<>")
_LOW, _HIGH = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"), str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def latex_formula(formula: str) -> str:
    """A formula for LaTeX's mathematical mode."""
    formula = re.sub(r"√(\d+)", r"\\sqrt{\1}", formula)
    formula = re.sub(r"√(\((?:[^()]|\([^()]*\))*\))", r"\\sqrt{\1}", formula)
    formula = re.sub(r"(sin|cos|tan|cot)(?=[∠∡⁰¹²³-⁹⁻^])", r"\\\1 ", formula)
    formula = re.sub(r"\^(\d+)", r"^{\1}", formula)
    formula = "".join(_LATEX.get(c, c) for c in formula)
    formula = re.sub("[₀-₉]+", lambda m: f"_{{{m[0].translate(_LOW)}}}", formula)
    return re.sub("[⁰-⁹¹²³⁻]+", lambda m: f"^{{{m[0].translate(_HIGH)}}}", formula)
