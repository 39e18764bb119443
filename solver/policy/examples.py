"""Records as training examples: each node on the way to the proof, with the candidates that lead on.

A node's candidates are those of its stages up to the first one in which a needed point is found, as the search meets
them; of the others a sample is kept. Points that are needed are told by their places: another construction of one does
as well.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from solver.deduction.closure import Outcome
from solver.diagram.truth import answer
from solver.knowledge.library import run_by_default
from solver.language.orientation import oriented
from solver.pipeline import Drawing
from solver.policy.choices import Choices, choices_of
from solver.policy.graph import Graph, Ints, Stated, graph_of
from solver.records.record import Record
from solver.runtime.executors import Executor, in_order
from solver.search.node import Candidates, Node
from solver.search.tree import STAGES

#: Seconds for one closure.
SECONDS = 10.0
#: Places nearer than this in the core's frame are one (spots are rounded to 1e-6).
SAME_PLACE = 2e-6
#: Records that a worker takes at a time.
CHUNK = 16


@dataclass(frozen=True)
class Opened:
    """A node on the way to a proof. candidates: those of the stages up to the first with a positive one. positive (c,):
    whether a candidate's place is needed, or does instead."""

    node: Node
    stated: Stated
    candidates: Candidates
    positive: NDArray[np.bool_]

    @property
    def bits(self) -> float:
        """log2 of how many candidates there are for each positive one."""
        return math.log2(len(self.positive) / max(int(self.positive.sum()), 1))

    def seen(self, chosen: Candidates) -> tuple[Graph, Choices]:
        """What the network sees of the node and of some of its candidates."""
        graph = graph_of(self.node.core, self.stated, len(self.node.added))
        return graph, choices_of(self.node, graph, chosen)


@dataclass(frozen=True)
class Example:
    """What the network sees and what it should say.

    kinds (v,), edges (e, 3), goal: the graph. loci (m, 7), pairs (c, 2), hints (c, 14), places (c,): the candidates, their
    places by number. positive (c,). spare: log of how many negative candidates there are for each one kept. bits: left from
    here to the proof.
    """

    kinds: NDArray[np.uint8]
    edges: NDArray[np.int16]
    goal: int
    loci: NDArray[np.int16]
    pairs: NDArray[np.int16]
    hints: NDArray[np.float16]
    places: NDArray[np.int32]
    positive: NDArray[np.bool_]
    spare: float
    bits: float


def opened(record: Record) -> Iterator[Opened]:
    """The nodes of a record on the way to its proof, while there is a way from each."""
    diagrams = record.diagrams()
    problem = oriented(record.problem(), diagrams[0].places())
    goal = answer(problem.goal, diagrams) if problem.goal.predicate.is_question else problem.goal
    if goal is None:
        return
    room = len(record.added) + 1
    closure = Drawing(problem, diagrams, goal, run_by_default()).closed(SECONDS, room)
    if closure.outcome is not Outcome.SATURATED:
        return
    root, stated = closure.root(goal), Stated.of(problem, goal)
    for depth in range(len(record.added)):
        node = Node(root, record.added[:depth], SECONDS)
        if node.is_proved:
            return
        size = node.size
        wanted = [p.place for p in record.added[depth:] if all(q < size for q in p.parents)]
        if len(record.added) == 1:
            wanted += [p.place for p in record.alternatives]
        found = _first_stages(node, np.array(wanted)[:, :2])
        if found is None:
            return
        yield Opened(node, stated, *found)


def _first_stages(node: Node, wanted: NDArray[np.float64]) -> tuple[Candidates, NDArray[np.bool_]] | None:
    """The candidates of the stages up to the first with a wanted place, and which of them are such."""
    of_stages: list[Candidates] = []
    for stage in range(STAGES):
        of_stages.append(node.candidates(stage))
        if _is_at(of_stages[-1], wanted).any():
            together = Candidates(
                np.concatenate([c.rows for c in of_stages]),
                np.concatenate([c.places for c in of_stages]),
            )
            return together, _is_at(together, wanted)
    return None


def _is_at(candidates: Candidates, wanted: NDArray[np.float64]) -> NDArray[np.bool_]:
    gaps = np.abs(candidates.places[:, None, :2] - wanted[None])
    near: NDArray[np.bool_] = (gaps.max(axis=2) < SAME_PLACE).any(axis=1)
    return near


def examples_of(record: Record, negatives: int) -> list[Example]:
    """The record's examples, each with at most `negatives` candidates that aren't needed, drawn by the record's seed."""
    nodes = list(opened(record))
    rng = np.random.default_rng(record.seed)
    return [
        _example(node, sum(n.bits for n in nodes[depth:]), negatives, rng)
        for depth, node in enumerate(nodes)
    ]  # fmt: skip


def _example(node: Opened, bits: float, most: int, rng: np.random.Generator) -> Example:
    negative = np.flatnonzero(~node.positive)
    kept = rng.choice(negative, most, replace=False) if len(negative) > most else negative
    chosen = np.sort(np.concatenate([np.flatnonzero(node.positive), kept]))
    candidates = node.candidates.chosen(chosen)
    graph, choices = node.seen(candidates)
    return Example(
        graph.kinds.astype(np.uint8),
        graph.edges.astype(np.int16),
        graph.goal,
        choices.loci.astype(np.int16),
        choices.pairs.astype(np.int16),
        choices.hints.astype(np.float16),
        candidates.place.copy(),
        node.positive[chosen],
        math.log(len(negative) / len(kept)) if len(kept) else 0.0,
        bits,
    )


def extracted(records: Iterable[Record], negatives: int, executor: Executor) -> Iterator[list[Example]]:
    """The examples of each record, in order, made by the executor's workers."""
    rest = iter(records)
    chunks = iter(lambda: list(islice(rest, CHUNK)), [])
    for examples in in_order(executor, (partial(_all_of, chunk, negatives) for chunk in chunks)):
        yield from examples


def _all_of(records: Sequence[Record], negatives: int) -> list[list[Example]]:
    return [examples_of(r, negatives) for r in records]


#: Fields of an example that are arrays, and those that are numbers.
_ARRAYS = ("kinds", "edges", "loci", "pairs", "hints", "places", "positive")
_NUMBERS = ("goal", "spare", "bits")


class Examples(Sequence[Example]):
    """Many examples in a few long arrays: columns[name] has all of a field, of the i-th from starts[name][i] on."""

    def __init__(self, columns: dict[str, NDArray[np.generic]], starts: dict[str, Ints]) -> None:
        self.columns = columns
        self.starts = starts

    @staticmethod
    def of(examples: Sequence[Example]) -> Examples:
        columns: dict[str, NDArray[np.generic]] = {
            name: np.array([getattr(e, name) for e in examples]) for name in _NUMBERS
        }
        starts: dict[str, Ints] = {}
        for name in _ARRAYS:
            parts = [getattr(e, name) for e in examples]
            columns[name] = np.concatenate(parts) if parts else np.empty(0)
            starts[name] = np.cumsum([0, *(len(p) for p in parts)])
        return Examples(columns, starts)

    def __len__(self) -> int:
        return len(self.columns["goal"])

    def __getitem__(self, i: int) -> Example:  # type: ignore[override]
        arrays = {name: self.columns[name][self.starts[name][i] : self.starts[name][i + 1]] for name in _ARRAYS}
        return Example(**arrays, **{name: self.columns[name][i].item() for name in _NUMBERS})  # type: ignore[arg-type]

    def as_arrays(self) -> dict[str, NDArray[np.generic]]:
        """As `numpy.savez` takes them."""
        return {**self.columns, **{f"{name} starts": starts for name, starts in self.starts.items()}}

    @staticmethod
    def from_arrays(arrays: dict[str, NDArray[np.generic]]) -> Examples:
        starts = {name: arrays[f"{name} starts"].astype(np.int64) for name in _ARRAYS}
        return Examples({name: arrays[name] for name in (*_ARRAYS, *_NUMBERS)}, starts)
