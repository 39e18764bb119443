"""Auxiliary points: they may be assumed only because they exist.

Each is introduced by one clause, on two loci through known points at most. Where the two cross at an angle, the implicit
function theorem moves the point along with the figure, so that what is said of it restricts the statement's points in
no way. Where they touch it might: such a point is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from solver.errors import CertificateError, ParseError
from solver.language.jgex import read_clause
from solver.language.problem import Problem

#: Sine of the smallest angle at which two loci count as crossing.
FLATTEST = 1e-4

#: From where the new point is, and the parents in their order, to a normal of the locus there.
_Normal = Callable[..., complex]

#: The constructions of the language that a clause may use: lines and circles through known points.
LOCI: dict[str, _Normal] = {
    "on_line": lambda x, a, b: 1j * (b - a),
    "on_pline": lambda x, a, b, c: 1j * (c - b),
    "on_tline": lambda x, a, b, c: c - b,
    "on_bline": lambda x, a, b: b - a,
    "angle_bisector": lambda x, a, b, c: 1j * (x - b),
    "on_circle": lambda x, o, a: x - o,
    "on_circum": lambda x, a, b, c: x - _centre(a, b, c),
    "on_dia": lambda x, a, b: x - (a + b) / 2,
}


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
        if len(clause.calls) < 2:
            continue
        first, second = (
            LOCI[call.construction.name](at[new], *(at[p] for p in call.arguments)) for call in clause.calls
        )
        if not abs((first.conjugate() * second).imag) > FLATTEST * abs(first) * abs(second):
            raise CertificateError(
                f"the loci of the auxiliary construction {clause.text()!r} don't cross in its diagram"
            )


def _centre(a: complex, b: complex, c: complex) -> complex:
    """Of the circle through three points; without end where they are collinear."""
    u, v = b - a, c - a
    area = 2 * (u.conjugate() * v).imag
    return a + 1j * (u * abs(v) ** 2 - v * abs(u) ** 2) / area if area else complex("inf")
