"""A bound is the greatest or least value if a figure attains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.checker.figures import Figure
from solver.checker.schema import refuse_unless
from solver.statements.predicates import EXTREMES, QUANTITY, Statement

#: How true in floating point what makes a figure an extreme one must be.
ATTAINED = 1e-12


def check_attained(
    asked: Statement, goal: Statement, premises: Sequence[Statement], attained: Sequence[Statement], figure: Figure
) -> None:
    """A certificate's diagram attains a bound exactly: what it says of that figure beyond the premises determines it. Raises
    CertificateError.
    """
    if asked.predicate not in EXTREMES:
        refuse_unless(not attained, "it says where a value is attained that isn't asked for", "goal")
        return
    is_so = all(off is not None and off < ATTAINED for off in map(figure.error, attained))
    refuse_unless(is_so, "what it says of the figure that attains the bound isn't so in its diagram", "goal")
    from solver.coordinates.prove import exact_identity

    identity = exact_identity((*premises, *attained), replace(goal, predicate=QUANTITY), figure.at)
    refuse_unless(identity is not None, "its diagram doesn't attain the bound", "goal")
