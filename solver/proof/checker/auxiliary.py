"""Auxiliary points: they may be assumed only because they exist.

Each is introduced by one clause, on two loci through known points at most. Where the two cross at an angle, the implicit
function theorem moves the point along with the figure, so that what is said of it restricts the statement's points in
no way. Where they touch it might: such a point is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.errors import CertificateError, ParseError
from solver.language.jgex import read_clause
from solver.language.problem import Problem
from solver.statements.equation import Equation, Theory
from solver.statements.predicates import Statement

#: The constructions of the language that a clause may use: lines and circles through known points.
LOCI = frozenset(("on_line", "on_pline", "on_tline", "on_bline", "angle_bisector", "on_circle", "on_circum", "on_dia"))
#: Sine of the smallest angle at which two loci count as crossing.
FLATTEST = 1e-4


def with_auxiliary(problem: Problem, texts: Sequence[str]) -> Problem:
    """The problem with the points of the clauses and what these say of them. Raises CertificateError naming the clause."""
    points, premises, clauses = list(problem.points), list(problem.premises), []
    for text in texts:
        try:
            clause, said = read_clause(text, points)
        except ParseError as error:
            raise CertificateError(f"the auxiliary construction {text!r} can't be read: {error}") from error
        if len(clause.points) != 1 or not 1 <= len(clause.calls) <= 2:
            raise CertificateError(f"the auxiliary construction {text!r} isn't one point on two loci at most")
        for call in clause.calls:
            if call.construction.name not in LOCI:
                raise CertificateError(
                    f"the auxiliary construction {text!r} uses {call.construction.name}, which is no locus"
                )
        clauses.append(clause)
        points.extend(clause.points)
        premises.extend(said)
    return problem.extended(tuple(clauses), tuple(points), tuple(premises))


def check_crossings(problem: Problem, at: Mapping[str, complex]) -> None:
    """The loci of each auxiliary point cross at an angle. Raises CertificateError."""
    for clause in problem.auxiliary:
        (new,) = clause.points
        slopes = [_normal(call.construction.statements((new,), call.arguments, ()), new, at) for call in clause.calls]
        if len(slopes) == 2 and abs((slopes[0].conjugate() * slopes[1]).imag) < FLATTEST:
            raise CertificateError(
                f"the loci of the auxiliary construction {clause.text()!r} don't cross in its diagram"
            )


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
