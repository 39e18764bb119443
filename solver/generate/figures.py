"""Random figures as they occur at olympiads: a beginning, then points where loci of what is there cross.

The points that a figure grows by are those that the search would try (solver/core/search/candidates.hpp): midpoints, feet,
centers, second intersections. So a figure costs a few milliseconds, and each is generic in both of its diagrams.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from solver._core import Node
from solver.deduction.closure import close
from solver.diagram.build import build_diagram
from solver.diagram.fresh import fresh_diagram
from solver.errors import PorismError
from solver.language.read import parse_statement
from solver.search.node import Floats, Rows
from solver.search.placement import LOCI, read_locus
from solver.statements.locus_kinds import NUMBER

#: How a figure begins, and how often; the first three points are its triangle.
BEGINNINGS: Mapping[str, float] = {
    "a b c = triangle a b c": 8.0,
    "a b c = triangle a b c; d = circumcenter d a b c": 6.0,
    "a b c = triangle a b c; d = circumcenter d a b c; e = on_circle e d a": 3.0,
    "a b c = triangle a b c; d = on_circum d a b c": 3.0,
    "a b c = triangle a b c; d = incenter d a b c": 4.0,
    "a b c = triangle a b c; d = orthocenter d a b c": 3.0,
    "a b c = triangle a b c; d = on_line d b c": 2.0,
    "a b c = triangle a b c; d = on_line d a b; e = on_line e a c": 1.0,
    "a b c = iso_triangle0 a b c": 1.5,
    "a b c = r_triangle a b c": 1.0,
    "a b c = ieq_triangle a b c": 0.3,
    "a b c d = quadrangle a b c d": 1.0,
    "a b c d = iso_trapezoid a b c d": 0.7,
    "a b c = triangle a b c; d = parallelogram d b a c": 0.7,
    "a b c d = isquare a b c d": 0.3,
    "a b = segment a b; c = on_dia c a b; d = midpoint d a b": 1.0,
    "a b = segment a b; c = on_circle c a b; d = on_circle d a b": 1.0,
}
#: What a figure grows by, and how often: the two loci on which the new point lies, or the name of what they make.
STEPS: Mapping[str, float] = {
    "midpoint": 4.0,
    "foot": 4.0,
    "reflection in a point": 1.0,
    "reflection in a line": 1.5,
    "on_line, on_line": 5.0,
    "on_line, on_circle": 3.0,
    "on_line, on_circum": 3.0,
    "on_tline, on_line": 0.5,
    "on_tline, on_tline": 1.5,
    "on_tline, on_circle": 1.0,
    "on_tline, on_circum": 1.0,
    "on_pline, on_pline": 0.8,
    "on_pline, on_circle": 0.7,
    "on_pline, on_circum": 0.7,
    "on_bline, on_bline": 2.5,
    "on_bline, on_circle": 1.5,
    "on_bline, on_circum": 1.5,
    "on_circle, on_circle": 1.0,
    "on_circle, on_circum": 2.0,
    "on_circum, on_circum": 2.0,
    "on_dia, on_circle": 0.8,
    "angle_bisector, angle_bisector": 2.0,
    "angle_bisector, on_line": 1.5,
}
#: New points are no nearer to others, and no farther from the center, in units of the figure's size.
NEAREST, FARTHEST = 0.03, 4.0
#: Seconds after which a beginning is given up, and for closing a figure.
DRAWING_SECONDS, CLOSING_SECONDS = 0.2, 0.5


@dataclass(frozen=True)
class Grammar:
    """points: least and most of a figure. symmetric: how often a step is done for all corners of the triangle in turn."""

    points: tuple[int, int] = (8, 14)
    symmetric: float = 0.25
    beginnings: Mapping[str, float] = field(default_factory=lambda: dict(BEGINNINGS))
    steps: Mapping[str, float] = field(default_factory=lambda: dict(STEPS))


@dataclass(frozen=True)
class Figure:
    """node: closed, with all its points. xy (diagrams, n, 2): where they are."""

    node: Node
    xy: Floats


def random_figure(grammar: Grammar, rng: Generator) -> Figure | None:
    """A figure; None, where its beginning could not be drawn in time."""
    problem = parse_statement(f"{_one_of(grammar.beginnings, rng)} ? cong a b b a")
    deadline = time.monotonic() + DRAWING_SECONDS
    try:
        diagram = build_diagram(problem, int(rng.integers(2**31)), deadline)
        other = fresh_diagram(problem, diagram, rng, deadline)
    except PorismError:
        return None
    wanted = int(rng.integers(grammar.points[0], grammar.points[1] + 1))
    closure = close(problem, (diagram, other), timeout=CLOSING_SECONDS, room=wanted + 2)
    root = closure.root(problem.goal)
    frames = [_Frame.of(root, k) for k in range(2)]
    own = [frame.own(d.xy) for frame, d in zip(frames, (diagram, other), strict=True)]
    growing = _Growing(root, np.concatenate(own, axis=1), grammar, rng)
    while growing.node.size < wanted and growing.grow():
        pass
    return Figure(growing.node, np.stack([f.given(growing.places[:, 2 * k : 2 * k + 2]) for k, f in enumerate(frames)]))


@dataclass(frozen=True)
class _Frame:
    """The core's coordinates in a diagram: its origin and unit."""

    origin: Floats
    unit: float

    @classmethod
    def of(cls, node: Node, diagram: int) -> _Frame:
        origin = node.given(diagram, 0.0, 0.0)
        return cls(np.array(origin), node.given(diagram, 1.0, 0.0)[0] - origin[0])

    def own(self, xy: Floats) -> Floats:
        return np.asarray((xy - self.origin) / self.unit)

    def given(self, xy: Floats) -> Floats:
        return np.asarray(xy * self.unit + self.origin)


class _Growing:
    """places (n, 4): of all points, in the core's coordinates.

    turned: where the turn a → b → c → a of the triangle takes a point, as far as that is in the figure.
    """

    def __init__(self, node: Node, places: Floats, grammar: Grammar, rng: Generator) -> None:
        self.node = node
        self.places = places
        self.grammar = grammar
        self.rng = rng
        self.turned = {0: 1, 1: 2, 2: 0}

    def grow(self) -> bool:
        """Adds a point, or its images too; False where there is none to add."""
        found = self.node.candidates(0, 0, CLOSING_SECONDS)
        if found is None:
            return False
        rows, places = found
        chosen = self._choose(rows, places)
        if chosen is None:
            return False
        orbit = [chosen]
        if self.rng.random() < self.grammar.symmetric:
            orbit += self._images(rows, places, chosen)
        first = self.node.size
        self._add(rows[orbit], places[orbit])
        if len(orbit) == 3:
            self.turned |= {first: first + 1, first + 1: first + 2, first + 2: first}
        return True

    def _choose(self, rows: Rows, places: Floats) -> int | None:
        far = np.abs(places[:, :2]).max(axis=1, initial=0.0) > FARTHEST
        far |= np.linalg.norm(places[:, None, :2] - self.places[None, :, :2], axis=-1).min(axis=1) < NEAREST
        kinds = {kind: numbers[~far[numbers]] for kind, numbers in _by_kind(rows).items()}
        weights = {kind: self.grammar.steps[kind] for kind, n in kinds.items() if len(n) and kind in self.grammar.steps}
        if not weights:
            return None
        options = kinds[_one_of(weights, self.rng)]
        return int(options[int(self.rng.integers(len(options)))])

    def _images(self, rows: Rows, places: Floats, chosen: int) -> list[int]:
        """The candidates that the turn makes of the chosen one; none unless there are two, at other places."""
        found: list[int] = []
        wanted = rows[chosen]
        for _ in range(2):
            turned = _turned(wanted, self.turned)
            if turned is None:
                return []
            at = next((i for i in range(len(rows)) if _same(rows[i], turned)), None)
            if at is None:
                return []
            found.append(at)
            wanted = rows[at]
        spots = {tuple(np.round(places[i, :2], 6)) for i in (chosen, *found)}
        return found if len(spots) == 3 else []

    def _add(self, rows: Rows, places: Floats) -> None:
        self.node = self.node.extended(rows, places, CLOSING_SECONDS)
        self.places = np.concatenate([self.places, places])


def _by_kind(rows: Rows) -> dict[str, NDArray[np.int64]]:
    """Numbers of the candidates of each kind of step."""
    first, second = rows["first"]["kind"], rows["second"]["kind"]
    (a, b, c), (d, e, _) = rows["first"]["parents"].T, rows["second"]["parents"].T
    is_segment = ((a == d) & (b == e)) | ((a == e) & (b == d))
    is_foot = (b == d) & (c == e)
    line, perpendicular, bisector, circle = (NUMBER[name] for name in ("line", "perpendicular", "bisector", "circle"))
    named = {
        "midpoint": (first == line) & (second == bisector) & is_segment,
        "foot": (first == perpendicular) & (second == line) & is_foot,
        "reflection in a point": (first == line) & (second == circle) & is_segment,
        "reflection in a line": (first == circle) & (second == circle) & (b == e),
    }
    others = ~np.any(list(named.values()), axis=0)
    codes = first * len(LOCI) + second
    for code in np.unique(codes[others]).tolist():
        kinds = LOCI[code // len(LOCI)].name, LOCI[code % len(LOCI)].name
        for name in (", ".join(kinds), ", ".join(reversed(kinds))):
            if name in STEPS:
                named[name] = named.get(name, False) | (others & (codes == code))
                break
    return {name: np.nonzero(which)[0] for name, which in named.items()}


def _loci(row: np.void) -> tuple[tuple[int, tuple[int, ...]], ...]:
    loci = (read_locus(row["first"]), read_locus(row["second"]))
    return tuple((locus.kind, locus.parents) for locus in loci)


def _turned(row: np.void, turn: Mapping[int, int]) -> tuple[tuple[int, frozenset[int]], ...] | None:
    loci = _loci(row)
    if not all(p in turn for _, parents in loci for p in parents):
        return None
    return tuple((kind, frozenset(turn[p] for p in parents)) for kind, parents in loci)


def _same(row: np.void, wanted: tuple[tuple[int, frozenset[int]], ...]) -> bool:
    loci = ((kind, frozenset(parents)) for kind, parents in _loci(row))
    return tuple(sorted(loci, key=repr)) == tuple(sorted(wanted, key=repr))


def _one_of(options: Mapping[str, float], rng: Generator) -> str:
    names, weights = list(options), np.array(list(options.values()))
    return names[int(rng.choice(len(names), p=weights / weights.sum()))]
