"""Lengths and angles as factors of what a statement adds, multiplies and compares."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, order=True)
class Length:
    """low and high: its ends, sorted; a and b: as they are written first."""

    low: str
    high: str
    a: str = field(compare=False)
    b: str = field(compare=False)

    @staticmethod
    def of(a: str, b: str) -> Length:
        return Length(min(a, b), max(a, b), a, b)


class AngleKind(StrEnum):
    """What of an angle counts: the size of one between two rays; of two lines, how far the first is turned to the second, modulo
    180°, or how far one is turned to the other, whichever way.
    """

    SIZE = "size"
    DIRECTED = "directed"
    EITHER_WAY = "either way"


@dataclass(frozen=True, order=True)
class Angle:
    """From ray or line ab to cd."""

    a: str
    b: str
    c: str
    d: str
    kind: AngleKind

    @property
    def points(self) -> tuple[str, str, str, str]:
        return self.a, self.b, self.c, self.d
