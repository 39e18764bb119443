"""Checking with the library at hand: the checker accepts only the theorems that it is handed; these are the usual ones."""

from __future__ import annotations

from collections.abc import Mapping

from solver.checker import CheckReport, TheoremStatement
from solver.checker import check_certificate as check
from solver.knowledge.library import library


def library_statements() -> dict[str, TheoremStatement]:
    """What the library's theorems say, by id."""
    return {t.id: t.statement for t in library()}


def check_certificate(
    source: Mapping[str, object] | str,
    *,
    diagrams: int = 3,
    digits: int = 50,
    seed: int = 0,
    theorems: Mapping[str, TheoremStatement] | None = None,
    deadline: float | None = None,
) -> CheckReport:
    """Check a certificate (JSON text or the object that it encodes). Raises CertificateError with the step that fails.

    theorems: those that it may cite, by id; None: the library's. diagrams, digits, seed: of the numeric check. deadline: on
    time.monotonic(), after which DeadlineExceeded is raised.
    """
    accepted = library_statements() if theorems is None else theorems
    return check(source, diagrams=diagrams, digits=digits, seed=seed, theorems=accepted, deadline=deadline)
