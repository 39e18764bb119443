"""What premises say in other words: lines, circles and lengths that sentences name in parts.

“X on circle with center O through A” and “Y on circle with center O through A” say that X and Y are as far from O, though
A may not be there yet where Y gets its place. Points are taken to be different, as a figure's points are.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from solver.language.problem import Problem
from solver.statements.equation import Theory
from solver.statements.predicates import COLL, CONG, CYCLIC, PARA, PERP, Statement

#: Classes of equal lengths with more segments than this, and lines with more points, are left as they are said.
MOST_SEGMENTS, MOST_ON_LINE = 10, 5

_Segment = frozenset[str]


def implied(problem: Problem) -> tuple[Statement, ...]:
    """Premises that follow, and aren't among those given."""
    classes = _lengths(problem.premises)
    lines = _merged((frozenset(s.points) for s in problem.premises if s.predicate is COLL), 2)
    circles = _merged((frozenset(s.points) for s in problem.premises if s.predicate is CYCLIC), 3)
    rank = {p: i for i, p in enumerate(problem.points)}

    def sorted_points(points: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(points, key=rank.__getitem__))

    found: dict[Statement, None] = {}
    for points in lines:
        found[Statement(COLL, sorted_points(points))] = None
    for points in circles:
        found[Statement(CYCLIC, sorted_points(points))] = None
    for segments in classes:
        for one, other in combinations(segments, 2) if len(segments) <= MOST_SEGMENTS else ():
            found[Statement(CONG, (*sorted_points(one), *sorted_points(other)))] = None
    for s in problem.premises:
        if s.predicate in (PERP, PARA):
            for first in _pairs(lines, s.points[:2]):
                for second in _pairs(lines, s.points[2:]):
                    found[Statement(s.predicate, (*sorted_points(first), *sorted_points(second)))] = None
    given = {_meaning(s) for s in problem.premises}
    return tuple(s for s in found if (meant := _meaning(s)) and meant not in given)


def _meaning(s: Statement) -> object:
    """What tells statements apart that mean different things; nothing where it says nothing, as that a line is parallel to itself."""
    if s.predicate in (COLL, CYCLIC):
        return s.predicate, frozenset(s.points)
    return frozenset(e.scaled(1 / e.terms[0][1]) for e in s.equations() if e.terms)


def _lengths(premises: Iterable[Statement]) -> list[list[_Segment]]:
    """Segments that are equally long."""
    classes: list[set[_Segment]] = []
    for s in premises:
        for e in s.equations():
            if e.theory is Theory.LOG and not e.constants and sorted(c for _, c in e.terms) == [-1, 1]:
                pair = {frozenset(q) for q, _ in e.terms}
                joined = [c for c in classes if c & pair]
                classes = [c for c in classes if not c & pair]
                classes.append(pair.union(*joined))
    return [sorted(c, key=sorted) for c in classes]


def _merged(sets: Iterable[frozenset[str]], common: int) -> list[frozenset[str]]:
    """Joins sets that have at least `common` points in common."""
    merged: list[frozenset[str]] = []
    for points in sets:
        grown = points
        while (other := next((m for m in merged if len(m & grown) >= common), None)) is not None:
            merged.remove(other)
            grown |= other
        merged.append(grown)
    return merged


def _pairs(lines: Iterable[frozenset[str]], ends: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pairs of points that the line through these two is known by."""
    line = next((m for m in lines if m.issuperset(ends) and len(m) <= MOST_ON_LINE), frozenset(ends))
    return list(combinations(sorted(line), 2))
