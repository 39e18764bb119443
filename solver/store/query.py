"""Queries by all that is known: words, conditions on columns, and likeness to a figure, together; and what they are answered with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from solver.errors import ParseError
from solver.language.syntax import nearest, shown
from solver.records.likeness import Vector
from solver.store.entry import COLUMNS, Column, Entry, column

#: How many there are is counted up to this number.
COUNTED = 1000

_CONDITION = re.compile(r"\s*([A-Za-z_]+)\s*(!=|<=|>=|=|<|>|≤|≥|≠)\s*(.*?)\s*")
_OPERATORS = {"≤": "<=", "≥": ">=", "≠": "!="}


@dataclass(frozen=True)
class Condition:
    """A column, compared with a number or text; a list compared by = has that item. What isn't known meets no condition."""

    column: Column
    operator: str
    value: float | str

    @staticmethod
    def parse(text: str) -> Condition:
        """`auxiliary = 1`, `difficulty > 6`, `suite != imo`, `theorems = pappus`. Raises ParseError."""
        names = [c.name for c in COLUMNS]
        match = _CONDITION.fullmatch(text)
        if match is None:
            raise ParseError(
                f"{shown(text)} is no condition",
                None,
                f"write a column, a sign and a value, such as auxiliary=1; columns are {', '.join(names)}",
            )
        name, sign, value = match.groups()
        found = column(name.lower())
        if found is None:
            raise ParseError(
                f"there is no column {shown(name)}", None, nearest(name, names, f"there are {', '.join(names)}")
            )
        operator = _OPERATORS.get(sign, sign)
        if not found.is_number:
            if operator not in ("=", "!="):
                raise ParseError(f"{found.name} is text: {shown(text)}", None, "texts are compared by = and !=")
            return Condition(found, operator, value)
        try:
            return Condition(found, operator, float(value))
        except ValueError:
            raise ParseError(
                f"{found.name} is a number, and {shown(value)} is none", None, f"write e.g. {found.name}>3"
            ) from None

    def sql(self) -> tuple[str, list[Any]]:
        """With what its parameters are."""
        name = self.column.name
        if self.column.is_number:
            return f"{name} {self.operator} ?", [self.value]
        if self.column.is_list:
            has = f"list_contains(string_split(lower(array_to_string({name}, chr(31))), chr(31)), lower(?))"
            return has if self.operator == "=" else f"NOT {has}", [self.value]
        return f"lower({name}) {self.operator} lower(?)", [self.value]


@dataclass(frozen=True)
class Order:
    """By a column; those of which it isn't known come last."""

    column: Column
    is_descending: bool

    @staticmethod
    def parse(text: str) -> Order:
        """`year`, or `-difficulty` for the greatest first. Raises ParseError."""
        name = text.strip().removeprefix("-").lower()
        found = column(name)
        if found is None:
            names = [c.name for c in COLUMNS]
            raise ParseError(
                f"there is no column {shown(name)}", None, nearest(name, names, f"there are {', '.join(names)}")
            )
        return Order(found, text.strip().startswith("-"))

    def sql(self) -> str:
        return f"{self.column.name} {'DESC' if self.is_descending else 'ASC'} NULLS LAST"


@dataclass(frozen=True)
class Query:
    """What is looked for. words: each is part of name, title, source, year, tags, texts or statement. like: a figure, the nearest
    to which come first; left_out: the form of which none is wanted. order: where there is no such figure."""

    words: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    like: Vector | None = None
    left_out: str = ""
    order: Order | None = None
    count: int = 10


@dataclass(frozen=True)
class Found:
    """An entry that was looked for. distance: of its figure, between 0 (the same, or nearly) and 2; None where none was given."""

    entry: Entry
    distance: float | None = None


@dataclass(frozen=True)
class Answer:
    """found: the best first. total: how many there are, counted up to COUNTED."""

    found: tuple[Found, ...]
    total: int


def merged(answers: Sequence[Answer], query: Query) -> Answer:
    """The best of several databases' answers."""
    found = [f for answer in answers for f in answer.found]
    if query.like is not None:
        found.sort(key=lambda f: f.distance or 0.0)
    elif query.order is not None:
        name, sign = query.order.column.name, -1 if query.order.is_descending else 1
        known = [f for f in found if getattr(f.entry, name) is not None]
        known.sort(key=lambda f: getattr(f.entry, name), reverse=sign < 0)
        found = known + [f for f in found if getattr(f.entry, name) is None]
    return Answer(tuple(found[: query.count]), sum(answer.total for answer in answers))
