"""Where two sides are equal: a figure of the statement with further equations, in which everything is determined.

An extreme figure is mostly a special one: an equilateral triangle, a right angle. Ratios of lengths that are seen in it are
added to the premises until nothing is free, and the equation is computed exactly in the number field of that figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice

import mpmath
import numpy as np

from solver.checker.figures import FineFigure
from solver.checker.solving import PremiseSystem
from solver.coordinates.prove import exact_identity
from solver.diagram.diagram import Diagram
from solver.language.order import introduction
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.conditions import LIMIT, NOT_LESS
from solver.statements.expression import Expression, Sum, value_of
from solver.statements.predicates import COLL, CONG, CYCLIC, DISTMEQ, PERP, QUANTITY, RCONST, Statement
from solver.verdict.components import piece_of

#: How near a ratio of squares of lengths must come to a simple number: an extreme figure is exact to a few digits only.
NEAR = 2e-5
#: How nearly in line points must be: along a line that they are to come to, a descent is slow.
FLAT = 1e-2
#: How far points may move to where the equations hold, and where they may be anywhere on a line.
STILL, ALONG = 1e-3, 0.5
#: Digits to which an expression is 0 where it may be so by degrees, and how clearly conditions hold there and points are apart.
DIGITS, ZERO, DISTINCT = 40, 1e-35, 1e-4
#: Relations that are tried in a figure, at most.
RELATIONS = 60
#: Denominators and numerators of such ratios.
SIMPLE = 12


@dataclass(frozen=True)
class Special:
    """A figure, and the equations beyond the premises that make it so."""

    figure: Diagram
    equations: tuple[Statement, ...]


def special_near(problem: Problem, figure: Diagram) -> Special | None:
    """The figure of the statement near this one in which its ratios of squares of lengths are simple; None where it isn't one."""
    places = figure.places()
    premises = list(oriented(problem, places).premises)
    spoken = {*problem.goal.points, *(p for s in premises for p in s.points)}
    at = {p: places[p] for p in figure.points if p in spoken}  # what else there is may stay where it is
    added: list[Statement] = []
    z = np.array(list(at.values()))
    system = PremiseSystem(premises, at)
    for s, most in (*((s, STILL) for s in _ratios(list(at), at)), *((s, ALONG) for s in _along(list(at), at))):
        if system.freedom(z) == 0:
            break
        wider = PremiseSystem([*premises, s], at)
        moved = wider.solve(z)
        if moved is None or float(np.max(np.abs(moved - z))) > most or wider.freedom(moved) >= system.freedom(z):
            continue
        added.append(s)
        premises.append(s)
        system, z = wider, moved
        at = dict(zip(system.points, map(complex, z), strict=True))
    places |= at
    if system.freedom(z) or not all(c.holds(places) for c in problem.conditions):
        return None
    z = np.array([places[p] for p in figure.points])
    return Special(Diagram(figure.points, np.column_stack([z.real, z.imag]), figure.seed), tuple(added))


def attained_near(problem: Problem, figure: Diagram, e: Expression, usual: Diagram) -> Diagram | None:
    """A figure of the statement near this one in which an expression is 0 to many digits; None where there isn't one that is
    clear of all that a figure mustn't be, and on the same piece as a usual one.

    That is where sides are equal at the edge of what is allowed (AB = AC where AB ≥ AC is given), or in all figures with a
    relation or two more (four points on a circle), the rest being free.
    """
    places = figure.places()
    premises = list(oriented(problem, places).premises)
    zero = Statement.about(QUANTITY, e)
    edge = [zero] if zero.equations() else []
    z, freedom = figure.vertices(), 2 * len(places) + 1
    for relation in (None, *edge, *islice(_relations(figure.points, places), RELATIONS)):
        more = [] if relation is None else [relation]
        wider = PremiseSystem([*premises, *more], places)
        moved = wider.solve(z)
        if moved is None or float(np.max(np.abs(moved - z))) > STILL or wider.freedom(moved) >= freedom:
            continue
        fine = wider.polish(moved, DIGITS)
        found = None if fine is None or not _is_zero(e, fine) else _rounded(fine, figure)
        if found is not None and _is_clear(problem, found, usual):
            return found
        if relation is not zero:
            premises += more
            z, freedom = moved, wider.freedom(moved)
    return None


def _rounded(fine: FineFigure, figure: Diagram) -> Diagram:
    at = fine.places(mpmath.MPContext())
    z = np.array([complex(at[p]) for p in figure.points])
    return Diagram(figure.points, np.column_stack([z.real, z.imag]), figure.seed)


def _is_zero(e: Expression, figure: FineFigure) -> bool:
    mp = mpmath.MPContext()
    mp.dps = DIGITS
    at = figure.places(mp)
    values = [value_of(mp, t, at) for t in (e.terms if isinstance(e, Sum) else (e,))]
    return None not in values and bool(abs(sum(values)) <= ZERO * sum(map(abs, values)))


def _is_clear(problem: Problem, figure: Diagram, usual: Diagram) -> bool:
    """Whether all conditions clearly hold, but those that hold in the limit; points are apart that are so in a usual figure;
    and both are on one piece."""
    at = figure.places()
    if not all(c.margin(at) > (-LIMIT if c.kind.name == NOT_LESS else DISTINCT) for c in problem.conditions):
        return False
    gaps, others = (np.abs(d.vertices()[:, None] - d.vertices()) for d in (figure, usual))
    if np.any((gaps < DISTINCT) & (others >= DISTINCT)):
        return False
    order = introduction(problem)
    piece = piece_of(problem, figure, order)
    return piece is not None and piece == piece_of(problem, usual, order)


def _relations(points: Sequence[str], at: dict[str, complex]) -> Iterator[Statement]:
    """What is nearly so in a figure: equal lengths, right angles, points on a circle or a line."""
    pairs = [p for p in combinations(points, 2) if abs(at[p[1]] - at[p[0]]) > DISTINCT]
    sides = {pair: at[pair[1]] - at[pair[0]] for pair in pairs}
    for first, second in combinations(pairs, 2):
        ratio = sides[first] / sides[second]
        if abs(abs(ratio) - 1) < NEAR:
            yield Statement(CONG, (*first, *second))
        if abs(ratio.real) < NEAR * abs(ratio):
            yield Statement(PERP, (*first, *second))
    for a, b, c, d in combinations(points, 4):
        if all(pair in sides for pair in combinations((a, b, c, d), 2)):
            cross = sides[a, c] * sides[b, d] / (sides[a, d] * sides[b, c])
            if abs(cross.imag) < NEAR * abs(cross):
                yield Statement(CYCLIC, (a, b, c, d))
    for a, v, b in _in_line(points, at):
        yield Statement(COLL, (v, a, b))


def _ratios(points: Sequence[str], at: dict[str, complex]) -> Iterator[Statement]:
    """Right angles and points in line, then simple ratios of squares of lengths, equal lengths first."""
    for v in points:
        for a, b in combinations([p for p in points if p != v and abs(at[p] - at[v]) > 1e-6], 2):
            ray = (at[b] - at[v]) / (at[a] - at[v])
            if abs(ray.real) < NEAR * abs(ray):
                yield Statement(PERP, (v, a, v, b))
    for a, v, b in _in_line(points, at):
        yield Statement(COLL, (v, a, b))
    pairs = [p for p in combinations(points, 2) if abs(at[p[1]] - at[p[0]]) > 1e-6]
    found: list[tuple[int, tuple[str, str], tuple[str, str], Fraction]] = []
    for first, second in combinations(pairs, 2):
        ratio = (abs(at[first[1]] - at[first[0]]) / abs(at[second[1]] - at[second[0]])) ** 2
        simple = Fraction(ratio).limit_denominator(SIMPLE)
        if simple > 0 and simple.numerator <= SIMPLE and abs(ratio - simple) < NEAR * ratio:
            found.append((simple.numerator + simple.denominator, first, second, simple))
    for _, (a, b), (c, d), square in sorted(found):
        if square == 1:
            yield Statement(CONG, (a, b, c, d))
        elif (root := _root(square)) is not None:
            yield Statement(RCONST, (a, b, c, d), (root,))
        else:
            yield Statement(DISTMEQ, (a, b, c, d), (Fraction(2), Fraction(-2), square))


def _in_line(points: Sequence[str], at: dict[str, complex]) -> Iterator[tuple[str, str, str]]:
    """Points of which the second one is between the others, nearly in line."""
    for v in points:
        for a, b in combinations([p for p in points if p != v and abs(at[p] - at[v]) > 1e-6], 2):
            ray = (at[b] - at[v]) / (at[a] - at[v])
            if ray.real < 0 and abs(ray.imag) < FLAT * abs(ray):
                yield a, v, b


def _along(points: Sequence[str], at: dict[str, complex]) -> Iterator[Statement]:
    """A point in line with others may be anywhere between the others, so in the middle, or at another simple place."""
    for a, v, b in _in_line(points, at):
        ratio = Fraction(abs(at[v] - at[a]) / abs(at[b] - at[v])).limit_denominator(2)
        if ratio == 1 or not ratio:
            yield Statement(CONG, (v, a, v, b))
        else:
            yield Statement(RCONST, (v, a, v, b), (ratio,))


def _root(square: Fraction) -> Fraction | None:
    n, d = (round(x**0.5) for x in (square.numerator, square.denominator))
    return Fraction(n, d) if Fraction(n, d) ** 2 == square else None


def is_zero_in(problem: Problem, special: Special, e: Expression) -> bool:
    """Whether an expression is 0 in a special figure, exactly."""
    at = special.figure.places()
    premises = [*oriented(problem, at).premises, *special.equations]
    claim = Statement.about(QUANTITY, e)
    return exact_identity(premises, claim, at) is not None
