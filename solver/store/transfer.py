"""A stored figure laid onto another: which point plays the part of which.

The best maps are looked for by a beam search, a point at a time: a map gains where two points are related as their
images are (on one line, on one circle, named together by the goal) and where neighborhoods have the same colors. All
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

from solver.records.likeness import Likeness
from solver.search.placement import Locus
from solver.store.layout import Layout, pair_ends

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: Partial maps that are kept at each step.
WIDTH = 24
#: Rounds of colors that are compared, and what an equal color of each is worth.
COLORS = (0.0, 0.5, 1.0, 1.5)
#: What two points have in common, and what it is worth that their images have it as well: the line through them is one
#: of three points or more, its direction has a right angle or a parallel, their distance occurs again, circles through
#: both, one is the center of a circle through the other, the goal names them together, a premise does.
RELATIONS = (1.0, 0.7, 0.7, 1.0, 1.0, 2.0, 0.7)
#: The goal says the same of both points; half of that is lost where it names only one of them.
IN_GOAL = 2.0
#: A circle of the stored figure is one of the other's, by as many of its points.
ON_CIRCLE = 2.0
#: What is lost, of a relation, where only one of two has it.
MISSING = 0.4


class Sketch:
    """What is compared of a figure. colors (rounds, n): of its points. relations (n, n, 7): of pairs of points, in small numbers;
    0: none."""

    def __init__(self, known: Layout, likeness: Likeness) -> None:
        self.known = known
        n = known.size
        self.colors = likeness.point_colors(2 * (len(COLORS) - 1))[::2]
        self.goal = _roles_in_goal(known)
        self.relations = np.zeros((n, n, len(RELATIONS)), dtype=np.int16)
        ends = pair_ends(n)
        right = {d for pair in known.right for d in pair}
        for direction, lines in known.lines.items():
            for line in lines:
                on = sorted(line)
                self.relations[np.ix_(on, on, [0])] = len(line) > 2
                self.relations[np.ix_(on, on, [1])] = (direction in right) + 2 * (len(lines) > 1)
        counts = np.bincount(known.lengths, minlength=1)
        for (a, b), length in zip(ends, known.lengths, strict=True):
            self.relations[a, b, 2] = self.relations[b, a, 2] = counts[length] > 1
        circles = known.circles_and_centers
        for center, circle in circles:
            on = sorted(circle)
            self.relations[np.ix_(on, on, [3])] += 1
            if center >= 0:
                self.relations[center, on, 4] = 1
                self.relations[on, center, 4] = 2
        for column, said in ((5, known.goal), (6, known.premises)):
            for relation in said:
                for side in relation.sides:
                    for _, points in side:
                        if len(points) == 2:
                            a, b = points
                            self.relations[a, b, column] = self.relations[b, a, column] = 1 + relation.kind[0]
        self.relations[np.arange(n), np.arange(n)] = 0
        self.directions, self.lengths = (_classes(n, c) for c in (known.directions, known.lengths))
        self.circles = np.zeros((len(circles), n), dtype=np.float32)
        for row, (_, circle) in zip(self.circles, circles, strict=True):
            row[list(circle)] = 1
        second, first = np.tril_indices(n, -1)
        self.ends = first, second

    @cached_property
    def perfect(self) -> float:
        """What mapping the figure to itself is worth."""
        related = self.relations > 0
        by_points = sum(COLORS) * len(related) + IN_GOAL * int((self.goal > 0).sum())
        by_pairs = float((np.triu(related.transpose(2, 0, 1)).sum(axis=(1, 2)) * np.array(RELATIONS)).sum())
        by_classes = float(_of_classes(self, self, np.arange(len(related))[None])[0])
        return max(by_points + by_pairs + by_classes, 1.0)


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
    scores = scores + _of_classes(stored, current, images)
    perfect = stored.perfect
    order = np.argsort(-scores, kind="stable")
    return [Mapping(tuple(images[i].tolist()), float(scores[i]) / perfect) for i in order.tolist() if scores[i] > 0]


class _Table:
    """points (n, m): what it is worth to map a point to one; pairs (n, n, m, m): two points to two."""

    def __init__(self, stored: Sketch, current: Sketch) -> None:
        self.stored, self.current = stored, current
        same = stored.colors[:, :, None] == current.colors[:, None, :]
        self.points: Floats = np.tensordot(np.array(COLORS, dtype=np.float32), same.astype(np.float32), 1)
        goal = (stored.goal[:, None] == current.goal[None, :]) & (stored.goal[:, None] > 0)
        self.points += IN_GOAL * goal - IN_GOAL / 2 * ((stored.goal[:, None] > 0) != (current.goal[None, :] > 0))
        self.pairs = self._pairs()

    def _pairs(self) -> Floats:
        """By what two points have in common, of which there are few different things."""
        mine, of_mine = _distinct(self.stored.relations)
        theirs, of_theirs = _distinct(self.current.relations)
        a, b = mine[:, None], theirs[None]
        worth = np.array(RELATIONS)
        gain = (((a == b) & (a > 0)) - MISSING * ((a > 0) != (b > 0))) @ worth
        found: Floats = gain.astype(np.float32)[of_mine[:, :, None, None], of_theirs[None, None]]
        return found

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


def _of_classes(stored: Sketch, current: Sketch, images: Ints) -> Floats:
    """What the equal segments, parallels and circles are worth that the images have as well; (k,)."""
    a, b = stored.ends
    ends = images[:, a], images[:, b]
    is_mapped = (ends[0] >= 0) & (ends[1] >= 0)
    total = np.zeros(len(images), dtype=np.float32)
    for classes, others in ((stored.lengths, current.lengths), (stored.directions, current.directions)):
        first, second = _equal_pairs(classes[a, b])
        image = np.where(is_mapped, others[ends], -1 - np.arange(len(a)))
        kept = (image[:, first] == image[:, second]).sum(axis=1, dtype=np.float32)
        total += kept / np.float32(max(len(first), 1) ** 0.5)
    if len(stored.circles) and len(current.circles):
        # (k, stored circles, current circles): how many points of the one go to points of the other.
        on = np.where(images[:, :, None] >= 0, current.circles.T[np.maximum(images, 0)], 0)
        shared = np.einsum("cn,knd->kcd", stored.circles, on).max(axis=2)
        kept = np.where(shared > 2, shared, 0) / stored.circles.sum(axis=1)
        total += ON_CIRCLE * kept.sum(axis=1, dtype=np.float32)
    return total


def _distinct(relations: NDArray[np.int16]) -> tuple[NDArray[np.int16], Ints]:
    """The different rows of relations (n, n, r), and for each pair of points the number of its own."""
    n = len(relations)
    rows, which = np.unique(relations.reshape(n * n, -1), axis=0, return_inverse=True)
    return rows, which.reshape(n, n)


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


def _roles_in_goal(known: Layout) -> Ints:
    """(n,): 0 for a point that the goal doesn't name; else what it is said to be there."""
    found = np.zeros(known.size, dtype=np.int64)
    for relation in known.goal:
        for side in relation.sides:
            for role, points in side:
                found[list(points)] += 1 + 10 * relation.kind[0] + 1000 * role[0]
    return found
