"""A node of the search as the core sees it: its candidates, and what trying each of them brings."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver._core import CANDIDATE
from solver._core import Node as CoreNode
from solver.errors import DeadlineExceeded
from solver.search.placement import Placement, read_placement
from solver.search.symmetry import Symmetry

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
#: Rows with named fields, of the types that the core gives (solver/core/binding/rows.hpp).
Rows = NDArray[np.void]


#: What the images of a candidate are: the candidate itself, other points, or there are none (solver/core/search/image.hpp).
ITSELF, OTHERS, NO_IMAGE = range(3)


@dataclass(frozen=True)
class Images:
    """The images of candidates under a symmetry of order k + 1. kinds (n,): ITSELF, OTHERS or NO_IMAGE. rows (n, k), places
    (n, k, 2·diagrams): as those of candidates; where there are no others, the candidate's own."""

    rows: Rows
    places: Floats
    kinds: NDArray[np.uint8]

    def chosen(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> Images:
        return Images(self.rows[which], self.places[which], self.kinds[which])

    def part(self, begin: int, end: int | None) -> Images:
        return Images(self.rows[begin:end].copy(), self.places[begin:end].copy(), self.kinds[begin:end].copy())

    @property
    def nbytes(self) -> int:
        return self.rows.nbytes + self.places.nbytes + self.kinds.nbytes


@dataclass(frozen=True)
class Candidates:
    """rows (n,): of type `_core.CANDIDATE`: the two loci, the number of the place, the stage, how often the place is reached.

    places (n, 2·diagrams): coordinates in the core's frame. images: what comes with each, where there is a symmetry.
    """

    rows: Rows
    places: Floats
    images: Images | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def chosen(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> Candidates:
        images = None if self.images is None else self.images.chosen(which)
        return Candidates(self.rows[which], self.places[which], images)

    def part(self, begin: int, end: int | None) -> Candidates:
        """A copy of some that follow each other: a view would keep all of them in memory."""
        images = None if self.images is None else self.images.part(begin, end)
        return Candidates(self.rows[begin:end].copy(), self.places[begin:end].copy(), images)

    @property
    def nbytes(self) -> int:
        return self.rows.nbytes + self.places.nbytes + (0 if self.images is None else self.images.nbytes)

    def step(self, i: int) -> tuple[Placement, ...]:
        """What trying one adds: its point, and its images where they are others."""
        own = self.placement(i)
        if self.images is None or self.images.kinds[i] != OTHERS:
            return (own,)
        images = zip(self.images.rows[i], self.images.places[i], strict=True)
        return own, *(read_placement(row, place) for row, place in images)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """(n,): how many points trying each adds."""
        if self.images is None:
            return np.ones(len(self), dtype=np.int64)
        return np.where(self.images.kinds == OTHERS, 1 + self.images.rows.shape[1], 1)

    def placement(self, i: int) -> Placement:
        return read_placement(self.rows[i], self.places[i])

    @property
    def reached(self) -> Ints:
        return self.rows["reached"]

    @property
    def place(self) -> Ints:
        """The number of each one's place: candidates of one place have the same."""
        return self.rows["place"]

    @property
    def stage(self) -> Ints:
        return self.rows["stage"]

    def loci(self) -> tuple[Rows, Rows]:
        """The two loci of each, of type `_core.LOCUS`."""
        return self.rows["first"], self.rows["second"]

    def rounded(self) -> NDArray[np.int64]:
        """The places (n, 2) in the reference diagram, as in `Placement.spot`."""
        return _rounded(self.places)

    def together(self) -> NDArray[np.int64]:
        """The places (n, k, 2) of each and what comes with it, its own where nothing does."""
        own = self.rounded()[:, None]
        return own if self.images is None else np.concatenate([own, _rounded(self.images.places)], axis=1)

    def spots(self) -> list[tuple[int, int]]:
        return [(x, y) for x, y in self.rounded().tolist()]


class Node:
    """A closed state with `added` auxiliary points, whose candidates can be tried. Made from the root's core node.

    seconds: for all that is done at the node; deadline: on time.monotonic().
    """

    def __init__(self, root: CoreNode, added: Sequence[Placement], seconds: float) -> None:
        self.added = tuple(added)
        self.deadline = time.monotonic() + seconds
        self.core = root.extended(*as_arrays(added), seconds) if added else root

    @property
    def is_proved(self) -> bool:
        """Whether the goal is known without another point."""
        return self.core.is_proved

    @property
    def size(self) -> int:
        """How many points, auxiliary ones included."""
        return self.core.size

    def candidates(self, stage: int, fresh_from: int = 0) -> Candidates:
        """Those of a stage (see solver/core/search/candidates.hpp), all or those with a parent of number ≥ fresh_from.

        Raises DeadlineExceeded.
        """
        found = self.core.candidates(stage, fresh_from, self._left())
        if found is None:
            raise DeadlineExceeded("timeout: the time limit ran out while auxiliary points were listed")
        return Candidates(*found)

    def hints(self, places: Floats) -> NDArray[np.float32]:
        """Rows (n, 10) of how places lie in the figure (see solver/core/search/view.hpp). Raises DeadlineExceeded."""
        found = self.core.hints(np.ascontiguousarray(places), self._left())
        if found is None:
            raise DeadlineExceeded("timeout: the time limit ran out while auxiliary points were looked at")
        return found

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def tried(self, candidates: Candidates, threads: int, seconds: float) -> Rows:
        """What trying them, with their images, brought (n,), of type `_core.TRIAL`.

        done: time didn't run out first. proved: the goal. news: independent facts about older points, by theory;
        statement_news: those about the statement's own points. relations: numeric ones through the new point, of five kinds.
        facts: entries of the journal.
        """
        rows, places, images = candidates.rows, candidates.places, candidates.images
        if images is None:
            return self.core.evaluate(rows, places, threads, seconds)
        flat = images.places.reshape(-1, places.shape[1])
        return self.core.evaluate_with_images(rows, places, images.rows.ravel(), flat, images.kinds, threads, seconds)

    def with_images(self, candidates: Candidates, symmetry: Symmetry) -> Candidates:
        """With their images under a symmetry of the node's points. Of a point and its images, where several are candidates, the
        one that comes first stays."""
        n, k = len(candidates), symmetry.order - 1
        rows, places, kinds = self.core.images(
            candidates.rows, candidates.places, symmetry.image, symmetry.order, symmetry.reverses
        )
        images = Images(rows.reshape(n, k), places.reshape(n, k, -1), kinds.ravel())
        together = Candidates(candidates.rows, candidates.places, images)
        codes = _codes(together.together())
        _, first, group = np.unique(np.sort(codes, axis=1), axis=0, return_index=True, return_inverse=True)
        return together.chosen(codes[:, 0] == codes[first[group.ravel()], 0])


def _rounded(places: Floats) -> NDArray[np.int64]:
    """Places (…, 2) in the reference diagram, to a millionth of the figure's size."""
    return np.round(places[..., :2] * 1e6).astype(np.int64)


def _codes(spots: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number for each place (…, 2)."""
    return spots[..., 0] * (1 << 31) + spots[..., 1]


def as_arrays(placements: Sequence[Placement]) -> tuple[Rows, Floats]:
    """Rows and coordinates, as the core takes them."""
    rows = np.array([p.row() for p in placements], dtype=CANDIDATE)
    return rows, np.array([p.place for p in placements], dtype=np.float64)
