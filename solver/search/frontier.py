"""The search's work in order of cost, in bounded memory.

What waits holds candidates: a thousand nodes of a large figure leave millions of them. Where they take more than they
may, the work of the highest cost, which comes last, becomes lighter: candidates that can be listed again are forgotten,
and of children that have been tried and ranked the last half is left out. That depends on the work alone, not on the
time, and what is left keeps its place.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace

from solver.search.node import NO_IMAGE, Candidates
from solver.search.symmetry import Position


@dataclass(frozen=True)
class Task:
    """Try the candidates of a stage: those that have one of the newest points as a parent, or all."""

    position: Position
    stage: int
    is_dependent: bool

    @property
    def is_at_root(self) -> bool:
        return not self.position.path

    @property
    def held(self) -> int:
        """Bytes."""
        return 0

    def lighter(self) -> Task:
        return self


@dataclass(frozen=True)
class Rest:
    """What a task has not yet tried, in order; tried: how many were before. candidates: None where they are to be listed
    again."""

    task: Task
    candidates: Candidates | None
    tried: int

    @property
    def is_at_root(self) -> bool:
        return self.task.is_at_root

    @property
    def held(self) -> int:
        return 0 if self.candidates is None else self.candidates.nbytes

    def lighter(self) -> Rest:
        return replace(self, candidates=None)


@dataclass(frozen=True)
class Children:
    """Candidates in order of their scores, the best of them already expanded: the first that is left has this rank."""

    position: Position
    candidates: Candidates
    rank: int = 0
    begin: int = 0  # of those left, in `candidates`

    @property
    def is_at_root(self) -> bool:
        """They are nodes of their own."""
        return False

    @property
    def left(self) -> int:
        return len(self.candidates) - self.begin

    @property
    def first(self) -> Position:
        """Where its first child is."""
        step = self.candidates.step(self.begin)
        images, symmetry = self.candidates.images, self.position.symmetry
        if images is not None and symmetry is not None:
            symmetry = None if images.kinds[self.begin] == NO_IMAGE else symmetry.with_points(len(step))
        return Position((*self.position.path, *step), self.position.steps + 1, len(step), symmetry)

    def after_first(self) -> Children:
        return replace(self, rank=self.rank + 1, begin=self.begin + 1)

    @property
    def held(self) -> int:
        return self.candidates.nbytes

    def lighter(self) -> Children:
        """The better half of those that are left."""
        end = self.begin + (self.left + 1) // 2
        return replace(self, candidates=self.candidates.part(self.begin, end), begin=0)


Work = Task | Rest | Children


class Frontier:
    """A queue of work, the cheapest first, and among the equally cheap the earliest.

    most: bytes that its work may hold. dropped: children left out for want of memory.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0
        self.dropped = 0
        self._heap: list[tuple[float, int, Work]] = []
        self._pushed = 0

    def __len__(self) -> int:
        return len(self._heap)

    def push(self, cost: float, work: Work) -> None:
        heapq.heappush(self._heap, (cost, self._pushed, work))
        self._pushed += 1
        self.held += work.held
        if self.held > self.most:
            self._shed()

    def pop(self) -> tuple[float, Work]:
        cost, _, work = heapq.heappop(self._heap)
        self.held -= work.held
        return cost, work

    def drop(self, is_over: Callable[[Work], bool]) -> None:
        """Leave out the work of which that is so; the rest keeps its order."""
        self._heap = [entry for entry in self._heap if not is_over(entry[2])]
        heapq.heapify(self._heap)
        self.held = sum(work.held for _, _, work in self._heap)

    def _shed(self) -> None:
        """Make the last work lighter until half of the memory is free again."""
        last_first = sorted(range(len(self._heap)), key=lambda i: self._heap[i][:2], reverse=True)
        any_is_lighter = True
        while any_is_lighter and self.held > self.most // 2:
            any_is_lighter = False
            for i in last_first:
                if self.held <= self.most // 2:
                    return
                cost, number, work = self._heap[i]
                lighter = work.lighter()
                if lighter.held == work.held:
                    continue
                any_is_lighter = True
                if isinstance(work, Children) and isinstance(lighter, Children):
                    self.dropped += work.left - lighter.left
                self.held -= work.held - lighter.held
                self._heap[i] = (cost, number, lighter)
