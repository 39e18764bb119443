"""Premises as constructions: an order of the points in which each premise is a construction of its last point.

A construction that asserts one statement of one new point, and draws no less than all places where it holds, says that
statement. Matching is by the construction's own template, for all ways of writing the statement that mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

import numpy as np

from solver.errors import ParseError
from solver.language.constructions import CONSTRUCTIONS, Construction, with_angle_reversed
from solver.language.order import Step, ordered
from solver.language.plain_write import sentence
from solver.language.problem import Call, Clause, Problem
from solver.statements.predicates import (
    ACONST,
    CIRCLE,
    COLL,
    CONG,
    CYCLIC,
    EQANGLE,
    EQRATIO,
    MIDP,
    PARA,
    PERP,
    RCONST,
    SIMTRI,
    SIMTRIR,
    Statement,
)

#: What can say a premise, the plainest words first.
CANDIDATES: tuple[Construction, ...] = tuple(
    CONSTRUCTIONS[name]
    for name in (
        "on_line", "on_pline", "on_dia", "on_tline", "iso_triangle_vertex", "on_circle", "eqdistance", "on_circum",
        "on_aline", "eqangle3", "angle_mirror", "eqangle2", "on_aline0", "eqratio6", "eqratio", "rconst2", "rconst",
        "s_angle", "aconst", "simtri", "simtrir", "angle_bisector",
    )
)  # fmt: skip
#: Orders of the points that are tried.
ORDERS = 60


def constructive_clauses(problem: Problem) -> tuple[Clause, ...]:
    """Clauses that assert the problem's premises and nothing else. Raises ParseError with a premise that they can't."""
    missing: Statement | None = None
    for number in range(ORDERS):
        steps = ordered(problem, np.random.default_rng(number) if number else None)
        try:
            return tuple(_clause(problem, step) for step in steps)
        except _Unsaid as unsaid:
            missing = missing or unsaid.premise
    assert missing is not None
    raise ParseError(
        f"“{sentence(missing)}” can't be said in the constructive language: no construction there says so",
        problem.spans.get(missing), "the coordinate language can say it",
    )  # fmt: skip


class _Unsaid(Exception):
    def __init__(self, premise: Statement) -> None:
        super().__init__(str(premise))
        self.premise = premise


def _clause(problem: Problem, step: Step) -> Clause:
    calls = [_call(part, step.point) for premise in step.premises for part in parts(premise, step.point)]
    return Clause((step.point,), tuple(calls) or (Call(CONSTRUCTIONS["free"], ()),))


def parts(premise: Statement, x: str) -> Iterator[Statement]:
    """The premise as statements about x that constructions may assert."""
    p = premise.points
    if premise.predicate is COLL:
        yield from (Statement(COLL, triple) for triple in _with_last(p, x, 2))
    elif premise.predicate is CYCLIC:
        yield from (Statement(CYCLIC, four) for four in _with_last(p, x, 3))
    elif premise.predicate is CIRCLE:
        yield from (Statement(CONG, (p[0], p[1], p[0], q)) for q in p[2:])
    elif premise.predicate is MIDP:
        yield Statement(COLL, p)
        yield Statement(CONG, (p[0], p[1], p[0], p[2]))
    else:
        yield premise


def _with_last(points: tuple[str, ...], x: str, count: int) -> Iterator[tuple[str, ...]]:
    """x with two (three) others that fix its line (circle), and each further one with the same."""
    others = [p for p in points if p != x]
    yield (x, *others[:count])
    yield from ((x, *others[: count - 1], p) for p in others[count:])


def _call(statement: Statement, x: str) -> Call:
    """A construction of x that asserts the statement. Raises _Unsaid."""
    call = call_of(statement, x, CANDIDATES)
    if call is None:
        raise _Unsaid(statement)
    return call


def call_of(statement: Statement, x: str, candidates: Sequence[Construction]) -> Call | None:
    """The first of the constructions by which x is put where the statement says; None where none does."""
    writings = list(_writings(statement))
    for construction in candidates:
        for written in writings:
            arguments = _matched(construction, written, x)
            if arguments is not None:
                return Call(construction, arguments, written.constants)
    return None


def _matched(construction: Construction, statement: Statement, x: str) -> tuple[str, ...] | None:
    """The construction's arguments, if its one assertion of x is the statement."""
    if len(construction.new) != 1 or len(construction.asserts) != 1:
        return None
    head, *words = construction.asserts[0].split()
    if head != statement.predicate.name:
        return None
    bound = {construction.new[0]: x}
    for word, point in zip(words, statement.points, strict=False):
        if bound.setdefault(word, point) != point:
            return None
    if any(word not in bound for word in construction.arguments):
        return None
    arguments = tuple(bound[a] for a in construction.arguments)
    return None if x in arguments else arguments


def _pairs(p: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(p[i : i + 2]) for i in range(0, len(p), 2)]


#: Ways to order the segments of a statement that don't change its meaning.
_ORDERS = {
    PARA: ((0, 1), (1, 0)),
    PERP: ((0, 1), (1, 0)),
    CONG: ((0, 1), (1, 0)),
    EQANGLE: ((0, 1, 2, 3), (2, 3, 0, 1), (1, 0, 3, 2), (3, 2, 1, 0), (0, 2, 1, 3), (2, 0, 3, 1), (1, 3, 0, 2), (3, 1, 2, 0)),
    EQRATIO: ((0, 1, 2, 3), (2, 3, 0, 1), (1, 0, 3, 2), (3, 2, 1, 0), (0, 2, 1, 3), (2, 0, 3, 1), (1, 3, 0, 2), (3, 1, 2, 0)),
}  # fmt: skip


def _writings(statement: Statement) -> Iterator[Statement]:
    """All ways of writing the statement that mean the same, as the templates of constructions have it."""
    predicate, p, k = statement.predicate, statement.points, statement.constants
    if predicate in (COLL, CYCLIC):
        yield from (Statement(predicate, points) for points in permutations(p))
    elif predicate in (SIMTRI, SIMTRIR):
        for a, b in ((p[:3], p[3:]), (p[3:], p[:3])):
            for order in permutations(range(3)):
                yield Statement(predicate, (*(a[i] for i in order), *(b[i] for i in order)))
    elif predicate is RCONST:
        for order, ratio in (((0, 1), k[0]), ((1, 0), 1 / k[0])):
            yield from _flipped(Statement(predicate, _joined([_pairs(p)[i] for i in order]), (ratio,)))
    elif predicate is ACONST:
        turned = Statement(predicate, (*p[2:], *p[:2]), ((-k[0]) % 180,))
        for one in (statement, turned):
            yield from _flipped(with_angle_reversed(one))
    else:
        for order in _ORDERS.get(predicate, ()):
            yield from _flipped(Statement(predicate, _joined([_pairs(p)[i] for i in order]), k))


def _joined(pairs: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(q for pair in pairs for q in pair)


def _flipped(statement: Statement) -> Iterator[Statement]:
    """With the ends of each of its segments in either order."""
    pairs = _pairs(statement.points)
    for count in range(len(pairs) + 1):
        for which in combinations(range(len(pairs)), count):
            flipped = [tuple(reversed(pair)) if i in which else pair for i, pair in enumerate(pairs)]
            yield Statement(statement.predicate, _joined(flipped), statement.constants)
