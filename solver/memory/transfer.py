"""A stored figure laid onto another: which point plays the part of which.

The best maps are looked for by a beam search, a point at a time: a map gains where two points are related as their
images are (on one line, on one circle, named together by the goal) and where neighbourhoods have the same colours. All
partial maps of a step are rated at once, from one table. In the end those that are left are rated by what needs more
than two points: which equal segments, parallels and circles of the stored figure are there in the other one.

A map need not have all points, but those that the auxiliary points are constructed from. The work is bounded by the
width of the beam, not by a clock, so that the same figures give the same maps on a slow machine, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from solver.memory.graph import Graph, circles_of, lines_of
from solver.memory.known import Known, pair_ends
from solver.search.placement import Locus

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: Partial maps that are kept at each step.
WIDTH = 48
#: Rounds of colours that are compared, and what an equal colour of each is worth.
COLOURS = (0.0, 0.5, 1.0, 1.5)
#: What two points have in common, and what it is worth that their images have it as well: the line through them is one
#: of three points or more, its direction has a right angle or a parallel, their distance occurs again, circles through
#: both, one is the centre of a circle through the other, the goal names them together, a premise does.
RELATIONS = (1.0, 0.7, 0.7, 1.0, 1.0, 2.0, 0.7)
#: What is lost, of that, where only one of two has it.
MISSING = 0.4


class Sketch:
    """What is compared of a figure: relations (n, n, 7) of pairs of points, in small numbers; 0: none."""

    def __init__(self, known: Known, graph: Graph) -> None:
        self.known = known
        n = known.size
        colours = graph.colours(2 * (len(COLOURS) - 1))[::2, :n]
        self.colours = colours
        self.goal = _roles_in_goal(known)
        self.relations = np.zeros((n, n, len(RELATIONS)), dtype=np.int16)
        ends = pair_ends(n)
        right = {d for pair in known.right for d in pair}
        for direction, lines in lines_of(known).items():
            for line in lines:
                for a in line:
                    for b in line:
                        self.relations[a, b, 0] = 1 if len(line) > 2 else 0
                        self.relations[a, b, 1] = (direction in right) + 2 * (len(lines) > 1)
        counts = np.bincount(known.lengths, minlength=1)
        for (a, b), length in zip(ends, known.lengths, strict=True):
            self.relations[a, b, 2] = self.relations[b, a, 2] = counts[length] > 1
        for centre, circle in circles_of(known):
            on = sorted(circle)
            self.relations[np.ix_(on, on, [3])] += 1
            if centre >= 0:
                self.relations[centre, on, 4] = 1
                self.relations[on, centre, 4] = 2
        for column, said in ((5, known.goal), (6, known.premises)):
            for relation in said:
                for side in relation.sides:
                    for _, points in side:
                        if len(points) == 2:
                            a, b = points
                            self.relations[a, b, column] = self.relations[b, a, column] = 1 + relation.kind[0]
        self.relations[np.arange(n), np.arange(n)] = 0
        self.directions, self.lengths = (_classes(n, c) for c in (known.directions, known.lengths))
        self.circles = np.zeros((len(circles_of(known)), n), dtype=bool)
        for row, (_, points) in zip(self.circles, circles_of(known), strict=True):
            row[list(points)] = True


@dataclass(frozen=True)
class Mapping:
    """image: of each stored point, its number in the current figure; -1: none. score: 1 where all is as it was stored."""

    image: tuple[int, ...]
    score: float

    def locus(self, locus: Locus) -> Locus:
        """Its image. Raises KeyError where a parent has none."""
        parents = tuple(self.image[p] if p < len(self.image) else -1 for p in locus.parents)
        if min(parents) < 0:
            raise KeyError(locus)
        return Locus(locus.kind, parents)

    def with_point(self, number: int) -> Mapping:
        """The stored figure has one more point, an auxiliary one; that is its image."""
        return Mapping((*self.image, number), self.score)


def mappings(stored: Sketch, current: Sketch, needed: frozenset[int]) -> list[Mapping]:
    """The best maps, best first. needed: points that must have an image."""
    if len(needed) > current.known.size:
        return []
    table = _Table(stored, current)
    images, scores = table.beam(needed)
    if len(images) == 0:
        return []
    scores = scores + table.of_classes(images)
    perfect = _Table(stored, stored).perfect
    order = np.argsort(-scores, kind="stable")
    return [Mapping(tuple(images[i].tolist()), float(scores[i]) / perfect) for i in order.tolist() if scores[i] > 0]


class _Table:
    """points (n, m): what it is worth to map a point to one; pairs (n, n, m, m): two points to two."""

    def __init__(self, stored: Sketch, current: Sketch) -> None:
        self.stored, self.current = stored, current
        same = stored.colours[:, :, None] == current.colours[:, None, :]
        self.points: Floats = np.tensordot(np.array(COLOURS, dtype=np.float32), same.astype(np.float32), 1)
        goal = (stored.goal[:, None] == current.goal[None, :]) & (stored.goal[:, None] > 0)
        self.points += 2.0 * goal - 1.0 * ((stored.goal[:, None] > 0) != (current.goal[None, :] > 0))

    @cached_property
    def pairs(self) -> Floats:
        a, b = self.stored.relations, self.current.relations
        n, m = len(a), len(b)
        found = np.zeros((n, n, m, m), dtype=np.float32)
        for column, worth in enumerate(RELATIONS):
            mine, theirs = a[:, :, None, None, column], b[None, None, :, :, column]
            found += worth * ((mine == theirs) & (mine > 0))
            found -= MISSING * worth * ((mine > 0) != (theirs > 0))
        return found

    @property
    def perfect(self) -> float:
        """What mapping a figure to itself is worth."""
        n = len(self.points)
        identity = np.arange(n)
        pairs = self.pairs[identity[:, None], identity[None, :], identity[:, None], identity[None, :]]
        by_pairs = float(np.triu(pairs, 1).sum())
        return max(float(np.trace(self.points)) + by_pairs + float(self.of_classes(identity[None])[0]), 1.0)

    def beam(self, needed: frozenset[int]) -> tuple[Ints, Floats]:
        """images (k, n), -1 where a point has none; scores (k,)."""
        n, m = self.points.shape
        images = np.full((1, n), -1, dtype=np.int64)
        scores = np.zeros(1, dtype=np.float32)
        done: list[int] = []
        for p in self._order(needed):
            gain = np.tile(self.points[p], (len(images), 1))
            for q in done:
                at = images[:, q]
                gain += np.where(at[:, None] >= 0, self.pairs[p, q][:, at].T, np.float32(0))
            for q in done:  # no two points have one image
                at = images[:, q]
                rows = np.nonzero(at >= 0)[0]
                gain[rows, at[rows]] = -np.inf
            nowhere = np.full((len(images), 1), -np.inf if p in needed else 0.0, dtype=np.float32)
            totals = (scores[:, None] + np.concatenate([gain, nowhere], axis=1)).ravel()
            kept = np.argsort(-totals, kind="stable")[:WIDTH]
            kept = kept[np.isfinite(totals[kept])]
            images, scores = images[kept // (m + 1)].copy(), totals[kept]
            images[:, p] = np.where(kept % (m + 1) == m, -1, kept % (m + 1))
            done.append(p)
        return images, scores

    def _order(self, needed: frozenset[int]) -> list[int]:
        """Points of the goal and of the construction first, each next to those that it has most to do with."""
        ties = (self.stored.relations > 0).sum(axis=2)
        first = ties.sum(axis=1) + 100 * (self.stored.goal > 0) + 50 * np.isin(np.arange(len(ties)), list(needed))
        order = [int(np.argmax(first))]
        while len(order) < len(ties):
            near = first + 20 * ties[:, order].sum(axis=1)
            near[order] = -1
            order.append(int(np.argmax(near)))
        return order

    def of_classes(self, images: Ints) -> Floats:
        """What the equal segments, parallels and circles are worth that the images have as well; (k,)."""
        b, a = np.tril_indices(images.shape[1], -1)
        ends = images[:, a], images[:, b]
        is_mapped = (ends[0] >= 0) & (ends[1] >= 0)
        total = np.zeros(len(images), dtype=np.float32)
        for mine, theirs in (
            (self.stored.lengths, self.current.lengths),
            (self.stored.directions, self.current.directions),
        ):
            classes = mine[a, b]
            first, second = _equal_pairs(classes)
            image = np.where(is_mapped, theirs[ends], -1 - np.arange(len(a)))
            total += (image[:, first] == image[:, second]).sum(axis=1, dtype=np.float32) / np.float32(
                max(len(first), 1) ** 0.5
            )
        for on in self.stored.circles:
            image = images[:, on]
            members = np.take_along_axis(
                np.repeat(self.current.circles[:, None], len(images), 1), np.maximum(image, 0)[None], 2
            ) & (image >= 0)
            most = members.sum(axis=2).max(axis=0, initial=0)
            total += np.where(most > 2, most / on.sum(), 0.0).astype(np.float32) * 2
        return total


def _equal_pairs(classes: Ints) -> tuple[Ints, Ints]:
    """For each pair that isn't the first of its class: its number and that of the one before it."""
    order = np.argsort(classes, kind="stable")
    follows = np.nonzero(classes[order][1:] == classes[order][:-1])[0]
    return order[follows], order[follows + 1]


def _classes(size: int, classes: Sequence[int]) -> Ints:
    found = np.full((size, size), -1, dtype=np.int64)
    b, a = np.tril_indices(size, -1)
    found[a, b] = found[b, a] = classes
    return found


def _roles_in_goal(known: Known) -> Ints:
    """(n,): 0 for a point that the goal doesn't name; else what it is said to be there."""
    found = np.zeros(known.size, dtype=np.int64)
    for relation in known.goal:
        for side in relation.sides:
            for role, points in side:
                found[list(points)] += 1 + 10 * relation.kind[0] + 1000 * role[0]
    return found
