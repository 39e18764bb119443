"""How figures look: colors and widths by what a line is drawn for, the same in SVG, PNG and TikZ.

The colors are those of Okabe and Ito (2008), told apart by color-blind readers and in gray: the goal is also thicker, what
is auxiliary is dashed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from solver.diagram.picture import Role

INK = "#1a1a2e"
#: The radius of a point, and the size of letters, in pixels.
POINT, FONT_SIZE = 2.8, 16.0


@dataclass(frozen=True)
class LineStyle:
    """color, dot, mark: of lines, of points and of marks. dash: lengths of strokes and gaps in pixels; empty: unbroken."""

    color: str
    width: float
    dot: str
    mark: str
    dash: tuple[float, ...] = ()


#: In the order in which they are drawn.
LINES: Mapping[Role, LineStyle] = {
    Role.GIVEN: LineStyle("#46505e", 1.1, INK, "#46505e"),
    Role.AUXILIARY: LineStyle("#0072b2", 1.3, "#0072b2", "#0072b2", (5, 4)),
    Role.GOAL: LineStyle("#c1440e", 2.2, "#c1440e", "#c1440e"),
}


def dashes(line: LineStyle) -> str:
    """The attribute of SVG."""
    return f' stroke-dasharray="{" ".join(f"{d:g}" for d in line.dash)}"' if line.dash else ""
