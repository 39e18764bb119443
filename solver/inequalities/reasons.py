"""What an inequality is proved from, before it is written as steps."""

from __future__ import annotations

from dataclasses import dataclass

from solver.statements.bound import Bound
from solver.statements.predicates import Statement


@dataclass(frozen=True)
class Bounded:
    """An inequality by a bound. uses: equations and inequalities that it rests on; of the latter, its facts have the numbers as
    ids."""

    claim: Statement
    bound: Bound
    uses: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Argument:
    """identities: equations that hold in the coordinates of what is free. bounds: in order, each of which may use what stands
    before it; the last one is the goal. What else they use is what the statement says."""

    bounds: tuple[Bounded, ...]
    identities: tuple[Statement, ...] = ()
