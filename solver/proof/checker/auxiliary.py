"""Auxiliary points: they may be assumed only because they exist.

Each is introduced by one clause, on two loci through known points at most. Where the two cross at an angle, the implicit
function theorem moves the point along with the figure, so that what is said of it restricts the statement's points in
no way. Where they touch it might: such a point is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.errors import CertificateError, ParseError
from solver.language.jgex import read_clause
from solver.language.problem import Clause, Problem
from solver.proof.checker.conditions import Places
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import Statement

#: The constructions of the language that a clause may use: lines and circles through known points.
LOCI = frozenset(("on_line", "on_pline", "on_tline", "on_bline", "angle_bisector", "on_circle", "on_circum", "on_dia"))
#: Sine of the smallest angle at which two loci count as crossing.
FLATTEST = 1e-4


def auxiliary_premises(problem: Problem, texts: Sequence[str], at: Places) -> tuple[Statement, ...]:
    """What the clauses say of their points. Raises CertificateError naming the clause."""
    known = list(problem.points)
    premises: list[Statement] = []
    for text in texts:
        try:
            clause, said = read_clause(text, known)
        except ParseError as error:
            raise CertificateError(f"the auxiliary construction {text!r} can't be read: {error}") from error
        _check_clause(clause, text, at)
        known.extend(clause.points)
        premises.extend(said)
    return tuple(premises)


def _check_clause(clause: Clause, text: str, at: Mapping[str, complex]) -> None:
    if len(clause.points) != 1 or not 1 <= len(clause.calls) <= 2:
        raise CertificateError(f"the auxiliary construction {text!r} isn't one point on two loci at most")
    (new,) = clause.points
    for call in clause.calls:
        if call.construction.name not in LOCI:
            raise CertificateError(
                f"the auxiliary construction {text!r} uses {call.construction.name}, which is no locus"
            )
        missing = [p for p in (new, *call.arguments) if p not in at]
        if missing:
            raise CertificateError(f"the auxiliary construction {text!r} names {missing[0]}, which has no coordinates")
    slopes = [_normal(call.construction.statements((new,), call.arguments, ()), new, at) for call in clause.calls]
    if len(slopes) == 2 and abs((slopes[0].conjugate() * slopes[1]).imag) < FLATTEST:
        raise CertificateError(f"the loci of the auxiliary construction {text!r} don't cross in its diagram")


def _normal(said: Sequence[Statement], new: str, at: Mapping[str, complex]) -> complex:
    """A unit normal of the locus at the point: the gradient of an equation that says that it is there."""
    for statement in said:
        for equation in statement.equations():
            gradient = _gradient(equation, new, at)
            if abs(gradient) > FLATTEST:
                return gradient / abs(gradient)
    return 0j


def _gradient(equation: Equation, new: str, at: Mapping[str, complex]) -> complex:
    """Of the equation's left side as a function of the new point, times the shortest length that it speaks of."""
    total, shortest = 0j, float("inf")
    for quantity, c in equation.terms:
        if new not in quantity or len(quantity) != 2:
            continue
        other = quantity[0] if quantity[1] == new else quantity[1]
        v = at[new] - at[other]
        if v == 0:
            return 0j
        shortest = min(shortest, abs(v))
        # ∂ arg(v) / ∂v is v turned by a right angle over |v|², ∂ log|v| / ∂v is v / |v|².
        slope = v / abs(v) ** 2
        total += float(c) * (1j * slope if equation.theory is Theory.DIRECTION else slope)
    return total * shortest if total else 0j
