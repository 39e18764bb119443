"""An auxiliary point: where two loci cross.

The kinds of loci are rows of `solver.statements.locus_kinds`, each a construction of the constructive language; the core says
the same of a point as that one does, which a test compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.language.constructions import CONSTRUCTIONS, Construction
from solver.statements.locus_kinds import LOCUS_KINDS, NUMBER

Floats = NDArray[np.float64]

#: The construction of each kind of locus, by the number of the kind.
LOCI: tuple[Construction, ...] = tuple(CONSTRUCTIONS[kind.construction] for kind in LOCUS_KINDS)
_LINE, _BISECTOR = (NUMBER[name] for name in ("line", "bisector"))
#: A locus in a row of the core: the number of its kind, and three parents.
_LocusRow = tuple[int, tuple[int, ...]]


@dataclass(frozen=True)
class Locus:
    """kind: index into LOCI. parents: numbers of points, statement's points first, then auxiliary ones in order."""

    kind: int
    parents: tuple[int, ...]

    @property
    def construction(self) -> Construction:
        return LOCI[self.kind]

    def row(self) -> _LocusRow:
        """As the core takes it: three parents, whatever the kind has."""
        return self.kind, (*self.parents, 0)[:3]


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

    def row(self) -> tuple[_LocusRow, _LocusRow, int, int, int]:
        """As the core takes it (`_core.CANDIDATE`): the loci; that it is at a place of its own needn't be said."""
        return self.first.row(), self.second.row(), 0, 0, 0


def is_midpoint(first: Locus, second: Locus) -> bool:
    """Whether two loci are a segment's line and its bisector."""
    return {first.kind, second.kind} == {_LINE, _BISECTOR} and set(first.parents) == set(second.parents)


def read_locus(row: np.void) -> Locus:
    """From a row of type `_core.LOCUS`."""
    kind = int(row["kind"])
    return Locus(kind, tuple(row["parents"][: LOCUS_KINDS[kind].parents].tolist()))


def read_placement(row: np.void, place: Sequence[float] | Floats) -> Placement:
    """From a row of type `_core.CANDIDATE`, and its place."""
    return Placement(read_locus(row["first"]), read_locus(row["second"]), tuple(float(v) for v in place))
