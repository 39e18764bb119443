"""What a statement leaves to its figure: which way its angles turn, and its similar triangles.

A predicate's angles are directed, from one line to another and modulo 180°. People mean sizes: ∠ABC = ∠DEF whether or
not the two turn the same way. Such a statement is kept as a predicate with, for each of its angles, the sense that it
is to have, and is written out once there is a figure: the arms of each angle are put in the order in which it turns
counterclockwise (1) or clockwise (−1); so are those of sizes in an expression. Two angles between 0° and 180° are equal as sizes exactly if they are equal so. A
supplement is written with opposite senses. An angle between lines that is EITHER_WAY is meant as it makes a goal true; where
it is asked for, as it is 90° at most. Of a sum of angles, which counts modulo 180° as a predicate, the figure
tells whether it is the sum of the sizes, too. Similar and congruent triangles, with no senses at all, become the predicate
of their orientation.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from solver.language.problem import Problem
from solver.statements.expression import Expression, Size, replaced, sizes_of
from solver.statements.predicates import ACOMPUTE, ACONST, ANGEQ, CONTRI, CONTRIR, EQANGLE, SIMTRI, SIMTRIR, Statement

Places = Mapping[str, complex]
Senses = tuple[int, ...]

#: The sense of an angle between lines that may turn either way. Only goals have such: the claim for one way implies them.
EITHER_WAY = 0
#: A sum of sizes of angles that differs from its value by a multiple of 180° is written so much off (degrees): false.
CONTRADICTED = 45
#: The number of readings of a sum of angles that are looked at, at most.
MOST_READINGS = 16

#: For triangles of the same orientation, and of opposite ones.
_TRIANGLES = {SIMTRI: (SIMTRI, SIMTRIR), CONTRI: (CONTRI, CONTRIR)}


def undecided(goal: Statement) -> dict[Statement, Senses]:
    """Senses of the goal of a statement by constructions or coordinates: similar and congruent triangles are meant as contest
    collections mean them, of the same orientation or of opposite ones. Those that are said to be opposite are."""
    return {goal: ()} if goal.predicate in _TRIANGLES else {}


def oriented(problem: Problem, at: Places) -> Problem:
    """The problem as it reads in a figure with these places: nothing is left to decide."""
    if not problem.senses and not problem.goal_senses:
        return problem

    def turned(statement: Statement) -> Statement:
        return as_in_figure(statement, problem.senses.get(statement), at)

    def asked(goal: Statement) -> Statement:
        return as_in_figure(goal, problem.goal_senses.get(goal), at)

    return replace(
        problem,
        premises=tuple(dict.fromkeys(map(turned, problem.premises))),
        spans={turned(statement): span for statement, span in problem.spans.items()},
        goal=asked(problem.goal),
        others=tuple(replace(goal, statement=asked(goal.statement)) for goal in problem.others),
        senses={},
        goal_senses={},
    )


def adds_up(problem: Problem, at: Places) -> bool:
    """Whether the sizes of angles whose sums are given have these sums, and not ones that differ by a multiple of 180°."""
    sums = (s for s in problem.premises if s.predicate is ANGEQ and s in problem.senses)
    return all(_add_up(s, problem.senses[s], at) for s in sums)


def as_in_figure(statement: Statement, senses: Senses | None, at: Places) -> Statement:
    """The statement as it reads in a figure; as it is where it leaves nothing to decide (None)."""
    if senses is None:
        return statement
    p = statement.points
    if statement.expression is not None:
        turned: dict[Expression, Expression] = {
            s: Size(s.b, s.v, s.a) for s in sizes_of(statement.expression) if _turn(at, s.v, s.a, s.v, s.b) < 0
        }
        return Statement.about(statement.predicate, replaced(statement.expression, turned))
    if statement.predicate in _TRIANGLES:
        same, opposite = _TRIANGLES[statement.predicate]
        is_same = _turn(at, p[0], p[1], p[0], p[2]) * _turn(at, p[3], p[4], p[3], p[5]) > 0
        return Statement(same if is_same else opposite, p)
    angles = [p[i : i + 4] for i in range(0, len(p), 4)]
    if statement.predicate is ANGEQ and not _add_up(statement, senses, at):
        *factors, degrees = statement.constants
        return Statement(ANGEQ, p, (*factors, degrees + CONTRADICTED))
    if EITHER_WAY in senses:
        return _either_way(statement, at)
    # An angle of aconst and acompute turns from its second line to its first.
    forwards = 1 if statement.predicate in (EQANGLE, ANGEQ) else -1
    points = tuple(
        q
        for angle, sense in zip(angles, senses, strict=True)
        for q in (angle if _turn(at, *angle) * sense * forwards >= 0 else (*angle[2:], *angle[:2]))
    )
    return Statement(statement.predicate, points, statement.constants)


def _either_way(statement: Statement, at: Places) -> Statement:
    """Which way angles between lines turn for the statement to be true, or as nearly so as can be."""
    p = statement.points
    turns = [_degrees(p[i : i + 4], at) for i in range(0, len(p), 4)]
    if statement.predicate is EQANGLE:
        as_it_is, reversed_ = turns[0] - turns[1], turns[0] + turns[1]
    else:  # the angle turns from the second line to the first
        value = float(statement.constants[0]) if statement.constants else _acute(turns[0])
        as_it_is, reversed_ = -turns[0] - value, turns[0] - value
    return statement if _acute(as_it_is) <= _acute(reversed_) else _reversed_last(statement)


def _degrees(angle: tuple[str, ...], at: Places) -> float:
    """How far ray ab is turned to ray cd."""
    a, b, c, d = (at[q] for q in angle)
    return math.degrees(cmath.phase((d - c) * (b - a).conjugate()))


def _acute(turn: float) -> float:
    """The angle between two lines of which one is turned so far, at most 90°."""
    return abs((turn + 90) % 180 - 90)


def _add_up(statement: Statement, senses: Senses, at: Places) -> bool:
    """Whether it is the value given, and not one that differs by a multiple of 180°, that the sizes add up to."""
    p, (*factors, degrees) = statement.points, statement.constants
    total = -float(degrees)
    for i, sense in zip(range(0, len(p), 4), senses, strict=True):
        total += float(factors[i // 2 + 1]) * sense * abs(_degrees(p[i : i + 4], at))
    return abs(total) < 90


def readings(statement: Statement, senses: Senses | None) -> Iterator[Statement]:
    """All that the statement may become, as far as they mean different things."""
    yield statement
    if senses is None:
        return
    if statement.predicate in _TRIANGLES:
        yield Statement(_TRIANGLES[statement.predicate][1], statement.points)
    elif statement.predicate is ANGEQ:
        angles = [statement.points[i : i + 4] for i in range(0, len(statement.points), 4)]
        # Each angle may turn either way.
        for ways in islice(product(*([angle, (*angle[2:], *angle[:2])] for angle in angles)), 1, MOST_READINGS):
            yield Statement(ANGEQ, tuple(q for way in ways for q in way), statement.constants)
    elif statement.predicate in (EQANGLE, ACONST, ACOMPUTE):
        yield _reversed_last(statement)


def _reversed_last(statement: Statement) -> Statement:
    """With its last angle turned the other way."""
    first, last = statement.points[:-4], statement.points[-4:]
    return Statement(statement.predicate, (*first, *last[2:], *last[:2]), statement.constants)


def _turn(at: Places, a: str, b: str, c: str, d: str) -> float:
    """Positive where ray ab turns counterclockwise, by less than 180°, to ray cd; 0 for parallel ones."""
    u, v = at[b] - at[a], at[d] - at[c]
    area = (u.conjugate() * v).imag
    return area if abs(area) > 1e-9 * abs(u) * abs(v) else 0.0
