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

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]
#: Rows with named fields, of the types that the core gives (solver/core/binding/rows.hpp).
Rows = NDArray[np.void]


@dataclass(frozen=True)
class Candidates:
    """rows (n,): of type `_core.CANDIDATE`: the two loci, the number of the place, the stage, how often the place is reached.

    places (n, 2·diagrams): coordinates in the core's frame.
    """

    rows: Rows
    places: Floats

    def __len__(self) -> int:
        return len(self.rows)

    def chosen(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> Candidates:
        return Candidates(self.rows[which], self.places[which])

    def part(self, begin: int, end: int | None) -> Candidates:
        """A copy of some that follow each other: a view would keep all of them in memory."""
        return Candidates(self.rows[begin:end].copy(), self.places[begin:end].copy())

    @property
    def nbytes(self) -> int:
        return self.rows.nbytes + self.places.nbytes

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
        return np.round(self.places[:, :2] * 1e6).astype(np.int64)

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
        """What trying them brought (n,), of type `_core.TRIAL`.

        done: time didn't run out first. proved: the goal. news: independent facts about older points, by theory;
        statement_news: those about the statement's own points. relations: numeric ones through the new point, of five kinds.
        facts: entries of the journal.
        """
        return self.core.evaluate(candidates.rows, candidates.places, threads, seconds)


def as_arrays(placements: Sequence[Placement]) -> tuple[Rows, Floats]:
    """Rows and coordinates, as the core takes them."""
    rows = np.array([p.row() for p in placements], dtype=CANDIDATE)
    return rows, np.array([p.place for p in placements], dtype=np.float64)
