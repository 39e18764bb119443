"""The table of locus kinds: the lines and circles, each given by points, of which two fix an auxiliary point.

The core's enumeration and what it knows of each kind is made from it (solver/core/tables.py, which CMake runs: so this
module needs the standard library only), and so is what the checker admits, what search, memory and policy number, and
what proofs know of a locus. Weights of a policy are tied to the order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LocusKind:
    """One kind. Its parents, the points that give it, are numbered from 0.

    name: in the core. construction: in the constructive language, which says what is asserted of a point on it.
    is_line: or a circle. parents: how many. through: those that it goes through by definition.
    alike: those that may change places. apart: pairs that must be different points.
    """

    name: str
    construction: str
    is_line: bool
    parents: int
    through: tuple[int, ...]
    alike: tuple[int, ...]
    apart: tuple[tuple[int, int], ...]

    @property
    def apex(self) -> int | None:
        """The parent that plays a part of its own, if one does."""
        return next((i for i in range(self.parents) if i not in self.alike), None)


_LINE, _CIRCLE = True, False

#: Lines first.
LOCUS_KINDS: tuple[LocusKind, ...] = (
    LocusKind("line", "on_line", _LINE, 2, (0, 1), (0, 1), ((0, 1),)),
    LocusKind("parallel", "on_pline", _LINE, 3, (0,), (1, 2), ((1, 2),)),  # through the first, to the others' line
    LocusKind("perpendicular", "on_tline", _LINE, 3, (0,), (1, 2), ((1, 2),)),  # likewise
    LocusKind("bisector", "on_bline", _LINE, 2, (), (0, 1), ((0, 1),)),  # of a segment
    LocusKind("angle_bisector", "angle_bisector", _LINE, 3, (1,), (0, 2), ((0, 1), (1, 2))),  # the inner one
    LocusKind("outer_bisector", "angle_bisector", _LINE, 3, (1,), (0, 2), ((0, 1), (1, 2))),
    LocusKind("circle", "on_circle", _CIRCLE, 2, (1,), (1,), ((0, 1),)),  # about the first, through the second
    LocusKind("circumcircle", "on_circum", _CIRCLE, 3, (0, 1, 2), (0, 1, 2), ((0, 1), (1, 2), (0, 2))),
    LocusKind("diameter", "on_dia", _CIRCLE, 2, (0, 1), (0, 1), ((0, 1),)),  # the circle on it
)

#: By construction: one of its kinds, which differ only in where the locus is.
BY_CONSTRUCTION: Mapping[str, LocusKind] = {kind.construction: kind for kind in LOCUS_KINDS}
#: A kind's number in the core, by name.
NUMBER: Mapping[str, int] = {kind.name: number for number, kind in enumerate(LOCUS_KINDS)}
