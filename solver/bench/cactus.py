"""A cactus plot: how many problems are solved within how many seconds each, as SVG for a page that sets its colors.

The time is on a logarithmic scale, whole decades; the curve goes up by one at each problem's time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

WIDTH, HEIGHT = 720.0, 340.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 16.0, 14.0, 44.0
#: Times below this are drawn as this (seconds).
SHORTEST = 1e-3
#: The largest number of lines across.
MOST_LINES = 8


def cactus_plot(solved: Sequence[tuple[str, float]]) -> str:
    """solved: names of problems, one at least, with seconds."""
    times = sorted((max(SHORTEST, seconds), name) for name, seconds in solved)
    first = math.floor(math.log10(times[0][0]))
    last = max(first + 1, math.ceil(math.log10(times[-1][0])))
    step = _step(len(times))
    top = step * math.ceil(len(times) / step)

    def x(seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(seconds) - first) / (last - first)

    def y(count: int) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / top

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" '
        f'aria-label="{len(times)} problems solved, the slowest in {times[-1][0]:.3g} seconds">'
    ]
    for decade in range(first, last + 1):
        at = x(10.0**decade)
        parts.append(f'<line class="grid" x1="{at:.1f}" y1="{TOP:g}" x2="{at:.1f}" y2="{y(0):.1f}"/>')
        parts.append(f'<text x="{at:.1f}" y="{y(0) + 17:.1f}" text-anchor="middle">{10.0**decade:g}</text>')
    for count in range(0, top + 1, step):
        parts.append(
            f'<line class="grid" x1="{LEFT:g}" y1="{y(count):.1f}" x2="{WIDTH - RIGHT:g}" y2="{y(count):.1f}"/>'
        )
        parts.append(f'<text x="{LEFT - 7:g}" y="{y(count) + 4:.1f}" text-anchor="end">{count}</text>')
    path = f"M{x(times[0][0]):.1f} {y(0):.1f}"
    for count, (seconds, _) in enumerate(times, start=1):
        path += f"H{x(seconds):.1f}V{y(count):.1f}"
    parts.append(f'<path class="curve" d="{path}H{WIDTH - RIGHT:g}"/>')
    for count, (seconds, name) in enumerate(times, start=1):
        said = escape(f"{name}: {seconds:.3g} s")
        parts.append(
            f'<circle class="dot" cx="{x(seconds):.1f}" cy="{y(count):.1f}" r="3"><title>{said}</title></circle>'
        )
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" y="{HEIGHT - 8:g}" text-anchor="middle">seconds for a problem</text>'
    )
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(
        f'<text x="14" y="{middle:.1f}" text-anchor="middle" transform="rotate(-90 14 {middle:.1f})">problems solved</text>'
    )
    return "\n".join((*parts, "</svg>"))


def _step(count: int) -> int:
    """1, 2 or 5 times a power of ten."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if count <= step * MOST_LINES:
                return step
        size *= 10
