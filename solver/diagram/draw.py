"""Figures of a diagram: which segments, circles and names to draw, as SVG or PNG.

The premises say what to draw: lines that they name and circles that they are about; the goal's own are marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np

from solver.diagram.diagram import Diagram
from solver.errors import PorismError
from solver.statements.equation import Theory
from solver.statements.predicates import CIRCLE, COLL, CYCLIC, MIDP, Statement

#: Width and height of a figure in pixels, and the margin for names.
SIZE, MARGIN = 480.0, 40.0

_Segment = tuple[complex, complex]


@dataclass(frozen=True)
class Scene:
    """What a figure shows, in pixels with y downwards. Marked: of the goal."""

    points: tuple[tuple[str, complex], ...]
    segments: tuple[_Segment, ...]
    circles: tuple[tuple[complex, float], ...]
    marked_segments: tuple[_Segment, ...]
    marked_circles: tuple[tuple[complex, float], ...]


def scene_of(diagram: Diagram, premises: Iterable[Statement], goal: Statement | None = None) -> Scene:
    low, high = diagram.xy.min(axis=0), diagram.xy.max(axis=0)
    scale = (SIZE - 2 * MARGIN) / (float(np.max(high - low)) or 1.0)
    middle = (low + high) / 2
    at = {
        p: complex(SIZE / 2 + scale * (x - middle[0]), SIZE / 2 - scale * (y - middle[1]))
        for p, (x, y) in diagram.as_dict().items()
    }
    segments, circles = _drawn(list(premises), at)
    marked_segments, marked_circles = _drawn([goal] if goal else [], at)
    return Scene(
        tuple(at.items()),
        tuple(s for s in segments if s not in marked_segments),
        tuple(c for c in circles if c not in marked_circles),
        marked_segments,
        marked_circles,
    )


def _drawn(
    statements: Sequence[Statement], at: dict[str, complex]
) -> tuple[tuple[_Segment, ...], tuple[tuple[complex, float], ...]]:
    segments: dict[frozenset[str], _Segment] = {}
    circles: dict[tuple[int, int, int], tuple[complex, float]] = {}
    for statement in statements:
        points = statement.points
        if statement.predicate in (CYCLIC, CIRCLE):
            on = points[1:4] if statement.predicate is CIRCLE else points[:3]
            circle = _circle(*(at[p] for p in on))
            if circle is not None:
                circles[round(circle[0].real), round(circle[0].imag), round(circle[1])] = circle
            continue
        if statement.predicate in (COLL, MIDP):
            ends = [max(((a, b) for a in points for b in points), key=lambda ab: abs(at[ab[0]] - at[ab[1]]))]
        else:
            ends = [
                (q[0], q[-1])
                for e in statement.equations()
                for q, _ in e.terms
                if e.theory in (Theory.DIRECTION, Theory.LOG)
            ]
        for a, b in ends:
            segments[frozenset((a, b))] = (at[min(a, b)], at[max(a, b)])
    return tuple(segments.values()), tuple(circles.values())


def _circle(a: complex, b: complex, c: complex) -> tuple[complex, float] | None:
    u, v = b - a, c - a
    area = 2 * (u.conjugate() * v).imag
    if abs(area) < 1e-6:
        return None
    centre = a + 1j * (u * abs(v) ** 2 - v * abs(u) ** 2) / area * -1
    radius = abs(centre - a)
    return (centre, radius) if radius < 4 * SIZE else None


def to_svg(scene: Scene) -> str:
    """A standalone SVG document."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE:g} {SIZE:g}" width="{SIZE:g}" height="{SIZE:g}">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for circles, style in (
        (scene.circles, 'stroke="#7a8ca5" stroke-width="1"'),
        (scene.marked_circles, 'stroke="#c0392b" stroke-width="2"'),
    ):
        parts += [f'<circle cx="{z.real:.2f}" cy="{z.imag:.2f}" r="{r:.2f}" fill="none" {style}/>' for z, r in circles]
    for segments, style in (
        (scene.segments, 'stroke="#34495e" stroke-width="1"'),
        (scene.marked_segments, 'stroke="#c0392b" stroke-width="2.5"'),
    ):
        parts += [
            f'<line x1="{a.real:.2f}" y1="{a.imag:.2f}" x2="{b.real:.2f}" y2="{b.imag:.2f}" {style}/>'
            for a, b in segments
        ]
    for name, z in scene.points:
        parts.append(f'<circle cx="{z.real:.2f}" cy="{z.imag:.2f}" r="3" fill="#1b2631"/>')
        parts.append(
            f'<text x="{z.real + 6:.2f}" y="{z.imag - 6:.2f}" font-family="serif" font-style="italic" '
            f'font-size="16">{escape(name)}</text>'
        )
    return "\n".join((*parts, "</svg>", ""))


def save_png(scene: Scene, path: Path) -> None:
    """Raises PorismError where matplotlib isn't installed."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise PorismError("PNG needs matplotlib", None, 'pip install "porism[figures]", or write an .svg') from None
    figure = Figure(figsize=(SIZE / 80, SIZE / 80), dpi=160)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, SIZE)
    axes.set_ylim(SIZE, 0)
    axes.set_axis_off()
    for circles, color in ((scene.circles, "#7a8ca5"), (scene.marked_circles, "#c0392b")):
        for z, r in circles:
            t = np.linspace(0, 2 * np.pi, 200)
            axes.plot(z.real + r * np.cos(t), z.imag + r * np.sin(t), color=color, linewidth=1)
    for segments, color in ((scene.segments, "#34495e"), (scene.marked_segments, "#c0392b")):
        for a, b in segments:
            axes.plot([a.real, b.real], [a.imag, b.imag], color=color, linewidth=1)
    for name, z in scene.points:
        axes.plot([z.real], [z.imag], "o", color="#1b2631", markersize=4)
        axes.annotate(name, (z.real + 6, z.imag - 6), style="italic", family="serif")
    figure.savefig(path)
