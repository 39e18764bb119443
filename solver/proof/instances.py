"""What a journal can be told beyond what its closure wrote down: instances of rules, as entries of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from solver.deduction.journal import Entry, EquationEntry
from solver.diagram.diagram import Diagram
from solver.statements.equation import Equation

#: Entries that say what is given, in one way or another; those of a journal begin with them.
GIVEN = ("premise", "meaning", "line")
#: Distances that differ by less, over the figure's extent, are equal.
EQUAL = 1e-7


@dataclass(frozen=True)
class Instance:
    """A rule's instance: its premises, and the equations that it concludes."""

    rule: str
    points: tuple[str, ...]
    premises: tuple[Equation, ...]
    concluded: tuple[Equation, ...]

    @property
    def news(self) -> tuple[Equation, ...]:
        """What it concludes beyond its premises."""
        return tuple(e for e in self.concluded if not e.is_trivial and e not in self.premises)

    def entry(self, e: Equation) -> EquationEntry:
        """One of its conclusions, for a journal that gives it its time."""
        premises = partial(tuple, self.premises)
        return EquationEntry(0, e.theory, dict(e.terms), dict(e.constants), self.rule, self.points, premises)


def after_given(entries: Sequence[Entry]) -> int:
    """The number of entries that say what is given, with which a journal begins."""
    return next((i for i, e in enumerate(entries) if e.rule not in GIVEN), len(entries))


def places_over_extent(diagram: Diagram) -> Mapping[str, complex]:
    """The places of points, over the greatest distance between two of them."""
    places = {p: complex(x, y) for p, (x, y) in diagram.as_dict().items()}
    extent = max((abs(z - w) for z, w in combinations(places.values(), 2)), default=1.0)
    return {p: z / extent for p, z in places.items()}
