"""What is in a folder of data: counts, and plots of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solver.records.dataset import Dataset
from solver.records.described import is_held_out, kind_of
from solver.runtime.optional import needed

#: Kinds of constructions that are listed; the rest is counted together.
MOST_KINDS = 20
#: Lengths of proofs, and numbers of other points, are counted in steps of this.
STEP = 5


@dataclass(frozen=True)
class Statistics:
    """counts: by title, the number of records (of points, for their kinds) for each value. generated: not from the search."""

    records: int
    held_out: int
    generated: int
    counts: Mapping[str, Mapping[str, int]]

    @property
    def searched(self) -> int:
        return self.records - self.generated

    def as_object(self) -> dict[str, Any]:
        return {
            "records": self.records,
            "held_out": self.held_out,
            "generated": self.generated,
            **{title: dict(counts) for title, counts in self.counts.items()},
        }


def statistics(data: Dataset) -> Statistics:
    """Counted over all records."""
    auxiliary = data.column("auxiliary")
    counts = {
        "goal": _common(Counter(data.column("goal"))),
        "auxiliary points": _by_number(Counter(map(len, auxiliary))),
        "kind of auxiliary point": _common(Counter(kind_of(clause) for clauses in auxiliary for clause in clauses)),
        "points of the statement": _by_number(Counter(data.column("points"))),
        "steps of the proof, from": _by_number(Counter(n // STEP * STEP for n in data.column("proof_length"))),
        "difficulty, bits, from": _by_number(Counter(math.floor(bits) for bits in data.column("difficulty"))),
        "other points that would do, from": _by_number(
            Counter(len(others) // STEP * STEP for others in data.column("alternatives"))
        ),
    }
    held_out = sum(map(is_held_out, data.column("origin"), data.column("seed")))
    return Statistics(len(data), held_out, data.column("origin").count("generated"), counts)


def _common(counter: Counter[str]) -> dict[str, int]:
    found = dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:MOST_KINDS])
    rest = counter.total() - sum(found.values())
    return found | ({"others": rest} if rest else {})


def _by_number(counter: Counter[int]) -> dict[str, int]:
    return {str(value): counter[value] for value in sorted(counter)}


def plot(statistics: Statistics, path: Path) -> None:
    """A bar chart of each count, .svg or .png. Raises PorismError without matplotlib."""
    figure = needed("matplotlib.figure").Figure(
        figsize=(12, 4 * math.ceil(len(statistics.counts) / 2)), layout="constrained"
    )
    axes = figure.subplots(math.ceil(len(statistics.counts) / 2), 2, squeeze=False).ravel()
    for axis, (title, counts) in zip(axes, statistics.counts.items(), strict=False):
        names = list(counts)
        if all(name.lstrip("-").isdigit() for name in names):
            axis.bar(range(len(names)), counts.values())
            axis.set_xticks(range(len(names)), names, fontsize=7)
            axis.set_ylabel("count")
        else:
            axis.barh(range(len(names)), counts.values())
            axis.set_yticks(range(len(names)), names, fontsize=7)
            axis.invert_yaxis()
            axis.set_xlabel("count")
        axis.set_title(title)
    for axis in axes[len(statistics.counts) :]:
        axis.set_axis_off()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
