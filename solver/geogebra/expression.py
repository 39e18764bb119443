"""GeoGebra's expressions: `Line[A, B]`, `2 a`, `AreCollinear(A, B, C) ∧ a ⟂ b`, from text to a tree.

From the loosest to the tightest: ∧, relations, + and −, products (a blank is one), powers and °.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from solver.errors import ParseError
from solver.language.syntax import shown

#: Brackets within brackets, and words and signs, beyond which an expression is refused.
DEEPEST, LONGEST = 20, 500


@dataclass(frozen=True)
class Number:
    value: Fraction


@dataclass(frozen=True)
class Name:
    label: str


@dataclass(frozen=True)
class Call:
    """A command or function with what it is given."""

    name: str
    arguments: tuple[Tree, ...]


@dataclass(frozen=True)
class Operation:
    """operator: one of and = ∥ ⟂ ∈ + - * / ^ °, or `pair` for `(x, y)`; ° and a negative sign have one operand."""

    operator: str
    operands: tuple[Tree, ...]


Tree = Number | Name | Call | Operation

_NAME = r"[^\W\d²³](?:[^\W²³]|['′]|(?<=_)\{[^{}]{1,20}\})*"
_TOKEN = re.compile(rf"\s*(?:(\d+(?:\.\d+)?(?:E-?\d{{1,2}})?)|({_NAME})|(&&|==|!=|<=|>=|\|\||\S))")
#: Signs that mean the same.
_SAME = {"&&": "and", "∧": "and", "≟": "=", "==": "=", "⊥": "⟂", "·": "*", "×": "*", "−": "-"}
_RELATIONS = frozenset(("=", "∥", "⟂", "∈"))
_POWERS = {"²": 2, "³": 3}
#: What porism can't read: why.
_REFUSED = {
    "¬": "“not”", "!": "“not”", "∨": "“or”", "||": "“or”", "<": "a comparison", ">": "a comparison", "≤": "a comparison",
    "≥": "a comparison", "<=": "a comparison", ">=": "a comparison", "≠": "a comparison", "!=": "a comparison",
    "{": "a list", "→": "“implies”",
}  # fmt: skip

#: The name as which a pair of tokens of one kind is kept: "number", "name" or the sign itself.
_Token = tuple[str, str]


def read_expression(text: str) -> Tree:
    """Raises ParseError."""
    return _Reader(text).whole()


def labels_in(text: str) -> set[str]:
    """The labels of objects that an expression names."""
    return {match[2] for match in _TOKEN.finditer(text) if _is_label(match, text)}


def relabeled(text: str, labels: Mapping[str, str]) -> str:
    """The expression with other labels of its objects; names of commands stay."""

    def renamed(match: re.Match[str]) -> str:
        if not _is_label(match, text):
            return match[0]
        return match[0].removesuffix(match[2]) + labels.get(match[2], match[2])

    return _TOKEN.sub(renamed, text)


def _is_label(match: re.Match[str], text: str) -> bool:
    return bool(match[2]) and text[match.end() : match.end() + 1] not in ("(", "[")


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[tuple[_Token, int]] = []
        position = 0
        while match := _TOKEN.match(text, position):
            number, name, sign = match.groups()
            kind = "number" if number else "name" if name else _SAME.get(sign, sign)
            self._tokens.append(((kind, match[0].strip()), match.end()))
            position = match.end()
        if len(self._tokens) > LONGEST:
            raise ParseError(f"{shown(text)} has more than {LONGEST} words and signs", None, "simplify it")
        self._next = 0
        self._depth = 0

    def whole(self) -> Tree:
        tree = self._conjunction()
        if self._kind():
            raise self._unexpected()
        return tree

    def _kind(self, ahead: int = 0) -> str:
        index = self._next + ahead
        return self._tokens[index][0][0] if index < len(self._tokens) else ""

    def _take(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1][0][1]

    def _unexpected(self) -> ParseError:
        kind = self._kind()
        if kind in _REFUSED:
            return ParseError(
                f"porism can't read {_REFUSED[kind]}, as in {shown(self._text)}", None,
                "say it with =, ∥, ⟂, ∈ or a command such as AreConcyclic",
            )  # fmt: skip
        what = shown(self._tokens[self._next][0][1]) if kind else "the end"
        return ParseError(f"{what} is out of place in {shown(self._text)}", None, "write e.g. AreCollinear(A, B, C)")

    def _conjunction(self) -> Tree:
        parts = [self._relation()]
        while self._kind() == "and":
            self._take()
            parts.append(self._relation())
        return Operation("and", tuple(parts)) if len(parts) > 1 else parts[0]

    def _relation(self) -> Tree:
        left = self._sum()
        kind = self._kind()
        if kind not in _RELATIONS:
            return left
        self._take()
        return Operation(kind, (left, self._sum()))

    def _sum(self) -> Tree:
        total = self._product()
        while (kind := self._kind()) in ("+", "-"):
            self._take()
            total = Operation(kind, (total, self._product()))
        return total

    def _product(self) -> Tree:
        is_negative = False
        while self._kind() == "-":
            self._take()
            is_negative = not is_negative
        product = self._power()
        while (kind := self._kind()) in ("*", "/", "number", "name", "("):
            if kind in ("*", "/"):
                self._take()
            product = Operation("/" if kind == "/" else "*", (product, self._power()))
        return Operation("-", (product,)) if is_negative else product

    def _power(self) -> Tree:
        base = self._primary()
        while True:
            kind = self._kind()
            if kind in _POWERS:
                self._take()
                base = Operation("^", (base, Number(Fraction(_POWERS[kind]))))
            elif kind == "^" and self._kind(1) == "number":
                self._take()
                base = Operation("^", (base, Number(Fraction(self._take()))))
            elif kind == "°":
                self._take()
                base = Operation("°", (base,))
            else:
                return base

    def _primary(self) -> Tree:
        kind = self._kind()
        if kind == "number":
            return Number(Fraction(self._take()))
        if kind == "name":
            end = self._tokens[self._next][1]
            name = self._take()
            if self._kind() in ("(", "[") and self._text[end : end + 1] in ("(", "["):
                return Call(name, self._arguments())
            return Name(name)
        if kind == "(":
            parts = self._arguments()
            if len(parts) == 2:
                return Operation("pair", parts)
            if len(parts) == 1:
                return parts[0]
        raise self._unexpected()

    def _arguments(self) -> tuple[Tree, ...]:
        """What stands in brackets, separated by commas."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise ParseError(
                f"brackets are nested more than {DEEPEST} deep in {shown(self._text)}", None, "simplify it"
            )
        closing = ")" if self._take() == "(" else "]"
        parts = [self._conjunction()]
        while self._kind() == ",":
            self._take()
            parts.append(self._conjunction())
        if self._kind() != closing:
            raise self._unexpected()
        self._take()
        self._depth -= 1
        return tuple(parts)
