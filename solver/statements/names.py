"""How points are called in proofs and figures: `o1` is O₁, `b` is B.

Statements are typed in small letters; geometry is written in capitals, and capitals side by side (△ABC, O₁O₂) can be told
apart. The first letter becomes a capital, the rest stays small, digits become indices. Where that would give two points
one name, or a name doesn't begin with a Latin letter, all names stay as they are typed, with blanks between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_INDICES = str.maketrans("0123456789'", "₀₁₂₃₄₅₆₇₈₉′")


@dataclass(frozen=True)
class Names:
    """written: each point's name in print. gap: what stands between two of them in a segment or a triangle."""

    written: Mapping[str, str]
    gap: str = ""

    @staticmethod
    def of(points: Iterable[str]) -> Names:
        points = list(points)
        printed = {p: _printed(p) for p in points}
        if all(re.match("[A-Za-z]", p) for p in points) and len(set(printed.values())) == len(printed):
            return Names(printed)
        return Names({p: p for p in points}, " ")

    def __getitem__(self, point: str) -> str:
        return self.written[point]

    def joined(self, points: Iterable[str]) -> str:
        """A segment, a line, an angle or a triangle: `AB`, `O₁O₂P`."""
        return self.gap.join(self.written[p] for p in points)

    def listed(self, points: Iterable[str]) -> str:
        """`A, B, C`."""
        return ", ".join(self.written[p] for p in points)


def _printed(point: str) -> str:
    return point[:1].upper() + point[1:].lower().replace("_", "").translate(_INDICES)
