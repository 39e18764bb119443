r"""Keys as they are printed, `\frac{9\sqrt3}{16}`, `AB(AB+BC)`, `2R\sin\alpha`, as sympy reads them: a descent over their tokens.

A letter is a name of its own, but two capitals are a segment where the answer speaks of it: in R√3 no R is one end of anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_TOKEN = re.compile(r"\\[A-Za-z]+|sqrt|sin|cos|tan|cot|\d+(?:\.\d+)?|[A-Za-zα-ωΑ-Ω]'*|[-+*/^_(){}\[\]]|\\.|\S")
_SPACE = frozenset(["\\,", "\\;", "\\!", "\\:", "\\ ", "\\left", "\\right", "\\displaystyle", "\\quad", "$"])
_FRACTIONS = frozenset(["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"])
_FUNCTIONS = frozenset(["sin", "cos", "tan", "cot"])
_WORDS = _FUNCTIONS | {"sqrt"}
_TIMES = {"*": "*", "\\cdot": "*", "\\times": "*", "/": "/", "\\div": "/"}
_CLOSING = {"(": ")", "{": "}", "[": "]"}


class Unreadable(Exception):
    """A key that is no expression."""


def in_sympy(key: str, names: Collection[str]) -> str | None:
    """The key's expression; None where it is none. names: those of the answer, as which letters are read."""
    for word in re.findall(r"(?<!\\)\b[A-Za-z]{3,}\b", key):
        if word not in _WORDS and not set(word) <= frozenset(names):
            return None  # it is said in words
    tokens = [t for t in _TOKEN.findall(key) if t not in _SPACE]
    reader = _Reader(tokens, frozenset(names))
    try:
        said = reader.sum()
    except (Unreadable, RecursionError):
        return None
    return said if reader.at == len(tokens) else None


class _Reader:
    def __init__(self, tokens: list[str], names: frozenset[str]) -> None:
        self.tokens = tokens
        self.names = names
        self.at = 0

    @property
    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.next
        if not token:
            raise Unreadable
        self.at += 1
        return token

    def sum(self) -> str:
        sign = self.take() if self.next in ("+", "-") else ""
        said = f"{sign}({self.product()})"
        while self.next in ("+", "-"):
            said += f"{self.take()}({self.product()})"
        return said

    def product(self) -> str:
        said = self.power()
        while self.next:
            if self.next in _TIMES:
                said += _TIMES[self.take()]
            elif self.next in ("+", "-", ")", "}", "]"):
                break
            else:
                said += "*"
            said += self.power()
        return said

    def power(self) -> str:
        said = self.factor()
        if self.next == "^":
            self.take()
            said = f"({said})**({self.argument()})"
        return f"({said})"

    def argument(self) -> str:
        r"""What a command is of: a group, or one token, as in \sqrt3."""
        return self.factor(is_one=True)

    def factor(self, is_one: bool = False) -> str:
        token = self.take()
        if token in _CLOSING:
            said = self.sum()
            if self.take() != _CLOSING[token]:
                raise Unreadable
            return said
        if token in _FRACTIONS:
            return f"({self.argument()})/({self.argument()})"
        if token in ("\\sqrt", "√", "sqrt"):
            degree = self.factor() if self.next == "[" else "2"
            return f"({self.argument()})**(1/({degree}))"
        if token.lstrip("\\") in _FUNCTIONS:
            return self.function(token.lstrip("\\"))
        if token[0].isdigit():  # \frac35 is 3/5
            if is_one and len(token) > 1 and "." not in token:
                self.tokens.insert(self.at, token[1:])
                return token[0]
            return f"Rational('{token}')"
        return self.name(token)

    def function(self, name: str) -> str:
        if self.next == "^":
            self.take()
            exponent = self.argument()
            return f"({name}({self.power()}))**({exponent})"
        return f"{name}({self.power()})"

    def name(self, token: str) -> str:
        if token in ("\\pi", "π"):
            return "pi"
        if token in ("\\angle", "∠"):
            raise Unreadable
        if token[0] == "\\":
            token = _GREEK.get(token[1:], "")
        if not token or not (token[0].isalpha()):
            raise Unreadable
        if self.next == "_":
            self.take()
            token += "_" + (self.index())
        elif self.next and token + self.next in self.names:
            token += self.take()
        return token

    def index(self) -> str:
        token = self.take()
        if token != "{":
            return token
        said = ""
        while self.next != "}":
            said += self.take()
        self.take()
        return said


_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "theta": "θ", "phi": "φ", "varphi": "φ", "rho": "ρ", "lambda": "λ",
    "mu": "μ", "omega": "ω", "epsilon": "ε", "psi": "ψ", "tau": "τ", "sigma": "σ",
}  # fmt: skip
