"""Auxiliary points: they may be assumed only because they exist.

Each is introduced by one clause, on two loci through known points at most. Where the two cross at an angle, the implicit
function theorem moves the point along with the figure, so that what is said of it restricts the statement's points in
no way. Where they touch it might: such a point is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.checker.schema import refuse_unless
from solver.errors import CertificateError, ParseError
from solver.language.problem import Call, Problem
from solver.plane.loci import Circle, Degenerate, Line
from solver.statements.locus_kinds import BY_CONSTRUCTION

#: Sine of the smallest angle at which two loci count as crossing.
FLATTEST = 1e-4

#: The constructions of the language that a clause may use: lines and circles through known points.
LOCI = tuple(BY_CONSTRUCTION)


def with_auxiliary(problem: Problem, texts: Sequence[str]) -> Problem:
    """The problem with the points of the clauses and what these say of them. Raises CertificateError naming the clause."""
    if not texts:
        return problem
    from solver.language.jgex import read_clause

    points, premises, clauses = list(problem.points), list(problem.premises), []
    for text in texts:
        try:
            clause, said = read_clause(text, points)
        except ParseError as error:
            raise CertificateError(f"the auxiliary construction {text!r} can't be read: {error}") from error
        is_point = len(clause.points) == 1 and 1 <= len(clause.calls) <= 2
        refuse_unless(is_point, f"the auxiliary construction {text!r} isn't one point on two loci at most")
        for name in (call.construction.name for call in clause.calls):
            refuse_unless(name in LOCI, f"the auxiliary construction {text!r} uses {name}, which is no locus")
        clauses.append(clause)
        points.extend(clause.points)
        premises.extend(said)
    return problem.extended(tuple(clauses), tuple(points), tuple(premises))


def check_crossings(problem: Problem, at: Mapping[str, complex]) -> None:
    """The loci of each auxiliary point cross at an angle. Raises CertificateError."""
    for clause in problem.auxiliary:
        (new,) = clause.points
        if len(clause.calls) < 2:
            continue
        first, second = (normal_of(call, at, at[new]) for call in clause.calls)
        cross = abs((first.conjugate() * second).imag) > FLATTEST * abs(first) * abs(second)
        refuse_unless(cross, f"the loci of the auxiliary construction {clause.text()!r} don't cross in its diagram")


def normal_of(call: Call, at: Mapping[str, complex], x: complex) -> complex:
    """Perpendicular to a locus at a point of it; 0 where there is none."""
    if call.construction.name == "angle_bisector":  # x may be on the outer one
        return 1j * (x - at[call.arguments[1]])
    try:
        locus = call.locus(None, at)
    except Degenerate:
        return 0j
    return 1j * locus.direction if isinstance(locus, Line) else x - locus.center if isinstance(locus, Circle) else 0j
