"""Figures of a diagram: which segments, circles and names to draw, as SVG or PNG.

The premises say what to draw: lines that they name and circles that they are about; the goal's own are marked. Three
points at one distance from a fourth are drawn as a circle, not as radii. A triangle or polygon that a statement starts
with has its sides. Right angles and equal lengths that the premises state are marked where they can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np

from solver.diagram.diagram import Diagram
from solver.diagram.geometry import circumcentre
from solver.diagram.labels import placed_names
from solver.diagram.loci import Circle, Degenerate
from solver.diagram.marks import equal_ticks, right_angles
from solver.errors import PorismError
from solver.language.problem import Problem
from solver.statements.conditions import CONVEX, NONCOLLINEAR
from solver.statements.equation import Theory
from solver.statements.names import Names
from solver.statements.predicates import CIRCLE, COLL, CONG, CYCLIC, MIDP, Statement

#: Width and height of a figure in pixels, and the margin for names.
SIZE, MARGIN = 480.0, 40.0

_Segment = tuple[complex, complex]
_Round = tuple[complex, float]
#: A circle this many times as large as the figure is drawn as nothing.
TOO_LARGE = 4.0


@dataclass(frozen=True)
class Scene:
    """What a figure shows, in pixels with y downwards.

    Marked: of the goal. strokes: thin lines of marks. labels: names in print, by their middle.
    """

    points: tuple[tuple[str, complex], ...]
    segments: tuple[_Segment, ...]
    circles: tuple[_Round, ...]
    marked_segments: tuple[_Segment, ...]
    marked_circles: tuple[_Round, ...]
    strokes: tuple[tuple[complex, ...], ...] = ()
    labels: tuple[tuple[str, complex], ...] = ()


def scene_of(
    problem: Problem, diagram: Diagram, goal: Statement | None = None, circles: Iterable[Circle] = ()
) -> Scene:
    """What to draw of a problem; circles: more of them, in the diagram's coordinates."""
    at = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    segments, found = _drawn(problem.premises, at)
    segments += tuple((at[a], at[b]) for a, b in sides(problem))
    marked_segments, marked_circles = _drawn([goal] if goal else [], at)
    found += tuple((c.centre, c.radius) for c in circles)
    view = _View.around(list(at.values()), [*found, *marked_circles])
    placed = {p: view.place(z) for p, z in at.items()}
    lines = tuple(view.segment(s) for s in segments if s not in marked_segments)
    marked_lines = tuple(map(view.segment, marked_segments))
    rounds = tuple(view.circle(c) for c in found if c not in marked_circles)
    marked_rounds = tuple(map(view.circle, marked_circles))
    radii = [s for s in problem.premises if s.predicate is CONG and _is_radius(s, _rounds(problem.premises))]
    tickable = [s for s in problem.premises if s not in radii]
    names = Names.of(problem.points)
    words = [names[p] for p in placed]
    middles = placed_names(list(placed.values()), words, (*lines, *marked_lines), (*rounds, *marked_rounds))
    return Scene(
        tuple(placed.items()),
        lines,
        rounds,
        marked_lines,
        marked_rounds,
        (*right_angles(problem.premises, placed), *equal_ticks(tickable, placed)),
        tuple(zip(words, middles, strict=True)),
    )


@dataclass(frozen=True)
class _View:
    """From the diagram's coordinates to pixels: `middle` goes to the middle of the figure."""

    middle: complex
    scale: float

    @staticmethod
    def around(points: Sequence[complex], circles: Sequence[_Round]) -> _View:
        """All the points, and the circles that aren't much larger than these."""
        extent = max((abs(p - q) for p in points for q in points), default=0.0)
        shown = [(z, r) for z, r in circles if r <= 1.2 * extent]
        x = [p.real for p in points] + [z.real + s * r for z, r in shown for s in (-1, 1)]
        y = [p.imag for p in points] + [z.imag + s * r for z, r in shown for s in (-1, 1)]
        size = max(max(x) - min(x), max(y) - min(y)) or 1.0
        return _View(complex(max(x) + min(x), max(y) + min(y)) / 2, (SIZE - 2 * MARGIN) / size)

    def place(self, z: complex) -> complex:
        return complex(SIZE / 2, SIZE / 2) + self.scale * (z - self.middle).conjugate()

    def segment(self, ends: _Segment) -> _Segment:
        return self.place(ends[0]), self.place(ends[1])

    def circle(self, circle: _Round) -> _Round:
        return self.place(circle[0]), self.scale * circle[1]


def _drawn(statements: Sequence[Statement], at: dict[str, complex]) -> tuple[tuple[_Segment, ...], tuple[_Round, ...]]:
    segments: dict[frozenset[str], _Segment] = {}
    circles: list[_Round] = []
    largest = TOO_LARGE * max((abs(p - q) for p in at.values() for q in at.values()), default=0.0)

    def add_circle(on: Sequence[str]) -> None:
        try:
            centre = circumcentre(*(at[p] for p in on[:3]))
        except Degenerate:
            return
        new = (centre, abs(at[on[0]] - centre))
        if new[1] < largest and not any(_is_same(new, c) for c in circles):
            circles.append(new)

    rounds = _rounds(statements)
    for _, on in rounds:
        add_circle(sorted(on))
    for statement in statements:
        points = statement.points
        if statement.predicate in (CYCLIC, CIRCLE):
            add_circle(points[1:] if statement.predicate is CIRCLE else points)
            continue
        if statement.predicate is CONG and _is_radius(statement, rounds):
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
    return tuple(segments.values()), tuple(circles)


def sides(problem: Problem) -> Iterator[tuple[str, str]]:
    """Of the polygons that the statement starts with."""
    for clause in problem.clauses:
        if len(clause.points) >= 3 and not any(call.arguments for call in clause.calls):
            yield from _around(clause.points)
    for condition in problem.conditions:
        if condition.kind in (NONCOLLINEAR, CONVEX):
            yield from _around(condition.points)


def _around(corners: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from zip(corners, (*corners[1:], corners[0]), strict=True)


def _rounds(statements: Sequence[Statement]) -> list[tuple[str, set[str]]]:
    """Centres with three or more points at one distance, as far as equal lengths tell."""
    found: list[tuple[str, set[str]]] = []
    for statement in statements:
        if statement.predicate is not CONG:
            continue
        first, second = set(statement.points[:2]), set(statement.points[2:])
        if len(first & second) != 1:
            continue
        (centre,) = first & second
        on = first ^ second
        for other in [r for r in found if r[0] == centre and r[1] & on]:
            on |= other[1]
            found.remove(other)
        found.append((centre, on))
    return [r for r in found if len(r[1]) >= 3]


def _is_radius(statement: Statement, rounds: Sequence[tuple[str, set[str]]]) -> bool:
    """Whether equal lengths are drawn as a circle."""
    return any(o in statement.points and set(statement.points) <= on | {o} for o, on in rounds)


def _is_same(first: _Round, second: _Round) -> bool:
    return abs(first[0] - second[0]) + abs(first[1] - second[1]) < 1e-6 * first[1]


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
    for stroke in scene.strokes:
        corners = " ".join(f"{z.real:.2f},{z.imag:.2f}" for z in stroke)
        parts.append(f'<polyline points="{corners}" fill="none" stroke="#34495e" stroke-width="1"/>')
    parts += [f'<circle cx="{z.real:.2f}" cy="{z.imag:.2f}" r="3" fill="#1b2631"/>' for _, z in scene.points]
    parts += [
        f'<text x="{z.real:.2f}" y="{z.imag:.2f}" text-anchor="middle" dominant-baseline="central" '
        f'font-family="serif" font-style="italic" font-size="16">{escape(name)}</text>'
        for name, z in scene.labels
    ]
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
    for circles, color, width in ((scene.circles, "#7a8ca5", 1.0), (scene.marked_circles, "#c0392b", 2.0)):
        for z, r in circles:
            t = np.linspace(0, 2 * np.pi, 200)
            axes.plot(z.real + r * np.cos(t), z.imag + r * np.sin(t), color=color, linewidth=width)
    for segments, color, width in ((scene.segments, "#34495e", 1.0), (scene.marked_segments, "#c0392b", 2.5)):
        for a, b in segments:
            axes.plot([a.real, b.real], [a.imag, b.imag], color=color, linewidth=width)
    for stroke in scene.strokes:
        axes.plot([z.real for z in stroke], [z.imag for z in stroke], color="#34495e", linewidth=1)
    for _, z in scene.points:
        axes.plot([z.real], [z.imag], "o", color="#1b2631", markersize=4)
    for name, z in scene.labels:
        axes.text(z.real, z.imag, name, style="italic", family="serif", ha="center", va="center", fontsize=11)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
