"""Lengths and angles as factors of what a statement adds, multiplies and compares."""

from __future__ import annotations

from dataclasses import dataclass, field


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


@dataclass(frozen=True, order=True)
class Angle:
    """From ray or line ab to cd. is_directed: as an angle between lines, modulo 180°; else its size counts."""

    a: str
    b: str
    c: str
    d: str
    is_directed: bool

    @property
    def points(self) -> tuple[str, str, str, str]:
        return self.a, self.b, self.c, self.d
