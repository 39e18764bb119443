"""The store with a million theorems: how long it takes to fill, what a query costs, and whether it finds the nearest.

    porism generate --out DATA --count 50000
    python -m tests.benchmarks.store_at_scale DATA --out FOLDER [--count 1000000] [--varied 1000]

The theorems of DATA are repeated and varied until there are enough. The first ones, as many as --varied says, have twenty variants
each that lack a part of what is known of the figure (a twentieth to a quarter of the graph's vertices, at random), so that their
vectors are those of other figures. All are then repeated under other names, their vectors moved by a distance between 0.02 and
0.3. The rows that it prints are those of docs/known.md. It doesn't run on Windows, which doesn't tell a process's peak memory.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from solver.deduction.closure import close
from solver.knowledge.library import run_by_default
from solver.records.colored import ColoredGraph
from solver.records.dataset import Dataset
from solver.records.described import Described
from solver.records.known import GOAL_VERTEX, figure_graph
from solver.records.likeness import Likeness, Vector, vector_of_bytes
from solver.store.answering import answered
from solver.store.database import Store
from solver.store.entry import Entry
from solver.store.figures import entry_of_record
from solver.store.query import Condition, Order, Query
from solver.store.shipped import entries as collection_entries
from solver.store.vectors import file_of

VARIANTS = 20
NEAREST, FURTHEST = 0.02, 0.3
QUERIES = 100
REPEATED = 7
COPY = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Spent:
    """Seconds of processor and of clock."""

    cpu: float
    wall: float

    @staticmethod
    def of(work: Callable[[], object]) -> Spent:
        cpu, wall = time.process_time(), time.monotonic()
        work()
        return Spent(time.process_time() - cpu, time.monotonic() - wall)


def theorems(data: Path, varied: int, seed: int) -> Iterator[Entry]:
    """Each of the data's, followed by its variants where it is one of the first."""
    random = np.random.default_rng(seed)
    for number, row in enumerate(Dataset(data).rows()):
        entry = entry_of_record(row, "scale", number)
        yield entry
        if number < varied:
            yield from variants(row, entry, random)


def variants(row: Described, entry: Entry, random: np.random.Generator) -> Iterator[Entry]:
    problem = row.record.problem()
    closure = close(problem, row.record.diagrams(), timeout=10.0, theorems=run_by_default())
    graph, points = figure_graph(closure, problem.goal), len(problem.points)
    for k in range(1, VARIANTS):
        other = Likeness(part_of(graph, points, random), points)
        yield replace(entry, name=f"{entry.name}.{k}", form=other.form(), vector=other.vector())


def part_of(graph: ColoredGraph, points: int, random: np.random.Generator) -> ColoredGraph:
    """The graph without some of its vertices, but with all points and what the goal says."""
    dropped = random.random(len(graph.colors)) < random.uniform(0.05, 0.25)
    dropped[:points] = False
    found = ColoredGraph()
    number = {
        v: found.vertex(color)
        for v, color in enumerate(graph.colors)
        if not dropped[v] or color.startswith(GOAL_VERTEX)
    }
    for v, w in graph.edges:
        if v in number and w in number:
            found.join(number[v], number[w])
    return found


def copies(base: list[Entry], count: int, seed: int) -> Iterator[Entry]:
    """As many as asked for: first the base, then copies of it."""
    random = np.random.default_rng(seed)
    for i in range(count):
        entry = base[i % len(base)]
        if i < len(base):
            yield entry
            continue
        shift = random.integers(1, len(COPY))
        names = str.maketrans(
            COPY + COPY.upper(), (COPY[shift:] + COPY[:shift]) + (COPY[shift:] + COPY[:shift]).upper()
        )
        assert entry.vector is not None
        yield replace(
            entry, name=f"copy-{i}", form=hashlib.blake2b(str(i).encode(), digest_size=16).hexdigest(),
            chinese=entry.chinese.translate(names), points_added=entry.points_added.translate(names),
            difficulty=round((entry.difficulty or 0) + float(random.normal()), 2), vector=moved(entry.vector, random),
        )  # fmt: skip


def moved(vector: Vector, random: np.random.Generator) -> Vector:
    noise = random.normal(size=len(vector))
    found = vector + noise / np.linalg.norm(noise) * random.uniform(NEAREST, FURTHEST)
    return np.asarray(found / np.linalg.norm(found), dtype=np.float32)


def exact(store: Store, queries: list[Vector], k: int) -> list[list[float]]:
    """The distances of the k nearest, by comparing all, a part at a time."""
    best = np.full((len(queries), 0), np.inf)
    asked = np.stack(queries).astype("<f2").astype(np.float32)
    with store.reading() as connection:
        rows = connection.execute("SELECT vector FROM entries WHERE vector IS NOT NULL")
        while part := rows.fetchmany(20_000):
            vectors = np.stack([vector_of_bytes(data) for (data,) in part])
            squares = (vectors**2).sum(axis=1)[None] + (asked**2).sum(axis=1)[:, None] - 2 * asked @ vectors.T
            seen = np.concatenate([best, np.sqrt(np.maximum(squares, 0))], axis=1)
            best = np.partition(seen, k - 1, axis=1)[:, :k]
    return np.sort(best, axis=1).tolist()


def recall(store: Store, queries: list[Vector], k: int = 10) -> tuple[float, Spent]:
    """The share of the k nearest that are found (one as near as the k-th counts), and the time of a query."""
    hits, times = 0, []
    for query, distances in zip(queries, exact(store, queries, k), strict=True):
        cpu, wall = time.process_time(), time.monotonic()
        answer = answered(store, Query(like=query, count=k))
        times.append(Spent(time.process_time() - cpu, time.monotonic() - wall))
        hits += sum((f.distance or 0.0) <= distances[-1] + 2e-4 for f in answer.found)
    return hits / (k * len(queries)), median(times)


def median(times: list[Spent]) -> Spent:
    return Spent(statistics.median(t.cpu for t in times), statistics.median(t.wall for t in times))


def joint(vector: Vector) -> dict[str, Query]:
    where = lambda *texts: tuple(Condition.parse(t) for t in texts)  # noqa: E731
    return {
        "like this figure": Query(like=vector),
        "like it, one point, no circles, harder than 8 bits": Query(
            like=vector, conditions=where("auxiliary=1", "circles=0", "difficulty>8")
        ),
        "the same, and with the word midpoint": Query(
            ("midpoint",), where("auxiliary=1", "circles=0", "difficulty>8"), vector
        ),
        "like it, with the words concyclic and midpoint": Query(("concyclic", "midpoint"), (), vector),
        "like it, with the word 中点": Query(("中点",), (), vector),
        "two points, harder than 11 bits": Query(conditions=where("auxiliary=2", "difficulty>11")),
        "the word circumcenter, perpendicular to prove": Query(("circumcenter",), where("goal=perp")),
        "a word that none has": Query(("symmedian",)),
        "like it, with 外接圆的圆心, parts of which are read": Query(("外接圆的圆心",), (), vector),
        "the word midpoint, the hardest first": Query(("midpoint",), order=Order.parse("-difficulty")),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument(
        "--varied", type=int, default=1_000, help="theorems with variants that lack a part of the figure"
    )
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    store = Store(given.out / f"scale-{given.count}.duckdb")
    if not store.exists:
        fill(store, given.data, given.varied, given.count, given.seed)
    for what, path in (("the database", store.path), ("the vectors beside it", file_of(store.path))):
        print(f"| size of {what} | {path.stat().st_size / 1e6:.0f} MB | |")
    compare(store, given.seed)


def fill(store: Store, data: Path, varied: int, count: int, seed: int) -> None:
    base: list[Entry] = []
    spent = Spent.of(lambda: base.extend(theorems(data, varied, seed)))
    print(f"{len(base):,} theorems, variants of {varied:,} among them: {spent.cpu:.0f} s of processor time", flush=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    spent = Spent.of(lambda: store.add(copies(base, count, seed), lambda n: print(".", end="", flush=True)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"\n| loading {count:,} | {spent.cpu:.0f} s | {spent.wall:.0f} s |")
    print(f"| memory: before, and at most | {before / 1e3:.0f} MB | {peak / 1e3:.0f} MB |")


def compare(store: Store, seed: int) -> None:
    """Prints the recall of likeness, and what queries cost."""
    figures = [e.vector for e in collection_entries() if e.vector is not None]
    random = np.random.default_rng(seed + 1)
    with store.reading() as connection:
        rows = connection.execute(
            f"SELECT vector FROM entries USING SAMPLE reservoir({QUERIES} ROWS) REPEATABLE (7)"
        ).fetchall()
    generated = [moved(vector_of_bytes(data), random) for (data,) in rows]
    for what, queries in (
        ("generated figures, moved", generated),
        ("the collection's figures", figures[:: max(1, len(figures) // QUERIES)]),
    ):
        if queries:
            found, spent = recall(store, queries)
            print(
                f"| recall in the first ten, {len(queries)} {what} | {found:.3f} | {spent.cpu:.3f} s, {spent.wall:.3f} s |",
                flush=True,
            )
    for what, query in joint((figures or generated)[0]).items():
        times = [Spent.of(partial(answered, store, query)) for _ in range(REPEATED)]
        middle, most = median(times), max(t.cpu for t in times)
        print(f"| {what} | {middle.cpu:.3f} s, at most {most:.3f} s | {middle.wall:.3f} s |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
