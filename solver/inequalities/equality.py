"""Where two sides are equal: a figure of the statement with further equations, in which everything is determined.

An extreme figure is mostly a special one: an equilateral triangle, a right angle. Ratios of lengths that are seen in it are
added to the premises until nothing is free, and the equation is computed exactly in the number field of that figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np

from solver.checker.solving import PremiseSystem
from solver.coordinates.prove import exact_identity
from solver.diagram.diagram import Diagram
from solver.language.orientation import oriented
from solver.language.problem import Problem
from solver.statements.expression import Expression
from solver.statements.predicates import COLL, CONG, DISTMEQ, PERP, QUANTITY, RCONST, Statement

#: How near a ratio of squares of lengths must come to a simple number: an extreme figure is exact to a few digits only.
NEAR = 2e-5
#: How nearly in line points must be: along a line that they are to come to, a descent is slow.
FLAT = 1e-2
#: How far points may move to where the equations hold, and where they may be anywhere on a line.
STILL, ALONG = 1e-3, 0.5
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
