"""An auxiliary point: where two loci cross.

The kinds of loci are rows of the constructive language's table; the core (solver/core/search/locus.hpp) has them in the same
order and says the same of a point, which a test compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.language.constructions import CONSTRUCTIONS, Construction

#: In the order of `Locus::Kind` in solver/core/search/locus.hpp.
LOCI: tuple[Construction, ...] = tuple(
    CONSTRUCTIONS[name]
    for name in (
        "on_line",
        "on_pline",
        "on_tline",
        "on_bline",
        "angle_bisector",
        "angle_bisector",
        "on_circle",
        "on_circum",
        "on_dia",
    )
)


@dataclass(frozen=True)
class Locus:
    """kind: index into LOCI. parents: numbers of points, statement's points first, then auxiliary ones in order."""

    kind: int
    parents: tuple[int, ...]

    @property
    def construction(self) -> Construction:
        return LOCI[self.kind]


@dataclass(frozen=True)
class Placement:
    """An auxiliary point. place: x and y in each diagram, in the core's coordinates (centered, of size 1)."""

    first: Locus
    second: Locus
    place: tuple[float, ...]

    @property
    def parents(self) -> frozenset[int]:
        return frozenset((*self.first.parents, *self.second.parents))

    @property
    def spot(self) -> tuple[int, int]:
        """The place in the reference diagram, rounded: the same for all constructions that lead there."""
        return round(self.place[0] * 1e6), round(self.place[1] * 1e6)

    def row(self) -> tuple[int, ...]:
        """As the core writes it: kind and three parents of each locus."""
        padded = [(*locus.parents, 0)[:3] for locus in (self.first, self.second)]
        return (self.first.kind, *padded[0], self.second.kind, *padded[1])


def read_placement(row: Sequence[int], place: Sequence[float]) -> Placement:
    """From the core's rows; see `solver.search.node`."""
    first, second = (
        Locus(kind, tuple(parents[: len(LOCI[kind].arguments)]))
        for kind, parents in ((int(row[0]), [int(p) for p in row[1:4]]), (int(row[4]), [int(p) for p in row[5:8]]))
    )
    return Placement(first, second, tuple(float(v) for v in place))
