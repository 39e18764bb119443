"""A picture laid out on paper: where everything stands, in pixels, ready to be written in any format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from solver.diagram.diagram import Diagram
from solver.diagram.labels import placed_names
from solver.diagram.marks import Mark, arcs, equal_ticks, goal_arcs, right_angles
from solver.diagram.picture import Picture, Places, Role, picture_of
from solver.language.problem import Problem
from solver.plane.loci import Circle
from solver.statements.names import Names
from solver.statements.predicates import Statement

#: The longer side of a figure in pixels, and the margin for names.
SIZE, MARGIN = 480.0, 40.0

Segment = tuple[complex, complex]
Round = tuple[complex, float]


@dataclass(frozen=True)
class Scene:
    """What a figure shows, in pixels with y downwards.

    points: by their names in the statement. marks: thin lines and arcs. labels: names in print, by their middle.
    """

    width: float
    height: float
    points: tuple[tuple[str, complex, Role], ...]
    segments: tuple[tuple[Segment, Role], ...]
    circles: tuple[tuple[Round, Role], ...]
    marks: tuple[tuple[Mark, Role], ...] = ()
    labels: tuple[tuple[str, complex], ...] = ()


def scene_of(
    problem: Problem, diagram: Diagram, goal: Statement | None = None, circles: Iterable[Circle] = ()
) -> Scene:
    """What to draw of a problem; circles: more of them, in the diagram's coordinates."""
    at = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    return laid_out(picture_of(problem, at, goal), at, circles)


def laid_out(picture: Picture, at: Places, circles: Iterable[Circle] = ()) -> Scene:
    """The scene of a picture whose points stand there; circles: more of them."""
    rings = [(ring.placed(at), ring.role) for ring in picture.rings]
    rings += [((c.center, c.radius), Role.GIVEN) for c in circles]
    view = _View.around(list(at.values()), [ring for ring, _ in rings])
    placed = {p: view.place(at[p]) for p in picture.points}
    segments = [((placed[a], placed[b]), s.role) for s in picture.strokes for a, b in [s.ends(at)]]
    rounds = [(view.circle(ring), role) for ring, role in rings]
    drawn: list[tuple[Mark, Role]] = [(mark, Role.GIVEN) for mark in right_angles(picture.right, placed)]
    drawn += [(mark, Role.GIVEN) for mark in equal_ticks(picture.equal, placed)]
    drawn += [(mark, Role.GIVEN) for mark in arcs(picture.equal_angles, placed)]
    drawn += [(mark, Role.GOAL) for mark in goal_arcs(picture.goal_angles, placed)]
    names = Names.of(picture.points)
    words = [names[p] for p in placed]
    middles = placed_names(list(placed.values()), words, [s for s, _ in segments], [c for c, _ in rounds])
    return Scene(
        view.width,
        view.height,
        tuple((p, z, Role.AUXILIARY if p in picture.auxiliary else Role.GIVEN) for p, z in placed.items()),
        tuple(segments),
        tuple(rounds),
        tuple(drawn),
        tuple(zip(words, middles, strict=True)),
    )


@dataclass(frozen=True)
class _View:
    """From the diagram's coordinates to pixels: `middle` goes to the middle of the figure."""

    middle: complex
    scale: float
    width: float
    height: float

    @staticmethod
    def around(points: Sequence[complex], circles: Sequence[Round]) -> _View:
        """All the points, and the circles that aren't much larger than these."""
        extent = max((abs(p - q) for p in points for q in points), default=0.0)
        shown = [(z, r) for z, r in circles if r <= 1.2 * extent]
        x = [p.real for p in points] + [z.real + s * r for z, r in shown for s in (-1, 1)]
        y = [p.imag for p in points] + [z.imag + s * r for z, r in shown for s in (-1, 1)]
        wide, high = max(x) - min(x), max(y) - min(y)
        scale = (SIZE - 2 * MARGIN) / (max(wide, high) or 1.0)
        middle = complex(max(x) + min(x), max(y) + min(y)) / 2
        return _View(middle, scale, scale * wide + 2 * MARGIN, scale * high + 2 * MARGIN)

    def place(self, z: complex) -> complex:
        return complex(self.width, self.height) / 2 + self.scale * (z - self.middle).conjugate()

    def circle(self, circle: Round) -> Round:
        return self.place(circle[0]), self.scale * circle[1]
