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
the root, which stays as small as it was, and the search begins anew from there; the points that they need come back
into the proof in the end (AlphaGeometry2 shares facts between its search trees to the same effect: Chervonyi et al.,
"Gold-medalist performance in solving olympiad geometry with AlphaGeometry2", 2025).
"""

from __future__ import annotations

import heapq
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from solver._core import Node as CoreNode
from solver.search.node import DONE, PROVED, STATEMENT_NEWS, Candidates, Node, as_arrays
from solver.search.placement import Placement
from solver.search.prior import Prior
from solver.search.strategy import Strategy

STAGES = 3
#: Cost of a stage over the node's own: of candidates with the newest point as a parent, and of the others.
DEPENDENT, INDEPENDENT = (0.0, 2.5, 4.5), (2.0, 4.0, 6.0)
#: At the root, where a candidate's proof is the shortest.
AT_ROOT = (0.0, 1.5, 3.0)
#: Candidates tried before the search looks again for the most promising work, where there is no prior.
CHUNK = 4096
#: The first chunk in the order of a prior: at the root, and at other nodes, which cost as much as many trials to make.
FIRST_AT_ROOT, FIRST = 16, 128
#: Nodes that are kept at hand, not made anew.
MOST_NODES = 64
#: Proofs of one chunk that are offered to choose from.
MOST_FOUND = 12
#: Facts of deeper nodes are absorbed after so many times the trials that a new beginning repeats.
PATIENCE = 3

_Spots = frozenset[tuple[int, int]]
Path = tuple[Placement, ...]


@dataclass(frozen=True)
class Budget:
    """seconds: wall clock. depth: most auxiliary points. closures: trials at most (None: any number)."""

    seconds: float
    depth: int = 4
    closures: int | None = None


@dataclass
class SearchReport:
    """What was tried. by_depth[d]: sets of d + 1 points tried.

    one_point: places of one-point constructions there are (of the stages begun). lemmas: sets of points whose facts about the
    statement were absorbed. beginnings: how often the search began.
    """

    closures: int = 0
    seconds: float = 0.0
    by_depth: list[int] = field(default_factory=list)
    one_point: int = 0
    lemmas: int = 0
    beginnings: int = 1

    @property
    def rate(self) -> float:
        """Closures per second."""
        return self.closures / self.seconds if self.seconds else 0.0

    def in_words(self) -> str:
        """What exactly has been tried without success."""
        if not self.by_depth:
            return "no construction was tried"
        words = [f"{self.by_depth[0]:,} of {self.one_point:,} one-point constructions"]
        words += [f"{n:,} with {d} points" for d, n in enumerate(self.by_depth[1:], start=2) if n]
        lemmas = f"absorbed {self.lemmas} lemmas, " if self.lemmas else ""
        return f"{lemmas}tried {', '.join(words)} at {self.rate:,.0f} closures/s"


@dataclass(frozen=True)
class Found:
    """With these points the goal follows: those of `path`, and where they don't suffice those of the lemmas, too."""

    path: Path
    lemmas: tuple[Path, ...]


@dataclass(frozen=True)
class _Task:
    """Try the candidates of a stage: those that have the newest point as a parent, or all."""

    path: Path
    stage: int
    is_dependent: bool


@dataclass(frozen=True)
class _Rest:
    """What a task has not yet tried, in order; tried: how many were before."""

    task: _Task
    candidates: Candidates
    tried: int


@dataclass(frozen=True)
class _Children:
    """Candidates in order of their scores; the next one to expand is number `rank`."""

    path: Path
    candidates: Candidates
    rank: int = 0


class Search:
    """A search from a saturated root; `report` is up to date whenever `found` yields or `observe` is called."""

    def __init__(
        self,
        root: CoreNode,
        strategy: Strategy,
        budget: Budget,
        *,
        prior: Prior | None = None,
        threads: int = 1,
        observe: Callable[[SearchReport], None] = lambda report: None,
    ) -> None:
        self.root = root
        self.strategy = strategy
        self.prior = prior
        self.budget = budget
        self.threads = threads
        self.observe = observe
        self.report = SearchReport()
        self._started = time.monotonic()
        self._queue: list[tuple[float, int, _Task | _Rest | _Children]] = []
        self._pushed = 0
        self._seen: set[_Spots] = set()
        self._news: list[tuple[int, Path]] = []
        self._lemmas: list[Path] = []
        self._one_point: set[tuple[int, int]] = set()  # places that there are, and those tried, in all beginnings
        self._one_point_tried: set[tuple[int, int]] = set()
        self._since = 0  # trials since the search began
        self._first_stage = 0  # of these, those of the root's first stage
        self._nodes: dict[Path, Node] = {}  # those last used, the latest at the end
        self._has_absorbed = False  # since the search began

    def found(self) -> Iterator[tuple[Found, ...]]:
        """Sets of points with which the goal follows, a few at a time, in order of preference; until the budget ends."""
        self._begin()
        while self._queue and not self._is_spent():
            cost, _, work = heapq.heappop(self._queue)
            if isinstance(work, _Children):
                self._open(cost, work)
                continue
            found = self._begin_stage(cost, work) if isinstance(work, _Task) else self._try(cost, work)
            self.report.seconds = time.monotonic() - self._started
            self.observe(self.report)
            if found:
                yield tuple(Found(path, tuple(self._lemmas)) for path in found)
            elif self._is_time_to_absorb() and self._absorb():
                if self.root.is_proved:
                    yield (Found((), tuple(self._lemmas)),)
                    return
                self._begin()

    def _begin(self) -> None:
        """From the root, as it now is."""
        self._queue.clear()
        self._seen.clear()
        self._news.clear()
        self._since = 0
        self._first_stage = 0
        self._has_absorbed = False
        for stage in range(STAGES):
            self._push(AT_ROOT[stage], _Task((), stage, False))

    def _is_time_to_absorb(self) -> bool:
        is_first_stage_over = not any(
            isinstance(w, _Rest) and not w.task.path and w.task.stage == 0 for _, _, w in self._queue
        )
        return is_first_stage_over and (not self._has_absorbed or self._since > PATIENCE * self._first_stage)

    def _absorb(self) -> bool:
        """Facts about the statement's points that trials have found go into the root; whether there were any."""
        any_news = False
        self._has_absorbed = True
        for _, path in sorted(self._news, key=lambda item: -item[0])[: self.strategy.lemmas]:
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

    def _push(self, cost: float, work: _Task | _Rest | _Children) -> None:
        heapq.heappush(self._queue, (cost, self._pushed, work))
        self._pushed += 1

    def _open(self, cost: float, children: _Children) -> None:
        """The best child left becomes a node, its stages tasks; the next one waits."""
        rank, candidates = children.rank, children.candidates
        if rank + 1 < len(candidates):
            self._push(cost + math.log2((rank + 2) / (rank + 1)), _Children(children.path, candidates, rank + 1))
        path = (*children.path, candidates.placement(rank))
        for stage in range(STAGES):
            self._push(cost + DEPENDENT[stage], _Task(path, stage, True))
            self._push(cost + INDEPENDENT[stage], _Task(path, stage, False))

    def _begin_stage(self, cost: float, task: _Task) -> tuple[Path, ...]:
        """Try the first candidates of a stage."""
        node = self._node(task.path)
        candidates = node.candidates(task.stage, node.size - 1 if task.is_dependent else 0)
        if not task.path:
            self._one_point.update(candidates.spots())
            self.report.one_point = len(self._one_point)
        if self.prior is not None and len(candidates):
            candidates = candidates.chosen(np.argsort(-self.prior.scores(node, candidates), kind="stable"))
        return self._try(cost, _Rest(task, candidates, 0))

    def _try(self, cost: float, rest: _Rest) -> tuple[Path, ...]:
        """Try a chunk of candidates; the sets that prove the goal. What doesn't is ranked and waits."""
        path, depth = rest.task.path, len(rest.task.path)
        first = CHUNK if self.prior is None else FIRST if path else FIRST_AT_ROOT
        chunk = max(rest.tried, first)
        if chunk < len(rest.candidates):
            after = np.arange(chunk, len(rest.candidates))
            later = _Rest(rest.task, rest.candidates.chosen(after), rest.tried + chunk)
            self._push(cost + math.log2((later.tried + chunk) / later.tried), later)
        now = np.flatnonzero(self._unseen(path, rest.candidates.spots()[:chunk]))
        candidates = rest.candidates.chosen(now)
        if len(candidates) == 0:
            return ()
        node = self._node(path)
        trials = node.tried(candidates, self.threads, self._left())
        done = trials[:, DONE] > 0
        candidates, trials = candidates.chosen(done), trials[done]
        self.report.closures += len(candidates)
        self._since += len(candidates)
        if depth == 0 and rest.task.stage == 0:
            self._first_stage += len(candidates)
        if depth == 0:
            before = len(self._one_point_tried)
            self._one_point_tried.update(candidates.spots())
            self._count(depth, len(self._one_point_tried) - before)
        else:
            self._count(depth, len(candidates))
        proved = np.nonzero(trials[:, PROVED])[0]
        if len(proved):
            order = proved[np.argsort(-candidates.reached[proved], kind="stable")]
            return tuple((*path, candidates.placement(i)) for i in _of_distinct_places(candidates, order))
        news = trials[:, STATEMENT_NEWS]
        best = np.argsort(-news, kind="stable")[: self.strategy.lemmas]
        self._news += [(int(news[i]), (*path, candidates.placement(int(i)))) for i in best if news[i] > 0]
        if depth + 1 < self.budget.depth:
            scores = self.strategy.scorer.scores(node, candidates, trials)
            order = np.argsort(-scores, kind="stable")
            # A child's first chunk is worth as much as the root's trials by then.
            wait = 1.0 if path or self.prior is None else 1.0 + math.log2(FIRST / FIRST_AT_ROOT)
            self._push(cost + wait, _Children(path, candidates.chosen(order)))
        return ()

    def _node(self, path: Path) -> Node:
        node = self._nodes.pop(path, None) or Node(self.root, path, self._left())
        self._nodes[path] = node
        if len(self._nodes) > MOST_NODES:
            del self._nodes[next(iter(self._nodes))]
        return node

    def _unseen(self, path: Path, spots: Sequence[tuple[int, int]]) -> list[bool]:
        """Which places make a set of points that hasn't been tried, with other reasons or in another order."""
        here = frozenset(p.spot for p in path)
        keys = [here | {spot} for spot in spots]
        fresh = [len(key) > len(here) and key not in self._seen for key in keys]
        self._seen.update(key for key, is_fresh in zip(keys, fresh, strict=True) if is_fresh)
        return fresh

    def _count(self, depth: int, sets: int) -> None:
        by_depth = self.report.by_depth
        by_depth.extend([0] * (depth + 1 - len(by_depth)))
        by_depth[depth] += sets


def _of_distinct_places(candidates: Candidates, order: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[int]:
    places: dict[int, int] = {}
    for i in order.tolist():
        places.setdefault(int(candidates.rows[i, 8]), i)
    return list(places.values())[:MOST_FOUND]
