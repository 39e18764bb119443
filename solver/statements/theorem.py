"""What a theorem says, patterns over points of its own; and the side conditions of theorems and of steps.

A certificate embeds the statement of every theorem that it cites, so that it can be read and checked on its own, and so
that a theorem that has changed since is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from solver.statements.equation import Equation, segment, sine
from solver.statements.predicates import Claim, Statement
from solver.statements.side_conditions import SIDE_CONDITIONS

#: Side conditions in English by kind, in the order in which a proof lists them. `not_right` is a `transversal` of an angle.
SENTENCES: Mapping[str, str] = {
    name: sentence
    for kind in SIDE_CONDITIONS
    for name, sentence in (
        (kind.name, kind.sentence),
        *((("not_right", "∠{0}{1}{2} is not a right angle"),) if kind.name == "transversal" else ()),
    )
}


@dataclass(frozen=True)
class Need:
    """A side condition before its step is known. `apart`: for `transversal`, the equation that must fail modulo 1."""

    kind: str
    points: tuple[str, ...] = ()
    apart: Equation | None = None

    def __str__(self) -> str:
        """In words."""
        kind = "not_right" if self.kind == "transversal" and len(self.points) == 3 else self.kind
        gap = "" if all(len(p) == 1 for p in self.points) else " "
        return SENTENCES[kind].replace("}{", f"}}{gap}{{").format(*self.points, all=", ".join(self.points))


@dataclass(frozen=True)
class TheoremStatement:
    """For all places of `points`, pairwise apart, where the premises and the conditions hold, so do the conclusions.

    id: of the library's entry. points: the names that stand for any points. conditions: of the kinds in
    `solver.checker.conditions`, decided by points. Direction equations are meant modulo 1.
    """

    id: str
    points: tuple[str, ...]
    premises: tuple[Claim, ...]
    conditions: tuple[Need, ...]
    conclusions: tuple[Claim, ...]

    def at(self, points: tuple[str, ...]) -> TheoremStatement:
        """The instance for these points, one for each of its own. Raises ValueError where two of them are the same."""
        if len(points) != len(self.points) or len(set(points)) != len(points):
            raise ValueError(f"{self.id} is about {len(self.points)} different points")
        name = dict(zip(self.points, points, strict=True))
        return TheoremStatement(
            self.id,
            points,
            tuple(renamed(claim, name) for claim in self.premises),
            tuple(Need(c.kind, tuple(name[p] for p in c.points)) for c in self.conditions),
            tuple(renamed(claim, name) for claim in self.conclusions),
        )


def renamed(claim: Claim, name: Mapping[str, str]) -> Claim:
    """The claim with other names for its points; different points keep different names."""
    if isinstance(claim, Statement):
        return claim.renamed(name)
    return renamed_equation(claim, name)


def renamed_equation(e: Equation, name: Mapping[str, str]) -> Equation:
    """The same of an equation; the ends of each segment keep different names, others may share one."""
    terms = [
        (segment(name[q[0]], name[q[1]]) if len(q) == 2 else sine(name[q[0]], name[q[1]], name[q[2]]), c)
        for q, c in e.terms
    ]
    return Equation.of(e.theory, terms, dict(e.constants))
