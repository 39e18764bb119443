"""A bound is the greatest or least value if a figure attains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver.checker.figures import Figure
from solver.errors import CertificateError
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
        if attained:
            raise CertificateError("it says where a value is attained that isn't asked for", "goal")
        return
    off = map(figure.error, attained)
    if not all(x is not None and x < ATTAINED for x in off):
        raise CertificateError("what it says of the figure that attains the bound isn't so in its diagram", "goal")
    from solver.coordinates.prove import exact_identity

    if exact_identity((*premises, *attained), replace(goal, predicate=QUANTITY), figure.at) is None:
        raise CertificateError("its diagram doesn't attain the bound", "goal")
