"""Explanations in a linear theory: a sparse rational combination of rows that equals a target.

The rows are the journal's conclusions, most of them independent, some not: those leave a choice, and a small linear
program in the core picks the combination of least total cost (solver/core/theories/combinations.cpp). It works in floating point: its
coefficients are taken as the simple fractions next to them, and where these don't add up exactly, its support, for which
they are solved exactly.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from solver._core import Combinations

Row = Mapping[Any, Fraction]


def row_of(terms: Row, constants: Mapping[int, Fraction]) -> Row:
    """An equation as a row: its quantities, and the logarithms of primes or the half turns in it."""
    return {**terms, **{("constant", base): c for base, c in constants.items()}} if constants else terms


class Rows:
    """The rows of one theory, in the order in which they were concluded; asked how many of the first it takes."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._columns: dict[Hashable, int] = {}
        numbered = [
            [(self._columns.setdefault(key, len(self._columns)), c.numerator, c.denominator) for key, c in row.items()]
            for row in rows
        ]
        self._combinations = Combinations(numbered, len(self._columns))

    def first_entailing(self, target: Row) -> int | None:
        """How many of the first rows it takes until a combination of them is the target; None if all of them don't make it."""
        if not target.keys() <= self._columns.keys():
            return None
        return self._combinations.first_entailing(self._numbered(target))

    def _numbered(self, row: Row) -> list[tuple[int, int, int]]:
        return [(self._columns[key], c.numerator, c.denominator) for key, c in row.items()]


def exact_combination(rows: Sequence[Row], target: Row) -> dict[int, Fraction] | None:
    """Any exact combination, by elimination with bookkeeping; earlier rows are preferred."""
    basis: list[tuple[Hashable, dict[Hashable, Fraction], dict[int, Fraction]]] = []
    for i, row in enumerate(rows):
        rest, parts = _reduce(dict(row), basis)
        if rest:
            pivot = next(iter(rest))
            basis.append((pivot, rest, {**{j: -c for j, c in parts.items()}, i: Fraction(1)}))
    rest, parts = _reduce(dict(target), basis)
    return None if rest else {i: c for i, c in parts.items() if c}


def _reduce(
    row: dict[Hashable, Fraction], basis: Sequence[tuple[Hashable, dict[Hashable, Fraction], dict[int, Fraction]]]
) -> tuple[dict[Hashable, Fraction], dict[int, Fraction]]:
    parts: dict[int, Fraction] = {}
    for pivot, other, made_of in basis:
        c = row.get(pivot)
        if not c:
            continue
        factor = c / other[pivot]
        for key, value in other.items():
            left = row.get(key, Fraction(0)) - factor * value
            if left:
                row[key] = left
            else:
                row.pop(key, None)
        for i, share in made_of.items():
            parts[i] = parts.get(i, Fraction(0)) + factor * share
    return row, parts
