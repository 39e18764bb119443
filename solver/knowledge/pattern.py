"""A theorem as patterns over numbered points (slots): what the core looks for.

Predicates become facts: collinear or concyclic slots, for which the figure keeps relations, or linear equations. The
core finds the symmetries and the plans (core/theorems/symmetry.cpp, core/theorems/plan.cpp).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from solver.errors import ParseError
from solver.knowledge.theorem import Theorem
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import COLL, CYCLIC, MIDP, Claim, Statement


class FactKind(Enum):
    """As `FactPattern::Kind` in core/theorems/pattern.hpp has them."""

    EQUATIONS = "equations"
    COLLINEAR = "collinear"
    CONCYCLIC = "concyclic"


@dataclass(frozen=True)
class Fact:
    """points: those that it speaks of. equations: what it means (none for CONCYCLIC)."""

    kind: FactKind
    points: tuple[str, ...]
    equations: tuple[Equation, ...]


def facts_of(claims: tuple[Claim, ...]) -> tuple[Fact, ...]:
    """The claims as facts; a midpoint is two of them."""
    return tuple(fact for claim in claims for fact in _facts(claim))


def equations_of(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What the core asks of its theories: the claims' equations (not lifted), and concyclic points."""
    found: list[Claim] = []
    for claim in claims:
        if isinstance(claim, Equation) or claim.predicate is CYCLIC:
            found.append(claim)
        else:
            found.extend(claim.equations())
    return tuple(dict.fromkeys(found))


def _facts(claim: Claim) -> Iterator[Fact]:
    if isinstance(claim, Equation):
        yield _of_equations((claim,))
    elif claim.predicate is CYCLIC:
        yield Fact(FactKind.CONCYCLIC, claim.points, ())
    elif claim.predicate is COLL:
        yield Fact(FactKind.COLLINEAR, claim.points, claim.equations())
    elif claim.predicate is MIDP:
        yield from _facts(Statement(COLL, claim.points))
        yield _of_equations(claim.equations()[1:])
    else:
        yield _of_equations(claim.equations())


def _of_equations(equations: tuple[Equation, ...]) -> Fact:
    points = tuple(dict.fromkeys(p for e in equations for q, _ in e.terms for p in q))
    if len(equations) == 1 and equations[0].theory is Theory.DIRECTION and not equations[0].constants:
        terms = equations[0].terms
        if len(terms) == 2 and len(points) == 3:  # two parallels with a common point
            return Fact(FactKind.COLLINEAR, points, equations)
    return Fact(FactKind.EQUATIONS, points, equations)


def refuse_sines(theorem: Theorem) -> None:
    """The core has sines only for some angles of a figure. Raises ParseError where a theorem to be run speaks of them."""
    for claim in (*theorem.statement.premises, *theorem.statement.conclusions):
        if isinstance(claim, Equation) and any(len(q) == 3 for q, _ in claim.terms):
            raise ParseError(
                f"{theorem.id} speaks of sines, which the engine can't look for", theorem.span, "use angles or lengths"
            )
