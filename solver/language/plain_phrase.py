"""A phrase of the plain language: how it is written and what it means.

A pattern has words, slots for points (single letters, but `a` is no article here) and for other things (`l:line`,
`w:circle`, `ps:points`). Words in brackets may be left out; `[shape]` is the kind of a triangle, which is said of it.
What is in braces may be a list: `{x} on {l:line}` reads `D, E on A B, A C` in order, and `D, E on A B` with one line for
both. With a comma in the braces a list must have commas, too: `D E` is a length there.

Meanings are templates in the predicates of `solver.statements.predicates` and the conditions of
`solver.statements.conditions`, in which a line or circle slot stands for the points that it is named by; and in verbs
of `solver.language.plain_objects`, such as `on x l`: x is on a line or circle.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sort(Enum):
    """What a phrase names or says. POINT: `x` is the point that it names; LINE: it asserts that `x` is on it."""

    POINT = "point"
    LINE = "line"
    CIRCLE = "circle"
    FACT = "fact"


@dataclass(frozen=True)
class Phrase:
    """A row of the table of phrases.

    name: where something refers to it. example: a sentence that uses it. goal: what is to be proved where it is a goal, if that
    is less than all that it asserts. hidden: points that it needs and people rarely name, such as `m midpoint b c`:
    one of the statement's or, where it has none, a new one. corner: a slot that names one of a, b, c, which are then
    turned to begin with it.
    """

    sort: Sort
    pattern: str
    asserts: tuple[str, ...]
    example: str
    conditions: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    corner: str = ""
    name: str = ""


def phrase(
    sort: Sort,
    pattern: str,
    asserts: str,
    example: str,
    *,
    conditions: str = "",
    goal: str = "",
    hidden: str = "",
    corner: str = "",
    name: str = "",
) -> Phrase:
    """A row, with commas between the items of lists."""
    return Phrase(
        sort, pattern, _items(asserts), example, _items(conditions), _items(goal), _items(hidden), corner, name
    )


def _items(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
