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


#: What the image of a candidate is: the candidate itself, another point, or there is none (solver/core/search/image.hpp).
ITSELF, ANOTHER, NO_IMAGE = range(3)


@dataclass(frozen=True)
class Images:
    """The images of candidates under a symmetry. kinds (n,): ITSELF, ANOTHER or NO_IMAGE. rows, places: as those of
    candidates; where there is no other point, the candidate's own."""

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
        """What trying one adds: its point, and the image of it if that is another one."""
        if self.images is None or self.images.kinds[i] != ANOTHER:
            return (self.placement(i),)
        return self.placement(i), read_placement(self.images.rows[i], self.images.places[i])

    @property
    def is_pair(self) -> NDArray[np.bool_]:
        """(n,): whether an image comes with it."""
        return np.zeros(len(self), dtype=bool) if self.images is None else self.images.kinds == ANOTHER

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
        return rounded(self.places)

    def beside(self) -> NDArray[np.int64]:
        """The places (n, 2) of what comes with them; where nothing does, their own."""
        return rounded(self.places if self.images is None else self.images.places)

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
        return self.core.evaluate_with_images(rows, places, images.rows, images.places, images.kinds, threads, seconds)

    def with_images(self, candidates: Candidates, symmetry: Symmetry) -> Candidates:
        """With their images under a symmetry of the node's points. Of a point and its image, both of which are candidates, the
        one that comes first stays."""
        rows, places, kinds = self.core.images(candidates.rows, candidates.places, symmetry.image, symmetry.reverses)
        both = Candidates(candidates.rows, candidates.places, Images(rows, places, kinds.ravel()))
        spots, beside = (_codes(some) for some in (both.rounded(), both.beside()))
        pairs = np.stack([np.minimum(spots, beside), np.maximum(spots, beside)], axis=1)
        _, first, group = np.unique(pairs, axis=0, return_index=True, return_inverse=True)
        return both.chosen(spots == spots[first[group.ravel()]])


def rounded(places: Floats) -> NDArray[np.int64]:
    """Places (n, 2) in the reference diagram, to a millionth of the figure's size."""
    return np.round(places[:, :2] * 1e6).astype(np.int64)


def _codes(spots: NDArray[np.int64]) -> NDArray[np.int64]:
    """A number (n,) for each place."""
    return spots[:, 0] * (1 << 31) + spots[:, 1]


def as_arrays(placements: Sequence[Placement]) -> tuple[Rows, Floats]:
    """Rows and coordinates, as the core takes them."""
    rows = np.array([p.row() for p in placements], dtype=CANDIDATE)
    return rows, np.array([p.place for p in placements], dtype=np.float64)
