"""Best-first search over sets of auxiliary points.

A node is a set of points added to the statement. Expanding it tries its candidates, stage by stage; each becomes a
child, and what its trial brought ranks it (`solver.search.scores`). Where there is a prior (`solver.search.prior`), a
stage's likeliest candidates are tried first, in chunks of which each is as large as all before it: so the search comes
to the children of the likely ones before it has tried the unlikely. The cost of a node is that of its parent plus the
logarithm of its rank among its siblings, as in Levin tree search (Orseau, Lelis, Lattimore and Weber, "Single-agent
policy tree search with guarantees", NeurIPS 2018) with the probability 1 / rank: however scores are scaled, nothing is
excluded for ever, and a node's later stages wait their turn like a child of low rank.

Two orders of adding the same points are one node. The order of work does not depend on the number of threads.

What is proved with auxiliary points about the statement's own points holds without them. Such facts are absorbed into
the root after each chunk of its candidates; it stays as small as it was, and its candidates are tried anew, while the
children that wait keep their places: a point that has lost its news to the root may still be needed. The points that the
facts need come back into the proof in the end (AlphaGeometry2 shares facts between its search trees to the same effect: Chervonyi et al.,
"Gold-medalist performance in solving olympiad geometry with AlphaGeometry2", 2025).
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from solver._core import Node as CoreNode
from solver._core import PlaceSets
from solver.errors import DeadlineExceeded
from solver.search.budget import Budget, SearchReport
from solver.search.frontier import Children, Frontier, Rest, Task
from solver.search.node import Candidates, as_arrays
from solver.search.nodes import Nodes
from solver.search.prior import Prior
from solver.search.strategy import Strategy
from solver.search.symmetry import Path, Position, Symmetry

STAGES = 3
#: Cost of a stage over the node's own: of candidates with the newest point as a parent, and of the others.
DEPENDENT, INDEPENDENT = (0.0, 2.5, 4.5), (2.0, 4.0, 6.0)
#: At the root, where a candidate's proof is the shortest.
AT_ROOT = (0.0, 1.5, 3.0)
#: Candidates tried before the search looks again for the most promising work, where there is no prior.
CHUNK = 4096
#: The first chunk in the order of a prior: at the root, and at other nodes, which cost as much as many trials to make.
FIRST_AT_ROOT, FIRST = 16, 128
#: Proofs of one chunk that are offered to choose from.
MOST_FOUND = 12
#: Facts of deeper nodes are absorbed after this many times as many trials as a new beginning may repeat.
PATIENCE = 3


@dataclass(frozen=True)
class Found:
    """With these points the goal follows: those of `path`, and where they don't suffice those of the lemmas, too."""

    path: Path
    lemmas: tuple[Path, ...]


class Search:
    """A search from a saturated root; `report` is up to date whenever `found` yields or `observe` is called."""

    def __init__(
        self,
        root: CoreNode,
        strategy: Strategy,
        budget: Budget,
        *,
        prior: Prior | None = None,
        symmetry: Symmetry | None = None,
        threads: int = 1,
        observe: Callable[[SearchReport], None] = lambda report: None,
    ) -> None:
        self.root = root
        self.strategy = strategy
        self.prior = prior
        # What needs no images is slower to find with them: both are looked for, at the same cost.
        self._symmetries = (None,) if symmetry is None else (None, symmetry)
        self.budget = budget
        self.threads = threads
        self.observe = observe
        self.report = SearchReport(with_images=symmetry is not None)
        self._started = time.monotonic()
        self._queue = Frontier(budget.memory.waiting)
        self._nodes = Nodes(root, self._started + budget.seconds, budget.memory.at_hand)
        self._seen = PlaceSets(budget.memory.sets)
        self._news: list[tuple[int, Path]] = []
        self._lemmas: list[Path] = []
        # Places that there are, and those tried, in all beginnings.
        self._one_point, self._one_point_tried = (PlaceSets(budget.memory.sets) for _ in range(2))
        self._since = 0  # trials since the search began
        self._first_stage = 0  # of these, those of the root's first stage, without images

    def found(self, pause: float = math.inf) -> Iterator[tuple[Found, ...]]:
        """Sets of points with which the goal follows, a few at a time, in order of preference; until the budget ends.

        pause: seconds after which it yields nothing once, so that the caller can do something else in between.
        """
        self._begin()
        while self._queue and not self._is_spent():
            if time.monotonic() - self._started > pause:
                pause = math.inf
                yield ()
                continue
            cost, work = self._queue.pop()
            if isinstance(work, Children):
                self._open(cost, work)
                continue
            found: tuple[Path, ...] = ()
            with suppress(DeadlineExceeded):  # then the search is over: its budget is spent
                found = self._try(cost, work if isinstance(work, Rest) else self._begun(work))
            self.report.seconds = time.monotonic() - self._started
            self.report.dropped = self._queue.dropped
            self.observe(self.report)
            if found:
                yield tuple(Found(path, tuple(self._lemmas)) for path in found)
            elif self._is_time_to_absorb(work) and self._absorb():
                if self.root.is_proved:
                    yield (Found((), tuple(self._lemmas)),)
                    return
                self._begin()

    def _begin(self) -> None:
        """From the root, as it now is; what waits at other nodes goes on waiting."""
        self._queue.drop(lambda work: work.is_at_root)
        self._seen.clear()
        self._news.clear()
        self._since = 0
        self._first_stage = 0
        for symmetry in self._symmetries:
            for stage in range(STAGES):
                self._queue.push(AT_ROOT[stage], Task(Position(symmetry=symmetry), stage, False))

    def _is_time_to_absorb(self, done: Task | Rest) -> bool:
        return done.is_at_root or self._since > PATIENCE * self._first_stage

    def _absorb(self) -> bool:
        """Facts about the statement's points that trials have found go into the root; whether there were any."""
        any_news = False
        for _, path in self._best_news():
            if self.root.absorb(*as_arrays(path), self._left()) > 0:
                self._lemmas.append(path)
                self._nodes.clear()
                any_news = True
        self._news.clear()
        self.report.lemmas = len(self._lemmas)
        self.report.beginnings += any_news
        return any_news

    def _left(self) -> float:
        return self.budget.seconds - (time.monotonic() - self._started)

    def _is_spent(self) -> bool:
        closures = self.budget.closures
        return self._left() <= 0 or (closures is not None and self.report.closures >= closures)

    def _best_news(self) -> list[tuple[int, Path]]:
        return sorted(self._news, key=lambda item: -item[0])[: self.strategy.lemmas]

    def _open(self, cost: float, children: Children) -> None:
        """The best child left becomes a node, its stages tasks; the next one waits."""
        rank = children.rank
        if children.left > 1:
            self._queue.push(cost + math.log2((rank + 2) / (rank + 1)), children.after_first())
        position = children.first
        for stage in range(STAGES):
            self._queue.push(cost + DEPENDENT[stage], Task(position, stage, True))
            self._queue.push(cost + INDEPENDENT[stage], Task(position, stage, False))

    def _begun(self, task: Task) -> Rest:
        """All candidates of a stage. Raises DeadlineExceeded."""
        candidates = self._listed(task)
        if not task.position.path:
            self._one_point.add(NOWHERE, candidates.together().reshape(-1, 2), 1)
            self.report.one_point = len(self._one_point)
        return Rest(task, candidates, 0)

    def _listed(self, task: Task) -> Candidates:
        """The candidates of a stage in the order of the prior. Raises DeadlineExceeded."""
        at = task.position
        node = self._nodes.at(at.path)
        candidates = node.candidates(task.stage, node.size - at.newest if task.is_dependent else 0)
        if len(candidates) == 0:
            return candidates
        if self.prior is not None:
            candidates = candidates.chosen(np.argsort(-self.prior.scores(node, candidates), kind="stable"))
        return candidates if at.symmetry is None else node.with_images(candidates, at.symmetry)

    def _try(self, cost: float, rest: Rest) -> tuple[Path, ...]:
        """Try a chunk of candidates; the sets that prove the goal. What doesn't is ranked and waits.

        Raises DeadlineExceeded.
        """
        position, path, depth = rest.task.position, rest.task.position.path, rest.task.position.steps
        left = self._listed(rest.task).part(rest.tried, None) if rest.candidates is None else rest.candidates
        first = CHUNK if self.prior is None else FIRST if path else FIRST_AT_ROOT
        chunk = max(rest.tried, first)
        if chunk < len(left):
            later = Rest(rest.task, left.part(chunk, None), rest.tried + chunk)
            self._queue.push(cost + math.log2((later.tried + chunk) / later.tried), later)
        candidates = left.part(0, chunk)
        # Places that make a set of points that hasn't been tried, with other reasons or in another order.
        together = candidates.together()
        is_new = self._seen.add(_rounded(path), together.reshape(-1, 2), together.shape[1])
        candidates = candidates.chosen(is_new)
        if len(candidates) == 0:
            return ()
        node = self._nodes.at(path)
        trials = node.tried(candidates, self.threads, self._left())
        done = trials["done"] > 0
        candidates, trials = candidates.chosen(done), trials[done]
        self.report.closures += len(candidates)
        self._since += len(candidates)
        if rest.is_at_root and rest.task.stage == 0 and position.symmetry is None:
            self._first_stage += len(candidates)
        if depth == 0:
            before = len(self._one_point_tried)
            self._one_point_tried.add(NOWHERE, candidates.together().reshape(-1, 2), 1)
            self._count(depth, len(self._one_point_tried) - before)
        else:
            self._count(depth, len(candidates))
        proved = np.nonzero(trials["proved"])[0]
        if len(proved):
            order = proved[np.argsort(-candidates.reached[proved], kind="stable")]
            return tuple((*path, *candidates.step(i)) for i in _of_distinct_places(candidates, order))
        news = trials["statement_news"]
        best = np.argsort(-news, kind="stable")[: self.strategy.lemmas]
        self._news += [(int(news[i]), (*path, *candidates.step(int(i)))) for i in best if news[i] > 0]
        self._news = self._best_news()
        if depth + 1 < self.budget.depth:
            scores = self.strategy.scorer.scores(node, candidates, trials)
            order = np.argsort(-scores, kind="stable")
            # A child's first chunk is worth as much as the root's trials by then.
            wait = 1.0 if path or self.prior is None else 1.0 + math.log2(FIRST / FIRST_AT_ROOT)
            self._queue.push(cost + wait, Children(position, candidates.chosen(order)))
        return ()

    def _count(self, depth: int, sets: int) -> None:
        by_depth = self.report.by_depth
        by_depth.extend([0] * (depth + 1 - len(by_depth)))
        by_depth[depth] += sets


#: No points, as rows of places.
NOWHERE = np.zeros((0, 2), dtype=np.int64)


def _rounded(path: Path) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """The places of a path (n, 2), as in `Candidates.rounded`."""
    return np.array([p.spot for p in path], dtype=np.int64).reshape(-1, 2)


def _of_distinct_places(candidates: Candidates, order: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[int]:
    places: dict[int, int] = {}
    for i in order.tolist():
        places.setdefault(int(candidates.place[i]), i)
    return list(places.values())[:MOST_FOUND]
