"""How angles turn: what a statement says of their sizes, a certificate says of directed angles, as they turn in its figure.

Where they turn otherwise, so does the meaning of the statement. So each of them, or rather the triangle of its arms, has the
orientation that it has in the certificate's figure, relative to the first: side conditions of the premise or the goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm

from solver.checker.conditions import MARGIN, Places, turn
from solver.checker.schema import refuse_unless
from solver.language.orientation import EITHER_WAY, as_in_figure
from solver.language.problem import Problem
from solver.statements.expression import sizes_of
from solver.statements.predicates import ACONST, ANGEQ, CONTRI, CONTRIR, SIMTRI, SIMTRIR, Claim, Statement
from solver.statements.theorem import Need

_Corner = tuple[str, str, str]


def turning_needs(
    stated: Problem, claims: Mapping[str, Claim], goal: tuple[Statement, str], at: Places
) -> Iterator[tuple[Need, str]]:
    """The conditions, each with the id of what it belongs to. Raises CertificateError.

    claims: the premises of a certificate, by their ids. goal: as the statement says it, and the id of the step that claims it.
    """
    said = [(s, senses, as_in_figure(s, senses, at)) for s, senses in stated.senses.items()]
    by_claim = {claim: name for name, claim in claims.items()}
    mine = [(s, by_claim[read]) for s, _, read in said if read in by_claim]
    if EITHER_WAY not in stated.goal_senses.get(goal[0], (EITHER_WAY,)):
        mine.append(goal)
    _check_mixture(claims, {name for _, name in mine})
    first: _Corner | None = None
    listed: set[_Corner] = set()
    for statement, name in mine:
        for corner in _corners(statement):
            if abs(turn(at, *corner)) <= MARGIN:
                continue  # a flat angle is the same either way
            there = _counterclockwise(corner, at)
            first = first or there
            if there not in {first, *listed}:
                listed.add(there)
                yield Need("same_orientation", (*first, *there)), name


def says_more(stated: Problem, goal: Statement) -> bool:
    """Whether a goal about sizes of angles says more than its directions, which count modulo 180°: ∠X = 2∠Y does, ∠X = ∠Y doesn't.

    Sizes are between 0° and 180°, so that of values that differ by 180° only one may be possible.
    """
    if stated.goal.predicate is ANGEQ and stated.goal in stated.goal_senses:
        *factors, degrees = stated.goal.constants
        sizes, number = [s * f for f, s in zip(factors[1::2], stated.goal_senses[stated.goal], strict=True)], -degrees
    else:
        return goal.expression is not None and bool(sizes_of(goal.expression))
    step = Fraction(180, lcm(*(c.denominator for c in sizes)))
    least, most = (number + 180 * sum(bound(c, Fraction(0)) for c in sizes) for bound in (min, max))
    return least < -step or most > step


def _corners(statement: Statement) -> Sequence[_Corner]:
    """The triangles of its angles: the vertex, then a point of each arm."""
    p = statement.points
    if statement.expression is not None:
        return [(s.v, s.a, s.b) for s in sizes_of(statement.expression)]
    if statement.predicate in (SIMTRI, SIMTRIR, CONTRI, CONTRIR):
        return [(p[0], p[1], p[2]), (p[3], p[4], p[5])]
    angles = [p[i : i + 4] for i in range(0, len(p), 4)]
    is_of_rays = all(a == c for a, _, c, _ in angles)
    refuse_unless(is_of_rays, "the size of an angle is that of two rays from one point")
    return [(a, b, d) for a, b, _, d in angles]


def _counterclockwise(corner: _Corner, at: Places) -> _Corner:
    """The same triangle as it runs counterclockwise in the figure, its least name first."""
    a, b, c = corner if turn(at, *corner) > 0 else (corner[0], corner[2], corner[1])
    return min((a, b, c), (b, c, a), (c, a, b))


def _check_mixture(claims: Mapping[str, Claim], sized: set[str]) -> None:
    """Values of sizes and of directed angles don't stand together: a mirror would change the one and not the other."""
    values = {
        name: claim
        for name, claim in claims.items()
        if isinstance(claim, Statement) and claim.predicate in (ACONST, ANGEQ) and 2 * claim.constants[-1] % 180
    }
    is_one_kind = not sized & values.keys() or values.keys() <= sized
    refuse_unless(is_one_kind, "its statement gives values of sizes and of directed angles: it must give one kind")
