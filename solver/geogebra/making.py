"""What the functions that make a command's objects are given besides its arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from solver.geogebra.figure import Figure
from solver.geogebra.objects import Value
from solver.plane import loci


@dataclass(frozen=True)
class Making:
    """labels: of what is made, "" for an object without one. lines: where the file says that lines are."""

    figure: Figure
    labels: Sequence[str]
    lines: Mapping[str, loci.Line]

    @property
    def label(self) -> str:
        return self.labels[0] if self.labels else ""


Make = Callable[..., Sequence[Value]]
